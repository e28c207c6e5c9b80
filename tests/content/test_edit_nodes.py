"""What has to change in the text of a node."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guide.content.edit import Unreachable
from guide.content.edit_nodes import apply, mapping_changes, plain_of
from guide.reading.nodes import LOADER

TEXT = """\
phones:  # all of them
  - 1  # one
  - 2
  # the third
  - number: 3  # three
    type: fax
name: 'It''s'
"""
WORD = st.sampled_from(["a", "b c", "1", "x: y", "it's", "# no", ""])
ROW = WORD | st.dictionaries(st.sampled_from(["number", "type"]), WORD, min_size=1)
VALUES = st.fixed_dictionaries({"name": WORD, "phones": st.lists(ROW, min_size=1, max_size=4)})


def changed(values, text=TEXT):
    node = yaml.compose(text, LOADER)
    return apply(text, list(mapping_changes(text, node, values)))


@pytest.mark.parametrize(
    ("phones", "old", "new"),
    [
        (["2", "1", {"number": "3", "type": "fax"}], "  - 1  # one\n  - 2\n", "  - 2\n  - 1  # one\n"),
        (["1", "2"], "  - number: 3  # three\n    type: fax\n", ""),
        (["1", "2", {"number": "3", "type": "tty"}], "fax", "tty"),
        (["0", "1", "2", {"number": "3", "type": "fax"}], "  - 1", "  - 0\n  - 1"),
        (["1", "2", {"number": "3", "type": "fax"}, "4"], "fax\n", "fax\n  - 4\n"),
        (["1", "5", {"number": "3", "type": "fax"}], "- 2", "- 5"),
    ],
)
def test_rows_keep_their_lines(phones, old, new):
    """With the comments on them."""
    assert changed({"phones": phones, "name": "It's"}) == TEXT.replace(old, new)


def test_quotes_stay():
    assert "name: 'That''s'" in changed({"phones": ["1"], "name": "That's"})


@pytest.mark.slow
@given(VALUES)
def test_a_text_says_what_it_is_told(values):
    """Whatever it said before; what is not clear is refused."""
    try:
        text = changed(values)
    except Unreachable:
        return
    assert plain_of(yaml.compose(text, LOADER)) == values


def test_a_first_key_gives_its_place_to_the_next():
    """Behind the dash of its row."""
    node = yaml.compose("- a: 1\n  b: 2\n", LOADER).value[0]
    assert apply("- a: 1\n  b: 2\n", mapping_changes("- a: 1\n  b: 2\n", node, {"b": "2"})) == "- b: 2\n"
