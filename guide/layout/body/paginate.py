"""Strips onto pages: the breaks of a run of sections are chosen together, for the least total cost.

A shortest path over all legal breaks, after Knuth and Plass's way with lines: each page is an edge
from the strip that opens it to the strip that opens the next, so the work grows with the number of
strips times the number of strips on a page.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from guide.frozen import frozen
from guide.layout.body.galley import Listed, Row, Strip, shifted
from guide.layout.body.walk import Spot, Step, Walk
from guide.layout.compose.blocks import SubheadBlock
from guide.layout.group import ungrouped
from guide.layout.pages import Box, Line, Path, Text
from guide.layout.type.inline import OpenItem, RichLine
from guide.layout.type.style import Style

# What makes a break bad. Only the order matters: a listing moved whole that leaves less white than
# allowed is better than a split one, a split one better than more white than that.
PAGE = 300  # one more page: paper is what a guide costs
NOT_FLOWING = 60  # a section that begins a page although it may open on the one before
SPLIT = 80  # a listing that runs on
BETWEEN = 40  # and that between its offices,
INSIDE = 15  # or within a paragraph
SPLIT_WHITE = 400  # a listing that runs on although the page has room, for each page of it
WHITE = 70  # white at the foot, just within what is allowed
HOLE = 150  # more white than allowed, and HOLE_SLOPE for each page of it
HOLE_SLOPE = 1500
ALONE = 400  # a page that holds nothing but the end of a listing, by how empty it is
ONE = 300  # and if it is a single paragraph
HEADING_ROWS = 3  # at most: rule, name, alert
TITLE_ROWS = 2  # of an opening: its rule and its title
STUB = 60  # fewer than three lines of a running-on listing at the top
WHOLE = (
    1.5 * 2.0**36
)  # added to a cost and taken away again, it leaves a multiple of 2**-16: sums of these are exact,
# so that of two ways that cost the same the same one is taken wherever a walk has begun
UNDER_TITLE = 25  # u: so much stays free below the title of a section that opens in mid-page


@frozen
class FramePlan:
    """What one page of the body holds: strips and how far down the frame each begins."""

    strips: tuple[tuple[Strip, float], ...]
    used: float  # height that is filled
    last: bool  # the next page opens a section or another part
    xs: tuple[float, ...] = ()  # from the left edge of the live width to each strip; () where all begin at it

    @property
    def continued(self) -> Listed | None:
        """The listing that runs on from the page before."""
        return self.strips[0][0].continued

    @property
    def group(self) -> SubheadBlock | None:
        """The subheading that does, where no listing runs on."""
        return self.strips[0][0].goes_on

    @property
    def sections(self) -> tuple[int, ...]:
        """The numbers of the sections on the page, in order."""
        return tuple(dict.fromkeys(strip.section.number for strip, _ in self.strips if strip.section))


class Frame(NamedTuple):
    """The measures that breaking needs."""

    depth: float
    continued: float  # height of the line that repeats a listing's name
    white: float  # share of the depth that may stay white to keep a listing whole
    stub: float  # a running-on listing below this height is a stub
    below: float = 0  # that has to stay free under a title in mid-page


def page_frame(style: Style) -> Frame:
    """The measures of a style (look: keep and break rules)."""
    u, leading = style.u, style.body.leading
    return Frame(style.grid.depth, leading + u, style.white, 3 * leading, UNDER_TITLE * u)


def paginate(strips: Sequence[Strip], frame: Frame, known: Walk | None = None) -> list[FramePlan]:
    """The pages of a run of sections; `known` keeps the breaks for the next time."""
    plans = []
    starts = choose_breaks(strips, frame) if known is None else known_breaks(known, strips, frame)
    for start, end in zip(starts, [*starts[1:], len(strips)]):
        last = end == len(strips) or strips[end].opens
        plans.append(page_plan(strips[start:end], frame, last))
    return plans


def page_plan(strips: Sequence[Strip], frame: Frame, last: bool) -> FramePlan:
    """A page of these strips, one below the other; `last`: the next opens a section or another part."""
    y = frame.continued if strips[0].repeats else 0
    placed = []
    for place, strip in enumerate((strips[0].headed(), *strips[1:])):
        y += strip.space if place else 0
        placed.append((strip, y))
        y += strip.height
    return FramePlan(strips=tuple(placed), used=y, last=last)


def choose_breaks(strips: Sequence[Strip], frame: Frame) -> list[int]:
    """Indices of the strips that open a page, at the least total cost; every strip fits an empty frame."""
    count = len(strips)
    best: list[float] = [float("inf")] * (count + 1)
    came_from = [0] * (count + 1)
    best[0] = 0
    for start in range(count):
        for end, cost in _pages_from(strips, start, frame):
            if best[start] + cost < best[end]:
                best[end] = best[start] + cost
                came_from[end] = start
    starts, end = [], count
    while end:
        end = came_from[end]
        starts.append(end)
    return starts[::-1]


def known_breaks(known: Walk, strips: Sequence[Strip], frame: Frame) -> list[int]:
    """The same, from what is known of them."""

    def steps(spot: Spot) -> list[Step]:
        start = spot[0]
        ends = _pages_from(strips, start, frame) if start < len(strips) else ()
        return [((end, 0, 0.0), cost) for end, cost in ends]

    path = known.path(strips, frame, frame.depth, (0, 0, 0.0), steps)
    return [place for place, _, _ in path[:-1]]


def _pages_from(strips: Sequence[Strip], start: int, frame: Frame) -> Iterator[tuple[int, float]]:
    """Yield (end, cost) for each page that begins with a strip and may end before strip `end`."""
    count, depth = len(strips), frame.depth
    runs_on = strips[start].continued is not None
    used = strips[start].head_height + (frame.continued if strips[start].repeats else 0)
    alone, fragment = runs_on, 0.0
    end = start
    while end < count:
        strip = strips[end]
        if end > start:
            used += strip.space
            if strip.opens and not may_open(strip, used, frame):
                return
            if strip.starts:
                alone = False
        used += strip.height
        if used > depth + 0.01 and end > start:
            return
        if alone:
            fragment = used
        end += 1
        single = end == start + 1
        cost: float = PAGE + _foot_cost(strips, end, used, frame)
        if alone and (end == count or strips[end].starts):
            cost += ALONE * max(0, 1 - used / depth) + (ONE if single else 0)
        if runs_on and fragment - frame.continued < frame.stub:
            cost += STUB
        yield end, cost + WHOLE - WHOLE


def may_open(strip: Strip, y: float, frame: Frame) -> bool:
    """Whether a section may open so far down a page: enough stays free under its title."""
    if strip.section is None or not strip.opens:  # the closing notes end a guide
        return True
    title = sum(row.height for row in strip.rows[:TITLE_ROWS])
    return y + title + frame.below <= frame.depth + 0.01


def _foot_cost(strips: Sequence[Strip], end: int, used: float, frame: Frame) -> float:
    """What it costs to end a page before strip `end`; nothing where the next page is forced."""
    if end == len(strips):
        return 0
    white, following = 1 - used / frame.depth, strips[end]
    y = used + following.space
    flows = y + following.height <= frame.depth + 0.01 and may_open(following, y, frame)
    if following.opens and not flows:
        return WHITE * white  # help fills it
    cost = (
        WHITE * (white / frame.white) ** 2
        if white <= frame.white
        else HOLE + HOLE_SLOPE * (white - frame.white)
    )
    if following.opens:
        return cost + NOT_FLOWING
    return cost + split_cost(following) + (0 if following.starts else SPLIT_WHITE * white)


def split_cost(strip: Strip) -> float:
    """What it costs to split a listing before a strip; 0 where nothing is split."""
    if strip.starts:
        return 0
    return SPLIT + (BETWEEN if strip.between else INSIDE if strip.inside else 0)


# --- strips that are higher than a page -------------------------------------------------------------


def fit_strips(strips: Iterable[Strip], frame: Frame, line: float) -> tuple[list[Strip], list[Listed]]:
    """(strips, listings): strips that each fit an empty frame, and the listings that had to be cut for it."""
    fitting: list[Strip] = []
    cut: list[Listed] = []
    small = frame.depth - frame.continued  # nearly every strip: the others are looked at closely
    for strip in strips:
        depth = small - strip.head_height
        if strip.height > depth and not strip.repeats:
            depth = frame.depth - strip.head_height
        if strip.height <= depth:
            fitting.append(strip)
            continue
        begins = strip.starts[-1][1] if strip.opens else 0  # a section's title stands above
        if strip.listing and strip.height - begins > depth:
            cut.append(strip.listing)
        fitting += _cut_strip(strip, frame.depth - frame.continued - strip.head_height, line)
    return fitting, cut


def _cut_strip(strip: Strip, depth: float, line: float) -> list[Strip]:
    strips: list[Strip] = []
    y: float = 0
    for group in _cut_rows(strip.rows, depth, line):
        height = sum(row.height for row in group)
        starts = tuple((anchor, at - y) for anchor, at in strip.starts if y <= at < y + height)
        space = 0 if strips else strip.space
        strips.append(strip._replace(height=height, rows=tuple(group), space=space, starts=starts))
        y += height
    return strips


def _cut_rows(rows: Iterable[Row], depth: float, line: float) -> list[list[Row]]:
    """Rows in groups, each not higher than depth."""
    groups: list[list[Row]] = [[]]
    height: float = 0
    for row in rows:
        room = depth - height
        lonely = len(groups) == 1 and len(groups[0]) <= HEADING_ROWS  # nothing but rule and name so far
        if row.height > depth and room < 4 * line:  # no use in beginning it here
            groups.append([])
            height, room = 0, depth
        begins_here = row.height > depth or lonely and 4 * line <= room < row.height
        for piece in _cut_row(row, depth, line, room if begins_here else depth):
            if groups[-1] and height + piece.height > depth:
                groups.append([])
                height = 0
            groups[-1].append(piece)
            height += piece.height
    return groups


def _cut_row(row: Row, depth: float, line: float, room: float) -> list[Row]:
    """A row in pieces not higher than depth, the first not than room, cut between lines; boxes are cut too."""
    if row.height <= room:
        return [row]
    row = row._replace(items=ungrouped(row.items))
    limit = room - line
    baselines = sorted(item.y for item in row.items if isinstance(item, (Text, RichLine)))
    bottom = max((y for y in baselines if y <= limit), default=limit) + line / 4
    rest = [y for y in baselines if y > bottom]
    if not rest:
        return [Row(room, row.items)]
    top = rest[0] - 0.75 * line
    above: list[OpenItem] = []
    below: list[OpenItem] = []
    for item in row.items:
        if isinstance(item, Box) and item.y < bottom < item.y + item.height:
            above.append(item._replace(height=bottom - item.y))
            below.append(item._replace(y=top, height=item.y + item.height - top))
        else:
            (above if _top(item) <= bottom else below).append(item)
    return [
        Row(bottom, tuple(above)),
        *_cut_row(Row(row.height - top, tuple(shifted(Row(0, tuple(below)), -top))), depth, line, depth),
    ]


def _top(item: OpenItem) -> float:
    """The height at which an item stands, about its top."""
    if isinstance(item, Path):
        _, y, *_ = item.segments[0][1:]
        return y
    return item.y1 if isinstance(item, Line) else item.y
