"""Alerts, statuses and lines of help with the days on which they hold."""

from datetime import date

import pytest

from guide.model import Days
from tests.conftest import LISTING

JANUARY, FEBRUARY = date(2027, 1, 10), date(2027, 2, 20)
BOTH = "from: 2027-01-10, until: 2027-02-20"
GUIDE = "title: Help near you\nedition: {date: 2026-04-01}\nhelp_now:\n  - 988\n"


def test_an_alert_is_words_or_words_with_days(load_listing):
    assert load_listing("alert: New address").alert == "New address"
    found = load_listing(f"alert: {{text: New address, {BOTH}}}")
    assert (found.alert, found.alert_days) == ("New address", Days(first=JANUARY, last=FEBRUARY))


@pytest.mark.parametrize(
    "line, closed, gone, days",
    [
        ("closed: yes", True, False, Days()),
        ("status: open", False, False, Days()),
        ("status: closed for now", True, False, Days()),
        ("status: temporarily closed", True, False, Days()),
        ("status: defunct", True, True, Days()),
        ("status: {is: closed for now, until: 2027-02-20}", True, False, Days(last=FEBRUARY)),
        (f"status: {{{BOTH}}}", True, False, Days(first=JANUARY, last=FEBRUARY)),
    ],
)
def test_a_status_is_a_word_or_days(load_listing, line, closed, gone, days):
    found = load_listing(line)
    assert (found.closed, found.gone, found.closed_days) == (closed, gone, days)


@pytest.mark.parametrize(
    "line, name",
    [
        ("status: shut", "status"),
        ("alert: {text: New, from: 2027-02-20, until: 2027-01-10}", "until"),
        ("status: {is: closed for good, until: 2027-01-10}", "status-days"),
        ("closed: yes\n    status: open", "two-statuses"),
        ("alert: {until: 2027-01-10}", "missing"),
        ("minimum_age: old", "age"),
        ("minimum_age: 20\n    maximum_age: 10", "ages"),
    ],
)
def test_what_is_wrong_is_said(load, line, name):
    problems = load(food=f"{LISTING}    {line}\n").problems
    assert [problem.name for problem in problems] == [name]


@pytest.mark.parametrize(
    "line, hint",
    [
        ("closed: temporarily", "write status: closed for now"),
        ("closed: permanently", "write status: closed for good"),
        (
            "closed: until March",
            "write status: closed for now; with the last day, status: {until: 2027-02-20}",
        ),
        ("closed: sometimes", "write yes or no"),
        ("status: temp closed", "write status: closed for now"),
        ("status: Closed until further notice", "write status: closed for now"),
        ("status: out of business", "write status: closed for good"),
        ("status: {is: shut}", "write is: closed for now"),
        ("status: on until May", "write one of: open, closed for now, closed for good"),
    ],
)
def test_words_for_closed_are_answered_with_the_status(load, line, hint):
    (problem,) = load(food=f"{LISTING}    {line}\n").problems
    assert problem.hint == hint


def test_a_line_of_help_has_days(load):
    found = load(GUIDE + f"  - {{text: Warm bus, phone: 510-444-0134, {BOTH}}}\n")
    assert [line.days for line in found.guide.help_now] == [Days(), Days(first=JANUARY, last=FEBRUARY)]
