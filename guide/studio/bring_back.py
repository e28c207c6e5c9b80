"""Bringing back what was before a step of the history or after it, whatever has changed since; as a step of its own."""

from __future__ import annotations

from guide.content.edit import Plain
from guide.studio.hiding import owner_in
from guide.studio.history import DELETE, HIDDEN, KEYS, MOVE, NEW, Step
from guide.studio.owners import LISTING, SECTION_KIND, Owner
from guide.studio.saves import Conflict, Saves, Write, same
from guide.studio.studio import Studio

BEFORE, AFTER = SIDES = ("before", "after")
GONE, TAKEN, NO_SECTION, STREET, SINCE = ("gone", "taken", "no_section", "street", "since")


class CannotBring(Exception):
    """It cannot be brought back; why, as one of the words above."""


def ways_of(step: Step, studio: Studio) -> tuple[str, ...]:
    """Which sides of a step can be brought back: those that say something else than what is there now."""
    if step.kind == KEYS:
        return tuple(side for side in SIDES if is_other(step, side, studio))
    if step.kind in (DELETE, NEW):
        is_there = owner_in(step).id in studio.seen.owners.listings
        return (BEFORE if step.kind == DELETE else AFTER,) if step.block and not is_there else ()
    return () if step.undone else (BEFORE,)


def is_other(step: Step, side: str, studio: Studio) -> bool:
    """Whether the keys of a step say something else now than on one side of it; no where their owner is gone."""
    try:
        now = studio.seen.owners.values_of(owner_in(step))
    except KeyError:
        return False
    hidden = studio.streets.hidden
    for key, value in side_of(step, side).items():
        value = None if value is None else studio.streets.found(value, dict(now))
        there = now.get(key)
        if not same(None if value is None else hidden(value), None if there is None else hidden(there), key):
            return True
    return False


def side_of(step: Step, side: str) -> dict[str, Plain | None]:
    """{key: value} before a step, or after it, without what only undoing needs."""
    shown = {key: pair for key, pair in step.keys.items() if not key.startswith(HIDDEN)}
    return {key: pair[SIDES.index(side)] for key, pair in shown.items()}


def bring_back(saves: Saves, number: int, side: str, by: str = "") -> Step:
    """Bring back one side of a step; the step. KeyError for none. Raises CannotBring, and whatever a write can."""
    with saves.studio.lock:
        step = saves.history.get(number)
        if side not in ways_of(step, saves.studio):
            raise CannotBring(TAKEN if step.block else GONE)
        if step.kind == KEYS:
            bring_keys(saves, step, side, by)
        elif step.kind in (DELETE, NEW):
            bring_listing(saves, step, by)
        elif step.kind == MOVE:
            bring_place(saves, step, by)
        else:
            undo(saves, step, by)
        return step


def bring_keys(saves: Saves, step: Step, side: str, by: str) -> None:
    """Write what keys said."""
    studio, owner = saves.studio, owner_in(step)
    values, now = side_of(step, side), dict(studio.seen.owners.values_of(owner))
    if any(value is not None and studio.streets.is_lost(value, now) for value in values.values()):
        raise CannotBring(STREET)
    saves.write(owner, [Write(key, value, studio.shown(owner, key)) for key, value in values.items()], by)


def bring_listing(saves: Saves, step: Step, by: str) -> None:
    """Put a listing that was deleted where it stood, last in its section where that place is gone."""
    if step.section not in saves.studio.seen.owners.sections:
        raise CannotBring(NO_SECTION)
    saves.listings.restore(step, by)


def bring_place(saves: Saves, step: Step, by: str) -> None:
    """Put a listing where it stood."""
    owners, own = saves.studio.seen.owners, owner_in(step).id
    if own not in owners.listings:
        raise CannotBring(GONE)
    if step.section not in owners.sections:
        raise CannotBring(NO_SECTION)
    path = owners.path_of(Owner(SECTION_KIND, step.section))
    is_there = not step.after or owners.listings.get(step.after) == path
    saves.listings.move(own, step.section, step.after if is_there else None, by)


def undo(saves: Saves, step: Step, by: str) -> None:
    """Undo a step of another kind."""
    try:
        saves.undo(step.number, by)
    except (Conflict, KeyError):
        raise CannotBring(SINCE) from None


def is_listing(step: Step) -> bool:
    """Whether a step is of a listing."""
    return step.owner.startswith(f"{LISTING}/")
