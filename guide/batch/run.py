"""A batch from a table of people to its files: what is there already is kept, the rest is made side by side and written down.

Only this process writes: who makes handouts sends them here. So a piece that is made twice, since a worker was lost, harms
nothing, and the ledger knows what is on the disk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from guide.batch import people as columns
from guide.batch.choose import Chooser, value_of
from guide.batch.ledger import Entry, Ledger
from guide.batch.making import (
    Made,
    Piece,
    Task,
    key_of,
    make_piece,
    prepare,
    said,
    sound_project,
    supplies_of,
)
from guide.batch.names import Names, NoSuchColumn, check_template, fill
from guide.batch.order import Order, Outcome, options_of
from guide.batch.packing import FOLDER, MERGED, NAMES, SIZES
from guide.batch.people import People, meant, read_people
from guide.batch.shelf import is_whole, put_all
from guide.build import Progress
from guide.cluster import crew_of
from guide.content.choose.current import day_state
from guide.content.edition import find_editions
from guide.content.spreadsheet import write_csv
from guide.crew import Kit
from guide.errors import GuideError, Mark, Problem, as_if_in
from guide.frozen import frozen
from guide.manifest import content_digest, digests_of, of_digest, tool_digest
from guide.output import Rule, clear_litter, delete, is_table, write_atomically
from guide.problems import people as kinds
from guide.project import Project, stop_on_errors
from guide.reading.fields import closest

MANIFEST = "handouts.csv"
COLUMNS = ("Row", "File", "Pages", "Listings", "Left out", "Language", "Edition", "Problems")


@frozen(kw_only=False)
class Source:
    """What a run is made of, read and found sound."""

    project: Project
    people: People
    problems: tuple[Problem, ...]  # warnings


def read(order: Order) -> Source:
    """The content and the people; raises GuideError with what stops all handouts."""
    project = sound_project(order.content, order.today)
    names = (order.request.edition,) if order.request.edition else ()
    find_editions(project.editions, names, order.content)
    people = read_people(order.people)
    greetings = {edition.greeting: edition.mark for edition in project.editions.values() if edition.greeting}
    templates = {
        order.name: Mark(Path("--name")),
        order.request.greeting: Mark(Path("--greeting")),
        **{text: mark or Mark(order.content) for text, mark in greetings.items()},
    }
    stop_on_errors(unknown_columns(templates, people), False)
    return Source(project, people, (*project.problems, *people.problems))


def unknown_columns(templates: dict[str, Mark], people: People) -> Iterator[Problem]:
    """Yield a problem for each template that names a column which the table does not have."""
    there = [*filter(None, people.table.columns), "row"]
    known = {*people.table.columns, *columns.COLUMNS}
    for template, mark in templates.items():
        try:
            check_template(template, lambda name: meant(name) if meant(name) in known else "")
        except NoSuchColumn as error:
            name = error.args[0]
            yield kinds.NO_COLUMN.at(mark, name=name, near=closest(name, there), names=", ".join(there))


# --- a run ------------------------------------------------------------------------------------------


def run(order: Order, progress: Progress | None = None, source: Source | None = None) -> Outcome:
    """Make the handouts of a table of people; what became of each row stands in the folder's table.

    `source`: what it is made of, where that is read already.
    """
    source = source or read(order)
    outcome = Outcome(problems=list(source.problems))
    total = sum(1 for _ in source.people)
    asked = order.request, source.people.table, order.packing
    supplies = supplies_of(source.project, *asked)
    kit = Kit(prepare, order.content, order.today, *asked, ready=supplies)
    with crew_of(kit, order.scheduler) as crew, Ledger(order.out) as ledger:
        clear_litter(order.out)
        ledger.remember(options_of(order))
        desk = _Desk(order, source, ledger, outcome)
        for made in crew.each(make_piece, desk.pieces()):
            desk.write(made)
            if progress:
                progress("Making", outcome.made + outcome.unchanged + outcome.failed, total)
        desk.look_for_gone()
        outcome.packed = [] if order.packing == FOLDER else sorted(desk.files)
        write_atomically(order.out / MANIFEST, manifest(ledger.entries(), outcome.gone), TABLES)
    return outcome


class _Desk:
    """Where pieces of work are handed out, and what comes back is written."""

    def __init__(self, order: Order, source: Source, ledger: Ledger, outcome: Outcome) -> None:
        self.order, self.source, self.ledger, self.outcome = order, source, ledger, outcome
        self.names = Names()
        self.base = base_of(order, source.project)
        self.files: set[str] = set()  # that belong to a row

    # --- what is to be made

    def pieces(self) -> Iterator[Piece]:
        """Yield what is to be made, in pieces."""
        waiting: list[Task] = []
        size, packing = SIZES[self.order.packing], self.order.packing
        tasks = named_tasks(self.order, self.source, self.names, self.outcome, self.base)
        for number, some in enumerate(chunks(tasks, size), 1):
            if packing == FOLDER:
                waiting += [task for task in some if not self.is_settled(task)]
                if len(waiting) >= size:
                    yield Piece(tuple(waiting))
                    waiting = []
                continue
            piece = self.packed(number, some)
            if all(map(self.known, piece.tasks)):
                for task in piece.tasks:
                    self.is_settled(task)
            else:
                yield piece
        if waiting:
            yield Piece(tuple(waiting))

    def packed(self, number: int, tasks: Iterable[Task]) -> Piece:
        """Rows that are in one file: if one of them changes, all do."""
        tasks = list(tasks)
        whole = hashlib.sha256("".join(f"{task.name} {task.key} " for task in tasks).encode()).hexdigest()
        named = tuple(
            task._replace(key=hashlib.sha256(f"{whole} {task.key}".encode()).hexdigest()[:32])
            for task in tasks
        )
        name = NAMES.get(self.order.packing, "").format(number=number)
        if self.order.packing == MERGED:
            stem = self.order.merged.removesuffix(".pdf")
            name = f"{stem}.pdf" if number == 1 else f"{stem}-{number}.pdf"
        return Piece(named, name)

    def is_settled(self, task: Task) -> bool:
        """Whether nothing is to be done for a row: it has its handout as it would be made now, or there is none; it is counted."""
        entry = self.known(task)
        if not entry:
            return False
        if entry.row != task.person.row:
            self.ledger.note([replace(entry, row=task.person.row)], {})
        self.files.update(entry.files)
        self.outcome.unchanged += entry.is_made
        self.outcome.failed += not entry.is_made
        if not entry.is_made:
            mark = self.source.people.table.mark(task.person.row)
            self.outcome.tell([kinds.STILL_NOT_MADE.at(mark, message=entry.problems[-1])])
        return True

    def known(self, task: Task) -> Entry | None:
        """What the ledger has of a row as it is now, where its files are there; else None."""
        entry = None if self.order.force else self.ledger.find(task.name)
        return entry if entry and entry.key == task.key and self.has_all(entry) else None

    def has_all(self, entry: Entry) -> bool:
        """Whether the files of a row are there."""
        return all(is_whole(self.order.out / name, self.ledger.file(name)) for name in entry.files)

    # --- what was made

    def write(self, made: Made) -> None:
        """Write the files of a piece, and then what became of its rows."""
        put = put_all(self.order.out, made.files, {name: self.ledger.file(name) for name in made.files})
        entries = [without_kept(entry, put.kept) for entry in made.entries]
        self.ledger.note(entries, put.files)
        here, there = self.order.content, made.folder
        told = made.problems if here == there else (as_if_in(here, each, there) for each in made.problems)
        self.outcome.tell((*told, *put.kept.values()))
        self.count(entries)

    def count(self, entries: Iterable[Entry]) -> None:
        """Count what became of rows."""
        for entry in entries:
            self.files.update(entry.files)
            self.outcome.made += entry.is_made
            self.outcome.failed += not entry.is_made
            self.outcome.pages += entry.pages if entry.is_made else 0

    def look_for_gone(self) -> None:
        """Forget rows that are no more, and find their files; these are deleted where that was asked for."""
        self.ledger.forget([name for name in self.ledger.names() if name not in self.names], ())
        files = [name for name in self.ledger.file_names() if name not in self.files]
        if self.order.clear:
            for name in files:
                known = self.ledger.file(name)
                delete(self.order.out / name, of_digest(known.sha256 if known else ""))
            self.ledger.forget((), files)
            return
        self.outcome.gone = [name for name in files if (self.order.out / name).exists()]


class RowChoice(NamedTuple):
    """What a row would get: the names of its listings, the nearest first, and its edition, "" where it gets nothing."""

    row: int
    file: str
    edition: str
    names: tuple[str, ...]


def choices(order: Order, problems: list[Problem]) -> Iterator[RowChoice]:
    """Yield what each row would get, as far as their listings have room; what there is to tell is added to problems."""
    source = read(order)
    problems += source.problems
    guide = source.project.printed
    chooser = Chooser(guide, source.project.editions, order.request)
    names = {listing.id: listing.name for listing in guide.listings}
    outcome = Outcome()
    for task in named_tasks(order, source, Names(), outcome):
        picked = chooser.pick(task.person, source.people.table)
        problems += picked.problems
        wish = picked.wish
        listings = tuple(names[id] for id in wish.listings) if wish else ()
        yield RowChoice(task.person.row, f"{task.name}.pdf", wish.edition.name if wish else "", listings)
    problems += outcome.problems


def without_kept(entry: Entry, kept: dict[str, Problem]) -> Entry:
    """The entry of a row, which has no handout where another file stands in its place."""
    problem = next((kept[name] for name in entry.files if name in kept), None)
    return replace(entry.without_files(said(problem)), key="") if problem else entry  # it is tried again


def named_tasks(
    order: Order, source: Source, names: Names, outcome: Outcome, base: str = ""
) -> Iterator[Task]:
    """Yield a task for each row, with the name of its file; two of one name are told."""
    template = order.name or f"{{{columns.FILE}}}"
    greetings = order.request.greeting, *(each.greeting for each in source.project.editions.values())
    with_row = any("{row" in greeting for greeting in greetings)  # then a row that moves is another one
    for person in source.people:
        wanted = fill(template, person.row, partial(value_of, person))
        name, taken_by = names.give(wanted, person.row)
        if taken_by:
            mark = source.people.table.mark(person.row, columns.FILE)
            outcome.tell([kinds.NAME_TWICE.at(mark, row=taken_by)])
        yield Task(name, person, key_of(base, person, person.row if with_row else 0))


def chunks(tasks: Iterable[Task], size: int) -> Iterator[list[Task]]:
    """Yield tasks, so many at a time."""
    some: list[Task] = []
    for task in tasks:
        some.append(task)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some


def base_of(order: Order, project: Project) -> str:
    """What all handouts are made of: program, faces, content, editions, the day, and what is asked for."""
    digests = digests_of(order.content)
    editions = {name: replace(edition, mark=None) for name, edition in project.editions.items()}
    parts = (
        tool_digest(),
        content_digest(digests),
        day_state(project.printed),
        editions,
        order.request,
        order.packing,
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()


# --- what became of it ------------------------------------------------------------------------------

TABLES = Rule(lambda old: is_table(old, COLUMNS), kinds.OTHER_HANDOUTS)


def manifest(entries: Iterable[Entry], gone: Iterable[str] = ()) -> bytes:
    """What became of every row, as CSV; then the files that are of no row any more."""
    rows = (
        (
            entry.row,
            " ".join(entry.files),
            entry.pages,
            " ".join(entry.listings),
            " ".join(entry.left_out),
            entry.language,
            entry.edition,
            " | ".join(entry.problems),
        )
        for entry in entries
    )
    no_more = (("", name, "", "", "", "", "", "of no row any more") for name in gone)
    return write_csv(COLUMNS, chain(rows, no_more))


__all__ = ["COLUMNS", "MANIFEST", "GuideError", "Order", "Outcome", "read", "run"]
