"""Rows put into columns and panels, one after the other; what no frame has room for is left over, and is told."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.errors import Mark, Problem
from guide.layout.body.galley import Strip
from guide.layout.references import Place
from guide.layout.type.inline import Anchor, OpenItem
from guide.problems.kind import MessageValue, ProblemKind

MOST_NAMES = 5  # of listings that do not fit: more are counted
ROUNDING = 0.01
INCH = 72
LEVEL = 0.5  # how near the least height is looked for


class Frame(NamedTuple):
    """A column or a panel: the index of its page, its left edge, and from where to where rows stand in it."""

    page: int
    x: float
    top: float
    bottom: float


class Placed(NamedTuple):
    """A strip in its frame; y is where it begins on the page."""

    strip: Strip
    frame: Frame
    y: float

    def items(self) -> Iterator[OpenItem]:
        """Yield what the strip shows, at its place."""
        y = self.y
        for row in self.strip.rows:
            yield from (item.moved(self.frame.x, y) for item in row.items)
            y += row.height

    def places(self) -> dict[Anchor, Place]:
        """Where what begins in the strip stands."""
        page = self.frame.page
        return {anchor: Place(page, page + 1, self.y + offset) for anchor, offset in self.strip.starts}


class Filled(NamedTuple):
    """Strips at their places, and those that had none."""

    placed: tuple[Placed, ...]
    left_over: tuple[Strip, ...] = ()

    def put_on(self, pages: Sequence[list[OpenItem]]) -> dict[Anchor, Place]:
        """Add what the strips show to the pages; where what begins in them stands."""
        places: dict[Anchor, Place] = {}
        for each in self.placed:
            pages[each.frame.page].extend(each.items())
            places |= each.places()
        return places


class Over(NamedTuple):
    """What does not fit: how many listings, how much of a column they need, and their names, more than a few counted."""

    listings: int
    inches: float
    names: str

    def at(self, mark: Mark, kind: ProblemKind, **more: MessageValue) -> Problem:
        """The problem of it, of a kind of these."""
        return kind.at(mark, count=self.listings, inches=self.inches, names=self.names, **more)


def fill_frames(strips: Sequence[Strip], frames: Sequence[Frame], below: float) -> Filled:
    """Strips in frames, in order; space above a strip is dropped at the top of a frame, and what is `below` its words at the foot."""
    placed: list[Placed] = []
    left = list(frames)
    y = left[0].top
    for number, strip in enumerate(strips):
        space = strip.space if y > left[0].top else 0
        while y + space + strip.height > left[0].bottom + below + ROUNDING:
            del left[0]
            if not left:
                return Filled(tuple(placed), tuple(strips[number:]))
            y, space = left[0].top, 0
        placed.append(Placed(strip, left[0], y + space))
        y += space + strip.height
    return Filled(tuple(placed))


def fill_level(strips: Sequence[Strip], frames: Sequence[Frame], below: float) -> Filled:
    """As `fill_frames`; the frames of the page on which the strips end are then filled to about one height, the first highest."""
    filled = fill_frames(strips, frames, below)
    if filled.left_over or not filled.placed:
        return filled
    last = filled.placed[-1].frame.page
    earlier = [frame for frame in frames[: frames.index(filled.placed[-1].frame)] if frame.page != last]
    level = [frame for frame in frames if frame.page == last]
    low, high = 0.0, max(frame.bottom for frame in level)
    while high - low > LEVEL:
        middle = (low + high) / 2
        cut = [frame._replace(bottom=min(frame.bottom, middle)) for frame in level]
        trial = fill_frames(strips, [*earlier, *cut], below)
        low, high, filled = (middle, high, filled) if trial.left_over else (low, middle, trial)
    return filled


def what_is_over(strips: Sequence[Strip]) -> Over:
    """What strips that are left over need."""
    titles = [strip.listing.title for strip in strips if strip.listing]
    height = sum(strip.height + strip.space for strip in strips)
    return Over(len(titles), height / INCH, titles_of(titles))


def titles_of(titles: Sequence[str]) -> str:
    """The first of some titles, and how many there are more."""
    more = len(titles) - MOST_NAMES
    return ", ".join(titles[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
