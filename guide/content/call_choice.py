"""Which calls a call sheet is for: those of stale listings, of some sections, of one volunteer; and their order."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from guide.errors import GuideError
from guide.expressions import expression
from guide.model import Guide, Listing, Section
from guide.problems.content import UNKNOWN_SECTION
from guide.reading.fields import closest

PART = expression(r" *([0-9]{1,4}) */ *([0-9]{1,4}) *", re.ASCII)


class Part(NamedTuple):
    """Which of how many volunteers, counted from 1."""

    number: int
    of: int

    def has(self, number: int) -> bool:
        """Whether a listing is this volunteer's, by its number in the guide.

        They are dealt out one after the other like cards, whatever else is chosen: so a listing stays with its volunteer
        while others are checked, and no two call the same.
        """
        return (number - self.number) % self.of == 0


class CallChoice(NamedTuple):
    """Which listings to call; all where nothing is said."""

    stale_on: date | None = None  # only those that are stale on this day, or were never verified
    sections: tuple[str, ...] = ()  # only those of these sections, each by its id or title
    part: Part | None = None  # only those of one volunteer
    by_number: bool = False  # in the order of the guide; else who was never verified first, then the oldest


def read_part(text: str) -> Part:
    """A part such as 2/5; ValueError, which says what is wrong, where it is none."""
    match = PART.fullmatch(text)
    if not match:
        raise ValueError(f"{text} is no part; write which of how many, as in 2/5.")
    part = Part(int(match[1]), int(match[2]))
    if not part.of:
        raise ValueError(f"{text} is no part; divide the calls among 1 volunteer or more, as in 2/5.")
    if not 1 <= part.number <= part.of:
        raise ValueError(
            f"{text} is no part; the first of {part.of} is 1/{part.of}, the last {part.of}/{part.of}."
        )
    return part


def chooser(choice: CallChoice, guide: Guide) -> Callable[[int, Section, Listing], bool]:
    """Whether a listing with a number in a section is to be called; GuideError that names every section there is not."""
    wanted = find_sections(guide, choice.sections)

    def is_chosen(number: int, section: Section, listing: Listing) -> bool:
        return (
            (not choice.sections or section.id in wanted)
            and (choice.part is None or choice.part.has(number))
            and (choice.stale_on is None or is_stale(listing, guide, choice.stale_on))
        )

    return is_chosen


def is_stale(listing: Listing, guide: Guide, today: date) -> bool:
    """Whether nobody has ever verified a listing, or not lately enough, or only on a day that has not come yet."""
    day = listing.verified
    return day is None or day > today or not guide.freshness.is_good(day, today)


def find_sections(guide: Guide, names: Iterable[str]) -> frozenset[str]:
    """The ids of the sections with these ids or titles; GuideError that names every one there is not."""
    found: set[str] = set()
    problems = []
    for name in names:
        ids = {section.id for section in guide.sections if plain(name) in names_of(section)}
        found |= ids
        if not ids:
            near = closest(name, (each for section in guide.sections for each in (section.title, section.id)))
            there = "; ".join(section.title for section in guide.sections)
            problems.append(UNKNOWN_SECTION.at(guide.mark, name=name, near=near, sections=there))
    if problems:
        raise GuideError(problems)
    return frozenset(found)


def names_of(section: Section) -> Iterator[str]:
    """Yield what a section may be called by."""
    yield plain(section.id)
    yield plain(section.title)


def plain(name: str) -> str:
    """A name without the differences that nobody types: capitals and spaces."""
    return " ".join(name.casefold().split())


def choice_words(choice: CallChoice, guide: Guide) -> str:
    """ "stale; section Food; part 2 of 5": what was chosen, nothing where all are called."""
    wanted = find_sections(guide, choice.sections)
    titles = [section.title for section in guide.sections if section.id in wanted]
    words = ["stale or never checked"] if choice.stale_on else []
    words += [("section " if len(titles) == 1 else "sections ") + ", ".join(titles)] if titles else []
    words += [f"part {choice.part.number} of {choice.part.of}"] if choice.part else []
    return "; ".join(words)
