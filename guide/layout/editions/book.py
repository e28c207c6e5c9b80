"""The whole guide on pages: cover, contents, sections, closing notes, index, form; then every reference made final."""

from collections import deque
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from guide.errors import Mark, Problem
from guide.language.words import Words
from guide.layout.body.furniture import FORM, Head
from guide.layout.body.kept_pages import finished_once
from guide.layout.body.listing_pages import OpenPage
from guide.layout.body.memory import GalleyMemory
from guide.layout.body.stretch import ABOUT, Outcome, Stretch, divide
from guide.layout.compose.namesakes import Namesakes
from guide.layout.editions.book_pages import BookPages
from guide.layout.editions.book_parts import BookOptions, Flexible, OpenPart
from guide.layout.editions.budget import Counted, page_of
from guide.layout.editions.front import NO_CONTENTS
from guide.layout.editions.versions import Version
from guide.layout.laid_out import LaidOut, PagesElsewhere, Peer
from guide.layout.pages import Destination, Document, OutlineEntry, Page
from guide.layout.parts.base import Items
from guide.layout.parts.contents import CONTENTS
from guide.layout.parts.cover import Cover
from guide.layout.parts.cover_band import CoverBand
from guide.layout.parts.form import Form
from guide.layout.parts.front import FrontPages
from guide.layout.parts.index import INDEX
from guide.layout.parts.language_help import LANGUAGE_HELP
from guide.layout.parts.news import NEWS
from guide.layout.parts.open_late import OPEN_LATE
from guide.layout.parts.opennow import OPEN_NOW
from guide.layout.references import Resolver, document_of, outline_of
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor
from guide.layout.type.style import Style
from guide.model import Guide, Paragraph
from guide.model.edition import BEHIND_INDEX, BEHIND_LISTINGS
from guide.model.page import COVER, LAST, LISTINGS, PAGE_2
from guide.model.page import INDEX as INDEX_PLACE
from guide.problems import layout as kinds
from guide.workers import Here, begin


def typeset(
    guide: Guide,
    style: Style,
    words: Words,
    options: BookOptions | None = None,
    second: Version | None = None,
) -> tuple[Document, tuple[Problem, ...]]:
    """(Document, problems): the guide set in a style; problems are warnings that name what did not fit.

    `second`: the guide and its words in another language that is printed with it, as an edition's `Version`.
    """
    laid_out, problems = typeset_in_stretches(guide, style, words, options, second, in_stretches=False)
    return laid_out.document, problems


def typeset_in_stretches(
    guide: Guide,
    style: Style,
    words: Words,
    options: BookOptions | None = None,
    second: Version | None = None,
    galleys: GalleyMemory | None = None,
    in_stretches: bool = True,
) -> tuple[LaidOut, tuple[Problem, ...]]:
    """(LaidOut, problems): the same, but a long guide may be divided, and some of its pages be left elsewhere.

    `second`: the guide and its words in another language that is printed with it, as an edition's `Version`. `galleys`,
    a GalleyMemory, keeps the sections that are set for the next time. `in_stretches`: whether it may be divided.
    """
    digits = folio_digits(guide)
    while True:  # once, but for a guide whose length is all in its facts or its index
        book = Book(guide, style, words, options or BookOptions(), digits, second, galleys)
        laid_out, problems = book.lay_out(in_stretches)
        needed = len(str(laid_out.page_count))
        if needed <= digits:
            return laid_out, problems
        laid_out.give_up()
        digits = needed


class FormSet(NamedTuple):
    """The form as it is set, and what ends the last page."""

    pages: list[Items]
    root: Tag
    last_words: str  # at the foot; "" where it has no room for them


class SetParts(NamedTuple):
    """What a book puts on pages, in their order."""

    first: Stretch
    outcomes: list[Outcome]  # of it, and of what is set elsewhere
    panel: list[Items]  # in other languages
    front: FrontPages
    open_part: OpenPart | None
    index_pages: list[Items]
    form: FormSet
    news: list[Items]


def led(made: Iterator[OpenPage], head: Items) -> Iterator[OpenPage]:
    """The pages of the first stretch, the first below what stands on page 1 in the place of a cover.

    No method of a book: a generator that the book keeps would keep the book, a cycle that nobody takes apart.
    """
    page = next(made)
    yield OpenPage([*head, *page.items])
    yield from made


class Book(BookPages):
    """Sets the parts of one guide, puts them on pages and makes every reference final."""

    def lay_out(self, in_stretches: bool = False) -> tuple[LaidOut, tuple[Problem, ...]]:
        """Set every part, number the pages, and make the references final; (LaidOut, problems)."""
        border, second = self.second_stretch(in_stretches)
        if second and self.galleys is not None and not self.galleys.keeps_apart:
            second.set()  # what is remembered for the next time has to be here
        kept = self.galleys if self.galleys is not None and self.galleys.keeps_pages else None
        peer = (Here if kept and kept.has_all_pages else begin)(second.conversation()) if second else None
        try:
            made = self.put_together(border, peer)
            if kept and not kept.keeps_apart:
                kept.has_all_pages = True
            return made
        except BaseException:
            if peer:
                peer.close()
            raise

    def second_stretch(self, in_stretches: bool) -> tuple[int, Stretch | None]:
        """(border, stretch): the stretch behind the section of this index; the number of sections and None for a single one."""
        sections = self.guide.sections
        divided = in_stretches and not self.own.among_sections
        border = divide(sections) if divided else len(sections)
        if border == len(sections):
            return border, None
        return border, Stretch(self, border, len(sections), self.new_furniture(repeats=True))

    def put_together(self, border: int, peer: Peer | None) -> tuple[LaidOut, tuple[Problem, ...]]:
        """The document of the sections before the border, what `peer` has set of those behind it, and all other parts."""
        return self.finish(self.put_parts(self.set_parts(border, peer)), peer)

    def set_parts(self, border: int, peer: Peer | None) -> SetParts:
        """Set the sections before the border and all other parts; what `peer` has set of those behind it is told here."""
        first = Stretch(self, 0, border, self.furniture, self.lead)
        outcomes = [first.set()]
        panel, news = self.language_help(), self.news()
        part = self.open_part()
        last = self.last_words()
        in_foot = not last or self.furniture.has_room(last)
        self.homeless = "" if in_foot or self.options.form else self.options.build
        front = FrontPages([], True) if self.lead else self.front(part, self.cover)
        form = Form(self.guide, self.setter, self.words, self.root, "" if in_foot else last)
        form_pages = form.pages() if self.options.form else []
        if peer:
            between = len(panel) + len(front.pages[isinstance(self.cover, CoverBand) :])
            between += (len(news) if self.news_in_front else 0) + self.maps.in_front
            peer.tell((not self.lead) + between + self.own.in_front(between) + outcomes[0].pages)
        flexible = Flexible(part, self.index_pages())
        if peer:
            outcomes.append(peer.answer())
            for stack, missing in zip(first.stacks(), outcomes[1].missing):
                stack.missing |= missing
        counted = Counted(
            len(self.guide.listings),
            sum(outcome.pages for outcome in outcomes) + len(panel) + len(news) + self.maps.count,
            1 + len(front.pages) + len(form_pages),
        )
        part, index = self.within_budget(
            flexible, counted, page_of(() if self.own.among_sections else outcomes)
        )
        if part is not flexible.open_part or index is not flexible.index_pages:
            front = self.front_again(front, part, fixed=peer is not None)
        ended = FormSet(form_pages, form.root, last if in_foot else "")
        return SetParts(first, outcomes, panel, front, part, index, ended, news)

    def put_parts(self, parts: SetParts) -> Iterator[OpenPage]:
        """Put the parts on pages, in their order; the pages of the first stretch, which are yet to be made."""
        first, outcomes, panel, front, part, index, form, _ = parts
        self.problems += [problem for outcome in outcomes for problem in outcome.problems]
        broken = dict.fromkeys(pair for outcome in outcomes for pair in outcome.broken)
        self.problems += [_too_long(mark, text) for mark, text in broken if mark]
        self.problems += self.own.problems
        if not self.lead:
            self.put_cover(self.cover, self.cover_items)
        if isinstance(self.cover, CoverBand) and self.cover.bottom > self.grid.bottom:
            self.problems.append(kinds.HEAD_FULL.at(self.guide.mark))
        self.put_own(COVER)
        listed = self.options.contents != NO_CONTENTS
        self.put_pages(
            [] if self.lead else self.put_first(front.pages),
            Head(name=self.words.contents if listed else self.words.about),
            CONTENTS,
        )
        self.put_pages(panel, Head(name=self.words.language_help), LANGUAGE_HELP)
        self.put_news(parts.news, PAGE_2)
        self.put_maps(PAGE_2)
        self.put_own(PAGE_2)
        outcomes[0] = first.arranged(len(self.pages))
        self.said += first.said_of_coupons(len(self.pages))
        made = first.pages(len(self.pages))
        if self.lead:
            made = led(made, self.cover_items)
        for outcome, pages in zip(outcomes, (made, None)):
            self.places |= outcome.places(len(self.pages))
            self.pages += [pages] * outcome.pages
        self.put_own(LISTINGS)
        self.put_news(parts.news, BEHIND_LISTINGS)
        self.put_maps(BEHIND_LISTINGS)
        if part:
            self.put_pages(part.pages, Head(name=part.title), part.anchor)
        self.put_pages(index, Head(name=self.words.index), INDEX)
        self.put_news(parts.news, BEHIND_INDEX)
        self.put_maps(BEHIND_INDEX)
        self.put_own(INDEX_PLACE)
        back = self.help_back()
        self.fill_up(self.filling(len(form.pages), len(back)))
        self.put_pages(form.pages, Head(name=self.words.form_name), FORM, with_form=False)
        folio = len(self.pages)
        own_last = self.put_own(LAST)
        self.put_back(back, with_form=not form.last_words)
        folio = folio if own_last else len(self.pages)  # the guide's own pages have feet of their own
        end = self.pages[folio - 1]
        if form.last_words and isinstance(end, OpenPage):
            end.items = self.furniture.with_last_line(end.items, form.last_words, folio, form.root)
        return made

    def put_news(self, pages: list[Items], place: str) -> None:
        """Put the pages that tell what is new, where this is their place."""
        if self.options.news == place:
            self.put_pages(pages, Head(name=self.words.news), NEWS)

    @cached_property
    def lead(self) -> float:
        """How far down page 1 the listings begin, where they follow on what stands there in the place of a cover; else 0."""
        options = self.options
        told = options.how_to_use or options.signs or options.about_guide
        parts = told or options.contents != NO_CONTENTS or self.panel_languages() or self.own.in_front(0)
        parts = parts or self.news_in_front or self.maps.in_front
        if parts or not isinstance(self.cover, CoverBand):
            return 0
        return max(self.cover.bottom - self.grid.top, 1)

    def front_again(self, front: FrontPages, part: OpenPart | None, fixed: bool) -> FrontPages:
        """The pages before the listings, naming the parts that are there now; `fixed`: as many of them as there were."""
        if isinstance(self.cover, Cover) and self.cover.helps:
            self.cover.helps = self.helps()
            self.cover_items = self.cover.items()
        again = self.front(part, self.cover)
        more = len(front.pages) - len(again.pages)
        if not fixed or not more:
            return again
        return again._replace(pages=again.pages + [[]] * more) if more > 0 else front

    def last_words(self) -> str:
        """What ends the last page: what the content was made of, and what page 2 does not say: its numbers, when to throw it away."""
        options = self.options
        told = () if options.about_guide else (options.discard_after, options.numbers)
        return " ".join(filter(None, (*told, options.build)))

    # --- references made final

    def finish(
        self, made: Iterator[OpenPage], peer: Peer | None = None
    ) -> tuple[LaidOut, tuple[Problem, ...]]:
        """(LaidOut, problems) with every folio printed.

        `made` yields the pages of the first stretch, which are in no list: each is made, finished and let go. `peer` has
        the pages elsewhere.
        """
        elsewhere = None
        if peer:
            first, count = self.pages.index(None), self.pages.count(None)
            # Its own it knows. A message that the pipe cannot hold is waited with until it has made its pages.
            peer.tell(
                {
                    anchor: place
                    for anchor, place in self.places.items()
                    if not first <= place.page < first + count
                }
            )
            folios = tuple(str(first + place + 1) for place in range(count))
            elsewhere = PagesElsewhere(first, self.grid.height, folios, peer)
        resolver = self.resolver()
        pages, waiting = [], deque(enumerate(self.pages, 1))
        self.pages = []
        while waiting:  # each open page is let go when it is finished
            folio, page = waiting.popleft()
            if page is not None:
                open_page = page if isinstance(page, OpenPage) else next(made)
                pages.append(self.final_page(open_page, resolver, str(folio)))
        guide = self.guide
        document = document_of(
            guide,
            self.style,
            pages,
            self.root,
            outline=self.outline(),
            filled=self.filled,
            spare=self.spare,
            left_out=tuple(self.left_out),
            said=(*self.said, *self.maps.said),
        )
        return LaidOut(document, elsewhere), tuple(self.problems)

    def final_page(self, page: OpenPage, resolver: Resolver, folio: str) -> Page:
        """A page with every folio printed: that of the last time where it would be the same."""
        if self.galleys is None or not self.galleys.keeps_pages:
            return page.finished(resolver, folio)
        return finished_once(page, resolver, folio, self.galleys.filled, self.galleys.sign_items)

    def resolver(self) -> Resolver:
        """What makes references final when every part has its pages."""
        opened = self.places.get(OPEN_LATE) or self.places.get(OPEN_NOW)
        also = {OPEN_LATE: opened, OPEN_NOW: opened} if opened else {}  # either is what page 2 may name
        return Resolver(also | self.places, self.setter, self.guide.source_language)

    def outline(self) -> tuple[OutlineEntry, ...]:
        """Bookmarks: contents, sections with their listings, index, form."""
        names = Namesakes(self.guide).names(attrgetter("name"))
        panel = (
            [self.outline_entry(self.words.language_help, LANGUAGE_HELP)]
            if LANGUAGE_HELP in self.places
            else []
        )
        contents = (
            [self.outline_entry(self.words.contents, CONTENTS)]
            if CONTENTS in self.places and self.options.contents != NO_CONTENTS
            else []
        )
        entries = [
            *contents,
            *panel,
            *outline_of(self.guide, self.places, names, self.words),
        ]
        parts = (
            (self.words.news, NEWS),
            (self.words.about, ABOUT),
            (self.words.open_late, OPEN_LATE),
            (self.words.open_now, OPEN_NOW),
            (self.words.index, INDEX),
            (self.words.form_title, FORM),
        )
        entries += [self.outline_entry(title, anchor) for title, anchor in parts if anchor in self.places]
        others = (*self.own.anchors(), *((each.title, each.anchor) for each in self.maps.maps))
        own = [self.outline_entry(*each) for each in others if each[1] in self.places]
        sorts = own or NEWS in self.places
        return tuple(sorted([*entries, *own], key=attrgetter("destination")) if sorts else entries)

    def outline_entry(self, title: str, anchor: Anchor) -> OutlineEntry:
        place = self.places[anchor]
        return OutlineEntry(title=title, destination=Destination(place.page, place.y))


def folio_digits(guide: Guide) -> int:
    """How many figures the longest folio is likely to have: from more pages than guides of this length take."""
    count = len(guide.listings)
    words = sum(
        len(span.text)
        for listing in guide.listings
        for block in listing.description
        for span in (block.spans if isinstance(block, Paragraph) else chain(*block.items))
    )
    pages = 8 + 2 * len(guide.sections) + count + words // 1000 + count // 20
    return max(2, len(str(pages)))


def _too_long(mark: Mark, text: str) -> Problem:
    shown = text if len(text) <= 60 else text[:57] + "..."
    return kinds.WORD_TOO_LONG.at(mark, word=shown)
