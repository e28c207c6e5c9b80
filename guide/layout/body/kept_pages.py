"""Pages of listings as they were finished the last time: one that would be the same is not made again.

It is the same while the same rows stand on it in the same places, below the same head and over the same foot, and while all
that it names stands where it stood. That shows when it is finished: before, not all has its place.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from guide.layout.body.furniture import Furniture, Head
from guide.layout.body.galley import Row
from guide.layout.body.listing_pages import OpenPage
from guide.layout.body.paginate import FramePlan
from guide.layout.kept_page import KeptPage
from guide.layout.pages import Page
from guide.layout.references import Resolver


class PageMadeOf(NamedTuple):
    """What decides a page, but for where other things stand."""

    rows: tuple[tuple[Row, ...], ...]  # of each strip
    places: tuple[float, ...]  # of the strips
    goes_on: tuple[Any, ...]  # what is repeated over them
    used: float
    last: bool
    head: Head
    sections: tuple[int, ...]
    begins: bool  # the pages of a stretch
    around: tuple[Any, ...]  # what decides heads and feet


class Known(NamedTuple):
    """A page that is kept, with what it was made of, and the last folio with the box of help before it and with it."""

    made_of: PageMadeOf
    kept: KeptPage
    help_before: int
    help_after: int


KnownPages = dict[int, Known]  # by the index of the page


def page_made_of(plan: FramePlan, head: Head, begins: bool, around: tuple[Any, ...]) -> PageMadeOf:
    """What decides a page of listings that is planned so."""
    continued, group = plan.continued, plan.group
    return PageMadeOf(
        rows=tuple(strip.rows for strip, _ in plan.strips),
        places=(*(y for _, y in plan.strips), *plan.xs),
        goes_on=(continued and (continued.number, continued.title), group and group.title),
        used=plan.used,
        last=plan.last,
        head=head,
        sections=plan.sections,
        begins=begins,
        around=around,
    )


class Filled(NamedTuple):
    """A page of another part that is kept, with what stands on it while references are open."""

    items: Any  # as they are signed
    languages: dict[str, str]  # of scripts
    kept: KeptPage


def finished_once(
    page: OpenPage, resolver: Resolver, folio: str, filled: dict[int, Filled], sign: Callable[[Any], Any]
) -> Page:
    """A page with its references made final, of any part: that of the last time where the same stands on it.

    `sign(items)` is what tells it from others, None for one that is not kept.
    """
    signed = None if isinstance(page, PageToKeep) else sign(page.items)
    if signed is None:
        return page.finished(resolver, folio)
    index, languages = int(folio) - 1, resolver.foreign.languages
    old = filled.get(index)
    is_same = old and old.languages == languages and old.items == signed
    if not old or not is_same or not is_still(old.kept, resolver):
        old = filled[index] = Filled(signed, languages, newly_finished(page, resolver, folio))
    return finished_before(old.kept, resolver)


def newly_finished(page: OpenPage, resolver: Resolver, folio: str) -> KeptPage:
    """A page finished, with the places that it has asked for."""
    resolver.asked, before = {}, resolver.foreign.last
    made = page.finished(resolver, folio)
    return KeptPage(made, resolver.asked, before, resolver.foreign.last)


def is_still(kept: KeptPage, resolver: Resolver) -> bool:
    """Whether a page with the same on it is finished as it was: what it names stands there, and what goes on from before it."""
    return kept.before == resolver.foreign.last and kept.holds(resolver.find)


def finished_before(kept: KeptPage, resolver: Resolver) -> Page:
    """A page as it was finished."""
    resolver.asked, resolver.foreign.last = {}, kept.after
    return replace(kept.page, kept=kept)


class PageToKeep(OpenPage):
    """A page of listings that is made when it is finished, unless it is known."""

    def __init__(
        self, made_of: PageMadeOf, make: Callable[[], OpenPage], furniture: Furniture, known: KnownPages
    ) -> None:
        super().__init__()
        self.made_of, self.make, self.furniture, self.known = made_of, make, furniture, known

    def finished(self, resolver: Resolver, folio: str) -> Page:
        """The page with its references made final: that of the last time where it is the same."""
        if not self.furniture.is_repeated:  # what is read but once stands on it
            return self.make().finished(resolver, folio)
        index, before = int(folio) - 1, self.furniture.help_at
        old = self.known.get(index)
        is_same = old and old.help_before == before and old.made_of == self.made_of
        if not old or not is_same or not is_still(old.kept, resolver):
            kept = newly_finished(self.make(), resolver, folio)
            old = self.known[index] = Known(self.made_of, kept, before, self.furniture.help_at)
        self.furniture.help_at = old.help_after
        return finished_before(old.kept, resolver)
