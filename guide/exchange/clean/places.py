"""Addresses: in parts or in one cell, with their states in letters and their codes whole."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from guide.content.edit import Plain
from guide.exchange.clean.abroad import CA_CODE, abroad, spaced
from guide.exchange.clean.steps import Cleaning
from guide.exchange.clean.text import line_of, lines_of
from guide.exchange.drafts import Group
from guide.exchange.origin import Cell
from guide.expressions import expression
from guide.language.addresses import STATES

WAY = "way"  # beside the parts of an address: words that say how to find it, where it is none
PARTS = (
    "address_1",
    "address_2",
    "po_box",
    "neighborhood",
    "city",
    "state_province",
    "postal_code",
    "country",
)
PO_BOX = expression(
    r"^(?:p\.?\s*o\.?\s*(?:box)?|post office box|box)\s*#?\s*([\w-]*\d[\w-]*)$", re.IGNORECASE
)
PO_WITHIN = expression(
    r"[,;]?\s*\b(?:p\.?\s*o\.?\s*box|post office box)\s*#?\s*([\w-]*\d[\w-]*)", re.IGNORECASE
)
STATE_ONLY = expression(r"state:\s*(.+)", re.IGNORECASE)
UNIT = expression(
    r",?\s*\b((?:suite|ste|apt|apartment|unit|room|rm|floor|fl|building|bldg|#)\b\.?\s*#?\s*[\w-]+|#\s*[\w-]+|\d+(?:st|nd|rd|th) (?:floor|fl))\s*$",
    re.IGNORECASE,
)
WHOLE = expression(
    r"^(?P<street>.+?)[,\n]\s*(?P<city>[^,\n\d]{2,}?)[,\n]?\s*\b(?P<state>[A-Za-z]{2}|[A-Za-z][a-z]+(?: [A-Z][a-z]+)?)?\.?,?\s*(?P<code>\d{5}(?:-?\d{4})?|[A-Z]\d[A-Z][ -]?\d[A-Z]\d)?"
    r"(?:,?\s*(?:USA|U\.S\.A\.|US|United States(?: of America)?))?\.?$",
    re.DOTALL,
)
STREET_ALONE = expression(r"\d[\w/-]*(?: [^\W\d][\w.'-]*| \d+(?:st|nd|rd|th)){1,5}", re.IGNORECASE)
BRACKETS = expression(r"\s*\(([^()]{2,60})\)$")
CITY = expression(
    r"(?:(?:St|Ft|Mt)\.? )?[^\W\d_a-z][\w'.-]*(?: (?:of|de|del|la|les|am|an der|[^\W\d_a-z][\w'.-]*)){0,3}"
)
NOWHERE = frozenset(
    "online|virtual|confidential|confidential location|confidential address|undisclosed|various|various locations|statewide|nationwide|countywide|"
    "call for address|call for location|mobile|remote|telephone|phone only|by phone|see website|multiple locations|zoom|tbd|n/a".split(
        "|"
    )
)
USA = ("usa", "us", "u.s.", "u.s.a.", "united states", "united states of america", "america")


def address_of(group: Group, cleaning: Cleaning) -> dict[str, Plain]:
    """An address as content has it, {} where there is none."""
    parts = {
        key: line_of(cell, cleaning, words=key != "postal_code").text
        for key, cell in group.items()
        if key in PARTS
    }
    parts = {key: text for key, text in parts.items() if text}
    if "address" in group and not parts.get("address_1"):
        whole = whole_address(lines_of(group["address"], cleaning), cleaning)
        parts = {**whole, **parts}
    elif "address_1" in parts and "city" not in parts and cleaning.does("addresses"):
        parts = {**parts, **whole_address(group["address_1"]._replace(text=parts["address_1"]), cleaning)}
    return in_order(usual(parts, group, cleaning))


def in_order(parts: Mapping[str, str]) -> dict[str, Plain]:
    """The parts in the order in which people write them."""
    return {key: parts[key] for key in (*PARTS, WAY) if parts.get(key)}


def usual(parts: dict[str, str], group: Group, cleaning: Cleaning) -> dict[str, str]:
    """The parts as they are on an envelope."""
    country = country_code(parts.get("country", ""), cleaning.country)
    at = next(iter(group.values()))
    if parts.get("country"):
        parts["country"] = "" if country == cleaning.country else country
    if state := parts.get("state_province"):
        parts["state_province"] = state_code(state, country)
    if code := parts.get("postal_code"):
        cell = group.get("postal_code", at)
        parts["postal_code"] = cleaning.changed(
            cell._replace(text=code), "postal code", postal_code(code, country)
        ).text
    if box := PO_BOX.match(parts.get("address_1", "")):
        parts["po_box"], parts["address_1"] = f"PO Box {box[1]}", ""
    elif "po_box" not in parts and (within := PO_WITHIN.search(parts.get("address_1", ""))):
        parts["po_box"] = f"PO Box {within[1]}"
        parts["address_1"] = PO_WITHIN.sub("", parts["address_1"]).strip(" ,;")
    if parts.get("address_2") and parts.get("address_2") == parts.get("address_1"):
        parts["address_2"] = ""
    if parts.get("city"):
        parts["city"] = parts["city"].strip(" ,")
    return parts


def whole_address(cell: Cell, cleaning: Cleaning) -> dict[str, str]:
    """The parts of an address that stands in one text; what cannot be told apart stays in its lines."""
    text = re.sub(r"\s*\n\s*", ", ", cell.text).strip(" ,")
    if not text:
        return {}
    if text.casefold().strip(" .") in NOWHERE:
        cleaning.ledger.note(cell, "address that is none")
        return {}
    if only := STATE_ONLY.fullmatch(text):
        return {"state_province": only[1]}
    text, place = without_brackets(text)
    parts = told_apart(text, cleaning) if cleaning.does("addresses") else {}
    if parts:
        parts = {"address_2": place, **parts} if place else parts
        cleaning.ledger.note(cell, "address taken apart", "; ".join(parts.values()))
        return parts
    if not STREET_ALONE.fullmatch(text):
        cleaning.ledger.note(cell, "address not taken apart")
    return kept_lines(f"{text} ({place})" if place else text)


def without_brackets(text: str) -> tuple[str, str]:
    """(an address, what stands in brackets behind it): the name of a building, or a hint."""
    match = BRACKETS.search(text)
    return (text[: match.start()].rstrip(" ,"), match[1]) if match else (text, "")


def kept_lines(text: str) -> dict[str, str]:
    """An address in its lines: the last is the city, if it reads like one; words without a number are how to find it."""
    lines = [line for line in re.split(r"\s*,\s*", text) if line]
    last = lines[-1]
    is_city = CITY.fullmatch(last) is not None
    if not any(map(str.isdigit, text)):
        return {"city": text} if is_city and len(lines) == 1 else {WAY: text}
    if len(lines) == 1 or not is_city:
        return {"address_1": text}
    return {"address_1": lines[0], "address_2": ", ".join(lines[1:-1]), "city": last}


def told_apart(text: str, cleaning: Cleaning) -> dict[str, str]:
    """The parts of an address, {} where they are not clear."""
    country = "CA" if CA_CODE.search(text) else cleaning.country
    if country not in STATES:
        return abroad(text, country)
    if about := without_street(text, country):
        return about
    match = WHOLE.match(text)
    if (
        match
        and (match["code"] or is_state(match["state"] or "", country))
        and is_state(match["state"] or "", country, or_none=True)
    ):
        street, unit = unit_apart(match["street"].strip(" ,"))
        found = {
            "address_1": street,
            "address_2": unit,
            "city": match["city"],
            "state_province": match["state"],
            "postal_code": match["code"],
        }
        return {key: value.strip(" ,") for key, value in found.items() if value and value.strip(" ,")}
    return tagged(text) if country == "US" else {}


def without_street(text: str, country: str) -> dict[str, str]:
    """The city and state of an address that is no more than these: Bend, OR, USA."""
    parts = [part for part in re.split(r"\s*,\s*", text) if part.casefold() not in USA]
    if not parts or any(map(str.isdigit, text)) or not is_state(parts[-1], country) or len(parts) > 2:
        return {}
    return {**({"city": parts[0]} if parts[1:] else {}), "state_province": parts[-1]}


def unit_apart(street: str) -> tuple[str, str]:
    """(street, suite) of a line with both."""
    match = UNIT.search(street)
    return (street[: match.start()].strip(" ,"), match[1]) if match and match.start() else (street, "")


def is_state(text: str, country: str, or_none: bool = False) -> bool:
    """Whether a text is a state or province, in letters or written out."""
    return (
        (or_none and not text) or text.upper() in STATES[country] or text.title() in STATES[country].values()
    )


def tagged(text: str) -> dict[str, str]:
    """The parts as the library `usaddress` finds them; {} where it finds no number, or the parts do not cover the text in order."""
    import usaddress  # takes 150 ms to load, and most addresses come in parts or are plain

    try:
        tags, kind = usaddress.tag(text)
    except usaddress.RepeatedLabelError:
        return {}
    if (
        kind not in ("Street Address", "PO Box")
        or not ({"AddressNumber", "USPSBoxID"} & set(tags))
        or "PlaceName" not in tags
    ):
        return {}
    ends = {"PlaceName": "city", "StateName": "state_province", "ZipCode": "postal_code"}
    inside = {"OccupancyType", "OccupancyIdentifier", "SubaddressType", "SubaddressIdentifier"}
    found: dict[str, list[str]] = {}
    for tag, words in tags.items():
        found.setdefault(ends.get(tag) or ("address_2" if tag in inside else "address_1"), []).append(
            words.strip(" ,")
        )
    return {key: " ".join(found[key]) for key in PARTS if key in found}


def state_code(text: str, country: str) -> str:
    """A state in letters: OR for Oregon; any other as it is written."""
    text = STATE_ONLY.sub(r"\1", text).strip(" .")
    names = {name.casefold(): code for code, name in STATES.get(country, {}).items()}
    return names.get(text.casefold()) or (text.upper() if text.upper() in STATES.get(country, {}) else text)


def postal_code(text: str, country: str) -> str:
    """A postal code whole: nine digits with a hyphen, and with the zero that a spreadsheet took from it."""
    text = spaced(text.strip(" .,").removesuffix(".0"))
    if country != "US":
        return text.upper()
    if re.fullmatch(r"\d{9}", text):
        text = f"{text[:5]}-{text[5:]}"
    elif re.fullmatch(r"\d{3,4}", text):
        text = text.zfill(5)
    return text.removesuffix("-0000").removesuffix("-")


def country_code(text: str, home: str) -> str:
    """A country in two letters; home where it is not known."""
    low = text.casefold().strip()
    if not low:
        return home
    if low in USA:
        return "US"
    if len(low) == 2 and low.isalpha():
        return low.upper()
    return country_names().get(low, home)


@cache
def country_names() -> dict[str, str]:
    """{name in English and in its own language, in small letters: code}."""
    from babel import Locale  # most sources name their country in letters, or not at all

    names = Locale("en").territories
    found = {str(name).casefold(): code for code, name in names.items() if len(code) == 2 and code.isalpha()}
    return found | {
        "great britain": "GB",
        "england": "GB",
        "uk": "GB",
        "mexico": "MX",
        "méxico": "MX",
        "canada": "CA",
    }


def coordinate_of(cells: Iterable[Cell], most: int, cleaning: Cleaning) -> str:
    """Degrees as content has them, "" where there are none that can be."""
    for cell in cells:
        text = cell.text.strip()
        try:
            number = float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)
        except ValueError:
            cleaning.ledger.note(cell, "coordinate not read")
            continue
        if number and abs(number) <= most:
            return f"{number:.6f}".rstrip("0").rstrip(".")
    return ""
