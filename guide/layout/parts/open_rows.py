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
from guide.model import Guide, OpeningHours

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


def open_rows(guide: Guide, words: Words) -> tuple[OpenRow, ...]:
    """A row for each office with hours; () where too few listings have them."""
    numbers = number_listings(guide)
    rows: list[OpenRow] = []
    listings: set[str] = set()
    names = Namesakes(guide, numbers).names(attrgetter("name"))
    for listing in guide.listings:
        for location in listing.locations or (listing,):
            opening = location.opening or (listing.opening if location in listing.locations[:1] else None)
            if opening is None:
                continue
            office = location.name if len(listing.locations) > 1 else ""
            phones = [
                phone
                for phone in in_order((*location.phones, *listing.phones))
                if phone.e164 and phone.type != "fax"
            ]
            listings.add(listing.id)
            rows.append(
                OpenRow(
                    numbers[listing.id],
                    f"{listing.name}, {office}" if office else names[listing.id],
                    phones[0].printed if phones else words.no_phone,
                    opening.week,
                    opening.irregular_days,
                    tuple(filter(None, (_notes(opening, each) for each in words.versions))),
                    alert_of(listing, words) if listing.closed else "",
                    listing_anchor(listing.id),
                )
            )
    return tuple(rows) if len(listings) >= LEAST_LISTINGS else ()


def _notes(opening: OpeningHours, words: Words) -> str:
    lines = hours_lines(
        replace(opening, rules=opening.exceptions) if any(opening.week) else opening, words.hours
    )
    return ". ".join(lines) + "." if lines else ""
