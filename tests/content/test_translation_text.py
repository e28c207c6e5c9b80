"""Texts as a translation file holds them."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guide.content.translation_text import judge_text, key_of, read_again, settled, write_value
from guide.content.units import LINE, PROSE
from guide.errors import Mark
from guide.model import EditionMark, Guide
from guide.reading.nodes import LOADER

MARK = Mark(Path("es.po"), 7, 1)
GUIDE = Guide(title="Help", edition=EditionMark(date=None), mark=MARK)
VISIBLE = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")) | st.sampled_from(" \n\t:#'\"-"),
    max_size=30,
)


@given(VISIBLE, st.booleans())
def test_yaml_gives_back_what_is_written(text, block):
    """Spaces at the beginning too; a text of several lines without the spaces at the ends of its lines."""
    written = "\n".join(write_value("a", text, "", block)) + "\n"
    found = yaml.load(written, LOADER)["a"].strip("\n")
    assert found == (text if "\n" not in text and not block else settled(text))


@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=20)
    | st.integers(990, 3000).map("k".__mul__)
)
def test_any_word_is_a_key(word):
    """Also one that is longer than YAML looks for a colon."""
    assert yaml.load(f"{key_of(word)} b\n", LOADER) == {word: "b"}
    assert yaml.load(f"top:\n  {key_of(word, '  ')} b\n", LOADER) == {"top": {word: "b"}}


@pytest.mark.parametrize("text", ["yes", "No", "null", "1.5", "a: b", "a #b", "é", "- a"])
def test_what_yaml_takes_for_something_else_is_quoted(text):
    (line,) = write_value("a", text, "", False)
    assert line == (f"a: {text}" if text == "é" else f"a: {json.dumps(text)}")


@pytest.mark.parametrize(
    "text, kind, name",
    [
        ("null", LINE, "null"),
        ("x" * 3001, LINE, "too-large"),
        ("a\u200bb", LINE, "unseen-character"),
        ("a\rb", PROSE, "unseen-character"),
        ("a\x85b", PROSE, "unseen-character"),
        ("see [[a]]", PROSE, "unknown-mention"),
        ("# a", PROSE, "markdown"),
    ],
)
def test_a_text_that_would_not_be_read_is_refused_where_it_came_from(text, kind, name):
    _, problems = judge_text(text, "listing a summary", kind, MARK, GUIDE)
    assert [(problem.name, problem.mark) for problem in problems] == [(name, MARK)]
    assert all(problem.message.startswith("listing a summary: ") for problem in problems)


@pytest.mark.parametrize(
    "text, kind, read",
    [
        ("  a \n b ", LINE, "a b"),
        ("\n a\r\n", LINE, "a"),
        ("yes", LINE, "yes"),
        ("2026-01-01", LINE, "2026-01-01"),
        ("e\u0301", LINE, "\u00e9"),
    ],
)
def test_a_text_that_can_be_read_is_taken(text, kind, read):
    written, problems = judge_text(text, "a", kind, MARK, GUIDE)
    assert problems == () and read_again(written, kind) == read
