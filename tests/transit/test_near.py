"""Stops that are near, measured as people walk."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.content.choose.rules import kilometres
from guide.model import Nearby
from guide.transit.feed import Feed
from guide.transit.near import ROUND, Near, Stop, point_of
from tests.thorough import examples
from tests.transit.made_feed import HERE, write_tables

POINT = float(HERE[0]), float(HERE[1])


def near(folder, metres=400, **changes):
    found = Near([POINT], metres)
    with Feed(write_tables(folder, **changes)) as feed:
        found.read(feed)
    return found


def test_a_station_is_as_near_as_its_entrance_and_has_all_its_platforms(tmp_path):
    found = near(tmp_path)
    assert set(found.distances[0]) == set(found.stops) == {"s1", "s2", "st", "lone"}
    assert found.stops["st"] == Stop("16th St Mission", ["p1", "p2"], ["", ""], "1")
    assert found.distances[0]["st"] < 60
    assert not found.problems


@pytest.mark.parametrize(
    "known, own, accessible",
    [
        (["1"], "", True),
        (["1", "2"], "", None),
        (["2"], "1", False),
        ([""], "", None),
        ([], "1", None),
        (["", ""], "1", True),
    ],
)
def test_a_wheelchair_is_told_where_it_is_known_of_every_platform(known, own, accessible):
    assert Stop("A", [], known, own).accessible is accessible


def test_a_stop_whose_place_cannot_be_read_is_told_once(tmp_path):
    stops = 'stop_id,stop_name,stop_lat,stop_lon\na,"A\nB",37.7651,-122.4197\nb,B,north,0\nc,C,0,0\nd,D,,\n'
    found = near(tmp_path, stops=stops)
    assert set(found.stops) == {"a"} and found.stops["a"].name == "A B"
    (problem,) = found.problems
    assert problem.mark.line == 4 and problem.message.startswith("3 of the stops")


points = st.tuples(st.floats(0.1, 80), st.floats(-179, 179))
steps = st.tuples(st.floats(-0.01, 0.01), st.floats(-0.02, 0.02))


@settings(max_examples=examples(60, 3000), deadline=None)
@given(points=st.lists(points, min_size=1, max_size=4), step=steps, metres=st.floats(50, 5000))
def test_the_squares_of_the_map_miss_nothing(points, step, metres):
    north, east = points[0][0] + step[0], points[0][1] + step[1]
    found = Near(points, metres)
    assert found.measure(("a", str(north), str(east), "", "", "", ""))
    for number, (n, e) in enumerate(points):
        far = kilometres(north, east, Nearby(latitude=n, longitude=e, kilometres=0)) * 1000 * ROUND
        assert ("a" in found.distances[number]) == (far <= metres)


def test_points():
    assert (
        point_of("1", "2") == (1, 2)
        and point_of("nan", "2") is point_of("91", "0") is point_of("0", "0.0") is None
    )
