"""Pictures of the guide's pages as it is typed, whatever is wrong with it, and where on them each listing stands.

A drawing is an edition laid out in a language. Its pages are finished and drawn when they are looked at, one by one, and
what has been set is kept for the next drawing: a change in one listing sets its section anew, and nothing else.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from io import BytesIO
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2

from guide.build import draft_edition, without_collector
from guide.content.choose.languages import Chosen, choose_in_languages
from guide.content.choose.mended import with_names, without_unknown
from guide.content.choose.printable import printable
from guide.content.edition import DEFAULT, default_edition
from guide.errors import Problem
from guide.layout.body.memory import GalleyMemory
from guide.layout.pages import Item, Page, Text
from guide.model import Edition, Guide
from guide.pdf.writer import render_pdf
from guide.project import Memory, Project, typed_project
from guide.screen import made_for_screen
from guide.studio.boxes import Box, boxes_of

if TYPE_CHECKING:
    from guide.layout.editions.draft import Draft

DRAWN = RLock()  # PDFium draws one page at a time
LEAST, MOST = 0.1, 6.0  # of a scale: a page is never smaller or larger
KEPT = 16  # pictures of a drawing that are kept
EDITIONS_KEPT = 4  # whose galleys are kept: a hundred megabytes each for a guide of 4,000
SIGNS = "\u25a1", "?"  # for what no face has
FAST = 1  # of the levels of compression: a picture is looked at once


class PageSize(NamedTuple):
    """A page in points, and the number that is printed on it."""

    width: float
    height: float
    folio: str


class Drawing:
    """An edition as it is now, page by page; pages count from 0."""

    def __init__(
        self,
        number: int,
        edition: Edition,
        draft: Draft | None,
        problems: tuple[Problem, ...],
        listings: Mapping[str, str],
        whole: Guide | None = None,
    ) -> None:
        self.number = number  # rises with every drawing
        self.edition, self.draft, self.problems = edition, draft, problems
        self.listings = listings  # {id: name} of those that are printed
        self.whole = whole  # with those that other editions print, for the numbers of all
        self._pages: dict[int, Page] = {}
        self._pictures: dict[tuple[int, float], bytes] = {}

    @cached_property
    def pages(self) -> tuple[PageSize, ...]:
        """The pages; none of an edition that cannot be laid out, and then the problems say why."""
        if self.draft is None:
            return ()
        return tuple(PageSize(*self.draft.size(index), str(index + 1)) for index in range(self.draft.count))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """{id of a listing: the number that is printed before it}."""
        return self.whole.entries if self.whole else {}

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All boxes, page by page: every page is finished for them. `boxes_on` is for a page in sight."""
        return tuple(box for index in range(len(self.pages)) for box in self.boxes_on(index))

    def boxes_on(self, page: int) -> tuple[Box, ...]:
        """Each listing on a page, each of its numbers and lines of hours."""
        with DRAWN:
            finished = self._page(page)
            assert self.draft
            return tuple(boxes_of(finished, page, self.draft.border(page)))

    def first_page(self, listing: str) -> int | None:
        """The page where a listing begins; None where it is not printed, see `listings`."""
        return self.draft.first_page(listing) if self.draft else None

    def pages_of(self, listing: str) -> tuple[int, ...]:
        """The pages that a listing touches."""
        first = self.first_page(listing)
        found: list[int] = []
        while first is not None and first < len(self.pages):
            if not any(box.listing == listing for box in self.boxes_on(first)):
                break
            found.append(first)
            first += 1
        return tuple(found)

    def png(self, page: int, scale: float = 1.0) -> bytes:
        """A page as a PNG, `scale` pixels for a point; IndexError for a page that it does not have."""
        scale = min(max(scale, LEAST), MOST)
        with DRAWN:
            if (page, scale) not in self._pictures:
                if len(self._pictures) >= KEPT:
                    self._pictures.pop(next(iter(self._pictures)))
                self._pictures[page, scale] = draw(self.pdf(page), scale)
            return self._pictures[page, scale]

    def pdf(self, page: int) -> bytes:
        """A page alone as a PDF file, without links."""
        finished = self._page(page)
        finished = replace(finished, items=tuple(map(seen, finished.items)), links=())
        assert self.draft
        document = replace(self.draft.document, pages=(finished,), outline=())
        with without_collector():
            return render_pdf(document, self.edition.screen_ink)

    def _page(self, index: int) -> Page:
        """A finished page, which is kept."""
        if self.draft is None or not 0 <= index < self.draft.count:
            raise IndexError(index)
        if index not in self._pages:
            with without_collector():
                self._pages[index] = self.draft.page(index)
        return self._pages[index]


def draw(pdf: bytes, scale: float) -> bytes:
    """The first page of a PDF file as a PNG."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        bitmap = page.render(scale=scale)
        picture = BytesIO()
        bitmap.to_pil().save(picture, "PNG", compress_level=FAST)
        return picture.getvalue()
    finally:
        document.close()


def seen(item: Item) -> Item:
    """An item with a sign in the place of each character that no face has: a build refuses it, a picture shows where it is."""
    if not isinstance(item, Text) or item.text.isascii() or item.face.covers(item.text):
        return item
    sign = next(sign for sign in SIGNS if item.face.covers(sign))
    text = "".join(each if each.isspace() or item.face.covers(each) else sign for each in item.text)
    return item._replace(text=text)


class Pictures:
    """Draws editions of a guide again and again, and keeps what has not changed."""

    def __init__(self, memory: Memory | None = None) -> None:
        self.memory = memory or Memory()
        self.number = 0
        self._galleys: dict[tuple[str, str], GalleyMemory] = {}  # by edition and language, the last one last

    def read(self, folder: str | Path) -> Project:
        """The project in a folder as it is typed: the quickest way to a drawing, for nothing is judged."""
        with without_collector():
            return typed_project(folder, memory=self.memory)

    def draw(self, project: Project, edition: str = "", language: str = "") -> Drawing:
        """An edition of a project as it is typed, in a language, or as the edition says; problems stop nothing.

        Without a name it is the default edition. KeyError for one that there is not, or whose file cannot be read at all.
        `problems` of the drawing say what could not be read, translated or laid out.
        """
        with DRAWN, without_collector():
            typed = self.typed(project)
            asked = in_language(edition_of(typed, edition), language)
            self.number += 1
            try:
                drawing = self._drawn(typed, asked, language)
            except BaseException:
                self.forget()
                raise
            gc.freeze()  # what is kept is not looked through again and again: a third of the time
            return drawing

    def _drawn(self, typed: Project, edition: Edition, language: str) -> Drawing:
        """The drawing of an edition."""
        problems = typed.problems + problems_of(edition, typed)
        draft, guide, all_listings = None, None, None
        if typed.guide:
            whole = printable(with_names(typed.guide) if typed.problems else typed.guide)
            chosen, found = choose_in_languages(whole, edition, typed.folder)
            if typed.problems or found or len(whole.listings) < len(typed.guide.listings):
                chosen = mended(chosen)
            guide, all_listings, problems = chosen.guide, chosen.whole, problems + found
        if guide and guide.listings:
            draft, found = self._draft(chosen, edition, language)
            problems += found
        told = tuple(dict.fromkeys(problems))
        return Drawing(self.number, edition, draft, told, names_of(guide), all_listings)

    def _draft(
        self, chosen: Chosen, edition: Edition, language: str
    ) -> tuple[Draft | None, tuple[Problem, ...]]:
        """(draft, problems) of what an edition prints; no draft of one that is read on a screen, and has no pages."""
        if not edition.made_as.is_paper:
            return None, made_for_screen(chosen, edition).problems
        return draft_edition(chosen, edition, self._galleys_of(edition.name, language))

    def _galleys_of(self, edition: str, language: str) -> GalleyMemory:
        """What is kept of an edition in a language; the one that was not drawn for the longest time is let go."""
        galleys = self._galleys.pop((edition, language), None)
        if galleys is None:
            galleys = GalleyMemory()
        self._galleys[edition, language] = galleys
        if len(self._galleys) > EDITIONS_KEPT:
            self._galleys.pop(next(iter(self._galleys)))
        return galleys

    def typed(self, project: Project) -> Project:
        """The project with all that could be read of its guide, where errors keep it from being printed."""
        if project.guide is not None:
            return project
        return typed_project(project.folder, memory=project.memory or self.memory)

    def forget(self) -> None:
        """Keep nothing from a drawing that ended no one knows where."""
        self._galleys.clear()


def edition_of(project: Project, name: str) -> Edition:
    """An edition by its name; without one the default edition of those with pages, which there is even where no file of one can
    be read."""
    if name:
        return project.editions[name]
    editions = on_paper(project.editions)
    return default_edition(editions) if editions else DEFAULT


def on_paper(editions: Mapping[str, Edition]) -> dict[str, Edition]:
    """The editions that have pages."""
    return {name: each for name, each in editions.items() if each.made_as.is_paper}


def problems_of(edition: Edition, project: Project) -> tuple[Problem, ...]:
    """What is wrong with the file of an edition."""
    path = edition.mark.path if edition.mark else None
    return tuple(problem for problem in project.edition_problems if problem.mark.path == path)


def mended(chosen: Chosen) -> Chosen:
    """What an edition prints without what would lead nowhere, in each language."""
    second = chosen.second and without_unknown(chosen.second)
    return replace(chosen, guide=without_unknown(chosen.guide), second=second)


def in_language(edition: Edition, language: str) -> Edition:
    """An edition in one language; what is not translated is shown as it is, so that the picture shows what is missing."""
    languages = (language,) if language else edition.languages
    untranslated = "fall back" if edition.untranslated == "stop" else edition.untranslated
    return replace(edition, languages=languages, untranslated=untranslated)


def names_of(guide: Guide | None) -> dict[str, str]:
    """{id: name} of the listings of a guide."""
    return {listing.id: listing.name for listing in guide.listings} if guide else {}
