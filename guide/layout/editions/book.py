"""The whole guide on pages: cover, contents, sections, closing notes, index, form; then every reference made final."""

from collections import deque
from dataclasses import dataclass, replace
from operator import attrgetter

from guide.language.words import side_by_side
from guide.layout.body.bilingual import bilingual_guide, topic_words
from guide.layout.body.furniture import FORM, Furniture, Head
from guide.layout.body.galley import Column, shifted, stack
from guide.layout.body.memory import Setting
from guide.layout.body.stretch import ABOUT, OpenPage, Stretch, divide
from guide.layout.compose.checked import count_lines
from guide.layout.compose.namesakes import Namesakes
from guide.layout.laid_out import LaidOut, PagesElsewhere
from guide.layout.pages import Destination, OutlineEntry, Tag
from guide.layout.parts.contents import CONTENTS, contents_entries, set_contents
from guide.layout.parts.cover import make_cover
from guide.layout.parts.form import Form
from guide.layout.parts.howto import HOW_TO_USE, HowToUse, pages_of
from guide.layout.parts.index import INDEX, Index, rows_by_name, rows_by_place, rows_by_topic
from guide.layout.parts.language_help import LANGUAGE_HELP, LanguageHelp, panel_languages
from guide.layout.parts.open_rows import open_rows
from guide.layout.parts.opennow import LEAST_WIDTH, OPEN_NOW, OpenNow
from guide.layout.parts.publisher import publisher_line
from guide.layout.references import Place, Resolver, document_of, outline_of
from guide.layout.type.inline import Inline
from guide.layout.type.numbers import with_number_columns
from guide.layout.type.setter import Setter
from guide.layout.type.style import edition_choices, with_grid
from guide.problems import layout as kinds
from guide.workers import begin


@dataclass(frozen=True, kw_only=True, slots=True)
class BookOptions:
    """What an edition asks of the pages beside their style."""

    multiple: int = 2  # of pages: 4 for a booklet
    single_sided: bool = False  # every page is a recto
    places: bool = True  # an index by place
    topics: bool = True  # an index by topic
    about: bool = True  # the closing notes
    open_now: bool = False  # the table of who is open when
    note: str = ""  # what was left out
    discard_after: str = ""  # words for the last page
    language_help: tuple | None = None  # languages of the panel; None: those that the guide names
    build: str = ""  # the digest of the content, for the last page


def typeset(guide, style, words, options=None, second=None):
    """(Document, problems): the guide set in a style; problems are warnings that name what did not fit.

    `second`: the guide and its words in another language that is printed with it, as an edition's `Version`.
    """
    laid_out, problems = typeset_in_stretches(guide, style, words, options, second, in_stretches=False)
    return laid_out.document, problems


def typeset_in_stretches(guide, style, words, options=None, second=None, galleys=None, in_stretches=True):
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


class Book:
    """Puts the parts of one guide together; each part is set before any folio is known."""

    def __init__(self, guide, style, words, options, digits, second=None, galleys=None):
        self.options = options
        if self.options.single_sided:
            style = with_grid(style, single_sided=True)
        self.versions = [(guide, words), *([(second.guide, second.words)] if second else [])]
        if not self.options.about:
            self.versions = [(replace(each, closing_notes=()), own) for each, own in self.versions]
        self.guide = bilingual_guide(self.versions[0][0], second.guide) if second else self.versions[0][0]
        self.words = side_by_side(words, second.words) if second else words
        style = with_number_columns(
            style, len(guide.listings), len(guide.sections), [label for _, label in words.facts]
        )
        self.style = style
        self.grid = style.grid
        self.setter = Setter(style, digits)
        self.galleys = galleys if second is None else None
        self.root = Tag("Document", language=guide.language)
        if self.galleys is not None:
            self.root = self.galleys.root_for(Setting(guide.language, guide.country, words, style, digits))
        self.edition_words = edition_choices(guide, self.words)
        self.furniture = self.new_furniture()
        self.pages = []  # OpenPage; in the place of each page of the first stretch who makes it; None for one elsewhere
        self.places = {}
        self.problems = []
        self.left_out = []  # what this size has no room for, in words

    def new_furniture(self, repeats=False):
        """Heads and feet; `repeats`: they come after others, so that no foot is read as part of the text again."""
        furniture = Furniture(self.setter, self.words, self.edition_words, len(self.guide.sections))
        if repeats:
            furniture.foot_tag = Tag("Link", Tag("P", self.root))
        return furniture

    def lay_out(self, in_stretches=False):
        """Set every part, number the pages, and make the references final; (LaidOut, problems)."""
        sections = self.guide.sections
        border = divide(sections) if in_stretches else len(sections)
        second = (
            Stretch(self, border, len(sections), self.new_furniture(repeats=True))
            if border < len(sections)
            else None
        )
        if second and self.galleys is not None:
            second.set()  # what is remembered for the next time has to be here
        peer = begin(second.conversation()) if second else None
        try:
            return self.put_together(border, peer)
        except BaseException:
            if peer:
                peer.close()
            raise

    def put_together(self, border, peer):
        """The document of the sections before the border, what `peer` has set of those behind it, and all other parts."""
        first = Stretch(self, 0, border, self.furniture)
        outcomes = [first.set()]
        parts = self.index_parts()
        panel = self.language_help()
        open_now = self.open_now()
        cover = make_cover(
            self.guide, self.setter, self.words, self.root, [guide for guide, _ in self.versions]
        )
        cover_items = cover.items()
        contents = self.contents(bool(open_now))
        contents, steps = (
            (contents, [])
            if cover.has_steps and cover.counted and cover.named
            else self.with_steps(contents, cover)
        )
        last = " ".join(filter(None, (self.options.discard_after, self.options.build)))
        in_foot = self.furniture.has_room(last)
        form = Form(self.guide, self.setter, self.words, self.root, "" if in_foot else last)
        form_pages = form.pages()
        if peer:
            peer.tell(1 + len(panel) + len(contents) + len(steps) + outcomes[0].pages)
        index = self.index(parts)
        if peer:
            outcomes.append(peer.answer())
            for stack, missing in zip(first.stacks(), outcomes[1].missing):
                stack.missing |= missing
        self.problems += [problem for outcome in outcomes for problem in outcome.problems]
        broken = dict.fromkeys(pair for outcome in outcomes for pair in outcome.broken)
        self.problems += [_too_long(mark, text) for mark, text in broken if mark]
        self.put_cover(cover, cover_items)
        self.put_pages(panel, Head(name=self.words.language_help), LANGUAGE_HELP)
        self.put_pages(contents, Head(name=self.words.contents), CONTENTS)
        self.put_pages(steps, Head(name=self.words.how_to_use), HOW_TO_USE)
        made = first.pages(len(self.pages))
        for outcome, pages in zip(outcomes, (made, None)):
            self.places |= outcome.places(len(self.pages))
            self.pages += [pages] * outcome.pages
        while (len(self.pages) + len(open_now) + len(index) + len(form_pages)) % self.options.multiple:
            self.notes_page()
        self.put_pages(open_now, Head(name=self.words.open_now), OPEN_NOW)
        self.put_pages(index, Head(name=self.words.index), INDEX)
        self.put_pages(form_pages, Head(name=self.words.form_name), FORM, with_form=False)
        if last and in_foot:
            self.pages[-1].items += self.furniture.last_line(last, len(self.pages), form.root)
        return self.finish(made, peer)

    # --- the parts, set

    def index_parts(self):
        """The parts of the index, (title, rows); list."""
        words, guide = self.words, self.guide
        by_name_only = self.style.index_by_name_only
        if by_name_only:
            self.left_out += ["index by place"] * bool(rows_by_place(guide, words)) + [
                "index by topic"
            ] * bool(rows_by_topic(guide))
        seconds = topic_words(self.versions[1][0]) if len(self.versions) > 1 else frozenset()
        self.topics = rows_by_topic(guide, seconds) if self.options.topics and not by_name_only else ()
        self.by_place = rows_by_place(guide, words) if self.options.places and not by_name_only else ()
        return [
            (words.index_by_name, rows_by_name(guide, words)),
            (words.index_by_place, self.by_place),
            (words.index_by_topic, self.topics),
        ]

    def index(self, parts):
        """The pages of the index."""
        guide = self.guide
        source = guide.source_language if guide.source_language != guide.language else ""
        return self.kept(
            "index", (parts, source), lambda: Index(self.setter, self.words, self.root, source).set(parts)
        )

    def open_now(self):
        """The table of who is open when, where the edition asks for it and listings have hours; list of pages."""
        rows = open_rows(self.guide, self.words) if self.options.open_now else ()
        if rows and self.grid.live < LEAST_WIDTH:
            self.left_out.append("the table of who is open when")
            rows = ()
        return OpenNow(self.setter, self.words, self.root).pages(rows) if rows else []

    def language_help(self):
        """The panel for people who read other languages; list of pages."""
        second = self.versions[1][0].language if len(self.versions) > 1 else ""
        languages = panel_languages(self.guide, self.options.language_help, second)
        return (
            LanguageHelp(self.guide, self.setter, self.words, self.root).pages(languages) if languages else []
        )

    def contents(self, with_open_now):
        words = self.words
        index_title = (
            words.index_row_topic
            if self.topics
            else words.index_row
            if self.by_place
            else words.index_row_name
        )
        parts = [(words.about, ABOUT)] if self.guide.closing_notes else []
        parts += [(words.open_now_row, OPEN_NOW)] if with_open_now else []
        parts += [(index_title, INDEX), (words.form_title, FORM)]
        entries, note = contents_entries(self.guide, parts), self.options.note
        return self.kept(
            "contents", (entries, note), lambda: set_contents(entries, self.setter, words, self.root, note)
        )

    def with_steps(self, contents, cover):
        """(contents, pages behind them): what the cover had no room for, below the contents where they leave it; lists of pages."""
        u, depth, root = self.style.u, self.grid.depth, Tag("Sect", self.root)
        measure = min(self.grid.live, self.grid.prose + 6 * u)
        how = HowToUse([guide for guide, _ in self.versions], self.setter, self.words, root, listed=False)
        rows = [] if cover.has_steps else how.rows(0, measure)
        if not cover.counted:
            rows += self.counts(root, measure)
        if not cover.named:
            rows.append(publisher_line(self.guide, self.setter, self.words, root, measure).row())
        if not any(row.height for row in rows):
            return contents, []
        lowest = max(bottom_of(item, u) for item in contents[-1]) + 3 * u
        if lowest + sum(row.height for row in rows) > depth:
            return contents, pages_of(rows, depth)
        return [*contents[:-1], contents[-1] + list(shifted(stack(rows), lowest))], []

    def counts(self, parent, measure):
        """How many listings there are, and how many are checked; list of Row."""
        column = Column(self.setter, 0, measure)
        column.skip(self.style.u)
        for text in count_lines(self.guide, self.words):
            column.add((Inline(text, Tag("P", parent)),), self.style.body)
        return [column.row()]

    def kept(self, name, made_of, make):
        """The pages of a part that `make` sets, or as they were set before."""
        return make() if self.galleys is None else self.galleys.part(name, made_of, make)

    # --- the parts, on pages

    def put_cover(self, cover, items):
        self.pages.append(OpenPage(items))
        self.left_out += cover.left_out
        if cover.full:
            self.problems.append(cover_full(self.guide, bool(self.words.both)))

    def put_pages(self, pages, head, anchor, with_form=True):
        """Pages of a part, each a list of items from the frame's corner, with head and foot."""
        for place, items in enumerate(pages):
            folio = len(self.pages) + 1
            if place == 0:
                self.places[anchor] = Place(folio - 1, folio, self.grid.top)
            left = self.grid.left(folio)
            page = OpenPage(self.furniture.head(head, folio))
            page.items += [item.moved(left, self.grid.top) for item in items]
            page.items += self.furniture.foot(folio, self.root, with_form)
            self.pages.append(page)

    def notes_page(self):
        folio = len(self.pages) + 1
        items = self.furniture.head(Head(name=self.words.notes), folio)
        items += self.furniture.notes(folio, self.grid.top, self.grid.bottom)
        self.pages.append(OpenPage(items + self.furniture.foot(folio, self.root)))

    # --- references made final

    def finish(self, made, peer=None):
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
        resolver = Resolver(self.places, self.setter)
        pages, waiting = [], deque(enumerate(self.pages, 1))
        self.pages = []
        while waiting:  # each open page is let go when it is finished
            folio, page = waiting.popleft()
            page = next(made) if page is made else page
            if page is not None:
                pages.append(resolver.page(page.items, self.grid.width, self.grid.height, str(folio)))
        guide = self.guide
        document = document_of(
            guide,
            self.style,
            pages,
            self.root,
            outline=self.outline(),
            left_out=tuple(self.left_out),
        )
        return LaidOut(document, elsewhere), tuple(self.problems)

    def outline(self):
        """Bookmarks: contents, sections with their listings, index, form."""
        names = Namesakes(self.guide).names(attrgetter("name"))
        panel = (
            [self.outline_entry(self.words.language_help, LANGUAGE_HELP)]
            if LANGUAGE_HELP in self.places
            else []
        )
        entries = [
            *panel,
            self.outline_entry(self.words.contents, CONTENTS),
            *outline_of(self.guide, self.places, names),
        ]
        parts = (
            (self.words.about, ABOUT),
            (self.words.open_now, OPEN_NOW),
            (self.words.index, INDEX),
            (self.words.form_title, FORM),
        )
        return (
            *entries,
            *(self.outline_entry(title, anchor) for title, anchor in parts if anchor in self.places),
        )

    def outline_entry(self, title, anchor):
        place = self.places[anchor]
        return OutlineEntry(title=title, destination=Destination(place.page, place.y))


def bottom_of(item, below):
    """About the lowest point of an item: of a text, so much below its baseline."""
    if hasattr(item, "y2"):
        return max(item.y1, item.y2)
    return getattr(item, "y", 0) + (getattr(item, "height", None) or below)


def folio_digits(guide):
    """How many figures the longest folio is likely to have: from more pages than guides of this length take."""
    count = len(guide.listings)
    words = sum(
        len(span.text)
        for listing in guide.listings
        for block in listing.description
        for span in getattr(block, "spans", ()) or (span for item in block.items for span in item)
    )
    pages = 8 + 2 * len(guide.sections) + count + words // 1000 + count // 20
    return max(2, len(str(pages)))


def cover_full(guide, two_languages=False):
    """The problem of a cover that cannot hold what has to stand on it."""
    return (kinds.COVER_OF_TWO if two_languages else kinds.COVER_FULL).at(guide.mark)


def _too_long(mark, text):
    shown = text if len(text) <= 60 else text[:57] + "..."
    return kinds.WORD_TOO_LONG.at(mark, word=shown)
