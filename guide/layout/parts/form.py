"""The last page, or pages where it is small: a form to report what is wrong. No edition loses a field of it."""

from functools import partial

from guide.layout.body.bilingual import add_title
from guide.layout.body.galley import Column, move, shifted
from guide.layout.pages import Line, Tag
from guide.layout.parts.publisher import contacts, separated, stamp_box, stamp_height
from guide.layout.type.inline import Inline
from guide.layout.type.shapes import tick_box
from guide.layout.type.style import FIELD_LINE

TWO_COLUMNS = 400  # points: a page as wide as this has two columns of boxes to tick at least


class Form:
    """Sets the corrections form; x counts from the left edge of the live width, y from the top of the frame."""

    def __init__(self, guide, setter, words, root, last=""):
        self.last = last  # words that end the page where its foot has no room for them
        self.guide = guide
        self.setter = setter
        self.style = setter.style
        self.words = words
        self.width = setter.style.grid.live
        self.root = Tag("Sect", root, title=words.form_title)
        self.column = None

    # (lines to write on, height of the stamp), the roomiest first
    TRIES = ((3, 96), (2, 96), (2, 72), (2, 60), (2, 48))
    SEVERAL = (2, 72)  # on several pages

    def pages(self):
        """The whole form in reading order, on one page if it fits there, else on more; list of lists of items."""
        depth = self.style.grid.depth
        for trial in (*self.TRIES, self.SEVERAL):
            blocks = [self.block(*part) for part in self.parts(*trial)]
            if sum(space + row.height for space, row in blocks) <= depth:
                break
        pages, y = [[]], 0
        for space, row in blocks:
            if y and y + space + row.height > depth:
                pages.append([])
                y = 0
            y += space if y else 0
            pages[-1] += shifted(row, y)
            y += row.height
        return pages

    def block(self, space, set_part):
        """(space above it, Row) of a part of the form, which is never split."""
        self.column = Column(self.setter, 0, self.width)
        set_part()
        return space, self.column.row()

    def parts(self, lines, stamp):
        """The parts in their order; list of (space above, what sets it)."""
        u, width, words = self.style.u, self.width, self.words
        fields = ((words.form_number, 0, width * 0.238), (words.form_group, width * 0.287, width))
        parts = [
            (0, self.title),
            (3 * u, partial(self.fields, fields, 5 * u)),
            (3 * u, self.choices),
            (3 * u, partial(self.right, lines)),
        ]
        parts += [
            (space, partial(self.fields, ((question, 0, width),), 6 * u))
            for space, question in ((3 * u, words.form_how), (2 * u, words.form_you))
        ]
        parts += [(2 * u, partial(self.text, self.last, False, self.style.small))] * bool(self.last)
        half = (width - self.style.grid.gutter) / 2
        if self.stamp_height(half, stamp) <= self.style.grid.depth:
            return [*parts, (5 * u if stamp == 96 else 3 * u, partial(self.staff, half, stamp))]
        return [
            *parts,
            (3 * u, partial(self.stamp, width, stamp)),
            (3 * u, partial(self.signatures, width, stamp)),
        ]

    def right(self, lines):
        """What it should say, with lines to write on."""
        self.text(self.words.form_right, True)
        for _ in range(lines):
            self.line(0, self.width, 4 * self.style.u)

    def title(self):
        u, column = self.style.u, self.column
        add_title(column, self.words.form_title, Tag("H2", self.root))
        column.skip(u)
        column.measure = min(self.style.grid.prose + 6 * u, self.width)
        self.text(self.words.form_intro)
        self.reach()
        column.measure = self.width

    def reach(self):
        """How else the publisher is told what is wrong."""
        tag = Tag("P", self.root)
        if pieces := contacts(self.guide, self.words, tag):
            self.column.add(
                (Inline(self.words.form_reach + " ", tag), *separated(pieces, tag)), self.style.body
            )

    def text(self, words, bold=False, style=None):
        self.column.add((Inline(words, Tag("P", self.root), bold),), style or self.style.body)

    def line(self, left, right, below):
        """A line to write on, so far below what is there."""
        self.column.skip(below)
        self.column.items.append(Line(left, self.column.y, right, self.column.y, FIELD_LINE))

    def fields(self, fields, height):
        """Labels side by side, each with a line under it; (words, left, right) each, height with a label of one line."""
        body, top = self.style.body, self.column.y
        labels = [Column(self.setter, left, right - left) for _, left, right in fields]
        for label, (words, _, _) in zip(labels, fields):
            label.add((Inline(words, Tag("P", self.root)),), body)
            self.column.items += [move(item, 0, top) for item in label.items]
        below = top + max(label.y for label in labels) + height - body.leading
        for _, left, right in fields:
            self.column.y = below
            self.line(left, right, 0)

    def choices(self):
        """What may be wrong, with boxes to tick, in as many columns as the words allow."""
        self.text(self.words.form_wrong, True)
        body, u = self.style.body, self.style.u
        self.column.skip(u / 2)
        group = Tag("L", self.root)
        choices = self.words.form_choices
        widest = max(self.setter.width(words, body.size) for words in choices) + 20 + u
        columns = max(1, min(3, int(self.width // widest)))
        if self.width >= TWO_COLUMNS:
            columns = max(2, columns)  # long words turn over
        for start in range(0, len(choices), columns):
            lowest = 3 * u
            for place, words in enumerate(choices[start : start + columns]):
                x, y = place * self.width / columns, self.column.y
                label = Column(self.setter, x + 20, self.width / columns - 20 - u)
                label.add((Inline(words + " ", Tag("LBody", Tag("LI", group))),), body)
                self.column.items += [
                    tick_box(x, y + body.baseline - 10),
                    *(move(item, 0, y) for item in label.items),
                ]
                lowest = max(lowest, label.y + u)
            self.column.skip(lowest)

    def staff(self, half, least):
        """The stamp again, and beside it lines for the staff."""
        top = self.column.y
        height = self.stamp(half, least)
        bottom, self.column.y = self.column.y, top
        self.signatures(half, height)
        self.column.y = max(bottom, self.column.y)

    def stamp_height(self, width, least):
        """How high the stamp's box has to be, less what it says elsewhere of reaching them: that stands above."""
        return stamp_height(self.guide, self.setter, self.words, width, least, False)

    def stamp(self, width, least):
        """The stamp again; its height."""
        height = self.stamp_height(width, least)
        self.column.items += stamp_box(
            self.guide, self.setter, self.words, self.root, (0, self.column.y, width, height), False
        )
        self.column.y += height
        return height

    def signatures(self, width, height):
        """Lines for the staff, ending at the right."""
        top, body = self.column.y, self.style.body
        column = Column(self.setter, self.width - width, width)
        column.add((Inline(self.words.form_staff, Tag("P", self.root), True),), body)
        between = self.style.u  # so that no label hangs from the line before it
        room = (height - 3 * body.leading - between) / 2
        for place, words in enumerate((self.words.form_checked_by, self.words.form_date)):
            column.skip(between if place else 0)
            column.add((Inline(words, Tag("P", self.root)),), body)
            column.skip(max(room, 8))
            column.items.append(Line(column.x, column.y, self.width, column.y, FIELD_LINE))
        self.column.items += [move(item, 0, top) for item in column.items]
        self.column.y = top + column.y
