"""The offices of an organization: equal ones become one, what is so at all of them moves up, one alone goes into the listing."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from guide.content.edit import Plain
from guide.exchange.items import Item
from guide.exchange.shape.keys import CONTACT, OFFICE_KEYS, PLACE_KEYS, UP, flat, in_order, words_of
from guide.exchange.shape.names import office_name
from guide.exchange.shape.parts import (
    Part,
    absorb,
    folded,
    identity,
    items_of,
    joined_doubts,
    less,
    only,
    part_of,
    same,
    without,
)
from guide.exchange.shape.places import house_of, short_place

COMMON = ("email", "website", "hours", "languages", "accessibility", "transportation", "verified")
OF_SOME = ("email", "website")  # common to all that have one
SAID_ABOVE = (*CONTACT, "hours", "languages", "accessibility", "transportation", "verified")


class Site(NamedTuple):
    """An office, and by what it is known: an organization's services name their offices."""

    part: Part
    known_as: frozenset[str] = frozenset()


def known_as(item: Item) -> frozenset[str]:
    """By what an office is known: its key, else its row; an address alone by nothing."""
    return frozenset([item.key or str(item.rows[0])]) if item.rows else frozenset()


def own_site(item: Item) -> list[Site]:
    """The office of which an item itself gives the address, if it does."""
    place = only(Part(dict(item.values)), PLACE_KEYS)
    found = [Site(place)] if place.values else []
    more = (each for each in items_of(item.values.get("locations")) if isinstance(each, dict))
    return [*found, *(Site(Part(each)) for each in more)]


def sites_in(location: Item) -> Iterator[Site]:
    """Yield the office of a location, and one for each further address of it."""
    names = known_as(location)
    yield Site(without(part_of(location), ["locations"]), names)
    for each in location.locations:
        yield from (Site(site.part, site.known_as | names) for site in sites_in(each))


def same_place(one: Part, other: Part) -> bool:
    """Whether two offices can be one: in one house, or one says nothing that the other does not."""
    names = {folded(flat(each.values["name"])) for each in (one, other) if each.values.get("name")}
    if len(names) > 1:
        return False
    house = house_of(one.values.get("address"))
    if house:
        return house == house_of(other.values.get("address"))
    if house_of(other.values.get("address")):
        return False
    return is_within(one, other) or is_within(other, one)


def is_within(one: Part, other: Part) -> bool:
    """Whether all that an office says is said by another."""
    return all(same(key, value, other.values.get(key)) for key, value in one.values.items())


def merged(one: Part, other: Part) -> Part | None:
    """Two offices in one place as one; None where they say different things."""
    found, rest = absorb(one, other)
    if rest.keys() - {"address", "latitude", "longitude"}:
        return None
    address = max((each.values.get("address", "") for each in (one, other)), key=len)
    return found._replace(values={**found.values, **({"address": address} if address else {})})


def merge_sites(sites: Iterable[Site]) -> list[Site]:
    """The offices, of equal ones one."""
    found: list[Site] = []
    by_house: defaultdict[str, list[int]] = defaultdict(list)
    for site in sites:
        house = house_of(site.part.values.get("address"))
        for place in by_house[house]:
            if same_place(found[place].part, site.part) and (one := merged(found[place].part, site.part)):
                found[place] = Site(one, found[place].known_as | site.known_as)
                break
        else:
            by_house[house].append(len(found))
            found.append(site)
    return found


def named(sites: Sequence[Site], organizations: Sequence[str]) -> list[Site]:
    """The offices by their own names, without their organization's."""
    return [site._replace(part=with_name(site.part, office_name(flat(site.part.values.get("name", "")), organizations))) for site in sites]  # fmt: skip


def with_name(part: Part, name: str) -> Part:
    """An office with a name, or without one."""
    rest = without(part, ["name"])
    return rest._replace(values={"name": name, **rest.values}) if name else rest


def told_apart(sites: Sequence[Site], used: Collection[str]) -> list[Site]:
    """The offices, each that a service names with a name of its own: its city's where no other is there, else its street's."""
    cities = Counter(each for site in sites for each in short_place(site.part.values.get("address"))[:1])
    taken: set[str] = set()
    found = []
    for number, site in enumerate(sites, 1):
        if own := flat(site.part.values.get("name", "")):
            name = next(
                each
                for each in (own, *with_street(own, site), f"{own} {number}")
                if folded(each) not in taken
            )
        elif site.known_as & set(used):
            places = short_place(site.part.values.get("address")) or [f"Office {number}"]
            wanted = sorted(places, key=lambda each: cities[each] > 1)
            name = next((each for each in wanted if folded(each) not in taken), f"{places[0]} {number}")
        else:
            name = ""
        taken.add(folded(name))
        found.append(site._replace(part=with_name(site.part, name)))
    return found


def with_street(name: str, site: Site) -> Iterator[str]:
    """Yield the name of an office with its street, where it has one: two branches of one name."""
    address = site.part.values.get("address")
    street = flat(address.get("address_1", "")) if isinstance(address, dict) else ""
    if street:
        yield f"{name}, {street}"


# --- what is so at all of them ------------------------------------------------------------------------


def raise_common(own: Part, offices: Sequence[Part]) -> tuple[Part, list[Part]]:
    """(the whole with what is so at all of its offices, the offices without what is said there)."""
    if len(offices) > 1:
        values = dict(own.values)
        phones = common_phones(offices)
        if phones:
            values["phones"] = [*items_of(values.get("phones")), *(each for each in phones if identity("phones", each) not in {identity("phones", one) for one in items_of(values.get("phones"))})]  # fmt: skip
        for key in COMMON:
            common = common_value(key, offices)
            if common and not values.get(key):
                values[key] = common
        own = own._replace(values=values)
    return own, [less(each, own.values, SAID_ABOVE) for each in offices]


def common_phones(offices: Sequence[Part]) -> list[Plain]:
    """The numbers of all offices that have any, if there are two."""
    having = [items_of(each.values["phones"]) for each in offices if each.values.get("phones")]
    if len(having) < 2:
        return []
    in_all = set.intersection(*({identity("phones", each) for each in phones} for phones in having))
    return [each for each in having[0] if identity("phones", each) in in_all]


def common_value(key: str, offices: Sequence[Part]) -> "Plain | None":
    """The value that all offices have; of addresses all that have one, if they are two."""
    found = [each.values[key] for each in offices if each.values.get(key)]
    if len(found) < (2 if key in OF_SOME else len(offices)):
        return None
    return found[0] if all(same(key, found[0], each) for each in found) else None


# --- in the listing -----------------------------------------------------------------------------------


def with_offices(own: Part, offices: Sequence[Part]) -> Part:
    """The whole with its offices, as content has them: one alone by its address, its values in the listing itself."""
    if len(offices) == 1:
        own, rest = fold(own, offices[0])
        offices = [rest] if rest.values.keys() - {"address"} else []
        if rest.values and not offices:
            return own._replace(values={**own.values, "address": rest.values["address"]})
    own, offices = raise_common(own, offices)
    if len(offices) > 1:
        own = spilled(own, offices)
    values, doubts = dict(own.values), dict(own.doubts)
    kept = [only(each, OFFICE_KEYS) for each in offices]
    places = [each for each in kept if each.values]
    for number, each in enumerate(places):
        doubts |= {(f"locations/{number}/{key}" if key in each.values else f"locations/{number}/{next(iter(in_order(each.values, OFFICE_KEYS)))}"): text for key, text in each.doubts.items()}  # fmt: skip
    for each in kept:
        doubts = doubts if each.values else joined_doubts(doubts, {"name": "\n".join(each.doubts.values())})
    if places:
        values["locations"] = [in_order(each.values, OFFICE_KEYS) for each in places]
    return Part(values, doubts)


def fold(own: Part, office: Part) -> tuple[Part, Part]:
    """(the listing with what its only office says, what of that office has to stand alone)."""
    place = only(office, (*PLACE_KEYS, "name"))
    found, rest = absorb(own, without(office, (*PLACE_KEYS, "name")))
    kept = {key: value for key, value in rest.items() if key in OFFICE_KEYS}
    found = with_words(found, words_of(rest, [key for key in rest if key not in OFFICE_KEYS]))
    return found, Part({**place.values, **kept})


def spilled(own: Part, offices: Sequence[Part]) -> Part:
    """The whole with what its offices say that no office can: topics and areas, and the rest in its text."""
    for each in offices:
        own, _ = absorb(own, Part({key: each.values[key] for key in UP if key in each.values}))
        if meetings := items_of(each.values.get("meetings")):
            at = [{**one, "location": each.values["name"]} if "name" in each.values and isinstance(one, dict) else one for one in meetings]  # fmt: skip
            own, _ = absorb(own, Part({"meetings": list(at)}))
    beyond = [key for each in offices for key in each.values if key not in (*OFFICE_KEYS, *UP, "meetings")]
    for key in dict.fromkeys(beyond):
        said = [each.values.get(key) for each in offices]
        if said[0] and not own.values.get(key) and all(same(key, said[0], each) for each in said):
            own = own._replace(values={**own.values, key: said[0]})
    for each in offices:
        keys = [key for key in dict.fromkeys(beyond) if key in each.values and not same(key, each.values[key], own.values.get(key))]  # fmt: skip
        name = next(iter([flat(each.values["name"])] if "name" in each.values else short_place(each.values.get("address"))), "")  # fmt: skip
        text = words_of(each.values, keys)
        own = with_words(own, f"**{name}:** {text}" if name and text else text)
    return own


def with_words(part: Part, text: str) -> Part:
    """A part with a further paragraph in its text."""
    return absorb(part, Part({"description": text}))[0] if text else part
