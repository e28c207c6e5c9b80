"""What stands in the place of items that were set in an earlier process: they are set when a page with them is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

if TYPE_CHECKING:
    from guide.layout.type.inline import OpenItem


class Source(Protocol):
    """Who has the items, row by row, or can set them."""

    @property
    def key(self) -> bytes:
        """A digest of all that decides them."""

    def items(self, place: int) -> Sequence[OpenItem]:
        """Those of a row, x and y from its corner."""


class Held(NamedTuple):
    """The items of a row at a place of a page."""

    source: Source
    row: int
    x: float = 0
    y: float = 0

    def moved(self, dx: float, dy: float) -> Self:
        """The same at another place."""
        return self._replace(x=self.x + dx, y=self.y + dy)

    def mirrored(self, edges: float) -> Self:
        """Items are turned round when they are there."""
        raise TypeError("what is held cannot be turned round")

    @property
    def items(self) -> list[OpenItem]:
        """What stands there, each at its place."""
        return [item.moved(self.x, self.y) for item in self.source.items(self.row)]
