"""What the program has understood of an owner."""

from guide.studio.owners import Owner
from guide.studio.reads import reads_as, said_before

PANTRY, KITCHEN = Owner("listing", "pantry"), Owner("listing", "kitchen")


def test_hours_of_the_whole_and_of_its_offices(studio, change):
    hours = reads_as(studio, PANTRY)["hours"]
    assert hours["locations-0-hours"]["understood"] is True
    assert "Saturday 10\u00a0am\u00a0to\u00a0noon" in hours["locations-0-hours"]["lines"]
    assert hours["locations-1-hours"]["lines"] == hours["hours"]["lines"] == []
    change("food", "hours: By appointment.", "hours: Whenever the bell is heard")
    studio.look_again()
    assert reads_as(studio, KITCHEN)["hours"]["hours"]["understood"] is False


def test_numbers_that_are_printed_otherwise(studio, change):
    change("food", "773-471-0121", "773.471.0121")
    studio.look_again()
    assert reads_as(studio, KITCHEN)["phones"] == {"773.471.0121": "773-471-0121"}
    assert reads_as(studio, PANTRY)["phones"] == {}


def test_a_text_has_its_words_its_grade_and_its_mentions(studio, change):
    about = reads_as(studio, KITCHEN)["texts"]["description"]
    assert about == {
        "words": 7,
        "grade": None,
        "mentions": [{"owner": "listing/shelter", "name": "Night Shelter"}],
    }
    change(
        "food",
        "A hot meal at noon.",
        "Eat **a** [hot meal](https://example.org) at noon. " + "We cook for you. " * 9,
    )
    studio.look_again()
    about = reads_as(studio, KITCHEN)["texts"]["description"]
    assert about["words"] == 44 and 1 <= about["grade"] <= 5


def test_owners_without_a_text_have_nothing(studio):
    assert reads_as(studio, Owner("guide")) == reads_as(studio, Owner("section", "food")) == {"texts": {}}


def test_words_that_the_guide_has_said(studio, change):
    change(
        "food",
        "    description: Groceries",
        "    languages: English, Polish and Spanish\n    services: [Food, Clothes]\n    description: Groceries",
    )
    change(
        "beds",
        "    description: A bed",
        "    languages: [Spanish]\n    services: [Beds, Clothes]\n    description: A bed",
    )
    studio.look_again()
    said = said_before(studio)
    assert said["languages"] == ["English", "Polish", "Spanish"]
    assert said["cost"] == ["free", "sliding scale", "donation", "insurance", "fee"]
    assert said["topics"] == ["Beds", "Clothes", "Food"] and said["audience"] == []
