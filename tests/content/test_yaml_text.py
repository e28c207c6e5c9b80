"""Values as YAML that a person would have written, and that is read as what it was."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.content.yaml_text import filled, mapping_lines, refilled, scalar, unfilled
from guide.reading.nodes import LOADER
from tests.random_texts import ANY
from tests.thorough import examples

ODD = st.sampled_from(["# ", ": ", "- ", "'", '"', "\\", "yes", "No", "{", "|", ">", "\t", "é", "»", "?", "%", "1.", "~", "\u2028", "\x07", "null", "=", "a", "B 2", "&", "@", "\ufeff"])  # fmt: skip
LINE = st.lists(ODD, max_size=6).map(" ".join) | st.text(ANY, max_size=12).filter(
    lambda text: "\r" not in text and "\x85" not in text
)
TEXT = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
KEY = st.sampled_from(["name", "description", "hours", "city"])
VALUE = st.recursive(
    TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3), max_leaves=8
)


def read(lines):
    """What the lines say."""
    return yaml.load("\n".join(lines) + "\n", LOADER)


@pytest.mark.slow
@settings(max_examples=examples(60, 2_000), deadline=None)
@given(st.dictionaries(KEY, VALUE, min_size=1))
def test_what_is_written_is_read_as_it_was(values):
    """Whatever people have in their cells; a block of text has lost no more than the line ends at its end."""
    assert strip(read(mapping_lines(values))) == strip(values)


def strip(value):
    """A value without the ends of its texts; Markdown joins its lines."""
    if isinstance(value, dict):
        return {
            key: " ".join(each.split()) if key == "description" and isinstance(each, str) else strip(each)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [strip(each) for each in value]
    return "\n".join(line.rstrip(" ") for line in value.rstrip("\n ").split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Food Bank",
        "541-555-0142",
        "Monday to Friday, 9 am to 5 pm",
        "22 West 27th Street",
        "help@example.org",
        "www.example.org/a?b=c",
        "St. John's (main)",
        "Café Peña",
        "01234",
        "Mo-Fr 09:00-17:00",
        "Suite#5",
    ],
)
def test_plain_words_stay_plain(text):
    """A person would not put them in quotes."""
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "yes", "No", "#1 Pantry", "- a", "a: b", "a #b", "* a", "[a]", "'a", "a:", " a", "a ", "@a", "~"],
)
def test_what_would_mean_more_is_quoted(text):
    """To YAML."""
    assert scalar(text) == f'"{text}"'


def test_a_listing_reads_as_a_person_writes_one():
    """Comments stand above what they are about."""
    values = {
        "id": "food-bank",
        "phones": ["541-555-0142", {"number": "541-555-0143", "type": "fax"}],
        "locations": [{"name": "North", "address": {"city": "Eugene"}}],
        "description": "Gives food to all who come. " * 5 + "\n\n- No papers\n- No questions",
    }
    lines = mapping_lines(
        values, notes={"phones/1/number": "was: 5555-0143", "locations/0/name": "a guess", "id": "look"}
    )
    assert (
        "\n".join(lines)
        == """\
# look
id: food-bank
phones:
  - 541-555-0142
  # was: 5555-0143
  - number: 541-555-0143
    type: fax
locations:
  # a guess
  - name: North
    address:
      city: Eugene
description: |
  Gives food to all who come. Gives food to all who come. Gives food to all who come. Gives food
  to all who come. Gives food to all who come.

  - No papers
  - No questions"""
    )


def test_no_line_of_markdown_begins_with_what_means_more():
    """A hyphen between words would become a list."""
    assert filled("one two - three 4. five", 8) == ["one two -", "three 4.", "five"]


def test_paragraphs_of_markdown_on_a_line_each():
    """Lists, tables and lines that break on purpose stay."""
    text = "One\ntwo.\n\n- a\n- b\n  c\n\n| x |\n| y |\nend  \nbreak"
    assert unfilled(text) == "One two.\n\n- a\n- b\n  c\n\n| x |\n| y |\nend  \nbreak"


def test_a_paragraph_that_was_there_keeps_its_lines():
    assert refilled("One\ntwo.\n\nThree.", "One two.\n\nFour five.", 5) == [
        "One",
        "two.",
        "",
        "Four",
        "five.",
    ]
