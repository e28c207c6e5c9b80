"""Days as people and spreadsheets write them."""

from datetime import date

import pytest

from guide.reading.days import is_two_days, read_day


@pytest.mark.parametrize(
    "text, country",
    [
        ("2026-03-14", "US"),
        ("2026/3/14", "DE"),
        ("3/14/2026", "US"),
        ("3/14/26", "US"),
        ("14/03/2026", "US"),  # there is no month 14
        ("14/3/2026", "GB"),
        ("14.3.2026", "US"),
        ("14.03.26", "DE"),
        ("14 March 2026", "US"),
        ("14-Mar-26", "US"),
        ("March 14th, 2026", "US"),
        ("Mar. 14 2026", "US"),
        ("14 de marzo de 2026", "US"),
        ("2026-03-14 00:00:00", "US"),
        ("3/14/2026 12:00 AM", "US"),
    ],
)
def test_one_day_in_many_ways(text, country):
    assert read_day(text, country) == date(2026, 3, 14)


@pytest.mark.parametrize(
    "text", ["", "Tuesday", "3/14", "2026-02-30", "31/31/2026", "14 Foo 2026", "20260314"]
)
def test_what_is_no_day(text):
    assert read_day(text) is None


def test_the_country_decides_where_two_days_are_possible():
    assert read_day("3/4/2026", "US") == date(2026, 3, 4)
    assert read_day("3/4/2026", "GB") == read_day("3.4.2026", "US") == date(2026, 4, 3)
    assert is_two_days("3/4/2026")
    assert not any(map(is_two_days, ("4/4/2026", "3/14/2026", "2026-03-04", "x")))
