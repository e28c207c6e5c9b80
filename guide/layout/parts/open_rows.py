"""Who is open when: what each office tells of its week."""

from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from guide.language.hours_lines import hours_lines
from guide.language.words import Words
from guide.layout.compose.links import listing_anchor
from guide.layout.compose.listings import alert_of
from guide.layout.compose.namesakes import Namesakes, number_listings
from guide.layout.compose.offices import in_order
from guide.layout.type.inline import Anchor
from guide.model import Guide, Listing, Location, OpeningHours

LEAST_LISTINGS = 5  # with hours that can be computed with; for fewer the table helps nobody
Span = tuple[int, int | None]  # from when to when, in minutes from midnight; None: open end


class OpenRow(NamedTuple):
    number: int
    name: str
    phone: str
    week: tuple[tuple[Span, ...], ...]  # the spans of each day, from Monday
    irregular: tuple[int, ...]  # the days of which only the notes say when it is open
    # rules that the week does not show, in each language; where it shows none, all of them
    notes: tuple[str, ...]
    closed: str  # the alert of a listing that is closed for now
    anchor: Anchor


class OpenOffice(NamedTuple):
    """An office that tells when it is open."""

    listing: Listing
    number: int
    name: str
    phone: str
    opening: OpeningHours


def open_offices(guide: Guide, words: Words) -> tuple[OpenOffice, ...]:
    """Every office with hours; () where too few listings have them."""
    numbers = number_listings(guide)
    names = Namesakes(guide, numbers).names(attrgetter("name"))
    offices: list[OpenOffice] = []
    for listing in guide.listings:
        for location in listing.locations or (listing,):
            opening = location.opening or (listing.opening if location in listing.locations[:1] else None)
            if opening is None:
                continue
            office = location.name if len(listing.locations) > 1 else ""
            name = f"{listing.name}, {office}" if office else names[listing.id]
            phone = _phone(location, listing) or words.no_phone
            offices.append(OpenOffice(listing, numbers[listing.id], name, phone, opening))
    enough = len({office.listing.id for office in offices}) >= LEAST_LISTINGS
    return tuple(offices) if enough else ()


def _phone(location: Location | Listing, listing: Listing) -> str:
    """The number to dial for an office, "" where there is none."""
    phones = in_order((*location.phones, *listing.phones))
    return next((phone.printed for phone in phones if phone.e164 and phone.type != "fax"), "")


def open_rows(guide: Guide, words: Words) -> tuple[OpenRow, ...]:
    """A row of the table for each office with hours."""
    return tuple(_row(office, words) for office in open_offices(guide, words))


def _row(office: OpenOffice, words: Words) -> OpenRow:
    listing, number, name, phone, opening = office
    return OpenRow(
        number,
        name,
        phone,
        opening.week,
        opening.irregular_days,
        tuple(filter(None, (_notes(opening, each) for each in words.versions))),
        alert_of(listing, words) if listing.closed else "",
        listing_anchor(listing.id),
    )


def _notes(opening: OpeningHours, words: Words) -> str:
    lines = hours_lines(
        replace(opening, rules=opening.exceptions) if any(opening.week) else opening, words.hours
    )
    return ". ".join(lines) + "." if lines else ""
