"""Where handouts are made: what all of them need, ready once in a process, and the pieces of work that it does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from guide.batch.choose import Chooser, Request, as_row
from guide.batch.handouts import Handout, Handouts, LaidHandout, Wish
from guide.batch.ledger import Entry
from guide.batch.merge import merged
from guide.batch.packing import ARCHIVES, MERGED, Files
from guide.batch.people import EMAIL, FILE, Person, Table
from guide.build import without_collector, write_pdf
from guide.errors import ERROR, GuideError, Problem
from guide.formats import PRESSES
from guide.frozen import frozen
from guide.model import Edition
from guide.press import for_the_printer
from guide.problems.people import ROW_FAULT
from guide.project import Project, open_project, stop_on_errors


class Task(NamedTuple):
    """A row that is to have a handout."""

    name: str  # of its files, without an ending
    person: Person
    key: str  # a digest of all that it is made of


class Piece(NamedTuple):
    """Rows whose handouts are made together; `file` holds them all, "" where each has files of its own."""

    tasks: tuple[Task, ...]
    file: str = ""


@frozen
class Made:
    """What came of a piece: an entry for each row, files by name, problems to be told."""

    entries: tuple[Entry, ...]
    files: Files
    folder: Path  # of the content, where it was made
    problems: tuple[Problem, ...] = ()


@dataclass(kw_only=True, slots=True)
class Supplies:
    """What the handouts of one run need."""

    chooser: Chooser
    handouts: Handouts
    table: Table
    packing: str
    told: set[Problem] = field(
        default_factory=set
    )  # of content and editions, which all handouts would tell again

    def once(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Yield the problems that were not told yet."""
        for problem in problems:
            if problem not in self.told:
                self.told.add(problem)
                yield problem


class MadeRow(NamedTuple):
    """What came of one row: its entry without files, and its handout as it was asked for; None where there is none."""

    entry: Entry
    made: Handout | LaidHandout | None
    problems: tuple[Problem, ...]


def prepare(folder: Path, today: date | None, request: Request, table: Table, packing: str) -> Supplies:
    """What handouts of the guide in a content folder need; raises GuideError where the content stops them all."""
    return supplies_of(sound_project(folder, today), request, table, packing)


def sound_project(folder: Path, today: date | None) -> Project:
    """The project in a content folder; raises GuideError where the content stops all handouts."""
    project = open_project(folder, today)
    stop_on_errors((*project.problems, *project.edition_problems), False)
    return project


def supplies_of(project: Project, request: Request, table: Table, packing: str) -> Supplies:
    """What handouts of a project need."""
    guide = project.printed
    return Supplies(
        chooser=Chooser(guide, project.editions, request),
        handouts=Handouts(guide=guide, folder=project.folder),
        table=table,
        packing=packing,
    )


def make_piece(supplies: Supplies, piece: Piece) -> Made:
    """Make the handouts of some rows; a row for which there is none is told, and stops nothing."""
    rows = [make_row(supplies, task) for task in piece.tasks]
    problems = tuple(problem for each in rows for problem in each.problems)
    if supplies.packing == MERGED:
        entries, files = merge(piece.file, rows)
    elif supplies.packing in ARCHIVES:
        entries, files = pack(supplies.packing, piece.file, rows)
    else:
        entries, files = apart(rows)
    return Made(entries=tuple(entries), files=files, folder=supplies.handouts.folder, problems=problems)


def make_row(supplies: Supplies, task: Task) -> MadeRow:
    """The handout of a row, with what there is to tell."""
    picked = supplies.chooser.pick(task.person, supplies.table)
    entry = Entry(
        name=task.name, row=task.person.row, key=task.key, problems=tuple(map(said, picked.problems))
    )
    if picked.wish is None:
        return MadeRow(entry, None, picked.problems)
    try:
        made = make(supplies, picked.wish)
    except GuideError as error:
        why = next((each for each in error.problems if each.level == ERROR), error.problems[0])
        wrong = as_row(why, supplies.table.mark(task.person.row))
    except Exception as error:  # a fault of the program with one row is no reason to keep the others waiting
        wrong = ROW_FAULT.at(supplies.table.mark(task.person.row), kind=type(error).__name__)
    else:
        told = tuple(supplies.once(made.problems))
        language = supplies.handouts.guide.language
        done = finished(entry, picked.wish.edition, made, language)
        return MadeRow(done, made, picked.problems + told)
    entry = with_problem(entry, wrong)
    return MadeRow(entry, None, (*picked.problems, wrong))


def make(supplies: Supplies, wish: Wish) -> Handout | LaidHandout:
    """A handout, drawn unless many are to be drawn together."""
    if supplies.packing == MERGED:
        with without_collector():
            return supplies.handouts.lay_out(wish)
    return supplies.handouts.make(wish)


def finished(entry: Entry, edition: Edition, made: Handout | LaidHandout, language: str) -> Entry:
    """The entry of a handout that is made, but for its files; `language` is the guide's own."""
    pages = made.pages if isinstance(made, Handout) else made.laid_out.page_count
    return entry.with_made(
        pages, made.listings, made.left_out, " ".join(edition.languages or (language,)), edition.name
    )


def said(problem: Problem) -> str:
    """A problem in the manifest."""
    return f"{problem.message}; {problem.hint}" if problem.hint else problem.message


def with_problem(entry: Entry, problem: Problem) -> Entry:
    """The entry of a row that has no handout."""
    return entry.without_files(said(problem))


# --- as files ---------------------------------------------------------------------------------------


def apart(rows: Iterable[MadeRow]) -> tuple[list[Entry], dict[str, bytes]]:
    """(entries, files) where each handout has files of its own."""
    entries: list[Entry] = []
    files: dict[str, bytes] = {}
    for entry, made, _ in rows:
        own = own_files(entry, made)
        files |= own
        entries.append(entry.with_files(tuple(own)))
    return entries, files


def own_files(entry: Entry, made: Handout | LaidHandout | None) -> dict[str, bytes]:
    """The files of a handout by name."""
    drawn = made.files if isinstance(made, Handout) else {}
    return {f"{entry.name}{ending}": data for ending, data in drawn.items()}


def pack(packing: str, file: str, rows: Sequence[MadeRow]) -> tuple[list[Entry], dict[str, bytes]]:
    """(entries, files) where all handouts lie in one archive."""
    inside = [pair for each in rows for pair in own_files(each.entry, each.made).items()]
    entries = [each.entry.with_files((file,) if each.made else ()) for each in rows]
    return entries, {file: ARCHIVES[packing](inside)} if inside else {}


def merge(file: str, rows: Sequence[MadeRow]) -> tuple[list[Entry], dict[str, bytes]]:
    """(entries, files) where all handouts are one document; those of another paper, ink or colour have one of their own."""
    groups: dict[tuple[object, ...], list[LaidHandout]] = {}
    for _, made, _ in rows:
        if isinstance(made, LaidHandout):
            groups.setdefault(likeness(made), []).append(made)
    stem = file.removesuffix(".pdf")
    names = {
        alike: file if len(groups) == 1 else f"{stem}-{some[0].edition.name}.pdf"
        for alike, some in groups.items()
    }
    entries = [
        entry.with_files((names[likeness(made)],) if isinstance(made, LaidHandout) else ())
        for entry, made, _ in rows
    ]
    return entries, {names[alike]: drawn_together(some) for alike, some in groups.items()}


def likeness(made: LaidHandout) -> tuple[object, ...]:
    """What handouts have in common that can be one document."""
    document = made.laid_out.document
    size = document.pages[0].width, document.pages[0].height
    return (
        size,
        document.accent,
        made.edition.press,
        made.edition.screen_ink,
        document.standard,
        document.leftward,
    )


def drawn_together(some: Sequence[LaidHandout]) -> bytes:
    """The file of handouts for the printer: with tags, or where the edition's press puts pages on sheets, those sheets."""
    edition = some[0].edition
    document = merged([each.laid_out.document for each in some], not PRESSES[edition.press].single_sided)
    laid_out = some[0].laid_out._replace(document=document)
    press = for_the_printer(laid_out, edition)
    return next(iter(press.files.values()), b"") or write_pdf(laid_out, edition.screen_ink)


def key_of(base: str, person: Person, row: int = 0) -> str:
    """A digest of all that the handout of a person is made of; `base` is that of all handouts."""
    values = sorted((name, text) for name, text in person.values.items() if name not in (FILE, EMAIL))
    return hashlib.sha256(f"{base}{row}{values!r}{person.own!r}".encode()).hexdigest()[:32]


__all__ = ["Supplies", "Made", "Piece", "Task", "key_of", "make_piece", "prepare"]
