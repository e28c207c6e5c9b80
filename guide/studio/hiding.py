"""Steps as the disk may have them: without the streets of secret addresses."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from guide.content.edit import Plain
from guide.content.edit_keys import listings_in, own_id, read_plain
from guide.content.edit_list import block_of, new_block
from guide.studio.history import Step
from guide.studio.owners import Owner
from guide.studio.streets import TOKEN, has_secret, secret_streets, streets_of, without_tokens
from guide.studio.studio import Studio

NAMED = 6  # letters of a street that is looked for in texts: a shorter one stands in many words


def hidden_step(step: Step, studio: Studio, also: Collection[str] = ()) -> Step:
    """A step as the disk may have it: without the streets that are secret before it, after it, or now."""
    secret = {*also, *streets_in(step), *closed_streets(step), *secret_streets(now_of(step, studio))}
    keys = {
        key: [None if each is None else without(studio.streets.hidden(each, secret), secret) for each in pair]
        for key, pair in step.keys.items()
    }
    files = {name: [each and hidden_text(each, studio) for each in pair] for name, pair in step.files.items()}
    return replace(step, keys=keys, files=files, block=hidden_block(step.block, studio))


def without(value: Plain, streets: Collection[str]) -> Plain:
    """A value without the texts that name a secret street: they can be undone till the studio ends, and not later."""
    if isinstance(value, list):
        return [without(each, streets) for each in value]
    if isinstance(value, dict):
        return {key: without(each, streets) for key, each in value.items()}
    text = " ".join(value.split()).casefold()
    return {TOKEN: ""} if any(len(each) >= NAMED and each.casefold() in text for each in streets) else value


def closed_streets(step: Step, old: Step | None = None) -> set[str]:
    """The streets that an address had before it became secret with a step: in the step, or in an older one."""
    found: set[str] = set()
    for key, (before, after) in step.keys.items():
        if set(secret_streets(after or "")) - set(secret_streets(before or "")):
            values = [before] if old is None else old.keys.get(key, [])
            found.update(street for each in values for street in streets_of(each or ""))
            found -= set(streets_of(after or "")) - set(secret_streets(after or ""))  # which are open still
    return found


def hidden_text(text: str, studio: Studio) -> str:
    """The text of a section file as the disk may have it: listings with a secret address without their streets."""
    for each in listings_in(read_plain(text.encode("utf-8", "surrogateescape"))):
        if has_secret(each) and own_id(each):
            block = block_of(text, own_id(each), Path())
            text = text.replace(block, hidden_block(block, studio).rstrip("\n") + "\n", 1)
    return text


def hidden_block(block: str, studio: Studio) -> str:
    """The lines of a listing as the disk may have them: those of one with a secret address without its street."""
    top = read_plain(block.encode()) if block else ""
    if not isinstance(top, list) or not has_secret(top):
        return block
    shown = without_tokens(studio.streets.hidden(top[0]))
    return new_block(shown) if isinstance(shown, dict) else ""


def now_of(step: Step, studio: Studio) -> dict[str, Plain]:
    """What is said of the owner of a step, {} where it is no longer there."""
    try:
        return dict(studio.seen.owners.values_of(owner_in(step)))
    except KeyError:
        return {}


def owner_in(step: Step) -> Owner:
    """Whose step it is."""
    kind, _, own = step.owner.partition("/")
    return Owner(kind, own)


def streets_in(step: Step) -> set[str]:
    """The secret streets that a step has before it or after it."""
    values = [each for pair in step.keys.values() for each in pair if each is not None]
    return {street for value in values for street in secret_streets(value)}
