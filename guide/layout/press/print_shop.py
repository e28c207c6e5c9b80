"""Single pages for a print shop: bleed, marks, and nothing that the knife could take.

A shop imposes itself, so pages come one by one in reading order, each on a sheet that is larger by the bleed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeGuard

from guide.errors import Mark, Problem
from guide.frozen import frozen
from guide.layout.pages import MARK, Area, Box, Document, Edges, Image, Item, Line, Page
from guide.layout.press.pure_black import in_pure_black
from guide.layout.press.sheet import Placement, Sheet
from guide.layout.type.shapes import circle
from guide.problems.layout import SAFE_MARGIN

MARK_LENGTH, MARK_GAP, MARK_WIDTH = (
    18,
    3,
    0.25,
)  # of marks: their length, how far from the bleed, their stroke
REGISTER = 4  # radius of the circle of a register cross
NEAR = 0.1  # what is so close to the trim is meant to lie on it


@frozen
class PressOptions:
    """What a print shop asks for."""

    bleed: float = 9  # 0.125 in
    crop_marks: bool = False
    safe: float = 18  # 0.25 in from the trim, where nothing stands that matters


def prepare_for_press(
    document: Document, options: PressOptions, mark: Mark
) -> tuple[Document, tuple[Sheet, ...], tuple[Problem, ...]]:
    """(document with its bleed, sheets, problems); the problems point at `mark`, the edition that asks for a press."""
    sheets = tuple(press_sheet(index, page, options) for index, page in enumerate(document.pages))
    document = replace(document, pages=tuple(map(without_marks, document.pages)))
    problems = check_safe_margin(document, options.safe, mark)
    return in_pure_black(extend_into_bleed(document, options.bleed)), sheets, problems


def press_sheet(index: int, page: Page, options: PressOptions) -> Sheet:
    """A page alone in the middle of its sheet, with the marks that it has or that are asked for outside of its bleed."""
    bleed, folds = options.bleed, folds_of(page)
    margin = bleed + MARK_GAP + MARK_LENGTH if options.crop_marks or folds else bleed
    trim = Area(margin, margin, page.width, page.height)
    window = Area(margin - bleed, margin - bleed, page.width + 2 * bleed, page.height + 2 * bleed)
    gap = bleed + MARK_GAP
    marks, centres = [*fold_marks(folds, trim, gap)], [*centres_of(trim, gap)] if options.crop_marks else []
    if options.crop_marks:
        marks += crop_marks(trim, gap)
    return Sheet(
        width=page.width + 2 * margin,
        height=page.height + 2 * margin,
        placements=(Placement(index, margin, margin, window),),
        marks=(*marks, *crosses(centres)),
        circles=tuple(
            circle(x, y, REGISTER, stroke=MARK_WIDTH)._replace(stroke_colour=MARK) for x, y in centres
        ),
        trim=trim,
        bleed=window,
    )


def folds_of(page: Page) -> list[float]:
    """Where the page itself says that it is folded, x of each fold."""
    return sorted({item.x1 for item in page.items if is_mark(item) and item.x1 == item.x2})


def is_mark(item: Item) -> TypeGuard[Line]:
    """Whether it says where to fold or to cut."""
    return isinstance(item, Line) and item.colour == MARK


def without_marks(page: Page) -> Page:
    """The page without its own marks, which a shop has outside of it."""
    return replace(page, items=tuple(item for item in page.items if not is_mark(item)))


def crop_marks(trim: Area, gap: float) -> Iterator[Line]:
    """Two strokes at each corner of the trim, `gap` from it."""
    for x in (trim.x, trim.x + trim.width):
        yield from upright_marks(x, trim, gap, MARK_LENGTH)
    for y in (trim.y, trim.y + trim.height):
        yield Line(trim.x - gap - MARK_LENGTH, y, trim.x - gap, y, MARK_WIDTH, MARK)
        yield Line(trim.x + trim.width + gap, y, trim.x + trim.width + gap + MARK_LENGTH, y, MARK_WIDTH, MARK)


def fold_marks(folds: Iterable[float], trim: Area, gap: float) -> Iterator[Line]:
    """A short stroke above and below each fold."""
    for x in folds:
        yield from upright_marks(trim.x + x, trim, gap, MARK_LENGTH / 2)


def upright_marks(x: float, trim: Area, gap: float, length: float) -> Iterator[Line]:
    """A stroke above the trim, and one below."""
    yield Line(x, trim.y - gap - length, x, trim.y - gap, MARK_WIDTH, MARK)
    yield Line(x, trim.y + trim.height + gap, x, trim.y + trim.height + gap + length, MARK_WIDTH, MARK)


def centres_of(trim: Area, gap: float) -> Iterator[tuple[float, float]]:
    """The middle of each side, beyond the bleed, where a cross in a circle shows a printer whether all inks meet."""
    middle_x, middle_y, away = trim.x + trim.width / 2, trim.y + trim.height / 2, gap + MARK_LENGTH / 2
    for x in (trim.x - away, trim.x + trim.width + away):
        yield x, middle_y
    for y in (trim.y - away, trim.y + trim.height + away):
        yield middle_x, y


def crosses(centres: Iterable[tuple[float, float]]) -> Iterator[Line]:
    """Two strokes through each point."""
    arm = MARK_LENGTH / 2
    for x, y in centres:
        yield Line(x - arm, y, x + arm, y, MARK_WIDTH, MARK)
        yield Line(x, y - arm, x, y + arm, MARK_WIDTH, MARK)


def extend_into_bleed(document: Document, bleed: float) -> Document:
    """The document with every filled box that touches the trim grown beyond it, and every picture that fills a page."""
    pages = (
        replace(page, items=tuple(grown(item, page, bleed) for item in page.items)) for page in document.pages
    )
    return replace(document, pages=tuple(pages))


def grown(item: Item, page: Page, bleed: float) -> Item:
    """The item itself, or a larger box or picture."""
    if fills(item, page):
        return enlarged(item, bleed)
    if not bleeds(item, page):
        return item
    left, top, right, bottom = (bleed if near else 0 for near in touches(item, page))
    width, height = item.width + left + right, item.height + top + bottom
    return item._replace(x=item.x - left, y=item.y - top, width=width, height=height)


def fills(item: Item, page: Page) -> TypeGuard[Image]:
    """Whether it is a picture that touches the trim all round."""
    return isinstance(item, Image) and all(touches(item, page))


def enlarged(image: Image, bleed: float) -> Image:
    """The picture beyond the trim on all sides, as wide for its height as it was: the window cuts what is too much."""
    scale = 1 + 2 * bleed / min(image.width, image.height)
    width, height = image.width * scale, image.height * scale
    return image._replace(
        x=image.x - (width - image.width) / 2,
        y=image.y - (height - image.height) / 2,
        width=width,
        height=height,
    )


def bleeds(item: Item, page: Page) -> TypeGuard[Box]:
    """Whether it is a filled box that touches the trim."""
    return isinstance(item, Box) and item.fill is not None and any(touches(item, page))


def touches(item: Item, page: Page) -> tuple[bool, bool, bool, bool]:
    """Whether it reaches the trim at the left, top, right and bottom."""
    edges = item.bounds
    return (
        edges.left <= NEAR,
        edges.top <= NEAR,
        edges.right >= page.width - NEAR,
        edges.bottom >= page.height - NEAR,
    )


def check_safe_margin(document: Document, safe: float, mark: Mark) -> tuple[Problem, ...]:
    """A warning for each kind of thing nearer to the trim than `safe`, but for boxes that bleed and words on them."""
    found: dict[tuple[str, str], dict[int, bool]] = {}  # (what, how near): indices of pages
    for index, page in enumerate(document.pages):
        for item, room in near_the_edge(page, safe):
            found.setdefault((item.called, f"{max(room, 0):.0f}"), {})[index] = True
    return tuple(
        _unsafe(what, room, [document.pages[index].folio for index in pages], safe, mark)
        for (what, room), pages in found.items()
    )


def near_the_edge(page: Page, safe: float) -> Iterator[tuple[Item, float]]:
    """(item, how near) for what should be further in."""
    blocks = [item.bounds for item in page.items if bleeds(item, page) or fills(item, page)]
    for item in page.items:
        edges = item.bounds
        room = room_of(edges, page)
        if room < safe - NEAR and not any(within(edges, block) for block in blocks):
            yield item, room


def _unsafe(what: str, room: str, folios: list[str], safe: float, mark: Mark) -> Problem:
    others = f" and {len(folios) - 1} more" if len(folios) > 1 else ""
    return SAFE_MARGIN.at(mark, pages=folios[0] + others, thing=what, room=room, safe=safe)


def room_of(edges: Edges, page: Page) -> float:
    """From an item to the nearest edge of its page; less than 0 beyond it."""
    return min(edges.left, edges.top, page.width - edges.right, page.height - edges.bottom)


def within(edges: Edges, block: Edges) -> bool:
    return (
        edges.left >= block.left - NEAR
        and edges.top >= block.top - NEAR
        and edges.right <= block.right + NEAR
        and edges.bottom <= block.bottom + NEAR
    )
