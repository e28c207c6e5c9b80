"""The inks of a press: black by its own ink alone, the accent of the four inks or of one of its own, marks in every ink.

Black is printed over what lies below it, so that no white edge shows where two inks do not meet; all else takes out what
lies below (ISO 32000-1, 8.6.7). Only what is filled does: no stroke of a guide lies on the accent.
"""

from collections.abc import Iterable

from guide.colours import ACCENTS
from guide.layout.pages import ACCENT, BLACK, MARK, SHADE, TINT, WHITE
from guide.layout.pages import GREY as GREY_LINES
from guide.layout.type.colour import blackness, channels
from guide.model import Spot
from guide.pdf.colour import BLACK_ONLY, GREY, LIGHT, LINES, SPOT, Paint, Palette
from guide.pdf.syntax import array, name, number

K100, NOTHING = (0, 0, 0, 100), (0, 0, 0, 0)
OVER, OUT = b"/Over gs ", b"/Out gs "
STATES = {
    "Over": b"<</Type/ExtGState/op true/OPM 1>>",  # a share of 0 leaves that ink as it is
    "Out": b"<</Type/ExtGState/op false>>",
}
ALL = b"[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[1 1 1 1]>>]"
IN_ALL = Paint(OVER + b"/All cs 1 scn", b"/All CS 1 SCN")


def press_palette(ink: str, accent: str, spot: Spot | None = None) -> Palette:
    """{colour: Paint} for an ink, "colour", "grey", "black" or "spot"; the accent is "#RRGGBB"."""
    return {
        BLACK: mixed(K100, OVER),
        WHITE: mixed(NOTHING),
        ACCENT: Paint(OUT + b"/Accent cs 1 scn", b"/Accent CS 1 SCN")
        if ink == SPOT and spot
        else mixed(press_inks(ink, accent)),
        MARK: IN_ALL,
        **press_grounds(ink, accent, spot),
    }


def press_grounds(ink: str, accent: str, spot: Spot | None) -> dict[str, Paint]:
    """The lines and grounds of maps: shares of black ink and of the accent, and none of them where all is black or white."""
    if ink == BLACK_ONLY:
        return {GREY_LINES: mixed(K100, OVER), TINT: mixed(NOTHING), SHADE: mixed(NOTHING)}
    light = number(LIGHT)
    return {
        GREY_LINES: mixed((0, 0, 0, 100 - 100 * LINES)),
        SHADE: mixed((0, 0, 0, 100 * LIGHT)),
        TINT: Paint(OUT + b"/Accent cs %s scn" % light, b"/Accent CS %s SCN" % light)
        if ink == SPOT and spot
        else mixed(LIGHT * share for share in press_inks(ink, accent)),
    }


def press_inks(ink: str, accent: str) -> tuple[float, ...]:
    """The accent in per cent of cyan, magenta, yellow and black, of which grey and black editions have the last alone."""
    if ink == BLACK_ONLY:
        return K100
    return (0, 0, 0, blackness(accent)) if ink == GREY else accent_inks(accent)


def mixed(shares: Iterable[float], state: bytes = OUT) -> Paint:
    """The Paint of four inks in per cent."""
    inks = b" ".join(number(share / 100) for share in shares)
    return Paint(state + inks + b" k", inks + b" K")


def colour_spaces(accent: str, spot: Spot | None) -> dict[str, bytes]:
    """The colour spaces that a press palette names."""
    spaces = {"All": ALL}
    if spot:
        shares = array(number(share / 100) for share in spot.inks or accent_inks(accent))
        tint = b"<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1%s>>" % shares
        spaces["Accent"] = b"[/Separation%s/DeviceCMYK%s]" % (name(spot.name), tint)
    return spaces


def accent_inks(accent: str) -> tuple[float, ...]:
    """An accent in per cent of cyan, magenta, yellow and black: by the table, or by formula.

    The formula is that of ISO 32000-1, 10.3.4, with all grey made by black (full undercolour removal): never over 200.
    """
    for known in ACCENTS.values():
        if known.screen == accent.upper():
            return known.inks
    lacking = [255 - value for value in channels(accent)]
    black = min(lacking)
    return tuple(round(value / 2.55) for value in (*(each - black for each in lacking), black))
