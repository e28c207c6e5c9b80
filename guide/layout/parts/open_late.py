"""Open late and at weekends: lists of who is open when others are closed (look, 19)."""

from guide.language.short_hours import days_spelled
from guide.language.words import Words
from guide.layout.body.galley import Column, Row
from guide.layout.compose.offices import call_link
from guide.layout.pages import Line
from guide.layout.parts.list_pages import ListPages
from guide.layout.parts.open_rows import LateRow, named
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import HAIRLINE

OPEN_LATE = Anchor("open-late")
HOURS = 8  # em from a phone's beginning to the hours'
LEAST_HOURS = 7  # em of the hours beside a phone; with less they stand under it


class OpenLate(ListPages[LateRow]):
    """Sets the lists."""

    def __init__(self, setter: Setter, words: Words, root: Tag) -> None:
        helps = [each.open_late_help for each in words.versions]
        super().__init__(setter, words, root, words.open_late, helps)

    def row(self, row: LateRow, parent: Tag) -> Row:
        """Hairline; name and page, a link; phone, a link of its own, and hours."""
        space = 3 * self.style.u / 8
        item = Tag("LBody", Tag("LI", parent))
        tag = Tag("Link", Tag("Reference", item))
        column = Column(self.setter, 0, self.width - self.page_room)
        column.items.append(Line(0, 0, self.width, 0, HAIRLINE))
        column.skip(space)
        column.add(named(row, tag, True), self.style.body)
        column.measure = self.width
        self.add_page(column, row.name, row.anchor, tag, self.width)
        self.add_hours(column, row, item)
        column.skip(space)
        return column.row()

    def phone(self, row: LateRow, tag: Tag) -> Inline:
        """The number, a link, or that there is none."""
        if row.phone is None:
            return Inline(self.words.no_phone + " ", tag)
        return Inline(
            row.phone.printed + " ", Tag("Link", tag), link=call_link(row.phone, row.name, self.words)
        )

    def add_hours(self, column: Column, row: LateRow, tag: Tag) -> None:
        """Set the phone, and the hours beside it, or under it where there is no room."""
        body, top, phone = self.style.body, column.y, self.phone(row, Tag("P", tag))
        column.add((phone,), body)
        tag = Tag("P", tag, spells=days_spelled(self.words.versions[0].hours))
        x, end = HOURS * body.size, self.setter.width(phone.text.rstrip(), body.size) + self.style.u
        beside = end <= x and self.width - x >= LEAST_HOURS * body.size
        hours = Column(self.setter, x if beside else 0, self.width - (x if beside else 0))
        hours.y = top if beside else column.y
        for place, lines in enumerate(row.hours):
            for line in lines:
                if place:
                    self.add_second(hours, line + " ", tag)
                else:
                    hours.add((Inline(line + " ", tag),), body)
        column.items += hours.items
        column.y = max(column.y, hours.y)
