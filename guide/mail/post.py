"""A mailing from its files to its end: what is to be sent to whom, what was sent before, and how it went."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from itertools import chain
from pathlib import Path

from guide.content.edition import find_editions
from guide.content.spreadsheet import write_csv
from guide.errors import Mark, Problem
from guide.frozen import frozen
from guide.mail.address import Address
from guide.mail.choose import wanted_editions
from guide.mail.delivery import Letter, Line, Outcome, Pace, Progress, deliver
from guide.mail.ledger import (
    BOUNCED,
    DOUBTFUL,
    OF_ONE,
    PLANNED,
    REFUSED,
    SENDING,
    SENT,
    STATES,
    Key,
    Ledger,
    LedgerEntry,
    OnlyRun,
    edition_in,
)
from guide.mail.making import Maker, in_their_forms
from guide.mail.messages import (
    Parcel,
    Sender,
    make_message,
    make_sender,
    message_id,
    needs_utf8,
)
from guide.mail.recipients import Recipient, load_recipients
from guide.mail.server import Server
from guide.mail.templates import Templates, load_templates
from guide.problems.mail import NO_TEMPLATE
from guide.produce import Request
from guide.project import Memory, open_project, stop_on_errors

COLUMNS = ("Edition", "Number", "File", "Address", "State", "Tries", "Answer", "Changed", "Message-ID")
AGAIN, SKIP = "again", "skip"
EARLIER, SUPPRESSED = "earlier", "suppressed"  # beside the states of the ledger
HANDOUTS = "handouts"

Pair = tuple[Parcel, Recipient]  # a message that is to be
Rest = dict[str, list[Pair]]  # what is not sent, by why


@frozen
class Mailing:
    """Who gets what, and from whom."""

    pairs: tuple[Pair, ...]
    sender: Sender
    templates: Templates
    parcels: tuple[Parcel, ...] = ()  # where nobody is named who gets them, for a test
    problems: tuple[Problem, ...] = ()  # warnings
    others: int = 0  # people whose lines name other editions than those that are sent

    def message(
        self, parcel: Parcel, recipient: Recipient, *, draft: bool = False, test: bool = False
    ) -> EmailMessage:
        return make_message(parcel, recipient, self.sender, self.templates, draft=draft, test=test)

    def letter(self, parcel: Parcel, recipient: Recipient, *, test: bool = False) -> Letter:
        """The message with its envelope."""
        return Letter(
            key=parcel.key(recipient.address),
            sender=str(self.sender.address),
            recipient=str(recipient.address),
            needs_utf8=needs_utf8(recipient, self.sender),
            write=lambda: self.message(parcel, recipient, test=test).as_bytes(),
        )


@frozen
class Choices:
    """What to do about messages that are not simply to be sent."""

    doubtful: str = ""  # "again" or "skip"
    refused: str = SKIP
    corrected: bool = False  # send another text of an edition to those who had one with the same number


# --- before anything is sent ------------------------------------------------------------------------


def prepare(
    content: str | Path,
    out: str | Path,
    names: Sequence[str],
    people: str | Path | None,
    today: date | None = None,
    progress: Progress | None = None,
    scheduler: str = "",
    memory: Memory | None = None,
) -> Mailing:
    """The Mailing of editions to the people in a file, with every edition made that is needed, in each form that is asked
    for. Raises GuideError.

    People whose line names editions get those of them that are sent; the others get what `names` says, or the default.
    `memory`: of a process that goes on, in which they are made one after the other.
    """
    content, out = Path(content), Path(out)
    project = open_project(content, today)
    stop_on_errors((*project.problems, *project.edition_problems), strict=False)
    guide, editions = project.printed, project.editions
    usual = tuple(edition.name for edition in find_editions(editions, names, content))
    sender = make_sender(guide)
    recipients, own, found = load_recipients(Path(people), editions) if people else ((), frozenset(), ())
    templates, more = load_templates(content, guide, own)
    stop_on_errors(more, strict=False)
    wanted, unread = wanted_editions(recipients, editions, names, usual, guide.language, content)
    needed = tuple(dict.fromkeys(name for name, _ in wanted)) or usual
    request = Request(names=needed, today=today, scheduler=scheduler, memory=memory)
    sending = in_their_forms(wanted, editions)
    parcels = Maker(project, out, request, progress).parcels(sending)
    if not people:
        return Mailing(pairs=(), parcels=tuple(parcels.values()), sender=sender, templates=templates)
    pairs = {parcels[wish].key(each.address): (parcels[wish], each) for wish, each in reversed(sending)}
    return Mailing(
        pairs=tuple(reversed(pairs.values())),
        sender=sender,
        templates=templates,
        problems=(*found, *check_languages(recipients, templates), *unread),
        others=len(recipients) - len({each for _, each in wanted}),
    )


def check_languages(recipients: Iterable[Recipient], templates: Templates) -> Iterator[Problem]:
    """Yield a warning for the first who wants a language that there is no template in."""
    seen: set[str] = set()
    for each in recipients:
        language = each.language.lower()
        if (
            language
            and language not in seen
            and not {language, language.split("-")[0]} & set(templates.by_language)
        ):
            seen.add(language)
            yield NO_TEMPLATE.at(each.mark, wanted=each.language, language=templates.language, code=language)


def test_mailing(mailing: Mailing, address: Address) -> Mailing:
    """The mailing as messages to oneself: one for each edition and form, as its first recipient would get it."""
    oneself = Recipient(address=address, mark=Mark(Path("--test")))
    first: dict[tuple[str, str], Pair] = {
        (parcel.edition, parcel.form): (parcel, oneself) for parcel in mailing.parcels
    }
    for parcel, recipient in mailing.pairs:
        first.setdefault((parcel.edition, parcel.form), (parcel, replace(recipient, address=address)))
    return replace(mailing, pairs=tuple(first.values()))


def sort_out(
    mailing: Mailing, entries: Iterable[LedgerEntry], suppressed: Collection[str], choices: Choices
) -> tuple[list[Pair], Rest]:
    """([pairs to send], {why not: [pairs]}) by what the ledger says."""
    states = {entry.key: entry.state for entry in entries}
    had = {
        (entry.key.edition, entry.key.number, entry.key.address)
        for entry in entries
        if entry.state not in (PLANNED, REFUSED)
    }
    to_send: list[Pair] = []
    rest: Rest = {}
    for parcel, recipient in mailing.pairs:
        key = parcel.key(recipient.address)
        why = reason_against(key, states, had, suppressed, choices)
        if why:
            rest.setdefault(why, []).append((parcel, recipient))
        else:
            to_send.append((parcel, recipient))
    return to_send, rest


def reason_against(
    key: Key,
    states: Mapping[Key, str],
    had: Collection[tuple[str, int, str]],
    suppressed: Collection[str],
    choices: Choices,
) -> str:
    """Why a message is not sent; "" if it is."""
    state = states.get(key)
    if key.address in suppressed:
        return SUPPRESSED
    if state == BOUNCED:
        return BOUNCED
    if (
        state not in (None, *STATES) or state == SENT
    ):  # a later version may know more of it; it was not planned any more
        return SENT
    if state in (DOUBTFUL, SENDING):
        return "" if choices.doubtful == AGAIN else DOUBTFUL
    if state == REFUSED:
        return "" if choices.refused == AGAIN else REFUSED
    if (key.edition, key.number, key.address) in had and not choices.corrected:
        return EARLIER
    return ""


# --- sending ----------------------------------------------------------------------------------------


def send(
    mailing: Mailing, out: str | Path, line: Line, choices: Choices, progress: Progress | None = None
) -> tuple[Outcome, Rest]:
    """(Outcome, {why not: [pairs]}) of sending what the ledger in `out` does not have as done."""
    with OnlyRun(out) as lock, Ledger(out) as ledger:
        ledger.recover()
        lock.remember(ledger)
        try:
            to_send, rest = sort_out(mailing, *ledger.read(), choices)
            keys = [
                (parcel.key(each.address), message_id(parcel, each.address, mailing.sender))
                for parcel, each in to_send
            ]
            ledger.plan(keys)
            open_again(ledger, {key for key, _ in keys})
            letters = [mailing.letter(*pair) for pair in to_send]
            return deliver(letters, ledger, line, progress), rest
        finally:
            ledger.recover()  # Ctrl-C while the server was about to answer
            lock.remember(ledger)


def open_again(ledger: Ledger, keys: Collection[Key]) -> None:
    """Set what was refused or doubtful and is to be sent again back to planned."""
    for entry in ledger.read()[0]:
        if entry.key in keys and entry.state in (REFUSED, DOUBTFUL):
            ledger.set(entry.key, PLANNED, f"was {entry.state}: {entry.answer}")


def send_tests(mailing: Mailing, server: Server, pace: Pace) -> None:
    """Send a mailing to oneself, without the ledger; raises what went wrong."""
    line = Line(server, pace)
    try:
        for pair in mailing.pairs:
            line.hand_in(mailing.letter(*pair, test=True), lambda: None)
    finally:
        line.close()


# --- what became of it ------------------------------------------------------------------------------


def count_states(entries: Iterable[LedgerEntry]) -> dict[tuple[str, int, str], Counter[str]]:
    """{(edition, number, digest): Counter of states}, in the order of the ledger; handouts of one edition, each with a digest
    of its own, are counted together, as HANDOUTS."""
    counts: dict[tuple[str, int, str], Counter[str]] = {}
    for entry in entries:
        edition, number, digest = entry.key[:3]
        if OF_ONE in edition:
            edition, digest = edition_in(edition), HANDOUTS
        counts.setdefault((edition, number, digest), Counter())[entry.state] += 1
    return counts


def report_csv(entries: Iterable[LedgerEntry], suppressed: Mapping[str, str]) -> bytes:
    """The ledger as CSV, a row for each message and each suppressed address."""
    messages = (
        (
            entry.key.edition,
            entry.key.number,
            entry.key.digest[:8],
            entry.key.address,
            entry.state,
            entry.tries,
            entry.answer,
            entry.changed,
            entry.message_id,
        )
        for entry in entries
    )
    others = (("", "", "", address, SUPPRESSED, "", reason, "", "") for address, reason in suppressed.items())
    return write_csv(COLUMNS, chain(messages, others))


__all__ = [
    "AGAIN",
    "SKIP",
    "Choices",
    "Mailing",
    "Outcome",
    "count_states",
    "prepare",
    "report_csv",
    "send",
    "send_tests",
    "sort_out",
    "test_mailing",
]
