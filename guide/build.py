"""The whole pipeline: content files in, a finished PDF out."""

import gc
import os
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from guide.content.checks import silence
from guide.content.choose import choose
from guide.content.edition import ask_for, load_editions
from guide.content.file import read_file
from guide.content.select import printable
from guide.content.versions import Prepared, prepare
from guide.errors import ERROR
from guide.layout.body.stretch import GalleyMemory
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.editions.versions import _unchecked_words, stacks_of
from guide.layout.type.coverage import in_editions, lacking_characters, missing_characters
from guide.layout.type.style import accent_of, make_style
from guide.press import IMPOSED, for_the_printer
from guide.project import TRANSLATIONS, load_content, stop_on_errors, words_of
from guide.timing import untimed


def check_content(folder, today=None):
    """(guide, problems): the guide and all that is wrong with it, its style and its editions."""
    guide, problems = load_content(folder, today)
    editions, edition_problems = load_editions(Path(folder), read_file)
    problems += edition_problems
    if guide is not None:
        whole = printable(guide)
        problems += tuple(problem for edition in editions.values() for problem in choose(whole, edition)[1])
        if os.path.lexists(Path(folder) / TRANSLATIONS):
            from guide.content.translations import check_translations  # few guides have any

            problems += silence(guide, check_translations(whole, folder))
        problems += check_characters(
            folder, whole, editions, any(problem.level == ERROR for problem in problems)
        )
    return guide, problems


def check_characters(folder, whole, editions, is_wrong):
    """The problems of characters that no face has, with the editions that print them; tuple.

    An edition that has none in its content is not laid out, and one `is_wrong` cannot be: there all content counts.
    """
    found = {}
    for edition in editions.values():
        prepared, problems = prepare(whole, edition, folder)
        guides = [guide for guide in (prepared.guide, prepared.second) if guide]
        lacking = [problem for guide in guides for problem in lacking_characters(guide, stacks_of(guide))]
        if lacking and not is_wrong and not any(problem.level == ERROR for problem in problems):
            laid_out = set_edition(prepared, edition)
            if laid_out.document:
                laid_out.document.give_up()
            lacking = [problem for problem in laid_out.problems if problem.name == "no-face-has-character"]
        for problem in dict.fromkeys(lacking):
            found.setdefault(problem, []).append(edition.name)
    return tuple(
        problem if len(names) == len(editions) else in_editions(problem, names)
        for problem, names in found.items()
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class BuildResult:
    """A finished guide: the file's bytes, what is in it, and the warnings."""

    pdf: bytes
    pages: int
    listings: int
    problems: tuple
    said: tuple[str, ...] = ()


@contextmanager
def without_collector():
    """Work without Python's cycle collector: a guide is a million small objects in no cycles, and looking through
    them again and again takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@without_collector()
def build_guide(folder, progress=None, *, today=None, strict=False, name="", memory=None, lap=untimed):
    """The accessible PDF of an edition of the guide in a content folder, the default one where there is no name.

    Raises GuideError with all problems where there are errors. `progress(stage, done, total)` is called as the stages
    begin. What is stale is judged on the day `today`, else by the clock; no date of the clock is in the PDF.
    `strict`: warnings are errors. `memory` serves the next build in the same process. `lap(stage)` is told when a stage ends.
    """
    lap("start")
    report = progress or (lambda stage, done, total: None)
    report("Reading", 0, 3)
    whole, problems = load_content(folder, today, memory, lap)
    stop_on_errors(problems, strict)
    asked = ask_for(*load_editions(Path(folder), read_file), folder, (name,) if name else (), strict=strict)
    problems += asked.told
    stop_on_errors(
        (*problems, *(problem for found in asked.wrong.values() for problem in found)),
        strict and not asked.sound,
    )
    (edition,) = asked.sound
    whole = printable(whole)
    prepared, more = prepare(whole, edition, folder)
    problems += more
    stop_on_errors(problems, strict)
    report("Setting", 1, 3)
    laid_out = set_edition(prepared, edition, memory=memory)
    lap("lay out")
    problems += laid_out.problems
    stop_on_errors(problems, strict, laid_out.document)
    report("Writing", 2, 3)
    from guide.pdf.writer import (
        render_pdf,  # reportlab, the slowest import, is not needed where content is wrong
    )

    lap("start")
    document, said = laid_out.document, laid_out.said
    count, laid_out = document.page_count, None
    document, pages = without_pages(document)
    pdf = render_pdf(document, edition.ink, lap, pages)
    report("Done", 3, 3)
    return BuildResult(
        pdf=pdf, pages=count, listings=len(prepared.guide.listings), problems=problems, said=said
    )


def without_pages(document):
    """(the document without its pages, these as a deque), so that they can be let go one by one."""
    return replace(document, pages=()), deque(document.pages)


def set_edition(prepared: Prepared, edition, digest="", memory=None):
    """An edition laid out, its problems those of the layout and of characters that no face has; LaidOut."""
    galleys = memory and memory.galleys.setdefault(edition.name, GalleyMemory())
    versions = [
        Version(guide, words_of(guide), stacks_of(guide))
        for guide in (prepared.guide, prepared.second)
        if guide
    ]
    in_stretches = edition.press not in IMPOSED  # or all pages are needed here
    laid_out = lay_out(versions, edition, prepared.whole, digest, galleys, in_stretches)
    missing = [
        problem for version in versions for problem in missing_characters(version.guide, version.stacks)
    ]
    if missing and memory:
        del memory.galleys[edition.name]  # or what is kept would not ask the faces again
    document = laid_out.document and replace(laid_out.document, single_sided=edition.press == "single-sided")
    return replace(
        laid_out,
        document=document,
        problems=laid_out.problems + tuple(dict.fromkeys(missing)),
        said=laid_out.said + tuple(_unchecked_words(versions)),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class EditionFiles:
    """The files of an edition by name, and what a manifest tells of them."""

    data: dict  # bytes by file name, the accessible PDF first
    pages: int
    sheets: int
    copies: int  # that the sheets make
    places: dict  # the page of each listing, by id
    said: tuple[str, ...]
    problems: tuple


@without_collector()
def edition_files(prepared: Prepared, edition, digest, memory=None, lap=untimed):
    """The files of an edition; raises GuideError where it cannot be laid out.

    Beside the accessible PDF there is one for the printer where the edition's press asks for it.
    """
    from guide.pdf.writer import render_pdf  # see build_guide

    lap("start")
    laid_out = set_edition(prepared, edition, digest, memory)
    lap("lay out")
    problems, document = laid_out.problems, laid_out.document
    stop_on_errors(problems, False, document)
    press = for_the_printer(document, edition)
    count, said, laid_out = document.page_count, laid_out.said, None
    document, pages = without_pages(document)
    data = {f"{edition.name}.pdf": render_pdf(document, edition.ink, lap, pages), **press.files}
    children = [child for entry in document.outline for child in entry.children]
    places = {
        listing.id: child.destination.page + 1 for listing, child in zip(prepared.guide.listings, children)
    }
    return EditionFiles(
        data=data,
        pages=count,
        sheets=press.sheets,
        copies=press.copies,
        places=places,
        said=said + press.said,
        problems=problems + press.problems,
    )


def build_worklist(guide):
    """(PDF, CSV) of the call sheet for a guide, as bytes; raises GuideError where no face has a character of it."""
    from guide.content.worklist import calls_csv, list_calls  # no build needs these
    from guide.layout.editions.call_sheet import typeset_worklist
    from guide.pdf.writer import render_pdf  # see build_guide

    guide, calls = printable(guide), list_calls(guide)
    stacks = stacks_of(guide)
    document = typeset_worklist(guide, calls, make_style("letter", accent_of(guide), stacks), words_of(guide))
    stop_on_errors(missing_characters(guide, stacks), False, document)
    return render_pdf(document), calls_csv(calls)
