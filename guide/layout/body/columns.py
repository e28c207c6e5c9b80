"""Sections set for two columns: openings across both, listings in the measure of one (look: the two-column page).

x counts from the left edge of the column that a strip stands in, and of an opening from the left edge of the live width.
"""

from collections.abc import Sequence
from dataclasses import replace

from guide.layout.body.galley import (
    Column,
    Row,
    Strip,
    join_chunks,
    set_prose,
    stack,
)
from guide.layout.body.listing import ListingSetter
from guide.layout.body.section import SectionEntries, title_rows
from guide.layout.body.subheads import headed, under_subhead
from guide.layout.compose.blocks import (
    FactBlock,
    ListingBlock,
    OfficeBlock,
    ProseBlock,
    ReferenceBlock,
    SectionBlock,
)
from guide.layout.pages import Box, Line
from guide.layout.type.inline import Anchor, Fragment
from guide.layout.type.setter import Setter
from guide.layout.type.style import COLUMN_NAME, HAIRLINE, Style, with_grid

KEPT_LINES = 2  # of the prose, that stay with the facts under it
MOST_FACTS, FACT_LINES = 12, 4  # lines of facts that are never split; of more, so many on each side
MOST_OPENING = 0.5  # of the depth: a longer introduction runs on in the columns


def column_style(style: Style) -> Style:
    """The style of listings in one of two columns: a grid as wide as the column, and nothing is rounded up."""
    grid = style.grid
    name = style.name._replace(size=style.name.size * COLUMN_NAME)
    measure = style.column - style.numbers
    own = with_grid(
        style,
        width=grid.inner + style.column + grid.outer,
        number_column=style.numbers,
        prose=measure,
        offices=1,
        phones_beside=False,
    )
    return replace(own, name=name, phone=name, step=style.u / 2)


def column_setter(setter: Setter) -> Setter:
    """A setter for what stands in a column; words that it has to cut are told with the page's."""
    own = Setter(column_style(setter.style), len(setter.folio_reserve))
    own.broken = setter.broken
    return own


def set_columns(section: SectionBlock, setter: Setter) -> list[Strip]:
    """The strips of a section: its opening stands across both columns, every other in one."""
    own = column_setter(setter)
    strips = open_across(title_rows(section, setter), section.introduction, setter, section, section.anchor)
    entries = ColumnEntries(own)
    for each in headed(section.listings):
        strips += under_subhead(each, entries.strips(each.entry, section, each.before), own)
    return strips


def open_across(
    rows: Sequence[Row],
    blocks: Sequence[ProseBlock],
    setter: Setter,
    section: SectionBlock | None,
    anchor: Anchor,
) -> list[Strip]:
    """A title with its prose across both columns; prose of more than half a page runs on in the columns."""
    u, grid = setter.style.u, setter.style.grid
    chunks = set_prose(blocks, setter, grid.number_column, grid.main)
    prose = [row for chunk in chunks for row in (Row(chunk.space, ()), chunk.row)]
    opening = [*rows, Row(1.5 * u, ()), *prose, Row(2 * u if prose else u / 2, ())]
    more: list[Strip] = []
    if sum(row.height for row in opening) > MOST_OPENING * grid.depth:
        own = column_setter(setter)
        own.mark = setter.mark
        x = own.style.grid.number_column
        opening = [*rows, Row(1.5 * u, ())]
        more = join_chunks(set_prose(blocks, own, x, own.style.grid.main), section, None)
    height = sum(row.height for row in opening)
    opening.append(Row(setter.style.up(height) - height, ()))
    return [_strip(opening, 4 * u, section, None, ((anchor, 0.0),)), *more]


class ColumnEntries:
    """Sets what stands in the columns of a section: listings, and references to others."""

    def __init__(self, setter: Setter) -> None:
        self.setter = setter
        self.listings = ColumnSetter(setter)
        self.references = SectionEntries(setter)

    def strips(
        self,
        entry: ListingBlock | ReferenceBlock,
        section: SectionBlock,
        before: ListingBlock | ReferenceBlock | None,
    ) -> list[Strip]:
        """The strips of an entry; what stands before it decides how far below it begins."""
        spaced = isinstance(before, ListingBlock)  # a reference has its space below already
        space = 2 * self.setter.style.u if spaced else 0
        if isinstance(entry, ReferenceBlock):
            alone = replace(entry, name=entry.name[:1])  # what it is has no room
            return [self.references.reference(alone, section, before is not None, space)]
        first, *others = self.listings.strips(entry, section, before is None)
        return [first._replace(space=space), *others]


class ColumnSetter(ListingSetter):
    """Sets listings in the measure of a column, one thing under the other."""

    def strips(
        self, block: ListingBlock, section: SectionBlock, after_opening: bool = False, prose_lines: int = 0
    ) -> list[Strip]:
        """The strips of a listing; the first holds its name and its only office, or the first of several."""
        self.setter.mark = block.mark
        first, *offices = self.heads(block)
        top = [] if after_opening else [Row(self.style.u, (Line(0, 0, self.grid.live, 0, HAIRLINE),))]
        starts = ((block.anchor, 0.0),)
        strips = [
            _strip([*top, *first], 0, section, block, starts)._replace(ruled=not after_opening),
            *(_strip(rows, self.style.u, section, block)._replace(between=True) for rows in offices),
        ]
        prose = join_chunks(set_prose(block.prose, self.setter, self.main_x, self.grid.prose), section, block)
        return self.with_facts(strips, prose, block, section)

    def heads(self, block: ListingBlock) -> list[list[Row]]:
        """Name, alert and the first office, then each other office; the status under the last."""
        parts = [[row] for row in self.contact(block)[::2]]  # between them are spaces
        above = [self.name(block)]
        if block.alert:
            above.append(self.alert(block, block.alert))
        parts[0] = [*above, *parts[0]]
        parts[-1].append(self.status(block))
        return parts

    def with_facts(
        self, head: list[Strip], prose: list[Strip], block: ListingBlock, section: SectionBlock
    ) -> list[Strip]:
        """All strips of a listing: its facts, unless they are long, are one with the lines above them."""
        groups = self.fact_groups(block.facts)
        strips = [*head, *prose]
        if not groups:
            return strips
        first = [Row(self.style.u, ()), groups[0]] if prose else [groups[0]]
        last = len(strips) - 1
        lines = self.style.body.leading * KEPT_LINES
        while last > len(head) and sum(strip.height for strip in strips[last:]) < lines:
            last -= 1
        rows = [row for strip in strips[last:] for row in (Row(strip.space, ()), *strip.rows)][1:]
        joined = [*rows, *first]
        kept = strips[last]._replace(height=sum(row.height for row in joined), rows=tuple(joined))
        return [*strips[:last], kept, *(_strip([group], 0, section, block) for group in groups[1:])]

    def fact_groups(self, facts: Sequence[FactBlock]) -> list[Row]:
        """The facts as one row, or where they are long as several that begin and end with enough lines."""
        rows, leading = [self.fact(fact) for fact in facts], self.style.body.leading
        if sum(row.height for row in rows) <= MOST_FACTS * leading:
            return [stack(rows)] if rows else []
        least, groups = FACT_LINES * leading, list[list[Row]]()
        for row in rows:
            if groups and sum(each.height for each in groups[0]) < least:
                groups[0].append(row)
            else:
                groups.append([row])
        while len(groups) > 1 and sum(row.height for row in groups[-1]) < least:
            groups[-2:] = [groups[-2] + groups[-1]]
        return list(map(stack, groups))

    def fact(self, fact: FactBlock) -> Row:
        """A fact run in: the label, 8, and the text, whose turnovers begin under the label."""
        u, body = self.style.u, self.style.body
        column = Column(self.setter, self.main_x, self.grid.prose)
        behind = self.setter.width(fact.label.text.rstrip(" "), body.size, True) + u
        word = fact.text.text.split(" ", 1)[0]
        if behind + self.setter.width(word, body.size) > self.grid.prose:  # nothing of it stands beside
            column.add((fact.label,), body)
            column.add((fact.text,), body)
            return column.row()
        label = Fragment(fact.label, fact.label.text)
        column.items += self.setter.place([label], self.main_x, body.baseline, body.size)
        lines = self.setter.lines((fact.text,), body.size, self.grid.prose - behind, -behind)
        column.x += behind
        for place, line in enumerate(lines):
            column.line(line, body, -behind if place else 0)
        return column.row()

    # --- name and contact

    def name(self, block: ListingBlock) -> Row:
        """The number hanging left of the name, with 4 below."""
        column = self.name_column(block)
        return column.row(column.y + self.style.u / 2)

    def status(self, block: ListingBlock) -> Row:
        """The status in few words: what to do about it stands at the beginning of the guide."""
        return super().status(replace(block, status=block.short_status))

    def several(self, offices: Sequence[OfficeBlock]) -> list[Row]:
        """Offices one under the other."""
        return [row for office in offices for row in self.chunked(office)]

    def single(self, office: OfficeBlock) -> Row:
        """Everything of one office: label, numbers, e-mail and web, then where it is, then when."""
        u = self.style.u
        labels = tuple(line for line in office.address if line.bold)
        where = tuple(line for line in office.address if not line.bold)
        column = Column(self.setter, self.main_x, self.grid.main)
        self.add_address(column, office._replace(address=labels))
        self.add_reach(column, office)
        column.skip(u / 2 if where and (office.numbers or office.web) else 0)
        self.add_address(column, office._replace(address=where))
        if office.hours and column.y:
            column.skip(u / 2 if where else u)
        self.add_hours(column, office, False)
        return self.barred(column, column.y, office.reachable)

    def bar(self, x: float, height: float, reachable: bool = True) -> Box:
        """The accent bar, from 1 below the block's top to 1 above its end."""
        return super().bar(x, height - 2, reachable).moved(0, 1)


def _strip(
    rows: Sequence[Row],
    space: float,
    section: SectionBlock | None,
    listing: ListingBlock | None,
    starts: tuple[tuple[Anchor, float], ...] = (),
) -> Strip:
    return Strip(sum(row.height for row in rows), tuple(rows), space, section, listing, starts)
