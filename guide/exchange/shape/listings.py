"""Records become listings: an organization with its offices and services is one, or each of its services is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from guide.content.edit import Plain
from guide.exchange.drafts import Level
from guide.exchange.items import Item
from guide.exchange.ledger import LEFT_OUT, Ledger
from guide.exchange.mapping.model import SourceMapping
from guide.exchange.shape.keys import LISTING_KEYS, PLACE_KEYS, flat, in_order, words_of
from guide.exchange.shape.names import full_name, is_plain, means_nothing
from guide.exchange.shape.offices import (
    Site,
    known_as,
    merge_sites,
    named,
    own_site,
    sites_in,
    told_apart,
    with_offices,
    with_words,
)
from guide.exchange.shape.parts import (
    JOINED,
    ONE_OF_MANY,
    Part,
    absorb,
    folded,
    identity,
    items_of,
    part_of,
    same,
    tidy,
    without,
)
from guide.exchange.shape.places import place_words
from guide.exchange.shape.programs import Offer, Spot, offer_of, programs_of, with_programs
from guide.exchange.shape.telling import Teller, all_rows, teller

NO_NAME = "Name not known"
COORDINATES = {"latitude", "longitude"}
LENT = (("phones",), ("email", "emails"), ("website", "websites"), ("hours",), ("status",))
OWN_LISTING = frozenset(LISTING_KEYS) - frozenset(
    "id name short_name alternate_names former_names phones email website emails websites address locations hours verified languages status".split()
)  # what makes an organization a listing beside those of its services


def listings_of(item: Item, mapping: SourceMapping, ledger: Ledger) -> Iterator[Item]:
    """Yield the listings of a record; nothing of one that says nothing, whose rows are left out."""
    if not is_filled(item):
        ledger.settle(all_rows(item), LEFT_OUT, "nothing in it that can be printed")
    elif item.services and mapping.services == "listings":
        yield from apart(item, mapping.contact_order, ledger)
    else:
        yield inside(item, ledger)


def is_filled(item: Item) -> bool:
    """Whether a record, or anything that it has, says something."""
    return any(map(flat, item.values.values())) or any(map(is_filled, (*item.locations, *item.services)))


# --- an organization with all that it has -------------------------------------------------------------


class Served(NamedTuple):
    """A service of an organization, and its offices as they stand with it."""

    item: Item
    locations: tuple[Item, ...]


def services_of(item: Item) -> list[Served]:
    """The services of a record, and those of its offices; of an office that gives them what it is, not what it has."""
    own = [Served(each, each.locations) for each in item.services]
    for office in item.locations:
        place = replace(office, services=())
        own += [Served(each.item, (*each.locations, place)) for each in services_of(office)]
    nested = [each for service in item.services for each in services_of(service)]
    return [*(Served(replace(each.item, services=()), each.locations) for each in own), *nested]


def inside(item: Item, ledger: Ledger) -> Item:
    """A listing with its offices, and its services as programs."""
    tell = teller(item, ledger)
    services = services_of(item)
    own = with_name(without(part_of(item), (*PLACE_KEYS, "locations")), item, tell)
    sites = gathered(item, services)
    sites = named(with_coordinates(sites, tell), names_of(own))
    sites = merge_sites(sites)
    sites = told_apart(sites, used_places(services)) if len(sites) > 1 else plain_office(sites, tell)
    offers = [offer_of(each.item, list(spots_of(each, item, sites))) for each in services]
    own, offers = with_same_named(own, offers)
    made = with_offices(own, [each.part for each in sites])
    programs = [one for offer in offers for one in programs_of(offer, len(sites), tell)]
    made = with_programs(made, programs, [each.part for each in sites])
    return finished(item, made, categories_of(item, services))


def finished(item: Item, made: Part, categories: Iterable[str]) -> Item:
    """The listing of a record."""
    made = tidy(made)
    values = in_order(made.values, LISTING_KEYS)
    doubts = {(key if key.split("/")[0] in values else "name"): text for key, text in made.doubts.items()}
    return Item(
        level="listing",
        key=item.key,
        rows=tuple(all_rows(item)),
        values=values,
        doubts=doubts,
        categories=tuple(dict.fromkeys(categories)),
    )


def categories_of(item: Item, services: Iterable[Served]) -> Iterator[str]:
    """Yield the categories of a record, then those of its services."""
    yield from item.categories
    for each in services:
        yield from each.item.categories
    for office in item.locations:
        yield from office.categories


def names_of(own: Part) -> list[str]:
    """What an organization is called."""
    values = own.values
    return [
        flat(each) for key in ("name", "short_name", "alternate_names") for each in items_of(values.get(key))
    ]


def with_name(own: Part, item: Item, tell: Teller) -> Part:
    """A part with a name: where the source has none what comes nearest to one, told."""
    if own.values.get("name"):
        return own
    name = next(filter(None, possible_names(item)), NO_NAME)
    tell.told("no name in the source", "", name)
    return Part({**own.values, "name": name}, {**own.doubts, "name": "\n".join(filter(None, ("the source has no name", own.doubts.get("name", ""))))})  # fmt: skip


def possible_names(item: Item) -> Iterator[str]:
    """Yield what a record without a name may be called."""
    for key in ("short_name", "alternate_names", "former_names"):
        yield from map(flat, items_of(item.values.get(key)))
    for each in (*item.services, *item.locations):
        yield flat(each.values.get("name", ""))
    for key in ("website", "email"):
        yield flat(item.values.get(key, "")).split("//")[-1].split("@")[-1].split("/")[0]
    address = item.values.get("address")
    yield flat(address.get("address_1", "")) if isinstance(address, dict) else ""


def gathered(item: Item, services: Iterable[Served]) -> list[Site]:
    """The offices of a record, and those that its services alone name."""
    sites = [*own_site(item), *(site for each in item.locations for site in sites_in(each))]
    known = {name for site in sites for name in site.known_as}
    for service in services:
        own = own_site(service.item)
        sites += [site._replace(known_as=service_place(service.item)) for site in own]
        for each in service.locations:
            if not known & known_as(each) or not each.rows:
                sites += sites_in(each)
                known |= known_as(each)
    return sites


def used_places(services: Iterable[Served]) -> set[str]:
    """By what the offices are known that services name."""
    found = {name for each in services for office in each.locations for name in known_as(office)}
    return found.union(*(service_place(each.item) for each in services))


def plain_office(sites: Sequence[Site], tell: Teller) -> list[Site]:
    """The only office without a name that tells it from others: "Main office", or its city's."""
    found = []
    for site in sites:
        name = name_of(site)
        if name and is_plain(name, place_words(site.part.values.get("address"))):
            tell.told("name of the only office, left out", name)
            site = site._replace(part=without(site.part, ["name"]))
        found.append(site)
    return found


def service_place(service: Item) -> frozenset[str]:
    """By what the address that a service itself gives is known."""
    return frozenset([f"of {service.key or service.rows[:1]}"])


def with_coordinates(sites: Sequence[Site], tell: Teller) -> list[Site]:
    """The offices, without one that is nothing but coordinates: the only other has them, or nobody."""
    bare = [site for site in sites if not site.part.values.keys() - COORDINATES]
    others = [site for site in sites if site not in bare]
    if bare and len(others) == 1:
        return [others[0]._replace(part=absorb(others[0].part, bare[0].part)[0])]
    for site in bare:
        for key, value in site.part.values.items():
            tell.lost(key, value, "coordinates without an address, left out")
    return others


def spots_of(service: Served, item: Item, sites: Sequence[Site]) -> Iterator[Spot]:
    """Yield the offices where a service is given, with what is so of it there alone."""
    general = {name: each for each in item.locations for name in known_as(each)}
    if own_site(service.item):
        yield from (Spot(name_of(site)) for site in sites if site.known_as & service_place(service.item))
    for each in service.locations:
        names = known_as(each)
        site = next((site for site in sites if site.known_as & names), None)
        whole = next((general[name] for name in names if name in general), None)
        yield Spot(
            name_of(site) if site else "", special(each, whole) if whole and whole is not each else Part()
        )


def name_of(site: Site) -> str:
    """The name of an office, "" if it has none."""
    return flat(site.part.values.get("name", ""))


def special(there: Item, whole: Item) -> Part:
    """What an office says of a service that it does not say of itself: there it stands behind what the office says."""
    own = without(part_of(there), ("name", *PLACE_KEYS, "locations"))
    values = {
        key: rest for key, value in own.values.items() if (rest := beyond(key, value, whole.values.get(key)))
    }
    for one, many in ONE_OF_MANY.items():
        if one not in values and (further := items_of(values.get(many))):
            first = further[0]
            values |= {
                one: first[one] if isinstance(first, dict) and one in first else first,
                many: further[1:],
            }
    kept = {key: value for key, value in values.items() if value}
    return Part(kept, {key: text for key, text in own.doubts.items() if key in kept})


def beyond(key: str, value: Plain, known: "Plain | None") -> Plain:
    """What a value says beyond a known one, "" if nothing."""
    if not known or same(key, value, known):
        return "" if known else value
    if isinstance(value, list):
        said = {identity(key, each) for each in items_of(known)}
        return [each for each in value if identity(key, each) not in said]
    if isinstance(value, str) and isinstance(known, str) and key in JOINED and value.startswith(known):
        return value[len(known) :].strip(" .\n")
    return value


def with_same_named(own: Part, offers: Sequence[Offer]) -> tuple[Part, list[Offer]]:
    """(the whole, its services): the one service that has the same name, or the only one without any, is what the whole does."""
    same_named = [each for each in offers if is_of_the_whole(each, own, alone=len(offers) == 1)]
    if len(same_named) != 1:
        return own, list(offers)
    own, rest = absorb(own, same_named[0].part)
    return with_words(own, words_of(rest, rest)), [each for each in offers if each is not same_named[0]]


def is_of_the_whole(offer: Offer, own: Part, alone: bool) -> bool:
    """Whether a service is what the whole does, and is so at all offices."""
    name = flat(offer.part.values.get("name", ""))
    is_named_so = folded(name) == folded(flat(own.values["name"])) if name else alone
    return is_named_so and not any(spot.own.values for spot in offer.spots)


# --- each service a listing ---------------------------------------------------------------------------


def apart(item: Item, order: Sequence[Level], ledger: Ledger) -> Iterator[Item]:
    """Yield a listing for each service, and one for the organization where it says more than how it is reached."""
    services = services_of(item)
    used = {name for each in services for office in each.locations for name in known_as(office)}
    left = tuple(replace(each, services=()) for each in item.locations if not known_as(each) & used)
    is_own = bool(OWN_LISTING & item.values.keys()) or bool(left)
    if is_own:
        yield inside(replace(item, locations=left, services=()), ledger)
    found = [lent(each, item, order) for each in services]
    for number, (each, service) in enumerate(zip(found, services)):
        rows = () if is_own or number else item.rows
        made = inside(each, ledger)
        yield replace(made, rows=tuple(dict.fromkeys((*service.item.rows, *rows, *made.rows))))
    if not is_own:
        tell_unlent(item, found, teller(item, ledger))


def tell_unlent(item: Item, services: Sequence[Item], tell: Teller) -> None:
    """Tell what an organization that is no listing says, and none of its services has taken over."""
    for key, value in item.values.items():
        given = (each for service in services for each in (service, *service.locations))
        if key not in ("name", *PLACE_KEYS[1:3]) and not any(
            same(key, value, each.values.get(key)) for each in given
        ):
            tell.lost(key, value, "of an organization whose services have their own, left out")


def lent(service: Served, item: Item, order: Sequence[Level]) -> Item:
    """A service with its organization's name where it needs one, and contact details and a place where it has none."""
    values = dict(service.item.values)
    lenders: dict[Level, Sequence[Mapping[str, Plain]]] = {
        "location": [each.values for each in service.locations],
        "organization": [item.values],
    }
    for keys in LENT:
        values |= borrowed(keys, values, [each for level in order for each in lenders.get(level, ())])
    values = with_organization(values, item, service)
    places = service.locations or (() if own_site(service.item) else tuple(lent_place(item)))
    categories = service.item.categories or item.categories
    return replace(service.item, values=values, locations=places, categories=categories)


def borrowed(
    keys: Sequence[str], values: Mapping[str, Plain], lenders: Iterable[Mapping[str, Plain]]
) -> dict[str, Plain]:
    """The values of keys from the first lender that has them; {} for a service that has its own."""
    if any(values.get(key) for key in keys):
        return {}
    having = next((each for each in lenders if any(each.get(key) for key in keys)), {})
    return {key: having[key] for key in keys if key in having}


def with_organization(values: Mapping[str, Plain], item: Item, service: Served) -> dict[str, Plain]:
    """The values of a service by a name that tells it from others'; else its organization's stands behind it in brackets."""
    whole, name = flat(item.values.get("name", "")), flat(values.get("name", ""))
    places = place_words(item.values.get("address"))
    for each in (*item.locations, *service.locations):
        places |= place_words(each.values.get("address"))
    if not name or means_nothing(name, places):
        return {**values, "name": full_name(whole, name)}
    if whole and folded(whole) not in folded(name):
        return {**values, "name_note": whole}
    return dict(values)


def lent_place(item: Item) -> Iterator[Item]:
    """Yield the office of an organization for a service that names none: its own, or the only one."""
    if own_site(item):
        values = {key: item.values[key] for key in PLACE_KEYS if key in item.values}
        yield Item(level="location", key="", rows=(), values=values)
    elif len(item.locations) == 1:
        yield replace(item.locations[0], services=())
