"""Spreadsheets of Excel (.xlsx, .xls, .xlsb) and LibreOffice (.ods): each sheet is a table."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from guide.errors import GuideError, Mark
from guide.exchange.ledger import Ledger
from guide.exchange.origin import Origin
from guide.exchange.sources.archive import LARGEST
from guide.exchange.sources.delimited import table_of
from guide.exchange.tables import Table
from guide.expressions import expression
from guide.problems import sources as kinds

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

CELL = expression(rb'<c r="([A-Z]{1,3})(\d+)"')
MOST_CELLS = 50_000_000  # of the rectangle around all cells of a sheet: 16 bytes each
Value = str | int | float | bool | date | time | timedelta | None


def read_workbook(data: bytes, source: str, ledger: Ledger) -> Iterator[Table]:
    """Yield the sheets that have something in them; hidden ones too, which is told."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # reading spreadsheets alone needs it

    refuse_far_cells(data, source)
    book = open_workbook(data, source)
    sheets = [each for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    for each in sheets:
        named = f"{source}: {each.name}" if len(sheets) > 1 else source
        records = read_sheet(book, each.name, source)
        if not any(map(any, records)):
            continue
        if each.visible != SheetVisibleEnum.Visible:
            ledger.tell(Origin(named, 0), "a hidden sheet", each.name)
        yield table_of(records, named, each.name if len(sheets) > 1 else Path(source).stem, ledger)


def refuse_far_cells(data: bytes, source: str) -> None:
    """Raise GuideError where a cell stands so far from the others that the sheet would need all memory to be read."""
    with (
        suppress(zipfile.BadZipFile, OSError, zlib.error, EOFError, NotImplementedError, RuntimeError),
        zipfile.ZipFile(io.BytesIO(data)) as archive,
    ):
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/") or archive.getinfo(name).file_size > LARGEST:
                continue
            found = CELL.findall(archive.read(name))
            rows = max((int(row) for _, row in found), default=0)
            columns = max(map(column_number, {column for column, _ in found}), default=0)
            if rows * columns > MOST_CELLS:
                far = max(found, key=lambda cell: (len(cell[0]), int(cell[1])))
                reason = f"a cell stands far from the others, {b''.join(far).decode()}; delete what is in it"
                raise GuideError([kinds.NO_WORKBOOK.at(Mark(Path(source)), reason=reason)])


def column_number(letters: bytes) -> int:
    """The number of a column: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def read_sheet(book: "CalamineWorkbook", name: str, source: str) -> list[list[str]]:
    """The cells of a sheet as texts; raises GuideError where it is damaged."""
    from python_calamine import CalamineError  # reading spreadsheets alone needs it

    try:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as error:
        raise GuideError([kinds.NO_WORKBOOK.at(Mark(Path(source)), reason=str(error))]) from None
    return [[text_of(value) for value in record] for record in rows]


def open_workbook(data: bytes, source: str) -> "CalamineWorkbook":
    """The workbook; raises GuideError where it is none, is damaged or has a password."""
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
    )  # reading spreadsheets alone needs it

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise GuideError([kinds.LOCKED.at(Mark(Path(source)))]) from None
    except (CalamineError, OSError, ValueError) as error:
        raise GuideError([kinds.NO_WORKBOOK.at(Mark(Path(source)), reason=str(error))]) from None


def text_of(value: Value) -> str:
    """A cell as a person reads it: whole numbers without a point, days and times as 2026-03-14 and 09:30."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ", "minutes")
        case time():
            return value.isoformat("minutes")
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60:02}:{minutes % 60:02}"
        case _:
            return str(value)
