"""What every part of an edition is set with."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from guide.language.words import Words
from guide.layout.body.galley import Column, Row
from guide.layout.body.service import heading_style
from guide.layout.compose.links import page_tag
from guide.layout.pages import WHITE, Line, Text
from guide.layout.tags import Tag
from guide.layout.type.inline import (
    FOLIO,
    Anchor,
    Fragment,
    Inline,
    Link,
    OpenItem,
    RichLine,
    RowArea,
)
from guide.layout.type.setter import Setter
from guide.layout.type.style import COVER_RULE

Items = list[OpenItem]  # in reading order
Made = TypeVar("Made")


class Keep(Protocol):
    """What knows parts that were set before: it gives what `make()` sets, or the one of this name that was made of the same."""

    def __call__(self, name: str, made_of: Any, make: Callable[[], Made]) -> Made: ...


def set_anew(name: str, made_of: Any, make: Callable[[], Made]) -> Made:
    """A part that nothing remembers."""
    return make()


class Part:
    """A part of an edition that has a tag of its own; what it sets looks as the setter's style says."""

    def __init__(self, setter: Setter, words: Words, tag: Tag) -> None:
        self.setter = setter
        self.style = setter.style
        self.grid = setter.style.grid
        self.words = words
        self.root = tag  # of all that is in the part

    def folio(self, page: Inline, x: float, y: float, size: float) -> RichLine:
        """The number of a page, heard in words, that ends at x; with a space behind it, apart from what is read next."""
        space = Inline(" ", page.tag.parent if page.tag else None, True)
        return RichLine(x, y, (Fragment(page, ""), Fragment(space, " ")), size, 1)

    def add_page(self, column: Column, name: str, anchor: Anchor, tag: Tag, width: float) -> None:
        """Put the page of what is called so at the end of a column's last line, and make all that is in the column its link."""
        body = self.style.body
        baseline = column.y - body.leading + body.baseline
        page = Inline("", page_tag(tag, self.words), True, Link(anchor, name, area=False), page_of=anchor)
        column.items.append(self.folio(page, width, baseline, body.size))
        description = self.words.versions[0].go_to.format(name=name, folio=FOLIO)
        column.items.append(RowArea(tag, 0, 0, width, column.y, anchor, description))

    def part_head(self, text: str, x: float, measure: float) -> Row:
        """A rule over the measure, the heading of a part, and a little space below it."""
        u, column = self.style.u, Column(self.setter, x, measure)
        column.items.append(Line(x, 0, x + measure, 0, COVER_RULE))
        column.skip(u)
        column.add((Inline(text, Tag("H2", self.root), True),), heading_style(self.style))
        column.skip(u / 2)
        return column.row()


def in_white(texts: Iterable[OpenItem]) -> Items:
    """Texts in white, for a ground of colour."""
    return [item._replace(colour=WHITE) for item in texts if isinstance(item, Text)]
