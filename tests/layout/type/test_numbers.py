"""Columns for numbers: as wide as the largest number of a guide needs."""

from dataclasses import replace

import pytest

from guide.layout.type.numbers import contents_key, in_a_row, number_width, with_number_columns


@pytest.mark.parametrize("largest", [1, 7, 10, 19, 99, 100, 130])
def test_no_number_up_to_the_largest_is_wider(letter, largest):
    """Found among a few, and the same as among all of them."""
    widest = max(letter.bold.width(str(number), 17) for number in range(1, largest + 1))
    assert number_width(letter, largest, 17, bold=True) == pytest.approx(widest)


def test_columns_that_are_wide_enough_stay(letter):
    assert with_number_columns(letter, 99, 9) == letter


def test_a_wider_column_takes_what_it_needs_from_the_main_one(letter):
    """Of listings or of sections; prose gives way only where it has to."""
    for listings, sections in ((100_000, 9), (9, 1_000_000)):
        style = with_number_columns(letter, listings, sections)
        assert style.grid.number_column > letter.grid.number_column
        assert style.grid.number_column + style.grid.prose <= style.grid.live == letter.grid.live


def test_a_key_of_the_contents_grows_with_the_text(letter):
    large = replace(letter, body=letter.body._replace(size=24))
    assert contents_key(large) == 2 * contents_key(letter)


def test_numbers_in_a_row():
    """The same twice is a listing that goes on."""
    assert in_a_row([4, 5, 5, 6]) == (4, 6)
    assert in_a_row([4]) == (4, 4)
    assert in_a_row([4, 6]) == in_a_row([5, 4]) == in_a_row([]) == (0, 0)
