"""The call sheet on pages: each listing with what to ask, what the guide says, and lines to write on."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from guide.errors import Mark
from guide.frozen import frozen
from guide.language.words import ENGLISH, Words
from guide.layout.body.calls import GAP, Call, CallSetter, day_words
from guide.layout.body.furniture import Furniture, Head
from guide.layout.body.galley import Column, Strip
from guide.layout.body.listing_pages import OpenPage
from guide.layout.body.paginate import Frame, FramePlan, fit_strips, paginate
from guide.layout.compose.checked import count_lines
from guide.layout.pages import Destination, Document, OutlineEntry, Page
from guide.layout.references import Resolver
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Inline, OpenItem
from guide.layout.type.numbers import number_width
from guide.layout.type.setter import Setter
from guide.layout.type.style import Style, edition_choices, with_grid
from guide.model import Guide

TITLE = "Call sheet"
INTRODUCTION = (
    "Dial the large number. Read out what stands beside each box: tick what is right, write what is wrong on the lines. "
    "Ask for what is missing. If all of it is right, or set right, put the day into the content: make-guide verify and the id."
)
WHITE = 0.6  # part of a page that may stay white: a listing on one sheet can be handed to somebody
NEAR = 12  # listings among which the next is looked for
FRAME = (64, 728)  # top and bottom of a page: the foot is one line, and two listings need the room


class Entry(NamedTuple):
    """What pages need to know of a listing."""

    number: int
    title: str
    mark: Mark


@frozen(kw_only=False)
class SheetWords:
    """What a sheet says of itself."""

    chosen: str = ""  # "stale or never checked; part 2 of 5"; "" where everybody is called
    printed: date | None = None
    by_number: bool = False  # the calls keep the order that they have


UNSAID = SheetWords()


def typeset_worklist(
    guide: Guide, calls: Iterable[Call], style: Style, words: Words, said: SheetWords = UNSAID
) -> Document:
    """A call sheet."""
    return Worklist(guide, tuple(calls), style, words, said).document()


class Worklist:
    """Sets a call sheet; x counts from the left edge of the live width, y from the top of the frame."""

    def __init__(
        self, guide: Guide, calls: Sequence[Call], style: Style, words: Words, said: SheetWords
    ) -> None:
        self.guide = guide
        self.calls = calls
        self.said = said
        self.style = style = with_grid(style, top=FRAME[0], bottom=FRAME[1])
        self.grid = style.grid
        self.words = words
        self.setter = Setter(style, 1)
        self.root = Tag("Document", language="en")
        self.furniture = Furniture(self.setter, words, edition_choices(guide, words))
        largest = max((call.number for call in calls), default=1)
        width = number_width(style, largest, style.name.size, True) + style.u
        self.setting = CallSetter(self.setter, guide, width)

    def document(self) -> Document:
        """The whole sheet, paginated like the guide."""
        leading = self.style.body.leading
        strips = self.strips()
        frame = Frame(self.grid.depth, leading + self.style.u, WHITE, 3 * leading)
        strips, _ = fit_strips(strips, frame, leading)
        plans = paginate(strips, frame)
        outline: list[OutlineEntry] = []
        pages = [self.page(plan, folio, len(plans), outline) for folio, plan in enumerate(plans, 1)]
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

    # --- pages

    def page(self, plan: FramePlan, folio: int, count: int, outline: list[OutlineEntry]) -> Page:
        """A finished page; what begins on it goes into the outline."""
        left, top = self.grid.left(folio), self.grid.top
        chosen = f", {self.said.chosen}" if self.said.chosen else ""
        page = OpenPage(self.furniture.head(Head(name=TITLE + chosen), folio))
        if plan.continued:
            page.items += self.continued(plan.continued.number, plan.continued.title, left)
        for strip, y in plan.strips:
            for anchor, offset in strip.starts:
                place = Destination(folio - 1, top + y + offset)
                outline.append(OutlineEntry(title=anchor.name, destination=place))
            for row in strip.rows:
                page.items += [item.moved(left, top + y) for item in row.items]
                y += row.height
        page.items += self.foot(folio, count)
        items, links = Resolver({}, self.setter).resolve(page.items)
        return Page(
            width=self.grid.width,
            height=self.grid.height,
            folio=str(folio),
            items=tuple(items),
            links=tuple(links),
        )

    def continued(self, number: int, title: str, left: float) -> list[OpenItem]:
        """The line that repeats the name of a listing which runs on."""
        body = self.style.body
        before, behind = f"{number}  ", f" {self.words.continued}"
        room = self.grid.live - self.setter.width(before + behind, body.size)
        text = before + self.furniture.shortened(title, room, body.size) + behind
        return self.furniture.plain(text, left, self.grid.top + body.baseline, body.size)

    def foot(self, folio: int, count: int) -> list[OpenItem]:
        """Guide, edition and day of printing, then page of pages: artifacts, the first page says it in its text."""
        size, left, y = self.style.small.size, self.grid.left(folio), self.grid.foot
        right = f"Page {folio:,} of {count:,}"
        room = self.grid.live - self.setter.width(right, size) - 3 * self.style.u
        ending = f", edition {self.guide.edition.number}. {self.printed()}".rstrip()
        title = self.furniture.shortened(self.guide.title, room - self.setter.width(ending, size), size)
        items = self.furniture.plain(title + ending, left, y, size)
        return items + self.furniture.right(right, left + self.grid.live, y, size)

    def printed(self) -> str:
        """The day of printing as a sentence."""
        return f"Printed {day_words(self.said.printed)}." if self.said.printed else ""

    # --- the parts, set

    def strips(self) -> list[Strip]:
        """The opening and all listings; in each month of last checks in an order that fills the pages."""
        opening = self.opening()
        entries = [self.entry(call) for call in self.calls]
        if self.said.by_number:
            order: Iterable[int] = range(len(entries))
        else:
            heights = [sum(strip.height + strip.space for strip in entry) for entry in entries]
            months = [month_of(call.listing.verified) for call in self.calls]
            order = filling(heights, months, self.grid.depth + GAP, opening.height + GAP)
        return [opening, *(strip for place in order for strip in entries[place])]

    def opening(self) -> Strip:
        """Title, which guide and which calls, and what to do."""
        tag = Tag("Sect", self.root, title=TITLE)
        column = Column(self.setter, 0, self.grid.live)
        column.add((Inline(TITLE, Tag("H1", tag), True),), self.style.h1)
        column.skip(self.style.u)
        column.add(
            (Inline(self.guide.title, Tag("P", tag, language=self.setting.language), True),), self.style.body
        )
        for text in (self.count_words(), INTRODUCTION):
            column.add((Inline(text, Tag("P", tag)),), self.style.body)
        row = column.row()
        return Strip(row.height, (row,), 0, None, None, ((Anchor(TITLE), 0),))

    def count_words(self) -> str:
        """Which edition it is, how many listings it has, what of them is checked, and which of them are on this sheet."""
        calls = f"{len(self.calls):,} of them on this sheet: {self.said.chosen}."
        edition = f"Edition {self.guide.edition.number}."
        parts = (edition, self.printed(), *count_lines(self.guide, ENGLISH), calls * bool(self.said.chosen))
        return " ".join(filter(None, parts))

    def entry(self, call: Call) -> list[Strip]:
        """The strips of a listing: one where a page has room for it, else its name with the first row, then each row."""
        listing = call.listing
        head, rows, end = self.setting.parts(call, Tag("Sect", self.root))
        groups = [[head, *rows, *end]]
        if sum(row.height for row in groups[0]) > self.grid.depth:
            groups = [[head, *rows[:1]], *([row] for row in rows[1:]), end]
        entry = Entry(call.number, listing.name, listing.mark)
        start = ((Anchor(f"{call.number} {listing.name}"), 0.0),)
        return [
            Strip(
                sum(row.height for row in part),
                tuple(part),
                0 if place else GAP,
                None,
                entry,
                () if place else start,
            )
            for place, part in enumerate(groups)
        ]


def month_of(day: date | None) -> tuple[int, int]:
    """Year and month of a day, before all others where there is none."""
    return (day.year, day.month) if day else (0, 0)


def filling(
    heights: Sequence[float], months: Sequence[tuple[int, int]], depth: float, used: float
) -> list[int]:
    """The order in which listings fill pages: the next one, or a near one of the same month where only that has room.

    `used`: how much of the first page is. The heights have the space above a listing, and so has the depth.
    """
    left, order = list(range(len(heights))), []
    while left:
        near = (place for place in left[:NEAR] if months[place] == months[left[0]])
        place = next((place for place in near if used + heights[place] <= depth), left[0])
        used = used + heights[place] if used + heights[place] <= depth else heights[place] % depth
        left.remove(place)
        order.append(place)
    return order
