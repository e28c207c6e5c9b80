"""The kinds of values: what each takes, and what it tells of the rest."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.problems.content import COLOUR, COUNTRY, EDITION
from guide.reading import fields, kinds
from guide.reading.source import Place, Source
from tests.random_texts import ANY

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
        (kinds.WORD, " a \n b ", "a b"),
        (kinds.WORDS, "a, b", ("a, b",)),
        (kinds.WORDS, ["a", "", "b"], ("a", "b")),
        (kinds.LINES, "a\n\nb\n", ("a", "b")),
        (kinds.LINES, ["a", "b"], ("a", "b")),
        (kinds.FLAG, "Yes", True),
        (kinds.FLAG, "NO", False),
        (kinds.FLAG, "true", True),
        (kinds.DAY, "2026-03-14", date(2026, 3, 14)),
        (kinds.EMAIL_ADDRESS, "a.b+c@d-e.example.org", "a.b+c@d-e.example.org"),
        (kinds.WEB_ADDRESS, "https://example.org", "https://example.org"),
        (kinds.WEB_ADDRESS, "HTTP://example.org/a?b#c", "HTTP://example.org/a?b#c"),
        (
            kinds.WEB_ADDRESS,
            "www.unm.edu/~cosap/behavioral_self.htm",
            "https://www.unm.edu/~cosap/behavioral_self.htm",
        ),
        (kinds.WEB_ADDRESS, "example.org:8080/a", "https://example.org:8080/a"),
        (kinds.joined("; "), ["a", "b"], "a; b"),
        (kinds.joined("; "), "a", "a"),
        (kinds.number(1, 999, EDITION), "042", 42),
        (kinds.choice(("blue", "brick"), COLOUR), "Blue", "blue"),
        (kinds.choice(("blue", "brick"), COLOUR, {"azure": "blue"}), "Azure", "blue"),
        (kinds.pattern("[A-Z]{2}", COUNTRY), "US", "US"),
    ],
)
def test_good_values(kind, value, expected):
    """What is right is taken."""
    assert read(kind, value) == (expected, [])


@pytest.mark.parametrize(
    "kind, value, name",
    [
        (kinds.WORD, ["a"], "wrong-type"),
        (kinds.WORD, "null", "null"),
        (kinds.WORD, "write to [email protected] now", "placeholder"),
        (kinds.WORD, ["email protected"], "placeholder"),
        (kinds.WORDS, ["email\u00a0protected"], "placeholder"),
        (kinds.MARKDOWN, "write to [Email\u00a0Protected]", "placeholder"),
        (kinds.FLAG, "perhaps", "wrong-type"),
        (kinds.DAY, "2026-02-30", "date"),
        (kinds.DAY, "2026-W10-1", "date"),
        (kinds.DAY, "14.3.2026", "date"),
        (kinds.DAY, "\u0662\u0660\u0662\u0666-03-14", "date"),
        (kinds.EMAIL_ADDRESS, "a@b", "email"),
        (kinds.EMAIL_ADDRESS, "a@b.org, c@d.org", "email"),
        (kinds.EMAIL_ADDRESS, "mailto:a@b.org", "email"),
        (kinds.WEB_ADDRESS, "javascript:alert(1)", "link"),
        (kinds.WEB_ADDRESS, "file:///etc/passwd", "link"),
        (kinds.WEB_ADDRESS, "https://a b.org", "link"),
        (kinds.WEB_ADDRESS, "https://user@example.org", "link"),
        (kinds.WEB_ADDRESS, "a@b.org", "link"),
        (kinds.number(1, 999, EDITION), "0", "edition"),
        (kinds.number(1, 999, EDITION), "1000", "edition"),
        (kinds.number(1, 999, EDITION), "1.5", "edition"),
        (kinds.number(1, 999, EDITION), "9" * 2000, "edition"),
        (kinds.number(1, 999, EDITION), "9" * 5000, "too-large"),
        (kinds.MARKDOWN, "word " * 20_000, "too-large"),
        (kinds.choice(("blue", "brick"), COLOUR), "bleu", "colour"),
        (kinds.pattern("[A-Z]{2}", COUNTRY), "USA", "country"),
    ],
)
def test_bad_values(kind, value, name):
    """What is wrong is told, and nothing is taken."""
    assert read(kind, value) == (None, [name])


@pytest.mark.parametrize("kind", [kinds.EMAIL_ADDRESS, kinds.WEB_ADDRESS])
@pytest.mark.parametrize("value, is_none", [("N/A", True), ("none", True), ("NA", True), ("harbor", False)])
def test_an_address_that_is_none_may_be_left_out(kind, value, is_none):
    """The hint says so where a table said that there is none."""
    source = Source(Path("a.yaml"), Path("."))
    assert kind.read((value, Place(0, 0, 0)), "key", source) is None
    assert (source.problems[0].hint == "leave the key out") is is_none


def test_a_protected_email_is_no_placeholder():
    """Only the words in brackets are what web pages put in place of an address."""
    assert read(kinds.WORD, "We keep your email protected.") == ("We keep your email protected.", [])


KINDS = [kind for kind in vars(kinds).values() if isinstance(kind, fields.Kind)]
VALUES = st.recursive(st.text(ANY), lambda inner: st.lists(inner, max_size=3), max_leaves=6)


@given(st.sampled_from(KINDS), VALUES)
def test_any_value_is_read_or_told(kind, value):
    """Whatever stands behind a key, it is taken, or told, or empty."""
    result, problems = read(kind, value)
    assert result is not None or problems or not "".join(flatten(value)).strip().strip("\\ \n\t")


def flatten(value):
    """The texts in nested lists."""
    return [text for each in value for text in flatten(each)] if isinstance(value, list) else [value]


@pytest.mark.parametrize(
    "word, meant",
    [
        ("3/14/26", "2026-03-14"),
        ("03-14-2026", "2026-03-14"),
        ("March 14, 2026", "2026-03-14"),
        ("14th Mar. 2026", "2026-03-14"),
        ("31/12/2026", ""),
        ("yesterday", ""),
        ("Smarch 14, 2026", ""),
    ],
)
def test_the_date_that_was_meant(word, meant):
    assert kinds.date_meant(word) == meant


@pytest.mark.parametrize(
    "text, kept",
    [
        ("\u201cFern Pantry\u201d", "Fern Pantry"),
        ("\u2018Fern Pantry\u2019", "Fern Pantry"),
        ("\u201cFern\u201d and \u201cHollow\u201d", "\u201cFern\u201d and \u201cHollow\u201d"),
        ("\u201cFern\u201d Pantry", "\u201cFern\u201d Pantry"),
    ],
)
def test_quotation_marks_of_a_word_processor_around_a_value_are_taken_off(text, kept):
    """And told; marks inside of a text stay."""
    source = Source(Path("a.yaml"), Path("."))
    source.text = text
    assert kinds.read_word((text, Place(0, 0, 0)), "name", source) == kept
    assert [problem.name for problem in source.problems] == ["smart-quotes"] * (text != kept)


def test_a_text_with_a_colon_in_a_list_is_put_in_quotes():
    """What YAML takes for a key is shown as it is to be written."""
    source = Source(Path("a.yaml"), Path("."))
    place = Place(0, 0, 0)
    node = ((("Mondays", place), ("Library, 10-12", place)),), place
    assert kinds.read_word(node, "services", source) is None
    assert source.problems[0].hint.endswith('because of the colon: "Mondays: Library, 10-12"')
