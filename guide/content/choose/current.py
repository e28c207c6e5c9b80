"""What holds on a day: alerts, closures and lines of help that have begun and have not ended."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from guide.errors import Problem
from guide.model import Days, Guide, Listing
from guide.problems.dated import ENDED, HELP_ENDED, OPEN_AGAIN


def current(guide: Guide) -> Guide:
    """The guide as it is on its day: nothing that has ended or has not begun, and of what is closed for good its name alone."""
    if guide.day is None:
        return guide
    return replace(
        guide,
        help_now=tuple(line for line in guide.help_now if line.days.have(guide.day)),
        sections=tuple(
            replace(section, listings=tuple(current_listing(each, guide.day) for each in section.listings))
            for section in guide.sections
        ),
    )


def current_listing(listing: Listing, day: date) -> Listing:
    """A listing as it is on a day; one that will be closed says so already, and is open until then."""
    if listing.gone:
        return without_contact(listing)
    if not listing.alert_days.have(day):
        listing = replace(listing, alert="")
    if listing.closed_days.are_over(day):
        return replace(listing, closed=False, closed_days=Days())
    return replace(listing, closed=False) if listing.closed_days.are_to_come(day) else listing


def without_contact(listing: Listing) -> Listing:
    """A listing that is closed for good: who looks for it reads that, and no way leads there."""
    return Listing(
        id=listing.id,
        name=listing.name,
        number=listing.number,
        mark=listing.mark,
        short_name=listing.short_name,
        name_note=listing.name_note,
        alternate_names=listing.alternate_names,
        former_names=listing.former_names,
        alert=listing.alert,
        closed=True,
        gone=True,
        description=listing.description,
        verified=listing.verified,
        verified_by=listing.verified_by,
        untranslated=listing.untranslated,
    )


def dated(guide: Guide) -> Iterator[Days]:
    """Yield the days of all that holds for a time."""
    yield from (line.days for line in guide.help_now)
    for listing in guide.listings:
        yield from (listing.alert_days, listing.closed_days)


def day_state(guide: Guide) -> str:
    """What tells two days from each other on which a guide is not the same: a sign for each thing that holds for a time."""
    day = guide.day
    if day is None:
        return ""
    return "".join("<>="[days.are_to_come(day) + 2 * days.have(day)] for days in dated(guide) if days)


def check_current(guide: Guide, today: date) -> Iterator[Problem]:
    """A problem for each thing that has ended and is no longer printed."""
    for line in guide.help_now:
        if line.days.are_over(today):
            name = line.text or (line.phone.printed if line.phone else "")
            yield HELP_ENDED.at(guide.mark, name=name, day=line.days.last)
    for listing in guide.listings:
        if not listing.printed:
            continue
        if listing.alert_days.are_over(today):
            yield ENDED.at(listing.mark, name=listing.name, day=listing.alert_days.last)
        if listing.closed_days.are_over(today):
            yield OPEN_AGAIN.at(listing.mark, name=listing.name, day=listing.closed_days.last)
