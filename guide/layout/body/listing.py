"""A listing set to the measure: name, alert, contact block, status line, prose, facts (look: the anatomy)."""

from collections.abc import Sequence

from guide.language.scripts import NBSP
from guide.layout.body.contact import ContactSetter
from guide.layout.body.galley import Chunk, Column, Row, Strip, join_chunks, set_prose
from guide.layout.compose.blocks import FactBlock, ListingBlock, SectionBlock
from guide.layout.pages import Line
from guide.layout.type.inline import Fragment, Inline
from guide.layout.type.shapes import alert_sign, status_mark
from guide.layout.type.style import HAIRLINE

FIRST_LINES = 3  # of the prose, that stay with the contact block


class ListingSetter(ContactSetter):
    """Sets listings in one style; x counts from the left edge of the live width."""

    def strips(
        self,
        block: ListingBlock,
        section: SectionBlock,
        after_opening: bool = False,
        prose_lines: int = FIRST_LINES,
    ) -> list[Strip]:
        """The strips of a listing; the first holds all that is never parted from the name."""
        u = self.style.u
        self.setter.mark = block.mark
        head = self.head_rows(block, ruled=not after_opening)
        chunks = self.prose_chunks(block)
        taken, lines = 0, 0
        while taken < len(chunks) and (lines < prose_lines or taken and chunks[taken - 1].leads):
            chunk = chunks[taken]
            head += [Row(chunk.space, ()), chunk.row] if chunk.space else [chunk.row]
            lines += chunk.lines
            taken += 1
        first = Strip(
            sum(row.height for row in head),
            tuple(head),
            0 if after_opening else 3 * u,
            section,
            block,
            ((block.anchor, 0),),
        )
        return [first, *join_chunks(chunks[taken:], section, block)]

    def prose_chunks(self, block: ListingBlock) -> list[Chunk]:
        """Prose and facts."""
        chunks = set_prose(block.prose, self.setter, self.main_x, self.grid.prose)
        return chunks + self.facts(block.facts, spaced=bool(chunks))

    def head_rows(self, block: ListingBlock, ruled: bool) -> list[Row]:
        """Hairline, name, alert, contact block and status line."""
        u = self.style.u
        rows = [Row(u, (Line(0, 0, self.grid.live, 0, HAIRLINE),))] if ruled else []
        rows.append(self.name(block))
        if block.alert:
            rows.append(self.alert(block, block.alert))
        rows += self.contact(block)
        rows.append(self.status(block))
        return rows

    # --- name, alert, status

    def name(self, block: ListingBlock) -> Row:
        """The number hanging left of the name; the box rounds up to the grid."""
        column = self.name_column(block)
        return column.row(self.style.up(column.y + self.style.u / 2))

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
        scale = self.style.body.size / 12
        column.items += alert_sign(self.main_x - 1.5 * self.style.u, style.baseline, scale)
        column.add((alert,), style)
        return column.row(self.style.up(column.y))

    def status(self, block: ListingBlock) -> Row:
        """The status line with 2 above and 6 below."""
        u, body = self.style.u, self.style.body
        scale = body.size / 12
        column = Column(self.setter, self.main_x + 14 * scale, self.grid.main - 14 * scale)
        column.skip(u / 4)
        column.items += status_mark(self.main_x, column.y + body.baseline, scale, block.checked)
        column.add((block.status,), body)
        return column.row(column.y + 0.75 * u)

    # --- facts

    def facts(self, facts: Sequence[FactBlock], spaced: bool) -> list[Chunk]:
        """Rows of label and text, none of them split, the first two together."""
        u, body = self.style.u, self.style.body
        column_x = self.style.facts_column
        measure = self.grid.prose - column_x
        run_in = measure < 30 * 0.455 * body.size
        chunks = []
        for place, fact in enumerate(facts):
            column = Column(self.setter, self.main_x, self.grid.prose)
            if run_in:
                column.add((fact.label, fact.text), body)
            else:
                column.items += self.setter.place(
                    [Fragment(fact.label, fact.label.text)], self.main_x, body.baseline, body.size
                )
                column.x, column.measure = self.main_x + column_x, measure
                column.add((fact.text,), body)
            space = u if place == 0 and spaced else 0
            leads = place == 0 and len(facts) > 1 or place == len(facts) - 2 and len(facts) > 2
            chunks.append(Chunk(column.row(), space, int(column.y / body.leading), leads=leads))
        return chunks
