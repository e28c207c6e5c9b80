"""An edition given out as data: the whole way, from the content folder to the file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from guide.braille.files import VOLUME
from guide.content.choose.languages import choose_in_languages
from guide.errors import Problem
from guide.exchange.give.datapackage import DESCRIPTOR
from guide.exchange.give.forms import Form
from guide.exchange.give.lost import Lost
from guide.model import Edition, Guide
from guide.output import NEW, Rule, as_read, delete, write_all, write_atomically
from guide.problems.output import OTHER_EXPORT
from guide.project import Project, stop_on_errors
from guide.seal import are_sealed


class Matter(NamedTuple):
    """What an edition prints, and what there is to say of it."""

    guide: Guide
    edition: Edition
    problems: tuple[Problem, ...]


class Given(NamedTuple):
    """What was written."""

    path: Path
    files: int
    size: int  # bytes
    lost: Lost


def matter_of(project: Project, name: str = "", strict: bool = False) -> Matter:
    """What an edition prints, the default one where there is no name; in its first language, if it has two.

    Raises GuideError where errors stop it, as they stop a build.
    """
    asked = project.ask_for((name,) if name else (), strict=strict)
    problems = (*project.problems, *asked.told, *(each for some in asked.wrong.values() for each in some))
    stop_on_errors(problems, strict and not asked.sound)
    (edition,) = asked.sound
    chosen, more = choose_in_languages(project.printed, edition, project.folder)
    problems += more
    stop_on_errors(problems, strict)
    return Matter(chosen.guide, edition, problems)


def give_file(guide: Guide, form: Form, path: Path) -> Given:
    """Write an edition as a file, or several where the form asks for them; GuideError for one that this program has not made.

    A part that the last time left there and is not needed any more goes, as long as nobody has changed it.
    """
    if form.parts is None:
        data = form.make(guide)
        write_atomically(path, data, form.over)
        return Given(path, 1, len(data), form.lost(guide))
    files = {path.with_stem(path.stem + behind): data for behind, data in form.parts(guide).items()}
    before = {each: each.read_bytes() for each in parts_before(path) if each not in files}
    write_all(files, dict.fromkeys(files, form.over))
    for each, data in before.items():
        if data and form.is_made_here(data):
            delete(each, as_read(data))
    return Given(next(iter(files)), len(files), sum(map(len, files.values())), form.lost(guide))


def parts_before(path: Path) -> list[Path]:
    """The files that an edition may have been given out as before: one, or several with a number behind their name."""
    beginning = f"{path.stem}{VOLUME}"
    there = path.parent.glob(f"*{path.suffix}") if path.parent.is_dir() else ()
    numbered = (each for each in there if each.stem.startswith(beginning) and each.stem[len(beginning) :].isdecimal())  # fmt: skip
    return [each for each in (path, *sorted(numbered)) if each.is_file()]


def give_folder(guide: Guide, form: Form, folder: Path) -> Given:
    """Write an edition as a folder of files, all of them or none; what the last time left there and is not needed goes.

    GuideError for a file in it that this program has not made, or that somebody has changed since.
    """
    assert form.members  # forms without are files
    files = {folder / name: data for name, data in form.members(guide).items()}
    before = made_before(folder)
    write_all(files, {path: rule_of(path, before) for path in files})
    for path, data in before.items():
        if path not in files:
            delete(path, as_read(data))
    return Given(folder, len(files), sum(map(len, files.values())), form.lost(guide))


def made_before(folder: Path) -> dict[Path, bytes]:
    """The files that were given out into a folder, if they are as they were sealed."""
    seal = folder / DESCRIPTOR
    if not seal.is_file():
        return {}
    found = {path: path.read_bytes() for path in (seal, *sorted(folder.glob("*.csv"))) if path.is_file()}
    return found if are_sealed({path.name: data for path, data in found.items()}, DESCRIPTOR) else {}


def rule_of(path: Path, before: Mapping[Path, bytes]) -> Rule:
    """What a file of a folder may replace: what was made here and is as it was."""
    return as_read(before[path]) if path in before else Rule(NEW.allows, OTHER_EXPORT)
