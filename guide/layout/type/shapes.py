"""Signs that the face lacks, drawn as shapes: circles, ticks, the alert sign, keys, list dots."""

from collections.abc import Mapping

from guide.layout.pages import ACCENT, BLACK, WHITE, Box, Item, Path, Segment, Text
from guide.layout.tags import Tag
from guide.layout.type.fonts import CAP_HEIGHT
from guide.layout.type.style import TICK_BOX, Style, key_numeral, least_size
from guide.pictograms import GRID, outline

ROUND = 0.5522847498  # length of the handles that make four Bezier curves a circle
KEY_MARGIN = 1  # at each side of a key's number, at least
KEY_PICTOGRAMS: Mapping[float, float] = {36: 26, 28: 20, 18: 14}  # by the side of the key
LEAST_PICTOGRAM = 12  # points


def circle(x: float, y: float, radius: float, fill: str | None = None, stroke: float = 0) -> Path:
    """A circle around (x, y)."""
    k = ROUND * radius
    segments: tuple[Segment, ...] = (
        ("m", x + radius, y),
        ("c", x + radius, y + k, x + k, y + radius, x, y + radius),
        ("c", x - k, y + radius, x - radius, y + k, x - radius, y),
        ("c", x - radius, y - k, x - k, y - radius, x, y - radius),
        ("c", x + k, y - radius, x + radius, y - k, x + radius, y),
        ("h",),
    )
    return Path(segments, fill, stroke)


def status_mark(x: float, baseline: float, scale: float, checked: bool) -> list[Item]:
    """An open circle, or a filled one with a white tick; 8 across at scale 1."""
    centre_x, centre_y = x + 4 * scale, baseline - 4 * scale
    if not checked:
        return [circle(centre_x, centre_y, 3.5 * scale, stroke=scale)]
    points = ((-1.9, 0.1), (-0.5, 1.5), (2.0, -1.4))
    tick = [
        ("m" if place == 0 else "l", centre_x + dx * scale, centre_y + dy * scale)
        for place, (dx, dy) in enumerate(points)
    ]
    return [circle(centre_x, centre_y, 4 * scale, fill=BLACK), Path(tuple(tick), None, 1.2 * scale, WHITE)]


def alert_sign(centre_x: float, baseline: float, scale: float) -> list[Item]:
    """A solid triangle 14 x 12 with a white exclamation mark."""
    top, bottom = baseline - 11.5 * scale, baseline + 0.5 * scale
    triangle: tuple[Segment, ...] = (
        ("m", centre_x, top),
        ("l", centre_x + 7 * scale, bottom),
        ("l", centre_x - 7 * scale, bottom),
        ("h",),
    )
    bar = Box(centre_x - 0.8 * scale, top + 4 * scale, 1.6 * scale, 4.2 * scale, WHITE)
    return [Path(triangle, BLACK), bar, circle(centre_x, bottom - 2 * scale, 0.95 * scale, WHITE)]


def list_dot(x: float, baseline: float, size: float) -> Path:
    """The dot before an item of a list, in the middle of the x-height."""
    return circle(x + 0.17 * size, baseline - 0.25 * size, 0.15 * size, fill=BLACK)


def pictogram(name: str, x: float, y: float, size: float, colour: str) -> Path:
    """A pictogram in a square of this size, its top left corner at (x, y)."""
    scale = size / GRID
    segments: list[Segment] = [
        (kind, *(value * scale + (y if place % 2 else x) for place, value in enumerate(values)))
        for kind, *values in outline(name)
    ]
    return Path(tuple(segments), colour)


def key(
    x: float, y: float, side: float, number: int, style: Style, tag: Tag | None = None, icon: str = ""
) -> list[Item]:
    """A solid square with a section's number in white, its top left corner at (x, y); wider than high where the number
    needs it. A pictogram in the number's place is an artifact: the words beside it are read.
    """
    if icon:
        size = max(LEAST_PICTOGRAM, KEY_PICTOGRAMS.get(side, round(side * 0.72)))
        inset = (side - size) / 2
        return [Box(x, y, side, side, ACCENT), pictogram(icon, x + inset, y + inset, size, WHITE)]
    width = key_width(side, number, style)
    size = key_size(side, number, style)
    return [Box(x, y, width, side, ACCENT), numeral(x + width / 2, y + side / 2, size, number, style, tag)]


def key_size(side: float, number: int, style: Style) -> float:
    """The size of the number in a key: smaller for three figures, but never under the least size."""
    least, figures = least_size(style), len(str(number))
    size = key_numeral(side, least)
    return size if figures < 3 else max(least, size * 2.2 / figures)


def key_width(side: float, number: int, style: Style) -> float:
    """How wide a key is: a square that holds two figures, and wider for more."""
    return max(side, style.bold.width(str(number), key_size(side, number, style)) + 2 * KEY_MARGIN)


def numeral(
    centre_x: float, centre_y: float, size: float, number: int, style: Style, tag: Tag | None = None
) -> Text:
    """A bold white number centred on a point, by its figures' height."""
    text = str(number)
    x = centre_x - style.bold.width(text, size) / 2
    y = centre_y + CAP_HEIGHT * size / 2
    if tag and style.leftward:  # the page is turned round, and the space behind the number with it
        x -= style.bold.width(" ", size)
    face = style.bold.runs(text)[0][0]  # a face of the guide's own may have no figures
    return Text(tag, x, y, text + (" " if tag else ""), face, size, WHITE)


def tick_box(x: float, y: float, side: float = 12) -> Box:
    """An empty square to tick, its top left corner at (x, y)."""
    return Box(x + TICK_BOX / 2, y + TICK_BOX / 2, side - TICK_BOX, side - TICK_BOX, None, TICK_BOX)
