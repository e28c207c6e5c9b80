"""Blocks set to the measure: rows of finished items, and strips of rows that a page never breaks.

x counts from the left edge of the live width, y from the top of the row. A galley knows no pages.
"""

from typing import NamedTuple

from guide.layout.compose.blocks import ListBlock, ListingBlock, SectionBlock
from guide.layout.type.inline import Anchor, Fragment, OpenItem
from guide.layout.type.shapes import list_dot

SPLIT_LINES = 6  # a paragraph of more lines may be split,
SIDE_LINES = 3  # with at least so many lines on each side


class Row(NamedTuple):
    """Items side by side or stacked, of one height."""

    height: float
    items: tuple[OpenItem, ...]


class Strip(NamedTuple):
    """Rows that stay together on a page."""

    height: float
    rows: tuple[Row, ...]
    space: float  # above it; dropped at the top of a frame
    section: SectionBlock | None
    listing: ListingBlock | None
    starts: tuple[tuple[Anchor, float], ...] = ()  # what begins in it, and how far down
    inside: bool = False  # a break before it splits a paragraph

    @property
    def opens(self):
        """Whether a section, or a part like one, begins with it."""
        return bool(self.starts) and (self.section is None or self.starts[0][0] == self.section.anchor)


class Chunk(NamedTuple):
    """A part of the prose that is never split: a short paragraph, or lines of a long one."""

    row: Row
    space: float
    lines: int
    inside: bool = False
    leads: bool = False  # what follows has to stay with it


class Column:
    """Lines stacked from the top of a column down; collects the items."""

    def __init__(self, setter, x, measure):
        self.setter = setter
        self.x = x
        self.measure = measure
        self.y = 0
        self.items = []

    def skip(self, height):
        self.y += height

    def add(self, inlines, style, *, indent=0, runs_on=False):
        """Set a paragraph; `indent` is for its turnovers, `runs_on` ends it with a space."""
        lines = self.setter.lines(inlines, style.size, self.measure, indent)
        for place, fragments in enumerate(lines):
            if runs_on and place == len(lines) - 1:
                fragments = (*fragments[:-1], Fragment(fragments[-1].inline, fragments[-1].text + " "))
            self.line(fragments, style, indent if place else 0)

    def line(self, fragments, style, indent=0):
        """Place one line."""
        self.items += self.setter.place(fragments, self.x + indent, self.y + style.baseline, style.size)
        self.y += style.leading

    def row(self, height=None):
        """The column as a row, as high as its lines or as told."""
        return Row(self.y if height is None else height, tuple(self.items))


def shifted(row, y):
    """The items of a row, moved down."""
    return [item.moved(0, y) for item in row.items] if y else list(row.items)


def move(item: OpenItem, dx: float, dy: float) -> OpenItem:
    """An item at another place."""
    return item.moved(dx, dy)


def merge(rows, heights):
    """Rows that stand side by side as one, as high as told."""
    return Row(heights, tuple(item for row in rows for item in row.items))


def stack(rows):
    """Rows one below the other as a single row."""
    items, y = [], 0
    for row in rows:
        items += shifted(row, y)
        y += row.height
    return Row(y, tuple(items))


# --- prose ----------------------------------------------------------------------------------------


def set_prose(blocks, setter, x, measure):
    """Prose as chunks with the spaces above them; list of Chunk. The first chunk has no space."""
    u = setter.style.u
    chunks = []
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


def _set_paragraph(inlines, setter, x, measure):
    body = setter.style.body
    lines = setter.lines(inlines, body.size, measure)
    return [_lines_chunk(part, setter, x, place > 0) for place, part in enumerate(split_lines(lines))]


def split_lines(lines):
    """The lines of a paragraph in parts that stay whole: all, or three at each end and each one between."""
    if len(lines) <= SPLIT_LINES:
        return [lines]
    middle = [[line] for line in lines[SIDE_LINES:-SIDE_LINES]]
    return [lines[:SIDE_LINES], *middle, lines[-SIDE_LINES:]]


def _lines_chunk(lines, setter, x, inside, items=()):
    body = setter.style.body
    items = list(items)
    for place, fragments in enumerate(lines):
        items += setter.place(fragments, x, place * body.leading + body.baseline, body.size)
    return Chunk(Row(len(lines) * body.leading, tuple(items)), 0, len(lines), inside)


def _set_list(block, setter, x, measure):
    """A list's items; the first two stay together, and so does what leads to them."""
    style = setter.style
    numbers = [item.label for item in block.items if item.label.text]
    indent = 1.5 * style.u
    if numbers:
        indent = max(setter.width(label.text, style.body.size) for label in numbers) + style.u / 2
    chunks = []
    for place, item in enumerate(block.items):
        lines = setter.lines(item.inlines, style.body.size, measure - indent)
        for part_place, part in enumerate(split_lines(lines)):
            mark = () if part_place else _list_mark(item.label, setter, x)
            chunk = _lines_chunk(part, setter, x + indent, part_place > 0, mark)
            leads = len(block.items) > 1 and place in (
                0,
                len(block.items) - 2,
            )  # neither end of a list stands alone
            chunks.append(chunk._replace(leads=leads))
    return chunks


def _list_mark(label, setter, x):
    body = setter.style.body
    if not label.text:
        return [list_dot(x, body.baseline, body.size)]
    return setter.place([Fragment(label, label.text)], x, body.baseline, body.size)


def join_chunks(chunks, section, listing):
    """Chunks as strips, one that leads joined to what follows it; list of Strip."""
    strips, rows, space, inside = [], [], 0, False
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
