"""Who is open when: a table of the week, a row for each listing that gives its hours (look: open now)."""

from collections.abc import Sequence

from guide.language.words import Words
from guide.layout.body.bilingual import Pair, add_title
from guide.layout.body.galley import Column, Row, shifted
from guide.layout.pages import Line, Tag
from guide.layout.parts.base import Items
from guide.layout.parts.open_columns import CLEAR, LEAST_CLEAR, WHOLE_DAY, OpenColumns
from guide.layout.parts.open_rows import OpenRow
from guide.layout.type.inline import FOLIO, Anchor, Fragment, Inline, Link, RichLine, RowArea
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import alert_sign
from guide.layout.type.style import HAIRLINE

OPEN_NOW = Anchor("open-now")
LEAST_WIDTH = 470  # points, of a page that has room for the table
MOST_NAME = 8  # lines of a name with its phone beside the days; a longer one stands over them


class OpenNow(OpenColumns):
    """Sets the table on as many pages as it needs; x from the left edge, y from the top of the frame."""

    def __init__(self, setter: Setter, words: Words, root: Tag) -> None:
        super().__init__(setter, words, root)
        self.table = Tag("Table", self.root)

    def pages(self, rows: Sequence[OpenRow]) -> list[Items]:
        """The pages of the table."""
        self.measure(rows)
        top = self.opening()
        items, y = list(top.items), top.height
        head = self.head(Tag("TR", self.table))
        items += shifted(head, y)
        y += head.height
        pages = []
        for row in rows:
            built = self.row(row)
            if y + built.height > self.grid.depth and y > head.height:
                pages.append(self.closed_off(items, y))
                head = self.head(None)
                items, y = list(head.items), head.height
            items += shifted(built, y)
            y += built.height
        return [*pages, self.closed_off(items, y)]

    def closed_off(self, items: Items, y: float) -> Items:
        """The items with a hairline under the last row."""
        return [*items, Line(0, y, self.grid.live, y, HAIRLINE)]

    def opening(self) -> Row:
        column = Column(self.setter, 0, self.grid.live)
        add_title(column, self.words.open_now, Tag("H2", self.root))
        column.skip(self.style.u)
        column.measure = self.grid.prose
        first, *others = self.versions
        column.add((Inline(first.open_now_help, Tag("P", self.root)),), self.style.body)
        for words in others:
            self.add_second(column, words.open_now_help, Tag("P", self.root))
        column.skip(2 * self.style.u)
        return column.row()

    def head(self, row_tag: Tag | None) -> Row:
        """The names of the days, in two languages one above the other; repeated on each page, there as an artifact."""

        def cell() -> Tag | None:
            return row_tag and Tag("TH", row_tag, attributes=(("Table", "Scope", "Column"),))

        items: Items = []
        height: float = 0
        if row_tag:
            items += self.text(" ", 0, cell())  # over the numbers and names, which need no head
        names = [self.day_names(words) for words in self.versions]
        for day in range(7):
            column = Column(self.setter, self.day_x(day), self.day)
            tag = cell()
            column.add((Inline(names[0][day] + " ", tag, True),), self.style.body)
            for other in names[1:]:
                column.add((self.second(other[day] + " ", tag),), self.style.body)
            items += column.items
            height = max(height, column.y)
        small, tag = self.style.small, cell()
        for place, words in enumerate(self.versions):
            own = tag and Tag("Span", tag, language=words.language) if place else tag
            x = self.grid.live - self.setter.width(words.page_column, small.size)
            line = self.text(words.page_column, x, own, size=small.size)
            items += [item.moved(0, place * self.style.body.leading) for item in line]
        return Row(height + self.style.u / 2, tuple(items))

    def second(self, text: str, tag: Tag | None) -> Inline:
        """A text of the second language."""
        language = self.style.second.language if self.style.second else ""
        return Inline(text, tag and Tag("Span", tag, language=language), apart=True)

    def add_second(self, column: Column, text: str, tag: Tag) -> None:
        """Set a text of the second language under what a column holds, from its own side."""
        Pair(self.setter).add(column, (self.second(text, tag),), self.style.body)

    def text(self, text: str, x: float, tag: Tag | None, bold: bool = False, size: float = 0) -> Items:
        body = self.style.body
        return self.setter.place(
            [Fragment(Inline(text, tag, bold), text)], x, body.baseline, size or body.size
        )

    def row(self, row: OpenRow) -> Row:
        """Hairline, number and name, the times of each day, the page."""
        u, body = self.style.u, self.style.body
        tag = Tag("TR", self.table)
        heading = Tag("TH", tag, attributes=(("Table", "Scope", "Row"),))
        name, top = self.name(row, heading)
        items, height = list(name.items), name.y
        across = self.across(row)
        if row.notes and not across:
            notes = Column(self.setter, self.number, self.grid.live - self.number - self.page_width)
            notes.add((Inline(row.notes[0] + " ", heading),), body)
            for text in row.notes[1:]:
                self.add_second(notes, text + " ", heading)
        days, days_height = self.days_across(row, across, tag) if across else self.days(row, tag)
        days, days_height = shifted(Row(0, tuple(days)), top), days_height + top
        items += days
        height = max(height, days_height)
        if row.notes and not across:
            at = next(place for place, item in enumerate(items) if item in days) if days else len(items)
            items[at:at] = shifted(notes.row(), height)
            height += notes.y
        items += self.page(row, tag)
        return Row(height + u / 2, (Line(0, 0, self.grid.live, 0, HAIRLINE), *items))

    def name(self, row: OpenRow, heading: Tag) -> tuple[Column, float]:
        """(number, name and phone as a Column, where the days begin): beside the days, or over them where it is long."""
        broken = len(self.setter.broken)
        if not self.over:
            name = self.named(row, heading, self.name_width)
            if name.y <= MOST_NAME * self.style.body.leading:
                return name, 0
        del self.setter.broken[
            broken:
        ]  # what was cut stands whole on the longer lines, or is found there again
        name = self.named(row, heading, self.grid.live - self.number - self.page_width)
        return name, name.y - self.style.u / 2

    def named(self, row: OpenRow, heading: Tag, measure: float) -> Column:
        body, label = self.style.body, f"{row.number} "
        name = Column(self.setter, self.number, measure)
        name.skip(self.style.u / 2)
        name.items += self.setter.place(
            [Fragment(Inline(label, heading, True), label)], 0, name.y + body.baseline, body.size
        )
        name.add((Inline(row.name + " ", heading, True),), body)
        name.add((Inline(row.phone + " ", heading),), body)
        return name

    def days(self, row: OpenRow, tag: Tag) -> tuple[Items, float]:
        """(items, height): opening over closing for each day, a second span 8 below, where to look in an irregular one; an empty cell is closed."""
        items: Items = []
        height: float = 0
        for day, spans in enumerate(row.week):
            cell = Column(self.setter, self.day_x(day), self.day)
            cell.skip(self.style.u / 2)
            content = Tag("TD", tag)
            for place, span in enumerate(spans):
                cell.skip(self.style.u if place else 0)
                if span == WHOLE_DAY:
                    self.add_words(cell, "all_day", content)
                    continue
                for text in self.span_words(span):
                    cell.add((Inline(text + " ", content),), self.times)
            if day in row.irregular:
                self.add_words(cell, "see_below", content)
            elif not spans:
                cell.items += self.text(" ", cell.x, content)
            items += cell.items
            height = max(height, cell.y)
        return items, height

    def add_words(self, cell: Column, field: str, content: Tag) -> None:
        """Set a few words in a cell, in each language; they may turn over."""
        cell.measure = self.day - LEAST_CLEAR
        first, *others = (getattr(words, field) + " " for words in self.versions)
        cell.add((Inline(first, content),), self.phrases)
        for text in others:
            cell.add((self.second(text, content),), self.phrases)
        cell.measure = self.day

    def across(self, row: OpenRow) -> tuple[str, ...]:
        """What stands across the days instead of times, in each language: that it is closed, or hours of no usual week."""
        return (row.closed,) if row.closed else row.notes if not any(row.week) else ()

    def days_across(self, row: OpenRow, texts: Sequence[str], tag: Tag) -> tuple[Items, float]:
        """(items, height): words across the days, behind the alert sign where it is closed."""
        u, body = self.style.u, self.style.body
        indent = 2.5 * u if row.closed else 0
        cell = Column(self.setter, self.day_x(0) + indent, 7 * self.day - indent - CLEAR)
        cell.skip(u / 2)
        content = Tag("TD", tag, attributes=(("Table", "ColSpan", 7),))
        sign: Items = (
            [*alert_sign(self.day_x(0) + u, cell.y + body.baseline, body.size / 12)] if row.closed else []
        )
        cell.add((Inline(texts[0], content, bool(row.closed)),), body)
        for text in texts[1:]:
            cell.add((self.second(text, content),), body)
        return sign + cell.items, cell.y

    def page(self, row: OpenRow, tag: Tag) -> Items:
        """The page of the listing, a link."""
        u, body = self.style.u, self.style.body
        link_tag = Tag("Link", Tag("TD", tag))
        inline = Inline("", link_tag, True, Link(row.anchor, row.name, area=False), page_of=row.anchor)
        description = self.words.go_to.format(name=row.name, folio=FOLIO)
        return [
            RichLine(self.grid.live, u / 2 + body.baseline, (Fragment(inline, ""),), body.size, 1),
            RowArea(
                link_tag,
                self.grid.live - self.page_width,
                0,
                self.page_width,
                body.leading + u,
                row.anchor,
                description,
            ),
        ]
