"""Places in a file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.problems.reading import CUT_OFF
from guide.reading.source import MAX_PROBLEMS, Place, Source, may_tell_secret


def make(text):
    """A source with this text."""
    source = Source(Path("a.yaml"), Path("."))
    source.text = text
    return source


@given(st.text("ab\n"), st.integers(0, 50))
def test_a_place_is_counted_as_editors_do(text, index):
    """Lines end with a line feed; a column is the number of characters before it."""
    index = min(index, len(text))
    place = make(text).place_at(index)
    assert place == (index, text.count("\n", 0, index), len(text[:index].split("\n")[-1]))


def test_a_fragment_is_found_after_its_beginning():
    """What stands before the text is not looked at; what was folded is found by its first word."""
    source = make("bad\na: see bad\n  thing\n")
    start = Place(7, 1, 3)
    assert source.find(start, "bad")[1:] == (2, 8)
    assert source.find(start, "bad thing")[1:] == (2, 8)
    assert source.find(start, "other")[1:] == (2, 4)


def test_problems_have_an_end():
    """After the last one that is kept stands a line that says so, and it is an error."""
    source = make("")
    for _ in range(MAX_PROBLEMS * 2):
        source.report(None, CUT_OFF, key="x", count=255)
    assert len(source.problems) == MAX_PROBLEMS + 1
    assert (source.problems[-1].name, source.problems[-1].level) == ("too-many", "error")


@pytest.mark.parametrize(
    "line, may",
    [
        ("      All calls to them are free and confidential.", False),
        ("    description: Confidential help for everybody who was hurt", False),
        ("      confidential: yes", True),
        ("      Confidential yes", True),
        ("    address: 12 High St (this one is confidential)", True),
        ("      - 12 High St, all of this is confidential", True),
        ("    # where these people are is strictly confidential: tell nobody", True),
        ("    where these people can be found: confidential", True),
    ],
)
def test_a_sentence_is_no_confidential_address(line, may):
    assert may_tell_secret(line.lower()) is may
