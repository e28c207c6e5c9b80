"""The parts of a book beside its sections, each set before any folio is known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from guide.language.words import Words, side_by_side
from guide.layout.body.bilingual import bilingual_guide, topic_words
from guide.layout.body.furniture import FORM
from guide.layout.body.galley import Column, Row, shifted, stack
from guide.layout.body.memory import GalleyMemory, Setting
from guide.layout.body.stretch import ABOUT
from guide.layout.compose.checked import count_lines
from guide.layout.editions.versions import Version
from guide.layout.pages import Box, Image, Line, Path, Tag
from guide.layout.parts.base import Items
from guide.layout.parts.contents import contents_entries, set_contents
from guide.layout.parts.cover import Cover
from guide.layout.parts.howto import HowToUse, pages_of
from guide.layout.parts.index import (
    INDEX,
    Index,
    IndexPart,
    IndexRow,
    rows_by_name,
    rows_by_place,
    rows_by_topic,
)
from guide.layout.parts.language_help import LanguageHelp, panel_languages
from guide.layout.parts.open_rows import open_rows
from guide.layout.parts.opennow import LEAST_WIDTH, OPEN_NOW, OpenNow
from guide.layout.parts.publisher import publisher_line
from guide.layout.type.inline import Inline, OpenItem, RowArea
from guide.layout.type.numbers import with_number_columns
from guide.layout.type.setter import Setter
from guide.layout.type.style import Style, with_grid
from guide.model import Guide


@dataclass(frozen=True, kw_only=True, slots=True)
class BookOptions:
    """What an edition asks of the pages beside their style."""

    multiple: int = 2  # of pages: 4 for a booklet
    single_sided: bool = False  # every page is a recto
    places: bool = True  # an index by place
    topics: bool = True  # an index by topic
    about: bool = True  # the closing notes
    cover: str = "full"  # or "light"
    open_now: bool = False  # the table of who is open when
    note: str = ""  # what was left out
    discard_after: str = ""  # words for the last page
    language_help: tuple[str, ...] | None = None  # languages of the panel; None: those that the guide names
    build: str = ""  # the digest of the content, for the last page


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
        self.topics: list[IndexRow] = []
        self.by_place: list[IndexRow] = []
        self.left_out: list[str] = []  # what this size has no room for, in words

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
        return [
            (words.index_by_name, rows_by_name(guide, words)),
            (words.index_by_place, self.by_place),
            (words.index_by_topic, self.topics),
        ]

    def index(self, parts: Sequence[IndexPart]) -> list[Items]:
        """The pages of the index."""
        guide = self.guide
        source = guide.source_language if guide.source_language != guide.language else ""
        return self.kept(
            "index", (parts, source), lambda: Index(self.setter, self.words, self.root, source).set(parts)
        )

    def open_now(self) -> list[Items]:
        """The pages of the table of who is open when, where the edition asks for it and listings have hours."""
        rows = open_rows(self.guide, self.words) if self.options.open_now else ()
        if rows and self.grid.live < LEAST_WIDTH:
            self.left_out.append("the table of who is open when")
            rows = ()
        return OpenNow(self.setter, self.words, self.root).pages(rows) if rows else []

    def language_help(self) -> list[Items]:
        """The pages of the panel for people who read other languages."""
        second = self.versions[1][0].language if len(self.versions) > 1 else ""
        languages = panel_languages(self.guide, self.options.language_help, second)
        return (
            LanguageHelp(self.guide, self.setter, self.words, self.root).pages(languages) if languages else []
        )

    def contents(self, with_open_now: bool) -> list[Items]:
        """The pages of the contents."""
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

    def with_steps(self, contents: list[Items], cover: Cover) -> tuple[list[Items], list[Items]]:
        """(contents, pages behind them): what the cover had no room for, below the contents where they leave it."""
        u, depth, root = self.style.u, self.grid.depth, Tag("Sect", self.root)
        measure = min(self.grid.live, self.grid.prose + 6 * u)
        how = HowToUse([guide for guide, _ in self.versions], self.setter, self.words, root, listed=False)
        rows = [] if cover.subtitled else [self.plain(self.guide.subtitle, root, measure)]
        rows += [] if cover.has_steps else how.rows(0, measure)
        if not cover.counted:
            rows.append(self.counts(root, measure))
        if not cover.named:
            rows.append(publisher_line(self.guide, self.setter, self.words, root, measure).row())
        if not any(row.height for row in rows):
            return contents, []
        lowest = max(bottom_of(item, u) for item in contents[-1]) + 3 * u
        if lowest + sum(row.height for row in rows) > depth:
            return contents, pages_of(rows, depth)
        return [*contents[:-1], contents[-1] + shifted(stack(rows), lowest)], []

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


def bottom_of(item: OpenItem, below: float) -> float:
    """About the lowest point of an item: of a text, so much below its baseline."""
    if isinstance(item, Line):
        return max(item.y1, item.y2)
    if isinstance(item, Path):
        return below
    return item.y + (item.height or below if isinstance(item, Box | Image | RowArea) else below)
