"""Rows of a telephone book on the pages of a book: as many on each as it holds, sections one behind the other (look: pocket)."""

from collections.abc import Sequence
from dataclasses import replace

from guide.layout.body.galley import Strip
from guide.layout.body.paginate import Frame, FramePlan, page_plan
from guide.layout.body.row import BELOW, RowSetter, row_style
from guide.layout.body.row_frames import ROUNDING
from guide.layout.type.setter import Setter
from guide.layout.type.style import Style, two_languages


def page_row_style(style: Style, listings: int) -> Style:
    """The style of rows as wide as the text of a book's pages, in its languages."""
    grid, second = style.grid, style.second
    plain = replace(style, second=None)
    own = row_style(plain, style.body.size, grid.live, grid.depth, style.language, listings)
    if second is None:
        return own
    return two_languages(own, second.language, (second.regular, second.bold), "under")


def page_rows(setter: Setter, listings: int) -> RowSetter:
    """What sets rows for the pages of a book."""
    return RowSetter(setter.in_style(page_row_style(setter.style, listings)))


def fill_pages(strips: Sequence[Strip], frame: Frame) -> list[FramePlan]:
    """The pages of a run of sections, each as full as it can be; every strip fits an empty one."""
    starts = row_breaks(strips, frame)
    return [
        page_plan(strips[start:end], frame, end == len(strips))
        for start, end in zip(starts, [*starts[1:], len(strips)])
    ]


def row_breaks(strips: Sequence[Strip], frame: Frame) -> list[int]:
    """Indices of the strips that open a page; the space under the last row may stand below its foot."""
    starts: list[int] = []
    y: float = 0
    for place, strip in enumerate(strips):
        if starts and y + strip.space + strip.height <= frame.depth + BELOW + ROUNDING:
            y += strip.space + strip.height
            continue
        starts.append(place)
        y = strip.height + (frame.continued if strip.repeats else 0)
    return starts
