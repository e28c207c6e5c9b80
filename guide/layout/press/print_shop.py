"""Single pages for a print shop: bleed, marks, and nothing that the knife could take.

A shop imposes itself, so pages come one by one in reading order, each on a sheet that is larger by the bleed.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from guide.layout.pages import Area, Box, Dots, Image, Line, Path, Placement, Sheet, Text
from guide.layout.type.shapes import CAP_HEIGHT
from guide.layout.type.style import HAIRLINE
from guide.problems.layout import SAFE_MARGIN

DESCENT = 0.22  # of the em, below the baseline
MARK_LENGTH = 18
NEAR = 0.1  # what is so close to the trim is meant to lie on it


@dataclass(frozen=True, kw_only=True, slots=True)
class PressOptions:
    """What a print shop asks for."""

    bleed: float = 9  # 0.125 in
    crop_marks: bool = False
    safe: float = 18  # 0.25 in from the trim, where nothing stands that matters


class Edges(NamedTuple):
    """How far an item reaches on its page."""

    left: float
    top: float
    right: float
    bottom: float


def prepare_for_press(document, options, mark):
    """(document with its bleed, sheets, problems); the problems point at `mark`, the edition that asks for a press."""
    sheets = tuple(press_sheet(index, page, options) for index, page in enumerate(document.pages))
    return extend_into_bleed(document, options.bleed), sheets, check_safe_margin(document, options.safe, mark)


def press_sheet(index, page, options):
    """A page alone in the middle of its sheet."""
    bleed = options.bleed
    margin = bleed + MARK_LENGTH if options.crop_marks else bleed
    trim = Area(margin, margin, page.width, page.height)
    window = Area(margin - bleed, margin - bleed, page.width + 2 * bleed, page.height + 2 * bleed)
    return Sheet(
        width=page.width + 2 * margin,
        height=page.height + 2 * margin,
        placements=(Placement(index, margin, margin, window),),
        marks=tuple(crop_marks(trim, bleed)) if options.crop_marks else (),
        trim=trim,
        bleed=window,
    )


def crop_marks(trim, gap):
    """Two strokes at each corner of the trim, outside the bleed."""
    for x in (trim.x, trim.x + trim.width):
        yield Line(x, trim.y - gap - MARK_LENGTH, x, trim.y - gap, HAIRLINE)
        yield Line(x, trim.y + trim.height + gap, x, trim.y + trim.height + gap + MARK_LENGTH, HAIRLINE)
    for y in (trim.y, trim.y + trim.height):
        yield Line(trim.x - gap - MARK_LENGTH, y, trim.x - gap, y, HAIRLINE)
        yield Line(trim.x + trim.width + gap, y, trim.x + trim.width + gap + MARK_LENGTH, y, HAIRLINE)


def extend_into_bleed(document, bleed):
    """The document with every filled box that touches the trim grown beyond it."""
    pages = (
        replace(page, items=tuple(grown(item, page, bleed) for item in page.items)) for page in document.pages
    )
    return replace(document, pages=tuple(pages))


def grown(item, page, bleed):
    """The item itself, or a larger box."""
    if not bleeds(item, page):
        return item
    left, top, right, bottom = (bleed if near else 0 for near in touches(item, page))
    width, height = item.width + left + right, item.height + top + bottom
    return item._replace(x=item.x - left, y=item.y - top, width=width, height=height)


def bleeds(item, page):
    """Whether it is a filled box that touches the trim."""
    return isinstance(item, Box) and item.fill is not None and any(touches(item, page))


def touches(item, page):
    """Whether it reaches the trim at the left, top, right and bottom."""
    edges = edges_of(item)
    return (
        edges.left <= NEAR,
        edges.top <= NEAR,
        edges.right >= page.width - NEAR,
        edges.bottom >= page.height - NEAR,
    )


def check_safe_margin(document, safe, mark):
    """A warning for each kind of thing nearer to the trim than `safe`, but for boxes that bleed and words on them."""
    found = {}  # (what, how near): indices of pages
    for index, page in enumerate(document.pages):
        for item, room in near_the_edge(page, safe):
            found.setdefault((name_of(item), f"{max(room, 0):.0f}"), {})[index] = True
    return tuple(
        _unsafe(what, room, [document.pages[index].folio for index in pages], safe, mark)
        for (what, room), pages in found.items()
    )


def near_the_edge(page, safe):
    """(item, how near) for what should be further in."""
    blocks = [edges_of(item) for item in page.items if bleeds(item, page)]
    for item in page.items:
        edges = edges_of(item)
        room = room_of(edges, page)
        if room < safe - NEAR and not any(within(edges, block) for block in blocks):
            yield item, room


def _unsafe(what, room, folios, safe, mark):
    others = f" and {len(folios) - 1} more" if len(folios) > 1 else ""
    return SAFE_MARGIN.at(mark, pages=folios[0] + others, thing=what, room=room, safe=safe)


def room_of(edges, page):
    """From an item to the nearest edge of its page; less than 0 beyond it."""
    return min(edges.left, edges.top, page.width - edges.right, page.height - edges.bottom)


def within(edges, block):
    return (
        edges.left >= block.left - NEAR
        and edges.top >= block.top - NEAR
        and edges.right <= block.right + NEAR
        and edges.bottom <= block.bottom + NEAR
    )


def name_of(item):
    """What to call an item in a message."""
    if isinstance(item, Text):
        return f'"{item.text.strip()}"'
    if isinstance(item, Image):
        return f"the picture {item.path}"
    return {Line: "a rule", Box: "a box", Dots: "a leader"}.get(type(item), "a drawn sign")


def edges_of(item):
    """How far an item reaches."""
    return EDGES[type(item)](item)


def _text_edges(item):
    face, text = item.face, item.text.rstrip()
    width = sum(map(face.width, text.split(" "))) + text.count(" ") * face.width(" ")
    return Edges(
        item.x, item.y - CAP_HEIGHT * item.size, item.x + width * item.size, item.y + DESCENT * item.size
    )


def _box_edges(item):
    half = item.stroke / 2 if isinstance(item, Box) else 0
    return Edges(item.x - half, item.y - half, item.x + item.width + half, item.y + item.height + half)


def _path_edges(item):
    points = [value for _, *values in item.segments for value in values]
    xs, ys, half = points[::2], points[1::2], item.stroke / 2
    return Edges(min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)


def _line_edges(item):
    half = item.width / 2
    (left, right), (top, bottom) = sorted((item.x1, item.x2)), sorted((item.y1, item.y2))
    upright = left == right  # a stroke ends flat at its ends
    across, down = (half, 0) if upright else (0, half)
    return Edges(left - across, top - down, right + across, bottom + down)


def _dots_edges(item):
    half = item.diameter / 2
    return Edges(item.x1, item.y - half, item.x2 + half, item.y + half)


EDGES = {
    Text: _text_edges,
    Box: _box_edges,
    Image: _box_edges,
    Path: _path_edges,
    Line: _line_edges,
    Dots: _dots_edges,
}
