"""The rules of a choice: each says of a listing whether it meets what an edition asks for."""

import re
from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt

from guide.expressions import expression
from guide.model import Address, Choice, Listing, Nearby, ServiceArea

CODE = expression(r"[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Z]{2}|\d{3}))?")  # of a language
EARTH = 6371.0  # kilometres, mean radius


def by_id(listing: Listing, choice: Choice) -> bool:
    return not choice.listings or listing.id in choice.listings


def not_left_out(listing: Listing, choice: Choice) -> bool:
    return listing.id not in choice.leave_out


def by_service(listing: Listing, choice: Choice) -> bool:
    return not choice.services or share(listing.services, choice.services)


def by_audience(listing: Listing, choice: Choice) -> bool:
    return not choice.audience or share(listing.audience, choice.audience)


def by_city(listing: Listing, choice: Choice) -> bool:
    return not choice.cities or share((place.city for place in places(listing)), choice.cities)


def by_neighborhood(listing: Listing, choice: Choice) -> bool:
    return not choice.neighborhoods or share(map(neighborhood_of, places(listing)), choice.neighborhoods)


def by_state(listing: Listing, choice: Choice) -> bool:
    return not choice.states or share((place.state_province for place in places(listing)), choice.states)


def by_postal_code(listing: Listing, choice: Choice) -> bool:
    codes = [location.address.postal_code for location in listing.locations if location.address]
    codes += [code for area in listing.service_areas for code in area.postal_codes]
    return not choice.postal_codes or any(code.startswith(choice.postal_codes) for code in codes if code)


def by_distance(listing: Listing, choice: Choice) -> bool:
    near = choice.near
    return near is None or any(
        kilometres(location.latitude, location.longitude, near) <= near.kilometres
        for location in listing.locations
        if location.latitude is not None and location.longitude is not None
    )


def by_date(listing: Listing, choice: Choice) -> bool:
    return choice.verified_since is None or (
        listing.verified is not None and listing.verified >= choice.verified_since
    )


def by_language(listing: Listing, choice: Choice) -> bool:
    return not choice.languages or any(speaks(listing, language) for language in choice.languages)


def speaks(listing: Listing, language: str) -> bool:
    """Whether a language, by its name or its code, is spoken in a listing or in one of its programs."""
    spoken = languages_of(listing).casefold()
    if not CODE.fullmatch(language):
        return language.casefold() in spoken
    from guide.language.tongues import name_of  # slow to load, and few editions choose by codes

    codes = {code for each in (listing, *listing.programs) for code in each.language_codes}
    families = codes | {code.partition("-")[0] for code in codes}
    names = (name_of(language, "en"), name_of(language, language))
    return language in families or any(
        re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", spoken) for name in names
    )


def languages_of(listing: Listing) -> str:
    """The languages that are spoken in a listing, or in one of its programs."""
    return ", ".join(filter(None, (listing.languages, *(each.languages for each in listing.programs))))


RULES = (
    by_id,
    not_left_out,
    by_service,
    by_audience,
    by_city,
    by_neighborhood,
    by_state,
    by_postal_code,
    by_distance,
    by_date,
    by_language,
)


def meets(listing: Listing, choice: Choice) -> bool:
    """Whether a listing meets every rule that is given."""
    return all(rule(listing, choice) for rule in RULES)


def share(words: Iterable[str], wanted: Iterable[str]) -> bool:
    """Whether one of the words is wanted, whatever its capitals."""
    return not folded(words).isdisjoint(folded(wanted))


def folded(words: Iterable[str]) -> set[str]:
    """Words without case, for comparing; set of str."""
    return {word.casefold() for word in words if word}


def places(listing: Listing) -> list[Address | ServiceArea]:
    """What a listing is found by: its addresses, and the areas that it serves."""
    return [location.address for location in listing.locations if location.address] + list(
        listing.service_areas
    )


def neighborhood_of(place: Address | ServiceArea) -> str:
    """The part of its city where a place is; an area that is served has none."""
    return place.neighborhood if isinstance(place, Address) else ""


def kilometres(latitude: float, longitude: float, other: Nearby) -> float:
    """The distance of a place on the map, in degrees, from another, by the haversine formula."""
    lat1, lat2 = radians(latitude), radians(other.latitude)
    d_lat, d_lon = lat2 - lat1, radians(other.longitude - longitude)
    a = sin(d_lat / 2) ** 2 + cos(lat1) * cos(lat2) * sin(d_lon / 2) ** 2
    return 2 * EARTH * asin(sqrt(a))
