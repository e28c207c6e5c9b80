"""Handouts: what is prepared once for all of them, and how one is made.

A handout prints the listings that are nearest to what somebody asked for, the first of a wish first, and as many of them
as its pages hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from guide.batch.workshop import Trial, Workshop
from guide.build import laid_out_of, without_collector
from guide.content.choose.languages import Chosen
from guide.errors import ERROR, Problem
from guide.frozen import frozen
from guide.layout.laid_out import LaidOut
from guide.model import Choice, Edition, Guide, Personal
from guide.model.order import BY_HAND
from guide.press import for_the_printer
from guide.problems.layout import DOES_NOT_FIT, LEAFLET_FULL, SHEET_FULL, WALLET_FULL, ZINE_FULL
from guide.project import stop_on_errors

FULL = {
    kind.name for kind in (SHEET_FULL, LEAFLET_FULL, WALLET_FULL, ZINE_FULL)
}  # problems of a sheet that holds fewer listings
A_PAGE = 6  # listings, about, with which a search begins
GUESSES = 4  # after which it is halved what is left


@frozen
class Wish:
    """What one handout is to be."""

    edition: Edition  # its name is that of its files
    listings: tuple[str, ...]  # by id, in the order in which they are kept where room is short
    pages: int  # at most
    personal: Personal = Personal()


@frozen
class Handout:
    """A handout that is made: its files by the end of their names, and what is in it."""

    files: Mapping[str, bytes]  # ".pdf" for reading, and what the edition's press needs: "-n-up.pdf"
    pages: int
    listings: tuple[str, ...]  # by id, in the order of the wish
    left_out: tuple[str, ...]  # for which there was no room
    problems: tuple[Problem, ...]  # warnings


class LaidHandout(NamedTuple):
    """A handout that is laid out."""

    laid_out: LaidOut
    chosen: Chosen
    edition: Edition
    listings: tuple[str, ...]
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...]


class Handouts:
    """What all handouts of a guide are made from: `guide` is printed, `folder` has its content and translations."""

    def __init__(self, *, guide: Guide, folder: Path) -> None:
        self.guide, self.folder = guide, folder
        self.workshop = Workshop(guide, folder)

    @without_collector()
    def make(self, wish: Wish) -> Handout:
        """The handout of a wish; raises GuideError with every problem where there is none."""
        laid = self.lay_out(wish, own_tags=False)
        edition, pages = laid.edition, laid.laid_out.page_count
        press = for_the_printer(laid.laid_out, edition)
        pdf = self.workshop.pdf(laid.laid_out, laid.chosen, edition.screen_ink)
        files = {f"{edition.name}.pdf": pdf, **press.files}
        return Handout(
            files={name.removeprefix(edition.name): data for name, data in files.items()},
            pages=pages,
            listings=laid.listings,
            left_out=laid.left_out,
            problems=laid.problems + press.problems,
        )

    def lay_out(self, wish: Wish, own_tags: bool = True) -> LaidHandout:
        """The handout of a wish before it is drawn; raises GuideError as `make` does.

        `own_tags`: it shares none with other handouts, so that they can be one document.
        """
        room, kept = self.arranged(wish)
        wish, kept = room.wish, max(kept, 1)
        edition, chosen, problems, trial = room.tried(kept)
        stop_on_errors(problems, False)
        if own_tags:
            done = self.workshop.alone(chosen, edition)
        else:
            done = self.workshop.laid_out(chosen, edition, trial.draft if trial else None)
        problems += done.problems
        laid_out = laid_out_of(done, problems, False)
        if laid_out.page_count > wish.pages:
            mark, least = edition.mark or self.guide.mark, laid_out.page_count
            full = DOES_NOT_FIT.at(mark, edition=edition.name, pages=wish.pages, least=least)
            stop_on_errors((full,), False, laid_out)
        return LaidHandout(laid_out, chosen, edition, wish.listings[:kept], wish.listings[kept:], problems)

    def arranged(self, wish: Wish) -> tuple[Room, int]:
        """(the pages of a wish, how many of its listings they hold): in two columns where not all fit and more do so."""
        one = Room(wish, self.trial)
        if not wish.edition.made_as.is_book or wish.edition.columns or one.holds_all():
            return one, one.most()
        two = Room(replace(wish, edition=replace(wish.edition, columns=2)), self.trial)
        most = two.most()
        return (two, most) if one.holds_fewer(most) else (one, one.most())

    def trial(self, wish: Wish, count: int) -> Tried:
        """The first listings of a wish, so many, and how they come out."""
        edition = self.edition_of(wish, count)
        chosen, problems = self.workshop.chosen(edition)
        wrong = any(problem.level == ERROR for problem in problems)
        return Tried(edition, chosen, problems, None if wrong else self.workshop.trial(chosen, edition))

    def edition_of(self, wish: Wish, count: int) -> Edition:
        """The edition with the first listings of a wish, and a head that says how many there are more."""
        personal = wish.personal._replace(left_out=len(wish.listings) - count, total=len(self.guide.listings))
        return replace(
            wish.edition,
            choice=Choice(listings=wish.listings[:count]),
            order=wish.edition.order or BY_HAND,
            personal=personal,
        )


class Tried(NamedTuple):
    """Some listings of a wish as an edition, and how it comes out; None where something is wrong that is told later."""

    edition: Edition
    chosen: Chosen
    problems: tuple[Problem, ...]
    trial: Trial | None


class Room:
    """How many listings of a wish its pages hold; each number is tried once."""

    def __init__(self, wish: Wish, trial: Callable[[Wish, int], Tried]) -> None:
        self.wish, self.trial = wish, trial
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

    def most(self) -> int:
        """The largest number that fits."""
        return most_that_fit(len(self.wish.listings), self.guess, self.fits, self.nearer)

    @property
    def guess(self) -> int:
        """How many listings may fit, before one is tried."""
        return min(len(self.wish.listings), A_PAGE * self.wish.pages)

    def holds_all(self) -> bool:
        """Whether every listing of the wish fits; more than ever do are not tried."""
        count = len(self.wish.listings)
        return self.fits(self.guess) and (count == self.guess or self.fits(count))

    def holds_fewer(self, count: int) -> bool:
        """Whether fewer than so many fit: as far as one can see from what was tried, else tried."""
        seen = all(self.nearer(tried) < count for tried in self.trials) and bool(count)
        return seen or not self.fits(max(count, 1))

    def nearer(self, count: int) -> int:
        """How many may fit, where so many take more pages or fewer than there are."""
        trial = self.tried(count).trial
        return round(count * self.wish.pages / trial.full) if trial and trial.full else 0


def is_full(tried: Trial) -> bool:
    """Whether a sheet has no room for all that it is to hold."""
    return any(problem.name in FULL and problem.level == ERROR for problem in tried.problems)


def most_that_fit(
    count: int, guess: int, fits: Callable[[int], bool], nearer: Callable[[int], int] | None = None
) -> int:
    """The largest number up to `count` that fits, where less fits too; 0 where not even one does.

    `nearer`: a better guess than a number that was tried, 0 where there is none.
    """
    least, beyond = 0, count + 1
    trial, guesses = min(count, guess), GUESSES
    while beyond - least > 1:
        if fits(trial):
            least = trial
        else:
            beyond = trial
        better = nearer(trial) if nearer and guesses else 0
        guesses -= 1
        if not better:
            better = min(count, 2 * least) if beyond > count and least else (least + beyond) // 2
        trial = min(max(better, least + 1), beyond - 1)
    return least


__all__ = ["Handout", "Handouts", "LaidHandout", "Wish", "most_that_fit"]
