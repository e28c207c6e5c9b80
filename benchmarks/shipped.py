"""The shipped guide as the plain data that the peers read."""

from guide.content.checks.base import plain_text
from guide.content.load import load_guide
from guide.language.addresses import address_lines


def shipped_directory(folder):
    """The guide in a content folder in the form of `benchmarks.made_up`, less what the peers do not print."""
    guide, problems = load_guide(folder)
    if guide is None:
        raise SystemExit("\n".join(map(str, problems)))
    sections = [
        {
            "id": section.id,
            "title": section.title,
            "intro": plain_text(section.introduction),
            "listings": [listing_data(each, guide.country) for each in section.listings],
        }
        for section in guide.sections
    ]
    return {
        "title": guide.title,
        "subtitle": guide.subtitle,
        "publisher": guide.publisher.name,
        "edition": f"Edition {guide.edition.number}",
        "lang": guide.language,
        "sections": sections,
    }


def listing_data(listing, country):
    offices = [
        {
            "label": location.name or (location.address.city if location.address else ""),
            "address": address_lines(location.address, country) if location.address else [],
            "phones": [{"label": phone.type, "number": phone.printed} for phone in location.phones],
        }
        for location in listing.locations
    ]
    return {
        "id": listing.id,
        "name": listing.name,
        "description": plain_text(listing.description),
        "sites": offices,
        "email": listing.email,
        "url": listing.website,
    }
