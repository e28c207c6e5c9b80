"""Files that cannot be read at all: which section that is, from which line on, and why; everything else works."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from guide.content.edit_keys import read_plain
from guide.content.records.listings import section_id
from guide.errors import ERROR, Problem
from guide.problems.reading import UNSEEN
from guide.problems.syntax import ALIAS
from guide.studio.findings import said
from guide.studio.owners import GUIDE_KIND, SECTION_KIND, Owner
from guide.studio.studio import Studio

OF_FILES = (ALIAS.name, UNSEEN.name)  # with one of these nothing of a file is read


class Broken(NamedTuple):
    """A file that cannot be read."""

    owner: Owner  # a section, or the guide
    name: str  # of the file
    line: int
    says: str  # what to do


def broken_in(studio: Studio) -> dict[Owner, Broken]:
    """The files of the guide and its sections that cannot be read, by what stands in them."""
    found: dict[Owner, Broken] = {}
    for problem in studio.seen.typed.problems:
        path = problem.mark.path
        owner = owner_in(studio, path) if problem.level == ERROR else None
        is_left_out = problem.name in OF_FILES and path not in studio.seen.owners.files
        if owner and owner not in found and (is_left_out or not can_be_read(studio, path)):
            found[owner] = broken(owner, problem)
    return found


def broken(owner: Owner, problem: Problem) -> Broken:
    return Broken(owner, problem.mark.path.name, max(problem.mark.line, 1), said(problem, ""))


def owner_in(studio: Studio, path: Path) -> Owner | None:
    """What stands in a file, None where that is neither the guide nor a section."""
    owners = studio.seen.owners
    if path in (owners.main, studio.content):
        return Owner(GUIDE_KIND)
    if own := owners.section_of(path):
        return Owner(SECTION_KIND, own)
    others = {known.parent for known in owners.sections.values()} | {studio.content / "sections"}
    return Owner(SECTION_KIND, section_id(path)) if path.parent in others else None


def can_be_read(studio: Studio, path: Path) -> bool:
    """Whether a file has keys that can be read."""
    file = studio.seen.owners.files.get(path)
    if file is not None:
        return isinstance(file.top, dict)
    try:
        return path.is_file() and isinstance(read_plain(path.read_bytes()), dict)
    except OSError:
        return False
