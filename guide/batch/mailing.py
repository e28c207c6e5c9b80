"""Handouts sent by e-mail: each to the address in its row, with the delivery and the ledger of all mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from guide.batch.ledger import Entry, Ledger
from guide.batch.names import Names
from guide.batch.order import Order, Outcome, asked_again
from guide.batch.packing import FOLDER
from guide.batch.people import EMAIL, LANGUAGE, NAME, People, Person
from guide.batch.run import Source, named_tasks, read, run
from guide.build import Progress
from guide.content.choose.choice import own_mark
from guide.errors import GuideError, Mark, Problem
from guide.language.files import language_code
from guide.mail.address import Address, parse_address
from guide.mail.ledger import OF_ONE
from guide.mail.messages import Parcel, file_name, make_sender, plain_name
from guide.mail.post import Mailing, Pair, check_languages
from guide.mail.recipients import Recipient
from guide.mail.templates import load_templates
from guide.model import Edition, Guide
from guide.problems import people as kinds
from guide.project import stop_on_errors


class HandoutMailing(NamedTuple):
    """A mailing of handouts, and how making them ended."""

    mailing: Mailing
    outcome: Outcome


def prepare_handouts(order: Order, progress: Progress | None = None) -> HandoutMailing:
    """The mailing of the handouts in a folder, made first as they were asked for where something has changed.

    Whoever has no address, or no handout, gets nothing and is counted. Raises GuideError with every address that is none.
    """
    asked = asked_again(order)
    if asked is None:
        raise GuideError([kinds.NO_HANDOUTS.at(Mark(order.out), people=order.people, folder=order.out)])
    if asked.packing != FOLDER:
        raise GuideError([kinds.NOT_TO_MAIL.at(Mark(order.out))])
    source = read(asked)
    stop_on_errors(wrong_addresses(source.people), False)
    guide = source.project.printed
    sender = make_sender(guide)
    own = frozenset(filter(None, map(key_of_label, source.people.table.columns)))
    templates, wrong = load_templates(asked.content, guide, own)
    stop_on_errors(wrong, False)
    outcome = run(asked, progress, source)
    pairs, others = pairs_of(asked, source, guide)
    problems = check_languages([each for _, each in pairs], templates)
    mailing = Mailing(
        pairs=tuple(pairs), sender=sender, templates=templates, problems=tuple(problems), others=others
    )
    return HandoutMailing(mailing, outcome)


def wrong_addresses(people: People) -> Iterator[Problem]:
    """Yield a problem for each address that is none, or for a table without any."""
    table = people.table
    if EMAIL not in table.columns:
        yield kinds.NO_EMAIL_COLUMN.at(Mark(table.path))
        return
    for person in people:
        text = person.get(EMAIL)
        found = parse_address(text) if text else None
        if found and not isinstance(found, Address):
            yield found.at(table.mark(person.row, EMAIL), text=f'"{text}"')


def pairs_of(order: Order, source: Source, guide: Guide) -> tuple[list[Pair], int]:
    """(who gets which handout, how many rows get none); `guide` is printed."""
    pairs: list[Pair] = []
    others = 0
    with Ledger(order.out) as ledger:
        for task in named_tasks(order, source, Names(), Outcome()):
            entry, address = ledger.find(task.name), parse_address(task.person.get(EMAIL))
            if entry is None or not entry.is_made or not isinstance(address, Address):
                others += 1
                continue
            file = ledger.file(entry.files[0])
            edition = source.project.editions[entry.edition]
            parcel = parcel_of(entry, order.out, file.sha256 if file else "", edition, guide)
            pairs.append((parcel, recipient_of(task.person, address, source.people)))
    return pairs, others


def parcel_of(entry: Entry, folder: Path, digest: str, edition: Edition, guide: Guide) -> Parcel:
    """A handout as it is sent; whatever it is called in the folder, its name says nothing of the person."""
    mark = own_mark(guide.edition, edition)
    title = edition.title or guide.title
    return Parcel(
        name=f"{edition.name}{OF_ONE}{entry.name}",
        title=title,
        subtitle=edition.subtitle or guide.subtitle,
        number=mark.number,
        date=mark.date.isoformat(),
        pages=entry.pages,
        paper=edition.made_as.paper,
        file=file_name(title, mark.number, edition, guide) or f"{plain_name(edition.name)}.pdf",
        data=folder / entry.files[0],
        digest=digest,
        language=(edition.languages or (guide.language,))[0],
        website=guide.website,
        link="",
    )


def recipient_of(person: Person, address: Address, people: People) -> Recipient:
    """Who gets it, with the columns that a template may name."""
    own = {key_of_label(label): text for label, text in person.own}
    return Recipient(
        address=address,
        mark=people.table.mark(person.row, EMAIL),
        name=person.get(NAME),
        language=language_code(person.get(LANGUAGE)),
        own=tuple((key, text) for key, text in own.items() if key),
    )


def key_of_label(label: str) -> str:
    """A column as a template writes it: "case_worker" for Case worker; "" where it cannot be one."""
    key = re.sub(r"\W+", "_", label.strip().lower()).strip("_")
    return key if re.fullmatch(r"[a-z][a-z0-9_]*", key) else ""


__all__ = ["HandoutMailing", "prepare_handouts"]
