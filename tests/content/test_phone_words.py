"""Numbers that were typed with words, or several in one text, told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content.phone_words import Part, parts_of

TYPES = {"cell": "cell", "fax": "fax", "tty": "tty"}


@pytest.mark.parametrize(
    "text, parts",
    [
        ("541-672-3344 ask for Maria", [Part("541-672-3344", description="ask for Maria")]),
        ("541-672-3344 (cell)", [Part("541-672-3344", "cell")]),
        ("Fax: 541-672-3344", [Part("541-672-3344", "fax")]),
        ("541-672-3344 or 541-672-3345", [Part("541-672-3344"), Part("541-672-3345")]),
        ("541-672-3344, (541) 672-3345 x12", [Part("541-672-3344"), Part("(541) 672-3345 x12")]),
        (
            "541-672-3344 (cell) / 541-672-3345 after 5",
            [Part("541-672-3344", "cell"), Part("541-672-3345", description="after 5")],
        ),
        ("541-672-3344, fax: 541-672-3345", [Part("541-672-3344"), Part("541-672-3345", "fax")]),
        ("text HELLO to 741741", [Part("741741", "text", keyword="HELLO")]),
        ("Text “HOME” to 741-741", [Part("741-741", "text", keyword="HOME")]),
        ("text 541-672-3344", [Part("541-672-3344", "text")]),
    ],
)
def test_numbers_are_told_apart(text, parts):
    assert parts_of(text, "US", TYPES) == tuple(parts)


@pytest.mark.parametrize("text", ["See website", "541-672-3344 or 672-3345", "ask at the door", "1-2-3"])
def test_what_is_not_clear_is_left(text):
    """A number that lacks its area code is not hidden among words."""
    assert parts_of(text, "US", TYPES) == ()
    assert parts_of("020 7946 0018 or 020 7946 0019", "GB", TYPES) == ()


def test_the_hint_has_its_keys_in_order():
    assert (
        Part("988", "text", keyword="HELP", description="any time").lines
        == "number: 988, type: text, keyword: HELP, description: any time"
    )


THREE = st.integers(200, 999)
NUMBER = st.builds("{}-{}-{:04}".format, THREE, THREE, st.integers(0, 9999))


@given(st.lists(NUMBER, min_size=1, max_size=4))
def test_every_number_comes_out_as_it_went_in(numbers):
    for between in (", ", " or ", " / "):
        assert [part.number for part in parts_of(between.join(numbers), "US", TYPES)] == numbers
