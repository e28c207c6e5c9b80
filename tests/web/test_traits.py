"""What a listing is found by."""

import pytest

from guide.language.words import ENGLISH
from guide.web.traits import cost_of, languages_spoken, topics_of, towns_of, traits_of
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
    from dataclasses import replace

    assert cost_of(replace(PANTRY, fees_description=said), GUIDE) == cost


def test_languages():
    """By their names, of the parts too; an interpreter speaks any."""
    assert languages_spoken(PANTRY, GUIDE) == ["en", "es", "any"] and languages_spoken(SAFE, GUIDE) == []
