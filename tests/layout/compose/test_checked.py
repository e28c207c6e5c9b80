"""Of how many listings how many are checked: the same words in every edition, and no tick beside an old date."""

from dataclasses import replace
from datetime import date

import pytest

from guide.content.worklist import list_calls
from guide.language.words import ENGLISH
from guide.layout.compose.checked import checked_of, count_lines, cover_counts, is_checked, status_words
from guide.layout.editions.call_sheet import typeset_worklist
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.pages import Text
from guide.model import Edition, Freshness, Period

FRESH, OLD = date(2026, 9, 1), date(2005, 10, 3)


def guide_of(maker, *days, **more):
    return maker.guide(
        maker.section(*(maker.listing(f"n{n}", verified=day) for n, day in enumerate(days))), **more
    )


@pytest.mark.parametrize(
    "days, said, step",
    [
        ((None, None), ENGLISH.none_checked, "step_unverified"),
        ((FRESH, None, OLD), ENGLISH.one_checked, "step_partly"),
        ((FRESH, FRESH, None), "2 of them have been checked.", "step_partly"),
        ((FRESH, FRESH), ENGLISH.all_checked, "step_checked"),
        ((OLD, None), ENGLISH.none_lately, "step_partly"),
    ],
)
def test_how_many_of_how_many_are_checked(maker, days, said, step):
    guide = guide_of(maker, *days)
    assert count_lines(guide, ENGLISH) == (f"{len(days)} listings in this edition.", said)
    assert checked_of(guide).step == step


@pytest.mark.parametrize(
    "day, good", [(date(2025, 11, 23), True), (date(2025, 11, 22), False), (date(2027, 1, 1), True)]
)
def test_a_check_is_good_for_a_year_before_the_edition(maker, day, good):
    """Where the guide says nothing else; the clock is not asked."""
    guide = guide_of(maker, day)
    assert is_checked(guide.listings[0], guide) is good
    assert status_words(guide.listings[0], guide, ENGLISH).endswith(": may have changed") is not good


def test_a_guide_says_how_long_a_check_is_good(maker):
    guide = guide_of(maker, date(2026, 10, 1), freshness=Freshness(warn_after=Period(days=30)))
    assert checked_of(guide).checked == 0
    later = replace(guide, edition=replace(guide.edition, date=date(2026, 10, 20)))
    assert checked_of(later).checked == 1  # the day of the edition decides


@pytest.mark.parametrize(
    "format", ["letter", "large-print", "pocket", "half-letter", "trifold-letter", "one-sheet"]
)
@pytest.mark.parametrize("days", [(FRESH, None), (FRESH, FRESH), (None, None), (OLD, None)])
def test_every_edition_says_the_same(maker, format, days):
    """A leaflet does not say that nobody has checked where somebody has, and none shows a tick beside an old date."""
    guide = guide_of(maker, *days)
    stacks = maker.style.regular, maker.style.bold
    document = lay_out([Version(guide, ENGLISH, stacks)], Edition(name="x", format=format), guide).document
    words = " ".join(item.text for page in document.pages for item in page.items if isinstance(item, Text))
    assert ("Nobody has checked" in words) <= (days == (None, None))
    said = " ".join(words.split())
    assert checked_of(guide).words(ENGLISH) in said or cover_counts(guide, ENGLISH) in said
    if format in (
        "pocket",
        "trifold-letter",
        "one-sheet",
    ):  # a row shows a circle, and says the day to those who hear it
        tags = {
            item.tag for page in document.pages for item in page.items if isinstance(item, Text) and item.tag
        }
        words = " ".join(tag.heard for tag in tags)
    assert ("October 2005" in words) == (OLD in days) and ("may have" in words) == (OLD in days)


@pytest.mark.parametrize(
    "format", ["letter", "large-print", "pocket", "half-letter", "trifold-letter", "one-sheet"]
)
@pytest.mark.parametrize("columns", [1, 2])
def test_a_closed_listing_says_so_and_not_its_hours(maker, format, columns):
    guide = maker.guide(
        maker.section(
            maker.listing(
                "a", closed=True, hours=("Monday 9 am",), locations=(maker.office(hours=("Tuesday 10 am",)),)
            ),
            maker.listing("b", closed=True, alert="Moving in May", hours=("Monday 9 am",)),
        )
    )
    stacks = maker.style.regular, maker.style.bold
    document = lay_out(
        [Version(guide, ENGLISH, stacks)],
        Edition(name="x", format=format, columns=columns, signs="none"),
        guide,
    ).document
    words = " ".join(
        " ".join(
            item.text for page in document.pages for item in page.items if isinstance(item, Text)
        ).split()
    )
    assert (
        words.count("Closed for now") == 1
        and "Moving in May" in words
        and "day" not in words.replace("today", "")
    )


def test_the_call_sheet_says_it_too(maker):
    guide = guide_of(maker, FRESH, None)
    document = typeset_worklist(guide, list_calls(guide), maker.style, ENGLISH)
    assert any(ENGLISH.one_checked in line for line in maker.lines(document.pages[0]))
