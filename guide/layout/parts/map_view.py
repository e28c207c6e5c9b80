"""The view of a sketch map: degrees as points of a frame, lines cut at its edges and made as simple as print shows them.

The projection is the plate carrée of the map's middle: degrees east are shortened by the cosine of its latitude, which is
right to a thousandth within a city. x and y count from the frame's upper left corner, y runs down.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import cos, hypot, radians
from typing import NamedTuple, TypeAlias

from guide.model.sketch import Bounds, Point

METRES = 111_195  # of a degree of latitude, on a sphere of 6,371 km
FINE = 0.25  # points by which a line may be another one
ROOM = 0.07  # of the extent, around the places that a map shows
LEAST_SIDE = 600 / METRES  # degrees: of a map that shows one place alone

Spot: TypeAlias = tuple[float, float]  # x and y in the frame
Line: TypeAlias = tuple[Spot, ...]


class View(NamedTuple):
    """What a frame shows of the earth."""

    north: float  # of its upper edge
    west: float  # of its left edge
    squeeze: float  # how much shorter a degree east is than one north
    scale: float  # points of a degree north
    width: float
    height: float

    def spot(self, point: Point) -> Spot:
        """Where a point lies, within the frame or not."""
        north, east = point
        return (east - self.west) * self.squeeze * self.scale, (self.north - north) * self.scale

    def shows(self, spot: Spot, inset: float = 0) -> bool:
        """Whether a place lies within the frame, so far from its edges."""
        x, y = spot
        return inset <= x <= self.width - inset and inset <= y <= self.height - inset

    @property
    def metres(self) -> float:
        """How many of them a point of print is."""
        return METRES / self.scale

    def line(self, points: Sequence[Point], inset: float = 0) -> list[Line]:
        """What is seen of a line, in pieces; of a thick one, as much as stays within the frame with half its width."""
        spots = [(x - inset, y - inset) for x, y in map(self.spot, points)]
        cut = cut_line(spots, self.width - 2 * inset, self.height - 2 * inset)
        return [simplified(tuple((x + inset, y + inset) for x, y in piece)) for piece in cut]

    def area(self, points: Sequence[Point]) -> Line:
        """What is seen of an area's outline; () for nothing."""
        cut = cut_area([self.spot(point) for point in points], self.width, self.height)
        outline = simplified((*cut, cut[0])) if len(cut) > 2 else ()
        return outline[:-1] if len(outline) > 3 else ()


def around(points: Iterable[Point]) -> Bounds:
    """The edges of a map of some places, with a little room around them."""
    norths, easts = zip(*points)
    squeeze = squeezed(min(norths), max(norths))
    high = max(max(norths) - min(norths), LEAST_SIDE)
    wide = max((max(easts) - min(easts)) * squeeze, LEAST_SIDE)
    up, aside = high * (0.5 + ROOM), wide * (0.5 + ROOM) / squeeze
    north, east = (max(norths) + min(norths)) / 2, (max(easts) + min(easts)) / 2
    return Bounds(north - up, east - aside, north + up, east + aside)


def squeezed(south: float, north: float) -> float:
    """How much shorter a degree east is than one north."""
    return max(cos(radians((south + north) / 2)), 0.01)


def view_of(bounds: Bounds, width: float, least: float, most: float) -> View:
    """The view of all between some edges: as wide as told, and as high as they are, within limits."""
    squeeze = squeezed(bounds.south, bounds.north)
    wide, high = (bounds.east - bounds.west) * squeeze, bounds.north - bounds.south
    height = min(max(width * high / wide, least), most)
    scale = min(width / wide, height / high)
    north = (bounds.north + bounds.south) / 2 + height / scale / 2
    west = (bounds.east + bounds.west) / 2 - width / scale / squeeze / 2
    return View(north, west, squeeze, scale, width, height)


# --- lines cut at the edges -------------------------------------------------------------------------


def cut_line(spots: Sequence[Spot], width: float, height: float) -> Iterator[Line]:
    """Yield the pieces of a line within the frame."""
    piece: list[Spot] = []
    for start, end in zip(spots, spots[1:]):
        inside = cut_stroke(start, end, width, height)
        if inside is None:
            continue
        first, last = inside
        if not piece or piece[-1] != first:
            if len(piece) > 1:
                yield tuple(piece)
            piece = [first]
        if last != first:
            piece.append(last)
    if len(piece) > 1:
        yield tuple(piece)


def cut_stroke(start: Spot, end: Spot, width: float, height: float) -> tuple[Spot, Spot] | None:
    """What is within the frame of a straight stroke (Liang and Barsky); None for nothing."""
    (x, y), (to_x, to_y) = start, end
    dx, dy, first, last = to_x - x, to_y - y, 0.0, 1.0
    for step, room in ((-dx, x), (dx, width - x), (-dy, y), (dy, height - y)):
        if step == 0:
            if room < 0:
                return None
            continue
        share = room / step
        if step < 0:
            first = max(first, share)
        else:
            last = min(last, share)
        if first > last:
            return None
    begins = start if first == 0 else (x + first * dx, y + first * dy)
    return begins, end if last == 1 else (x + last * dx, y + last * dy)


def cut_area(spots: Sequence[Spot], width: float, height: float) -> list[Spot]:
    """What is within the frame of an outline (Sutherland and Hodgman)."""
    found = list(spots[:-1] if spots and spots[0] == spots[-1] else spots)
    edges: tuple[tuple[Callable[[Spot], float], int, float], ...] = (
        (lambda spot: spot[0], 0, 0),
        (lambda spot: width - spot[0], 0, width),
        (lambda spot: spot[1], 1, 0),
        (lambda spot: height - spot[1], 1, height),
    )
    for inside, axis, edge in edges:
        found = list(cut_at(found, inside, axis, edge))
    return found


def cut_at(spots: Sequence[Spot], inside: Callable[[Spot], float], axis: int, edge: float) -> Iterator[Spot]:
    """Yield an outline cut at one edge: `inside` is 0 and more within it."""
    for before, spot in zip([*spots[-1:], *spots[:-1]], spots):
        was, now = inside(before), inside(spot)
        if (was < 0) != (now < 0):
            share = was / (was - now)
            other = before[1 - axis] + share * (spot[1 - axis] - before[1 - axis])
            yield (edge, other) if axis == 0 else (other, edge)
        if now >= 0:
            yield spot


# --- lines made simple ------------------------------------------------------------------------------


def simplified(line: Sequence[Spot], fine: float = FINE) -> Line:
    """A line without the points that print does not show (Douglas and Peucker)."""
    kept = [False] * len(line)
    kept[0] = kept[-1] = True
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        far, away = farthest(line, first, last)
        if away > fine:
            kept[far] = True
            waiting += [(first, far), (far, last)]
    return tuple(spot for spot, is_kept in zip(line, kept) if is_kept)


def farthest(line: Sequence[Spot], first: int, last: int) -> tuple[int, float]:
    """(which, how far) of the spot between two others that lies farthest from the stroke between these."""
    (x, y), (to_x, to_y) = line[first], line[last]
    dx, dy = to_x - x, to_y - y
    long = hypot(dx, dy)
    found, most = first + 1, -1.0
    for place in range(first + 1, last):
        spot_x, spot_y = line[place][0] - x, line[place][1] - y
        away = abs(spot_x * dy - spot_y * dx) / long if long else hypot(spot_x, spot_y)
        if away > most:
            found, most = place, away
    return found, most


def turned_like(outline: Line, way: int) -> Line:
    """An outline that runs this way round, 1 or -1, so that holes are left white."""
    doubled = sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in zip(outline, (*outline[1:], outline[0])))
    return outline if doubled * way >= 0 else outline[::-1]


def crossings(outlines: Iterable[Line], y: float) -> list[float]:
    """Where a level line crosses outlines, from left to right: it is inside between each two."""
    found = []
    for outline in outlines:
        for (x, at), (to_x, to_y) in zip(outline, (*outline[1:], outline[0])):
            if (at <= y) != (to_y <= y):
                found.append(x + (y - at) / (to_y - at) * (to_x - x))
    return sorted(found)
