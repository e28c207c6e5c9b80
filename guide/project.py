"""A content folder opened once: the guide with its style and words, its editions, and what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from guide.content.choose.printable import printable
from guide.content.edition import Asked, ask_for, load_editions
from guide.content.file import read_file
from guide.content.load import Read, read_guide
from guide.content.review import current_day, review_guide, review_whole
from guide.content.style_file import fixed_texts, style_record
from guide.errors import ERROR, GuideError, Problem
from guide.frozen import frozen
from guide.language.scripts import base_language
from guide.language.words import ENGLISH, Words, words_in
from guide.model import Edition, Guide, Listing
from guide.problems.content import ENGLISH_WORDS
from guide.reading.source import Source
from guide.timing import Lap, untimed

if TYPE_CHECKING:
    from guide.layout.body.memory import GalleyMemory
    from guide.layout.laid_out import LaidOut

STYLE_FILE = "style.yaml"
TRANSLATIONS = "translations"


class Memory:
    """What a process that goes on running keeps from one build for the next: files read, and galleys set."""

    def __init__(self) -> None:
        self.sections: Read = {}  # see load_guide
        self.translations: dict[Path, Any] = {}  # files of translations, see guide/studio/translations.py
        self.galleys: dict[str, GalleyMemory] = {}  # by the name of an edition
        self.digests: dict[str, tuple[Listing, str]] = {}  # of listings by id, see guide.manifest

    def galleys_of(self, edition: Edition, guide: Guide) -> GalleyMemory:
        """What is kept of an edition."""
        found = self.galleys.get(edition.name)
        if found is None:
            from guide.layout.body.memory import GalleyMemory  # only who keeps something needs it

            found = self.galleys[edition.name] = GalleyMemory()
        return found

    def drawn(self, edition: Edition) -> None:
        """Told when an edition is drawn."""


@frozen
class Project:
    """A content folder opened once: the guide in it, its editions, and what is wrong with them."""

    folder: Path
    guide: Guide | None  # with its style, and with what is not printed; None where it cannot be read
    problems: tuple[Problem, ...]  # of content and style
    editions: dict[str, Edition]  # by name
    edition_problems: tuple[Problem, ...]
    memory: Memory | None = None

    @property
    def printed(self) -> Guide:
        """The guide without what may not leave the house. Raises GuideError where it cannot be read."""
        if self.guide is None:
            raise GuideError(self.problems)
        return printable(self.guide)

    def ask_for(self, names: tuple[str, ...] = (), every: bool = False, strict: bool = False) -> Asked:
        """The editions of these names, the default one without; raises GuideError where the content stops them all."""
        stop_on_errors(self.problems, strict)
        return ask_for(self.editions, self.edition_problems, self.folder, names, every, strict)


def open_project(
    folder: str | Path,
    today: date | None = None,
    memory: Memory | None = None,
    lap: Lap = untimed,
    in_spite: bool = False,
) -> Project:
    """The project in a content folder, read whole; what is wrong is in its problems, and nothing is raised.

    `today` is the day on which it is judged what is stale, else the clock's. `memory` keeps what was read for the next
    time in this process, `lap(stage)` is told when a stage ends. `in_spite`: the guide is what could be read of it.
    """
    guide, problems = load_content(folder, today, memory, lap, in_spite)
    return with_editions(Path(folder), guide, problems, memory)


def load_content(
    folder: str | Path,
    today: date | None = None,
    memory: Memory | None = None,
    lap: Lap = untimed,
    in_spite: bool = False,
) -> tuple[Guide | None, tuple[Problem, ...]]:
    """(guide, problems): the guide with its style and all that is wrong; None for a guide that cannot be read.

    `in_spite`: in spite of errors what could be read of it.
    """
    review = review_whole if in_spite else review_guide
    guide, problems = review(folder, today, memory.sections if memory is not None else None, lap)
    if guide is not None:
        problems += _language_problem(guide)
    return (None, problems) if guide is None else with_style(guide, problems, Path(folder))


def typed_project(folder: str | Path, today: date | None = None, memory: Memory | None = None) -> Project:
    """The project as it is typed, for a picture of it: what could be read, whatever is wrong, and nothing is judged.

    Its guide is None only where there is no folder; its problems are those of reading.
    """
    guide, problems = read_guide(folder, memory.sections if memory is not None else None)
    if guide is not None:
        guide, problems = with_style(replace(guide, day=today or current_day()), problems, Path(folder))
    return with_editions(Path(folder), guide, problems, memory)


def with_editions(
    folder: Path, guide: Guide | None, problems: tuple[Problem, ...], memory: Memory | None
) -> Project:
    """The project of a guide that is read, with the editions in its folder."""
    editions, edition_problems = load_editions(folder, read_file)
    return Project(
        folder=folder,
        guide=guide,
        problems=problems,
        editions=editions,
        edition_problems=edition_problems,
        memory=memory,
    )


def with_style(
    guide: Guide, problems: tuple[Problem, ...], folder: Path
) -> tuple[Guide, tuple[Problem, ...]]:
    """(guide, problems) with the style of the folder, if it has one, and what is wrong with it."""
    source = Source(folder / STYLE_FILE, folder)
    if not os.path.lexists(source.path):
        return guide, problems
    style = read_file(source, style_record(fixed_texts(ENGLISH)))
    if style is not None:
        from guide.layout.type.style_check import check_style  # only a guide with a style of its own needs it

        problems += check_style(style)
        guide = replace(guide, style=style)
    return guide, problems + tuple(source.problems)


def _language_problem(guide: Guide) -> tuple[Problem, ...]:
    """A warning where the tool's own words are in another language than the guide."""
    if base_language(guide.language) == ENGLISH.language or words_in(guide.language) is not ENGLISH:
        return ()
    return (ENGLISH_WORDS.at(guide.mark, language=guide.language),)


def all_schemas() -> dict[str, str]:
    """{file name: text} of the schemas for editors."""
    from guide.content.schema import schema_files  # no build needs it

    return schema_files(fixed_texts(ENGLISH))


def words_of(guide: Guide) -> Words:
    """The fixed texts in a guide's language, and in its own way where it is not translated."""
    words, own = words_in(guide.language), guide.style.words
    if not own or guide.source_language not in ("", guide.language):
        return words
    return replace(words, **cast(dict[str, Any], dict(own)))


def stop_on_errors(problems: Iterable[Problem], strict: bool, laid_out: LaidOut | None = None) -> None:
    """Raise GuideError with all problems if one of them is an error; if strict, a warning is one. Then what is laid out is given up."""
    problems = tuple(problems)
    if any(strict or problem.level == ERROR for problem in problems):
        if laid_out:
            laid_out.give_up()
        raise GuideError(problems)
