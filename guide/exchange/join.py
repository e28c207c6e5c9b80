"""Tables and a mapping become drafts: organizations with their locations and services, and listings.

Every row has a record or is told why it has none. A record that belongs to nobody stands by itself; a detail that
belongs to nobody is left out, and both are told.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from guide.exchange.drafts import RANKS, Draft, Level
from guide.exchange.ledger import LEFT_OUT, Ledger
from guide.exchange.mapping.model import SourceMapping
from guide.exchange.mapping.names import fold_column
from guide.exchange.origin import Cell, Origin
from guide.exchange.owners import Index, export_of, owners_of, unique
from guide.exchange.records import Record, read_records
from guide.exchange.tables import Table

NAMES = ("name", "alternate_names")  # of a link, which are those of what it connects
OF_ALL = ("category", "audience", "services", "status", "verified")  # of a service wherever it is given


def gather(tables: Sequence[Table], mapping: SourceMapping, ledger: Ledger) -> tuple[Draft, ...]:
    """The drafts of tables, in their order, with all that belongs to them."""
    index = Index(ledger, together=len({export_of(table.source) for table in tables}) > 1)
    records = read_records(tables, mapping, ledger)
    levels = unique([index.add(record) for record in records if record.is_level])
    instead = [record for record in records if record.otherwise and lacks_service(record, index)]
    for record in instead:
        record.role = record.otherwise or record.role
        record.known_as |= {record.role}
    levels = unique([*levels, *map(index.add, instead)])
    others = [record for record in records if not record.is_level]
    for record in others:
        index.add(record)
    join = Join(index, ledger)
    for record in levels:
        join.place(record)
    links = [(record, join.link(record)) for record in others if record.role == "link"]
    join.settle_homes(levels)
    for record, found in links:
        join.give_link(record, found)
    for record in others:
        if record.role == "detail":
            join.attach(record)
    join.tell_tables(others)
    return Nest(levels).drafts()


class Join:
    """Finds whose each record is."""

    def __init__(self, index: Index, ledger: Ledger) -> None:
        self.index, self.ledger = index, ledger
        self.missing: dict[int, list[Cell]] = {}  # by record: ids that lead nowhere
        self.told: set[Origin] = set()  # cells with ids that lead nowhere
        self.homeless: list[Record] = []  # details and links

    def owners(self, record: Record) -> list[Record]:
        """The levels that a row names, each once, in the order of the mapping; an id that leads nowhere is told."""
        missing: dict[Origin, Cell] = {}
        found = unique([each for each in owners_of(record, self.index, missing) if each is not record])
        self.missing[id(record)] = list(missing.values())
        for origin, cell in missing.items():
            if found and origin not in self.told:
                self.ledger.note(cell, "names what is not here")
                self.told.add(origin)
        return found

    # --- records ----------------------------------------------------------------------------------------

    def place(self, record: Record) -> None:
        """Find the home of a record: the first that it names. A service is given at every location that it names."""
        for owner in self.owners(record):
            if RANKS[owner.role] > RANKS[record.role]:
                self.meet(record, owner)
            elif record.role == "service" and owner.role == "location":
                add_place(record, owner)
            elif (
                record.home is None and RANKS[owner.role] + RANKS[record.role] and not leads_to(owner, record)
            ):
                record.home = owner

    def meet(self, upper: Record, lower: Record) -> None:
        """A record names one that stands below it: so does JSON, where a service holds its organization."""
        if upper.role == "location" and lower.role == "service":
            add_place(lower, upper)
        elif lower.home is None:
            lower.home = upper

    def link(self, record: Record) -> dict[str, Record]:
        """Connect what a row names: a service with its location, either with its organization. {level: record}."""
        found: dict[str, Record] = {owner.role: owner for owner in reversed(self.owners(record))}
        service, location = found.get("service"), found.get("location")
        above = found.get("organization") or found.get("listing")
        for lower in (service, location):
            if above and lower and lower.home is None:
                lower.home = above
        if service and location:
            add_place(service, location)
        return found

    def give_link(self, record: Record, found: dict[str, Record]) -> None:
        """Give what else a link says to what it connects; one that connects nothing and says nothing is left out."""
        owner = found.get("service") or found.get("location") or next(iter(found.values()), None)
        record.cells = {key: cells for key, cells in record.cells.items() if key not in NAMES}
        if owner is None or len(found) < 2 and not (record.cells or record.groups):
            self.leave_out(record)
        else:
            self.give(record, owner, found.get("location"))

    def settle_homes(self, levels: Iterable[Record]) -> None:
        """What is named by no organization stands where its locations or services do; who belongs to nobody is told."""
        services = [record for record in levels if record.role == "service"]
        for _ in range(2):  # the second time for locations that the first has found a home for
            for service in services:
                for place in service.places:
                    service.home = service.home or home_of(place)
                    place.home = place.home or home_of(service)
        for service in services:
            stay_together(service)
        placed = {id(place) for service in services for place in service.places}
        for record in levels:
            alone = record.home is None and not record.places and id(record) not in placed
            if alone and record.has_owner and RANKS[record.role]:
                self.ledger.tell(record.at, "belongs to nobody, and stands by itself", self.why(record))
                self.name_with_owner(record)

    def name_with_owner(self, record: Record) -> None:
        """Call a record after its organization, too, where that is not here but named: "Main office" says nothing alone."""
        owner = next(
            (cell for level, cell in record.parents if level == "organization" and is_name(cell)), None
        )
        names = record.cells.get("name", ())
        if (
            not record.by_name
            or owner is None
            or any(fold_column(owner.text) in fold_column(cell.text) for cell in names)
        ):
            return
        name = ": ".join(cell.text.strip() for cell in (owner, *names[:1]))
        self.ledger.note((names or (owner,))[0], "named with its organization", name)
        record.cells["name"] = ((names or (owner,))[0]._replace(text=name), *names[1:])

    # --- details ----------------------------------------------------------------------------------------

    def attach(self, record: Record) -> None:
        """Give a detail to the first that it names; that of a service at one of its locations holds there alone."""
        found = self.owners(record)
        if not record.cells and not record.groups:
            self.ledger.settle(record.rows, LEFT_OUT, "nothing of it is taken")
        elif not found:
            self.leave_out(record)
        else:
            owner = found[0]
            location = next((each for each in found if each.role == "location"), None)
            self.give(record, owner, location if owner.role == "service" else None)

    def give(self, record: Record, owner: Record, location: Record | None) -> None:
        """Add what a row says to its owner, or to one of its locations where it has several."""
        if location is None or location not in owner.places or len(owner.places) < 2:
            owner.add(record)
            return
        owner.add(replace(record, cells=only(record, OF_ALL), groups={}))
        record.cells = {key: cells for key, cells in record.cells.items() if key not in OF_ALL}
        number = owner.places.index(location)
        if number in owner.at_places:
            owner.at_places[number].add(record)
        else:
            owner.at_places[number] = replace(
                record, rows=list(record.rows), cells=dict(record.cells), groups=dict(record.groups)
            )

    def leave_out(self, record: Record) -> None:
        """A detail that belongs to nobody."""
        self.homeless.append(record)
        self.ledger.settle(record.rows, LEFT_OUT, f"belongs to nobody: {self.why(record)}")

    def why(self, record: Record) -> str:
        """Why a row belongs to nobody."""
        missing = self.missing.get(id(record), [])
        if missing:
            return ", ".join(f"{cell.at.column} {cell.text.strip()} is not here" for cell in missing)
        return "it does not say whose it is" if not record.parents else "what it names is not enough"

    def tell_tables(self, others: Iterable[Record]) -> None:
        """Tell tables none of whose rows says whose it is: the export has lost it."""
        rows: dict[str, list[Record]] = defaultdict(list)
        for record in others:
            rows[record.table.source].append(record)
        lost = {id(record) for record in self.homeless if not record.parents}
        for source, records in rows.items():
            if len(records) > 1 and all(id(record) in lost for record in records):
                what = f"none of its {len(records):,} rows says whose it is; ask for an export with their ids"
                self.ledger.tell(Origin(source, 0), "a table that belongs to nobody", what)


def only(record: Record, keys: Iterable[str]) -> dict[str, tuple[Cell, ...]]:
    """Some cells of a record."""
    return {key: record.cells[key] for key in keys if key in record.cells}


def is_name(cell: Cell) -> bool:
    """Whether a cell has a name, not an id: it has a word of two letters, and no digits."""
    return re.search(r"[^\W\d_]{2}", cell.text) is not None and not any(map(str.isdigit, cell.text))


def lacks_service(record: Record, index: Index) -> bool:
    """Whether a link names no service that is here."""
    return not any(
        index.find(level, cell, record.by_name) for level, cell in record.parents if level == "service"
    )


def add_place(service: Record, location: Record) -> None:
    """A service is given at a location, which is said once."""
    if location not in service.places:
        service.places.append(location)


def stay_together(service: Record) -> None:
    """A service without an organization stands in its location, or has its locations where they are several."""
    if service.home is None and len(service.places) == 1:
        service.home = service.places[0]
    elif service.home is None:
        for place in service.places:
            place.home = place.home or service


def leads_to(record: Record, other: Record) -> bool:
    """Whether the homes of a record lead to another: then it cannot be at home there."""
    seen: set[int] = set()
    step: Record | None = record
    while step is not None and id(step) not in seen:
        if step is other:
            return True
        seen.add(id(step))
        step = step.home
    return False


def home_of(record: Record) -> Record | None:
    """The organization or listing in which a record stands, through others of its own level; None where there is none."""
    seen: set[int] = set()
    step: Record | None = record
    while step is not None and id(step) not in seen and RANKS[step.role]:
        seen.add(id(step))
        step = step.home
    return step if step is not None and not RANKS[step.role] else None


class Nest:
    """Records as drafts within drafts."""

    def __init__(self, levels: Sequence[Record]) -> None:
        self.levels = levels
        self.inside: dict[int, list[Record]] = defaultdict(list)
        for record in levels:
            home = self.home(record)
            if home is not None:
                self.inside[id(home)].append(record)

    def home(self, record: Record) -> Record | None:
        """Where a record stands: in its organization, or in the highest that it has."""
        above = home_of(record)
        if above is not None:
            return above if above is not record else None
        seen = {id(record)}
        step = record
        while step.home is not None and id(step.home) not in seen:
            step = step.home
            seen.add(id(step))
        return step if step is not record and step.home is None else None

    def drafts(self) -> tuple[Draft, ...]:
        """All that stand by themselves, in the order of the source."""
        return tuple(self.draft(record) for record in self.levels if self.home(record) is None)

    def draft(self, record: Record) -> Draft:
        """A record with what stands in it."""
        inside = self.inside.get(id(record), [])
        locations = [
            self.draft(each) for each in inside if each.role == "location" and each not in record.places
        ]
        services = [self.draft(each) for each in inside if each.role == "service"]
        for number, place in enumerate(record.places):
            if place is not record.home:
                locations.append(self.at_place(place, record.at_places.get(number)))
        return replace(bare(record), locations=tuple(locations), services=tuple(services))

    def at_place(self, location: Record, alone: Record | None) -> Draft:
        """A location of a service, with what holds there alone, in the place of what holds at the location for others."""
        draft = bare(location)
        if alone is None:
            return draft
        places = draft.groups.get("addresses", ()) + alone.groups.get("addresses", ())
        groups = {**draft.groups, **alone.groups, **({"addresses": places} if places else {})}
        return replace(draft, cells={**draft.cells, **alone.cells}, groups=groups)


def bare(record: Record) -> Draft:
    """A record without what stands in it."""
    level: Level = record.role  # type: ignore[assignment]
    return Draft(level=level, key=record.key, rows=tuple(dict.fromkeys(record.rows)), cells=record.cells, groups=record.groups,
                 leave_out=record.leave_out)  # fmt: skip
