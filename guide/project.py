"""A content folder: the guide in it with its style, its words, and what is wrong with them."""

import os
from dataclasses import replace
from pathlib import Path

from guide.content.file import read_file
from guide.content.review import review_guide
from guide.content.style_file import fixed_texts, style_record
from guide.errors import ERROR, WARNING, GuideError, Problem
from guide.language.scripts import base_language
from guide.language.words import ENGLISH, words_in
from guide.reading.source import Source
from guide.timing import untimed

STYLE_FILE = "style.yaml"
TRANSLATIONS = "translations"


def load_content(folder, today=None, memory=None, lap=untimed):
    """(guide, problems): the guide with its style and all that is wrong; None for a guide that cannot be read."""
    guide, problems = review_guide(folder, today, memory and memory.sections, lap)
    if guide is not None:
        problems += _language_problem(guide)
    source = Source(Path(folder) / STYLE_FILE, Path(folder))
    if guide is None or not os.path.lexists(source.path):
        return guide, problems
    style = read_file(source, style_record(fixed_texts(ENGLISH)))
    if style is not None:
        from guide.layout.type.style_check import check_style  # only a guide with a style of its own needs it

        problems += check_style(style)
        guide = replace(guide, style=style)
    return guide, problems + tuple(source.problems)


def _language_problem(guide):
    """A warning where the tool's own words are in another language than the guide."""
    if base_language(guide.language) == ENGLISH.language or words_in(guide.language) is not ENGLISH:
        return ()
    return (
        Problem(
            mark=guide.mark,
            name="language",
            level=WARNING,
            message=f"the guide is in {guide.language!r}, but the tool's own words (Contents, page ...) are printed in English",
            hint="write them under words: in style.yaml",
        ),
    )


def all_schemas():
    """{file name: text} of the schemas for editors."""
    from guide.content.schema import schema_files  # no build needs it

    return schema_files(fixed_texts(ENGLISH))


def words_of(guide):
    """The fixed texts in a guide's language, and in its own way where it is not translated."""
    words = words_in(guide.language)
    return (
        words
        if guide.source_language not in ("", guide.language)
        else replace(words, **dict(guide.style.words))
    )


class Memory:
    """What a process that goes on running keeps from one build for the next: section files read, and galleys set."""

    def __init__(self):
        self.sections = {}  # see load_guide
        self.galleys = {}  # GalleyMemory by the name of an edition


def stop_on_errors(problems, strict, document=None):
    """Raise GuideError with all problems if one of them is an error; if strict, a warning is one. Then the document is given up."""
    if any(strict or problem.level == ERROR for problem in problems):
        if document:
            document.give_up()
        raise GuideError(problems)
