"""What has been checked: of a listing, and of how many of how many; every edition says it by these words.

A check is good for as long as `freshness` says, counted to the day of the edition: no clock is asked.
"""

from typing import NamedTuple

from guide.language.words import Words
from guide.model import Guide, Listing, Location


class Checked(NamedTuple):
    """How many listings have been checked of how many, and whether any was ever, however long ago."""

    checked: int
    total: int
    ever: bool

    @property
    def step(self) -> str:
        """The name of the words that tell a reader what a tick is worth."""
        if not self.ever:
            return "step_unverified"
        return "step_checked" if self.checked == self.total else "step_partly"

    def words(self, words: Words) -> str:
        """ "17 of them have been checked."."""
        if not self.checked:
            return words.none_lately if self.ever else words.none_checked
        if self.checked == self.total:
            return words.all_checked
        return words.one_checked if self.checked == 1 else words.say("some_checked", count=self.checked)


def is_checked(listing: Listing | Location, guide: Guide) -> bool:
    """Whether somebody has checked a listing or an office, and not too long before the day of the edition."""
    return listing.verified is not None and guide.freshness.is_good(listing.verified, guide.edition.date)


def checked_of(guide: Guide) -> Checked:
    """What of a guide has been checked."""
    listings = guide.listings
    return Checked(
        sum(is_checked(each, guide) for each in listings),
        len(listings),
        any(each.verified for each in listings),
    )


def count_lines(guide: Guide, words: Words) -> tuple[str, str]:
    """How many listings there are, and how many of them have been checked."""
    count = len(guide.listings)
    first = words.count_one if count == 1 else words.say("count_many", count=count)
    return first, checked_of(guide).words(words)


def cover_counts(guide: Guide, words: Words) -> str:
    """The same in a line, "61 places, 49 of them checked"."""
    checked, total, ever = checked_of(guide)

    def places(own: Words) -> str:
        return own.cover_place if total == 1 else own.say("cover_places", count=total)

    if not checked:
        return words.say("cover_none_lately" if ever else "cover_none_checked", places=places)
    if checked == total > 1:
        return words.say("cover_all_checked", places=places)
    return words.say("cover_some_checked", places=places, count=checked)


def status_words(listing: Listing | Location, guide: Guide, words: Words) -> str:
    """What the status line says: when it was checked, or that nobody has; what to do then stands once in a guide."""
    if listing.verified:
        template = words.checked if is_checked(listing, guide) else words.checked_before
        return template.format(month=words.hours.month_of(listing.verified))
    return words.unverified


def months_checked(guide: Guide, words: Words) -> str:
    """In which months the listings were checked; "" where none is."""
    days = sorted(each.verified for each in guide.listings if each.verified and is_checked(each, guide))
    if not days:
        return ""
    ends = days[0], days[-1]
    return words.say(
        "checks_made",
        months=lambda each: " \u2013 ".join(dict.fromkeys(map(each.hours.month_of, ends))),
    )
