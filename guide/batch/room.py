"""How many listings of a wish its pages hold: numbers are tried, and with which it begins follows from the wish and the guide alone.

What is tried is the edition laid out as it would be made, so that what is found is what it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from guide.batch.amounts import Sums
from guide.batch.workshop import Trial
from guide.content.choose.languages import Chosen
from guide.errors import ERROR, Problem
from guide.frozen import frozen
from guide.model import Edition, Personal
from guide.problems.layout import LEAFLET_FULL, SHEET_FULL, WALLET_FULL, ZINE_FULL

FULL = {
    kind.name for kind in (SHEET_FULL, LEAFLET_FULL, WALLET_FULL, ZINE_FULL)
}  # problems of a sheet that holds fewer listings
GUESSES = 4  # after which it is halved what is left
MORE = 1.05  # times what may fit is tried first: one too many costs no more tries than as many as fit
FAR = 1.4  # times the pages: what may take more than so many is not tried


@frozen
class Wish:
    """What one handout is to be."""

    edition: Edition  # its name is that of its files
    listings: tuple[str, ...]  # by id, in the order in which they are kept where room is short
    pages: int  # at most
    personal: Personal = Personal()


class Tried(NamedTuple):
    """Some listings of a wish as an edition, and how it comes out; None where something is wrong that is told later."""

    edition: Edition
    chosen: Chosen
    problems: tuple[Problem, ...]
    trial: Trial | None


class Rate(NamedTuple):
    """How much an edition sets on a page, about, by a sample of the guide."""

    a_page: float  # see guide.batch.amounts
    columns: int


class Room:
    """How many listings of a wish its pages hold; each number is tried once."""

    def __init__(self, wish: Wish, trial: Callable[[Wish, int], Tried], rate: Rate, sums: Sums) -> None:
        self.wish, self.trial, self.rate, self.sums = wish, trial, rate, sums
        self.trials: dict[int, Tried] = {}

    def tried(self, count: int) -> Tried:
        """The first listings, so many, and how they come out."""
        if count not in self.trials:
            self.trials[count] = self.trial(self.wish, count)
        return self.trials[count]

    def fits(self, count: int) -> bool:
        """Whether the first listings, so many, have room; True where something else is wrong."""
        trial = self.tried(count).trial
        return trial is None or not is_full(trial) and trial.pages <= self.wish.pages

    def most(self, least: int = 0) -> int:
        """The largest number that fits; `least` of them do."""
        guess = self.nearer(least) if least else self.guess
        return most_that_fit(len(self.wish.listings), guess, self.fits, self.nearer, least)

    @property
    def guess(self) -> int:
        """With how many a search begins: with all of them where these may fit."""
        return len(self.wish.listings) if self.may_hold_all else max(self.likely(MORE), 1)

    @property
    def may_hold_all(self) -> bool:
        """Whether every listing of the wish may fit."""
        return self.likely(FAR) >= len(self.wish.listings)

    def likely(self, times: float) -> int:
        """How many listings there are in so many times what the pages hold, about."""
        return self.sums.count(times * self.rate.a_page * self.wish.pages)

    def holds_all(self) -> bool:
        """Whether every listing of the wish fits; far more than may fit are not tried."""
        return self.may_hold_all and self.fits(len(self.wish.listings))

    def nearer(self, count: int) -> int:
        """How many may fit, where so many take more pages or fewer than there are; 0 where a sheet does not say how full it is."""
        trial = self.tried(count).trial
        if not trial or not trial.full or not self.wish.edition.made_as.is_book:
            return 0
        return self.sums.count(self.sums.of(count) * self.wish.pages / trial.full)


def is_full(tried: Trial) -> bool:
    """Whether a sheet has no room for all that it is to hold."""
    return any(problem.name in FULL and problem.level == ERROR for problem in tried.problems)


def most_that_fit(
    count: int,
    guess: int,
    fits: Callable[[int], bool],
    nearer: Callable[[int], int] | None = None,
    least: int = 0,
) -> int:
    """The largest number up to `count` that fits, where less fits too; 0 where not even one does.

    `nearer`: a better guess than a number that was tried, 0 where there is none. `least`: so many fit.
    """
    beyond, further, guided = count + 1, 1, False
    trial, guesses = min(count, max(guess, least + 1)), GUESSES
    while beyond - least > 1:
        if fits(trial):
            least = trial
        else:
            beyond = trial
        better = nearer(trial) if nearer and guesses else 0
        guesses, guided = guesses - 1, guided or bool(better)
        if not better and beyond > count:  # near it, where guesses have led here
            better, further = (least + further, 2 * further) if guided else (2 * least, further)
        trial = min(max(better or (least + beyond) // 2, least + 1), beyond - 1)
    return least
