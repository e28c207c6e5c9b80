"""Sections under subheadings: which cities and days there are, in which order, and what stands under each."""

from dataclasses import replace

import pytest

from guide import model
from guide.content.choose.choice import choose
from guide.content.choose.order import days_of
from guide.content.hours import parse_hours
from guide.language.hours_lines import hours_lines
from guide.model.order import ALWAYS, BY_APPOINTMENT, CALL_FIRST, EVERY_DAY
from tests.content.choose.test_choice import guide, listing, section


def open_at(id, hours, **more):
    """A listing with hours."""
    found, _ = parse_hours(hours) if hours else (None, ())
    return replace(listing(id, **more), hours=found.lines if found else (), opening=found and found.opening)


def groups(*sections, **edition):
    """[(heading, [ids, those of rows in brackets])] of the first section, and the ids of its listings in their order."""
    chosen, problems = choose(guide(*sections), model.Edition(name="x", **edition))
    assert problems == ()
    first = chosen.sections[0]
    found = [
        (group.heading, [entry.id if entry.whole else f"({entry.id})" for entry in group.entries])
        for group in first.groups
    ]
    return found, [each.id for each in first.listings]


def test_cities_from_a_to_z_and_anywhere_last():
    there = section("s", listing("a"), listing("b", "Ozark"), listing("c", "Éclair"), listing("d", "Ozark"))
    found, order = groups(there, order="by city")
    assert found == [("Éclair", ["c"]), ("Ozark", ["b", "d"]), ("", ["a"])]
    assert order == ["c", "b", "d", "a"]


def test_an_own_order_of_cities_comes_first():
    """Of the section, or of the edition in its place."""
    there = section(
        "s", *(listing(city[0], city) for city in ("Ash", "Birch", "Cedar")), city_order=("cedar",)
    )
    assert [name for name, _ in groups(there, order="by city")[0]] == ["Cedar", "Ash", "Birch"]
    found, _ = groups(there, order="by city", city_order=("Birch", "Cedar"))
    assert [name for name, _ in found] == ["Birch", "Cedar", "Ash"]


def test_two_cities_of_one_name_say_their_state():
    there = section(
        "s", listing("a", "Portland", "OR"), listing("b", "Portland", "ME"), listing("c", "Salem", "OR")
    )
    assert [name for name, _ in groups(there, order="by city")[0]] == [
        "Portland, ME",
        "Portland, OR",
        "Salem",
    ]


def in_part(id, neighborhood, city="Oakland"):
    """A listing in a neighborhood, or with none."""
    where = model.Address(city=city, neighborhood=neighborhood)
    return replace(listing(id), locations=(model.Location(address=where),))


def test_neighborhoods_and_cities_from_a_to_z():
    """A listing without a neighborhood stands under its city; two neighborhoods of one name have their city behind."""
    there = section(
        "s",
        *(in_part("a", "Temescal"), listing("b"), in_part("c", "", "Piedmont"), in_part("d", "Chinatown")),
        in_part("e", "Chinatown", "San Francisco"),
    )
    found, order = groups(there, order="by neighborhood")
    assert found == [
        ("Chinatown, Oakland", ["d"]),
        ("Chinatown, San Francisco", ["e"]),
        ("Piedmont", ["c"]),
        ("Temescal", ["a"]),
        ("", ["b"]),
    ]
    assert order == ["d", "e", "c", "a", "b"]


def test_an_own_order_of_neighborhoods_and_cities_comes_first():
    """It says nothing of the order by city."""
    listings = in_part("a", "Adams Point"), in_part("b", "Temescal"), in_part("c", "", "Piedmont")
    there = section("s", *listings, neighborhood_order=("temescal",))
    assert [name for name, _ in groups(there, order="by neighborhood")[0]] == [
        "Temescal",
        "Adams Point",
        "Piedmont",
    ]
    found, _ = groups(there, order="by neighborhood", neighborhood_order=("Piedmont", "Temescal"))
    assert [name for name, _ in found] == ["Piedmont", "Temescal", "Adams Point"]
    assert [name for name, _ in groups(there, order="by city")[0]] == ["Oakland", "Piedmont"]


def test_an_unknown_neighborhood_is_told():
    there = guide(section("s", in_part("a", "Temescal")))
    _, [problem] = choose(there, model.Edition(name="x", neighborhood_order=("Oakland", "Temescl")))
    assert 'neighborhood or city "Temescl"' in problem.message and "Temescal" in problem.hint
    _, problems = choose(there, model.Edition(name="x", choice=model.Choice(neighborhoods=("Oakland",))))
    assert 'neighborhood "Oakland"' in problems[0].message


def test_an_unknown_city_is_told():
    _, problems = choose(
        guide(section("s", listing("a", "Ash"))), model.Edition(name="x", city_order=("Asch",))
    )
    assert [problem.name for problem in problems] == ["unknown-choice"] and "Ash" in problems[0].hint


def test_a_listing_stands_whole_under_its_first_day_and_in_rows_under_the_others():
    """By their times within a day; numbers follow the places where they stand whole."""
    there = section(
        "s",
        open_at("late", "We 19:00-20:00"),
        open_at("early", "Mo-We 9:00-10:00"),
        open_at("noon", "Mo 12:00-13:00"),
    )
    found, order = groups(there, order="by day")
    assert found == [(0, ["early", "noon"]), (1, ["(early)"]), (2, ["(early)", "late"])]
    assert order == ["early", "noon", "late"]


def test_day_and_night_comes_first_and_who_has_no_days_last():
    there = section(
        "s",
        open_at("ask", '"by appointment"'),
        open_at("none", ""),
        open_at("daily", "Mo-Su 9:00-17:00"),
        open_at("always", "24/7"),
        open_at("sunday", "Su 10:00-12:00"),
        replace(open_at("closed", "Mo 9:00-17:00"), closed=True),
    )
    found, _ = groups(there, order="by day")
    assert found == [
        (ALWAYS, ["always"]),
        (EVERY_DAY, ["daily"]),
        (6, ["sunday"]),
        (BY_APPOINTMENT, ["ask"]),
        (CALL_FIRST, ["none", "closed"]),
    ]


@pytest.mark.parametrize(
    "hours, day, words",
    (
        ("Mo,Th 19:00-20:30", 3, "Thursday 7 pm to 8:30 pm"),
        ("Sa[1,3] 10:00-11:00", 5, "First and third Saturday of the month 10 am to 11 am"),
        ("Mo 9:00-12:00,13:00-15:00", 0, "Monday 9 am to noon and 1 pm to 3 pm"),
        ("Mo-Fr 9:00-17:00; PH off", 4, "Friday 9 am to 5 pm"),
    ),
)
def test_a_row_has_the_times_of_its_day(hours, day, words):
    times = days_of(open_at("a", hours))[day]
    assert "; ".join(hours_lines(model.OpeningHours(text="", rules=times))).replace("\xa0", " ") == words


def test_times_of_several_offices_are_one():
    """What overlaps is said once."""
    offices = (
        model.Location(opening=parse_hours(text)[0].opening)
        for text in ("Mo 9:00-17:00", "Mo 8:00-16:00,18:00+")
    )
    [rule] = days_of(replace(listing("a"), locations=tuple(offices)))[0]
    assert rule.spans == ((480, 1020), (1080, None))


def test_a_section_in_an_order_of_its_own():
    """An edition's order takes its place; a listing of another section has its rows here too."""
    first = section("s", open_at("a", "Tu 9:00-10:00"), order="by day", references=(model.Reference("b", 0),))
    second = section("t", open_at("b", "Mo,Tu 8:00-9:00"))
    assert groups(first, second)[0] == [(0, ["(b)"]), (1, ["(b)", "a"])]
    assert groups(first, second, order="by hand") == ([], ["a"])
    assert groups(first, order="by name") == ([], ["a"])


def test_a_narrowed_edition_keeps_its_subheadings():
    """As where it leaves out what is not translated."""
    there = section("s", listing("a", "Ozark"), listing("b", "Ash"))
    found, order = groups(there, order="by city", choice=model.Choice(listings=("a", "b")))
    assert found == [("Ash", ["b"]), ("Ozark", ["a"])] and order == ["b", "a"]
