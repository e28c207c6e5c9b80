"""The rows of formats and presses: measures that fit together, and sizes that can be asked for."""

import pytest

from guide.formats import BOOKS, FORMATS, LARGE_PRINT_SIZE, LEAST_SIZE, PRESSES, TextStyle

books = pytest.mark.parametrize("format", [FORMATS[name] for name in BOOKS], ids=BOOKS)


@books
def test_columns_and_frame_lie_within_the_page(format):
    grid = format.measures["grid"]
    assert (grid.width, grid.height) == (format.width, format.height)
    assert grid.head < grid.top < grid.bottom < grid.foot < grid.height
    assert 0 < grid.number_column + grid.prose <= grid.live < grid.width
    assert grid.main == grid.live - grid.number_column and grid.depth == grid.bottom - grid.top


@books
def test_the_binding_is_on_the_inside(format):
    """Left of a recto, right of a verso; left of every page that is printed on one side."""
    grid = format.measures["grid"]
    assert (grid.left(1), grid.left(2)) == (grid.inner, grid.outer)
    assert grid.is_recto(3) and not grid.is_recto(4)


@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_an_edition_may_ask_for_sizes_that_can_be_read(format):
    assert LEAST_SIZE <= format.least_size <= format.most_size and format.work > 0
    assert format.is_book == bool(format.measures) and not (format.is_book and format.is_leaflet)


def test_large_print_is_large():
    assert FORMATS["large-print"].least_size == LARGE_PRINT_SIZE and not FORMATS["large-print"].divided


def test_a_baseline_is_at_three_quarters_of_a_line_or_as_told():
    assert TextStyle(12, 16).baseline == 12 and TextStyle(12, 16, 0.5).baseline == 8


def test_a_booklet_takes_pages_by_fours():
    assert (PRESSES["booklet"].multiple, PRESSES["duplex"].multiple) == (4, 2)
    assert PRESSES["single-sided"].single_sided and not PRESSES["duplex"].imposed
