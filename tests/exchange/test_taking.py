"""The cells of a row that a mapping takes."""

import pytest

from guide.exchange.ledger import Ledger
from guide.exchange.mapping.model import Lookup, SourceMapping, TableMapping, Take
from guide.exchange.mapping.tables import match
from guide.exchange.tables import Row, Table
from guide.exchange.taking import Taker
from guide.exchange.terms import Terms

FORMATS = Table("formats.csv", "formats", ("key", "text"), (Row(2, {"key": "O", "text": "open"}),))


def take(values, **how):
    """(texts, [(kind, before, after)]) of a field of one row."""
    table = Table("a.csv", "a", tuple(values), (Row(2, values),))
    rule = TableMapping(fields={"name": Take(**how)})
    ledger = Ledger()
    taker = Taker(Terms((table, FORMATS), SourceMapping(name="a", tables=(rule,))), ledger)
    cells = taker.field(match(rule, table).fields[0][1], table, table.rows[0])
    return [cell.text for cell in cells], [(note.kind, note.before, note.after) for note in ledger.notes]


@pytest.mark.parametrize(
    "values, how, texts",
    [
        ({"A": " x "}, {"columns": ("A",)}, [" x "]),
        ({"A": "", "B": "y"}, {"columns": ("A", "B")}, ["y"]),
        ({"A": "x", "B": "X"}, {"columns": ("A", "B")}, ["x"]),
        ({"A": "x", "B": "y"}, {"columns": ("A", "B"), "every": True}, ["x", "y"]),
        ({"A": "10", "B": "", "C": "Elm St"}, {"columns": ("A", "B", "C"), "join": " "}, ["10 Elm St"]),
        ({"A": "x; y;; z "}, {"columns": ("A",), "split": ";"}, ["x", "y", "z"]),
        ({"A": ""}, {"columns": ("A",), "fixed": "z"}, ["z"]),
        ({"A": "x"}, {"columns": ("A",), "fixed": "z"}, ["x"]),
        ({"A": "1"}, {"columns": ("A",), "words": {"1": "Sunday"}}, ["Sunday"]),
        ({"A": "0"}, {"columns": ("A",), "words": {"0": ""}}, []),
        ({"A": "555"}, {"columns": ("A",), "prefix": "Fax "}, ["Fax 555"]),
        ({"A": '["x", "y", 5.10, null, true]'}, {"columns": ("A",), "literal": "json"}, ["x", "y", "5.10", "true"]),
        ({"A": "[{'city': 'Erie', 'no': 5}]"}, {"columns": ("A",), "literal": "python", "pick": ("city",)}, ["Erie"]),
        ({"A": {"b": {"c": "x"}}}, {"columns": ("A",), "pick": ("b", "c")}, ["x"]),
        ({"A": ["x", "y"]}, {"columns": ("A",)}, ["x", "y"]),
        ({"A": "Spanish, Thai"}, {"columns": ("A",), "literal": "json", "split": ","}, ["Spanish", "Thai"]),
        ({"A": "None"}, {"columns": ("A",), "literal": "python"}, []),
        ({"A": "Pantry", "B": "BD-1800.2"}, {"columns": ("A", "B"), "drop": ("/[A-Z]+-[0-9.]+/",)}, ["Pantry"]),
        ({"A": "O"}, {"columns": ("A",), "lookup": Lookup("nowhere"), "words": {"O": "open"}}, ["open"]),
        ({"A": "O"}, {"columns": ("A",), "lookup": Lookup("formats", ("key",), ("text",))}, ["open"]),
    ],
)  # fmt: skip
def test_what_a_mapping_asks_for_is_taken(values, how, texts):
    """And there is nothing to tell."""
    assert take(values, **how) == (texts, [])


@pytest.mark.parametrize(
    "values, how, texts, note",
    [
        ({"A": "x", "B": "y"}, {"columns": ("A", "B")}, ["x"], ("not taken, another column is filled", "y", "x")),
        ({"A": "n/a", "B": "y"}, {"columns": ("A", "B"), "drop": ("N/A",)}, ["y"], ("means nothing", "n/a", "")),
        ({"A": "BD-1800.2"}, {"columns": ("A",), "drop": ("/[A-Z]+-[0-9.]+/",)}, [], ("means nothing", "BD-1800.2", "")),
        ({"A": "[x"}, {"columns": ("A",), "literal": "json"}, ["[x"], ("not a list as JSON writes it", "[x", "")),
        ({"A": "[{'city"}, {"columns": ("A",), "literal": "python", "pick": ("city",)}, [], ("not a list as Python writes it", "[{'city", "")),
        ({"A": "[\\d"}, {"columns": ("A",), "literal": "python"}, ["[\\d"], ("not a list as Python writes it", "[\\d", "")),
        ({"A": "(" * 9999}, {"columns": ("A",), "literal": "python"}, ["(" * 9999],
         ("not a list as Python writes it", "(" * 9999, "")),
        ({"A": {"b": "x"}}, {"columns": ("A",)}, [], ("an object in a cell, not read", '{"b": "x"}', "")),
        ({"A": "Q"}, {"columns": ("A",), "lookup": Lookup("formats", ("key",), ("text",))}, [],
         ("names what is not here", "Q", "")),
    ],
)  # fmt: skip
def test_what_is_not_taken_is_told(values, how, texts, note):
    """With what stood there."""
    assert take(values, **how) == (texts, [note])


def groups(values, group):
    """The groups of one row."""
    table = Table("a.csv", "a", tuple(values), (Row(2, values),))
    rule = TableMapping(groups={"phones": (group,)})
    taker = Taker(Terms((), SourceMapping(name="a", tables=(rule,))), Ledger())
    made = taker.groups(match(rule, table).groups[0][1], table, table.rows[0])
    return [{part: cell.text for part, cell in each.items()} for each in made]


def test_several_numbers_in_a_cell_are_several_phones():
    """What is said once is said of all of them, an extension of the first."""
    group = {
        "number": Take(columns=("P",), split=";"),
        "type": Take(fixed="fax"),
        "extension": Take(columns=("X",)),
    }
    assert groups({"P": "1;2", "X": "9"}, group) == [
        {"number": "1", "type": "fax", "extension": "9"},
        {"number": "2", "type": "fax"},
    ]


def test_objects_in_a_cell_keep_what_belongs_together():
    """The second has no name: the third does not give it its own."""
    cell = "[{'n': '1', 'd': 'A'}, {'n': '2'}, {'n': '3', 'd': None}, {'n': '4', 'd': 'D'}]"
    group = {
        "number": Take(columns=("P",), literal="python", pick=("n",)),
        "description": Take(columns=("P",), literal="python", pick=("d",)),
    }
    assert groups({"P": cell}, group) == [
        {"number": "1", "description": "A"},
        {"number": "2"},
        {"number": "3"},
        {"number": "4", "description": "D"},
    ]


def test_a_kind_without_a_number_is_no_phone():
    """Nor is a fixed value."""
    group = {"number": Take(columns=("P",)), "type": Take(columns=("T",)), "private": Take(fixed="no")}
    assert groups({"P": " ", "T": "voice"}, group) == []


def test_a_cell_that_is_no_object_is_the_first_part():
    """A number is neither its own extension nor its own type."""
    how = {"columns": ("A",), "literal": "python"}
    group = {part: Take(**how, pick=(part,)) for part in ("number", "extension", "type")}
    assert groups({"A": "541-555-0142"}, group) == [{"number": "541-555-0142"}]
    assert groups({"A": "[{'number': '541', 'type': 'fax'}]"}, group) == [{"number": "541", "type": "fax"}]
