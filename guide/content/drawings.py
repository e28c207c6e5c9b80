"""Drawings of a guide's own: SVG paths as editors write them, brought to the grid and the form of `guide.pictograms`.

fontTools reads the path and the file. A file may say that holes are where contours lie over each other an even number of
times (`evenodd`); the pages fill by the other rule, so its contours are turned round until that gives the same picture.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import radians
from pathlib import Path
from typing import TYPE_CHECKING

from guide.expressions import expression
from guide.pictograms import GRID
from guide.problems import pictures as kinds
from guide.problems.kind import MessageValue, ProblemKind, Trouble

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from fontTools.pens.recordingPen import RecordingPen

ViewBox = tuple[float, float, float, float]  # left, top, width, height
USUAL: ViewBox = (0, 0, GRID, GRID)
IDENTITY = (1, 0, 0, 1, 0, 0)  # a matrix that moves nothing
LIVE = (0.6, 23.5)  # where all of a drawing lies
LEAST = 12  # of the grid's side: a smaller drawing is in another box than was said
ROUNDING = 0.05  # of the grid, by which curves may stand out of their box
MOST_BYTES, MOST_SEGMENTS = 200_000, 600
NO_PATH = expression(r"[^MmZzLlHhVvCcSsQqTtAa0-9eE+.,\s-]")  # what is in no path
UNDRAWN = {
    "defs",
    "clipPath",
    "mask",
    "symbol",
    "pattern",
    "text",
}  # what a file has and does not show as an outline


class DrawingError(Exception):
    """A drawing that cannot be printed; it knows why."""

    def __init__(self, kind: ProblemKind, **values: MessageValue) -> None:
        super().__init__(kind.name)
        self.trouble: Trouble = kind, values


def drawn_path(data: str, box: ViewBox = USUAL) -> str:
    """The path of SVG path data: absolute M, L, C and Z on the grid of pictograms; raises DrawingError."""
    from fontTools.pens.recordingPen import RecordingPen  # few guides have drawings of their own
    from fontTools.svgLib.path import parse_path

    pen = RecordingPen()
    if strange := NO_PATH.search(data):
        raise DrawingError(kinds.DRAWING_DATA, reason=f'"{strange[0]}" is no command of a path')
    try:
        parse_path(data, pen)
    except Exception as error:  # it raises whatever its steps do
        raise DrawingError(kinds.DRAWING_DATA, reason=str(error)[:80]) from error
    return on_the_grid(pen, box)


def drawn_file(path: Path) -> str:
    """The path of an SVG file, as `drawn_path`; raises DrawingError, and OSError."""
    from fontTools.pens.recordingPen import RecordingPen  # see above
    from fontTools.svgLib.path import SVGPath

    if path.stat().st_size > MOST_BYTES:
        raise DrawingError(kinds.DRAWING_DETAIL, most=MOST_SEGMENTS)
    pen = RecordingPen()
    try:
        drawing = SVGPath.fromstring(path.read_bytes())
        leave_out_unfilled(drawing.root)
        move_with_groups(drawing.root)
        drawing.draw(pen)
    except DrawingError:
        raise
    except SyntaxError as error:
        raise DrawingError(kinds.DRAWING_FILE) from error
    except Exception as error:  # see drawn_path
        raise DrawingError(kinds.DRAWING_DATA, reason=str(error)[:80]) from error
    return on_the_grid(pen, box_of(drawing.root), is_even_odd(drawing.root))


def leave_out_unfilled(root: "Element") -> None:
    """Take out of a drawing what has no fill: frames that editors add, and lines."""
    if is_unfilled(root):
        raise DrawingError(kinds.DRAWING_LINES)
    for parent in list(root.iter()):
        for child in list(parent):
            if str(child.tag).rpartition("}")[2] in UNDRAWN or is_unfilled(child):
                parent.remove(child)


def move_with_groups(element: "Element", moves: Sequence[float] = IDENTITY) -> None:
    """Give every shape of a drawing the moves of its groups and its own in the one form that fontTools reads."""
    for child in element:
        own = moved_by(moves, child.get("transform", ""))
        if own != IDENTITY:
            child.set("transform", "matrix({})".format(" ".join(map(str, own))))
        move_with_groups(child, own)


def moved_by(moves: Sequence[float], text: str) -> Sequence[float]:
    """What becomes of a matrix where an SVG file adds moves: translate, scale, rotate, matrix."""
    from fontTools.misc.transform import Transform

    matrix = Transform(*moves)
    for name, listed in re.findall(r"(\w+)\s*\(([^)]*)\)", text):
        values = [float(each) for each in listed.replace(",", " ").split()]
        if name == "matrix":
            matrix = matrix.transform(values)
        elif name == "translate":
            matrix = matrix.translate(*values)
        elif name == "scale":
            matrix = matrix.scale(*values)
        elif name == "rotate":
            x, y = values[1:] or (0, 0)
            matrix = matrix.translate(x, y).rotate(radians(values[0])).translate(-x, -y)
        else:
            raise DrawingError(kinds.DRAWING_DATA, reason=f"{name} is not read")
    return tuple(matrix)


def is_unfilled(element: "Element") -> bool:
    style = element.get("style", "").replace(" ", "")
    return element.get("fill") == "none" or "fill:none" in style


def is_even_odd(root: "Element") -> bool:
    """Whether a file fills by the rule that counts contours."""
    return any(
        each.get("fill-rule") == "evenodd" or "fill-rule:evenodd" in each.get("style", "").replace(" ", "")
        for each in root.iter()
    )


def box_of(root: "Element") -> ViewBox:
    """The view box of a file, else its width and height, else the grid."""
    numbers = root.get("viewBox", "").replace(",", " ").split()
    sides = [root.get(key, "").removesuffix("px") for key in ("width", "height")]
    try:
        left, top, width, height = map(float, numbers or ("0", "0", *sides))
    except ValueError:
        return USUAL
    return (left, top, width, height) if width > 0 and height > 0 else USUAL


# --- outlines ---------------------------------------------------------------------------------------


def on_the_grid(drawing: "RecordingPen", box: ViewBox, even_odd: bool = False) -> str:
    """A drawing in its box as a path on the grid; raises DrawingError where it would not be seen, or be seen in part."""
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.pens.transformPen import TransformPen

    moved = RecordingPen()
    left, top, width, height = box
    scale = GRID / max(width, height)
    dx, dy = (GRID - width * scale) / 2 - left * scale, (GRID - height * scale) / 2 - top * scale
    drawing.replay(TransformPen(moved, (scale, 0, 0, scale, dx, dy)))
    found = contours(within_live_area(moved))
    return written(turned(found) if even_odd else found)


def within_live_area(drawing: "RecordingPen") -> "RecordingPen":
    """The drawing, a little smaller where it comes too near to the edges of the grid; raises DrawingError."""
    from fontTools.pens.boundsPen import BoundsPen
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.pens.transformPen import TransformPen

    bounds = BoundsPen(None)
    drawing.replay(bounds)
    left, top, right, bottom = bounds.bounds or (0, 0, 0, 0)
    size = max(right - left, bottom - top)
    if not size:
        raise DrawingError(kinds.DRAWING_EMPTY)
    if min(left, top) < -ROUNDING or max(right, bottom) > GRID + ROUNDING:
        raise DrawingError(kinds.DRAWING_OUTSIDE, left=left, top=top, right=right, bottom=bottom)
    if size < LEAST:
        raise DrawingError(kinds.DRAWING_SMALL, size=size)
    least, most = LIVE
    if min(left, top) >= least and max(right, bottom) <= most:
        return drawing
    scale, middle, fitted = min(1, (most - least) / size), (least + most) / 2, RecordingPen()
    dx, dy = middle - scale * (left + right) / 2, middle - scale * (top + bottom) / 2
    drawing.replay(TransformPen(fitted, (scale, 0, 0, scale, dx, dy)))
    return fitted


def contours(drawing: "RecordingPen") -> list["RecordingPen"]:
    """Each contour for itself, closed, of lines and curves with two handles."""
    from fontTools.pens.recordingPen import RecordingPen

    found: list[RecordingPen] = []
    for operator, points in drawing.value:
        if operator == "moveTo":
            found.append(RecordingPen())
        closing = operator in ("endPath", "closePath")
        if closing and found[-1].value[-1] == ("lineTo", found[-1].value[0][1]):
            found[-1].value.pop()  # closing draws that line
        found[-1].value.append(("closePath", ()) if closing else (operator, points))
    if sum(len(each.value) for each in found) > MOST_SEGMENTS:
        raise DrawingError(kinds.DRAWING_DETAIL, most=MOST_SEGMENTS)
    return [each for each in found if len(each.value) > 2]


def turned(found: list["RecordingPen"]) -> Iterator["RecordingPen"]:
    """The contours, outer ones in one direction and the holes in them in the other."""
    from fontTools.pens.areaPen import AreaPen
    from fontTools.pens.pointInsidePen import PointInsidePen
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.pens.reverseContourPen import ReverseContourPen

    for contour in found:
        depth = 0
        for other in found:
            if other is not contour:
                inside = PointInsidePen(None, contour.value[0][1][0])
                other.replay(inside)
                depth += bool(inside.getResult())
        area = AreaPen()
        contour.replay(area)
        if (area.value > 0) == (depth % 2 == 0):
            yield contour
        else:
            reversed_contour = RecordingPen()
            contour.replay(ReverseContourPen(reversed_contour))
            yield reversed_contour


def written(found: Iterable["RecordingPen"]) -> str:
    """The contours as path data."""
    from fontTools.pens.basePen import BasePen

    pieces: list[str] = []

    class Writer(BasePen):  # type: ignore[misc]  # fontTools is imported where it is needed
        """Turns what a contour is made of into M, L, C and Z."""

        def _moveTo(self, point: tuple[float, float]) -> None:
            pieces.append("M" + joined(point))

        def _lineTo(self, point: tuple[float, float]) -> None:
            pieces.append("L" + joined(point))

        def _curveToOne(self, *points: tuple[float, float]) -> None:
            pieces.append("C" + joined(*points))

        def _closePath(self) -> None:
            pieces.append("Z")

    pen = Writer(None)
    for contour in found:
        contour.replay(pen)
    return "".join(pieces)


def joined(*points: tuple[float, float]) -> str:
    """Points as path data, to two decimals."""
    return " ".join(f"{value:.2f}".rstrip("0").rstrip(".") for point in points for value in point)
