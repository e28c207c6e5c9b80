"""Until when the lines of a timetable run."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from guide.transit.feed import Feed

ADDED = "1"  # kind of an exception: it runs on that day too


class Days(NamedTuple):
    """The last day of each service, and of the whole timetable; None where it does not say."""

    of_services: Mapping[str, date]
    end: date | None

    def is_over(self, today: date) -> bool:
        return self.end is not None and self.end < today

    def runs(self, service: str, today: date) -> bool:
        """Whether a service runs today or later; also where nobody knows, and in a timetable that is over as a whole."""
        last = self.of_services.get(service)
        return last is None or last >= today or self.is_over(today)


def read_days(feed: Feed) -> Days:
    """The last days of a timetable."""
    last: dict[str, date] = {}
    if feed.has("calendar.txt"):
        for service, end in feed.table("calendar.txt", ("service_id", "end_date")):
            later(last, service, day_of(end))
    if feed.has("calendar_dates.txt"):
        for service, day, kind in feed.table("calendar_dates.txt", ("service_id", "date", "exception_type")):
            if kind.strip() == ADDED:
                later(last, service, day_of(day))
    said = (
        [day_of(end) for (end,) in feed.table("feed_info.txt", (), ("feed_end_date",))]
        if feed.has("feed_info.txt")
        else []
    )
    ends = [day for day in (*said[:1], max(last.values(), default=None)) if day]
    return Days(last, min(ends, default=None))


def later(last: dict[str, date], service: str, day: date | None) -> None:
    """Note a day on which a service runs, if it is the last one known."""
    if day and day > last.get(service, date.min):
        last[service] = day


def day_of(text: str) -> date | None:
    """The day of a text such as 20261231; None where it is none."""
    with contextlib.suppress(ValueError):
        if re.fullmatch("[0-9]{8}", text.strip()):
            return date.fromisoformat(text.strip())
    return None
