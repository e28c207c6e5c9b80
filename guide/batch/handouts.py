"""Handouts: what is prepared once for all of them, and how one is made.

A handout prints the listings that are nearest to what somebody asked for, the first of a wish first, and as many of them
as its pages hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from guide.batch.amounts import Amounts, Sums
from guide.batch.room import Rate, Room, Tried, Wish
from guide.batch.workshop import Workshop
from guide.build import laid_out_of, without_collector
from guide.content.choose.languages import Chosen
from guide.errors import ERROR, Problem
from guide.frozen import frozen
from guide.layout.editions.lay_out import MANY
from guide.layout.laid_out import LaidOut
from guide.model import Choice, Edition, Guide, Personal
from guide.model.order import BY_HAND
from guide.press import for_the_printer
from guide.problems.layout import DOES_NOT_FIT
from guide.project import stop_on_errors

A_PAGE = 6  # listings, about, of a sample by which it is found out how much an edition sets on a page


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
        self.amounts = Amounts(guide)
        self.total = len(guide.listings)
        self.rates: dict[tuple[Edition, int], Rate] = {}

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
        one, many = self.room(wish), len(wish.listings) >= MANY
        if not wish.edition.made_as.is_book or wish.edition.columns or not many and one.holds_all():
            return one, one.most()
        two = self.room(replace(wish, edition=replace(wish.edition, columns=2)))
        if two.rate.columns == 1:
            return one, one.most()
        most = two.most()
        return (one, one.most(most)) if most < MANY and one.fits(max(most, 1)) else (two, most)

    def room(self, wish: Wish) -> Room:
        """What the pages of a wish hold, which is yet to be tried."""
        return Room(wish, self.trial, self.rate(wish), Sums(self.amounts, wish.listings))

    def rate(self, wish: Wish) -> Rate:
        """How much the edition of a wish sets on a page, about: by listings from all over the guide, the same for each handout."""
        shape = replace(wish.edition, name="", personal=None), wish.pages
        if shape not in self.rates:
            listings, count = self.guide.listings, A_PAGE * wish.pages
            ids = tuple(each.id for each in listings[:: -(-len(listings) // count)])
            sums = Sums(self.amounts, ids)
            begin = Rate(sums.of(len(ids)) / wish.pages, 1)
            sample = Room(replace(wish, listings=ids, personal=Personal()), self.trial, begin, sums)
            most = max(sample.most(), 1)
            if trial := sample.tried(most).trial:
                begin = Rate(sums.of(most) / (trial.full or wish.pages), trial.columns)
            self.rates[shape] = begin
        return self.rates[shape]

    def trial(self, wish: Wish, count: int) -> Tried:
        """The first listings of a wish, so many, and how they come out."""
        edition = self.edition_of(wish, count)
        chosen, problems = self.workshop.chosen(edition)
        wrong = any(problem.level == ERROR for problem in problems)
        return Tried(edition, chosen, problems, None if wrong else self.workshop.trial(chosen, edition))

    def edition_of(self, wish: Wish, count: int) -> Edition:
        """The edition with the first listings of a wish, and a head that says how many there are more."""
        personal = wish.personal._replace(left_out=len(wish.listings) - count, total=self.total)
        return replace(
            wish.edition,
            choice=Choice(listings=wish.listings[:count]),
            order=wish.edition.order or BY_HAND,
            personal=personal,
        )


__all__ = ["Handout", "Handouts", "LaidHandout", "Wish"]
