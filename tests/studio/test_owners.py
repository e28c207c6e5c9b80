"""Whose keys are edited."""

import pytest

from guide.studio.owners import Owner, owner_of


@pytest.mark.parametrize("text", ["listing/pantry", "section/food", "guide", "edition/guide"])
def test_owners_have_names(text, studio):
    assert str(owner_of(text)) == text
    assert studio.seen.owners.values_of(owner_of(text))


@pytest.mark.parametrize("text", ["", "listing", "listing/", "guide/a", "leaf/a", "edition"])
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


def test_editions_are_files_and_the_usual_one_is_there_without(studio, folder):
    look = {folder / "style.yaml": b"words: {}\n"}
    assert studio.seen.owners.unwritten == {folder / "editions/guide.yaml": b"default: yes\n"} | look
    (folder / "editions").mkdir()
    (folder / "editions/large-print.yaml").write_text("format: large-print\n", encoding="utf-8")
    studio.look_again()
    owners = studio.seen.owners
    assert (
        owners.editions == {"large-print": folder / "editions/large-print.yaml"} and owners.unwritten == look
    )
    assert owners.values_of(Owner("edition", "large-print")) == {"format": "large-print"}
    assert studio.name_of(Owner("edition", "large-print")) == "Large print"
    assert owners.edition_of(folder / "editions/large-print.yaml") == "large-print"
