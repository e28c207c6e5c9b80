"""The news of a listing in words: its alert, and that it is closed, from when and until when."""

from datetime import date
from functools import partial

from guide.language.words import Words
from guide.model import Listing


def alert_of(listing: Listing, words: Words) -> str:
    """The news that comes before everything else; of a listing that is closed for now, that it is, where it says no more."""
    state = state_words(listing, words)
    if listing.alert and not (listing.closed_days or listing.gone):
        return listing.alert
    return ". ".join(filter(None, (state, listing.alert)))


def state_words(listing: Listing, words: Words) -> str:
    """That a listing is closed, or will be; "" of one that is open."""
    first, last = listing.closed_days.first, listing.closed_days.last
    if listing.gone:
        return words.closed_for_good
    if first and last:
        return words.say("closed_between", first=partial(day_of, first), last=partial(day_of, last))
    if first:
        return words.say("closed_from", day=partial(day_of, first))
    if last:
        return words.say("closed_until", day=partial(day_of, last))
    return words.closed_for_now if listing.closed else ""


def day_of(day: date, words: Words) -> str:
    """A day in the words of a language."""
    return words.hours.full_date(day)
