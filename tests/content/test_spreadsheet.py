"""A table for spreadsheets is read back as it was, and none of its cells is a formula."""

import csv
import io

import pytest

from guide.content.spreadsheet import FORMULA, harmless, write_csv


@pytest.mark.parametrize("sign", FORMULA)
def test_a_cell_that_begins_like_a_formula_begins_with_an_apostrophe(sign):
    assert harmless(f"{sign}1") == f"'{sign}1"
    assert harmless(f"1{sign}1") == f"1{sign}1"


def test_a_table_is_read_back_with_its_numbers_quotation_marks_and_line_ends():
    data = write_csv(("A", "B"), [(1, 'Ä "Q",\nC'), ("", "=1")])
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows == [["A", "B"], ["1", 'Ä "Q",\nC'], ["", "'=1"]]
