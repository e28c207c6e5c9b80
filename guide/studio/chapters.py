"""Sections and pages of the guide's own: they come, go and move, each with its file, as the files of the guide do it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from guide.content.edit import Plain
from guide.content.edit_page import new_page
from guide.content.own_pages import FOLDER as PAGES
from guide.content.records.listings import section_id
from guide.content.yaml_text import scalar
from guide.studio.history import FILES, Step
from guide.studio.owners import PAGE_KIND, SECTION_KIND, Owner
from guide.studio.saves import Saves, free_name
from guide.studio.whole_files import MAIN, ORDER, name_of

SECTIONS = "sections"  # the folder
NUMBER = re.compile(r"(\d+)([-_ ])")


class Chapters:
    """Makes, moves and deletes sections and own pages."""

    def __init__(self, saves: Saves) -> None:
        self.saves = saves
        self.studio = saves.studio
        self.whole = saves.whole

    # --- sections -------------------------------------------------------------------------------

    def new_section(self, title: str, after: str | None, by: str = "") -> Owner:
        """A new section behind another one, first for "", last for None. KeyError where the other one is gone."""
        with self.studio.lock:
            names = self.names()
            own = free_name(
                title, "section", [*self.studio.seen.owners.sections, *(Path(each).stem for each in names)]
            )
            folder = Path(names[-1]).parent.as_posix() if names else SECTIONS
            name = f"{folder}/{numbered(names)}{own}.yaml".removeprefix("./")
            order = self.placed(names, name, after)
            owner = Owner(SECTION_KIND, section_id(Path(name)))
            self.do(owner, title, {name: [None, f"title: {scalar(title)}\nlistings: []\n"]}, order, by)
            return owner

    def move_section(self, section: str, after: str, by: str = "") -> None:
        """Put a section behind another one, first for ""."""
        with self.studio.lock:
            owner = Owner(SECTION_KIND, section)
            name = self.name(owner)
            title = self.studio.name_of(owner)
            order = self.placed([each for each in self.names() if each != name], name, after)
            self.do(owner, title, {}, order, by)

    def delete_section(self, section: str, by: str = "") -> Step:
        """Take a section out, with its listings; its file is in the history."""
        with self.studio.lock:
            owner = Owner(SECTION_KIND, section)
            name = self.name(owner)
            rest = [each for each in self.names() if each != name]
            return self.do(owner, self.studio.name_of(owner), {name: [self.whole.text(name), None]}, rest, by)

    def names(self) -> list[str]:
        """The files of the sections, in their order."""
        listed = self.whole.order
        if listed is not None:
            return listed
        return [name_of(path, self.studio.content) for path in self.studio.seen.owners.sections.values()]

    def name(self, owner: Owner) -> str:
        """The name of the file of an owner; KeyError for none."""
        return name_of(self.studio.seen.owners.path_of(owner), self.studio.content)

    def placed(self, names: Sequence[str], name: str, after: str | None) -> list[str]:
        """The names with one more behind that of a section."""
        rest = list(names)
        place = (
            len(rest)
            if after is None
            else rest.index(self.name(Owner(SECTION_KIND, after))) + 1
            if after
            else 0
        )
        return [*rest[:place], name, *rest[place:]]

    def changed_order(self, wanted: list[str]) -> tuple[list[str] | None, list[str]] | None:
        """(the order as guide.yaml has it, as it is to be), None where it need not say it."""
        listed = self.whole.order
        is_needed = listed is not None or wanted != sorted(wanted)
        return (listed, wanted) if is_needed and listed != wanted else None

    def do(
        self,
        owner: Owner,
        title: str,
        files: dict[str, list[str | None]],
        wanted: list[str] | None,
        by: str,
    ) -> Step:
        """Write files and the order of the sections, which guide.yaml lists only where their names do not give it already."""
        order = self.changed_order(wanted) if wanted is not None else None
        pair: list[Plain | None] = [None if each is None else [*each] for each in order or ()]
        step = Step(kind=FILES, owner=str(owner), name=title, files=files, keys={ORDER: pair} if pair else {})
        before = self.whole.text(MAIN)
        self.saves.begin(step)
        self.whole.change(files, order, owner)
        main: dict[str, list[str | None]] = {MAIN: [before, self.whole.text(MAIN)]} if order else {}
        step = self.saves.add(replace(step, files=files | main))
        self.saves.after(by)
        return step

    # --- pages ----------------------------------------------------------------------------------

    def new_page(self, title: str, place: str, text: str, by: str = "") -> Owner:
        """A new page of the guide's own behind something: "page 2", "index", the id of a section."""
        with self.studio.lock:
            taken = {path.stem for path in (self.studio.content / PAGES).glob("*")}
            owner = Owner(PAGE_KIND, free_name(title, "page", taken))
            files: dict[str, list[str | None]] = {
                f"{PAGES}/{owner.id}.md": [None, new_page(title, place, text).decode()]
            }
            self.do(owner, title, files, None, by)
            return owner

    def delete_page(self, page: str, by: str = "") -> Step:
        """Take a page out; its file is in the history."""
        with self.studio.lock:
            owner = Owner(PAGE_KIND, page)
            name = self.name(owner)
            title = self.studio.name_of(owner)
            files: dict[str, list[str | None]] = {name: [self.whole.text(name), None]}
            return self.do(owner, title, files, None, by)


def numbered(names: Sequence[str]) -> str:
    """What the name of one more file begins with, where those that there are begin with a number: "5-"."""
    found = [NUMBER.match(Path(name).name) for name in names]
    if not names or not all(found):
        return ""
    numbers = [match for match in found if match]
    last = max(numbers, key=lambda match: int(match[1]))
    return f"{int(last[1]) + 1:0{len(last[1]) if last[1].startswith('0') else 1}}{last[2]}"
