"""How near listings are to where somebody is: by coordinates where they are known, else by postal code and city.

Distances are in kilometres; where a place has no coordinates, one stands for what its postal code or its city says.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import fmean
from typing import NamedTuple

from guide.content.choose.rules import kilometres
from guide.model import Address, Guide, Listing, Nearby

SAME_CODE, SAME_CITY, SAME_AREA, EVERYWHERE, ELSEWHERE = 1.0, 8.0, 16.0, 40.0, 10_000.0
AREA = 3  # figures of a postal code that say about where it is
MOST_KEPT = 200_000  # distances that are kept for the next who is at the same place

Point = tuple[float, float]  # degrees north and east


class Where(NamedTuple):
    """Where somebody is, as far as it is said; compared without case."""

    city: str = ""
    postal_code: str = ""
    point: Point | None = None


class Office(NamedTuple):
    """A place where a listing is, or an area that it serves."""

    city: str = ""
    postal_code: str = ""
    point: Point | None = None


class Nearness:
    """The order in which the listings of a guide are near to a place."""

    def __init__(self, guide: Guide) -> None:
        self.offices = {listing.id: tuple(offices_of(listing)) for listing in guide.listings}
        self.by_code: dict[str, list[Point]] = {}
        self.by_city: dict[str, list[Point]] = {}
        for office in (each for some in self.offices.values() for each in some):
            if office.point:
                self.by_code.setdefault(office.postal_code, []).append(office.point)
                self.by_city.setdefault(office.city, []).append(office.point)
        self.codes = {each.postal_code for some in self.offices.values() for each in some}
        self.cities = {each.city for some in self.offices.values() for each in some}
        self.kept: dict[Where, Mapping[str, tuple[bool, float]]] = {}

    def knows(self, where: Where) -> bool:
        """Whether something of a place says what is near to it."""
        area = where.postal_code[:AREA]
        by_area = area and any(code.startswith(area) for code in self.codes)
        return bool(where.point or by_area or where.city and where.city in self.cities)

    def sorted(self, ids: Sequence[str], where: Where) -> tuple[str, ...]:
        """The listings of these ids, the nearest first: those of the same city, then by distance, then as they stand."""
        if where == Where():
            return tuple(ids)
        distances = self.distances(where)
        return tuple(sorted(ids, key=distances.__getitem__))

    def distances(self, where: Where) -> Mapping[str, tuple[bool, float]]:
        """{id: (whether it is in another city, distance)}."""
        found = self.kept.get(where)
        if found is None:
            if len(self.kept) * len(self.offices) >= MOST_KEPT:
                self.kept.clear()
            point = where.point or self.middle(where)
            found = self.kept[where] = {
                id: distance(offices, where, point) for id, offices in self.offices.items()
            }
        return found

    def middle(self, where: Where) -> Point | None:
        """About where a postal code or a city is: in the middle of the offices that it has."""
        area = where.postal_code[:AREA]
        points = self.by_code.get(where.postal_code) if where.postal_code else None
        points = points or (self.by_city.get(where.city) if where.city else None)
        if not points and area:
            points = [each for code, some in self.by_code.items() if code.startswith(area) for each in some]
        return (fmean(each[0] for each in points), fmean(each[1] for each in points)) if points else None


def distance(offices: Iterable[Office], where: Where, point: Point | None) -> tuple[bool, float]:
    """(whether a listing with these offices is in another city, how far the nearest of them is)."""
    offices = list(offices)
    if not offices:
        return bool(where.city), EVERYWHERE
    away = bool(where.city) and all(office.city != where.city for office in offices)
    return away, min(one_distance(office, where, point) for office in offices)


def one_distance(office: Office, where: Where, point: Point | None) -> float:
    """How far an office is."""
    if office.point and point:
        return kilometres(*office.point, Nearby(latitude=point[0], longitude=point[1], kilometres=0))
    if where.postal_code and office.postal_code == where.postal_code:
        return SAME_CODE
    if where.city and office.city == where.city:
        return SAME_CITY
    if where.postal_code and office.postal_code[:AREA] == where.postal_code[:AREA]:
        return SAME_AREA
    return ELSEWHERE if office.city or office.postal_code or office.point else EVERYWHERE


def offices_of(listing: Listing) -> Iterator[Office]:
    """Yield where a listing is; of an address that is not public only the city is used, whatever else is known."""
    for location in listing.locations:
        address = location.address or Address()
        point = location.point
        code = "" if address.confidential else plain_code(address.postal_code)
        if address.city or code or point:
            yield Office(address.city.casefold(), code, point)
    for area in listing.service_areas:
        codes = area.postal_codes or ("",)
        yield from (Office(area.city.casefold(), plain_code(code)) for code in codes)


def plain_code(code: str) -> str:
    """A postal code as it is compared: "60601" for 60601-1234, "M5V2T6" for m5v 2t6."""
    head, dash, tail = code.strip().upper().replace(" ", "").partition("-")
    return head if dash and tail.isdigit() and len(head) == 5 else f"{head}{tail}"
