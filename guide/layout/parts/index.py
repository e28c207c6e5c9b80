"""The index: by name, by place, by topic; two balanced columns, each row a link to a listing."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from guide.language.addresses import country_name, state_name
from guide.language.both import in_a_row, texts_of
from guide.language.sorting import sort_key
from guide.language.words import Words, part
from guide.layout.body.bilingual import add_title
from guide.layout.body.galley import Column, Row, shifted
from guide.layout.compose.links import listing_anchor
from guide.layout.compose.namesakes import Namesakes, full_name
from guide.layout.compose.templates import fill
from guide.layout.pages import Line, Tag
from guide.layout.parts.base import Items, Part
from guide.layout.type.inline import FOLIO, Anchor, Fragment, Inline, Link, RichLine, RowArea
from guide.layout.type.numbers import number_width
from guide.layout.type.setter import Setter
from guide.layout.type.style import HAIRLINE
from guide.model import Address, Guide, Listing, ServiceArea

INDEX = Anchor("index")
WORD = re.compile(r"\w+")
LEAST_PAGE = 34  # points, of the column of pages
LEAST_ROWS = 4  # that a part of the index begins with on a page


class IndexRow(NamedTuple):
    """A row: words, in a group or not, and the listing they lead to; a heading or a `see` has none."""

    text: str
    listing: str = ""  # its id
    number: int = 0
    level: int = 0  # 1: in a group
    bold: str = ""  # words in bold before the text
    second: bool = False  # a `see` from a word of the second language


IndexPart = tuple[str, Sequence[IndexRow]]  # its title, and what stands below it
PlaceName = Address | ServiceArea  # what names a place
Heading = tuple[bool, str]  # whether it is abroad, and the state or the country
PlaceEntry = tuple[str, str]  # the text of a row, and the id of its listing


def without_the(name: str) -> str:
    return name.removeprefix("The ")


def order(text: str, language: str) -> tuple[str | bytes, str]:
    """What sorts a text in one language or two."""
    return sort_key(in_a_row(text), language)


class NameRow(NamedTuple):
    """A name of a listing, and the full one that it is known by."""

    text: str
    full: str
    listing: Listing
    number: int


def rows_by_name(guide: Guide, words: Words) -> list[IndexRow]:
    """Full names, short forms, other and former names, sorted."""
    rows: list[NameRow] = []
    for number, listing in enumerate(guide.listings, 1):
        name = without_the(listing.name)
        short = listing.short_name or name
        full = without_the(full_name(listing))
        rows.append(NameRow(full, full, listing, number))
        if listing.short_name:
            rows.append(NameRow(f"{listing.short_name}, {name}", full, listing, number))
        for other in listing.alternate_names:
            rows.append(NameRow(f"{without_the(other)}, {short}", full, listing, number))
        for former in listing.former_names:
            now = words.versions[0].now.format(old=without_the(former), name=short)
            rows.append(NameRow(now, full, listing, number))
    texts = Namesakes(guide).apart([(row.text, row.listing.id) for row in rows])
    fulls = {row.listing.id: told for told, row in zip(texts, rows) if row.text == row.full}
    rows = [row._replace(text=told, full=fulls[row.listing.id]) for told, row in zip(texts, rows)]
    rows.sort(key=lambda row: sort_key(row.text, guide.language))
    return [IndexRow(row.text, row.listing.id, row.number) for row in _without_neighbours(rows)]


def _without_neighbours(rows: Sequence[NameRow]) -> Iterator[NameRow]:
    """Rows less those that stand directly next to the same listing's full entry and have no word that it lacks."""
    for place, row in enumerate(rows):
        beside = (*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2])
        if (
            row.text == row.full
            or not tells_nothing(row.text, row.full)
            or not any(other.text == row.full and other.listing is row.listing for other in beside)
        ):
            yield row


def tells_nothing(text: str, full: str) -> bool:
    """Whether every word of a row is in the full entry."""
    return set(WORD.findall(text.casefold())) <= set(WORD.findall(full.casefold()))


def rows_by_place(guide: Guide, words: Words) -> list[IndexRow]:
    """States of the guide's own country, then other countries, each with its towns."""
    groups: dict[Heading, dict[PlaceEntry, tuple[int, PlaceName]]] = {}
    for number, listing in enumerate(guide.listings, 1):
        short = listing.short_name or without_the(listing.name)
        for place in _places(listing):
            country = place.country or guide.country
            home = country == guide.country
            if home and not place.state_province:
                title = country_name(country, words.language) if not place.city else ""
            else:
                title = (
                    state_name(place.state_province, country)
                    if home
                    else country_name(country, words.language)
                )
            city = place.city or (words.statewide if place.state_province else words.nationwide)
            if title or city:
                before, after = part(words.versions[0].at_place, "city")
                text = before.format(name=short) + city + after.format(name=short)
                group = groups.setdefault((not home, title or city), {})
                group.setdefault((text, listing.id), (number, place))
    rows: list[IndexRow] = []
    namesakes = Namesakes(guide)
    for (_, title), entries in sorted(
        groups.items(), key=lambda group: (group[0][0], order(group[0][1], guide.language))
    ):
        rows.append(IndexRow("", bold=title))
        texts = namesakes.apart(list(entries), [place for _, place in entries.values()])
        found = [(text, id, number) for text, ((_, id), (number, _)) in zip(texts, entries.items())]
        rows += [
            IndexRow(text, id, number, 1)
            for text, id, number in sorted(found, key=lambda e: order(e[0], guide.language))
        ]
    return rows


def _places(listing: Listing) -> list[PlaceName]:
    """Where a listing is and where else it works; addresses and service areas that name a place."""
    addresses = [location.address for location in listing.locations if location.address]
    return [place for place in addresses if place.city or place.state_province] + list(listing.service_areas)


def rows_by_topic(guide: Guide, seconds: Collection[str] = frozenset()) -> list[IndexRow]:
    """Topics with their listings, and other words for topics; `seconds`: words of a second language."""
    groups: dict[str, list[tuple[str, str, int]]] = {}
    names = Namesakes(guide).names(lambda listing: without_the(listing.name))
    for number, listing in enumerate(guide.listings, 1):
        for topic in dict.fromkeys(listing.services + listing.audience):
            groups.setdefault(topic, []).append((names[listing.id], listing.id, number))
    others = {word: topic for word, topic in guide.topic_synonyms if topic in groups and word not in groups}
    rows: list[IndexRow] = []
    for head in sorted((*groups, *others), key=lambda head: order(head, guide.language)):
        if head in others:
            rows.append(IndexRow(others[head], bold=head, level=2, second=head in seconds))
            continue
        rows.append(IndexRow("", bold=head))
        rows += [
            IndexRow(name, id, number, 1)
            for name, id, number in sorted(groups[head], key=lambda e: order(e[0], guide.language))
        ]
    return rows


def _groups(rows: Iterable[IndexRow]) -> Iterator[str]:
    """For each row the heading of the group that it is in the middle of, or ""."""
    group = ""
    for row in rows:
        if row.level == 1:
            yield group
        else:
            group = row.bold
            yield ""


class Index(Part):
    """Sets the parts of an index on as many pages as they need; x from the left edge, y from the frame's top."""

    def __init__(self, setter: Setter, words: Words, root: Tag, source: str = "") -> None:
        super().__init__(setter, words, Tag("Sect", root, title=words.index))
        self.source = source  # the language of names, where it is another than the guide's
        columns = self.grid.index_columns
        self.width = (self.grid.live - (columns - 1) * self.grid.gutter) / columns
        page = max(self.setter.width(text, self.style.small.size) for text in texts_of(words.page_column))
        folio = setter.folio_width(self.style.body.size)
        # from the column's end to the end of the numbers
        self.page_column = max(LEAST_PAGE, page + self.style.u, folio)
        self.number_column = 3.25 * self.style.u
        self.head_lines = max(len(texts_of(column)) for column in (words.page_column, words.number_column))
        self.heads = self.head_lines * self.style.small.leading + self.style.u / 2
        self.pages: list[Items] = []  # that are full
        self.items: Items = []  # of the page that is being filled, and how far down they reach
        self.y: float = 0
        self.groups: list[str] = []  # of each row of a part, see `_groups`

    def set(self, parts: Sequence[IndexPart]) -> list[Items]:
        """The pages of the index."""
        largest = max((row.number for _, rows in parts for row in rows), default=0)
        self.number_column = max(
            self.number_column, number_width(self.style, largest, self.style.body.size) + self.style.u / 2
        )
        heading = Column(self.setter, 0, self.grid.live)
        add_title(heading, self.words.index, Tag("H2", self.root))
        self.items, self.y = list(heading.items), heading.y + self.style.u
        for place, (title, rows) in enumerate(parts):
            if rows:
                self.part(title, rows, 2.5 * self.style.u if place else 0)
        return [*self.pages, self.items]

    def part(self, title: str, rows: Sequence[IndexRow], space: float) -> None:
        """A part: its title, and its rows in columns as high as each other on the last page."""
        tag = Tag("Sect", self.root, title=title)
        heading = Column(self.setter, 0, self.grid.live)
        heading.add((Inline(title, Tag("H3", tag), True),), self.style.name)
        items = Tag("L", Tag("Index", tag))
        built = [self.row(row, items) for row in rows]
        heads = self.heads
        keeps = [bool(row.bold and not row.text) for row in rows]
        self.groups = list(_groups(rows))
        first = self.fill(built, keeps, 0, 0)  # rows that begin the part in any case
        least = max(LEAST_ROWS * self.style.body.leading, sum(row.height for row in built[:first]))
        if self.y + space + heading.y + heads + least > self.grid.depth:
            self.next_page()
            space = 0
        self.y += space
        self.items += shifted(heading.row(), self.y)
        self.y += heading.y
        start = self.columns(built, keeps, 0)
        while start < len(built):
            self.next_page()
            self.repeat_title(title)
            start = self.columns(built, keeps, start, force=True)

    def repeated_group(self, name: str) -> Row:
        """The heading of a group once more, where its rows go on in another column; an artifact."""
        column = Column(self.setter, 0, self.width)
        column.add(
            (Inline(name + " ", None, True), Inline(self.words.continued, None)),
            self.style.body,
            indent=1.5 * self.style.u,
        )
        return column.row()

    def repeat_title(self, title: str) -> None:
        """The part's title once more where its rows go on; an artifact."""
        heading = Column(self.setter, 0, self.grid.live)
        heading.add((Inline(title + " ", None, True), Inline(self.words.continued, None)), self.style.body)
        self.items += heading.items
        self.y = heading.y

    def next_page(self) -> None:
        self.pages.append(self.items)
        self.items, self.y = [], 0

    def columns(self, built: Sequence[Row], keeps: Sequence[bool], start: int, force: bool = False) -> int:
        """Fill the columns of this page from row `start` on; the row that the next page begins with.

        `force`: on a page of its own a row is set even if it is higher than the page.
        """
        top = self.y + self.heads
        depth = self.grid.depth - top
        count = self.grid.index_columns
        height = self.balanced(built, keeps, start, depth, count)
        lowest: float = 0
        for side in range(count):
            x, y = side * (self.width + self.grid.gutter), top
            group = self.groups[start] if start < len(built) else ""
            if group:
                row = self.repeated_group(group)
                self.items += [item.moved(x, y) for item in row.items]
                y += row.height
            end = self.fill(built, keeps, start, height - (y - top), force)
            if end > start:
                self.head(x)
            for row in built[start:end]:
                self.items += [item.moved(x, y) for item in row.items]
                y += row.height
            lowest, start = max(lowest, y), end
        self.y = lowest
        return start

    def balanced(
        self, built: Sequence[Row], keeps: Sequence[bool], start: int, depth: float, count: int
    ) -> float:
        """The least height at which the rows that are left fit the columns; the whole depth where they do not."""
        total = sum(row.height for row in built[start:])
        if total > depth * count:
            return depth
        height = max(total / count, LEAST_ROWS * self.style.body.leading)
        while height < depth:
            end = start
            for _ in range(count):
                again = (
                    self.repeated_group(self.groups[end]).height
                    if end < len(built) and self.groups[end]
                    else 0
                )
                end = self.fill(built, keeps, end, height - again)
            if end == len(built):
                return height
            height += self.style.body.leading / 2
        return depth

    def fill(
        self, built: Sequence[Row], keeps: Sequence[bool], start: int, height: float, force: bool = True
    ) -> int:
        """The row behind the last one that fits; a group's heading stays with its first row."""
        end = start
        used: float = 0
        while end < len(built) and (used + built[end].height <= height + 0.01 or force and end == start):
            used += built[end].height
            end += 1
        while end < len(built) and end - 1 > start and keeps[end - 1]:
            end -= 1
        return end

    def head(self, x: float) -> None:
        """`No.` and `Page` over a column, those of two languages one above the other, and a hairline."""
        style = self.style.small
        for words, right in (
            (self.words.number_column, x + self.width - self.page_column),
            (self.words.page_column, x + self.width),
        ):
            texts = texts_of(words)
            for place, text in enumerate(texts, self.head_lines - len(texts)):
                left = right - self.setter.width(text, style.size)
                baseline = self.y + place * style.leading + style.baseline
                self.items += self.setter.place(
                    [Fragment(Inline(text, None), text)], left, baseline, style.size
                )
        y = self.y + self.head_lines * style.leading
        self.items.append(Line(x, y, x + self.width, y, HAIRLINE))

    def row(self, row: IndexRow, parent: Tag) -> Row:
        """A row: words to 174 wide, turnover indented 12; number and page on its last line."""
        u, body = self.style.u, self.style.body
        indent = 1.5 * u if row.level == 1 else 0
        tag = Tag("LBody", Tag("LI", parent))
        if row.listing:
            tag = Tag("Link", Tag("Reference", tag), language=self.source)
        column = Column(self.setter, indent, self.width - self.page_column - self.number_column - indent)
        if row.level == 2:
            inlines: tuple[Inline, ...] = fill(
                self.words.versions[row.second].see_topic,
                tag,
                word=(Inline(row.bold, tag, True),),
                topic=(Inline(row.text + " ", tag),),
            )
        else:
            inlines = (Inline((row.bold or row.text) + " ", tag, bool(row.bold)),)
        if not row.listing:
            column.measure = self.width - indent
        column.add(inlines, body, indent=1.5 * u)
        if row.listing:
            self.numbers(column, row, tag)
        return column.row()

    def numbers(self, column: Column, row: IndexRow, tag: Tag) -> None:
        body = self.style.body
        baseline = column.y - body.leading + body.baseline
        number = f"{row.number} "
        left = self.width - self.page_column - self.setter.width(str(row.number), body.size)
        column.items += self.setter.place([Fragment(Inline(number, tag), number)], left, baseline, body.size)
        anchor = listing_anchor(row.listing)
        page = Inline("", tag, True, Link(anchor, row.text, area=False), page_of=anchor)
        column.items.append(RichLine(self.width, baseline, (Fragment(page, ""),), body.size, 1))
        description = self.words.go_to.format(name=row.text, folio=FOLIO)
        column.items.append(RowArea(tag, 0, 0, self.width, column.y, anchor, description))
