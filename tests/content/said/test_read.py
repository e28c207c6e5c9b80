"""Hours as people write them, read and said again; what has two meanings is not read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.content.hours import said_hours
from guide.content.said.read import read_said
from guide.language.hours_words import ENGLISH_DAYS
from tests.thorough import examples

READ = [
    (
        "Monday to Friday, 9 am - 5 pm; Sat by appointment",
        "Monday to Friday 9 am to 5 pm / Saturday by appointment",
    ),
    ("1st & 3rd Tues 6pm", "First and third Tuesday of the month from 6 pm"),
    ("24 hours", "Open 24 hours every day"),
    ("24 hours a day, 7 days a week", "Open 24 hours every day"),
    ("Monday: 9-5", "Monday 9 am to 5 pm"),
    ("Tues/Thurs 9a-12:30p", "Tuesday and Thursday 9 am to 12:30 pm"),
    ("9 a.m. to 4 p.m. Monday through Friday", "Monday to Friday 9 am to 4 pm"),
    ("0900-1700 Mon-Fri", "Monday to Friday 9 am to 5 pm"),
    ("lunes a viernes, de 9 a 5", "Monday to Friday 9 am to 5 pm"),
    (
        "Lunes a jueves de 9 a.m. a 12 p.m., 1 p.m. hasta las 4.30 p.m .",
        "Monday to Thursday 9 am to noon and 1 pm to 4:30 pm",
    ),
    ("de mediodía a medianoche los sábados", "Saturday noon to midnight"),
    ("Mon-Fri 9am-5pm, closed holidays", "Monday to Friday 9 am to 5 pm / Closed on public holidays"),
    ("Mon-Fri 9am-5pm (except holidays)", "Monday to Friday 9 am to 5 pm / Closed on public holidays"),
    ("Daily except Sunday 9am-5pm", "Monday to Saturday 9 am to 5 pm / Closed on Sunday"),
    (
        "Mon-Fri 10am-noon. Third Friday closed.",
        "Monday to Friday 10 am to noon / Closed on the third Friday of the month",
    ),
    ("Mon-Fri 9am-5pm or by appointment", "Monday to Friday 9 am to 5 pm / At other times by appointment"),
    ("last Wed. 1-3pm", "Last Wednesday of the month 1 pm to 3 pm"),
    ("Mon evenings 6-8", "Monday 6 pm to 8 pm"),
    ("Walk-in: Mon-Fri 9am-11am", "Monday to Friday 9 am to 11 am (Walk-in)"),
    (
        "Dental: Mon 9am-noon\nMedical: Tue 8am-5pm",
        "Monday 9 am to noon (Dental) / Tuesday 8 am to 5 pm (Medical)",
    ),
    ("Hours: Mon-Fri 9am-5pm", "Monday to Friday 9 am to 5 pm"),
    ("Nov 1 - Mar 31: Mon-Fri 9am-5pm", "November 1 to March 31: Monday to Friday 9 am to 5 pm"),
    ("Mon-Fri 9am-5pm (women only)", "Monday to Friday 9 am to 5 pm (women only)"),
    ("Mo-Fr 09:00-17:00\nSaturday by appointment", "Monday to Friday 9 am to 5 pm / Saturday by appointment"),
    (
        "Sunday: Closed Monday: 9:00-17:00  Tuesday: 9:00-12:00",
        "Monday 9 am to 5 pm / Tuesday 9 am to noon / Closed on Sunday",
    ),
]
NOT_READ = [
    "Walk-in: Mon 9am-11am; by appointment",
    "Mon mornings by appointment",
    "by appointment evenings",
    "Sat (women only) by appointment",
    "Mon by appointment EST",
    "April-October: Mon 9am-5pm or by appointment",
    "closed weekends",
    "Call for hours",
    "Every other Friday, 5 to 7 pm",
    "every second Tuesday 9am-noon",
    "cada dos viernes, de 5 a 7 p.m.",
    "Mon-Fri 6-8",
    "Mon-Fri 9am-5pm, some Saturdays",
    "Mon-Fri 9am-5pm in the summer",
    "They will call back within 24 hours",
    "24-hour hotline",
    "Mon-Fri 541-672-3344",
    "Mon-Fri",
    "9am-5pm",
    "Mon 8am - Fri 5pm",
    "Fri 5pm-close",
    "Mon-Fri 9am-5pm; Summer: Mon-Thu 8am-4pm; Fri closed",
    "Mon-Fri 9am-5pm; Dental: Mon 9am-noon; Tue 1pm-3pm",
    "Sept 5-9 Mon-Fri 9am-5pm",
    "May vary",
]
DAYS = st.sets(st.integers(0, 6), min_size=1)
BEGIN, LONG = st.integers(12, 22), st.integers(2, 14)  # half hours


def said(text):
    rules = read_said(text).rules
    return said_hours(text.split("\n"), rules) if rules else None


def words_of(text):
    return " / ".join(said(text).lines).replace("\u00a0", " ")


@pytest.mark.parametrize("text, words", READ)
def test_it_is_read_and_said_in_one_style(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize("text", NOT_READ)
def test_it_is_not_read(text):
    found = read_said(text)
    assert not found.rules and found.unread


@pytest.mark.parametrize("text", [text for text, _ in READ])
def test_what_is_said_is_read_as_the_same(text):
    """The words that are printed say the same when they are read themselves, but for notes in brackets of their own."""
    printed = "\n".join(said(text).lines)
    assert said(printed).opening.week == said(text).opening.week
    assert said(printed).lines == said(text).lines


def test_a_text_too_long_is_left():
    assert read_said("Mon 9am-5pm, " * 200).unread == "a long text"


def test_one_word_more_that_is_not_understood_and_nothing_is_read():
    """No word may be passed over: it is printed, or nothing is read."""
    for text, _ in READ:
        for place in ("qualche " + text, text + " qualche"):
            assert not read_said(place).rules or "qualche" in words_of(place), place


# --- written in many ways ---------------------------------------------------------------------------


def clock(minutes, style):
    """A time in one of the styles in which people write it."""
    hour, minute = divmod(minutes, 60)
    if style == "24":
        return f"{hour:02}{minute:02}"
    if minutes == 720 and style != "long":
        return "noon"
    half, twelve = ("am", "pm")[hour >= 12], hour % 12 or 12
    tail = f":{minute:02}" if minute or style == "long" else ""
    return f"{twelve}{tail}{half[0] + '.m.' if style == 'dots' else ' ' + half if style == 'long' else half}"


def day_names(days, style):
    """Days in one of the styles in which people write them."""
    short = {"24": 3, "plain": 3, "long": None, "dots": None}[style]
    names = [ENGLISH_DAYS[day][:short] for day in sorted(days)]
    in_a_row = len(days) > 2 and max(days) - min(days) == len(days) - 1
    if in_a_row:
        return names[0] + {"24": "-", "plain": " - ", "long": " through ", "dots": " to "}[style] + names[-1]
    return {"24": "/", "plain": ", ", "long": " and ", "dots": " & "}[style].join(names)


@settings(max_examples=examples(40, 2_000), deadline=None)
@given(
    parts=st.lists(st.tuples(BEGIN, LONG), min_size=7, max_size=7),
    which=st.lists(st.integers(0, 2), min_size=7, max_size=7),
    style=st.sampled_from(["24", "plain", "long", "dots"]),
    order=st.booleans(),
    joint=st.sampled_from(["; ", "\n", ", ", ". "]),
)
def test_hours_written_in_any_style_are_read_back(parts, which, style, order, joint):
    """Whatever is read has just the days and times that were written."""
    week, said_parts = [()] * 7, []
    for number in set(which):
        days = {day for day in range(7) if which[day] == number}
        begin, long = parts[number]
        span = (begin * 30, (begin + long) * 30)
        for day in days:
            week[day] = (span,)
        times = f"{clock(span[0], style)} {'-' if style == '24' else 'to'} {clock(span[1], style)}"
        names = day_names(days, style)
        said_parts.append(f"{names} {times}" if order else f"{times} {names}")
    found = said(joint.join(said_parts))
    if found is None:
        assert joint == ", " and not order  # "9am to 5pm Mon, Tue, 10am to 2pm Wed" may be refused
    else:
        assert list(found.opening.week) == week


PIECES = (
    "Mon-Fri|Sat|Sun|MWF|weekends|daily|lunes|9am-5pm|9-5|1-4|6pm|noon|to|-|and|,|;|.|:|(|)|closed|open|except|holidays|until|"
    "for lunch|by appointment|or by appointment|1st|last|of the month|July|April-October|Dec 25|evenings|24 hours|Dental:|"
    "(women only)|EST|de|a las|con cita|other"
).split("|")


@settings(max_examples=examples(100, 20_000), deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8))
def test_whatever_stands_there_it_is_read_or_left(pieces):
    """Nothing breaks it, and what is printed and can be read again says the same."""
    found = said(" ".join(pieces))
    again = found and said("\n".join(found.lines))
    assert again is None or again.lines == found.lines
