"""The formats of editions, a row each: paper, kind, measures of the page, sizes of type, presses, work.

Lengths are points. What prints an edition, what reads its file and what tells about it look here; a new format is a row
of `FORMATS`, and for a book its measures.
"""

from dataclasses import replace
from typing import Any, NamedTuple

from guide.frozen import frozen

CLEAR_PRINT = 12  # points of the body: the least that clear print allows
LEAST_SIZE, LARGE_PRINT_SIZE = 11, 18  # points: of any type; of any type in large print
# kinds: pages, a folded sheet, a sheet on a wall, cards to be cut apart, a sheet folded to eight small pages, and no paper
BOOK, LEAFLET, ONE_SHEET, CARDS, ZINE, SCREEN = "book", "leaflet", "one sheet", "cards", "zine", "screen"
BRAILLE = "braille"  # a kind, and the name of its only format


# --- measures ---------------------------------------------------------------------------------------


class TextStyle(NamedTuple):
    """A size and a leading. Every line is a box exactly `leading` high, its baseline at 3/4 of it, or as told."""

    size: float
    leading: float
    rise: float = 0.75

    @property
    def baseline(self) -> float:
        """From the top of the line's box down to its baseline."""
        return self.rise * self.leading


@frozen
class Grid:
    """Where things stand on a page; x counts from the left edge of the live width."""

    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float
    head: float  # baseline of the running head
    foot: float  # baseline of the foot
    number_column: float
    prose: float  # measure of prose
    gutter: float
    offices: int  # columns of offices at most
    phones_beside: bool  # phones stand beside the address of a single office
    index_columns: int
    single_sided: bool = False  # the binding is left of every page

    @property
    def live(self) -> float:
        return self.width - self.inner - self.outer

    @property
    def main(self) -> float:
        """Width of the main column, from the left edge of names to the right edge."""
        return self.live - self.number_column

    @property
    def depth(self) -> float:
        """Height of the frame that holds the text."""
        return self.bottom - self.top

    def left(self, folio: int) -> float:
        """Left edge of the live width on a page: the binding is left of a recto, right of a verso."""
        return self.inner if self.is_recto(folio) else self.outer

    def is_recto(self, folio: int) -> bool:
        return self.single_sided or folio % 2 == 1


@frozen
class Tab:
    """Measures of the thumb tabs."""

    width: float
    size: float  # of a number that stands alone in one


@frozen
class CoverMeasures:
    """Measures of the cover; `left`, `right`, `top` and `foot` are its margins."""

    left: float
    right: float
    top: float
    foot: float
    columns: int = 1  # at the foot: help box and publisher side by side, or one above the other
    inset: float = 14  # from the sides of the block to the title, and from one cut to the next
    pad: float = 14  # above and below the title
    edition: float = 13  # size of the line that tells the edition
    names: tuple[tuple[float, float], ...] = ()  # (height of a section's row from which, size of its name)
    least_row: float = 0  # of a section; 0: the cover does not list them
    help_row: float = 32
    help_number: float = 20


WIDE_COVER = CoverMeasures(
    left=54,
    right=66,
    top=40,
    foot=48,
    columns=2,
    inset=18,
    pad=16,
    names=((36, 20), (28, 17), (0, 15)),
    least_row=20,
    help_row=36,
    help_number=24,
)

COMMON: dict[str, Any] = {
    "body": TextStyle(12, 16),
    "name": TextStyle(17, 20),
    "phone": TextStyle(17, 20),
    "small": TextStyle(11, 16),
    "contents_row": TextStyle(12, 20),
    "contents_section": TextStyle(15, 24),
    "h1": TextStyle(30, 32),
    "lead": TextStyle(16, 24),
    "title": TextStyle(46, 48),
    "band": TextStyle(13, 16),
    "folio": 17,
    "key_head": 16,
    "key_opening": 36,
    "white": 0.2,
    "tab": Tab(width=40, size=15),
    "cover": WIDE_COVER,
    "listing_range": True,
    "index_by_name_only": False,
}

LETTER = COMMON | {
    "grid": Grid(
        width=612,
        height=792,
        inner=54,
        outer=66,
        top=72,
        bottom=712,
        head=40,
        foot=744,
        number_column=48,
        prose=372,
        gutter=24,
        offices=3,
        phones_beside=True,
        index_columns=2,
    ),
}

A4 = COMMON | {
    "grid": Grid(
        width=595.3,
        height=841.9,
        inner=54,
        outer=66,
        top=72,
        bottom=760,
        head=40,
        foot=792,
        number_column=48,
        prose=372,
        gutter=24,
        offices=2,
        phones_beside=True,
        index_columns=2,
    ),
    "cover": replace(WIDE_COVER, foot=49.9),
}

# Two columns of 55 letters and more: three would be narrower than 220 points.
TABLOID = LETTER | {"grid": replace(LETTER["grid"], width=792, height=1224, bottom=1144, foot=1176)}
A3 = A4 | {"grid": replace(A4["grid"], width=841.9, height=1190.6, bottom=1112, foot=1144, offices=3)}

SMALL = COMMON | {
    "name": TextStyle(15, 20),
    "phone": TextStyle(15, 20),
    "h1": TextStyle(22, 24),
    "lead": TextStyle(14, 20),
    "title": TextStyle(34, 36),
    "folio": 15,
    "key_opening": 24,
    "tab": Tab(width=32, size=13),
}

HALF_LETTER = SMALL | {
    "grid": Grid(
        width=396,
        height=612,
        inner=40,
        outer=44,
        top=60,
        bottom=556,
        head=32,
        foot=572,
        number_column=30,
        prose=282,
        gutter=18,
        offices=1,
        phones_beside=False,
        index_columns=1,
    ),
    "cover": CoverMeasures(left=40, right=44, top=32, foot=32, names=((0, 15),), least_row=18),
}

# A5 is 24 wider and 17 lower than half-letter: the same measures, one line less.
A5 = SMALL | {
    "grid": Grid(
        width=419.5,
        height=595.3,
        inner=48,
        outer=53.5,
        top=60,
        bottom=540,
        head=32,
        foot=556,
        number_column=30,
        prose=288,
        gutter=18,
        offices=1,
        phones_beside=False,
        index_columns=1,
    ),
    "cover": CoverMeasures(left=48, right=46, top=32, foot=32, names=((0, 15),), least_row=18),
}

LARGE_PRINT = COMMON | {
    "grid": Grid(
        width=612,
        height=792,
        inner=60,
        outer=48,
        top=72,
        bottom=696,
        head=38,
        foot=746,
        number_column=48,
        prose=456,
        gutter=24,
        offices=1,
        phones_beside=False,
        index_columns=1,
    ),
    "body": TextStyle(18, 24),
    "name": TextStyle(24, 30),
    "phone": TextStyle(24, 30),
    "small": TextStyle(18, 24),
    "contents_row": TextStyle(18, 30),
    "contents_section": TextStyle(22, 36),
    "h1": TextStyle(32, 36),
    "lead": TextStyle(24, 36),
    "title": TextStyle(38, 40),
    "band": TextStyle(18, 24),
    "folio": 24,
    "key_head": 22,
    "key_opening": 40,
    "white": 0.25,
    "tab": Tab(width=36, size=18),
    "cover": CoverMeasures(
        left=60,
        right=48,
        top=40,
        foot=40,
        edition=18,
        names=((0, 22),),
        least_row=26,
        help_row=41,
        help_number=26,
    ),
}

POCKET = SMALL | {
    "grid": Grid(
        width=306,
        height=396,
        inner=30,
        outer=36,
        top=40,
        bottom=344,
        head=28,
        foot=370,
        number_column=24,
        prose=216,
        gutter=18,
        offices=1,
        phones_beside=False,
        index_columns=1,
    ),
    "name": TextStyle(14, 18),
    "h1": TextStyle(20, 24),
    "title": TextStyle(28, 30),
    "folio": 14,
    "key_head": 14,
    "key_opening": 20,
    "tab": Tab(width=24, size=11),
    "cover": CoverMeasures(left=30, right=36, top=24, foot=24),
    "listing_range": False,
    "index_by_name_only": True,
    "rows": True,
}


# --- formats and presses ----------------------------------------------------------------------------


class Press(NamedTuple):
    """How an edition is printed."""

    name: str
    imposed: bool = False  # it prints from a file of its own
    of_books: bool = False  # it needs pages, not a sheet of its own
    multiple: int = 2  # of pages
    single_sided: bool = False


class Format(NamedTuple):
    """The size and the kind of an edition."""

    name: str
    paper: str  # its name, for those who print
    width: float  # of the page; of all but books: of the whole sheet
    height: float
    kind: str = BOOK
    measures: dict[str, Any] = {}  # fields of a Style by name, for a book
    least_size: float = LEAST_SIZE  # points of the body, that an edition may ask for
    most_size: float = 24
    divided: bool = True  # words may be divided in narrow columns
    work: float = 1  # to make it, beside Letter
    copies: int = 1  # of the edition on one sheet

    @property
    def is_book(self) -> bool:
        return self.kind == BOOK

    @property
    def is_leaflet(self) -> bool:
        return self.kind == LEAFLET

    @property
    def is_paper(self) -> bool:
        """Whether it is printed on pages and sheets; what is read on a screen or by hand has a size of its own each time."""
        return self.kind not in (SCREEN, BRAILLE)


def _book(name: str, paper: str, measures: dict[str, Any], **more: Any) -> Format:
    return Format(name, paper, measures["grid"].width, measures["grid"].height, measures=measures, **more)


FORMATS = {
    each.name: each
    for each in (
        _book("letter", "Letter", LETTER),
        _book("a4", "A4", A4),
        _book("half-letter", "Half Letter (5.5 x 8.5 in)", HALF_LETTER, most_size=14, work=1.5),
        _book("a5", "A5", A5, most_size=14, work=1.5),
        _book("large-print", "Letter", LARGE_PRINT, least_size=LARGE_PRINT_SIZE, divided=False, work=2),
        _book("tabloid", "Tabloid (11 x 17 in)", TABLOID, work=0.7),
        _book("a3", "A3", A3, work=0.7),
        _book("pocket", "4.25 x 5.5 in", POCKET, most_size=12, work=4),
        Format("trifold-letter", "Letter", 792.0, 612.0, LEAFLET, work=0.3),
        Format("trifold-a4", "A4", 841.9, 595.3, LEAFLET, work=0.3),
        Format("one-sheet", "Letter", 612, 792, ONE_SHEET, work=0.5),
        Format("wallet", "Letter", 612.0, 792.0, CARDS, work=0.2, copies=10),
        Format("zine", "Letter", 792.0, 612.0, ZINE, work=0.3),
        Format("web", "", 0, 0, SCREEN, work=0.3),
        Format(BRAILLE, "", 0, 0, BRAILLE, work=0.3),
        Format("text", "", 0, 0, SCREEN, work=0.2),
        Format("epub", "", 0, 0, SCREEN, work=0.3),
    )
}
BOOKS = tuple(name for name, each in FORMATS.items() if each.is_book)

PRESSES = {
    each.name: each
    for each in (
        Press("duplex"),
        Press("single-sided", single_sided=True),
        Press("booklet", imposed=True, of_books=True, multiple=4),
        Press("n-up", imposed=True, of_books=True),
        Press("print-shop", imposed=True),
    )
}
