"""The head of a cover: its title in white on a block of the edition's colour, with a cut for each edition so far.

The light one has a band in that colour, and the title in black below it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.formats import TextStyle
from guide.language.both import texts_of
from guide.language.words import Words
from guide.layout.body.galley import Column
from guide.layout.pages import ACCENT, WHITE, Box
from guide.layout.parts.band import CUT, MOST_CUTS, PITCH, cuts
from guide.layout.parts.base import Items, Part, in_white
from guide.layout.parts.cover_picture import ABOVE, picture_within
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline, OpenItem
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import pictogram
from guide.layout.type.style import Style, least_size
from guide.model import Guide

WIDE_TITLES: tuple[tuple[float, int], ...] = (
    (46, 3),
    (38, 4),
    (30, 5),
    (24, 7),
    (18, 9),
)  # (size, lines that it may take)
NARROW_LINES, SMALLER, LEAST_TITLE = (
    3,
    6,
    14,
)  # lines of a narrow title; points less each time; the least size
ANY = 99  # lines of a title in its least size
BAND = 24  # height of the band of a light cover
BAND_TO_TITLE, TITLE_TO_END = 16, 8
NARROW_CUT, NARROW_PITCH = 3, 10  # width and pitch of cuts that would take much of a small block
CUTS_TO_TITLE, TITLE_END = 8, 12  # from the title's measure to the cuts, or to the block's end
BETWEEN = 8  # above the title in the second language, and above the subtitle
SECOND, SUBTITLE = TextStyle(20, 24), TextStyle(16, 20)
ICON, ICON_PITCH, ICON_FOOT = (
    72,
    96,
    24,
)  # of few sections: side, from one to the next, from them to the block's end


class Block(NamedTuple):
    """A block that is set: where it ends, and the lines of its title."""

    bottom: float
    items: Sequence[OpenItem]
    lines: int
    whole: bool  # no word of the title had to be cut
    pictured: bool = False  # with the guide's picture


def tall(style: Style, size: float, leading: float) -> TextStyle:
    """A size with its leading, as much higher as the language needs."""
    title = style.title
    return TextStyle(size, leading * title.leading / (title.size + 2), title.rise)


def title_sizes(style: Style) -> Iterator[tuple[TextStyle, int]]:
    """Yield the sizes of a title, the largest first, each with the lines that it may take; the least takes any."""
    sizes, least = list(WIDE_TITLES), max(LEAST_TITLE, least_size(style))
    if style.cover.columns == 1:
        steps = range(int((style.title.size - least) // SMALLER) + 1)
        sizes = [(style.title.size - SMALLER * step, NARROW_LINES) for step in steps]
    for size, lines in (*sizes, (min(least, sizes[-1][0]), ANY)):
        yield tall(style, size, size + 2), lines


def title_column(column: Column, guide: Guide, parent: Tag, style: TextStyle) -> int:
    """Put the title into a column, in two languages where there are two; the lines that the first takes."""
    top, setter = column.y, column.setter
    first, *seconds = texts_of(guide.title)
    heading = Tag("H1", parent, language=guide.language_of(guide, "title"))
    column.add((Inline(first + (" " if seconds else ""), heading, True),), style)
    lines = round((column.y - top) / style.leading)
    for text in seconds:
        language = setter.style.second.language if setter.style.second else ""
        column.skip(BETWEEN)
        small = min(SECOND.size, style.size)
        inline = Inline(text, Tag("Span", heading, language=language), True)
        column.add((inline,), tall(setter.style, small, small + 4))
    return lines


class CoverBlock(Part):
    """Sets the head of a cover; x and y count from the corner of the page."""

    def __init__(self, guide: Guide, setter: Setter, words: Words, tag: Tag, light: bool) -> None:
        super().__init__(setter, words, tag)
        self.guide = guide
        self.light = light
        cover = self.style.cover
        self.left, self.top = cover.left, cover.top
        self.width = self.grid.width - cover.left - cover.right

    def set(self, title: TextStyle, subtitle: bool, least: float = 0, icons: bool = False) -> Block:
        """The block with its title in a style, at least so high; `icons`: with the pictograms of its sections, large."""
        cover = self.style.cover
        top = self.top + (BAND + BAND_TO_TITLE if self.light else cover.pad)
        broken = len(self.setter.broken)
        column, lines = self.words_column(top, title, subtitle)
        whole = len(self.setter.broken) == broken
        del self.setter.broken[broken:]
        if self.light:
            bottom = column.y + TITLE_TO_END
            return Block(bottom, [*self.ground(BAND), *column.items], lines, whole)
        room = cover.pad + ICON + ICON_FOOT if icons else cover.pad
        height = max(least, column.y + room - self.top)
        items = [*self.ground(height), *in_white(column.items)]
        if icons:
            items += self.icons(self.top + height - ICON_FOOT - ICON)
        return Block(self.top + height, items, lines, whole)

    def set_pictured(self, title: TextStyle, subtitle: bool, lowest: float, least: float) -> Block | None:
        """The block with the guide's picture under its title, ending at `lowest` at most; None where it has no room."""
        picture = self.guide.cover_picture
        broken = len(self.setter.broken)
        column, lines = self.words_column(self.top + self.style.cover.pad, title, subtitle)
        whole = len(self.setter.broken) == broken
        del self.setter.broken[broken:]
        room = lowest - ICON_FOOT - ABOVE - column.y
        image = picture and picture_within(picture, self.root, column.measure, room)
        if not image:
            return None
        height = max(least, column.y + ABOVE + image.height + ICON_FOOT - self.top)
        y = self.top + height - ICON_FOOT - image.height
        items = [*self.ground(height), *in_white(column.items), image.moved(column.x, y)]
        return Block(self.top + height, items, lines, whole, True)

    def words_column(self, top: float, title: TextStyle, subtitle: bool) -> tuple[Column, int]:
        """(column, lines of the title): title, in two languages where there are two, and subtitle."""
        column = Column(self.setter, self.left, self.width)
        if not self.light:
            column.x += self.style.cover.inset
            column.measure -= self.style.cover.inset + TITLE_END + self.cuts_room()
        column.y = top
        lines = title_column(column, self.guide, self.root, title)
        if subtitle:
            column.skip(BETWEEN)
            tag = Tag("P", self.root, language=self.guide.language_of(self.guide, "subtitle"))
            size = max(self.style.body.size, min(SUBTITLE.size, title.size - 4))
            column.add((Inline(self.guide.subtitle, tag),), tall(self.style, size, size + 4))
        return column, lines

    # --- colour

    def cut(self) -> tuple[float, float]:
        """(how wide a cut is, from one to the next)."""
        pitch = min(PITCH, self.style.cover.inset)
        many = self.guide.edition.number * pitch > self.width / 4
        return (NARROW_CUT, NARROW_PITCH) if many else (CUT, pitch)

    def cuts_room(self) -> float:
        """What the cuts take of the title's measure."""
        number, (_, pitch) = self.guide.edition.number, self.cut()
        return number * pitch + CUTS_TO_TITLE if number <= MOST_CUTS else 0

    def ground(self, height: float) -> Items:
        """The colour, with its cuts."""
        box = Box(self.left, self.top, self.width, height, ACCENT)
        right = self.left + self.width
        return [box, *cuts(self.guide.edition.number, right, self.top, height, *self.cut())]

    def icons(self, y: float) -> Items:
        """The pictograms of the sections, large and in white."""
        x = self.left + self.style.cover.inset
        return [
            pictogram(section.icon, x + place * ICON_PITCH, y, ICON, WHITE)
            for place, section in enumerate(self.guide.sections)
        ]
