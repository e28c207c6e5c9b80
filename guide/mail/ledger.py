"""What became of every message: a table on the disk that is never behind what the server was told.

A message is `planned`; it is `sending` from just before its end is told to the server until the answer has been
written down, and then `sent`, `refused`, or `planned` again. Whoever is found `sending` when no run is alive is
`doubtful`: the server may have taken the message, and the answer was lost. `bounced` is set by hand. A state that this
program does not know counts as sent.

The lock beside the ledger remembers which ledger mail was sent with, and how much. Whoever finds another one there, or an
empty one, would send everything again, and is stopped.
"""

import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, Self

from guide.errors import GuideError, Mark
from guide.frozen import frozen
from guide.ledgers import LedgerKind, check_ours, connect_in_mode, has_table, mark_ours
from guide.output import Kept, write_atomically
from guide.problems import mail as kinds
from guide.problems.kind import MessageValue, ProblemKind

LEDGER = "mail.sqlite"
LOCK = "mail.lock"
PLANNED, SENDING, SENT, REFUSED, DOUBTFUL, BOUNCED = STATES = (
    "planned",
    "sending",
    "sent",
    "refused",
    "doubtful",
    "bounced",
)
OURS = LedgerKind(0x6D61696C, 1, kinds.NO_LEDGER, kinds.NEWER_LEDGER)
PATIENCE = 30  # seconds to wait for another command's short change
TABLES = """
CREATE TABLE IF NOT EXISTS messages (
    edition TEXT NOT NULL, number INTEGER NOT NULL, digest TEXT NOT NULL, address TEXT NOT NULL,
    state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '',
    message_id TEXT NOT NULL, changed TEXT NOT NULL,
    PRIMARY KEY (edition, number, digest, address)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS suppressed (address TEXT PRIMARY KEY, reason TEXT NOT NULL, since TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS itself (id TEXT PRIMARY KEY) WITHOUT ROWID;
"""
MEMORY = "CREATE TABLE IF NOT EXISTS used (id TEXT NOT NULL, messages INTEGER NOT NULL)"  # in the lock


class Key(NamedTuple):
    """What makes a message the same one: an edition as it was made, and a recipient."""

    edition: str
    number: int
    digest: str
    address: str


@frozen(kw_only=False)
class LedgerEntry:
    """A line of the ledger."""

    key: Key
    state: str
    tries: int
    answer: str
    message_id: str
    changed: str


OF_ONE = "/"  # between the name of an edition and that of a handout that is for one person


def edition_in(name: str) -> str:
    """The edition in the name of what is sent."""
    return name.partition(OF_ONE)[0]


Contents = tuple[tuple[LedgerEntry, ...], dict[str, str]]  # of a ledger, and why by suppressed address


def trouble(path: Path | str, kind: ProblemKind, **values: MessageValue) -> GuideError:
    return GuideError([kind.at(Mark(Path(path)), **values)])


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Ledger:
    """The ledger of a folder of editions, open for writing."""

    def __init__(self, folder: str | Path) -> None:
        self.path = Path(folder) / LEDGER
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self.table = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
            check_ours(self.table, self.path, OURS)
            self.table.execute("PRAGMA journal_mode = DELETE")
            self.table.execute(
                "PRAGMA synchronous = EXTRA"
            )  # what is written is on the disk, also after a power cut
            mark_ours(self.table, OURS)
            self.table.executescript(TABLES)
            self.table.execute(
                "INSERT INTO itself SELECT ? WHERE NOT EXISTS (SELECT 1 FROM itself)", (uuid.uuid4().hex,)
            )
        except sqlite3.DatabaseError as error:
            raise unreadable(self.path, error) from None

    def close(self) -> None:
        self.table.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # --- messages

    def recover(self) -> None:
        """Call doubtful what an earlier run was sending; for whoever holds the lock."""
        self.table.execute(
            "UPDATE messages SET state = ?, answer = ?, changed = ? WHERE state = ?",
            (DOUBTFUL, "the run ended before the server's answer was written down", now(), SENDING),
        )

    def plan(self, keys_and_ids: Sequence[tuple[Key, str]]) -> None:
        """Write down messages that are not there yet, all at once; they take the place of those planned with an older text."""
        older = [(key.edition, key.number, key.address, PLANNED, key.digest) for key, _ in keys_and_ids]
        rows = [(*key, PLANNED, message_id, now()) for key, message_id in keys_and_ids]
        self.table.execute("BEGIN IMMEDIATE")
        self.table.executemany(
            "DELETE FROM messages WHERE edition = ? AND number = ? AND address = ? AND state = ? AND digest <> ?",
            older,
        )
        self.table.executemany(
            "INSERT OR IGNORE INTO messages (edition, number, digest, address, state, message_id, changed) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        self.table.execute("COMMIT")

    def set(self, key: Key, state: str, answer: str = "", tried: int = 0) -> None:
        """Write down what became of a message; it is on the disk when this returns."""
        done = self.table.execute(
            "UPDATE messages SET state = ?, answer = ?, tries = tries + ?, changed = ? "
            "WHERE edition = ? AND number = ? AND digest = ? AND address = ?",
            (state, answer[:500], tried, now(), *key),
        )
        if done.rowcount != 1:
            raise RuntimeError(f"{key} is not in the ledger")

    def bounce(self, address: str) -> int:
        """Set what was sent to an address to bounced, and send nothing more to it; how many messages."""
        self.table.execute("BEGIN IMMEDIATE")
        done = self.table.execute(
            "UPDATE messages SET state = ?, changed = ? WHERE address = ? AND state IN (?, ?)",
            (BOUNCED, now(), address, SENT, DOUBTFUL),
        )
        self.suppress(address, "bounced")
        self.table.execute("COMMIT")
        return done.rowcount

    # --- addresses that get nothing

    def suppress(self, address: str, reason: str) -> None:
        self.table.execute("INSERT OR IGNORE INTO suppressed VALUES (?, ?, ?)", (address, reason, now()))

    def allow(self, address: str) -> bool:
        """Let an address get mail again; whether it was suppressed."""
        return self.table.execute("DELETE FROM suppressed WHERE address = ?", (address,)).rowcount == 1

    def is_suppressed(self, address: str) -> bool:
        return (
            self.table.execute("SELECT 1 FROM suppressed WHERE address = ?", (address,)).fetchone()
            is not None
        )

    def read(self) -> Contents:
        """(Entries, reasons by suppressed address)."""
        return read_tables(self.table)

    def identity(self) -> tuple[str, int]:
        """(its id, how many messages it has that were more than planned)."""
        return identity_of(self.table)


def unreadable(path: Path, error: sqlite3.Error) -> GuideError:
    return trouble(path, kinds.LEDGER, error=str(error))


def read_ledger(folder: str | Path) -> Contents:
    """(Entries, reasons by suppressed address) of a folder of editions, as they are.

    It is opened as if to write: what a killed run left half-written in it is taken back.
    """
    path = Path(folder) / LEDGER
    if not path.exists():
        return (), {}
    with opened(path) as table:
        return read_tables(table)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The tables of a ledger that is there."""
    try:
        with closing(connect_in_mode(path, "rw", PATIENCE)) as table:
            check_ours(table, path, OURS)
            yield table
    except sqlite3.DatabaseError as error:
        raise unreadable(path, error) from None


def identity_of(table: sqlite3.Connection) -> tuple[str, int]:
    """(id of a ledger, how many messages it has that were more than planned); ("", n) where it has none yet."""
    id = table.execute("SELECT id FROM itself").fetchone() if has_table(table, "itself") else None
    done = (
        table.execute("SELECT count(*) FROM messages WHERE state <> ?", (PLANNED,)).fetchone()[0]
        if has_table(table, "messages")
        else 0
    )
    return id[0] if id else "", done


def read_tables(table: sqlite3.Connection) -> Contents:
    if not has_table(table, "messages"):
        return (), {}
    rows = table.execute(
        "SELECT edition, number, digest, address, state, tries, answer, message_id, changed FROM messages "
        "ORDER BY edition, number, digest, address"
    )
    entries = tuple(LedgerEntry(Key(*row[:4]), *row[4:]) for row in rows)
    return entries, dict(table.execute("SELECT address, reason FROM suppressed ORDER BY address"))


# --- what the lock remembers ------------------------------------------------------------------------


def check_used(folder: str | Path) -> None:
    """Raise GuideError where mail was sent with another ledger than is there, or with one that had more in it.

    While another run holds the lock nothing is known, and nothing is said.
    """
    lock = Path(folder) / LOCK
    if not lock.exists():
        return
    remembered = None
    with (
        suppress(sqlite3.DatabaseError),
        closing(connect_in_mode(lock, "rw", 0)) as table,
    ):
        remembered = memory_of(table)
    if remembered is not None:
        compare(Path(folder), *remembered)


def memory_of(table: sqlite3.Connection) -> tuple[str, int]:
    """(id of the ledger, number of messages) that a lock remembers; ("", 1) of one made by a version that noted neither."""
    if not has_table(table, "used"):
        return "", 1
    found: tuple[str, int] | None = table.execute("SELECT id, messages FROM used").fetchone()
    return found or ("", 0)


def compare(folder: Path, id: str, messages: int) -> None:
    """Raise GuideError where the ledger in a folder is not the one with which so many messages were sent."""
    path = folder / LEDGER
    own, done = "", 0
    if path.exists():
        with opened(path) as table:
            own, done = identity_of(table)
    if done < messages or id and own != id:
        kind = kinds.OTHER_LEDGER if done else kinds.LEDGER_EMPTY
        raise trouble(path, kind if path.exists() else kinds.LEDGER_LOST, lock=folder / LOCK)


def make_lock(path: Path) -> None:
    """Put a lock that remembers nothing where there is none, whole in one step: an empty one is of a version that noted nothing."""
    if path.exists():
        return
    with closing(sqlite3.connect(":memory:")) as table, suppress(Kept):  # another run was first
        table.execute(MEMORY)
        table.commit()
        write_atomically(path, table.serialize())


class OnlyRun:
    """Holds a lock for as long as messages are sent: the system gives it back however the run ends.

    Raises GuideError where the ledger is not the one that mail was sent with before.
    """

    table: sqlite3.Connection  # that is locked, within the run

    def __init__(self, folder: str | Path) -> None:
        self.path = Path(folder) / LOCK

    def __enter__(self) -> Self:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        make_lock(self.path)
        self.table = sqlite3.connect(self.path, timeout=0, isolation_level=None)
        try:
            self.table.execute("PRAGMA locking_mode = EXCLUSIVE")  # held behind the end of a transaction
            self.table.execute("BEGIN EXCLUSIVE")
            compare(self.path.parent, *memory_of(self.table))
            self.table.execute(MEMORY)
            self.table.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            self.table.close()
            if "locked" not in str(error):
                raise unreadable(self.path, error) from None
            raise trouble(self.path, kinds.ALREADY_SENDING) from None
        except GuideError:
            self.table.close()
            raise
        return self

    def remember(self, ledger: Ledger) -> None:
        """Note which ledger is used, and how much is in it."""
        self.table.execute("BEGIN")
        self.table.execute("DELETE FROM used")
        self.table.execute("INSERT INTO used VALUES (?, ?)", ledger.identity())
        self.table.execute("COMMIT")

    def __exit__(self, *exception: object) -> None:
        self.table.close()
