"""The syntax of opening hours, part by part, and what is told of what has no plain words."""

import pytest

from guide.content import hours_syntax as syntax
from guide.model import OpeningRule
from guide.problems.content import HOURS, HOURS_NOT_PLAIN

NINE = ((540, 1020),)


@pytest.mark.parametrize(
    "text, is_osm",
    [("Mo-Fr 09:00-17:00", True), ("24/7", True), ('"by appointment"', True), ("Monday to Friday", False)]
    + [("Call first", False), ("Mo\u2013Fr 9:00\u201317:00", True)],
)
def test_what_is_meant_as_the_syntax(text, is_osm):
    assert syntax.looks_like_osm(text) is is_osm


@pytest.mark.parametrize(
    "text, rule",
    [
        ("Mo-Fr 09:00-17:00", OpeningRule(days=(0, 1, 2, 3, 4), spans=NINE)),
        ("Sa-Mo 09:00-17:00", OpeningRule(days=(0, 5, 6), spans=NINE)),
        ("Mo[1,3] 09:00-17:00", OpeningRule(days=(0,), occurrences=(1, 3), spans=NINE)),
        ("Apr-Oct off", OpeningRule(season=(((4, 0), (10, 0)),), closed=True)),
        ("week 1-53/2 Mo 09:00-17:00", OpeningRule(days=(0,), weeks=(1, 53, 2), spans=NINE)),
        ("PH off", OpeningRule(holidays="PH", closed=True)),
        ("easter +1 day off", OpeningRule(holidays="easter", offset=1, closed=True)),
        ("Mo unknown", OpeningRule(days=(0,), unknown=True)),
        ('Mo 09:00-17:00 "ring twice"', OpeningRule(days=(0,), spans=NINE, comment="ring twice")),
        ("Mo sunrise-sunset", OpeningRule(days=(0,), daylight=(("sunrise", "sunset"),))),
        ("Mo\u2013We 09:00\u201317:00", OpeningRule(days=(0, 1, 2), spans=NINE)),
    ],
)
def test_a_rule(text, rule):
    assert syntax.parse_rules(text) == ((rule,), ())


def test_pieces_know_what_joins_them():
    """A comma parts rules only where a rule is complete before it."""
    text = 'Mo,Tu 09:00-12:00,13:00-17:00; PH off || "by appointment"'
    assert list(syntax.pieces_of(text)) == [
        ("Mo,Tu 09:00-12:00,13:00-17:00", ";"),
        ("PH off", ";"),
        ('"by appointment"', "||"),
    ]
    assert [joint for _, joint in syntax.pieces_of("Mo 09:00-12:00, Tu 13:00-17:00")] == [";", ","]


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Mo 9 to 5 or so", HOURS),
        ("Mo 09:00-17:00; Xy off", HOURS),
        ("Mo[2] +3 days 09:00-17:00", HOURS_NOT_PLAIN),
    ],
)
def test_what_is_not_read_is_told_and_stays_as_words(text, kind):
    """The library knows what is of the syntax, but has no plain words."""
    rules, doubts = syntax.parse_rules(text)
    assert [each for _, each in doubts] == [kind] and rules[-1].comment == doubts[0][0]


@pytest.mark.parametrize(
    "text, spans",
    [
        ("24/7", ((0, 1440),)),
        ("00:00-24:00", ((0, 1440),)),
        ("00:00-23:59", ((0, 1440),)),
        ("22:00-02:00", ((1320, 1560),)),
        ("22:00-26:00", ((1320, 1560),)),
        ("09:00+", ((540, None),)),
        ("09:00-12:00,13:00-17:00", ((540, 720), (780, 1020))),
        (None, ()),
    ],
)
def test_spans_are_minutes(text, spans):
    """From midnight; above 1,440 on the day after."""
    assert syntax.parse_spans(text) == (spans, ())


@pytest.mark.parametrize(
    "text", ["09:00-09:00", "25:00-26:00", "09:60-10:00", "sunset-sunrise", "dusk-09:00"]
)
def test_spans_that_are_none(text):
    with pytest.raises(ValueError):
        syntax.parse_spans(text)


@pytest.mark.parametrize(
    "text, seasons",
    [
        ("Apr-Oct", (((4, 0), (10, 0)),)),
        ("Dec 25,26", (((12, 25), (12, 25)), ((12, 26), (12, 26)))),
        ("Dec 24-Jan 1", (((12, 24), (1, 1)),)),
        ("2026 Mar 14", (((3, 14, 2026), (3, 14, 2026)),)),
        ("2026", (((0, 0, 2026), (0, 0, 2026)),)),
        ("Jan-Dec", ()),
        ("Jan 1-Dec 31", ()),
        (None, ()),
    ],
)
def test_seasons_are_months_days_and_years(text, seasons):
    """The whole year is none."""
    assert syntax.parse_seasons(text) == seasons


@pytest.mark.parametrize("text", ["Feb 30", "Apr-Oct 5", "5", "2026 Feb 29", "Foo"])
def test_seasons_that_are_none(text):
    with pytest.raises(ValueError):
        syntax.parse_seasons(text)


@pytest.mark.parametrize(
    "text, weeks",
    [("1-53/2", (1, 53, 2)), ("2-52/2", (2, 52, 2)), ("20-30", (20, 30, 1)), ("5", (5, 5, 1)), ("1-53", ())],
)
def test_weeks(text, weeks):
    assert syntax.parse_weeks(text) == weeks


@pytest.mark.parametrize("text", ["0-5", "30-20", "1-54", "10-20/2", "1-53/3", "x"])
def test_weeks_that_have_no_plain_words(text):
    with pytest.raises(ValueError):
        syntax.parse_weeks(text)


@pytest.mark.parametrize("text, numbers", [("1", (1,)), ("1-3", (1, 2, 3)), ("1,3", (1, 3)), ("-1", (-1,))])
def test_weeks_of_a_month(text, numbers):
    assert syntax.parse_occurrences(text) == numbers


@pytest.mark.parametrize("text", ["", "6", "-2", "0", "1-9"])
def test_weeks_that_no_month_has(text):
    with pytest.raises(ValueError):
        syntax.parse_occurrences(text)
