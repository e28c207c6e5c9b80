"""The colours of editions: what each may not do on paper."""

import re

import pytest

from guide.colours import ACCENTS, is_pale, is_red, on_screen


@pytest.mark.parametrize("accent", ACCENTS.values(), ids=lambda accent: accent.name)
def test_a_colour_is_given_for_the_screen_and_for_a_press(accent):
    """No more ink than paper takes."""
    assert re.fullmatch("#[0-9A-F]{6}", accent.screen)
    assert len(accent.inks) == 4 and all(0 <= ink <= 100 for ink in accent.inks) and sum(accent.inks) <= 240


def test_no_two_are_alike():
    assert (
        len({accent.screen for accent in ACCENTS.values()})
        == len({each.inks for each in ACCENTS.values()})
        == len(ACCENTS)
    )
    assert all(name == accent.name for name, accent in ACCENTS.items())


def test_what_people_call_red():
    """Brick is the red of the editions; a white cross in it is a protected emblem."""
    assert [name for name, accent in ACCENTS.items() if is_red(accent.screen)] == ["brick"]
    assert is_red("#FF0000") and is_red("#C8102E") and not is_red("#FFFFFF") and not is_red("#333333")


def test_inks_are_about_a_colour():
    assert on_screen((100, 0, 28, 44)) == "#008F47"
    assert on_screen((0, 0, 0, 100)) == "#000000" and on_screen((0, 0, 0, 0)) == "#FFFFFF"
    assert is_red(on_screen((0, 100, 100, 0))) and not is_red(on_screen((100, 0, 28, 44)))


def test_pale_inks_carry_no_white_words():
    assert is_pale((0, 0, 100, 0)) and not is_pale((100, 0, 28, 44))
    assert not any(is_pale(accent.inks) for accent in ACCENTS.values())
