"""Tables as CSV for spreadsheets, in which no cell is taken for a formula."""

import csv
import io
from collections.abc import Iterable

# What formulas begin with, in full width too; tabs and line ends, which a spreadsheet passes over before one.
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u2212", "|", "%", "\t", "\r")

Cell = str | int


def write_csv(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """A table as CSV, every cell in quotation marks: UTF-8 with a BOM, which spreadsheets need to know it by."""
    data = io.BytesIO()
    with io.TextIOWrapper(data, encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(columns)
        writer.writerows(map(harmless, row) for row in rows)
        file.flush()
        return data.getvalue()


def harmless(cell: Cell) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before what looks like one."""
    text = str(cell)
    return "'" + text if text.startswith(FORMULA) else text
