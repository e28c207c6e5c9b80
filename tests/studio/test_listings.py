"""Listings as wholes."""

import pytest

from guide.studio.listings import free_name


def test_ids_are_made_of_names(saves):
    """And are nobody else's."""
    assert saves.listings.free_id("  Pantry ") == "pantry-2"
    assert saves.listings.free_id("Café <Nord>!") == "cafe-nord"
    assert saves.listings.free_id("!!!") == "listing"


def test_a_short_name_is_nobody_elses():
    assert free_name("Beds", "section", ["beds", "beds-2"]) == "beds-3"


def test_what_is_not_there_cannot_be_moved(saves):
    with pytest.raises(KeyError):
        saves.listings.move("nobody", "food", None)
    assert saves.history.last() is None


def test_a_second_listing_has_no_number_of_the_first(saves, change, text):
    """A number that stays is one listing's alone."""
    change("beds", "  - id: shelter\n", "  - id: shelter\n    number: 5\n")
    saves.studio.look_again()
    saves.listings.duplicate("shelter", "Third Shelter")
    assert text("beds").count("number: 5") == 1
