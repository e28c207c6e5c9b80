"""Where a listing is: its cities, streets and what tells one office from another."""

from collections.abc import Iterator, Mapping

from guide.content.edit import Plain
from guide.content.leaks import digest_street
from guide.exchange.shape.keys import flat
from guide.exchange.shape.parts import folded, items_of

LINES = ("address_2", "po_box", "city")


def addresses_in(values: Mapping[str, Plain]) -> Iterator[Mapping[str, Plain]]:
    """Yield the addresses of a listing."""
    for each in (values, *items_of(values.get("locations"))):
        if isinstance(each, Mapping) and isinstance(address := each.get("address"), dict):
            yield address


def city_of(values: Mapping[str, Plain]) -> str:
    """The first city of a listing, "" if there is none."""
    areas = (each for each in items_of(values.get("service_areas")) if isinstance(each, dict))
    return next((flat(each["city"]) for each in (*addresses_in(values), *areas) if each.get("city")), "")


def is_confidential(address: "Plain | None") -> bool:
    """Whether an address is one that is not told."""
    return address == "confidential" or isinstance(address, dict) and "confidential" in address


def house_of(address: "Plain | None") -> str:
    """By what two addresses are the same house and room; "" for one that is not told, or says no house."""
    if not isinstance(address, dict) or is_confidential(address):
        return ""
    street = flat(address.get("address_1", ""))
    house = digest_street(street) or folded(street)
    if not house and not address.get("po_box"):
        return ""
    return "|".join((house, *(folded(flat(address.get(key, ""))) for key in LINES)))


def place_words(address: "Plain | None") -> set[str]:
    """The names of places in an address, folded."""
    if not isinstance(address, dict):
        return set()
    parts = (flat(address.get(key, "")) for key in ("city", "neighborhood", "state_province", "county"))
    return {folded(each) for each in parts if each}


def short_place(address: "Plain | None") -> list[str]:
    """What an office may be called after: its city, its neighborhood, its street."""
    if not isinstance(address, dict):
        return []
    keys = (
        ("city", "neighborhood")
        if is_confidential(address)
        else ("city", "neighborhood", "address_1", "po_box")
    )
    return [flat(address[key]) for key in keys if address.get(key)]
