"""The content stream of one page (ISO 32000-1, 8 and 9): shapes, text and marked content as operators.

Lengths come in as points with y down, and go out with y up, in hundredths so that relative moves never drift.
"""

from collections.abc import Callable, Iterable
from math import cos, radians, sin
from typing import Any, NamedTuple, TypeAlias

from guide.layout.group import Group
from guide.layout.pages import BLACK, Box, Dots, Drawing, FieldArea, Image, Item, Line, Path, Text, Turned
from guide.layout.type.fonts import Face
from guide.pdf.colour import BLACK_LEVEL, Palette
from guide.pdf.encoding import Encoding, Fragments, LeftwardWords
from guide.pdf.shared import SharedFaces
from guide.pdf.syntax import Decimals, Names, text_string

FontKey: TypeAlias = tuple[Face, float, bool]  # a face, a size, and whether words run leftward
PAGINATION, LAYOUT = "Pagination", "Layout"
ARTIFACTS = {
    "Header": b"/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC",
    "Footer": b"/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC",
    PAGINATION: b"/Artifact<</Type/Pagination>>BDC",  # what is repeated where a page begins
    LAYOUT: b"/Artifact<</Type/Layout>>BDC",  # rules, bars, signs
}
Selected: TypeAlias = tuple[bytes, Fragments]  # the operator that selects a font, its words


class Fonts:
    """The faces of a document under their resource names, and their words; `shared`: those of many documents."""

    def __init__(self, shared: SharedFaces | None = None) -> None:
        self.shared = shared or SharedFaces()
        self.encodings: dict[Face, tuple[str, Encoding]] = {}  # with their resource names
        self.others = 0  # faces of the document that are not shared
        self._words: dict[tuple[Face, bool], Fragments] = {}  # of a face, and whether they run leftward
        self._selected: dict[FontKey, Selected] = {}
        self._decimals = Decimals()

    def select(self, face: Face, size: float, leftward: bool = False) -> Selected:
        """(the operator `/F1 10 Tf`, the words in that face, size and direction)."""
        found = self._selected.get((face, size, leftward))
        if found is None:
            self.use(face)
            operator = b"/%s %s Tf" % (self.encodings[face][0].encode(), self._decimals[round(size * 100)])
            found = self._selected[face, size, leftward] = operator, self.words_of(face, leftward)
        return found

    def use(self, face: Face) -> None:
        """Have a face in the document, under its resource name; one that is shared has the same name in all of them."""
        if face not in self.encodings:
            encoding, number = self.shared.encoding(face), self.shared.number(face)
            self.others += not encoding
            number = number or self.shared.count + self.others
            self.encodings[face] = f"F{number}", encoding or Encoding(face)

    def words_of(self, face: Face, leftward: bool) -> Fragments:
        """The words of a face, each encoded once for all sizes."""
        words = self._words.get((face, leftward))
        if words is None:
            encoding = self.encodings[face][1]
            shared = None if leftward else self.shared.words(face)
            words = LeftwardWords(encoding) if leftward else shared or Fragments(encoding)
            self._words[face, leftward] = words
        return words


class Ink(NamedTuple):
    """What all pages of a document draw with."""

    palette: Palette
    fonts: Fonts
    images: dict[str, bytes]  # resource names by path
    decimals: Decimals
    names: Names
    key: object = None  # what tells it from the inks of documents that it shares nothing with
    out: bytes = b""  # what comes before a picture, where it would else be printed over what lies below it


class Content:
    """The operators of one page, gathered as its items are drawn; colours and fonts are chosen when they change."""

    words: Fragments  # of the font; there are none before it is chosen

    def __init__(self, ink: Ink, height: float) -> None:
        self.ink = ink
        self.top = round(height * 100)
        black = ink.palette[BLACK]
        self.operators = [] if black == BLACK_LEVEL else [b" ".join(black)]
        self.in_text = False
        self.pen = (0, 0)  # where the text line begins, in hundredths
        self.font: FontKey | None = None
        self.fill = BLACK  # a page begins with it, or is made to
        self.stroke = BLACK
        self.stroke_width: float = 1

    def finish(self) -> bytes:
        """The whole stream."""
        self._leave_text()
        return b"\n".join(self.operators)

    def begin(self, kind: str, mcid: int, heard: str = "") -> None:
        """Open a marked-content sequence of a structure type; `heard` stands in the place of its words, apart from the next."""
        instead = b"/ActualText" + text_string(heard + " ") if heard else b""
        self.operators.append(b"%s<</MCID %d%s>>BDC" % (self.ink.names[kind], mcid, instead))

    def put(self, row: bytes, x: float, y: float) -> None:
        """Put what is drawn from its own corner at a place, with nothing chosen but black."""
        self._leave_text()
        self._choose_fill(BLACK)
        self._choose_stroke(BLACK, 1)
        self.operators.append(b"q 1 0 0 1 %s %s cm\n%s\nQ" % (self._x(x), self._y(y), row))

    def group(self, item: Group) -> None:
        """Draw what stands together one by one."""
        self.draw(item.items)

    def begin_artifact(self, kind: str) -> None:
        """Open a sequence that is no part of the text (14.8.2.2): one of the keys of `ARTIFACTS`."""
        self.operators.append(ARTIFACTS[kind])

    def end(self) -> None:
        """Close the sequence."""
        self._leave_text()
        self.operators.append(b"EMC")

    def draw(self, items: Iterable[Item]) -> None:
        """Draw items of a page, one over the other."""
        for item in items:
            DRAW[item.__class__](self, item)

    def text(self, item: Text) -> None:
        """Show words, the line's start given as a move from the line before."""
        _, x, y, text, face, size, colour, leftward = item
        add = self.operators.append
        if not self.in_text:
            add(b"BT")
            self.in_text, self.pen = True, (0, 0)
        if colour != self.fill:
            self._choose_fill(colour)
        if self.font != (face, size, leftward):
            operator, self.words = self.ink.fonts.select(face, size, leftward)
            if not self.font or self.font[:2] != (face, size):
                add(operator)
            self.font = face, size, leftward
        x, y = round(x * 100), self.top - round(y * 100)
        before_x, before_y = self.pen  # from where the last text line began to here
        self.pen = x, y
        decimals = self.ink.decimals
        moved = decimals[x - before_x], decimals[y - before_y]
        shown = b"%s %s Td[(%s)]TJ" % (*moved, self.words.line(text))
        # from right to left the letters of a string stand in the order in which they are seen
        add(b"/ReversedChars BMC %s EMC" % shown if leftward else shown)

    def line(self, item: Line) -> None:
        """Stroke a straight line."""
        x, y = self._x, self._y
        self._choose_stroke(item.colour, item.width)
        self.operators.append(b"%s %s m %s %s l S" % (x(item.x1), y(item.y1), x(item.x2), y(item.y2)))

    def box(self, item: Box) -> None:
        """Fill or stroke a rectangle, or both."""
        paint = self._choose_paint(item)
        corner = self._x(item.x), self._y(item.y + item.height)
        size = self._x(item.width), self._x(item.height)
        self.operators.append(b"%s %s %s %s re %s" % (*corner, *size, paint))

    def path(self, item: Path) -> None:
        """Fill or stroke an outline, or both."""
        paint = self._choose_paint(item)
        for operator, *points in item.segments:
            flipped = [(self._y if order % 2 else self._x)(value) for order, value in enumerate(points)]
            self.operators.append(b" ".join([*flipped, operator.encode()]))
        self.operators.append(paint)

    def dots(self, item: Dots) -> None:
        """Dashes of no length with round ends, from the last dot back."""
        x, y = self._x, self._y(item.y)
        self._choose_stroke(BLACK, item.diameter)
        dashes = b"q 1 J[0 %s]0 d" % x(item.pitch)
        self.operators.append(b"%s %s %s m %s %s l S Q" % (dashes, x(item.x2), y, x(item.x1), y))

    def image(self, item: Image) -> None:
        """Place a picture: its unit square is stretched to the frame."""
        self._leave_text()
        place = self._x(item.width), self._x(item.height), self._x(item.x), self._y(item.y + item.height)
        self.operators.append(
            b"q %s%s 0 0 %s %s %s cm%s Do Q" % (self.ink.out, *place, self.ink.images[item.path])
        )

    def drawing(self, item: Drawing) -> None:
        """Draw a picture from its own corner, the corners and ends of its lines round."""
        self._aside(b"1 0 0 1", item.x, item.y, item.items, b"1 j 1 J")

    def turned(self, item: Turned) -> None:
        """Draw items turned around their origin."""
        along, down = cos(radians(item.degrees)), sin(radians(item.degrees))
        way = b"%.4f %.4f %.4f %.4f" % (along, down, -down, along)
        self._aside(way, item.x, item.y, item.items)

    def _aside(self, way: bytes, x: float, y: float, items: Iterable[Item], first: bytes = b"") -> None:
        """Draw items from an origin of their own, and go on as if they had not been drawn."""
        self._leave_text()
        before = self.top, self.font, self.fill, self.stroke, self.stroke_width
        self.operators.append(b"q %s %s %s cm %s" % (way, self._x(x), self._y(y), first))
        self.top = 0
        self.draw(items)
        self._leave_text()
        self.operators.append(b"Q")
        self.top, self.font, self.fill, self.stroke, self.stroke_width = before
        if self.font:
            _, self.words = self.ink.fonts.select(*self.font)

    def field(self, item: FieldArea) -> None:
        """Nothing is drawn of a field: it lies on the page."""

    def _x(self, points: float) -> bytes:
        return self.ink.decimals[round(points * 100)]

    def _y(self, points: float) -> bytes:
        return self.ink.decimals[self.top - round(points * 100)]

    def _leave_text(self) -> None:
        if self.in_text:
            self.operators.append(b"ET")
            self.in_text = False

    def _choose_fill(self, colour: str) -> None:
        if colour != self.fill:
            self.operators.append(self.ink.palette[colour].fill)
            self.fill = colour

    def _choose_stroke(self, colour: str, width: float) -> None:
        self._leave_text()
        if colour != self.stroke:
            self.operators.append(self.ink.palette[colour].stroke)
            self.stroke = colour
        if width != self.stroke_width:
            self.operators.append(self._x(width) + b" w")
            self.stroke_width = width

    def _choose_paint(self, item: Box | Path) -> bytes:
        """Choose what a Box or Path is painted with; the operator that paints it."""
        self._leave_text()
        if item.fill:
            self._choose_fill(item.fill)
        if item.stroke:
            self._choose_stroke(item.stroke_colour, item.stroke)
        if not item.fill:
            return b"S" if item.stroke else b"n"
        return b"B" if item.stroke else b"f"


DRAW: dict[type, Callable[[Content, Any], None]] = {  # each takes an item of its class
    Text: Content.text,
    Line: Content.line,
    Box: Content.box,
    Path: Content.path,
    Dots: Content.dots,
    Image: Content.image,
    FieldArea: Content.field,
    Group: Content.group,
    Drawing: Content.drawing,
    Turned: Content.turned,
}
