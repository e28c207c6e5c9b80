"""Numbers that listings keep."""

from dataclasses import replace

import pytest

from guide.content.choose.printable import printable
from guide.content.numbers import (
    check_numbers,
    highest_of,
    listing_of,
    next_numbers,
    same_numbers,
    with_numbers,
)


@pytest.fixture
def stable(maker):
    """A guide whose listings keep their numbers: 7, none, hidden and none, 3; 9 was given to one that is gone."""
    return maker.guide(
        maker.section(
            maker.listing("a", number=7),
            maker.listing("b"),
            maker.listing("c", printed=False),
            maker.listing("d", number=3),
        ),
        numbers="stable",
        highest_number=9,
    )


def test_a_number_is_never_given_again(stable):
    assert highest_of(stable) == 9
    assert next_numbers(stable) == {"b": 10}
    assert highest_of(replace(stable, highest_number=0)) == 7


def test_what_has_none_yet_is_printed_with_the_one_that_it_will_get(stable):
    """And every other with its own, in whatever order it stands."""
    printed = printable(stable)
    assert printed.entries == {"a": 7, "b": 10, "d": 3}
    assert listing_of(10, printed).id == "b" and listing_of(2, printed) is None
    assert with_numbers(printed) is printed
    assert printable(replace(stable, numbers="in order")).entries == {"a": 1, "b": 2, "d": 3}


def test_doubles_are_errors_and_missing_ones_a_warning(stable, maker):
    assert [(each.name, each.level) for each in check_numbers(stable)] == [("no-listing-number", "warning")]
    twice = maker.guide(
        maker.section(maker.listing("a", number=1), maker.listing("b", number=1)), numbers="stable"
    )
    (problem,) = check_numbers(twice)
    assert (
        problem.level == "error" and "Name of b has the number 1, which Name of a has too" in problem.message
    )
    assert not list(check_numbers(replace(twice, numbers="in order")))
    assert not list(same_numbers(stable))
    many = maker.guide(maker.section(*(maker.listing(f"n{n}") for n in range(5))), numbers="stable")
    assert "Name of n2 and 2 more have no number yet" in next(check_numbers(many)).message
