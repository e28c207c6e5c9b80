"""The table as a workbook of Excel."""

import io

import openpyxl

from guide.exchange.give.cells import kept
from guide.exchange.give.table import table_of
from guide.exchange.give.workbook import SEAL_PLACE, as_xlsx, letters
from guide.seal import is_sealed_archive


def test_excel_reads_the_same_table_and_no_formula(everything):
    """Cells that begin like a formula are text, and stay text when somebody edits them."""
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(everything)))
    columns, rows = table_of(everything)
    read = [[cell.value or "" for cell in row] for row in book["Listings"]]
    assert read[0] == columns
    assert read[1:] == [[kept(row.get(each, "")) for each in columns] for row in rows]
    formulas = [cell for row in book["Listings"] for cell in row if cell.value == "=SUM(1+1)"]
    assert [(cell.data_type, cell.quotePrefix, cell.number_format) for cell in formulas] == [("s", True, "@")]
    assert book["Listings"].freeze_panes == "A2"
    assert book.properties.title == "Help near you"


def test_it_is_known_again(everything):
    data = as_xlsx(everything)
    assert data == as_xlsx(everything) and is_sealed_archive(data, SEAL_PLACE)


def test_columns_have_letters():
    assert [letters(number) for number in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]
