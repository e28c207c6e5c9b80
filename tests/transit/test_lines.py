"""Which lines stop where."""

import pytest

from guide.transit.feed import Feed
from guide.transit.lines import (
    Line,
    by_number,
    read_agencies,
    read_lines,
    read_routes,
    routes_at,
    stops_of_trips,
)
from guide.transit.near import Stop
from tests.transit.made_feed import TABLES, write_tables

STOPS = {"a": Stop("A", ["s1", "s2"]), "st": Stop("S", ["p1", "p2"]), "lone": Stop("L", ["lone"])}
NEAR = {platform: key for key, stop in STOPS.items() for platform in stop.platforms}


def runs(service):
    return service != "ended"


def names(folder, **changes):
    with Feed(write_tables(folder, **changes)) as feed:
        found = read_lines(feed, STOPS, runs)
    return {key: sorted(line.name for line in some) for key, some in found.items()}


def test_the_lines_of_each_stop(tmp_path):
    assert names(tmp_path) == {"a": ["14", "14R", "9"], "st": ["Red Line"], "lone": []}


def test_of_a_long_table_only_what_is_near_is_kept(tmp_path):
    with Feed(write_tables(tmp_path)) as feed:
        trips = stops_of_trips(feed, NEAR)
        assert trips == {"t1": {"a"}, "t2": {"a"}, "t3": {"a"}, "t4": {"st"}}
        assert trips["t1"] is trips["t2"]
        assert ("far", {"a"}) not in list(routes_at(feed, NEAR, runs))


def test_a_line_that_lets_nobody_in_or_out_does_not_stop(tmp_path):
    """Nor one that stops only for who has called before."""
    times = "trip_id, stop_id, pickup_type, drop_off_type\nt1, s1, 1, 1\nt2, s1, 1, 0\nt3,s1,2,2\n"
    assert names(tmp_path, stop_times=times)["a"] == ["9"]


def test_a_service_that_has_ended_is_no_line(tmp_path):
    assert names(tmp_path, stop_times="trip_id,stop_id\nt6,lone\n")["lone"] == []


def test_routes_that_are_lacking_are_passed_over(tmp_path):
    assert names(tmp_path, routes="route_id\n") == {"a": [], "st": [], "lone": []}


@pytest.mark.parametrize(
    "agencies, agency",
    [
        (TABLES["agency.txt"], "Metro Transit"),
        ("agency_name\nAlone\n", "Alone"),
        ("agency_id,agency_name\nA,One\nB,Two\n", ""),
        (None, ""),
    ],
)
def test_who_runs_a_line(tmp_path, agencies, agency):
    with Feed(
        write_tables(tmp_path, agency=agencies, routes="route_id,route_short_name,route_type\nr,5,3\n")
    ) as feed:
        assert read_routes(feed) == {"r": Line("bus", "5", agency)}
        assert len(read_agencies(feed)) == (agencies or "\n").count("\n") - 1


def test_lines_are_sorted_as_people_do():
    assert sorted(["14R", "N", "9", "14", "K", "100", "B4", "B10"], key=by_number) == [
        "9",
        "14",
        "14R",
        "100",
        "B4",
        "B10",
        "K",
        "N",
    ]
