"""What became of every row: a table on the disk, beside the handouts, that is never ahead of them.

A row is written down when its file is on the disk, with a digest of all that it was made of. Killed at any moment, the next
run makes what is not written down, and nothing else. Of people it knows the number of their row and the name of their file.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Self

from guide.errors import GuideError, Mark
from guide.frozen import frozen
from guide.ledgers import LedgerKind, check_ours, mark_ours
from guide.problems import people as kinds

LEDGER = "batch.sqlite"
OURS = LedgerKind(0x62617463, 1, kinds.NO_BATCH, kinds.NO_BATCH)
PATIENCE = 0  # seconds: another run into this folder may last for hours
TABLES = """
CREATE TABLE IF NOT EXISTS handouts (
    name TEXT PRIMARY KEY, row INTEGER NOT NULL, key TEXT NOT NULL, files TEXT NOT NULL,
    pages INTEGER NOT NULL, listings TEXT NOT NULL, left_out TEXT NOT NULL,
    language TEXT NOT NULL, edition TEXT NOT NULL, problems TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS options (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (name TEXT PRIMARY KEY, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL) WITHOUT ROWID;
"""


class FileEntry(NamedTuple):
    """A file that was written."""

    bytes: int
    sha256: str


@frozen
class Entry:
    """What became of a row: its handout, or what stood against it, and then it has no files."""

    name: str  # of its files, without an ending
    row: int
    key: str  # a digest of all that it was made of
    files: tuple[str, ...] = ()
    pages: int = 0
    listings: tuple[str, ...] = ()  # by id, the nearest first
    left_out: tuple[str, ...] = ()
    language: str = ""
    edition: str = ""
    problems: tuple[str, ...] = ()

    @property
    def is_made(self) -> bool:
        """Whether there is a handout."""
        return bool(self.files)

    def with_made(
        self, pages: int, listings: tuple[str, ...], left_out: tuple[str, ...], language: str, edition: str
    ) -> Entry:
        """The entry with what is in its handout."""
        return replace(
            self, pages=pages, listings=listings, left_out=left_out, language=language, edition=edition
        )

    def with_files(self, files: tuple[str, ...]) -> Entry:
        """The entry with the names of the files where its handout is."""
        return replace(self, files=files)

    def without_files(self, problem: str) -> Entry:
        """The entry of a row that has no handout after all, and why."""
        return replace(self, files=(), problems=(*self.problems, problem))


class Ledger:
    """The ledger of a folder of handouts, held by one run alone."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / LEDGER
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self.table = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
            check_ours(self.table, self.path, OURS)
            self.table.execute("PRAGMA locking_mode = EXCLUSIVE")
            self.table.execute("PRAGMA synchronous = FULL")
            self.table.execute("BEGIN EXCLUSIVE")
            mark_ours(self.table, OURS)
            for statement in TABLES.split(";"):
                self.table.execute(statement)
            self.table.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            with suppress(AttributeError):
                self.table.close()
            raise self._trouble(error) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.table.close()

    def _trouble(self, error: sqlite3.Error) -> GuideError:
        mark = Mark(self.path)
        if "locked" in str(error):
            return GuideError([kinds.BATCH_RUNS.at(mark)])
        return GuideError([kinds.BATCH_LEDGER.at(mark, error=str(error))])

    def find(self, name: str) -> Entry | None:
        """What became of a row by the name of its file."""
        found = self.table.execute(f"SELECT {FIELDS} FROM handouts WHERE name = ?", (name,)).fetchone()
        return found and entry_of(found)

    def file(self, name: str) -> FileEntry | None:
        """A file that was written."""
        found = self.table.execute("SELECT bytes, sha256 FROM files WHERE name = ?", (name,)).fetchone()
        return found and FileEntry(*found)

    def note(self, entries: Iterable[Entry], files: Mapping[str, FileEntry]) -> None:
        """Write down what became of rows, and their files, all at once; it is on the disk when this returns."""
        rows = [
            (
                each.name,
                each.row,
                each.key,
                json.dumps(each.files),
                each.pages,
                " ".join(each.listings),
                " ".join(each.left_out),
                each.language,
                each.edition,
                json.dumps(each.problems, ensure_ascii=False),
            )
            for each in entries
        ]
        self.table.execute("BEGIN")
        self.table.executemany(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?)", [(name, *each) for name, each in files.items()]
        )
        self.table.executemany(f"INSERT OR REPLACE INTO handouts VALUES ({', '.join('?' * 10)})", rows)
        self.table.execute("COMMIT")

    def remember(self, options: Mapping[str, str]) -> None:
        """Write down what was asked for, in the place of what was asked for before."""
        self.table.execute("BEGIN")
        self.table.execute("DELETE FROM options")
        self.table.executemany("INSERT INTO options VALUES (?, ?)", list(options.items()))
        self.table.execute("COMMIT")

    def options(self) -> dict[str, str]:
        """What was asked for the last time."""
        return dict(self.table.execute("SELECT name, value FROM options"))

    def forget(self, names: Iterable[str], files: Iterable[str]) -> None:
        """Take rows and files out that are no more."""
        self.table.execute("BEGIN")
        self.table.executemany("DELETE FROM handouts WHERE name = ?", [(name,) for name in names])
        self.table.executemany("DELETE FROM files WHERE name = ?", [(name,) for name in files])
        self.table.execute("COMMIT")

    def entries(self) -> Iterator[Entry]:
        """Yield what became of all rows, in their order."""
        yield from map(entry_of, self.table.execute(f"SELECT {FIELDS} FROM handouts ORDER BY row, name"))

    def names(self) -> Iterator[str]:
        """Yield the names of all rows."""
        yield from (name for (name,) in self.table.execute("SELECT name FROM handouts"))

    def file_names(self) -> Iterator[str]:
        """Yield the names of all files."""
        yield from (name for (name,) in self.table.execute("SELECT name FROM files"))


FIELDS = "name, row, key, files, pages, listings, left_out, language, edition, problems"


def entry_of(row: tuple[str, int, str, str, int, str, str, str, str, str]) -> Entry:
    """An entry from a row of the table."""
    name, number, key, files, pages, listings, left_out, language, edition, problems = row
    return Entry(
        name=name,
        row=number,
        key=key,
        files=tuple(json.loads(files)),
        pages=pages,
        listings=tuple(listings.split()),
        left_out=tuple(left_out.split()),
        language=language,
        edition=edition,
        problems=tuple(json.loads(problems)),
    )
