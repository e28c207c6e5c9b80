"""When a place is open beside weekdays by day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content.hours import parse_hours
from guide.model import OpeningHours, OpeningRule
from guide.model.late import closings, joined_week, late_of


def late(text):
    """{field: [(days, spans)]} of hours in the syntax of OpenStreetMap."""
    found = late_of(parse_hours(text)[0].opening)
    return {
        field: [(rule.days, rule.spans) for rule in rules]
        for field, rules in found._asdict().items()
        if field != "always" and rules
    }


def test_day_and_night_is_told_alone():
    """Holidays do not matter."""
    for text in ("24/7", "24/7; PH off", "Mo-Su 00:00-24:00"):
        found = late_of(parse_hours(text)[0].opening)
        assert found == (True, (), (), (), ())


@pytest.mark.parametrize("text", ["Mo-Fr 09:00-17:00", "Mo-Fr 08:00-16:30; PH off", "PH 10:00-12:00", "off"])
def test_weekdays_by_day_are_in_no_list(text):
    assert late(text) == {}


@pytest.mark.parametrize(
    "text, days, spans",
    [
        ("Mo-Fr 09:00-17:01", (0, 1, 2, 3, 4), ((540, 1021),)),
        ("Tu,Th 18:00-21:00", (1, 3), ((1080, 1260),)),
        ("Tu 09:00-12:00,18:00-20:00", (1,), ((1080, 1200),)),
        ("Fr 20:00-02:00", (4,), ((1200, 1560),)),
        ("Mo 17:00+", (0,), ((1020, None),)),
    ],
)
def test_evenings_of_weekdays(text, days, spans):
    """Only the spans that end after 5 pm."""
    assert late(text) == {"evenings": [(days, spans)]}


def test_an_open_end_in_the_day_is_no_evening():
    assert "evenings" not in late("Mo-Fr 10:00+")


@pytest.mark.parametrize(
    "text", ["Mo-Su 19:00-07:00", "19:00-07:00", "00:00-07:00,19:00-24:00", "Mo-Su 20:00-24:00,00:00-08:00"]
)
def test_every_night_is_not_said_again_for_its_evenings(text):
    """In whatever way it is written."""
    found = late(text)
    assert list(found) == ["nights"] and found["nights"][0][0] == tuple(range(7))
    assert found["nights"][0][1][0][1] > 1440


def test_a_night_that_begins_by_day_stands_under_the_days_too():
    """Who looks for Saturday at noon finds it."""
    assert list(late("Mo-Su 10:00-02:00")) == ["nights", "saturday", "sunday"]


def test_six_nights_are_not_every_night():
    assert list(late("Mo-Sa 19:00-07:00")) == ["evenings", "saturday"]


def test_other_spans_of_a_shelter_stand_in_their_lists():
    assert late("Mo-Su 19:00-07:00; Sa 10:00-12:00,19:00-07:00")["saturday"] == [((5,), ((600, 720),))]


@pytest.mark.parametrize(
    "text, fields",
    [
        ("Sa[1] 10:00-13:00", ["saturday"]),
        ("Jun-Aug Sa,Su 10:00-12:00", ["saturday", "sunday"]),
        ('Sa 10:00-12:00 "by appointment"', ["saturday"]),
        ("week 1-53/2 Sa 10:00-12:00", ["saturday"]),
        ("Sa sunrise-sunset", ["saturday"]),
        ("We[2] 18:00-20:00", ["evenings"]),
        ('Sa "by appointment"', []),
        ("Sa 10:00-12:00 unknown", []),
        ("Dec 24 10:00-20:00", []),
        ("PH Sa 10:00-12:00", []),
    ],
)
def test_rules_of_some_weeks(text, fields):
    """Those that are sure, and for more than a few days of the year."""
    assert list(late(text)) == fields


def test_the_weeks_in_which_it_is_closed_are_told():
    """Not holidays, nor single days."""
    opening = parse_hours("Mo-Sa 09:00-20:00; Jul off; Sa[1] off; Dec 25 off; PH off")[0].opening
    assert len(closings(opening, (5,))) == 2 and len(closings(opening, (6,))) == 1


spans = st.tuples(st.integers(0, 1380), st.integers(10, 800)).map(lambda pair: (pair[0], sum(pair)))
weeks = st.lists(st.lists(spans, max_size=2, unique_by=lambda span: span[0]), min_size=7, max_size=7)


@given(weeks)
def test_nothing_is_lost_and_nothing_invented(week):
    """Whatever the week: each list has only what is open then, and every evening and weekend is in one."""
    rules = tuple(OpeningRule(days=(day,), spans=tuple(each)) for day, each in enumerate(week) if each)
    found = late_of(OpeningHours(text="", rules=rules))
    joined = joined_week(OpeningHours(text="", rules=rules).week)
    for kind in (found.nights, found.evenings, found.saturday, found.sunday):
        assert all(span in joined[day] for rule in kind for day in rule.days for span in rule.spans)
    told = {(day, span) for kind in found[1:] for rule in kind for day in rule.days for span in rule.spans}
    late_ones = {(day, span) for day in range(7) for span in joined[day] if day > 4 or span[1] > 1020}
    assert found.always or late_ones <= told
