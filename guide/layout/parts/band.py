"""A band in the accent across a sheet: which edition this is, who hands it out, and white cuts that count the edition."""

from guide.language.words import Words
from guide.layout.pages import ACCENT, WHITE, Area, Box
from guide.layout.parts.base import Items, Part, in_white
from guide.layout.tags import Tag
from guide.layout.type.fonts import CAP_HEIGHT
from guide.layout.type.inline import Fragment, Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import edition_words
from guide.model import Guide

MOST_CUTS = 6  # of an edition with a higher number words alone speak: nobody counts seven
CUT, PITCH = 4, 16  # width of a cut; from one to the next
INSET, BETWEEN = 10, 12  # at the ends of the band, and between its words
SIZE = 13


def cuts(
    number: int, right: float, top: float, height: float, width: float = CUT, pitch: float = PITCH
) -> Items:
    """White cuts through a band that ends at `right`, one for each edition so far."""
    count = number if number <= MOST_CUTS else 0
    return [Box(right - place * pitch - width, top, width, height, WHITE) for place in range(1, count + 1)]


def cuts_width(number: int, width: float = CUT, pitch: float = PITCH) -> float:
    """How much of a band its cuts take at the right."""
    return number * pitch + width if number <= MOST_CUTS else 0


class Band(Part):
    """The band: the edition with its month at the left, the publisher with the number at the right, where there is room."""

    def __init__(
        self, guide: Guide, words: Words, setter: Setter, tag: Tag, frame: Area, size: float = SIZE
    ) -> None:
        super().__init__(setter, words, tag)
        self.size = size
        self.guide = guide
        self.frame = frame
        self.right = frame.x + frame.width - INSET - cuts_width(guide.edition.number)
        room = self.right - frame.x - INSET
        self.edition = next_that_fits(edition_texts(guide, words), setter, room, size)
        room -= setter.width(self.edition, size, True) + BETWEEN
        self.publisher = next_that_fits((*publisher_texts(guide), ""), setter, room, size)

    @property
    def names_publisher(self) -> bool:
        """Whether the publisher's name stands in it."""
        return bool(self.guide.publisher.name) and self.publisher.startswith(self.guide.publisher.name)

    def items(self) -> Items:
        """What the band shows."""
        x, y, width, height = self.frame
        items: Items = [Box(x, y, width, height, ACCENT)]
        items += cuts(self.guide.edition.number, x + width, y, height)
        baseline = y + height / 2 + CAP_HEIGHT * self.size / 2
        start = self.right - self.setter.width(self.publisher, self.size, True)
        own = self.guide.foreign if self.names_publisher else ""
        for text, at, language in ((self.edition + " ", x + INSET, ""), (self.publisher, start, own)):
            if text:
                tag = Tag("P", self.root, language=language)
                items += white_line(text, at, baseline, self.setter, tag, self.size)
        return items


def white_line(
    text: str, x: float, baseline: float, setter: Setter, tag: Tag | None, size: float = SIZE
) -> Items:
    """A line in white and bold."""
    return in_white(setter.place([Fragment(Inline(text, tag, True), text)], x, baseline, size))


def edition_texts(guide: Guide, words: Words) -> tuple[str, ...]:
    """ "Teal edition 3, November 2026" and shorter forms of it, the longest first."""
    texts = [
        edition_words(guide, words, short, coloured) for coloured in (True, False) for short in (False, True)
    ]
    return (*dict.fromkeys(texts), words.hours.month_of(guide.edition.date, True))


def publisher_texts(guide: Guide) -> tuple[str, ...]:
    """The publisher with the number, and what is left where there is less room."""
    publisher = guide.publisher
    number = publisher.phone.printed if publisher.phone else ""
    both = " ".join(filter(None, (publisher.name, number)))
    return tuple(dict.fromkeys(filter(None, (both, publisher.name, number))))


def next_that_fits(texts: tuple[str, ...], setter: Setter, room: float, size: float = SIZE) -> str:
    """The first of some texts that has room in bold, or else the last."""
    return next((text for text in texts if setter.width(text, size, True) <= room), texts[-1])
