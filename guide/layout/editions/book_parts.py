"""The parts of a book beside its sections, each set before any folio is known."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, NamedTuple

from guide.frozen import frozen
from guide.language.words import Words, side_by_side
from guide.layout.body.bilingual import bilingual_guide
from guide.layout.body.furniture import FORM
from guide.layout.body.memory import GalleyMemory, Setting
from guide.layout.body.service import BACK, BOX, ENDS, STRIP, HelpPlaces, Service, with_strip
from guide.layout.body.stretch import ABOUT
from guide.layout.body.tabs import spread
from guide.layout.editions.book_index import BookIndex, PageOf
from guide.layout.editions.book_maps import BookMaps
from guide.layout.editions.budget import Counted, Slimmer, budget_words, slim
from guide.layout.editions.front import LISTING, NO_CONTENTS, FrontParts, Told
from guide.layout.editions.own_places import BEHIND_FORM, BEHIND_INDEX, IN_FRONT, OwnPlaces, PartRow
from guide.layout.editions.versions import Version
from guide.layout.parts.about import are_short
from guide.layout.parts.base import Items, Made, set_anew
from guide.layout.parts.contents import contents_entries
from guide.layout.parts.cover import Cover
from guide.layout.parts.cover_band import NO_COVER, CoverBand
from guide.layout.parts.front import FrontPages
from guide.layout.parts.help_back import HelpBack
from guide.layout.parts.howto import Helps
from guide.layout.parts.index import INDEX, Index
from guide.layout.parts.language_help import LanguageHelp
from guide.layout.parts.late_rows import late_lists
from guide.layout.parts.news import NEWS, News
from guide.layout.parts.news_rows import NewsList, news_lists
from guide.layout.parts.open_late import OPEN_LATE, OpenLate
from guide.layout.parts.open_rows import open_rows
from guide.layout.parts.opennow import LEAST_WIDTH, OPEN_NOW, OpenNow
from guide.layout.parts.panel import panel_languages
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor
from guide.layout.type.numbers import with_number_columns
from guide.layout.type.setter import Setter
from guide.layout.type.style import Style, with_grid
from guide.model import Guide, Personal, Prose
from guide.model.edition import INDEX_PARTS, NOWHERE, PAGE_2, USUAL_OPEN
from guide.model.sketch import BEHIND_INDEX as AFTER_INDEX
from guide.model.sketch import BEHIND_LISTINGS as AFTER_LISTINGS

TOPICS_OF_ONE, BY_PLACE = "topics with one listing in the index", "index by place"  # that can be given up


@frozen
class BookOptions:
    """What an edition asks of the pages beside their style."""

    multiple: int = 2  # of pages: 4 for a booklet
    exactly: int = 0  # so many pages, where they are enough; 0: any number
    single_sided: bool = False  # every page is a recto
    places: bool = True  # an index by place
    topics: bool = True  # an index by topic
    about: bool = True  # the closing notes
    contents: str = ""  # "listing", "section" or "none"; "": as page 2 has room
    how_to_use: bool = True  # these three on page 2
    signs: bool = True
    about_guide: bool = True
    news: str = NOWHERE  # where it tells what is new
    index: tuple[str, ...] = INDEX_PARTS
    form: bool = True
    open: str = USUAL_OPEN  # who is open when: "late", "grid" or "none"
    cover: str = "full"  # or "light" or "none"
    note: str = ""  # what was left out
    discard_after: str = ""  # words for the last page
    help: tuple[str, ...] = (BOX, ENDS)  # where it says `Need help now?`
    notes: bool = True  # a page with lines for notes, where pages are filled up
    language_help: tuple[str, ...] | None = None  # languages of the panel; None: those that the guide names
    numbers: str = ""  # ISBN and ISSN
    build: str = ""  # the digest of the content, for the last page
    personal: Personal | None = None  # of a handout that is for one person


class OpenPart(NamedTuple):
    """The part that tells who is open when."""

    title: str
    row: str  # its words in the contents
    anchor: Anchor
    pages: list[Items]


class Flexible(NamedTuple):
    """The parts of a book that can be made shorter."""

    open_part: OpenPart | None
    index_pages: list[Items]

    @property
    def pages(self) -> list[Items]:
        return [*(self.open_part.pages if self.open_part else []), *self.index_pages]


class BookParts:
    """Sets the parts of one guide, in one language or in two."""

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
        self.options = options
        if self.options.single_sided:
            style = with_grid(style, single_sided=True)
        self.versions: list[tuple[Guide, Words]] = [(guide, words)]
        if second:
            self.versions.append((second.guide, second.words))
        if not self.options.about:
            self.versions = [(replace(each, closing_notes=()), own) for each, own in self.versions]
        self.short_notes: Prose = ()  # that stand on page 2
        if not second and self.options.about_guide and are_short(self.versions[0][0].closing_notes):
            self.short_notes = self.versions[0][0].closing_notes
            self.versions = [(replace(self.versions[0][0], closing_notes=()), words)]
        self.guide = bilingual_guide(self.versions[0][0], second.guide) if second else self.versions[0][0]
        self.words = side_by_side(words, second.words) if second else words
        if STRIP in self.options.help and any(line.phone for line in guide.help_now):
            style = with_strip(style)
        style = with_number_columns(style, max(guide.entries.values(), default=0), len(guide.sections))
        self.style = style
        self.grid = style.grid
        self.digits = digits
        self.setter = Setter(style, digits)
        self.galleys = galleys if second is None else None
        self.root = Tag("Document", language=guide.language)
        if self.galleys is not None:
            self.root = self.galleys.root_for(Setting(guide.language, guide.country, words, style, digits))
        self.own = OwnPlaces(
            self.guide, self.versions, self.setter, self.words, self.root, self.options.single_sided
        )
        self.maps = BookMaps(self.guide, self.setter, self.words, self.root, self.galleys)
        self.index = self.new_index(second)
        self.said: list[str] = []  # what the build says of it, a sentence each
        self.homeless = ""  # what ends the last page, where neither its foot nor a form has room for it
        self.left_out: list[str] = []  # what this size has no room for, in words
        if style.index_by_name_only:
            self.left_out += self.index.asked_beside_names()

    @property
    def notes(self) -> bool:
        """Whether pages that fill up have lines to write on."""
        return self.options.notes

    def new_cover(self) -> Cover | CoverBand:
        """The cover, or what stands at the head of page 1 where there is none."""
        boxed = BOX in self.options.help
        if self.options.cover == NO_COVER:
            personal = self.options.personal
            return CoverBand(self.guide, self.setter, self.words, self.root, boxed, personal, self.kept)
        guides, light = [guide for guide, _ in self.versions], self.options.cover == "light"
        helps = self.helps() if self.options.how_to_use else None
        return Cover(
            self.guide, self.setter, self.words, self.root, guides, boxed, light, helps, self.options.personal
        )

    def new_index(self, second: Version | None) -> BookIndex:
        """The index with all that the edition asks for, on a small page by name alone."""
        small = self.style.index_by_name_only
        kept = (True, self.options.places and not small, self.options.topics and not small)
        without = [name for name, is_kept in zip(INDEX_PARTS, kept) if not is_kept]
        return BookIndex(
            self.guide, self.words, self.options.index, without, second.guide if second else None
        )

    def within_budget(self, flexible: Flexible, counted: Counted, page_of: PageOf) -> Flexible:
        """Who is open when, and the index, less what they give up for a book whose other parts take too many pages."""
        now = [flexible]

        def lists_for_the_grid() -> bool:
            part = now[0].open_part
            if not part or part.anchor != OPEN_NOW:
                return False
            now[0] = now[0]._replace(open_part=self.open_late())
            return True

        def of_index(give_up: Callable[[], bool]) -> Callable[[], bool]:
            def give_up_and_set() -> bool:
                there = give_up()
                now[0] = now[0]._replace(index_pages=self.index_pages())
                return there

            return give_up_and_set

        index = self.index
        topics_of_one, places = of_index(index.give_up_topics_of_one), of_index(index.give_up_places)
        slimmers = (
            Slimmer("the table of who is open when (lists in its place)", lists_for_the_grid),
            Slimmer(TOPICS_OF_ONE, topics_of_one),
            Slimmer(BY_PLACE, places),
            Slimmer(
                "names below topics and towns in the index (their pages alone)",
                of_index(lambda: index.give_up_names(page_of)),
                (TOPICS_OF_ONE, BY_PLACE),
            ),
            Slimmer(BY_PLACE, places),
            Slimmer(TOPICS_OF_ONE, topics_of_one),
            Slimmer("index by topic", of_index(index.give_up_topics), (TOPICS_OF_ONE,)),
        )
        given, (now[0], index.topics, index.by_place) = slim(
            counted, lambda: now[0].pages, slimmers, lambda: (now[0], index.topics, index.by_place)
        )
        if said := budget_words(counted, len(now[0].pages), given):
            self.said.append(said)
        return now[0]

    def index_pages(self) -> list[Items]:
        """The pages of the index; none where it has no parts."""
        guide, parts = self.guide, self.index.parts
        if not any(rows for _, rows in parts):
            return []
        source = guide.foreign
        return self.kept(
            "index", (parts, source), lambda: Index(self.setter, self.words, self.root, source).set(parts)
        )

    def service(self, repeats: bool) -> Service:
        """What says `Need help now?` on the pages; `repeats`: they come after others."""
        places = HelpPlaces(ENDS in self.options.help, STRIP in self.options.help)
        return Service(self.guide, self.setter, self.words, self.root, places, repeats)

    def help_back(self) -> list[Items]:
        """The page that offers help last of all, where the edition asks for it."""
        if BACK not in self.options.help:
            return []
        return [HelpBack(self.guide, self.setter, self.words, self.root).items()]

    def open_part(self) -> OpenPart | None:
        """Who is open when, as the edition asks for it; None where too few listings have hours."""
        if self.options.open == "none":
            return None
        if self.options.open == "grid" and self.grid.live >= LEAST_WIDTH:
            return self.open_grid()
        part = self.open_late()
        if self.options.open == "grid" and open_rows(self.guide, self.words):
            self.left_out.append("the table of who is open when" + (" (lists in its place)" if part else ""))
        return part

    def open_grid(self) -> OpenPart | None:
        """The table of the week."""
        words, rows = self.words, open_rows(self.guide, self.words)
        if not rows:
            return None
        guide = self.guide
        titles = [(each.title, guide.language_of(each, "title")) for each in guide.sections]
        pages = OpenNow(self.setter, words, self.root, titles).pages(rows)
        return OpenPart(words.open_now, words.open_now_row, OPEN_NOW, pages)

    def open_late(self) -> OpenPart | None:
        """The lists of who is open at night and at weekends."""
        words, lists = self.words, late_lists(self.guide, self.words)
        if not lists:
            return None
        pages = self.kept("open", lists, lambda: OpenLate(self.setter, words, self.root).pages(lists))
        return OpenPart(words.open_late, words.open_late, OPEN_LATE, pages)

    def news(self) -> list[Items]:
        """The pages that tell what is new; none where nothing is."""
        news, foreign, lists = self.guide.news, self.guide.foreign, self.news_lists
        if not news or not lists:
            return []
        part = partial(News, news, self.setter, self.words, self.root, foreign)
        return self.kept("news", (lists, foreign), lambda: part().pages(lists))

    @cached_property
    def news_lists(self) -> tuple[NewsList, ...]:
        """What is new, in lists; none where there is no place for it."""
        if self.options.news == NOWHERE:
            return ()
        return news_lists([guide for guide, _ in self.versions], self.words)

    @property
    def news_in_front(self) -> bool:
        """Whether what is new stands before the listings."""
        return self.options.news == PAGE_2 and bool(self.news_lists)

    def panel_languages(self) -> tuple[str, ...]:
        """The languages of the panel for people who read others than the edition's."""
        second = self.versions[1][0].language if len(self.versions) > 1 else ""
        return panel_languages(self.guide, self.options.language_help, second)

    def language_help(self) -> list[Items]:
        """The pages of that panel."""
        languages = self.panel_languages()
        return (
            LanguageHelp(self.guide, self.setter, self.words, self.root).pages(languages) if languages else []
        )

    def behind(self, open_part: OpenPart | None) -> list[PartRow]:
        """What the contents name behind the sections."""
        words = self.words
        parts: list[PartRow] = [(words.news, NEWS, "")] if self.news_lists else []
        parts += self.maps.rows(PAGE_2)
        parts += self.own.rows(IN_FRONT)
        parts += [(words.about, ABOUT, "")] if self.guide.closing_notes else []
        parts += self.maps.rows(AFTER_LISTINGS)
        parts += [(open_part.row, open_part.anchor, "")] if open_part else []
        parts += [(self.index.title, INDEX, "")] if self.index.names else []
        parts += self.maps.rows(AFTER_INDEX)
        parts += self.own.rows(BEHIND_INDEX)
        parts += [(words.form_title, FORM, "")] if self.options.form else []
        return [*parts, *self.own.rows(BEHIND_FORM)]

    def helps(self, on_cover: bool = False) -> Helps:
        """What the steps lead readers to; `on_cover`: sections are listed there, and have marks."""
        return Helps(
            self.options.contents != NO_CONTENTS,
            self.index.names,
            self.options.form,
            self.options.signs,
            on_cover,
        )

    def front(self, part: OpenPart | None, cover: Cover | CoverBand) -> FrontPages:
        """The pages before the listings: contents, and what tells of the guide."""
        options, guide = self.options, self.guide
        told = Told(
            how_to_use=options.how_to_use and not cover.has_steps,
            signs=options.signs,
            about=options.about_guide,
            subtitle="" if cover.subtitled else guide.subtitle,
            more=[*filter(None, (options.discard_after, options.numbers, self.homeless))],
            notes=self.short_notes,
            languages=self.panel_languages(),
            tabbed=bool(cover.tabs or spread(len(guide.sections), self.style)),
        )
        entries = contents_entries(guide, self.behind(part))
        guides = [each for each, _ in self.versions]
        setter, kept = self.setter, self.kept
        if isinstance(cover, CoverBand):  # the first of them is page 1, and begins below the band
            setter, kept = Setter(with_grid(self.style, top=cover.bottom), self.digits), set_anew
        parts = FrontParts(guides, guide, setter, self.words, self.root, kept)
        # Without an index by name they are the only list of all names.
        form = options.contents or ("" if "name" in options.index else LISTING)
        return parts.pages(entries, options.note, form, told, self.helps(bool(cover.tabs)))

    def kept(self, name: str, made_of: Any, make: Callable[[], Made]) -> Made:
        """What `make` sets of a part, or as it was set before."""
        return make() if self.galleys is None else self.galleys.part(name, made_of, make)
