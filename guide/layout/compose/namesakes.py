"""Listings of one name told apart where only names stand: by city, else street, section, or number.

Nothing but what is printed of a listing anyway tells it apart: of a confidential address that is its city.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from guide.language.both import Both
from guide.language.words import words_in
from guide.model import Address, Guide, Listing, ServiceArea

Place = Address | ServiceArea

NOWHERE = Address()


def full_name(listing: Listing) -> str:
    """The name with its short form, as contents and index print it."""
    return f"{listing.name} ({listing.short_name})" if listing.short_name else listing.name


def place_of(listing: Listing) -> Place:
    """The first address that names a city, or else the first place that it serves, or a place of no name."""
    addresses: list[Place] = [location.address for location in listing.locations if location.address]
    return next((place for place in addresses + [*listing.service_areas] if place.city), NOWHERE)


def street_of(place: Place) -> str:
    """The street, or the box, of a place that tells it to everybody."""
    if not isinstance(place, Address) or place.confidential:
        return ""
    return place.address_1 or place.po_box


class Namesakes:
    """Tells the listings of a guide apart; `numbers` by id, where they are not those of this guide alone."""

    def __init__(self, guide: Guide, numbers: Mapping[str, int] | None = None) -> None:
        self.guide = guide
        self.language = guide.source_language or guide.language  # of names
        self.numbers = numbers or guide.entries
        self.listings = {listing.id: listing for listing in guide.listings}

    def names(self, name_of: Callable[[Listing], str]) -> dict[str, str]:
        """{id: name}, `name_of(listing)` each, and behind those that are not alone what tells them apart."""
        ids = list(self.listings)
        return dict(zip(ids, self.apart([(name_of(self.listings[id]), id) for id in ids])))

    def apart(self, named: Sequence[tuple[str, str]], places: Sequence[Place] | None = None) -> list[str]:
        """Texts, each (text, id), with what tells a listing apart behind those that several listings share.

        `places`: the place that each speaks of, where its city stands in the text already; else the first of its listing.
        """
        texts, keys = [text for text, _ in named], [_alike(text) for text, _ in named]
        if len(set(keys)) == len(keys):
            return texts
        sharing: dict[str, dict[str, Place]] = {}
        for place, (key, (_, id)) in enumerate(zip(keys, named)):
            sharing.setdefault(key, {}).setdefault(
                id, places[place] if places else place_of(self.listings[id])
            )
        marks = {
            key: self.marks(ids, with_city=places is None) for key, ids in sharing.items() if len(ids) > 1
        }
        return [
            text + "".join(f", {mark}" for mark in marks.get(key, {}).get(id, ()))
            for key, (text, id) in zip(keys, named)
        ]

    def marks(self, places: Mapping[str, Place], with_city: bool = True) -> dict[str, tuple[str, ...]]:
        """{id: what tells it from the others}, given the place of each by its id."""
        cities = {id: place.city for id, place in places.items()}
        states = {id: place.state_province for id, place in places.items()}
        streets = {id: street_of(place) for id, place in places.items()}
        numbers = {id: self.number_of(id) for id in places}
        found: dict[str, tuple[str, ...]] = {id: () for id in places}
        groups = [list(places)]
        for marks in (cities, states, streets, self.sections, numbers):
            alike: list[list[str]] = []  # groups that this does not tell apart
            for group in groups:
                by_mark = _by_mark(group, marks)
                if marks is states and "" in by_mark:
                    by_mark = {"": group}  # to leave a state out tells nothing
                tells = with_city if marks is cities else len(by_mark) > 1
                if tells:
                    found |= {id: (*found[id], marks[id]) for id in group if marks.get(id)}
                alike += [ids for ids in by_mark.values() if len(ids) > 1]
            groups = alike
        return found

    @cached_property
    def sections(self) -> dict[str, str]:
        """{id: title of its section}, where titles are in the language of names alone; else {}."""
        if self.language != self.guide.language:
            return {}
        return {
            listing.id: section.title
            for section in self.guide.sections
            if not isinstance(section.title, Both)
            for listing in section.listings
        }

    def number_of(self, id: str) -> str:
        return words_in(self.language).listing_single.format(first=self.numbers[id])


def _by_mark(ids: Iterable[str], marks: Mapping[str, str]) -> dict[str, list[str]]:
    """Ids by what marks them, "" where nothing does."""
    found: dict[str, list[str]] = {}
    for id in ids:
        found.setdefault(_alike(marks.get(id, "")), []).append(id)
    return found


def _alike(text: str) -> str:
    """What two texts have in common that a reader takes for one."""
    return " ".join(text.casefold().split())
