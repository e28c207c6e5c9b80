"""Tables in texts, as spreadsheets and databases write them."""

import pytest

from guide.exchange.ledger import Ledger
from guide.exchange.sources.delimited import read_delimited


def read(text):
    """(columns, rows as tuples of number and values, kinds of notes)."""
    ledger = Ledger()
    table = read_delimited(text, "a.csv", "a", ledger)
    return (
        table.columns,
        [(row.number, dict(row.values)) for row in table.rows],
        [note.kind for note in ledger.notes],
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_what_divides_the_cells_is_found_out(delimiter):
    """Also where the cells are full of the other signs."""
    cells = [["Name", "Hours"], ["Food, and; more", "9-5"], ["B | C", "10, 11; 12"]]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in cells)
    columns, rows, _ = read(text)
    assert columns == ("Name", "Hours")
    assert rows[0] == (2, {"Name": "Food, and; more", "Hours": "9-5"})


def test_the_sign_that_excel_tells_is_taken():
    """And its line counts as a row."""
    assert read("sep=;\nName;City\nA;B\n") == (("Name", "City"), [(3, {"Name": "A", "City": "B"})], [])


def test_a_cell_of_several_lines_is_one_row():
    """Rows count as a spreadsheet counts them, empty ones too."""
    _, rows, _ = read('Name,Notes\nA,"one\ntwo"\n,\nB,\n')
    assert rows == [(2, {"Name": "A", "Notes": "one\ntwo"}), (4, {"Name": "B"})]


def test_titles_above_the_head_are_told():
    """The head is the first row that names most columns."""
    columns, rows, notes = read("Larkin County pantries,,\n2026,,\nName,City,Phone\nA,B,C\n")
    assert (columns, rows[0][0], notes) == (("Name", "City", "Phone"), 4, ["above the head"] * 2)


def test_columns_have_names_of_their_own():
    """Two of one name, and one without."""
    assert read("Name,Phone,Phone,\nA,1,2,3\n")[0] == ("Name", "Phone", "Phone (2)", "Column 4")


def test_a_row_with_too_many_cells_is_told_and_kept():
    """A shifted row: nothing of it is lost."""
    _, rows, notes = read("Name,City\nA,B,C\n")
    assert (rows, notes) == ([(2, {"Name": "A", "City": "B", "Column 3": "C"})], ["more cells than columns"])


def test_a_missing_quotation_mark_is_told():
    """It takes the rest of the table into one cell."""
    assert "quotation" in read('Name,City\n"A,B\n' + "C,D\n" * 60)[2][0]


@pytest.mark.parametrize("text", ["", "\n\n", "Name", "Name,City\n"])
def test_a_table_without_rows_is_no_error(text):
    """Nothing is read, and nothing breaks."""
    assert read(text)[1] == []
