"""Whether what the guide says was true a while ago only: how old verified dates are."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from guide.errors import WARNING, Problem
from guide.model import Freshness, Guide, Listing, Period
from guide.reading.kinds import read_word
from guide.reading.source import Node, Source

PERIOD = re.compile(r"([0-9]{1,4}) ?(day|week|month|year)s?", re.IGNORECASE)
UNITS = {"day": ("days", 1), "week": ("days", 7), "month": ("months", 1), "year": ("months", 12)}
NAMED = 20  # of the listings never verified, so many are named
CALL = "call, and if all is right: make-guide verify {id}"


def read_period(node: Node, key: str, source: Source) -> Period | None:
    """A length of time such as 180 days, 6 months or 1 year."""
    word = read_word(node, key, source)
    if word is None:
        return None
    match = PERIOD.fullmatch(word)
    if match and int(match[1]):
        unit, factor = UNITS[match[2].lower()]
        return Period(**{unit: int(match[1]) * factor})
    source.report(
        node[1],
        "period",
        f'"{key}" is "{word}"',
        "write a number and a unit, as in 180 days, 6 months or 1 year",
    )
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
    never = [listing for listing in printed if not listing.verified]
    return (*problems, *check_never(never, len(printed), guide))


def check_date(listing: Listing, day: date, freshness: Freshness, today: date) -> Iterator[Problem]:
    """A problem where the day on which a listing was verified has not come yet, or is too long ago."""
    if day > today:
        yield Problem(
            mark=listing.mark,
            name="verified-later",
            message=f"{listing.name}: verified on {day}, which is still to come (today is {today})",
            hint="write the day on which somebody called",
        )
        return
    said = f"{listing.name}: verified {age(day, today)} ago, on {day}"
    hint = CALL.format(id=listing.id)
    if freshness.stop_after and is_older(day, freshness.stop_after, today):
        yield Problem(
            mark=listing.mark,
            name="stale",
            hint=hint,
            message=f"{said}; nothing is built with listings older than {say(freshness.stop_after)}",
        )
    elif is_older(day, freshness.warn_after, today):
        yield Problem(mark=listing.mark, name="stale", hint=hint, level=WARNING, message=said)


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
    is_one = len(listings) == 1
    yield Problem(
        mark=guide.mark,
        name="never-verified",
        level=WARNING,
        message=f"{len(listings):,} of {count:,} listings {'was' if is_one else 'were'} never verified: "
        + ", ".join(names + more),
        hint="check --worklist prints what to ask; verify writes the day into the files",
    )


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
