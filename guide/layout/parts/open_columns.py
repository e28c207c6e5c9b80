"""Who is open when: how wide the columns of the table are, and which words of hours fit them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from guide.formats import LEAST_SIZE, TextStyle
from guide.language.hours_words import DAY as MINUTES_OF_DAY
from guide.language.hours_words import HoursWords, time_words
from guide.language.scripts import NBSP
from guide.language.words import Words
from guide.layout.pages import Tag
from guide.layout.parts.base import Part
from guide.layout.parts.open_rows import OpenRow, Span
from guide.layout.type.numbers import number_width
from guide.layout.type.setter import Setter

NUMBER, GAP, DAY, PAGE = 26, 8, 42, 30  # widths of the columns beside the name's
WIDEST_DAY = 46
LEAST_NAME = 5.5  # em of a column of names beside the days
CLEAR, LEAST_CLEAR = 4, 3  # between the words of two columns
WHOLE_DAY = (0, MINUTES_OF_DAY)


class OpenColumns(Part):
    """The columns of the table: numbers, names, a day each, pages; x from the left edge of the live width."""

    def __init__(self, setter: Setter, words: Words, root: Tag) -> None:
        super().__init__(setter, words, Tag("Sect", root, title=words.open_now))
        self.versions = words.versions
        self.number: float = NUMBER
        self.name_width: float = 0
        self.day: float = DAY
        self.page_width: float = PAGE
        self.widest_day: float = WIDEST_DAY
        self.over = False  # whether names stand over the days
        self.hours, self.times, self.phrases = words.hours, self.style.body, self.style.body

    def measure(self, rows: Sequence[OpenRow]) -> None:
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

    def share(self, rows: Iterable[OpenRow]) -> None:
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

    def fitting_hours(self, spans: Collection[Span]) -> tuple[HoursWords, float, float]:
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

    def fitting_phrases(self, fields: Sequence[str]) -> tuple[TextStyle, float]:
        """(style, the width of the longest word) of the few words that stand in cells, so that none of them is broken."""
        body, room = self.style.body, self.widest_day - LEAST_CLEAR
        parts = [
            part for words in self.versions for field in fields for part in getattr(words, field).split()
        ]
        size = body.size
        widest: float = 0
        while (
            size >= LEAST_SIZE
            and (widest := max((self.setter.width(part, size) for part in parts), default=0)) > room
        ):
            size -= 0.5
        return body._replace(size=size), min(widest, room)

    def day_x(self, day: int) -> float:
        return self.number + (0 if self.over else self.name_width + GAP) + day * self.day

    def day_names(self, words: Words | None = None) -> tuple[str, ...]:
        """The longest form of the days' names in a language that the columns have room for."""
        hours = (words or self.words).hours
        for names in (hours.short_days, *hours.shorter_days):
            if max(self.setter.width(name + " ", self.style.body.size, True) for name in names) <= self.day:
                break
        return names

    def span_words(self, span: Span, hours: HoursWords | None = None) -> list[str]:
        """Opening and closing in words, each of which stands on one line."""
        return [
            time_words(minute, hours or self.hours).replace(" ", NBSP)
            for minute in span
            if minute is not None
        ]
