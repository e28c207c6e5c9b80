"""What a press prints in black ink alone although a screen shows it in the accent: thin strokes, and what is behind small
white figures. An accent of several inks, or of a screen of dots, would leave such things fuzzy.
"""

from collections.abc import Sequence
from dataclasses import replace

from guide.layout.pages import (
    ACCENT,
    BLACK,
    WHITE,
    Box,
    Document,
    Drawing,
    Edges,
    Item,
    Line,
    Page,
    Path,
    Text,
)

THIN = 1  # points: strokes under it
LEAST_ON_ACCENT = 12  # points: of white words on the accent


def in_pure_black(document: Document) -> Document:
    """The document with its thin strokes and the ground of its small white figures in black."""
    return replace(document, pages=tuple(map(blackened_page, document.pages)))


def blackened_page(page: Page) -> Page:
    return replace(page, items=all_blackened(page.items))


def all_blackened(items: Sequence[Item]) -> tuple[Item, ...]:
    """Items that are drawn together, in black where they are thin or behind small white words."""
    small = [
        item.bounds
        for item in items
        if isinstance(item, Text) and item.colour == WHITE and item.size < LEAST_ON_ACCENT
    ]
    return tuple(blackened(item, small) for item in items)


def blackened(item: Item, small: Sequence[Edges]) -> Item:
    """The item, in black where it is thin, or where one of the `small` white words stands on it."""
    if isinstance(item, Line):
        return item._replace(colour=BLACK) if item.colour == ACCENT and item.width < THIN else item
    if isinstance(item, Drawing):
        return item._replace(items=all_blackened(item.items))
    if not isinstance(item, (Box, Path)):
        return item
    if item.stroke_colour == ACCENT and 0 < item.stroke < THIN:
        item = item._replace(stroke_colour=BLACK)
    if item.fill != ACCENT:
        return item
    if isinstance(item, Box) and is_thin(item) or holds(item.bounds, small):
        return item._replace(fill=BLACK)
    return item


def is_thin(box: Box) -> bool:
    return min(box.width, box.height) < THIN


def holds(ground: Edges, words: Sequence[Edges]) -> bool:
    """Whether the middle of any of the words lies in an area."""
    return any(
        ground.left <= (each.left + each.right) / 2 <= ground.right
        and ground.top <= (each.top + each.bottom) / 2 <= ground.bottom
        for each in words
    )
