"""Labels on the sheets that an office buys: each at its place, from any label on, and a page to see how a printer feeds.

What stands on a label counts from the label's top left corner.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from guide.frozen import frozen
from guide.label_sheets import MM, LabelSheet, Length
from guide.layout.body.galley import Column
from guide.layout.pages import Box, Item, Line, LinkArea, Page, Text
from guide.layout.parts.base import Items
from guide.layout.references import Resolver
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline, OpenItem
from guide.layout.type.mirror import mirrored
from guide.layout.type.setter import Setter
from guide.layout.type.style import HAIRLINE

FEED = 4  # points by which a printer may place a sheet wrong: nothing stands nearer to the edge of a label
TICK, RULER = 10, 100  # length of the cross in a label; and of the line to measure, in millimetres
HOW_TO = (
    "Print this page on plain paper, at 100 % (actual size), and measure this line: it has to be 100 mm long.",
    "Lay it on a sheet of labels and hold both against a window. Each frame has to lie on the edge of a label.",
    "Are the frames too far left or too high? Measure by how much, in millimetres, and add it when labels are made: "
    "--nudge 2,1 moves everything 2 mm to the right and 1 mm down; -2,-1 moves it back.",
)


class Sheeting(NamedTuple):
    """On which labels: the sheet, the first label that is still there, and how far the printer is to be put right."""

    sheet: LabelSheet
    start: int = 1
    nudge: Length = (0, 0)


@frozen
class Label:
    """What stands on a label, finished."""

    items: tuple[Item, ...]
    links: tuple[LinkArea, ...] = ()

    def copy(self) -> "Label":
        """The same once more, which is not read again and leads nowhere."""
        again = (item._replace(tag=None) if isinstance(item, Text) else item for item in self.items)
        return Label(items=tuple(again))


def finished(items: Iterable[OpenItem], setter: Setter) -> Label:
    """A label of items that may be open."""
    done, links = Resolver({}, setter).resolve(items)
    return Label(items=tuple(done), links=tuple(links))


def is_inside(label: Label, sheet: LabelSheet, edge: float = FEED) -> bool:
    """Whether all that stands on a label is clear of its edges."""
    width, height = sheet.label
    return all(
        bounds.left >= edge
        and bounds.top >= edge
        and bounds.right <= width - edge
        and bounds.bottom <= height - edge
        for bounds in (item.bounds for item in label.items)
    )


def repeated(labels: Sequence[Label], copies: int, asked: Sheeting) -> Iterator[Label]:
    """Yield the labels one after the other, then copies of them: so many sets, or 0: until the last sheet is full."""
    count = len(labels) * copies
    if not copies and labels:
        before, sheet = asked.start - 1, asked.sheet.count
        count = -(-(before + len(labels)) // sheet) * sheet - before
    for place in range(count):
        label = labels[place % len(labels)]
        yield label if place < len(labels) else label.copy()


def label_pages(labels: Iterable[Label], asked: Sheeting, leftward: bool = False) -> list[Page]:
    """The pages of labels; on the first the labels that were used before stay empty."""
    sheet = asked.sheet
    sides: list[list[tuple[int, Label]]] = []
    for place, label in enumerate(labels, asked.start - 1):
        if place % sheet.count == 0 or not sides:
            sides.append([])
        sides[-1].append((place % sheet.count, label))
    return [side_of(side, number, asked, leftward) for number, side in enumerate(sides, 1)]


def side_of(side: Iterable[tuple[int, Label]], number: int, asked: Sheeting, leftward: bool) -> Page:
    """A page with labels at their places; where lines run leftward, each label is turned round by itself."""
    sheet, (right, down) = asked.sheet, asked.nudge
    items: list[Item] = []
    links: list[LinkArea] = []
    for place, label in side:
        x, y = sheet.spot(place)
        shown, areas = list(label.items), list(label.links)
        if leftward:
            shown, areas = mirrored(shown, 0, sheet.label[0]), mirrored(areas, 0, sheet.label[0])
        items += [item.moved(x + right, y + down) for item in shown]
        links += [area.moved(x + right, y + down) for area in areas]
    return Page(
        width=sheet.width, height=sheet.height, folio=str(number), items=tuple(items), links=tuple(links)
    )


# --- to see how a printer feeds ---------------------------------------------------------------------------


def calibration_page(asked: Sheeting, setter: Setter, root: Tag) -> Page:
    """A page with a frame around each label, a line to measure, and what to do with it: for the office, in English."""
    sheet, (right, down) = asked.sheet, asked.nudge
    items: Items = []
    for place in range(sheet.count):
        x, y = sheet.spot(place)
        items += [item.moved(x + right, y + down) for item in frame(sheet)]
    items += calibration_words(sheet, setter, root)
    return Resolver({}, setter).page(items, sheet.width, sheet.height, "1")


def frame(sheet: LabelSheet) -> Items:
    """The edge of a label, and a cross in its middle."""
    width, height = sheet.label
    x, y, half = width / 2, height / 2, TICK / 2
    return [
        Box(0, 0, width, height, None, HAIRLINE),
        Line(x - half, y, x + half, y, HAIRLINE),
        Line(x, y - half, x, y + half, HAIRLINE),
    ]


def calibration_words(sheet: LabelSheet, setter: Setter, root: Tag) -> Items:
    """What to do, on white in the middle of the page, with the line to measure."""
    style, width = setter.style, RULER * MM
    column = Column(setter, 0, width)
    column.add((Inline(f"Calibration: {sheet.name}", Tag("H1", root), True),), style.name)
    column.add((Inline(HOW_TO[0], Tag("P", root)),), style.body)
    column.skip(style.u)
    y = column.y
    column.items.append(Line(0, y, width, y, 1))
    column.items += [Line(x, y - 4, x, y + 4, HAIRLINE) for x in (HAIRLINE / 2, width - HAIRLINE / 2)]
    column.skip(style.u)
    for text in HOW_TO[1:]:
        column.add((Inline(text, Tag("P", root)),), style.body)
    left, top = (sheet.width - width) / 2, (sheet.height - column.y) / 2
    ground = Box(left - 10, top - 10, width + 20, column.y + 20, "white", HAIRLINE)
    return [ground, *(item.moved(left, top) for item in column.items)]
