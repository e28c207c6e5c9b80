"""An import in a process of its own: tables are read, columns looked at, a report made, while the studio answers and saves."""

from __future__ import annotations

import signal
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import field
from datetime import date
from functools import cached_property
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from guide.content.edit import Plain
from guide.errors import GuideError
from guide.exchange.again.folder import Here, read_here
from guide.exchange.again.plan import Differs, Plan
from guide.exchange.again.state import FOLDER, MAPPING, read_state
from guide.exchange.bring_in import Brought, Wish, bring_in, mapping_for, told_country
from guide.exchange.clean.items import clean_all
from guide.exchange.join import gather
from guide.exchange.ledger import LEFT_OUT, Ledger, Sums
from guide.exchange.mapping.choose import with_choice
from guide.exchange.mapping.guess import Doubts, guess
from guide.exchange.mapping.known import known_mappings
from guide.exchange.mapping.model import SourceMapping, TableMapping
from guide.exchange.mapping.overview import Chosen, Shown, overview
from guide.exchange.mapping.read import mapping_schema
from guide.exchange.mapping.tables import match_tables
from guide.exchange.mapping.write import NO_DOUBTS, write_mapping
from guide.exchange.privacy import keep_public
from guide.exchange.shape.shape import shape
from guide.exchange.sources.read import Raw, collect, read_raw
from guide.exchange.tables import PARENT, Table
from guide.frozen import frozen
from guide.output import Rule, write_atomically
from guide.project import all_schemas
from guide.starter import Beginning

STAGE, DONE, REFUSED, GONE = "stage", "done", "refused", "gone"
PLACES, EACH = 5, 20  # of a reason, and of a kind of change: the table has all
HELD, NOT_COLUMNS = "not printed until somebody has looked at it", ("column not taken", "table not taken")
NOBODY = "belongs to nobody"
SAID_BY_PLAN = frozenset(
    ("new listing", "changed in the source", "changed here and in the source, stays as it is here",
     "gone from the source, printed no more", "gone from the source, but changed here: is printed still")
)  # fmt: skip


class Task(NamedTuple):
    """What is imported, and where to."""

    content: Path
    folder: Path  # in which the files lie, by the order of their names
    files: tuple[str, ...]
    addresses: tuple[str, ...]  # on the web
    today: date


@frozen(kw_only=False)
class Columns:
    """The columns of what is imported."""

    rows: tuple[Shown, ...]
    tables: tuple[tuple[str, str, int], ...]  # (source, name, rows)
    empty: int  # columns in which nothing stands
    system: str  # the name of a known export, "" for none
    kept: bool  # a mapping of the import before is used
    named: bool  # some column goes into the name
    section: str = ""  # the one into which everything went the last time


@frozen(kw_only=False)
class Row:
    """A row as a listing."""

    number: int  # of those that become listings, from 0
    count: int
    row: int  # in the table
    values: Mapping[str, Plain]


@frozen
class Told:
    """What an import would do, and the files that it would write."""

    sums: Sums
    new: tuple[tuple[str, str], ...]  # (title of the section, name)
    changed: tuple[tuple[str, tuple[Differs, ...]], ...]  # (name, what)
    conflicts: tuple[tuple[str, tuple[Differs, ...]], ...]
    gone: tuple[str, ...]
    same: int
    left: tuple[tuple[str, int, tuple[str, ...]], ...]  # (reason, rows, the first places)
    kinds: tuple[
        tuple[str, int, tuple[tuple[str, str, str], ...]], ...
    ]  # (kind, how often, (place, before, after))
    new_sections: tuple[str, ...]
    files: Mapping[Path, bytes] = field(repr=False)
    before: Mapping[Path, bytes | None] = field(repr=False)

    @property
    def listings(self) -> int:
        """How many listings are new or changed."""
        return len(self.new) + len({name for name, _ in (*self.changed, *self.conflicts)}) + len(self.gone)


class Desk:
    """On which an import lies while somebody looks at it."""

    def __init__(self, task: Task, lap: Callable[[str], None]) -> None:
        self.task = task
        self.lap = lap

    @cached_property
    def raws(self) -> tuple[Raw, ...]:
        """The sources."""
        own = (
            Raw(name, (self.task.folder / f"{place}").read_bytes())
            for place, name in enumerate(self.task.files)
        )
        return (*own, *collect(self.task.addresses))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Their tables."""
        return read_raw(self.raws, Ledger())

    @cached_property
    def begun(self) -> tuple[SourceMapping, Doubts, bool]:
        """(the mapping before anybody corrects it, what of it is a guess, whether it is that of the import before)."""
        state = read_state(self.task.content)
        try:
            mapping, guessed = mapping_for(self.wish(), state, self.tables)
            if guessed:
                return mapping, guess(self.tables).doubts, False
            if state.format or known_mappings().get(mapping.name) is mapping or names(mapping, self.tables):
                return mapping, NO_DOUBTS, known_mappings().get(mapping.name) is not mapping
            found = guess(self.tables)  # other columns than last time
        except GuideError:
            return unknown(self.tables), NO_DOUBTS, False
        return found.mapping, found.doubts, False

    def wish(self, **others: Any) -> Wish:
        """The wish for the import."""
        today = self.task.today
        schemas = all_schemas() | mapping_schema()
        beginning = Beginning(today=today)
        return Wish(
            content=self.task.content,
            raws=self.raws,
            today=today,
            beginning=beginning,
            schemas=schemas,
            **others,
        )

    def mapping(self, chosen: Chosen) -> SourceMapping:
        """The mapping, as it was corrected."""
        mapping = self.begun[0]
        sources = {table.source: table for table in self.tables}
        for (source, column), target in chosen.items():
            mapping = with_choice(mapping, self.tables, sources[source], column, target)
        return mapping

    def columns(self, chosen: Chosen) -> Columns:
        """The columns, and what they go into."""
        self.lap("read")
        tables = self.tables
        self.lap("columns")
        mapping, (_, doubts, kept) = self.mapping(chosen), self.begun
        rows = overview(tables, mapping, doubts, chosen)
        every = sum(column not in PARENT for table in tables for column in table.columns)
        return Columns(
            rows=rows,
            tables=tuple((table.source, table.name, len(table.rows)) for table in tables),
            empty=every - len(rows),
            system=mapping.name if mapping.name in known_mappings() else "",
            kept=kept,
            named=names(mapping, tables),
            section=read_state(self.task.content).section,
        )

    def row(self, chosen: Chosen, number: int) -> Row:
        """One of the rows as a listing; KeyError for none."""
        mapping, ledger, wish = self.mapping(chosen), Ledger(), self.wish()
        drafts = keep_public(gather(self.tables, mapping, ledger), ledger)
        if not 0 <= number < len(drafts):
            raise KeyError(number)
        country = (
            mapping.country or read_here(wish.content).country or told_country(self.tables, ledger) or "US"
        )
        items = clean_all(drafts[number : number + 1], mapping, ledger, country, wish.today)
        listings = [each for section in shape(items, mapping, ledger) for each in section.listings]
        if not listings:
            raise KeyError(number)
        return Row(number, len(drafts), drafts[number].rows[0].row, listings[0].values)

    def report(self, chosen: Chosen, section: str) -> Told:
        """What the import would do."""
        path = None
        if chosen or not self.is_found_again():
            mapping, doubts = self.mapping(chosen), self.begun[1]
            path = self.task.folder / MAPPING
            text = write_mapping(mapping, self.tables, doubts)
            write_atomically(path, text.encode(), Rule(lambda old: True), private=True)
        here = read_here(self.task.content)
        brought = bring_in(self.wish(mapping=path, section=section), self.lap)
        return told(brought, here, self.task.content)

    def is_found_again(self) -> bool:
        """Whether the mapping is the one that an import finds by itself."""
        if not (self.task.content / FOLDER / MAPPING).is_file():
            return True
        return self.begun[2] or self.begun[0] is known_mappings().get(self.begun[0].name)


def names(mapping: SourceMapping, tables: tuple[Table, ...]) -> bool:
    """Whether a mapping finds names in tables."""
    return any(
        key == "name" for rules in match_tables(tables, mapping) for each in rules for key, _ in each.fields
    )


def unknown(tables: tuple[Table, ...]) -> SourceMapping:
    """The mapping of tables in which nothing was found that could be names: each row is a listing."""
    rules = tuple(TableMapping(table=table.name.replace("|", "*")) for table in tables)
    return SourceMapping(name=tables[0].name if tables else "", tables=rules)


# --- the report -------------------------------------------------------------------------------------


def told(brought: Brought, here: Here, content: Path) -> Told:
    """The report as data."""
    plan = brought.plan
    sections = {own: each.title for own, each in here.sections.items()}
    new = [(section, str(each.values["name"])) for section, added in plan.added.items() for each in added]
    different = {each.listing for each in plan.differs} | {
        own for some in plan.edits.values() for own in some
    }
    added = {str(each.values["id"]) for some in plan.added.values() for each in some}
    same = [own for own, came in plan.came.items() if not came.gone and own in here.listings]
    return Told(
        sums=brought.sums,
        new=tuple((sections.get(section, title_of(brought, section)), name) for section, name in new),
        changed=by_listing(plan, (each for each in plan.differs if not each.stays)),
        conflicts=by_listing(plan, (each for each in plan.differs if each.stays)),
        gone=tuple(name_in(plan, own) for own in plan.left),
        same=sum(own not in different and own not in added for own in same),
        left=tuple(left_out(brought.ledger)),
        kinds=tuple(kinds_of(brought.ledger)),
        new_sections=tuple(title_of(brought, own) for own in plan.added if own not in sections),
        files=brought.files,
        before=brought.before,
    )


def title_of(brought: Brought, section: str) -> str:
    """The title of a section that is new."""
    return brought.titles.get(section, section)


def name_in(plan: Plan, own: str) -> str:
    """The name of a listing as it came."""
    return str(plan.came[own].values.get("name", own))


def by_listing(plan: Plan, some: Iterable[Differs]) -> tuple[tuple[str, tuple[Differs, ...]], ...]:
    """What differs, by the names of listings."""
    found: defaultdict[str, list[Differs]] = defaultdict(list)
    for each in some:
        found[each.listing].append(each)
    return tuple((name_in(plan, own), tuple(several)) for own, several in found.items())


def left_out(ledger: Ledger) -> list[tuple[str, int, tuple[str, ...]]]:
    """The rows that are not taken, by reasons."""
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for row, lot in ledger.lots.items():
        if lot and lot.fate == LEFT_OUT:
            reason = NOBODY if lot.reason.startswith(NOBODY) else lot.reason  # else each says another row
            reasons[reason].append(str(row))
    rows = [(reason, len(places), tuple(places[:PLACES])) for reason, places in reasons.items()]
    return sorted(rows, key=lambda each: -each[1])


def kinds_of(ledger: Ledger) -> list[tuple[str, int, tuple[tuple[str, str, str], ...]]]:
    """The changes and doubts, by kinds; those that are told otherwise are not among them."""
    kinds: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for note in ledger.notes:
        if note.kind not in SAID_BY_PLAN:
            kinds[note.kind].append((str(note.at), note.before, note.after))
    rows = [(kind, len(notes), tuple(notes[:EACH])) for kind, notes in kinds.items()]
    return sorted(rows, key=lambda each: (each[0] != HELD, each[0] in NOT_COLUMNS, -each[1]))


# --- the process ------------------------------------------------------------------------------------


def work(there: Connection, task: Task) -> None:
    """Work in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the studio ends it
    serve(there, task)


def serve(there: Connection, task: Task) -> None:
    """Do what is asked, one thing after the other, and say how far it is."""
    desk = Desk(task, lambda stage: there.send((STAGE, stage)))
    with suppress(EOFError, BrokenPipeError):  # the studio has ended
        while True:
            what, values = there.recv()
            there.send(answer(desk, what, values))


def answer(desk: Desk, what: str, values: tuple[Any, ...]) -> tuple[str, Any]:
    """(DONE, what came of it), (REFUSED, problems) or (GONE, None)."""
    try:
        return DONE, getattr(desk, what)(*values)
    except GuideError as error:
        return REFUSED, error.problems
    except KeyError:
        return GONE, None
