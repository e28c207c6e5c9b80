"""Sections and pages of the guide's own: they come, go and move, each with its file, as the files of the guide do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from guide.content.edit_keys import TOP, KeyEdit, edit_file
from guide.content.edit_page import new_page
from guide.content.own_pages import FOLDER as PAGES
from guide.content.records.listings import section_id
from guide.content.yaml_text import scalar
from guide.expressions import expression
from guide.studio.history import Step
from guide.studio.listings import free_name
from guide.studio.owners import GUIDE_KIND, ORDERS, PAGE_KIND, SECTION_KIND, Owner
from guide.studio.saves import Saves

ORDER, SECTIONS = "sections", "sections"  # the key of guide.yaml, and the folder
NUMBER = expression(r"(\d+)([-_ ])")


class Chapters:
    """Makes, moves and deletes sections and own pages."""

    def __init__(self, saves: Saves) -> None:
        self.saves = saves
        self.studio = saves.studio

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
            self.do(owner, title, {name: f"title: {scalar(title)}\nlistings: []\n"} | self.ordered(order), by)
            return owner

    def move_section(self, section: str, after: str, by: str = "") -> None:
        """Put a section behind another one, first for ""."""
        with self.studio.lock:
            owner = Owner(SECTION_KIND, section)
            name = self.name(owner)
            title = self.studio.name_of(owner)
            order = self.placed([each for each in self.names() if each != name], name, after)
            self.saves.write_files(owner, title, self.ordered(order), by)

    def delete_section(self, section: str, by: str = "") -> Step:
        """Take a section out, with its listings; its file is in the history."""
        with self.studio.lock:
            owner = Owner(SECTION_KIND, section)
            name = self.name(owner)
            rest = [each for each in self.names() if each != name]
            return self.do(owner, self.studio.name_of(owner), self.ordered(rest) | {name: None}, by)

    @property
    def listed(self) -> list[str] | None:
        """The section files as guide.yaml lists them; None where it does not."""
        top = self.studio.seen.owners.files[self.studio.seen.owners.main].top
        found = top.get(ORDER) if isinstance(top, dict) else None
        if isinstance(found, str):
            return [found] if found else None
        return [each for each in found if isinstance(each, str)] if isinstance(found, list) else None

    def names(self) -> list[str]:
        """The files of the sections, in their order."""
        listed = self.listed
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

    def do(self, owner: Owner, title: str, files: Mapping[str, str | None], by: str) -> Step:
        """Write files, {name: text, None for none}."""
        step = self.saves.write_files(owner, title, files, by)
        if step is None:
            raise ValueError
        return step

    def ordered(self, wanted: list[str]) -> dict[str, str | None]:
        """guide.yaml with the order of the sections, where their names do not give it already; {} where it need not change."""
        main, listed = self.studio.seen.owners.main, self.listed
        if listed == wanted or listed is None and wanted == sorted(wanted):
            return {}
        edits = {TOP: [KeyEdit(ORDER, [*wanted])]}
        new = edit_file(main.read_bytes(), edits, main, ORDERS[GUIDE_KIND])
        return {name_of(main, self.studio.content): new.decode()}

    # --- pages ----------------------------------------------------------------------------------

    def new_page(self, title: str, place: str, text: str, by: str = "") -> Owner:
        """A new page of the guide's own behind something: "page 2", "index", the id of a section."""
        with self.studio.lock:
            taken = {path.stem for path in (self.studio.content / PAGES).glob("*")}
            owner = Owner(PAGE_KIND, free_name(title, "page", taken))
            self.do(owner, title, {f"{PAGES}/{owner.id}.md": new_page(title, place, text).decode()}, by)
            return owner

    def delete_page(self, page: str, by: str = "") -> Step:
        """Take a page out; its file is in the history."""
        with self.studio.lock:
            owner = Owner(PAGE_KIND, page)
            return self.do(owner, self.studio.name_of(owner), {self.name(owner): None}, by)


def name_of(path: Path, folder: Path) -> str:
    """What a file is called in its folder."""
    return path.relative_to(folder).as_posix()


def numbered(names: Sequence[str]) -> str:
    """What the name of one more file begins with, where those that there are begin with a number: "5-"."""
    found = [NUMBER.match(Path(name).name) for name in names]
    if not names or not all(found):
        return ""
    numbers = [match for match in found if match]
    last = max(numbers, key=lambda match: int(match[1]))
    return f"{int(last[1]) + 1:0{len(last[1]) if last[1].startswith('0') else 1}}{last[2]}"
