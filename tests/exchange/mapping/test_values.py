"""The values of mapping files as the words of a source."""

from pathlib import Path

import pytest

from guide.exchange.mapping.model import Take
from guide.exchange.mapping.values import TAKE, named, read_plain
from guide.reading.kinds import FLAG
from guide.reading.nodes import build_nodes
from guide.reading.source import Source


def read(kind, text):
    """What a kind makes of the value behind `key: `, and how many problems."""
    source = Source(Path("m.yaml"), Path())
    source.text = text
    (((_, node),), _) = build_nodes(text, source)
    return kind.read(node, "key", source), len(source.problems)


@pytest.mark.parametrize(
    "text, take",
    [
        ("key: Name", Take(columns=("Name",))),
        ("key: [Name, 'Other: name']", Take(columns=("Name", "Other: name"))),
        ("key: {columns: A, pick: [a.b, c]}", Take(columns=("A",), pick=("a", "b", "c"))),
        ("key: {columns: A, split: tabs}", Take(columns=("A",), split="\t")),
        (
            "key: {columns: A, words: {yes: Open, no: ''}}",
            Take(columns=("A",), words={"yes": "Open", "no": ""}),
        ),
        ("key: {columns: [A, B], fixed: x}", Take(columns=("A", "B"), fixed="x")),
    ],
)
def test_a_field_is_said_in_several_ways(text, take):
    """Shortly where a column is all there is to say."""
    assert read(TAKE, text) == (take, 0)


def test_words_of_a_source_may_be_any():
    """ "null" is a word where it stands in a file of other people."""
    assert read(TAKE, "key: {columns: A, drop: [null, ~, '-']}")[0].drop == ("null", "~", "-")
    source = Source(Path("m.yaml"), Path())
    assert read_plain((" a  b ", None), "key", source) == "a  b"


def test_names_of_the_source_are_keys():
    """Each once."""
    assert read(named(FLAG, "step: yes"), "key: {a: yes, b: no}") == ({"a": True, "b": False}, 0)
    assert read(named(FLAG, "step: yes"), "key: {a: yes, a: no}") == ({"a": True}, 1)
    assert read(named(FLAG, "step: yes"), "key: a")[1] == 1
