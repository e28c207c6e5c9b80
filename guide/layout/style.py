"""The measures of the printed guide: type sizes, the grid of a page, strokes and accents.

All lengths are points. Editions differ only in the row of `FORMATS` that they use; every space is
a part or a multiple of the unit `u`, half the body's leading, so that lines keep to one grid.
"""

from dataclasses import dataclass, replace
from math import sqrt
from typing import NamedTuple

from guide.layout.fonts import FaceStack

ACCENTS = {
    "blue": "#0B4A8C",
    "green": "#0B5A34",
    "plum": "#6E1F63",
    "brick": "#8C2A10",
    "teal": "#005459",
    "brown": "#5F4300",
}


class TextStyle(NamedTuple):
    """A size and a leading. Every line is a box exactly `leading` high, its baseline at 3/4 of it."""

    size: float
    leading: float

    @property
    def baseline(self):
        """From the top of the line's box down to its baseline."""
        return 0.75 * self.leading


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """Where things stand on a page; x counts from the left edge of the live width."""

    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float
    head: float  # baseline of the running head
    foot: float  # baseline of the foot
    number_column: float
    prose: float  # measure of prose
    gutter: float
    offices: int  # columns of offices at most
    phones_beside: bool  # phones stand beside the address of a single office
    index_columns: int

    @property
    def live(self):
        return self.width - self.inner - self.outer

    @property
    def main(self):
        """Width of the main column, from the left edge of names to the right edge."""
        return self.live - self.number_column

    @property
    def depth(self):
        """Height of the frame that holds the text."""
        return self.bottom - self.top

    def left(self, folio):
        """Left edge of the live width on a page: the binding is left of a recto, right of a verso."""
        return self.inner if folio % 2 else self.outer


@dataclass(frozen=True, kw_only=True, slots=True)
class Tab:
    width: float
    height: float
    pitch: float
    size: float  # of the numeral


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """Everything that decides how the guide looks."""

    grid: Grid
    accent: str
    regular: FaceStack
    bold: FaceStack
    body: TextStyle
    name: TextStyle
    phone: TextStyle
    small: TextStyle
    contents_row: TextStyle
    contents_section: TextStyle
    h1: TextStyle
    lead: TextStyle
    title: TextStyle
    band: TextStyle
    folio: float
    key_head: float
    key_opening: float
    facts_column: float  # from the label's edge to the text's
    white: float  # part of a page that may stay white to keep a listing whole
    tab: Tab
    cover_columns: int
    listing_range: bool

    @property
    def u(self):
        return self.body.leading / 2

    @property
    def stroke(self):
        """Bars and section rules grow more slowly than the type."""
        return 3 * sqrt(self.body.size / 12)

    def stack(self, bold):
        return self.bold if bold else self.regular

    def em(self, count):
        return count * self.body.size

    def up(self, height):
        """A height rounded up to the grid of u."""
        return -(-round(height, 3) // self.u) * self.u


HAIRLINE, FIELD_LINE, COVER_RULE, HELP_BOX, STAMP_BOX, TICK_BOX, LINK_RULE = 0.5, 0.75, 1.5, 2, 0.75, 1, 0.75
LINK_DROP = 2.2  # from the baseline down to a link's rule


class KeySize(NamedTuple):
    side: float
    numeral: float


def key_numeral(side):
    """The size of the numeral in a key of one side: 22 in 36, 15 in 24, 13 in 20, 11 in 16."""
    return {36: 22, 24: 15, 20: 13, 16: 11}.get(side, round(side * 0.62))


LETTER = {
    "grid": Grid(
        width=612, height=792, inner=54, outer=66, top=72, bottom=712, head=40, foot=744,
        number_column=48, prose=372, gutter=24, offices=3, phones_beside=True, index_columns=2,
    ),
    "body": TextStyle(12, 16),
    "name": TextStyle(17, 20),
    "phone": TextStyle(17, 24),
    "small": TextStyle(11, 16),
    "contents_row": TextStyle(12, 20),
    "contents_section": TextStyle(15, 24),
    "h1": TextStyle(30, 32),
    "lead": TextStyle(16, 24),
    "title": TextStyle(46, 48),
    "band": TextStyle(13, 16),
    "folio": 17,
    "key_head": 16,
    "key_opening": 36,
    "facts_column": 104,
    "white": 0.25,
    "tab": Tab(width=36, height=56, pitch=64, size=15),
    "cover_columns": 2,
    "listing_range": True,
}

FORMATS = {"letter": LETTER}


def make_style(format_name, accent, stacks):
    """The style of a format, with an accent ("#0B4A8C") and the stacks (regular, bold)."""
    regular, bold = stacks
    return Style(accent=accent, regular=regular, bold=bold, **FORMATS[format_name])


def with_grid(style, **changes):
    """The same style on a changed grid."""
    return replace(style, grid=replace(style.grid, **changes))
