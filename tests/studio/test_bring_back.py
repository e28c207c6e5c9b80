"""Bringing back what was before a step, or after it."""

import pytest

from guide.studio.bring_back import AFTER, BEFORE, CannotBring, bring_back, is_listing, ways_of
from guide.studio.owners import Owner
from guide.studio.saves import Saves, Write
from tests.studio.conftest import open_studio

PANTRY = Owner("listing", "pantry")


def ways(saves, number):
    return ways_of(saves.history.get(number), saves.studio)


def test_what_a_key_said_comes_back_whatever_it_says_now(saves, text):
    """Over a restart, as a step that can be undone."""
    for was, value in (("Elm Pantry", "Oak Pantry"), ("Oak Pantry", "Ash Pantry")):
        saves.write(PANTRY, [Write("name", value, was)])
    saves = Saves(open_studio(saves.studio.content))
    assert ways(saves, 1) == (BEFORE, AFTER) and ways(saves, 2) == (BEFORE,)
    assert is_listing(bring_back(saves, 1, BEFORE))
    assert "name: Elm Pantry" in text("food") and ways(saves, 1) == (AFTER,)
    saves.undo()
    assert "name: Ash Pantry" in text("food")


def test_what_a_conflict_did_not_choose_comes_back(saves, text):
    saves.leave(PANTRY, "name", "Oak Pantry")
    assert ways(saves, 1) == (AFTER,)
    bring_back(saves, 1, AFTER)
    assert "name: Oak Pantry" in text("food")


def test_a_deleted_listing_comes_back(saves, text):
    """Where it stood; once, and it can be undone."""
    before = text("food")
    saves.listings.delete("kitchen")
    assert ways(saves, 1) == (BEFORE,)
    bring_back(saves, 1, BEFORE)
    assert text("food").split() == before.split() and ways(saves, 1) == ()
    with pytest.raises(CannotBring, match="taken"):
        bring_back(saves, 1, BEFORE)
    saves.undo()
    assert "kitchen" not in text("food")


def test_a_new_one_that_was_undone_comes_back_with_all_that_was_written(saves, text):
    owner = saves.listings.new("food", "Bank", "pantry")
    saves.write(owner, [Write("email", "a@b.org", None)])
    assert ways(saves, 1) == ()
    saves.undo(1)
    assert "a@b.org" not in text("food")
    saves = Saves(open_studio(saves.studio.content))
    bring_back(saves, 1, AFTER)
    assert "email: a@b.org" in text("food")


def test_a_listing_that_was_moved_goes_back(saves, text):
    saves.listings.move("pantry", "beds", "shelter")
    bring_back(saves, 1, BEFORE)
    assert "id: pantry" in text("food") and "id: pantry" not in text("beds")
    saves.undo()
    assert "id: pantry" in text("beds")


def test_what_cannot_come_back_is_told(saves, folder):
    """The listing is gone, its section is gone, or nothing is known of what was."""
    saves.write(PANTRY, [Write("name", "Oak Pantry", "Elm Pantry")])
    saves.listings.move("kitchen", "food", "")
    saves.listings.delete("pantry")
    with pytest.raises(CannotBring, match="gone"):
        bring_back(saves, 1, BEFORE)
    (folder / "sections/food.yaml").rename(folder / "sections/eating.yaml")
    saves.studio.look_again()
    with pytest.raises(CannotBring, match="no_section"):
        bring_back(saves, 3, BEFORE)
    with pytest.raises(CannotBring, match="no_section"):
        bring_back(saves, 2, BEFORE)
    with pytest.raises(KeyError):
        bring_back(saves, 9, BEFORE)


def test_a_secret_street_that_is_not_known_any_more_is_not_lost(saves, change, text):
    elm = "address: {address_1: 1 Elm Street"
    change("food", elm, elm.replace("{", "{confidential: yes, "))
    saves.studio.look_again()
    offices = saves.studio.shown(PANTRY, "locations")
    saves.write(PANTRY, [Write("locations", [{**offices[0], "name": "Main"}, offices[1]], offices)])
    change("food", "1 Elm Street", "9 Ash Street")
    saves = Saves(open_studio(saves.studio.content))
    with pytest.raises(CannotBring, match="street"):
        bring_back(saves, 1, BEFORE)
    assert "9 Ash Street" in text("food")
