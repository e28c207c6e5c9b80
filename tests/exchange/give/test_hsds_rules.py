"""What HSDS asks of tables."""

import json
from pathlib import Path

import pytest

from guide.exchange.give.hsds_rules import CHOICES, SHEETS, Column, column_of

ROOT = Path(__file__).resolve().parents[3]
PUBLISHED = ROOT.parent / "shared" / "data" / "hsds323-spec-examples" / "csv" / "datapackage.json"


def test_a_column_is_said_in_a_word():
    assert column_of("location_id:uuid!>location") == Column("location_id", "uuid", True, "location")
    assert column_of("name") == Column("name", "string", False, "")


def test_columns_refer_to_tables_that_there_are():
    assert {each.refers for sheet in SHEETS.values() for each in sheet.columns} - {""} <= SHEETS.keys()
    assert all(sheet.columns[0] == Column("id", "uuid", True) for sheet in SHEETS.values())


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the specification's own example is not here")
def test_the_rules_are_those_that_are_published():
    """Every column is there, of that kind; all that have to be filled are named."""
    tables = {each["name"]: each for each in json.loads(PUBLISHED.read_text())["resources"]}
    for name, sheet in SHEETS.items():
        theirs = {each["name"]: each for each in tables[name]["schema"]["fields"]}
        assert sheet.path == tables[name]["path"]
        for column in sheet.columns:
            own = theirs[column.name]
            assert column.kind in (own["type"], own.get("format")) or own["type"] == "string" == column.kind
            assert bool(own["constraints"].get("required")) == column.needed, (name, column)
            assert tuple(
                own["constraints"].get("enum") or CHOICES.get((name, column.name), ())
            ) == CHOICES.get((name, column.name), tuple(own["constraints"].get("enum") or ()))
        assert {each for each, own in theirs.items() if own["constraints"].get("required")} <= {
            column.name for column in sheet.columns
        }
