"""The index: by name, by place, by topic; two balanced columns, each row a link to a listing."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.formats import TextStyle
from guide.language.scripts import has_leftward
from guide.language.words import Words
from guide.layout.body.bilingual import add_title
from guide.layout.body.galley import Column, Row, shifted
from guide.layout.body.service import heading_style
from guide.layout.compose.links import listing_anchor, page_tag, part_anchor
from guide.layout.compose.templates import fill
from guide.layout.pages import Line
from guide.layout.parts.base import Items, Part
from guide.layout.parts.index_rows import INSIDE, REGION, SEE, IndexPart, IndexRow, glued, groups_of
from guide.layout.tags import Tag
from guide.layout.type.inline import FOLIO, Anchor, Inline, Link
from guide.layout.type.joined import inside
from guide.layout.type.setter import Setter
from guide.layout.type.style import HAIRLINE

INDEX = Anchor("index")
LEAST_PAGE = 34  # points, of the column of pages
LEAST_ROWS = 4  # that a part of the index begins with on a page
LAST_ROWS = 6  # on the last page, at least: it takes some from the page before


class BuiltPart(NamedTuple):
    """A part of the index whose rows are set and stand nowhere yet."""

    title: str
    heading: Column
    rows: list[Row]
    keeps: list[bool]  # see `glued`
    groups: list[str]  # see `groups_of`


class Index(Part):
    """Sets the parts of an index on as many pages as they need; x from the left edge, y from the frame's top."""

    def __init__(self, setter: Setter, words: Words, root: Tag, source: str = "") -> None:
        super().__init__(setter, words, Tag("Sect", root, title=words.index))
        self.source = source  # the language of names, where it is another than the guide's
        columns = self.grid.index_columns
        self.width = (self.grid.live - (columns - 1) * self.grid.gutter) / columns
        self.page_column = max(LEAST_PAGE, setter.folio_width(self.style.body.size))
        self.heads = self.style.u / 2  # from the hairline over a column to its rows
        self.pages: list[Items] = []  # that are full
        self.items: Items = []  # of the page that is being filled, and how far down they reach
        self.y: float = 0
        self.count = 0  # of rows on that page
        self.short: tuple[int, float] = (-1, 0)  # a page that is not filled, and by how much
        self.groups: list[str] = []  # of each row of a part, see `groups_of`

    def set(self, parts: Sequence[IndexPart]) -> list[Items]:
        """The pages of the index; where few rows are left for the last one, the page before is not filled."""
        built = [self.built(title, rows) for title, rows in parts if rows]
        pages = self.placed(built)
        line = self.style.body.leading
        for lines in range(1, 2 * LAST_ROWS):
            if len(pages) == 1 or self.count >= LAST_ROWS:
                break
            self.short = (len(pages) - 2, lines * line)
            again = self.placed(built)
            if len(again) > len(pages):
                break
            pages = again
        return pages

    @property
    def depth(self) -> float:
        """How far down the page that is being filled rows may stand."""
        page, less = self.short
        return self.grid.depth - (less if len(self.pages) == page else 0)

    def built(self, title: str, rows: Sequence[IndexRow]) -> BuiltPart:
        """A part with its rows set."""
        tag = Tag("Sect", self.root, title=title)
        heading = Column(self.setter, 0, self.grid.live)
        heading.add((Inline(title, Tag("H3", tag), True),), heading_style(self.style))
        bodies = nested(rows, Tag("L", Tag("Index", tag)))
        built = [self.row(row, body) for row, body in zip(rows, bodies)]
        return BuiltPart(title, heading, built, glued(rows), list(groups_of(rows)))

    def placed(self, parts: Sequence[BuiltPart]) -> list[Items]:
        """The pages of parts whose rows are set."""
        heading = Column(self.setter, 0, self.grid.live)
        add_title(heading, self.words.index, Tag("H2", self.root))
        self.pages, self.count = [], 0
        self.items, self.y = list(heading.items), heading.y + self.style.u / 2
        for place, part in enumerate(parts):
            self.part(part, 1.5 * self.style.u if place else 0)
        return [*self.pages, self.items]

    def part(self, part: BuiltPart, space: float) -> None:
        """A part: its title, and its rows in columns as high as each other on the last page."""
        title, heading, built, keeps, self.groups = part
        heads = self.heads
        first = self.fill(built, keeps, 0, 0)  # rows that begin the part in any case
        least = max(LEAST_ROWS * self.style.body.leading, sum(row.height for row in built[:first]))
        if self.y + space + heading.y + heads + least > self.depth:
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
        self.items, self.y, self.count = [], 0, 0

    def columns(self, built: Sequence[Row], keeps: Sequence[bool], start: int, force: bool = False) -> int:
        """Fill the columns of this page from row `start` on; the row that the next page begins with.

        `force`: on a page of its own a row is set even if it is higher than the page.
        """
        top = self.y + self.heads
        depth = self.depth - top
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
            self.count += end - start
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
        height = total / count if len(built) - start > LEAST_ROWS else total
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
        """The row behind the last one that fits; what is glued to it stays with it.

        `force`: something is set in any case, even what is glued to the rest.
        """
        end = start
        used: float = 0
        while end < len(built) and (used + built[end].height <= height + 0.01 or force and end == start):
            used += built[end].height
            end += 1
        whole = end
        while start < end < len(built) and keeps[end - 1]:
            end -= 1
        return end if end > start or not force else whole

    def head(self, x: float) -> None:
        """A hairline over a column."""
        self.items.append(Line(x, self.y, x + self.width, self.y, HAIRLINE))

    def row(self, row: IndexRow, tag: Tag) -> Row:
        """A row: words to 200 wide, turnover indented 12; the page on its last line."""
        u, body = self.style.u, self.style.body
        indent = 1.5 * u if row.level == INSIDE else 0
        if row.listing:
            tag = Tag("Link", Tag("Reference", tag))
        measure = self.width - indent - (self.page_column if row.listing else 0)
        column = Column(self.setter, indent, measure)
        style = TextStyle(1.25 * body.size, 1.25 * body.leading, body.rise) if row.level == REGION else body
        inlines = self.inlines(row, tag)
        column.add(inlines, style, indent=1.5 * u, runs_on=True)
        if row.listing:
            name = "".join(inline.text for inline in inlines)
            self.add_page(column, name, part_anchor(row.listing, row.part), tag, self.width)
        return column.row()

    def inlines(self, row: IndexRow, tag: Tag) -> tuple[Inline, ...]:
        """The words of a row, those before the text in bold."""
        words = self.words.versions[row.second]
        name = inside(tag, self.source if row.listing else "")
        text = (
            Inline(row.text, name, apart=has_leftward(row.bold)),
        )  # the mark before it runs as the town or topic
        bold = (Inline(row.bold, inside(tag, self.source if row.in_source else ""), True),)
        if row.pages:
            return fill(words.at_place, tag, city=bold, name=tuple(self.page_links(row, tag)))
        if row.level == SEE:
            return fill(words.see_topic, tag, word=bold, topic=text)
        if row.bold and row.text:
            return fill(words.at_place, tag, city=bold, name=text)
        return bold if row.bold else text

    def page_links(self, row: IndexRow, tag: Tag) -> Iterator[Inline]:
        """Yield the pages of a topic or a town, each a link."""
        for place, listing in enumerate(row.pages):
            anchor = listing_anchor(listing)
            if place:
                yield Inline(", ", tag)
            link = Link(anchor, self.words.versions[0].go_to.format(name=row.bold, folio=FOLIO))
            own = page_tag(Tag("Link", Tag("Reference", tag)), self.words)
            yield Inline(FOLIO, own, True, link._replace(tag=own.parent), page_of=anchor)


def nested(rows: Sequence[IndexRow], top: Tag) -> list[Tag]:
    """The tag of each row: an item of the list `top`, or of a list below the region, the town or the topic that heads it.

    What heads a list is its caption: a heading for each topic would flood the list of headings, by which people find their way.
    """
    bodies: list[Tag] = []
    region, head = top, None
    for row in rows:
        parent = top if row.level == REGION else head if row.level == INSIDE and head else region
        body = Tag("LBody", Tag("LI", parent))
        below = Tag("L", body) if row.heads else None
        if row.level == REGION and below:
            region, head = below, None
        elif row.level != INSIDE:
            head = below
        bodies.append(Tag("Caption", below) if below else body)
    return bodies
