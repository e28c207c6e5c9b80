"""Addresses in one text as they are written outside of North America, and postal codes that no other country has."""

import re

from guide.expressions import expression

GB_CODE = expression(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})$", re.IGNORECASE)
CA_CODE = expression(r"\b([ABCEGHJ-NPRSTVXY]\d[A-Z])[ -]?(\d[A-Z]\d)$", re.IGNORECASE)
AU_END = expression(r"[, ]+(NSW|VIC|QLD|TAS|ACT|WA|SA|NT),? (\d{4})$", re.IGNORECASE)  # a state and a code
AU_STREET = expression(
    r"(.*?\b(?:Street|St|Road|Rd|Avenue|Ave|Drive|Dr|Way|Highway|Hwy|Crescent|Cres|Court|Ct|Place|Pl|Parade|Pde|Lane|Terrace|Tce|Esplanade|Boulevard|Blvd)\b\.?"
    r"(?: (?:North|South|East|West|N|S|E|W)\b)?)[, ]+([A-Z][\w' -]+)"
)
CODE_FIRST = expression(r"(.+?),\s*(?:[A-Z]{1,2}-)?(\d{4,5}) ([^\d,]{2,40})")  # Hauptstr. 1, 10115 Berlin


def abroad(text: str, country: str) -> dict[str, str]:
    """The parts of an address of this country, its lines with commas between them; {} where they are not clear."""
    if country == "GB":
        return british(text)
    if country == "AU":
        return australian(text)
    match = CODE_FIRST.fullmatch(text)
    return {"address_1": match[1], "city": match[3], "postal_code": match[2]} if match else {}


def british(text: str) -> dict[str, str]:
    """The lines of an address, the last of which is the town, or its county; {} without a postcode."""
    match = GB_CODE.search(text)
    if not match:
        return {}
    lines = [line for line in re.split(r"\s*,\s*", text[: match.start()]) if line]
    parts = {"postal_code": f"{match[1]} {match[2]}".upper()}
    if lines:
        parts["address_1"] = lines[0]
    if len(lines) > 1:
        parts |= {"address_2": ", ".join(lines[1:-1]), "city": lines[-1]}
    return {key: value for key, value in parts.items() if value}


def australian(text: str) -> dict[str, str]:
    """A street and its suburb; {} without a state and a code."""
    end = AU_END.search(text)
    street = AU_STREET.fullmatch(text[: end.start()]) if end else None
    if not end or not street:
        return {}
    return {
        "address_1": street[1],
        "city": street[2],
        "state_province": end[1].upper(),
        "postal_code": end[2],
    }


def spaced(code: str) -> str:
    """A Canadian or British postal code with its space: M5B 1G6."""
    match = CA_CODE.fullmatch(code) or GB_CODE.fullmatch(code)
    return f"{match[1]} {match[2]}".upper() if match else code
