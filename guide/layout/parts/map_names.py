"""The names on a sketch map: along streets and in areas, where there is room beside markers and other names."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from math import atan2, cos, degrees, hypot, radians, sin
from typing import NamedTuple, TypeAlias

from guide.layout.pages import Edges
from guide.layout.parts.map_markers import cells_of
from guide.layout.parts.map_view import Line, Spot, crossings

BENT = 0.3  # of the size of a name, by which its street may leave a straight line
TRIES = 14  # places along a street
LEVELS = 15  # heights in an area
CLEAR = 1.0  # points around a name in which no other one stands
ASIDE = 2.0  # points before and behind a name
LEADING = 1.15  # of the size of names, from line to line
Corners: TypeAlias = tuple[Spot, Spot, Spot, Spot]


class Label(NamedTuple):
    """A name: its lines, its middle, the size of all of it, and how it is turned in degrees, to the left."""

    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    turn: float = 0

    @property
    def corners(self) -> Corners:
        """Its four corners, with a little room around."""
        along = cos(radians(self.turn)), -sin(radians(self.turn))
        across, down = self.width / 2 + CLEAR, self.height / 2 + CLEAR

        def corner(right: float, below: float) -> Spot:
            return (
                self.x + right * along[0] - below * along[1],
                self.y + right * along[1] + below * along[0],
            )

        return corner(-across, -down), corner(across, -down), corner(across, down), corner(-across, down)


class Obstacles:
    """What names may not stand on."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.cells: dict[tuple[int, int], list[Corners]] = {}

    def add(self, corners: Corners) -> None:
        for cell in cells_of(edges_of(corners)):
            self.cells.setdefault(cell, []).append(corners)

    def free(self, corners: Corners) -> bool:
        """Whether nothing stands there, and all of it is within the frame."""
        edges = edges_of(corners)
        if edges.left < 1 or edges.top < 1 or edges.right > self.width - 1 or edges.bottom > self.height - 1:
            return False
        near = (other for cell in cells_of(edges) for other in self.cells.get(cell, ()))
        return not any(meet(corners, other) for other in near)


def edges_of(corners: Sequence[Spot]) -> Edges:
    """The rectangle around some spots."""
    xs, ys = zip(*corners)
    return Edges(min(xs), min(ys), max(xs), max(ys))


def square(edges: Edges) -> Corners:
    """The corners of a rectangle."""
    return (
        (edges.left, edges.top),
        (edges.right, edges.top),
        (edges.right, edges.bottom),
        (edges.left, edges.bottom),
    )


def meet(one: Corners, other: Corners) -> bool:
    """Whether two rectangles, each turned as it may be, have something in common."""
    for corners in (one, other):
        for (x, y), (to_x, to_y) in zip(corners[:2], corners[1:3]):
            across, down = to_x - x, to_y - y
            first = [spot_x * across + spot_y * down for spot_x, spot_y in one]
            second = [spot_x * across + spot_y * down for spot_x, spot_y in other]
            if max(first) <= min(second) or max(second) <= min(first):
                return False
    return True


# --- along streets ----------------------------------------------------------------------------------


def joined(lines: Iterable[Line]) -> list[Line]:
    """Lines that meet at their ends as one, the longest first."""
    chains: list[Line] = []
    for line in lines:
        place = 0
        while place < len(chains):
            whole = chained(chains[place], line)
            if whole is None:
                place += 1
            else:  # it may meet another one now
                del chains[place]
                line, place = whole, 0
        chains.append(line)
    return sorted(chains, key=length, reverse=True)


def chained(one: Line, other: Line) -> Line | None:
    """Two lines as one, None where no end of the one is an end of the other."""
    for first, second in ((one, other), (one, other[::-1]), (one[::-1], other), (one[::-1], other[::-1])):
        (x, y), (to_x, to_y) = first[-1], second[0]
        if hypot(x - to_x, y - to_y) < 1:
            return (*first, *second[1:])
    return None


def length(line: Line) -> float:
    return sum(hypot(to_x - x, to_y - y) for (x, y), (to_x, to_y) in zip(line, line[1:]))


def along(line: Line, text: str, width: float, size: float, free: Callable[[Corners], bool]) -> Label | None:
    """A name along a line, as near to its middle as there is room; None where there is none."""
    marks = list(accumulate((hypot(b[0] - a[0], b[1] - a[1]) for a, b in zip(line, line[1:])), initial=0.0))
    long, wide = marks[-1], width + 2 * ASIDE
    for start in starts(long - wide):
        piece = between(line, marks, start, start + wide)
        (x, y), (to_x, to_y) = piece[0], piece[-1]
        chord = hypot(to_x - x, to_y - y)
        if chord < 0.97 * wide or bend(piece) > BENT * size:
            continue
        turn = degrees(atan2(y - to_y, to_x - x))
        turn += 180 * (turn <= -90) - 180 * (turn > 90)
        label = Label((text,), (x + to_x) / 2, (y + to_y) / 2, wide, LEADING * size, turn)
        if free(label.corners):
            return label
    return None


def starts(room: float) -> Iterator[float]:
    """Yield where a name may begin along a line that is so much longer, from the middle on."""
    if room < 0:
        return
    for step in range(TRIES):
        away = room / 2 * ((step + 1) // 2) * 2 / TRIES
        yield room / 2 + (away if step % 2 else -away)


def between(line: Line, marks: Sequence[float], start: float, end: float) -> Line:
    """The piece of a line between two lengths of it."""
    inner = (spot for spot, mark in zip(line, marks) if start < mark < end)
    return (at(line, marks, start), *inner, at(line, marks, end))


def at(line: Line, marks: Sequence[float], where: float) -> Spot:
    """The spot at a length of a line."""
    for (x, y), (to_x, to_y), mark, next_mark in zip(line, line[1:], marks, marks[1:]):
        if where <= next_mark:
            share = (where - mark) / (next_mark - mark) if next_mark > mark else 0
            return x + share * (to_x - x), y + share * (to_y - y)
    return line[-1]


def bend(line: Line) -> float:
    """How far a line leaves the stroke between its ends."""
    (x, y), (to_x, to_y) = line[0], line[-1]
    dx, dy = to_x - x, to_y - y
    long = hypot(dx, dy) or 1
    return max((abs((each[0] - x) * dy - (each[1] - y) * dx) / long for each in line[1:-1]), default=0)


# --- in areas ---------------------------------------------------------------------------------------


def within(
    outlines: Sequence[Line],
    text: str,
    width_of: Callable[[str], float],
    leading: float,
    free: Callable[[Corners], bool],
) -> Label | None:
    """A name in an area, on as few lines as there is room for; None where there is none."""
    edges = edges_of(outlines[0])
    for lines in foldings(text):
        wide, high = max(map(width_of, lines)) + 2 * ASIDE, len(lines) * leading
        for y in levels(edges, high):
            for left, right in widest(outlines, y, high):
                if right - left < wide:
                    continue
                label = Label(lines, (left + right) / 2, y, wide, high)
                if free(label.corners):
                    return label
    return None


def foldings(text: str) -> Iterator[tuple[str, ...]]:
    """Yield a name on one line, on two and on three, broken between words."""
    words = text.split(" ")
    yield (text,)
    for count in (2, 3):
        if len(words) >= count:
            yield balanced(words, count)


def balanced(words: Sequence[str], count: int) -> tuple[str, ...]:
    """Words on lines of about the same length."""
    most, lines = len(" ".join(words)) / count, [""]
    for word in words:
        if lines[-1] and len(lines) < count and len(lines[-1]) + len(word) / 2 > most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)


def levels(edges: Edges, high: float) -> Iterator[float]:
    """Yield heights at which a name may stand in an area, from the middle on."""
    middle, room = (edges.top + edges.bottom) / 2, (edges.bottom - edges.top - high) / 2
    if room < 0:
        return
    for step in range(LEVELS):
        away = room * ((step + 1) // 2) * 2 / LEVELS
        yield middle + (away if step % 2 else -away)


def widest(outlines: Sequence[Line], y: float, high: float) -> list[tuple[float, float]]:
    """What is inside of an area at a height, over all that a name is high; the widest first."""
    spans = [(0.0, float("inf"))]
    for level in (y - high / 2, y, y + high / 2):
        found = crossings(outlines, level)
        inside = list(zip(found[::2], found[1::2]))
        spans = [
            (max(left, start), min(right, end))
            for left, right in spans
            for start, end in inside
            if max(left, start) < min(right, end)
        ]
    return sorted(spans, key=lambda span: span[0] - span[1])
