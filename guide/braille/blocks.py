"""What a braille page is made of: texts, each with its indents, in the order in which they are read."""

from collections.abc import Sequence
from typing import NamedTuple


class Style(NamedTuple):
    """How a text stands on the lines: cells before its first line and before the others; the usual ways of braille."""

    first: int
    others: int
    above: int = 0  # empty lines
    below: int = 0
    centred: bool = False
    heads: bool = False  # stands on the page of what follows
    ends: bool = False  # stands on the page of what is before it


TITLE = Style(0, 0, below=1, centred=True)
SECTION = Style(0, 0, above=1, below=1, centred=True, heads=True)
SUBHEAD = Style(0, 0, above=1, centred=True, heads=True)  # of a city, a day, a volume in the contents
NAME = Style(4, 4, above=1, heads=True)  # of a listing: a heading in cell 5
PART = Style(6, 6, heads=True)  # of an office or a program: a heading in cell 7
TEXT = Style(2, 0)  # a paragraph
ITEM = Style(0, 2)  # an item of a list, a number, a fact
STATUS = ITEM._replace(ends=True)  # when a listing was checked
DEEP = Style(2, 4)  # of a list in a list
ROW, ROW_INSIDE = Style(0, 4), Style(2, 6)  # of contents and index, with a page at the end
END = Style(0, 0, above=1, centred=True, ends=True)  # of a volume


class Block(NamedTuple):
    """A text with its style."""

    text: str
    style: Style = TEXT
    place: str = ""  # what begins here: `section ID`, `listing ID`, `page ID`
    page: str = ""  # at the end of its last line: the page to which it leads


class Unit(NamedTuple):
    """Blocks between which no volume ends."""

    blocks: Sequence[Block]
    title: str = ""  # of the part that it is in, said again where a volume begins within that

    @property
    def begins(self) -> bool:
        """Whether a part begins with it, so that a volume may well begin here."""
        return self.blocks[0].style is SECTION
