"""The listings of an edition as cards of an address book: vCard 4.0 (RFC 6350), one for each listing.

Lines end and are folded as the standard says, and the offices beside the first are addresses with their own labels.
"""

import re
from collections.abc import Iterable, Iterator
from uuid import UUID

from guide.exchange.give.ids import id_of
from guide.exchange.give.plain import Names, names_in, plain_prose, spoken
from guide.expressions import expression
from guide.language.addresses import address_lines
from guide.language.costs import COST_TEXT, fact_text
from guide.language.words import Words, words_in
from guide.model import (
    CALL_OR_TEXT,
    FAX,
    TEXT,
    TTY,
    Address,
    Guide,
    Listing,
    Location,
    Phone,
    Program,
    Section,
    with_first,
)
from guide.seal import BLANK, sealed

ESCAPED = expression(r"[\\,;]")
UNSEEN = expression("[\x00-\x09\x0b-\x1f\x7f]")
LONGEST = 75  # bytes of a line
TYPES = {FAX: "fax", TEXT: "text", TTY: "textphone", CALL_OR_TEXT: "voice,text", "cell": "cell", "video": "video", "pager": "pager"}  # fmt: skip


def as_vcard(guide: Guide) -> bytes:
    """The cards, the last of them with the seal."""
    names = names_in(guide)
    cards = [
        [*card(section, listing, guide, names)] for section in guide.sections for listing in section.listings
    ]
    lines = [line for each in cards for line in ("BEGIN:VCARD", "VERSION:4.0", *each, "END:VCARD")]
    lines.insert(len(lines) - 1, f"X-MAKE-GUIDE:{BLANK}")
    return sealed("".join(f"{folded}\r\n" for line in lines for folded in fold(line)))


def card(section: Section, listing: Listing, guide: Guide, names: Names) -> Iterator[str]:
    """Yield the lines of a card."""
    yield "KIND:org"
    yield f"UID:urn:uuid:{UUID(id_of('organization', listing.id))}"
    yield f"FN:{escaped(listing.name)}"
    yield f"ORG:{escaped(listing.name)}"
    nicknames = [*filter(None, (listing.short_name,)), *listing.alternate_names, *listing.former_names]
    if nicknames:
        yield f"NICKNAME:{','.join(map(escaped, nicknames))}"
    topics = dict.fromkeys((section.title, *listing.services, *listing.audience))
    yield f"CATEGORIES:{','.join(map(escaped, topics))}"
    if not listing.gone:
        yield from contacts((listing, *listing.locations, *listing.programs), guide.country)
    if guide.language:
        yield f"LANG:{guide.language}"
    if note := "\n\n".join(filter(None, notes(listing, names, words_in(guide.language)))):
        yield f"NOTE:{escaped(note)}"


def contacts(places: Iterable[Listing | Location | Program], home: str) -> Iterator[str]:
    """Yield how to reach the whole, its offices and its programs; nothing twice."""
    told: set[str] = set()
    for place in places:
        label = "" if isinstance(place, Listing) else place.name
        for line in place_lines(place, label, home):
            if line not in told:
                told.add(line)
                yield line


def place_lines(place: Listing | Location | Program, label: str, home: str) -> Iterator[str]:
    """Yield the lines of one place."""
    if isinstance(place, Location):
        yield from where(place, label, home)
    for phone in place.phones:
        yield phone_line(phone)
    for kind, first, more in (("EMAIL", place.email, place.emails), ("URL", place.website, place.websites)):
        for each in with_first(first, more):
            target = each.target if kind == "EMAIL" or "://" in each.target else f"https://{each.target}"
            yield f"{kind};TYPE=work:{escaped(target) if kind == 'EMAIL' else target}"


def where(location: Location, label: str, home: str) -> Iterator[str]:
    """Yield the address of an office, and where it is on a map; of a confidential one neither street nor point."""
    address = location.address
    if address is None:
        return
    shown = [spoken(line) for line in (label, *address_lines(address, home)) if line]
    parameters = f";LABEL={quoted(chr(10).join(shown))}"
    if location.point:
        latitude, longitude = location.point
        parameters += f';GEO="geo:{latitude},{longitude}"'
    yield f"ADR;TYPE=work{parameters}:{address_value(address, home)}"


def address_value(address: Address, home: str) -> str:
    """The seven parts of an address."""
    street = ", ".join(filter(None, (address.address_1, address.address_2, address.station)))
    box = "" if address.confidential else address.po_box
    parts = (box, "", "" if address.confidential else street, address.city, address.state_province)
    code = "" if address.confidential else address.postal_code
    return ";".join(map(escaped, (*parts, code, address.country or home)))


def phone_line(phone: Phone) -> str:
    """A number: as it is dialled where it can be, with its type."""
    types = TYPES.get(phone.type, "voice")
    kind = f";TYPE={quoted(types) if ',' in types else types}"
    if not phone.e164:
        return f"TEL;VALUE=text{kind}:{escaped(spoken(phone.printed))}"
    extension = re.sub(r"\D", "", phone.extension)
    local = ";phone-context=+1" if not phone.e164.startswith("+") else ""
    return f"TEL;VALUE=uri{kind}:tel:{phone.e164}{local}{f';ext={extension}' if extension else ''}"


def notes(listing: Listing, names: Names, words: Words) -> Iterator[str]:
    """Yield the texts of a note: news, what it is, when it is open, who may come."""
    yield listing.alert
    yield listing.summary
    yield "\n".join(map(spoken, listing.hours))
    yield plain_prose(listing.description, names)
    yield listing.eligibility_description
    yield fact_text(listing, COST_TEXT, words)
    for phone in listing.all_phones:
        if phone.description or phone.keyword:
            yield spoken(": ".join(filter(None, (phone.printed, phone.keyword, phone.description))))


# --- how a card is written --------------------------------------------------------------------------


def escaped(text: str) -> str:
    """A text as the value of a property."""
    return UNSEEN.sub(" ", ESCAPED.sub(lambda match: f"\\{match[0]}", text)).replace("\n", "\\n")


def quoted(text: str) -> str:
    """A text as a parameter (RFC 6868): quotation marks and new lines have signs of their own."""
    plain = text.replace("^", "^^").replace('"', "^'").replace("\n", "^n")
    return f'"{UNSEEN.sub(" ", plain)}"'


def fold(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 bytes, no letter divided; those behind the first begin with a space."""
    piece, size = "", 0
    for letter in line:
        length = len(letter.encode("utf-8"))
        if size + length > LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + length
    yield piece
