"""Form fields (ISO 32000-1, 12.7): lines to type on and boxes to tick, as widgets that lie on what is printed.

They hold to PDF/A (6.4): every field has an appearance, none has an action, and a reader is not asked to draw them anew.
A line has nothing to show until somebody types; the face for that is embedded whole, as far as Western Europe writes.
"""

from collections.abc import Sequence

from guide.layout.pages import TICK, FieldArea
from guide.layout.type.fonts import Face
from guide.pdf.backend import File
from guide.pdf.fontfile import descriptor, subset_of_texts, tag
from guide.pdf.navigation import PRINTED
from guide.pdf.syntax import array, literal, name, number, reference, text_string

TYPED = bytes(range(32, 256)).decode(
    "cp1252", "replace"
)  # what its codes stand for, U+FFFD for those that do not
NONSYMBOLIC = 32  # font descriptor flag
FONT = "Typed"  # its name among the resources of all fields
LINE_WIDTH = 1.4  # points, of a tick


class Widgets:
    """The fields of a file: what they share, and their dictionaries."""

    def __init__(self, file: File, fields: Sequence[FieldArea]) -> None:
        self.file = file
        self.font = embed_typed(file, fields[0].face)
        self.appearances: dict[tuple[str, int, int], bytes] = {}
        for each in fields:
            for shown in ("tick", "nothing") if each.kind == TICK else ("line",):
                self.appearance(shown, each)

    def form(self, numbers: Sequence[int]) -> bytes:
        """The interactive form of the catalogue, with the object numbers of its fields."""
        fields = array(map(reference, numbers))
        return b"<</Fields%s/DR<</Font<</%s %s>>>>>>" % (fields, FONT.encode(), self.font)

    def widget(self, area: FieldArea, page_height: float, page: int, key: int) -> bytes:
        """A field and its widget in one dictionary, on the page with an object number, with its key in the parent tree."""
        bottom = page_height - area.y - area.height
        corners = (area.x, bottom, area.x + area.width, bottom + area.height)
        parts = b"<</Type/Annot/Subtype/Widget/Rect%s/P %d 0 R/F %d/StructParent %d/T%s/TU%s/Contents%s" % (
            array(map(number, corners)),
            page,
            PRINTED,
            key,
            text_string(area.name),
            text_string(area.label),
            text_string(area.label),
        )
        if area.kind == TICK:
            return b"%s/FT/Btn/AS/Off/V/Off/AP<</N<</Yes %s/Off %s>>>>>>" % (
                parts,
                self.appearance("tick", area),
                self.appearance("nothing", area),
            )
        typed = literal(b"/%s %s Tf 0 g" % (FONT.encode(), number(area.size)))
        side = b"/Q 2" if area.leftward else b""
        return b"%s/FT/Tx/DA%s%s/AP<</N %s>>>>" % (parts, typed, side, self.appearance("line", area))

    def appearance(self, shown: str, area: FieldArea) -> bytes:
        """What a field shows in a state, as a form XObject; its reference, the same for fields of one size."""
        key = shown, round(area.width * 100), round(area.height * 100)
        if key not in self.appearances:
            entries = {
                "Type": b"/XObject",
                "Subtype": b"/Form",
                "BBox": array([b"0 0", number(area.width), number(area.height)]),
            }
            drawn = {"tick": tick(area.width, area.height), "line": b"/Tx BMC EMC", "nothing": b""}[shown]
            self.appearances[key] = self.file.add_stream(drawn, entries)
        return self.appearances[key]


def tick(width: float, height: float) -> bytes:
    """A tick in a box of this size."""
    places = ((0.22, 0.5), (0.42, 0.26), (0.8, 0.78))
    points = [b"%s %s" % (number(x * width), number(y * height)) for x, y in places]
    return b"0 G %s w 1 J 1 j %s m %s l %s l S" % (number(LINE_WIDTH), *points)


def embed_typed(file: File, face: Face) -> bytes:
    """Write a face with all that can be typed in WinAnsiEncoding (annex D); the reference of its font."""
    shown = [character if face.covers(character) else "" for character in TYPED]
    program = subset_of_texts(face, "".join(shown))
    tagged = name(f"{tag(program)}+{face.name}")
    described = descriptor(face, tagged) | {
        "Flags": NONSYMBOLIC,
        "FontFile2": file.add_stream(program, {"Length1": len(program)}),
    }
    widths = [round(1000 * face.width(character)) if character else 0 for character in shown]
    font: dict[str, bytes | float] = {
        "Type": b"/Font",
        "Subtype": b"/TrueType",
        "BaseFont": tagged,
        "FirstChar": 32,
        "LastChar": 255,
        "Widths": array(b"%d" % width for width in widths),
        "FontDescriptor": file.add_dictionary(described),
        "Encoding": b"/WinAnsiEncoding",
    }
    return file.add_dictionary(font)
