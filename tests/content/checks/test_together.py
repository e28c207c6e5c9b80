"""What can only be judged when every file has been read: ids, blanks, leaks, and mentions."""

from dataclasses import replace
from pathlib import Path

import pytest

from guide.content.checks.together import (
    check_city_orders,
    check_icons,
    check_ids,
    check_mentions,
    check_together,
)
from guide.errors import Mark
from guide.model import Address, Listing, Location, Section
from guide.pictograms import PICTOGRAMS
from guide.reading.source import MAX_PROBLEMS, Mention, Source

SECRET = "title: Beds\nlistings:\n  - id: beds\n    name: Beds\n    address: {confidential: yes, address_1: 12 Pier Street, city: Oakland}\n"


def mark(line):
    return Mark(Path("a.yaml"), line, 1)


def listing(id, line, **more):
    return Listing(id=id, name=id.title(), mark=mark(line), **more)


def section(*listings, id="s"):
    return Section(id=id, title="S", mark=mark(1), listings=listings)


def test_an_id_is_used_once():
    """The later one is told, with the place of the first."""
    found = list(check_ids([listing("a", 1), listing("b", 2), listing("a", 3)], "listing"))
    assert [(problem.name, problem.mark.line) for problem in found] == [("duplicate-id", 3)]
    assert "a.yaml:1:1" in str(found[0])


def test_things_without_an_id_are_not_the_same():
    assert list(check_ids([listing("", 1), listing("", 2)], "listing")) == []


def test_a_section_may_have_the_id_of_a_listing():
    assert list(check_together([], [section(listing("s", 2))], True)) == []


def test_what_is_wrong_without_end_is_cut_short():
    same = section(*(listing("a", line) for line in range(MAX_PROBLEMS + 100)))
    assert len(list(check_together([], [same], True))) == MAX_PROBLEMS


@pytest.mark.parametrize("count, words", [(1, "has nothing but spaces"), (2, "2")])
def test_blanks_are_counted_for_each_key(count, words):
    source = Source(Path("a.yaml"), Path("."))
    source.blanks += [("summary", mark(line)) for line in range(1, count + 1)]
    (problem,) = check_together([source], [], True)
    assert (problem.name, problem.mark) == ("blank", mark(1)) and words in str(problem)


def test_a_mention_of_nobody_is_told_with_the_nearest():
    """Only where every section could be read: it may be in the one that could not."""
    source = Source(Path("a.yaml"), Path("."))
    source.mentions += [
        Mention(mark=mark(4), id="insit", owner="Beds"),
        Mention(mark=mark(5), id="insite", owner=""),
    ]
    (problem,) = check_mentions([source], {"insite"})
    assert (problem.name, problem.hint) == ("unknown-mention", "did you mean [[insite]]?")
    assert problem.message.startswith("Beds: ")
    assert list(check_together([source], [], False)) == []


@pytest.mark.parametrize(
    "line, told",
    [
        ("address: {address_1: 12 Pier St., city: Oakland}", True),
        ("address: {address_1: 12 Pier Street, city: Fresno}", False),
        ("address: {address_1: 14 Pier Street, city: Oakland}", False),
        ("description: Ask at 12 Pier Street.", True),
        ("summary: Nothing of it", False),
    ],
)
def test_the_street_of_a_confidential_address_elsewhere_is_told_and_not_repeated(load, line, told):
    """In another city it is another street."""
    found = load(food=f"title: Food\nlistings:\n  - id: food\n    name: Food\n    {line}\n", beds=SECRET)
    assert [problem.name for problem in found.problems] == ["confidential-elsewhere"] * told
    assert "Pier" not in str(found.problems)


def with_icons(*icons):
    return [
        Section(id=f"s{place}", title=f"Part {place}", mark=mark(place), icon=icon)
        for place, icon in enumerate(icons, 1)
    ]


@pytest.mark.parametrize(
    "icons, found",
    [
        (("", ""), []),
        (("bed", "food"), []),
        (("bed", "food", "bed"), [("icon-twice", 3)]),
        (("bed", "", "food"), [("icons-missing", 2)]),
    ],
)
def test_every_section_has_a_pictogram_of_its_own_or_none_has_one(icons, found):
    problems = list(check_icons(with_icons(*icons)))
    assert [(problem.name, problem.mark.line) for problem in problems] == found


def test_more_sections_than_pictograms_have_none():
    """No name can be suggested then."""
    problems = list(check_icons(with_icons(*PICTOGRAMS, "")))
    assert [problem.name for problem in problems] == ["icons-missing"] and "only 22" in str(problems[0])


def test_a_city_in_the_order_of_a_section_is_one_that_is_there():
    """Told with the nearest, whatever its capitals."""
    there = listing("a", 2, locations=(Location(address=Address(city="Oakland")),))
    first = replace(section(there), city_order=("OAKLAND", "Okland"))
    [problem] = check_city_orders([first], [there])
    assert problem.name == "city-order" and "Okland" in problem.message and "Oakland" in problem.hint


def test_a_neighborhood_in_the_order_of_a_section_is_one_that_is_there():
    """Or a city, for what stands under no neighborhood."""
    there = listing("a", 2, locations=(Location(address=Address(city="Oakland", neighborhood="Temescal")),))
    first = replace(section(there), neighborhood_order=("temescal", "Oakland", "Temescl"))
    [problem] = check_city_orders([first], [there])
    assert "Temescl" in problem.message and "Temescal" in problem.hint
