"""The checks that listings have turned off, and turning one on again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guide.content.edit import Plain
from guide.studio.owners import LISTING, Owner
from guide.studio.saves import Saves, Write
from guide.studio.studio import Studio

KEY = "checks_off"


class Off(NamedTuple):
    """A check that a listing has turned off."""

    owner: Owner
    listing: str  # what it is called
    name: str  # of the check
    reason: str


def off_in(studio: Studio) -> Iterator[Off]:
    """Yield the checks that listings have turned off, in the order of the guide."""
    owners = studio.seen.owners
    for own, path in owners.listings.items():
        for row in rows_of(owners.files[path].listings[own]):
            owner = Owner(LISTING, own)
            yield Off(owner, studio.name_of(owner), text_in(row, "name"), text_in(row, "reason"))


def rows_of(values: Mapping[str, Plain]) -> list[Plain]:
    """What is written under `checks_off`, as a list."""
    found = values.get(KEY, [])
    return found if isinstance(found, list) else [found]


def text_in(row: Plain, key: str) -> str:
    """A text of a row; one that is a text alone is the name of its check."""
    if isinstance(row, str):
        return row if key == "name" else ""
    value = row.get(key, "") if isinstance(row, dict) else ""
    return value if isinstance(value, str) else ""


def turn_on(saves: Saves, owner: Owner, name: str, reason: str, by: str = "") -> None:
    """Turn a check on again; KeyError where it is on, or the owner is gone. Raises whatever a write can."""
    with saves.studio.lock:
        values = saves.studio.seen.owners.values_of(owner)
        rows = rows_of(values)
        gone = next(
            (row for row in rows if (text_in(row, "name"), text_in(row, "reason")) == (name, reason)), None
        )
        if gone is None:
            raise KeyError(name)
        left: list[Plain] = [row for row in rows if row is not gone]
        saves.write(owner, [Write(KEY, left or None, values.get(KEY))], by)
