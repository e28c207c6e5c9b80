"""Opening hours in short, as a row of a telephone book has room for them."""

import pytest

from guide.content.hours import parse_hours
from guide.language.files import language_codes
from guide.language.hours_in_a_row import hours_in_a_row
from guide.language.hours_lines import hours_lines
from guide.language.words import words_in


def short(text, language="en"):
    hours, doubts = parse_hours(text)
    assert not doubts
    return hours_in_a_row(hours.opening, words_in(language).hours).replace("\u00a0", " ")


@pytest.mark.parametrize(
    "text, said",
    [
        ("Mo-Fr 09:00-17:00; PH off", "Mon\u2013Fri 9 am\u20135 pm"),
        (
            "Mo,We 09:00-12:00,13:00-17:00; Fr 09:00-12:00",
            "Mon, Wed 9\u2013noon, 1\u20135 pm; Fri 9\u2013noon",
        ),
        ("Th 19:00-20:30", "Thu 7\u20138:30 pm"),
        ("Mo-Fr 08:00-16:30; Sa 08:00-11:00", "Mon\u2013Fri 8 am\u20134:30 pm; Sat 8\u201311 am"),
        ("Tu 10:00-14:00; We[1] 13:00-15:00", "Tue 10 am\u20132 pm; first Wed 1\u20133 pm"),
        ("24/7", "Every day 24 hours"),
        ("Mo-Su 19:00-07:00", "Every day 7 pm\u20137 am"),
        ("Fr 20:00-24:00", "Fri 8\u2013midnight"),
        ("Apr-Oct Sa 10:00-12:00", "Apr\u2013Oct: Sat 10\u2013noon"),
        ("Mo-Fr 09:00-17:00; Aug off", "Mon\u2013Fri 9 am\u20135 pm; closed in Aug"),
    ],
)
def test_days_and_times_in_short(text, said):
    """The half of the day once, and closed days only where they do not go without saying."""
    assert short(text) == said


def test_that_it_is_closed_is_said_where_there_is_nothing_else():
    assert short("PH off") == "Closed on public holidays"


@pytest.mark.parametrize("language", language_codes())
def test_every_language_says_them_shorter(language):
    """And with its own names of days."""
    hours, _ = parse_hours("Mo-Fr 09:00-17:00; We[1] 18:00-20:00; PH off")
    words = words_in(language).hours
    said = hours_in_a_row(hours.opening, words)
    assert len(said) < len("; ".join(hours_lines(hours.opening, words)))
    assert words.short_days[0].lower() in said.lower() and words.short_days[2] in said


def test_times_do_not_break():
    """Nor do a time and its half of the day."""
    hours, _ = parse_hours("Mo-Fr 09:00-17:00")
    assert hours_in_a_row(hours.opening).endswith("9\u00a0am\u20135\u00a0pm")
