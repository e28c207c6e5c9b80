"""A guide as it is offered to editions: what is asked of it for each choice is found out once."""

from collections.abc import Callable, Container, Sequence
from functools import cached_property

from guide.content.choose.current import current
from guide.content.choose.rules import folded, languages_of, neighborhood_of, places, speaks
from guide.expressions import expression
from guide.model import Address, Guide, Section, ServiceArea, find_mentions

WORD = expression(r"[^\W\d]+")
EXACT = ("section", "listing", "page")  # whose words are ids, written in one way


class Offer:
    """A guide with what choosing needs to know of it; many editions may be chosen from one."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self._words: dict[str, Sequence[str]] = {}  # that listings have, by what kind they are
        self._known: dict[str, Container[str]] = {}  # the same as they are compared

    @cached_property
    def current(self) -> Guide:
        """The guide as it is on its day."""
        return current(self.guide)

    @cached_property
    def names(self) -> dict[str, str]:
        """{id: name} of every listing."""
        return {listing.id: listing.name for listing in self.current.listings}

    @cached_property
    def speaking(self) -> frozenset[str]:
        """The listings, by id, in whose texts others are mentioned."""
        return frozenset(each.id for each in self.current.listings if any(find_mentions(each.prose)))

    @cached_property
    def _homes(self) -> dict[str, int]:
        """{id of a listing: the index of its section}."""
        sections = enumerate(self.current.sections)
        return {listing.id: index for index, section in sections for listing in section.listings}

    def sections_with(self, ids: Sequence[str]) -> tuple[Section, ...]:
        """The sections in which one of these listings stands, and those of references alone; all where there are no ids."""
        sections = self.current.sections
        if not ids:
            return sections
        wanted = {self._homes[id] for id in ids if id in self._homes}
        return tuple(each for index, each in enumerate(sections) if index in wanted or not each.listings)

    def has(self, kind: str, word: str) -> bool:
        """Whether there is an id, a topic, a group or the like."""
        if kind == "language":
            return any(speaks(listing, word) for listing in self.guide.listings)
        known = self._known.get(kind)
        if known is None:
            words = self.words_of(kind)
            known = self._known[kind] = set(words) if kind in EXACT else folded(words)
        return (word if kind in EXACT else word.casefold()) in known

    def words_of(self, kind: str) -> Sequence[str]:
        """The words of a kind that there are."""
        words = self._words.get(kind)
        if words is None:
            words = self._words[kind] = WORDS[kind](self.guide)
        return words


WORDS: dict[str, Callable[[Guide], list[str]]] = {
    "section": lambda guide: [section.id for section in guide.sections],
    "listing": lambda guide: [listing.id for listing in guide.listings],
    "page": lambda guide: [page.id for page in guide.own_pages],
    "topic": lambda guide: [word for listing in guide.listings for word in listing.services],
    "audience": lambda guide: [word for listing in guide.listings for word in listing.audience],
    "city": lambda guide: [place.city for place in _everywhere(guide)],
    "neighborhood": lambda guide: [neighborhood_of(place) for place in _everywhere(guide)],
    "neighborhood or city": lambda guide: [
        name for place in _everywhere(guide) for name in (neighborhood_of(place), place.city)
    ],
    "state": lambda guide: [place.state_province for place in _everywhere(guide)],
    "postal code": lambda guide: [
        location.address.postal_code
        for listing in guide.listings
        for location in listing.locations
        if location.address
    ],
    "language": lambda guide: [
        word for listing in guide.listings for word in WORD.findall(languages_of(listing))
    ],
}


def _everywhere(guide: Guide) -> list[Address | ServiceArea]:
    """The places of all listings."""
    return [place for listing in guide.listings for place in places(listing)]
