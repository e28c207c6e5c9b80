"""What a listing is found by."""

from dataclasses import replace

import pytest

from guide.language.words import ENGLISH
from guide.model import Cost, Program
from guide.web.traits import cost_of, is_free, languages_spoken, topics_of, towns_of, traits_of, with_families
from tests.web.pages import shown

GUIDE = shown().guide
PANTRY, SAFE, SHELTER, OFFICES = (
    next(each for each in GUIDE.listings if each.id == id)
    for id in ("pantry", "safe-house", "shelter", "offices")
)


def test_traits():
    """Other names, languages, cost and towns; a closed one says so."""
    assert traits_of(PANTRY, GUIDE) == {
        "data_n": "Old Pantry|The Elm",
        "data_l": "en es any",
        "data_c": "f",
        "data_t": "Springfield",
        "data_x": "",
    }
    assert traits_of(SAFE, GUIDE)["data_x"] == "1"


def test_topics_and_towns():
    assert topics_of(PANTRY, ENGLISH) == "Food, Naloxone, Families" and topics_of(SAFE, ENGLISH) == ""
    assert list(towns_of(OFFICES)) == ["Decatur"] and list(towns_of(SHELTER)) == []


@pytest.mark.parametrize(
    "said,cost",
    [
        ("Free", "f"),
        ("Free; a gift is welcome", "f"),
        ("No cost.", "f"),
        ("Free to $20", "p"),
        ("Sliding scale", "p"),
        ("", ""),
    ],
)
def test_cost(said, cost):
    """Free is what says so and no more."""
    assert cost_of(replace(PANTRY, fees_description=said), GUIDE) == cost


def test_languages():
    """By their names, of the parts too; an interpreter speaks any."""
    assert languages_spoken(PANTRY, GUIDE) == ["en", "es", "any"] and languages_spoken(SAFE, GUIDE) == []


@pytest.mark.parametrize(
    "kinds, said, cost",
    [
        (("free",), "Two dollars for a card", "f"),
        (("free", "donation"), "", "f"),
        (("free", "sliding scale"), "", "p"),
        (("fee",), "Free", "p"),
        ((), "Free", "f"),
    ],
)
def test_values_come_before_words(kinds, said, cost):
    costs = tuple(map(Cost, kinds))
    assert cost_of(replace(PANTRY, cost=costs, fees_description=said), GUIDE) == cost


def test_a_listing_is_free_where_all_its_programs_are():
    programs = [Program(name="A", mark=PANTRY.mark, cost=(Cost(each),)) for each in ("free", "fee")]
    bare = replace(PANTRY, fees_description="")
    assert [cost_of(replace(bare, programs=tuple(some)), GUIDE) for some in (programs[:1], programs)] == [
        "f",
        "p",
    ]
    assert not is_free(())


def test_codes_come_with_their_families():
    """So that who looks for Chinese finds what is spoken as one of its kinds."""
    coded = replace(PANTRY, languages="Simplified Chinese", language_codes=("zh-Hans", "any"))
    assert languages_spoken(coded, GUIDE) == ["zh-Hans", "any"]
    assert [*with_families(["zh-Hans", "any", "es"])] == ["zh-Hans", "zh", "any", "es"]
    assert traits_of(coded, GUIDE)["data_l"] == "zh-Hans zh any"
