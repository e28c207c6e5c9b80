"""The whole pipeline: content files in, a finished PDF out.

Two ways lead through it: `make_pdf` makes one edition's PDF, for `build --output` and for other programs; `edition_files` makes all
files of an edition, for `guide.produce`, which judges the problems itself. Both choose, set (`set_edition`) and write
(`write_pdf`). What a stretch is, and elsewhere, the glossary in `guide/__init__.py` says.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from guide.content.checks import silence
from guide.content.choose.choice import choose
from guide.content.choose.languages import Chosen, choose_in_languages
from guide.content.choose.printable import printable
from guide.errors import ERROR, GuideError, Problem
from guide.formats import PRESSES
from guide.frozen import frozen
from guide.layout.body.memory import GalleyMemory
from guide.layout.editions.draft import Draft, lay_out_draft
from guide.layout.editions.lay_out import SetEdition, lay_out
from guide.layout.editions.own_names import printable_names
from guide.layout.editions.versions import Version, other_shapes, stacks_of, unchecked_words
from guide.layout.kept_page import NotAsKept
from guide.layout.type.coverage import in_editions, lacking_characters, missing_characters
from guide.layout.type.style import accent_of, make_style
from guide.model import Edition, Guide
from guide.output import MADE, Rule, write_atomically
from guide.press import for_the_printer, needs_all_pages
from guide.project import TRANSLATIONS, Memory, Project, open_project, stop_on_errors, words_of
from guide.screen import attached_to, made_for_screen, no_pdf
from guide.timing import Lap, untimed

if TYPE_CHECKING:
    from guide.content.call_choice import CallChoice
    from guide.layout.laid_out import LaidOut
    from guide.layout.pages import Document, OutlineEntry, Page

SEVERAL = 3  # editions; fewer are laid out faster in this process than in others that have to start
Try = tuple[Path, Guide, Edition]  # a content folder, its guide, and an edition of it
Progress = Callable[[str, int, int], None]  # told of a stage, how much of it is done, and of how much


def check_content(folder: str | Path, today: date | None = None) -> tuple[Guide | None, tuple[Problem, ...]]:
    """(guide, problems): the guide in a content folder and all that is wrong with it."""
    project = open_project(folder, today)
    return project.guide, check_project(project)


def check_project(project: Project) -> tuple[Problem, ...]:
    """All that is wrong with a project: its content, style, editions and translations, and what no face can print."""
    problems = project.problems + project.edition_problems
    if project.guide is None:
        return problems
    whole, editions = project.printed, project.editions
    problems += tuple(problem for edition in editions.values() for problem in choose(whole, edition)[1])
    if os.path.lexists(project.folder / TRANSLATIONS):
        from guide.content.translation_checks import check_translations  # few guides have any

        problems += silence(project.guide, check_translations(whole, project.folder))
    wrong = any(problem.level == ERROR for problem in problems)
    found = check_characters(project, whole) if wrong else check_editions(project, whole, problems)
    worse = {(problem.mark, problem.name): problem.message for problem in found if problem.level == ERROR}
    return (
        *(each for each in problems if not worse.get((each.mark, each.name), "").startswith(each.message)),
        *found,
    )


def check_characters(project: Project, whole: Guide) -> tuple[Problem, ...]:
    """The problems of characters that no face has, with the editions that have them, where none can be laid out."""
    found: dict[str, tuple[Problem, ...]] = {}
    for edition in project.editions.values():
        chosen, _ = choose_in_languages(whole, edition, project.folder)
        guides = [guide for guide in (chosen.guide, chosen.second) if guide]
        found[edition.name] = tuple(
            problem
            for guide in guides
            for named, renamed in [printable_names(guide, stacks_of(guide))]
            for problem in (*renamed, *lacking_characters(named, stacks_of(guide)))
        )
    return of_editions(len(project.editions), found)


def check_editions(project: Project, whole: Guide, known: Iterable[Problem]) -> tuple[Problem, ...]:
    """What is wrong with editions as they are laid out, but for what is known, with the editions that have it."""
    tries = [(project.folder, whole, edition) for edition in project.editions.values()]
    with without_collector():
        tried = dict(try_side_by_side(tries) if len(tries) >= SEVERAL else map(try_edition, tries))
    told = set(known)
    found = {name: tuple(each for each in tried[name] if each not in told) for name in project.editions}
    return of_editions(len(project.editions), found)


def try_side_by_side(tries: Sequence[Try]) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """Yield what `try_edition` gives for each."""
    from guide.crew import side_by_side  # a few editions need no other process

    return side_by_side(try_edition, tries)


def try_edition(asked: Try) -> tuple[str, tuple[Problem, ...]]:
    """(name, problems) of an edition that is laid out and not written."""
    folder, whole, edition = asked
    chosen, problems = choose_in_languages(whole, edition, folder)
    wrong = tuple(problem for problem in problems if problem.level == ERROR)
    if wrong:
        return edition.name, wrong
    if not edition.made_as.is_paper:
        return edition.name, made_for_screen(chosen, edition).problems
    done = set_edition(chosen, edition)
    if done.laid_out:
        done.laid_out.give_up()
    return edition.name, done.problems


def of_editions(count: int, found: Mapping[str, tuple[Problem, ...]]) -> tuple[Problem, ...]:
    """The problems of editions, {name: problems}, each once, with the names of those that have it where others of the
    `count` do not."""
    names: dict[Problem, list[str]] = {}
    for name, problems in found.items():
        for problem in dict.fromkeys(problems):
            names.setdefault(problem, []).append(name)
    return tuple(
        problem
        if len(some) == count or problem.mark.path.parent.name == "editions"
        else in_editions(problem, some)
        for problem, some in names.items()
    )


@frozen
class BuildResult:
    """A finished guide: the file's bytes, what is in it, and the warnings."""

    pdf: bytes
    pages: int
    listings: int
    problems: tuple[Problem, ...]
    said: tuple[str, ...] = ()


@contextmanager
def without_collector() -> Iterator[None]:
    """Work without Python's cycle collector: a guide is a million small objects in no cycles, and looking through
    them again and again takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def build_guide(
    folder: str | Path,
    progress: Progress | None = None,
    *,
    today: date | None = None,
    strict: bool = False,
    name: str = "",
    memory: Memory | None = None,
    lap: Lap = untimed,
) -> BuildResult:
    """The accessible PDF of an edition of the guide in a content folder, the default one where there is no name.

    What is stale is judged on the day `today`, else by the clock; no date of the clock is in the PDF. `memory` serves the
    next build in the same process. See `make_pdf` for the rest.
    """
    report = progress or _untold
    lap("start")
    report("Reading", 0, 3)
    with without_collector():
        project = open_project(folder, today, memory, lap)
    return make_pdf(project, name, strict=strict, progress=report, lap=lap)


def _untold(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


@without_collector()
def make_pdf(
    project: Project,
    name: str = "",
    *,
    strict: bool = False,
    progress: Progress = _untold,
    lap: Lap = untimed,
) -> BuildResult:
    """The accessible PDF of an edition of a project, the default one where there is no name.

    Raises GuideError with all problems where there are errors; `strict`: warnings are errors. `progress(stage, done, total)`
    is called as the stages begin, `lap(stage)` when one ends.
    """
    asked = project.ask_for((name,) if name else (), strict=strict)
    problems = project.problems + asked.told
    stop_on_errors(
        (*problems, *(problem for found in asked.wrong.values() for problem in found)),
        strict and not asked.sound,
    )
    (edition,) = asked.sound
    chosen, more = choose_in_languages(project.printed, edition, project.folder)
    problems += more if edition.made_as.is_paper else (*more, no_pdf(edition))
    stop_on_errors(problems, strict)
    progress("Setting", 1, 3)
    done = set_edition(chosen, edition, memory=project.memory)
    lap("lay out")
    problems += done.problems
    laid_out = laid_out_of(done, problems, strict)
    progress("Writing", 2, 3)
    count, said = laid_out.page_count, done.said
    pdf = drawn(laid_out, chosen, edition, "", project.memory, lap)
    progress("Done", 3, 3)
    return BuildResult(
        pdf=pdf, pages=count, listings=len(chosen.guide.listings), problems=problems, said=said
    )


def laid_out_of(done: SetEdition, problems: tuple[Problem, ...], strict: bool) -> LaidOut:
    """The document that was laid out; raises GuideError with the problems where they stop it. Then it is given up."""
    stop_on_errors(problems, strict, done.laid_out)
    if done.laid_out is None:
        raise GuideError(problems)
    return done.laid_out


def save_pdf(
    project: Project, path: str | Path, name: str = "", *, strict: bool = False, over: Rule = MADE
) -> BuildResult:
    """Make the PDF of an edition and put it in the place of a file in one step; what was there stays until it is complete.

    Raises what `make_pdf` does, and OSError; GuideError too for a file that this program has not made, which is kept.
    """
    result = make_pdf(project, name, strict=strict)
    write_atomically(Path(path), result.pdf, over)
    return result


def write_pdf(laid_out: LaidOut, ink: str, lap: Lap = untimed) -> bytes:
    """The bytes of a document, whose pages are let go one by one as they are drawn."""
    # reportlab, the slowest import: not needed where content is wrong
    from guide.pdf.writer import render_pdf

    lap("start")
    document, pages = without_pages(laid_out.document)
    return render_pdf(document, ink, lap, pages, laid_out.elsewhere)


def drawn(
    done: LaidOut, chosen: Chosen, edition: Edition, digest: str, memory: Memory | None, lap: Lap = untimed
) -> bytes:
    """The bytes of an edition that is laid out; laid out again, of nothing that is kept, where that cannot stand in its file."""
    try:
        pdf = write_pdf(done, edition.screen_ink, lap)
    except NotAsKept:
        if memory is None:
            raise
        memory.galleys_of(edition, chosen.guide).forget()
        again = set_edition(chosen, edition, digest, memory)
        pdf = write_pdf(laid_out_of(again, again.problems, False), edition.screen_ink, lap)
    if memory:
        memory.drawn(edition)
    return pdf


def without_pages(document: Document) -> tuple[Document, deque[Page]]:
    """(the document without its pages, these as a deque), so that they can be let go one by one."""
    return replace(document, pages=()), deque(document.pages)


def set_edition(
    chosen: Chosen,
    edition: Edition,
    digest: str = "",
    memory: Memory | None = None,
    galleys: GalleyMemory | None = None,
    draft: Draft | None = None,
) -> SetEdition:
    """An edition laid out, its problems those of the layout and of characters that no face has.

    What is set is kept for the next time in `galleys`, or in those that the memory has for the edition. `draft`: of the same,
    which becomes it where it can.
    """
    in_stretches = not needs_all_pages(edition)  # or all pages are needed here
    if galleys is None and memory:
        galleys = memory.galleys_of(edition, chosen.guide)
        if galleys.keeps_apart and not in_stretches:  # and as more than they look drawn
            galleys = None
    versions, renamed = versions_of(chosen)
    made = draft.finished() if draft else None
    done = lay_out(versions, edition, chosen.whole, digest, galleys, in_stretches, made)
    missing = [
        problem for version in versions for problem in missing_characters(version.guide, version.stacks)
    ]
    if missing and galleys:
        galleys.forget()  # or what is kept would not ask the faces again
    laid_out = done.laid_out
    attached, wrong = attached_to(chosen, edition) if laid_out and edition.attach else ((), ())
    if laid_out:
        single_sided = PRESSES[edition.press].single_sided
        document = replace(
            laid_out.document,
            single_sided=single_sided,
            standard=edition.standard,
            attached=attached,
            identifiers=identifiers_of(edition),
        )
        laid_out = laid_out._replace(document=document)
    return replace(
        done,
        laid_out=laid_out,
        problems=done.problems + renamed + tuple(dict.fromkeys(missing)) + wrong,
        said=(*done.said, *unchecked_words(versions), *other_shapes(versions)),
    )


def identifiers_of(edition: Edition) -> tuple[str, ...]:
    """The numbers of an edition as addresses (RFC 8254, RFC 3044): its own, then that of what it is an issue of."""
    isbn = f"urn:isbn:{edition.isbn.replace('-', '')}" if edition.isbn else ""
    return tuple(filter(None, (isbn, f"urn:issn:{edition.issn}" if edition.issn else "")))


def draft_edition(
    chosen: Chosen, edition: Edition, galleys: GalleyMemory | None = None
) -> tuple[Draft | None, tuple[Problem, ...]]:
    """(draft, problems) of an edition, whose pages are the ones that `set_edition` gives; None where it cannot be laid out.

    `galleys` keeps what is set for the next time.
    """
    versions, _ = versions_of(chosen)
    return lay_out_draft(versions, edition, chosen.whole, galleys, not needs_all_pages(edition))


def versions_of(chosen: Chosen) -> tuple[list[Version], tuple[Problem, ...]]:
    """(what an edition is set from: the guide in one language or two, with words and faces, problems of names that no
    face has)."""
    versions: list[Version] = []
    problems: tuple[Problem, ...] = ()
    for guide in filter(None, (chosen.guide, chosen.second)):
        stacks = stacks_of(guide)
        named, renamed = printable_names(guide, stacks)
        versions.append(Version(named, words_of(guide), stacks))
        problems += renamed
    return versions, tuple(dict.fromkeys(problems))


@frozen
class EditionFiles:
    """The files of an edition by name, and what a manifest tells of them."""

    data: dict[str, bytes]  # by file name, the accessible PDF first, or the web page
    pages: int  # on paper, as what follows
    sheets: int
    copies: int  # that the sheets make
    places: dict[str, int]  # the page of each listing, by id
    said: tuple[str, ...]
    problems: tuple[Problem, ...]


@without_collector()
def edition_files(
    chosen: Chosen, edition: Edition, digest: str, memory: Memory | None = None, lap: Lap = untimed
) -> EditionFiles:
    """The files of an edition; raises GuideError where it cannot be laid out.

    Beside the accessible PDF there is one for the printer where the edition's press asks for it.
    """
    lap("start")
    if not edition.made_as.is_paper:
        return files_for_screen(chosen, edition)
    done = set_edition(chosen, edition, digest, memory)
    lap("lay out")
    problems, said = done.problems, done.said
    laid_out = laid_out_of(done, problems, False)
    del done
    press = for_the_printer(laid_out, edition)
    count, outline = laid_out.page_count, laid_out.document.outline
    pdf = drawn(laid_out, chosen, edition, digest, memory, lap)
    data = {f"{edition.name}.pdf": pdf, **press.files}
    places = dict(pages_of_listings(outline))
    return EditionFiles(
        data=data,
        pages=count,
        sheets=press.sheets,
        copies=press.copies,
        places=places,
        said=said + press.said,
        problems=problems + press.problems,
    )


def files_for_screen(chosen: Chosen, edition: Edition) -> EditionFiles:
    """The files of an edition that is read on a screen, on no paper; raises GuideError where it cannot be made."""
    made = made_for_screen(chosen, edition, stops=True)
    return EditionFiles(
        data=made.data, pages=0, sheets=0, copies=1, places={}, said=made.said, problems=made.problems
    )


def pages_of_listings(outline: Iterable[OutlineEntry]) -> Iterator[tuple[str, int]]:
    """Yield (id, page) of the listings in bookmarks, however deep."""
    for entry in outline:
        if entry.listing:
            yield entry.listing, entry.destination.page + 1
        yield from pages_of_listings(entry.children)


def build_worklist(
    guide: Guide, choice: CallChoice | None = None, today: date | None = None
) -> tuple[bytes, bytes]:
    """(PDF, CSV) of the call sheet for the chosen listings of a guide, as bytes, with the day of printing.

    GuideError where no face has a character of it, or where a section is chosen that there is not.
    """
    from guide.content.call_choice import choice_words  # no build needs these
    from guide.content.worklist import ALL, calls_csv, list_calls
    from guide.layout.editions.call_sheet import SheetWords, typeset_worklist
    from guide.pdf.writer import render_pdf  # see write_pdf

    choice = choice or ALL
    calls, said = list_calls(guide, choice), SheetWords(choice_words(choice, guide), today, choice.by_number)
    guide = printable(guide)
    stacks = stacks_of(guide)
    style = make_style("letter", accent_of(guide), stacks)
    document = typeset_worklist(guide, calls, style, words_of(guide), said)
    stop_on_errors(missing_characters(guide, stacks), False)
    return render_pdf(document), calls_csv(calls, guide.edition.number)
