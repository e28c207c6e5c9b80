"""Pages of one's own: the format of any size, which inherits all but its measures from the row it is like.

Lengths are points. A page that nobody could read or print is refused, with the reason.
"""

from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from guide.formats import FORMATS, LARGE_PRINT_SIZE, CoverMeasures, Format, Grid

POCKET_UNDER, HALF_UNDER = (
    340,
    480,
)  # points of width: like the pocket, like half-letter, and from there like Letter
LEAST_WIDTH, MOST_SIDE = (
    216,
    1224,
)  # 3 in, beside which no name has room for its number; 17 in, of Tabloid and A3
LEAST_HEIGHTS = {"pocket": 324, "half-letter": 432, "letter": 504, "large-print": 612}  # of pages like these
MOST_LIVE, MOST_LARGE_LIVE = (
    816,
    640,
)  # two columns with text of 372; and less than two columns of large print
LARGE = "large-print"
TALL, LEAST_TOP = 792, 40  # the height at which the top is that of Letter; and no top is less
LETTER_TOP = 72
SAFE = 20  # from the trim to the figures of a running head
CAPITALS = 0.716  # height over size
HEAD_TO_TEXT = 12  # from the baseline of a running head down to the text, at least
COLUMN = 220  # the least width of one of two columns
BESIDE = 408  # width of the main column from which a telephone number stands beside an address
SIDE_BY_SIDE = (444, 390)  # width of the main column from which three offices, and two, stand side by side
PROSE = 372  # 68 letters of 12 points: the measure of prose that a smaller page grows to
INNER, OUTER = 0.10, 0.11  # of the width: margins of a page like half-letter


STAPLE, SPIRAL, HOLES = BINDINGS = ("staple", "spiral", "holes")
FOR_HOLES = 9  # points that the live width moves away from a spiral or holes
TAB_TO_TEXT, MOST_MARGIN = (
    3,
    0.2,
)  # from a thumb tab to the text; and of the width, a margin of one's own at most


class PageSize(NamedTuple):
    """Width and height of a page of one's own, and how its edition says them: "4 x 7 in"."""

    width: float
    height: float
    said: str


def refusal(width: float, height: float, large: bool = False) -> str:
    """Why no legible page of this size is possible, "" where one is."""
    if width < LEAST_WIDTH:
        return f"a page less than {inches(LEAST_WIDTH)} wide has no room for a name beside a telephone number"
    if max(width, height) > MOST_SIDE:
        return f"a page of more than {inches(MOST_SIDE)} is larger than the paper of any office printer"
    if large and width < HALF_UNDER:
        return f"large print needs a page at least {inches(HALF_UNDER)} wide"
    least = LEAST_HEIGHTS[like(width, large)]
    if height < least:
        return f"a page of this width and less than {inches(least)} high has no room for a section and its first listing"
    return ""


def inches(points: float) -> str:
    return f"{round(points / 72, 2):g} in"


def like(width: float, large: bool = False) -> str:
    """The name of the format that a page of this width is like."""
    if large:
        return LARGE
    return "pocket" if width < POCKET_UNDER else "half-letter" if width < HALF_UNDER else "letter"


@cache
def format_of(name: str, page: PageSize | None = None, binding: str = STAPLE, margin: float = 0) -> Format:
    """The format of an edition: the one of this name, or of a page of its own, with the margins that it asks for."""
    format = own_format(page, name == LARGE) if page else FORMATS[name]
    if not format.is_book or binding == STAPLE and not margin:
        return format
    grid, cover = format.measures["grid"], format.measures["cover"]
    aside = 0 if binding == STAPLE else FOR_HOLES
    moved = {"grid": bound(grid, aside, margin), "cover": bound_cover(cover, aside, margin)}
    return format._replace(measures=format.measures | moved)


def own_format(page: PageSize, large: bool = False) -> Format:
    """The format of a page of one's own."""
    base = FORMATS[like(page.width, large)]
    return base._replace(
        name=f"of {page.said}",
        paper=page.said,
        width=page.width,
        height=page.height,
        measures=own_measures(base.measures, page.width, page.height),
    )


def own_measures(base: dict[str, Any], width: float, height: float) -> dict[str, Any]:
    """The measures of the row that a page is like, on a page of another size."""
    grid = own_grid(base, width, height)
    cover: CoverMeasures = base["cover"]
    sized = replace(cover, columns=cover.columns if grid.index_columns > 1 else 1)
    if POCKET_UNDER <= width < HALF_UNDER:
        sized = replace(sized, left=grid.inner, right=grid.outer)
    return base | {"grid": grid, "cover": sized}


def own_grid(base: dict[str, Any], width: float, height: float) -> Grid:
    """The grid of a page of another size: as many lines as its depth holds."""
    old: Grid = base["grid"]
    head_lowest = SAFE + CAPITALS * base["folio"]
    top = max(min(LETTER_TOP, LETTER_TOP * height / TALL), LEAST_TOP)
    head = max(head_lowest, min(old.head, top - (old.top - old.head)))
    top = round(max(top, head + HEAD_TO_TEXT), 1)
    leading = base["body"].leading
    lines = (height - top - (old.height - old.bottom)) // leading
    bottom = top + lines * leading
    inner, outer = _margins(base, width)
    sized = replace(
        old,
        width=width,
        height=height,
        inner=inner,
        outer=outer,
        top=top,
        head=round(head, 1),
        bottom=bottom,
        foot=bottom + old.foot - old.bottom,
    )
    return fitted(sized)


def _margins(base: dict[str, Any], width: float) -> tuple[float, float]:
    """Inner and outer margin: a part of the width on a page like half-letter, else those of the row, and more on a wide page."""
    if POCKET_UNDER <= width < HALF_UNDER:
        return round(INNER * width, 1), round(OUTER * width, 1)
    grid: Grid = base["grid"]
    more = max(0, (width - grid.inner - grid.outer - most_live(base)) / 2)
    return grid.inner + more, grid.outer + more


def most_live(measures: dict[str, Any]) -> float:
    """The live width from which lines of prose, in two columns or the one of large print, are too long to be read."""
    return MOST_LIVE if measures["body"].size < LARGE_PRINT_SIZE else MOST_LARGE_LIVE


def fitted(grid: Grid) -> Grid:
    """The grid with what stands side by side as its width allows."""
    main = grid.main
    room = next((count for count, least in zip((3, 2), SIDE_BY_SIDE) if main >= least), 1)
    return replace(
        grid,
        prose=min(main, max(grid.prose, PROSE)),
        offices=min(grid.offices, room) if grid.phones_beside else grid.offices,
        phones_beside=grid.phones_beside and main >= BESIDE,
        index_columns=grid.index_columns if (grid.live - grid.gutter) / 2 >= COLUMN else 1,
    )


# --- margins ----------------------------------------------------------------------------------------


def bound(grid: Grid, aside: float, margin: float) -> Grid:
    """The grid with a margin of its own on both sides, and moved away from its binding, which breaks no line anew."""
    if margin:
        grid = fitted(replace(grid, inner=margin, outer=margin))
    return replace(grid, inner=grid.inner + aside, outer=grid.outer - aside)


def bound_cover(cover: CoverMeasures, aside: float, margin: float) -> CoverMeasures:
    """The cover, whose binding is at the left."""
    left, right = (margin, margin) if margin else (cover.left, cover.right)
    return replace(cover, left=left + aside, right=right - aside)


def margins_of(format: Format, binding: str = STAPLE) -> tuple[float, float]:
    """(least, most) that the margins of a book may be: clear of the thumb tabs, and with room for the text."""
    aside = 0 if binding == STAPLE else FOR_HOLES
    clear = format.measures["tab"].width + TAB_TO_TEXT + aside
    least = max(clear, (format.width - most_live(format.measures)) / 2)
    return least, max(least, round(MOST_MARGIN * format.width))
