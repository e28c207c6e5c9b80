"""Listings of a section under subheadings: of cities or neighborhoods, or of days."""

from typing import NamedTuple

from guide.frozen import frozen
from guide.model.contact import Location
from guide.model.hours import OpeningRule
from guide.model.meeting import Meeting

# What a subheading of days says; the days of the week are 0, Monday, to 6.
ALWAYS, EVERY_DAY, BY_APPOINTMENT, CALL_FIRST = -2, -1, 7, 8
BY_HAND, BY_NAME, BY_PLACE, BY_CITY, BY_NEIGHBORHOOD, BY_DAY = ORDERS = (
    "by hand",
    "by name",
    "by place",
    "by city",
    "by neighborhood",
    "by day",
)
OTHER_SPELLINGS = {"by neighbourhood": BY_NEIGHBORHOOD}


class Entry(NamedTuple):
    """A place of a listing under a subheading: it stands there whole, or in a row that leads to where it does."""

    id: str
    whole: bool = True
    times: tuple[OpeningRule, ...] = ()  # of a row under a day: when it is open on it
    meeting: Meeting | None = None  # of the row of a meeting: which it is,
    number: int = 0  # its place among those of the listing,
    where: Location | None = None  # and where it is


@frozen(kw_only=False)
class Group:
    """A subheading with what stands under it: a city or neighborhood, "" for anywhere, or a day."""

    heading: str | int
    entries: tuple[Entry, ...]
