"""A table that was made here taken back: its rows are content already, and nothing in them is guessed or mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from guide.content.edit import Plain
from guide.exchange.give.cells import columns_in, values_of, whole
from guide.exchange.give.table import GUIDE, HEAD, ID, LANGUAGE, LISTING, PARTS, ROW, SECTION, SECTION_ID, SEE
from guide.exchange.give.values import OPEN_PARTS, Values
from guide.exchange.items import Item, NewSection
from guide.exchange.ledger import LEFT_OUT, MERGED, Ledger
from guide.exchange.origin import Origin
from guide.exchange.shape.ids import slug
from guide.exchange.shape.keys import LISTING_KEYS, in_order
from guide.exchange.tables import Table
from guide.starter import Beginning

OWN = "make-guide"  # the name of the mapping that knows such a table
YES = ("yes", "true", "1", "x")
NEW_TITLE = "Listings"  # of a section that somebody has given none


@dataclass(slots=True)
class Gathered:
    """A listing while its rows are read."""

    values: Values
    rows: list[Origin]
    parts: dict[str, list[Plain]] = field(default_factory=dict)

    @property
    def item(self) -> Item:
        """The listing with its offices, programs and meetings."""
        own, name = str(self.values["id"]), self.values.get("name", "")
        values = in_order({**self.values, **self.parts}, LISTING_KEYS)
        return Item(
            level="listing", key=own, rows=tuple(self.rows), values={"id": own, "name": name or own, **values}
        )


@dataclass(slots=True)
class Filling:
    """A section while its rows are read."""

    title: str
    listings: dict[str, Gathered] = field(default_factory=dict)
    see: list[str] = field(default_factory=list)


def sections_taken_back(tables: Sequence[Table], ledger: Ledger) -> tuple[NewSection, ...]:
    """The sections of a table as it was given out; every row has its fate."""
    sections: dict[str, Filling] = {}
    known: dict[str, Gathered] = {}
    for table in tables:
        tell_unknown(table, ledger)
        for row in table.rows:
            origin = table.origin(row)
            ledger.read(origin)
            cells = {name: whole(text) for name, text in row.values.items() if isinstance(text, str)}
            take(cells, origin, sections, known, ledger)
    for own, each in known.items():
        ledger.listing(each.rows, own)
    return tuple(finished(sections))


def begun_with(beginning: Beginning, tables: Sequence[Table]) -> tuple[Beginning, str]:
    """(the title and language of a guide that is new, its country) as the table says them, where nobody has said others."""
    told = next((row.values for table in tables for row in table.rows if row.values.get(ROW) == GUIDE), {})
    title, language, country = (whole(str(told.get(key, ""))) for key in ("name", LANGUAGE, "country"))
    usual = Beginning()
    if title and beginning.title == usual.title:
        beginning = beginning._replace(title=title)
    if language and beginning.language == usual.language:
        beginning = beginning._replace(language=language)
    return beginning, country


def tell_unknown(table: Table, ledger: Ledger) -> None:
    """Tell the columns that a table as it was given out has not."""
    known = {*HEAD, *columns_in(table.columns)}
    for column in table.columns:
        if column not in known:
            ledger.tell(Origin(table.source, 0, column), "column not taken", column)


def take(
    cells: dict[str, str],
    origin: Origin,
    sections: dict[str, Filling],
    known: dict[str, Gathered],
    ledger: Ledger,
) -> None:
    """Put a row where it belongs, or say why it stays out."""
    kind = cells.get(ROW, "").strip().casefold() or LISTING
    own = cells.get(ID, "").strip() or (slug(cells.get("name", "")) if kind == LISTING else "")
    if kind == SEE and own:
        section_of(cells, sections).see.append(own)
        ledger.settle([origin], MERGED, own)
    elif kind == LISTING and cells.get("name") and own not in known:
        made = Gathered({**public(values_of(cells)), "id": own}, [origin])
        known[own] = section_of(cells, sections).listings[own] = made
    elif kind == GUIDE:
        ledger.settle([origin], MERGED, "the guide")
    elif kind in PARTS and own in known:
        known[own].rows.append(origin)
        known[own].parts.setdefault(PARTS[kind], []).append(public(values_of(cells)))
    else:
        ledger.settle([origin], LEFT_OUT, reason_of(kind, own, known))


def reason_of(kind: str, own: str, known: dict[str, Gathered]) -> str:
    """Why a row stays out."""
    if kind == LISTING:
        return f"a second listing with the id {own}" if own in known else "a listing without a name"
    return "belongs to no listing above it" if kind in (*PARTS, SEE) else f'"{kind}" is no kind of row'


def public(values: Values) -> Values:
    """Values in which a confidential address says city, state and country alone, and nothing leads there."""
    address = values.get("address")
    if not isinstance(address, dict) or "confidential" not in address:
        return values
    if str(address["confidential"]).casefold() not in YES:
        return {**values, "address": {key: each for key, each in address.items() if key != "confidential"}}
    kept: Values = {key: address[key] for key in OPEN_PARTS if key in address}
    secret = ("latitude", "longitude", "postal_name", "care_of", "attention")
    return {key: each for key, each in values.items() if key not in secret} | {
        "address": {**kept, "confidential": "yes"}
    }


def section_of(cells: dict[str, str], sections: dict[str, Filling]) -> Filling:
    """The section of a row, by its id or else by its title."""
    title = cells.get(SECTION, "").strip()
    own = cells.get(SECTION_ID, "").strip() or slug(title or NEW_TITLE)
    return sections.setdefault(own, Filling(title or (own if cells.get(SECTION_ID) else NEW_TITLE)))


def finished(sections: dict[str, Filling]) -> Iterator[NewSection]:
    """Yield the sections with something in them."""
    for own, each in sections.items():
        if each.listings or each.see:
            listings = items_of(each.listings.values())
            yield NewSection(id=own, title=each.title, listings=listings, see=tuple(each.see))


def items_of(listings: Iterable[Gathered]) -> tuple[Item, ...]:
    """The listings as the next step has them."""
    return tuple(each.item for each in listings)
