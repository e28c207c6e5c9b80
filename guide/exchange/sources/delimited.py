"""Text with a table in it: commas, semicolons, tabs or bars between cells, titles above it, rows that are too long."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from guide.exchange.ledger import Ledger
from guide.exchange.origin import Cell, Origin
from guide.exchange.tables import Row, Table

DELIMITERS = (",", ";", "\t", "|")
START = 500_000  # letters, and
LOOKED_AT = 200  # records of them, to find out what divides the cells
ABOVE = 10  # rows that may stand above the head: a title, a date
FULL = 0.6  # of the columns are named in a head
SWALLOWED = 5  # lines in a cell that look like rows: a quotation mark is missing

Cells = Sequence[str]

csv.field_size_limit(50_000_000)  # characters; the library's own limit is a tenth of some descriptions


def read_delimited(text: str, source: str, name: str, ledger: Ledger) -> Table:
    """The table of a text. Rows count as in a spreadsheet, where a cell of several lines is in one row."""
    marked, text = split_mark(text)
    records = list(csv.reader(io.StringIO(text, newline=""), delimiter=marked or find_delimiter(text)))
    return table_of(records, source, name, ledger, first=2 if marked else 1)


def split_mark(text: str) -> tuple[str, str]:
    """(the delimiter that Excel's first line "sep=;" tells, or "", the text below it)."""
    first, _, rest = text.partition("\n")
    marked = first.strip().strip('"').lower()
    return (marked[4:], rest) if marked.startswith("sep=") and len(marked) == 5 else ("", text)


def find_delimiter(text: str) -> str:
    """What divides the cells: with it most records are as wide as most others, and wide."""
    start = text[:START]

    def merit(delimiter: str) -> tuple[float, int]:
        widths = [
            len(each)
            for each in islice(csv.reader(io.StringIO(start, newline=""), delimiter=delimiter), LOOKED_AT)
            if any(each)
        ]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) / max(1, len(widths)) * (usual > 1), usual)

    return max(DELIMITERS, key=merit)


def table_of(records: Iterable[Cells], source: str, name: str, ledger: Ledger, first: int = 1) -> Table:
    """Records with a head somewhere in the first of them; `first` is the row of the first record. What is odd is told."""
    numbered = [
        (number, record) for number, record in enumerate(records, first) if any(map(str.strip, record))
    ]
    place = head_place([record for _, record in numbered[: ABOVE + 1]])
    for number, record in numbered[:place]:
        ledger.tell(Origin(source, number), "above the head", " ".join(filter(None, map(str.strip, record))))
    _, head = numbered[place] if numbered else (first, ())
    columns = name_columns(head, max((len(record) for _, record in numbered[place:]), default=0))
    rows = tuple(rows_of(numbered[place + 1 :], columns, len(head), source, ledger))
    return Table(source, name, columns, rows)


def head_place(records: Sequence[Cells]) -> int:
    """The place of the head: the first record that names most columns."""
    width = max(map(filled, records), default=0)
    return next((place for place, record in enumerate(records) if filled(record) >= FULL * width), 0)


def filled(record: Cells) -> int:
    """How many of the cells are filled."""
    return sum(1 for cell in record if cell.strip())


def name_columns(head: Cells, width: int) -> tuple[str, ...]:
    """A name for each column, none twice; one without a name is called by its place: "Column 5"."""
    names: list[str] = []
    seen: dict[str, int] = {}
    for place in range(max(width, len(head))):
        name = " ".join(head[place].split()) if place < len(head) else ""
        name = name or f"Column {place + 1}"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def rows_of(
    numbered: Iterable[tuple[int, Cells]], columns: Sequence[str], width: int, source: str, ledger: Ledger
) -> Iterator[Row]:
    """Yield the rows below a head of `width` columns."""
    for number, record in numbered:
        if any(map(str.strip, record[width:])):
            ledger.tell(
                Origin(source, number), "more cells than columns", ", ".join(filter(None, record[width:]))
            )
        values = {name: cell.strip() for name, cell in zip(columns, record) if cell.strip()}
        for name, cell in values.items():
            if "\n" in cell and swallowed(cell, width):
                ledger.note(
                    Cell(cell, Origin(source, number, name)),
                    "a cell of many lines: is a quotation mark missing?",
                )
        yield Row(number, values)


def swallowed(cell: str, width: int) -> bool:
    """Whether a cell holds rows of its own table."""
    least = max(1, width // 2)
    return sum(max(map(line.count, DELIMITERS)) >= least for line in cell.split("\n")) > SWALLOWED
