"""What ledgers have in common: SQLite files that say whose they are, and which form their tables have."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

from guide.errors import GuideError, Mark
from guide.problems.kind import ProblemKind


class LedgerKind(NamedTuple):
    """By what a ledger is known, and what is said where a file is no such one."""

    mark: int  # SQLite's application_id
    version: int  # of its tables
    other: ProblemKind  # of a file that somebody else made
    newer: ProblemKind  # of one by a later version of the program


def connect_in_mode(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    """A file as SQLite opens it: "rw" where it is there, "rwc" also where it is not; `patience`: seconds to wait for others."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=patience)


def check_ours(table: sqlite3.Connection, path: Path, kind: LedgerKind) -> None:
    """Refuse a file that somebody else made, or a later version of the program; an empty one is nobody's."""
    mark = table.execute("PRAGMA application_id").fetchone()[0]
    filled = table.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if filled and mark != kind.mark:
        raise GuideError([kind.other.at(Mark(path))])
    version = table.execute("PRAGMA user_version").fetchone()[0]
    if version > kind.version:
        raise GuideError([kind.newer.at(Mark(path), version=version, known=kind.version)])


def mark_ours(table: sqlite3.Connection, kind: LedgerKind) -> None:
    """Write into a file whose it is, and which form its tables have."""
    table.execute(f"PRAGMA application_id = {kind.mark}")
    table.execute(f"PRAGMA user_version = {kind.version}")


def has_table(table: sqlite3.Connection, name: str) -> bool:
    found = table.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,))
    return found.fetchone() is not None
