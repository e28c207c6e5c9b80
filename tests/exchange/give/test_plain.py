"""Prose in plain words."""

from guide.exchange.give.plain import names_in, plain_prose
from guide.reading.prose import read_prose


def test_prose_has_no_marks_left(everything):
    prose = read_prose(
        "Meals for **all**, see [the menu](https://a.org/m) and [[refuge]].\n\n1. soup\n2. bread"
    ).prose
    said = plain_prose(prose, names_in(everything))
    assert said == "Meals for all, see the menu (https://a.org/m) and Refuge.\n\n1. soup\n2. bread"
