"""A listing in compact form: what it is reads down the left, how to reach it down the right (look: `compact`)."""

from dataclasses import replace

from guide.formats import TextStyle
from guide.language.scripts import NBSP
from guide.layout.body.galley import Column, Row, Strip, set_prose, stack
from guide.layout.body.listing import ListingSetter
from guide.layout.compose.blocks import ListingBlock, SectionBlock
from guide.layout.pages import ACCENT, Box, Line
from guide.layout.type.inline import Fragment
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import status_mark
from guide.layout.type.style import HAIRLINE

NAME, PHONE = TextStyle(15, 20), TextStyle(15, 24)
LETTER_MAIN, LETTER_LEFT = 444, 264  # the main column on Letter, and what stands left in it
LEFT_SHARE = 0.54  # of what a narrower main column lacks, taken from the left


class CompactSetter(ListingSetter):
    """Sets listings with prose beside contact."""

    def __init__(self, setter: Setter) -> None:
        super().__init__(setter)
        self.style = replace(setter.style, name=NAME, phone=PHONE)
        self.left_width = round(LETTER_LEFT - LEFT_SHARE * (LETTER_MAIN - self.grid.main))
        self.right_width = int(self.grid.main - self.left_width - self.grid.gutter)
        self.right_x = self.main_x + self.left_width + self.grid.gutter

    def strip(self, block: ListingBlock, section: SectionBlock, after_opening: bool = False) -> Strip | None:
        """The listing as one strip that is never split; None where its standard form has to stand."""
        if len(block.offices) > 1 or block.shared:
            return None
        u = self.style.u
        self.setter.mark = block.mark
        left, right = self.left(block), self.right(block)
        top = [] if after_opening else [Row(u, (Line(0, 0, self.grid.live, 0, HAIRLINE),))]
        row = Row(self.style.up(max(left.height, right.height)), (*left.items, *right.items))
        rows = (*top, row)
        space = 0 if after_opening else 2 * u
        return Strip(sum(each.height for each in rows), rows, space, section, block, ((block.anchor, 0),))

    def left(self, block: ListingBlock) -> Row:
        """Number, name, alert, prose and facts."""
        u, body = self.style.u, self.style.body
        column = Column(self.setter, self.main_x, self.left_width)
        number, *name = block.name
        if len(name) > 1 and self.setter.width(name[-1].text, NAME.size) <= self.left_width:
            name[-1] = name[-1]._replace(text=name[-1].text.replace(" ", NBSP))
        column.items += self.setter.place([Fragment(number, number.text)], 0, NAME.baseline, NAME.size)
        column.add(tuple(name), NAME)
        column.y = self.style.up(column.y + u / 2)
        if block.alert:
            column.add((block.alert,), body)
        rows = [column.row()]
        for chunk in set_prose(block.prose, self.setter, self.main_x, self.left_width):
            rows += [Row(chunk.space, ()), chunk.row]
        if block.facts:
            facts = Column(self.setter, self.main_x, self.left_width)
            facts.skip(u if block.prose else 0)
            for fact in block.facts:
                facts.add((fact.label, fact.text), body)
            rows.append(facts.row())
        return stack(rows)

    def right(self, block: ListingBlock) -> Row:
        """Numbers, address, web, hours behind their bar, and the status below."""
        u, body, office = self.style.u, self.style.body, block.offices[0]
        column = Column(self.setter, self.right_x, self.right_width)
        large = bool(office.numbers) and office.numbers[0].large
        if large:
            column.y = NAME.baseline - PHONE.baseline
        self.add_reach(column, office._replace(web=()))
        column.y = self.style.up(column.y) if large else column.y
        self.add_address(column, office)
        self.add_reach(column, office._replace(numbers=()))
        self.add_hours(column, office, bool(office.address or office.numbers or office.web))
        width: float = self.style.stroke if office.reachable else 1
        bar = Box(self.right_x - 1.5 * u - width / 2, 0, width, column.y, ACCENT)
        column.skip(u / 4)
        column.items += status_mark(self.right_x, column.y + body.baseline, body.size / 12, block.checked)
        status = Column(self.setter, self.right_x + 14, self.right_width - 14)
        status.add((block.short_status,), body)
        items = [bar, *column.items, *(item.moved(0, column.y) for item in status.items)]
        return Row(column.y + status.y, tuple(items))
