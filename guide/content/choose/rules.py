"""The rules of a choice: each says of a listing whether it meets what an edition asks for."""

from math import asin, cos, radians, sin, sqrt

from guide.model import Choice

EARTH = 6371.0  # kilometres, mean radius


def by_id(listing, choice):
    return not choice.listings or listing.id in choice.listings


def not_left_out(listing, choice):
    return listing.id not in choice.leave_out


def by_service(listing, choice):
    return not choice.services or folded(listing.services) & folded(choice.services)


def by_audience(listing, choice):
    return not choice.audience or folded(listing.audience) & folded(choice.audience)


def by_city(listing, choice):
    return not choice.cities or folded(place.city for place in places(listing)) & folded(choice.cities)


def by_state(listing, choice):
    return not choice.states or folded(place.state_province for place in places(listing)) & folded(
        choice.states
    )


def by_postal_code(listing, choice):
    codes = [location.address.postal_code for location in listing.locations if location.address]
    return not choice.postal_codes or any(code.startswith(choice.postal_codes) for code in codes if code)


def by_distance(listing, choice):
    return choice.near is None or any(
        kilometres(location, choice.near) <= choice.near.kilometres
        for location in listing.locations
        if location.latitude is not None and location.longitude is not None
    )


def by_date(listing, choice):
    return choice.verified_since is None or (
        listing.verified is not None and listing.verified >= choice.verified_since
    )


def by_language(listing, choice):
    spoken = listing.languages.casefold()
    return not choice.languages or any(language.casefold() in spoken for language in choice.languages)


RULES = (
    by_id,
    not_left_out,
    by_service,
    by_audience,
    by_city,
    by_state,
    by_postal_code,
    by_distance,
    by_date,
    by_language,
)


def meets(listing, choice: Choice):
    """Whether a listing meets every rule that is given."""
    return all(rule(listing, choice) for rule in RULES)


def folded(words):
    """Words without case, for comparing; set of str."""
    return {word.casefold() for word in words if word}


def places(listing):
    """What a listing is found by: its addresses, and the areas that it serves."""
    return [location.address for location in listing.locations if location.address] + list(
        listing.service_areas
    )


def kilometres(place, other):
    """The distance between two places on the map, by the haversine formula."""
    lat1, lat2 = radians(place.latitude), radians(other.latitude)
    d_lat, d_lon = lat2 - lat1, radians(other.longitude - place.longitude)
    a = sin(d_lat / 2) ** 2 + cos(lat1) * cos(lat2) * sin(d_lon / 2) ** 2
    return 2 * EARTH * asin(sqrt(a))
