"""Ids of listings and sections: made of names, one of each, the same at every import."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b

from guide.exchange.items import Item
from guide.exchange.shape.keys import flat
from guide.exchange.shape.places import city_of

LONGEST = 48  # letters
OTHERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "&": " and ", "+": " plus ", "@": " at ", "'": "", "\u2019": ""})  # fmt: skip


def slug(text: str) -> str:
    """A text as an id: small letters, digits and hyphens; of letters that are not Latin a digest."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(OTHERS))
    words = re.findall("[a-z0-9]+", "".join(each for each in plain if not unicodedata.combining(each)))
    letters = sum(map(str.isalpha, text))
    if sum(map(str.isalpha, "".join(words))) * 2 < letters or not words:
        return f"n{blake2b(text.encode(), digest_size=4).hexdigest()}"
    made: str = words[0][:LONGEST]
    for word in words[1:]:
        if len(made) + 1 + len(word) > LONGEST:
            break
        made = f"{made}-{word}"
    return made


def with_ids(listings: Sequence[Item]) -> list[Item]:
    """The listings, each with an id as its first value: of its name, then with its city, then with a number."""
    ids = unique_ids([(slug(flat(each.values["name"])), slug_of_city(each), each.key) for each in listings])
    return [replace(each, values={"id": own, **each.values}) for each, own in zip(listings, ids)]


def slug_of_city(listing: Item) -> str:
    """The slug of the city of a listing, "" where it has none."""
    city = city_of(listing.values)
    return slug(city) if city else ""


def unique_ids(wanted: Sequence[tuple[str, str, str]]) -> list[str]:
    """An id for each (slug of the name, slug of the city, key): listings of one name all have their city, in the order of their keys."""
    same: defaultdict[str, list[int]] = defaultdict(list)
    for place, (name, _, _) in enumerate(wanted):
        same[name].append(place)
    found = [name if len(same[name]) == 1 else "" for name, _, _ in wanted]
    taken = set(filter(None, found))
    for place in sorted(
        (each for each, own in enumerate(found) if not own), key=lambda each: (wanted[each][2], each)
    ):
        name, city, _ = wanted[place]
        found[place] = first_free(
            f"{name}-{city}" if city and f"-{city}-" not in f"-{name}-" else name, taken
        )
        taken.add(found[place])
    return found


def first_free(name: str, taken: Iterable[str]) -> str:
    """The name, or with the first number from 2 with which it is free."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
