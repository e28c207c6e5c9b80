"""The sections on a cover: rows that run over the edge of the page as thumb tabs, and go on there in the book.

Many sections stand in two columns, each with its number in a key, and have no tabs on the cover.
"""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from guide.language.both import texts_of
from guide.language.words import Words
from guide.layout.body.galley import Column
from guide.layout.body.tabs import TabPlace, tab
from guide.layout.compose.links import label_tag, page_tag, section_anchor
from guide.layout.pages import Area, Line
from guide.layout.parts.base import Items, Part
from guide.layout.parts.cover_block import tall
from guide.layout.parts.howto import CONTENTS
from guide.layout.tags import Tag
from guide.layout.type.fonts import CAP_HEIGHT
from guide.layout.type.inline import FOLIO, Anchor, Fragment, Inline, Link, OpenItem, RichLine, RowArea
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import key
from guide.layout.type.style import HAIRLINE, least_size
from guide.model import Guide, Section

MOST_ROW = 44  # height of a row, on a page
TALLEST = 842  # points high; higher ones have higher rows, or half of the cover stays white
HIGH_ROW, HIGH_NAME = 60, 28  # such a row, and what its name is set in
MOST_LISTED, MOST_PAIRED = 13, 20  # sections in one column with tabs, on a cover of two columns; in two
PAIR_GUTTER, MOST_PAIR_ROW, LEAST_PAIR_ROW = 24, 36, 22
PAIR_KEY, PAIR_TEXT, PAIR_NAME = 20, 28, 13  # side of the key; from its left edge to the name, and its size
TAB_GAP = 2  # between a tab and the hairlines above and below it
NAME_TO_PAGE = 12
TWO_LINES = 36  # a lower row has its name on one line
TWO_LINES_SIZE = 15  # of a name on two, at most
REACH, OVER_CAPITALS = (
    0.25,
    0.45,
)  # of its size, that a tall script reaches out of its lines, and over capitals
TALL_ROW = 1.75  # of the size of a name in such a script, its row
SMALLER_NAMES: tuple[float, ...] = (24, 20, 18, 17, 15, 13, 12)  # what a name that is too long is set in


class Rows(NamedTuple):
    """Rows that are set: where they end, and where the thumb tabs stand, nowhere for rows without."""

    bottom: float
    items: Sequence[OpenItem]
    tabs: Sequence[TabPlace]
    pitch: float  # from one to the next


class CoverRows(Part):
    """Sets the rows of a cover; x and y count from the corner of the page."""

    def __init__(self, guide: Guide, setter: Setter, words: Words, tag: Tag) -> None:
        super().__init__(setter, words, Tag("Sect", tag))
        self.guide = guide
        cover, width = self.style.cover, self.grid.width
        self.left, self.right = cover.left, width - cover.right
        self.edge = width - self.style.tab.width
        self.most_row = even(MOST_ROW * max(1, self.grid.height / TALLEST))
        self.names = ((HIGH_ROW, HIGH_NAME), *cover.names) if self.most_row >= HIGH_ROW else cover.names
        self.page_room = setter.folio_width(max(size for _, size in self.names)) if self.names else 0

    @property
    def most(self) -> int:
        """How many sections a cover may list."""
        return MOST_PAIRED if self.style.cover.least_row else 0

    def set(self, y: float, room: float) -> Rows | None:
        """Rows from y down in a room of this height; None where they do not fit, or are too many for a column."""
        most = MOST_LISTED if self.style.cover.columns == 2 else self.most
        return self.listed(y, room) if 0 < len(self.guide.sections) <= min(most, self.most) else None

    def pairs(self, y: float, room: float) -> Rows | None:
        """The same in two columns; None where they do not fit, or are too many for any cover."""
        return self.paired(y, room) if 0 < len(self.guide.sections) <= self.most else None

    def pitches(self, most: float, least: float, share: float) -> Iterator[float]:
        """Yield the heights that rows may have, the highest first, where `share` is what each has of the room."""
        pitch = min(most, even(share))
        while pitch >= least:
            yield pitch
            pitch -= 2

    # --- one column, with tabs

    def listed(self, y: float, room: float) -> Rows | None:
        """A row for each section from y down, as high as all can be; a name of several lines takes more."""
        sections = self.guide.sections
        width = self.right - self.left - self.page_room - NAME_TO_PAGE
        for pitch in self.pitches(self.most_row, self.style.cover.least_row, room / len(sections)):
            size = self.size(pitch)
            heights = [self.height(section.title, size, width, pitch) for section in sections]
            if sum(heights) <= room:
                return self.list_of(y, heights, size, width, pitch)
        return None

    def size(self, pitch: float) -> float:
        """What names are set in, in rows of a height."""
        size = next(size for least, size in self.names if pitch >= least)
        return max(self.style.body.size, min(size, pitch / TALL_ROW)) if self.style.latin else size

    def height(self, title: str, size: float, width: float, pitch: float) -> float:
        """The height of the row of a name, where one that is not high has this."""
        body, column = self.style.body, self.name(title, None, size, width, pitch)
        deep = body.leading - body.baseline if len(texts_of(title)) > 1 else 0
        if self.style.latin:  # a script that reaches out of its lines, and higher than capitals
            deep = max(deep, (REACH if column.y > size else OVER_CAPITALS) * size)
        return max(pitch, 2 * ceil(column.y / 2 + TAB_GAP + deep))

    def list_of(self, y: float, heights: Sequence[float], size: float, width: float, pitch: float) -> Rows:
        """The rows at their places, with hairlines and tabs."""
        toc = Tag("TOC", self.root)
        items: Items = []
        places = []
        for number, (section, height) in enumerate(zip(self.guide.sections, heights), 1):
            place = TabPlace(y + TAB_GAP, height - 2 * TAB_GAP)
            own = self.guide.language_of(section, "title")
            tag = Tag("Link", Tag("Reference", Tag("TOCI", toc)), language=own)
            name = self.name(section.title, tag, size, width, pitch)
            items.append(Line(self.left, y, self.edge, y, HAIRLINE))
            items += self.row(section, tag, name, size, y, height)
            items += tab(place, number, section.icon, self.style)
            places.append(place)
            y += height
        items.append(Line(self.left, y, self.edge, y, HAIRLINE))
        return Rows(y, items, places, pitch)

    def row(self, section: Section, tag: Tag, name: Column, size: float, y: float, height: float) -> Items:
        """Name and page in the middle of a row; all of it, with its tab, is the link."""
        anchor, middle = section_anchor(section.id), y + height / 2
        return [
            *(item.moved(self.left, middle - name.y / 2) for item in name.items),
            self.page(anchor, section.title, tag, self.right, middle + CAP_HEIGHT * size / 2, size),
            self.area(anchor, section.title, tag, self.left, y, self.grid.width - self.left, height),
        ]

    def page(self, anchor: Anchor, name: str, tag: Tag, x: float, y: float, size: float) -> RichLine:
        """The folio, ending at x."""
        link = Link(anchor, name, ruled=False, area=False)
        inline = Inline("", page_tag(tag, self.words), True, link, page_of=anchor)
        return self.folio(inline, x, y, size)

    def area(
        self, anchor: Anchor, name: str, tag: Tag, x: float, y: float, width: float, height: float
    ) -> RowArea:
        """What can be clicked."""
        return RowArea(
            tag, x, y, width, height, anchor, self.words.versions[0].go_to.format(name=name, folio=FOLIO)
        )

    # --- a name in its row

    def name(self, title: str, tag: Tag | None, size: float, room: float, height: float) -> Column:
        """A name as large as it may be in a row of this height; one that no size makes short enough has more lines.

        A second language stands below in the body's size.
        """
        first, *seconds = texts_of(title)
        if seconds:
            return self.name_of_two(first, seconds[0], tag, size, room, height)
        sizes = self.sizes(size)
        for smaller in sizes:
            if self.fits(title, smaller, room):
                return self.one_line(title, tag, smaller)
            if height >= TWO_LINES and smaller <= max(TWO_LINES_SIZE, self.style.body.size):
                column = self.several_lines(title, tag, smaller, room)
                if column.y <= height:
                    return column
        return self.several_lines(title, tag, sizes[-1], room)

    def sizes(self, size: float) -> tuple[float, ...]:
        """What a name may be set in, the largest first."""
        return (size, *(each for each in SMALLER_NAMES if least_size(self.style) <= each < size))

    def several_lines(self, title: str, tag: Tag | None, size: float, room: float) -> Column:
        """A name on as many lines as it takes."""
        column = Column(self.setter, 0, room)
        more = 3 if size >= TWO_LINES_SIZE else 1
        column.add((Inline(title + " ", tag, True),), tall(self.style, size, size + more))
        return column

    def fits(self, text: str, size: float, room: float, bold: bool = True) -> bool:
        return self.setter.width(text, size, bold) <= room

    def one_line(self, text: str, tag: Tag | None, size: float) -> Column:
        """A name on one line, in a box whose middle is that of its capitals."""
        column = Column(self.setter, 0, 0)
        column.items += self.setter.place(
            [Fragment(Inline(text + " ", tag, True), text + " ")], 0, CAP_HEIGHT * size, size
        )
        column.y = CAP_HEIGHT * size
        return column

    def name_of_two(
        self, first: str, second: str, tag: Tag | None, size: float, room: float, height: float
    ) -> Column:
        """A name with the second language under it."""
        body = self.style.body
        taken = 2 * (
            body.leading - body.baseline + TAB_GAP
        )  # the first of the two stands as high as the second reaches down
        sizes = [each for each in self.sizes(size) if CAP_HEIGHT * each + body.leading + taken <= height]
        fitting = next((each for each in sizes if self.fits(first, each, room)), 0)
        column = Column(self.setter, 0, room)
        if fitting:
            column.items = self.one_line(first, tag, fitting).items
            column.y = CAP_HEIGHT * fitting + body.leading - body.baseline
        else:
            column = self.several_lines(first, tag, self.sizes(size)[-1], room)
        language = self.style.second.language if self.style.second else ""
        inside = Tag("Span", tag, language=language) if tag else None
        column.add((Inline(second + " ", inside),), body)
        column.skip(
            body.baseline - body.leading
        )  # it ends with the last baseline, as it begins with capitals
        return column

    # --- two columns, without tabs

    def paired(self, y: float, room: float) -> Rows | None:
        """The rows in two columns, down the first and then down the second."""
        sections = self.guide.sections
        half = -(-len(sections) // 2)
        width = (self.right - self.left - PAIR_GUTTER) / 2
        measure = width - PAIR_TEXT - self.setter.folio_width(PAIR_NAME) - NAME_TO_PAGE
        for pitch in self.pitches(MOST_PAIR_ROW, LEAST_PAIR_ROW, room / half):
            heights = [self.height(section.title, PAIR_NAME, measure, pitch) for section in sections]
            if max(sum(heights[:half]), sum(heights[half:])) <= room:
                return self.pairs_of(y, heights, measure, pitch)
        return None

    def pairs_of(self, y: float, heights: Sequence[float], measure: float, pitch: float) -> Rows:
        """The rows of both columns at their places, with hairlines."""
        toc, half = Tag("TOC", self.root), -(-len(heights) // 2)
        width = (self.right - self.left - PAIR_GUTTER) / 2
        items: Items = []
        bottom, top = y, y
        for place, (section, height) in enumerate(zip(self.guide.sections, heights)):
            x = self.left + (place >= half) * (width + PAIR_GUTTER)
            if place == half:
                top = y
            own = self.guide.language_of(section, "title")
            tag = Tag("Link", Tag("Reference", Tag("TOCI", toc)), language=own)
            name = self.name(section.title, tag, PAIR_NAME, measure, pitch)
            items.append(Line(x, top, x + width, top, HAIRLINE))
            items += self.pair(section, place + 1, tag, name, Area(x, top, width, height))
            top += height
            bottom = max(bottom, top)
            if place in (half - 1, len(heights) - 1):
                items.append(Line(x, top, x + width, top, HAIRLINE))
        return Rows(bottom, items, (), pitch)

    def pair(self, section: Section, number: int, tag: Tag, name: Column, place: Area) -> Items:
        """Key with the number, name and page."""
        x, y, width, height = place
        anchor, middle, size = section_anchor(section.id), y + height / 2, PAIR_NAME
        return [
            *key(x, middle - PAIR_KEY / 2, PAIR_KEY, number, self.style, label_tag(tag)),
            *(item.moved(x + PAIR_TEXT, middle - name.y / 2) for item in name.items),
            self.page(anchor, section.title, tag, x + width, middle + CAP_HEIGHT * size / 2, size),
            self.area(anchor, section.title, tag, x, y, width, height),
        ]

    # --- where no section is listed

    def to_contents(self, y: float) -> Rows:
        """A row that leads to the contents."""
        tag, size = Tag("Link", Tag("P", self.root)), max(15, self.style.body.size)
        pitch, name = 2 * size, self.words.contents
        baseline = y + pitch / 2 + CAP_HEIGHT * size / 2
        line = Fragment(Inline(name + " ", tag, True), name + " ")
        items: Items = [Line(self.left, at, self.right, at, HAIRLINE) for at in (y, y + pitch)]
        items += self.setter.place([line], self.left, baseline, size)
        items.append(self.page(CONTENTS, name, tag, self.right, baseline, size))
        items.append(self.area(CONTENTS, name, tag, self.left, y, self.right - self.left, pitch))
        return Rows(y + pitch, items, (), pitch)


def even(height: float) -> float:
    """A height rounded down to an even number of points."""
    return height // 2 * 2
