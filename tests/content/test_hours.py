"""Opening hours in OpenStreetMap's syntax are printed in plain words, and can be computed with."""

import opening_hours
from dataclasses import replace

import pytest

from guide.content.hours import ENGLISH_HOURS as ENGLISH
from guide.content.hours import hours_lines, looks_like_osm, parse_hours
from guide.content.languages import fixed_words
from guide.model import OpeningRule

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
    ("Dec 24-Jan 1 off", ["Closed on December_24 to January_1"]),
    ("Mo-Fr 09:00-17:00; Jul off", ["Monday to Friday 9_am_to_5_pm", "Closed in July"]),
    ('Mo-Fr 09:00-12:00 "by appointment"', ["Monday to Friday 9_am_to_noon by appointment"]),
    ('Mo 09:00-12:00 "women only"', ["Monday 9_am_to_noon (women only)"]),
    ('"by appointment"', ["By appointment"]),
    ('Mo 09:00-12:00 || "by appointment"', ["Monday 9_am_to_noon", "At other times by appointment"]),
    ("24/7", ["Open 24 hours every day"]),
    ("Mo-Fr 00:00-24:00", ["Monday to Friday 24_hours"]),
    ("off", ["Closed"]),
    ("Mo-Fr 09:00-17:00; Fr 09:00-12:00; Su off", ["Monday to Thursday 9_am_to_5_pm", "Friday 9_am_to_noon", "Closed on Sunday"]),
    ("Mo-Fr 09:00-17:00, Sa 10:00-12:00", ["Monday to Friday 9_am_to_5_pm", "Saturday 10_am_to_noon"]),
    ("Mo-Fr,PH 09:00-12:00", ["Monday to Friday 9_am_to_noon", "Public holidays 9_am_to_noon"]),
    ("SH Mo-Fr 09:00-12:00", None),
    ("Mo-Fr sunrise-sunset", None),
]
ASKED = {"SH Mo-Fr 09:00-12:00": "hours-not-plain", "Mo-Fr sunrise-sunset": "hours-not-plain", "Mo-Fr 9-5": "hours",
         "Mo-Fr 09:00-17:0O": "hours", "Mo-Fr 26:00-50:00": "hours"}


@pytest.mark.parametrize("text, lines", [row for row in PLAIN if row[1]])
def test_in_plain_words(text, lines):
    """Days first, then times that do not break, what is closed last; the library can read it too."""
    hours, doubt = parse_hours(text)
    assert doubt is None
    assert [line.replace("\u00a0", "_") for line in hours.lines] == lines
    assert looks_like_osm(text) and opening_hours.validate(text)


@pytest.mark.parametrize("text, name", ASKED.items())
def test_what_has_no_plain_words_is_told(load, text, name):
    """It is printed as it stands, with a warning; a mistake has another name than an unusual form."""
    listing = "title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank\n"
    found = load(food=listing + f"    hours: {text}\n")
    assert [(problem.name, problem.level) for problem in found.problems] == [(name, "warning")]
    assert found.guide.listings[0].hours == (text,)
    assert found.guide.listings[0].opening is None


@pytest.mark.parametrize("text", [
    "Monday to Friday 9 am to 5 pm", "Mon-Fri 9-5", "We are open on Monday", "Closed on public holidays", "Call first",
    "Sun 9:00-12:00", "Mornings", "9:00-17:00", "May to June 9 am to noon"])
def test_free_text_stays_as_it_is(load_listing, text):
    """What does not look like the syntax is printed as it is typed, and nobody complains."""
    listing = load_listing(f"hours: {text}")
    assert (listing.hours, listing.opening) == ((text,), None)


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
    opening = parse_hours('Mo-Fr 09:00-17:00; Fr 09:00-12:00; Sa[1] 10:00-12:00; PH off; Su 10:00-11:00 "by appointment"')[0].opening
    assert opening.week == (((540, 1020),),) * 4 + (((540, 720),), (), ())
    assert [rule.occurrences or rule.holidays or rule.comment for rule in opening.exceptions] == [(1,), "PH", "by appointment"]
    assert parse_hours("24/7")[0].opening.week == (((0, 1440),),) * 7
    assert OpeningRule(spans=((0, 60),)).is_weekly


def test_other_words_print_another_language():
    """Every word comes from one place."""
    words = replace(ENGLISH, days=("lunes",) + ENGLISH.days[1:5] + ("sábado", "domingo"),
                    days_span="{first} a {last}", times_span="{first} a {last}", am="h", pm="h", noon="mediodía")
    opening = parse_hours("Mo-Su 09:00-12:00; Sa,Su off")[0].opening
    assert hours_lines(opening, words)[0] == "Lunes a Friday 9\u00a0h\u00a0a\u00a0mediodía"


def test_a_comment_that_stands_alone_is_in_the_language_of_the_words():
    """"By appointment" is said by the program, wherever it stands."""
    words = fixed_words("es").hours
    for text in ('"by appointment"', 'Mo 09:00-12:00 || "by appointment"', 'Mo 09:00-12:00 "by appointment"'):
        lines = hours_lines(parse_hours(text)[0].opening, words)
        assert words.by_appointment in lines[-1].lower() and "by appointment" not in lines[-1]
