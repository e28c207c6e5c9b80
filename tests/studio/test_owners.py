"""Whose keys are edited."""

import pytest

from guide.studio.owners import Owner, owner_of


@pytest.mark.parametrize("text", ["listing/pantry", "section/food", "guide"])
def test_owners_have_names(text, studio):
    assert str(owner_of(text)) == text
    assert studio.seen.owners.values_of(owner_of(text))


@pytest.mark.parametrize("text", ["", "listing", "listing/", "guide/a", "leaf/a"])
def test_others_are_none(text):
    with pytest.raises(KeyError):
        owner_of(text)


def test_files_that_are_the_same_are_not_read_again(studio):
    old = studio.seen.owners.files
    studio.look_again()
    assert all(studio.seen.owners.files[path] is file for path, file in old.items())


def test_the_form_of_a_section_has_not_its_listings(studio):
    assert set(studio.seen.owners.values_of(Owner("section", "food"))) == {"title"}
    with pytest.raises(KeyError):
        studio.seen.owners.values_of(Owner("section", "other"))
