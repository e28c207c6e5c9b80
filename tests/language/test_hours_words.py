"""What days, parts of the year and times of the day are called."""

from dataclasses import replace
from datetime import date

import pytest

from guide.language.files import fixed_words
from guide.language.hours_words import (
    DAY,
    ENGLISH_HOURS,
    capitalise,
    date_words,
    day_runs,
    join,
    lower_first,
    month_runs,
    one_month,
    season_words,
    span_words,
    time_words,
    times_words,
)
from guide.model import OpeningRule

ENGLISH = ENGLISH_HOURS
FRENCH = fixed_words("fr").hours


def spaced(text):
    """A text with plain spaces."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "days, names",
    [
        ([0, 1, 2, 3, 4], ["Monday to Friday"]),
        ([0, 1], ["Monday", "Tuesday"]),
        ([0, 2, 4], ["Monday", "Wednesday", "Friday"]),
        ([0, 5, 6], ["Saturday to Monday"]),
        ([0, 6], ["Sunday", "Monday"]),
        ([0, 1, 2, 4, 5, 6], ["Friday to Wednesday"]),
        ([0, 1, 2, 3, 4, 5, 6], ["Monday to Sunday"]),
        ([], []),
    ],
)
def test_days_in_a_row_are_a_span(days, names):
    """Three or more; the week runs on from Sunday to Monday."""
    assert day_runs(days, ENGLISH) == names


@pytest.mark.parametrize(
    "minute, english, french",
    [
        (540, "9 am", "9 h"),
        (570, "9:30 am", "9 h 30"),
        (720, "noon", "midi"),
        (750, "12:30 pm", "12 h 30"),
        (1290, "9:30 pm", "21 h 30"),
        (DAY, "midnight", "minuit"),
        (DAY + 60, "1 am", "1 h"),
        (5, "12:05 am", "0 h 05"),
    ],
)
def test_times_are_those_of_the_language_s_clock(minute, english, french):
    """Of 12 hours or of 24; noon and midnight have names where the language has some."""
    assert spaced(time_words(minute, ENGLISH)) == english
    assert spaced(time_words(minute, FRENCH)) == french


def test_a_span_may_have_no_end():
    assert span_words(540, 1020, ENGLISH) == "9 am to 5 pm"
    assert span_words(540, None, ENGLISH) == "from 9 am"


@pytest.mark.parametrize(
    "rule, said",
    [
        (OpeningRule(spans=((540, 720), (780, 1020))), "9 am to noon and 1 pm to 5 pm"),
        (OpeningRule(spans=((0, DAY),)), "24 hours"),
        (OpeningRule(spans=((540, 720),), longer=True), "9 am to noon or later"),
        (OpeningRule(daylight=(("sunrise", "sunset"),)), "sunrise to sunset"),
        (OpeningRule(daylight=(("dawn", "dusk"),)), "dawn to dusk"),
        (OpeningRule(daylight=((480, "sunset"),)), "8 am to sunset"),
        (OpeningRule(daylight=(("sunrise", 480),)), "sunrise to 8 am"),
        (OpeningRule(), ""),
    ],
)
def test_the_times_of_a_rule(rule, said):
    assert spaced(times_words(rule, ENGLISH)) == said


def test_a_line_breaks_only_between_spans():
    said = times_words(OpeningRule(spans=((540, 720), (780, 1020))), ENGLISH)
    assert [spaced(piece) for piece in said.split(" ")] == ["9 am to noon", "and 1 pm to 5 pm"]


@pytest.mark.parametrize(
    "season, said",
    [
        ((), ""),
        ((((4, 0), (10, 0)),), "April to October"),
        ((((7, 0), (8, 0)),), "July and August"),
        ((((11, 0), (2, 0)),), "November to February"),
        ((((1, 0), (12, 0)),), ""),
        ((((12, 25), (12, 25)),), "December 25"),
        ((((12, 25), (12, 26)),), "December 25 and 26"),
        ((((12, 24), (1, 1)),), "December 24 to January 1"),
        ((((3, 14, 2026), (3, 16, 2026)),), "March 14 to 16, 2026"),
        ((((0, 0, 2026), (0, 0, 2026)),), "2026"),
        ((((3, 0, 2026), (3, 0, 2026)),), "March 2026"),
    ],
)
def test_parts_of_the_year(season, said):
    """Months, days and years; the whole year needs no words."""
    assert spaced(season_words(season, ENGLISH)) == said


def test_days_of_one_month_name_it_once_where_nothing_stands_beside():
    season = (((12, 24), (12, 25)), ((12, 31), (12, 31)))
    assert [spaced(name) for name in date_words(season, ENGLISH)] == ["December 24, 25 and 31"]
    assert [spaced(name) for name in date_words(season, ENGLISH, beside=True)] == [
        "December 24",
        "December 25",
        "December 31",
    ]


def test_months_run_on_from_december():
    assert month_runs((((11, 0), (1, 0)), ((3, 0), (3, 0)))) == [[2], [10, 11, 0]]
    assert month_runs((((1, 0), (12, 0)),)) == [list(range(12))]


def test_one_month_is_a_whole_one():
    assert one_month((((4, 0), (4, 0)),))
    assert not one_month((((4, 1), (4, 1)),)) and not one_month((((4, 0), (5, 0)),)) and not one_month(())


@pytest.mark.parametrize(
    "names, said", [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_is_said_with_an_and(names, said):
    assert join(names, ENGLISH) == said


def test_dates_are_made_of_words_or_by_the_calendar_of_the_language():
    day = date(2026, 3, 14)
    assert ENGLISH.full_date(day) == "March 14, 2026"
    assert (ENGLISH.month_of(day), ENGLISH.month_of(day, short=True)) == ("March 2026", "Mar 2026")
    calendar = replace(ENGLISH, calendar="de")
    assert calendar.full_date(day) == "14. M\u00e4rz 2026" and calendar.month_of(day) == "M\u00e4rz 2026"
    assert calendar.days_of("14", 3, 2026) == "14. M\u00e4rz 2026" and calendar.year(2026) == "2026"


def test_the_first_letter_alone_changes():
    assert (capitalise("open NOW"), lower_first("Open NOW"), capitalise("")) == ("Open NOW", "open NOW", "")
