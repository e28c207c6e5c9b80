"""Messages handed to a server one after the other: what is certain is written down, what is not is called doubtful."""

import heapq
import smtplib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from guide.expressions import expression
from guide.frozen import frozen
from guide.mail.ledger import DOUBTFUL, PLANNED, REFUSED, SENDING, SENT, Key, Ledger
from guide.mail.server import NotWelcome, Server, Unreachable, as_text, connect

DOT = expression(rb"(?m)^\.")
LONGEST_PAUSE = 3600
IDLE = (
    20  # seconds after which a connection is looked at before it is used, or given up before a longer pause
)
MOST_DROPS = 10  # in a row
MOST_REFUSALS = 20  # in a row: so many addresses are seldom wrong, and a limit for a day is spent

Progress = Callable[[str, int, int], None]  # told of a stage, how much of it is done, and of how much
Answer = tuple[int, bytes]  # of a server: code and words


@frozen
class Pace:
    """How patient to be, in seconds where nothing else is said."""

    attempts: int = 4
    pause: float = 30  # before the second attempt; twice as long before each one after it
    rate: float = 0  # messages a minute at the most; 0: as fast as the server takes them
    per_connection: int = 100
    timeout: float = 60
    final_timeout: float = 600  # for the answer that counts, as RFC 5321 has it

    def pause_after(self, attempt: int) -> float:
        return min(self.pause * 2.0 ** (attempt - 1), LONGEST_PAUSE)


@frozen
class Letter:
    """A message with its envelope."""

    key: Key
    sender: str
    recipient: str
    needs_utf8: bool
    write: Callable[[], bytes]  # a thousand messages with their files do not fit into memory


@dataclass(slots=True)
class Outcome:
    """How a run ended."""

    sent: int = 0
    refused: int = 0
    doubtful: int = 0
    left: int = 0  # planned still
    suppressed: int = 0
    stopped: str = ""  # why it ended early


class Temporary(Exception):
    """This message not now (4xx)."""


class Permanent(Exception):
    """This message never (5xx)."""


class Busy(Exception):
    """Nothing from us now (4xx before a recipient was named)."""


class Dropped(Exception):
    """The connection is gone, and the message cannot have been taken."""


class Unanswered(Exception):
    """The message was told to its end, and then there was no answer."""


# --- one message ------------------------------------------------------------------------------------


class Line:
    """The line to the server: one connection for many messages, opened again when it is lost."""

    def __init__(self, server: Server, pace: Pace) -> None:
        self.server, self.pace = server, pace
        self.client: smtplib.SMTP | None = None
        self.used, self.last = 0, 0.0

    def close(self) -> None:
        """Say good-bye, if anybody is there."""
        client, self.client = self.client, None
        if client is not None:
            try:
                wait_at_most(client, 5)
                client.quit()
            except (OSError, smtplib.SMTPException):
                client.close()

    def lose(self) -> None:
        """Forget a connection that is of no more use."""
        client, self.client = self.client, None
        if client is not None:
            client.close()

    def ready(self) -> smtplib.SMTP:
        """A client that answers."""
        if self.client is not None and self.used >= self.pace.per_connection:
            self.close()
        if self.client is not None and time.monotonic() - self.last > IDLE and not is_alive(self.client):
            self.lose()
        if self.client is None:
            self.client, self.used = connect(self.server, self.pace.timeout), 0
        self.used += 1
        self.last = time.monotonic()
        return self.client

    def hand_in(self, letter: Letter, before_end: Callable[[], None]) -> str:
        """The server's answer, code and words, to a message that it took. `before_end` is called before its last bytes."""
        client = self.ready()
        try:
            data = self.envelope(client, letter)
            answer = client.docmd("DATA")
            if answer[0] != 354:
                raise judged(answer, "DATA")
            client.send(DOT.sub(b"..", data))
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            self.lose()
            raise Dropped(as_text(str(error)) or "the connection was lost") from None
        except Dropped:
            self.lose()
            raise
        except (Temporary, Permanent):
            self.reset()
            raise
        before_end()
        try:
            wait_at_most(client, self.pace.final_timeout)
            client.send(b".\r\n")
            code, words = client.getreply()
            wait_at_most(client, self.pace.timeout)
        except (smtplib.SMTPException, OSError) as error:
            self.lose()
            raise Unanswered(as_text(str(error)) or "no answer") from None
        self.last = time.monotonic()
        text = f"{code} {as_text(words)}"
        if 200 <= code < 300:
            return text
        if not 400 <= code < 600:
            self.lose()
            raise Unanswered(f"an answer that is none: {text}")
        if code == 421:
            self.lose()
        raise (Temporary if code < 500 else Permanent)(text)

    def envelope(self, client: smtplib.SMTP, letter: Letter) -> bytes:
        """Name sender and recipient; the bytes of the message."""
        if letter.needs_utf8 and not client.has_extn("smtputf8"):
            raise Permanent("this server takes no international addresses (SMTPUTF8)")
        data = letter.write()
        most = client.esmtp_features.get("size", "")
        if most.isdecimal() and 0 < int(most) < len(data):
            raise NotWelcome(
                f"the server takes messages of {int(most):,} bytes, and this one has {len(data):,}; lower the limit under mail: in guide.yaml"
            )
        options = [f"size={len(data)}"] if "size" in client.esmtp_features else []
        if letter.needs_utf8:
            options += ["SMTPUTF8", "BODY=8BITMIME"]
        answer = client.mail(letter.sender, options)
        if 400 <= answer[0] < 500:
            self.lose()
            raise Busy(said(answer))
        if answer[0] != 250:
            raise NotWelcome(f"the server takes no mail from {letter.sender}: {said(answer)}")
        answer = client.rcpt(letter.recipient)
        if answer[0] not in (250, 251):
            raise judged(answer, "RCPT")
        return data

    def reset(self) -> None:
        """Make the connection ready for another message, or give it up."""
        try:
            if self.client is not None and self.client.rset()[0] != 250:
                self.lose()
        except (OSError, smtplib.SMTPException):
            self.lose()


def is_alive(client: smtplib.SMTP) -> bool:
    """Whether the server still answers."""
    try:
        return client.noop()[0] == 250
    except (OSError, smtplib.SMTPException):
        return False


def wait_at_most(client: smtplib.SMTP, seconds: float) -> None:
    """Have a client give up an answer after so many seconds; one without a connection has nothing to wait for."""
    if client.sock is not None:
        client.sock.settimeout(seconds)


def said(answer: Answer) -> str:
    return f"{answer[0]} {as_text(answer[1])}"


def judged(answer: Answer, step: str) -> Dropped | Temporary | Permanent:
    """The exception for an answer that is not the one hoped for."""
    code = answer[0]
    if code == 421 or code < 400:
        return Dropped(f"{step}: {said(answer)}")
    return (Temporary if code < 500 else Permanent)(said(answer))


# --- many messages ----------------------------------------------------------------------------------


Try = tuple[
    float, int, int, Letter
]  # (when it may begin, number in the mailing, which attempt it is, the letter)


def deliver(
    letters: Iterable[Letter], ledger: Ledger, line: Line, progress: Progress | None = None
) -> Outcome:
    """Hand in letters that the ledger has as planned; the Outcome. Every step is in the ledger before the next one."""
    run = Run(ledger, line)
    queue: list[Try] = [(0.0, number, 1, letter) for number, letter in enumerate(letters)]
    total = len(queue)
    try:
        while queue and not run.outcome.stopped:
            again = run.attempt(*heapq.heappop(queue))
            if again:
                heapq.heappush(queue, again)
            if progress:
                progress("Sending", total - len(queue), total)
    except BaseException:
        line.lose()  # no word more: half a message must not be ended by accident
        raise
    line.close()
    run.outcome.left += len(queue)
    return run.outcome


class Run:
    """What is counted while letters are handed in."""

    def __init__(self, ledger: Ledger, line: Line) -> None:
        self.ledger, self.line, self.pace = ledger, line, line.pace
        self.outcome = Outcome()
        self.setbacks = (
            0  # connections in a row that did not come about, or only for the server to say: not now
        )
        self.drops = 0  # in a row
        self.refusals = 0  # in a row
        self.next = 0.0  # when the next message may go

    def attempt(self, due: float, number: int, attempt: int, letter: Letter) -> Try | None:
        """Try a letter; what to put back into the queue, or None."""
        key, outcome = letter.key, self.outcome
        self.wait(max(due, self.next))
        if self.ledger.is_suppressed(key.address):
            outcome.suppressed += 1
            return None
        if self.pace.rate:
            self.next = time.monotonic() + 60 / self.pace.rate
        try:
            answer = self.line.hand_in(letter, lambda: self.ledger.set(key, SENDING))
            self.ledger.set(key, SENT, answer, 1)
            outcome.sent += 1
            self.setbacks = self.drops = self.refusals = 0
        except Permanent as error:
            self.ledger.set(key, REFUSED, str(error), 1)
            outcome.refused += 1
            self.refusals += 1
            self.setbacks = self.drops = 0
            if self.refusals >= MOST_REFUSALS:
                outcome.stopped = f"the server refused {self.refusals} messages in a row, perhaps because of a limit for a day; the last time with: {error}"
        except Unanswered as error:
            self.ledger.set(key, DOUBTFUL, str(error), 1)
            outcome.doubtful += 1
            self.drops += 1
        except Temporary as error:
            self.setbacks = self.drops = 0
            return self.later(letter, number, attempt, str(error))
        except Dropped as error:
            self.drops += 1
            return self.later(letter, number, attempt, str(error))
        except (Busy, Unreachable) as error:
            return self.pause_all(letter, number, attempt, str(error))
        except NotWelcome as error:
            outcome.stopped = str(error)
            return time.monotonic(), number, attempt, letter
        finally:
            if self.drops >= MOST_DROPS:
                outcome.stopped = f"the connection was lost {self.drops} times in a row"
        return None

    def later(self, letter: Letter, number: int, attempt: int, answer: str) -> Try | None:
        """Put a letter back for a later attempt, or leave it for the next run."""
        self.ledger.set(letter.key, PLANNED, answer, 1)
        if attempt >= self.pace.attempts:
            self.outcome.left += 1
            return None
        return time.monotonic() + self.pace.pause_after(attempt), number, attempt + 1, letter

    def pause_all(self, letter: Letter, number: int, attempt: int, answer: str) -> Try:
        """Wait with everything; stop when that has not helped a few times."""
        self.setbacks += 1
        if self.setbacks >= self.pace.attempts:
            self.outcome.stopped = answer
        else:
            self.next = time.monotonic() + self.pace.pause_after(self.setbacks)
        return 0.0, number, attempt, letter

    def wait(self, until: float) -> None:
        """Sleep until a time; without a connection if that is long."""
        seconds = until - time.monotonic()
        if seconds > IDLE:
            self.line.close()
        if seconds > 0:
            time.sleep(seconds)
