"""The search of the list."""

import pytest

from guide.studio.search import Search, near, plain_words


@pytest.fixture
def search(studio):
    return Search(studio)


def test_it_finds_names_numbers_and_texts_however_they_are_typed(search):
    assert search.find("  elm PANTRY ").owners == ["listing/pantry"]
    assert search.find("7734710121").owners == ["listing/kitchen"]
    assert search.find("hot meal").owners == ["listing/kitchen"]
    assert len(search.find("").owners) == 4


def test_where_there_is_nothing_it_names_a_word_of_the_guide(search):
    """The nearest; of several words each that is not there."""
    assert search.find("grocerys").near == "groceries"
    assert search.find("elm pentry").near == "elm pantry"
    assert search.find("zzzzz") == ([], "")
    assert near("elm", ["elm"]) == ""


def test_it_sees_what_has_changed(search, change, studio):
    """And keeps what has not."""
    before = search.texts()
    change("food", "A hot meal", "A warm meal")
    studio.look_again()
    assert search.find("warm meal").owners == ["listing/kitchen"]
    assert search.texts()["shelter"] is before["shelter"]


def test_a_secret_street_is_not_found(search, change, studio):
    change("food", "address: {address_1: 1 Elm", "address: {confidential: yes, address_1: 1 Elm")
    studio.look_again()
    assert search.find("1 elm street").owners == []


def test_words_are_searched_without_accents():
    assert plain_words(" Café  SÍ ") == "cafe si"
