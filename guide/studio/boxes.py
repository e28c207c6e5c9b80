"""Where on a page each listing stands, each of its numbers, and each line of its hours: rectangles in points."""

from collections.abc import Iterator, Sequence

from guide.frozen import frozen
from guide.layout.pages import Edges, Page, Text
from guide.layout.tags import Shown, shown_by

JUMP = 6  # points: what stands so much higher than what came before it, and beside all of that, begins another rectangle


@frozen(kw_only=False)
class Box:
    """A rectangle on a page; y counts from its top."""

    page: int  # from 0
    listing: str  # its id
    what: str  # "listing", or the key of the number or the hours: "phones", "locations.0.hours"
    index: int  # among those of that key
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def shown(self) -> Shown:
        """What stands in it."""
        return Shown(self.listing, self.what, self.index)


def boxes_of(page: Page, index: int, border: float | None = None) -> Iterator[Box]:
    """Yield the boxes of a page, in reading order; `border`: where two columns part, each of which has its own.

    A listing that goes on in another column has a box in each.
    """
    found: dict[Shown, list[Edges]] = {}
    for item in page.items:
        if isinstance(item, Text) and item.tag is not None and item.text.strip():
            for shown in shown_by(item.tag):
                add(found.setdefault(shown, []), item.bounds, border)
    for shown, rectangles in found.items():
        for edges in rectangles:
            yield Box(index, shown.listing, shown.what, shown.index, *edges)


def add(rectangles: list[Edges], edges: Edges, border: float | None) -> None:
    """Put an item to the rectangles of what it shows: to the last, or as a new one in the next column."""
    if not rectangles or begins_anew(rectangles, edges, border):
        rectangles.append(edges)
        return
    last = rectangles[-1]
    rectangles[-1] = Edges(
        min(last.left, edges.left),
        min(last.top, edges.top),
        max(last.right, edges.right),
        max(last.bottom, edges.bottom),
    )


def begins_anew(rectangles: Sequence[Edges], edges: Edges, border: float | None) -> bool:
    """Whether an item stands in another column than what came before it."""
    last = rectangles[-1]
    if border is not None:
        return (middle(last) < border) != (middle(edges) < border)
    beside = edges.left >= last.right or edges.right <= last.left
    return beside and edges.top < last.top - JUMP


def middle(edges: Edges) -> float:
    return (edges.left + edges.right) / 2
