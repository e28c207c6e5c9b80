"""Two parts become one, and nothing is said twice."""

import pytest

from guide.exchange.shape.parts import (
    Part,
    absorb,
    folded,
    identity,
    is_said,
    items_of,
    joined,
    joined_doubts,
    less,
    only,
    part_of,
    phone_key,
    same,
    tidy,
    union,
    without,
)
from tests.exchange.shape.made import item


def test_a_part_is_what_an_item_itself_says():
    part = part_of(item(name="A", email="a@example.org", doubts={"email": "look"}))
    assert part == ({"name": "A", "email": "a@example.org"}, {"email": "look"})
    assert only(part, ["name"]).values == without(part, ["email"]).values == {"name": "A"}


def test_numbers_are_the_same_however_they_are_written():
    """Not with another extension."""
    assert phone_key("510-555-0100") == phone_key({"number": "+1 (510) 555-0100", "type": "fax"})
    assert phone_key({"number": "510-555-0100", "extension": "2"}) != phone_key("510-555-0100")
    assert identity("phones", "510-555-0100") == identity("phones", "(510) 555 0100")


@pytest.mark.parametrize(
    ("key", "one", "other"),
    [
        ("website", "https://www.example.org/", "example.org"),
        ("email", "A@example.org", "a@example.org"),
        ("languages", ["Spanish", "English"], ["english", "spanish"]),
        ("description", "Free  meals.", "free meals"),
        ("emails", [{"email": "a@b.org", "label": "x"}], ["a@b.org"]),
        ("hours", "", []),
    ],
)
def test_values_are_the_same(key, one, other):
    assert same(key, one, other)


@pytest.mark.parametrize(("key", "one", "other"), [("hours", ["Mo"], ["Tu"]), ("hours", ["Mo"], ""), ("email", "a@b.org", "c@b.org")])  # fmt: skip
def test_values_are_not_the_same(key, one, other):
    assert not same(key, one, other)


def test_lists_are_joined_by_what_says_more():
    assert union("phones", ["510-555-0100"], [{"number": "510-555-0100", "type": "fax"}, "1"]) == [{"number": "510-555-0100", "type": "fax"}, "1"]  # fmt: skip
    assert items_of("a") == ["a"] and items_of(None) == [] and folded("Ä-b_c") == "ä b c"


def test_a_part_takes_what_it_has_no_other_word_for():
    """What it cannot take is given back."""
    one = Part({"name": "A", "email": "a@b.org", "hours": ["Mo"], "description": "Meals.", "verified": "2026-02-01"}, {"hours": "x"})  # fmt: skip
    other = Part({"name": "B", "email": "c@b.org", "hours": ["Tu"], "description": "Law.", "verified": "2026-01-01", "services": ["x"]}, {"hours": "y"})  # fmt: skip
    made, rest = absorb(one, other)
    assert rest == {"hours": ["Tu"]} and made.doubts == {"hours": "x\ny"}
    assert made.values == {"name": "A", "email": "a@b.org", "hours": ["Mo"], "description": "Meals.\n\nLaw.", "verified": "2026-01-01", "services": ["x"], "alternate_names": ["B"], "emails": ["c@b.org"]}  # fmt: skip


def test_texts_are_not_said_twice():
    assert joined("Free meals.", "free meals", " ") == "Free meals." == joined("meals", "Free meals.", " ")
    assert (
        joined("Free", "For all", " ") == "Free. For all"
        and joined("Free", "For all", "\n\n") == "Free\n\nFor all"
    )


def test_what_is_the_name_is_no_other_name():
    part = Part({"name": "A", "alternate_names": ["a"], "email": "a@b.org", "emails": ["A@b.org", "c@b.org"]})
    assert tidy(part).values == {"name": "A", "email": "a@b.org", "emails": ["c@b.org"]}
    assert joined_doubts({"a": "x"}, {"a": "x", "b": "y"}) == {"a": "x", "b": "y"}


def test_what_is_known_is_left_out():
    """Of numbers those that are known; an address is known by its further ones too."""
    known = {"phones": ["1"], "emails": ["a@b.org"], "hours": ["Mo"]}
    part = Part({"phones": ["1", "2"], "email": "a@b.org", "hours": ["Mo"], "languages": ["x"]})
    assert less(part, known, part.values).values == {"phones": ["2"], "languages": ["x"]}
    assert is_said("email", "a@b.org", known) and not is_said("email", "b@b.org", known)
