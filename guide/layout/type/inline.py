"""The pieces of a paragraph, and of a line: inline text, links, fragments, runs."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, Self, TypeAlias

from guide.layout.pages import Item
from guide.layout.tags import Tag
from guide.layout.type.fonts import Face

if TYPE_CHECKING:
    from guide.layout.held import Held
    from guide.layout.type.setter import Setter


class Anchor(NamedTuple):
    """A place in the guide by its name, "listing:insite": its page is known when all pages are."""

    name: str


class Link(NamedTuple):
    target: "str | Anchor"  # "https:...", "mailto:...", "tel:+1...", or a place in the guide
    description: str
    ruled: bool = True  # whether the link rule is drawn
    area: bool = True  # False where a larger area, a whole row, is the link
    tag: Tag | None = None  # of the area, where it is not the tag of the text


class Inline(NamedTuple):
    """A piece of running text in one weight, with the tag that it is content of."""

    text: str
    tag: Tag | None
    bold: bool = False
    link: Link | None = None
    page_of: Anchor | None = (
        None  # the folio of this place stands for FOLIO in the text, or behind it; no line breaks in it
    )
    size: float = 0  # 0: the paragraph's own
    apart: bool = False  # a text of its own within the line: it runs as its language does
    label: Tag | None = None  # of what is heard before it and not printed: "Phone:"


class Fragment(NamedTuple):
    """What one line takes of an inline piece."""

    inline: Inline
    text: str


def fragments_of(inlines: Iterable[Inline]) -> list[Fragment]:
    """Pieces that stand in one line whole."""
    return [Fragment(inline, inline.text) for inline in inlines]


SetLine: TypeAlias = tuple[Fragment, ...]  # a line before it has its place


class RichLine(NamedTuple):
    """A line with links or page numbers: it becomes text when every folio is known."""

    x: float
    y: float  # the baseline
    fragments: SetLine
    size: float
    align: float = 0  # 0: begins at x; 1: ends at x
    setter: "Setter | None" = None  # that has set it, where it is not the book's own
    edges: float | None = None  # where it is turned round in a column: the sum of the column's edges

    def moved(self, dx: float, dy: float) -> Self:
        """The line at another place, and the edges of its column with it."""
        x, y, fragments, size, align, setter, edges = self
        edges = None if edges is None else edges + 2 * dx
        return self.__class__(x + dx, y + dy, fragments, size, align, setter, edges)  # faster than _replace

    def mirrored(self, edges: float) -> Self:
        """The line with the edges between which its texts are turned round when it has become text."""
        return self._replace(edges=edges)


FOLIO = (
    "\ue000"  # stands for the page until it is known: in a link's description, or in words such as "page 4"
)


def with_folio(text: str, folio: str) -> str:
    """A text with the folio in its place, or behind it."""
    return text.replace(FOLIO, folio) if FOLIO in text else text + folio


class Run(NamedTuple):
    """Words of one face and direction at their place in a line; x from the line's beginning, without its outer spaces."""

    inline: Inline
    text: str
    face: Face
    size: float
    x: float
    width: float
    leftward: bool = False


class RowArea(NamedTuple):
    """A rectangle that is a link to a place in the guide, below the texts of its tag."""

    tag: Tag
    x: float
    y: float
    width: float
    height: float
    anchor: Anchor
    description: str  # FOLIO stands for the page

    def moved(self, dx: float, dy: float) -> Self:
        """The area at another place."""
        return self._replace(x=self.x + dx, y=self.y + dy)

    def mirrored(self, edges: float) -> Self:
        """The area turned round between two edges."""
        return self._replace(x=edges - self.x - self.width)


OpenItem: TypeAlias = (
    "Item | RichLine | RowArea | Held"  # what stands in a row: an item, or what becomes one with the folios
)


class Atom(NamedTuple):
    """What a line never breaks: a word, perhaps in several pieces."""

    fragments: tuple[Fragment, ...]
    width: float
    spaced: bool  # a space stands before it, unless the line begins with it
