"""Ids of names."""

import re

import pytest

from guide.exchange.shape.ids import first_free, slug, slug_of_city, unique_ids, with_ids
from tests.exchange.shape.made import item, street


@pytest.mark.parametrize(
    ("text", "own"),
    [("Food & Shelter", "food-and-shelter"), ("St. Mary's  Center", "st-marys-center"), ("Ähre Łódź", "ahre-lodz"), ("211", "211"), ("a" * 99, "a" * 48), ("word " * 20, "word-word-word-word-word-word-word-word-word")],
)  # fmt: skip
def test_a_name_is_an_id(text, own):
    assert slug(text) == own


@pytest.mark.parametrize("text", ["安心", "***", "", "помощь A"])
def test_a_name_in_other_letters_has_a_digest(text):
    """The same at every import."""
    assert re.fullmatch("n[0-9a-f]{8}", slug(text)) and slug(text) == slug(text)


def test_listings_of_one_name_have_their_city_then_a_number():
    wanted = [("a", "oakland", "2"), ("b", "oakland", "9"), ("a", "albany", "3"), ("a", "albany", "1"), ("a", "", "4"), ("a-2", "", "5")]  # fmt: skip
    assert unique_ids(wanted) == ["a-oakland", "b", "a-albany-2", "a-albany", "a", "a-2"]
    assert unique_ids([("oakland-law", "oakland", "1"), ("oakland-law", "oakland", "2")]) == ["oakland-law", "oakland-law-2"]  # fmt: skip
    assert first_free("a", {"a", "a-2"}) == "a-3"


def test_the_id_stands_first():
    (made,) = with_ids([item(name="A", address=street())])
    assert list(made.values) == ["id", "name", "address"] and slug_of_city(made) == "oakland"
    assert slug_of_city(item(name="A")) == ""
