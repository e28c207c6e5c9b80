"""The path of least cost along a run of strips, remembered: after a change only what lies about it is walked again.

The path is kept in stretches of some hundred strips, each with its front: the spots that the path could go on from when it
came there. Before the change the stretches are as they were. Behind it, as soon as a front is the one of before, so is all
that follows. A front knows only differences of costs and of places, so that it does not matter where in the run it is.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from guide.layout.body.galley import Strip

Spot: TypeAlias = tuple[
    int, int, float
]  # the strip that comes next; what begins with it; how far down the page
Step: TypeAlias = tuple[Spot, float]  # where to, and its cost
Steps: TypeAlias = Callable[[Spot], Sequence[Step]]
Front: TypeAlias = dict[Spot, tuple[float, Spot | None]]  # cost, and where from

EVERY = 200  # strips
SEEN = 3  # times the depth of a page: no step looks further ahead
LEAST_SEEN = 4  # strips
EXACT = 1e-6  # costs that differ by less are the same


class Chunk(NamedTuple):
    """A stretch of a path; places count from its own beginning, and costs from the least of its front."""

    length: int
    front: Front
    came: dict[Spot, Spot]  # for each spot in it, where the best path to it comes from


class Walk:
    """The path of a run of strips, kept for the next time."""

    def __init__(self) -> None:
        self.chunks: list[Chunk] = []
        self.strips: Sequence[Strip] = ()
        self.depth: object = None  # the frame, as far as it decides the path

    def path(
        self, strips: Sequence[Strip], frame: object, depth: float, start: Spot, steps: Steps
    ) -> list[Spot]:
        """The spots along the path of least cost, from the start to the same kind of spot behind the last strip."""
        if frame != self.depth:
            self.chunks, self.strips, self.depth = [], (), frame
        before, after = alike(self.strips, strips)
        ahead = Ahead(strips, before, SEEN * depth)
        self.chunks = walk(self.chunks, len(strips), ahead.safe(), after, start, steps)
        self.strips = strips
        return spots_along(self.chunks, (len(strips), *start[1:]))


class Ahead(NamedTuple):
    """How far a run is unchanged, and how far ahead steps look."""

    strips: Sequence[Strip]
    unchanged: int
    seen: float

    def safe(self) -> int:
        """The last place before which no step sees what has changed."""
        height, place = 0.0, self.unchanged
        while place > 0 and (height < self.seen or self.unchanged - place < LEAST_SEEN):
            place -= 1
            height += self.strips[place].height
        return place


def measures(strip: Strip) -> tuple[object, ...]:
    """All that the cost of a break depends on."""
    return (
        strip.height,
        strip.space,
        bool(strip.starts),
        strip.opens,
        strip.repeats,
        strip.inside,
        strip.between,
        strip.head_height,
        [row.height for row in strip.rows[:2]],
        strip.ruled,
        strip.section is None,
    )


def alike(old: Sequence[Strip], new: Sequence[Strip]) -> tuple[int, int]:
    """How many strips are the same at the beginning of two runs, and then at their ends."""
    before = same_from(old, new)
    left = min(len(old), len(new)) - before
    return before, same_from(old[::-1][:left], new[::-1][:left])


def same_from(old: Sequence[Strip], new: Sequence[Strip]) -> int:
    """How many strips of two runs are the same, one after the other."""
    count = 0
    for one, other in zip(old, new):
        if one is not other and measures(one) != measures(other):
            break
        count += 1
    return count


def walk(old: Sequence[Chunk], count: int, safe: int, after: int, start: Spot, steps: Steps) -> list[Chunk]:
    """The path over so many strips in chunks, those of before where they are the same.

    `safe`: up to there the path is that of before; `after`: so many strips at the end are.
    """
    places = [*accumulate((chunk.length for chunk in old), initial=0)]
    number = max(0, bisect_right(places[:-1], safe) - 1)
    front: Front = old[number].front if old else {(0, *start[1:]): (0, None)}
    place = places[number]
    shift = count + 1 - places[-1]
    again = {
        each + shift: each_number
        for each_number, each in enumerate(places[:-1])
        if each > places[-1] - 1 - after
    }
    chunks = [*old[:number]]
    walker = Walker(steps, place, front)
    while walker.place <= count:
        walker.step()
        here = walker.place
        if here > count or here in again or here - walker.begun >= EVERY:
            chunks.append(walker.chunk())
            known = again.get(here)
            if known is not None and is_same(walker.front, old[known].front):
                return chunks + [*old[known:]]
    return chunks


class Walker:
    """Walks on from a front."""

    def __init__(self, steps: Steps, place: int, front: Front) -> None:
        self.steps = steps
        self.place = self.begun = place
        self.front = front
        self.best: dict[Spot, float] = {}
        self.came: dict[Spot, Spot] = {}
        self.waiting: dict[int, list[Spot]] = {}
        self.passed: dict[Spot, Spot] = {}
        for spot, (cost, came) in front.items():
            here = moved(spot, place)
            self.best[here] = cost
            if came:
                self.came[here] = moved(came, place)
            self.waiting.setdefault(here[0], []).append(here)

    def step(self) -> None:
        """Go on from every spot of the next place."""
        spots = self.waiting.pop(self.place, [])
        self.waiting[self.place] = spots
        best, came, waiting = self.best, self.came, self.waiting
        while spots:
            spot = min(spots, key=itemgetter(1))
            spots.remove(spot)
            spent = best[spot]
            if spot in came:
                self.passed[moved(spot, -self.begun)] = moved(came[spot], -self.begun)
            for to, cost in self.steps(spot):
                known = best.get(to)
                if known is None:
                    waiting.setdefault(to[0], []).append(to)
                elif known <= spent + cost:
                    continue
                best[to], came[to] = spent + cost, spot
        del waiting[self.place]
        self.place += 1

    def chunk(self) -> Chunk:
        """What was walked since the last one; the next begins here."""
        made = Chunk(self.place - self.begun, self.front, self.passed)
        self.begun, self.passed = self.place, {}
        spots = [spot for place in sorted(self.waiting) for spot in self.waiting[place]]
        least = min((self.best[spot] for spot in spots), default=0)
        self.front = {
            moved(spot, -self.place): (self.best[spot] - least, moved(self.came[spot], -self.place))
            for spot in spots
        }
        return made


def moved(spot: Spot, by: int) -> Spot:
    """A spot so many places further."""
    return spot[0] + by, spot[1], spot[2]


def is_same(one: Front, other: Front) -> bool:
    """Whether two fronts lead to the same paths."""
    return one.keys() == other.keys() and all(
        abs(cost - other[spot][0]) < EXACT and came == other[spot][1] for spot, (cost, came) in one.items()
    )


def spots_along(chunks: Sequence[Chunk], end: Spot) -> list[Spot]:
    """The path that ends at a spot, from its beginning."""
    places = [*accumulate((chunk.length for chunk in chunks), initial=0)]
    path, number = [end], len(chunks) - 1
    while True:
        while number and places[number] > path[-1][0]:
            number -= 1
        came = chunks[number].came.get(moved(path[-1], -places[number])) if chunks else None
        if came is None:
            return path[::-1]
        path.append(moved(came, places[number]))
