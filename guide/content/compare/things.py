"""What a listing says, thing by thing: each with the value that it is compared by and a line of text to tell it in."""

from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from guide.facts import FACT_KEYS, OFFICE_FACTS
from guide.language.addresses import address_lines
from guide.language.costs import fact_text
from guide.language.files import fixed_words
from guide.language.hours_lines import hours_lines
from guide.language.hours_words import ENGLISH_HOURS, HoursWords
from guide.language.meeting_line import meeting_line
from guide.language.scripts import NBSP
from guide.language.words import ENGLISH, Words, words_in
from guide.model import (
    VOICE,
    Address,
    Days,
    Guide,
    Listing,
    Location,
    Phone,
    Program,
    Section,
    with_first,
)
from guide.reading.prose import to_markdown

# The order in which changes are told.
KEYS = (
    "phone",
    "address",
    "state",
    "alert",
    "email",
    "website",
    "hours",
    "meeting",
    "location",
    "program",
    "name",
    "short_name",
    "name_note",
    "alternate_names",
    "former_names",
    "postal_name",
    "care_of",
    "attention",
    "office",
    "ages",
    *FACT_KEYS,
    "summary",
    "description",
    "service_areas",
    "services",
    "audience",
    "also_in",
)
OPEN = "open"
NAMES = ("name", "short_name", "name_note")
OF_GONE = frozenset(
    (*NAMES, "alternate_names", "former_names", "state", "alert", "description")
)  # printed of what is closed for good
Place = Listing | Location | Program


class Home(NamedTuple):
    """How a guide writes things: the country whose addresses need not say it, and the words for hours."""

    country: str = "US"
    hours: HoursWords = ENGLISH_HOURS
    words: Words = ENGLISH


def home_of(guide: Guide) -> Home:
    """How a guide writes things."""
    words = fixed_words(guide.language)
    return Home(guide.country, words.hours if words else ENGLISH_HOURS, words_in(guide.language))


class Said(NamedTuple):
    """A thing that is said: two with the same value say the same; of others the ties say which takes the place of which."""

    key: str
    value: Hashable
    text: str
    ties: tuple[Hashable, ...] = ("",)  # the first is tried first; (): it takes the place of nothing


def whole_things(listing: Listing, home: Home) -> Iterator[Said]:
    """Yield what is said of a listing itself, without its offices and programs; of one that is closed for good, little."""
    yield from lines(listing, NAMES)
    yield Said("state", state_of(listing), state_of(listing))
    yield from lines(listing, ("alert",))
    yield from prose(listing)
    for key in ("alternate_names", "former_names"):
        yield from words(key, getattr(listing, key))
    if listing.gone:
        return
    yield from contact_things(listing, home)
    for meeting in listing.meetings:
        text = meeting_line(meeting)
        yield Said("meeting", text, text, (meeting.name,))
    yield from lines(listing, ("summary",))
    yield from facts(listing, FACT_KEYS, home)
    yield from ages(listing)
    for key in ("services", "audience"):
        yield from words(key, getattr(listing, key))
    yield from words("service_areas", (area.name for area in listing.service_areas))


def office_things(location: Location, home: Home) -> Iterator[Said]:
    """Yield what is said of an office."""
    yield from lines(location, ("name", "postal_name", "care_of", "attention", *OFFICE_FACTS))
    if location.address:
        yield Said("address", location.address, address_text(location.address, home.country))
    yield from contact_things(location, home)


def program_things(program: Program, home: Home) -> Iterator[Said]:
    """Yield what is said of a program."""
    yield from lines(program, ("name",))
    yield from facts(program, FACT_KEYS, home)
    yield from ([Said("office", program.location, program.location)] if program.location else [])
    yield from ages(program)
    yield from prose(program)
    yield from contact_things(program, home)


def contact_things(place: Place, home: Home) -> Iterator[Said]:
    """Yield how to reach somebody, and when."""
    for phone in place.phones:
        value = (phone.e164 or phone.printed, phone.printed, *phone_notes(phone))
        yield Said("phone", value, phone_text(phone), (value[0], phone.type))
    for key, first, more in (
        ("email", place.email, place.emails),
        ("website", place.website, place.websites),
    ):
        for each in with_first(first, more):
            text = f"{each.target}, {each.label}" if each.label else each.target
            yield Said(key, each, text, (each.target, each.label))
    if place.hours or place.opening and not (isinstance(place, Listing) and place.meetings):
        said = said_hours(place, home)
        yield Said("hours", tuple(sorted(said)), "; ".join(said))


def said_hours(place: Place, home: Home) -> tuple[str, ...]:
    """Hours in words that are the same however they were typed, where they can be computed with."""
    return hours_lines(place.opening, home.hours) if place.opening else place.hours


def phone_notes(phone: Phone) -> tuple[str, ...]:
    """What is to be known of a number."""
    return (
        f"ext. {phone.extension}" if phone.extension else "",
        "" if phone.type == VOICE else phone.type,
        f"send {phone.keyword}" if phone.keyword else "",
        phone.description,
    )


def phone_text(phone: Phone) -> str:
    """A number with what is to be known of it, on one line."""
    return ", ".join(filter(None, (phone.printed, *phone_notes(phone))))


def address_text(address: Address, country: str) -> str:
    """An address on one line; of a confidential one its city."""
    return ", ".join(address_lines(address, country)).replace(NBSP, " ")


def office_text(location: Location, home: Home) -> str:
    """An office on one line: its name, address and numbers."""
    address = address_text(location.address, home.country) if location.address else ""
    return "; ".join(filter(None, (location.name, address, *map(phone_text, location.phones))))


def program_text(program: Program) -> str:
    """A program on one line: its name and numbers."""
    return "; ".join((program.name, *map(phone_text, program.phones)))


def state_of(listing: Listing) -> str:
    """Whether it is open, in English: "open", "closed until 2026-12-01", "closed for good"."""
    if listing.gone:
        return "closed for good"
    if not (listing.closed or listing.closed_days):
        return OPEN
    return "closed " + (days_text(listing.closed_days) or "for now")


def days_text(days: Days) -> str:
    """ "from 2026-05-01 until 2026-06-01"."""
    first = f"from {days.first}" if days.first else ""
    last = f"until {days.last}" if days.last else ""
    return f"{first} {last}".strip()


def lines(owner: Place, keys: Iterable[str]) -> Iterator[Said]:
    """Yield the texts of one line that there are."""
    for key in keys:
        if text := getattr(owner, key):
            yield Said(key, text, text)


def facts(owner: Listing | Program, keys: Iterable[str], home: Home) -> Iterator[Said]:
    """Yield the facts that there are, as they are printed."""
    for key in keys:
        if text := fact_text(owner, key, home.words):
            yield Said(key, text, text)


def words(key: str, each: Iterable[str]) -> Iterator[Said]:
    """Yield words of a list, of which none takes the place of another."""
    yield from (Said(key, word, word, ()) for word in each)


def ages(owner: Listing | Program) -> Iterator[Said]:
    """Yield for which ages it is, where it is not for all."""
    least, most = owner.minimum_age, owner.maximum_age
    if (least, most) != (None, None):
        text = f"{least or 0} to {most}" if most is not None else f"{least} and over"
        yield Said("ages", (least, most), text)


def prose(owner: Listing | Program) -> Iterator[Said]:
    """Yield the description, if there is one."""
    if owner.description:
        yield Said("description", owner.description, " ".join(to_markdown(owner.description).split()))


def other_sections(sections: Iterable[Section]) -> dict[str, list[str]]:
    """{id: titles} of the sections in which listings have a line beside the one that they stand in."""
    found: dict[str, list[str]] = {}
    for section in sections:
        for each in section.references:
            found.setdefault(each.id, []).append(section.title)
    return found
