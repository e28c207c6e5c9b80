"""Finished pages put on sheets for the printer: booklets and several pages on a sheet.

Nothing is scaled and nothing is turned: a sheet is a permutation and offsets. Each `Sheet` is one side; front and back
follow each other. A sheet is turned over like the leaf of a book, about its upright axis: what printers call the short
edge of a sheet that is wider than high, and the long edge of one that is higher than wide.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple, TypeAlias

from guide.frozen import frozen
from guide.layout.pages import Area, Document, Line
from guide.layout.press.sheet import Placement, Sheet, whole_page
from guide.layout.type.style import HAIRLINE

Stroke: TypeAlias = tuple[float, float]  # where a mark begins and ends on its line
Slot: TypeAlias = tuple[int, int, int]  # page, row, column
Size: TypeAlias = tuple[float, float]  # width, height

PAPERS: Mapping[Size, str] = {  # upright, from the smallest
    (396, 612): "half-letter",
    (419.5, 595.3): "A5",
    (612, 792): "Letter",
    (595.3, 841.9): "A4",
    (792, 1224): "Tabloid",
    (841.9, 1190.6): "A3",
}
ROUNDING = 0.5  # points that sizes in whole millimetres may differ from a half of the next
CALIPER = 72 / 254  # 0.1 mm, the thickness of office paper
MARK_GAP, MARK_LENGTH = 6, 12  # beyond the trim
TICK_MARGIN, TICK_LENGTH = 18, 9  # on the line itself, where paper and pages end together: as in the leaflet
CROSS = 4.5  # half of it, where cuts cross


class Slots(NamedTuple):
    """Places for pages of one size, edge to edge in the middle of a sheet."""

    width: float  # of a page
    height: float
    rows: int
    columns: int
    sheet: Size

    @property
    def trim(self) -> Area:
        width, height = self.columns * self.width, self.rows * self.height
        return Area((self.sheet[0] - width) / 2, (self.sheet[1] - height) / 2, width, height)

    @property
    def upright(self) -> list[float]:
        """x of the edges of columns, from left to right."""
        return [self.trim.x + column * self.width for column in range(self.columns + 1)]

    @property
    def level(self) -> list[float]:
        """y of the edges of rows, from the top down."""
        return [self.trim.y + row * self.height for row in range(self.rows + 1)]

    def place(self, page: int, row: int, column: int, shift: float = 0) -> Placement:
        """A page in its slot, moved to the right by `shift` under its window."""
        x, y = self.upright[column], self.level[row]
        return Placement(page, x + shift, y, Area(x, y, self.width, self.height))

    def side(self, placements: Iterable[Placement], marks: Iterable[Line]) -> Sheet:
        return Sheet(
            width=self.sheet[0],
            height=self.sheet[1],
            placements=tuple(placements),
            marks=tuple(marks),
            trim=self.trim,
        )


@frozen
class NUp:
    """Several pages on a sheet, to be cut apart."""

    rows: int
    columns: int
    sheet: Size | None = None  # None: the smallest paper that holds them
    copies: int = (
        0  # equal copies beside each other, each of cut piles laid on each other; 0: one in each place
    )
    two_sided: bool = True
    marks: bool = True


def whole_pages(document: Document) -> tuple[Sheet, ...]:
    """Each page as the side of a sheet of its size."""
    return tuple(whole_page(index, page) for index, page in enumerate(document.pages))


def paper_for(width: float, height: float) -> Size:
    """(width, height) of the smallest paper, upright or lying, that holds so much; exactly so much where none does."""
    for short, long in PAPERS:
        for paper in ((short, long), (long, short)):
            if width <= paper[0] + ROUNDING and height <= paper[1] + ROUNDING:
                return paper
    return width, height


def paper_name(width: float, height: float) -> str:
    """What a sheet is called: "Letter"; "" for one that is no usual paper."""
    short, long = sorted((width, height))
    return PAPERS.get((short, long), "")


def impose_booklet(
    document: Document, sheet_size: Size | None = None, *, caliper: float = CALIPER, copies: int = 1
) -> tuple[Sheet, ...]:
    """The sides of all sheets for saddle stitch, the outermost sheet first, two pages beside each other.

    `caliper` is the thickness of a sheet in points, `copies` the booklets one above the other on a sheet, to be cut
    apart before folding. ValueError if the pages are no multiple of 4, or not of one size, or larger than the sheet.

    Creep: nested sheets lie around each other's backs, so the fold of each is pushed out by the thickness of those
    around it, and the common cut at the fore edge takes so much off its pages. The pages of the sheet that has n
    around it are moved n times the caliper towards the fold, which leaves all outer margins equal (print shops).
    """
    count = len(document.pages)
    if count % 4:
        raise ValueError(f"a booklet has a multiple of 4 pages, not {count}")
    slots = slots_for(document, copies, 2, sheet_size)
    left, fold, right = slots.upright
    marks = fold_marks(slots, fold) + cut_marks(slots, (left, right), slots.level)
    sides = []
    for outside in range(count // 4):
        first, last, creep = 2 * outside, count - 1 - 2 * outside, outside * caliper
        for left_page, right_page in ((last, first), (first + 1, last - 1)):
            if document.leftward:  # bound at the right
                left_page, right_page = right_page, left_page
            placements = [
                place
                for row in range(copies)
                for place in (slots.place(left_page, row, 0, creep), slots.place(right_page, row, 1, -creep))
            ]
            sides.append(slots.side(placements, marks))
    return tuple(sides)


def n_up_for(document: Document, count: int, *, copies: int = 0, marks: bool = True) -> NUp:
    """The `NUp` that puts so many pages on the smallest paper, upright where there is a choice; one page alone has no back."""
    width, height = page_size(document)
    grids = [(rows, count // rows) for rows in range(count, 0, -1) if count % rows == 0]

    def size_of(grid: tuple[int, int]) -> tuple[bool, float, float, float]:
        paper = paper_for(grid[1] * width, grid[0] * height)
        return not paper_name(*paper), paper[0] * paper[1], max(paper), paper[0]

    rows, columns = min(grids, key=size_of)
    two_sided = len(document.pages) > 1
    return NUp(rows=rows, columns=columns, copies=copies, two_sided=two_sided, marks=marks)


def impose_n_up(document: Document, n_up: NUp) -> tuple[Sheet, ...]:
    """The sides of all sheets; ValueError if the pages are not of one size, or do not fit on the sheet."""
    slots = slots_for(document, n_up.rows, n_up.columns, n_up.sheet)
    marks = cut_marks(slots, slots.upright, slots.level) if n_up.marks else []
    return tuple(
        slots.side((slots.place(*place) for place in places), marks)
        for places in sides_of(len(document.pages), n_up)
    )


def sides_of(count: int, n_up: NUp) -> Iterator[list[Slot]]:
    """The slots of each side: of each copy the cut piles, laid on each other with the first on top, are the guide."""
    faces = 2 if n_up.two_sided else 1
    blocks = blocks_of(n_up)
    leaves = -(-count // faces)
    pile = -(-leaves // len(blocks[0]))
    for sheet, face in product(range(pile), range(faces)):
        yield [
            (page, row, n_up.columns - 1 - column if face else column)
            for block in blocks
            for number, (row, column) in enumerate(block)
            if (page := faces * (number * pile + sheet) + face) < count
        ]


def blocks_of(n_up: NUp) -> list[list[tuple[int, int]]]:
    """The places, as (row, column), of each copy in the order in which its piles are laid on each other.

    Copies stand side by side as far as the columns can be divided, else also one above the other. ValueError where they cannot.
    """
    rows, columns = n_up.rows, n_up.columns
    copies = n_up.copies or rows * columns
    ways = [
        (copies // across, across)
        for across in range(copies, 0, -1)
        if copies % across == 0 and columns % across == 0 and rows % (copies // across) == 0
    ]
    if not ways:
        raise ValueError(f"{copies} equal copies cannot stand on {rows} x {columns} places")
    high, wide = rows // ways[0][0], columns // ways[0][1]
    return [
        [(top + row, left + column) for row in range(high) for column in range(wide)]
        for top in range(0, rows, high)
        for left in range(0, columns, wide)
    ]


def page_size(document: Document) -> Size:
    """(width, height) of every page; ValueError where they differ."""
    sizes = {(page.width, page.height) for page in document.pages}
    if len(sizes) != 1:
        raise ValueError(f"pages of {len(sizes)} sizes cannot be put on one sheet")
    return sizes.pop()


def slots_for(document: Document, rows: int, columns: int, sheet: Size | None) -> Slots:
    """Slots for the pages on a sheet; ValueError where they do not fit."""
    width, height = page_size(document)
    sheet = sheet or paper_for(columns * width, rows * height)
    if columns * width > sheet[0] + ROUNDING or rows * height > sheet[1] + ROUNDING:
        pages = f"{rows} x {columns} pages of {width:g} x {height:g}"
        raise ValueError(f"{pages} do not fit on {sheet[0]:g} x {sheet[1]:g}")
    return Slots(width, height, rows, columns, sheet)


def fold_marks(slots: Slots, x: float) -> list[Line]:
    """Dashes above and below the trim where the sheet is folded, if there is room."""
    marks = []
    for start, end in outside(slots.trim.y, slots.trim.height, slots.sheet[1]):
        dash = (end - start) / 3
        marks += [Line(x, start, x, start + dash, HAIRLINE), Line(x, end - dash, x, end, HAIRLINE)]
    return marks


def cut_marks(slots: Slots, upright: Sequence[float], level: Sequence[float]) -> list[Line]:
    """Where to cut: beyond the trim, or, for cuts between pages, on the cut where there is no room."""
    trim, sheet = slots.trim, slots.sheet
    marks = [
        Line(x, start, x, end, HAIRLINE)
        for x in cuts(upright, sheet[0])
        for start, end in strokes(x, upright, (trim.y, trim.height, sheet[1]))
    ]
    marks += [
        Line(start, y, end, y, HAIRLINE)
        for y in cuts(level, sheet[1])
        for start, end in strokes(y, level, (trim.x, trim.width, sheet[0]))
    ]
    for x in upright[1:-1]:
        for y in level[1:-1]:
            marks += [Line(x - CROSS, y, x + CROSS, y, HAIRLINE), Line(x, y - CROSS, x, y + CROSS, HAIRLINE)]
    return marks


def cuts(lines: Iterable[float], paper: float) -> list[float]:
    """The lines that are not the paper's own edges."""
    return [line for line in lines if ROUNDING < line < paper - ROUNDING]


def strokes(line: float, lines: Sequence[float], along: tuple[float, float, float]) -> list[Stroke]:
    """(start, end) of the marks of one cut, measured along it."""
    marks = outside(*along)
    if marks or line in (lines[0], lines[-1]):
        return marks
    start, end = along[0] + TICK_MARGIN, along[0] + along[1] - TICK_MARGIN
    return [(start, start + TICK_LENGTH), (end - TICK_LENGTH, end)]


def outside(start: float, length: float, paper: float) -> list[Stroke]:
    """(start, end) of marks before and after a stretch of the paper; none where they do not fit."""
    reach = MARK_GAP + MARK_LENGTH
    if start < reach or paper - start - length < reach:
        return []
    end = start + length
    return [(start - reach, start - MARK_GAP), (end + MARK_GAP, end + reach)]
