"""A zine on its sheet: eight pages on one side, the upper ones upside down, with marks for the folds and the cut."""

from collections.abc import Iterator
from dataclasses import replace

from guide.formats import FORMATS
from guide.layout.pages import Area, Document, Line
from guide.layout.press.sheet import Placement, Sheet, whole_page
from guide.layout.type.style import HAIRLINE

WIDTH, HEIGHT = FORMATS["zine"].width, FORMATS["zine"].height
PAGE_WIDTH, PAGE_HEIGHT = WIDTH / 4, HEIGHT / 2
UPPER, LOWER = (
    (7, 6, 5, 4),
    (8, 1, 2, 3),
)  # pages from left to right; a leftward zine has them the other way round
PAGES = 8
TICK = 9
DASH, DASH_GAP, CUT = 4, 3, 0.75  # of the line to cut along: stroke, gap, thickness


def zine_sheet(leftward: bool = False) -> Sheet:
    """The sheet."""
    rows = ((UPPER, 0, True), (LOWER, 1, False))
    return Sheet(
        width=WIDTH,
        height=HEIGHT,
        placements=tuple(
            placed(page, row, 3 - column if leftward else column, turned)
            for pages, row, turned in rows
            for column, page in enumerate(pages)
        ),
        marks=tuple(marks()),
        trim=Area(0, 0, WIDTH, HEIGHT),
    )


def zine_sheets(document: Document) -> tuple[Sheet, ...]:
    """The sheet, and its other side where the zine has a page for that."""
    front = zine_sheet(document.leftward)
    if len(document.pages) == PAGES:
        return (front,)
    back = whole_page(PAGES, document.pages[PAGES])
    return front, replace(back, trim=back.placements[0].window)


def placed(page: int, row: int, column: int, turned: bool) -> Placement:
    x, y = column * PAGE_WIDTH, row * PAGE_HEIGHT
    return Placement(page - 1, x, y, Area(x, y, PAGE_WIDTH, PAGE_HEIGHT), turned)


def marks() -> Iterator[Line]:
    """Ticks at the folds, at the top, in the middle and at the bottom, and a dashed line where the sheet is cut."""
    for column in (1, 2, 3):
        x = column * PAGE_WIDTH
        for y in (0, PAGE_HEIGHT - TICK / 2, HEIGHT - TICK):
            yield Line(x, y, x, y + TICK, HAIRLINE)
    x, end = PAGE_WIDTH, 3 * PAGE_WIDTH
    while x < end:
        yield Line(x, PAGE_HEIGHT, min(x + DASH, end), PAGE_HEIGHT, CUT)
        x += DASH + DASH_GAP
