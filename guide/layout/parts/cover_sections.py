"""The rows of sections on a cover: key, name, leader, page; and the measures that all of a cover has."""

from collections.abc import Sequence

from guide.language.words import Words
from guide.layout.body.galley import Row
from guide.layout.compose.links import section_anchor
from guide.layout.pages import Dots, Tag
from guide.layout.parts.base import Items, Part
from guide.layout.type.fonts import CAP_HEIGHT
from guide.layout.type.inline import FOLIO, Fragment, Inline, Link, RichLine, RowArea, SetLine
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import key
from guide.model import Guide, Section

MOST_SECTIONS = 8


class CoverSections(Part):
    """Sets rows of sections; x and y count from the corner of the page.

    Measures are points, most of them with a body of 12 points: `scale` makes larger ones of them in larger type.
    """

    ROW = 30  # height of a row whose title is one line
    BETWEEN_ROWS = 8  # at least, where the title is several
    KEY = 24  # side of the key
    KEY_COLUMN = 36  # from the key's left edge to the title
    PAGE_COLUMN = 40  # from the title's measure to the right edge, at least
    LEADER_COLUMN = 30  # from the leader's end to the right edge, at least
    LEADER_GAP = 8  # from the title to the leader
    LEADER_PITCH, LEADER_DOT, LEADER_RISE = 6, 1.25, 1  # from dot to dot, across a dot, above the baseline

    def __init__(self, guide: Guide, setter: Setter, words: Words, tag: Tag) -> None:
        super().__init__(setter, words, tag)
        self.guide = guide
        cover = self.style.cover
        self.scale = self.style.body.size / 12
        self.top, self.bottom = cover.margin_y, self.grid.height - cover.margin_y
        self.left, self.right = cover.margin_x, self.grid.width - cover.margin_x
        self.width = self.right - self.left
        self.folio_room = setter.folio_width(self.style.contents_section.size)

    def sections_height(self) -> float:
        """The height of the rows of sections; 0 where there are too many of them."""
        if len(self.guide.sections) > MOST_SECTIONS:
            return 0
        return sum(
            self.row_height(len(self.title_lines(section, None)[1])) for section in self.guide.sections
        )

    def row_height(self, lines: int) -> float:
        """The height of a section's row with a title of so many lines."""
        least = self.BETWEEN_ROWS * self.scale
        return max(self.ROW * self.scale, lines * self.style.body.leading + least)

    def sections(self, y: float, parent: Tag) -> Items:
        """A row for each section, from y down."""
        items: Items = []
        toc = self.sections_tag(parent)
        for number, section in enumerate(self.guide.sections, 1):
            row = self.section_row(section, number, y, toc)
            items += row.items
            y += row.height
        return items

    def sections_tag(self, parent: Tag) -> Tag:
        """What the rows stand in."""
        return Tag("TOC", parent)

    def title_lines(self, section: Section, tag: Tag | None) -> tuple[float, Sequence[SetLine]]:
        """(size, lines) of a section's title: smaller where one line does not hold it, and in several if that is not enough."""
        size = self.style.body.size if self.style.second else self.style.contents_section.size
        room = self.title_room()
        lines = self.setter.lines((Inline(section.title + " ", tag, True),), size, room)
        while len(lines) > 1 and size > self.style.body.size:
            size -= 1
            lines = self.setter.lines((Inline(section.title + " ", tag, True),), size, room)
        return size, lines

    def title_room(self) -> float:
        """The measure of a section's title, between key and page."""
        return self.width - self.KEY_COLUMN * self.scale - max(self.PAGE_COLUMN * self.scale, self.folio_room)

    def title_items(self, lines: Sequence[SetLine], x: float, baseline: float, size: float) -> Items:
        """The lines of a section's title at their places."""
        leading = self.style.body.leading
        return [
            item
            for place, line in enumerate(lines)
            for item in self.setter.place(line, x, baseline + place * leading, size)
        ]

    def section_row(self, section: Section, number: int, y: float, toc: Tag) -> Row:
        """A row with its top at y; a title that turns over has leader and page on its last line."""
        tag = Tag("Link", Tag("Reference", Tag("TOCI", toc)))
        side, x = self.KEY * self.scale, self.left + self.KEY_COLUMN * self.scale
        size, lines = self.title_lines(section, tag)
        baseline = y + side / 2 + CAP_HEIGHT * size / 2
        items: Items = [*key(self.left, y, side, number, self.style, tag)]
        items += self.title_items(lines, x, baseline, size)
        more = (len(lines) - 1) * self.style.body.leading
        end = x + self.setter.line_width(lines[-1], size)
        items += self.leader_and_page(section, tag, end, baseline + more)
        description = self.words.go_to.format(name=section.title, folio=FOLIO)
        anchor = section_anchor(section.id)
        items.append(RowArea(tag, self.left, y, self.width, side + more, anchor, description))
        return Row(self.row_height(len(lines)), tuple(items))

    def leader_and_page(self, section: Section, tag: Tag, end: float, baseline: float) -> Items:
        """Dots from the title's end, and the page of the section at the right edge."""
        anchor = section_anchor(section.id)
        dots = Dots(
            end + self.LEADER_GAP,
            self.right - max(self.LEADER_COLUMN * self.scale, self.folio_room),
            baseline - self.LEADER_RISE,
            self.LEADER_PITCH,
            self.LEADER_DOT,
        )
        link = Link(anchor, section.title, ruled=False, area=False)
        page = Fragment(Inline("", tag, True, link, page_of=anchor), "")
        return [dots, RichLine(self.right, baseline, (page,), self.style.contents_section.size, 1)]
