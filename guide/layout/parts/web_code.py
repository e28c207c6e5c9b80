"""A QR code that leads to the guide on the web, never without its address in print (look: 23)."""

from functools import cache
from typing import NamedTuple

from guide.formats import TextStyle
from guide.language.words import Words
from guide.layout.body.galley import Column, Row
from guide.layout.compose.links import bare_address, full_address, link_description
from guide.layout.pages import BLACK, Path, Segment
from guide.layout.parts.base import Part
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline, Link
from guide.layout.type.setter import Setter
from guide.model import Guide

SIDE, LARGE_SIDE = 72, 85  # points, measured on the black
LAST_SMALL, LAST = 5, 6  # versions: up to which it is small; with more squares they would be too fine
BESIDE = 24  # points, from the code to what stands beside it
UNDER = 2  # points, from the code to the line under it


class Code(NamedTuple):
    """A code as its squares: of each row, where black begins and ends."""

    size: int  # squares on a side
    side: float  # points
    runs: tuple[tuple[int, int, int], ...]  # (row, first, behind the last)

    def drawn(self, x: float, y: float) -> Path:
        """The code with its top left corner at (x, y), an artifact: who listens has the address."""
        unit = self.side / self.size
        segments: list[Segment] = []
        for row, first, end in self.runs:
            left, right, top = x + first * unit, x + end * unit, y + row * unit
            segments += [("m", left, top), ("l", right, top), ("l", right, top + unit)]
            segments += [("l", left, top + unit), ("h",)]
        return Path(tuple(segments), BLACK)


@cache
def code_of(website: str) -> Code | None:
    """The code of a web address; None without one, and for one that is too long to be typed anyway."""
    if not website:
        return None
    import segno  # most of its time is its import, and many guides have no address

    try:
        made = segno.make_qr(full_address(website), error="m", boost_error=False, version=None)
    except segno.DataOverflowError:
        return None
    version = int(made.version)
    if version > LAST:
        return None
    rows = [bytes(row) for row in made.matrix]
    return Code(len(rows), SIDE if version <= LAST_SMALL else LARGE_SIDE, _runs(rows))


def _runs(rows: list[bytes]) -> tuple[tuple[int, int, int], ...]:
    """Where black begins and ends in each row."""
    runs = []
    for number, row in enumerate(rows):
        edges = [place for place in range(len(row) + 1) if _black(row, place) != _black(row, place - 1)]
        runs += [(number, first, end) for first, end in zip(edges[::2], edges[1::2])]
    return tuple(runs)


def _black(row: bytes, place: int) -> bool:
    return 0 <= place < len(row) and bool(row[place])


class WebCode(Part):
    """The code of a guide with its address; x counts from the left edge of what it stands in, y from its top."""

    def __init__(self, guide: Guide, setter: Setter, words: Words, tag: Tag) -> None:
        super().__init__(setter, words, tag)
        self.website = guide.website
        self.code = code_of(guide.code_target)

    def address(self, column: Column) -> None:
        """The address in bold, a link."""
        target, tag = full_address(self.website), Tag("P", self.root)
        printed = bare_address(self.website)
        link = Link(target, link_description(target, printed, self.words))
        column.add((Inline(printed, Tag("Link", tag), True, link),), self.style.body)

    def what(self, column: Column, style: TextStyle | None = None) -> None:
        """What the code leads to, in a line."""
        column.add((Inline(self.words.on_the_web, Tag("P", self.root)),), style or self.style.body)

    def beside(self, width: float) -> Row | None:
        """The code at the left, beside it what it leads to and the address, or below it an address that would be divided; or None."""
        if not self.code:
            return None
        x = self.code.side + BESIDE
        column = Column(self.setter, x, width - x)
        self.what(column)
        address = Inline(bare_address(self.website), None, True)
        if len(self.setter.lines((address,), self.style.body.size, width - x)) > 1:
            column.x, column.measure, column.y = 0, width, self.code.side + UNDER
        self.address(column)
        column.items.append(self.code.drawn(0, 0))
        return column.row(max(column.y, self.code.side))

    def over(self, width: float) -> Row | None:
        """The code with the address under it; None where there is no code."""
        if not self.code:
            return None
        column = Column(self.setter, 0, width)
        column.items.append(self.code.drawn(0, 0))
        column.skip(self.code.side + UNDER)
        self.address(column)
        return column.row()
