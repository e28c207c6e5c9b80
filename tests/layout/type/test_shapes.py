"""Signs that are drawn: where they stand, how large they are, and what is white on what."""

import pytest

from guide.layout.pages import ACCENT, BLACK, WHITE, Box, Path, Text
from guide.layout.tags import Tag
from guide.layout.type import shapes
from guide.layout.type.style import least_size


def edges(path):
    """(left, top, right, bottom) of a path."""
    points = [values[place : place + 2] for _, *values in path.segments for place in range(0, len(values), 2)]
    xs, ys = zip(*points)
    return min(xs), min(ys), max(xs), max(ys)


def test_a_circle_is_round():
    assert edges(shapes.circle(100, 50, 3)) == (97, 47, 103, 53)


@pytest.mark.parametrize("scale", [1, 1.5])
def test_a_status_is_an_open_circle_or_a_tick_on_a_filled_one(scale):
    """Both eight across, on the baseline; the tick lies within."""
    (empty,) = shapes.status_mark(100, 50, scale, False)
    assert empty.fill is None and empty.stroke == scale
    filled, tick = shapes.status_mark(100, 50, scale, True)
    left, top, right, bottom = edges(filled)
    assert (filled.fill, tick.stroke_colour) == (BLACK, WHITE)
    assert (left, right - left, bottom) == (100, 8 * scale, 50)
    inside = edges(tick)
    assert left < inside[0] and top < inside[1] and inside[2] < right and inside[3] < bottom


def test_the_alert_is_a_triangle_with_a_white_mark_in_it():
    triangle, bar, dot = shapes.alert_sign(100, 50, 1)
    left, top, right, bottom = edges(triangle)
    assert (right - left, bottom - top) == (14, 12) and (left + right) / 2 == 100
    assert bar.fill == dot.fill == WHITE and top < bar.y < bar.y + bar.height < edges(dot)[1] < bottom


def test_a_dot_of_a_list_stands_in_the_middle_of_small_letters():
    left, top, right, bottom = edges(shapes.list_dot(100, 50, 12))
    assert left >= 100 and (top + bottom) / 2 == 47 and right - left == pytest.approx(3.6)


@pytest.mark.parametrize("number", [1, 28, 100, 188])
def test_a_key_holds_its_number_in_white(letter, number):
    """A square for two figures and wider for more; no figure is under the least size."""
    box, words = shapes.key(100, 50, 24, number, letter)
    assert isinstance(box, Box) and isinstance(words, Text)
    assert (box.fill, box.height, words.colour, words.text) == (ACCENT, 24, WHITE, str(number))
    assert box.width >= 24 and (number > 99 or box.width == 24)
    assert box.x + shapes.KEY_MARGIN - 0.01 <= words.x
    assert words.x + words.width <= box.x + box.width - shapes.KEY_MARGIN + 0.01
    assert words.size >= least_size(letter)


def test_a_number_that_is_read_ends_with_a_space(letter):
    """So that copied words stay apart; it stands in the middle all the same."""
    tag = Tag("P")
    silent, read = (shapes.numeral(100, 50, 12, 7, letter, each) for each in (None, tag))
    assert (silent.text, read.text, read.tag) == ("7", "7 ", tag) and silent.x == read.x


def test_a_box_to_tick_is_twelve_across_with_its_stroke():
    box = shapes.tick_box(100, 50)
    assert box.fill is None and box.x - box.stroke / 2 == 100 and box.width + box.stroke == pytest.approx(12)


def test_paths_are_closed_where_they_are_filled():
    assert shapes.circle(0, 0, 1).segments[-1] == ("h",)
    assert all(each.segments[-1] == ("h",) for each in shapes.alert_sign(0, 0, 1) if isinstance(each, Path))


@pytest.mark.parametrize("side, size", [(36, 26), (28, 20), (24, 17), (18, 14), (16, 12)])
def test_a_pictogram_stands_in_the_place_of_the_number_as_an_artifact(letter, side, size):
    """White in the middle of the key, its square as large as the key tells; nothing of it is text."""
    box, path = shapes.key(100, 50, side, 7, letter, Tag("P"), "syringe")
    assert (box.width, box.height, box.fill, path.fill) == (side, side, ACCENT, WHITE)
    left, top, right, bottom = edges(path)
    inset = (side - size) / 2
    assert (
        100 + inset <= left
        and right <= 100 + side - inset
        and 50 + inset <= top
        and bottom <= 50 + side - inset
    )
    assert max(right - left, bottom - top) > 0.7 * size
