"""The measures of the Letter edition: exact sums, margins, accents."""

import pytest

from guide.colours import ACCENTS
from guide.formats import BOOKS, FORMATS, TextStyle
from guide.layout.type.style import key_numeral, with_grid


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("name", ACCENTS)
def test_an_accent_is_seen_in_colour_and_in_grey(name):
    """7 to 1 on white at least, and between K70 and K80 on a printer without colour."""
    light = luminance(ACCENTS[name].screen)
    assert 1.05 / (light + 0.05) >= 7
    red, green, blue = (int(ACCENTS[name].screen[place : place + 2], 16) for place in (1, 3, 5))
    assert 0.70 <= 1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 255 <= 0.80


def test_the_letter_grid(letter):
    """Recto and verso shift the live width and nothing else."""
    grid = letter.grid
    assert (grid.live, grid.main, grid.depth, letter.u) == (492, 444, 640, 8)
    assert (grid.left(1), grid.left(2)) == (54, 66)
    assert grid.left(1) + grid.live == 546 and grid.left(2) + grid.live == 558


def test_a_baseline_is_three_quarters_down_its_line():
    """12 on 16 stands 12 down."""
    assert [TextStyle(*each).baseline for each in ((12, 16), (17, 24), (30, 32))] == [12, 18, 24]


@pytest.mark.parametrize(
    "height, rounded", [(0, 0), (1, 8), (8, 8), (8.0001, 8), (24, 24), (24.01, 32), (44, 48)]
)
def test_heights_round_up_to_the_grid(letter, height, rounded):
    """To the next multiple of eight, rounding errors left aside."""
    assert letter.up(height) == rounded


def test_nothing_is_set_below_its_least_size():
    """Small is 11, all else 12 or more."""
    for name in BOOKS:
        measures = FORMATS[name].measures
        sizes = {name: value.size for name, value in measures.items() if isinstance(value, TextStyle)}
        assert sizes.pop("small") >= 11 and min(sizes.values()) >= 12


def test_numerals_of_keys():
    """The four that are drawn, and others in proportion."""
    assert [key_numeral(side) for side in (36, 24, 20, 16, 30)] == [22, 15, 13, 11, 19]


def test_a_changed_grid_leaves_the_style_as_it_was(letter):
    """Styles are values."""
    assert with_grid(letter, prose=300).grid.prose == 300 and letter.grid.prose == 372
