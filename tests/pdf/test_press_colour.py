"""The inks of a press, as operators."""

from itertools import product

import pytest

from guide.colours import ACCENTS
from guide.layout.pages import ACCENT, BLACK, MARK, TINT, WHITE
from guide.model import Spot
from guide.pdf.press_colour import accent_inks, colour_spaces, press_palette

SPOT = Spot("PANTONE 3155 C", (100, 0, 28, 44))


def test_black_is_its_own_ink_and_over_all_else():
    press = press_palette("colour", "#0b4a8c")
    assert press[BLACK] == (b"/Over gs 0 0 0 1 k", b"0 0 0 1 K")
    assert press[WHITE] == (b"/Out gs 0 0 0 0 k", b"0 0 0 0 K")
    assert press[ACCENT] == (b"/Out gs 1 0.75 0 0.2 k", b"1 0.75 0 0.2 K")


@pytest.mark.parametrize(("ink", "black"), [("grey", b"0.75"), ("black", b"1")])
def test_without_colour_there_is_black_ink_alone(ink, black):
    assert press_palette(ink, "#0B4A8C")[ACCENT].fill == b"/Out gs 0 0 0 %s k" % black


def test_a_second_ink_is_printed_as_it_is():
    """All of it, never a screen of it; and marks are in every ink that there is."""
    palette = press_palette("spot", "#0B4A8C", SPOT)
    assert (
        palette[ACCENT].fill.endswith(b"/Accent cs 1 scn") and palette[ACCENT].stroke == b"/Accent CS 1 SCN"
    )
    assert palette[MARK].stroke == b"/All CS 1 SCN"


def test_an_ink_is_named_with_the_four_that_come_nearest():
    spaces = colour_spaces("#0B4A8C", SPOT)
    assert spaces["Accent"].startswith(b"[/Separation/PANTONE#203155#20C/DeviceCMYK")
    assert b"C1[1 0 0.28 0.44]" in spaces["Accent"] and spaces["All"].startswith(
        b"[/Separation/All/DeviceCMYK"
    )
    assert b"C1[1 0.75 0 0.2]" in colour_spaces("#0B4A8C", Spot("Blue"))["Accent"]
    assert list(colour_spaces("#0B4A8C", None)) == ["All"]


def test_no_accent_is_more_ink_than_paper_takes():
    assert all(sum(accent.inks) <= 240 for accent in ACCENTS.values())


def test_a_colour_of_its_own_is_turned_into_ink():
    """At most two of cyan, magenta and yellow, and back to the same colour by the inverse of the formula."""
    for screen in product(range(0, 256, 51), repeat=3):
        *coloured, black = accent_inks("#{:02X}{:02X}{:02X}".format(*screen))
        assert sum(coloured) + black <= 200 and min(coloured) == 0, screen
        back = [255 - 2.55 * (each + black) for each in coloured]
        assert back == pytest.approx(screen, abs=2.6)


@pytest.mark.parametrize(
    "ink,tint", [("colour", b"0.12 0.09 0 0.02 k"), ("grey", b"0 0 0 0.09 k"), ("black", b"0 0 0 0 k")]
)
def test_grounds_of_maps_are_a_share_of_the_accent(ink, tint):
    palette = press_palette(ink, "#0B4A8C")
    assert palette[TINT].fill.endswith(tint)
    spot = press_palette("spot", "#0B4A8C", Spot("PANTONE 3155 C"))
    assert b"/Accent cs 0.12 scn" in spot[TINT].fill
