"""Subheadings of cities and days, and the times of the rows under them, in one language or in two."""

from collections.abc import Iterable
from dataclasses import replace

from guide.language.both import one_text
from guide.language.hours_lines import hours_lines
from guide.language.hours_words import ENGLISH_HOURS, capitalise
from guide.language.words import Words
from guide.layout.compose.blocks import SubheadBlock
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Inline
from guide.model import Entry, Group, OpeningHours
from guide.model.order import ALWAYS, BY_APPOINTMENT, CALL_FIRST, EVERY_DAY

LEVEL = "H3"  # one below the title of the section


class SubheadComposer:
    """Puts what subheadings say, and the times of rows, into words and tags."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice

    def subhead(self, group: Group, anchor: Anchor, parent: Tag) -> SubheadBlock:
        """The subheading of a group, a heading with its title for the bookmarks."""
        title = group_title(group, (each.words for each in self.voice.voices))
        tag = Tag(LEVEL, parent, title=title)
        is_city = isinstance(group.heading, str) and group.heading
        own = self.voice.source(tag) if is_city else tag
        return SubheadBlock(
            anchor=anchor,
            title=title,
            heading=self.voice.in_each(
                (group_title(group, (each.words,)) for each in self.voice.voices), own, True
            ),
        )

    def times(self, entry: Entry, tag: Tag) -> tuple[Inline, ...]:
        """When a listing is open on the day under which its row stands; words of the editor's own stand with the listing."""
        return self.voice.in_each((times_text(entry, each.words) for each in self.voice.voices), tag)


def group_title(group: Group, languages: Iterable[Words]) -> str:
    """What a subheading says, in one language or in two."""
    return one_text(*(heading_text(group.heading, words) for words in languages))


def heading_text(heading: str | int, words: Words) -> str:
    """A city or a day as a subheading says it."""
    if isinstance(heading, str):
        return heading or words.anywhere
    said = {
        ALWAYS: words.day_and_night,
        EVERY_DAY: words.hours.every_day,
        BY_APPOINTMENT: words.hours.by_appointment,
        CALL_FIRST: words.call_before,
    }
    return capitalise(said.get(heading) or words.hours.days[heading])


def times_text(entry: Entry, words: Words) -> str:
    """The times of a row in words, the day first."""
    rules = (
        each if each.comment.lower() == ENGLISH_HOURS.by_appointment else replace(each, comment="")
        for each in entry.times
    )
    return "; ".join(hours_lines(OpeningHours(text="", rules=tuple(dict.fromkeys(rules))), words.hours))
