"""One sheet: all listings on both sides of one page, as large and as full as they fit."""

from collections.abc import Mapping
from dataclasses import replace

from guide.errors import Problem
from guide.formats import FORMATS, LEAST_SIZE, CoverMeasures, Grid, TextStyle
from guide.language.words import Words
from guide.layout.body.galley import Column, Strip
from guide.layout.compose.blocks import SectionBlock
from guide.layout.compose.checked import checked_of, count_lines
from guide.layout.compose.composer import Composer
from guide.layout.compose.namesakes import number_listings
from guide.layout.compose.shorten import FIRST, SUMMARY, WHOLE, shortened
from guide.layout.editions.leaflet import SheetSpaces, whole_listings
from guide.layout.pages import ACCENT, Box, Document, Tag
from guide.layout.parts.base import Items, in_white
from guide.layout.parts.publisher import publisher_line
from guide.layout.references import Place, Resolver, document_of, outline_of
from guide.layout.type.inline import Anchor, Fragment, Inline
from guide.layout.type.numbers import with_number_columns
from guide.layout.type.setter import Setter
from guide.layout.type.style import (
    Stacks,
    Style,
    accent_of,
    band_words,
    make_style,
    scaled,
    style_for,
)
from guide.model import Guide
from guide.problems.layout import SHEET_FULL

WIDTH, HEIGHT = FORMATS["one-sheet"].width, FORMATS["one-sheet"].height
MARGIN, GUTTER = 42, 24
SIZES = (12, 11.5, LEAST_SIZE)
# The fullest setting first: all of the description, its first paragraph, or a few words; each as large as it fits.
TRIES = tuple((prose, size) for prose in (WHOLE, FIRST, SUMMARY) for size in SIZES)


def set_one_sheet(
    guide: Guide,
    words: Words,
    stacks: Stacks,
    numbers: Mapping[str, int] | None = None,
    discard: str = "",
) -> tuple[Document | None, tuple[Problem, ...], tuple[str, ...]]:
    """(Document, problems, what was chosen): the listings on both sides of a Letter sheet; the last a tuple of sentences."""
    for prose, size in TRIES:
        sheet = OneSheet(shortened(guide, prose), words, stacks, size, numbers or number_listings(guide))
        if sheet.fill(discard):
            chosen = {
                WHOLE: "whole of each description",
                FIRST: "first paragraph of each description, one office of several",
                SUMMARY: "a few words on each listing, one office of several",
            }[prose]
            clear = (
                ()
                if size >= 12
                else (f"text of {size:g} pt: this is not clear print, which begins at 12 pt",)
            )
            return sheet.document(), (), (f"one sheet: {chosen}, text {size:g} pt", *clear)
    return None, (SHEET_FULL.at(guide.mark, count=sheet.left_over, size=LEAST_SIZE),), ()


class OneSheet:
    """Sets a sheet in two columns a side; x and y count from the corner of the page."""

    def __init__(
        self, guide: Guide, words: Words, stacks: Stacks, size: float, numbers: Mapping[str, int]
    ) -> None:
        self.guide = guide
        self.words = words
        self.column_width = (WIDTH - 2 * MARGIN - GUTTER) / 2
        style = style_for(sheet_style(accent_of(guide), stacks, size, self.column_width), guide.language)
        self.style = with_number_columns(style, len(numbers), len(guide.sections))
        self.setter = Setter(self.style, 1)
        self.root = Tag("Document", language=guide.language)
        self.head_tag = Tag("Sect", self.root)
        self.composer = Composer(guide, words, paged=False, numbers=numbers)
        self.sections = self.composer.sections(self.root)
        self.left_over = 0
        self.pages: tuple[Items, Items] = ([], [])
        self.places: dict[Anchor, Place] = {}

    def fill(self, discard: str) -> bool:
        """Whether everything fits; what does is then on the pages."""
        head, top = self.head()
        self.pages[0].extend(head)
        strips = [strip for section in self.sections for strip in self.section(section)]
        last = self.foot(discard)
        depths = (HEIGHT - MARGIN - self.style.small.leading, HEIGHT - MARGIN - last.y - self.style.u / 2)
        frames = [
            (side, MARGIN + column * (self.column_width + GUTTER), top if side == 0 else MARGIN)
            for side in (0, 1)
            for column in (0, 1)
        ]
        side, x, y = frames.pop(0)
        first = True
        for place, strip in enumerate(strips):
            space = 0 if first else strip.space
            while y + space + strip.height > depths[side]:
                if not frames:
                    self.left_over = len(strips) - place
                    return False
                (side, x, y), space = frames.pop(0), 0
            self.put(strip, side, x, y + space)
            y += space + strip.height
            first = False
        self.pages[1].extend(item.moved(MARGIN, HEIGHT - MARGIN - last.y) for item in last.items)
        return True

    def put(self, strip: Strip, side: int, x: float, y: float) -> None:
        for anchor, offset in strip.starts:
            self.places[anchor] = Place(side, side + 1, y + offset)
        for row in strip.rows:
            self.pages[side].extend(item.moved(x, y) for item in row.items)
            y += row.height

    def head(self) -> tuple[Items, float]:
        """(items, where the columns begin): band and title."""
        style, words = self.style, self.words
        items: Items = [Box(MARGIN, MARGIN, WIDTH - 2 * MARGIN, 20, ACCENT)]
        tag = Tag("P", self.head_tag)
        left, right = band_words(self.guide, words, self.setter, style.body.size, WIDTH - 2 * MARGIN - 40)
        x = WIDTH - MARGIN - 10 - self.setter.width(right, style.body.size, True)
        for text, at in ((left + " ", MARGIN + 10), (right, x)):
            placed = self.setter.place(
                [Fragment(Inline(text, tag, True), text)], at, MARGIN + 14, style.body.size
            )
            items += in_white(placed)
        column = Column(self.setter, MARGIN, WIDTH - 2 * MARGIN)
        column.y = MARGIN + 28
        column.add((Inline(self.guide.title, Tag("H1", self.head_tag), True),), TextStyle(24, 28))
        advice = getattr(words, checked_of(self.guide).step)
        column.add((Inline(advice, Tag("P", self.head_tag)),), style.body)
        for line in self.guide.help_now:
            number = line.phone.printed if line.phone else ""
            tag = Tag("P", self.head_tag)
            inlines = [Inline(line.text + (" " if number else ""), tag)] if line.text else []
            column.add((*inlines, *([Inline(number, tag, True)] if number else [])), style.body)
        return items + column.items, column.y + 1.5 * style.u

    def foot(self, discard: str) -> Column:
        """How many listings there are and how many are checked, and the publisher: what stands last on the second side."""
        width, tag = WIDTH - 2 * MARGIN, Tag("P", self.root)
        column = publisher_line(self.guide, self.setter, self.words, self.root, width)
        text = " ".join(filter(None, (*count_lines(self.guide, self.words), discard)))
        column.add((Inline(text, tag),), self.style.small)
        return column

    def section(self, section: SectionBlock) -> list[Strip]:
        """The strips of a section, each listing whole."""
        u = self.style.u
        return whole_listings(section, self.setter, self.column_width, SheetSpaces(u, 1.5 * u, u / 2))

    def document(self) -> Document:
        """Both sides as they are filled."""
        resolver = Resolver(self.places, self.setter)
        pages = []
        for number, items in enumerate(self.pages, 1):
            pages.append(resolver.page(items, WIDTH, HEIGHT, str(number)))
        guide = self.guide
        return document_of(
            guide,
            self.style,
            pages,
            self.root,
            outline=outline_of(guide, self.places, self.composer.voice.names),
        )


def sheet_style(accent: str, stacks: Stacks, size: float, width: float) -> Style:
    """The style of a column of the sheet, its page one column wide."""
    style = make_style("half-letter", accent, stacks)
    grid = Grid(
        width=width,
        height=HEIGHT,
        inner=0,
        outer=0,
        top=0,
        bottom=HEIGHT - 2 * MARGIN,
        head=0,
        foot=0,
        number_column=24,
        prose=width - 24,
        gutter=18,
        offices=2,
        phones_beside=False,
        index_columns=1,
    )
    style = replace(
        style,
        grid=grid,
        h1=TextStyle(14, 20),
        name=TextStyle(14, 18),
        phone=TextStyle(14, 18),
        cover=CoverMeasures(left=0, right=0, top=0, foot=0),
    )
    return scaled(style, size)
