"""Rows of a page of the guide's own put on paper, and the line round a coupon."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from guide.layout.body.galley import Row, shifted
from guide.layout.body.own_sheet import OwnSheet
from guide.layout.pages import Line
from guide.layout.parts.base import Items

DASH, DASH_GAP, DASH_STROKE = 6, 4, 1  # points: the line along which a coupon is cut


class Laid(NamedTuple):
    """A row on its way to a page."""

    row: Row
    space: float = 0  # above it, dropped at the top of a page
    after: float = 0  # below it at least
    leads: bool = False  # stays with what follows
    coupon: bool = False
    bare: bool = False  # it fills a page of its own


class Flow:
    """Puts rows on pages, those that lead with what follows them."""

    def __init__(self, depth: float, title: str) -> None:
        self.depth = depth
        self.title = title
        self.sheets: list[OwnSheet] = []
        self.items: Items = []
        self.y: float = 0
        self.after: float = 0  # below what stands last, at least
        self.coupon = False

    def add_all(self, rows: Sequence[Laid]) -> None:
        """Add rows, each with those that it leads to."""
        group: list[Laid] = []
        for laid, following in zip_longest(rows, rows[1:]):
            group.append(laid)
            if not laid.leads or following is None or following.bare:
                self.add(group)
                group = []

    def add(self, group: Sequence[Laid]) -> None:
        """Add rows that stay together, on the next page if this has no room for them."""
        if group[0].bare:
            self.end_page()
            self.sheets.append(OwnSheet(self.title, group[0].row.items, bare=True))
            return
        if self.y and self.y + self.height(group) > self.depth + 0.01:
            self.end_page()
        for laid in group:
            space = max(laid.space, self.after) if self.y else 0
            if self.y and self.y + space + laid.row.height > self.depth + 0.01:
                self.end_page()
                space = 0
            self.items += shifted(laid.row, self.y + space)
            self.y += space + laid.row.height
            self.after, self.coupon = laid.after, self.coupon or laid.coupon

    def height(self, group: Sequence[Laid]) -> float:
        """The height of rows below what stands on the page."""
        total, after = 0.0, self.after
        for laid in group:
            total += max(laid.space, after) + laid.row.height
            after = laid.after
        return total

    def end_page(self) -> None:
        """End the page that is being filled, if there is anything on it."""
        if self.items:
            self.sheets.append(OwnSheet(self.title, tuple(self.items), coupon=self.coupon))
        self.items, self.y, self.after, self.coupon = [], 0, 0, False

    def finished(self) -> list[OwnSheet]:
        """All pages."""
        self.end_page()
        return self.sheets


def dashed(width: float, height: float) -> list[Line]:
    """The line round a coupon, in dashes."""
    level = [(x, min(x + DASH, width)) for x in steps(width)]
    upright = [(y, min(y + DASH, height)) for y in steps(height)]
    return [
        *(Line(start, y, end, y, DASH_STROKE) for y in (0, height) for start, end in level),
        *(Line(x, start, x, end, DASH_STROKE) for x in (0, width) for start, end in upright),
    ]


def steps(length: float) -> Iterator[float]:
    """Yield where each dash begins."""
    place: float = 0
    while place < length:
        yield place
        place += DASH + DASH_GAP
