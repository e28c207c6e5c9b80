"""Numbers for people who need help now, in a row."""

import pytest

from guide.formats import TextStyle
from guide.language.words import ENGLISH
from guide.layout.body.galley import Column
from guide.layout.parts.help_row import BETWEEN, HelpRow
from guide.layout.tags import Tag
from guide.layout.type.inline import RichLine
from guide.layout.type.setter import Setter
from guide.model import HelpLine

STYLE = TextStyle(12, 20, 0.8)


@pytest.fixture
def row(maker):
    def make(measure, *lines):
        setter = Setter(maker.style, 1)
        column = Column(setter, 10, measure)
        HelpRow(setter, ENGLISH, Tag("Sect")).add(
            column, [HelpLine(text=text, phone=maker.phone(number)) for text, number in lines], STYLE
        )
        return column

    return make


def test_they_stand_one_behind_the_other(row):
    """As far as they have room; numbers are 17 bold, and links."""
    lines = ("In danger", "911"), ("A bed", "217-555-0141")
    beside, below = row(400, *lines), row(160, *lines)
    assert (beside.y, below.y) == (20, 40)
    first, second = beside.items
    assert (first.x, first.y, second.y) == (10, 16, 16) and second.x > first.x + BETWEEN
    number = first.fragments[-1].inline
    assert (number.size, number.bold, number.link.target) == (17, True, "tel:+1911")


def test_one_that_is_too_long_has_lines_of_its_own(row):
    column = row(120, ("Somebody is not breathing, or is in danger", "911"), ("A bed", "988"))
    assert column.y > 60 and all(item.x == 10 for item in column.items if isinstance(item, RichLine))


def test_without_lines_there_is_nothing(row):
    assert row(400).y == 0
