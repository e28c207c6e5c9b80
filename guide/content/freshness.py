"""Whether what the guide says was true a while ago only: how old verified dates are."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from guide.errors import Problem
from guide.expressions import expression
from guide.model import Freshness, Guide, Listing, Period
from guide.problems import content as kinds
from guide.problems.kind import MessageValue
from guide.reading.kinds import read_word
from guide.reading.source import Node, Source

PERIOD = expression(r"([0-9]{1,4}) ?(day|week|month|year)s?", re.IGNORECASE)
UNITS = {"day": ("days", 1), "week": ("days", 7), "month": ("months", 1), "year": ("months", 12)}
NAMED = 20  # of the listings never verified, so many are named


def read_period(node: Node, key: str, source: Source) -> Period | None:
    """A length of time such as 180 days, 6 months or 1 year."""
    word = read_word(node, key, source)
    if word is None:
        return None
    match = PERIOD.fullmatch(word)
    if match and int(match[1]):
        unit, factor = UNITS[match[2].lower()]
        return Period(**{unit: int(match[1]) * factor})
    source.report(node[1], kinds.PERIOD, key=key, word=word)
    return None


def check_freshness(guide: Guide, today: date) -> tuple[Problem, ...]:
    """The problems with the dates of the listings that are printed; tuple of Problem."""
    printed = [listing for listing in guide.listings if listing.printed]
    problems = [
        each
        for listing in printed
        if listing.verified
        for each in check_date(listing, listing.verified, guide.freshness, today)
    ]
    problems += [
        each
        for listing in printed
        for location in listing.locations
        if location.verified and location.verified != listing.verified
        for each in check_date(listing, location.verified, guide.freshness, today)
    ]
    never = [listing for listing in printed if not listing.verified]
    return (*problems, *check_never(never, len(printed), guide))


def check_date(listing: Listing, day: date, freshness: Freshness, today: date) -> Iterator[Problem]:
    """A problem where the day on which a listing was verified has not come yet, or is too long ago."""
    if day > today:
        yield kinds.VERIFIED_LATER.at(listing.mark, name=listing.name, day=day, today=today)
        return
    said: dict[str, MessageValue] = {
        "name": listing.name,
        "age": age(day, today),
        "day": day,
        "id": listing.id,
    }
    if freshness.stop_after and is_older(day, freshness.stop_after, today):
        yield kinds.TOO_STALE.at(listing.mark, limit=say(freshness.stop_after), **said)
    elif is_older(day, freshness.warn_after, today):
        yield kinds.STALE.at(listing.mark, **said)


def is_older(day: date, period: Period | None, today: date) -> bool:
    """Whether a day lies longer ago than a period, where there is one."""
    limit = period.before(today) if period else None
    return limit is not None and day < limit


def check_never(listings: Sequence[Listing], count: int, guide: Guide) -> Iterator[Problem]:
    """One problem for all listings that nobody has verified, which counts and names them."""
    if not listings:
        return
    names = [listing.name for listing in listings[:NAMED]]
    more = [f"{len(listings) - NAMED:,} more"] if len(listings) > NAMED else []
    kind = kinds.ONE_NEVER_VERIFIED if len(listings) == 1 else kinds.NEVER_VERIFIED
    yield kind.at(guide.mark, count=len(listings), total=count, names=", ".join(names + more))


def age(day: date, today: date) -> str:
    """ "3 days", "8 months", "2 years": how long ago a day was."""
    days = (today - day).days
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if months >= 24:
        return f"{months // 12} years"
    return plural(months, "month") if months >= 2 else plural(days, "day")


def say(period: Period) -> str:
    """ "180 days", "6 months", "1 year"."""
    if period.days:
        return plural(period.days, "day")
    return plural(period.months // 12, "year") if period.months % 12 == 0 else plural(period.months, "month")


def plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
