"""Rows that are set once and stand on the pages of many documents: what is made of them for the first page is kept with them.

A handout has two hundred pieces of text that were on other handouts before. Moved, resolved and drawn one by one they took more
than a third of its time.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Self

from guide.layout.held import Held
from guide.layout.pages import Box, Edges, Item, Line, LinkArea, Path, Text
from guide.layout.type.inline import Anchor, Inline, OpenItem, RichLine

DRAWN_ALIKE = (Text, Line, Box, Path)  # wherever they stand


class Grouped:
    """Items, x and y from the corner of their row; final when the first page that has them is finished."""

    __slots__ = ("open", "items", "areas", "drawn")

    def __init__(self, open: tuple[OpenItem, ...]) -> None:
        self.open = open  # as they are set
        self.items: tuple[Item, ...] | None = None
        self.areas: tuple[LinkArea, ...] = ()
        self.drawn: dict[object, Any] = {}  # by who draws them, for each ink


class Group(NamedTuple):
    """A `Grouped` at a place of a page."""

    of: Grouped
    x: float = 0
    y: float = 0

    @property
    def items(self) -> list[Item]:
        """What stands there, each at its place."""
        return [item.moved(self.x, self.y) for item in self.of.items or ()]

    @property
    def areas(self) -> list[LinkArea]:
        """What can be clicked there."""
        return [area.moved(self.x, self.y) for area in self.of.areas]

    @property
    def bounds(self) -> Edges:
        """How far its items reach."""
        lefts, tops, rights, bottoms = zip(*(item.bounds for item in self.items))
        return Edges(min(lefts), min(tops), max(rights), max(bottoms))

    @property
    def called(self) -> str:
        """What a message calls it."""
        return "a row"

    def moved(self, dx: float, dy: float) -> Group:
        """The group at another place."""
        return Group(self.of, self.x + dx, self.y + dy)

    def mirrored(self, edges: float) -> Self:
        """Nothing is grouped in a language that runs leftward."""
        raise TypeError("a group cannot be turned round")


def grouped(items: tuple[OpenItem, ...]) -> tuple[OpenItem, ...]:
    """Items as one group, if there are several and they are the same in every document; else as they are."""
    return (Group(Grouped(items)),) if len(items) > 1 and all(map(_is_settled, items)) else items


def ungrouped(items: tuple[OpenItem, ...]) -> tuple[OpenItem, ...]:
    """Items of a row, those of groups one by one as they were set, and what is held as it is set."""
    return tuple(
        each.moved(item.x, item.y) if isinstance(item, Group) else each
        for item in items
        for each in (
            item.of.open if isinstance(item, Group) else item.items if isinstance(item, Held) else (item,)
        )
    )


def _is_settled(item: OpenItem) -> bool:
    """Whether nothing of an item follows from where other things stand."""
    if isinstance(item, RichLine):
        return (
            item.edges is None and item.setter is None and all(_leads_out(each) for each, _ in item.fragments)
        )
    return isinstance(item, DRAWN_ALIKE)


def _leads_out(inline: Inline) -> bool:
    """Whether a piece of text names no page, and leads to no place in the guide."""
    return inline.page_of is None and not (inline.link and isinstance(inline.link.target, Anchor))
