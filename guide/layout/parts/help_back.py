"""The last page of a book as a box `Need help now?`, for a guide that lies with its back up."""

from guide.language.words import Words
from guide.layout.body.galley import Column
from guide.layout.body.service import heading_style, number_style
from guide.layout.compose.links import help_number, help_words
from guide.layout.pages import Box, Line
from guide.layout.parts.base import Items, Part
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline, fragments_of
from guide.layout.type.setter import Setter
from guide.layout.type.style import FIELD_LINE, HAIRLINE, HELP_BOX
from guide.model import Guide, HelpLine

INSET, TOP, BETWEEN = 16, 10, 12  # points: at the sides, above the heading, from words to number
ROW, FIELD_PITCH, FIELDS = (
    44,
    33,
    3,
)  # points, least height of a row; from one line to write on to the next, and how many


class HelpBack(Part):
    """Sets the box over the live width; x counts from its left edge, y from the top of the frame."""

    def __init__(self, guide: Guide, setter: Setter, words: Words, root: Tag) -> None:
        super().__init__(setter, words, Tag("Sect", root, title=words.help_now))
        self.guide = guide
        self.scale = self.style.body.size / 12
        self.width = self.grid.live - 2 * INSET

    def items(self) -> Items:
        """The box: the guide's lines of help, or lines for the staff to write on."""
        column = Column(self.setter, INSET, self.width)
        column.skip(TOP)
        column.add((Inline(self.words.help_now, Tag("H2", self.root), True),), heading_style(self.style))
        if not self.guide.help_now:
            self.fields(column)
        for line in self.guide.help_now:
            self.row(column, line)
        inside = HELP_BOX / 2
        box = Box(inside, inside, self.grid.live - HELP_BOX, column.y + TOP - HELP_BOX, None, HELP_BOX)
        return [box, *column.items]

    def fields(self, column: Column) -> None:
        """Whom to tell, and lines for local numbers."""
        column.add((Inline(self.words.help_empty, Tag("P", self.root)),), self.style.body)
        for _ in range(FIELDS):
            column.skip(FIELD_PITCH * self.scale)
            column.items.append(Line(INSET, column.y, INSET + self.width, column.y, FIELD_LINE))
        column.skip(TOP)

    def row(self, column: Column, line: HelpLine) -> None:
        """Words at the left and the number at the right, below a hairline."""
        column.items.append(Line(INSET, column.y, INSET + self.width, column.y, HAIRLINE))
        tag, number = Tag("P", self.root), number_style(self.style)
        figures = fragments_of(help_number(line, self.words, tag, self.style.body.size))
        taken = self.setter.line_width(figures, number.size) if figures else 0
        under = taken > self.width / 2 and bool(line.text)
        room = self.width - (taken + BETWEEN if figures and not under else 0)
        words = Column(self.setter, INSET, max(room, 1))
        if line.text:
            words.add((help_words(line, line.text + " ", tag),), self.style.body)
        words_high = words.y + (number.leading if under else 0)
        height = max(ROW * self.scale, words_high + self.style.u)
        top = (height - words_high) / 2
        column.items += [item.moved(0, column.y + top) for item in words.items]
        if figures:
            middle = top + words.y + number.leading / 2 if under else height / 2
            baseline = column.y + middle + 0.334 * number.size
            column.items += self.setter.place(figures, INSET + self.width - taken, baseline, number.size)
        column.skip(height)
