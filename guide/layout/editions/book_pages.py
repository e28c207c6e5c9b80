"""The pages of a book as they are filled: each part put on its own, with heads and feet, and what fills up."""

from collections.abc import Iterable, Iterator

from guide.errors import Problem
from guide.language.words import Words
from guide.layout.body.furniture import Furniture, Head
from guide.layout.body.listing_pages import OpenPage
from guide.layout.body.memory import GalleyMemory
from guide.layout.body.own_sheet import OwnSheet, ordered, said_of_coupons, sheet_items
from guide.layout.body.tabs import Tabs, spread
from guide.layout.editions.book_parts import BookOptions, BookParts
from guide.layout.editions.versions import Version
from guide.layout.parts.base import Items
from guide.layout.parts.contents import CONTENTS
from guide.layout.parts.cover import Cover, cover_full
from guide.layout.parts.cover_band import CoverBand
from guide.layout.references import Place
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor
from guide.layout.type.style import Style, edition_choices
from guide.model import Guide
from guide.model.page import LAST


class BookPages(BookParts):
    """Puts the parts of one guide on pages, in the order in which they are asked for."""

    def __init__(
        self,
        guide: Guide,
        style: Style,
        words: Words,
        options: BookOptions,
        digits: int,
        second: Version | None = None,
        galleys: GalleyMemory | None = None,
    ) -> None:
        super().__init__(guide, style, words, options, digits, second, galleys)
        said_of = guide.edition, guide.style.accent_name
        self.edition_words = self.kept("edition", said_of, lambda: edition_choices(guide, self.words))
        self.cover = self.new_cover()
        self.cover_items = self.cover.items()  # before all else: its rows tell the thumb tabs their places
        self.furniture = self.new_furniture()
        # In the place of each page of the first stretch who makes it, None for one elsewhere.
        self.pages: list[OpenPage | Iterator[OpenPage] | None] = []
        self.places: dict[Anchor, Place] = {}
        self.problems: list[Problem] = []
        self.filled = self.spare = 0  # pages of its own that fill up, and what is left to be filled up

    def new_furniture(self, repeats: bool = False) -> Furniture:
        """Heads and feet; `repeats`: they come after others, so that no foot is read as part of the text again."""
        furniture = Furniture(self.setter, self.words, self.edition_words, self.tabs(), self.options.form)
        if repeats:
            furniture.foot_tag = Tag("Link", Tag("P", self.root))
        furniture.service = self.service(repeats)
        return furniture

    def tabs(self) -> Tabs:
        """Where the thumb tabs stand: as high as the rows on the cover, which they continue, or spread over the page."""
        sections = self.guide.sections
        places = self.cover.tabs or spread(len(sections), self.style)
        return Tabs(places, [section.icon for section in sections])

    # --- the parts, on pages

    def put_first(self, pages: list[Items]) -> list[Items]:
        """Put the first of the pages before the listings on page 1 where there is no cover; the others."""
        page = self.pages[0]
        if isinstance(self.cover, Cover) or not isinstance(page, OpenPage):
            return pages
        left, top = self.grid.left(1), self.cover.bottom
        page.items += [item.moved(left, top) for items in pages[:1] for item in items]
        page.items += self.furniture.foot(1, self.root)
        self.places[CONTENTS] = Place(0, 1, top)
        return pages[1:]

    def put_cover(self, cover: Cover | CoverBand, items: Items) -> None:
        self.pages.append(OpenPage(items))
        self.left_out += cover.left_out
        if cover.full:
            self.problems.append(cover_full(self.guide, bool(self.words.both)))

    def put_pages(self, pages: Iterable[Items], head: Head, anchor: Anchor, with_form: bool = True) -> None:
        """Put pages of a part, their items counted from the frame's corner, with head and foot."""
        for place, items in enumerate(pages):
            folio = len(self.pages) + 1
            if place == 0:
                self.places.setdefault(anchor, Place(folio - 1, folio, self.grid.top))
            left = self.grid.left(folio)
            page = OpenPage(self.furniture.head(head, folio))
            page.items += [item.moved(left, self.grid.top) for item in items]
            page.items += self.furniture.foot(folio, self.root, with_form)
            self.pages.append(page)

    def put_maps(self, place: str) -> None:
        """Put the maps of a place."""
        for each in self.maps.at(place):
            self.put_pages(each.pages, Head(name=each.title), each.anchor)

    def put_own(self, place: str) -> bool:
        """Put the guide's own pages of a place; whether there are any."""
        first = len(self.pages) + 1
        sheets = self.own.at(place, first)
        self.put_sheets(sheets)
        self.said += said_of_coupons(sheets, first, self.options.notes)
        return bool(sheets)

    def put_sheets(self, sheets: Iterable[OwnSheet]) -> None:
        """Put pages of the guide's own."""
        for sheet in sheets:
            folio = len(self.pages) + 1
            if sheet.anchor:
                self.places[sheet.anchor] = Place(folio - 1, folio, self.grid.top)
            items = sheet_items(sheet, folio, self.furniture, self.root, self.options.notes)
            self.pages.append(OpenPage(items))

    def filling(self, form: int, back: int) -> int:
        """How many pages fill up, so that with those that follow they all are a multiple, or as many as are asked for."""
        multiple, exactly = self.options.multiple, self.options.exactly
        for count in range(exactly + 2 * multiple):
            pages = (there := len(self.pages) + count + form) + len(self.own.at(LAST, there + 1)) + back
            if pages == exactly or pages > exactly and pages % multiple == 0:
                return count
        return 0

    def fill_up(self, count: int) -> None:
        """So many pages more: spare ones of the guide's own, then one with lines for notes, the others white."""
        for spare in self.own.spare:
            sheets = ordered(spare, len(self.pages) + 1, self.options.single_sided)
            if len(sheets) <= count:
                self.put_sheets(sheets)
                count -= len(sheets)
                self.filled += len(sheets)
        self.spare = count
        for place in range(count):
            folio, items = len(self.pages) + 1, Items()
            if self.options.notes and place == 0:
                items += self.furniture.head(Head(name=self.words.notes), folio)
                items += self.furniture.notes(folio)
            self.pages.append(OpenPage(items + self.furniture.foot(folio, self.root)))

    def put_back(self, pages: Iterable[Items], with_form: bool) -> None:
        """The last page, which offers help: without a head, for it is the outside."""
        for items in pages:
            folio = len(self.pages) + 1
            left = self.grid.left(folio)
            page = OpenPage([item.moved(left, self.grid.top) for item in items])
            page.items += self.furniture.foot(folio, self.root, with_form)
            self.pages.append(page)
