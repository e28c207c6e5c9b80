"""Handouts: what is prepared once for all of them, and how one is made.

A handout prints the listings that are nearest to what somebody asked for, the first of a wish first, and as many of them
as its pages hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from guide.build import laid_out_of, set_edition, without_collector, write_pdf
from guide.content.choose.languages import Chosen, choose_in_languages
from guide.errors import ERROR, Problem
from guide.frozen import frozen
from guide.layout.editions.lay_out import SetEdition
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
    edition: Edition
    listings: tuple[str, ...]
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...]


@frozen
class Handouts:
    """What all handouts of a guide are made from: `guide` is printed, `folder` has its content and translations."""

    guide: Guide
    folder: Path

    @without_collector()
    def make(self, wish: Wish) -> Handout:
        """The handout of a wish; raises GuideError with every problem where there is none."""
        laid = self.lay_out(wish)
        edition, pages = laid.edition, laid.laid_out.page_count
        press = for_the_printer(laid.laid_out, edition)
        files = {f"{edition.name}.pdf": write_pdf(laid.laid_out, edition.screen_ink), **press.files}
        return Handout(
            files={name.removeprefix(edition.name): data for name, data in files.items()},
            pages=pages,
            listings=laid.listings,
            left_out=laid.left_out,
            problems=laid.problems + press.problems,
        )

    def lay_out(self, wish: Wish) -> LaidHandout:
        """The handout of a wish before it is drawn, with tags that no other one has; raises GuideError as `make` does."""
        kept = self.most(wish)
        if kept < len(wish.listings) and wish.edition.made_as.is_book and not wish.edition.columns:
            other = replace(wish, edition=replace(wish.edition, columns=2))
            more = self.most(other)
            wish, kept = (other, more) if more > kept else (wish, kept)
        kept = max(kept, 1)
        chosen, problems = self.chosen(wish, kept)
        stop_on_errors(problems, False)
        edition = self.edition_of(wish, kept)
        done = set_edition(chosen, edition)
        problems += done.problems
        laid_out = laid_out_of(done, problems, False)
        if laid_out.page_count > wish.pages:
            mark, least = edition.mark or self.guide.mark, laid_out.page_count
            full = DOES_NOT_FIT.at(mark, edition=edition.name, pages=wish.pages, least=least)
            stop_on_errors((full,), False, laid_out)
        return LaidHandout(laid_out, edition, wish.listings[:kept], wish.listings[kept:], problems)

    def most(self, wish: Wish) -> int:
        """How many listings of a wish its pages hold."""
        return most_that_fit(len(wish.listings), A_PAGE * wish.pages, lambda count: self.fits(wish, count))

    def fits(self, wish: Wish, count: int) -> bool:
        """Whether the first listings of a wish, so many, have room on its pages; True where something else is wrong."""
        chosen, problems = self.chosen(wish, count)
        if any(problem.level == ERROR for problem in problems):
            return True
        done = set_edition(chosen, self.edition_of(wish, count))
        if done.laid_out is None or is_full(done):
            return not is_full(done)
        pages = done.laid_out.page_count
        done.laid_out.give_up()
        return pages <= wish.pages

    def chosen(self, wish: Wish, count: int) -> tuple[Chosen, tuple[Problem, ...]]:
        """(what is printed of the first listings of a wish, problems)."""
        return choose_in_languages(self.guide, self.edition_of(wish, count), self.folder)

    def edition_of(self, wish: Wish, count: int) -> Edition:
        """The edition with the first listings of a wish, and a head that says how many there are more."""
        personal = wish.personal._replace(left_out=len(wish.listings) - count, total=len(self.guide.listings))
        return replace(
            wish.edition,
            choice=Choice(listings=wish.listings[:count]),
            order=wish.edition.order or BY_HAND,
            personal=personal,
        )


def is_full(done: SetEdition) -> bool:
    """Whether the sheet of an edition has no room for all that it is to hold."""
    return any(problem.name in FULL and problem.level == ERROR for problem in done.problems)


def most_that_fit(count: int, guess: int, fits: Callable[[int], bool]) -> int:
    """The largest number up to `count` that fits, where less fits too; 0 where not even one does."""
    least, beyond = 0, count + 1
    trial = min(count, guess)
    while beyond - least > 1:
        if fits(trial):
            least = trial
        else:
            beyond = trial
        trial = min(count, 2 * least) if beyond > count and least else (least + beyond) // 2
        trial = max(trial, least + 1)
    return least


__all__ = ["Handout", "Handouts", "LaidHandout", "Wish", "most_that_fit"]
