"""The box `Need help now?` of a cover: a row for each line of help, or lines for the staff to write on."""

from collections.abc import Sequence
from typing import NamedTuple

from guide.language.words import Words
from guide.layout.body.galley import Column, Row
from guide.layout.compose.links import help_number, help_words
from guide.layout.pages import Box, Line
from guide.layout.parts.base import Items, Part
from guide.layout.parts.cover_block import tall
from guide.layout.tags import Tag
from guide.layout.type.fonts import CAP_HEIGHT
from guide.layout.type.inline import Inline, fragments_of
from guide.layout.type.setter import Setter
from guide.layout.type.style import FIELD_LINE, HAIRLINE, HELP_BOX
from guide.model import Guide, HelpLine

FIELD_PITCH = 33  # from one line to write on to the next: a pen needs it
FIELDS = 2  # of them, at least
FOOT = 8  # below the last row
SPARE = 4  # above and below the words of a row, together
TIGHT = 0.75  # of the usual height, of a row in a tight box
TIGHT_NUMBER = 0.85  # the same of its number
LEAST_WORDS = 84  # points: where a number leaves less, it stands under its words


class Help(NamedTuple):
    """A line of help before its place is known: its words, its number, and the height that it needs."""

    words: Column
    number: Items
    height: float
    below: float  # of the number, where it stands under the words; else 0


class CoverHelp(Part):
    """Sets the box; x and y count from its top left corner."""

    def __init__(
        self, guide: Guide, setter: Setter, words: Words, tag: Tag, width: float, tight: bool = False
    ) -> None:
        super().__init__(setter, words, Tag("Sect", tag))
        self.guide = guide
        self.width = width
        self.tight = tight  # with no more space than words and numbers need
        wide = self.style.cover.columns == 2
        self.size = self.style.cover.help_number * (TIGHT_NUMBER if tight else 1)
        self.inset, self.top = (16, 10) if wide else (12, 8)
        self.between = 12 if wide else 8  # from words to number
        size = 17 if wide else self.style.contents_section.size
        self.heading = tall(self.style, size, size + 7)
        self.measure = width - 2 * self.inset
        self.made: dict[tuple[int, HelpLine], Help] = {}  # boxes with fewer lines have the same

    def box(self, lines: Sequence[HelpLine], least: float = 0) -> Row:
        """The box with these lines, at least so high; without lines the staff can write some."""
        column = Column(self.setter, self.inset, self.measure)
        column.skip(self.top)
        column.add((Inline(self.words.help_now, Tag("H2", self.root), True),), self.heading)
        column.skip(2)
        if lines:
            self.rows(column, [self.help_at(place) for place in enumerate(lines)], least)
        else:
            self.fields(column, least)
        height = max(least, column.y)
        frame = Box(HELP_BOX / 2, HELP_BOX / 2, self.width - HELP_BOX, height - HELP_BOX, None, HELP_BOX)
        return Row(height, (frame, *column.items))

    def fields(self, column: Column, least: float) -> None:
        """Whom to ask, and as many lines as there is room for."""
        column.add((Inline(self.words.help_empty, Tag("P", self.root)),), self.style.body)
        fewest = 0 if self.tight else FIELDS
        for _ in range(max(fewest, int((least - FOOT - column.y) // FIELD_PITCH))):
            column.skip(FIELD_PITCH)
            column.items.append(Line(column.x, column.y, column.x + self.measure, column.y, FIELD_LINE))
        column.skip(2 * FOOT)

    def rows(self, column: Column, rows: Sequence[Help], least: float) -> None:
        """The lines of help, sharing the height that is left over."""
        needed = column.y + sum(row.height for row in rows) + FOOT
        spare = max(0, least - needed) / len(rows)
        for row in rows:
            height = row.height + spare
            column.items.append(Line(column.x, column.y, column.x + self.measure, column.y, HAIRLINE))
            top = column.y + (height - row.words.y - row.below) / 2
            column.items += [item.moved(column.x, top) for item in row.words.items]
            size = self.size
            if row.below:
                baseline = top + row.words.y + row.below * 0.75
            else:
                baseline = column.y + height / 2 + CAP_HEIGHT * size / 2
            column.items += [item.moved(column.x, baseline) for item in row.number]
            column.skip(height)
        column.skip(FOOT)

    def help_at(self, place: tuple[int, HelpLine]) -> Help:
        if place not in self.made:
            self.made[place] = self.help(place[1])
        return self.made[place]

    def help(self, line: HelpLine) -> Help:
        """A line's words at the left and its number at the right, or under them where both have no room."""
        tag, cover, body = Tag("P", self.root), self.style.cover, self.style.body
        number, width = self.number(line, tag)
        under = bool(line.text) and width > self.measure - self.between - LEAST_WORDS
        room = self.measure - (width + self.between if width and not under else 0)
        words = Column(self.setter, 0, max(room, 1))
        if line.text:
            words.add((help_words(line, line.text + (" " if number else ""), tag),), body)
        below = self.size * 1.25 if under else 0
        least = cover.help_row * (TIGHT if self.tight else 1) if line.phone else 0
        spare = 0 if self.tight else SPARE
        return Help(words, number, max(least, words.y + below + spare), below)

    def number(self, line: HelpLine, tag: Tag) -> tuple[Items, float]:
        """(the number, ending at the measure's end and standing on 0; its width); smaller where it is long."""
        size, inlines = self.size, help_number(line, self.words, tag, self.style.body.size)
        if not inlines:
            return [], 0
        fragments = fragments_of(inlines)
        width = self.setter.line_width(fragments, size)
        if width > self.measure:
            fixed = sum(self.setter.width(each.text, each.size, True) for each in inlines if each.size)
            size *= (self.measure - fixed) / (width - fixed)
            width = self.measure
        return self.setter.place(fragments, self.measure - width, 0, size), width
