"""Whom to call: never checked first, then the oldest, and those who did not answer at the end; and what came of each call."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from guide.content.call_choice import is_stale
from guide.content.choose.printable import printable
from guide.content.edit import Plain
from guide.content.review import current_day
from guide.model import Guide, Listing
from guide.studio.call_log import CLOSED, DONE, PUT_OFF, RIGHT, UNPRINTED, Called, CallLog
from guide.studio.history import KEYS, Step
from guide.studio.owners import LISTING, Owner
from guide.studio.saves import Saves, Write
from guide.studio.studio import Studio

LONGEST = 20 * 366  # days that a check is good for, at most
LONGEST_NAME = 100  # of whoever calls


class ToCall(NamedTuple):
    """A listing that is to be called."""

    listing: Listing
    put_off: Called | None  # since it was called for the last time without anybody answering, or put off


class NoCaller(ValueError):
    """Nobody has said who is calling."""


class Calls:
    """The calls of a studio."""

    def __init__(self, studio: Studio, saves: Saves) -> None:
        self.studio = studio
        self.saves = saves
        self.log = CallLog(studio.out)

    @property
    def today(self) -> date:
        """The day that is written."""
        return today_in(self.studio)

    def queue(self) -> list[ToCall]:
        """Whom to call, in this order."""
        last = {call.listing: call for call in self.valid()}
        due = [ToCall(each, put_off_by(last.get(each.id))) for each in due_in(self.studio)]
        return sorted(due, key=place_in_queue)

    def valid(self) -> Iterator[Called]:
        """Yield the calls that were not undone, here or by undoing what they have written."""
        steps = self.saves.history.steps
        for call in list(self.log.calls.values()):
            written = steps.get(call.steps[-1]) if call.steps else None
            if not call.undone and not (written and written.undone):
                yield call

    def done_today(self) -> list[Called]:
        """What came of today's calls, the last one first; what was put off is to be done yet."""
        day = self.today.isoformat()
        return [call for call in self.valid() if call.day == day and call.kind in DONE][::-1]

    def next_due(self) -> date | None:
        """The day on which the next check is too old; None where nothing was checked."""
        guide = self.studio.seen.project.guide
        days = [each.verified for each in printable(guide).listings if each.verified] if guide else []
        return stale_from(min(days), guide) if guide and days else None

    # --- deeds ----------------------------------------------------------------------------------

    def answer(
        self, listing: str, kind: str, by: str, since: int = 0, tab: str = "", reason: str = ""
    ) -> Called:
        """Write what came of a call; `since`: the last step of the history when it began, `tab`: who has changed what since.

        Raises NoCaller, KeyError where the listing is gone, and whatever a write can.
        """
        by = " ".join(by.split())[:LONGEST_NAME]
        if not by:
            raise NoCaller
        owner = Owner(LISTING, listing)
        with self.studio.lock:
            values = self.studio.seen.owners.values_of(owner)
            changes = list(self.changes(owner, since, tab))
            pairs = self.writes_of(kind, by, reason, values)
            writes = [Write(key, value, self.studio.shown(owner, key)) for key, value in pairs.items()]
            step = self.saves.write(owner, writes, tab) if writes else None
            numbers = [each.number for each in (*changes, step) if each]
            keys = dict.fromkeys(key for each in changes for key in each.keys)
            call = Called(
                listing=listing,
                kind=kind,
                by=by,
                day=self.today.isoformat(),
                steps=tuple(numbers) if kind in DONE else (),
                keys=tuple(keys),
            )
            return self.log.add(call)

    def changes(self, owner: Owner, since: int, tab: str) -> Iterator[Step]:
        """Yield the steps by which a tab has changed a listing since a step."""
        for number in sorted(self.saves.history.steps):
            step = self.saves.history.steps[number]
            is_mine = tab and number > since and step.visit.startswith(f"{tab}-")
            if is_mine and (step.owner, step.kind, step.undone) == (str(owner), KEYS, False):
                yield step

    def writes_of(self, kind: str, by: str, reason: str, values: object) -> dict[str, Plain]:
        """{key: value} that an answer writes."""
        checked: dict[str, Plain] = {"verified": self.today.isoformat(), "verified_by": by}
        if kind == RIGHT:
            return checked
        if kind == CLOSED:
            return closed_for_now(values) | checked
        if kind == UNPRINTED:
            why: dict[str, Plain] = {"print_reason": " ".join(reason.split())} if reason.strip() else {}
            return {"print": "no", **why}
        if kind not in PUT_OFF:
            raise ValueError(kind)
        return {}

    def undo(self, number: int, tab: str = "") -> Called:
        """Take back what came of a call, and what was changed on the telephone. Raises Conflict, KeyError."""
        with self.studio.lock:
            call = self.log.calls[number]
            for step in reversed(call.steps):
                if step in self.saves.history.steps:
                    self.saves.undo(step, tab)
            self.log.undo(number)
            return call


def today_in(studio: Studio) -> date:
    """The day on which a studio judges what is too old."""
    return studio.today or current_day()


def due_in(studio: Studio) -> list[Listing]:
    """The printed listings that nobody has ever checked, or not for too long."""
    guide, today = studio.seen.project.guide, today_in(studio)
    known = studio.seen.owners.listings
    listings = printable(guide).listings if guide else ()
    return [each for each in listings if guide and each.id in known and is_stale(each, guide, today)]


def put_off_by(call: Called | None) -> Called | None:
    """The last call of a listing, where nobody answered or it was put off."""
    return call if call and call.kind in PUT_OFF else None


def place_in_queue(each: ToCall) -> tuple[float, date]:
    """What brings those who were put off behind all others, and the oldest check first."""
    return each.put_off.when if each.put_off else 0.0, each.listing.verified or date.min


def closed_for_now(values: object) -> dict[str, Plain]:
    """What says that a listing is closed for now, by the key that it has for that."""
    has_flag = isinstance(values, dict) and "closed" in values
    return {"closed": "yes"} if has_flag else {"status": "closed for now"}


def stale_from(verified: date, guide: Guide) -> date | None:
    """The first day on which a check is too old."""
    days: Sequence[int] = range(LONGEST)
    found = bisect_left(
        days, True, key=lambda n: not guide.freshness.is_good(verified, verified + timedelta(days=n))
    )
    return verified + timedelta(days=found) if found < LONGEST else None
