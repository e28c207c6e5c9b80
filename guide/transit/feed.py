"""A timetable as agencies publish it (GTFS): a zip or a folder with tables, read row by row and never as a whole.

A table may have hundreds of megabytes. What is not UTF-8 is read as Windows wrote it.
"""

from __future__ import annotations

import codecs
import csv
import io
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from lzma import LZMAError
from operator import itemgetter
from pathlib import Path, PurePosixPath
from typing import IO, Self
from zipfile import BadZipFile, ZipFile, ZipInfo

from guide.errors import GuideError, Mark
from guide.problems import transit as kinds

NEEDED = ("stops.txt", "routes.txt", "trips.txt", "stop_times.txt")
PART = 1 << 18  # characters of a table that are read at a time
MOST_BYTES = 8_000_000_000  # of a table
MOST_PACKED = 250  # how many times larger than packed a table may be, if it is not small
SMALL = 100_000_000
WINDOWS = "guide-windows"  # how bytes are read that are no UTF-8

ENCRYPTED = 1  # the flag of a member of a zip
FAULTS = (BadZipFile, zlib.error, LZMAError, EOFError, OSError, RuntimeError, csv.Error)

Row = tuple[str, ...]
Progress = Callable[[str, int, int], None]  # what is done, how many bytes of a table are read, of how many


def silent(stage: str, done: int, total: int) -> None:
    """Say nothing."""


def as_windows(error: UnicodeError) -> tuple[str, int]:
    """The character that a byte is in Windows."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(WINDOWS, as_windows)


class Feed:
    """The tables of a timetable; to be used with `with`. Whatever is wrong with it is a GuideError."""

    def __init__(self, path: Path, progress: Progress = silent) -> None:
        self.path, self.progress = path, progress
        self.open_files = ExitStack()
        self.files: dict[str, Path] = {}
        self.members: dict[str, ZipInfo] = {}
        self.archive: ZipFile | None = None

    def __enter__(self) -> Self:
        try:
            if self.path.is_dir():
                self.files = {each.name.lower(): each for each in self.path.iterdir() if each.is_file()}
            elif self.path.is_file():
                self.archive = self.open_files.enter_context(ZipFile(self.path))
                self.members = members_of(self.archive)
            else:
                raise GuideError([kinds.NO_FEED.at(Mark(self.path))])
        except (BadZipFile, NotImplementedError, OSError) as error:
            raise GuideError([kinds.NOT_ZIP.at(Mark(self.path), reason=str(error))]) from None
        self.look()
        return self

    def __exit__(self, *exception: object) -> None:
        self.open_files.close()

    def look(self) -> None:
        """Raise GuideError where a table is lacking without which there is no timetable."""
        lacking = [name for name in NEEDED if not self.has(name)]
        inside = self.archive.namelist() if self.archive else []
        zips = [name for name in inside if name.lower().endswith(".zip")]
        if lacking and zips:
            raise GuideError([kinds.OTHER_ZIPS.at(Mark(self.path), names=", ".join(zips[:5]))])
        if lacking:
            raise GuideError([kinds.NO_TABLES.at(Mark(self.path), names=", ".join(lacking))])

    def has(self, name: str) -> bool:
        return name in self.files or name in self.members

    def size_of(self, name: str) -> int:
        """How many bytes a table has, unpacked."""
        return self.members[name].file_size if self.archive else self.files[name].stat().st_size

    def table(self, name: str, needed: Sequence[str], wanted: Sequence[str] = ()) -> Table:
        """A table, of which these columns are asked for."""
        return Table(self, name, (*needed, *wanted), len(needed))

    def opened(self, name: str) -> IO[bytes]:
        """The bytes of a table. Raises GuideError where it unpacks to what no table has."""
        if self.archive is None:
            return self.files[name].open("rb")
        member = self.members[name]
        if member.flag_bits & ENCRYPTED:
            raise GuideError([kinds.LOCKED_TABLE.at(Mark(self.path / name))])
        packed = max(member.compress_size, 1)
        if member.file_size > MOST_BYTES or member.file_size > max(SMALL, packed * MOST_PACKED):
            size = f"{member.file_size / 1e9:,.1f}"
            raise GuideError([kinds.LARGE_TABLE.at(Mark(self.path / name), size=size)])
        return self.archive.open(member)


class Table:
    """The rows of a table, each with the columns that were asked for; "" for what is not there."""

    def __init__(self, feed: Feed, name: str, columns: Sequence[str], needed: int) -> None:
        """`needed`: how many of the columns, the first ones, have to be there."""
        self.feed, self.name, self.columns, self.needed = feed, name, columns, needed
        self.line: Callable[[], int] = lambda: 0  # the number of the line that was read last
        self.row_ended = True  # whether a row has ended since a part of the table was read

    @property
    def path(self) -> Path:
        return self.feed.path / self.name

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows. Raises GuideError where the table cannot be read on."""
        self.line, self.row_ended = (lambda: 0), True
        try:
            with self.feed.opened(self.name) as file:
                text = io.TextIOWrapper(file, encoding="utf-8-sig", errors=WINDOWS, newline="")
                reader = csv.reader(self.lines_of(text, file), skipinitialspace=True)
                self.line = lambda: reader.line_num
                yield from self.rows_of(reader)
        except FAULTS as error:
            mark = Mark(self.path, self.line(), min(self.line(), 1))
            raise GuideError(
                [kinds.BROKEN_TABLE.at(mark, reason=str(error) or type(error).__name__)]
            ) from None

    def lines_of(self, text: io.TextIOWrapper, file: IO[bytes]) -> Iterator[str]:
        """Yield the lines; no more is kept of them than a part, and of a row no more than two."""
        while part := text.read(PART):
            end = text.readline(PART)
            if len(end) == PART or not self.row_ended:
                raise csv.Error("a row does not end")
            self.row_ended = False
            self.feed.progress("Reading", file.tell(), self.feed.size_of(self.name))
            yield from io.StringIO(part + end, newline="")

    def rows_of(self, reader: Iterator[list[str]]) -> Iterator[Row]:
        """Yield the columns of the rows."""
        names = [name.strip().lower() for name in next(reader, [])]
        self.row_ended = True
        for name in self.columns[: self.needed]:
            if name not in names:
                raise GuideError([kinds.NO_COLUMN.at(Mark(self.path, 1, 1), name=name)])
        width = len(names)
        places = [names.index(name) if name in names else width for name in self.columns]
        are_there, values_of = width not in places, values_at(places)
        for row in reader:
            self.row_ended = True
            if len(row) != width:
                if not row:
                    continue
                row = row[:width] + [""] * (width - len(row))
            if not are_there:
                row.append("")  # what stands in columns that are not there
            yield values_of(row)


def values_at(places: Sequence[int]) -> Callable[[list[str]], Row]:
    """What gives the cells at these places of a row."""
    if len(places) == 1:
        return lambda row: (row[places[0]],)
    return itemgetter(*places)


def members_of(archive: ZipFile) -> dict[str, ZipInfo]:
    """The tables of an archive by their names: those beside stops.txt, which may lie in a folder."""
    there = [each for each in archive.infolist() if "__MACOSX" not in each.filename]
    stops = [PurePosixPath(each.filename) for each in there if each.filename.lower().endswith("stops.txt")]
    stops = sorted(
        (path for path in stops if path.name.lower() == "stops.txt"), key=lambda path: len(path.parts)
    )
    folder = stops[0].parent if stops else PurePosixPath()
    return {
        path.name.lower(): each
        for each in there
        if (path := PurePosixPath(each.filename)).parent == folder and not each.is_dir()
    }
