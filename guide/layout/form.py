"""The last page: a form to report what is wrong."""

from guide.layout.cover import stamp_box
from guide.layout.galley import Column, move
from guide.layout.pages import Line, Tag
from guide.layout.shapes import tick_box
from guide.layout.style import FIELD_LINE
from guide.layout.text import Fragment, Inline


class Form:
    """Sets the corrections form; x counts from the left edge of the live width, y from the top of the frame."""

    def __init__(self, guide, setter, words, root):
        self.guide = guide
        self.setter = setter
        self.style = setter.style
        self.words = words
        self.width = setter.style.grid.live
        self.root = Tag("Sect", root, title=words.form_title)
        self.column = Column(setter, 0, self.width)

    def items(self):
        """The whole form in reading order; list of items."""
        u = self.style.u
        self.title()
        self.fields(((self.words.form_number, 0, self.width * 0.238), (self.words.form_group, self.width * 0.287, self.width)), 5 * u)
        self.column.skip(3 * u)
        self.choices()
        self.column.skip(3 * u)
        self.text(self.words.form_right, True)
        for _ in range(3):
            self.line(0, self.width, 4 * u)
        self.column.skip(3 * u)
        self.fields(((self.words.form_how, 0, self.width),), 6 * u)
        self.column.skip(2 * u)
        self.fields(((self.words.form_you, 0, self.width),), 6 * u)
        self.column.skip(5 * u)
        self.staff()
        return self.column.items

    def title(self):
        u, column = self.style.u, self.column
        column.add((Inline(self.words.form_title, Tag("H2", self.root), True),), self.style.h1)
        column.skip(u)
        column.measure = min(self.style.grid.prose + 6 * u, self.width)
        self.text(self.words.form_intro)
        column.measure = self.width
        column.skip(3 * u)

    def text(self, words, bold=False):
        self.column.add((Inline(words, Tag("P", self.root), bold),), self.style.body)

    def line(self, left, right, below):
        """A line to write on, so far below what is there."""
        self.column.skip(below)
        self.column.items.append(Line(left, self.column.y, right, self.column.y, FIELD_LINE))

    def fields(self, fields, height):
        """Labels side by side, each with a line under it; (words, left, right) each, height with label."""
        body, top = self.style.body, self.column.y
        for words, left, right in fields:
            label = Inline(words, Tag("P", self.root))
            self.column.items += self.setter.place([Fragment(label, words)], left, top + body.baseline, body.size)
            self.column.y = top
            self.line(left, right, height)

    def choices(self):
        """What may be wrong, with boxes to tick, in three columns."""
        self.text(self.words.form_wrong, True)
        body, pitch = self.style.body, 3 * self.style.u
        self.column.skip(self.style.u / 2)
        group = Tag("L", self.root)
        for place, words in enumerate(self.words.form_choices):
            x, y = place % 3 * self.width / 3, self.column.y + place // 3 * pitch
            baseline = y + body.baseline
            self.column.items.append(tick_box(x, baseline - 10))
            label = Inline(words + " ", Tag("LBody", Tag("LI", group)))
            self.column.items += self.setter.place([Fragment(label, label.text)], x + 20, baseline, body.size)
        self.column.skip(-(-len(self.words.form_choices) // 3) * pitch)

    def staff(self):
        """The stamp again, and lines for the staff."""
        half, top, body = (self.width - self.style.grid.gutter) / 2, self.column.y, self.style.body
        self.column.items += stamp_box(self.guide.publisher, self.setter, self.words, self.root, (0, top, half, 96))
        column = Column(self.setter, self.width - half, half)
        column.add((Inline(self.words.form_staff, Tag("P", self.root), True),), body)
        for words in (self.words.form_checked_by, self.words.form_date):
            column.add((Inline(words, Tag("P", self.root)),), body)
            column.skip(20)
            column.items.append(Line(column.x, column.y, self.width, column.y, FIELD_LINE))
        self.column.items += [move(item, 0, top) for item in column.items]
        self.column.y = top + 96
