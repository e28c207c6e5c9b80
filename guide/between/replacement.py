"""Pages of today that can take the place of pages of an older edition, and why others cannot.

A page fits where the same listings stand on it under the same numbers, and all that it refers to is on the pages where it
was. What runs over several pages is replaced as a whole or not at all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from guide.between.printed import Printed
from guide.formats import PRESSES
from guide.layout.pages import Destination, Document, Page, Text
from guide.layout.press.some_pages import some_pages
from guide.layout.tags import Tag

SAME, FITS = "same", "fits"
OTHER_LISTINGS = "other listings stand there now"
OTHER_NUMBERS = "the listings there have other numbers now"
OTHER_PAGES = "what is said there refers to pages that are others now"
RUNS_ON = "a listing runs on, over a page that does not fit"


class Content(NamedTuple):
    """What stands on a page: its listings in order, all its words, and which places it leads to."""

    listings: tuple[str, ...]
    words: tuple[str, ...]
    leads: frozenset[tuple[str, int]]  # id of a listing, "" for another place, and the index of its page


class Verdict(NamedTuple):
    """Whether a page of the older edition has to be replaced, and whether today's can take its place."""

    page: int  # as it is counted in print
    state: str  # SAME, FITS, or why it does not


@dataclass(frozen=True, kw_only=True)
class Replacement:
    """Today's pages that take the place of old ones, ready to be printed, and what is to be said of all that changed."""

    verdicts: tuple[Verdict, ...]  # of each page with listings, in order
    document: Document | None  # None where no page fits
    alone: tuple[int, ...] = ()  # pages whose other side of the leaf does not fit

    @cached_property
    def fitting(self) -> tuple[int, ...]:
        return tuple(each.page for each in self.verdicts if each.state == FITS)

    @cached_property
    def not_fitting(self) -> tuple[Verdict, ...]:
        return tuple(each for each in self.verdicts if each.state not in (SAME, FITS))


def find_replacement(old: Printed, new: Printed, pages: Mapping[str, int]) -> Replacement:
    """The pages that can be replaced; `pages`: where the older edition has its listings as it was printed.

    Nothing fits where it is no book, or where the older edition cannot be laid out any more as it was printed.
    """
    if not (old.edition.made_as.is_book and new.edition.made_as.is_book) or dict(pages) != dict(old.pages):
        return Replacement(verdicts=(), document=None)
    before, after = ([content_of(page) for page in each.document.pages] for each in (old, new))
    verdicts = with_run_ons(list(judged(before, after, old, new)), before)
    fitting = [each.page for each in verdicts if each.state == FITS]
    same = {each.page for each in verdicts if each.state in (SAME, FITS)} | untouched(before, after)
    leaves, alone = leaves_of(fitting, same, PRESSES[old.edition.press].single_sided)
    words = new.versions[0].words
    said = {page: words.page.format(folio=page) for page in leaves}
    return Replacement(
        verdicts=tuple(verdicts),
        document=some_pages(new.document, leaves, said) if fitting else None,
        alone=tuple(alone),
    )


# --- page by page -----------------------------------------------------------------------------------------


def content_of(page: Page) -> Content:
    """What stands on a page, without what every page carries."""
    listings: dict[str, None] = {}
    words = []
    for item in page.items:
        if isinstance(item, Text) and item.tag and (home := home_of(item.tag)) is not None:
            words.append(item.text)
            if home:
                listings[home] = None
    leads = frozenset(
        (link.target.listing, link.target.page) for link in page.links if isinstance(link.target, Destination)
    )
    return Content(tuple(listings), tuple(words), leads)


def home_of(tag: Tag) -> str | None:
    """The id of the listing that a tag is of, "" of a section's own; None for what stands outside of sections."""
    in_section = False
    found = ""
    step: Tag | None = tag
    while step is not None:
        in_section = in_section or step.kind == "Sect"
        if step.shows and not found:
            found = step.shows.listing
        step = step.parent
    return found if in_section else None


def judged(
    before: Sequence[Content], after: Sequence[Content], old: Printed, new: Printed
) -> Iterator[Verdict]:
    """Yield what is to be said of each page of the older edition that has listings."""
    for place, was in enumerate(before):
        if not was.listings:
            continue
        now = after[place] if place < len(after) else Content((), (), frozenset())
        yield Verdict(place + 1, state_of(was, now, old, new))


def state_of(was: Content, now: Content, old: Printed, new: Printed) -> str:
    """Whether a page is the same, fits, or why it does not fit."""
    if was.words == now.words and was.leads == now.leads:
        return SAME
    if was.listings != now.listings:
        return OTHER_LISTINGS
    if any(old.numbers.get(id) != new.numbers.get(id) for id in was.listings):
        return OTHER_NUMBERS
    leads_there = all(old.pages.get(id) == page + 1 for id, page in now.leads if id)
    others = [{page for id, page in each.leads if not id} for each in (was, now)]
    return FITS if leads_there and others[1] <= others[0] else OTHER_PAGES


def with_run_ons(verdicts: list[Verdict], before: Sequence[Content]) -> list[Verdict]:
    """The verdicts, none of pages over which a listing runs on to one that does not fit."""
    pairs = [
        (one, other)
        for one, other in zip(range(len(verdicts)), range(1, len(verdicts)))
        if set(before[verdicts[one].page - 1].listings) & set(before[verdicts[other].page - 1].listings)
    ]
    for one, other in (*pairs, *((other, one) for one, other in reversed(pairs))):
        for place, beside in ((one, other), (other, one)):
            if verdicts[place].state == FITS and verdicts[beside].state not in (SAME, FITS):
                verdicts[place] = verdicts[place]._replace(state=RUNS_ON)
    return verdicts


def untouched(before: Sequence[Content], after: Sequence[Content]) -> set[int]:
    """The pages without listings on which nothing is different."""
    return {
        place for place, (was, now) in enumerate(zip(before, after), 1) if not was.listings and was == now
    }


# --- leaf by leaf -----------------------------------------------------------------------------------------


def leaves_of(fitting: Iterable[int], same: set[int], single_sided: bool) -> tuple[list[int], list[int]]:
    """(pages as they are printed, 0 for a white one; those that stand alone on their leaf)."""
    if single_sided:
        return list(fitting), []
    order: list[int] = []
    alone: list[int] = []
    for leaf in sorted({(page + 1) // 2 for page in fitting}):
        sides = (2 * leaf - 1, 2 * leaf)
        order += [page if page in same else 0 for page in sides]
        alone += [page for page, other in (sides, sides[::-1]) if page in same and other not in same]
    return order, alone
