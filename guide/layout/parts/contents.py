"""The contents: sections and listings with their pages; two columns of equal height, or on a narrow page one with leaders."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from guide.language.words import Words
from guide.layout.body.bilingual import add_title
from guide.layout.body.galley import Column, Row, shifted
from guide.layout.compose.links import label_tag, listing_anchor, page_tag, section_anchor
from guide.layout.compose.namesakes import Namesakes, full_name
from guide.layout.pages import Dots, Line
from guide.layout.parts.base import Items, Part
from guide.layout.tags import Tag
from guide.layout.type.inline import FOLIO, Anchor, Fragment, Inline, Link, RichLine, RowArea
from guide.layout.type.numbers import contents_key, number_width
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import key, key_width
from guide.layout.type.style import HAIRLINE
from guide.model import Guide

LEAST_PAGE = 30  # points, of the column of pages
KEY = 16  # side of a section's key in two columns
CONTENTS = Anchor("contents")


class ContentsEntry(NamedTuple):
    """A line of the contents: level 1 a section, 2 a listing, 0 a part behind them."""

    level: int
    number: int
    title: str
    anchor: Anchor
    language: str = ""  # where it is not the guide's
    icon: str = ""  # the pictogram of a section


def contents_entries(
    guide: Guide, parts: Iterable[tuple[str, Anchor] | tuple[str, Anchor, str]]
) -> list[ContentsEntry]:
    """Everything the contents name, in order; parts are (title, Anchor, language) behind the sections."""
    entries: list[ContentsEntry] = []
    numbers, names = guide.entries, Namesakes(guide).names(full_name)
    for place, section in enumerate(guide.sections, 1):
        entries.append(
            ContentsEntry(
                1,
                place,
                section.title,
                section_anchor(section.id),
                guide.language_of(section, "title"),
                section.icon,
            )
        )
        for listing in section.listings:
            number, name = numbers[listing.id], names[listing.id]
            entries.append(ContentsEntry(2, number, name, listing_anchor(listing.id), guide.foreign))
    return entries + [ContentsEntry(0, 0, *part) for part in parts]


def set_contents(
    entries: Sequence[ContentsEntry], setter: Setter, words: Words, root: Tag, note: str = ""
) -> list[Items]:
    """The pages of the contents, x from the left edge and y from the top of the frame.

    `note` says under the title what the edition leaves out.
    """
    kind = ShortContents if setter.style.grid.index_columns == 1 else LongContents
    return kind(setter, words, root, note).pages(entries)


class Contents(Part):
    """What both forms share."""

    def __init__(self, setter: Setter, words: Words, root: Tag, note: str) -> None:
        super().__init__(setter, words, Tag("Sect", root, title=words.contents))
        self.note = note
        self.heading = Tag("H2", self.root)
        self.note_tag = Tag("P", self.root)
        self.toc = Tag("TOC", self.root)
        self.inner = self.toc

    def title(self) -> Row:
        column = Column(self.setter, 0, self.grid.live)
        add_title(column, self.words.contents, self.heading)
        if self.note:
            column.skip(self.style.u)
            column.measure = min(self.grid.live, self.grid.prose + 6 * self.style.u)
            column.add((Inline(self.note, self.note_tag),), self.style.body)
        return column.row()

    def entry_tag(self, entry: ContentsEntry) -> Tag:
        """The link of a row; listings stand in a list below their section's."""
        parent = self.inner if entry.level == 2 else self.toc
        tag = Tag("Link", Tag("Reference", Tag("TOCI", parent)), language=entry.language)
        if entry.level == 1:
            self.inner = Tag("TOC", self.toc)
        return tag

    def row_area(self, entry: ContentsEntry, tag: Tag, x: float, width: float, height: float) -> RowArea:
        description = self.words.versions[0].go_to.format(name=entry.title, folio=FOLIO)
        return RowArea(tag, x, 0, width, height, entry.anchor, description)

    def page_number(self, entry: ContentsEntry, tag: Tag, x: float, y: float, size: float) -> RichLine:
        """The folio, ending at x."""
        inline = Inline(
            "",
            page_tag(tag, self.words),
            True,
            Link(entry.anchor, entry.title, area=False),
            page_of=entry.anchor,
        )
        return self.folio(inline, x, y, size)


class ShortContents(Contents):
    """One column, with leaders."""

    def pages(self, entries: Sequence[ContentsEntry]) -> list[Items]:
        u, depth = self.style.u, self.grid.depth
        title = self.title()
        pages: list[Items] = []
        items, y = list(title.items), title.height + u
        for place, entry in enumerate(entries):
            row, space = self.row(entry), self.space(entry, entries[place - 1] if place else None)
            needed = row.height + (1.25 * u + self.style.contents_row.leading if entry.level == 1 else 0)
            if y + space + needed > depth:
                pages.append(items)
                items, y, space = [], 0, 0
            y += space
            if entry.level == 0 and space:
                items.append(Line(0, y - u / 2, self.grid.live, y - u / 2, HAIRLINE))
            items += shifted(row, y)
            y += row.height
        return [*pages, items]

    def space(self, entry: ContentsEntry, before: ContentsEntry | None) -> float:
        """Space above a row: 12 and below a section 2, 16 and a hairline's 4 before the parts."""
        u = self.style.u
        if entry.level == 1:
            return 1.5 * u if before else 0.5 * u
        if entry.level == 0:
            return 2.5 * u if before and before.level else 0
        return u / 4 if before and before.level == 1 else 0

    def row(self, entry: ContentsEntry) -> Row:
        section = entry.level == 1
        style = self.style.contents_section if section else self.style.contents_row
        tag, grid = self.entry_tag(entry), self.grid
        page_room = max(5 * self.style.u, self.setter.folio_width(self.style.contents_section.size))
        column = Column(self.setter, grid.number_column, grid.main - page_room)
        label = f"{entry.number} "
        if section:
            side = contents_key(self.style)
            column.items += key(
                0, (style.leading - side) / 2, side, entry.number, self.style, label_tag(tag), entry.icon
            )
        elif entry.number:
            column.items += self.setter.place(
                [Fragment(Inline(label, label_tag(tag)), label)], 0, style.baseline, style.size
            )
        lines = self.setter.lines(
            (Inline(entry.title + " ", tag, section),), style.size, column.measure, 1.5 * self.style.u
        )
        for place, fragments in enumerate(lines):
            column.line(fragments, style, 1.5 * self.style.u if place else 0)
        baseline = column.y - style.leading + style.baseline
        if not section:
            indent = 1.5 * self.style.u if len(lines) > 1 else 0
            end = column.x + indent + self.setter.line_width(lines[-1], style.size)
            column.items.append(
                Dots(
                    end + 8,
                    grid.live - max(LEAST_PAGE, self.setter.folio_width(style.size)),
                    baseline - 0.5,
                    6,
                    1.25,
                )
            )
        column.items.append(self.page_number(entry, tag, grid.live, baseline, style.size))
        column.items.append(self.row_area(entry, tag, 0, grid.live, column.y))
        return column.row()


class LongContents(Contents):
    """Two columns without leaders, over as many pages as it takes."""

    def __init__(self, setter: Setter, words: Words, root: Tag, note: str) -> None:
        super().__init__(setter, words, root, note)
        self.width = (self.grid.live - self.grid.gutter) / 2
        self.page_room = max(LEAST_PAGE, setter.folio_width(self.style.body.size))
        self.text_x: float = 0  # of names, from the left edge of their column
        self.top: float = 0  # of the columns on the first page
        self.limit = 0.0  # of the height of the last two columns, so that they are alike; 0 for none
        self.full_columns = 0  # before these
        self.rows: dict[ContentsEntry, Row] = {}  # that are set
        self.columns: list[Items] = []  # that are full
        self.items: Items = []  # of the column that is being filled, and how far down they reach
        self.y: float = 0

    def pages(self, entries: Sequence[ContentsEntry]) -> list[Items]:
        title = self.title()
        self.top = title.height + 2 * self.style.u
        self.text_x = self.names_from(entries)
        self.fill(entries)
        self.balance(entries)
        return self.side_by_side(title)

    def balance(self, entries: Sequence[ContentsEntry]) -> None:
        """Fill the columns of the last page again, as high as each other."""
        count, ends = len(self.columns), self.y
        self.full_columns = (count - 1) // 2 * 2
        highest = self.depth_of(count - 1)
        step = self.style.body.leading / 2
        self.limit = max(step, (ends + (highest if count % 2 == 0 else 0)) / 2)
        while self.limit < highest:
            self.fill(entries)
            if len(self.columns) <= self.full_columns + 2:
                return
            self.limit += step
        self.limit = 0
        self.fill(entries)

    def fill(self, entries: Sequence[ContentsEntry]) -> None:
        """Set the rows in columns, each as high as it may be."""
        self.columns, self.items, self.y = [], [], 0
        for place, entry in enumerate(entries):
            after = entries[place + 1 : place + 3]
            if entry.level == 1:
                section = entry
                self.open_section(entry, self.opening_rows(entries[place + 1 : place + 5]))
            elif entry.level == 2:
                self.listing(entry, section, after)
            else:
                self.part(entry, entries[place - 1], entries[place:])
        self.columns.append(self.items)

    def names_from(self, entries: Sequence[ContentsEntry]) -> float:
        """Where the names begin in a column, behind the widest number and the widest key."""
        u, style = self.style.u, self.style
        longest = max((entry.number for entry in entries if entry.level == 2), default=0)
        sections = sum(1 for entry in entries if entry.level == 1)
        numbers, keys = number_width(style, longest, style.body.size), key_width(KEY, sections, style)
        return max(3 * u, numbers + u, keys + u)

    def side_by_side(self, title: Row) -> list[Items]:
        """The columns on pages, two each, on the first below the title."""
        pages = []
        for place in range(0, len(self.columns), 2):
            top = 0 if place else self.top
            items: Items = [] if place else list(title.items)
            for side, column in enumerate(self.columns[place : place + 2]):
                items += [item.moved(side * (self.width + self.grid.gutter), top) for item in column]
            pages.append(items)
        return pages

    @property
    def depth(self) -> float:
        """Height of the column that is being filled."""
        depth = self.depth_of(len(self.columns))
        return min(depth, self.limit) if self.limit and len(self.columns) >= self.full_columns else depth

    def depth_of(self, column: int) -> float:
        """Height of a column: less on the first page, under the title."""
        return self.grid.depth - (self.top if column < 2 else 0)

    def next_column(self) -> None:
        self.columns.append(self.items)
        self.items, self.y = [], 0

    def put(self, row: Row) -> None:
        self.items += shifted(row, self.y)
        self.y += row.height

    def opening_rows(self, after: Sequence[ContentsEntry]) -> list[ContentsEntry]:
        """The rows that stay with a section's: two, or three where there are no more, so that none is left alone."""
        rows = []
        for entry in after:
            if entry.level != 2:
                break
            rows.append(entry)
        return rows if len(rows) == 3 else rows[:2]

    def open_section(self, entry: ContentsEntry, after: Iterable[ContentsEntry]) -> None:
        u = self.style.u
        row = self.kept_row(entry)
        space = 1.5 * u if self.y else 0
        rows = map(self.measure_listing, after)
        if self.y and self.y + space + row.height + sum(rows) > self.depth:
            self.next_column()
            space = 0
        self.y += space
        self.put(row)

    def section_row(self, entry: ContentsEntry, continued: bool = False) -> Row:
        """Hairline, key, name in bold and page; without page, and as an artifact, where it is repeated."""
        u, style, tag = self.style.u, self.style.body, None if continued else self.entry_tag(entry)
        column = Column(self.setter, self.text_x, self.width - self.text_x - self.page_room)
        column.items.append(Line(0, 0, self.width, 0, HAIRLINE))
        column.skip(u)
        column.items += key(0, u, KEY, entry.number, self.style, tag and label_tag(tag))
        repeated = (Inline(self.words.continued, tag),) if continued else ()
        column.add((Inline(entry.title + " ", tag, True), *repeated), style)
        if tag:
            baseline = column.y - style.leading + style.baseline
            column.items.append(self.page_number(entry, tag, self.width, baseline, style.size))
            column.items.append(self.row_area(entry, tag, 0, self.width, column.y))
        column.skip(u / 2)
        return column.row()

    def measure_listing(self, entry: ContentsEntry) -> float:
        lines = self.setter.lines(
            (Inline(entry.title, None),), self.style.body.size, self.measure, 1.5 * self.style.u
        )
        return len(lines) * self.style.body.leading

    @property
    def measure(self) -> float:
        return self.width - self.text_x - self.page_room - self.style.u / 2

    def listing(self, entry: ContentsEntry, section: ContentsEntry, after: Sequence[ContentsEntry]) -> None:
        height = self.measure_listing(entry)
        last = after[0] if after and after[0].level == 2 else None
        more = self.measure_listing(last) if last and not (len(after) > 1 and after[1].level == 2) else 0
        if self.y + height + more > self.depth and self.y:
            self.next_column()
            self.put(self.section_row(section, continued=True))
        self.put(self.kept_row(entry))

    def kept_row(self, entry: ContentsEntry) -> Row:
        """The row of a section, a listing or a part, which is set once however often the columns are filled."""
        if entry not in self.rows:
            self.rows[entry] = self.section_row(entry) if entry.level == 1 else self.plain_row(entry)
        return self.rows[entry]

    def plain_row(self, entry: ContentsEntry) -> Row:
        u, style = self.style.u, self.style.body
        tag = self.entry_tag(entry)
        column = Column(self.setter, self.text_x, self.measure)
        if entry.number:
            label = f"{entry.number} "
            column.items += self.setter.place(
                [Fragment(Inline(label, label_tag(tag)), label)], 0, style.baseline, style.size
            )
        column.add((Inline(entry.title + " ", tag),), style, indent=1.5 * u)
        baseline = column.y - style.leading + style.baseline
        column.items.append(self.page_number(entry, tag, self.width, baseline, style.size))
        column.items.append(self.row_area(entry, tag, 0, self.width, column.y))
        return column.row()

    def part(self, entry: ContentsEntry, before: ContentsEntry, parts: Sequence[ContentsEntry]) -> None:
        """A row for a part behind the sections, below a hairline; they stay together where this page still holds them all."""
        u = self.style.u
        heights = list(map(self.measure_listing, parts))
        if not before.level and self.y + heights[0] > self.depth:
            self.next_column()
        if before.level:
            another_column = len(self.columns) % 2 == 0
            if self.y + 2.5 * u + sum(heights if another_column else heights[:2]) > self.depth:
                self.next_column()
            else:
                self.y += 1.5 * u
            self.items.append(Line(0, self.y, self.width, self.y, HAIRLINE))
            self.y += u
        self.put(self.kept_row(entry))
