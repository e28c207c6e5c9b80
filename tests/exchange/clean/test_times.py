"""Hours in words, and tables of schedules."""

import pytest

from guide.content.hours import parse_hours
from guide.exchange.clean.times import clock, hours_of, schedule_of
from tests.exchange.clean.made import cell, cleaning, group, kinds


def week(days, opens, closes):
    """A row for each day."""
    return [group(weekday=day, opens_at=opens, closes_at=closes) for day in days.split()]


def test_hours_in_words_stay_and_what_is_not_read_is_told():
    """So is what has two meanings."""
    run = cleaning()
    assert hours_of([cell("Monday to Friday 9 am to 5 pm")], run) == ["Monday to Friday 9 am to 5 pm"]
    assert kinds(run) == []
    assert hours_of([cell("Mon-Fri 9-5"), cell("by the moon")], run) == ["Mon-Fri 9-5", "by the moon"]
    assert kinds(run) == ["hours with two meanings", "hours not read, kept as words"]


def test_days_in_one_line_are_lines():
    """As exports write them; midnight to midnight is closed."""
    assert hours_of([cell("Sunday: 11:00-20:00  Monday: 9:00-22:00")], cleaning()) == [
        "Sunday: 11:00-20:00",
        "Monday: 9:00-22:00",
    ]
    assert hours_of([cell("Mon 08:00 - 16:00; sat: 0:00:00 - 0:00:00")], cleaning()) == [
        "Mon 08:00 - 16:00",
        "sat closed",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Mon-Tues: 9am - 10am; 7pm - 8pm. Wed: 9am - 10am; 12pm - 1pm",
            ["Mon-Tues: 9am - 10am, 7pm - 8pm", "Wed: 9am - 10am, 12pm - 1pm"],
        ),
        ("Mon-Sun 24 hours * intake -- Mon-Fri 9 am-5 pm", ["Mon-Sun 24 hours", "intake: Mon-Fri 9 am-5 pm"]),
        ("Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00", ["Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00"]),
        ("Mon 9 a.m. to noon", ["Mon 9 a.m. to noon"]),
    ],
)
def test_each_day_and_each_label_has_its_line(text, lines):
    """Further times of a day stand behind its first, and all of it is read."""
    run = cleaning()
    assert hours_of([cell(text)], run) == lines
    assert kinds(run) == []


def test_a_row_of_schedules_that_is_not_read_is_never_lost():
    """Its words are kept where they say times, and read like other hours; what says none is told."""
    run = cleaning()
    rows = [group(opens_at="Fri 11am-3pm"), group(weekday="saturday", opens_at="7:15am - 8:45am")]
    assert schedule_of(rows, run) == ["Fri 11am-3pm", "saturday: 7:15am - 8:45am"]
    assert schedule_of([group(weekday="", opens_at="early")], run) == []
    assert kinds(run) == ["schedule not read"]


@pytest.mark.parametrize(
    ("rows", "hours"),
    [
        (week("Monday Tuesday Wednesday Thursday Friday", "08:00:00", "5 PM"), "Mo-Fr 08:00-17:00"),
        (
            week("mon wed", "9am", "noon") + week("Mon", "1pm", "17:00"),
            "Mo 09:00-12:00,13:00-17:00; We 09:00-12:00",
        ),
        (week("lunes martes", "09:00", "13:00"), "Mo,Tu 09:00-13:00"),
        (week("Montag, Mi", "09:00", "13:00"), "Mo,We 09:00-13:00"),
        ([group(freq="WEEKLY", byday="TH,FR", opens_at="10:00", closes_at="18:00")], "Th,Fr 10:00-18:00"),
        ([group(freq="MONTHLY", byday="2TU", opens_at="10:00", closes_at="12:00")], "Tu[2] 10:00-12:00"),
        ([group(rrule="FREQ=WEEKLY;BYDAY=SA", opens_at="10:00", closes_at="12:00")], "Sa 10:00-12:00"),
        (
            week("Mon", "08:00", "17:00")
            + [group(freq="MONTHLY", byday="1MO", opens_at="18:00", closes_at="20:00")],
            "Mo 08:00-17:00, Mo[1] 18:00-20:00",
        ),
        (week("Fri", "20:00", "02:00"), "Fr 20:00-02:00"),
        (week("Mon", "9am", "03:00"), "Mo 09:00-15:00"),
        (week("Sun", "00:00", "00:00"), "Su 00:00-24:00"),
    ],
)
def test_a_table_of_days_is_hours_that_the_content_reads(rows, hours):
    """Equal days together."""
    assert schedule_of(rows, cleaning()) == [hours]
    read, doubts = parse_hours(hours)
    assert read.opening and not doubts


def test_what_is_no_week_is_words_or_told():
    """Every second week; closed days and schedules that are over are no hours."""
    run = cleaning()
    rows = [
        group(
            freq="WEEKLY",
            interval="2",
            byday="MO",
            opens_at="09:00",
            closes_at="10:00",
            description="Every second Monday 9 to 10",
        ),
        group(freq="WEEKLY", interval="2", byday="TU", opens_at="09:00", closes_at="10:00"),
        group(closed="true", description="Christmas"),
        group(weekday="Mon", opens_at="09:00", closes_at="10:00", valid_to="2005-01-01"),
    ]
    assert schedule_of(rows, run) == ["Every second Monday 9 to 10"]
    assert kinds(run) == ["schedule not read", *["schedule left out: closed days, or over"] * 2]


def test_a_time_in_all_its_forms():
    """In minutes from midnight."""
    texts = (
        "9",
        "9am",
        "09:30",
        "0930",
        "9:30 p.m.",
        "12 am",
        "12pm",
        "noon",
        "17:00:00",
        "2020-01-01T08:00:00Z",
        "25:00",
        "soon",
        "",
    )
    assert [clock(text) for text in texts] == [
        540,
        540,
        570,
        570,
        1290,
        0,
        720,
        720,
        1020,
        480,
        None,
        None,
        None,
    ]
