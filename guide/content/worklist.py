"""A call sheet: for each listing what to ask, with what the guide says, those first that nobody has asked for longest."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from guide.content.call_choice import CallChoice, chooser
from guide.content.choose.printable import printable
from guide.content.spreadsheet import write_csv
from guide.facts import FACTS, OFFICE_FACTS
from guide.language.addresses import address_lines
from guide.language.costs import fact_text
from guide.language.meeting_line import meeting_line
from guide.language.words import ENGLISH
from guide.model import FAX, VOICE, Facts, Guide, Listing, Location, Phone, Program

COLUMNS = (
    "Entry",
    "Id",
    "Name",
    "Section",
    "Edition",
    "Verified",
    "Verified by",
    "Question",
    "In the guide",
    "Right?",
    "What it should say",
    "Called on",
    "Called by",
)
TO_FILL_IN = 4  # the last of them
_WITHOUT_EDITION = tuple(name for name in COLUMNS if name != "Edition")
OLDER_COLUMNS = (  # of sheets made before it was there, and before the last two were, each with how many are to be filled in
    (_WITHOUT_EDITION, TO_FILL_IN),
    (_WITHOUT_EDITION[:-2], TO_FILL_IN - 2),
)
ALL = CallChoice()
PRIVATE = "Address not public: call first"


class Question(NamedTuple):
    """What to ask, and what the guide says of it; nothing where it says nothing."""

    text: str
    values: tuple[str, ...] = ()


class Call(NamedTuple):
    """A listing to call: its number in the guide, and what to ask."""

    number: int
    section: str
    listing: Listing
    questions: tuple[Question, ...]


def list_calls(guide: Guide, choice: CallChoice = ALL) -> tuple[Call, ...]:
    """The calls to make for what is printed; tuple of Call. GuideError where a section is chosen that there is not.

    Never verified first, then the oldest, or by number. The numbers are those of the whole guide.
    """
    is_chosen = chooser(choice, guide)
    guide = printable(guide)
    entries = guide.entries
    numbered = (
        (entries[listing.id], (section, listing))
        for section in guide.sections
        for listing in section.listings
    )
    calls = (
        Call(number, section.title, listing, tuple(ask(listing, guide.country)))
        for number, (section, listing) in numbered
        if is_chosen(number, section, listing)
    )
    return tuple(calls if choice.by_number else sorted(calls, key=by_age))


def by_age(call: Call) -> tuple[date, int]:
    """What brings the call that is due longest first."""
    return call.listing.verified or date.min, call.number


def ask(listing: Listing, country: str) -> Iterator[Question]:
    """The questions about a listing, in the order of print."""
    yield Question("Is it still there?", (state_of(listing),))
    others = listing.alternate_names + tuple(f"once {name}" for name in listing.former_names)
    notes = ", ".join(filter(None, (listing.short_name, listing.name_note, *others)))
    yield Question("Is this the name?", tuple(filter(None, (listing.name, notes))))
    yield from ask_places(listing, country)
    yield from ask_reach(listing)
    places: tuple[Listing | Location, ...] = (listing, *listing.locations)
    hours = [line for each in places for line in each.hours]
    if listing.meetings:
        yield Question("Are these the meetings?", tuple(map(meeting_line, listing.meetings)))
    if not listing.closed and (hours or not listing.meetings):
        yield Question("Are these the hours?" if hours else "When are you open?", tuple(hours))
    if ages := age_texts(listing):
        yield Question("Are these the ages?", ages)
    yield from ask_offices(listing)
    for fact in FACTS:
        value = fact_text(listing, fact.key, ENGLISH)
        if value or fact.usual:
            yield Question(fact.question, (value,) if value else ())
    for program in listing.programs:
        yield from ask_program(program, listing)
    yield from ask_topics(listing)
    if listing.description or listing.summary:
        yield Question(
            "Is the text in the guide still true?",
            tuple(filter(None, (listing.summary, "Read it out to them." * bool(listing.description)))),
        )


def ask_program(program: Program, listing: Listing) -> Iterator[Question]:
    """The questions about a program, its name with each."""
    name = program.name
    yield Question("Is there still this program?", tuple(filter(None, (name, program.location))))
    for phone in program.phones:
        yield phone_question(phone, name)
    for key, text in (("email", "Is this the e-mail address?"), ("website", "Is this the web address?")):
        if values := tuple(addresses_of(program, key)):
            yield Question(text, (*values, name))
    if program.hours and not listing.closed:
        yield Question("Are these the hours?", (*program.hours, name))
    if ages := age_texts(program):
        yield Question("Are these the ages?", (*ages, name))
    for fact in FACTS:
        if value := fact_text(program, fact.key, ENGLISH):
            yield Question(fact.question, (value, name))
    if program.description:
        yield Question("Is the text in the guide still true?", ("Read it out to them.", name))


def state_of(listing: Listing) -> str:
    """What the guide says of whether it is there, and for how long."""
    parts = []
    for text, days in (
        (listing.alert, listing.alert_days),
        ("Listed as closed" * listing.closed + " for good" * listing.gone, listing.closed_days),
    ):
        first = f" from {days.first}" if days.first else ""
        last = f" until {days.last}" if days.last else ""
        parts += [text + first + last] if text else []
    return "; ".join(parts) or "Listed as open"


def age_texts(owner: Facts) -> tuple[str, ...]:
    """("6 to 18",), ("18 and over",), () where it is for all ages."""
    least, most = owner.minimum_age, owner.maximum_age
    if least is None:
        return () if most is None else (f"up to {most}",)
    return (f"{least} and over" if most is None else f"{least} to {most}",)


def ask_offices(listing: Listing) -> Iterator[Question]:
    """The questions what is so at each office."""
    for number, location in enumerate(listing.locations, 1):
        name = location.name or (location.address.city if location.address else "") or str(number)
        for fact in FACTS:
            if fact.key in OFFICE_FACTS and (text := getattr(location, fact.key)):
                yield Question(fact.question, (text, name))


def ask_topics(listing: Listing) -> Iterator[Question]:
    """The questions under which words the index should list it, where it does."""
    for text, values in (
        ("Are these the topics?", listing.services),
        ("Is it for these people?", listing.audience),
    ):
        if values:
            yield Question(text, (", ".join(values),))


def ask_places(listing: Listing, country: str) -> Iterator[Question]:
    """The questions where it is."""
    places = [(location, location.address) for location in listing.locations if location.address]
    for location, address in places:
        secret = address.confidential
        lines = (
            location.name,
            *mail_names(location),
            *address_lines(address, country),
            PRIVATE if secret else "",
        )
        text = "Shall the address stay out of the guide?" if secret else "Is this the address?"
        yield Question(text, tuple(line.replace("\u00a0", " ") for line in lines if line))
    areas = tuple(", ".join(filter(None, (area.name, *area.postal_codes))) for area in listing.service_areas)
    if not places:
        yield Question("Is there an address to print?", areas)
    elif areas:
        yield Question("Do you work here too?", areas)
    for location in listing.locations:
        if location.attention:
            yield Question("Is this the person to ask for?", (location.attention,))


def mail_names(location: Location) -> tuple[str, ...]:
    """The names that stand on the letterbox beside the listing's own."""
    return tuple(filter(None, (location.postal_name, location.care_of and f"c/o {location.care_of}")))


def ask_reach(listing: Listing) -> Iterator[Question]:
    """The questions how to reach it."""
    places: tuple[Listing | Location, ...] = (listing, *listing.locations)
    for place in places:
        for phone in place.phones:
            yield phone_question(phone, place.name if isinstance(place, Location) else "")
    if not listing.all_phones:
        yield Question("Is there a number to call?")
    for key, text, missing in (
        ("email", "Is this the e-mail address?", "Is there an e-mail address?"),
        ("website", "Is this the web address?", "Is there a web address?"),
    ):
        values = tuple(dict.fromkeys(each for place in places for each in addresses_of(place, key)))
        yield Question(text if values else missing, values)


def phone_question(phone: Phone, whose: str) -> Question:
    """The question whether a number is right, of an office or a program."""
    notes = (
        f"ext. {phone.extension}" if phone.extension else "",
        "" if phone.type in (VOICE, FAX) else phone.type,
        sent_words(phone),
        phone.description,
        whose,
    )
    text = "Is this the fax number?" if phone.type == FAX else "Is this the number?"
    note = ", ".join(filter(None, notes))
    return Question(text, (phone.printed, note) if note else (phone.printed,))


def addresses_of(place: Listing | Location | Program, key: str) -> Iterator[str]:
    """Yield the e-mail or web addresses of a listing, an office or a program, each with its label."""
    first, more = getattr(place, key), place.emails if key == "email" else place.websites
    yield from [first] if first else []
    yield from (f"{each.target}, {each.label}" if each.label else each.target for each in more)


def sent_words(phone: Phone) -> str:
    return f"send {phone.keyword}" if phone.keyword else ""


# --- as a table -------------------------------------------------------------------------------------


def calls_csv(calls: Iterable[Call], edition: int) -> bytes:
    """The calls as CSV, a row for each question; the numbers of listings are those of this edition."""
    return write_csv(COLUMNS, (map(on_one_line, row) for row in call_rows(calls, edition)))


def call_rows(calls: Iterable[Call], edition: int) -> Iterator[tuple[str | int | date, ...]]:
    """The cells of a row for each question."""
    for number, section, listing, questions in calls:
        checked = listing.verified or "never", listing.verified_by
        first = (number, listing.id, listing.name, section, edition, *checked)
        for question in questions:
            yield (*first, question.text, "; ".join(question.values), *[""] * TO_FILL_IN)


def on_one_line(value: str | int | date) -> str:
    """A value as a cell without line ends."""
    return " ".join(str(value).split())
