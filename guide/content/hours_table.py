"""The hours of a guide as they stand beside what they are read as: for `make-guide check --hours`."""

from collections.abc import Iterator
from typing import NamedTuple

from guide.content.hours import is_osm
from guide.content.said.read import read_said
from guide.errors import Mark
from guide.model import Guide, Listing, Location, Program


class HoursRow(NamedTuple):
    """Hours of a listing, or of one of its offices or programs."""

    mark: Mark
    name: str  # of the listing, and of the office or program
    text: str  # as it stands
    lines: tuple[str, ...] = ()  # what it reads as; () where it is not read
    taken: tuple[str, ...] = ()  # times with two meanings
    unread: str = ""  # what is not understood


def hours_rows(guide: Guide) -> tuple[HoursRow, ...]:
    """All hours of a guide, in its order."""
    return tuple(row for listing in guide.listings for row in rows_of(listing))


def rows_of(listing: Listing) -> Iterator[HoursRow]:
    """Yield the hours of a listing, of its offices and programs."""
    for place in listing.places:
        if place.hours:
            name = listing.name if place is listing else ", ".join(filter(None, (listing.name, place.name)))
            yield hours_row(place, name, place.hours_mark or listing.mark)


def hours_row(place: Listing | Location | Program, name: str, mark: Mark) -> HoursRow:
    """Hours with what they are read as."""
    if place.opening is None:
        text = "; ".join(place.hours)
        return HoursRow(mark, name, text, unread=read_said("\n".join(place.hours)).unread)
    taken = () if is_osm(place.opening.text) else read_said(place.opening.text).taken
    return HoursRow(mark, name, place.opening.text, place.hours, tuple(each.text for each in taken))
