"""Opening hours in OpenStreetMap's syntax are printed in plain words, and can be computed with."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import opening_hours
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from guide.content.hours import parse_hours
from guide.content.hours_syntax import looks_like_osm
from guide.language.files import fixed_words
from guide.language.hours_lines import hours_lines
from guide.language.hours_words import ENGLISH_HOURS as ENGLISH
from guide.model import OpeningRule

ROOT = Path(__file__).resolve().parent.parent.parent

PLAIN = [
    ("Mo-Fr 09:00-17:00; PH off", ["Monday to Friday 9_am_to_5_pm", "Closed on public holidays"]),
    ("PH off; Mo-Fr 09:00-17:00", ["Monday to Friday 9_am_to_5_pm", "Closed on public holidays"]),
    ("mo-fr 9:00-17:00", ["Monday to Friday 9_am_to_5_pm"]),
    ("Mo,We,Fr 9:30-12:00,13:00-17:00", ["Monday, Wednesday and Friday 9:30_am_to_noon and_1_pm_to_5_pm"]),
    ("Sa,Su 10:00-14:00", ["Saturday and Sunday 10_am_to_2_pm"]),
    ("Mo-Su 10:00-24:00", ["Every day 10_am_to_midnight"]),
    ("Su-Th 00:00-06:00", ["Sunday to Thursday midnight_to_6_am"]),
    ("Fr,Sa 22:00-02:00", ["Friday and Saturday 10_pm_to_2_am"]),
    ("Fr-Mo 22:00-26:00", ["Friday to Monday 10_pm_to_2_am"]),
    ("Mo-Fr 09:00+", ["Monday to Friday from_9_am"]),
    ("Mo[1] 13:00-15:00", ["First Monday of the month 1_pm_to_3_pm"]),
    ("We[1,3] 13:00-15:00", ["First and third Wednesday of the month 1_pm_to_3_pm"]),
    ("Fr[-1] 09:00-12:00", ["Last Friday of the month 9_am_to_noon"]),
    ("week 1-53/2 Tu 10:00-12:00", ["Every other Tuesday 10_am_to_noon"]),
    ("week 1-53/2 10:00-12:00", ["Every other week 10_am_to_noon"]),
    ("Apr-Oct Mo-Fr 09:00-17:00", ["April to October: Monday to Friday 9_am_to_5_pm"]),
    ("Dec 24-Jan 1 off", ["Closed December_24 to January_1"]),
    ("Mo-Fr 09:00-17:00; Jul off", ["Monday to Friday 9_am_to_5_pm", "Closed in July"]),
    ('Mo-Fr 09:00-12:00 "by appointment"', ["Monday to Friday 9_am_to_noon by appointment"]),
    ('Mo 09:00-12:00 "women only"', ["Monday 9_am_to_noon (women only)"]),
    ('"by appointment"', ["By appointment"]),
    ('Mo 09:00-12:00 || "by appointment"', ["Monday 9_am_to_noon", "At other times by appointment"]),
    ("24/7", ["Open 24 hours every day"]),
    ("Mo-Fr 00:00-24:00", ["Monday to Friday 24_hours"]),
    ("off", ["Closed"]),
    (
        "Mo-Fr 09:00-17:00; Fr 09:00-12:00; Su off",
        ["Monday to Thursday 9_am_to_5_pm", "Friday 9_am_to_noon", "Closed on Sunday"],
    ),
    ("Mo-Fr 09:00-17:00, Sa 10:00-12:00", ["Monday to Friday 9_am_to_5_pm", "Saturday 10_am_to_noon"]),
    ("Mo-Fr,PH 09:00-12:00", ["Monday to Friday and public holidays 9_am_to_noon"]),
    ("SH Mo-Fr 09:00-12:00", ["School holidays: Monday to Friday 9_am_to_noon"]),
    ("PH 09:00-12:00", ["Public holidays 9_am_to_noon"]),
    (
        "Mo 09:00-17:00; Tu 09:00-17:00; We 09:00-17:00; Th 09:00-17:00; Fr 09:00-17:00",
        ["Monday to Friday 9_am_to_5_pm"],
    ),
    (
        "Mo 09:00-17:00; Tu 10:00-12:00; We 09:00-17:00",
        ["Monday and Wednesday 9_am_to_5_pm", "Tuesday 10_am_to_noon"],
    ),
    (
        "Mo 09:00-17:00; Tu off; We 09:00-17:00; Su off",
        ["Monday and Wednesday 9_am_to_5_pm", "Closed on Tuesday and Sunday"],
    ),
    (
        "Mo-Fr 08:30-18:30; PH,Sa,Su 09:00-18:30; Dec 24 08:30-14:00; Dec 25,Dec 26 09:30-17:30",
        [
            "Monday to Friday 8:30_am_to_6:30_pm",
            "Saturday, Sunday and public holidays 9_am_to_6:30_pm",
            "December_24: 8:30_am_to_2_pm",
            "December 25 and 26: 9:30_am_to_5:30_pm",
        ],
    ),
    (
        "Mo-Fr 09:00-17:00; Dec 25,Jan 01 off",
        ["Monday to Friday 9_am_to_5_pm", "Closed on December_25 and January_1"],
    ),
    (
        "Mo-Fr 09:00-17:00; Jan 1 off; Dec 25 off",
        ["Monday to Friday 9_am_to_5_pm", "Closed on January_1 and December_25"],
    ),
    ("Mo-Fr 09:00-17:00; Dec 25-26 off", ["Monday to Friday 9_am_to_5_pm", "Closed on December 25 and 26"]),
    ("Dec 24-26 10:00-12:00", ["December_24_to_26: 10_am_to_noon"]),
    ("Dec 24,25,31 off", ["Closed on December 24, 25 and 31"]),
    ("PH off; Dec 24 off; Su off", ["Closed on Sunday, public holidays and December_24"]),
    (
        "Mo-Su 10:00-17:30; Jan off; Feb off; Mar off; Nov off; Dec off",
        ["Every day 10_am_to_5:30_pm", "Closed November to March"],
    ),
    ("Nov-Mar off", ["Closed November to March"]),
    ("Mo-Su 12:00-23:00; Tu off", ["Wednesday to Monday noon_to_11_pm", "Closed on Tuesday"]),
    (
        "Mo-Fr 09:00-17:00; Jul 4 off; Nov Th[4] off; Dec 25 off",
        [
            "Monday to Friday 9_am_to_5_pm",
            "Closed on July_4, the fourth Thursday of November and December_25",
        ],
    ),
    ("Nov Th[4] 10:00-12:00", ["Fourth Thursday of November 10_am_to_noon"]),
    ("Fr[-1] off", ["Closed on the last Friday of the month"]),
    (
        "Apr-Oct Mo-Fr 09:00-17:00; Nov-Mar Mo-Fr 10:00-16:00",
        [
            "April to October: Monday to Friday 9_am_to_5_pm",
            "November to March: Monday to Friday 10_am_to_4_pm",
        ],
    ),
    ("Apr-Oct 09:00-17:00", ["April to October: every day 9_am_to_5_pm"]),
    (
        "Jan-Jun,Sep-Dec Sa[1,3] 10:00-12:00",
        ["September to June: first and third Saturday of the month 10_am_to_noon"],
    ),
    ("Jun,Aug Sa off", ["June and August: closed on Saturday"]),
    ("Jun-Aug: Mo-Fr 09:00-17:00", ["June to August: Monday to Friday 9_am_to_5_pm"]),
    (
        'Su 14:30-17:00; 2010 Dec 19-2011 Jan 15: closed "winter holidays"',
        ["Sunday 2:30_pm_to_5_pm", "Closed December_19,_2010 to January_15,_2011 (winter holidays)"],
    ),
    ("Mo-Fr 09:00-17:00, Dec 24 09:00-12:00", ["Monday to Friday 9_am_to_5_pm", "December_24: 9_am_to_noon"]),
    ("Jan 01, Dec 25 off", ["Closed on January_1 and December_25"]),
    ("Mo-Fr 00:00-23:59", ["Monday to Friday 24_hours"]),
    ("00:00-23:59", ["Open 24 hours every day"]),
    ("09:00-21:00", ["Every day 9_am_to_9_pm"]),
    ("09:00-12:00,13:00-17:00", ["Every day 9_am_to_noon and_1_pm_to_5_pm"]),
    ("Mo 19:00", ["Monday from_7_pm"]),
    ("easter off", ["Closed on Easter Sunday"]),
    ("Fr off; Sa off; Su off", ["Closed Friday to Sunday"]),
    ("Su,Mo off", ["Closed on Sunday and Monday"]),
    ("Fr-Su,PH off", ["Closed on Friday to Sunday and public holidays"]),
    ("easter -2 days off; easter +1 day off", ["Closed on Good Friday and Easter Monday"]),
    (
        "Nov Th[4] off; Nov Th[4] +1 day off",
        ["Closed on the fourth Thursday of November and the day after the fourth Thursday of November"],
    ),
    (
        "Mo-Fr 09:00-12:00, Mo 18:00-20:00",
        ["Monday 9_am_to_noon and_6_pm_to_8_pm", "Tuesday to Friday 9_am_to_noon"],
    ),
    (
        'Mo-Fr 09:00-12:00, We 18:00-20:00 "women only"',
        ["Monday to Friday 9_am_to_noon", "Wednesday 6_pm_to_8_pm (women only)"],
    ),
    (
        "Apr-Oct Mo-Fr 09:00-17:00; Apr-Oct We 09:00-12:00",
        [
            "April to October: Monday, Tuesday, Thursday and Friday 9_am_to_5_pm",
            "April to October: Wednesday 9_am_to_noon",
        ],
    ),
    ("Mo,Tu,We,Th,Fr,Sa,Su 09:00-17:00", ["Every day 9_am_to_5_pm"]),
    ("Mo-Su,PH 09:00-17:00", ["Every day and public holidays 9_am_to_5_pm"]),
    ("Dec 24-26 off; Dec 31 off; Jan 1 off", ["Closed on December_24_to_26, December_31 and January_1"]),
    ("Jul-Aug Mo-Fr 09:00-12:00", ["July and August: Monday to Friday 9_am_to_noon"]),
    (
        "Jan-Dec Mo 09:00-12:00; Jan-Jun,Jul-Dec Tu 10:00-12:00",
        ["Monday 9_am_to_noon", "Tuesday 10_am_to_noon"],
    ),
    ("Jan-Jun Mo 09:00-12:00; Jul-Dec Mo 09:00-12:00", ["Monday 9_am_to_noon"]),
    ("Jul,Aug off", ["Closed in July and August"]),
    ("2026 Dec 24-26 off", ["Closed December_24_to_26,_2026"]),
    ("2026 Dec 24 off", ["Closed on December_24,_2026"]),
    ("2026-2027 Mo-Fr 09:00-17:00", ["2026 to 2027: Monday to Friday 9_am_to_5_pm"]),
    ("Mo[1-3] 10:00-12:00", ["First, second and third Monday of the month 10_am_to_noon"]),
    (
        "week 20-30 Mo 10:00-12:00; week 40 off",
        ["Weeks 20 to 30 of the year: Monday 10_am_to_noon", "Closed in week 40 of the year"],
    ),
    (
        "Mo-Fr sunrise-sunset; Sa 08:00-sunset; Su sunrise-12:00",
        ["Monday to Friday sunrise_to_sunset", "Saturday 8_am_to_sunset", "Sunday sunrise_to_noon"],
    ),
    ("dawn-dusk", ["Every day dawn_to_dusk"]),
    ("10:00+", ["Every day from_10_am"]),
    ("Mo 16:00-20:00+", ["Monday 4_pm_to_8_pm or later"]),
    ("Mo 09:00-17:00 unknown", ["Monday 9_am_to_5_pm (not certain)"]),
    ('Mo 09:00-17:00 unknown "by arrangement"', ["Monday 9_am_to_5_pm by arrangement"]),
    ('Mo 09:00-17:00 || unknown "ring the bell"', ["Monday 9_am_to_5_pm", "At other times ring the bell"]),
    ("Mo 09:00-17:00 || off", ["Monday 9_am_to_5_pm", "At other times closed"]),
    ('closed "until further notice"', ["Closed (until further notice)"]),
    ("Mo-Fr", ["Monday to Friday open"]),
    ("Mo - Fr 09:00 - 17:00", ["Monday to Friday 9_am_to_5_pm"]),
    ("Mo–Fr 09:00–17:00; Dec 24–26 off", ["Monday to Friday 9_am_to_5_pm", "Closed December_24_to_26"]),
    ("Mo-Fr: 09:00-17:00", ["Monday to Friday 9_am_to_5_pm"]),
    ("Mo 09:00-12:00,Tu 13:00-17:00", ["Monday 9_am_to_noon", "Tuesday 1_pm_to_5_pm"]),
    (
        "Jan Mo[1] 10:00-12:00; Feb Mo[1] 10:00-12:00",
        ["January and February: first Monday of the month 10_am_to_noon"],
    ),
]
LENIENT = {
    "Dec 24,25,31 off",
    "Mo 19:00",
    "Mo - Fr 09:00 - 17:00",
    "Mo–Fr 09:00–17:00; Dec 24–26 off",
    "Mo-Fr: 09:00-17:00",
    "Mo 09:00-12:00,Tu 13:00-17:00",
}  # what people write who know most of the syntax
ASKED = {
    "week 1-53/3 Mo 09:00-12:00": "hours-not-plain",
    "Mo-Fr (sunrise+01:00)-sunset": "hours-not-plain",
    "Mo-Fr 9ish-5": "hours",
    "Mo-Fr 09:00-17:0O": "hours",
    "Mo-Fr 26:00-50:00": "hours",
}


@pytest.mark.parametrize("text, lines", [row for row in PLAIN if row[1]])
def test_in_plain_words(text, lines):
    """Days first, then times that do not break, what is closed last; the library can read it too."""
    hours, doubts = parse_hours(text)
    assert doubts == ()
    assert [line.replace("\u00a0", "_") for line in hours.lines] == lines
    assert looks_like_osm(text) and (opening_hours.validate(text) or text in LENIENT)


@pytest.mark.parametrize("text, name", ASKED.items())
def test_what_has_no_plain_words_is_told(load, text, name):
    """It is printed as it stands, with a warning; a mistake has another name than an unusual form."""
    listing = "title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank\n"
    found = load(food=listing + f"    hours: {text}\n")
    assert [(problem.name, problem.level) for problem in found.problems] == [(name, "warning")]
    assert found.guide.listings[0].hours == (text,)
    assert found.guide.listings[0].opening is None


@pytest.mark.parametrize(
    "text, lines, told",
    [
        (
            "Mo-Fr 09:00-17:00; Sa (sunrise+01:00)-sunset; Dec 25,Jan 1 off",
            [
                "Monday to Friday 9_am_to_5_pm",
                "Sa (sunrise+01:00)-sunset",
                "Closed on December_25 and January_1",
            ],
            "Sa (sunrise+01:00)-sunset",
        ),
        (
            "Mo-Fr 09:00-17:00; Sa 09:00-1Z:00",
            ["Monday to Friday 9_am_to_5_pm", "Sa 09:00-1Z:00"],
            "Sa 09:00-1Z:00",
        ),
        ("Mo-Fr 09:00-17:00; Feb 30 off", ["Monday to Friday 9_am_to_5_pm", "Feb 30 off"], "Feb 30 off"),
    ],
)
def test_one_part_that_is_not_read_does_not_hide_the_rest(load, text, lines, told):
    """It is printed as it stands and told, and the others are said in words."""
    found = load(
        food=f"title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank\n    hours: {text}\n"
    )
    assert [line.replace("\u00a0", "_") for line in found.guide.listings[0].hours] == lines
    assert [f'the hours "{told}"' in problem.message for problem in found.problems] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "We are open on Monday",
        "Closed on public holidays",
        "Call first",
        "Mornings",
        "9:00-17:00",
        "9:00-5:00",
        "May closed to visitors only",
        "In easter week we are closed",
        "May to June 9 am to noon",
    ],
)
def test_free_text_stays_as_it_is(load_listing, text):
    """What does not look like the syntax is printed as it is typed, and nobody complains."""
    listing = load_listing(f"hours: {text}")
    assert (listing.hours, listing.opening) == ((text,), None)


@pytest.mark.parametrize(
    "lines",
    [
        ["hours: Mon-Fri 9am-5pm, closed Sat"],
        ["hours:", "  Mon-Fri: 9am-5pm", "  Sat: closed"],
        ["hours:", "  - Mon-Fri: [9am-5pm]", "  - Sat closed"],
        ["hours: |", "  Mon-Fri 9am-5pm", "  Sat: closed"],
        ["hours:", "  - Mo-Fr 09:00-17:00", "  - closed Saturday"],
    ],
)
def test_what_people_write_is_read_in_every_form(load_listing, lines):
    """A text, a list, lines, or days as keys; beside OpenStreetMap's syntax too."""
    listing = load_listing(*lines)
    assert [line.replace("\u00a0", " ") for line in listing.hours] == [
        "Monday to Friday 9 am to 5 pm",
        "Closed on Saturday",
    ]
    assert listing.opening.week[:5] == (((540, 1020),),) * 5
    assert listing.hours_mark.line > 1


def test_a_part_that_is_not_understood_leaves_the_whole_as_it_stands(load_listing):
    """Nothing is computed of hours of which a part may say otherwise."""
    listing = load_listing("hours:", "  Monday: 9am-5pm", "  Tuesday: most of the day")
    assert (listing.hours, listing.opening) == (("Monday: 9am-5pm", "Tuesday: most of the day"), None)


def test_what_is_taken_of_two_meanings_is_told(load):
    """The warning can be pasted as the cure, and then it is silent."""
    listing = "title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank\n"
    (problem,) = load(food=listing + "    hours: Mon-Fri 9-5\n").problems
    assert (problem.name, problem.level) == ("hours-taken", "warning")
    assert str(problem).endswith('"9-5" is taken as 9 am to 5 pm; write "9 am to 5 pm", or what is right')
    assert not load(food=listing + "    hours: Mon-Fri 9 am to 5 pm\n").problems


def test_days_as_keys_with_something_else_below_are_an_error(load):
    listing = "title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank\n"
    found = load(food=listing + "    hours:\n      Monday:\n        from: 9\n")
    assert [problem.name for problem in found.problems] == ["wrong-type"]


def test_a_list_is_one_expression(load_listing):
    """Lines of a list hold together."""
    listing = load_listing("hours:", "  - Mo-Fr 09:00-17:00", "  - PH off")
    assert listing.hours == ("Monday to Friday 9\u00a0am\u00a0to\u00a05\u00a0pm", "Closed on public holidays")
    assert listing.opening.text == "Mo-Fr 09:00-17:00; PH off"


def test_words_beside_hours(load_listing):
    """Words may change what hours mean, so that nothing is computed of the two together."""
    listing = load_listing("hours:", "  - Mo 09:00-12:00", "  - Ring the bell twice")
    assert listing.hours == ("Monday 9\u00a0am\u00a0to\u00a0noon", "Ring the bell twice")
    assert listing.opening is None


def test_the_week_can_be_computed_with():
    """A table of the week has the spans of each weekday; what it cannot show is an exception."""
    opening = parse_hours(
        'Mo-Fr 09:00-17:00; Fr 09:00-12:00; Sa[1] 10:00-12:00; PH off; Su 10:00-11:00 "by appointment"'
    )[0].opening
    assert opening.week == (((540, 1020),),) * 4 + (((540, 720),), (), ())
    assert [rule.occurrences or rule.holidays or rule.comment for rule in opening.exceptions] == [
        (1,),
        "PH",
        "by appointment",
    ]
    assert parse_hours("24/7")[0].opening.week == (((0, 1440),),) * 7
    assert OpeningRule(spans=((0, 60),)).is_weekly


@pytest.mark.parametrize(
    "text",
    [
        "Apr-Oct Mo-Fr 09:00-17:00",
        "Dec 24 09:00-12:00",
        "2026 Mo 09:00-12:00",
        "week 20-30 Mo 09:00-12:00",
        "week 1-53/2 Mo 09:00-12:00",
        "Mo[1] 09:00-12:00",
        "PH 09:00-12:00",
        "SH Mo 09:00-12:00",
        'Mo 09:00-12:00 "women only"',
        "Mo 09:00-12:00 unknown",
        "Mo sunrise-sunset",
        "Mo",
        "Mo 09:00-12:00+",
    ],
)
def test_no_ordinary_week_has_what_holds_in_some(text):
    """It stands among the exceptions, and nowhere else."""
    opening = parse_hours(text)[0].opening
    assert opening.week == ((),) * 7 and opening.exceptions == opening.rules
    assert parse_hours(f"Fr 10:00-11:00; {text}")[0].opening.week[4] == ((600, 660),)


@given(
    st.lists(
        st.sampled_from(
            [
                "Mo-Fr",
                "Sa,Su",
                "PH",
                "easter",
                "Jan",
                "Feb 30",
                "Dec 24-26",
                "Nov-Feb",
                "0000",
                "2026",
                "2026 Dec 24",
                "week 1-53/2",
                "week 60",
                "09:00-17:00",
                "10:00+",
                "22:00-02:00",
                "dusk-dawn",
                "08:00-sunset",
                "off",
                "unknown",
                '"x"',
                ";",
                ", ",
                "||",
                "[1]",
                "[6]",
                "+1 day",
                ":",
                "24/7",
                "-",
                "99:99",
                "31",
            ]
        ),
        min_size=1,
        max_size=7,
    )
)
def test_anything_has_words(parts):
    """What cannot be read stays as it is; nothing stops the program, and nothing is empty."""
    text = " ".join(parts)
    hours, doubts = parse_hours(text)
    lines = hours_lines(hours.opening, fixed_words("es").hours) if hours.opening else hours.lines
    assert hours.lines and all(hours.lines) and all(lines)
    assert all(
        any(line.endswith(piece[1:]) or piece[1:] in line for line in hours.lines) for piece, _ in doubts
    )


def test_other_words_print_another_language():
    """Every word comes from one place."""
    words = replace(
        ENGLISH,
        days=("lunes",) + ENGLISH.days[1:5] + ("sábado", "domingo"),
        days_span="{first} a {last}",
        times_span="{first} a {last}",
        am="h",
        pm="h",
        noon="mediodía",
    )
    opening = parse_hours("Mo-Su 09:00-12:00; Sa,Su off")[0].opening
    assert hours_lines(opening, words)[0] == "Lunes a Friday 9\u00a0h\u00a0a\u00a0mediodía"


def test_a_comment_that_stands_alone_is_in_the_language_of_the_words():
    """ "By appointment" is said by the program, wherever it stands."""
    words = fixed_words("es").hours
    for text in ('"by appointment"', 'Mo 09:00-12:00 || "by appointment"', 'Mo 09:00-12:00 "by appointment"'):
        lines = hours_lines(parse_hours(text)[0].opening, words)
        assert words.by_appointment in lines[-1].lower() and "by appointment" not in lines[-1]


def test_the_docs_show_what_is_printed(load_listing):
    """Each example of docs/content.md, word for word."""
    text = (ROOT / "docs" / "content.md").read_text(encoding="utf-8").replace(r"\|", "|")
    section = text.partition("\n## Hours\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*`) \| (.*) \|$", section, re.MULTILINE)
    assert len(rows) > 40
    for written, printed in rows:
        for example in re.findall("`([^`]*)`", written):
            assert (
                " / ".join(load_listing("hours:", f"  - '{example}'").hours).replace("\u00a0", " ") == printed
            )


# --- read back --------------------------------------------------------------------------------------

OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
SPANS = ("09:00-17:00", "09:00-12:00,13:00-17:00", "00:00-24:00", "22:00-02:00", "10:30+")
weeks = st.lists(st.sampled_from(("", *SPANS)), min_size=7, max_size=7).filter(any)


def read_back(lines):
    """{day: times} of lines in English, read as a person does."""
    said = {}
    for line in lines:
        line = line.replace("\u00a0", " ").replace("Open 24 hours every day", "Every day 24 hours")
        days, times = re.fullmatch(
            r"((?:(?:and |, ?|to )?(?:[A-Z]\w+day|Every day)[, ]*)+)(.*)", line
        ).groups()
        numbers = [ENGLISH.days.index(name) for name in re.findall(r"\w+day", days.replace("Every day", ""))]
        pairs = [tuple(map(ENGLISH.days.index, pair)) for pair in re.findall(r"(\w+day) to (\w+day)", days)]
        for first, last in pairs:
            numbers += [(first + n) % 7 for n in range((last - first) % 7 + 1)]
        for number in set(numbers) or range(7):
            assert number not in said
            said[number] = times
    return said


@given(weeks)
def test_a_week_reads_back_as_it_was_written(week):
    """Days that are alike are said together, each day once, and none is lost."""
    text = "; ".join(f"{day} {spans}" for day, spans in zip(OSM_DAYS, week) if spans)
    hours, doubts = parse_hours(text)
    said = read_back(hours.lines)
    assert doubts == () and set(said) == {day for day, spans in enumerate(week) if spans}
    alone = {
        spans: parse_hours(f"Mo {spans}")[0].lines[0].removeprefix("Monday ").replace("\u00a0", " ")
        for spans in SPANS
    }
    assert all(said[day] == alone[week[day]] for day in said)
    assert len(hours.lines) == len({spans for spans in week if spans})


DATED = st.sampled_from(
    [
        "Jan 1",
        "Jul 4",
        "Nov 11,12",
        "Dec 24-26",
        "Dec 25,Jan 1",
        "Nov-Mar",
        "Jun,Aug",
        "easter",
        "PH",
        "Nov Th[4]",
        "Fr[-1]",
    ]
)


@given(
    weeks,
    st.lists(DATED, max_size=4, unique=True),
    st.sampled_from(["off", "10:00-12:00"]),
    st.sampled_from(["en", "es", "ar", "zh", "ru"]),
)
def test_nothing_that_can_be_said_is_printed_as_code(week, dated, state, language):
    """Neither days nor months in their short forms, nor an empty line, in any language; every hour is said once."""
    text = "; ".join(
        [f"{day} {spans}" for day, spans in zip(OSM_DAYS, week) if spans]
        + [f"{each} {state}" for each in dated]
    )
    hours, doubts = parse_hours(text)
    words = ENGLISH if language == "en" else fixed_words(language).hours
    lines = hours_lines(hours.opening, words)
    assert doubts == () and all(lines) and len(set(lines)) == len(lines)
    assert not any(
        re.search(r"\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|off|easter)\b|\d\d:\d\d-|[\[\]{}]", line)
        for line in lines
    )


# --- what is said is what the library computes --------------------------------------------------------

WEEKDAYS = st.lists(st.integers(0, 6), min_size=1, max_size=5, unique=True).map(
    lambda days: ",".join(OSM_DAYS[day] for day in sorted(days))
)
BY_DAY = st.sampled_from(
    ["08:00-10:00", "09:00-17:00", "09:00-12:00,13:00-17:00", "10:30-11:45", "00:00-24:00", "off"]
)
ADDED = st.sampled_from(["18:00-20:00", "21:00-22:30"])
PARTS = st.sampled_from(["", "Jan-Mar ", "Jul,Aug ", "Nov "])
DAYS_OF_YEAR = st.sampled_from(
    [
        "Jan 1",
        "Jul 4",
        "Dec 24-26",
        "Dec 25,Dec 31",
        "Aug 15-Sep 15",
        "Nov Th[4]",
        "Nov Th[4] +1 day",
        "Sa[1,3]",
    ]
)
rules_of_weeks = st.lists(st.tuples(PARTS, WEEKDAYS, BY_DAY), min_size=1, max_size=6).map(
    lambda rules: "; ".join(
        f"{part}{days} {spans}" for part, days, spans in sorted(rules, key=lambda rule: bool(rule[0]))
    )
)
added_rules = st.lists(st.tuples(WEEKDAYS, ADDED).map(" ".join), max_size=2)
rules_of_days = st.lists(
    st.tuples(DAYS_OF_YEAR, BY_DAY).map(" ".join), max_size=3, unique_by=lambda rule: rule.rsplit(" ", 1)[0]
)


def holds_on(rule, day):
    """Whether a rule is for a day."""
    day -= timedelta(rule.offset)
    in_season = not rule.season or any(in_span(day, first, last) for first, last in rule.season)
    last = monthrange(day.year, day.month)[1]
    nth = {(day.day - 1) // 7 + 1, -((last - day.day) // 7) - 1}
    return (
        in_season
        and (not rule.days or day.weekday() in rule.days)
        and (not rule.occurrences or bool(nth & set(rule.occurrences)))
    )


def in_span(day, first, last):
    (month, begin), (last_month, end) = first, last
    low, high, own = (month, begin or 1), (last_month, end or 31), (day.month, day.day)
    return low <= own <= high if low <= high else own >= low or own <= high


def spans_on(rules, day):
    """When it is open on a day: what the last rule for the day says."""
    found = [rule.spans for rule in rules if holds_on(rule, day)]
    return sorted(found[-1]) if found else []


@pytest.mark.slow
@settings(deadline=None)
@given(rules_of_weeks, added_rules, rules_of_days)
def test_what_is_said_holds_on_the_days_of_the_syntax(weeks, added, days):
    """The rules that lines are made of, joined and without what is replaced, are open when the library says so."""
    weekly = "; ".join(rule for rule in weeks.split("; ") if rule[:2] in OSM_DAYS)
    seasonal = "; ".join(rule for rule in weeks.split("; ") if rule[:2] not in OSM_DAYS)
    assume(weekly or not added)
    text = "; ".join(filter(None, [", ".join([weekly, *added] if weekly else []), seasonal, *days]))
    hours, doubts = parse_hours(text)
    assert doubts == () and hours.opening.text == text
    computed = opening_hours.OpeningHours(text)
    for number in range(0, 365, 2):
        day = date(2026, 1, 1) + timedelta(number)
        begin = datetime(day.year, day.month, day.day)
        said = [
            (begin + timedelta(minutes=first), begin + timedelta(minutes=last))
            for first, last in spans_on(hours.opening.rules, day)
        ]
        intervals = computed.intervals(begin, begin + timedelta(days=1))
        assert said == [(first, last) for first, last, state, _ in intervals if str(state) == "open"], (
            text,
            day,
        )
