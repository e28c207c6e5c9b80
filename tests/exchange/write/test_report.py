"""The report of an import, for people and for spreadsheets."""

from guide.exchange.ledger import LEFT_OUT, Ledger
from guide.exchange.origin import Cell, Origin
from guide.exchange.write.report import report_table, report_text


def ledger():
    """Of six rows: a listing with its site, three private ones, and one that nobody took."""
    made = Ledger()
    rows = [Origin("a.csv", number) for number in range(2, 8)]
    for row in rows:
        made.read(row)
    made.listing(rows[:2], "food-bank")
    made.settle(rows[2:5], LEFT_OUT, "private")
    made.settle(rows[5:], LEFT_OUT, "belongs to nobody")
    for number in range(2, 9):
        made.note(Cell("FOOD BANK", Origin("a.csv", number, "Name")), "capitals", "Food Bank")
    return made


def test_the_text_says_the_sums_and_groups_the_rest():
    """A person sees at once whether all is there."""
    text = report_text(ledger())
    assert (
        text
        == """\
6 rows read = 1 listings + 1 that went into one + 4 left out
  a.csv: 6 rows = 1 + 1 + 4

Left out
  private: 3 rows
    a.csv, row 4; a.csv, row 5; a.csv, row 6
  belongs to nobody: 1 row
    a.csv, row 7

Capitals: 7
  a.csv, row 2, Name: FOOD BANK -> Food Bank
  a.csv, row 3, Name: FOOD BANK -> Food Bank
  a.csv, row 4, Name: FOOD BANK -> Food Bank
  a.csv, row 5, Name: FOOD BANK -> Food Bank
  a.csv, row 6, Name: FOOD BANK -> Food Bank
  and 2 more, see the table
"""
    )


def test_the_table_has_every_row_and_every_change():
    """In a form that no spreadsheet takes for formulas."""
    lines = report_table(ledger()).decode("utf-8-sig").splitlines()
    assert lines[1] == '"a.csv","2","","is the listing","","food-bank"'
    assert lines[2] == '"a.csv","3","","went into the listing","","food-bank"'
    assert lines[3] == '"a.csv","4","","left out","private",""'
    assert len(lines) == 1 + 6 + 7


def test_what_says_little_is_a_number_in_the_text_and_whole_in_the_table():
    """Thousands of numbers that have hyphens now."""
    made = ledger()
    for number in range(2, 5):
        made.note(
            Cell("(541) 686-0142", Origin("a.csv", number, "Phone")), "phone written as usual", "541-686-0142"
        )
    assert report_text(made).endswith("\n\nEach of them is in the table alone\n  phone written as usual: 3\n")
    assert report_table(made).decode().count("541-686-0142") == 3
