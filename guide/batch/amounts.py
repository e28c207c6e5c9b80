"""How much there is of a listing, before it is set: the letters of its texts, and what stands about them.

It says with how many listings a search for those that a page holds begins, and follows from the guide alone, so that the
search goes the same way whatever was made before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from guide.layout.type.coverage import texts_in
from guide.model import Guide, Listing

LISTING, SECTION = 100, 600  # letters that would take as much room as the name of one, and what is about it
NOT_PRINTED = frozenset(
    ("id", "services", "audience", "verified_by", "source", "print_reason", "checks_off", "untranslated")
)


def amount_of(listing: Listing) -> int:
    """How much there is of a listing, in letters."""
    printed = (getattr(listing, field.name) for field in fields(listing) if field.name not in NOT_PRINTED)
    return LISTING + sum(len(text) for value in printed for text in texts_in(value))


class Amounts:
    """How much there is of the listings of a guide; each is counted when it is first asked for."""

    def __init__(self, guide: Guide) -> None:
        self.listings = {listing.id: listing for listing in guide.listings}
        self.sections = {
            listing.id: number
            for number, section in enumerate(guide.sections)
            for listing in section.listings
        }
        self.known: dict[str, int] = {}

    def of(self, id: str) -> int:
        """How much there is of a listing."""
        found = self.known.get(id)
        if found is None:
            found = self.known[id] = amount_of(self.listings[id])
        return found

    def sums(self, ids: Iterable[str]) -> Iterator[int]:
        """Yield how much there is of the first of some listings, of the first two, and so on, with the openings of their sections."""
        opened: set[int] = set()
        total = 0
        for id in ids:
            section = self.sections[id]
            total += self.of(id) + SECTION * (section not in opened)
            opened.add(section)
            yield total


class Sums:
    """How much there is of the first listings of a wish, so many; counted as far as it is asked for."""

    def __init__(self, amounts: Amounts, ids: Sequence[str]) -> None:
        self.coming = amounts.sums(ids)
        self.known = [0]

    def of(self, count: int) -> int:
        """How much there is of the first, so many."""
        while len(self.known) <= count:
            self.known.append(next(self.coming))
        return self.known[count]

    def count(self, amount: float) -> int:
        """How many of the first are no more than an amount."""
        while self.known[-1] <= amount and (more := next(self.coming, None)) is not None:
            self.known.append(more)
        return bisect_right(self.known, amount) - 1
