"""Steps of the history in words, without secret streets: when, what, before and after."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from guide.content.edit import Plain
from guide.content.edit_keys import read_plain
from guide.language.hours_words import capitalise
from guide.language.words import words_in
from guide.studio.bring_back import AFTER, BEFORE, side_of, ways_of
from guide.studio.fields import named_by_key
from guide.studio.hiding import now_of, owner_in
from guide.studio.history import DELETE, FILES, HIDDEN, IMPORT, KEYS, NEW, WORDS, Step
from guide.studio.owners import EDITION_KIND, GUIDE_KIND, LISTING, STYLE_KIND, Owner
from guide.studio.pair_words import key_name, step_name
from guide.studio.streets import secret_streets, without_tokens
from guide.studio.studio import Studio
from guide.studio.wording import StudioWords

NAMED = {GUIDE_KIND: "list.cover", STYLE_KIND: "list.paper"}  # of which there is one


class Version(NamedTuple):
    """One side of a step."""

    side: str
    text: str
    can_come: bool  # it says something else than what is there now
    is_now: bool


class Said(NamedTuple):
    """A step in words."""

    number: int
    when: str
    name: str
    owner: str
    is_there: bool  # its owner is, so that it can be opened
    what: str
    undone: bool
    versions: tuple[Version, ...]


def said_of(step: Step, studio: Studio, words: StudioWords) -> Said:
    """A step in words."""
    owner = owner_in(step)
    return Said(
        number=step.number,
        when=when_said(step.when, words),
        name=words(NAMED[owner.kind]) if owner.kind in NAMED else step_name(step, words) or owner.id,
        owner=step.owner,
        is_there=is_there(owner, studio),
        what=what_of(step, words),
        undone=step.undone,
        versions=tuple(versions_of(step, studio, words)),
    )


def is_there(owner: Owner, studio: Studio) -> bool:
    """Whether an owner that can go is still there."""
    owners = studio.seen.owners
    known = {LISTING: owners.listings, EDITION_KIND: owners.editions}.get(owner.kind)
    return known is None or owner.id in known


def when_said(when: float, words: StudioWords) -> str:
    """ "today at 10:20", "November 20, 2026, 10:20"."""
    then = time.localtime(when)
    clock = time.strftime("%H:%M", then)
    if then[:3] == time.localtime()[:3]:
        return words("history.today", time=clock)
    return f"{words_in(words.language).full_date(date(*then[:3]))}, {clock}"


def what_of(step: Step, words: StudioWords) -> str:
    """What was changed: the names of keys, or what happened to a listing."""
    keys = [key for key in step.keys if not key.startswith(HIDDEN)]
    if step.kind == WORDS:
        of = step.owner.split("/")[2]
        return ", ".join(capitalise(key_name(of, key, words)) for key in keys)
    if step.kind == KEYS:
        kind = step.owner.partition("/")[0]
        kind = "edition_file" if kind == EDITION_KIND else kind
        return ", ".join(label_of(key, kind, words) for key in keys)
    if step.kind == FILES:
        return words(f"history.{done_to_files(step)}")
    return words(f"history.{step.kind}") if words.has(f"history.{step.kind}") else ""


def done_to_files(step: Step) -> str:
    """What happened to whole files, as a word of the history."""
    before, after = ([pair[side] for pair in step.files.values()] for side in (0, 1))
    return "made" if not any(before) else DELETE if not any(after) else FILES


def versions_of(step: Step, studio: Studio, words: StudioWords) -> Iterator[Version]:
    """Yield what was before a step, and what after it."""
    ways = ways_of(step, studio)
    sides = (BEFORE, AFTER) if step.kind in (KEYS, WORDS) else ways
    for side in sides:
        text = texts_of(step, side, studio, words)
        is_now = step.kind == KEYS and is_there(owner_in(step), studio) and side not in ways
        yield Version(side, text, side in ways, is_now)


def texts_of(step: Step, side: str, studio: Studio, words: StudioWords) -> str:
    """What stands on one side of a step."""
    if step.kind == IMPORT:
        return words("history.before_import")
    if step.kind == FILES:
        return "\n".join(before for before, _ in step.files.values() if before)
    if step.kind in (DELETE, NEW):
        top = read_plain(step.block.encode())
        shown = [without_tokens(studio.streets.hidden(each)) for each in top] if isinstance(top, list) else []
        return text_of(shown[0] if shown else "", words)
    streets = set(secret_streets(now_of(step, studio)))
    values = {key: each for key, each in side_of(step, side).items() if each is not None}
    return "\n".join(
        text_of(without_tokens(studio.streets.hidden(each, streets)), words, key)
        for key, each in values.items()
    )


def text_of(value: Plain, words: StudioWords, of: str = LISTING) -> str:
    """A value as lines that anyone can read; `of`: the key whose value it is."""
    if isinstance(value, list):
        return "\n".join(text_of(each, words, of) for each in value)
    if isinstance(value, dict):
        return "\n".join(line_of(key, each, words, of) for key, each in value.items() if key != "id")
    return value.strip()


def line_of(key: str, value: Plain, words: StudioWords, of: str) -> str:
    """A key with its value: on its line, or below it."""
    text = text_of(value, words, key)
    return f"{label_of(key, of, words)}:{chr(10) if chr(10) in text else ' '}{text}"


def label_of(key: str, kind: str, words: StudioWords) -> str:
    """What a key is called in forms: in those of its kind, else in any."""
    for room in (kind, kind.removesuffix("s")):  # "locations" have the fields of a location
        if words.has(f"fields.{room}.{key}"):
            return words(f"fields.{room}.{key}")
    named = (name for name in words.texts if name.startswith("fields.") and name.endswith(f".{key}"))
    name = next(named, "")
    return words(name) if name else named_by_key(key)
