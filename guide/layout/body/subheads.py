"""Subheadings of cities and days over what stands under them (look: subheadings)."""

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from guide.formats import TextStyle
from guide.layout.body.galley import Column, Row, Strip
from guide.layout.compose.blocks import ReferenceBlock, SubheadBlock
from guide.layout.pages import ACCENT, Line
from guide.layout.type.setter import Setter
from guide.layout.type.style import Style

RULE = 1.5  # points
SIZE = 1.25  # of the body


Made = TypeVar("Made")  # of a listing


class Headed(NamedTuple, Generic[Made]):
    """An entry with the subheading that it stands under."""

    entry: Made | ReferenceBlock
    before: Made | ReferenceBlock | None  # None for the first under a title or a subheading
    subhead: SubheadBlock | None
    is_first: bool  # under it
    above: Made | ReferenceBlock | None  # what stands before it, whatever is between


def headed(entries: Iterable[Made | ReferenceBlock | SubheadBlock]) -> Iterator[Headed[Made]]:
    """Yield the entries of a section with their subheadings."""
    subhead: SubheadBlock | None = None
    above: Made | ReferenceBlock | None = None
    is_first = False
    for entry in entries:
        if isinstance(entry, SubheadBlock):
            subhead, is_first = entry, True
        else:
            yield Headed(entry, None if is_first else above, subhead, is_first, above)
            above, is_first = entry, False


def under_subhead(each: Headed[Made], strips: list[Strip], setter: Setter) -> list[Strip]:
    """The strips of an entry as they stand under a subheading: the first is one with it where it begins with this entry."""
    if each.subhead is None:
        return strips
    strips = [strip._replace(group=each.subhead) for strip in strips]
    if not each.is_first:
        return strips
    u = setter.style.u
    has_space = isinstance(each.above, ReferenceBlock)  # below it already
    space = 0 if each.above is None else u if has_space else 2 * u
    first, *others = strips
    return [first.below(subhead_row(each.subhead, setter), each.subhead.anchor, space), *others]


def subhead_row(block: SubheadBlock, setter: Setter) -> Row:
    """Rule over the column, 8, the words at the number's edge, 8."""
    style, u = setter.style, setter.style.u
    column = Column(setter, 0, style.grid.live)
    column.items.append(Line(0, 0, style.grid.live, 0, RULE, ACCENT))
    column.skip(u)
    column.add(block.heading, subhead_style(style))
    return column.row(style.up(column.y + u))


def subhead_style(style: Style) -> TextStyle:
    """How a subheading is set: 15/20 where the text is 12/16."""
    return style.body._replace(size=SIZE * style.body.size, leading=SIZE * style.body.leading)
