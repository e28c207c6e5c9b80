"""The offices of a guide that may be told how to be reached: those with a place on the map that is no secret."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from guide.model import Guide, Listing, Location

Point = tuple[float, float]  # degrees north and east


class Office(NamedTuple):
    """An office that is on the map, and where its way is written."""

    listing: Listing
    name: str  # of the office, where the listing has several
    point: Point
    has_own: bool  # its way stands with it and not with the listing
    way: str  # what is said of the way there, of it or of the whole listing; "" for nothing

    @property
    def key(self) -> tuple[str, str, Point]:
        """What it is known by when the guide is read again."""
        return self.listing.id, self.name, self.point


class Offices(NamedTuple):
    """The offices of a guide, and the listings of which none is on the map though they have an open address."""

    on_map: tuple[Office, ...]
    off_map: tuple[Listing, ...]


def offices_of(guide: Guide) -> Offices:
    """What is printed of a guide and on the map. A listing that is not printed, or is closed for good, is passed over."""
    shown = [each for each in guide.listings if each.printed and not each.gone]
    found = {each.id: tuple(offices_in(each)) for each in shown}
    off = (each for each in shown if not found[each.id] and any(map(is_open, each.locations)))
    return Offices(tuple(office for some in found.values() for office in some), tuple(off))


def offices_in(listing: Listing) -> Iterator[Office]:
    """Yield the offices of a listing that are on the map and whose street may be known: a stop tells where one is."""
    several = len(listing.locations) > 1
    for location in listing.locations:
        if location.point and is_open(location):
            way = location.transportation or listing.transportation
            yield Office(listing, location.name if several else "", location.point, several, way)


def is_open(location: Location) -> bool:
    """Whether people may know in which street an office is."""
    address = location.address
    return address is not None and not address.confidential and bool(address.address_1)
