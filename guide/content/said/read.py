"""The door: a text becomes rules where it has one meaning, and says why where it has none."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from guide.content.said import words
from guide.content.said.atoms import NotUnderstood, atoms_of
from guide.content.said.clauses import BY_APPOINTMENT, Clause, clauses_of
from guide.content.said.settle import Taken, settle
from guide.content.said.tokens import Token, tokens_of
from guide.model import OpeningRule

LONGEST = 1_000  # letters
NAMES = {words.WORD, words.LUNCH, words.APPOINTMENT}
OF_A_LABEL = {*NAMES, words.FILLER, words.AND, words.COMMA, words.OPENED, words.TO}
SENTENCES = 1_000  # more than a text has


class Said(NamedTuple):
    """What a text about hours says; without rules it is not read, and `unread` is what is not understood."""

    rules: tuple[OpeningRule, ...] = ()
    taken: tuple[Taken, ...] = ()
    unread: str = ""


class Part(NamedTuple):
    """What stands behind a label, "Dental:", or before the first of them."""

    label: str
    tokens: tuple[Token, ...]


@lru_cache(maxsize=10_000)
def read_said(text: str) -> Said:
    """What a text about hours says."""
    try:
        return _read(text)
    except NotUnderstood as refused:
        return Said(unread=str(refused))


def _read(text: str) -> Said:
    if len(text) > LONGEST:
        raise NotUnderstood("a long text")
    parts = tuple(parts_of(tokens_of(text), text))
    clauses: list[Clause] = []
    for number, (label, tokens) in enumerate(parts):
        own = clauses_of(atoms_of(tokens, text))
        check_label(label, own, first=not number)
        clauses += [
            labelled(replace(each, sentence=each.sentence + number * SENTENCES), label) for each in own
        ]
    rules, taken = settle(clauses)
    return Said(rules, taken)


def parts_of(tokens: Sequence[Token], text: str) -> Iterator[Part]:
    """Yield the text from label to label; "Hours:" is none."""
    label, begin, place = "", 0, 0
    while place < len(tokens):
        colon = label_end(tokens, place)
        if colon is None:
            place = (
                next((n for n in range(place, len(tokens)) if tokens[n].kind == words.STOP), len(tokens)) + 1
            )
            continue
        named = any(token.kind in NAMES for token in tokens[place:colon])
        if place > begin:
            yield Part(label, tuple(tokens[begin:place]))
        if named or not place:
            label = (
                name_of(tokens[place:colon], text[tokens[place].place : tokens[colon].place]) if named else ""
            )
        begin = place = colon + 1
    if begin < len(tokens):
        yield Part(label, tuple(tokens[begin:]))


def name_of(tokens: Sequence[Token], text: str) -> str:
    """The words of a label; "by appointment" in whatever words it is said, where it is that alone."""
    return text.strip(" ,") if any(token.kind != words.APPOINTMENT for token in tokens) else BY_APPOINTMENT


def label_end(tokens: Sequence[Token], place: int) -> int | None:
    """Where the colon of a label is that begins at a place, None if none does."""
    end = place
    while end < len(tokens) and tokens[end].kind in OF_A_LABEL and tokens[end].kind != words.STOP:
        end += 1
    return end if end > place and end < len(tokens) and tokens[end].kind == words.COLON else None


def check_label(label: str, clauses: Sequence[Clause], first: bool) -> None:
    """Refuse a label in the middle of a text, of which it is not plain how much behind it it is for, and days it closes."""
    several = len({clause.sentence for clause in clauses if clause.is_open}) > 1
    closes = any(clause.closed and any(group.days for group in clause.groups) for clause in clauses)
    asks = any(clause.appointment and not (clause.groups or clause.otherwise) for clause in clauses)
    if label and (not first and (several or closes) or asks and len(clauses) > 1):
        raise NotUnderstood(f"{label}: for how much of what follows?")


def labelled(clause: Clause, label: str) -> Clause:
    """A clause with its label as a note; that it is closed needs none."""
    if not label or clause.closed or clause.otherwise or clause.until:
        return clause
    if clause.appointment:
        return replace(clause, note=f"{label}: {BY_APPOINTMENT}")
    return replace(clause, note=", ".join(filter(None, (label, clause.note))))
