"""The kinds of values: what each takes, and what it tells of the rest."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.problems.content import COLOUR, COUNTRY, EDITION
from guide.reading import fields
from guide.reading.source import Place, Source

TOP = Place(0, 0, 0)


def read(kind, value):
    """What a kind makes of a value, and the names of the problems."""
    source = Source(Path("a.yaml"), Path("."))
    return kind.read(node(value), "key", source), [problem.name for problem in source.problems]


def node(value):
    """A node of a text or of nested lists of texts."""
    return ([node(each) for each in value] if isinstance(value, list) else value, TOP)


@pytest.mark.parametrize(
    "kind, value, expected",
    [
        (fields.WORD, " a \n b ", "a b"),
        (fields.WORDS, "a, b", ("a, b",)),
        (fields.WORDS, ["a", "", "b"], ("a", "b")),
        (fields.LINES, "a\n\nb\n", ("a", "b")),
        (fields.LINES, ["a", "b"], ("a", "b")),
        (fields.FLAG, "Yes", True),
        (fields.FLAG, "NO", False),
        (fields.FLAG, "true", True),
        (fields.DAY, "2026-03-14", date(2026, 3, 14)),
        (fields.EMAIL_ADDRESS, "a.b+c@d-e.example.org", "a.b+c@d-e.example.org"),
        (fields.WEB_ADDRESS, "https://example.org", "https://example.org"),
        (fields.WEB_ADDRESS, "HTTP://example.org/a?b#c", "HTTP://example.org/a?b#c"),
        (
            fields.WEB_ADDRESS,
            "www.unm.edu/~cosap/behavioral_self.htm",
            "https://www.unm.edu/~cosap/behavioral_self.htm",
        ),
        (fields.WEB_ADDRESS, "example.org:8080/a", "https://example.org:8080/a"),
        (fields.joined("; "), ["a", "b"], "a; b"),
        (fields.joined("; "), "a", "a"),
        (fields.number(1, 999, EDITION), "042", 42),
        (fields.choice(("blue", "brick"), COLOUR), "Blue", "blue"),
        (fields.choice(("blue", "brick"), COLOUR, {"azure": "blue"}), "Azure", "blue"),
        (fields.pattern("[A-Z]{2}", COUNTRY), "US", "US"),
    ],
)
def test_good_values(kind, value, expected):
    """What is right is taken."""
    assert read(kind, value) == (expected, [])


@pytest.mark.parametrize(
    "kind, value, name",
    [
        (fields.WORD, ["a"], "wrong-type"),
        (fields.WORD, "null", "null"),
        (fields.WORD, "write to [email protected] now", "placeholder"),
        (fields.WORD, ["email protected"], "placeholder"),
        (fields.WORDS, ["email\u00a0protected"], "placeholder"),
        (fields.MARKDOWN, "write to [Email\u00a0Protected]", "placeholder"),
        (fields.FLAG, "perhaps", "wrong-type"),
        (fields.DAY, "2026-02-30", "date"),
        (fields.DAY, "2026-W10-1", "date"),
        (fields.DAY, "14.3.2026", "date"),
        (fields.DAY, "\u0662\u0660\u0662\u0666-03-14", "date"),
        (fields.EMAIL_ADDRESS, "a@b", "email"),
        (fields.EMAIL_ADDRESS, "a@b.org, c@d.org", "email"),
        (fields.EMAIL_ADDRESS, "mailto:a@b.org", "email"),
        (fields.WEB_ADDRESS, "javascript:alert(1)", "link"),
        (fields.WEB_ADDRESS, "file:///etc/passwd", "link"),
        (fields.WEB_ADDRESS, "https://a b.org", "link"),
        (fields.WEB_ADDRESS, "https://user@example.org", "link"),
        (fields.WEB_ADDRESS, "a@b.org", "link"),
        (fields.number(1, 999, EDITION), "0", "edition"),
        (fields.number(1, 999, EDITION), "1000", "edition"),
        (fields.number(1, 999, EDITION), "1.5", "edition"),
        (fields.number(1, 999, EDITION), "9" * 2000, "edition"),
        (fields.number(1, 999, EDITION), "9" * 5000, "too-large"),
        (fields.MARKDOWN, "word " * 20_000, "too-large"),
        (fields.choice(("blue", "brick"), COLOUR), "bleu", "colour"),
        (fields.pattern("[A-Z]{2}", COUNTRY), "USA", "country"),
    ],
)
def test_bad_values(kind, value, name):
    """What is wrong is told, and nothing is taken."""
    assert read(kind, value) == (None, [name])


@pytest.mark.parametrize("kind", [fields.EMAIL_ADDRESS, fields.WEB_ADDRESS])
@pytest.mark.parametrize("value, is_none", [("N/A", True), ("none", True), ("NA", True), ("harbor", False)])
def test_an_address_that_is_none_may_be_left_out(kind, value, is_none):
    """The hint says so where a table said that there is none."""
    source = Source(Path("a.yaml"), Path("."))
    assert kind.read((value, Place(0, 0, 0)), "key", source) is None
    assert (source.problems[0].hint == "leave the key out") is is_none


def test_a_protected_email_is_no_placeholder():
    """Only the words in brackets are what web pages put in place of an address."""
    assert read(fields.WORD, "We keep your email protected.") == ("We keep your email protected.", [])


KINDS = [kind for kind in vars(fields).values() if isinstance(kind, fields.Kind)]
VALUES = st.recursive(st.text(), lambda inner: st.lists(inner, max_size=3), max_leaves=6)


@given(st.sampled_from(KINDS), VALUES)
def test_any_value_is_read_or_told(kind, value):
    """Whatever stands behind a key, it is taken, or told, or empty."""
    result, problems = read(kind, value)
    assert result is not None or problems or not "".join(flatten(value)).strip().strip("\\ \n\t")


def flatten(value):
    """The texts in nested lists."""
    return [text for each in value for text in flatten(each)] if isinstance(value, list) else [value]


@given(st.text(), st.lists(st.text()))
def test_the_nearest_word_is_one_of_the_words(word, words):
    """A suggestion is always something that exists."""
    near = fields.closest(word, words)
    assert near == "" or near in words
