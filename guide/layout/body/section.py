"""Sections set to the measure: the opening, joined to its first listing, and the listings."""

from collections.abc import Iterable, Sequence

from guide.layout.body.bilingual import BilingualSetter, Pair
from guide.layout.body.galley import Chunk, Column, Row, Strip, join_chunks, set_prose
from guide.layout.body.listing import FIRST_LINES, ListingSetter
from guide.layout.body.memory import opened_again, set_again
from guide.layout.body.subheads import Headed, headed, under_subhead
from guide.layout.compose.blocks import ListingBlock, ProseBlock, ReferenceBlock, SectionBlock
from guide.layout.compose.kept import KeptListings
from guide.layout.pages import ACCENT, Line
from guide.layout.type.fonts import CAP_HEIGHT
from guide.layout.type.inline import Anchor, Fragment, RichLine, fragments_of
from guide.layout.type.lines import ended_with_space
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import key
from guide.layout.type.style import HAIRLINE

BEGINNING = 3  # rows of a listing that has to be cut: its name, perhaps an alert, and an office
LONG_PAGE = (
    36  # lines: on a shorter page a listing's name, and how to reach it, may stand at the foot without prose
)
REFERENCES_ALONE = 3  # under a title where no listing is
REFERENCE = Anchor("")  # a reference row begins something, but nothing leads to it


def join_runs(galleys: Iterable[tuple[bool, Iterable[Strip]]]) -> list[list[Strip]]:
    """The strips of each run of sections, given whether each section flows on, and its strips."""
    runs: list[list[Strip]] = []
    for flows_on, strips in galleys:
        if runs and flows_on:
            runs[-1] += strips
        else:
            runs.append(list(strips))
    return runs


def set_section(
    section: SectionBlock, setter: Setter, kept: KeptListings[list[Strip]] | None = None
) -> list[Strip]:
    """The strips of a section; `kept`: its listings as they were set before."""
    strips: list[Strip] = []
    waiting = opened_again(kept, section, setter, lambda: _opening(section, setter))
    entries = SectionEntries(setter, kept)
    company = REFERENCES_ALONE  # rows that lead elsewhere, to keep a section's title company
    for each in headed(section.listings):
        new = entries.headed(each, section)
        if waiting:
            depth = setter.style.grid.depth
            if _height(waiting) + new[0].height > depth:  # on a small page the prose may follow on the next
                new = entries.headed(each, section, head_alone=True)
            new = _join_opening(waiting, new, depth)
            company -= 1
            waiting = new if isinstance(each.entry, ReferenceBlock) and company else []
        strips += [] if waiting else new
    return strips + waiting


class SectionEntries:
    """Sets what stands in a section: listings, and references to others."""

    def __init__(self, setter: Setter, kept: KeptListings[list[Strip]] | None = None) -> None:
        self.setter = setter
        self.kept = kept
        self.standard = BilingualSetter(setter) if setter.style.second else ListingSetter(setter)
        grid = setter.style.grid
        self.prose_lines = FIRST_LINES if grid.depth >= LONG_PAGE * setter.style.body.leading else 0

    def headed(
        self, each: Headed[ListingBlock], section: SectionBlock, head_alone: bool = False
    ) -> list[Strip]:
        """The strips of an entry, under its subheading where it is the first there."""
        strips = self.strips(each.entry, section, each.before, head_alone)
        return under_subhead(each, strips, self.setter)

    def strips(
        self,
        entry: ListingBlock | ReferenceBlock,
        section: SectionBlock,
        before: ListingBlock | ReferenceBlock | None,
        head_alone: bool = False,
    ) -> list[Strip]:
        """The strips of an entry; what stands before it decides how far below it begins.

        `head_alone`: no prose has to stay with the name and how to reach it.
        """
        first = before is None
        if isinstance(entry, ReferenceBlock):
            space = 0 if first or isinstance(before, ReferenceBlock) else 2 * self.setter.style.u
            return [self.reference(entry, section, not first, space)]
        lines, follows = 0 if head_alone else self.prose_lines, isinstance(before, ReferenceBlock)

        def anew() -> list[Strip]:
            strips = self.standard.strips(entry, section, first, lines)
            return [strips[0]._replace(space=0), *strips[1:]] if follows else strips

        return set_again(self.kept, entry, section, (first, lines, follows), self.setter, anew)

    def reference(self, entry: ReferenceBlock, section: SectionBlock, ruled: bool, space: float) -> Strip:
        """Hairline if `ruled`, 8, the number, the name and at its end the page, a line of each note, 8."""
        style, grid, u = self.setter.style, self.setter.style.grid, self.setter.style.u
        body = style.body
        see = fragments_of(entry.see)
        see_width = self.setter.line_width(see, body.size) + 1.5 * u if see else 0
        column = Column(self.setter, grid.number_column, grid.main)
        column.items += self.setter.place(
            [Fragment(entry.number, entry.number.text)], 0, body.baseline, body.size
        )
        for line in self.setter.lines(entry.name, body.size, grid.main - see_width, -see_width):
            column.line(ended_with_space(line), body)
        for note in entry.notes:
            column.add(note, body, runs_on=True)
        column.items += [RichLine(grid.live, body.baseline, tuple(see), body.size, 1)] * bool(see)
        top = [Row(u, (Line(0, 0, grid.live, 0, HAIRLINE),))] if ruled else []
        rows = (*top, column.row(), Row(u, ()))
        height = sum(row.height for row in rows)
        return Strip(height, rows, space, section, None, ((REFERENCE, 0),), ruled=ruled)


def _opening(section: SectionBlock, setter: Setter) -> list[Strip]:
    """Rule, key, title and introduction; the first strip keeps at least two lines of the introduction."""
    u = setter.style.u
    rows = [*title_rows(section, setter), Row(1.5 * u, ())]
    prose = join_chunks(
        opening_prose(section.introduction, section.second_introduction, setter), section, None
    )
    if prose:
        rows += prose[0].rows
    strips = [_strip(rows, section, 4 * u), *prose[1:]]
    last, space = strips[-1], 2 * u if prose else u / 2
    height = setter.style.up(last.height + space)
    strips[-1] = last._replace(height=height, rows=(*last.rows, Row(height - last.height, ())))
    return strips


def title_rows(section: SectionBlock, setter: Setter) -> list[Row]:
    """Rule, key and title."""
    style, u = setter.style, setter.style.u
    setter.mark = section.mark
    title = Column(setter, style.grid.number_column, style.grid.main)
    number, *heading = section.heading
    side = style.key_opening
    centre = style.h1.baseline - CAP_HEIGHT * style.h1.size / 2
    title.items += key(0, centre - side / 2, side, section.number, style, number.tag, section.icon)
    title.add(tuple(heading), style.h1)
    if section.second_heading:
        Pair(setter).add(title, (section.second_heading,), style.phone)
    rule = Row(1.5 * u, (Line(0, 0, style.grid.live, 0, style.stroke, ACCENT),))
    return [rule, title.row()]


def opening_prose(blocks: Sequence[ProseBlock], second: Sequence[ProseBlock], setter: Setter) -> list[Chunk]:
    """The prose under the title of a section, or of a part like one, in its language or in both."""
    grid = setter.style.grid
    if setter.style.second:
        return Pair(setter).prose(blocks, second, grid.number_column, grid.prose, grid.main)
    return set_prose(blocks, setter, grid.number_column, grid.prose)


def _strip(rows: Sequence[Row], section: SectionBlock, space: float) -> Strip:
    return Strip(sum(row.height for row in rows), tuple(rows), space, section, None, ((section.anchor, 0),))


def _height(strips: Sequence[Strip]) -> float:
    """The height of strips one below the other, at the top of a page."""
    return sum(strip.height + strip.space for strip in strips) - strips[0].space


def _beginning(head: Strip, depth: float) -> float:
    """The least height that a listing which has to be cut begins with: its name and an office, or some lines of one."""
    return depth / 20 + sum(
        row.height if row.height < 0.9 * depth else depth / 10 for row in head.rows[:BEGINNING]
    )


def _join_opening(opening: list[Strip], listing: list[Strip], depth: float) -> list[Strip]:
    """The opening and the first listing's head as one strip, unless then no page holds even the first of its offices."""
    head, *rest = listing
    height = _height(opening)
    if height + min(head.height, _beginning(head, depth)) > depth:
        return opening + listing
    rows: list[Row] = []
    for place, strip in enumerate(opening):
        rows += [Row(strip.space, ())] * bool(place and strip.space) + list(strip.rows)
    starts = opening[0].starts + tuple((anchor, y + height) for anchor, y in head.starts)
    joined = opening[0]._replace(
        height=height + head.height, rows=(*rows, *head.rows), listing=head.listing, starts=starts
    )
    return [joined, *rest]
