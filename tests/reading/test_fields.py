"""Tables of keys: what a record makes of a mapping, and what it tells of one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.reading import fields
from guide.reading.fields import Field, Record
from guide.reading.kinds import FLAG, WORD, WORDS
from guide.reading.nodes import build_nodes
from guide.reading.source import Source
from tests.random_texts import ANY

RECORD = Record(
    "a thing",
    (
        Field("title", WORD, "What it is called.", required=True, also="name heading"),
        Field("topics", WORDS, "What it is about."),
        Field("printed", FLAG, "Whether it is printed."),
    ),
    lambda values, place, source: values,
)


def read(text):
    """(what a record makes of YAML, its problems)."""
    source = Source(Path("a.yaml"), Path("."))
    source.text = text
    return RECORD.read(build_nodes(text, source), "things", source), source.problems


def test_values_come_by_key_without_those_that_are_not_given():
    values, problems = read("topics: [a, b]\ntitle: Food\nprinted:\n")
    assert (values, problems) == ({"title": "Food", "topics": ("a", "b")}, [])


@pytest.mark.parametrize(
    "text, name, hint",
    [
        ("title: A\ntopic: b\n", "unknown-key", "topics"),
        ("title: A\nname: b\n", "unknown-key", "title"),
        ("title: A\nzzzzzz: b\n", "unknown-key", "printed"),
        ("topics: a\n", "missing", "title"),
        ("title: A\ntitle: B\n", "duplicate-key", ""),
        ("- a\n", "wrong-type", ""),
        ("title: [a]\n", "wrong-type", ""),
    ],
)
def test_what_is_wrong_with_a_mapping_is_told(text, name, hint):
    """A key that is none with the nearest one, or what people call it; or with all that there are."""
    problems = read(text)[1]
    assert [problem.name for problem in problems] == [
        name
    ] and hint in f"{problems[0].message} {problems[0].hint}"


def test_a_wrong_value_leaves_the_others():
    values, problems = read("title: A\nprinted: perhaps\ntopics: b\n")
    assert values == {"title": "A", "topics": ("b",)} and len(problems) == 1


@pytest.mark.parametrize(
    "typed, meant", [("title", "title"), ("Heading", "title"), ("printd", "printed"), ("qqq", "")]
)
def test_what_a_key_was_meant_to_be(typed, meant):
    assert RECORD.meant(typed) == meant


def test_the_schema_of_a_record_has_its_keys():
    """What need not be given may be nothing."""
    schema = RECORD.schema
    assert set(schema["properties"]) == {"title", "topics", "printed"}
    assert schema["required"] == ["title"] and schema["additionalProperties"] is False
    assert "null" in str(RECORD.fields[1].schema) and "null" not in str(RECORD.fields[0].schema)


@given(st.text(ANY), st.lists(st.text(ANY)))
def test_the_nearest_word_is_one_of_the_words(word, words):
    """A suggestion is always something that exists."""
    near = fields.closest(word, words)
    assert near == "" or near in words
