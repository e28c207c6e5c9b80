"""Numbers for people who need help now in a row, for heads of pages that have no room for the box."""

from collections.abc import Iterable

from guide.formats import TextStyle
from guide.layout.body.galley import Column
from guide.layout.compose.links import help_number, help_words
from guide.layout.parts.base import Part
from guide.layout.tags import Tag
from guide.layout.type.inline import Fragment, fragments_of
from guide.model import HelpLine

NUMBER = 17 / 12  # of the size of the words
BETWEEN = 24  # from a number to the next words


class HelpRow(Part):
    """Sets what each number is for and the number, one behind the other, in as many lines as they need."""

    def add(self, column: Column, lines: Iterable[HelpLine], style: TextStyle) -> None:
        """Put them into a column; one that is longer than a line has lines of its own."""
        x, width = 0.0, column.measure
        for line in lines:
            fragments = self.line(line, style.size)
            needed = self.setter.line_width(fragments, style.size)
            if x and x + needed > width:
                column.skip(style.leading)
                x = 0
            if needed > width:
                column.add(tuple(fragment.inline for fragment in fragments), style)
                continue
            column.items += self.setter.place(fragments, column.x + x, column.y + style.baseline, style.size)
            x += needed + BETWEEN
        if x:
            column.skip(style.leading)

    def line(self, line: HelpLine, size: float) -> list[Fragment]:
        """What a number is for, and the number."""
        tag = Tag("P", self.root)
        words = [help_words(line, line.text + (" " if line.phone else ""), tag)] if line.text else []
        figures = [
            each._replace(size=each.size or size * NUMBER)
            for each in help_number(line, self.words, tag, size)
        ]
        return fragments_of((*words, *figures))
