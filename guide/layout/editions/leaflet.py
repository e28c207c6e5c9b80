"""A tri-fold leaflet: one sheet, six panels; cover, flap, three panels of listings, back (look: tri-fold)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from guide.errors import Problem
from guide.formats import SMALL, CoverMeasures, Grid, TextStyle
from guide.language.words import Words
from guide.layout.body.galley import Column, Row, Strip, shifted
from guide.layout.body.row import RowSetter, row_style
from guide.layout.body.row_frames import Frame, fill_level, what_is_over
from guide.layout.compose.checked import checked_of
from guide.layout.compose.rows import RowComposer, RowSection
from guide.layout.pages import MARK, Area, Document, Line
from guide.layout.parts.base import Items
from guide.layout.parts.cover import Cover, Zone, cover_full
from guide.layout.parts.cover_help import CoverHelp
from guide.layout.parts.cover_rows import CoverRows, Rows
from guide.layout.parts.language_help import LanguageHelp
from guide.layout.parts.panel import panel_languages
from guide.layout.parts.publisher import STAMP_HEIGHT, stamp_box, stamp_height
from guide.layout.parts.web_code import WebCode, code_of
from guide.layout.references import Place, Resolver, document_of, outline_of
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Inline, OpenItem
from guide.layout.type.numbers import with_number_columns
from guide.layout.type.setter import Setter
from guide.layout.type.style import (
    COVER_RULE,
    HAIRLINE,
    USUAL_SIZE,
    Stacks,
    Style,
    accent_of,
    edition_words,
    make_style,
    style_for,
)
from guide.model import Guide, Personal, Span
from guide.problems import layout as kinds

Size = tuple[float, float]  # width and height

LIVE = 224  # width of the text in every panel
TOP, BOTTOM_MARGIN = 40, 40
FLAP_SHORTER = 4.5  # the flap is folded in first, so it is narrower than the other two panels
TICK_LENGTH, TICK_MARGIN = 9, 18
NAME_SPACE = 2  # above and below the name of a section on the cover

PANEL = SMALL | {
    "title": TextStyle(28, 32),
    "lead": TextStyle(16, 24),
    "h1": TextStyle(15, 24),
    "key_opening": 16,
    "white": 1,
}


def panel_widths(sheet_width: float) -> tuple[float, float]:
    """(flap, other panels): three panels that fold into each other."""
    other = (sheet_width + FLAP_SHORTER) / 3
    return other - FLAP_SHORTER, other


def panel_style(sheet: Size, accent: str, stacks: Stacks) -> Style:
    """The style of a panel; its page is one panel."""
    width, height = panel_widths(sheet[0])[1], sheet[1]
    margin = (width - LIVE) / 2
    grid = Grid(
        width=width,
        height=height,
        inner=margin,
        outer=margin,
        top=TOP,
        bottom=height - BOTTOM_MARGIN,
        head=0,
        foot=0,
        number_column=24,
        prose=LIVE - 24,
        gutter=18,
        offices=1,
        phones_beside=False,
        index_columns=1,
    )
    style = make_style("half-letter", accent, stacks)
    cover = CoverMeasures(left=margin, right=margin, top=TOP, foot=BOTTOM_MARGIN)
    changes: dict[str, Any] = {name: PANEL[name] for name in ("title", "lead", "h1", "key_opening", "white")}
    return replace(style, grid=grid, cover=cover, **changes)


class PanelCover(Cover):
    """The cover of a leaflet: block, edition and help; the sections stand inside, the publisher on the back."""

    def zones(self) -> Iterator[Sequence[Zone]]:
        """Yield the help box alone, all of its lines before fewer."""
        lines = self.guide.help_now
        helps = CoverHelp(self.guide, self.setter, self.words, self.root, self.width)
        for count in range(len(lines), -1 if not lines else 0, -1):
            yield [Zone(helps.box(lines[:count]), count, False)]

    def to_contents(self, rows: CoverRows, y: float, lowest: float) -> Rows:
        """The names of the sections, if there is room: a leaflet has no pages."""
        column, tag = Column(self.setter, self.left, self.width), Tag("L", self.root)
        column.skip(y)
        for section in self.guide.sections:
            column.items.append(Line(self.left, column.y, self.right, column.y, HAIRLINE))
            column.skip(NAME_SPACE)
            body = Tag("LBody", Tag("LI", tag))
            column.add((Inline(section.title, body, True),), self.style.contents_section)
            column.skip(NAME_SPACE)
        column.items.append(Line(self.left, column.y, self.right, column.y, HAIRLINE))
        return Rows(column.y, column.items, (), 0) if column.y <= lowest else Rows(y, (), (), 0)

    def steps(self, listed: bool, y: float, lowest: float) -> Items:
        """None: they stand on the flap."""
        return []


class Leaflet:
    """Sets a leaflet of some listings of a guide; `numbers` are those of the whole guide, by id."""

    def __init__(
        self,
        guide: Guide,
        words: Words,
        sheet: Size,
        stacks: Stacks,
        numbers: Mapping[str, int],
        languages: Sequence[str] | None = None,
        personal: Personal | None = None,
    ) -> None:
        self.personal = personal
        self.languages = languages  # of the panel, as the edition chooses
        self.numbers = numbers
        self.guide = guide
        self.words = words
        self.sheet = sheet
        self.total = len(numbers)
        style = style_for(panel_style(sheet, accent_of(guide), stacks), guide.language)
        self.style = with_number_columns(style, max(numbers.values(), default=0), len(guide.sections))
        self.setter = Setter(self.style, 1)
        self.root = Tag("Document", language=guide.language)
        self.composer = RowComposer(guide, words, numbers)
        self.flap_width, self.panel_width = panel_widths(sheet[0])
        self.problems: list[Problem] = []

    def document(self, discard: str = "") -> tuple[Document, tuple[Problem, ...]]:
        """(Document, problems): the two sides of the sheet, the outside first; `discard` says when to throw it away."""
        sections = self.composer.row_sections(self.root)
        rows, places = self.rows(sections, self.back_room(self.last_lines(discard, Tag("P"))))
        cover = PanelCover(self.guide, self.setter, self.words, self.root, personal=self.personal)
        flap, flap_tag = self.flap()
        back, back_tag = self.back(discard)
        outside = self.ticks((self.flap_width, self.flap_width + self.panel_width))
        outside += self.placed(cover.items(), self.flap_width + self.panel_width, 0)
        if cover.full:
            self.problems.append(cover_full(self.guide))
        outside += self.placed(flap, (self.flap_width - LIVE) / 2, TOP)
        outside += rows[0]
        outside += self.placed(back, self.flap_width + (self.panel_width - LIVE) / 2, TOP)
        resolver = Resolver(places, self.setter, self.guide.source_language)
        pages, (width, height) = [], self.sheet
        for number, items in enumerate(
            (outside, self.ticks((self.panel_width, 2 * self.panel_width)) + rows[1]), 1
        ):
            pages.append(resolver.page(items, width, height, str(number)))
        guide = self.guide
        document = document_of(
            guide,
            self.style,
            pages,
            self.root,
            outline=outline_of(guide, places, self.composer.voice.names, self.composer.voice.words)
            if places
            else (),
            parts=(cover.root, flap_tag, *(section.block.tag for section in sections), back_tag),
            left_out=tuple(cover.left_out),
        )
        return document, tuple(self.problems)

    def placed(self, items: Iterable[OpenItem], x: float, y: float) -> Items:
        return [item.moved(x, y) for item in items]

    def ticks(self, folds: Iterable[float]) -> Items:
        """Short strokes at both edges that show where to fold."""
        height = self.sheet[1]
        return [
            Line(x, y, x, y + TICK_LENGTH, HAIRLINE, MARK)
            for x in folds
            for y in (TICK_MARGIN, height - TICK_MARGIN - TICK_LENGTH)
        ]

    # --- the inside: listings

    def rows(
        self, sections: Iterable[RowSection], back_room: float
    ) -> tuple[tuple[Items, Items], dict[Anchor, Place]]:
        """(items of the outside and of the inside, places): three panels of rows, and what is free of the back."""
        style = row_style(
            self.style, USUAL_SIZE, LIVE, self.style.grid.depth, self.guide.language, self.total
        )
        setter = RowSetter(Setter(style, 1))
        strips = [strip for section in sections for strip in setter.section(section)]
        filled = fill_level(strips, self.panels(back_room), setter.below)
        pages: tuple[Items, Items] = ([], [])
        if filled.left_over:
            self.problems.append(self.too_much(filled.left_over))
            return pages, {}
        return pages, filled.put_on(pages)

    def panels(self, back_room: float) -> list[Frame]:
        """The three panels of the inside, the last on the back of the flap; and the back of the folded leaflet."""
        widths = (self.panel_width, self.panel_width, self.flap_width)
        edges = (0, self.panel_width, 2 * self.panel_width)
        inside = [
            Frame(1, edge + (width - LIVE) / 2, TOP, self.style.grid.bottom)
            for edge, width in zip(edges, widths)
        ]
        back = self.flap_width + (self.panel_width - LIVE) / 2
        return [*inside, Frame(0, back, TOP, TOP + back_room - 2 * self.style.u)]

    def too_much(self, left_over: Sequence[Strip]) -> Problem:
        """Which listings do not fit, and how much of a panel they would need."""
        first = left_over[0]
        if first.listing and first.height > self.style.grid.depth:
            return kinds.PANEL_FULL.at(self.guide.mark, name=first.listing.title)
        over = what_is_over(left_over)
        kind = kinds.ONE_TOO_MANY if over.listings == 1 else kinds.LEAFLET_FULL
        return over.at(self.guide.mark, kind)

    # --- flap and back

    def flap(self) -> tuple[Items, Tag]:
        """(items, tag): how to use the leaflet."""
        words, tag = self.words, Tag("Sect", self.root)
        column = Column(self.setter, 0, LIVE)
        column.items.append(Line(0, 0, LIVE, 0, COVER_RULE))
        column.skip(self.style.u)
        column.add((Inline(words.how_to_use_leaflet, Tag("H2", tag), True),), self.style.contents_section)
        steps = Tag("L", tag, attributes=(("List", "ListNumbering", "Decimal"),))
        texts: tuple[str, ...] = (
            words.circles if checked_of(self.guide).ever else words.step_unverified,
            words.say("leaflet_whole", count=self.total),
            words.leaflet_wrong,
        )
        steps_said: list[str | tuple[Span, ...]] = [*self.guide.how_to_use, *texts]
        for number, text in enumerate(steps_said, 1):
            item, top = Tag("LI", steps), column.y
            label = Column(self.setter, 0, 20)
            label.add((Inline(f"{number} ", Tag("Lbl", item), True),), self.style.body)
            column.items += [each.moved(0, top) for each in label.items]
            column.x, column.measure = 20, LIVE - 20
            body = Tag("LBody", item)
            column.add(
                (Inline(text, body),)
                if isinstance(text, str)
                else self.composer.listings.prose.inlines(text, body),
                self.style.body,
            )
            column.skip(self.style.u / 2)
        if column.y > self.style.grid.depth:
            self.problems.append(kinds.STEPS_FULL.at(self.guide.mark))
        return column.items + self.language_help(column.y + 3 * self.style.u), tag

    def language_help(self, top: float) -> Items:
        """The languages that there is help in, below what the flap holds."""
        languages = panel_languages(self.guide, self.languages)
        room = self.style.grid.depth - top
        if not languages or room < 20 * self.style.u:
            return []
        items, left_out = LanguageHelp(self.guide, self.setter, self.words, self.root).names(
            languages, LIVE, room
        )
        if left_out:
            self.problems.append(kinds.LANGUAGES_LEFT_OUT.at(self.guide.mark, names=", ".join(left_out)))
        return [item.moved(0, top) for item in items]

    def back(self, discard: str) -> tuple[Items, Tag]:
        """(items, tag): the stamp, where the guide is on the web, and which part of it this is; what is above them is free."""
        tag = Tag("Sect", self.root)
        depth = self.style.grid.depth
        last = self.last_lines(discard, tag)
        height = self.stamp_height()
        frame = Area(0, self.back_room(last), LIVE, height)
        items = stamp_box(self.stamped(), self.setter, self.words, tag, frame)
        if code := self.web_code(tag):
            items += shifted(code, depth - last.y - 2 * self.style.u - code.height)
        return items + [item.moved(0, depth - last.y) for item in last.items], tag

    def stamp_height(self) -> float:
        return stamp_height(self.stamped(), self.setter, self.words, LIVE, STAMP_HEIGHT)

    def stamped(self) -> Guide:
        """The guide as the stamp's box tells it: a web address that stands with the QR code is not said a second time."""
        guide = self.guide
        if not code_of(guide.code_target):
            return guide
        own = guide.publisher.website
        publisher = replace(guide.publisher, website="" if own == guide.website else own)
        return replace(guide, website="", publisher=publisher)

    def back_room(self, last: Column) -> float:
        """How much of the back is free above its stamp, its QR code and its last lines."""
        code = self.web_code(self.root)
        coded = code.height + 2 * self.style.u if code else 0
        return self.style.grid.depth - last.y - coded - self.style.u - self.stamp_height()

    def web_code(self, tag: Tag) -> Row | None:
        """The QR code with its address, where the guide is on the web."""
        return WebCode(self.guide, self.setter, self.words, tag).beside(LIVE)

    def last_lines(self, discard: str, tag: Tag) -> Column:
        """Which part of which edition this is, and how many of its listings are checked."""
        words, listings = self.words, self.guide.listings
        text = words.say(
            "leaflet_count",
            edition=lambda each: edition_words(self.guide, each),
            count=len(listings),
            total=self.total,
        )
        column = Column(self.setter, 0, LIVE)
        column.add(
            (
                Inline(
                    " ".join(filter(None, (text, checked_of(self.guide).words(words), discard))),
                    Tag("P", tag),
                ),
            ),
            self.style.small,
        )
        return column
