"""Listings of one name told apart where only names stand: by city, else street, section, or number.

Nothing but what is printed of a listing anyway tells it apart: of a confidential address that is its city.
"""

from functools import cached_property

from guide.language.both import Both
from guide.language.words import words_in
from guide.model import Address

NOWHERE = Address()


def full_name(listing):
    """The name with its short form, as contents and index print it."""
    return f"{listing.name} ({listing.short_name})" if listing.short_name else listing.name


def number_listings(guide):
    """{id: number}, in the order of the guide."""
    return {listing.id: number for number, listing in enumerate(guide.listings, 1)}


def place_of(listing):
    """The first address that names a city, or else the first place that it serves, or that says nothing."""
    addresses = [location.address for location in listing.locations if location.address]
    return next((place for place in (*addresses, *listing.service_areas) if place.city), NOWHERE)


def street_of(place):
    """The street, or the box, of a place that says so to everybody."""
    if not isinstance(place, Address) or place.confidential:
        return ""
    return place.address_1 or place.po_box


class Namesakes:
    """Tells the listings of a guide apart; `numbers` by id, where they are not those of this guide alone."""

    def __init__(self, guide, numbers=None):
        self.guide = guide
        self.language = guide.source_language or guide.language  # of names
        self.numbers = numbers or number_listings(guide)
        self.listings = {listing.id: listing for listing in guide.listings}

    def names(self, name_of):
        """{id: name}, `name_of(listing)` each, and behind those that are not alone what tells them apart."""
        ids = list(self.listings)
        return dict(zip(ids, self.apart([(name_of(self.listings[id]), id) for id in ids])))

    def apart(self, named, places=None):
        """Texts, each (text, id), with what tells a listing apart behind those that several listings share; list of str.

        `places`: the place that each speaks of, where its city stands in the text already; else the first of its listing.
        """
        texts, keys = [text for text, _ in named], [_alike(text) for text, _ in named]
        if len(set(keys)) == len(keys):
            return texts
        sharing = {}
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

    def marks(self, places, with_city=True):
        """{id: what tells it from the others}, given the place of each by its id; values are tuples of str."""
        cities, sections = {id: place.city for id, place in places.items()}, self.sections
        states = {id: place.state_province for id, place in places.items()}
        found, groups = {id: () for id in places}, [list(places)]
        for says in (cities.get, states.get, lambda id: street_of(places[id]), sections.get, self.number_of):
            parted = []
            for group in groups:
                parts = _parts(group, says)
                if says == states.get and "" in parts:
                    parts = {"": group}  # to leave a state out tells nothing
                if says == cities.get and with_city or says != cities.get and len(parts) > 1:
                    found |= {id: (*found[id], says(id)) for id in group if says(id)}
                parted += [part for part in parts.values() if len(part) > 1]
            groups = parted
        return found

    @cached_property
    def sections(self):
        """{id: title of its section}, where titles are in the language of names alone; else {}."""
        if self.language != self.guide.language:
            return {}
        return {
            listing.id: section.title
            for section in self.guide.sections
            if not isinstance(section.title, Both)
            for listing in section.listings
        }

    def number_of(self, id):
        return words_in(self.language).listing_single.format(first=self.numbers[id])


def _parts(group, says):
    """Ids by what is said of them; {text: list of ids}."""
    parts = {}
    for id in group:
        parts.setdefault(_alike(says(id) or ""), []).append(id)
    return parts


def _alike(text):
    """What two texts have in common that a reader takes for one."""
    return " ".join(text.casefold().split())
