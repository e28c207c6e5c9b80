"""Lists in columns, each with a title, on as many pages as they need; the rows are set by whoever has them."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from guide.formats import TextStyle
from guide.language.words import Words
from guide.layout.body.bilingual import Pair, add_title
from guide.layout.body.galley import Column, Row, shifted, stack
from guide.layout.pages import ACCENT, Line
from guide.layout.parts.base import Items, Part
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import COVER_RULE, HAIRLINE

WHOLE = 3  # rows of a list that no column divides, at most
ENDS = 2  # rows that stay together at both ends of a longer one

Entry = TypeVar("Entry", covariant=True)


class TitledList(Protocol[Entry]):
    """A list with a title."""

    @property
    def title(self) -> str: ...

    @property
    def rows(self) -> tuple[Entry, ...]: ...


class Piece(NamedTuple):
    """Rows of a list that stay together."""

    row: Row
    list: int  # the place of the list among all
    opens: bool  # whether the list begins with it


class ListPages(Part, Generic[Entry]):
    """Sets the lists in columns, on as many pages as they need; x from the left edge, y from the top of the frame."""

    def __init__(self, setter: Setter, words: Words, root: Tag, title: str, helps: Sequence[str]) -> None:
        super().__init__(setter, words, Tag("Sect", root, title=title))
        body, columns = self.style.body, self.grid.index_columns
        self.title, self.helps = title, helps  # what the lists do not say, in each language
        self.columns = columns
        self.width = (self.grid.live - (columns - 1) * self.grid.gutter) / columns
        self.page_room = setter.folio_width(body.size) + self.style.u
        self.title_style = TextStyle(1.25 * body.size, 1.25 * body.leading, body.rise)
        self.space = 2 * self.style.u  # between two lists
        self.lists: Sequence[TitledList[Entry]] = ()
        self.most: float = self.grid.depth  # height of rows that stay together

    def row(self, row: Entry, parent: Tag) -> Row:  # type: ignore[misc]  # who reads a list does not add to it
        """A row of a list as it is set, below a hairline; a list's last row has one below it too."""
        raise NotImplementedError

    def pages(self, lists: Sequence[TitledList[Entry]]) -> list[Items]:
        """The pages of the lists."""
        self.lists = lists
        top = self.opening()
        items, y = list(top.items), top.height
        self.most = self.grid.depth - top.height
        return self.flow(self.all_pieces(), items, y)

    def all_pieces(self) -> list[Piece]:
        """All lists in pieces."""
        return [piece for place in range(len(self.lists)) for piece in self.pieces(place)]

    def flow(self, pieces: Sequence[Piece], items: Items, y: float) -> list[Items]:
        """The pages of pieces: the first has items already, down to a height y."""
        pages, start = [], 0
        while start < len(pieces):
            height = self.least_height(pieces, start, self.grid.depth - y)
            for side in range(self.columns):
                column, start = self.column(pieces, start, height, force=not y)
                items += [item.moved(side * (self.width + self.grid.gutter), y) for item in column]
            pages.append(items)
            items, y = [], 0
        return pages

    def opening(self) -> Row:
        """The title, and what the lists do not say."""
        column = Column(self.setter, 0, self.grid.live)
        add_title(column, self.title, Tag("H2", self.root))
        column.skip(self.style.u)
        column.measure = self.grid.prose
        first, *others = self.helps
        column.add((Inline(first, Tag("P", self.root)),), self.style.body)
        for text in others:
            self.add_second(column, text, Tag("P", self.root))
        column.skip(1.5 * self.style.u)
        return column.row()

    # --- columns

    def least_height(self, pieces: Sequence[Piece], start: int, depth: float) -> float:
        """The least height at which what is left fills the columns of a page; the whole depth where it is more."""
        total = sum(piece.row.height for piece in pieces[start:])
        height = total / self.columns
        while height < depth:
            end = start
            for _ in range(self.columns):
                end = self.fill(pieces, end, height)
            if end == len(pieces):
                return height
            height += self.style.u
        return depth

    def fill(self, pieces: Sequence[Piece], start: int, height: float, force: bool = False) -> int:
        """The piece behind the last one that fits a column; `force`: one fits in any case."""
        end, used = start, 0.0
        while end < len(pieces):
            used += self.above(pieces, start, end) + pieces[end].row.height
            if used > height + 0.01 and not (force and end == start):
                break
            end += 1
        return end

    def above(self, pieces: Sequence[Piece], start: int, place: int) -> float:
        """The height of what stands above a piece in a column that begins with `start`."""
        if pieces[place].opens:
            return self.space if place > start else 0
        return 0 if place > start else self.head(pieces[place].list, None).height

    def column(self, pieces: Sequence[Piece], start: int, height: float, force: bool) -> tuple[Items, int]:
        """(the items of a column, the piece behind its last one)."""
        items: Items = []
        y: float = 0
        end = self.fill(pieces, start, height, force)
        for place in range(start, end):
            piece = pieces[place]
            if place == start and not piece.opens:
                items += self.head(piece.list, None).items
            y += self.above(pieces, start, place)
            items += shifted(piece.row, y)
            y += piece.row.height
            if place + 1 == end or pieces[place + 1].opens:
                items.append(Line(0, y, self.width, y, HAIRLINE))
        return items, end

    # --- a list

    def pieces(self, place: int) -> list[Piece]:
        """A list in pieces: its title with its first two rows, rows, its last two."""
        tag = Tag("Sect", self.root, title=self.lists[place].title)
        head = self.head(place, Tag("H3", tag))
        parent = Tag("L", tag)
        rows = [self.row(row, parent) for row in self.lists[place].rows]
        return [
            Piece(stack(group), place, number == 0) for number, group in enumerate(self.groups(head, rows))
        ]

    def groups(self, head: Row, rows: list[Row]) -> list[list[Row]]:
        """The rows of a list by what stays together: none of its ends alone, where a page is high enough for that."""
        last = max(ENDS, len(rows) - ENDS)
        single = [[row] for row in rows]
        choices = [
            [[head, *rows[:ENDS]], *single[ENDS:last], rows[last:]],
            [[head, rows[0]], *single[1:]],
            [[head], *single],
        ]
        if len(rows) <= WHOLE:
            choices[0] = [[head, *rows]]
        return next((groups for groups in choices if self.have_room(groups, head)), choices[-1])

    def have_room(self, groups: list[list[Row]], head: Row) -> bool:
        """Whether a page has room for each group, below the list's title where it goes on."""
        heights = [sum(row.height for row in group) for group in groups]
        return heights[0] <= self.most and max(heights[1:], default=0) + head.height <= self.most

    def head(self, place: int, tag: Tag | None) -> Row:
        """Rule and title of a list; as an artifact where it goes on in another column."""
        column = Column(self.setter, 0, self.width)
        column.items.append(Line(0, 0, self.width, 0, COVER_RULE, ACCENT))
        column.skip(self.style.u)
        inlines = [Inline(self.lists[place].title, tag, True)]
        if tag is None:
            inlines = [Inline(self.lists[place].title + " ", tag, True), Inline(self.words.continued, tag)]
        column.add(tuple(inlines), self.title_style)
        column.skip(self.style.u / 2)
        return column.row()

    def add_second(self, column: Column, text: str, tag: Tag) -> None:
        """Set a text of the second language under what a column holds, from its own side."""
        language = self.style.second.language if self.style.second else ""
        inline = Inline(text, Tag("Span", tag, language=language), apart=True)
        Pair(self.setter).add(column, (inline,), self.style.body)
