"""What an edition prints: the listings it chooses, in its order, with its own title and number."""

import re
from dataclasses import replace
from math import asin, cos, radians, sin, sqrt

from guide.language.sorting import sort_key
from guide.model import Choice, Reference
from guide.problems.editions import EMPTY_EDITION, UNKNOWN_CHOICE
from guide.reading.fields import closest

EARTH = 6371.0  # kilometres, mean radius


def choose(guide, edition):
    """(guide, problems): the guide as an edition prints it; problems name ids and words that the guide does not have."""
    problems = tuple(unknown_words(guide, edition))
    keep = {listing.id for listing in guide.listings if chosen(listing, edition.choice)}
    sections = []
    for section in guide.sections:
        if edition.choice.sections and section.id not in edition.choice.sections:
            continue
        listings = in_order(
            [listing for listing in section.listings if listing.id in keep], edition, guide.language
        )
        if listings or not section.listings:
            sections.append(
                replace(
                    section, listings=tuple(listings), references=moved_references(section, listings, keep)
                )
            )
    printed = {listing.id for section in sections for listing in section.listings}
    sections = [
        replace(section, references=tuple(each for each in section.references if each.id in printed))
        for section in sections
    ]
    sections = [section for section in sections if section.listings or section.references]
    mark = replace(
        guide.edition,
        **{
            key: value
            for key, value in (("number", edition.number), ("colour", edition.colour), ("date", edition.date))
            if value
        },
    )
    names = {listing.id: listing.name for listing in guide.listings}
    steps = tuple(_named_spans(step, printed, names) for step in guide.how_to_use)
    if len(printed) < len(names):
        sections = [without_lost_mentions(section, printed, names) for section in sections]
    changed = replace(
        guide,
        title=edition.title or guide.title,
        subtitle=edition.subtitle or guide.subtitle,
        edition=mark,
        how_to_use=steps,
        closing_notes=named(guide.closing_notes, printed, names),
        sections=tuple(sections),
    )
    if not printed:
        problems += (EMPTY_EDITION.at(edition.mark or guide.mark, edition=edition.name),)
    return changed, problems


# --- the rules of a choice --------------------------------------------------------------------------


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


def chosen(listing, choice: Choice):
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


# --- order, references, mentions --------------------------------------------------------------------


def in_order(listings, edition, language="en"):
    """The listings of a section in the edition's order."""
    if edition.choice.listings:
        listings = sorted(listings, key=lambda listing: edition.choice.listings.index(listing.id))
    if edition.order == "by name":
        return sorted(listings, key=lambda listing: sort_key(listing.name, language))
    if edition.order == "by place":
        return sorted(
            listings, key=lambda listing: (place_key(listing, language), sort_key(listing.name, language))
        )
    return listings


def place_key(listing, language="en"):
    """State and city of the first place of a listing; those without one come last."""
    first = next((place for place in places(listing) if place.city or place.state_province), None)
    return (
        first is None,
        sort_key(first.state_province, language) if first else (),
        sort_key(first.city, language) if first else (),
    )


def moved_references(section, listings, keep):
    """The references of a section at their places among the listings that are left."""
    there = {listing.id for listing in listings}
    moved = []
    for reference in section.references:
        before = sum(1 for listing in section.listings[: reference.after] if listing.id in there)
        moved.append(Reference(reference.id, before))
    return tuple(moved)


def without_lost_mentions(section, printed, names):
    """A section whose texts mention only listings that are printed: of the others only the name is left."""
    listings = tuple(
        replace(listing, description=named(listing.description, printed, names))
        for listing in section.listings
    )
    return replace(section, listings=listings, introduction=named(section.introduction, printed, names))


def named(prose, printed, names):
    """Prose in which a mention of a listing that is not printed is its name."""
    return tuple(
        replace(block, spans=_named_spans(block.spans, printed, names))
        if hasattr(block, "spans")
        else replace(block, items=tuple(_named_spans(item, printed, names) for item in block.items))
        for block in prose
    )


def _named_spans(pieces, printed, names):
    return tuple(
        replace(span, text=names[span.mention], mention="")
        if span.mention and span.mention not in printed
        else span
        for span in pieces
    )


# --- what the guide does not have -------------------------------------------------------------------


def unknown_words(guide, edition):
    """A problem for each id, topic or group in a choice that no listing has."""
    choice, listings = edition.choice, guide.listings
    known = (
        ("section", choice.sections, [section.id for section in guide.sections]),
        ("listing", choice.listings + choice.leave_out, [listing.id for listing in listings]),
        ("topic", choice.services, [word for listing in listings for word in listing.services]),
        ("audience", choice.audience, [word for listing in listings for word in listing.audience]),
        ("city", choice.cities, [place.city for listing in listings for place in places(listing)]),
        ("state", choice.states, [place.state_province for listing in listings for place in places(listing)]),
        (
            "language",
            choice.languages,
            [word for listing in listings for word in re.findall(r"[^\W\d]+", listing.languages)],
        ),
    )
    codes = [
        location.address.postal_code
        for listing in listings
        for location in listing.locations
        if location.address
    ]
    yield from (
        _unknown(edition, guide, "postal code", code, codes)
        for code in choice.postal_codes
        if not any(each.startswith(code) for each in codes)
    )
    for kind, wanted, there in known:
        exact = kind in ("section", "listing")  # ids are written in one way
        have = set(there) if exact else folded(there)
        for word in wanted:
            if (word if exact else word.casefold()) not in have:
                yield _unknown(edition, guide, kind, word, there)


def _unknown(edition, guide, kind, word, there):
    near = closest(word, dict.fromkeys(filter(None, there)))
    mark = edition.mark or guide.mark
    return UNKNOWN_CHOICE.at(mark, edition=edition.name, thing=kind, word=word, near=near)
