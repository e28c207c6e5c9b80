"""Strips onto pages of two columns: the breaks of a run of sections are chosen together, for the least total cost.

As in `paginate`, a shortest path: from a place in the run, where a page or a column begins, to every place where the next
may. A band is what stands above or below an opening on one page, in both columns; it is divided evenly where its section
ends. The work grows with the number of strips times the number of strips in a column.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from math import inf
from operator import itemgetter
from typing import NamedTuple

from guide.layout.body.ahead import SHORT, End, Ends, Kind, Left, look_ahead
from guide.layout.body.galley import Strip
from guide.layout.body.paginate import (
    ALONE,
    HOLE,
    HOLE_SLOPE,
    NOT_FLOWING,
    ONE,
    PAGE,
    SPLIT_WHITE,
    STUB,
    WHITE,
    WHOLE,
    FramePlan,
    split_cost,
)
from guide.layout.body.walk import Spot, Step, Walk
from guide.layout.type.style import Style

SAME_PAGE = 0.4  # of what a split listing costs, where it runs on beside itself and not over the page
LEAST_FULL = 0.5  # of a column, that a break is thought of, unless nothing else is possible
EMPTY = 5000  # a column that stays empty because nothing fits under an opening
CUT = 16  # points of difference between two columns that are worth a listing split,
RIGHT_LONGER = 24  # and a right one that is the longer
UNEVEN = 0.5  # for each point of difference between two columns

PAGE_BEGINS, COLUMN_A, COLUMN_B = 2, 0, 1  # what begins at a place; in the order in which places are visited
ACROSS = -1  # the column of an opening
FREE = {PAGE_BEGINS: 0, COLUMN_A: 2, COLUMN_B: 1}  # columns of the page on which it begins

FIRST: Kind = (PAGE_BEGINS, 0.0)


class ColumnFrame(NamedTuple):
    """The measures that breaking needs."""

    depth: float
    continued: float  # height of the line that repeats a listing's name
    white: float  # share of the depth that may stay white to keep a listing whole
    stub: float  # a running-on listing below this height is a stub
    above: float  # white above an opening in mid-page
    below: float  # that has to stay free under such an opening
    apart: float  # columns above it may differ by so much
    second: float  # x of column B


def column_frame(style: Style) -> ColumnFrame:
    """The measures of a style (look: the two-column page, keep and break rules)."""
    u, leading = style.u, style.body.leading
    return ColumnFrame(
        depth=style.grid.depth,
        continued=leading + u,
        white=0.2,
        stub=3 * leading,
        above=4 * u,
        below=30 * u,
        apart=20 * u,
        second=style.column + style.grid.gutter,
    )


class Fill(NamedTuple):
    """Strips, by index, that stand in a column (0, 1, or ACROSS) from a height down."""

    column: int
    start: int
    end: int
    y: float


class Halves(NamedTuple):
    """The end of a section in two columns."""

    middle: int  # the strip that opens column B, or the end where it stays empty
    left: float  # height
    right: float


def paginate_columns(
    strips: Sequence[Strip], frame: ColumnFrame, known: Walk | None = None
) -> list[FramePlan]:
    """The pages of a run of sections in two columns; `known` keeps the path for the next time."""
    pages = ColumnPages(strips, frame)
    start: Spot = (0, *FIRST)
    if known is not None and strips:
        return pages.plans(known.path(strips, frame, frame.depth, start, pages.steps))
    return pages.plans(pages.path())


class ColumnPages:
    """Finds the breaks of one run; every strip fits an empty column."""

    def __init__(self, strips: Sequence[Strip], frame: ColumnFrame) -> None:
        self.strips, self.frame = strips, frame
        self.count = len(strips)
        self.left = Left.of(strips, frame.depth)
        self.below = [0.0, *accumulate(strip.space + strip.height for strip in strips)]
        self.bases = self._bases(False), self._bases(True)
        self.section_ends = self._next([strip.opens for strip in strips])
        self.listing_ends = self._next([bool(strip.starts) for strip in strips])
        self.foots = [
            *zip(self.below, [*map(split_cost, strips), 0.0])
        ]  # what decides on a break before each

    def _next(self, begins: Sequence[bool]) -> list[int]:
        """For each strip, the next one behind it that begins something, or the end."""
        found, following = [self.count] * self.count, self.count
        for place in range(self.count - 1, -1, -1):
            found[place] = following
            if begins[place]:
                following = place
        return found

    def height(self, start: int, end: int, top: float) -> float:
        """The height of some strips at the top of a column; under an opening the first needs no hairline."""
        return 0 if start == end else self.below[end] - self.base(start, top)

    def base(self, start: int, top: float) -> float:
        """Where in `below` a column begins whose first strip this is."""
        return self.bases[bool(top)][start]

    def _bases(self, under: bool) -> list[float]:
        """The same of every strip; `under`: under an opening."""
        return [
            below + strip.space + (strip.rule if under else 0) - strip.head_height
            for below, strip in zip(self.below, self.strips)
        ]

    # --- the path

    def plans(self, path: Sequence[Spot]) -> list[FramePlan]:
        """The pages along a path."""
        plans, fills = list[FramePlan](), list[Fill]()
        for spot, to in zip(path, path[1:]):
            fills += self.fills(spot, to)
            if to[1] == PAGE_BEGINS and fills:
                ends = to[0] == self.count or self.strips[to[0]].opens
                plans.append(self.plan(fills, last=ends))
                fills = []
        return plans

    def path(self) -> list[Spot]:
        """The spots along the path of least cost."""
        best: dict[Kind, dict[int, float]] = defaultdict(dict)  # by place; this is the innermost loop of all
        came: dict[Kind, dict[int, Spot]] = defaultdict(dict)
        waiting: list[list[Kind]] = [[] for _ in range(self.count + 1)]
        best[FIRST][0] = 0
        waiting[0].append(FIRST)
        most, seen = inf, dict[Spot, Ends]()
        if self.count <= SHORT:
            most, seen = look_ahead((0, *FIRST), (self.count, *FIRST), self.ends, self.still)
        for place, kinds in enumerate(waiting):
            while kinds:
                kind = min(kinds, key=itemgetter(0))
                kinds.remove(kind)
                spot, spent = (place, *kind), best[kind][place]
                if most < inf and spent + self.still(spot) > most:
                    continue
                for to_kind, ends in seen.get(spot) or self.ends(spot):
                    costs, befores = best[to_kind], came[to_kind]
                    for to, cost in ends:
                        known = costs.get(to)
                        if known is None:
                            waiting[to].append(to_kind)
                        elif known <= spent + cost:
                            continue
                        costs[to], befores[to] = spent + cost, spot
        return self.path_back(came)

    def still(self, spot: Spot) -> float:
        """What it still costs from a spot on, at least."""
        start, begins, top = spot
        return self.left.cost(start, FREE[begins], top)

    def path_back(self, came: Mapping[Kind, Mapping[int, Spot]]) -> list[Spot]:
        """The spots of the path, followed from its end."""
        path: list[Spot] = []
        before: Spot | None = (self.count, *FIRST)
        while before:
            path.append(before)
            place, begins, top = before
            before = came[begins, top].get(place)
        return path[::-1]

    def steps(self, spot: Spot) -> Sequence[Step]:
        """Where the path may go from a spot, and what it costs."""
        return [((place, *kind), cost) for kind, ends in self.ends(spot) for place, cost in ends]

    def ends(self, spot: Spot) -> Ends:
        """The same, by what begins there."""
        start, begins, top = spot
        if start == self.count:  # nothing follows an opening
            return [(FIRST, [(start, 0)])] if begins != PAGE_BEGINS else ()
        if begins == PAGE_BEGINS and self.strips[start].opens:
            return [((COLUMN_A, self.strips[start].height), [(start + 1, PAGE)])]
        if begins == COLUMN_B:
            return self.right_column(start, top)
        return self.left_column(start, top, PAGE if begins == PAGE_BEGINS else 0)

    def left_column(self, start: int, top: float, cost: float) -> Ends:
        """Column A from a strip on: where column B may begin, or both where the section ends in them."""
        offset = self.offset(start, top)
        end = self.band_end(start)
        cost += self.stub(start) if offset else 0
        halves = self.halves(start, end, top, offset)
        ends = self.column_ends(start, end, top, offset, SAME_PAGE, cost)
        if halves:
            return [*self.section_end(start, end, top, halves, cost), ((COLUMN_B, top), ends)]
        return [((COLUMN_B, top), ends)] if ends else [(FIRST, [(start, EMPTY)])]

    def right_column(self, start: int, top: float) -> Ends:
        """Column B from a strip on: where the next page may begin."""
        stub = SAME_PAGE * self.stub(start)
        ends = self.column_ends(start, self.section_ends[start], top, 0, 1, stub)
        return [(FIRST, ends or [(start, EMPTY)])]

    def column_ends(
        self, start: int, end: int, top: float, offset: float, split: float, spent: float
    ) -> list[End]:
        """(following, cost) of each end of a column that is half full at least, and of the fullest there is.

        What follows is before `end`. `split`: of what a split listing costs; `spent`: what the column costs besides.
        """
        room, base = self.frame.depth - top - offset, self.base(start, top)
        stop = bisect_right(self.below, base + room + 0.01, start + 1, max(end, start + 1))
        begin = bisect_left(self.below, base + room * LEAST_FULL, start + 1, stop)
        first = min(begin, stop - 1) if stop > start + 1 else stop
        full, allowed = base + room, self.frame.white
        ends = []
        for following, (below, splits) in enumerate(self.foots[first:stop], first):
            white = (full - below) / room if below < full else 0
            if white <= allowed:
                cost = spent + WHITE * (white / allowed) ** 2
            else:
                cost = spent + HOLE + HOLE_SLOPE * (white - allowed)
            if splits:
                cost += split * splits + SPLIT_WHITE * white
            ends.append((following, cost + WHOLE - WHOLE))
        return ends

    def offset(self, start: int, top: float) -> float:
        """How far down column A begins: at the top of a page below the line that repeats a listing's name."""
        strip = self.strips[start]
        return self.frame.continued if not top and strip.repeats else 0

    def band_end(self, start: int) -> int:
        """Where the section of a strip ends; at the strip itself where that opens another."""
        return start if self.strips[start].opens else self.section_ends[start]

    # --- where a section ends

    def halves(self, start: int, end: int, top: float, offset: float) -> Halves | None:
        """The strips up to the end of a section in two columns that differ least; None where they are too long."""
        if start == end:
            return Halves(end, 0, 0)
        room, below, base = self.frame.depth - top + 0.01, self.below, self.base(start, top)
        if below[end] - base > 2 * room:
            return None
        best, least, bases = None, 0.0, self.bases[bool(top)]
        for middle in range(start + 1, end + 1):
            left = offset + below[middle] - base
            if left > room:
                break
            right = below[end] - bases[middle] if middle < end else 0
            if right > room:
                continue
            apart = abs(left - right) + (RIGHT_LONGER if right > left else 0)
            if middle < end and not self.strips[middle].starts:
                apart += CUT * (1.5 if self.strips[middle].inside else 1)
            if best is None or apart < least:
                best, least = Halves(middle, left, right), apart
        return best

    def section_end(
        self, start: int, end: int, top: float, halves: Halves, cost: float
    ) -> Iterator[tuple[Kind, Iterable[End]]]:
        """The end of a section: a new page follows, or on this one an opening where it has room."""
        frame = self.frame
        bottom, apart = top + max(halves.left, halves.right), abs(halves.left - halves.right)
        cost += UNEVEN * apart
        alone = self.alone(start, end, bottom) if not top else 0
        white = WHITE * (1 - bottom / frame.depth) if end < self.count else 0
        y = bottom + frame.above
        may_follow = apart <= frame.apart and self.may_open(end, y)
        new_page = cost + alone + white + (NOT_FLOWING if may_follow else 0)
        yield FIRST, [(end, new_page + WHOLE - WHOLE)]
        if may_follow:
            yield (COLUMN_A, y + self.strips[end].height), [(end + 1, cost + WHOLE - WHOLE)]

    def may_open(self, place: int, y: float) -> bool:
        """Whether a strip may open a section in mid-page: enough stays free under it, also for what comes first."""
        if place == self.count:
            return False
        under = y + self.strips[place].height
        if place + 1 < self.count and not self.strips[place + 1].opens:
            under += max(self.frame.below, self.height(place + 1, place + 2, under))
        return under <= self.frame.depth

    def alone(self, start: int, end: int, bottom: float) -> float:
        """What it costs that a page holds nothing but the end of a listing."""
        if start == end or self.listing_ends[start] < end or self.strips[start].starts:
            return 0
        return ALONE * max(0, 1 - bottom / self.frame.depth) + (ONE if end == start + 1 else 0)

    # --- costs

    def stub(self, start: int) -> float:
        """What it costs that hardly anything of a running-on listing is left."""
        if self.strips[start].starts:
            return 0
        left = self.height(start, self.listing_ends[start], 0)
        return STUB if left < self.frame.stub else 0

    # --- pages

    def fills(self, spot: Spot, to: Spot) -> list[Fill]:
        """What stands on the page between two spots of the path."""
        start, begins, top = spot
        following, then, _ = to
        if following == start:
            return []
        if begins == PAGE_BEGINS and self.strips[start].opens:
            return [Fill(ACROSS, start, start + 1, 0)]
        if begins == COLUMN_B:
            return [Fill(1, start, following, top)]
        offset = self.offset(start, top)
        if then == COLUMN_B:
            return [Fill(0, start, following, top + offset)]
        return self.band_fills(start, top, offset, opened=then == COLUMN_A)

    def band_fills(self, start: int, top: float, offset: float, opened: bool) -> list[Fill]:
        """The end of a section in both columns, and the opening below it where there is one."""
        end = self.band_end(start)
        halves = self.halves(start, end, top, offset)
        assert halves  # or no step led here
        fills = [Fill(0, start, halves.middle, top + offset), Fill(1, halves.middle, end, top)]
        if opened:
            y = top + max(halves.left, halves.right) + self.frame.above
            fills.append(Fill(ACROSS, end, end + 1, y))
        return [fill for fill in fills if fill.start < fill.end]

    def plan(self, fills: Sequence[Fill], last: bool) -> FramePlan:
        """A page as it is filled; `last`: the next one opens a section or another part."""
        placed, xs = list[tuple[Strip, float]](), list[float]()
        opened, bottom = False, 0.0
        for column, start, end, y in fills:
            x = self.frame.second if column == 1 else 0
            for place in range(start, end):
                strip = self.strips[place]
                if place == start and column != ACROSS:
                    strip = (strip.unruled() if opened else strip).headed()
                y += strip.space if place > start else 0
                placed.append((strip, y))
                xs.append(x)
                y += strip.height
            opened = opened or column == ACROSS
            bottom = max(bottom, y)
        return FramePlan(strips=tuple(placed), used=bottom, last=last, xs=tuple(xs))
