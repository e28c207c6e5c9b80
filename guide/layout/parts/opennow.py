"""Who is open when: a table of the week, a row for each office that gives its hours (look, 19)."""

from collections.abc import Sequence

from guide.formats import TextStyle
from guide.language.scripts import NBSP
from guide.language.short_hours import short_span, spoken_span
from guide.language.words import Words
from guide.layout.body.bilingual import Pair, add_title
from guide.layout.body.galley import Column, Row, shifted, stack
from guide.layout.compose.links import page_tag
from guide.layout.pages import Line
from guide.layout.parts.base import Items
from guide.layout.parts.open_cells import Cell, Span
from guide.layout.parts.open_columns import CLEAR, DASH, GAP, LEAST_CLEAR, OpenColumns
from guide.layout.parts.open_heard import heard_cell, tags_in_each
from guide.layout.parts.open_rows import OpenRow, named
from guide.layout.tags import SUMMARY, Tag
from guide.layout.type.inline import FOLIO, Anchor, Fragment, Inline, Link, RowArea
from guide.layout.type.joined import inside
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import alert_sign, key, key_width
from guide.layout.type.style import HAIRLINE
from guide.model.hours import WHOLE_DAY

OPEN_NOW = Anchor("open-now")
LEAST_WIDTH = 470  # points, of a page that has room for the table
MOST_NAME = 8  # lines of a name beside the days; a longer one stands over them
KEY = 16  # side of a section's key
RULE_FROM, RULE_TO, LEAST_RULE = (
    6,
    8,
    12,
)  # of the rule that leads through days: clear before and behind it, its length


class OpenNow(OpenColumns):
    """Sets the table on as many pages as it needs; x from the left edge, y from the top of the frame."""

    def __init__(
        self, setter: Setter, words: Words, root: Tag, titles: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__(setter, words, root)
        self.titles = titles  # of the sections, each with its language where it is not the guide's
        self.table = Tag(
            "Table", self.root, attributes=(("Table", SUMMARY, words.versions[0].open_now_table),)
        )

    def pages(self, rows: Sequence[OpenRow]) -> list[Items]:
        """The pages of the table."""
        self.measure(rows)
        top, holidays = self.opening(), self.holidays(rows)
        items, y = list(top.items), top.height
        head = self.head(Tag("TR", self.table))
        items += shifted(head, y)
        y += head.height
        pages, section = [], 0
        for row in rows:
            opens = self.titles and row.section != section
            built = stack([*([self.section(row.section)] if opens else []), self.row(row)])
            section = row.section
            below = holidays.height if row is rows[-1] else 0
            if y + built.height + below > self.grid.depth and y > head.height:
                pages.append(self.closed_off(items, y))
                head = self.head(None)
                items, y = list(head.items), head.height
            items += shifted(built, y)
            y += built.height
        return [*pages, [*self.closed_off(items, y), *shifted(holidays, y)]]

    def holidays(self, rows: Sequence[OpenRow]) -> Row:
        """A line on public holidays for under the table, where somebody's hours have a rule for them."""
        column = Column(self.setter, 0, self.grid.live)
        if any(row.holidays for row in rows):
            column.skip(self.style.u)
            self.add_texts(column, "open_holidays")
        return column.row()

    def closed_off(self, items: Items, y: float) -> Items:
        """The items with a hairline under the last row."""
        return [*items, Line(0, y, self.grid.live, y, HAIRLINE)]

    def opening(self) -> Row:
        column = Column(self.setter, 0, self.grid.live)
        add_title(column, self.words.open_now, Tag("H2", self.root))
        column.skip(self.style.u)
        column.measure = self.grid.main
        self.add_texts(column, "open_now_help")
        column.skip(self.style.u)
        return column.row()

    def add_texts(self, column: Column, name: str) -> None:
        """Set a text in each language, a paragraph each."""
        first, *others = (getattr(words, name) for words in self.versions)
        column.add((Inline(first, Tag("P", self.root)),), self.style.body)
        for text in others:
            self.add_second(column, text, Tag("P", self.root))

    def head(self, row_tag: Tag | None) -> Row:
        """The names of the days, in two languages one above the other; repeated on each page, there as an artifact."""

        def cell() -> Tag | None:
            return row_tag and Tag("TH", row_tag, attributes=(("Table", "Scope", "Column"),))

        items: Items = []
        height: float = 0
        if first := cell():
            items += self.unseen(first, [words.office_column for words in self.versions], 0)
        names = [self.day_names(words) for words in self.versions]
        for day in range(7):
            column = Column(self.setter, self.day_x(day), self.day)
            tag = cell()
            own, *others = self.day_tags(tag, day) if tag else [None] * len(names)
            column.add((Inline(names[0][day] + " ", own, True),), self.style.body)
            for other, within in zip(names[1:], others):
                column.add((Inline(other[day] + " ", within, apart=True),), self.style.body)
            items += column.items
            height = max(height, column.y)
        small, tag = self.style.small, cell()
        for place, words in enumerate(self.versions):
            own = tag and Tag("Span", tag, language=words.language) if place else tag
            x = self.grid.live - self.setter.width(words.page_column, small.size)
            line = self.text(words.page_column + " ", x, own, size=small.size)
            items += [item.moved(0, place * self.style.body.leading) for item in line]
        return Row(height + self.style.u / 4, tuple(items))

    def day_tags(self, tag: Tag, day: int) -> list[Tag]:
        """The tag of the name of a day in each language within its head, with the whole name."""
        full = [words.hours.days[day] for words in self.versions]
        if len(full) == 1:
            tag.full = full[0]
            return [tag]
        return [
            Tag("Span", tag, language=words.language if place else "", full=full[place])
            for place, words in enumerate(self.versions)
        ]

    def unseen(self, tag: Tag, texts: Sequence[str], x: float) -> Items:
        """A cell that shows nothing, and is heard as a text in each language."""
        tags = tags_in_each(tag, texts, self.versions)
        return [item for each in tags for item in self.text(" ", x, each)]

    def section(self, number: int) -> Row:
        """A row for a section: hairline, key, title."""
        body = self.style.body
        tag = Tag("TR", self.table)
        tag = Tag("TH", tag, attributes=(("Table", "Scope", "Row"), ("Table", "ColSpan", 9)))
        x = max(3 * self.style.u, key_width(KEY, number, self.style) + self.style.u)
        column = Column(self.setter, x, self.grid.live - x)
        column.items.append(Line(0, 0, self.grid.live, 0, HAIRLINE))
        column.skip(self.style.u / 2)
        column.items += key(0, column.y + (body.leading - KEY) / 2, KEY, number, self.style, tag)
        title, language = self.titles[number - 1]
        column.add((Inline(title + " ", inside(tag, language), True),), body)
        column.skip(self.style.u / 2)
        return column.row()

    def second(self, text: str, tag: Tag | None) -> Inline:
        """A text of the second language."""
        language = self.style.second.language if self.style.second else ""
        return Inline(text, tag and Tag("Span", tag, language=language), apart=True)

    def add_second(self, column: Column, text: str, tag: Tag) -> None:
        """Set a text of the second language under what a column holds, from its own side."""
        Pair(self.setter).add(column, (self.second(text, tag),), self.style.body)

    def text(self, text: str, x: float, tag: Tag | None, size: float = 0) -> Items:
        body = self.style.body
        return self.setter.place([Fragment(Inline(text, tag), text)], x, body.baseline, size or body.size)

    # --- a row

    def row(self, row: OpenRow) -> Row:
        """Hairline, name, what the days hold, words below them, the page."""
        space = 3 * self.style.u / 8
        across = (
            (row.closed,) if row.closed else row.notes if not any(cell.spans for cell in row.cells) else ()
        )
        has_notes = bool(row.notes) and not across
        tag, both = Tag("TR", self.table), (("Table", "RowSpan", 2),) * has_notes
        name, beside = self.name(row, Tag("TH", tag, attributes=(("Table", "Scope", "Row"), *both)))
        top = 0 if beside else name.y
        days = self.days_across(row, across, tag) if across else self.days(row, tag)
        items, height = [*name.items, *shifted(days, top)], max(name.y, top + days.height)
        items += self.page(row, Tag("TD", tag, attributes=both))
        if has_notes:  # a row of their own for who listens
            cell = Tag("TD", Tag("TR", self.table), attributes=(("Table", "ColSpan", 7),))
            notes = self.notes(row, cell)
            items += shifted(notes, height)
            height += notes.height
        placed = shifted(Row(height, tuple(items)), space)
        return Row(height + 2 * space, (Line(0, 0, self.grid.live, 0, HAIRLINE), *placed))

    def name(self, row: OpenRow, heading: Tag) -> tuple[Column, bool]:
        """(the name, whether it stands beside the days): over them where it is long, or the letters are large."""
        broken = len(self.setter.broken)
        if not self.over:
            name = self.named(row, heading, self.name_measure)
            if name.y <= MOST_NAME * self.style.body.leading:
                return name, True
        # What was cut stands whole on the longer lines, or is found there again.
        del self.setter.broken[broken:]
        return self.named(row, heading, self.grid.live - self.page_width - GAP), False

    def named(self, row: OpenRow, heading: Tag, measure: float) -> Column:
        name = Column(self.setter, 0, measure)
        name.add(named(row, heading), self.style.body)
        return name

    def notes(self, row: OpenRow, cell: Tag) -> Row:
        """Rules that the days do not show, under them."""
        column = Column(self.setter, self.names, self.grid.live - self.page_width - CLEAR - self.names)
        column.add((Inline(row.notes[0] + " ", cell),), self.style.body)
        for text in row.notes[1:]:
            self.add_second(column, text + " ", cell)
        return column.row()

    def days(self, row: OpenRow, tag: Tag) -> Row:
        """The cells of a row."""
        cells = [self.cell(cell, tag) for cell in row.cells]
        return Row(max(cell.height for cell in cells), tuple(item for cell in cells for item in cell.items))

    def cell(self, cell: Cell, tag: Tag) -> Row:
        """Hours of a day; of several that are alike once, with a rule through them; a dash where it is closed."""
        span = (("Table", "ColSpan", cell.days),) if cell.days > 1 else ()
        heard = [heard_cell(cell, words) for words in self.versions]
        first, *others = tags_in_each(Tag("TD", tag, attributes=span), heard, self.versions)
        column = Column(self.setter, self.day_x(cell.day), cell.days * self.day - LEAST_CLEAR)
        if cell.is_closed:
            column.items += self.text(DASH + " ", column.x, first)
            column.skip(self.style.body.leading)
        else:
            self.add_hours(column, cell, first, *others)
        if others and all(getattr(item, "tag", None) is not others[0] for item in column.items):
            column.items += self.text(" ", column.x, others[0])
        return column.row()

    def add_hours(self, column: Column, cell: Cell, first: Tag, second: Tag | None = None) -> None:
        """Set what stands in a cell that is open."""
        for place, (text, style, is_second) in enumerate(self.cell_texts(cell)):
            if not place:
                column.items += self.rule(cell, text, column)
            if is_second:
                Pair(self.setter).add(column, (Inline(text + " ", second, apart=True),), style)
            else:
                for line in text.split(" ") if style is self.times and cell.days == 1 else [text]:
                    column.add((Inline(line + " ", first),), style)

    def cell_texts(self, cell: Cell) -> list[tuple[str, TextStyle, bool]]:
        """What stands in a cell, a paragraph each: hours, then words; whether they are of the second language."""
        spans = [span for span in cell.spans if span != WHOLE_DAY]
        times = self.times if cell.days == 1 else self.style.body
        said = [self.span_text(span) if cell.days == 1 else self.wide_text(span) for span in spans]
        comma = self.words.hours.comma
        if not comma.startswith("{0} "):  # a word, as in Arabic, would stand on a line of its own
            said[:-1] = [comma.format(text, "").rstrip(" ") for text in said[:-1]]
        phrases = self.phrases if cell.days == 1 else self.style.body
        return [(text, times, False) for text in said] + [
            (text, phrases, is_second) for text, is_second in self.phrases_of(cell)
        ]

    def wide_text(self, span: Span) -> str:
        """A span of several days: in words, and where there are two languages with a dash."""
        if len(self.versions) > 1:
            return short_span(*span, self.hours).replace(" ", NBSP)
        return spoken_span(*span, self.hours)

    def rule(self, cell: Cell, text: str, column: Column) -> Items:
        """The rule that leads from the words through the days for which they hold."""
        start = column.x + self.setter.width(text, self.style.body.size) + RULE_FROM
        end = column.x + cell.days * self.day - RULE_TO
        if cell.days == 1 or end - start < LEAST_RULE:
            return []
        y = self.style.body.baseline - self.style.body.size / 3
        return [Line(start, y, end, y, HAIRLINE)]

    def days_across(self, row: OpenRow, texts: Sequence[str], tag: Tag) -> Row:
        """Words across the days, behind the alert sign where it is closed."""
        body = self.style.body
        indent = 2.5 * self.style.u if row.closed else 0
        cell = Column(self.setter, self.day_x(0) + indent, 7 * self.day - indent - CLEAR)
        content = Tag("TD", tag, attributes=(("Table", "ColSpan", 7),))
        if row.closed:
            cell.items += alert_sign(self.day_x(0) + self.style.u, body.baseline, body.size / 12)
        cell.add((Inline(texts[0] + " ", content, bool(row.closed)),), body)
        for text in texts[1:]:
            self.add_second(cell, text + " ", content)
        return cell.row()

    def page(self, row: OpenRow, cell: Tag) -> Items:
        """The page of the listing, a link."""
        body = self.style.body
        link_tag = Tag("Link", cell)
        inline = Inline(
            "",
            page_tag(link_tag, self.words),
            True,
            Link(row.anchor, row.name, area=False),
            page_of=row.anchor,
        )
        description = self.words.versions[0].go_to.format(name=row.name, folio=FOLIO)
        left, width = self.grid.live - self.page_width, self.page_width
        return [
            self.folio(inline, self.grid.live, body.baseline, body.size),
            RowArea(link_tag, left, 0, width, body.leading, row.anchor, description),
        ]
