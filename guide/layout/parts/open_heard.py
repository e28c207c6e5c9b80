"""Who is open when: what somebody hears of the table who does not see it."""

from collections.abc import Iterator, Sequence

from guide.language.hours_words import lower_first
from guide.language.scripts import NBSP
from guide.language.short_hours import listed, spoken_span
from guide.language.words import Words
from guide.layout.parts.open_cells import Cell
from guide.layout.tags import Tag
from guide.model.hours import WHOLE_DAY


def heard_cell(cell: Cell, words: Words) -> str:
    """What a cell says in whole words: "11 am to 1 pm, 5 pm to 7 pm", "closed"."""
    if cell.is_closed:
        return lower_first(words.hours.closed)
    if cell.below:
        return words.see_below
    all_day = lower_first(words.day_and_night) if cell.days == 7 else words.all_day
    spans = [all_day if span == WHOLE_DAY else spoken_span(*span, words.hours) for span in cell.spans]
    times = listed(spans, words.hours).replace(NBSP, " ")
    if not cell.weeks:
        return times
    weeks = listed([words.hours.ordinals[number - (number > 0)] for number in cell.weeks], words.hours)
    days = words.hours.of_month.format(ordinal=weeks, day=words.hours.days[cell.day])
    return words.hours.line.format(days=days, times=times)


def tags_in_each(tag: Tag, texts: Sequence[str], versions: Sequence[Words]) -> Iterator[Tag]:
    """Yield the tag of what is printed in each language within a cell, which is heard as its text.

    In one language that is the cell itself.
    """
    if len(versions) == 1:
        tag.heard = texts[0]
        yield tag
        return
    for place, (text, words) in enumerate(zip(texts, versions)):
        yield Tag("Span", tag, language=words.language if place else "", heard=text)
