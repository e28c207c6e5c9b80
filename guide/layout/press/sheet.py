"""Sheets of paper: pages at their places, the marks beside them, what is left when they are cut, and how they are turned over."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from guide.frozen import frozen
from guide.layout.pages import Area, Line, Page, Path

SHORT, LONG = "short", "long"  # edges on which a printer turns sheets over


class Placement(NamedTuple):
    """A page on a sheet, its top left corner at (x, y), seen only where the window is."""

    page: int  # index in the document, from 0
    x: float
    y: float
    window: Area
    turned: bool = False  # upside down, within the same frame


@frozen
class Sheet:
    """One side of a sheet of paper; front and back follow each other, turned over like the leaf of a book, or `upwards`."""

    width: float
    height: float
    placements: tuple[Placement, ...]  # a place that stays white has none
    marks: tuple[Line, ...] = ()  # where to fold and to cut: Line items
    circles: tuple[Path, ...] = ()  # around the crosses by which a press is set
    trim: Area | None = None  # what is left when all outer edges are cut
    bleed: Area | None = None  # how far ink goes beyond that
    upwards: bool = False  # turned over about its level axis, like the leaf of a calendar on a wall

    @property
    def flip(self) -> str:
        """The edge on which the printer has to turn it over."""
        return SHORT if (self.width > self.height) != self.upwards else LONG


def whole_page(index: int, page: Page) -> Sheet:
    """A page as the side of a sheet of its size."""
    area = Area(0, 0, page.width, page.height)
    return Sheet(width=page.width, height=page.height, placements=(Placement(index, 0, 0, area),))


def turned_over(sheets: Sequence[Sheet], flip: str) -> tuple[Sheet, ...]:
    """The sides for a printer that turns sheets over on this edge, "" for the one that they are made for: else with backs upside down."""
    if not sheets or flip in ("", sheets[0].flip):
        return tuple(sheets)
    return tuple(
        replace(upside_down(sheet) if side % 2 else sheet, upwards=True) for side, sheet in enumerate(sheets)
    )


def upside_down(sheet: Sheet) -> Sheet:
    """A side turned by 180 degrees; each page is as large as its window."""
    width, height = sheet.width, sheet.height
    return replace(
        sheet,
        placements=tuple(
            Placement(
                place.page,
                width - place.x - place.window.width,
                height - place.y - place.window.height,
                _turned(place.window, width, height),
                not place.turned,
            )
            for place in sheet.placements
        ),
        marks=tuple(
            mark._replace(x1=width - mark.x2, x2=width - mark.x1, y1=height - mark.y2, y2=height - mark.y1)
            for mark in sheet.marks
        ),
        trim=sheet.trim and _turned(sheet.trim, width, height),
    )


def _turned(area: Area, width: float, height: float) -> Area:
    """An area of a side that is turned by 180 degrees."""
    return Area(width - area.x - area.width, height - area.y - area.height, area.width, area.height)
