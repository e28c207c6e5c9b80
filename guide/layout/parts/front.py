"""Page 2: beside or below the contents how to use the guide, what its signs mean, who made it, and help in other languages.

How to use it and the signs stand on page 2 where the page has room for them at all; what else does not fit goes on to page 3.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import NamedTuple

from guide.layout.body.galley import Row, shifted, stack
from guide.layout.pages import Line
from guide.layout.parts.base import Items
from guide.layout.type.inline import RowArea
from guide.layout.type.style import Style

HOW, SIGNS, ABOUT, LANGUAGES = BLOCKS = "how_to_use", "signs", "about", "languages"
# For each block the column that it stands in, the better first: beside contents that fill one column, and below those of two.
BESIDE = {HOW: (1, 0), SIGNS: (1, 0), ABOUT: (0, 1), LANGUAGES: (1, 0)}
BELOW = {HOW: (0, 1), SIGNS: (1, 0), ABOUT: (0, 1), LANGUAGES: (1, 0)}


class Block(NamedTuple):
    """A part of page 2: its name, and what sets its rows in a measure, from the left edge of its column."""

    name: str
    make: Callable[[float], Sequence[Row]]


class Tops(NamedTuple):
    """From where each column of a page is free, and whether something stands above that."""

    left: float
    right: float
    under: tuple[bool, bool]


class FrontPages(NamedTuple):
    """The pages, and whether all that belongs on page 2 stands there."""

    pages: list[Items]
    whole: bool


class Front:
    """Puts blocks on the pages of the contents."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.grid = style.grid
        self.gap = 2 * style.u  # above a block
        self.columns = self.grid.index_columns
        self.width = (self.grid.live - (self.columns - 1) * self.grid.gutter) / self.columns

    def pages(self, contents: Sequence[Items], blocks: Sequence[Block]) -> FrontPages:
        """The contents with the blocks."""
        if self.columns == 1:
            return self.in_one_column(contents, blocks)
        *before, last = contents
        tops = self.tops(last)
        for gap in (2, 1.5, 1):  # closer, rather than on another page
            self.gap = gap * self.style.u
            fitted, left = self.fitting(blocks, tops)
            if all(each.name == LANGUAGES for each in left):
                break
        pages, whole = (
            [*before, last + fitted],
            len(contents) == 1 and all(each.name == LANGUAGES for each in left),
        )
        while any(each.name != LANGUAGES for each in left):  # the panel of languages has a page of its own
            fitted, fewer = self.fitting(left, Tops(0, 0, (False, False)))
            if len(fewer) == len(left):  # higher than a page
                return FrontPages(
                    [*pages, *flow(self.rows(left, self.width), [], 0, self.grid.depth, self.gap)], False
                )
            pages, left = [*pages, fitted], fewer
        return FrontPages([page for page in pages if page], whole)

    def tops(self, items: Items) -> Tops:
        """From where the columns of a page of contents are free."""
        middle = self.grid.live / 2
        areas = [item for item in items if isinstance(item, RowArea)]
        ends = [
            max((item.y + item.height for item in areas if (item.x > middle) is right), default=0)
            for right in (False, True)
        ]
        if not areas:
            return Tops(0, 0, (False, False))
        if ends[1]:
            lowest = max(ends)
            alike = abs(ends[0] - ends[1]) < 4 * self.style.body.leading
            left, right = (lowest, lowest) if alike else ends
            return Tops(left, right, (True, True))
        top = min((item.y1 for item in items if isinstance(item, Line)), default=0)
        return Tops(ends[0], top, (True, False))

    def fitting(self, blocks: Sequence[Block], tops: Tops) -> tuple[Items, list[Block]]:
        """(items, blocks without room): as many of the blocks as the two columns hold, those that belong here before others."""
        rows = {block.name: stack(block.make(self.width)) for block in blocks}
        for chosen in _choices(blocks):
            names = [block.name for block in chosen]
            for sides in product(*((BELOW if all(tops.under) else BESIDE)[name] for name in names)):
                if (items := self.placed([rows[name] for name in names], sides, tops)) is not None:
                    return items, [block for block in blocks if block not in chosen]
        return [], list(blocks)

    def placed(self, rows: Sequence[Row], sides: Sequence[int], tops: Tops) -> Items | None:
        """Rows each in its column, column after column; None where one is not high enough."""
        columns: list[Items] = [[], []]
        ys, under = [tops.left, tops.right], list(tops.under)
        for row, side in zip(rows, sides):
            y = ys[side] + (self.gap if under[side] else 0)
            if y + row.height > self.grid.depth + 0.01:
                return None
            x = side * (self.width + self.grid.gutter)
            columns[side] += [item.moved(x, y) for item in row.items]
            ys[side], under[side] = y + row.height, True
        return columns[0] + columns[1]

    # --- narrow pages

    def in_one_column(self, contents: Sequence[Items], blocks: Sequence[Block]) -> FrontPages:
        """The blocks below the contents, one after the other; help in other languages has a page of its own in any case."""
        *before, last = contents
        y = max((item.y + item.height for item in last if isinstance(item, RowArea)), default=0.0)
        measure = min(self.grid.live, self.grid.prose + 6 * self.style.u)
        kept = [block for block in blocks if block.name != LANGUAGES]
        pages = [*before, *flow(self.rows(kept, measure), last, y, self.grid.depth, self.gap)]
        return FrontPages([page for page in pages if page], True)

    def rows(self, blocks: Iterable[Block], measure: float) -> list[Row]:
        """Each block as a row, one that is higher than a page as many."""
        rows: list[Row] = []
        for block in blocks:
            parts = block.make(measure)
            whole = stack(parts)
            rows += [whole] if whole.height <= self.grid.depth else cut(parts, self.grid.depth)
        return rows


def cut(rows: Iterable[Row], depth: float) -> list[Row]:
    """Rows stacked in pieces none of which is higher than a page."""
    pieces: list[Row] = []
    for row in rows:
        if pieces and pieces[-1].height + row.height <= depth:
            pieces[-1] = stack((pieces[-1], row))
        else:
            pieces.append(row)
    return pieces


def flow(rows: Iterable[Row], items: Items, y: float, depth: float, gap: float) -> list[Items]:
    """Rows below what stands on a page, each whole, on as many pages as they need."""
    pages, page = [], list(items)
    for row in rows:
        top = y + gap if y else 0
        if y and top + row.height > depth:
            pages.append(page)
            page, top = [], 0
        page = page + shifted(row, top)
        y = top + row.height
    return [*pages, page]


def _choices(blocks: Sequence[Block]) -> list[list[Block]]:
    """Which blocks are tried together: all, then without help in other languages, without what tells of the guide, and so on."""
    order = (LANGUAGES, ABOUT, SIGNS, HOW)
    chosen, choices = list(blocks), [list(blocks)]
    for name in order:
        fewer = [block for block in chosen if block.name != name]
        if len(fewer) < len(chosen) and fewer:
            choices.append(fewer)
        chosen = fewer
    return choices
