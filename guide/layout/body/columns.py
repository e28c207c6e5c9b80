"""Sections set for two columns: openings across both, listings in the measure of one (look: the two-column page).

x counts from the left edge of the column that a strip stands in, and of an opening from the left edge of the live width.
"""

from collections.abc import Sequence
from dataclasses import replace

from guide.layout.body.galley import Row, Strip, join_chunks, set_prose
from guide.layout.body.listing import ListingSetter
from guide.layout.body.memory import opened_again, set_again
from guide.layout.body.section import SectionEntries, title_rows
from guide.layout.body.subheads import headed, under_subhead
from guide.layout.compose.blocks import (
    ListingBlock,
    ProseBlock,
    ReferenceBlock,
    SectionBlock,
)
from guide.layout.compose.kept import KeptListings
from guide.layout.type.inline import Anchor
from guide.layout.type.setter import Setter
from guide.layout.type.style import COLUMN_NAME, Style, with_grid

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


def set_columns(
    section: SectionBlock, setter: Setter, kept: KeptListings[list[Strip]] | None = None
) -> list[Strip]:
    """The strips of a section: its opening stands across both columns, every other in one.

    `kept`: its listings as they were set before.
    """
    own = setter.in_style(column_style(setter.style))

    def opening() -> list[Strip]:
        return open_across(title_rows(section, setter), section.introduction, setter, section, section.anchor)

    strips = opened_again(kept, section, setter, opening)
    entries = ColumnEntries(own, kept)
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
        own = setter.in_style(column_style(setter.style))
        own.mark = setter.mark
        x = own.style.grid.number_column
        opening = [*rows, Row(1.5 * u, ())]
        more = join_chunks(set_prose(blocks, own, x, own.style.grid.main), section, None)
    height = sum(row.height for row in opening)
    opening.append(Row(setter.style.up(height) - height, ()))
    opened = sum(row.height for row in opening)
    return [Strip(opened, tuple(opening), 4 * u, section, None, ((anchor, 0.0),)), *more]


class ColumnEntries:
    """Sets what stands in the columns of a section: listings, and references to others."""

    def __init__(self, setter: Setter, kept: KeptListings[list[Strip]] | None = None) -> None:
        self.setter = setter
        self.kept = kept
        self.listings = ListingSetter(setter)
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

        def anew() -> list[Strip]:
            first, *others = self.listings.strips(entry, section, before is None, prose_lines=0)
            return [first._replace(space=space), *others]

        return set_again(self.kept, entry, section, (before is None, space), self.setter, anew)
