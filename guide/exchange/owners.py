"""Records by their ids and names: whose a row is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guide.exchange.drafts import LEVELS
from guide.exchange.ledger import Ledger
from guide.exchange.mapping.names import fold_column, fold_table
from guide.exchange.origin import Cell, Origin
from guide.exchange.records import Record

DEEPEST = 5  # details of details: the language of a contact's phone

Ids = dict[str, Record]  # the first of each


@dataclass(slots=True)
class Index:
    """Finds records. `ids`, `loose` (in other case, with other zeros) and `names` are by level and by name of table.

    Where several exports come `together`, an id means what it means in its own: each may count from 1.
    """

    ledger: Ledger
    together: bool = False
    ids: dict[str, Ids] = field(default_factory=dict)
    loose: dict[str, Ids] = field(default_factory=dict)
    names: dict[str, Ids] = field(default_factory=dict)
    copies: Counter[tuple[str, str]] = field(default_factory=Counter)  # by level and id
    doubtful: set[str] = field(default_factory=set)  # names that stand twice, by which something was asked
    twice: set[tuple[str, str]] = field(default_factory=set)  # (level, name) of names that stand twice

    def places(self, level: str, source: str) -> tuple[str, ...]:
        """Where a level is looked up: among its own export's records first."""
        return (f"{export_of(source)}\n{level}", level) if self.together else (level,)

    def add(self, record: Record) -> Record:
        """Add a record; the one with its id that is there already, and is the same, takes it in. The one that stays."""
        if record.role == "listing" and record.leave_out and record.key:
            record.key += f", {record.leave_out}"  # one meeting of a group stays out, not the group
        known = self.known(record) if record.is_level and record.key else None
        if known is not None and is_same(known, record):
            take_in(known, record, self.ledger)
            self.point(record, known)
            return known
        own = record.key
        if known is not None:
            what = f"{own}: {name_of(known)}, {name_of(record)}"
            self.ledger.tell(record.at, "an id that stands twice", what)
            record.key = self.next_key(record)
        self.point(record, record)
        if own != record.key and self.together:
            self.lead(self.places(record.role, record.at.source)[0], own, record)
        self.name(record)
        return record

    def known(self, record: Record) -> Record | None:
        """The record that has the id of another already."""
        places = self.places(record.role, record.at.source)
        return next(filter(None, (self.ids.get(place, {}).get(record.key) for place in places)), None)

    def next_key(self, record: Record) -> str:
        """A key for a record whose own is another's: "7 (2)"."""
        self.copies[record.role, record.key] += 1
        return f"{record.key} ({self.copies[record.role, record.key] + 1})"

    def point(self, record: Record, to: Record) -> None:
        """Let the id of a record lead to one."""
        if record.key:
            for level in record.known_as:
                for place in self.places(level, record.at.source):
                    self.lead(place, record.key, to)

    def lead(self, place: str, key: str, to: Record) -> None:
        """Let an id lead to a record, unless another has it there."""
        self.ids.setdefault(place, {}).setdefault(key, to)
        self.loose.setdefault(place, {}).setdefault(loosely(key), to)

    def name(self, record: Record) -> None:
        """Let the names of a record lead to it; only the first has a name that stands twice."""
        for key in ("name", "alternate_names"):
            for cell in record.cells.get(key, ())[: 1 if key == "name" else None]:
                name = fold_column(cell.text)
                for place in record.known_as:
                    if (
                        self.names.setdefault(place, {}).setdefault(name, record) is not record
                        and key == "name"
                    ):
                        self.twice.add((place, name))

    def find(self, level: str, cell: Cell, by_name: bool) -> Record | None:
        """The record that a cell names by its id, or by its name."""
        place, text = level if level in LEVELS else fold_table(level), cell.text.strip()
        found = self.find_id(self.places(place, cell.at.source), text)
        if by_name:
            named = self.names.get(place, {}).get(fold_column(text))
            if named is not None and (place, fold_column(text)) in self.twice and text not in self.doubtful:
                self.doubtful.add(text)
                self.ledger.note(cell, "a name that stands twice, the first is taken", str(named.at))
            return named or found
        return found

    def find_id(self, places: tuple[str, ...], text: str) -> Record | None:
        """The record with an id, where it is written so, or else nearly so."""
        for place in places:
            found = self.ids.get(place, {}).get(text) or self.loose.get(place, {}).get(loosely(text))
            if found is not None:
                return found
        return None


def export_of(source: str) -> str:
    """The folder, archive or workbook that a table comes from."""
    whole, apart, _ = source.partition(": ")
    return whole if apart else re.sub(r"[^/\\]*$", "", source)


def loosely(text: str) -> str:
    """An id as spreadsheets may have written it: without zeros before it or ".0" behind it, in small letters."""
    return text.casefold().removesuffix(".0").lstrip("0") or "0"


def name_of(record: Record) -> str:
    """What a record is called, in the source's words."""
    cells = record.cells.get("name", ())
    return " ".join(cells[0].text.split()) if cells else "no name"


def is_same(one: Record, other: Record) -> bool:
    """Whether two records of one id have one name, so that the second only says more."""
    names = [fold_column(name_of(each)) for each in (one, other) if each.cells.get("name")]
    return len(set(names)) < 2


def take_in(known: Record, again: Record, ledger: Ledger) -> None:
    """Take in the same record once more; what it says in other words is told.

    An organization of which every row makes one more stays out if all of them do: it is made of the others.
    """
    if known.also and again.also and bool(known.leave_out) != bool(again.leave_out):
        if known.leave_out:
            known.rows, known.cells, known.groups, known.leave_out = again.rows, again.cells, again.groups, ""
        return
    for key, cells in again.cells.items():
        said = [cell.text.strip() for cell in known.cells.get(key, ())]
        for cell in cells:
            if said and cell.text.strip() not in said:
                ledger.note(cell, "an id that stands twice, with other words")
    known.add(again)
    known.parents += [each for each in again.parents if each not in known.parents]
    known.has_owner |= again.has_owner
    known.leave_out = known.leave_out or again.leave_out


def owners_of(
    record: Record, index: Index, missing: dict[Origin, Cell], depth: int = DEEPEST
) -> Iterator[Record]:
    """Yield the levels that a row names, those of its details and links in their place; an id that leads nowhere is `missing`.

    A link's service comes first. One column may be the id of several levels: it is missing where none of them has it.
    """
    named = [(cell, found) for _, cell, found in asked(record, index)]
    known = {cell.at for cell, found in named if found is not None}
    missing.update((cell.at, cell) for cell, _ in named if cell.at not in known)
    for _, found in named:
        if found is not None and found.is_level:
            yield found
        elif found is not None and depth and found is not record:
            owners = owners_of(found, index, missing, depth - 1)
            yield from sorted(owners, key=lambda owner: owner.role != "service" and found.role == "link")


def asked(record: Record, index: Index) -> Iterator[tuple[str, Cell, Record | None]]:
    """Yield (level, cell, what it names) of a row; the name of an organization is not asked for where its id has led to it."""
    in_organization = False
    for level, cell in record.parents:
        if level != "organization" or not in_organization:
            found = index.find(level, cell, record.by_name)
            in_organization |= found is not None and level == "organization"
            yield level, cell, found


def unique(records: Sequence[Record]) -> list[Record]:
    """Records, each once."""
    return list({id(record): record for record in records}.values())
