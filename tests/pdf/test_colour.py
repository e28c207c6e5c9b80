import io
import struct

import pytest
from PIL import ImageCms

from guide.layout.pages import ACCENT, BLACK, MARK, SHADE, TINT, WHITE
from guide.layout.pages import GREY as GREY_LINES
from guide.pdf.colour import palette_for, screen_palette, srgb_profile


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
    assert palette_for("grey", "#0B4A8C")[MARK] == (b"0 g", b"0 G")
    with pytest.raises(KeyError):
        palette_for("mauve", "#0B4A8C")


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


@pytest.mark.parametrize("ink", ["colour", "grey"])
def test_grounds_of_maps_are_light_and_their_lines_stand_out(ink):
    """Black words keep their contrast on them."""
    palette = palette_for(ink, "#0B4A8C")
    for ground in (TINT, SHADE):
        assert min(map(float, palette[ground].fill.split()[:-1])) > 0.85
    assert palette[TINT] != palette[SHADE]
    assert float(palette[GREY_LINES].stroke.split()[0]) <= 0.46  # 4.5 to 1 on white


def test_in_black_nothing_is_made_of_dots():
    palette = palette_for("black", "#0B4A8C")
    assert palette[TINT] == palette[SHADE] == palette[WHITE] and palette[GREY_LINES] == palette[BLACK]
