"""Finds inks that lie over each other, or that are cut, on the pages of a Document."""

from functools import cache, lru_cache
from typing import NamedTuple

from guide.layout.pages import WHITE, Box, Dots, Image, Line, Path, Text

TOUCH = 0.5  # points that two inks may share: the boxes of two letters that are kerned do
LEAST_SPACE = 0.15  # of the size, between texts that do not belong together
ELLIPSIS = "\u2026"


class Ink(NamedTuple):
    """A rectangle of ink, and the item that it belongs to."""

    left: float
    top: float
    right: float
    bottom: float
    item: object

    def over(self, other):
        """Whether the two share more than a touch in both directions."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > TOUCH
            and min(self.bottom, other.bottom) - max(self.top, other.top) > TOUCH
        )

    def within(self, other):
        return (
            self.left >= other.left - TOUCH
            and self.right <= other.right + TOUCH
            and self.top >= other.top - TOUCH
            and self.bottom <= other.bottom + TOUCH
        )


# --- the inks of items -------------------------------------------------------------------------------


@cache
def glyph_boxes(face, word, leftward):
    """The boxes of the glyphs of a word, (left, lowest, right, highest) for a size of 1 pt, and its width."""
    boxes, pen, em = [], 0, face.units_per_em
    for glyph in face.shape(word, leftward):
        extents = face.font.get_glyph_extents(glyph.id)
        if extents and extents.width and extents.height:
            left, high = pen + glyph.x_offset + extents.x_bearing, glyph.y_offset + extents.y_bearing
            boxes.append((left / em, (high + extents.height) / em, (left + extents.width) / em, high / em))
        pen += glyph.advance
    return tuple(boxes), pen / em


@cache
def word_box(face, word, leftward):
    """The box around the glyphs of a word, None where none has ink, and its width; see glyph_boxes."""
    boxes, width = glyph_boxes(face, word, leftward)
    if not boxes:
        return None, width
    lefts, lows, rights, highs = zip(*boxes)
    return (min(lefts), min(lows), max(rights), max(highs)), width


def frame(item):
    """The rectangle around all inks of a text, as an Ink; None where it has none."""
    words, size, space = item.text.split(" "), item.size, item.face.width(" ")
    pen, boxes = 0, []
    for word in reversed(words) if item.leftward else words:
        box, width = word_box(item.face, word, item.leftward)
        if box:
            boxes.append((pen + box[0], box[1], pen + box[2], box[3]))
        pen += width + space
    if not boxes:
        return None
    lefts, lows, rights, highs = zip(*boxes)
    x, y = item.x, item.y
    return Ink(
        x + min(lefts) * size, y - max(highs) * size, x + max(rights) * size, y - min(lows) * size, item
    )


@lru_cache(maxsize=1000)
def text_inks(item):
    """The inks of the glyphs of a text, a list for each of its words; few texts are looked at so closely."""
    words = item.text.split(" ")
    pen, found = item.x, []
    for word in reversed(words) if item.leftward else words:
        boxes, width = glyph_boxes(item.face, word, item.leftward)
        if boxes:
            found.append(
                [
                    Ink(
                        pen + left * item.size,
                        item.y - high * item.size,
                        pen + right * item.size,
                        item.y - low * item.size,
                        item,
                    )
                    for left, low, right, high in boxes
                ]
            )
        pen += (width + item.face.width(" ")) * item.size
    return found


def union(inks):
    return Ink(
        min(ink.left for ink in inks),
        min(ink.top for ink in inks),
        max(ink.right for ink in inks),
        max(ink.bottom for ink in inks),
        inks[0].item,
    )


def shape_inks(item):
    """The inks of what is no text: the area of a box, its four strokes, a line, dots, the frame of a path or an image."""
    if isinstance(item, Box):
        x, y, right, bottom, half = item.x, item.y, item.x + item.width, item.y + item.height, item.stroke / 2
        if item.fill:
            return [Ink(x, y, right, bottom, item)]
        sides = ((x, y, right, y), (x, bottom, right, bottom), (x, y, x, bottom), (right, y, right, bottom))
        return [thick(*side, half, item) for side in sides]
    if isinstance(item, Line):
        return [thick(item.x1, item.y1, item.x2, item.y2, item.width / 2, item)]
    if isinstance(item, Dots):
        return [thick(item.x1, item.y, item.x2, item.y, item.diameter / 2, item)] if item.x2 > item.x1 else []
    if isinstance(item, Image):
        return [Ink(item.x, item.y, item.x + item.width, item.y + item.height, item)]
    if isinstance(item, Path):
        values = [value for segment in item.segments for value in segment[1:]]
        return [Ink(min(values[::2]), min(values[1::2]), max(values[::2]), max(values[1::2]), item)]
    return []


def thick(x1, y1, x2, y2, half, item):
    """The ink of a stroke; as thick as two inks may share and a little more, so that it is never missed."""
    half = max(half, TOUCH * 0.6)
    upright = x1 == x2
    return Ink(
        min(x1, x2) - half * upright,
        min(y1, y2) - half * (not upright),
        max(x1, x2) + half * upright,
        max(y1, y2) + half * (not upright),
        item,
    )


# --- what is wrong with a page -----------------------------------------------------------------------


def faults(page, columns=None):
    """What is wrong with a page, a sentence each: inks over each other, cut at the edge, outside of the columns.

    `columns`: (left, right) of each column; a text stands in one of them. White texts stand in what is filled.
    """
    texts = [ink for item in page.items if isinstance(item, Text) and (ink := frame(item))]
    shapes = [ink for item in page.items if not isinstance(item, Text) for ink in shape_inks(item)]
    yield from over_each_other(texts)
    for text in texts:
        yield from over_shapes(text, shapes)
        yield from cut(text, page, columns)
    yield from filled_twice(
        [
            ink
            for ink in shapes
            if isinstance(ink.item, (Box, Image)) and getattr(ink.item, "fill", True) not in (None, WHITE)
        ]
    )


def over_each_other(texts):
    texts = sorted(texts, key=lambda text: text.top)
    for place, one in enumerate(texts):
        for other in texts[place + 1 :]:
            if other.top > one.bottom:
                break
            if (
                one.left < other.right
                and other.left < one.right
                and one.over(other)
                and glyphs_meet(text_inks(one.item), text_inks(other.item))
            ):
                yield f"{one.item.text!r} and {other.item.text!r} lie over each other at {one.left:.0f}, {other.top:.0f}"
            elif run_together(one, other):
                yield f"{one.item.text!r} and {other.item.text!r} read as one word at {one.left:.0f}, {other.top:.0f}"


def run_together(one, other):
    """Whether two texts on a baseline have no space between them although neither goes on where the other ends."""
    left, right = sorted((one, other))
    if abs(left.item.y - right.item.y) > TOUCH or right.left - left.right > LEAST_SPACE * min(
        left.item.size, right.item.size
    ):
        return False
    return not any(abs(end - right.item.x) < 0.01 for end in ends(left.item))


def ends(item):
    """Where a text ends, with the spaces that hang out at its end and without them."""
    return item.x + item.width, item.x + item._replace(text=item.text.strip()).width


def glyphs_meet(words, others):
    """Whether a glyph of one text lies over one of another."""
    return any(
        one.over(other)
        for word in words
        for group in others
        if union(word).over(union(group))
        for one in word
        for other in group
    )


def over_shapes(text, shapes):
    left, top, right, bottom, _ = text
    behind = [
        ink
        for ink in shapes
        if ink.top < bottom and ink.bottom > top and ink.left < right and ink.right > left
        if text.over(ink) and any(glyph.over(ink) for word in text_inks(text.item) for glyph in word)
    ]
    if text.item.colour == WHITE:
        if not any(
            text.within(ink) for ink in behind if isinstance(ink.item, Box) and ink.item.fill != WHITE
        ):
            yield f"{text.item.text!r} stands in white on white at {text.left:.0f}, {text.top:.0f}"
        behind = [ink for ink in behind if getattr(ink.item, "fill", WHITE) == WHITE]
    for ink in behind:
        yield f"{text.item.text!r} lies over a {type(ink.item).__name__} at {text.left:.0f}, {text.top:.0f}"


def cut(text, page, columns):
    if not text.within(Ink(0, 0, page.width, page.height, None)):
        yield f"{text.item.text!r} is cut at the edge of the page at {text.left:.0f}, {text.top:.0f}"
    elif (
        columns
        and text.item.colour != WHITE
        and not any(
            left - text.item.size / 12 <= text.left and text.right <= right + 1 for left, right in columns
        )
    ):
        yield f"{text.item.text!r} stands outside of its column at {text.left:.0f}, {text.top:.0f}"
    if columns and text.item.tag and text.item.text.rstrip().endswith(ELLIPSIS):
        yield f"{text.item.text!r} is cut short"


def filled_twice(boxes):
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if one.over(other) and not (isinstance(other.item, Image) and other.within(one)):
                yield f"two filled boxes lie over each other at {other.left:.0f}, {other.top:.0f}"
