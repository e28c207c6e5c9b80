"""The view of a map: a projection, lines cut at the frame, and made simple."""

from math import cos, radians

import pytest

from guide.layout.parts.map_view import (
    around,
    crossings,
    cut_area,
    cut_line,
    simplified,
    turned_like,
    view_of,
)
from guide.model.sketch import Bounds

BOUNDS = Bounds(41.8, -87.7, 41.9, -87.6)


def test_a_degree_east_is_shorter_by_the_cosine_of_the_latitude():
    view = view_of(BOUNDS, 400, 0, 1000)
    assert view.height == pytest.approx(400 / cos(radians(41.85)), rel=1e-6)
    assert view.spot((41.9, -87.7)) == pytest.approx((0, 0), abs=1e-6)
    assert view.spot((41.8, -87.6)) == pytest.approx((400, view.height), abs=1e-6)
    assert view.metres == pytest.approx(0.1 * 111_195 / view.height)


@pytest.mark.parametrize("least,most", [(800, 900), (100, 200)])
def test_a_frame_of_another_shape_shows_more_and_never_less(least, most):
    view = view_of(BOUNDS, 400, least, most)
    assert least <= view.height <= most
    for corner in ((41.8, -87.7), (41.9, -87.6)):
        x, y = view.spot(corner)
        assert -1e-6 <= x <= 400 + 1e-6 and -1e-6 <= y <= view.height + 1e-6
    x, y = view.spot((41.85, -87.65))
    assert (x, y) == pytest.approx((200, view.height / 2))


def test_the_edges_around_places_leave_room_also_around_a_single_one():
    bounds = around([(41.8, -87.7), (41.9, -87.6)])
    assert bounds.south < 41.8 < 41.9 < bounds.north and bounds.west < -87.7 < -87.6 < bounds.east
    one = around([(41.8, -87.7)])
    assert 600 < (one.north - one.south) * 111_195 < 700


def test_a_line_is_cut_into_what_lies_in_the_frame():
    """It leaves at the right, comes back, and what is outside is nowhere."""
    line = [(5, 5), (15, 5), (15, 8), (-5, 8)]
    assert list(cut_line(line, 10, 10)) == [((5, 5), (10, 5)), ((10, 8), (0, 8))]
    assert list(cut_line([(-5, -5), (-1, 20)], 10, 10)) == []
    assert list(cut_line([(1, 1), (9, 9)], 10, 10)) == [((1, 1), (9, 9))]


def test_an_area_is_cut_at_the_edges():
    assert set(cut_area([(-5, -5), (5, -5), (5, 5), (-5, 5)], 10, 10)) == {(0, 0), (5, 0), (5, 5), (0, 5)}
    assert cut_area([(20, 20), (30, 20), (30, 30)], 10, 10) == []
    assert len(cut_area([(-99, -99), (99, -99), (99, 99), (-99, 99), (-99, -99)], 10, 10)) == 4


def test_what_print_does_not_show_is_left_out():
    assert simplified([(0, 0), (1, 0.1), (2, 0), (3, 5), (4, 0)]) == ((0, 0), (2, 0), (3, 5), (4, 0))
    assert simplified([(0, 0), (3, 0), (0, 0)]) == ((0, 0), (3, 0), (0, 0))


def test_outlines_are_turned_and_crossed():
    outline = (0, 0), (10, 0), (10, 10), (0, 10)
    assert turned_like(outline, 1) == outline and turned_like(outline, -1) == outline[::-1]
    hole = (4, 4), (6, 4), (6, 6), (4, 6)
    assert crossings([outline, hole], 5) == [0, 4, 6, 10] and crossings([outline], 20) == []


def test_a_thick_line_stays_in_the_frame_with_half_its_width():
    view = view_of(BOUNDS, 400, 0, 1000)
    across = [(41.85, -87.8), (41.85, -87.5)]
    assert [
        each for (line,) in (view.line(across), view.line(across, 1.5)) for each in (line[0][0], line[-1][0])
    ] == pytest.approx([0, 400, 1.5, 398.5])
    assert view.line([(41.9, -87.8), (41.9, -87.5)], 1.5) == []
