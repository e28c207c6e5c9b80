"""Rows that are drawn once for many documents: their operators from the row's corner, with room for what each document numbers.

A row names faces by the numbers that they have in every document (`SharedFaces`), and tags by theirs on a page (MCID), which are
put in when the row is put on one.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from guide.layout.group import Grouped
from guide.layout.pages import Text
from guide.layout.tags import Tag
from guide.layout.type.fonts import Face
from guide.pdf.content import Content, Ink
from guide.pdf.marks import begin, tag_of


class Row(NamedTuple):
    """The operators of a row, with `%d` for each MCID; the tags in their order; the faces that are chosen in it."""

    operators: bytes
    tags: tuple[Tag, ...]
    faces: tuple[Face, ...]


def row_of(grouped: Grouped, ink: Ink) -> Row | None:
    """A group as it is drawn in an ink, once; None where a face of it is not shared, so that each document draws it."""
    if ink.key not in grouped.drawn:
        grouped.drawn[ink.key] = _drawn(grouped, ink)
    found: Row | None = grouped.drawn[ink.key]
    return found


def _drawn(grouped: Grouped, ink: Ink) -> Row | None:
    items = grouped.items or ()
    faces = tuple(dict.fromkeys(item.face for item in items if isinstance(item, Text)))
    if not all(map(ink.fonts.shared.number, faces)):
        return None
    content, tags, opened = Content(ink, 0), list[Tag](), list[int]()

    def mark(tag: Tag) -> int:
        opened.append(len(content.operators))
        tags.append(tag)
        return 0

    for tag, some in groupby(items, tag_of):
        assert not isinstance(tag, Grouped)
        begin(content, tag, mark)
        content.draw(some)
        content.end()
    return Row(_with_room(content, opened), tuple(tags), faces)


def _with_room(content: Content, opened: Iterable[int]) -> bytes:
    """The operators with `%d` for the MCID in those that open a sequence."""
    content.finish()
    operators = [each.replace(b"%", b"%%") for each in content.operators]
    for place in opened:
        operators[place] = operators[place].replace(b"<</MCID 0", b"<</MCID %d", 1)
    return b"\n".join(operators)
