"""The offices of an edition as GeoJSON (RFC 7946): a point for each that has coordinates, with how to reach it."""

import json
from collections.abc import Iterator

from guide.content.edit import Plain
from guide.exchange.give.plain import spoken
from guide.language.addresses import address_lines
from guide.model import Guide, Listing, Location, Phone, Section
from guide.seal import BLANK, sealed

Feature = dict[str, object]


def as_geojson(guide: Guide) -> bytes:
    """The points, those of a section behind each other; a member of its own says by what the file is known again."""
    whole = {
        "type": "FeatureCollection",
        "name": guide.title,
        "features": [*features(guide)],
        "generator": BLANK,
    }
    return sealed(json.dumps(whole, ensure_ascii=False, indent=1) + "\n")


def features(guide: Guide) -> Iterator[Feature]:
    """Yield a feature for each office with coordinates."""
    for section in guide.sections:
        for listing in section.listings:
            for number, location in enumerate(listing.locations, 1):
                if location.point:
                    yield feature(section, listing, location, location.point, number, guide.country)


def feature(
    section: Section, listing: Listing, location: Location, point: tuple[float, float], number: int, home: str
) -> Feature:
    """An office as a feature: longitude comes first."""
    address = ", ".join(address_lines(location.address, home)) if location.address else ""
    said: dict[str, Plain] = {
        "listing": listing.id,
        "name": listing.name,
        "office": location.name,
        "section": section.title,
        "summary": listing.summary,
        "alert": listing.alert,
        "status": "closed for good" if listing.gone else "closed for now" if listing.closed else "",
        "address": spoken(address),
        "phones": [phone_line(each) for each in location.phones or listing.phones],
        "email": location.email or listing.email,
        "website": location.website or listing.website,
        "hours": [spoken(line) for line in location.hours or listing.hours],
        "accessibility": location.accessibility or listing.accessibility,
        "languages": location.languages or listing.languages,
    }
    return {
        "type": "Feature",
        "id": f"{listing.id}-{number}",
        "geometry": {"type": "Point", "coordinates": [*reversed(point)]},
        "properties": {key: value for key, value in said.items() if value},
    }


def phone_line(phone: Phone) -> str:
    """A number with what is to be known of it, on one line."""
    extension = f"ext. {phone.extension}" if phone.extension else ""
    keyword = f"send {phone.keyword}" if phone.keyword else ""
    kind = "" if phone.type == "voice" else phone.type
    return spoken(", ".join(filter(None, (phone.printed, extension, kind, keyword, phone.description))))
