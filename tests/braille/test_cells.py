"""Texts in cells, and cells in lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.braille.cells import GOES_ON, SPACE, in_cells, wrapped
from guide.braille.liblouis import braille_of, cells_of
from tests.braille.read_back import needs_liblouis

pytestmark = needs_liblouis


@pytest.fixture
def english():
    return braille_of("en", True)


def test_an_address_is_written_letter_by_letter_among_contracted_words(english):
    cells = in_cells("see the menu (https://harbor.org/menu) there", english).split(SPACE)
    assert cells[3] == cells_of("(https://harbor.org/menu)", english.letters)
    assert cells[1] == cells_of("the", english.usual) == "⠮"
    assert in_cells("help@harbor.org", english) == cells_of("help@harbor.org", english.letters)


def test_no_line_ends_within_a_number(english):
    cells = in_cells("call now +44 20 7946 0123 please", english)
    lines = wrapped(cells, 22, 0, 0)
    number = cells_of("+44 20 7946 0123", english.letters)
    assert len(lines) == 3 and lines[1].startswith(number)


@given(
    st.lists(st.integers(1, 30), min_size=1, max_size=20),
    st.integers(10, 40),
    st.integers(0, 6),
    st.integers(0, 6),
)
def test_lines_hold_every_word_in_order(lengths, width, first, others):
    """None is longer than it may be; what is divided goes on behind dot 5."""
    words = ["⠿" * length for length in lengths]
    lines = wrapped(SPACE.join(words), width, first, others)
    assert all(len(line) <= width for line in lines)
    assert lines[0].startswith(SPACE * first) and all(line.startswith(SPACE * others) for line in lines[1:])
    whole = SPACE.join(line.strip(SPACE) for line in lines).replace(GOES_ON + SPACE, "")
    assert whole.split(SPACE) == words


def test_nothing_is_no_line():
    assert wrapped("", 40, 2, 0) == []
