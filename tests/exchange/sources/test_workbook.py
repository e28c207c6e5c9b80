"""Spreadsheets, made by the programs' own library."""

import io
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook

from guide.errors import GuideError
from guide.exchange.ledger import Ledger
from guide.exchange.sources.workbook import read_workbook, text_of


def book(**sheets):
    """A workbook as bytes; {name of a sheet: its rows}."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if name == "Old" else "visible"
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_each_sheet_is_a_table():
    """Rows count as on the screen; an empty sheet is none, a hidden one is told."""
    ledger = Ledger()
    data = book(
        Pantries=[["Name", "ZIP"], [None, None], ["A", 97401]], Old=[["Name", "City"], ["B", "C"]], Empty=[]
    )
    pantries, old = read_workbook(data, "book.xlsx", ledger)
    assert (pantries.source, pantries.name, pantries.columns) == (
        "book.xlsx: Pantries",
        "Pantries",
        ("Name", "ZIP"),
    )
    assert [(row.number, dict(row.values)) for row in pantries.rows] == [(3, {"Name": "A", "ZIP": "97401"})]
    assert old.name == "Old" and [note.kind for note in ledger.notes] == ["a hidden sheet"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (5415551234.0, "5415551234"),
        (2.5, "2.5"),
        (True, "yes"),
        (date(2026, 3, 14), "2026-03-14"),
        (datetime(2026, 3, 14), "2026-03-14"),
        (datetime(2026, 3, 14, 9, 30), "2026-03-14 09:30"),
        (time(9, 30), "09:30"),
        (timedelta(hours=17, minutes=5), "17:05"),
        ("  as it is ", "  as it is "),
    ],
)
def test_a_cell_is_read_as_a_person_reads_it(value, text):
    """No number has a point that nobody typed."""
    assert text_of(value) == text


@pytest.mark.parametrize("data", [b"PK\x03\x04 xl/workbook.xml", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_a_damaged_workbook_is_told(data):
    """With the way out."""
    with pytest.raises(GuideError) as error:
        list(read_workbook(data, "book.xlsx", Ledger()))
    assert [problem.name for problem in error.value.problems] == ["no-workbook"]


@pytest.mark.slow
def test_a_cell_far_away_is_told():
    """It would need all memory of the machine; a broad sheet does not."""
    made = Workbook()
    made.active["A1"], made.active["XFD1048576"] = "Name", "x"
    file = io.BytesIO()
    made.save(file)
    with pytest.raises(GuideError) as error:
        list(read_workbook(file.getvalue(), "book.xlsx", Ledger()))
    assert "XFD1048576" in error.value.problems[0].message
    (broad,) = read_workbook(book(Sheet=[["Name"] * 800, ["A"] * 800] * 20), "book.xlsx", Ledger())
    assert len(broad.columns) == 800
