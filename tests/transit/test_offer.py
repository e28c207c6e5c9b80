"""What is offered for the way to an office."""

from datetime import date

from guide.language.ways import ways_text
from guide.transit.lines import Line
from guide.transit.offer import NearStop, find_stops, name_of, offered, one_of_each_name
from tests.transit.made_feed import HERE, OFFERED, pack_tables, write_tables

TODAY = date(2026, 4, 2)
POINT = float(HERE[0]), float(HERE[1])


def bus(*names, agency="M"):
    return frozenset(Line("bus", name, agency) for name in names)


def stop(name="A", metres=10.0, lines=(), accessible=None):
    return NearStop(name, metres, frozenset(lines), accessible)


def said(*stops):
    return ways_text(offered(stops, "DE"), "en")


def test_what_a_timetable_offers(tmp_path):
    found = find_stops([pack_tables(tmp_path / "a.zip")], [POINT, (0.5, 0.5)], 400, TODAY)
    assert [each.name for each in found.stops[0]] == ["16th St & Mission St", "16th St Mission", "Old Depot"]
    assert ways_text(offered(found.stops[0], "US"), "en") == OFFERED
    assert found.stops[1] == found.problems == ()


def test_a_timetable_that_is_over_is_told(tmp_path):
    found = find_stops([write_tables(tmp_path / "a")], [POINT], 400, date(2027, 1, 1))
    (problem,) = found.problems
    assert "ended on 2026-12-31" in problem.message and found.stops[0][0].lines


def test_several_timetables_are_one(tmp_path):
    """A line of the same name that another agency runs is told apart."""
    other = write_tables(
        tmp_path / "b",
        agency="agency_id,agency_name\nB,Bay Bus\n",
        routes="route_id,route_short_name,route_type\nr9,9,3\n",
    )
    found = find_stops([write_tables(tmp_path / "a"), other], [POINT], 400, TODAY)
    assert ways_text(offered(found.stops[0], "US"), "en").startswith(
        "Bus 9 (Bay Bus), 9 (Metro Transit), 14, 14R: "
    )


def test_both_sides_of_a_street_and_both_orders_of_two_streets_are_one_stop():
    here = stop("Oak Pkwy at Elm", 90, bus("1"), accessible=True)
    (found,) = one_of_each_name([here, stop("Elm & Oak Pkwy", 30, bus("2"), accessible=True)])
    assert found == stop("Elm & Oak Pkwy", 30, bus("1", "2"), accessible=True)


def test_each_line_has_its_nearest_stop():
    assert said(stop("A", 10, bus("1")), stop("B", 90, bus("1")), stop("C", 120, bus("1", "2"))) == (
        "Bus 1: A, about 50 m; Bus 2: C, about 100 m"
    )


def test_an_offer_is_short():
    """Three stops, and eight lines of each."""
    stops = [stop(name, place, bus(name)) for place, name in enumerate("ABCD")]
    assert said(*stops) == "Bus A: A, about 50 m; Bus B: B, about 50 m; Bus C: C, about 50 m"
    assert said(stop("A", 1, bus(*"123456789"))) == "Bus 1, 2, 3, 4, 5, 6, 7, 8 and more: A, about 50 m"


def test_without_a_line_or_a_name_nothing_is_offered():
    assert said(stop("A"), stop("", 1, bus("1")), stop("B", 1, [Line("line", "", "")])) == ""
    assert said(stop("A", 1, [Line("ferry", "", "")])) == "Ferry: A, about 50 m"


def test_both_sides_of_a_street_are_one_stop():
    """That is accessible where both are."""
    one, other = stop("A", 20, bus("1"), True), stop("a", 10, bus("2"), True)
    assert one_of_each_name([one, other]) == [stop("a", 10, bus("1", "2"), True)]
    assert one_of_each_name([one, other._replace(accessible=False)])[0].accessible is None


def test_names_of_lines():
    assert name_of(Line("bus", "1", "M"), True) == "1 (M)" and name_of(Line("bus", "1", ""), True) == "1"
