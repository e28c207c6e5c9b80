"""The last page as a box `Need help now?`: rows of 44, numbers at the right, nothing over anything else."""

import pytest

from guide import model
from guide.formats import BOOKS
from guide.language.words import ENGLISH
from guide.layout.editions.book import typeset
from guide.layout.editions.book_parts import BookOptions
from guide.layout.pages import Box, Line, Text
from guide.layout.parts.help_back import HelpBack
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style


@pytest.fixture
def items(maker):
    """What stands in the box: items(*(text, number)), in a format."""

    def make(*lines, name="letter"):
        style = make_style(name, "#0B4A8C", (maker.style.regular, maker.style.bold))
        help_now = tuple(
            model.HelpLine(text=text, phone=maker.phone(number) if number else None) for text, number in lines
        )
        guide = maker.guide(help_now=help_now)
        return HelpBack(guide, Setter(style, 1), ENGLISH, Tag("Document")).items(), style

    return make


def test_a_row_is_44_high_and_its_number_ends_at_the_right(items, maker):
    found, style = items(("In danger? Call", "911"), ("A bed", "217-523-4441"))
    box = next(item for item in found if isinstance(item, Box))
    assert (box.x, box.y, box.width) == (1, 1, 490) and box.height == 10 + 24 + 88 + 10 - 2
    rules = [item.y1 for item in found if isinstance(item, Line)]
    assert rules == [34, 78]
    setter = Setter(style, 1)
    numbers = [item for item in found if not isinstance(item, Box | Line | Text)]
    ends = [item.x + setter.line_width(item.fragments, 24) for item in numbers]
    assert ends == [pytest.approx(476), pytest.approx(476)] and all(item.size == 24 for item in numbers)


@pytest.mark.parametrize("name", BOOKS)
def test_it_fits_every_page(items, name):
    """Long words turn over, and a long number goes under them on a narrow page."""
    lines = (("Somebody is not breathing or is in danger? Call", "217-523-4441"),) * 4
    found, style = items(*lines, ("Ask the staff.", ""), ("", "988"), name=name)
    box = next(item for item in found if isinstance(item, Box))
    assert box.height < style.grid.depth or name == "pocket"
    for item in found:
        if isinstance(item, Text):
            assert 16 <= item.x and item.x + item.width <= style.grid.live - 16 + 4


def test_without_numbers_there_are_lines_to_write_on(items):
    found, _ = items()
    assert sum(isinstance(item, Line) and item.width == 0.75 for item in found) == 3


@pytest.mark.parametrize("multiple", [2, 4])
def test_it_is_the_outside_of_the_guide(maker, multiple):
    """The last page of an even number, without a head; the form stands before it."""
    listed = maker.section(maker.listing("a"))
    guide = maker.guide(listed, help_now=(model.HelpLine(text="Call", phone=maker.phone("911")),))
    pages = typeset(guide, maker.style, ENGLISH, BookOptions(help=("back",), multiple=multiple))[0].pages
    assert len(pages) % multiple == 0
    words = [item.text.strip() for item in pages[-1].items if isinstance(item, Text)]
    assert words[0] == "Need help now?" and str(len(pages)) not in words
    assert any(item.text == "Corrections" for item in pages[-2].items if isinstance(item, Text))
