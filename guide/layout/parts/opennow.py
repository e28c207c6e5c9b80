"""Who is open when: a table of the week, a row for each listing that gives its hours (look: open now)."""

from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from guide.formats import LEAST_SIZE
from guide.language.hours_lines import hours_lines
from guide.language.hours_words import time_words
from guide.layout.body.bilingual import Pair, add_title
from guide.layout.body.galley import Column, Row, move, shifted
from guide.layout.compose.links import listing_anchor
from guide.layout.compose.listings import alert_of
from guide.layout.compose.namesakes import Namesakes, number_listings
from guide.layout.compose.offices import in_order
from guide.layout.pages import Line, Tag
from guide.layout.type.inline import FOLIO, NBSP, Anchor, Fragment, Inline, Link, RichLine, RowArea
from guide.layout.type.numbers import number_width
from guide.layout.type.shapes import alert_sign
from guide.layout.type.style import HAIRLINE

OPEN_NOW = Anchor("open-now")
LEAST_LISTINGS = 5  # with hours that can be computed with; for fewer the table helps nobody
LEAST_WIDTH = 470
NUMBER, GAP, DAY, PAGE = 26, 8, 42, 30  # widths of the columns beside the name's
WIDEST_DAY = 46
LEAST_NAME = 5.5  # em of a column of names beside the days
MOST_NAME = 8  # lines of a name with its phone beside the days; a longer one stands over them
CLEAR, LEAST_CLEAR = 4, 3  # between the words of two columns
WHOLE_DAY = (0, 1440)


class OpenRow(NamedTuple):
    number: int
    name: str
    phone: str
    week: tuple  # the spans of each day, from Monday
    irregular: tuple[int, ...]  # the days of which only the notes say when it is open
    notes: tuple[
        str, ...
    ]  # rules that the week does not show, in each language; where it shows none, all of them
    closed: str  # the alert of a listing that is closed for now
    anchor: Anchor


def open_rows(guide, words):
    """A row for each office with hours; () where too few listings have them."""
    numbers, rows, listings = number_listings(guide), [], set()
    names = Namesakes(guide, numbers).names(attrgetter("name"))
    for listing in guide.listings:
        for location in listing.locations or (listing,):
            opening = getattr(location, "opening", None) or (
                listing.opening if location in listing.locations[:1] else None
            )
            if opening is None:
                continue
            several = len(listing.locations) > 1 and getattr(location, "name", "")
            phones = [
                phone
                for phone in in_order((*location.phones, *listing.phones))
                if phone.e164 and phone.type != "fax"
            ]
            listings.add(listing.id)
            rows.append(
                OpenRow(
                    numbers[listing.id],
                    f"{listing.name}, {several}" if several else names[listing.id],
                    phones[0].printed if phones else words.no_phone,
                    opening.week,
                    opening.irregular_days,
                    tuple(filter(None, (_notes(opening, each) for each in words.versions))),
                    alert_of(listing, words) if listing.closed else "",
                    listing_anchor(listing.id),
                )
            )
    return tuple(rows) if len(listings) >= LEAST_LISTINGS else ()


def _notes(opening, words):
    lines = hours_lines(
        replace(opening, rules=opening.exceptions) if any(opening.week) else opening, words.hours
    )
    return ". ".join(lines) + "." if lines else ""


class OpenNow:
    """Sets the table on as many pages as it needs; x from the left edge, y from the top of the frame."""

    def __init__(self, setter, words, root):
        self.setter = setter
        self.style = setter.style
        self.grid = setter.style.grid
        self.words = words
        self.root = Tag("Sect", root, title=words.open_now)
        self.table = Tag("Table", self.root)
        self.versions = words.versions
        self.pair = Pair(setter) if self.style.second else None
        self.day, self.page_width, self.name_width, self.number = DAY, PAGE, 0, NUMBER
        self.widest_day, self.over = WIDEST_DAY, False  # over: names stand over the days
        self.hours, self.times, self.phrases = self.words.hours, self.style.body, self.style.body

    def pages(self, rows):
        """The pages of the table; list of lists of items."""
        self.measure(rows)
        top = self.opening()
        items, y = list(top.items), top.height
        head = self.head(Tag("TR", self.table))
        items += shifted(head, y)
        y += head.height
        pages = []
        for row in rows:
            built = self.row(row)
            if y + built.height > self.grid.depth and y > head.height:
                pages.append(self.closed_off(items, y))
                head = self.head(None)
                items, y = list(head.items), head.height
            items += shifted(built, y)
            y += built.height
        return [*pages, self.closed_off(items, y)]

    def measure(self, rows):
        """Set the widths of the columns: a little wider where words that just fit would touch each other."""
        self.share(rows)
        spans = {span for row in rows for spans in row.week for span in spans if span != WHOLE_DAY}
        self.hours, size, widest = self.fitting_hours(spans)
        self.times = self.style.body._replace(size=size)
        said = {
            "see_below": any(row.irregular for row in rows),
            "all_day": any(WHOLE_DAY in spans for row in rows for spans in row.week),
        }
        self.phrases, widest_word = self.fitting_phrases(
            [field for field, is_said in said.items() if is_said]
        )
        wanted = max(DAY, widest + CLEAR, widest_word + LEAST_CLEAR)
        self.day = self.widest_day if self.over else min(wanted, self.widest_day)
        self.name_width = self.grid.live - self.number - GAP - 7 * self.day - self.page_width

    def share(self, rows):
        """Set the columns beside the days', and how wide a day may be: in large type, which leaves names no room beside the
        days, these take the whole width under them."""
        body, small = self.style.body, self.style.small
        self.number = max(
            NUMBER, number_width(self.style, max(row.number for row in rows), body.size) + self.style.u / 2
        )
        heads = (self.setter.width(words.page_column, small.size) + CLEAR for words in self.versions)
        self.page_width = max(PAGE, self.setter.folio_width(body.size), *heads)
        room = self.grid.live - self.number - self.page_width
        self.over = room - GAP - 7 * WIDEST_DAY < LEAST_NAME * body.size
        self.widest_day = room / 7 if self.over else WIDEST_DAY

    def fitting_hours(self, spans):
        """(the words of hours, their size, the width of the longest time), so that no time is wider than the widest cell.

        Those of the language, or else noon and midnight in figures; without the space before `am`; smaller; by a clock of 24 hours.
        """
        body, small = self.style.body.size, self.style.small.size
        hours = self.words.hours
        figures = replace(hours, noon="", midnight="")
        close = replace(
            figures,
            whole_hour=figures.whole_hour.replace(" ", ""),
            part_hour=figures.part_hour.replace(" ", ""),
        )
        clock = replace(figures, clock=24, whole_hour="{hour}:00", part_hour="{hour}:{minutes}")
        room = self.widest_day - LEAST_CLEAR
        for words, size in (
            (hours, body),
            (figures, body),
            (close, body),
            (close, small),
            (clock, body),
            (clock, small),
        ):
            widest = max(
                (self.setter.width(text, size) for span in spans for text in self.span_words(span, words)),
                default=0,
            )
            if widest <= room:
                return words, size, widest
        return words, max(LEAST_SIZE, size * room / widest), room

    def fitting_phrases(self, fields):
        """(style, the width of the longest word) of the few words that stand in cells, so that none of them is broken."""
        body, room = self.style.body, self.widest_day - LEAST_CLEAR
        parts = [
            part for words in self.versions for field in fields for part in getattr(words, field).split()
        ]
        size, widest = body.size, 0
        while (
            size >= LEAST_SIZE
            and (widest := max((self.setter.width(part, size) for part in parts), default=0)) > room
        ):
            size -= 0.5
        return body._replace(size=size), min(widest, room)

    def closed_off(self, items, y):
        """The items with a hairline under the last row."""
        return [*items, Line(0, y, self.grid.live, y, HAIRLINE)]

    def opening(self):
        column = Column(self.setter, 0, self.grid.live)
        add_title(column, self.words.open_now, Tag("H2", self.root))
        column.skip(self.style.u)
        column.measure = self.grid.prose
        first, *others = self.versions
        column.add((Inline(first.open_now_help, Tag("P", self.root)),), self.style.body)
        for words in others:
            self.add_second(column, words.open_now_help, Tag("P", self.root))
        column.skip(2 * self.style.u)
        return column.row()

    def head(self, row_tag):
        """The names of the days, in two languages one above the other; repeated on each page, there as an artifact."""

        def cell():
            return row_tag and Tag("TH", row_tag, attributes=(("Table", "Scope", "Column"),))

        items, height = [], 0
        if row_tag:
            items += self.text(" ", 0, cell())  # over the numbers and names, which need no head
        names = [self.day_names(words) for words in self.versions]
        for day in range(7):
            column = Column(self.setter, self.day_x(day), self.day)
            tag = cell()
            column.add((Inline(names[0][day] + " ", tag, True),), self.style.body)
            for other in names[1:]:
                column.add((self.second(other[day] + " ", tag),), self.style.body)
            items += column.items
            height = max(height, column.y)
        small, tag = self.style.small, cell()
        for place, words in enumerate(self.versions):
            own = tag and Tag("Span", tag, language=words.language) if place else tag
            x = self.grid.live - self.setter.width(words.page_column, small.size)
            line = self.text(words.page_column, x, own, size=small.size)
            items += [move(item, 0, place * self.style.body.leading) for item in line]
        return Row(height + self.style.u / 2, tuple(items))

    def second(self, text, tag):
        """A text of the second language."""
        return Inline(text, tag and Tag("Span", tag, language=self.style.second.language), apart=True)

    def add_second(self, column, text, tag):
        """Set a text of the second language under what a column holds, from its own side."""
        self.pair.add(column, (self.second(text, tag),), self.style.body)

    def day_names(self, words=None):
        """The longest form of the days' names in a language that the columns have room for."""
        hours = (words or self.words).hours
        for names in (hours.short_days, *hours.shorter_days):
            if max(self.setter.width(name + " ", self.style.body.size, True) for name in names) <= self.day:
                break
        return names

    def text(self, text, x, tag, bold=False, size=0):
        body = self.style.body
        return self.setter.place(
            [Fragment(Inline(text, tag, bold), text)], x, body.baseline, size or body.size
        )

    def day_x(self, day):
        return self.number + (0 if self.over else self.name_width + GAP) + day * self.day

    def row(self, row):
        """Hairline, number and name, the times of each day, the page."""
        u, body = self.style.u, self.style.body
        tag = Tag("TR", self.table)
        heading = Tag("TH", tag, attributes=(("Table", "Scope", "Row"),))
        name, top = self.name(row, heading)
        items, height = list(name.items), name.y
        across = self.across(row)
        if row.notes and not across:
            notes = Column(self.setter, self.number, self.grid.live - self.number - self.page_width)
            notes.add((Inline(row.notes[0] + " ", heading),), body)
            for text in row.notes[1:]:
                self.add_second(notes, text + " ", heading)
        days, days_height = self.days_across(row, across, tag) if across else self.days(row, tag)
        days, days_height = shifted(Row(0, tuple(days)), top), days_height + top
        items += days
        height = max(height, days_height)
        if row.notes and not across:
            at = next(place for place, item in enumerate(items) if item in days) if days else len(items)
            items[at:at] = shifted(notes.row(), height)
            height += notes.y
        items += self.page(row, tag)
        return Row(height + u / 2, (Line(0, 0, self.grid.live, 0, HAIRLINE), *items))

    def name(self, row, heading):
        """(number, name and phone as a Column, where the days begin): beside the days, or over them where it is long."""
        broken = len(self.setter.broken)
        if not self.over:
            name = self.named(row, heading, self.name_width)
            if name.y <= MOST_NAME * self.style.body.leading:
                return name, 0
        del self.setter.broken[
            broken:
        ]  # what was cut stands whole on the longer lines, or is found there again
        name = self.named(row, heading, self.grid.live - self.number - self.page_width)
        return name, name.y - self.style.u / 2

    def named(self, row, heading, measure):
        body, label = self.style.body, f"{row.number} "
        name = Column(self.setter, self.number, measure)
        name.skip(self.style.u / 2)
        name.items += self.setter.place(
            [Fragment(Inline(label, heading, True), label)], 0, name.y + body.baseline, body.size
        )
        name.add((Inline(row.name + " ", heading, True),), body)
        name.add((Inline(row.phone + " ", heading),), body)
        return name

    def days(self, row, tag):
        """(items, height): opening over closing for each day, a second span 8 below, where to look in an irregular one; an empty cell is closed."""
        items, height = [], 0
        for day, spans in enumerate(row.week):
            cell = Column(self.setter, self.day_x(day), self.day)
            cell.skip(self.style.u / 2)
            content = Tag("TD", tag)
            for place, span in enumerate(spans):
                cell.skip(self.style.u if place else 0)
                if span == WHOLE_DAY:
                    self.add_words(cell, "all_day", content)
                    continue
                for text in self.span_words(span):
                    cell.add((Inline(text + " ", content),), self.times)
            if day in row.irregular:
                self.add_words(cell, "see_below", content)
            elif not spans:
                cell.items += self.text(" ", cell.x, content)
            items += cell.items
            height = max(height, cell.y)
        return items, height

    def add_words(self, cell, field, content):
        """Set a few words in a cell, in each language; they may turn over."""
        cell.measure = self.day - LEAST_CLEAR
        first, *others = (getattr(words, field) + " " for words in self.versions)
        cell.add((Inline(first, content),), self.phrases)
        for text in others:
            cell.add((self.second(text, content),), self.phrases)
        cell.measure = self.day

    def span_words(self, span, hours=None):
        """Opening and closing in words, each of which stands on one line."""
        return [
            time_words(minute, hours or self.hours).replace(" ", NBSP)
            for minute in span
            if minute is not None
        ]

    def across(self, row):
        """What stands across the days instead of times, in each language: that it is closed, or hours of no usual week."""
        return (row.closed,) if row.closed else row.notes if not any(row.week) else ()

    def days_across(self, row, texts, tag):
        """(items, height): words across the days, behind the alert sign where it is closed."""
        u, body = self.style.u, self.style.body
        indent = 2.5 * u if row.closed else 0
        cell = Column(self.setter, self.day_x(0) + indent, 7 * self.day - indent - CLEAR)
        cell.skip(u / 2)
        content = Tag("TD", tag, attributes=(("Table", "ColSpan", 7),))
        sign = alert_sign(self.day_x(0) + u, cell.y + body.baseline, body.size / 12) if row.closed else []
        cell.add((Inline(texts[0], content, bool(row.closed)),), body)
        for text in texts[1:]:
            cell.add((self.second(text, content),), body)
        return sign + cell.items, cell.y

    def page(self, row, tag):
        """The page of the listing, a link."""
        u, body = self.style.u, self.style.body
        link_tag = Tag("Link", Tag("TD", tag))
        inline = Inline("", link_tag, True, Link(row.anchor, row.name, area=False), page_of=row.anchor)
        description = self.words.go_to.format(name=row.name, folio=FOLIO)
        return [
            RichLine(self.grid.live, u / 2 + body.baseline, (Fragment(inline, ""),), body.size, 1),
            RowArea(
                link_tag,
                self.grid.live - self.page_width,
                0,
                self.page_width,
                body.leading + u,
                row.anchor,
                description,
            ),
        ]
