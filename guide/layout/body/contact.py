"""The contact block of a listing set to the measure: addresses, numbers and hours of its offices (look: the anatomy)."""

from collections.abc import Sequence

from guide.formats import TextStyle
from guide.language.scripts import needs_rules
from guide.layout.body.galley import Column, Row, merge, stack
from guide.layout.compose.blocks import InlineLine, ListingBlock, NumberBlock, OfficeBlock
from guide.layout.compose.office_table import FEW_OFFICES
from guide.layout.pages import ACCENT, Box, Text
from guide.layout.tags import Tag
from guide.layout.type.inline import Fragment, OpenItem
from guide.layout.type.setter import Setter

MOST_DEPTH = 0.75  # of a page, that an office may take before its numbers are split


class ContactSetter:
    """Sets offices in one style; x counts from the left edge of the live width."""

    def __init__(self, setter: Setter) -> None:
        self.setter = setter
        self.style = setter.style
        self.grid = setter.style.grid
        self.main_x = self.grid.number_column
        # Between the groups of an office that stand one under the other: where lines keep to one grid, a line of it.
        self.gap = self.style.u if self.grid.phones_beside else self.style.u / 2

    def contact(self, block: ListingBlock) -> list[Row]:
        """The contact block as rows, one for each row of offices; of many offices none, they stand below what the whole does."""
        shared = block.shared
        if many_offices(block):
            return [self.single(shared)] if shared else []
        rows: list[Row] = []
        if shared and shared.numbers:
            rows.append(self.single(shared._replace(web=(), hours=())))
        rows += self.offices(block)
        if shared and (shared.web or shared.hours):
            rows.append(self.single(shared._replace(numbers=())))
        return rows

    def offices(self, block: ListingBlock) -> list[Row]:
        """The offices of a listing, a row for each or for those that stand side by side."""
        if len(block.offices) == 1:
            return self.single_office(block.offices[0])
        return self.several(block.offices)

    def single_office(self, office: OfficeBlock) -> list[Row]:
        """The only office of a listing: its numbers beside its address where the page has room for both."""
        if self.grid.phones_beside and office.numbers and (office.address or office.hours):
            return [self.numbers_beside(office)]
        return self.chunked(office)

    def chunked(self, office: OfficeBlock) -> list[Row]:
        """One office in one row, or in several where it is higher than a page: then some addresses or numbers each."""
        row = self.single(office)
        if row.height <= MOST_DEPTH * self.grid.depth or len(office.numbers) < 2:
            return [row]
        half = len(office.numbers) // 2
        first = OfficeBlock(office.address, office.numbers[:half])  # all else stands with the last numbers
        return [
            *self.chunked(first),
            *self.chunked(office._replace(address=(), numbers=office.numbers[half:])),
        ]

    def single(self, office: OfficeBlock) -> Row:
        """Everything of one office: label, numbers, e-mail and web, then where it is, then when."""
        labels, where = office.labels, office.where
        column = Column(self.setter, self.main_x, self.grid.main)
        self.add_address(column, office._replace(address=labels))
        self.add_reach(column, office)
        column.skip(self.gap if where and (office.numbers or office.web) else 0)
        self.add_address(column, office._replace(address=where))
        if office.hours and column.y:
            column.skip(self.gap if where else self.style.u)
        self.add_hours(column, office, False)
        return self.barred(column, self.style.up(column.y), office.reachable)

    def numbers_beside(self, office: OfficeBlock) -> Row:
        """The address left, the numbers right with their first baseline on the address's first."""
        style, u = self.style, self.style.u
        half = (self.grid.main - self.grid.gutter) / 2
        left = Column(self.setter, self.main_x, half + 1.5 * u)
        self.add_address(left, office)
        self.add_hours(left, office, bool(office.address))
        right = Column(self.setter, self.main_x + half + self.grid.gutter, half)
        first = self.line_style(office.address[0]) if office.address else style.body
        right.y = first.baseline - style.phone.baseline if office.numbers[0].large else 0
        web_fits = all(
            self.setter.width(first.text, style.body.size, True) <= half for first, *_ in office.web
        )
        self.add_reach(right, office if web_fits else office._replace(web=()))
        height = style.up(max(left.y, right.y))
        if height > MOST_DEPTH * self.grid.depth and len(office.numbers) > 2:
            return stack(self.chunked(office))
        rows = [left.row(), right.row()]
        if not web_fits:
            under = Column(self.setter, self.main_x, self.grid.main)
            under.skip(height + u)
            self.add_reach(under, office._replace(numbers=()))
            rows.append(under.row())
            height = style.up(under.y)
        row = merge(rows, height)
        return row._replace(items=(self.bar(0, height), *row.items))

    def several(self, offices: Sequence[OfficeBlock]) -> list[Row]:
        """Offices in equal columns, as many in a row as fit; else one under the other."""
        columns = self.columns(offices)
        if columns == 1:
            return [row for office in offices for row in self.single_office(office)]
        rows = []
        for start in range(0, len(offices), columns):
            rows.append(self.office_row(offices[start : start + columns], columns))
        return rows

    def columns(self, offices: Sequence[OfficeBlock]) -> int:
        """How many columns: each 11 em at least, and wide enough for the widest number."""
        grid = self.grid
        wanted = int((grid.main + grid.gutter) // (self.style.em(11) + grid.gutter))
        columns = max(1, min(wanted, grid.offices, len(offices)))
        widest = max(
            (self.number_width(number) for office in offices for number in office.numbers), default=0
        )
        while columns > 1 and widest > self.column_width(columns):
            columns -= 1
        return columns

    def column_width(self, columns: int) -> float:
        return (self.grid.main - (columns - 1) * self.grid.gutter) / columns

    def number_width(self, number: NumberBlock) -> float:
        """The width that a number needs on one line, its type left out."""
        if not number.large:
            return 0  # set as text, which breaks
        width = self.setter.width(number.number.text, self.style.phone.size, True)
        if number.extension:
            width += 0.75 * self.style.u + self.setter.width(
                number.extension.text, self.style.body.size, True
            )
        return width

    def office_row(self, offices: Sequence[OfficeBlock], columns: int) -> Row:
        """Offices side by side, each with its own bar; numbers of several begin on one line."""
        width = self.column_width(columns)
        tops = []
        for place, office in enumerate(offices):
            column = Column(self.setter, self.main_x + place * (width + self.grid.gutter), width)
            self.add_address(column, office)
            tops.append(column)
        if sum(1 for office in offices if office.numbers) > 1:
            start = max(column.y for column, office in zip(tops, offices) if office.numbers)
            for column, office in zip(tops, offices):
                column.y = start if office.numbers else column.y
        items: list[OpenItem] = []
        for column, office in zip(tops, offices):
            self.add_reach(column, office)
            self.add_hours(column, office, True)
            items.append(self.bar(column.x - self.main_x, self.style.up(column.y)))
            items += column.items
        return Row(max(self.style.up(column.y) for column in tops), tuple(items))

    def barred(self, column: Column, height: float, reachable: bool = True) -> Row:
        return Row(height, (self.bar(0, height, reachable), *column.items))

    def bar(self, x: float, height: float, reachable: bool = True) -> Box:
        """The accent bar, hanging left of the text at x from the main edge, from 1 below a block's top to 1 above its end."""
        width = self.style.stroke if reachable else 1
        return Box(self.main_x + x - 1.5 * self.style.u - width / 2, 1, width, height - 2, ACCENT)

    def add_address(self, column: Column, office: OfficeBlock) -> None:
        for place, line in enumerate(office.address):
            following = office.address[place + 1 :]
            runs_on = bool(following) and paragraph_of(following[0][0].tag) is paragraph_of(line[0].tag)
            column.add(line, self.line_style(line), runs_on=runs_on)

    def line_style(self, line: InlineLine) -> TextStyle:
        """The style of a line of an address: close together in Latin letters, whatever the language of the page needs."""
        return (
            self.style.latin
            if self.style.latin and not any(needs_rules(each.text) for each in line)
            else self.style.body
        )

    def add_reach(self, column: Column, office: OfficeBlock) -> None:
        """Numbers, then e-mail and web."""
        for number in office.numbers:
            self.add_number(column, number)
        for first, *rest in office.web:
            column.add((first, *rest), self.style.body if rest else self.line_style((first,)))

    def add_hours(self, column: Column, office: OfficeBlock, spaced: bool) -> None:
        """When it is open, and what is so at this office alone; `spaced`: something stands above."""
        if office.hours and spaced:
            column.skip(self.style.u)
        self.add_times(column, office)
        self.add_own_facts(column, office)

    def add_times(self, column: Column, office: OfficeBlock) -> None:
        for line in office.hours:
            column.add((line,), self.style.body, indent=1.5 * self.style.u)

    def add_own_facts(self, column: Column, office: OfficeBlock) -> None:
        """What is so at this office alone, and when it was checked."""
        for fact in office.facts:
            column.add((fact.label, fact.text), self.style.body, indent=1.5 * self.style.u)
        for line in office.status:
            column.add((line,), self.style.body)

    def add_number(self, column: Column, number: NumberBlock) -> None:
        """A number, and behind it, or under it where there is no room, what kind it is."""
        style = self.style.phone if number.large else self.style.body
        begun = len(column.items)
        width = self.setter.width(number.number.text, style.size, number.number.bold)
        whole = width > column.measure  # it has more than one line
        behind, below = self.words_of(column, number, column.measure if whole else width)
        if whole:
            column.add((number.number,), style, runs_on=bool(below))
        else:
            column.name(number.number, style)
            text = number.number.text + " " * bool(behind or below)
            y = column.y + style.baseline
            column.items += self.setter.place([Fragment(number.number, text)], column.x, y, style.size)
            column.y += style.leading
        for inlines, x in behind:
            self.behind(column, inlines, column.x + x, style)
        for inlines in below:
            column.add(inlines, self.style.body, runs_on=True)
        column.items[begun:] = sorted(column.items[begun:], key=is_behind)  # the kind is heard first

    def words_of(
        self, column: Column, number: NumberBlock, x: float
    ) -> tuple[list[tuple[InlineLine, float]], list[InlineLine]]:
        """(what stands behind a number that ends at x, each with its place; what has no room there): extension, kind, figures."""
        u, size = self.style.u, self.style.body.size
        extension = (number.extension,) if number.extension else ()
        behind: list[tuple[InlineLine, float]] = []
        below: list[InlineLine] = []
        for inlines, gap in ((extension, 0.75 * u), (number.type, u if number.large else u / 2)):
            width = sum(self.setter.width(inline.text, size, inline.bold) for inline in inlines)
            if not any(inline.text for inline in inlines):
                continue
            if below or x + gap + width > column.measure:
                below.append(inlines)
            else:
                behind.append((inlines, x + gap))
                x += gap + width
        return behind, below + ([(number.below,)] if number.below else [])

    def behind(self, column: Column, inlines: InlineLine, x: float, style: TextStyle) -> None:
        """Words behind a number on its baseline, with a real space behind them: their kind is heard before the number."""
        *others, last = inlines
        baseline = column.y - style.leading + style.baseline
        words = [*(Fragment(each, each.text) for each in others), Fragment(last, last.text.rstrip(" ") + " ")]
        column.items += self.setter.place(words, x, baseline, self.style.body.size)


def is_behind(item: OpenItem) -> bool:
    """Whether a piece of a number is read after what is heard in the place of its kind."""
    return not (isinstance(item, Text) and item.tag and item.tag.heard)


def many_offices(block: ListingBlock) -> bool:
    """Whether a listing has so many offices that they stand below what it does."""
    return block.table is not None or len(block.offices) > FEW_OFFICES


def paragraph_of(tag: Tag | None) -> Tag | None:
    """The paragraph that words belong to, where a tag names their language alone."""
    while tag and tag.kind == "Span":
        tag = tag.parent
    return tag
