"""Looking ahead on the way to the path of least cost: what it will cost at most, so that hopeless ways are not gone.

The way on which the whole may cost least is gone on with first (Hart, Nilsson and Raphael's A*). That pays for a run of few pages, of
which handouts are: in a long one what is left says too little of what it will cost.
"""

from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush
from itertools import accumulate
from math import ceil, inf
from typing import NamedTuple, Self, TypeAlias

from guide.layout.body.galley import Strip
from guide.layout.body.paginate import PAGE
from guide.layout.body.walk import EXACT, Spot

SHORT = 400  # strips of a run in which it pays

Kind: TypeAlias = tuple[int, float]  # of a spot: what begins with it, and how far down the page
End: TypeAlias = tuple[int, float]  # the strip that comes next, and what it costs to go there
Ends: TypeAlias = Iterable[tuple[Kind, Iterable[End]]]  # by what begins there


class Left(NamedTuple):
    """What is left of a run of strips behind each place: its height in a single column, at least."""

    heights: Sequence[float]
    room: float  # in a column, at most

    @classmethod
    def of(cls, strips: Sequence[Strip], depth: float) -> Self:
        """What is left of strips in columns of a depth.

        A column may begin with a strip whose space, or hairline, is left out. An opening stands in both columns; under it two begin.
        """
        rows = [(strip, strip.opens) for strip in strips]
        saved = max((strip.space + strip.rule for strip, opens in rows if not opens), default=0)
        heights = (
            2 * (strip.height - saved) if opens else strip.height + strip.space
            for strip, opens in reversed(rows)
        )
        return cls([*accumulate(heights, initial=0.0)][::-1], depth + 0.01 + saved)

    def cost(self, place: int, columns: int, top: float) -> float:
        """What it costs from a place on, at least: the pages that are filled without any white.

        `columns`: so many of this page are free, from `top` down.
        """
        left = self.heights[place] - columns * (self.room - top)
        return PAGE * ceil(left / (2 * self.room) - EXACT) if left > 0 else 0


def look_ahead(
    start: Spot, end: Spot, ends: Callable[[Spot], Ends], still: Callable[[Spot], float]
) -> tuple[float, dict[Spot, Ends]]:
    """(the least total cost, a little more; the ends that were looked at for it).

    Which path it is is not told: of two that cost the same it might be another one. `still`: what it costs from a spot on, at least.
    """
    waiting, best = [(still(start), 0.0, start)], {start: 0.0}
    seen: dict[Spot, Ends] = {}
    while waiting:
        _, spent, spot = heappop(waiting)
        if spot == end:
            return spent + EXACT, seen
        if spot in seen:
            continue
        seen[spot] = bundles = ends(spot)
        for kind, some in bundles:
            for to, cost in some:
                then, cost = (to, *kind), spent + cost
                known = best.get(then)
                if known is None or cost < known:
                    best[then] = cost
                    heappush(waiting, (cost + still(then), cost, then))
    return inf, {}
