"""What stands on a sketch map, and in the list below it: listings of its sections whose street is printed and that lie in it."""

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from guide.layout.compose.links import listing_anchor
from guide.layout.compose.namesakes import Namesakes
from guide.layout.parts.map_markers import Numbered
from guide.layout.parts.map_view import View, around
from guide.layout.type.inline import Anchor
from guide.model import Guide, Listing
from guide.model.sketch import Bounds, Point, SketchMap


class MapRow(NamedTuple):
    """A listing on a map; or a letter, and the numbers that it stands for."""

    label: str
    text: str
    anchor: Anchor | None


class MapList(NamedTuple):
    """The listings of a section on a map."""

    title: str
    rows: tuple[MapRow, ...]


class Placed(NamedTuple):
    """A listing of a map's sections, with its number and where it is."""

    number: int
    listing: Listing
    section: str  # its title
    points: tuple[Point, ...]


def placed_on(plan: SketchMap, guide: Guide) -> list[Placed]:
    """The listings of a map's sections, on it or not."""
    entries, wanted = guide.entries, plan.plan.sections
    return [
        Placed(entries[listing.id], listing, section.title, listing.points)
        for section in guide.sections
        if not wanted or section.id in wanted
        for listing in section.listings
    ]


def bounds_of(plan: SketchMap, placed: Sequence[Placed]) -> Bounds | None:
    """The edges of a map: as told, else around the listings that lie in what is drawn; None for none."""
    if plan.plan.bounds:
        return plan.plan.bounds
    extent = plan.sketch.extent
    inside = [point for each in placed for point in each.points if extent.holds(point)]
    return around(inside) if inside else None


def seen(placed: Sequence[Placed], plan: SketchMap, view: View) -> Iterator[Numbered]:
    """Yield each place that a view shows of what is drawn or asked for, with its number."""
    extent = plan.plan.bounds or plan.sketch.extent
    for each in placed:
        for point in each.points:
            if extent.holds(point) and view.shows(view.spot(point)):
                x, y = view.spot(point)
                yield Numbered(each.number, (round(x, 1), round(y, 1)))


def map_lists(placed: Sequence[Placed], numbers: set[int], guide: Guide) -> tuple[MapList, ...]:
    """The listings with these numbers, by their sections."""
    names: Mapping[str, str] = Namesakes(guide).names(attrgetter("name"))
    by_section: dict[str, list[MapRow]] = {}
    for each in placed:
        if each.number in numbers:
            row = MapRow(str(each.number), names[each.listing.id], listing_anchor(each.listing.id))
            by_section.setdefault(each.section, []).append(row)
    return tuple(MapList(title, tuple(rows)) for title, rows in by_section.items())
