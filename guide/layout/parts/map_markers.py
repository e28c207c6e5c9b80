"""The markers of a sketch map: the numbers of listings where these are, none over another.

Listings in the same place, or so near that two markers have no room, share one: `3, 7`. Where these are more than a marker can
show it has a letter, and a list below the map says which numbers that stands for. A marker that has no room at its place stands
beside it, with a leader to a dot.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from math import cos, hypot, pi, sin
from typing import NamedTuple

from guide.layout.pages import Edges
from guide.layout.parts.map_view import Spot

NEAR = 0.4  # of a marker's height: places so near to each other are one
CROWDED = 0.2  # of the frame that markers may take, before those near to each other are one
RINGS = (1.1, 1.6, 2.2, 3.0)  # of a marker's height, how far it may stand from its place
WAYS = 12  # directions that are tried
GAP = 1.2  # points between two markers
TOGETHER = 3  # numbers, or ranges of them, that a marker shows
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WIDEST = "AM"  # of two letters, nearly
RUN = 3  # numbers in a row that are written as a range, at least
CELL = 48.0  # points: a side of the squares by which neighbours are found


class Numbered(NamedTuple):
    """A listing's number, and where it is."""

    number: int
    spot: Spot


class Marker(NamedTuple):
    """Numbers in one sign: what it shows, its middle, its size, its numbers, and the places that it stands for."""

    text: str  # a letter, where the numbers are too many
    x: float
    y: float
    width: float
    height: float
    numbers: tuple[str, ...]
    spots: tuple[Spot, ...]

    @property
    def has_letter(self) -> bool:
        """Whether it shows a letter in the place of its numbers."""
        return len(self.numbers) > TOGETHER

    @property
    def edges(self) -> Edges:
        """How far it reaches."""
        across, down = self.width / 2, self.height / 2
        return Edges(self.x - across, self.y - down, self.x + across, self.y + down)

    @property
    def is_at_home(self) -> bool:
        """Whether it stands on its one place."""
        return len(self.spots) == 1 and self.spots[0] == (self.x, self.y)


class Measures(NamedTuple):
    """How large markers are: the width of a text, the height of a line, and the room around the text."""

    width_of: Callable[[str], float]
    line: float
    room: float


class _Site(NamedTuple):
    """Places that share a marker."""

    numbers: tuple[int, ...]
    spots: tuple[Spot, ...]

    @property
    def middle(self) -> Spot:
        xs, ys = zip(*self.spots)
        return sum(xs) / len(xs), sum(ys) / len(ys)

    def joined(self, other: "_Site") -> "_Site":
        return _Site(self.numbers + other.numbers, tuple(dict.fromkeys(self.spots + other.spots)))


class _Grid:
    """Markers by the squares that they touch."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[tuple[int, Edges]]] = {}

    def add(self, key: int, edges: Edges) -> None:
        for cell in cells_of(edges):
            self.cells.setdefault(cell, []).append((key, edges))

    def remove(self, key: int, edges: Edges) -> None:
        for cell in cells_of(edges):
            self.cells[cell] = [each for each in self.cells[cell] if each[0] != key]

    def touched(self, edges: Edges) -> bool:
        """Whether a marker stands where these edges are."""
        return any(overlap(edges, other) for cell in cells_of(edges) for _, other in self.cells.get(cell, ()))


def cells_of(edges: Edges) -> Iterator[tuple[int, int]]:
    """Yield the squares that a rectangle touches."""
    for column in range(int(edges.left // CELL), int(edges.right // CELL) + 1):
        for row in range(int(edges.top // CELL), int(edges.bottom // CELL) + 1):
            yield column, row


def overlap(one: Edges, other: Edges, gap: float = GAP) -> bool:
    """Whether two rectangles come nearer to each other than they may."""
    return (
        one.left < other.right + gap
        and other.left < one.right + gap
        and one.top < other.bottom + gap
        and other.top < one.bottom + gap
    )


def markers_of(places: Iterable[Numbered], measures: Measures, width: float, height: float) -> list[Marker]:
    """The markers of places within a frame."""
    sites = sites_of(list(places), measures, width * height)
    return _Placing(measures, width, height).placed(sites)


def sites_of(places: Sequence[Numbered], measures: Measures, frame: float) -> list[_Site]:
    """Places by what shares a marker; the more of the frame they would take, the more share one."""
    high = measures.line + 2 * measures.room
    for step in count():
        sites = gathered(places, NEAR * high * 1.4**step)
        taken = sum(wide * tall for _, wide, tall in (sized(site.numbers, measures) for site in sites))
        if taken <= CROWDED * frame or len(sites) < 2:
            return sites
    return []


def gathered(places: Sequence[Numbered], near: float) -> list[_Site]:
    """Places by the first of those that they are near to."""
    firsts: dict[tuple[int, int], list[int]] = {}
    found: list[list[Numbered]] = []
    for each in places:
        x, y = each.spot
        column, row = int(x // near), int(y // near)
        around = (
            place
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for place in firsts.get((column + dx, row + dy), ())
            if hypot(found[place][0].spot[0] - x, found[place][0].spot[1] - y) <= near
        )
        home = next(around, None)
        if home is None:
            firsts.setdefault((column, row), []).append(len(found))
            found.append([each])
        else:
            found[home].append(each)
    return [
        _Site(tuple(each.number for each in some), tuple(dict.fromkeys(each.spot for each in some))[:1])
        for some in found
    ]


class _Placing:
    """Markers as they find their places."""

    def __init__(self, measures: Measures, width: float, height: float) -> None:
        self.measures, self.width, self.height = measures, width, height
        self.grid = _Grid()
        self.there: dict[int, tuple[_Site, Marker]] = {}
        self.keys = count()

    def placed(self, sites: Sequence[_Site]) -> list[Marker]:
        """The markers of sites, in the order of their numbers."""
        waiting = sorted(sites, key=lambda site: (len(site.numbers), site.numbers), reverse=True)
        for site in waiting:
            self.put(site)
        return lettered([marker for _, marker in self.there.values()])

    def put(self, site: _Site) -> None:
        """Find a place for a site; without one it joins the nearest that has one."""
        while (marker := self.room_for(site)) is None:
            if not self.there:
                return  # the frame has no room for it at all
            near = min(self.there, key=lambda key: away(self.there[key][1], site.middle))
            other, old = self.there.pop(near)
            self.grid.remove(near, old.edges)
            site = other.joined(site)
        key = next(self.keys)
        self.there[key] = site, marker
        self.grid.add(key, marker.edges)

    def room_for(self, site: _Site) -> Marker | None:
        """The marker of a site where it has room: at its place, else around it."""
        numbers = tuple(ranges(site.numbers))
        text, wide, high = sized(site.numbers, self.measures)
        middle_x, middle_y = site.middle
        for x, y in self.choices(middle_x, middle_y, wide, high):
            marker = Marker(text, x, y, wide, high, numbers, site.spots)
            if not self.grid.touched(marker.edges):
                return marker
        return None

    def choices(self, x: float, y: float, wide: float, high: float) -> Iterator[Spot]:
        """Yield the middles of a marker within the frame, the nearest to a spot first."""
        left, top = wide / 2 + GAP, high / 2 + GAP
        if 2 * left > self.width or 2 * top > self.height:
            return
        near = min(max(x, left), self.width - left), min(max(y, top), self.height - top)
        yield near if hypot(near[0] - x, near[1] - y) > GAP else (x, y)
        line = self.measures.line + 2 * self.measures.room
        for ring in RINGS:
            for way in range(WAYS):
                angle = 2 * pi * way / WAYS
                at = (
                    x + cos(angle) * (wide / 2 + ring * line - line / 2),
                    y + sin(angle) * (high / 2 + ring * line - line / 2),
                )
                if left <= at[0] <= self.width - left and top <= at[1] <= self.height - top:
                    yield at


def away(marker: Marker, spot: Spot) -> float:
    return hypot(marker.x - spot[0], marker.y - spot[1])


def sized(numbers: Sequence[int], measures: Measures) -> tuple[str, float, float]:
    """(text, width, height) of a marker with some numbers; of one with a letter the widest."""
    pieces = ranges(numbers)
    text = ", ".join(pieces) if len(pieces) <= TOGETHER else WIDEST
    high = measures.line + 2 * measures.room
    return text, max(measures.width_of(text) + 4 * measures.room, high), high


def lettered(markers: Sequence[Marker]) -> list[Marker]:
    """Markers as they are read, from the top down, those with too many numbers with letters in their order."""
    ordered = sorted(markers, key=lambda each: (round(each.y / (2 * each.height)), each.x))
    letters = map(letter, count())
    return [each._replace(text=next(letters)) if each.has_letter else each for each in ordered]


def letter(place: int) -> str:
    """A for 0, B for 1; behind Z follows AA."""
    before, last = divmod(place, len(LETTERS))
    return (letter(before - 1) if before else "") + LETTERS[last]


def ranges(numbers: Iterable[int]) -> list[str]:
    """Numbers in their order, each once: "3", "5-9" with a dash."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][-1] == number - 1:
            found[-1].append(number)
        else:
            found.append([number])
    return [
        text
        for run in found
        for text in ([f"{run[0]}\u2013{run[-1]}"] if len(run) >= RUN else list(map(str, run)))
    ]
