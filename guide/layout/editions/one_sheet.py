"""One sheet: all listings as rows of a telephone book, on one side where they fit in clear print, else on both."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from guide.errors import Problem
from guide.formats import FORMATS, LEAST_SIZE, TextStyle
from guide.language.words import Words
from guide.layout.body.galley import Column, Strip
from guide.layout.body.row import RowSetter, row_style
from guide.layout.body.row_frames import Frame, fill_level, what_is_over
from guide.layout.compose.checked import checked_of, count_lines
from guide.layout.compose.rows import RowComposer
from guide.layout.editions.versions import size_said
from guide.layout.pages import Area, Document, Line, Page
from guide.layout.parts.band import Band
from guide.layout.parts.base import Items
from guide.layout.parts.help_row import HelpRow
from guide.layout.parts.personal import PersonalHead
from guide.layout.parts.publisher import contacts, other_formats, publisher_line, separated
from guide.layout.parts.web_code import code_of
from guide.layout.references import Place, Resolver, document_of, outline_of
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import COVER_RULE, Stacks, Style, accent_of, make_style
from guide.model import Guide, Personal
from guide.problems.kind import ProblemKind
from guide.problems.layout import POSTER_FULL, SHEET_FULL

WIDTH, HEIGHT = FORMATS["one-sheet"].width, FORMATS["one-sheet"].height
MARGIN, GUTTER = 36, 20
COLUMN = (WIDTH - 2 * MARGIN - GUTTER) / 2
SIZES = (14, 13, 12, 11.5, LEAST_SIZE)  # of the text, the largest first
CLEAR = 12  # the least size of clear print: in it one side is better than two, for a wall shows one

SAID = {1: "one side of a sheet", 2: "one sheet"}

CODE_GAP = 16  # from the QR code to the words beside it
BAND_HEIGHT, BELOW_BAND = 24, 12
TITLE, HELP = TextStyle(24, 28), TextStyle(12, 20, 0.8)
ABOVE_ROWS = 8
FOOT_SPACE, FOOT_RULE = 16, 8  # above the foot, and from its rule to its words


def set_one_sheet(
    guide: Guide,
    words: Words,
    stacks: Stacks,
    numbers: Mapping[str, int] | None = None,
    discard: str = "",
    personal: Personal | None = None,
) -> tuple[Document | None, tuple[Problem, ...], tuple[str, ...]]:
    """(Document, problems, what was chosen): the listings on one side of a Letter sheet or on both; the last a tuple of sentences."""
    numbers = numbers or guide.entries
    for sides, size in tries():
        sheet = OneSheet(guide, words, stacks, size, numbers, sides=sides, personal=personal)
        if not sheet.fill(discard):
            continue
        said = f"{SAID[sides]}: a few words on each listing, one office of several, text {size:g} pt"
        return sheet.document(), (), (said, *size_said(size))
    return None, (sheet.full(),), ()


def tries() -> list[tuple[int, float]]:
    """Sides and sizes of text, the best first: one side in clear print, then both."""
    return [(1, size) for size in SIZES if size >= CLEAR] + [(2, size) for size in SIZES]


def set_poster(
    guide: Guide, words: Words, stacks: Stacks, numbers: Mapping[str, int], root: Tag
) -> tuple[Page | None, Problem | None]:
    """(Page, problem): the listings on one side, as large as they fit, tagged below root."""
    for size in SIZES:
        sheet = OneSheet(guide, words, stacks, size, numbers, root, sides=1)
        if sheet.fill(""):
            return sheet.finished()[0], None
    return None, sheet.full(POSTER_FULL)


class OneSheet:
    """Sets a sheet in two columns a side; x and y count from the corner of the page."""

    def __init__(
        self,
        guide: Guide,
        words: Words,
        stacks: Stacks,
        size: float,
        numbers: Mapping[str, int],
        root: Tag | None = None,
        sides: int = 2,
        personal: Personal | None = None,
    ) -> None:
        self.sides = sides
        self.personal = personal
        self.guide = guide
        self.words = words
        self.style = sheet_style(guide, stacks, size, max(numbers.values(), default=0))
        self.setter = Setter(self.style, 1)
        self.root = root or Tag("Document", language=guide.language)
        self.head_tag = Tag("Sect", self.root)
        area = Area(MARGIN, MARGIN, WIDTH - 2 * MARGIN, BAND_HEIGHT)
        self.band = Band(guide, words, self.setter, self.head_tag, area)
        self.composer = RowComposer(guide, words, numbers)
        self.sections = self.composer.row_sections(self.root)
        self.left_over: Sequence[Strip] = ()
        self.pages: list[Items] = [[] for _ in range(sides)]
        self.places: dict[Anchor, Place] = {}

    def fill(self, discard: str) -> bool:
        """Whether everything fits; what does is then on the pages."""
        head, top = self.head()
        self.pages[0].extend(head)
        rows = RowSetter(self.setter)
        foot = self.foot(discard)
        foot_top = HEIGHT - MARGIN - foot.y
        strips = [strip for section in self.sections for strip in rows.section(section)]
        filled = fill_level(strips, frames(top, foot_top - FOOT_SPACE, self.sides), rows.below)
        self.left_over = filled.left_over
        self.places = filled.put_on(self.pages)
        right = MARGIN + COLUMN + GUTTER
        self.pages[-1].extend(item.moved(right, foot_top) for item in foot.items)
        return not self.left_over

    def full(self, kind: ProblemKind = SHEET_FULL) -> Problem:
        """What does not fit, and how much of a column it would need."""
        return what_is_over(self.left_over).at(self.guide.mark, kind, size=LEAST_SIZE)

    def head(self) -> tuple[Items, float]:
        """(items, where the columns begin): band, title and help numbers."""
        width = WIDTH - 2 * MARGIN
        items = self.band.items()
        column = Column(self.setter, MARGIN, width)
        column.y = MARGIN + BAND_HEIGHT + BELOW_BAND
        title = (Inline(self.guide.title, Tag("H1", self.head_tag), True),)
        style = self.leaded(TITLE)
        if len(self.setter.lines(title, style.size, width)) > 1:
            style = self.leaded(TextStyle(20, 24))
        column.add(title, style)
        HelpRow(self.setter, self.words, self.head_tag).add(column, self.guide.help_now, self.leaded(HELP))
        PersonalHead(self.guide, self.setter, self.words, self.head_tag, self.personal).add(
            column, advice=False
        )
        column.skip(ABOVE_ROWS)
        return items + column.items, column.y

    def leaded(self, text: TextStyle) -> TextStyle:
        """A size with as much room between its lines as the language needs."""
        h1 = self.style.h1
        if h1.leading / h1.size <= text.leading / text.size:
            return text
        return text._replace(leading=text.size * h1.leading / h1.size, rise=h1.rise)

    def foot(self, discard: str) -> Column:
        """The publisher, what the circles mean, and how many listings there are: what stands last on the second side."""
        tag, code = Tag("P", self.root), code_of(self.guide.code_target)
        x = code.side + CODE_GAP if code else 0
        column = Column(self.setter, x, COLUMN - x)
        column.items.append(Line(0, COVER_RULE / 2, COLUMN, COVER_RULE / 2, COVER_RULE))
        column.skip(FOOT_RULE)
        top, publisher = column.y, self.publisher(COLUMN - x)
        column.items += [item.moved(x, column.y) for item in publisher.items]
        column.skip(publisher.y)
        advice = self.words.circles if checked_of(self.guide).ever else self.words.step_unverified
        counts = count_lines(self.guide, self.words)
        text = " ".join(filter(None, (advice, *counts, self.words.leaflet_wrong, discard)))
        column.add((Inline(text, tag),), self.style.small)
        if code:
            column.items.append(code.drawn(0, top))
            column.y = max(column.y, top + code.side)
        return column

    def publisher(self, measure: float) -> Column:
        """How the publisher is reached; who it is, where the band has no room for that."""
        if not self.band.names_publisher:
            return publisher_line(self.guide, self.setter, self.words, self.root, measure)
        column, tag = Column(self.setter, 0, measure), Tag("P", self.root)
        if reached := contacts(self.guide, self.words, tag):
            column.add(separated(reached, tag), self.style.body)
        if formats := other_formats(self.guide, self.words, self.root):
            column.add(formats, self.style.body)
        return column

    def finished(self) -> list[Page]:
        """The sides as they are filled."""
        resolver = Resolver(self.places, self.setter, self.guide.source_language)
        return [resolver.page(items, WIDTH, HEIGHT, str(side)) for side, items in enumerate(self.pages, 1)]

    def document(self) -> Document:
        """Both sides."""
        guide = self.guide
        return document_of(
            guide,
            self.style,
            self.finished(),
            self.root,
            outline=outline_of(guide, self.places, self.composer.voice.names, self.composer.voice.words),
        )


def frames(top: float, last: float, sides: int = 2) -> list[Frame]:
    """The columns in the order in which they are read: the first two begin under the head, the last ends above the foot."""
    left, right, bottom = MARGIN, MARGIN + COLUMN + GUTTER, HEIGHT - MARGIN
    if sides == 1:
        return [Frame(0, left, top, bottom), Frame(0, right, top, last)]
    return [
        Frame(0, left, top, bottom),
        Frame(0, right, top, bottom),
        Frame(1, left, MARGIN, bottom),
        Frame(1, right, MARGIN, last),
    ]


def sheet_style(guide: Guide, stacks: Stacks, size: float, listings: int) -> Style:
    """The style of a column of the sheet; no word is divided in it."""
    base = make_style("half-letter", accent_of(guide), stacks)
    return replace(
        row_style(base, size, COLUMN, HEIGHT - 2 * MARGIN, guide.language, listings), hyphenation=False
    )
