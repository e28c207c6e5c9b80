"""The box `Need help now?`: words and numbers side by side, or lines to write on."""

import pytest

from guide.language.words import ENGLISH
from guide.layout.pages import Box, Line, Text
from guide.layout.parts.cover_help import FIELDS, CoverHelp
from guide.layout.tags import Tag
from guide.layout.type.inline import RichLine
from guide.layout.type.setter import Setter
from guide.model import HelpLine


@pytest.fixture
def helps(maker):
    def make(width=318, tight=False):
        guide = maker.guide(maker.section(maker.listing()))
        return CoverHelp(guide, Setter(maker.style, 2), ENGLISH, Tag("Document"), width, tight)

    return make


def line(maker, text, number="", **more):
    return HelpLine(text=text, phone=maker.phone(number, **more) if number else None)


def test_rows_begin_36_below_the_top_and_share_the_height(helps, maker):
    """Number 24 bold, ending sixteen from the edge, in the middle of its row; it is dialled."""
    lines = [line(maker, "In danger", "911"), line(maker, "A bed", "217-555-0141")]
    row = helps().box(lines, 160)
    rules = [item for item in row.items if isinstance(item, Line)]
    numbers = [item for item in row.items if isinstance(item, RichLine)]
    assert row.height == 160 and [rule.y1 for rule in rules] == [36, 94]
    assert [number.size for number in numbers] == [24, 24]
    assert [number.fragments[0].inline.link.target for number in numbers] == ["tel:+1911", "tel:+12175550141"]
    frame = next(item for item in row.items if isinstance(item, Box))
    assert (frame.x, frame.width, frame.height, frame.stroke) == (1, 316, 158, 2)


def test_words_before_a_number_end_with_a_space(helps, maker):
    row = helps().box([line(maker, "In danger", "911")])
    assert "In danger " in [item.text for item in row.items if isinstance(item, Text)]


def test_long_words_make_a_row_higher_and_a_long_number_stands_under_them(helps, maker):
    short, long = (helps().help(line(maker, text, "911")) for text in ("In danger", "In danger of life " * 6))
    under = helps().help(line(maker, "To talk", "1-800-273-TALK (8255) now"))
    assert short.height == 36 < long.height and not short.below and under.below
    assert helps(tight=True).help(line(maker, "In danger", "911")).height == 27


def test_words_alone_and_numbers_that_nobody_can_dial(helps, maker):
    alone = helps().help(line(maker, "Ask the staff"))
    assert alone.number == [] and alone.height == 20
    words = helps().help(line(maker, "At night", "See the door", e164=""))
    assert isinstance(words.number[0], Text)


def test_without_lines_the_staff_can_write_some(helps):
    row = helps().box([], 160)
    assert sum(isinstance(item, Line) for item in row.items) >= FIELDS and row.height >= 160
