"""Whole files of the content that come and go, and the order of the sections in guide.yaml: written and taken back."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from guide.content.edit import Plain
from guide.content.edit_keys import TOP, KeyEdit, edit_file, read_plain
from guide.output import as_read, delete, write_atomically
from guide.studio.history import Step
from guide.studio.owners import GUIDE_KIND, ORDERS, Owner
from guide.studio.studio import Studio

MAIN, ORDER = "guide.yaml", "sections"  # the key of guide.yaml
Files = Mapping[str, list[str | None]]  # {name in the folder: [before, after]}, None where there is none


class Conflict(Exception):
    """A key, or a file, says something else than what it said when it was read."""

    def __init__(self, owner: Owner, keys: Mapping[str, Plain | None], when: float) -> None:
        super().__init__(str(owner))
        self.owner = owner
        self.keys = dict(keys)  # {key: what the file says now}
        self.when = when  # the file was changed


class WholeFiles:
    """Writes files as wholes; each only if it says what it said."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio

    @property
    def order(self) -> list[str] | None:
        """The section files as guide.yaml lists them; None where it does not."""
        top = read_plain(self.studio.seen.owners.main.read_bytes())
        listed = top.get(ORDER) if isinstance(top, dict) else None
        if isinstance(listed, str):
            return [listed]
        return [each for each in listed if isinstance(each, str)] if isinstance(listed, list) else None

    def change(
        self, files: Files, order: tuple[list[str] | None, list[str] | None] | None, owner: Owner
    ) -> None:
        """Write files and the order of the sections, (before, after); new files first, and those that go last.

        Raises Conflict where something is not as it was before, GuideError or OSError where it cannot be written.
        """
        main = self.studio.seen.owners.main
        old = main.read_bytes()
        now = {name: self.text(name) for name in files}
        if any(not is_still(now[name], pair[0]) for name, pair in files.items()) or (
            order and self.order != order[0]
        ):
            raise Conflict(owner, {}, main.stat().st_mtime)
        files = {name: [now[name], after] for name, (_, after) in files.items()}
        self.write({name: pair for name, pair in files.items() if pair[1] is not None})
        if order:
            try:
                self.list_sections(old, order[1])
            except BaseException:
                self.write(
                    {name: [after, before] for name, (before, after) in files.items() if after is not None}
                )
                raise
        self.write({name: pair for name, pair in files.items() if pair[1] is None})

    def write(self, files: Files) -> None:
        """Write files, or delete them."""
        for name, (before, after) in files.items():
            path, rule = self.studio.content / name, as_read(None if before is None else before.encode())
            if after is not None:
                write_atomically(path, after.encode(), rule, keep_mode=before is not None)
            else:
                delete(path, rule)

    def list_sections(self, old: bytes, order: list[str] | None) -> None:
        """Write the order of the sections into guide.yaml."""
        main = self.studio.seen.owners.main
        value: Plain | None = None if order is None else [*order]
        new = edit_file(old, {TOP: [KeyEdit(ORDER, value)]}, main, ORDERS[GUIDE_KIND])
        write_atomically(main, new, as_read(old), keep_mode=True)

    def text(self, name: str) -> str | None:
        """What a file of the folder says, None where there is none; its line ends as they are."""
        with suppress(FileNotFoundError):
            return (self.studio.content / name).read_bytes().decode("utf-8")
        return None

    def undo(self, step: Step) -> None:
        """Take a step back; guide.yaml to the byte where nothing else in it has changed since."""
        files = {name: [after, before] for name, (before, after) in step.files.items()}
        main = files.pop(MAIN, None)
        if main and main[0] == self.text(MAIN):
            self.change({**files, MAIN: main}, None, owner_in(step))
            return
        pair = step.keys.get(ORDER)
        self.change(files, (listed(pair[1]), listed(pair[0])) if pair else None, owner_in(step))


def is_still(now: str | None, before: str | None) -> bool:
    """Whether a file says what it said; a list that is empty may be written in several ways."""
    if now is None or before is None:
        return now == before
    said, was = said_in(now), said_in(before)
    return now == before or bool(said) and said == was


def said_in(text: str) -> dict[str, Plain]:
    """What a file of YAML says, without keys that say nothing; {} where it is none."""
    top = read_plain(text.encode())
    return {key: each for key, each in top.items() if each} if isinstance(top, dict) else {}


def owner_in(step: Step) -> Owner:
    """Whose step it is."""
    kind, _, own = step.owner.partition("/")
    return Owner(kind, own)


def listed(value: Plain | None) -> list[str] | None:
    """An order of sections that was kept in the history."""
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else None


def name_of(path: Path, folder: Path) -> str:
    """What a file is called in its folder."""
    return path.relative_to(folder).as_posix()
