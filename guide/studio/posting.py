"""A mailing of the studio: looked at first, tried on oneself, then sent in the background; it can be stopped at any message."""

from __future__ import annotations

import os
import smtplib
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from guide.errors import GuideError
from guide.mail.address import Address
from guide.mail.delivery import Busy, Dropped, Line, Pace, Permanent, Temporary, Unanswered
from guide.mail.ledger import DOUBTFUL, PLANNED, REFUSED, SENT, LedgerEntry, check_used, read_ledger
from guide.mail.post import Choices, Mailing, Pair, Rest, prepare, send, send_tests, sort_out, test_mailing
from guide.mail.server import NotWelcome, Server, Unreachable, server_from
from guide.project import Memory
from guide.studio.events import Json
from guide.studio.findings import said
from guide.studio.people import People, Row, file_of, rows_of
from guide.studio.shelf import NEEDED, Shelf

FAILED = (Busy, Dropped, Permanent, Temporary, Unanswered, NotWelcome, Unreachable)
SENDING, DONE = "sending", "done"
PATIENCE = 20.0  # seconds that the end of the studio waits for a message that is being sent
TOLD = (REFUSED, DOUBTFUL, PLANNED)  # whose addresses are named afterwards


class Stopped(Exception):
    """Somebody has stopped the mailing."""


class Wrong(Exception):
    """What has to be mended before anything can be sent."""

    def __init__(self, rows: list[Row]) -> None:
        super().__init__(rows)
        errors = [each for each in rows if each.is_error]
        self.rows = errors or rows  # what has to be mended, and not what is worth a look


class Look(NamedTuple):
    """A mailing as it would go out."""

    number: int  # rises with every look
    edition: str
    mailing: Mailing
    to_send: list[Pair]
    rest: Rest
    choices: Choices
    rows: list[Row]  # warnings


@dataclass(slots=True)
class Going:
    """A mailing that is sent, or was."""

    edition: str
    total: int
    done: int = 0
    is_over: bool = False
    counts: dict[str, int] = field(default_factory=dict)  # {state of the ledger: how many}
    failed: list[LedgerEntry] = field(default_factory=list)
    why: str = ""  # it ended early
    stopped: bool = False  # by somebody here


class StoppableLine(Line):
    """A line that is not used any more once somebody has stopped the mailing."""

    def __init__(self, server: Server, pace: Pace, stop: threading.Event) -> None:
        super().__init__(server, pace)
        self.stop = stop

    def ready(self) -> smtplib.SMTP:
        """A client that answers; Stopped where nothing is to be sent any more."""
        if self.stop.is_set():
            raise Stopped
        return super().ready()


class Posting:
    """The mailings of a studio, one at a time."""

    def __init__(
        self, shelf: Shelf, environment: Mapping[str, str] = os.environ, pace: Pace | None = None
    ) -> None:
        self.studio, self.shelf = shelf.studio, shelf
        self.environment, self.pace = environment, pace or Pace()
        self.lock = threading.Lock()
        self.number = 0
        self.seen: Look | None = None
        self.going: Going | None = None
        self.stopping = threading.Event()
        self.thread: threading.Thread | None = None

    # --- before anything is sent ----------------------------------------------------------------

    def prepared(self, edition: str, people: People) -> tuple[Mailing, list[Row]]:
        """(the mailing of an edition, warnings): it is made first where it has changed. Raises Wrong."""
        self._made(edition)
        with file_of(people) as path:
            try:
                mailing = prepare(
                    self.studio.content,
                    self.studio.out,
                    (edition,),
                    path,
                    self.studio.today,
                    memory=Memory(),  # in this process: a copy of one with threads is not safe
                )
            except GuideError as error:
                raise Wrong(rows_of(error.problems, people, path)) from None
            return mailing, rows_of(mailing.problems, people, path)

    def _made(self, edition: str) -> None:
        """Make an edition in a process of its own, where it is not as it would be; what stops it is told by `prepare`."""
        shelf = self.shelf
        book = next((each for each in shelf.books() if each.name == edition), None)
        if book is None:
            raise KeyError(edition)
        if book.state in NEEDED or book.retry:
            shelf.making.make([edition], shelf.digest())
            shelf.making.wait_for(edition)

    def look(self, edition: str, people: People, choices: Choices) -> Look:
        """The mailing as it would go out: nothing is sent. Raises Wrong, KeyError."""
        mailing, rows = self.prepared(edition, people)
        try:
            check_used(self.studio.out)
            to_send, rest = sort_out(mailing, *read_ledger(self.studio.out), choices)
        except GuideError as error:
            raise Wrong(rows_of(error.problems, people, None)) from None
        with self.lock:
            self.number += 1
            self.seen = Look(self.number, edition, mailing, to_send, rest, choices, rows)
            return self.seen

    def shown(self, number: int) -> Look:
        """What was looked at; KeyError where it was looked at anew since."""
        seen = self.seen
        if seen is None or seen.number != number:
            raise KeyError(number)
        return seen

    def server(self) -> Server:
        """The server, with its password from where the mail command has it. Raises Wrong."""
        try:
            return server_from(self.environment)
        except GuideError as error:
            raise Wrong(rows_of(error.problems, People(), None)) from None

    def test(self, edition: str, people: People, address: Address) -> int:
        """Send messages to oneself, which nothing is noted of; how many. Raises Wrong, KeyError."""
        server = self.server()
        mailing, _ = self.prepared(edition, people)
        if address.key in read_ledger(self.studio.out)[1]:
            raise Wrong([Row(f"{address} gets no mail: it was taken off with make-guide suppress.", 0, True)])
        mailing = test_mailing(mailing, address)
        try:
            send_tests(mailing, server, self.pace)
        except FAILED as error:
            raise Wrong([Row(said_of(error), 0, True)]) from None
        return len(mailing.pairs)

    # --- sending --------------------------------------------------------------------------------

    def go(self, number: int) -> Going:
        """Send what was looked at. Raises Wrong, KeyError."""
        seen, server = self.shown(number), self.server()
        with self.lock:
            if self.is_going:
                raise Wrong([Row("Another mailing is being sent: wait until it has ended.", 0, True)])
            self.stopping.clear()
            self.going = Going(seen.edition, len(seen.to_send))
            self.seen = None
            self.thread = threading.Thread(target=self._send, args=(seen, server, self.going), daemon=True)
            self.thread.start()
            return self.going

    @property
    def is_going(self) -> bool:
        """Whether something is being sent."""
        return self.going is not None and not self.going.is_over

    def stop(self) -> None:
        """Send no more after the message that is being sent."""
        self.stopping.set()

    def end(self) -> None:
        """Send no more, since the studio ends; a message that is being sent is sent."""
        if self.is_going:
            self.stop()
            self.wait(PATIENCE)

    def wait(self, seconds: float = 60.0) -> None:
        """Wait until all is sent."""
        if self.thread:
            self.thread.join(seconds)

    def _send(self, seen: Look, server: Server, going: Going) -> None:
        """Send, and tell how far it is and how it ended."""
        line = StoppableLine(server, self.pace, self.stopping)

        def progress(stage: str, done: int, total: int) -> None:
            going.done = done
            self.tell(SENDING)
            if self.stopping.is_set() and done < total:
                raise Stopped

        self.tell(SENDING)
        try:
            outcome, _ = send(seen.mailing, self.studio.out, line, seen.choices, progress)
            going.why = outcome.stopped
        except Stopped:
            going.stopped = True
        except GuideError as error:
            going.why = said(error.problems[0], "")
        except OSError as error:
            going.why = error.strerror or str(error)
        self._count(seen, going)
        going.is_over = True
        self.tell(DONE)

    def _count(self, seen: Look, going: Going) -> None:
        """What the ledger says of the messages that were to be sent."""
        keys = {parcel.key(each.address) for parcel, each in seen.to_send}
        try:
            entries = [each for each in read_ledger(self.studio.out)[0] if each.key in keys]
        except GuideError:
            return
        for each in entries:
            going.counts[each.state] = going.counts.get(each.state, 0) + 1
        going.failed = [each for each in entries if each.state in TOLD and each.answer]

    def tell(self, state: str) -> None:
        """Tell every tab."""
        going = self.going
        assert going
        said: dict[str, Json] = {
            "state": state,
            "edition": going.edition,
            "done": going.done,
            "total": going.total,
        }
        self.studio.events.tell("mail", said | {"sent": going.counts.get(SENT, 0)})


def said_of(error: Exception) -> str:
    """Why a message did not go out, as a sentence."""
    text = str(error)
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
