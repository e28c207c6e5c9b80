"""Signs that the face lacks, drawn as shapes: circles, ticks, the alert sign, keys, list dots."""

from guide.layout.pages import ACCENT, BLACK, WHITE, Box, Path, Text
from guide.layout.style import TICK_BOX, key_numeral, least_size

ROUND = 0.5522847498  # length of the handles that make four Bezier curves a circle
CAP_HEIGHT = 0.668  # of the em


def circle(x, y, radius, fill=None, stroke=0):
    """A circle around (x, y)."""
    k = ROUND * radius
    segments = (
        ("m", x + radius, y),
        ("c", x + radius, y + k, x + k, y + radius, x, y + radius),
        ("c", x - k, y + radius, x - radius, y + k, x - radius, y),
        ("c", x - radius, y - k, x - k, y - radius, x, y - radius),
        ("c", x + k, y - radius, x + radius, y - k, x + radius, y),
        ("h",),
    )
    return Path(segments, fill, stroke)


def status_mark(x, baseline, scale, checked):
    """An open circle, or a filled one with a white tick; 8 across at scale 1; list of items."""
    centre_x, centre_y = x + 4 * scale, baseline - 4 * scale
    if not checked:
        return [circle(centre_x, centre_y, 3.5 * scale, stroke=scale)]
    points = ((-1.9, 0.1), (-0.5, 1.5), (2.0, -1.4))
    tick = [("m" if place == 0 else "l", centre_x + dx * scale, centre_y + dy * scale)
            for place, (dx, dy) in enumerate(points)]
    return [circle(centre_x, centre_y, 4 * scale, fill=BLACK), Path(tuple(tick), None, 1.2 * scale, WHITE)]


def alert_sign(centre_x, baseline, scale):
    """A solid triangle 14 x 12 with a white exclamation mark; list of items."""
    top, bottom = baseline - 11.5 * scale, baseline + 0.5 * scale
    triangle = (("m", centre_x, top), ("l", centre_x + 7 * scale, bottom), ("l", centre_x - 7 * scale, bottom), ("h",))
    bar = Box(centre_x - 0.8 * scale, top + 4 * scale, 1.6 * scale, 4.2 * scale, WHITE)
    return [Path(triangle, BLACK), bar, circle(centre_x, bottom - 2 * scale, 0.95 * scale, WHITE)]


def list_dot(x, baseline, size):
    """The dot before an item of a list, in the middle of the x-height."""
    return circle(x + 0.17 * size, baseline - 0.25 * size, 0.15 * size, fill=BLACK)


def key(x, y, side, number, style, tag=None):
    """A solid square with a section's number in white, its top left corner at (x, y); list of items."""
    return [Box(x, y, side, side, ACCENT), numeral(x + side / 2, y + side / 2, key_numeral(side, least_size(style)), number, style, tag)]


def numeral(centre_x, centre_y, size, number, style, tag=None):
    """A bold white number centred on a point, by its figures' height."""
    text = str(number)
    if len(text) > 2:
        size = size * 2.2 / len(text)
    x = centre_x - style.bold.width(text, size) / 2
    y = centre_y + CAP_HEIGHT * size / 2
    if tag and style.leftward:  # the page is turned round, and the space behind the number with it
        x -= style.bold.width(" ", size)
    return Text(tag, x, y, text + (" " if tag else ""), style.bold.main, size, WHITE)


def tick_box(x, y):
    """An empty box 12 x 12 to tick, its top left corner at (x, y)."""
    return Box(x + TICK_BOX / 2, y + TICK_BOX / 2, 12 - TICK_BOX, 12 - TICK_BOX, None, TICK_BOX)
