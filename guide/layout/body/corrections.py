"""Corrections of listings set to the measure of a slip or of a label: number and name, what is crossed out, what is written.

x counts from the left edge of the live width.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.layout.body.contact import ContactSetter
from guide.layout.body.galley import Column, Row, merge, stack
from guide.layout.compose.blocks import OfficeBlock
from guide.layout.compose.corrections import Paragraph, Piece, Words, merged
from guide.layout.pages import Line, Text
from guide.layout.tags import Tag
from guide.layout.type.inline import Fragment, Inline, OpenItem, RichLine, fragments_of
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import alert_sign
from guide.layout.type.style import HAIRLINE, LINK_DROP, LINK_RULE, USUAL_SIZE

NAME, TEXT = (
    30,
    114,
)  # of a slip with text of 12 points: where names and labels begin, and where the words beside labels do
RULE_GAP, NAME_GAP, PAIR_GAP, END_GAP = 8, 4, 8, 16
PAGE_GAP = 12  # from a name to the page at its right, at least


class Heading(NamedTuple):
    """Which listing it is: its number in the older edition, its name there, and the words at the right."""

    number: str
    name: str
    page: Paragraph
    language: str = ""  # of the name, where it is not the guide's


class CorrectionSetter(ContactSetter):
    """Sets what is written of a listing: beside the accent bar, first where it is and then how it is reached."""

    def single(self, office: OfficeBlock) -> Row:
        """Everything of one office, in the order in which one reads an envelope."""
        column = Column(self.setter, self.main_x, self.grid.main)
        self.add_address(column, office)
        self.add_reach(column, office)
        self.add_hours(column, office, bool(column.y))
        return self.barred(column, column.y, office.reachable)

    def add_times(self, column: Column, office: OfficeBlock) -> None:
        """When it is open, in the one language and then in the other."""
        super().add_times(column, office)
        super().add_times(column, office._replace(hours=office.second_hours))

    def written(self, pieces: Sequence[Piece]) -> list[Row]:
        """What is written, in rows of which each may begin a page: lines of prose, then how to reach an office."""
        paragraphs, office = merged(pieces)
        rows = [row for each in paragraphs for row in self.lines_of(each)]
        return rows + ([self.single(office)] if office != OfficeBlock() else [])

    def lines_of(self, paragraph: Paragraph) -> Iterator[Row]:
        """Yield the lines of a paragraph, each with its part of the bar."""
        body = self.style.body
        for line in self.setter.lines(paragraph, body.size, self.grid.main):
            column = Column(self.setter, self.main_x, self.grid.main)
            column.line(line, body)
            bar = self.bar(0, column.y + 2)._replace(y=0, height=column.y)
            yield Row(column.y, (bar, *column.items))

    def alert(self, words: Inline) -> Row:
        """News with its sign, in the size of the body."""
        column = Column(self.setter, self.main_x, self.grid.main)
        column.items += alert_sign(
            self.main_x - 1.5 * self.style.u, self.style.body.baseline, self.style.body.size / 12
        )
        column.add((words,), self.style.body)
        return column.row()

    def heading(self, heading: Heading, tag: Tag, left: float) -> Row:
        """The number, the name from `left` on, and what stands at the right of its first line."""
        style, grid = self.style.name, self.grid
        page = fragments_of(heading.page)
        taken = self.setter.line_width(page, self.style.body.size) + PAGE_GAP if page else 0
        column = Column(self.setter, left, grid.live - left - taken)
        if heading.number:
            number = Inline(f"{heading.number} ", tag, True)
            column.items += self.setter.place([Fragment(number, number.text)], 0, style.baseline, style.size)
        own = Tag("Span", tag, language=heading.language) if heading.language else tag
        column.add((Inline(heading.name, own, True),), style)
        if page:
            x = grid.live - taken + PAGE_GAP
            column.items += self.setter.place(page, x, style.baseline, self.style.body.size)
        return column.row()


class SlipSetter(CorrectionSetter):
    """Sets the corrections of a slip, each as groups of rows that stay together."""

    def __init__(self, setter: Setter, crossed: str) -> None:
        super().__init__(setter)
        self.crossed = crossed
        self.name_x = NAME * self.style.body.size / USUAL_SIZE

    def opening(self, heading: Heading, tag: Tag, ruled: bool) -> Row:
        """A hairline, and which listing it is; its page as what one can turn to."""
        row = self.heading(heading, tag, self.name_x)
        rule: list[OpenItem] = []
        if ruled and heading.page:
            y = self.style.name.baseline + LINK_DROP
            width = self.setter.line_width(fragments_of(heading.page), self.style.body.size)
            rule = [Line(self.grid.live - width, y, self.grid.live, y, LINK_RULE, "accent")]
        above = Row(RULE_GAP, (Line(0, 0, self.grid.live, 0, HAIRLINE),))
        return stack([above, Row(row.height, (*row.items, *rule)), Row(NAME_GAP, ())])

    def place(self, text: str, tag: Tag) -> Row:
        """Which office or program is meant."""
        column = Column(self.setter, self.name_x, self.grid.live - self.name_x)
        column.add((Inline(text, tag),), self.style.body)
        return column.row()

    def old(self, lines: Sequence[Words], group: Tag) -> list[Row]:
        """What is crossed out: not struck through, for the reader must recognise it."""
        item = Tag("LI", group)
        body = Tag("LBody", item)
        rows: list[Row] = []
        for place, line in enumerate(lines):
            column = Column(self.setter, self.main_x, self.grid.main)
            tag = Tag("Span", body, language=line.language) if line.language else body
            column.add((Inline(line.text, tag),), self.style.body, runs_on=place + 1 < len(lines))
            rows.append(column.row())
        return self.labelled(self.crossed, rows, item)

    def new(self, pieces: Sequence[Piece], item: Tag, label: str = "") -> list[Row]:
        """What is written in its place."""
        return self.labelled(label, self.written(pieces), item)

    def labelled(self, label: str, rows: Sequence[Row], item: Tag) -> list[Row]:
        """Rows with a label beside the first, on its baseline."""
        if not label:
            return list(rows)
        first, *others = rows
        style = self.style.body
        baselines = [item.y for item in first.items if isinstance(item, Text | RichLine)]
        down = max(0, min(baselines, default=style.baseline) - style.baseline)
        column = Column(self.setter, self.name_x, self.main_x - self.name_x - RULE_GAP)
        column.skip(down)
        column.add((Inline(label + " ", Tag("Lbl", item), True),), style)
        return [merge([column.row(), first], max(first.height, column.y)), *others]
