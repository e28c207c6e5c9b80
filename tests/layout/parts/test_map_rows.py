"""What stands on a map, and what never does."""

import pytest

from guide.layout.parts.map_rows import bounds_of, map_lists, placed_on, seen
from guide.layout.parts.map_view import view_of
from guide.model.sketch import Bounds
from tests.sketched import EAST, NORTH, at, town_map


@pytest.fixture
def guide(maker):
    """Two sections: a, b in the first, c, d in the second; d is far away."""
    places = {"a": (0, 0), "b": (0.5, 0.5), "c": (-0.5, 0.2), "d": (90, 90)}
    listings = [maker.listing(id, locations=(at(maker, *place),)) for id, place in places.items()]
    return maker.guide(
        maker.section(*listings[:2], id="food", title="Food"),
        maker.section(*listings[2:], id="beds", title="Beds"),
    )


def test_listings_of_all_sections_or_of_those_that_are_asked_for(guide):
    assert [each.number for each in placed_on(town_map(), guide)] == [1, 2, 3, 4]
    beds = placed_on(town_map(sections=("beds",)), guide)
    assert [(each.number, each.section) for each in beds] == [(3, "Beds"), (4, "Beds")]


def test_the_edges_are_around_the_listings_that_lie_in_what_is_drawn(guide):
    placed = placed_on(town_map(), guide)
    bounds = bounds_of(town_map(), placed)
    assert bounds.west < EAST - 0.005 and bounds.east > EAST + 0.005 and bounds.north < NORTH + 0.02
    own = Bounds(41.8, -87.7, 41.9, -87.6)
    assert bounds_of(town_map(bounds=own), placed) == own
    assert bounds_of(town_map(), placed[3:]) is None


def test_only_what_lies_within_is_seen_and_listed(guide):
    plan, placed = town_map(), placed_on(town_map(), guide)
    view = view_of(bounds_of(plan, placed), 400, 100, 600)
    numbers = {each.number for each in seen(placed, plan, view)}
    assert numbers == {1, 2, 3}
    lists = map_lists(placed, numbers, guide)
    assert [(each.title, [row.label for row in each.rows]) for each in lists] == [
        ("Food", ["1", "2"]),
        ("Beds", ["3"]),
    ]
