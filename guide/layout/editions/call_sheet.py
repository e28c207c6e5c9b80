"""The call sheet on pages: each listing with what to ask, what the guide says, and lines to write on."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from guide.errors import Mark
from guide.language.words import ENGLISH, Words
from guide.layout.body.furniture import Furniture, Head
from guide.layout.body.galley import Column, Row, Strip, merge, stack
from guide.layout.body.paginate import Frame, FramePlan, fit_strips, paginate
from guide.layout.body.stretch import OpenPage
from guide.layout.compose.checked import count_lines
from guide.layout.pages import Destination, Document, Line, OutlineEntry, Page, Tag
from guide.layout.references import Resolver
from guide.layout.type.inline import Anchor, Fragment, Inline
from guide.layout.type.numbers import with_number_columns
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import tick_box
from guide.layout.type.style import FIELD_LINE, HAIRLINE, Style, edition_choices
from guide.model import Guide, Listing

TITLE = "Call sheet"
INTRODUCTION = (
    "Call each group and ask. Tick what is right. Write what is wrong or missing on the line. "
    "If all of it is right, or set right, put the day into the content: make-guide verify and the id."
)
MISSING = "Not in the guide. Ask, and write what they say:"
WHITE = 0.6  # part of a page that may stay white: a listing on one sheet can be handed to somebody
QUESTION, VALUE, ANSWER = (0, 0.33), (0.35, 0.69), (0.71, 1)  # parts of the width behind the boxes to tick
LEFT, RIGHT = (0, 0.48), (0.52, 1)


class Question(Protocol):
    """What to ask, and what the guide says of it; nothing where it says nothing."""

    @property
    def text(self) -> str: ...

    @property
    def values(self) -> tuple[str, ...]: ...


class Call(Protocol):
    """A listing to call: its number in the guide, and what to ask."""

    @property
    def number(self) -> int: ...

    @property
    def section(self) -> str: ...

    @property
    def listing(self) -> Listing: ...

    @property
    def questions(self) -> Sequence[Question]: ...


class Entry(NamedTuple):
    """What pages need to know of a listing."""

    number: int
    title: str
    mark: Mark


def typeset_worklist(guide: Guide, calls: Iterable[Call], style: Style, words: Words) -> Document:
    """A call sheet."""
    return Worklist(guide, calls, style, words).document()


class Worklist:
    """Sets a call sheet; x counts from the left edge of the live width, y from the top of the frame."""

    def __init__(self, guide: Guide, calls: Iterable[Call], style: Style, words: Words) -> None:
        self.guide = guide
        self.calls = calls
        self.style = style = with_number_columns(style, len(guide.listings), 1)
        self.grid = style.grid
        self.words = words
        self.setter = Setter(style, 1)
        self.root = Tag("Document", language="en")
        self.furniture = Furniture(self.setter, words, edition_choices(guide, words))

    def document(self) -> Document:
        """The whole sheet, paginated like the guide."""
        depth, leading, u = self.grid.depth, self.style.body.leading, self.style.u
        strips = [self.opening()]
        for call in self.calls:
            strips += self.entry(call)
        continued = leading + u
        frame = Frame(depth, continued, WHITE, 3 * leading)
        strips, _ = fit_strips(strips, frame, leading)
        plans = paginate(strips, frame)
        pages: list[Page] = []
        outline: list[OutlineEntry] = []
        for plan in plans:
            pages.append(self.page(plan, len(pages) + 1, outline))
        guide = self.guide
        return Document(
            title=f"{TITLE}: {guide.title}",
            language="en",
            author=guide.publisher.name,
            subject="",
            date=guide.edition.date,
            accent=self.style.accent,
            pages=tuple(pages),
            root=self.root,
            outline=tuple(outline),
        )

    def page(self, plan: FramePlan, folio: int, outline: list[OutlineEntry]) -> Page:
        """A finished page; what begins on it goes into the outline."""
        left, top = self.grid.left(folio), self.grid.top
        page = OpenPage(self.furniture.head(Head(name=TITLE), folio))
        if plan.continued:
            text = f"{plan.continued.number}  {plan.continued.title} {self.words.continued}"
            size = self.style.body.size
            page.items += self.furniture.plain(
                self.furniture.shortened(text, self.grid.live, size),
                left,
                top + self.style.body.baseline,
                size,
            )
        for strip, y in plan.strips:
            for anchor, offset in strip.starts:
                outline.append(
                    OutlineEntry(title=anchor.name, destination=Destination(folio - 1, top + y + offset))
                )
            for row in strip.rows:
                page.items += [item.moved(left, top + y) for item in row.items]
                y += row.height
        page.items += self.furniture.foot(folio, self.root, with_form=False)
        items, links = Resolver({}, self.setter).resolve(page.items)
        return Page(
            width=self.grid.width,
            height=self.grid.height,
            folio=str(folio),
            items=tuple(items),
            links=tuple(links),
        )

    # --- the parts, set

    def opening(self) -> Strip:
        """Title and what to do."""
        tag = Tag("Sect", self.root, title=TITLE)
        column = Column(self.setter, 0, self.grid.live)
        column.add((Inline(TITLE, Tag("H1", tag), True),), self.style.h1)
        column.skip(self.style.u)
        column.measure = min(self.grid.prose + 6 * self.style.u, self.grid.live)
        for text in (self.guide.title, " ".join(count_lines(self.guide, ENGLISH)), INTRODUCTION):
            column.add((Inline(text, Tag("P", tag), text is self.guide.title),), self.style.body)
        row = column.row()
        return Strip(row.height, (row,), 0, None, None, ((Anchor(TITLE), 0),))

    def entry(self, call: Call) -> list[Strip]:
        """The strips of a listing: its name with the first questions, each question, the last with who asked."""
        listing = call.listing
        tag = Tag("Sect", self.root)
        entry = Entry(call.number, listing.name, listing.mark)
        self.setter.mark = listing.mark
        head, group = self.heading(call, tag), Tag("L", tag)
        rows = [self.question(question, group) for question in call.questions if question.values]
        rows += self.missing([question for question in call.questions if not question.values], tag)
        last = self.sign_off(tag)
        groups = [[*head, *rows[:2]], *([row] for row in rows[2:-1]), [*rows[2:][-1:], last]]
        return [
            Strip(
                sum(row.height for row in part),
                tuple(part),
                0 if place else 3 * self.style.u,
                None,
                entry,
                () if place else ((Anchor(f"{call.number} {listing.name}"), 0),),
            )
            for place, part in enumerate(groups)
        ]

    def heading(self, call: Call, tag: Tag) -> list[Row]:
        """Hairline, number and name, and when it was verified."""
        listing, u = call.listing, self.style.u
        heading = Tag("H2", tag)
        column = Column(self.setter, self.grid.number_column, self.grid.main)
        number = Inline(f"{call.number} ", heading, True)
        name = self.style.name
        column.items += self.setter.place([Fragment(number, number.text)], 0, name.baseline, name.size)
        column.add((Inline(listing.name, heading, True),), name)
        column.add(
            (
                Inline(
                    f"{verified_words(listing, self.words)}. Section: {call.section}. Id: {listing.id}{source_words(listing)}",
                    Tag("P", tag),
                ),
            ),
            self.style.body,
        )
        return [Row(u, (Line(0, 0, self.grid.live, 0, HAIRLINE),)), column.row(column.y + u)]

    def question(self, question: Question, group: Tag) -> Row:
        """A box to tick, the question, what the guide says, and a line to write on."""
        body, u = self.style.body, self.style.u
        item = Tag("LI", group)
        asked = self.column(QUESTION)
        asked.add((Inline(question.text + " ", Tag("Lbl", item)),), body)
        said = self.column(VALUE)
        answer = Tag("LBody", item)
        for place, value in enumerate(question.values):
            runs_on = place + 1 < len(question.values)
            said.add((Inline(value, answer, place == 0),), body, runs_on=runs_on)
        line = self.column(ANSWER)
        line.items.append(
            Line(line.x, 1.25 * body.leading, line.x + line.measure, 1.25 * body.leading, FIELD_LINE)
        )
        box = Row(0, (tick_box(0, body.baseline - 10),))
        return merge([box, asked.row(), said.row(), line.row()], max(asked.y, said.y) + 0.75 * u)

    def missing(self, questions: Sequence[Question], tag: Tag) -> list[Row]:
        """The questions that the guide has no answer to, two side by side with a line under each."""
        if not questions:
            return []
        body = self.style.body
        title = self.column((0, 1))
        title.add((Inline(MISSING, Tag("P", tag), True),), body)
        group, rows = Tag("L", tag), []
        for start in range(0, len(questions), 2):
            cells = []
            for part, question in zip((LEFT, RIGHT), questions[start : start + 2]):
                cell = self.column(part)
                cell.add((Inline(question.text, Tag("LBody", Tag("LI", group))),), body)
                cell.items.append(
                    Line(
                        cell.x,
                        cell.y + body.leading,
                        cell.x + cell.measure,
                        cell.y + body.leading,
                        FIELD_LINE,
                    )
                )
                cells.append(cell)
            rows.append(
                merge([cell.row() for cell in cells], max(cell.y for cell in cells) + 1.375 * body.leading)
            )
        return [stack([title.row(), rows[0]]), *rows[1:]]

    def column(self, part: tuple[float, float]) -> Column:
        """A column that takes a part of the main column."""
        start, end = part
        main = self.grid.main + self.grid.number_column - 20
        return Column(self.setter, 20 + start * main, (end - start) * main)

    def sign_off(self, tag: Tag) -> Row:
        """Who called, whom, and when: labels with lines behind them."""
        body, u, live = self.style.body, self.style.u, self.grid.live
        items, y = [], u + body.baseline
        for words, left, right in (("Called by", 0, 0.36), ("Spoke with", 0.4, 0.72), ("Date", 0.76, 1)):
            label = Inline(words + " ", Tag("P", tag))
            items += self.setter.place([Fragment(label, label.text)], left * live, y, body.size)
            start = left * live + self.setter.width(label.text, body.size)
            items.append(Line(start + u / 2, y + 2, right * live, y + 2, FIELD_LINE))
        return Row(u + body.leading, tuple(items))


def source_words(listing: Listing) -> str:
    """Where a listing was taken from, as the end of a sentence."""
    return f". Source: {listing.source}" if listing.source else ""


def verified_words(listing: Listing, words: Words) -> str:
    """When a listing was verified, and by whom."""
    day = listing.verified
    if not day:
        return "Never verified"
    by = f" by {listing.verified_by}" if listing.verified_by else ""
    return f"Verified {day.day} {words.hours.months[day.month - 1]} {day.year}{by}"
