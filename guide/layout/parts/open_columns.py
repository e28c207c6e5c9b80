"""Who is open when: how wide the columns of the table are, and which words of hours fit a day."""

from collections.abc import Sequence
from dataclasses import replace

from guide.formats import LEAST_SIZE, TextStyle
from guide.language.hours_words import HoursWords, lower_first
from guide.language.short_hours import bare_span, listed
from guide.language.words import Words
from guide.layout.parts.base import Part
from guide.layout.parts.open_cells import Cell, Span
from guide.layout.parts.open_rows import OpenRow
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter
from guide.model.hours import WHOLE_DAY

GAP, DAY, PAGE = 12, 45, 27  # between names and days; widths of a day and of the pages
LEAST_NAME = 5.5  # em of a column of names beside the days
CLEAR, LEAST_CLEAR = 4, 3  # between the words of two columns
HEAD_CLEAR = 2  # before the head of the pages
DASH = "\u2013"


class OpenColumns(Part):
    """The columns of the table: names, a day each, pages; x from the left edge of the live width."""

    def __init__(self, setter: Setter, words: Words, root: Tag) -> None:
        super().__init__(setter, words, Tag("Sect", root, title=words.open_now))
        self.versions = words.versions
        self.page_width: float = PAGE
        self.day: float = DAY
        self.over = False  # whether names stand over the days
        self.hours, self.times, self.phrases = words.hours, self.style.body, self.style.body

    @property
    def names(self) -> float:
        """Width of the column of names, with the space behind it."""
        return 0 if self.over else self.grid.live - 7 * self.day - self.page_width

    @property
    def name_measure(self) -> float:
        return self.grid.live - self.page_width - GAP if self.over else self.names - GAP

    def measure(self, rows: Sequence[OpenRow]) -> None:
        """Set the widths of the columns, and the words and the size of what stands in a day."""
        body, small = self.style.body, self.style.small
        heads = (self.setter.width(words.page_column, small.size) + HEAD_CLEAR for words in self.versions)
        self.page_width = max(PAGE, self.setter.folio_width(body.size), *heads)
        self.over = self.names - GAP < LEAST_NAME * body.size
        self.day = (self.grid.live - self.page_width) / 7 if self.over else DAY
        cells = [cell for row in rows for cell in row.cells if cell.days == 1]
        self.times = self.fitting_times([span for cell in cells for span in cell.spans])
        said = [word for cell in cells for text, _ in self.phrases_of(cell) for word in text.split()]
        self.phrases = self.fitting(said)

    @property
    def room(self) -> float:
        """How wide what stands in a day may be."""
        return self.day - LEAST_CLEAR

    def fitting_times(self, spans: Sequence[Span]) -> TextStyle:
        """The style in which every time of a single day stands in its cell; by a clock of 24 hours where `am` has no room."""
        for hours in (self.words.hours, clock_of_a_day(self.words.hours)):
            self.hours = hours
            parts = [part for span in set(spans) - {WHOLE_DAY} for part in self.span_text(span).split()]
            style = self.fitting(parts)
            if all(self.setter.width(part, style.size) <= self.room for part in parts):
                break
        return style

    def fitting(self, parts: Sequence[str]) -> TextStyle:
        """The body's style, smaller where a word would be wider than a cell, but never under the least size."""
        body = self.style.body
        widest = max((self.setter.width(part, body.size) for part in parts), default=0)
        size = body.size if widest <= self.room else max(LEAST_SIZE, body.size * self.room / widest)
        return body._replace(size=size)

    def span_text(self, span: Span) -> str:
        """A span of a single day, which may turn over behind its dash if it has to."""
        text = bare_span(*span, self.hours)
        if DASH in text and self.setter.width(text.split(" ")[0], self.style.body.size) > self.room:
            return text.replace(DASH, DASH + " ")
        return text

    def phrases_of(self, cell: Cell) -> tuple[tuple[str, bool], ...]:
        """(text, whether it is of the second language) of what stands in words in a cell: `see below`, `all day`, `first`."""
        said: dict[str, bool] = {}
        for place, words in enumerate(self.versions):
            weeks = [words.hours.ordinals[number - (number > 0)] for number in cell.weeks]
            all_day = lower_first(words.day_and_night) if cell.days == 7 else words.all_day
            for text, is_said in (
                (words.see_below, cell.below),
                (all_day, WHOLE_DAY in cell.spans),
                (listed(weeks, words.hours), bool(weeks)),
            ):
                if is_said:
                    said.setdefault(text, place > 0)
        return tuple(said.items())

    def day_x(self, day: int) -> float:
        return self.names + day * self.day

    def day_names(self, words: Words | None = None) -> tuple[str, ...]:
        """The longest form of the days' names in a language that the columns have room for."""
        hours = (words or self.words).hours
        for names in (hours.short_days, *hours.shorter_days):
            if max(self.setter.width(name + " ", self.style.body.size, True) for name in names) <= self.day:
                break
        return names


def clock_of_a_day(hours: HoursWords) -> HoursWords:
    """The words of hours with figures up to 24."""
    return replace(
        hours, clock=24, noon="", midnight="", whole_hour="{hour}:00", part_hour="{hour}:{minutes}"
    )
