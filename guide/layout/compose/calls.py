"""What a call sheet says of a listing: the number to dial, a row for each thing to ask, and what the guide does not have.

The sheet is for those who make the guide, and its own words are English.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, TypeAlias

from guide.facts import FACTS
from guide.language.addresses import address_lines
from guide.language.costs import fact_text
from guide.language.meeting_line import meeting_line
from guide.language.words import ENGLISH
from guide.layout.compose.facts import age_words, area_words
from guide.layout.compose.facts import fact_rows as rows_of_facts
from guide.layout.compose.links import bare_address, kind_words
from guide.layout.compose.merge import can_merge, less, merge_location, of_the_whole, whole_of
from guide.layout.compose.offices import in_order, join_times
from guide.layout.compose.shorten import MOST_SUMMARY, cut, in_a_row, plain_words
from guide.model import FAX, Days, Listing, Location, Paragraph, Phone, Program, Prose

FIRST_WORDS = 12  # of the text in the guide, so many are asked about
NO_CALL = (FAX, "pager")  # types of numbers that nobody talks on
SILENT = ("text", "tty", "video")  # and on which nobody hears a voice: dialled where there is no other
OPEN_AGAIN = "Listed as closed. Open again?"
GONE = "Listed as closed for good. Is it?"
CITY_ONLY = "City only."
NOT_PUBLIC = "Address not public. Shall it stay so?"
ENDS = (".", "?", "!", "\u2026", ":", ";")
OFFICE = "Office"
HOLDS = "Does this still hold:"
STILL = "Is there still this program?"
NO_WEB: dict[str, Any] = {"email": "", "website": "", "emails": (), "websites": ()}


class Piece(NamedTuple):
    """Words in one weight."""

    text: str
    bold: bool = False
    own: bool = True  # the guide's, in its language; False: the sheet's


PieceLine: TypeAlias = tuple[Piece, ...]  # what begins on a line of its own


class CallRow(NamedTuple):
    """One thing to ask: what it is, and what the guide says of it."""

    label: str
    lines: tuple[PieceLine, ...]
    own: bool = False  # the label is the guide's
    wide: bool = False  # a yes or no is enough for it: it takes the place of the lines to write on too


class Dial(NamedTuple):
    """The number to dial."""

    number: str
    extension: str = ""


def number_to_dial(listing: Listing) -> Dial | None:
    """The first number on which somebody answers; None where there is none."""
    found = phone_to_dial(listing)
    return Dial(found.printed, found.extension) if found else None


def phone_to_dial(listing: Listing) -> Phone | None:
    """The first phone on which somebody answers; None where there is none."""
    phones = [each for each in listing.all_phones if each.e164 and each.type not in NO_CALL]
    return next((each for each in phones if each.type not in SILENT), next(iter(phones), None))


# --- rows ---------------------------------------------------------------------------------------------


def call_rows(listing: Listing, country: str, names: Mapping[str, str]) -> tuple[CallRow, ...]:
    """The rows of a listing; names is {id: name} of all, which its text may mention."""
    rows = (
        CallRow("Notice", tuple(notice_lines(listing))),
        CallRow("Name", tuple(name_lines(listing))),
        *office_rows(listing, country),
        CallRow("Works in", texts(area_words(each, ENGLISH) for each in listing.service_areas)),
        *fact_rows(listing),
        *(program_row(each, listing, country, names) for each in listing.programs),
        CallRow("Text", text_lines(listing, names), wide=True),
    )
    return tuple(row for row in rows if row.lines)


def texts(lines: Iterable[str]) -> tuple[PieceLine, ...]:
    """Texts of the guide, each on a line of its own."""
    return tuple((Piece(line),) for line in lines)


def notice_lines(listing: Listing) -> Iterator[PieceLine]:
    """Yield what the guide warns of."""
    if listing.alert:
        days = days_words(listing.alert_days)
        yield (Piece(listing.alert), *([Piece(f" ({days})", own=False)] if days else []))
    if listing.gone:
        yield (Piece(GONE, own=False),)
    elif listing.closed:
        days = days_words(listing.closed_days)
        yield (Piece(f"{OPEN_AGAIN} ({days})" if days else OPEN_AGAIN, own=False),)


def days_words(days: Days) -> str:
    """ "from 2027-01-10 until 2027-02-20"."""
    first = f"from {days.first}" if days.first else ""
    last = f"until {days.last}" if days.last else ""
    return " ".join(filter(None, (first, last)))


def name_lines(listing: Listing) -> Iterator[PieceLine]:
    """Yield what else a listing is called; its name stands above the rows."""
    beside = ", ".join(filter(None, (listing.short_name, listing.name_note)))
    if beside:
        yield (Piece(beside),)
    for words, names in (("also ", listing.alternate_names), ("once ", listing.former_names)):
        if names:
            yield Piece(words, own=False), Piece(", ".join(names))


def fact_rows(listing: Listing) -> Iterator[CallRow]:
    """Yield a row for each fact that the guide has."""
    if ages := age_words(listing, ENGLISH):
        yield CallRow(ENGLISH.ages, texts([ages]))
    for fact in FACTS:
        if value := fact_text(listing, fact.key, ENGLISH):
            yield CallRow(fact.short or fact.label, texts([value]))


def program_row(program: Program, listing: Listing, country: str, names: Mapping[str, str]) -> CallRow:
    """The row of a program: its numbers, where and when it is, and what else the guide says of it."""
    lines = [*texts(filter(None, [program.location])), *office_lines(whole_of(program), listing, country)]
    for row in rows_of_facts(program, ENGLISH):
        lines.append((Piece(row.label + " ", own=False), Piece(row.text)))
    if text := first_words(program.description, names):
        lines.append((Piece(HOLDS + " ", own=False), Piece(text)))
    return CallRow(program.name, tuple(lines) or ((Piece(STILL, own=False),),), own=True)


def text_lines(listing: Listing, names: Mapping[str, str]) -> tuple[PieceLine, ...]:
    """How the text in the guide begins, since nobody reads all of it out, and under which words the index has the listing."""
    text = first_words(listing.description, names)
    parts = (
        (HOLDS, ". ".join(filter(None, (listing.summary.rstrip("."), text)))),
        ("Topics", ", ".join(listing.services)),
        ("For", ", ".join(listing.audience)),
    )
    lines = [(Piece(words + " ", words != HOLDS, own=False), Piece(said)) for words, said in parts if said]
    return (in_a_line(lines, " "),) if lines else ()


def first_words(prose: Prose, names: Mapping[str, str]) -> str:
    """The first words of a text, fewer where they are long."""
    blocks = (
        plain_words(block.spans, names) if isinstance(block, Paragraph) else in_a_row(block, names)
        for block in prose
    )
    words = " ".join(filter(None, blocks)).split()
    text = " ".join(words[:FIRST_WORDS])
    if len(text) > MOST_SUMMARY:  # a script without spaces has no words to count
        return cut(text)
    return text.rstrip(" ,;:.") + "\u2026" if len(words) > FIRST_WORDS else text


# --- offices ------------------------------------------------------------------------------------------


def office_rows(listing: Listing, country: str) -> Iterator[CallRow]:
    """Yield a row for each office, then what is of none of them: numbers and hours, an e-mail and a web address."""
    places, whole = offices_and_whole(listing)
    for place in places:
        lines = tuple(office_lines(place, listing, country))
        yield CallRow(place.name or OFFICE, lines, own=bool(place.name))
    label = "In general" if places else "Number" if whole.phones else "Hours"
    own = replace(whole, **NO_WEB)
    yield CallRow(label, tuple(office_lines(own, listing, country)))
    if listing.meetings:
        yield CallRow("Meetings", texts(map(meeting_line, listing.meetings)))
    yield CallRow("E-mail", tuple(email_lines(whole)))
    yield CallRow("Web", tuple(web_lines(whole)))


def offices_and_whole(listing: Listing) -> tuple[tuple[Location, ...], Location]:
    """The offices of a listing, and what is of the whole: numbers and hours stand with the only office that there is."""
    own, places = of_the_whole(listing), listing.locations
    if len(places) != 1:
        return places, own
    if not can_merge(places[0], own):
        return places, less(own, places[0])
    one = merge_location(places[0], own)
    return (replace(one, **NO_WEB),), Location(
        email=one.email, website=one.website, emails=one.emails, websites=one.websites
    )


def office_lines(place: Location, listing: Listing, country: str) -> Iterator[PieceLine]:
    """Yield what the guide says of one office: its numbers, its address, when it is open, its own e-mail and web address."""
    hours = () if listing.closed else map(join_times, place.hours)
    if numbers := in_a_line(map(phone_line, in_order(place.phones)), "; "):
        yield numbers
    address = tuple(address_pieces(place, listing, country))
    times = in_a_line(texts(hours), "; ")
    if both := in_a_line(filter(None, (address, times)), ". "):
        yield both
    yield from email_lines(place)
    yield from web_lines(place)
    for row in rows_of_facts(place, ENGLISH):
        yield Piece(row.label + " ", own=False), Piece(row.text)
    if place.verified:
        yield (Piece(f"Checked on {place.verified}", own=False),)


def email_lines(place: Location) -> Iterator[PieceLine]:
    """Yield each e-mail address, with its label."""
    for target, label in ((place.email, ""), *((each.target, each.label) for each in place.emails)):
        yield from [(Piece(", ".join(filter(None, (target, label)))),)] if target else []


def web_lines(place: Location) -> Iterator[PieceLine]:
    """Yield each web address, with its label."""
    for target, label in ((place.website, ""), *((each.target, each.label) for each in place.websites)):
        yield from [(Piece(", ".join(filter(None, (bare_address(target), label)))),)] if target else []


def in_a_line(lines: Iterable[PieceLine], between: str) -> PieceLine:
    """Lines one behind the other, with marks between two of them, but behind a line that ends with one of its own."""
    pieces: list[Piece] = []
    for line in lines:
        if pieces:
            text = pieces[-1].text
            pieces[-1] = pieces[-1]._replace(text=text + (" " if text.endswith(ENDS) else between))
        pieces += line
    return tuple(pieces)


def phone_line(phone: Phone) -> PieceLine:
    """A number with its extension, in bold where somebody talks, and with the words that stand beside it."""
    kind = kind_words(phone, ENGLISH)
    in_digits = ENGLISH.in_digits.format(number=phone.in_digits) if phone.in_digits else ""
    extension = f" ext. {phone.extension}" if phone.extension else ""
    words = ", ".join(filter(None, (in_digits, kind)))
    pieces = [Piece(phone.printed + extension, bool(phone.e164) and phone.type not in NO_CALL)]
    pieces += [Piece(" " + words, own=False)] if words else []
    pieces += [Piece((", " if words else " ") + phone.description)] if phone.description else []
    return tuple(pieces)


def address_pieces(place: Location, listing: Listing, country: str) -> Iterator[Piece]:
    """Yield where an office is, and whom to ask for: what stands on an envelope, on one line."""
    if place.attention:
        yield Piece(ENGLISH.contact.format(name=place.attention) + (", " if place.address else ""))
    postal = place.postal_name if place.postal_name != listing.name else ""
    care_of = ENGLISH.care_of.format(name=place.care_of) if place.care_of else ""
    lines = address_lines(place.address, country) if place.address else ()
    if text := ", ".join(filter(None, (postal, care_of, *lines))):
        yield Piece(text)
    if place.address and (place.address.confidential or place.address.city_only):
        note = NOT_PUBLIC if place.address.confidential else CITY_ONLY
        yield Piece(". " + note if text else note, own=False)


# --- what the guide does not have -----------------------------------------------------------------------


def missing_words(listing: Listing) -> tuple[str, ...]:
    """What the guide does not have of a listing, and somebody should ask for."""
    places = listing.places
    addresses = [each.address for each in listing.locations if each.address]
    lacking = (
        ("a number to call", listing.all_phones),
        ("an address", addresses),
        ("a street address", [each for each in addresses if not each.city_only] or not addresses),
        ("hours", listing.closed or listing.meetings or any(each.hours for each in places)),
        ("e-mail", any(each.email or each.emails for each in places)),
        ("web", any(each.website or each.websites for each in places)),
    )
    facts = (
        fact.wanted or fact.label.lower()
        for fact in FACTS
        if fact.usual and not fact_text(listing, fact.key, ENGLISH)
    )
    return (*(words for words, there in lacking if not there), *facts)
