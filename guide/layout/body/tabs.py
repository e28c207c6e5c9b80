"""Thumb tabs: a block at the outer trim for each section, at one height on the cover and on its pages."""

from collections.abc import Sequence
from typing import NamedTuple

from guide.layout.pages import ACCENT, WHITE, Box
from guide.layout.type.fonts import CAP_HEIGHT
from guide.layout.type.inline import OpenItem
from guide.layout.type.shapes import numeral, pictogram
from guide.layout.type.style import Style, least_size

MOST_TABS = 32  # sections; of more nobody finds one by its place
HIGHEST, LEAST = 40, 16  # of a tab that stands where no row of the cover tells it to
GAP, LEAST_GAP = 4, 2  # from one of these to the next, where they fill the page, and where they are too many
PITCH = 44  # from top to top at most
ICON, ICON_CENTRE = 18, 12  # side of a pictogram, and from the tab's inner edge to its middle
SAFE = 18  # points at the trim that some printers leave white
INSET = 1  # from the tab's inner edge to what stands in it, at least
ICON_TO_NUMERAL, AROUND = 3, 1  # between the two, and above and below them at least
LOW = 22  # a lower tab has its numeral alone, and a smaller one
NUMERAL_UNDER_ICON, LOW_NUMERAL, LOW_TWO_FIGURES = 13, 13, 11


class TabPlace(NamedTuple):
    """Where the tab of a section stands."""

    y: float
    height: float


class Tabs(NamedTuple):
    """The tabs of a guide: of each section its place and its pictogram, "" for its number."""

    places: Sequence[TabPlace] = ()  # (): none are printed
    icons: Sequence[str] = ()


def spread(count: int, style: Style) -> tuple[TabPlace, ...]:
    """Places for so many tabs from the top of the text to its foot, closer together and lower where there are many; none
    where they could not hold a number."""
    if not count or count > MOST_TABS:
        return ()
    grid = style.grid
    height = min(HIGHEST, max(LEAST, grid.depth / count - GAP), grid.depth / count - LEAST_GAP)
    if height < CAP_HEIGHT * least_size(style) + 2 * AROUND:
        return ()
    pitch = min(PITCH, (grid.depth - height) / max(1, count - 1))
    return tuple(TabPlace(grid.top + place * pitch, height) for place in range(count))


def tab(place: TabPlace, number: int, icon: str, style: Style, recto: bool = True) -> list[OpenItem]:
    """The block of a section, all of it an artifact: its pictogram, its number, or one above the other."""
    width = style.tab.width
    x = style.grid.width - width if recto else 0
    items: list[OpenItem] = [Box(x, place.y, width, place.height, ACCENT)]
    middle = place.y + place.height / 2
    if not icon or place.height < LOW:
        size = numeral_size(place.height, number, style)
        centre = _centre(style.bold.width(str(number), size), width)
        return [*items, numeral(x + (centre if recto else width - centre), middle, size, number, style)]
    side = min(ICON, width - SAFE - INSET) if width > LEAST_SAFE else ICON
    below = max(NUMERAL_UNDER_ICON, least_size(style))
    height = side + ICON_TO_NUMERAL + CAP_HEIGHT * below
    both = height + 2 * AROUND <= place.height
    top = middle - (height if both else side) / 2
    centre = _centre(max(side, style.bold.width(str(number), below)) if both else side, width)
    centre = x + (centre if recto else width - centre)
    items.append(pictogram(icon, centre - side / 2, top, side, WHITE))
    if both:
        y = top + height - CAP_HEIGHT * below / 2
        items.append(numeral(centre, y, below, number, style))
    return items


LEAST_SAFE = 30  # points: a narrower tab is cut from a larger sheet, which is printed to its edge


def _centre(content: float, width: float) -> float:
    """How far from the tab's inner edge the middle of something lies: clear of what printers leave white, if it can be."""
    if width <= LEAST_SAFE:
        return width / 2
    return max(INSET + content / 2, min(ICON_CENTRE, width - SAFE - content / 2))


def numeral_size(height: float, number: int, style: Style) -> float:
    """The size of a number that stands alone in a tab of this height."""
    if height < LOW or style.tab.width <= LEAST_SAFE:
        size = LOW_NUMERAL if number < 10 else LOW_TWO_FIGURES
        return max(least_size(style), min(size, style.tab.size))
    return max(least_size(style), style.tab.size)
