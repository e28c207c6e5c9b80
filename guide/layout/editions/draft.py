"""A draft: an edition laid out whose pages are finished when they are looked at, one by one.

It has the pages that a build has, in the places where a build has them; who looks at one page of a thousand waits for one.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Protocol

from guide.errors import Problem
from guide.layout.body.listing_pages import OpenPage
from guide.layout.body.memory import GalleyMemory
from guide.layout.body.paginate import FramePlan
from guide.layout.body.stretch import Outcome, Stretch
from guide.layout.compose.links import listing_anchor
from guide.layout.editions.asked import impossible, of_a_screen, signs_off
from guide.layout.editions.book import Book, SetParts, folio_digits
from guide.layout.editions.lay_out import Made, edition_options, edition_style, lay_out
from guide.layout.editions.versions import Version
from guide.layout.pages import Document, OutlineEntry, Page
from guide.layout.references import Resolver, document_of
from guide.model import Edition, Guide


class Draft(Protocol):
    """An edition laid out, page by page."""

    document: Document  # but for its pages

    @property
    def count(self) -> int:
        """How many pages it has."""

    @property
    def full(self) -> float:
        """The same, but the last page of listings as far as it is filled."""

    @property
    def columns(self) -> int:
        """How many columns its listings stand in."""

    def finished(self) -> Made | None:
        """What `lay_out` gives, once, in the place of the draft; None where it has to be laid out anew."""

    def border(self, index: int) -> float | None:
        """Where two columns of listings part, from the left edge of a page; None for one column."""

    def size(self, index: int) -> tuple[float, float]:
        """(width, height) of a page in points."""

    def page(self, index: int) -> Page:
        """A page, finished."""

    def first_page(self, listing: str) -> int | None:
        """The index of the page where a listing begins; None where it has none."""


class WholeDraft:
    """A document that is finished already: a sheet of its own, or an edition with a number of pages."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.pages = document.pages

    @property
    def count(self) -> int:
        return len(self.pages)

    @property
    def full(self) -> float:
        return len(self.pages)

    @property
    def columns(self) -> int:
        return 1

    def finished(self) -> None:
        """A sheet of its own is laid out in its own way."""

    def border(self, index: int) -> float | None:
        return None

    def size(self, index: int) -> tuple[float, float]:
        return self.pages[index].width, self.pages[index].height

    def page(self, index: int) -> Page:
        return self.pages[index]

    def first_page(self, listing: str) -> int | None:
        return self.places.get(listing)

    @cached_property
    def places(self) -> dict[str, int]:
        """The index of the page of each listing that has a bookmark."""
        found: dict[str, int] = {}
        waiting: list[OutlineEntry] = [*self.document.outline]
        while waiting:
            entry = waiting.pop()
            waiting += entry.children
            if entry.listing:
                found[entry.listing] = entry.destination.page
        return found


class SetHere:
    """Who has the second stretch of a draft: this process, which keeps its plans."""

    def __init__(self, stretch: Stretch) -> None:
        self.stretch = stretch

    def tell(self, value: Any) -> None:
        """Where the stretch begins, which the draft knows."""

    def answer(self) -> Outcome:
        return self.stretch.outcome or self.stretch.set()

    def close(self) -> None:
        """Nothing goes on that could end."""


class BookDraft(Book):
    """A book whose parts are set and have their places, and whose pages of listings are made one by one."""

    def lay(self, in_stretches: bool) -> None:
        """Set every part and give it its pages; `in_stretches` as for `lay_out`."""
        border, self.second = self.second_stretch(in_stretches)
        peer = SetHere(self.second) if self.second else None
        if peer:
            peer.answer()
        parts: SetParts = self.set_parts(border, peer)
        self.stretch = parts.first
        self.made = self.put_parts(parts)
        self.document = document_of(self.guide, self.style, (), self.root)

    @property
    def count(self) -> int:
        return len(self.pages)

    @property
    def full(self) -> float:
        last = (self.second or self.stretch).plans[-1]
        return self.count - (1 - last.used / self.grid.depth if isinstance(last, FramePlan) else 0)

    @property
    def columns(self) -> int:
        return self.style.columns

    def finished(self) -> Made | None:
        return self.finish(self.made) if self.second is None else None

    def border(self, index: int) -> float | None:
        if self.style.columns != 2:
            return None
        x = self.grid.left(index + 1) + self.style.column + self.grid.gutter / 2
        return self.grid.width - x if self.setter.leftward else x

    def size(self, index: int) -> tuple[float, float]:
        return self.grid.width, self.grid.height

    def page(self, index: int) -> Page:
        """A page with its references made final."""
        open_page = self.open_page(index)
        return self.final.page(open_page.items, self.grid.width, self.grid.height, str(index + 1))

    @cached_property
    def final(self) -> Resolver:
        return self.resolver()

    def open_page(self, index: int) -> OpenPage:
        """A page as the parts have filled it, or as a stretch makes it."""
        page = self.pages[index]
        if isinstance(page, OpenPage):
            return page
        stretch = self.second if page is None else self.stretch
        assert stretch
        first = self.pages.index(page)
        return stretch.page(stretch.plans[index - first], index + 1, first)

    def first_page(self, listing: str) -> int | None:
        place = self.places.get(listing_anchor(listing))
        return place.page if place else None


def lay_out_draft(
    versions: Sequence[Version],
    edition: Edition,
    whole: Guide,
    galleys: GalleyMemory | None = None,
    in_stretches: bool = False,
) -> tuple[Draft | None, tuple[Problem, ...]]:
    """(draft, problems) of the guide as an edition prints it, None where it cannot be laid out; arguments as for `lay_out`."""
    if edition.fit or edition.pages or not edition.made_as.is_book or any(impossible(edition)):
        done = lay_out(versions, edition, whole)
        return (WholeDraft(done.document) if done.document else None), done.problems
    guide, words, _ = versions[0]
    second = versions[1] if len(versions) > 1 else None
    style, options = edition_style(versions, edition), edition_options(edition, words, "")
    digits = folio_digits(guide)
    while True:  # see typeset_in_stretches
        draft = BookDraft(guide, style, words, options, digits, second, galleys)
        draft.lay(in_stretches)
        needed = len(str(draft.count))
        if needed <= digits:
            return draft, (*draft.problems, *signs_off(guide, edition), *of_a_screen(edition))
        digits = needed
