import pytest

from guide.colours import ACCENTS
from guide.layout.type.colour import (
    blackness,
    contrast,
    grey,
    grey_level,
    is_accent_in_grey,
    is_legible,
    luminance,
)

# Look, section 2: grey on a mono laser, its per cent of black, contrast on white, contrast of the grey
TABLE = {
    "blue": ("#3F3F3F", 75, 8.9, 10.5),
    "green": ("#3E3E3E", 76, 8.3, 10.7),
    "plum": ("#3E3E3E", 76, 10.3, 10.7),
    "brick": ("#444444", 73, 8.6, 9.7),
    "teal": ("#3B3B3B", 77, 8.7, 11.2),
    "brown": ("#444444", 73, 9.2, 9.7),
}


@pytest.mark.parametrize("name", TABLE)
def test_accents_are_as_the_look_says(name):
    accent, (shown, black, on_white, of_grey) = ACCENTS[name].screen, TABLE[name]
    assert grey(accent) == shown
    assert blackness(accent) == black
    assert contrast(accent) == pytest.approx(on_white, abs=0.05)
    assert contrast(grey(accent)) == pytest.approx(of_grey, abs=0.05)


@pytest.mark.parametrize("accent", [each.screen for each in ACCENTS.values()])
def test_every_colour_that_carries_words_reaches_seven_to_one(accent):
    """Black on white, white on the accent, white on its grey: all that the pages ask for."""
    assert is_legible("#000000") and is_legible(accent) and is_legible(grey(accent))
    assert is_accent_in_grey(accent)


def test_the_ends_of_the_scales():
    assert (luminance("#000000"), luminance("#FFFFFF")) == (0, pytest.approx(1))
    assert contrast("#FFFFFF", "#000000") == contrast("#000000") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1 and contrast("#000000", "#000000") == pytest.approx(1)
    assert (grey_level("#ffffff"), blackness("#FFFFFF"), blackness("#000000")) == (255, 0, 100)


def test_colours_that_do_not_serve():
    assert not is_legible("#FF6600")
    assert is_legible("#000080") and not is_accent_in_grey("#000080")  # as good as black
    assert not is_accent_in_grey("#808080")


@pytest.mark.parametrize("wrong", ["blue", "#ABC", "0B4A8C", "#0B4A8G", "#0B4A8C "])
def test_what_is_no_colour(wrong):
    with pytest.raises(ValueError, match="not a colour"):
        contrast(wrong)
