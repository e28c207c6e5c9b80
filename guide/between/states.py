"""A guide as it was or is: an edition that was kept, a content folder, a revision of git; each opened to be read."""

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from guide.archive import within
from guide.between.revisions import files_at
from guide.content.compare.languages import compare_translations
from guide.content.compare.listings import compare
from guide.content.kept import Old, edition_before, kept_editions
from guide.content.load import read_guide
from guide.content.review import current_day
from guide.errors import WARNING, GuideError, Mark, Problem
from guide.model import Guide
from guide.model.changes import Changes
from guide.output import NEW, write_atomically
from guide.problems.between import EDITION_DAMAGED, EDITION_NOT_KEPT, NO_FORMER
from guide.reading.folders import MAIN_FILE


class State(NamedTuple):
    """A guide at one time, with the folder of its content while it is open."""

    name: str  # "edition 3 of 2026-03-14", "content", "revision v2"
    guide: Guide  # with what is not printed; as on its day
    folder: Path
    problems: tuple[Problem, ...]  # of what could not be read; it is missing in the guide


@contextmanager
def open_state(name: str | None, content: Path, out: Path, today: date | None = None) -> Iterator[State]:
    """A guide by its name: the number of an edition or its folder in the archive, a content folder, a revision of git.

    Without a name the content as it is. Raises GuideError where nothing of that name is there.
    """
    if name is None:
        yield read_state(content, str(content), today or current_day())
    elif old := edition_named(out, name):
        with open_old(old) as state:
            yield state
    elif (path := folder_named(name)) is not None:
        yield read_state(path, str(path), today or current_day())
    else:
        with laid_down(files_at(content, name)) as folder:
            yield read_state(folder, f"revision {name}", None)


@contextmanager
def open_before(content: Path, out: Path) -> Iterator[State]:
    """The last edition before the one in a content folder; GuideError where none was kept."""
    guide, _ = read_guide(content)
    old = edition_before(out, guide.edition.number) if guide else None
    if old is None:
        raise GuideError([NO_FORMER.at(Mark(out))])
    with open_old(old) as state:
        yield state


@contextmanager
def open_old(old: Old) -> Iterator[State]:
    """The content of an edition that was kept."""
    if old.content is None:
        raise GuideError([EDITION_NOT_KEPT.at(Mark(old.folder), name=old.number)])
    try:
        with ZipFile(old.content) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    except (BadZipFile, EOFError, zlib.error):
        raise GuideError([EDITION_DAMAGED.at(Mark(old.content), name=old.number)]) from None
    with laid_down(files.items()) as folder:
        yield read_state(folder, f"edition {old.number} of {old.date}", None)


def edition_named(out: Path, name: str) -> Old | None:
    """The edition with this number, or in a folder of this name; the one whose content was kept before all others."""
    found = [
        old
        for old in kept_editions(out)
        if name in (str(old.number), old.folder.name, str(old.folder)) or name == f"{old.name}-{old.number}"
    ]
    return max(found, key=lambda old: old.content is not None, default=None)


def folder_named(name: str) -> Path | None:
    """The content folder of this name, also by its guide.yaml; None where there is none."""
    path = Path(name)
    path = path.parent if path.name == MAIN_FILE else path
    return path if (path / MAIN_FILE).is_file() else None


@contextmanager
def laid_down(files: Iterable[tuple[str, bytes]]) -> Iterator[Path]:
    """A folder with these files, which is gone afterwards."""
    with TemporaryDirectory(prefix="guide-") as place:
        folder = Path(place)
        for name, data in within(folder, files):
            write_atomically(folder / name, data, NEW)
        yield folder


def read_state(folder: Path, name: str, day: date | None) -> State:
    """What can be read of the guide in a folder, on a day, else on that of its edition; GuideError where it is none."""
    guide, problems = read_guide(folder)
    wrong = tuple(named(problem, folder, name) for problem in problems if problem.level != WARNING)
    if guide is None or not guide.sections:
        raise GuideError(wrong)
    return State(name, replace(guide, day=day or guide.edition.date), folder, wrong)


def named(problem: Problem, folder: Path, name: str) -> Problem:
    """A problem as one of a state: what is lost of it stops nothing."""
    return replace(placed(problem, folder, name), level=WARNING)


def placed(problem: Problem, folder: Path, name: str) -> Problem:
    """A problem in a folder that will be gone: it is named by what it holds."""
    path, line, column = problem.mark
    if path.is_relative_to(folder):
        path = Path(name) / path.relative_to(folder)
    return replace(problem, mark=Mark(path, line, column))


def compare_states(old: State, new: State) -> Changes:
    """All that is different between two guides and their translations."""
    translated = compare_translations((old.guide, old.folder), (new.guide, new.folder))
    return compare(old.guide, new.guide, translated=translated)
