"""The last page: a form to report what is wrong."""

from itertools import product

from guide.layout.bilingual import add_title
from guide.layout.cover import stamp_box, stamp_height
from guide.layout.galley import Column, move
from guide.layout.pages import Line, Tag
from guide.layout.shapes import tick_box
from guide.layout.style import FIELD_LINE
from guide.layout.text import Inline
from guide.layout.words import plain


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
        self.root = Tag("Sect", root, title=plain(words.form_title))
        self.column = None

    # (lines to write on, questions at the end, height of the stamp, whether there are boxes to tick, and an introduction),
    # the roomiest first
    TRIES = ((3, 2, 96, True, True), (2, 2, 96, True, True), (2, 2, 72, True, True), (2, 1, 72, True, True), (2, 1, 0, True, True),
             (1, 1, 0, True, True), (2, 0, 0, True, True), (1, 0, 0, True, True), (3, 0, 0, False, True), (2, 0, 0, False, True),
             (1, 0, 0, False, True), (1, 0, 0, False, False))

    def items(self):
        """The whole form in reading order, as roomy as the page allows; list of items."""
        first = self.words.versions[0]
        for words, trial in product((self.words, first), self.TRIES):  # a small page may have no room for two languages
            self.words = words
            self.column = Column(self.setter, 0, self.width)
            self.lay_out(*trial)
            if self.column.y <= self.style.grid.depth:
                break
        return self.column.items

    def lay_out(self, lines, questions, stamp, boxes, introduced):
        u, width, words = self.style.u, self.width, self.words
        self.title(introduced)
        self.fields(((words.form_number, 0, width * 0.238), (words.form_group, width * 0.287, width)), 5 * u)
        self.column.skip(3 * u)
        if boxes:
            self.choices()
            self.column.skip(3 * u)
        self.text(words.form_right, True)
        for _ in range(lines):
            self.line(0, width, 4 * u)
        for place, question in enumerate((words.form_how, words.form_you)[2 - questions:]):
            self.column.skip(2 * u if place else 3 * u)
            self.fields(((question, 0, width),), 6 * u)
        if self.last:
            self.column.skip(2 * u)
            self.column.add((Inline(self.last, Tag("P", self.root)),), self.style.small)
        if stamp:
            self.column.skip(5 * u if stamp == 96 else 3 * u)
            self.staff(stamp)

    def title(self, introduced):
        u, column = self.style.u, self.column
        add_title(column, self.words.form_title, Tag("H2", self.root))
        column.skip(u)
        column.measure = min(self.style.grid.prose + 6 * u, self.width)
        if introduced:
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
            for place, words in enumerate(choices[start:start + columns]):
                x, y = place * self.width / columns, self.column.y
                label = Column(self.setter, x + 20, self.width / columns - 20 - u)
                label.add((Inline(words + " ", Tag("LBody", Tag("LI", group))),), body)
                self.column.items += [tick_box(x, y + body.baseline - 10), *(move(item, 0, y) for item in label.items)]
                lowest = max(lowest, label.y + u)
            self.column.skip(lowest)

    def staff(self, least):
        """The stamp again, and lines for the staff."""
        height = stamp_height(self.guide.publisher, self.setter, (self.width - self.style.grid.gutter) / 2, least)
        half, top, body = (self.width - self.style.grid.gutter) / 2, self.column.y, self.style.body
        self.column.items += stamp_box(self.guide.publisher, self.setter, self.words, self.root, (0, top, half, height))
        column = Column(self.setter, self.width - half, half)
        column.add((Inline(self.words.form_staff, Tag("P", self.root), True),), body)
        for words in (self.words.form_checked_by, self.words.form_date):
            column.add((Inline(words, Tag("P", self.root)),), body)
            column.skip((height - 3 * body.leading) / 2 if height > 3 * body.leading + 16 else 16)
            column.items.append(Line(column.x, column.y, self.width, column.y, FIELD_LINE))
        self.column.items += [move(item, 0, top) for item in column.items]
        self.column.y = top + max(height, column.y)
