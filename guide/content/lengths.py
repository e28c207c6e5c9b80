"""Lengths in the files of editions: a page of one's own, and margins, in inches, millimetres or points."""

from guide.expressions import expression
from guide.page_sizes import PageSize, refusal
from guide.problems import editions as kinds
from guide.reading.fields import Kind, Schema
from guide.reading.kinds import read_word
from guide.reading.source import Node, Source

POINTS = {"in": 72, "inch": 72, "inches": 72, '"': 72, "mm": 72 / 25.4, "cm": 72 / 2.54, "pt": 1, "": 1}
LENGTH = expression(r'(\d{1,4}(?:\.\d{1,4})?) ?(in|inch|inches|"|mm|cm|pt|)')
SHOWN = {"inch": "in", "inches": "in", '"': "in", "": "pt"}
LEAST_LENGTH, MOST_LENGTH = 1, 14_400  # points: what a PDF may have
TEXT: Schema = {"type": ["string", "number"]}


def read_length(node: Node, key: str, source: Source) -> tuple[float, str, str] | None:
    """(points, figures, unit) of a length; None if it is none."""
    text = read_word(node, key, source)
    if text is None:
        return None
    match = LENGTH.fullmatch(text.lower())
    points = round(float(match[1]) * POINTS[match[2]], 1) if match else 0
    if match and LEAST_LENGTH <= points <= MOST_LENGTH:
        return points, f"{float(match[1]):g}", SHOWN.get(match[2], match[2])
    source.report(node[1], kinds.LENGTH, key=key, text=text)
    return None


def read_points(node: Node, key: str, source: Source) -> float | None:
    """A length in points."""
    length = read_length(node, key, source)
    return length[0] if length else None


def read_page(node: Node, key: str, source: Source) -> PageSize | None:
    """Width and height of a page; None where they are not two lengths, or no page that can be read and printed."""
    value, place = node
    if not isinstance(value, list) or len(value) != 2:
        source.report(place, kinds.PAGE_SIZE, key=key)
        return None
    width, height = (read_length(each, key, source) for each in value)
    if width is None or height is None:
        return None
    if reason := refusal(width[0], height[0]):
        source.report(place, kinds.NO_PAGE, said=size_said(width, height), reason=reason)
        return None
    return PageSize(width[0], height[0], size_said(width, height))


def size_said(width: tuple[float, str, str], height: tuple[float, str, str]) -> str:
    """ "4 x 7 in", or where the units differ "4 in x 180 mm"."""
    unit = "" if width[2] == height[2] else f" {width[2]}"
    return f"{width[1]}{unit} x {height[1]} {height[2]}"


MARGIN = Kind(read_points, TEXT)
PAGE = Kind(read_page, {"type": "array", "items": TEXT, "minItems": 2, "maxItems": 2})
