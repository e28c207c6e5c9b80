"""Sheets of paper: pages at their places, the marks beside them, and what is left when they are cut."""

from dataclasses import dataclass
from typing import NamedTuple

from guide.layout.pages import Area, Line, Path


class Placement(NamedTuple):
    """A page on a sheet, its top left corner at (x, y), seen only where the window is."""

    page: int  # index in the document, from 0
    x: float
    y: float
    window: Area
    turned: bool = False  # upside down, within the same frame


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """One side of a sheet of paper; front and back follow each other, turned over like the leaf of a book."""

    width: float
    height: float
    placements: tuple[Placement, ...]  # a place that stays white has none
    marks: tuple[Line | Path, ...] = ()  # where to fold and to cut
    trim: Area | None = None  # what is left when all outer edges are cut
    bleed: Area | None = None  # how far ink goes beyond that
