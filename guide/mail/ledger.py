"""What became of every message: a table on the disk that is never behind what the server was told.

A message is `planned`; it is `sending` from just before its end is told to the server until the answer has been
written down, and then `sent`, `refused`, or `planned` again. Whoever is found `sending` when no run is alive is
`doubtful`: the server may have taken the message, and the answer was lost. `bounced` is set by hand.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from guide.errors import GuideError, Mark, Problem

LEDGER = "mail.sqlite"
LOCK = "mail.lock"
PLANNED, SENDING, SENT, REFUSED, DOUBTFUL, BOUNCED = STATES = ("planned", "sending", "sent", "refused", "doubtful", "bounced")
OURS = 0x6D61696C  # marks the file as a ledger
PATIENCE = 30  # seconds to wait for another command's short change
TABLES = """
CREATE TABLE IF NOT EXISTS messages (
    edition TEXT NOT NULL, number INTEGER NOT NULL, digest TEXT NOT NULL, address TEXT NOT NULL,
    state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '',
    message_id TEXT NOT NULL, changed TEXT NOT NULL,
    PRIMARY KEY (edition, number, digest, address)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS suppressed (address TEXT PRIMARY KEY, reason TEXT NOT NULL, since TEXT NOT NULL) WITHOUT ROWID;
"""


class Key(NamedTuple):
    """What makes a message the same one: an edition as it was made, and a recipient."""

    edition: str
    number: int
    digest: str
    address: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger."""

    key: Key
    state: str
    tries: int
    answer: str
    message_id: str
    changed: str


def trouble(path, name, message, hint):
    return GuideError([Problem(mark=Mark(Path(path)), name=name, message=message, hint=hint)])


def now():
    return datetime.now(UTC).isoformat(timespec="seconds")


class Ledger:
    """The ledger of a folder of editions, open for writing."""

    def __init__(self, folder):
        self.path = Path(folder) / LEDGER
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self.table = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
            check_ours(self.table, self.path)
            self.table.execute("PRAGMA journal_mode = DELETE")
            self.table.execute("PRAGMA synchronous = EXTRA")  # what is written is on the disk, also after a power cut
            self.table.execute(f"PRAGMA application_id = {OURS}")
            self.table.executescript(TABLES)
        except sqlite3.DatabaseError as error:
            raise unreadable(self.path, error) from None

    def close(self):
        self.table.close()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    # --- messages

    def recover(self):
        """Call doubtful what an earlier run was sending; for whoever holds the lock."""
        self.table.execute("UPDATE messages SET state = ?, answer = ?, changed = ? WHERE state = ?",
                           (DOUBTFUL, "the run ended before the server's answer was written down", now(), SENDING))

    def plan(self, keys_and_ids):
        """Write down messages that are not there yet, all at once; they take the place of those planned with an older text."""
        older = [(key.edition, key.number, key.address, PLANNED, key.digest) for key, _ in keys_and_ids]
        rows = [(*key, PLANNED, message_id, now()) for key, message_id in keys_and_ids]
        self.table.execute("BEGIN IMMEDIATE")
        self.table.executemany("DELETE FROM messages WHERE edition = ? AND number = ? AND address = ? AND state = ? AND digest <> ?", older)
        self.table.executemany("INSERT OR IGNORE INTO messages (edition, number, digest, address, state, message_id, changed) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        self.table.execute("COMMIT")

    def set(self, key, state, answer="", tried=0):
        """Write down what became of a message; it is on the disk when this returns."""
        done = self.table.execute(
            "UPDATE messages SET state = ?, answer = ?, tries = tries + ?, changed = ? "
            "WHERE edition = ? AND number = ? AND digest = ? AND address = ?", (state, answer[:500], tried, now(), *key))
        if done.rowcount != 1:
            raise RuntimeError(f"{key} is not in the ledger")

    def bounce(self, address):
        """Set what was sent to an address to bounced, and send nothing more to it; how many messages."""
        self.table.execute("BEGIN IMMEDIATE")
        done = self.table.execute("UPDATE messages SET state = ?, changed = ? WHERE address = ? AND state IN (?, ?)",
                                  (BOUNCED, now(), address, SENT, DOUBTFUL))
        self.suppress(address, "bounced")
        self.table.execute("COMMIT")
        return done.rowcount

    # --- addresses that get nothing

    def suppress(self, address, reason):
        self.table.execute("INSERT OR IGNORE INTO suppressed VALUES (?, ?, ?)", (address, reason, now()))

    def allow(self, address):
        """Let an address get mail again; whether it was suppressed."""
        return self.table.execute("DELETE FROM suppressed WHERE address = ?", (address,)).rowcount == 1

    def is_suppressed(self, address):
        return self.table.execute("SELECT 1 FROM suppressed WHERE address = ?", (address,)).fetchone() is not None

    def read(self):
        """(Entries, reasons by suppressed address)."""
        return read_tables(self.table)


def check_ours(table, path):
    """Refuse a file that somebody else made."""
    mark = table.execute("PRAGMA application_id").fetchone()[0]
    filled = table.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if filled and mark != OURS:
        raise trouble(path, "ledger", "this is not a ledger of mail", "move it away, or choose another folder with --out")


def unreadable(path, error):
    hint = "make room on the disk, or bring the file back from a backup; do not delete it: it says who has had which edition"
    return trouble(path, "ledger", f"the ledger of mail cannot be used ({error})", hint)


def read_ledger(folder):
    """(Entries, reasons by suppressed address) of a folder of editions, as they are.

    It is opened as if to write: what a killed run left half-written in it is taken back.
    """
    path = Path(folder) / LEDGER
    if not path.exists():
        return (), {}
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, timeout=PATIENCE)) as table:
            check_ours(table, path)
            return read_tables(table)
    except sqlite3.DatabaseError as error:
        raise unreadable(path, error) from None


def read_tables(table):
    if not table.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        return (), {}
    rows = table.execute("SELECT edition, number, digest, address, state, tries, answer, message_id, changed FROM messages "
                         "ORDER BY edition, number, digest, address")
    entries = tuple(Entry(Key(*row[:4]), *row[4:]) for row in rows)
    return entries, dict(table.execute("SELECT address, reason FROM suppressed ORDER BY address"))


class OnlyRun:
    """Holds a lock for as long as messages are sent: the system gives it back however the run ends."""

    def __init__(self, folder):
        self.path = Path(folder) / LOCK

    def __enter__(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.table = sqlite3.connect(self.path, timeout=0, isolation_level=None)
        try:
            self.table.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            self.table.close()
            if "locked" not in str(error):
                raise unreadable(self.path, error) from None
            raise trouble(self.path, "already-sending", "another run is sending from this folder",
                          "wait until it has ended; make-guide mail status shows how far it is") from None
        return self

    def __exit__(self, *exception):
        self.table.close()
