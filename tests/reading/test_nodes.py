"""YAML as nodes: every text as it was typed, with its place."""

from pathlib import Path

import pytest
import yaml

from guide.reading import nodes
from guide.reading.source import Source


def read(text):
    """The values of a YAML text without their places, and the messages."""
    source = Source(Path("a.yaml"), Path("."))
    source.text = text
    return strip(nodes.build_nodes(text, source)), [problem.message for problem in source.problems]


def strip(node):
    """The values of a node: texts, lists, and mappings as lists of pairs."""
    if node is None:
        return None
    value = node[0]
    if isinstance(value, tuple):
        return {strip(key): strip(each) for key, each in value}
    return [strip(each) for each in value] if isinstance(value, list) else value


@pytest.fixture(params=["C", "pure"], autouse=True)
def parser(request, monkeypatch):
    """Both parsers, where there are two."""
    monkeypatch.setattr(nodes, "LOADER", yaml.BaseLoader if request.param == "pure" else nodes.LOADER)


def test_texts_stay_texts():
    """What YAML takes for a number, a date or a truth value is a text here."""
    text = "[9:30, NO, 01234, 1e3, 2026-03-14, null, ~, 0x10, .5]"
    assert read(text) == (["9:30", "NO", "01234", "1e3", "2026-03-14", "null", "~", "0x10", ".5"], [])


def test_places_count_from_the_top():
    """A node knows where its text begins."""
    source = Source(Path("a.yaml"), Path("."))
    (pairs, _) = nodes.build_nodes("# hello\ntitle:   Føød\n", source)
    (_, key_place), (_, value_place) = pairs[0]
    assert source.mark(key_place)[1:] == (2, 1)
    assert source.mark(value_place)[1:] == (2, 10)


@pytest.mark.parametrize(
    "text",
    ["a: |\n  One.\n\n  Two.\n", "a: >\n  One.\n\n  Two.\n", "a: One.\n\n  Two.\n", 'a: "One.\n\n  Two."\n'],
)
def test_a_blank_line_parts_paragraphs_in_every_style(text):
    """YAML folds a blank line to one line end; a paragraph ends all the same."""
    assert read(text)[0]["a"].strip() == "One.\n\nTwo."


@pytest.mark.parametrize("text", ["a: &x b\nc: *x\n", "a: !!int 5\n", "a: *b\n"])
def test_nothing_is_repeated_or_typed(text):
    """Anchors, aliases and tags are one problem of the file."""
    value, messages = read(text)
    assert value is None
    assert len(messages) == 1


def test_an_escape_does_not_hide_a_character():
    """What cannot be seen is found in double quotes too, and composed."""
    assert read('a: "caf\\u0065\\u0301"')[0] == {"a": "caf\u00e9"}
    assert read('a: "x\\u200b"')[1] == ["the character U+200B ZERO WIDTH SPACE cannot be seen"]


def test_a_comment_that_was_meant_as_text():
    """A number sign after a space ends a text, which is told unless a space follows it."""
    assert read("a: Suite #306\n")[1] == ['from "#306" on, this line is left out as a comment']
    assert read('a: Suite 5 # seen\nb: "Suite #306"\nc: |\n  Suite #306\n#x\n')[1] == []


@pytest.mark.parametrize("text", ["[" * 100, "- " * 100, "{a: " * 100])
def test_depth_has_an_end(text):
    """Lists in lists without end are refused before they are read."""
    assert read(text)[1] == ["lists stand inside each other more than 20 deep"]
