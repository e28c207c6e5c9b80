"""Who is open when: what each office tells of its week."""

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from guide.language.hours_lines import hours_lines
from guide.language.words import Words
from guide.layout.compose.links import part_anchor
from guide.layout.compose.namesakes import Namesakes
from guide.layout.compose.news import alert_of
from guide.layout.compose.office_table import city_part
from guide.layout.compose.offices import in_order
from guide.layout.parts.open_cells import Cell, cells_of, has_holidays, told_below
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Inline
from guide.layout.type.joined import inside
from guide.model import FAX, Guide, Listing, Location, OpeningHours, Phone, Program

LEAST_LISTINGS = 5  # with hours that can be computed with; for fewer the table helps nobody


class OpenRow(NamedTuple):
    """A row of the table."""

    section: int  # its number
    name: str
    cells: tuple[Cell, ...]
    # rules that the week does not show, in each language; where it shows none, all of them
    notes: tuple[str, ...]
    closed: str  # the alert of a listing that is closed for now
    anchor: Anchor
    holidays: bool  # whether it says what holds on public holidays
    language: str = ""  # of the name, where it is not the guide's
    end: str = ""  # of the name, that is in the guide's all the same


class LateRow(NamedTuple):
    """A place in a list of those that are open late."""

    name: str
    phone: Phone | None
    hours: tuple[tuple[str, ...], ...]  # lines in each language; () where the list's title says all
    anchor: Anchor
    language: str = ""  # of the name, where it is not the guide's
    end: str = ""  # of the name, that is in the guide's all the same


class OpenOffice(NamedTuple):
    """An office that tells when it is open."""

    listing: Listing
    number: int
    name: str
    phone: Phone | None
    opening: OpeningHours
    part: str = ""  # of the listing, in which it stands
    language: str = ""  # of the name, where it is not the guide's
    end: str = ""  # of the name, that is in the guide's all the same


def open_offices(guide: Guide, words: Words) -> tuple[OpenOffice, ...]:
    """Every office, and every program, with hours of its own; () where too few listings have them."""
    numbers = guide.entries
    names = Namesakes(guide, numbers).names(attrgetter("name"))
    offices: list[OpenOffice] = []
    source = guide.foreign
    for listing in guide.listings:
        places: tuple[Location | Listing, ...] = listing.locations or (listing,)
        for place, location in enumerate(places, 1):
            opening = location.opening or (listing.opening if location in listing.locations[:1] else None)
            if opening is None:
                continue
            office = location.name if len(listing.locations) > 1 else ""
            name = f"{listing.name}, {office}" if office else names[listing.id]
            phone = _phone(location, listing)
            address = location.address if isinstance(location, Location) and location.opening else None
            part = city_part(listing, address, guide.country) if address else ""
            end = office if f"location-{place}-name" not in listing.untranslated else ""
            offices.append(OpenOffice(listing, numbers[listing.id], name, phone, opening, part, source, end))
        offices += (
            each._replace(language=source) for each in open_programs(listing, numbers[listing.id], words)
        )
    enough = len({office.listing.id for office in offices}) >= LEAST_LISTINGS
    return tuple(offices) if enough else ()


def open_programs(listing: Listing, number: int, words: Words) -> Iterator[OpenOffice]:
    """Yield the programs of a listing with hours that are not those of the whole or of one of its offices."""
    openings = [listing.opening, *(each.opening for each in listing.locations)]
    known = [each.rules for each in openings if each]
    there = [each for each in listing.programs if each.opening and each.opening.rules not in known]
    if listing.closed:  # its name says so once
        there = [] if known else there[:1]
    for program in there:
        name = listing.name if listing.closed else f"{listing.name}, {program.name}"
        phone = _phone(program, listing)
        if program.opening:
            said = not listing.closed and f"{program.key}-name" not in listing.untranslated
            end = program.name if said else ""
            yield OpenOffice(listing, number, name, phone, program.opening, program.key, end=end)


def _phone(location: Location | Listing | Program, listing: Listing) -> Phone | None:
    """The number to dial for an office or a program, None where there is none."""
    phones = in_order((*location.phones, *listing.phones))
    return next((phone for phone in phones if phone.e164 and phone.type != FAX), None)


def open_rows(guide: Guide, words: Words) -> tuple[OpenRow, ...]:
    """A row of the table for each office with hours."""
    sections = {
        listing.id: number for number, section in enumerate(guide.sections, 1) for listing in section.listings
    }
    return tuple(_row(office, sections[office.listing.id], words) for office in open_offices(guide, words))


def _row(office: OpenOffice, section: int, words: Words) -> OpenRow:
    listing, opening = office.listing, office.opening
    notes = dict.fromkeys(_notes(opening, each) for each in words.versions)
    closed = alert_of(listing, words) if listing.closed else ""
    return OpenRow(
        section,
        office.name,
        () if closed else cells_of(opening),
        () if closed else tuple(filter(None, notes)),
        closed,
        part_anchor(listing.id, office.part),
        has_holidays(opening) and not closed,
        office.language,
        office.end,
    )


def named(row: OpenRow | LateRow, tag: Tag, bold: bool = False) -> tuple[Inline, ...]:
    """The name of a row in its languages, with a space behind it."""
    before = row.name.removesuffix(row.end)
    if not (row.language and before):
        return (Inline(row.name + " ", tag, bold),)
    first = Inline(before + " " * (not row.end), inside(tag, row.language), bold)
    return (first, Inline(row.end + " ", tag, bold)) if row.end else (first,)


def _notes(opening: OpeningHours, words: Words) -> str:
    lines = hours_lines(told_below(opening), words.hours)
    return ". ".join(lines) + "." if lines else ""
