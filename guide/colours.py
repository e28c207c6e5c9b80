"""The colours of editions, a row each: what stands in the content, on a screen and on a press.

They are named in each language by the fixed texts (`colours`). Each is legible on white and under white, and as grey
neither black nor a tint, so that a copy without colour keeps what it marks.
"""

from collections.abc import Sequence
from colorsys import rgb_to_hls
from typing import NamedTuple


class Accent(NamedTuple):
    """A colour of an edition.

    `inks` were found by search in steps of five under Ghostscript's SWOP profile, white to white: within 4 of the
    colour in CIELAB, but for brick and brown (12), whose hue such inks do not reach; those are set dark enough that
    white on them keeps its contrast of 7 to 1.
    """

    name: str
    screen: str  # "#RRGGBB"
    inks: tuple[int, int, int, int]  # per cent of cyan, magenta, yellow and black, at most 240 in all


ACCENTS = {
    each.name: each
    for each in (
        Accent("blue", "#0B4A8C", (100, 75, 0, 20)),
        Accent("green", "#0B5A34", (80, 0, 85, 65)),
        Accent("plum", "#6E1F63", (45, 100, 0, 35)),
        Accent("brick", "#8C2A10", (0, 85, 100, 50)),
        Accent("teal", "#005459", (90, 15, 35, 65)),
        Accent("brown", "#5F4300", (0, 35, 100, 75)),
    )
}

PALE = 149  # grey of 255: from here on white words have a contrast under 3 to 1
RED = 25 / 360  # how far a red may lie from pure red on the circle of hues


def is_red(colour: str) -> bool:
    """Whether people call a colour ("#8C2A10") red: no protected emblem may be printed in it."""
    red, green, blue = (value / 255 for value in bytes.fromhex(colour[1:]))
    hue, _, saturation = rgb_to_hls(red, green, blue)
    return saturation > 0.2 and min(hue, 1 - hue) <= RED


def on_screen(inks: Sequence[float]) -> str:
    """About the colour ("#8C2A10") of cyan, magenta, yellow and black in per cent (ISO 32000-1, 10.3.5)."""
    *coloured, black = inks
    return "#" + "".join(f"{round(255 * (1 - min(1, (each + black) / 100))):02X}" for each in coloured)


def is_pale(inks: Sequence[float]) -> bool:
    """Whether white words on such inks can hardly be read, as far as their shares tell."""
    red, green, blue = bytes.fromhex(on_screen(inks)[1:])
    return 0.299 * red + 0.587 * green + 0.114 * blue > PALE
