"""Many offices of a listing as a table: a row for each, city by city, its heads repeated where a page or a column begins."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from guide.formats import LARGE_PRINT_SIZE, TextStyle
from guide.layout.body.galley import Column, Row, Strip, stack
from guide.layout.compose.blocks import (
    CityBlock,
    InlineLine,
    ListingBlock,
    NumberBlock,
    OfficeBlock,
    OfficeRow,
    OfficeTable,
    SectionBlock,
)
from guide.layout.pages import ACCENT, Line
from guide.layout.type.inline import Fragment, Inline, RichLine, fragments_of
from guide.layout.type.lines import ended_with_space
from guide.layout.type.setter import Setter
from guide.layout.type.style import HAIRLINE

BESIDE = 1  # em, from a place to the number on its line, at least
PLACE_ROOM = (
    0.5  # of the measure, that a place has beside a number, at least; else the number stands under it
)
PLACE_EM = 4.5  # and so many em


class NumberSetter(Protocol):
    """Sets what an office has beside its place: numbers, addresses, hours and facts, in one language or in two."""

    def add_number(self, column: Column, number: NumberBlock) -> None: ...

    def add_hours(self, column: Column, office: OfficeBlock, spaced: bool) -> None: ...

    def line_style(self, line: InlineLine) -> TextStyle: ...


class OfficeTableSetter:
    """Sets the table of a listing in the main column."""

    def __init__(self, setter: Setter, numbers: NumberSetter) -> None:
        self.setter, self.numbers = setter, numbers
        self.style = setter.style
        self.x, self.measure = self.style.grid.number_column, self.style.grid.main
        self.pad = self.style.u / 4  # above and below what a row says
        self.stacked = self.style.body.size >= LARGE_PRINT_SIZE  # all stands one under the other

    def strips(self, table: OfficeTable, section: SectionBlock, listing: ListingBlock) -> list[Strip]:
        """A strip for each row; the first of the table and of a city has the heads over it."""
        repeated = self.heads(table.repeated)
        strips: list[Strip] = []
        for city in table.cities:
            strips += self.city(city, repeated, section, listing)
        first = strips[0]
        heads = self.heads(table.heads)
        strips[0] = first._replace(
            height=first.height + heads.height,
            rows=(heads, *first.rows),
            space=self.style.u,
            head=None,
        )
        return strips

    def city(
        self, city: CityBlock, heads: Row, section: SectionBlock, listing: ListingBlock
    ) -> Iterator[Strip]:
        """Yield the rows of a city, its heading with the first; `heads` are those of the columns, to be repeated."""
        going_on = stack([heads, self.heading(city.repeated)]) if city.repeated else heads
        for place, row in enumerate(city.rows):
            rows = [self.row(row, ruled=place < len(city.rows) - 1)]
            rows[:0] = [] if place else [self.heading(city.heading)._replace(anchor=city.anchor)]
            space = 0 if place else self.style.u
            strip = Strip(
                sum(each.height for each in rows), tuple(rows), space, section, listing, between=True
            )
            yield strip._replace(head=going_on if place else heads)

    # --- heads

    def heads(self, heads: Sequence[tuple[Inline, ...]]) -> Row:
        """What the columns hold: the first at their left, the second at their right edge; behind or under it where all is stacked."""
        small, size = self.style.small, self.style.small.size
        column = Column(self.setter, self.x, self.measure)
        first, second = heads
        column.add(first, small, runs_on=True)
        fragments = fragments_of(second)
        behind = self.setter.line_width(fragments_of(first), size) + 2 * self.style.u
        width = self.setter.line_width(fragments, size)
        if behind + width > self.measure:
            column.add(second, small)
        elif self.stacked:
            column.items += self.setter.place(fragments, self.x + behind, small.baseline, size)
        else:
            column.items.append(RichLine(self.x + self.measure, small.baseline, tuple(fragments), size, 1))
        column.skip(self.pad)
        return column.row()

    def heading(self, inlines: tuple[Inline, ...]) -> Row:
        """Rule, and the city if there is one."""
        column = Column(self.setter, self.x, self.measure)
        column.items.append(Line(self.x, 0, self.x + self.measure, 0, self.style.stroke / 2, ACCENT))
        if inlines:
            column.skip(self.pad)
            column.add(inlines, self.style.body)
        return column.row()

    # --- rows

    def row(self, row: OfficeRow, ruled: bool) -> Row:
        """The place, its number at the end of the first line; below it all else; then a hairline if it is `ruled`."""
        column = Column(self.setter, self.x, self.measure)
        column.skip(self.pad)
        numbers = self.add_place(column, row)
        for number in numbers:
            self.numbers.add_number(column, number._replace(large=False))
        for note in row.notes:
            column.add(note, self.style.body, runs_on=True)
        for first, *rest in row.office.web:
            column.add((first, *rest), self.style.body if rest else self.numbers.line_style((first,)))
        self.numbers.add_hours(column, row.office, False)
        column.skip(self.pad)
        if ruled:
            column.items.append(Line(self.x, column.y, self.x + self.measure, column.y, HAIRLINE))
        return column.row()

    def add_place(self, column: Column, row: OfficeRow) -> tuple[NumberBlock, ...]:
        """Set where an office is, its first number beside it if there is room; the other numbers."""
        numbers = row.office.numbers
        body = self.numbers.line_style(row.place)
        beside = self.beside(numbers[0]) if numbers and not self.stacked else ()
        taken = self.setter.line_width(beside, body.size) + self.style.em(BESIDE) if beside else 0
        lines = self.setter.lines(row.place, body.size, self.measure - taken, -taken)
        if beside and self.setter.line_width(lines[0], body.size) > self.measure - taken + 0.01:
            beside, lines = (), self.setter.lines(row.place, body.size, self.measure)
        baseline = column.y + body.baseline
        for line in (*lines[:-1], ended_with_space(lines[-1])):
            column.line(line, body)
        if beside:
            column.items.append(RichLine(self.x + self.measure, baseline, tuple(beside), body.size, 1))
        if row.empty:
            empty = [Fragment(row.empty, row.empty.text)]
            column.items += self.setter.place(empty, self.x + self.measure, baseline, body.size)
        return numbers[1:] if beside else numbers

    def beside(self, number: NumberBlock) -> list[Fragment]:
        """A number with its extension and its kind in one line; nothing where a place would have too little room beside it."""
        fragments = [Fragment(number.number, number.number.text)]
        words = ((number.extension,) if number.extension else (), number.type)
        for inlines in words:
            said = [each for each in inlines if each.text]
            fragments += [
                Fragment(each, each.text if place else " " + each.text) for place, each in enumerate(said)
            ]
        taken = self.setter.line_width(fragments, self.style.body.size) + self.style.em(BESIDE)
        room = self.measure - taken
        fits = room >= max(PLACE_ROOM * self.measure, self.style.em(PLACE_EM))
        return fragments if fits and not number.below else []
