"""Listings that may be one: by their names, numbers and streets."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.exchange.items import Item
from guide.exchange.shape.keys import PROGRAMS, flat
from guide.exchange.shape.parts import folded, identity, items_of
from guide.exchange.shape.places import addresses_in, city_of, house_of

NEAR, ALIKE = 92, 80  # of 100: names that differ by a slip; names of one house with one number
MOST = 40  # listings with one number: more of them are branches
LEAST_DIGITS = 7


class Pair(NamedTuple):
    """Two listings by their places in a list, and why they may be one."""

    first: int
    later: int
    why: str


class Traits(NamedTuple):
    """What listings are compared by."""

    name: str
    phones: frozenset[str]
    houses: frozenset[str]
    city: str


def traits_of(listing: Item) -> Traits:
    """The traits of a listing."""
    values = listing.values
    places = (values, *items_of(values.get("locations")), *items_of(values.get(PROGRAMS)))
    phones = (each for place in places if isinstance(place, dict) for each in items_of(place.get("phones")))
    numbers = frozenset(identity("phones", each) for each in phones)
    return Traits(
        " ".join(
            word
            for word in folded(flat(values["name"])).split()
            if word not in ("the", "inc", "llc", "of", "and")
        ),
        frozenset(each for each in numbers if sum(map(str.isdigit, each)) >= LEAST_DIGITS),
        frozenset(filter(None, map(house_of, map(dict, addresses_in(values))))),
        folded(city_of(values)),
    )


def find_duplicates(listings: Sequence[Item]) -> list[Pair]:
    """The pairs that may be one, each later listing once."""
    traits = [traits_of(each) for each in listings]
    found: dict[int, Pair] = {}
    for first, later in sorted(candidates(traits)):
        if later not in found and (why := why_same(traits[first], traits[later])):
            found[later] = Pair(first, later, why)
    return [found[later] for later in sorted(found)]


def candidates(traits: Sequence[Traits]) -> set[tuple[int, int]]:
    """The pairs that share a number, a house, or a name but for a slip in one of its halves."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(traits):
        for block in blocks_of(each):
            blocks[block].append(place)
    return {
        (first, later)
        for places in blocks.values()
        if 1 < len(places) <= MOST
        for number, first in enumerate(places)
        for later in places[number + 1 :]
    }


def blocks_of(traits: Traits) -> Iterator[str]:
    """Yield what listings are put together by, to be compared."""
    yield from (f"phone {each}" for each in traits.phones)
    yield from (f"house {each}" for each in traits.houses)
    letters = "".join(sorted(traits.name.split()))
    if letters:
        half = (len(letters) + 1) // 2
        yield f"begins {letters[:half]}"
        yield f"ends {letters[-half:]}"


def why_same(one: Traits, other: Traits) -> str:
    """Why two listings may be one, "" if they are not: branches have one name and different houses."""
    from rapidfuzz import fuzz  # only imports compare names

    likeness = fuzz.token_sort_ratio(one.name, other.name) if one.name and other.name else 0
    phone, house = bool(one.phones & other.phones), bool(one.houses & other.houses)
    if one.houses and other.houses and not house:
        return ""
    digits = [word for word in one.name.split() if word.isdigit()] == [word for word in other.name.split() if word.isdigit()]  # fmt: skip
    if likeness < ALIKE or not digits:
        return ""
    shared = [word for word, is_so in (("number", phone), ("street", house)) if is_so]
    if len(shared) == 2 or likeness >= NEAR and (shared or one.city == other.city):
        return " and ".join([*(["name"] if likeness >= NEAR else ["like name"]), *shared])
    return ""
