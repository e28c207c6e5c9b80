"""A listing of a call sheet, set: its head with the number to dial, its rows, what is missing, and how the call went.

x counts from the left edge of the live width.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from guide.formats import TextStyle
from guide.language.words import ENGLISH
from guide.layout.body.galley import Column, Row, merge
from guide.layout.compose.calls import (
    OFFICE,
    CallRow,
    Dial,
    Piece,
    PieceLine,
    call_rows,
    missing_words,
    number_to_dial,
)
from guide.layout.pages import Line
from guide.layout.tags import DESCRIBED, Tag
from guide.layout.type.inline import Fragment, Inline, OpenItem
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import tick_box
from guide.layout.type.style import FIELD_LINE, style_for
from guide.model import Guide, Listing

NO_NUMBER = "No number to dial"
RULE = 1.5  # above a listing
GAP = 12  # from that rule to the name, and above the rule
NUMBER_COLUMN = 36  # at least
NAME_GAP = 16  # from a name to the number to dial
LABEL, VALUE, ANSWER = 18, 102, 316  # from the main edge: what a row is, what the guide says, where to write
LABEL_WIDTH = VALUE - LABEL - 8
MOST_LABEL = 2  # lines: a longer name of an office stands above what is said of it
ROW = TextStyle(12, 14)  # and 4 between two rows
BETWEEN = 4
RISE = 1.5  # of a row's lines in its first 16 points
BOX = 11  # a box to tick, with its line
DIAL, LEAST_DIAL = 24.0, 12.0  # the number to dial, and how small a long one may become
DIAL_ROOM = 0.6  # of the live width: the name has the others
TRIES, TRY, TRY_STEP = 3, 54, 62  # lines for the days on which nobody answered
LINE_PITCH = 20  # from a line of text to a line to write on below it
LEAST_LINE = 70  # a shorter line behind a text is none to write on
CLOSING = (("All right", 0), ("Changed", 86), ("Closed for good", 170))
SIGNED = "Date, name"


class Call(Protocol):
    """A listing to call, and its number in the guide."""

    @property
    def number(self) -> int: ...

    @property
    def section(self) -> str: ...

    @property
    def listing(self) -> Listing: ...


class CallSetter:
    """Sets the listings of a call sheet."""

    def __init__(self, setter: Setter, guide: Guide, number_column: float) -> None:
        self.setter = setter
        self.style = style = setter.style
        self.grid = style.grid
        self.guide = guide
        self.main = max(NUMBER_COLUMN, number_column)
        self.names: Mapping[str, str] = {listing.id: listing.name for listing in guide.listings}
        self.language = "" if guide.language == "en" else guide.language
        self.room = self.grid.live - self.main - VALUE  # for what the guide says, with the lines to write on
        tall = style_for(style, guide.language)  # room for the letters of the guide's language
        self.name = style.name._replace(leading=max(style.name.leading, tall.name.leading))
        self.row_style = ROW if tall.body.leading <= style.body.leading else tall.body

    def parts(self, call: Call, tag: Tag) -> tuple[Row, list[Row], list[Row]]:
        """(head, rows, end) of a listing."""
        listing = call.listing
        self.setter.mark = listing.mark
        head, group = self.heading(call, tag), Tag("L", tag, attributes=DESCRIBED)
        rows = [self.row(each, group) for each in call_rows(listing, self.guide.country, self.names)]
        return head, rows, [*self.missing(missing_words(listing), tag), self.closing(tag)]

    # --- the head of a listing

    def heading(self, call: Call, tag: Tag) -> Row:
        """Rule, number and name, the number to dial at the right, when it was checked, and when nobody answered."""
        heading, name = Tag("H2", tag), self.name
        dial, width = self.dial(number_to_dial(call.listing), tag)
        column = Column(self.setter, self.main, self.grid.live - self.main - width - NAME_GAP)
        column.items.append(Line(0, 0, self.grid.live, 0, RULE))
        column.skip(GAP)
        number = Inline(f"{call.number} ", heading, True)
        column.items += self.setter.place([Fragment(number, number.text)], 0, GAP + name.baseline, name.size)
        column.add((Inline(call.listing.name + " ", self.own("Span", heading), True),), name)
        column.items += [item.moved(0, GAP + name.baseline) for item in dial]
        self.checked(call, column, tag)
        return column.row(column.y + 6 - RISE)

    def dial(self, dial: Dial | None, tag: Tag) -> tuple[list[OpenItem], float]:
        """The number to dial on a line at y 0 that ends at the right edge, and how wide it is."""
        live, body = self.grid.live, self.style.body
        parent = Tag("P", tag)
        if dial is None:
            width = self.setter.width(NO_NUMBER, body.size)
            inline = Inline(NO_NUMBER + " ", parent)
            return self.setter.place([Fragment(inline, inline.text)], live - width, 0, body.size), width
        extension = f"ext. {dial.extension}" if dial.extension else ""
        room = DIAL_ROOM * live
        behind = self.setter.width(extension, body.size, True) + 6 if extension else 0
        width = self.setter.width(dial.number, 1, True)
        size = max(LEAST_DIAL, min(DIAL, (room - behind) / width))
        total = width * size + behind
        number = Inline(dial.number + " ", parent, True)
        items = self.setter.place([Fragment(number, number.text)], live - total, 0, size)
        if extension:
            inline = Inline(extension + " ", parent, True)
            items += self.setter.place([Fragment(inline, inline.text)], live - behind + 6, 0, body.size)
        return items, total

    def checked(self, call: Call, column: Column, tag: Tag) -> None:
        """When a listing was checked, with lines for days without an answer beside it; then where it stands in the content."""
        body, live = self.style.body, self.grid.live
        first = live - (TRIES - 1) * TRY_STEP - TRY
        words = "No answer on "
        start = first - 8 - self.setter.width(words.rstrip(), body.size)
        column.skip(RISE)
        y = column.y + self.row_style.baseline
        parent = Tag("P", tag)
        column.measure = start - self.main - 12
        column.add((Inline(checked_words(call.listing), parent),), self.row_style, runs_on=True)
        column.measure = live - self.main
        column.add((Inline(place_words(call), parent),), self.row_style)
        label = Inline(words, Tag("P", tag))
        column.items += self.setter.place([Fragment(label, words)], start, y, body.size)
        for place in range(TRIES):
            x = first + place * TRY_STEP
            column.items.append(Line(x, y + 2, x + TRY, y + 2, FIELD_LINE))

    # --- rows

    def row(self, row: CallRow, group: Tag) -> Row:
        """A box to tick, what it is, what the guide says, and lines to write on."""
        item = Tag("LI", group)
        row = row if self.has_room(row.label) else above(row)
        label = self.column(LABEL, LABEL_WIDTH)
        tag = Tag("Lbl", item, language=self.language if row.own else "")
        label.add((Inline(row.label + " ", tag, True),), self.row_style)
        said = self.column(VALUE, self.room if row.wide else self.room - LEAST_LINE - 8)
        answer, ends = Tag("LBody", item), list[float]()
        for place, line in enumerate(row.lines):
            ends += self.paragraph(said, self.inlines(line, answer), place + 1 < len(row.lines))
        box = tick_box(self.main, RISE + self.row_style.baseline - 9, BOX)
        lines = self.line_behind(ends[-1], said.y) if row.wide else self.lines(ends)
        if not lines:  # then one under it
            said.skip(LINE_PITCH)
            lines = [Line(said.x, self.under(said.y), self.grid.live, self.under(said.y), FIELD_LINE)]
        height = max(label.y, said.y) - RISE + BETWEEN
        return merge([Row(0, (box, *lines)), label.row(), said.row()], height)

    def has_room(self, label: str) -> bool:
        """Whether a label stands beside what is said, in two lines and without a word that is cut."""
        size = self.row_style.size
        if any(self.setter.width(word, size, True) > LABEL_WIDTH for word in label.split()):
            return False
        return len(self.setter.lines((Inline(label, None, True),), size, LABEL_WIDTH)) <= MOST_LABEL

    def paragraph(self, column: Column, inlines: tuple[Inline, ...], runs_on: bool = False) -> list[float]:
        """Set a paragraph of a row; where each of its lines ends."""
        column.add(inlines, self.row_style, runs_on=runs_on)
        size = self.row_style.size
        lines = self.setter.lines(inlines, size, column.measure)
        return [column.x + self.setter.line_width(line, size) for line in lines]

    def lines(self, ends: Sequence[float]) -> list[OpenItem]:
        """Lines to write on behind every second line of a text whose lines end so, one below the other where they are short."""
        y, style, items = self.under(RISE + self.row_style.leading), self.row_style, list[OpenItem]()
        for place in range(0, len(ends), 2):
            end = max(ends[place : place + 2])  # it stands between the two
            x = self.main + ANSWER if end + 8 <= self.main + ANSWER else self.grid.live - LEAST_LINE
            items.append(Line(x, y, self.grid.live, y, FIELD_LINE))
            y += 2 * style.leading
        return items

    def line_behind(self, end: float, y: float) -> list[OpenItem]:
        """A line to write on behind a text that ends at (end, y), where there is room for one."""
        left, right, y = end + 8, self.grid.live, self.under(y)
        return [Line(left, y, right, y, FIELD_LINE)] if right - left >= LEAST_LINE else []

    def under(self, y: float) -> float:
        """Where a line to write on stands for a line of text whose box ends at y."""
        return y - self.row_style.leading + self.row_style.baseline + 2

    def inlines(self, line: PieceLine, tag: Tag) -> tuple[Inline, ...]:
        """The pieces of a line, those of the guide tagged with its language."""
        return tuple(
            Inline(piece.text, self.own("Span", tag) if piece.own else tag, piece.bold) for piece in line
        )

    def own(self, kind: str, parent: Tag) -> Tag:
        """A tag for words of the guide; of a `Span` that would say nothing, the parent serves."""
        if kind == "Span" and not self.language:
            return parent
        return Tag(kind, parent, language=self.language)

    def column(self, start: float, width: float) -> Column:
        """A column that begins so far from the main edge; its lines stand a little lower than their boxes."""
        column = Column(self.setter, self.main + start, width)
        column.skip(RISE)
        return column

    def missing(self, words: Sequence[str], tag: Tag) -> list[Row]:
        """What the guide does not have, and lines to write it on."""
        if not words:
            return []
        style, live = self.row_style, self.grid.live
        parent = Tag("P", tag)
        label = self.column(LABEL, LABEL_WIDTH)
        label.add((Inline("Ask also ", parent, True),), style)
        said = self.column(VALUE, self.room)
        *_, end = self.paragraph(said, (Inline(", ".join(words), parent),))
        behind = self.line_behind(end, said.y)
        below = max(0, round((said.y - RISE) / style.leading) - 1 - len(behind)) or not behind
        y = self.under(said.y)
        lines = [
            Line(said.x, y + LINE_PITCH * n, live, y + LINE_PITCH * n, FIELD_LINE)
            for n in range(1, below + 1)
        ]
        bottom = max(said.y, y + LINE_PITCH * below + 2) + BETWEEN
        said.items += [*behind, *lines]
        return [Row(2, ()), merge([label.row(), said.row()], bottom)]

    def closing(self, tag: Tag) -> Row:
        """How the call went: boxes to tick, and who called when."""
        body, live = self.style.body, self.grid.live
        items: list[OpenItem] = []
        y = BETWEEN + body.baseline
        for words, x in (*CLOSING, (SIGNED, ANSWER)):
            text = Inline(words + " ", Tag("P", tag))
            start = self.main + x + (0 if words is SIGNED else LABEL)
            items += self.setter.place([Fragment(text, text.text)], start, y, body.size)
            if words is not SIGNED:
                items.append(tick_box(self.main + x, y - 9.5))
        start = self.main + ANSWER + self.setter.width(SIGNED, body.size) + 6
        items.append(Line(start, y + 2, live, y + 2, FIELD_LINE))
        return Row(BETWEEN + body.leading, tuple(items))


def above(row: CallRow) -> CallRow:
    """A row whose label stands above what is said of it."""
    return row._replace(label=OFFICE, own=False, lines=((Piece(row.label, True),), *row.lines))


def day_words(day: date) -> str:
    """ "14 March 2026"."""
    return f"{day.day} {ENGLISH.hours.months[day.month - 1]} {day.year}"


def checked_words(listing: Listing) -> str:
    """When a listing was last checked."""
    day = listing.verified
    if not day:
        return "Last check: never."
    return f"Last check: {day_words(day)}{'' if listing.verified_by else '.'}"


def place_words(call: Call) -> str:
    """By whom a listing was checked, where it stands in the content, and where it was taken from."""
    listing = call.listing
    by = f"by {listing.verified_by}. " if listing.verified and listing.verified_by else ""
    source = f". Source: {listing.source}" if listing.source else ""
    return f"{by}Section: {call.section}. Id: {listing.id}{source}"
