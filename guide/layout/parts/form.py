"""The last page, or pages where it is small: a form to report what is wrong. No edition loses a field of it."""

from collections.abc import Callable
from functools import partial
from math import inf

from guide.formats import TextStyle
from guide.language.words import Words
from guide.layout.body.bilingual import add_title
from guide.layout.body.galley import Column, Row, shifted
from guide.layout.pages import TICK, Area, FieldArea, Line
from guide.layout.parts.base import Items, Part
from guide.layout.parts.publisher import contacts, other_formats, separated, stamp_box, stamp_height
from guide.layout.parts.web_code import BESIDE, code_of
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import tick_box
from guide.layout.type.style import FIELD_LINE
from guide.model import Guide

TICK_ROOM = 20  # points, of a box to tick, from its edge to its words
BESIDE_CODE = 180  # points: the least measure of the words that have the QR code beside them
TICK_SIDE = 12  # points, of a box to tick
FIELD_HEIGHT = 1.3  # of the type's size: of a field
FIELD_ABOVE = 1.5  # points: so far above its line, that no letter touches it
TWO_COLUMNS = 400  # points: a page as wide as this has two columns of boxes to tick at least


SetPart = tuple[float, Callable[[], float | None]]  # the space above a part of the form, and what sets it
Field = tuple[str, str, float, float]  # its name in the data, its label, and where its line begins and ends


class Form(Part):
    """Sets the corrections form; x counts from the left edge of the live width, y from the top of the frame."""

    def __init__(self, guide: Guide, setter: Setter, words: Words, root: Tag, last: str = "") -> None:
        super().__init__(setter, words, Tag("Sect", root, title=words.form_title))
        self.last = last  # words that end the page where its foot has no room for them
        self.guide = guide
        self.width = self.grid.live
        self.face = self.style.stack(False).main  # of what is typed
        self.column = Column(setter, 0, self.width)  # that is being filled

    # (lines to write on, height of the stamp, share of the spaces between parts), the roomiest first
    TRIES = (
        (3, 96, 1),
        (2, 96, 1),
        (2, 72, 1),
        (2, 60, 1),
        (2, 48, 1),
        (2, 48, 2 / 3),
        (2, 48, 1 / 2),
        (2, 48, 1 / 3),
    )
    SEVERAL = (2, 72, 1)  # on several pages

    def pages(self) -> list[Items]:
        """The whole form in reading order, on one page if it fits there, else on more."""
        depth = self.grid.depth
        for lines, stamp, spaces in (*self.TRIES, self.SEVERAL):
            blocks = [self.block(space * spaces, part) for space, part in self.parts(lines, stamp)]
            if sum(space + row.height for space, row in blocks) <= depth:
                break
        pages: list[Items] = [[]]
        y: float = 0
        for space, row in blocks:
            if y and y + space + row.height > depth:
                pages.append([])
                y = 0
            y += space if y else 0
            pages[-1] += shifted(row, y)
            y += row.height
        return pages

    def block(self, space: float, set_part: Callable[[], float | None]) -> tuple[float, Row]:
        """(space above it, Row) of a part of the form, which is never split."""
        self.column = Column(self.setter, 0, self.width)
        set_part()
        return space, self.column.row()

    def parts(self, lines: int, stamp: float) -> list[SetPart]:
        """The parts in their order."""
        u, width, words = self.style.u, self.width, self.words
        fields = (
            ("number", words.form_number, 0, width * 0.238),
            ("group", words.form_group, width * 0.287, width),
        )
        parts: list[SetPart] = [
            (0, self.title),
            (3 * u, partial(self.fields, fields, 5 * u)),
            (3 * u, self.choices),
            (3 * u, partial(self.right, lines)),
        ]
        parts += [
            (space, partial(self.fields, ((name, question, 0, width),), 6 * u))
            for space, name, question in ((3 * u, "how", words.form_how), (2 * u, "you", words.form_you))
        ]
        if self.last:
            parts.append((2 * u, partial(self.text, self.last, False, self.style.small)))
        half = (width - self.grid.gutter) / 2
        if self.stamp_height(half, stamp) <= self.grid.depth:
            return [*parts, (5 * u if stamp == 96 else 3 * u, partial(self.staff, half, stamp))]
        return [
            *parts,
            (3 * u, partial(self.stamp, width, stamp)),
            (3 * u, partial(self.signatures, width, stamp)),
        ]

    def right(self, lines: int) -> None:
        """What it should say, with lines to write on."""
        self.text(self.words.form_right, True)
        for number in range(1, lines + 1):
            self.column.skip(4 * self.style.u)
            self.line(0, self.width, f"right_{number}", f"{self.words.form_right} {number}/{lines}")

    def title(self) -> None:
        u, column, code = self.style.u, self.column, code_of(self.guide.code_target)
        room = self.width - code.side - BESIDE if code else 0
        beside = code is not None and room >= BESIDE_CODE
        column.measure = room if beside else self.width
        add_title(column, self.words.form_title, Tag("H2", self.root))
        column.skip(u)
        column.measure = room if beside else min(self.grid.prose + 6 * u, self.width)
        self.text(self.words.form_intro)
        self.reach()
        if code:
            top = u / 2 if beside else column.y + u
            column.items.append(code.drawn(self.width - code.side if beside else 0, top))
            column.y = max(column.y, top + code.side)
        column.measure = self.width

    def reach(self) -> None:
        """How else the publisher is told what is wrong."""
        tag = Tag("P", self.root)
        if pieces := contacts(self.guide, self.words, tag):
            self.column.add(
                (Inline(self.words.form_reach + " ", tag), *separated(pieces, tag)), self.style.body
            )
        if formats := other_formats(self.guide, self.words, self.root):
            self.column.add(formats, self.style.body)

    def text(self, words: str, bold: bool = False, style: TextStyle | None = None) -> None:
        self.column.add((Inline(words, Tag("P", self.root), bold),), style or self.style.body)

    def line(self, left: float, right: float, name: str, label: str, room: float = inf) -> None:
        """A line to write on, or to type on in a field with a name and a label; `room`: points above it."""
        y, size = self.column.y, self.style.body.size
        height = min(FIELD_HEIGHT * size, room)
        tag = Tag("Form", self.root)
        self.column.items += [
            Line(left, y, right, y, FIELD_LINE),
            FieldArea(
                tag, left, y - height - FIELD_ABOVE, right - left, height, name, label, self.face, size
            ),
        ]

    def fields(self, fields: tuple[Field, ...], height: float) -> None:
        """Labels side by side, each with a line under it; `height` with a label of one line."""
        body, top = self.style.body, self.column.y
        labels = [Column(self.setter, left, right - left) for _, _, left, right in fields]
        for label, (_, words, _, _) in zip(labels, fields):
            label.add((Inline(words, Tag("P", self.root)),), body)
        self.column.y = top + max(label.y for label in labels) + height - body.leading
        for label, (name, words, left, right) in zip(labels, fields):
            self.column.items += [item.moved(0, top) for item in label.items]
            self.line(left, right, name, words)

    def choices(self) -> None:
        """What may be wrong, with boxes to tick, in as many columns as the words allow."""
        self.text(self.words.form_wrong, True)
        body, u = self.style.body, self.style.u
        self.column.skip(u / 2)
        group = Tag("L", self.root)
        choices = self.words.form_choices
        widest = max(self.setter.width(words, body.size) for words in choices) + TICK_ROOM + u
        columns = max(1, min(3, int(self.width // widest)))
        if self.width >= TWO_COLUMNS:
            columns = max(2, columns)  # long words turn over
        for start in range(0, len(choices), columns):
            lowest = 3 * u
            for place, words in enumerate(choices[start : start + columns]):
                x, y = place * self.width / columns, self.column.y
                label = Column(self.setter, x + TICK_ROOM, self.width / columns - TICK_ROOM - u)
                body_tag = Tag("LBody", Tag("LI", group))
                label.add((Inline(words + " ", body_tag),), body)
                self.column.items += [
                    *self.box(x, y + body.baseline - 10, f"wrong_{start + place + 1}", words, body_tag),
                    *(item.moved(0, y) for item in label.items),
                ]
                lowest = max(lowest, label.y + u)
            self.column.skip(lowest)

    def box(self, x: float, y: float, name: str, label: str, parent: Tag) -> Items:
        """A box to tick, with its top left corner at (x, y)."""
        tag = Tag("Form", parent)
        return [
            tick_box(x, y),
            FieldArea(tag, x, y, TICK_SIDE, TICK_SIDE, name, label, self.face, TICK_SIDE, TICK),
        ]

    def staff(self, half: float, least: float) -> None:
        """The stamp again, and beside it lines for the staff."""
        top = self.column.y
        height = self.stamp(half, least)
        bottom, self.column.y = self.column.y, top
        self.signatures(half, height)
        self.column.y = max(bottom, self.column.y)

    def stamp_height(self, width: float, least: float) -> float:
        """How high the stamp's box has to be, less what it says elsewhere of reaching them: that stands above."""
        return stamp_height(self.guide, self.setter, self.words, width, least, False)

    def stamp(self, width: float, least: float) -> float:
        """The stamp again; its height."""
        height = self.stamp_height(width, least)
        self.column.items += stamp_box(
            self.guide, self.setter, self.words, self.root, Area(0, self.column.y, width, height), False
        )
        self.column.y += height
        return height

    def signatures(self, width: float, height: float) -> None:
        """Lines for the staff, ending at the right."""
        top, body = self.column.y, self.style.body
        column = Column(self.setter, self.width - width, width)
        column.add((Inline(self.words.form_staff, Tag("P", self.root), True),), body)
        between = self.style.u  # so that no label hangs from the line before it
        room = (height - 3 * body.leading - between) / 2
        asked = (("checked_by", self.words.form_checked_by), ("date", self.words.form_date))
        for place, (name, words) in enumerate(asked):
            column.skip(between if place else 0)
            column.add((Inline(words, Tag("P", self.root)),), body)
            column.skip(max(room, 8))
            self.column.y = top + column.y
            self.column.items += [item.moved(0, top) for item in column.items]
            column.items.clear()
            self.line(column.x, self.width, name, words, max(room, 8))
