"""Finished items turned round, for pages that are read from right to left."""

from collections.abc import Iterable
from typing import Protocol, Self, TypeVar


class Turning(Protocol):
    """What can be turned round between two edges, given as their sum: items and link areas."""

    def mirrored(self, edges: float) -> Self: ...


Turned = TypeVar("Turned", bound=Turning)


def mirrored(items: Iterable[Turned], left: float, width: float) -> list[Turned]:
    """Items turned round in a column: what stood at its left edge stands at its right; each word and sign stays as it is."""
    edges = 2 * left + width
    return [item.mirrored(edges) for item in items]
