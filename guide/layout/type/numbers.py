"""Columns for numbers: as wide as the largest number of a guide needs, which is known before anything is set."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from guide.layout.type.shapes import key_width
from guide.layout.type.style import COLUMN_NAME, USUAL_SIZE, Style, with_grid

FIGURES = "0123456789"
COLUMN_NUMERALS = (
    13 / 17
)  # of the size of names: in two columns, of listings' numbers of three figures and more


def in_a_row(numbers: Sequence[int]) -> tuple[int, int]:
    """(first, last) of numbers of which each is the next one, or the same again; (0, 0) of others, and of none."""
    steps = {after - before for before, after in zip(numbers, numbers[1:])}
    return (numbers[0], numbers[-1]) if numbers and steps <= {0, 1} else (0, 0)


def number_width(style: Style, largest: int, size: float, bold: bool = False) -> float:
    """The width of the widest number up to the largest."""
    stack = style.stack(bold)
    return max(stack.width(number, size) for number in _widest(str(largest), stack.width))


def _widest(largest: str, width: Callable[[str], float]) -> Iterator[str]:
    """Yield the numbers of which one is the widest up to the largest: figures are not all as wide as each other.

    They are the largest itself, those that begin like it, have a smaller figure then and the widest behind it, and the
    widest with a figure less.
    """
    widest = max(FIGURES, key=width)
    yield largest
    yield widest * (len(largest) - 1)
    for place, figure in enumerate(largest):
        smaller = FIGURES[place == 0 : int(figure)]
        if smaller:
            yield largest[:place] + max(smaller, key=width) + widest * (len(largest) - place - 1)


def with_number_columns(style: Style, listings: int, sections: int) -> Style:
    """The style with room for the largest number of a listing and of a section before names.

    Columns that are wide enough stay as they are; a wider one takes what it needs from the main column.
    """
    u, grid = style.u, style.grid
    keys = (key_width(side, sections, style) for side in (style.key_opening, contents_key(style)))
    if style.columns == 2:  # numbers stand in these, and keys alone in the page's own
        style, needed = _in_columns(style, listings), max(keys) + u / 2
    else:
        needed = max(number_width(style, listings, style.name.size, True), *keys) + u / 2
    if needed > grid.number_column:
        column = -(-needed // (u / 2)) * u / 2
        style = with_grid(style, number_column=column, prose=min(grid.prose, grid.live - column))
    return style


def _in_columns(style: Style, listings: int) -> Style:
    """The style with room for the numbers of listings in each of two columns: 24 on Letter, 32 where they have three figures."""
    size = style.name.size * (COLUMN_NAME if listings < 100 else COLUMN_NUMERALS)
    room = number_width(style, listings, size, True) + style.u / 2
    return replace(style, numerals=size, numbers=max(3 * style.u, -(-room // style.u) * style.u))


def contents_key(style: Style) -> float:
    """The side of a section's key in the contents."""
    return 20 * style.body.size / USUAL_SIZE
