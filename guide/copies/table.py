"""The ledger of paper copies as a table for spreadsheets, out and in."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from guide.content.spreadsheet import FORMULA, write_csv
from guide.copies.ledger import Parcel
from guide.errors import ERROR, GuideError, Problem
from guide.problems import copies as kinds
from guide.problems.kind import ProblemKind
from guide.problems.mail import COPIES
from guide.reading.days import read_day
from guide.reading.source import Place, Source
from guide.reading.tables import head_and_rows, read_table_text
from guide.reading.text import fold

COLUMNS = ("name", "address", "copies", "edition", "number", "date", "note")
MORE_COLUMNS = ("slip", "line")  # that are written, and passed over when they are read
ALSO = {"recipient": "name", "organization": "name", "organisation": "name", "count": "copies", "day": "date"}
MOST_COPIES, MOST_NUMBER = 1_000_000, 100_000
LINE = "; "  # between the lines of an address in a cell

Cells = Mapping[str, str]  # by the names of their columns


class Usual(NamedTuple):
    """What stands for a cell that is empty."""

    edition: str
    number: int
    day: date
    country: str = "US"
    printed: tuple[str, ...] = ()  # the editions of which there are copies
    on_screen: tuple[str, ...] = ()  # and those of which there are none


def copies_csv(parcels: Iterable[Parcel]) -> bytes:
    """The ledger as a table in which no cell is taken for a formula."""
    return write_csv((*COLUMNS, *MORE_COLUMNS), map(row_of, parcels))


def row_of(parcel: Parcel) -> tuple[str | int, ...]:
    address = LINE.join(parcel.address.split("\n"))
    return (
        parcel.name,
        address,
        parcel.copies,
        parcel.edition,
        parcel.number,
        parcel.day.isoformat(),
        parcel.note,
        parcel.slip or "",
        parcel.id,
    )


def read_copies(path: Path, usual: Usual) -> tuple[list[Parcel], tuple[Problem, ...]]:
    """(Who got copies by a table, warnings); GuideError with every problem."""
    source = Source(path, path.parent)
    text = read_table_text(path, source)
    rows = list(read_rows(text, source)) if text is not None else []
    parcels = [parcel_of(cells, line, usual, source) for line, cells in rows]
    if not rows and not source.problems:
        source.report(None, kinds.NO_COPIES)
    if any(problem.level == ERROR for problem in source.problems):
        raise GuideError(source.problems)
    return parcels, tuple(source.problems)


def read_rows(text: str, source: Source) -> Iterator[tuple[int, Cells]]:
    """Yield (line, cells) of every row below the first that is not empty."""
    names, rows = head_and_rows(text)
    head = [ALSO.get(name, name) for name in names]
    for name in filter(None, head):
        if name not in (*COLUMNS, *MORE_COLUMNS):
            source.report(Place(0, 0, 0), kinds.COPIES_COLUMN, name=name, names=", ".join(COLUMNS))
    for name in ("name", "copies"):
        if name not in head:
            source.report(Place(0, 0, 0), kinds.NO_NAME_COLUMN, column=name)
            return
    for line, row in rows:
        if any(cell.strip() for cell in row):
            yield line, dict(zip(head, map(plain, row)))


def plain(cell: str) -> str:
    """A cell without the apostrophe that kept a spreadsheet from computing it; its lines stay."""
    text = "\n".join(filter(None, map(fold, cell.split("\n"))))
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text


def parcel_of(cells: Cells, line: int, usual: Usual, source: Source) -> Parcel:
    """What a row says, what is wrong in it reported."""
    name = tidy(cells.get("name", ""))
    if not name:
        source.report(Place(0, line - 1, 0), kinds.NO_NAME)
    day = cells.get("date", "")
    read = read_day(day, usual.country) if day else usual.day
    if read is None:
        source.report(Place(0, line - 1, 0), kinds.WRONG_DAY, word=day)
    edition = tidy(cells.get("edition", "")) or usual.edition
    if edition in usual.on_screen:
        names = ", ".join(usual.printed)
        source.report(Place(0, line - 1, 0), kinds.ON_SCREEN, name=edition, names=names)
    return Parcel(
        name=name,
        address=address_lines(cells.get("address", "")),
        copies=count_of("copies", cells.get("copies", ""), line, source, COPIES, MOST_COPIES),
        edition=edition,
        number=count_of(
            "number",
            cells.get("number", "") or f"{usual.number}",
            line,
            source,
            kinds.WRONG_NUMBER,
            MOST_NUMBER,
        ),
        day=read or usual.day,
        note=tidy(cells.get("note", "")),
    )


def count_of(key: str, word: str, line: int, source: Source, kind: ProblemKind, most: int) -> int:
    """A number from 1; 0 for what is none, which is reported."""
    figures = word.replace(",", "")
    if figures.isascii() and figures.isdecimal() and 1 <= int(figures) <= most:
        return int(figures)
    source.report(Place(0, line - 1, 0), kind, key=key, word=word, least=1, most=most)
    return 0


def address_lines(text: str) -> str:
    """An address in lines, of a cell or an option in which they stand behind each other."""
    return "\n".join(filter(None, (tidy(part) for line in text.split("\n") for part in line.split(";"))))


def tidy(text: str) -> str:
    """A text on one line, without characters that nobody can see."""
    return "".join(filter(str.isprintable, " ".join(text.split())))
