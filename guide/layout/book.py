"""The whole guide on pages: cover, contents, sections, closing notes, index, form; then every reference made final."""

from collections import deque
from dataclasses import dataclass, field, replace

from guide.errors import WARNING, Problem
from guide.layout.bilingual import Pair, together
from guide.layout.compose import Composer
from guide.layout.contents import CONTENTS, contents_entries, set_contents
from guide.layout.cover import make_cover
from guide.layout.form import Form
from guide.layout.furniture import FORM, Furniture, Head
from guide.layout.galley import Column, Row, Strip, join_chunks, move, set_prose
from guide.layout.languagehelp import LANGUAGE_HELP, LanguageHelp, panel_languages
from guide.layout.index import INDEX, Index, rows_by_name, rows_by_place, rows_by_topic
from guide.layout.opennow import LEAST_WIDTH, OPEN_NOW, OpenNow, open_rows
from guide.layout.pages import ACCENT, Destination, Document, Line, OutlineEntry, Tag
from guide.layout.paginate import Frame, fit_strips, paginate
from guide.layout.references import Place, Resolver, outline_of
from guide.layout.section import join_runs, set_section
from guide.layout.style import edition_words, with_grid
from guide.layout.text import Anchor, Inline, Setter
from guide.layout.words import plain, side_by_side

ABOUT = Anchor("about")
NOTES_ROOM = 20  # units free at a section's end that are worth lines for notes


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


@dataclass
class OpenPage:
    """A page while references are open: items at their places on the page, in reading order."""

    items: list = field(default_factory=list)


def typeset(guide, style, words, options=None, second=None, galleys=None):
    """(Document, problems): the guide set in a style; problems are warnings that name what did not fit.

    `second`: the guide and its words in another language that is printed with it, as an edition's `Version`. `galleys`,
    a GalleyMemory, keeps the sections that are set for the next time.
    """
    digits = folio_digits(guide)
    while True:  # once, but for a guide whose length is all in its facts or its index
        book = Book(guide, style, words, options or BookOptions(), digits, second, galleys)
        document, problems = book.document()
        needed = len(str(len(document.pages)))
        if needed <= digits:
            return document, problems
        digits = needed


class GalleyMemory:
    """The sections of one edition as they were last set, for a process that sets it again and again.

    Their tags hang below one root, which is kept with them: of what is no longer printed nothing is written.
    """

    def __init__(self):
        self.setting = self.root = None
        self.made = {}  # by number: (section, what else its block was made of, (strips, words that were cut))

    def root_for(self, setting):
        """The tag of the document; with another setting (style, language) everything is forgotten."""
        if setting != self.setting:
            self.setting, self.root, self.made = setting, Tag("Document", language=setting[0]), {}
        return self.root

    def find(self, number, section, composer):
        """What was made of this section, if neither it nor what it says of others has changed."""
        old = self.made.get(number)
        return old[2] if old and old[:2] == (section, composer.outside(section)) else None

    def keep(self, number, section, composer, made):
        self.made[number] = section, composer.outside(section), made


class Book:
    """Puts the parts of one guide together; each part is set before any folio is known."""

    def __init__(self, guide, style, words, options, digits, second=None, galleys=None):
        self.options = options
        if self.options.single_sided:
            style = with_grid(style, single_sided=True)
        self.versions = [(guide, words), *([(second.guide, second.words)] if second else [])]
        if not self.options.about:
            self.versions = [(replace(each, closing_notes=()), own) for each, own in self.versions]
        self.guide = together(self.versions[0][0], second.guide) if second else self.versions[0][0]
        self.style = style
        self.grid = style.grid
        self.words = side_by_side(words, second.words) if second else words
        self.setter = Setter(style, digits)
        self.galleys = galleys if second is None else None
        self.root = Tag("Document", language=guide.language)
        if self.galleys is not None:
            self.root = self.galleys.root_for((guide.language, guide.country, words.language, style, digits))
        self.furniture = Furniture(self.setter, self.words, edition_words(guide, words), len(guide.sections))
        self.pages = []
        self.places = {}
        self.problems = []

    def document(self):
        """Set every part, number the pages, and make the references final."""
        plans = self.body()
        index = self.index()
        panel = self.language_help()
        open_now = self.open_now()
        contents = self.contents(bool(open_now))
        self.cover()
        self.put_pages(panel, Head(name=self.words.language_help), LANGUAGE_HELP)
        self.put_pages(contents, Head(name=self.words.contents), CONTENTS)
        while plans:  # each is let go when its page is made: a directory of 10,000 takes a fifth less memory
            self.body_page(plans.popleft())
        while (len(self.pages) + len(open_now) + len(index) + 1) % self.options.multiple:
            self.notes_page()
        self.put_pages(open_now, Head(name=self.words.open_now), OPEN_NOW)
        self.put_pages(index, Head(name=self.words.index), INDEX)
        last = " ".join(filter(None, (self.options.discard_after, self.options.build)))
        in_foot = self.furniture.has_room(last)
        form = Form(self.guide, self.setter, self.words, self.root, "" if in_foot else last)
        self.put_pages([form.items()], Head(name=self.words.form_name), FORM, with_form=False)
        if last and in_foot:
            self.pages[-1].items += self.furniture.last_line(last, len(self.pages), form.root)
        return self.finish()

    # --- the parts, set

    def body(self):
        """The pages of all sections and the closing notes; deque of FramePlan."""
        u, depth, leading = self.style.u, self.grid.depth, self.style.body.leading
        continued = leading + u
        frame = Frame(depth, continued, self.style.white, 3 * leading)
        runs = join_runs(self.section_galleys())
        runs[-1] += self.about()
        plans = deque()
        for run in runs:
            strips, cut = fit_strips(run, frame, leading)
            self.problems += map(_too_high, cut)
            plans += paginate(strips, frame)
        self.problems += [_too_long(mark, text) for mark, text in dict.fromkeys(self.setter.broken) if mark]
        return plans

    def section_galleys(self):
        """Yield (whether it flows on, its strips) of each section: those of before where nothing of it has changed."""
        composer = Composer(*self.versions[0], second=self.versions[1] if len(self.versions) > 1 else None)
        for number, section, second in composer.numbered_sections():
            made = self.galleys.find(number, section, composer) if self.galleys is not None else None
            if made is None:
                broken = len(self.setter.broken)
                strips = set_section(composer.section(section, number, self.root, second), self.setter)
                made = strips, self.setter.broken[broken:]
                if self.galleys is not None:
                    self.galleys.keep(number, section, composer, made)
            else:
                self.setter.broken += made[1]
            yield section.flows_on, made[0]

    def about(self):
        """The closing notes, opened like a section that flows on but without a key; list of Strip."""
        if not self.guide.closing_notes:
            return []
        u, grid = self.style.u, self.grid
        tag = Tag("Sect", self.root, title=plain(self.words.about))
        title = Column(self.setter, grid.number_column, grid.main)
        title.add((Inline(self.words.about, Tag("H2", tag), True),), self.style.h1)
        title.skip(1.5 * u)
        rule = Row(1.5 * u, (Line(0, 0, grid.live, 0, self.style.stroke, ACCENT),))
        blocks = [Composer(guide, words).prose(guide.closing_notes, tag, "" if place == 0 else guide.language)
                  for place, (guide, words) in enumerate(self.versions) if place == 0 or "closing_notes" not in guide.untranslated]
        self.setter.mark = self.guide.mark
        strips = join_chunks(self.notes_chunks(*blocks), None, None)
        rows = (rule, title.row(), *strips[0].rows)
        strips[0] = Strip(sum(row.height for row in rows), rows, 5 * u, None, None, ((ABOUT, 0),))
        return strips

    def notes_chunks(self, blocks, second=()):
        """The closing notes in their language or in both; list of Chunk."""
        grid = self.grid
        if self.style.second:
            return Pair(self.setter).prose(blocks, second, grid.number_column, grid.prose, grid.main)
        return set_prose(blocks, self.setter, grid.number_column, grid.prose)

    def index(self):
        words, guide = self.words, self.guide
        by_name_only = self.style.index_by_name_only
        self.topics = rows_by_topic(guide) if self.options.topics and not by_name_only else ()
        self.by_place = rows_by_place(guide, words) if self.options.places and not by_name_only else ()
        parts = [(words.index_by_name, rows_by_name(guide, words)), (words.index_by_place, self.by_place),
                 (words.index_by_topic, self.topics)]
        source = guide.source_language if guide.source_language != guide.language else ""
        return Index(self.setter, words, self.root, source).set(parts)

    def open_now(self):
        """The table of who is open when, where the edition asks for it and listings have hours; list of pages."""
        rows = open_rows(self.guide, self.words) if self.options.open_now and self.grid.live >= LEAST_WIDTH else ()
        return OpenNow(self.setter, self.words, self.root).pages(rows) if rows else []

    def language_help(self):
        """The panel for people who read other languages; list of pages."""
        languages = panel_languages(self.guide, self.options.language_help)
        return LanguageHelp(self.guide, self.setter, self.words, self.root).pages(languages) if languages else []

    def contents(self, with_open_now):
        words = self.words
        index_title = words.index_row_topic if self.topics else words.index_row if self.by_place else words.index_row_name
        parts = [(words.about, ABOUT)] if self.guide.closing_notes else []
        parts += [(words.open_now_row, OPEN_NOW)] if with_open_now else []
        parts += [(index_title, INDEX), (words.form_title, FORM)]
        return set_contents(contents_entries(self.guide, parts), self.setter, words, self.root, self.options.note)

    # --- the parts, on pages

    def cover(self):
        cover = make_cover(self.guide, self.setter, self.words, self.root)
        self.pages.append(OpenPage(cover.items()))
        if cover.full:
            self.problems.append(cover_full(self.guide))

    def put_pages(self, pages, head, anchor, with_form=True):
        """Pages of a part, each a list of items from the frame's corner, with head and foot."""
        for place, items in enumerate(pages):
            folio = len(self.pages) + 1
            if place == 0:
                self.places[anchor] = Place(folio - 1, folio, self.grid.top)
            left = self.grid.left(folio)
            page = OpenPage(self.furniture.head(head, folio))
            page.items += [move(item, left, self.grid.top) for item in items]
            page.items += self.furniture.foot(folio, self.root, with_form)
            self.pages.append(page)

    def body_page(self, plan):
        """A page of listings: head, tabs, what is continued, strips, lines for notes, foot."""
        folio = len(self.pages) + 1
        left, top = self.grid.left(folio), self.grid.top
        items = self.furniture.head(self.head(plan), folio) + self.furniture.tabs(plan.sections, folio)
        if plan.continued:
            items += [move(item, left, top) for item in self.continued(plan.continued).items]
        for strip, y in plan.strips:
            for anchor, offset in strip.starts:
                self.places[anchor] = Place(folio - 1, folio, top + y + offset)
            y += top
            for row in strip.rows:
                items += [move(item, left, y) for item in row.items]
                y += row.height
        notes_top = top + self.style.up(plan.used) + 3 * self.style.u
        if plan.last and self.grid.bottom - notes_top >= NOTES_ROOM * self.style.u - 3 * self.style.u:
            items += self.furniture.notes(folio, notes_top, self.grid.bottom)
        items += self.furniture.foot(folio, self.root)
        self.pages.append(OpenPage(items))

    def head(self, plan):
        """The running head: the section of the first listing that starts on the page, and the range of listings."""
        starting = [strip for strip, _ in plan.strips if strip.listing and strip.starts]
        section = (starting or [plan.strips[0][0]])[0].section
        if section is None:
            return Head(name=self.words.about)
        numbers = [strip.listing.number for strip in starting]
        if self.words.both:  # figures alone: words of two languages have no room
            text = "\u2013".join(dict.fromkeys(map(str, (numbers[0], numbers[-1])))) if numbers else ""
        elif not numbers:
            text = self.words.listing_single.format(first=plan.continued.number) if plan.continued else ""
        elif numbers[0] == numbers[-1]:
            text = self.words.listing_single.format(first=numbers[0])
        else:
            text = self.words.listings_range.format(first=numbers[0], last=numbers[-1])
        return Head(name=section.title, section=section.number, listings=text)

    def continued(self, listing):
        """The line that repeats the name of a listing that runs on; an artifact, as a Row."""
        body = self.style.body
        name = self.furniture.shortened(listing.title, self.grid.main - self.setter.width(f" {self.words.continued}", body.size), body.size, True)
        column = Column(self.setter, 0, self.grid.live)
        column.items += self.furniture.plain(str(listing.number), 0, body.baseline, body.size)
        column.x, column.measure = self.grid.number_column, self.grid.main
        column.add((Inline(name + " ", None, True), Inline(self.words.continued, None)), body)
        return column.row()

    def notes_page(self):
        folio = len(self.pages) + 1
        items = self.furniture.head(Head(name=self.words.notes), folio)
        items += self.furniture.notes(folio, self.grid.top, self.grid.bottom)
        self.pages.append(OpenPage(items + self.furniture.foot(folio, self.root)))

    # --- references made final

    def finish(self):
        """(Document, problems) with every folio printed."""
        resolver = Resolver(self.places, self.setter)
        pages, waiting = [], deque(self.pages)
        self.pages = []
        while waiting:  # each open page is let go when it is finished
            pages.append(resolver.page(waiting.popleft().items, self.grid.width, self.grid.height, str(len(pages) + 1)))
        guide = self.guide
        document = Document(
            title=plain(guide.title), leftward=self.style.leftward, language=guide.language, author=guide.publisher.name, subject=plain(guide.subtitle),
            date=guide.edition.date, accent=self.style.accent, pages=tuple(pages), root=self.root,
            outline=self.outline(),
        )
        return document, tuple(self.problems)

    def outline(self):
        """Bookmarks: contents, sections with their listings, index, form."""
        panel = [self.outline_entry(self.words.language_help, LANGUAGE_HELP)] if LANGUAGE_HELP in self.places else []
        entries = [*panel, self.outline_entry(self.words.contents, CONTENTS), *outline_of(self.guide, self.places)]
        parts = ((self.words.about, ABOUT), (self.words.open_now, OPEN_NOW), (self.words.index, INDEX), (self.words.form_title, FORM))
        return (*entries, *(self.outline_entry(title, anchor) for title, anchor in parts if anchor in self.places))

    def outline_entry(self, title, anchor):
        place = self.places[anchor]
        return OutlineEntry(title=plain(title), destination=Destination(place.page, place.y))


def folio_digits(guide):
    """How many figures the longest folio is likely to have: from more pages than guides of this length take."""
    count = len(guide.listings)
    words = sum(len(span.text) for listing in guide.listings for block in listing.description
                for span in getattr(block, "spans", ()) or (span for item in block.items for span in item))
    pages = 8 + 2 * len(guide.sections) + count + words // 1000 + count // 20
    return max(2, len(str(pages)))


def cover_full(guide):
    """The problem of a cover that cannot hold what has to stand on it."""
    return Problem(
        mark=guide.mark, name="cover-full", message="title, subtitle, help_now and publisher together do not fit on the cover",
        hint="shorten the title or the subtitle, or write fewer lines under help_now or the publisher",
    )


def _too_high(listing):
    return Problem(
        mark=listing.mark, name="too-long-for-a-page", level=WARNING,
        message=f"{listing.title}: name, addresses and numbers together do not fit on one page, so they are split",
        hint="shorten them, or make two listings of it",
    )


def _too_long(mark, text):
    shown = text if len(text) <= 60 else text[:57] + "..."
    return Problem(
        mark=mark, name="word-too-long", level=WARNING,
        message=f"{shown!r} is too long for a line and was broken in the middle",
        hint="give a shorter form, or put spaces in it",
    )
