"""What a listing says, by the keys of the content: a listing of the model as it would stand in a file.

What is for the house alone is left behind: who asked, where it was taken from, which checks are off. Of a confidential
place no more than city, state and country goes on, whatever the model holds.
"""

from collections.abc import Iterable
from dataclasses import fields

from guide.content.edit import Plain
from guide.content.hours_syntax import looks_like_osm
from guide.facts import FACT_KEYS, OFFICE_FACTS
from guide.language.scripts import NBSP
from guide.language.tongues import ANY, BY_PHONE
from guide.model import (
    TEXT,
    VOICE,
    Address,
    Days,
    Further,
    Listing,
    Location,
    Meeting,
    Phone,
    Program,
    ServiceArea,
)
from guide.reading.prose import to_markdown

Values = dict[str, Plain]
NAMES = ("name", "short_name", "name_note", "alternate_names", "former_names", "summary")
OPEN_PARTS = ("city", "state_province", "country")  # of a confidential address
ADDRESS_KEYS = tuple(each.name for each in fields(Address))
AREA_KEYS = tuple(each.name for each in fields(ServiceArea))


def listing_values(listing: Listing) -> Values:
    """What a listing says, in the order of the keys of content."""
    texts = {key: text_or_list(getattr(listing, key)) for key in NAMES}
    alone = only_address(listing)
    return filled(
        {
            "id": listing.id,
            **texts,
            "alert": dated(listing.alert, "text", listing.alert_days),
            "status": status_of(listing),
            "address": address_values(alone) if alone else "",
            "locations": [] if alone else [location_values(each) for each in listing.locations],
            **contact_values(listing),
            "hours": hours_values(listing),
            "meetings": [meeting_values(each) for each in listing.meetings],
            "service_areas": [area_values(each) for each in listing.service_areas],
            "description": to_markdown(listing.description),
            **fact_values(listing),
            "programs": [program_values(each) for each in listing.programs],
            "services": [*listing.services],
            "audience": [*listing.audience],
            "verified": day_text(listing.verified),
        }
    )


def only_address(listing: Listing) -> Address | None:
    """The address of a listing whose one office is nothing else."""
    if len(listing.locations) != 1 or listing.locations[0] != Location(address=listing.locations[0].address):
        return None
    return listing.locations[0].address


def location_values(location: Location) -> Values:
    """What an office says; of a confidential one nothing that leads there."""
    is_open = not location.is_secret
    where = {key: getattr(location, key) for key in ("postal_name", "care_of", "attention")}
    degrees = {key: degrees_text(getattr(location, key)) for key in ("latitude", "longitude")}
    return filled(
        {
            "name": location.name,
            **(where if is_open else {}),
            "address": address_values(location.address) if location.address else "",
            **contact_values(location),
            "hours": hours_values(location),
            **{key: getattr(location, key) for key in OFFICE_FACTS if is_open or key != "transportation"},
            "languages": languages_text(location),
            "verified": day_text(location.verified),
            **(degrees if is_open else {}),
        }
    )


def program_values(program: Program) -> Values:
    """What a program says."""
    return filled(
        {
            "name": program.name,
            "description": to_markdown(program.description),
            "location": program.location,
            **contact_values(program),
            "hours": hours_values(program),
            **fact_values(program),
        }
    )


def meeting_values(meeting: Meeting) -> Values:
    """What a meeting says."""
    return filled(
        {
            "hours": meeting.hours.text,
            "name": meeting.name,
            "location": meeting.location,
            "formats": [*meeting.formats],
            "note": meeting.note,
            "link": meeting.link,
            "meeting_id": meeting.meeting_id,
            "passcode": meeting.passcode,
            "dial_in": phone_values(meeting.dial_in) if meeting.dial_in else "",
        }
    )


# --- parts ------------------------------------------------------------------------------------------


def filled(values: Values) -> Values:
    """The values that say something."""
    return {key: value for key, value in values.items() if value}


def text_or_list(value: str | tuple[str, ...]) -> Plain:
    """A text, or a list of them."""
    return value if isinstance(value, str) else [*value]


def fact_values(owner: Listing | Program) -> Values:
    """The facts and ages."""
    facts: Values = {"cost": [each.content for each in owner.cost]}
    facts |= {key: getattr(owner, key) for key in FACT_KEYS} | {"languages": languages_text(owner)}
    ages = {key: getattr(owner, key) for key in ("minimum_age", "maximum_age")}
    return facts | {key: str(age) for key, age in ages.items() if age is not None}


def languages_text(owner: Listing | Location | Program) -> str:
    """The languages that are spoken, by their codes where the content has them."""
    codes = [BY_PHONE if each == ANY else each for each in owner.language_codes]
    return ", ".join(codes) or owner.languages


def address_values(address: Address) -> Values:
    """The parts of an address; of a confidential one city, state and country."""
    if address.confidential:
        return {**filled({key: getattr(address, key) for key in OPEN_PARTS}), "confidential": "yes"}
    return filled({key: getattr(address, key) for key in ADDRESS_KEYS if key != "confidential"})


def area_values(area: ServiceArea) -> Values:
    """The parts of an area that is served."""
    return filled({key: text_or_list(getattr(area, key)) for key in AREA_KEYS})


def contact_values(place: Listing | Location | Program) -> Values:
    """How to reach somebody."""
    return {
        "phones": [phone_values(each) for each in place.phones],
        "email": place.email,
        "website": place.website,
        "emails": further_values(place.emails, "email"),
        "websites": further_values(place.websites, "website"),
    }


def further_values(addresses: Iterable[Further], key: str) -> list[Plain]:
    """Further addresses, each with its label."""
    return [filled({key: each.target, "label": each.label}) for each in addresses]


def phone_values(phone: Phone) -> Values:
    """A number with what is to be known of it."""
    kind = "" if phone.type == VOICE or phone.keyword and phone.type == TEXT else phone.type
    return filled(
        {
            "number": phone.printed.replace(NBSP, " "),
            "extension": phone.extension,
            "type": kind,
            "keyword": phone.keyword,
            "description": phone.description,
        }
    )


def hours_values(place: Listing | Location | Program) -> list[Plain]:
    """The lines of hours as content has them."""
    text = place.opening.text if place.opening else ""
    if not text:
        return [line.replace(NBSP, " ") for line in place.hours]
    return [text] if looks_like_osm(text) else [*text.split("; ")]


def status_of(listing: Listing) -> Plain:
    """Whether it is closed, and on which days."""
    if listing.gone:
        return "closed for good"
    return dated("closed for now" if listing.closed or listing.closed_days else "", "is", listing.closed_days)


def dated(text: str, key: str, days: Days) -> Plain:
    """A text, with the days on which it holds if there are any."""
    if not (text and days):
        return text
    return filled({key: text, "from": day_text(days.first), "until": day_text(days.last)})


def day_text(day: object) -> str:
    """A day as content writes it, "" for none."""
    return str(day) if day else ""


def degrees_text(degrees: float | None) -> str:
    """Degrees as content writes them, "" for none."""
    return "" if degrees is None else f"{degrees:.6f}".rstrip("0").rstrip(".")
