"""Single pages for a print shop: bleed, marks, and nothing that the knife could take.

A shop imposes itself, so pages come one by one in reading order, each on a sheet that is larger by the bleed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeGuard

from guide.errors import Mark, Problem
from guide.layout.pages import Area, Box, Document, Edges, Image, Item, Line, Page
from guide.layout.press.sheet import Placement, Sheet
from guide.layout.type.style import HAIRLINE
from guide.problems.layout import SAFE_MARGIN

MARK_LENGTH = 18
NEAR = 0.1  # what is so close to the trim is meant to lie on it


@dataclass(frozen=True, kw_only=True, slots=True)
class PressOptions:
    """What a print shop asks for."""

    bleed: float = 9  # 0.125 in
    crop_marks: bool = False
    safe: float = 18  # 0.25 in from the trim, where nothing stands that matters


def prepare_for_press(
    document: Document, options: PressOptions, mark: Mark
) -> tuple[Document, tuple[Sheet, ...], tuple[Problem, ...]]:
    """(document with its bleed, sheets, problems); the problems point at `mark`, the edition that asks for a press."""
    sheets = tuple(press_sheet(index, page, options) for index, page in enumerate(document.pages))
    return extend_into_bleed(document, options.bleed), sheets, check_safe_margin(document, options.safe, mark)


def press_sheet(index: int, page: Page, options: PressOptions) -> Sheet:
    """A page alone in the middle of its sheet."""
    bleed = options.bleed
    margin = bleed + MARK_LENGTH if options.crop_marks else bleed
    trim = Area(margin, margin, page.width, page.height)
    window = Area(margin - bleed, margin - bleed, page.width + 2 * bleed, page.height + 2 * bleed)
    return Sheet(
        width=page.width + 2 * margin,
        height=page.height + 2 * margin,
        placements=(Placement(index, margin, margin, window),),
        marks=tuple(crop_marks(trim, bleed)) if options.crop_marks else (),
        trim=trim,
        bleed=window,
    )


def crop_marks(trim: Area, gap: float) -> Iterator[Line]:
    """Two strokes at each corner of the trim, outside the bleed."""
    for x in (trim.x, trim.x + trim.width):
        yield Line(x, trim.y - gap - MARK_LENGTH, x, trim.y - gap, HAIRLINE)
        yield Line(x, trim.y + trim.height + gap, x, trim.y + trim.height + gap + MARK_LENGTH, HAIRLINE)
    for y in (trim.y, trim.y + trim.height):
        yield Line(trim.x - gap - MARK_LENGTH, y, trim.x - gap, y, HAIRLINE)
        yield Line(trim.x + trim.width + gap, y, trim.x + trim.width + gap + MARK_LENGTH, y, HAIRLINE)


def extend_into_bleed(document: Document, bleed: float) -> Document:
    """The document with every filled box that touches the trim grown beyond it."""
    pages = (
        replace(page, items=tuple(grown(item, page, bleed) for item in page.items)) for page in document.pages
    )
    return replace(document, pages=tuple(pages))


def grown(item: Item, page: Page, bleed: float) -> Item:
    """The item itself, a larger box, or a picture that fills its page as large as the page with its bleed."""
    if isinstance(item, Image) and fills(item, page):
        factor = max((page.width + 2 * bleed) / item.width, (page.height + 2 * bleed) / item.height, 1)
        width, height = item.width * factor, item.height * factor
        x, y = (page.width - width) / 2, (page.height - height) / 2
        return item._replace(x=x, y=y, width=width, height=height)
    if not bleeds(item, page):
        return item
    left, top, right, bottom = (bleed if near else 0 for near in touches(item, page))
    width, height = item.width + left + right, item.height + top + bottom
    return item._replace(x=item.x - left, y=item.y - top, width=width, height=height)


def fills(item: Item, page: Page) -> bool:
    """Whether it reaches the trim on all sides."""
    return all(touches(item, page))


def bleeds(item: Item, page: Page) -> TypeGuard[Box]:
    """Whether it is a filled box that touches the trim."""
    return isinstance(item, Box) and item.fill is not None and any(touches(item, page))


def touches(item: Item, page: Page) -> tuple[bool, bool, bool, bool]:
    """Whether it reaches the trim at the left, top, right and bottom."""
    edges = item.bounds
    return (
        edges.left <= NEAR,
        edges.top <= NEAR,
        edges.right >= page.width - NEAR,
        edges.bottom >= page.height - NEAR,
    )


def check_safe_margin(document: Document, safe: float, mark: Mark) -> tuple[Problem, ...]:
    """A warning for each kind of thing nearer to the trim than `safe`, but for boxes that bleed and words on them."""
    found: dict[tuple[str, str], dict[int, bool]] = {}  # (what, how near): indices of pages
    for index, page in enumerate(document.pages):
        for item, room in near_the_edge(page, safe):
            found.setdefault((item.called, f"{max(room, 0):.0f}"), {})[index] = True
    return tuple(
        _unsafe(what, room, [document.pages[index].folio for index in pages], safe, mark)
        for (what, room), pages in found.items()
    )


def near_the_edge(page: Page, safe: float) -> Iterator[tuple[Item, float]]:
    """(item, how near) for what should be further in."""
    blocks = [item.bounds for item in page.items if bleeds(item, page)]
    for item in page.items:
        edges = item.bounds
        room = room_of(edges, page)
        if isinstance(item, Image) and fills(item, page):
            continue
        if room < safe - NEAR and not any(within(edges, block) for block in blocks):
            yield item, room


def _unsafe(what: str, room: str, folios: list[str], safe: float, mark: Mark) -> Problem:
    others = f" and {len(folios) - 1} more" if len(folios) > 1 else ""
    return SAFE_MARGIN.at(mark, pages=folios[0] + others, thing=what, room=room, safe=safe)


def room_of(edges: Edges, page: Page) -> float:
    """From an item to the nearest edge of its page; less than 0 beyond it."""
    return min(edges.left, edges.top, page.width - edges.right, page.height - edges.bottom)


def within(edges: Edges, block: Edges) -> bool:
    return (
        edges.left >= block.left - NEAR
        and edges.top >= block.top - NEAR
        and edges.right <= block.right + NEAR
        and edges.bottom <= block.bottom + NEAR
    )
