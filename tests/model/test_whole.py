"""The whole guide: how long a check is good for, and every listing in order."""

from dataclasses import replace
from datetime import date

import pytest

from guide.model import Freshness, Period


@pytest.mark.parametrize(
    "period, day, before",
    [
        (Period(months=12), date(2026, 3, 14), date(2025, 3, 14)),
        (Period(months=1), date(2026, 3, 31), date(2026, 2, 28)),
        (Period(months=1), date(2024, 3, 31), date(2024, 2, 29)),
        (Period(months=3), date(2026, 1, 15), date(2025, 10, 15)),
        (Period(days=90), date(2026, 3, 14), date(2025, 12, 14)),
        (Period(months=24_000), date(2026, 3, 14), date(26, 3, 14)),
        (Period(months=30_000), date(2026, 3, 14), None),
        (Period(days=10**9), date(2026, 3, 14), None),
    ],
)
def test_the_day_so_long_before(period, day, before):
    """The last of a month where it has no such day; none before all calendars."""
    assert period.before(day) == before


@pytest.mark.parametrize("day, good", [(date(2025, 3, 14), True), (date(2025, 3, 13), False)])
def test_a_check_is_good_for_a_year_where_nothing_else_is_said(day, good):
    assert Freshness().is_good(day, on=date(2026, 3, 14)) is good


def test_a_check_that_is_good_for_ever():
    assert Freshness(warn_after=Period(days=10**9)).is_good(date.min, on=date(2026, 3, 14))


def test_listings_come_in_the_order_of_the_sections(maker):
    one, two, three = (maker.listing(id) for id in ("one", "two", "three"))
    guide = maker.guide(maker.section(two, one, id="a"), maker.section(three, id="b"))
    assert guide.listings == (two, one, three)


def test_what_is_not_translated_is_in_the_language_of_the_source(maker):
    section = replace(maker.section(), untranslated=frozenset({"title"}))
    guide = maker.guide(section)
    spanish = replace(guide, language="es", source_language="en", untranslated=frozenset({"subtitle"}))
    assert (spanish.language_of(section, "title"), spanish.language_of(section, "introduction")) == ("en", "")
    assert (spanish.language_of(spanish, "subtitle"), spanish.language_of(spanish, "title")) == ("en", "")
    assert guide.language_of(section, "title") == ""
