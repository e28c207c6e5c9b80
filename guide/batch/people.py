"""People: a table (CSV, or a sheet of Excel or LibreOffice) read row by row, however many there are."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from guide.errors import GuideError, Mark, Problem
from guide.exchange.ledger import Ledger
from guide.exchange.sources.decode import text_of
from guide.exchange.sources.delimited import ABOVE, find_delimiter, head_place, split_mark, swallowed
from guide.exchange.sources.read import OLD_OFFICE, ZIP, read_file, tables_of
from guide.frozen import frozen
from guide.problems import people as kinds
from guide.reading.fields import closest
from guide.reading.text import other_program

FILE, NAME, CITY, POSTAL_CODE, TOPIC = "file", "name", "city", "postal_code", "topic"
LANGUAGE, AUDIENCE, EDITION = "language", "audience", "edition"
LATITUDE, LONGITUDE, EMAIL = "latitude", "longitude", "email"
COLUMNS = (FILE, NAME, CITY, POSTAL_CODE, TOPIC, LANGUAGE, AUDIENCE, EDITION, LATITUDE, LONGITUDE, EMAIL)
ALSO = {
    "zip": POSTAL_CODE,
    "zip_code": POSTAL_CODE,
    "zipcode": POSTAL_CODE,
    "postcode": POSTAL_CODE,
    "postal": POSTAL_CODE,
    "town": CITY,
    "need": TOPIC,
    "service": TOPIC,
    "services": TOPIC,
    "topics": TOPIC,
    "lang": LANGUAGE,
    "languages": LANGUAGE,
    "filename": FILE,
    "file_name": FILE,
    "full_name": NAME,
    "group": AUDIENCE,
    "lat": LATITUDE,
    "lon": LONGITUDE,
    "lng": LONGITUDE,
    "e_mail": EMAIL,
    "mail": EMAIL,
    "email_address": EMAIL,
    "e_mail_address": EMAIL,
}
NEAR_TO = (FILE, CITY, POSTAL_CODE, TOPIC, LANGUAGE, AUDIENCE, EDITION, LATITUDE, LONGITUDE)
Cells = Sequence[str]


@frozen(kw_only=False)
class Person:
    """A row of the table: what it chooses, and fields of its own, by their labels; empty cells are in neither."""

    row: int  # as in a spreadsheet: the head is row 1
    values: Mapping[str, str]  # by column, one of COLUMNS
    own: tuple[tuple[str, str], ...] = ()

    def get(self, column: str) -> str:
        """What stands in a column, "" where it is empty."""
        return self.values.get(column, "")


class Table(NamedTuple):
    """A table as messages tell of it."""

    path: Path
    columns: tuple[
        str, ...
    ]  # as they are meant: one of COLUMNS, or a label as it stands; "" for one without a name

    def mark(self, row: int, column: str = "") -> Mark:
        """The place of a cell: its row, and the number of its column."""
        place = self.columns.index(column) + 1 if column in self.columns else 1
        return Mark(self.path, row, place)


@frozen(kw_only=False)
class People:
    """The people of a table: read anew each time that they are asked for, so that they need not all be kept."""

    table: Table
    problems: tuple[Problem, ...]  # warnings of the table as a whole
    _source: _Source

    def __iter__(self) -> Iterator[Person]:
        for number, cells in self._source.rows():
            named = zip(self.table.columns, cells)
            filled = [(name, " ".join(cell.split())) for name, cell in named if name and cell.strip()]
            if filled:
                own = tuple((name, text) for name, text in filled if name not in COLUMNS)
                yield Person(number, {name: text for name, text in filled if name in COLUMNS}, own)


@frozen(kw_only=False)
class _Source:
    """Cells with the numbers of their rows; what stands above the head, and the head, left out."""

    text: str = ""  # of a text
    delimiter: str = ""
    first: int = 1  # the row of its first record
    skipped: int = 0  # records up to the head, and with it
    records: tuple[tuple[int, Cells], ...] = ()  # of a spreadsheet

    def numbered(self, strict: bool = False) -> Iterator[tuple[int, Cells]]:
        """Yield every record of a text that is not empty; `strict`: csv.Error for quotation marks at odd places."""
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=self.delimiter, strict=strict)
        yield from (
            (row, cells) for row, cells in enumerate(reader, self.first) if any(map(str.strip, cells))
        )

    def rows(self, strict: bool = False) -> Iterator[tuple[int, Cells]]:
        """Yield the records below the head."""
        return islice(self.numbered(strict), self.skipped, None) if self.delimiter else iter(self.records)


def read_people(path: Path) -> People:
    """The people of a table; raises GuideError where it cannot be read, or a column is not plain."""
    data = read_file(path)
    head_row, head, source, problems = (
        read_sheet(path, data) if data.startswith((ZIP, OLD_OFFICE)) else read_text(path, data)
    )
    if not head:
        raise GuideError([kinds.NO_PEOPLE.at(Mark(path))])
    columns, wrong = read_columns(head, path, head_row)
    if wrong:
        raise GuideError(wrong)
    if not set(columns) & set(COLUMNS):
        raise GuideError([kinds.NO_KNOWN_COLUMN.at(Mark(path, head_row, 1))])
    people = People(Table(path, columns), problems, source)
    if next(iter(people), None) is None:
        raise GuideError([kinds.NO_PEOPLE.at(Mark(path))])
    if wrong := tuple(odd_rows(path, source, len(columns))):
        raise GuideError(wrong)
    return people


def odd_rows(path: Path, source: _Source, width: int) -> Iterator[Problem]:
    """Yield a problem for each row in which others may be lost: with too many cells, or a quotation mark that is not closed."""
    row = source.first
    try:
        for row, cells in source.rows(strict=True):
            if any(map(str.strip, cells[width:])):
                yield kinds.CELLS_BEYOND.at(Mark(path, row, width + 1))
            for place, cell in enumerate(cells, 1):
                if "\n" in cell and swallowed(cell, width):
                    yield kinds.OPEN_QUOTES.at(Mark(path, row, place))
    except csv.Error:
        yield kinds.OPEN_QUOTES.at(Mark(path, row + 1, 1))


Read = tuple[int, Cells, _Source, tuple[Problem, ...]]  # row of the head, its cells, the rest, warnings


def read_text(path: Path, data: bytes) -> Read:
    """A text with commas, semicolons, tabs or bars between its cells, in whatever encoding it was saved."""
    what = other_program(data) or ("JSON" if data.lstrip().startswith((b"{", b"[")) else "")
    if what:
        raise GuideError([kinds.NO_TABLE.at(Mark(path), what=what)])
    marked, text = split_mark(text_of(data, str(path), Ledger()))
    source = _Source(text, marked or find_delimiter(text), first=2 if marked else 1)
    start = list(islice(source.numbered(), ABOVE + 1))
    place = head_place([cells for _, cells in start])
    row, head = start[place] if start else (1, ())
    return row, head, _Source(text, source.delimiter, source.first, place + 1), ()


def read_sheet(path: Path, data: bytes) -> Read:
    """The first sheet of a spreadsheet."""
    tables = list(tables_of(str(path), data, Ledger()))
    if not tables:
        return 1, (), _Source(), ()
    first = tables[0]
    records = tuple(
        (row.number, tuple(first.cell(row, name).text for name in first.columns)) for row in first.rows
    )
    told = [kinds.OTHER_SHEETS.at(Mark(path), name=first.name)] if len(tables) > 1 else []
    head_row = records[0][0] - 1 if records else 1
    named = [re.sub(r"^Column \d+$", "", name) for name in first.columns]
    return head_row, named, _Source(records=records), tuple(told)


# --- columns ----------------------------------------------------------------------------------------


def read_columns(head: Iterable[str], path: Path, row: int) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """(what the columns mean, what is wrong with their names)."""
    columns: list[str] = []
    problems: list[Problem] = []
    for place, name in enumerate(head, 1):
        label = " ".join(name.split())
        column = meant(label)
        mark = Mark(path, row, place)
        if column and column in columns:
            problems.append(kinds.COLUMN_TWICE.at(mark, name=label))
        elif column == label and column not in COLUMNS and (near := closest(label, NEAR_TO)):
            problems.append(kinds.PEOPLE_COLUMN.at(mark, name=label, near=near))
        columns.append(column)
    return tuple(columns), tuple(problems)


def meant(label: str) -> str:
    """The column that a name stands for; a name that is none of theirs is a label, as it stands."""
    key = re.sub(r"[ _-]+", "_", label.strip().rstrip(":").lower())
    return ALSO.get(key, key if key in COLUMNS else label)


__all__ = ["COLUMNS", "People", "Person", "Table", "read_people"]
