"""The markers of a map: none over another, and every number on one."""

from itertools import combinations
from random import Random

import pytest

from guide.layout.parts.map_markers import Measures, Numbered, letter, markers_of, overlap, ranges

MEASURES = Measures(lambda text: 6.0 * len(text), 12.0, 1.5)
WIDTH, HEIGHT = 400, 300


def numbers_of(markers):
    """Every number that the markers stand for."""
    return {
        number
        for marker in markers
        for text in marker.numbers
        for first, _, last in [text.partition("\u2013")]
        for number in range(int(first), int(last or first) + 1)
    }


def test_a_marker_stands_at_its_place():
    (marker,) = markers_of([Numbered(7, (100, 80))], MEASURES, WIDTH, HEIGHT)
    assert (marker.text, marker.x, marker.y, marker.is_at_home) == ("7", 100, 80, True)


def test_listings_in_the_same_place_share_one():
    (marker,) = markers_of([Numbered(3, (100, 80)), Numbered(7, (102, 80))], MEASURES, WIDTH, HEIGHT)
    assert marker.text == "3, 7" and marker.is_at_home


def test_one_without_room_stands_beside_its_place():
    markers = markers_of([Numbered(1, (100, 80)), Numbered(2, (110, 80))], MEASURES, WIDTH, HEIGHT)
    assert sorted(each.is_at_home for each in markers) == [False, True]
    away = next(each for each in markers if not each.is_at_home)
    assert away.spots in (((100, 80),), ((110, 80),))


def test_too_many_have_a_letter_in_the_order_in_which_they_are_read():
    low = [Numbered(number, (50, 250)) for number in (1, 3, 5, 7)]
    high = [Numbered(number, (300, 50)) for number in (2, 4, 6, 8)]
    markers = markers_of([*low, *high], MEASURES, WIDTH, HEIGHT)
    assert [(each.text, each.numbers) for each in markers] == [
        ("A", ("2", "4", "6", "8")),
        ("B", ("1", "3", "5", "7")),
    ]
    assert [letter(place) for place in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


@pytest.mark.parametrize("count,spread", [(5, 60), (40, 60), (150, 30), (400, 50), (60, 0.5)])
def test_none_lies_over_another_and_no_number_is_lost(count, spread):
    """However near they are to each other, and to the edges."""
    random = Random(count)
    places = [
        Numbered(
            number,
            (
                min(max(random.gauss(WIDTH / 2, 3 * spread), 0), WIDTH),
                min(max(random.gauss(HEIGHT / 2, 2 * spread), 0), HEIGHT),
            ),
        )
        for number in range(1, count + 1)
    ]
    markers = markers_of(places, MEASURES, WIDTH, HEIGHT)
    assert not [pair for pair in combinations(markers, 2) if overlap(pair[0].edges, pair[1].edges, 0)]
    assert numbers_of(markers) == set(range(1, count + 1))
    for marker in markers:
        edges = marker.edges
        assert edges.left >= 0 and edges.top >= 0 and edges.right <= WIDTH and edges.bottom <= HEIGHT


def test_numbers_in_a_row_are_a_range():
    assert ranges([9, 5, 6, 7, 1, 2, 5]) == ["1", "2", "5\u20137", "9"]
