"""What became of a listing: the editions in which it stood, and what changed in it from one to the next."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from guide.between.where import places_in
from guide.content.compare.listings import compare
from guide.content.former import guide_in
from guide.content.kept import MANIFEST, Old, kept_editions, read_row
from guide.model import Guide
from guide.model.changes import Change


class Stage(NamedTuple):
    """A listing in one edition, or in the content as it is now."""

    name: str  # "Edition 2 of 2026-04-01"; "" for the content now
    places: tuple[tuple[str, int | None], ...] = ()  # (edition, page), where it was printed
    there: bool = False  # whether it was in the content
    change: Change | None = None  # since the stage before, where something is different
    known: bool = True  # whether what it was made from was kept


def history_of(out: Path, guide: Guide, id: str) -> Iterator[Stage]:
    """Yield the stages of a listing, the oldest edition first and the content as it is now last.

    A listing that had another id is followed, where its name and its numbers show that it is the same.
    """
    before: Guide | None = None
    own = own_ids(out, guide, id)
    kept = sorted(kept_editions(out), key=lambda old: old.number)
    for number, some in groupby(kept, key=attrgetter("number")):
        group = list(some)
        now = guide_of(group)
        places = tuple(each for old in group for each in places_of(old, own))
        yield stage(f"Edition {number} of {group[0].date}", places, before, now, own)
        before = now or before
    yield stage("", (), before, guide, own)


def stage(
    name: str,
    places: tuple[tuple[str, int | None], ...],
    before: Guide | None,
    now: Guide | None,
    own: set[str],
) -> Stage:
    """What is so at one stage."""
    if now is None:
        return Stage(name, places, bool(places), None, False)
    there = any(each.id in own and each.printed for each in now.listings)
    changes = compare(before, now).listings if before else ()
    return Stage(name, places, there, next((each for each in changes if each.id in own), None))


def guide_of(group: list[Old]) -> Guide | None:
    """The guide of the editions with one number: what the last of them was made from."""
    for old in group:
        former = guide_in(old.content) if old.content else None
        if former:
            return former.guide
    return None


def places_of(old: Old, own: set[str]) -> Iterator[tuple[str, int | None]]:
    """Yield (edition, page) of the editions that have the listing; None for the page of a web page or a text."""
    pages = places_in(read_row(old.folder / MANIFEST))
    yield from ((old.name, pages[id]) for id in sorted(own & pages.keys()))


def own_ids(out: Path, guide: Guide, id: str) -> set[str]:
    """All ids that a listing has had, by what was kept of the editions."""
    own, now = {id}, guide
    for old in kept_editions(out):
        former = guide_in(old.content) if old.content else None
        if former:
            own |= {each.former_id for each in compare(former.guide, now).listings if each.id in own} - {""}
            now = former.guide
    return own


def known_ids(out: Path, guide: Guide) -> set[str]:
    """Every id of the content and of the editions that were kept."""
    ids = {each.id for each in guide.listings}
    for old in kept_editions(out):
        ids |= places_in(read_row(old.folder / MANIFEST)).keys()
    return ids
