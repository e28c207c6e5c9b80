"""The parts of a book beside its sections, each set before any folio is known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from guide.language.words import Words, side_by_side
from guide.layout.body.bilingual import bilingual_guide, topic_words
from guide.layout.body.furniture import FORM
from guide.layout.body.galley import Column, Row, stack
from guide.layout.body.memory import GalleyMemory, Setting
from guide.layout.body.service import BACK, BOX, ENDS, STRIP, HelpPlaces, Service, with_strip
from guide.layout.body.stretch import ABOUT
from guide.layout.compose.checked import count_lines
from guide.layout.editions.budget import Counted, Slimmer, budget_words, slim
from guide.layout.editions.own_places import BEHIND_FORM, BEHIND_INDEX, IN_FRONT, OwnPlaces
from guide.layout.editions.versions import Version
from guide.layout.pages import Box, Image, Line, Path, Tag
from guide.layout.parts.base import Items
from guide.layout.parts.contents import ContentsEntry, contents_entries, set_contents
from guide.layout.parts.contents_sections import SectionContents
from guide.layout.parts.cover import Cover
from guide.layout.parts.help_back import HelpBack
from guide.layout.parts.howto import HowToUse, pages_of
from guide.layout.parts.index import INDEX, Index
from guide.layout.parts.index_rows import (
    IndexPart,
    IndexRow,
    rows_by_name,
    rows_by_place,
    rows_by_topic,
)
from guide.layout.parts.language_help import LanguageHelp, panel_languages
from guide.layout.parts.late_rows import late_lists
from guide.layout.parts.open_late import OPEN_LATE, OpenLate
from guide.layout.parts.open_rows import open_rows
from guide.layout.parts.opennow import LEAST_WIDTH, OPEN_NOW, OpenNow
from guide.layout.parts.publisher import publisher_line
from guide.layout.type.inline import Anchor, Inline, OpenItem, RowArea
from guide.layout.type.numbers import with_number_columns
from guide.layout.type.setter import Setter
from guide.layout.type.style import Style, with_grid
from guide.model import Guide
from guide.model.edition import USUAL_OPEN


@dataclass(frozen=True, kw_only=True, slots=True)
class BookOptions:
    """What an edition asks of the pages beside their style."""

    multiple: int = 2  # of pages: 4 for a booklet
    single_sided: bool = False  # every page is a recto
    places: bool = True  # an index by place
    topics: bool = True  # an index by topic
    about: bool = True  # the closing notes
    open: str = USUAL_OPEN  # who is open when: "late", "grid" or "none"
    cover: str = "full"  # or "light"
    note: str = ""  # what was left out
    discard_after: str = ""  # words for the last page
    help: tuple[str, ...] = (BOX, ENDS)  # where it says `Need help now?`
    notes: bool = True  # a page with lines for notes, where pages are filled up
    language_help: tuple[str, ...] | None = None  # languages of the panel; None: those that the guide names
    build: str = ""  # the digest of the content, for the last page


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
        self.guide = bilingual_guide(self.versions[0][0], second.guide) if second else self.versions[0][0]
        self.words = side_by_side(words, second.words) if second else words
        if STRIP in self.options.help and any(line.phone for line in guide.help_now):
            style = with_strip(style)
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
        self.own = OwnPlaces(
            self.guide, self.versions, self.setter, self.words, self.root, self.options.single_sided
        )
        self.topics: list[IndexRow] = []
        self.by_place: list[IndexRow] = []
        self.said: list[str] = []  # what the build says of it, a sentence each
        self.left_out: list[str] = []  # what this size has no room for, in words

    @property
    def notes(self) -> bool:
        """Whether pages that fill up have lines to write on."""
        return self.options.notes

    def index_parts(self) -> list[IndexPart]:
        """The parts of the index."""
        words, guide = self.words, self.guide
        by_name_only = self.style.index_by_name_only
        if by_name_only:
            self.left_out += ["index by place"] * bool(rows_by_place(guide, words))
            self.left_out += ["index by topic"] * bool(rows_by_topic(guide))
        seconds = topic_words(self.versions[1][0]) if len(self.versions) > 1 else frozenset()
        self.topics = rows_by_topic(guide, seconds) if self.options.topics and not by_name_only else []
        self.by_place = rows_by_place(guide, words) if self.options.places and not by_name_only else []
        return self.chosen_parts()

    def chosen_parts(self) -> list[IndexPart]:
        """The parts of the index as they are now."""
        words = self.words
        return [
            (words.index_by_name, rows_by_name(self.guide, words)),
            (words.index_by_place, self.by_place),
            (words.index_by_topic, self.topics),
        ]

    def within_budget(self, flexible: Flexible, counted: Counted) -> Flexible:
        """Who is open when, and the index, less what they give up for a book whose other parts take too many pages."""
        now = [flexible]

        def lists_for_the_grid() -> bool:
            part = now[0].open_part
            if not part or part.anchor != OPEN_NOW:
                return False
            now[0] = now[0]._replace(open_part=self.open_late())
            return True

        def topics_of_one() -> bool:
            few = [row for row in self.topics if not row.runs_in]
            fewer, self.topics = len(few) < len(self.topics), few
            now[0] = now[0]._replace(index_pages=self.index(self.chosen_parts()))
            return fewer

        def places() -> bool:
            there, self.by_place = bool(self.by_place), []
            now[0] = now[0]._replace(index_pages=self.index(self.chosen_parts()))
            return there

        slimmers = (
            Slimmer("the table of who is open when (lists in its place)", lists_for_the_grid),
            Slimmer("topics with one listing in the index", topics_of_one),
            Slimmer("index by place", places),
        )
        given = slim(counted, lambda: now[0].pages, slimmers)
        if said := budget_words(counted, len(now[0].pages), given):
            self.said.append(said)
        return now[0]

    def index(self, parts: Sequence[IndexPart]) -> list[Items]:
        """The pages of the index."""
        guide = self.guide
        source = guide.source_language if guide.source_language != guide.language else ""
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
        titles = [section.title for section in self.guide.sections]
        pages = OpenNow(self.setter, words, self.root, titles).pages(rows)
        return OpenPart(words.open_now, words.open_now_row, OPEN_NOW, pages)

    def open_late(self) -> OpenPart | None:
        """The lists of who is open at night and at weekends."""
        words, lists = self.words, late_lists(self.guide, self.words)
        if not lists:
            return None
        pages = self.kept("open", lists, lambda: OpenLate(self.setter, words, self.root).pages(lists))
        return OpenPart(words.open_late, words.open_late, OPEN_LATE, pages)

    def language_help(self) -> list[Items]:
        """The pages of the panel for people who read other languages."""
        second = self.versions[1][0].language if len(self.versions) > 1 else ""
        languages = panel_languages(self.guide, self.options.language_help, second)
        return (
            LanguageHelp(self.guide, self.setter, self.words, self.root).pages(languages) if languages else []
        )

    def contents(self, open_part: OpenPart | None) -> list[Items]:
        """The pages of the contents."""
        words = self.words
        index_title = (
            words.index_row_topic
            if self.topics and self.by_place
            else words.index_row_no_place
            if self.topics
            else words.index_row
            if self.by_place
            else words.index_row_name
        )
        parts: list[tuple[str, Anchor] | tuple[str, Anchor, str]] = [*self.own.rows(IN_FRONT)]
        parts += [(words.about, ABOUT)] if self.guide.closing_notes else []
        parts += [(open_part.row, open_part.anchor)] if open_part else []
        parts += [(index_title, INDEX), *self.own.rows(BEHIND_INDEX)]
        parts += [(words.form_title, FORM), *self.own.rows(BEHIND_FORM)]
        entries, note = contents_entries(self.guide, parts), self.options.note
        return self.kept("contents", (entries, note), lambda: self.contents_of(entries, note))

    def contents_of(self, entries: Sequence[ContentsEntry], note: str) -> list[Items]:
        """The contents with every listing, or by section where those take more than a page: the index has them by name."""
        pages = set_contents(entries, self.setter, self.words, self.root, note)
        if len(pages) == 1:
            return pages
        return SectionContents(self.setter, self.words, self.root, note).pages(entries)

    def front(self, part: OpenPart | None, cover: Cover) -> tuple[list[Items], list[Items]]:
        """(contents, pages behind them): with what the cover had no room for."""
        contents = self.contents(part)
        if cover.has_steps and cover.counted and cover.named and cover.subtitled:
            return contents, []
        return self.with_steps(contents, cover)

    def with_steps(self, contents: list[Items], cover: Cover) -> tuple[list[Items], list[Items]]:
        """(contents, pages behind them): what the cover had no room for, beside or below the contents where they leave it."""
        u, depth, live = self.style.u, self.grid.depth, self.grid.live
        half, top = (live - self.grid.gutter) / 2, free_column(contents[-1], live / 2)
        lowest = max(bottom_of(item, u) for item in contents[-1]) + 3 * u
        measure = min(live, self.grid.prose + 6 * u)
        places = [(0.0, lowest, measure)]
        if top is not None and self.grid.index_columns == 2:
            places.insert(0, (live - half, top, half))
        for x, y, width in places:
            rows = self.steps(cover, width)
            if not any(row.height for row in rows):
                return contents, []
            if y + sum(row.height for row in rows) <= depth:
                added = [item.moved(x, y) for item in stack(rows).items]
                return [*contents[:-1], contents[-1] + added], []
        return contents, pages_of(rows, depth)

    def steps(self, cover: Cover, measure: float) -> list[Row]:
        """What the cover had no room for: how to use the guide, how many listings there are, who hands it out."""
        root = Tag("Sect", self.root)
        how = HowToUse([guide for guide, _ in self.versions], self.setter, self.words, root, listed=False)
        rows = [] if cover.subtitled else [self.plain(self.guide.subtitle, root, measure)]
        rows += [] if cover.has_steps else how.rows(0, measure)
        if not cover.counted:
            rows.append(self.counts(root, measure))
        if not cover.named:
            rows.append(publisher_line(self.guide, self.setter, self.words, root, measure).row())
        return rows

    def plain(self, text: str, parent: Tag, measure: float) -> Row:
        """A paragraph with space below it."""
        column = Column(self.setter, 0, measure)
        column.add((Inline(text, Tag("P", parent)),), self.style.body)
        column.skip(self.style.u)
        return column.row()

    def counts(self, parent: Tag, measure: float) -> Row:
        """How many listings there are, and how many are checked."""
        column = Column(self.setter, 0, measure)
        column.skip(self.style.u)
        for text in count_lines(self.guide, self.words):
            column.add((Inline(text, Tag("P", parent)),), self.style.body)
        return column.row()

    def kept(self, name: str, made_of: Any, make: Callable[[], list[Items]]) -> list[Items]:
        """The pages of a part that `make` sets, or as they were set before."""
        return make() if self.galleys is None else self.galleys.part(name, made_of, make)


def free_column(items: Items, middle: float) -> float | None:
    """Where the columns of a page of contents begin, if nothing stands right of the middle; else None."""
    rules = [item for item in items if isinstance(item, Line)]
    rows = [item.x + item.width for item in items if isinstance(item, RowArea)]
    if not rules or max(rows, default=0) > middle:
        return None
    return min(rule.y1 for rule in rules)


def bottom_of(item: OpenItem, below: float) -> float:
    """About the lowest point of an item: of a text, so much below its baseline."""
    if isinstance(item, Line):
        return max(item.y1, item.y2)
    if isinstance(item, Path):
        return below
    return item.y + (item.height or below if isinstance(item, Box | Image | RowArea) else below)
