"""A listing set to the measure: name, alert, contact block, status line, prose, facts (look: the anatomy)."""

from collections.abc import Sequence

from guide.language.scripts import NBSP
from guide.layout.body.contact import ContactSetter, many_offices
from guide.layout.body.galley import Chunk, Column, Row, Strip, join_chunks, set_prose, stack
from guide.layout.body.office_table import OfficeTableSetter
from guide.layout.compose.blocks import FactBlock, ListingBlock, ProgramBlock, SectionBlock
from guide.layout.pages import Line
from guide.layout.type.inline import Fragment, Inline, OpenItem
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import alert_sign, status_mark
from guide.layout.type.style import HAIRLINE

FIRST_LINES = 2  # of the prose, that stay with the contact block
KEPT_LINES = 2  # of the prose, that stay with the facts under it
STATUS_INDENT = 14  # from the edge of the circle to the words
WHOLE_PROGRAM = 1 / 3  # of a page: a program that is no higher is never split
MOST_FACTS, FACT_LINES = 12, 4  # lines of facts that are never split; of more, so many on each side


class ListingSetter(ContactSetter):
    """Sets listings in one style; x counts from the left edge of the live width."""

    def __init__(self, setter: Setter) -> None:
        super().__init__(setter)
        self.divides_facts = self.grid.phones_beside

    def strips(
        self,
        block: ListingBlock,
        section: SectionBlock,
        after_opening: bool = False,
        prose_lines: int = FIRST_LINES,
    ) -> list[Strip]:
        """The strips of a listing; the first holds its name and its only office, or the first of several.

        Many offices stand at its end; then the first holds what of the whole there is, or else the first of them.
        """
        u = self.style.u
        self.setter.mark = block.mark
        chunks = self.prose_chunks(block)
        followed = bool(chunks or block.facts or block.second.facts)
        heads = self.heads(block, followed)
        if not after_opening:
            heads[0].insert(0, Row(u, (Line(0, 0, self.grid.live, 0, HAIRLINE),)))
        if not block.offices or many_offices(block) and not block.shared:
            prose_lines = FIRST_LINES  # or the name would stand alone
        taken = kept_chunks(chunks, prose_lines)
        heads[-1] += [row for chunk in chunks[:taken] for row in chunk.spaced_rows]
        first, *offices = heads
        start = _strip(first, 0 if after_opening else 2 * u, section, block)
        strips = [
            start._replace(starts=((block.anchor, 0.0),), ruled=not after_opening),
            *(_strip(rows, u, section, block)._replace(between=True) for rows in offices),
        ]
        prose = join_chunks(chunks[taken:], section, block)
        strips = self.with_facts(strips, prose, block, section, bool(chunks), block)
        if many_offices(block):
            below = self.below(block, section)
            if not (followed or block.shared):
                strips = [joined([strips[0], below.pop(0)._replace(space=0)])]
            strips += below
        for program in block.programs:
            strips += program_strips(self, program, block, section)
        in_company = block.offices or block.table or block.shared or followed
        # No name stands alone, with nothing under it.
        return strips if in_company or not block.programs else [joined(strips[:2]), *strips[2:]]

    def below(self, block: ListingBlock, section: SectionBlock) -> list[Strip]:
        """The strips of many offices: of a table, or of each row of them."""
        if block.table:
            return OfficeTableSetter(self.setter, self).strips(block.table, section, block)
        rows = (_strip([row], self.style.u, section, block) for row in self.offices(block))
        return [row._replace(between=True) for row in rows]

    def prose_chunks(self, block: ListingBlock | ProgramBlock) -> list[Chunk]:
        """What the listing does."""
        return set_prose(block.prose, self.setter, self.main_x, self.grid.prose)

    def heads(self, block: ListingBlock, followed: bool) -> list[list[Row]]:
        """Name, alert and the first office, then each other row of offices; the status under the last.

        `followed`: prose or facts stand below.
        """
        parts = [[row] for row in self.contact(block)] or [[]]
        above = [self.name(block)]
        if block.alert:
            above.append(self.alert(block, block.alert))
        parts[0] = [*above, *parts[0]]
        if not self.has_status_beside(block):
            parts[-1].append(self.status(block))
        elif followed:
            parts[-1].append(Row(self.style.u, ()))
        return parts

    def with_facts(
        self,
        head: list[Strip],
        prose: list[Strip],
        block: ListingBlock | ProgramBlock,
        section: SectionBlock,
        spaced: bool,
        listing: ListingBlock,
    ) -> list[Strip]:
        """All strips of a listing or of a program of it: its facts, unless they are long, are one with the lines above them.

        `spaced`: prose stands above them.
        """
        groups = self.fact_groups(block)
        strips = [*head, *prose]
        if not groups:
            return strips
        last = len(strips) - 1
        lines = self.style.body.leading * KEPT_LINES
        while last >= len(head) and sum(strip.height for strip in strips[last:]) < lines:
            last -= 1
        kept = joined(strips[last:], *[Row(self.style.u, ())] * spaced, groups[0])
        return [*strips[:last], kept, *(_strip([group], 0, section, listing) for group in groups[1:])]

    # --- name, alert, status

    def name(self, block: ListingBlock) -> Row:
        """The number hanging left of the name, 4 below; the box rounds up to the grid."""
        column = self.name_column(block)
        if self.has_status_beside(block):
            column.items += self.status_beside(block)
        return column.row(self.style.up(column.y + self.style.u / 2))

    def has_status_beside(self, block: ListingBlock) -> bool:
        """Whether the status stands on the name's line: on a wide page, with room between the two."""
        if not self.grid.phones_beside:
            return False
        _, *name = block.name
        width = sum(self.setter.width(inline.text, self.style.name.size, inline.bold) for inline in name)
        return width + 1.5 * self.style.u + self.status_width(block) <= self.grid.main

    def status_width(self, block: ListingBlock) -> float:
        """The width of the status with its circle."""
        return STATUS_INDENT * self.scale + self.setter.width(block.status.text, self.style.body.size)

    def status_beside(self, block: ListingBlock) -> list[OpenItem]:
        """The status at the right edge, on the baseline of the name."""
        x, y, body = self.grid.live - self.status_width(block), self.style.name.baseline, self.style.body
        words = [Fragment(block.status, block.status.text)]
        return [
            *status_mark(x, y, self.scale, block.checked),
            *self.setter.place(words, x + STATUS_INDENT * self.scale, y, body.size),
        ]

    @property
    def scale(self) -> float:
        """Of signs, that grow with the body."""
        return self.style.body.size / 12

    def name_column(self, block: ListingBlock) -> Column:
        """The number and the name, its note on one line where that is possible."""
        style = self.style.name
        column = Column(self.setter, self.main_x, self.grid.main)
        number, *name = block.name
        if len(name) > 1 and self.setter.width(name[-1].text, style.size) <= self.grid.main:
            name[-1] = name[-1]._replace(text=name[-1].text.replace(" ", NBSP))
        size = self.style.numerals or style.size
        column.items += self.setter.place([Fragment(number, number.text)], 0, style.baseline, size)
        column.add(tuple(name), style)
        return column

    def alert(self, block: ListingBlock, alert: Inline) -> Row:
        """The alert of a listing that has one, with its sign."""
        style = self.style.contents_section
        column = Column(self.setter, self.main_x, self.grid.main)
        column.items += alert_sign(self.main_x - 1.5 * self.style.u, style.baseline, self.scale)
        column.add((alert,), style)
        return column.row(self.style.up(column.y))

    def status(self, block: ListingBlock) -> Row:
        """The status line with 2 above and 6 below."""
        u, body, indent = self.style.u, self.style.body, STATUS_INDENT * self.scale
        column = Column(self.setter, self.main_x + indent, self.grid.main - indent)
        column.skip(u / 4)
        column.items += status_mark(self.main_x, column.y + body.baseline, self.scale, block.checked)
        column.add((block.status,), body)
        return column.row(column.y + 0.75 * u)

    # --- facts

    def fact_groups(self, block: ListingBlock | ProgramBlock) -> list[Row]:
        """The facts as one row, or where they are long as several that begin and end with enough lines."""
        most = MOST_FACTS * self.style.body.leading
        if self.divides_facts and len(block.facts) > 1:
            divided = self.divided_facts(block.facts)
            if divided.height <= most:
                return [divided]
        rows = self.fact_rows(block)
        if sum(row.height for row in rows) <= most:
            return [stack(rows)] if rows else []
        return grouped(rows, FACT_LINES * self.style.body.leading)

    def fact_rows(self, block: ListingBlock | ProgramBlock) -> list[Row]:
        """The facts one under the other."""
        return [self.fact(fact, self.main_x, self.grid.prose) for fact in block.facts]

    def divided_facts(self, facts: Sequence[FactBlock]) -> Row:
        """The facts in two columns, divided so that they are lowest; if several ways are, behind what one needs to know."""
        half = (self.grid.main - self.grid.gutter) / 2
        rows = [self.fact(fact, self.main_x, half) for fact in facts]
        needed = sum(fact.needed for fact in facts)

        def height(count: int) -> float:
            return max(sum(row.height for row in part) for part in (rows[:count], rows[count:]))

        count = min(range(1, len(rows)), key=lambda count: (height(count), abs(count - needed)))
        right = [item.moved(half + self.grid.gutter, 0) for item in stack(rows[count:]).items]
        return Row(height(count), (*stack(rows[:count]).items, *right))

    def fact(self, fact: FactBlock, x: float, measure: float) -> Row:
        """A fact run in: the label, 8, and the text, whose turnovers begin under the label."""
        u, body = self.style.u, self.style.body
        column = Column(self.setter, x, measure)
        behind = self.setter.width(fact.label.text.rstrip(" "), body.size, True) + u
        word = fact.text.text.split(" ", 1)[0]
        if behind + self.setter.width(word, body.size) > measure:  # nothing of it stands beside
            column.add((fact.label,), body)
            column.add((fact.text,), body)
            return column.row()
        label = Fragment(fact.label, fact.label.text)
        column.items += self.setter.place([label], x, body.baseline, body.size)
        lines = self.setter.lines((fact.text,), body.size, measure - behind, -behind)
        column.x += behind
        for place, line in enumerate(lines):
            column.line(line, body, -behind if place else 0)
        return column.row()


def program_strips(
    own: ListingSetter, program: ProgramBlock, block: ListingBlock, section: SectionBlock
) -> list[Strip]:
    """The strips of one of the programs of a listing; with its name stands how to reach it, or what it is."""
    style, chunks = own.style, own.prose_chunks(program)
    rows = [program_name(own, program)]
    if program.office:
        rows.append(stack(own.single_office(program.office)))
        rows += [Row(style.u / 2, ())] * bool(chunks or program.facts)
    taken = kept_chunks(chunks, FIRST_LINES)
    rows += [row for chunk in chunks[:taken] for row in chunk.spaced_rows]
    head = [_strip(rows, style.u, section, block)]
    prose = join_chunks(chunks[taken:], section, block)
    strips = own.with_facts(head, prose, program, section, bool(chunks), block)
    whole = joined(strips)
    return [whole] if whole.height <= WHOLE_PROGRAM * own.grid.depth else strips


def program_name(own: ListingSetter, program: ProgramBlock) -> Row:
    """The name of a program, in a size between those of its listing's and of the body."""
    style = own.style.name._replace(size=(own.style.name.size + own.style.body.size) / 2)
    column = Column(own.setter, own.main_x, own.grid.main)
    column.add(program.name, style)
    return column.row(own.style.up(column.y))._replace(anchor=program.anchor)


def kept_chunks(chunks: Sequence[Chunk], lines: int) -> int:
    """How many chunks of prose stay with what is above them: so many lines, and what those lead to."""
    taken, count = 0, 0
    while taken < len(chunks) and (count < lines or taken and chunks[taken - 1].leads):
        count += chunks[taken].lines
        taken += 1
    return taken


def joined(strips: Sequence[Strip], *more: Row) -> Strip:
    """Strips, and more rows, as one that is never split."""
    first, *others = strips
    below = (row for strip in others for row in (Row(strip.space, ()), *strip.rows))
    rows = (*first.rows, *below, *more)
    return first._replace(height=sum(row.height for row in rows), rows=rows)


def grouped(rows: Sequence[Row], least: float) -> list[Row]:
    """Rows, each whole, in groups of which the first and the last are so high at least."""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and sum(each.height for each in groups[0]) < least:
            groups[0].append(row)
        else:
            groups.append([row])
    while len(groups) > 1 and sum(row.height for row in groups[-1]) < least:
        groups[-2:] = [groups[-2] + groups[-1]]
    return list(map(stack, groups))


def _strip(rows: Sequence[Row], space: float, section: SectionBlock, listing: ListingBlock) -> Strip:
    return Strip(sum(row.height for row in rows), tuple(rows), space, section, listing)
