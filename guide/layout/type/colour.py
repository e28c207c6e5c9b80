"""What a colour is on paper: its contrast, and the grey that a printer without colours makes of it.

Colours are "#RRGGBB".
"""

from guide.expressions import expression

HEXADECIMAL = expression(r"#[0-9A-Fa-f]{6}")
LUMINANCE = (0.2126, 0.7152, 0.0722)  # of linear red, green and blue (WCAG 2.2, relative luminance)
LUMA = (
    0.299,
    0.587,
    0.114,
)  # of red, green and blue as they are coded (ITU-R BT.601): what printer drivers compute
LEAST_CONTRAST = 7  # WCAG 2.2, success criterion 1.4.6
LIGHTEST_ACCENT, DARKEST_ACCENT = 70, 80  # per cent of black, as grey


def channels(colour: str) -> tuple[int, int, int]:
    """(red, green, blue) from 0 to 255; ValueError where it is no colour."""
    if not HEXADECIMAL.fullmatch(colour):
        raise ValueError(f"{colour!r} is not a colour as in #0B4A8C")
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def luminance(colour: str) -> float:
    """From 0, black, to 1, white."""
    return sum(share * linear(value / 255) for share, value in zip(LUMINANCE, channels(colour)))


def linear(value: float) -> float:
    """Light in proportion to a value of sRGB, both from 0 to 1."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def contrast(colour: str, other: str = "#FFFFFF") -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(colour), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def grey_level(colour: str) -> int:
    """The grey of a colour, from 0, black, to 255."""
    return round(sum(share * value for share, value in zip(LUMA, channels(colour))))


def grey(colour: str) -> str:
    """The grey of a colour as a colour: "#3F3F3F" for "#0B4A8C"."""
    return "#" + 3 * f"{grey_level(colour):02X}"


def blackness(colour: str) -> int:
    """The grey of a colour in per cent of black ink: 75 for "#0B4A8C"."""
    return round(100 - grey_level(colour) / 2.55)


def is_legible(colour: str) -> bool:
    """Whether words can stand in this colour on white, and in white on this colour."""
    return contrast(colour) >= LEAST_CONTRAST


def is_accent_in_grey(colour: str) -> bool:
    """Whether a copy in grey shows it neither as black nor as a tint."""
    return LIGHTEST_ACCENT <= blackness(colour) <= DARKEST_ACCENT
