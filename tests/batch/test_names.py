"""Names of files, made of what rows say: safe, and none twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.batch.names import LONGEST, Names, NoSuchColumn, check_template, fill, safe_name
from tests.thorough import examples

VALUES = {"city": "Oak Park", "file": "ana", "name": ""}


@pytest.mark.parametrize(
    "template, text",
    [
        ("{file}", "ana"),
        ("{row:06}-{city}", "000012-Oak Park"),
        ("{row}", "12"),
        ("handout {row:3}", "handout  12"),
        ("{name}", None),
        ("plain", "plain"),
    ],
)
def test_a_template_is_filled(template, text):
    """With the row's number, and what its columns say; not where one is empty."""
    assert fill(template, 12, lambda name: VALUES.get(name, "")) == text


def test_a_column_that_there_is_not_is_told():
    """Before anything is made."""
    check_template("{row:04} {city}", lambda name: name if name in VALUES else "")
    with pytest.raises(NoSuchColumn, match="town"):
        check_template("{town}", lambda name: "")


@pytest.mark.parametrize(
    "text, name",
    [
        ("../../etc/passwd", "etc-passwd"),
        ("Ana/Ruiz.pdf", "Ana-Ruiz"),
        ("  a  b ", "a b"),
        ("con", "con-"),
        ("Ñandú", "Ñandú"),
        (".hidden", "hidden"),
        ("a\u202eb", "a-b"),
        ("***", ""),
    ],
)
def test_a_name_is_safe(text, name):
    """On every system, and in every folder."""
    assert safe_name(text) == name


@given(st.lists(st.text(max_size=300), max_size=examples(5, 30)))
def test_no_name_is_given_twice(wanted):
    """Whatever people write; and every name is a file's, within the folder."""
    names = Names()
    given_out = [names.give(text, row).name for row, text in enumerate(wanted, 2)]
    assert len({name.casefold() for name in given_out}) == len(wanted)
    for name in given_out:
        assert name and name.isprintable() and not set(name) & set('/\\:*?"<>|') and name[0] != "."
        assert len(name.encode()) <= LONGEST + 8


def test_the_second_of_a_name_is_numbered_and_told():
    """With the row that had it first; one without a name has its row's number."""
    names = Names(4)
    assert names.give("Ana", 2) == ("Ana", 0)
    assert names.give("ana", 3) == ("ana-2", 2)
    assert names.give(None, 4) == ("0004", 0) and names.give("", 5) == ("0005", 0)
