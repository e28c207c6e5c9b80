"""Colours: the operators that choose one, and the profile that says what their numbers mean. `press_colour` has those of a press."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from struct import pack
from typing import NamedTuple, TypeAlias

from guide.layout.pages import ACCENT, BLACK, MARK, SHADE, TINT, WHITE
from guide.layout.pages import GREY as GREY_LINES
from guide.layout.type.colour import channels, grey_level
from guide.pdf.backend import File

COLOUR, GREY, BLACK_ONLY, SPOT = "colour", "grey", "black", "spot"

D50 = (0.9642, 1.0, 0.8249)  # the white of every ICC profile
SRGB_PRIMARIES = (
    (0.43607, 0.22249, 0.01392),
    (0.38515, 0.71687, 0.09708),
    (0.14307, 0.06061, 0.71410),
)  # under D50
D65_TO_D50 = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)  # IEC 61966-2-1: gamma, a, b, c, d


class Paint(NamedTuple):
    """The operators that choose a colour."""

    fill: bytes
    stroke: bytes


Palette: TypeAlias = Mapping[str, Paint]  # by the colours of pages

BLACK_LEVEL, WHITE_LEVEL = (
    Paint(b"0 g", b"0 G"),
    Paint(b"1 g", b"1 G"),
)  # DeviceGray; a page begins with black


LIGHT = 0.12  # of the accent in a tint, and of black in a shade
LINES = 0.42  # the level of lines of maps: 4.5 times as dark as white and more, 3 times as dark as a tint
LEVELS = {
    BLACK: BLACK_LEVEL,
    MARK: BLACK_LEVEL,
    WHITE: WHITE_LEVEL,
    SHADE: Paint(b"%.2f g" % (1 - LIGHT), b"%.2f G" % (1 - LIGHT)),
    GREY_LINES: Paint(b"%.2f g" % LINES, b"%.2f G" % LINES),
}


def palette_for(ink: str, accent: str) -> Palette:
    """{colour: Paint} for an ink, "colour", "grey" or "black"; the accent is "#RRGGBB"."""
    return PALETTES[ink](accent)


def screen_palette(accent: str) -> Palette:
    """{colour: Paint} for a screen: black and white are grey levels, the accent is red, green and blue."""
    mixed = b"%.3f %.3f %.3f" % tuple(
        value / 255 for value in channels(accent)
    )  # three decimals keep 256 levels apart
    light = b"%.3f %.3f %.3f" % tuple(1 - LIGHT * (1 - value / 255) for value in channels(accent))
    return LEVELS | {
        ACCENT: Paint(mixed + b" rg", mixed + b" RG"),
        TINT: Paint(light + b" rg", light + b" RG"),
    }


def grey_palette(accent: str) -> Palette:
    """Grey levels alone."""
    level = b"%.3f" % (grey_level(accent) / 255)
    light = b"%.3f" % (1 - LIGHT / 2)  # not the level of a shade
    return LEVELS | {
        ACCENT: Paint(level + b" g", level + b" G"),
        TINT: Paint(light + b" g", light + b" G"),
    }


def black_palette(accent: str) -> Palette:
    """The accent and lines black, and grounds white: the highest contrast, and nothing that a copier makes dots of."""
    return LEVELS | {ACCENT: BLACK_LEVEL, GREY_LINES: BLACK_LEVEL, TINT: WHITE_LEVEL, SHADE: WHITE_LEVEL}


PALETTES: dict[str, Callable[[str], Palette]] = {
    COLOUR: screen_palette,
    GREY: grey_palette,
    BLACK_ONLY: black_palette,
}


def output_intent(file: File) -> bytes:
    """Write the sRGB output intent (PDF/A-2, 6.2.3); its reference, b"12 0 R"."""
    entries = {
        "Type": b"/OutputIntent",
        "S": b"/GTS_PDFA1",
        "OutputConditionIdentifier": b"(sRGB)",
        "Info": b"(sRGB IEC61966-2.1)",
        "DestOutputProfile": file.add_stream(srgb_profile(), {"N": 3}),
    }
    return file.add_dictionary(entries)


@cache
def srgb_profile() -> bytes:
    """An ICC profile of version 4 that is sRGB by its formula, in 500 bytes."""
    curve = icc_curve(SRGB_CURVE)
    red, green, blue = map(icc_point, SRGB_PRIMARIES)
    data = {
        b"desc": icc_words("sRGB"),
        b"cprt": icc_words("CC0"),
        b"wtpt": icc_point(D50),
        b"chad": b"sf32" + bytes(4) + fixed(D65_TO_D50),
        b"rXYZ": red,
        b"gXYZ": green,
        b"bXYZ": blue,
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    places, body, start = {}, b"", 128 + 4 + 12 * len(data)
    table = pack(">I", len(data))
    for key, element in data.items():
        if element not in places:  # one curve for all three colours
            places[element] = start + len(body)
            body += element + bytes(-len(element) % 4)
        table += key + pack(">II", places[element], len(element))
    return icc_header(start + len(body)) + table + body


def icc_header(size: int) -> bytes:
    """The first 128 bytes of a display profile (ICC.1:2010, 7.2)."""
    made = pack(">6H", 2024, 1, 1, 0, 0, 0)
    kind = pack(">III4s4s4s", size, 0, 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    return (kind + made + b"acsp" + bytes(28) + fixed(D50)).ljust(128, b"\x00")


def fixed(values: Iterable[float]) -> bytes:
    """Numbers with sixteen bits before and after the point."""
    return b"".join(pack(">i", round(value * 65536)) for value in values)


def icc_point(values: Iterable[float]) -> bytes:
    return b"XYZ " + bytes(4) + fixed(values)


def icc_curve(parameters: Iterable[float]) -> bytes:
    """A parametric curve of type 3: a power, and a line near black."""
    return b"para" + bytes(4) + pack(">HH", 3, 0) + fixed(parameters)


def icc_words(text: str) -> bytes:
    """One English text (multiLocalizedUnicode)."""
    data = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data
