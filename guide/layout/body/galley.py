"""Blocks set to the measure: rows of finished items, and strips of rows that a page never breaks.

x counts from the left edge of the live width, y from the top of the row. A galley knows no pages.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from guide.errors import Mark
from guide.formats import TextStyle
from guide.layout.compose.blocks import ListBlock, ProseBlock, SectionBlock, SubheadBlock
from guide.layout.pages import Item, Text
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Fragment, Inline, OpenItem, SetLine
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import list_dot

SPLIT_LINES = 4  # a paragraph of more lines may be split,
COLUMN_SPLIT_LINES = 3  # and in two columns, whose lines are short, of more than these,
SIDE_LINES = 2  # with at least so many lines on each side


class Row(NamedTuple):
    """Items side by side or stacked, of one height."""

    height: float
    items: tuple[OpenItem, ...]
    anchor: Anchor | None = None  # of a part of a listing that begins with it


class Listed(Protocol):
    """What pages need to know of a listing."""

    @property
    def number(self) -> int: ...

    @property
    def title(self) -> str: ...

    @property
    def mark(self) -> Mark: ...


class Strip(NamedTuple):
    """Rows that stay together on a page."""

    height: float
    rows: tuple[Row, ...]
    space: float  # above it; dropped at the top of a frame
    section: SectionBlock | None
    listing: Listed | None
    starts: tuple[tuple[Anchor, float], ...] = ()  # what begins in it, and how far down
    inside: bool = False  # a break before it splits a paragraph
    between: bool = False  # a break before it parts the offices of a listing
    ruled: bool = False  # its first row is a hairline, which only parts it from what stands above
    group: SubheadBlock | None = None  # the subheading under which it stands
    head: Row | None = None  # of the table that it is of: repeated where a page or a column begins with it

    def unruled(self) -> "Strip":
        """The strip as it stands where nothing above it is to be parted from it."""
        if not self.ruled:
            return self
        rule, *rows = self.rows
        starts = tuple((anchor, max(0, y - rule.height)) for anchor, y in self.starts)
        return self._replace(height=self.height - rule.height, rows=tuple(rows), starts=starts, ruled=False)

    @property
    def rule(self) -> float:
        """The height of the hairline with which it begins; 0 where there is none."""
        return self.rows[0].height if self.ruled else 0

    def below(self, head: Row, anchor: Anchor, space: float) -> "Strip":
        """The strip as one with the head of what begins over it, and so much space above both."""
        starts = ((anchor, 0.0), *((each, y + head.height) for each, y in self.starts))
        height, rows = head.height + self.height, (head, *self.rows)
        return self._replace(height=height, rows=rows, space=space, starts=starts, ruled=False)

    @property
    def head_height(self) -> float:
        """How much higher it is where a page or a column begins with it."""
        return self.head.height if self.head else 0

    def headed(self) -> "Strip":
        """The strip as it stands where a page or a column begins with it."""
        if not self.head:
            return self
        rows, height = (self.head, *self.rows), self.head.height + self.height
        return self._replace(height=height, rows=rows, head=None)

    @property
    def continued(self) -> Listed | None:
        """The listing that runs on where a page begins with it."""
        return None if self.starts else self.listing

    @property
    def goes_on(self) -> SubheadBlock | None:
        """The subheading that is repeated where a page begins with it; none over a listing that runs on."""
        if (
            self.group is None
            or self.continued
            or any(anchor == self.group.anchor for anchor, _ in self.starts)
        ):
            return None
        return self.group

    @property
    def repeats(self) -> bool:
        """Whether a page that begins with it needs a line for what goes on."""
        return bool(self.continued or self.goes_on)

    @property
    def opens(self) -> bool:
        """Whether a section, or a part like one, begins with it."""
        return bool(self.starts) and (self.section is None or self.starts[0][0] == self.section.anchor)


def parts_in(strip: Strip) -> Iterator[tuple[Anchor, float]]:
    """Yield what parts of a listing begin in a strip, and how far down."""
    y: float = 0
    for row in strip.rows:
        if row.anchor:
            yield row.anchor, y
        y += row.height


class Chunk(NamedTuple):
    """Lines of the prose that are never split: a short paragraph, or some lines of a long one."""

    row: Row
    space: float
    lines: int
    inside: bool = False
    leads: bool = False  # what follows has to stay with it

    @property
    def spaced_rows(self) -> tuple[Row, ...]:
        """The space above the lines, and the lines."""
        return (Row(self.space, ()), self.row) if self.space else (self.row,)


class Column:
    """Lines stacked from the top of a column down; collects the items."""

    def __init__(self, setter: Setter, x: float, measure: float) -> None:
        self.setter = setter
        self.x = x
        self.measure = measure
        self.y: float = 0
        self.items: list[OpenItem] = []

    def skip(self, height: float) -> None:
        self.y += height

    def add(
        self, inlines: tuple[Inline, ...], style: TextStyle, *, indent: float = 0, runs_on: bool = False
    ) -> None:
        """Set a paragraph; `indent` is for its turnovers, `runs_on` ends it with a space."""
        self.name(inlines[0], style)
        lines = self.setter.lines(inlines, style.size, self.measure, indent)
        for place, fragments in enumerate(lines):
            if runs_on and place == len(lines) - 1:
                fragments = (*fragments[:-1], Fragment(fragments[-1].inline, fragments[-1].text + " "))
            self.line(fragments, style, indent if place else 0)

    def name(self, inline: Inline, style: TextStyle) -> None:
        """Put what is heard before a piece where its line begins: a space, which nobody sees."""
        if inline.label:
            face = self.setter.style.regular.main
            self.items.append(Text(inline.label, self.x, self.y + style.baseline, " ", face, style.size))

    def line(self, fragments: Sequence[Fragment], style: TextStyle, indent: float = 0) -> None:
        """Place one line."""
        self.items += self.setter.place(fragments, self.x + indent, self.y + style.baseline, style.size)
        self.y += style.leading

    def row(self, height: float | None = None) -> Row:
        """The column as a row, as high as its lines or as told."""
        return Row(self.y if height is None else height, tuple(self.items))


def shifted(row: Row, y: float) -> list[OpenItem]:
    """The items of a row, moved down."""
    return [item.moved(0, y) for item in row.items] if y else list(row.items)


def merge(rows: Iterable[Row], height: float) -> Row:
    """Rows that stand side by side as one, as high as told."""
    return Row(height, tuple(item for row in rows for item in row.items))


def stack(rows: Iterable[Row]) -> Row:
    """Rows one below the other as a single row."""
    items: list[OpenItem] = []
    y: float = 0
    for row in rows:
        items += shifted(row, y)
        y += row.height
    return Row(y, tuple(items))


# --- prose ----------------------------------------------------------------------------------------


def set_prose(blocks: Sequence[ProseBlock], setter: Setter, x: float, measure: float) -> list[Chunk]:
    """Prose as chunks with the spaces above them. The first chunk has no space."""
    u = setter.style.u
    chunks: list[Chunk] = []
    for place, block in enumerate(blocks):
        if isinstance(block, ListBlock):
            new = _set_list(block, setter, x, measure)
            space = 0 if place and not isinstance(blocks[place - 1], ListBlock) else u
        else:
            new = _set_paragraph(block.inlines, setter, x, measure)
            space = u
            if place + 1 < len(blocks) and isinstance(blocks[place + 1], ListBlock):
                new[-1] = new[-1]._replace(leads=True)
        new[0] = new[0]._replace(space=space if chunks else 0)
        chunks += new
    return chunks


def _set_paragraph(inlines: tuple[Inline, ...], setter: Setter, x: float, measure: float) -> list[Chunk]:
    lines = setter.lines(inlines, setter.style.body.size, measure)
    groups = split_lines(lines, setter.style.columns)
    return [_lines_chunk(group, setter, x, place > 0) for place, group in enumerate(groups)]


AnyLine = TypeVar("AnyLine")  # of one language, or of two beside each other


def split_lines(lines: list[AnyLine], columns: int = 1) -> list[list[AnyLine]]:
    """The lines of a paragraph in groups that stay whole: all, or some at each end and each one between."""
    if len(lines) <= (SPLIT_LINES if columns == 1 else COLUMN_SPLIT_LINES):
        return [lines]
    return [lines[:SIDE_LINES], *([line] for line in lines[SIDE_LINES:-SIDE_LINES]), lines[-SIDE_LINES:]]


def _lines_chunk(
    lines: list[SetLine], setter: Setter, x: float, inside: bool, mark: Sequence[OpenItem] = ()
) -> Chunk:
    body = setter.style.body
    items = list(mark)
    for place, fragments in enumerate(lines):
        items += setter.place(fragments, x, place * body.leading + body.baseline, body.size)
    return Chunk(Row(len(lines) * body.leading, tuple(items)), 0, len(lines), inside)


def _set_list(block: ListBlock, setter: Setter, x: float, measure: float) -> list[Chunk]:
    """A list's items; the first two stay together, and so does what leads to them."""
    style = setter.style
    numbers = [item.label for item in block.items if item.label.text]
    indent = 1.5 * style.u
    if numbers:
        indent = max(setter.width(label.text, style.body.size) for label in numbers) + style.u / 2
    chunks = []
    for place, item in enumerate(block.items):
        lines = setter.lines(item.inlines, style.body.size, measure - indent)
        leads = len(block.items) > 1 and place in (0, len(block.items) - 2)  # neither end stands alone
        for number, group in enumerate(split_lines(lines, style.columns)):
            mark = () if number else _list_mark(item.label, setter, x)
            chunk = _lines_chunk(group, setter, x + indent, number > 0, mark)
            chunks.append(chunk._replace(leads=leads))
    return chunks


def _list_mark(label: Inline, setter: Setter, x: float) -> Sequence[OpenItem]:
    body = setter.style.body
    if not label.text:
        return list(dot_marks(label.tag, x, body.baseline, setter))
    return setter.place([Fragment(label, label.text)], x, body.baseline, body.size)


def dot_marks(tag: Tag | None, x: float, baseline: float, setter: Setter) -> Sequence[Item]:
    """The dot of an item, and for who listens a space in its place."""
    size = setter.style.body.size
    heard = Text(tag, x, baseline, " ", setter.style.regular.main, size)
    return (list_dot(x, baseline, size), heard) if tag else (list_dot(x, baseline, size),)


def join_chunks(chunks: Sequence[Chunk], section: SectionBlock | None, listing: Listed | None) -> list[Strip]:
    """Chunks as strips, one that leads joined to what follows it."""
    strips: list[Strip] = []
    rows: list[Row] = []
    space: float = 0
    inside = False
    for place, chunk in enumerate(chunks):
        if rows:
            rows += [Row(chunk.space, ()), chunk.row]
        else:
            rows, space, inside = [chunk.row], chunk.space, chunk.inside
        if not chunk.leads or place == len(chunks) - 1:
            strips.append(
                Strip(sum(row.height for row in rows), tuple(rows), space, section, listing, (), inside)
            )
            rows = []
    return strips
