"""Finished pages: everything at its place, in reading order, drawn once by `guide.pdf`.

Lengths are points, y runs down from the top of the page, text stands on its baseline. Each item
belongs to a `Tag` of the structure tree, or to none: then it is an artifact (rules, bars); running heads and
feet have tags that say so. Within a page the items stand in reading order. Every kind of item knows how it is moved, how it
is turned round between two edges (which are given as their sum: words and signs stay as they are), and
how far it reaches.
"""

from dataclasses import field
from datetime import date
from math import cos, radians, sin
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, Self, TypeAlias

from guide.frozen import frozen
from guide.language.scripts import with_script
from guide.layout.tags import Tag
from guide.layout.type.fonts import CAP_HEIGHT, DESCENT, Face
from guide.layout.type.ideographs import hanging_after, hanging_before

if TYPE_CHECKING:
    from guide.layout.group import Group
    from guide.layout.kept_page import KeptPage

BLACK, WHITE, ACCENT = "black", "white", "accent"
TYPED, TICK = "typed", "tick"  # how a field is filled
TINT, SHADE, GREY = (
    "tint",
    "shade",
    "grey",
)  # of maps: light grounds, of the accent and of black; lines between black and white
MARK = "mark"  # where to fold and to cut: black, and on a press in every ink


class Edges(NamedTuple):
    """How far an item reaches on its page."""

    left: float
    top: float
    right: float
    bottom: float


class Area(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


class Text(NamedTuple):
    """Words on one baseline in one face, all in one direction. Items of one tag that follow each other are one piece of
    content, in the order in which they are read.

    A line that runs on in the same paragraph ends with a real space, so that copied words stay apart.
    """

    tag: Tag | None
    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: str = BLACK
    leftward: bool = False  # runs from right to left; x is its left end all the same

    @property
    def width(self) -> float:
        """The width of the words and of every space with them, in points."""
        return run_width(self.text, self.face, self.size)

    @property
    def bounds(self) -> Edges:
        """From the height of capitals to the depth of descenders, without a space that runs on and blanks that hang out."""
        text = self.text.rstrip()
        right = self.x + run_width(text, self.face, self.size) - hanging_after(text) * self.size
        left = self.x + hanging_before(text) * self.size
        return Edges(left, self.y - CAP_HEIGHT * self.size, right, self.y + DESCENT * self.size)

    @property
    def called(self) -> str:
        """What a message calls it."""
        return f'"{self.text.strip()}"'

    def moved(self, dx: float, dy: float) -> "Text":
        """The text at another place."""
        tag, x, y, text, face, size, colour, leftward = self  # most items are texts: faster than _replace
        return Text(tag, x + dx, y + dy, text, face, size, colour, leftward)

    def mirrored(self, edges: float) -> Self:
        """The text turned round between two edges."""
        return self._replace(x=edges - self.x - self.width)


def run_width(text: str, face: Face, size: float) -> float:
    """The width of words in one face, in points."""
    words = text.split(" ")
    return (sum(map(face.width, words)) + (len(words) - 1) * face.width(" ")) * size


class Line(NamedTuple):
    """A straight stroke from (x1, y1) to (x2, y2), `width` thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str = BLACK

    @property
    def bounds(self) -> Edges:
        """As thick as it is; a stroke ends flat at its ends."""
        half = self.width / 2
        (left, right), (top, bottom) = sorted((self.x1, self.x2)), sorted((self.y1, self.y2))
        across, down = (half, 0) if left == right else (0, half)
        return Edges(left - across, top - down, right + across, bottom + down)

    @property
    def called(self) -> str:
        """What a message calls it."""
        return "a rule"

    def moved(self, dx: float, dy: float) -> "Line":
        """The stroke at another place."""
        x1, y1, x2, y2, width, colour = self  # see Text
        return Line(x1 + dx, y1 + dy, x2 + dx, y2 + dy, width, colour)

    def mirrored(self, edges: float) -> Self:
        """The stroke turned round between two edges."""
        return self._replace(x1=edges - self.x2, x2=edges - self.x1)


class Box(NamedTuple):
    """A rectangle, filled, or with a stroke `stroke` thick centred on its edge."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = ACCENT
    stroke: float = 0
    stroke_colour: str = BLACK

    @property
    def bounds(self) -> Edges:
        """The rectangle with its stroke."""
        half = self.stroke / 2
        return Edges(self.x - half, self.y - half, self.x + self.width + half, self.y + self.height + half)

    @property
    def called(self) -> str:
        """What a message calls it."""
        return "a box"

    def moved(self, dx: float, dy: float) -> Self:
        """The rectangle at another place."""
        return self._replace(x=self.x + dx, y=self.y + dy)

    def mirrored(self, edges: float) -> Self:
        """The rectangle turned round between two edges."""
        return self._replace(x=edges - self.x - self.width)


# ("m", x, y), ("l", x, y), ("c", x1, y1, x2, y2, x3, y3), ("h",)
Segment: TypeAlias = tuple[str, *tuple[float, ...]]


class Path(NamedTuple):
    """A closed or open outline."""

    segments: tuple[Segment, ...]
    fill: str | None = None
    stroke: float = 0
    stroke_colour: str = BLACK

    @property
    def bounds(self) -> Edges:
        """All its points, those of handles too, with half the stroke."""
        points = [value for _, *values in self.segments for value in values]
        xs, ys, half = points[::2], points[1::2], self.stroke / 2
        return Edges(min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)

    @property
    def called(self) -> str:
        """What a message calls it."""
        return "a drawn sign"

    def moved(self, dx: float, dy: float) -> Self:
        """The outline at another place."""
        return self._replace(
            segments=tuple(
                (kind, *(value + (dy if place % 2 else dx) for place, value in enumerate(values)))
                for kind, *values in self.segments
            )
        )

    def mirrored(self, edges: float) -> Self:
        """The sign as it is at the place that lies opposite."""
        xs = [value for _, *values in self.segments for value in values[::2]]
        return self.moved(edges - min(xs) - max(xs), 0)


class Dots(NamedTuple):
    """A leader: round dots of one diameter, the last one centred on (x2, y), `pitch` apart back to x1."""

    x1: float
    x2: float
    y: float
    pitch: float
    diameter: float

    @property
    def bounds(self) -> Edges:
        """From x1 to the end of the last dot."""
        half = self.diameter / 2
        return Edges(self.x1, self.y - half, self.x2 + half, self.y + half)

    @property
    def called(self) -> str:
        """What a message calls it."""
        return "a leader"

    def moved(self, dx: float, dy: float) -> Self:
        """The leader at another place."""
        return self._replace(x1=self.x1 + dx, x2=self.x2 + dx, y=self.y + dy)

    def mirrored(self, edges: float) -> Self:
        """The leader turned round between two edges: its last dot stands at the left then."""
        return self._replace(x1=edges - self.x1, x2=edges - self.x2)


class Image(NamedTuple):
    """A PNG or JPEG file in a frame; the Figure tag carries its alternate text."""

    tag: Tag
    x: float
    y: float
    width: float
    height: float
    path: str

    @property
    def bounds(self) -> Edges:
        """The frame."""
        return Edges(self.x, self.y, self.x + self.width, self.y + self.height)

    @property
    def called(self) -> str:
        """What a message calls it."""
        return f"the picture {PurePath(self.path).name}"

    def moved(self, dx: float, dy: float) -> Self:
        """The picture at another place."""
        return self._replace(x=self.x + dx, y=self.y + dy)

    def mirrored(self, edges: float) -> Self:
        """The picture, itself unchanged, at the place that lies opposite."""
        return self._replace(x=edges - self.x - self.width)


class FieldArea(NamedTuple):
    """A form field that lies on what is printed: a line to type on, or a box to tick. On paper it shows nothing."""

    tag: Tag  # of kind Form, its own
    x: float
    y: float
    width: float
    height: float
    name: str  # in the data of the form, once in a document
    label: str  # what a screen reader says of it
    face: Face  # of what is typed
    size: float  # the same, in points
    kind: str = TYPED
    leftward: bool = False  # what is typed begins at the right

    @property
    def bounds(self) -> Edges:
        """Its rectangle."""
        return Edges(self.x, self.y, self.x + self.width, self.y + self.height)

    @property
    def called(self) -> str:
        """What a message calls it."""
        return f'the field "{self.label}"'

    def moved(self, dx: float, dy: float) -> Self:
        """The field at another place."""
        return self._replace(x=self.x + dx, y=self.y + dy)

    def mirrored(self, edges: float) -> Self:
        """The field turned round between two edges."""
        return self._replace(x=edges - self.x - self.width, leftward=not self.leftward)


class Turned(NamedTuple):
    """Items of a drawing, turned to the left by some degrees around their origin, which stands at (x, y)."""

    x: float
    y: float
    degrees: float
    items: "tuple[Item, ...]"

    @property
    def bounds(self) -> Edges:
        """All corners of its items."""
        along, down = cos(radians(self.degrees)), sin(radians(self.degrees))
        corners = [
            (self.x + x * along + y * down, self.y - x * down + y * along)
            for edges in (item.bounds for item in self.items)
            for x in (edges.left, edges.right)
            for y in (edges.top, edges.bottom)
        ]
        xs, ys = zip(*corners)
        return Edges(min(xs), min(ys), max(xs), max(ys))

    @property
    def called(self) -> str:
        """What a message calls it."""
        return "a name on a map"

    def moved(self, dx: float, dy: float) -> Self:
        """The same at another place."""
        return self._replace(x=self.x + dx, y=self.y + dy)

    def mirrored(self, edges: float) -> Self:
        """No part of a drawing is turned round by itself."""
        raise TypeError("a part of a drawing cannot be turned round")


class Drawing(NamedTuple):
    """A picture of lines, areas and words in a frame; the Figure tag carries its alternate text, and what it is for.

    x and y of its items count from the frame's upper left corner. It is turned round as a whole: a map has its west at the left
    in every language.
    """

    tag: Tag
    x: float
    y: float
    width: float
    height: float
    items: "tuple[Item, ...]"

    @property
    def bounds(self) -> Edges:
        """The frame."""
        return Edges(self.x, self.y, self.x + self.width, self.y + self.height)

    @property
    def called(self) -> str:
        """What a message calls it."""
        return "a map"

    def moved(self, dx: float, dy: float) -> Self:
        """The drawing at another place."""
        return self._replace(x=self.x + dx, y=self.y + dy)

    def mirrored(self, edges: float) -> Self:
        """The drawing, itself unchanged, at the place that lies opposite."""
        return self._replace(x=edges - self.x - self.width)


# What stands on a page; what is turned stands within drawings alone.
Item: TypeAlias = "Text | Line | Box | Path | Dots | Image | FieldArea | Group | Drawing | Turned"


class Destination(NamedTuple):
    """A place in the guide: a page by its index (from 0) and a height on it."""

    page: int
    y: float
    listing: str = ""  # the id of the one that stands there


Target: TypeAlias = str | Destination  # "https:...", "mailto:...", "tel:+1..."; or a place


class LinkArea(NamedTuple):
    """What can be clicked, a rectangle, for a tag of kind Link: an address, or a place in the guide.

    A link that breaks over lines has an area on each; they share the tag.
    """

    tag: Tag
    x: float
    y: float
    width: float
    height: float
    target: Target
    description: str  # what a screen reader says of it

    def moved(self, dx: float, dy: float) -> Self:
        """The area at another place."""
        return self._replace(x=self.x + dx, y=self.y + dy)

    def mirrored(self, edges: float) -> Self:
        """The area turned round between two edges."""
        return self._replace(x=edges - self.x - self.width)


@frozen
class Page:
    """A finished page: what is drawn on it, and where it can be clicked."""

    width: float
    height: float
    folio: str  # the printed number, also where it is not printed (the cover)
    items: tuple[Item, ...]
    links: tuple[LinkArea, ...] = ()
    kept: "KeptPage | None" = field(default=None, compare=False)  # as what it is, where it will come again


@frozen
class OutlineEntry:
    """A bookmark with those below it."""

    title: str
    destination: Destination
    children: tuple["OutlineEntry", ...] = ()
    listing: str = ""  # the id of the listing that it leads to


@frozen
class AttachedFile:
    """Another form of a document, that its file carries."""

    name: str  # of the file: "guide.txt"
    kind: str  # as mail and the web name it: "text/plain"
    says: str  # what it is, in words
    data: bytes


@frozen
class Document:
    """The whole guide, ready to be drawn."""

    title: str
    language: str
    author: str
    subject: str
    date: date  # of the edition: the clock is never asked
    accent: str  # "#0B4A8C"
    pages: tuple[Page, ...]  # but for those that are elsewhere, see `LaidOut`
    root: Tag  # of kind Document; every other tag is below it
    outline: tuple[OutlineEntry, ...] = ()
    leftward: bool = False  # bound at the right
    parts: tuple[Tag, ...] = ()  # the tags below the root in reading order, where pages do not follow it
    keywords: tuple[str, ...] = field(default=())
    single_sided: bool = False
    filled: int = 0  # pages of the guide's own that are there to fill up
    spare: int = 0  # and those that are white, or have lines for notes
    identifiers: tuple[
        str, ...
    ] = ()  # by which libraries know it: "urn:isbn:9780306406157"; the first is its own
    standard: str = "ua-1"  # that its file is held to, or "ua-2"
    attached: tuple[AttachedFile, ...] = ()
    said: tuple[str, ...] = ()  # what the build says of it beside that, a sentence each
    left_out: tuple[str, ...] = ()  # what the content has and this size has no room for, in words

    @property
    def code(self) -> str:
        """The code of its language as a file says it."""
        return with_script(self.language)
