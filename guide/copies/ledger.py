"""Who got how many copies of which edition and when: a table on the disk, beside the ledger of mail."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from guide.errors import GuideError, Mark
from guide.ledgers import LedgerKind, check_ours, connect_in_mode, has_table, mark_ours
from guide.problems import copies as kinds

LEDGER = "copies.sqlite"
OURS = LedgerKind(0x636F7079, 1, kinds.NO_COPIES_LEDGER, kinds.NEWER_COPIES_LEDGER)
PATIENCE = 30  # seconds to wait for another command's short change
TABLE = """
CREATE TABLE IF NOT EXISTS parcels (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, address TEXT NOT NULL, copies INTEGER NOT NULL,
    edition TEXT NOT NULL, number INTEGER NOT NULL, day TEXT NOT NULL, note TEXT NOT NULL,
    slip INTEGER NOT NULL DEFAULT 0,
    UNIQUE (name, address, copies, edition, number, day, note)
)
"""
COLUMNS = "name, address, copies, edition, number, day, note"


class Parcel(NamedTuple):
    """Copies that somebody got."""

    name: str
    address: str  # its lines, one below the other
    copies: int
    edition: str
    number: int
    day: date
    note: str = ""
    slip: int = 0  # the last slip of corrections that they got; 0: none
    id: int = 0  # of its line in the ledger; 0: not in it yet


@contextmanager
def ledger(out: Path) -> Iterator[sqlite3.Connection]:
    """The ledger of a folder, to be written; made where there is none. GuideError where it is no such thing."""
    path = out / LEDGER
    path.parent.mkdir(parents=True, exist_ok=True)
    with opened(path, "rwc") as table:
        table.execute("PRAGMA synchronous = EXTRA")  # what is written is on the disk, also after a power cut
        mark_ours(table, OURS)
        table.execute(TABLE)
        yield table


@contextmanager
def opened(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    """The table of a ledger; what is written in it is there as a whole or not at all."""
    try:
        with closing(connect_in_mode(path, mode, PATIENCE)) as table:
            check_ours(table, path, OURS)
            with table:
                yield table
    except sqlite3.DatabaseError as error:
        raise GuideError([kinds.COPIES_LEDGER.at(Mark(path), error=str(error))]) from None


def add_parcels(out: Path, parcels: Iterable[Parcel]) -> int:
    """Note who got copies; how many lines are new: the same line twice is one."""
    rows = [(*parcel[:5], parcel.day.isoformat(), parcel.note) for parcel in parcels]
    with ledger(out) as table:
        before = table.total_changes
        table.executemany(f"INSERT OR IGNORE INTO parcels ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        return table.total_changes - before


def read_parcels(out: Path) -> list[Parcel]:
    """All who got copies, in the order in which they were noted."""
    path = out / LEDGER
    if not path.exists():
        return []
    with opened(path, "rw") as table:
        found = has_table(table, "parcels")
        rows = table.execute(f"SELECT {COLUMNS}, slip, id FROM parcels ORDER BY id") if found else ()
        return [Parcel(*row)._replace(day=date.fromisoformat(row[5])) for row in rows]


def forget_parcels(out: Path, ids: Sequence[int]) -> None:
    """Take lines out of the ledger, all or none; GuideError where one is not there."""
    there = {parcel.id for parcel in read_parcels(out)}
    if wrong := [id for id in ids if id not in there]:
        raise GuideError([kinds.OTHER_COPIES.at(Mark(out / LEDGER), id=id) for id in wrong])
    with ledger(out) as table:
        table.executemany("DELETE FROM parcels WHERE id = ?", [(id,) for id in ids])


def note_slip(out: Path, parcels: Iterable[Parcel], slip: int) -> None:
    """Note that they got a slip."""
    with ledger(out) as table:
        table.executemany("UPDATE parcels SET slip = ? WHERE id = ?", [(slip, each.id) for each in parcels])
