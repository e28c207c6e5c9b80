"""Ways through the document: link annotations (ISO 32000-1, 12.5.6.5) and the outline (12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from guide.layout.pages import Destination, LinkArea, OutlineEntry, Target
from guide.pdf.backend import File
from guide.pdf.syntax import array, literal, number, reference, text_string

if TYPE_CHECKING:
    from guide.pdf.targets import Targets

PRINTED = 4  # the annotation flag that PDF/A asks for
URI_CHARACTERS = "!#$%&'()*+,/:;=?@[]~"  # and letters, digits, "-._": what a URI may hold as it is


class Places(NamedTuple):
    """Where the pages of a document are: their object numbers, in order from the first, and the height of each."""

    first: int
    heights: list[float]
    targets: Targets | None = None  # where what leads somewhere leads to an element too

    def number(self, index: int) -> int:
        """The object number of a page."""
        return self.first + index

    def destination(self, place: Destination) -> bytes:
        """An explicit destination that keeps the reader's zoom."""
        top = number(self.heights[place.page] - place.y)
        return b"[%d 0 R/XYZ null %s null]" % (self.number(place.page), top)

    def action(self, place: Destination) -> bytes:
        """The action that goes to a place, and to the element there."""
        destination = self.destination(place)
        element = self.targets.at(place) if self.targets else None
        if element is None:
            return b"/A<</S/GoTo/D%s>>" % destination
        structure = b"[%s%s" % (reference(element.number), destination[destination.index(b"/XYZ") :])
        return b"/A<</S/GoTo/D%s/SD%s>>" % (destination, structure)


def link_annotation(areas: Sequence[LinkArea], page_height: float, key: int, places: Places) -> bytes:
    """A link as an annotation with its key in the parent tree; one with several areas, over lines, has a quad for each."""
    quads = [
        (round(x), round(page_height - y - height), round(x + width), round(page_height - y))
        for _, x, y, width, height, _, _ in areas
    ]  # whole points are exact enough to click
    left, bottom, right, top = quads[0]
    if len(quads) > 1:
        lefts, bottoms, rights, tops = zip(*quads)
        left, bottom, right, top = min(lefts), min(bottoms), max(rights), max(tops)
    return (
        b"<</Type/Annot/Subtype/Link/Rect[%d %d %d %d]%s/Border[0 0 0]/F %d/StructParent %d/Contents%s%s>>"
        % (
            left,
            bottom,
            right,
            top,
            quad_points(quads) if len(quads) > 1 else b"",
            PRINTED,
            key,
            text_string(areas[0].description),
            action(areas[0].target, places),
        )
    )


def quad_points(quads: Sequence[tuple[int, int, int, int]]) -> bytes:
    """The entry for (left, bottom, right, top) of each line, in the order that readers take: the upper corners first."""
    return b"/QuadPoints" + array(
        b"%d %d %d %d %d %d %d %d" % (left, top, right, top, left, bottom, right, bottom)
        for left, bottom, right, top in quads
    )


def action(target: Target, places: Places) -> bytes:
    """Where a link leads: a place in the document, or an address."""
    if isinstance(target, Destination):
        return places.action(target)
    return b"/A<</S/URI/URI%s>>" % literal(quote(target, safe=URI_CHARACTERS).encode())


def write_outline(file: File, entries: Sequence[OutlineEntry], places: Places) -> bytes:
    """Write the outline, closed below its first level; its reference, b"12 0 R"."""
    root = file.reserve()
    first, last = _write_entries(file, entries, root, places)
    file.put(root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, last, len(entries)))
    return reference(root)


def _write_entries(
    file: File, entries: Sequence[OutlineEntry], parent: int, places: Places
) -> tuple[int, int]:
    """Write the entries below one object; the object numbers of the first and the last."""
    first = file.reserve(len(entries))
    last = first + len(entries) - 1
    for each, entry in enumerate(entries, first):
        parts = [b"<</Title%s/Parent %d 0 R" % (text_string(entry.title), parent)]
        if each > first:
            parts.append(b"/Prev %d 0 R" % (each - 1))
        if each < last:
            parts.append(b"/Next %d 0 R" % (each + 1))
        if entry.children:
            below = _write_entries(file, entry.children, each, places)
            parts.append(b"/First %d 0 R/Last %d 0 R/Count -%d" % (*below, len(entry.children)))
        there = entry.destination
        parts.append(
            (places.action(there) if places.targets else b"/Dest%s" % places.destination(there)) + b">>"
        )
        file.put(each, b"".join(parts))
    return first, last
