"""The drawn pictograms: what their outlines have to be."""

import re

import pytest

from guide.pictograms import CROSS, GRID, NUMBERS, PICTOGRAMS, PIECE, outline


@pytest.mark.parametrize("name", PICTOGRAMS)
def test_an_outline_is_closed_and_within_its_grid(name):
    """Every contour begins with a move and ends closed; nothing lies outside of 24 by 24."""
    segments = outline(name)
    assert segments[0][0] == "m" and segments[-1] == ("h",)
    kinds = "".join(kind for kind, *_ in segments)
    assert re.fullmatch("(m[lc]+h)+", kinds)
    assert all(0 <= value <= GRID for _, *values in segments for value in values[-2:])
    assert all(len(values) == NUMBERS[{"h": "Z"}.get(kind, kind.upper())] for kind, *values in segments)


@pytest.mark.parametrize("name", PICTOGRAMS)
def test_all_of_a_path_is_drawn(name):
    path = PICTOGRAMS[name].path
    assert len(PIECE.findall(path)) == sum(map(len, outline(name)))
    assert not PIECE.sub("", path).strip(" ,")


def test_each_has_a_name_and_a_meaning():
    assert len(PICTOGRAMS) == 22 and CROSS in PICTOGRAMS
    assert all(name == each.name and each.meaning for name, each in PICTOGRAMS.items())
    assert len({each.path for each in PICTOGRAMS.values()}) == 22
