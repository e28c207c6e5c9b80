"""The keys of content, and values that have no place of their own."""

from guide.exchange.shape.keys import (
    LISTING_KEYS,
    OFFICE_KEYS,
    PLACE_KEYS,
    PROGRAM_KEYS,
    PROGRAMS,
    UP,
    flat,
    in_order,
    sentence,
    words_of,
)


def test_the_keys_are_those_of_content():
    """So that a listing is written in the order of docs/keys.md."""
    assert PROGRAMS in LISTING_KEYS and {*UP} <= {*LISTING_KEYS} and {*PLACE_KEYS} <= {*OFFICE_KEYS}
    assert LISTING_KEYS[:2] == ("id", "name") and PROGRAM_KEYS[0] == "name"


def test_values_stand_in_order_and_empty_ones_do_not():
    assert list(in_order({"name": "A", "email": "", "id": "a", "odd": "x"}, LISTING_KEYS)) == ["id", "name"]


def test_values_are_said_as_sentences():
    assert words_of({"alert": "new door", "fees_description": "Free", "odd": ["a", "b"], "none": ""}, ("alert", "fees_description", "odd", "none")) == "New door. Cost: Free. A, b."  # fmt: skip
    assert (
        sentence("minimum_age", "18") == "Minimum age: 18." and flat({"a": ["b", "c"], "d": "e"}) == "b, c, e"
    )


def test_languages_are_named_where_they_become_words():
    assert (
        sentence("languages", ["es", "zh-Hans", "Mixteco bajo"])
        == "Languages: Spanish, Simplified Chinese, Mixteco bajo."
    )
