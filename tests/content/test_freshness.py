"""Dates of listings: none, in time, late, too late, and still to come."""

from datetime import date

import pytest

from guide.content.freshness import age
from guide.content.review import review_guide
from guide.errors import ERROR, WARNING
from guide.model import Period

GUIDE = "title: Help\nedition: {number: 1, colour: blue, date: 2026-04-01}\nfreshness: {warn_after: 180 days, stop_after: 1 year}\n"
TODAY = date(2026, 11, 23)


@pytest.fixture
def judge(tmp_path):
    """The problems of a guide whose listings have these lines: judge("verified: 2026-01-01", ...)."""

    def write(*listings, guide=GUIDE):
        entries = "".join(
            f"  - id: l{n}\n    name: Name {n}\n    {line}\n" for n, line in enumerate(listings, 1)
        )
        (tmp_path / "sections").mkdir(exist_ok=True)
        (tmp_path / "guide.yaml").write_text(guide, encoding="utf-8")
        (tmp_path / "sections/a.yaml").write_text("title: Food\nlistings:\n" + entries, encoding="utf-8")
        return review_guide(tmp_path, TODAY)[1]

    return write


@pytest.mark.parametrize(
    "day, level",
    [
        ("2026-11-23", None),
        ("2026-05-27", None),
        ("2026-05-26", WARNING),
        ("2025-11-23", WARNING),
        ("2025-11-22", ERROR),
    ],
)
def test_a_date_grows_stale_then_stops_the_build(judge, day, level):
    """On the last day it is still good, one later it is not."""
    found = judge(f"verified: {day}")
    assert [problem.level for problem in found] == ([level] if level else [])
    if level:
        (problem,) = found
        assert (problem.name, problem.mark.line) == ("stale", 5)
        assert problem.message.startswith("Name 1: verified ")
        assert problem.hint.endswith("make-guide verify l1")


def test_the_age_is_said(judge):
    """The message names the listing, how old, since when, and what the guide allows."""
    assert judge("verified: 2024-03-14")[0].message == (
        "Name 1: verified 2 years ago, on 2024-03-14; nothing is built with listings older than 1 year"
    )


def test_a_date_to_come_is_an_error(judge):
    """Tomorrow nobody has called yet."""
    (problem,) = judge("verified: 2026-11-24")
    assert (problem.name, problem.level) == ("verified-later", ERROR)


def test_never_verified_is_one_warning_that_counts_and_names(judge):
    """One line, however many they are; what is not printed is not counted."""
    (problem,) = judge(
        "alert: x", "verified: 2026-11-01", "alert: y", "{}: z".replace("{}", "print: no\n    print_reason")
    )
    assert (problem.name, problem.level, problem.mark.path.name) == ("never-verified", WARNING, "guide.yaml")
    assert problem.message == "2 of 3 listings were never verified: Name 1, Name 3"
    (problem,) = judge(*["alert: x"] * 30)
    assert problem.message.endswith("Name 20, 10 more")


def test_without_freshness_a_date_is_good_for_a_year(judge):
    """A guide that sets nothing is warned, and never stopped."""
    (problem,) = judge("verified: 1990-01-01", guide=GUIDE.partition("freshness")[0])
    assert (problem.name, problem.level) == ("stale", "warning")


@pytest.mark.parametrize(
    "text, good",
    [
        ("90 days", True),
        ("1 day", True),
        ("6 Months", True),
        ("2 weeks", True),
        ("9999 years", True),
        ("0 days", False),
        ("six months", False),
        ("180", False),
        ("-1 days", False),
        ("1.5 years", False),
        ("99999 days", False),
    ],
)
def test_a_period_is_a_number_and_a_unit(judge, text, good):
    """Anything else is said with its place."""
    found = judge("verified: 2026-11-23", guide=GUIDE.replace("180 days", f'"{text}"'))
    assert [problem.name for problem in found] == ([] if good else ["period"])


@pytest.mark.parametrize(
    "day, period, limit",
    [
        (date(2026, 3, 31), Period(months=1), date(2026, 2, 28)),
        (date(2024, 2, 29), Period(months=12), date(2023, 2, 28)),
        (date(2026, 1, 1), Period(days=1), date(2025, 12, 31)),
        (date(2026, 1, 15), Period(months=13), date(2024, 12, 15)),
        (date(2026, 1, 1), Period(months=99999), None),
        (date(2026, 1, 1), Period(days=9999999), None),
    ],
)
def test_months_are_those_of_the_calendar(day, period, limit):
    """A month before 31 March is the last of February."""
    assert period.before(day) == limit


@pytest.mark.parametrize(
    "day, said",
    [
        (date(2026, 11, 22), "1 day"),
        (date(2026, 10, 23), "31 days"),
        (date(2026, 9, 23), "2 months"),
        (date(2024, 11, 23), "2 years"),
    ],
)
def test_an_age_is_said_in_round_numbers(day, said):
    assert age(day, TODAY) == said
