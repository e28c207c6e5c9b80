"""What a braille page is made of: texts, each with its indents, in the order in which they are read."""

from typing import NamedTuple


class Style(NamedTuple):
    """How a text stands on the lines: cells before its first line and before the others; the usual ways of braille."""

    first: int
    others: int
    above: int = 0  # empty lines
    below: int = 0
    centred: bool = False
    heads: bool = False  # stands on the page of what follows


TITLE = Style(0, 0, below=1, centred=True)
SECTION = Style(0, 0, above=1, below=1, centred=True, heads=True)
NAME = Style(4, 4, above=1, heads=True)  # of a listing: a heading in cell 5
PART = Style(6, 6, heads=True)  # of an office or a program: a heading in cell 7
TEXT = Style(2, 0)  # a paragraph
ITEM = Style(0, 2)  # an item of a list, a number, a fact
DEEP = Style(2, 4)  # of a list in a list


class Block(NamedTuple):
    """A text with its style."""

    text: str
    style: Style = TEXT
    place: str = ""  # what begins here: `section ID` or `listing ID`, to be found in the contents


class Entry(NamedTuple):
    """A line of the contents: words, and the page of a place."""

    text: str
    place: str
    depth: int = 0
