import io
import struct
from itertools import product

import pytest
from PIL import ImageCms

from guide.colours import ACCENTS
from guide.layout.pages import ACCENT, BLACK, WHITE
from guide.pdf.colour import accent_inks, palette_for, screen_palette, srgb_profile


def test_colours():
    palette = screen_palette("#0B4A8C")
    assert palette[BLACK] == (b"0 g", b"0 G")
    assert palette[WHITE] == (b"1 g", b"1 G")
    assert palette[ACCENT] == (b"0.043 0.290 0.549 rg", b"0.043 0.290 0.549 RG")


def test_inks():
    assert palette_for("colour", "#0B4A8C") == screen_palette("#0B4A8C")
    assert palette_for("grey", "#0B4A8C")[ACCENT] == (b"0.247 g", b"0.247 G")
    assert (
        palette_for("black", "#0B4A8C")[ACCENT] == palette_for("black", "#0B4A8C")[BLACK] == (b"0 g", b"0 G")
    )
    press = palette_for("press", "#0b4a8c")
    assert press[BLACK] == (b"0 0 0 1 k", b"0 0 0 1 K")
    assert press[WHITE] == (b"0 0 0 0 k", b"0 0 0 0 K")
    assert press[ACCENT] == (b"1 0.75 0 0.2 k", b"1 0.75 0 0.2 K")
    with pytest.raises(KeyError):
        palette_for("mauve", "#0B4A8C")


def test_no_accent_is_more_ink_than_paper_takes():
    assert all(sum(accent.inks) <= 240 for accent in ACCENTS.values())


def test_a_colour_of_its_own_is_turned_into_ink():
    """At most two of cyan, magenta and yellow, and back to the same colour by the inverse of the formula."""
    for screen in product(range(0, 256, 51), repeat=3):
        *coloured, black = accent_inks("#{:02X}{:02X}{:02X}".format(*screen))
        assert sum(coloured) + black <= 200 and min(coloured) == 0, screen
        back = [255 - 2.55 * (each + black) for each in coloured]
        assert back == pytest.approx(screen, abs=2.6)


def test_the_colour_profile_is_srgb():
    data = srgb_profile()
    assert len(data) < 600
    assert struct.unpack(">I", data[:4]) == (len(data),)
    profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
    assert profile.profile.version == pytest.approx(4.2)
    assert profile.profile.profile_description == "sRGB"
    ours, builtin = profile.profile, ImageCms.createProfile("sRGB")
    for colour in ("red", "green", "blue"):
        mine, theirs = (getattr(each, f"{colour}_colorant")[0] for each in (ours, builtin))
        assert mine == pytest.approx(theirs, abs=0.001)
