"""The keys of a program: one of the services of an organisation, with its own phones, hours, cost and rules."""

from dataclasses import replace
from typing import Any

from guide.content.hours import HOURS, spread_hours
from guide.content.records.contact import EMAILS, ONE_EMAIL, ONE_WEBSITE, PHONE_RECORD, PHONES, WEBSITES
from guide.content.records.facts import AGES, COST_FIELD, check_ages, fact_field
from guide.content.records.values import spread_languages
from guide.facts import FACTS
from guide.model import Listing, Program
from guide.problems import content as kinds
from guide.reading.fields import Field, Kind, Levels, Record, closest
from guide.reading.kinds import FLAG, MARKDOWN, WORD, WORDS, read_words
from guide.reading.source import Node, Pairs, Place, Source


def make_program(values: dict[str, Any], place: Place, source: Source) -> Program | None:
    """A program; None without a name, which is reported already."""
    values["printed"] = values.pop("print", True)
    values.pop("print_reason", None)
    check_ages(values, place, source)
    values = spread_languages(spread_hours(values))
    return Program(**values, mark=source.mark(place)) if "name" in values else None


def spread_programs(values: dict[str, Any]) -> None:
    """Number the programs of a listing, and give it the topics and groups of people of those that are printed."""
    programs: tuple[Program, ...] = values.get("programs", ())
    for key in ("services", "audience"):
        of_programs = (word for each in programs if each.printed for word in getattr(each, key))
        if words := tuple(dict.fromkeys((*values.get(key, ()), *of_programs))):
            values[key] = words
    if programs:
        values["programs"] = tuple(
            replace(each, number=number, services=(), audience=()) for number, each in enumerate(programs, 1)
        )


def check_program_places(listing: Listing, place: Place, source: Source) -> None:
    """Report programs at a location that the listing does not have."""
    names = [location.name for location in listing.locations if location.name]
    for program in listing.programs:
        if program.location and program.location not in names:
            near = closest(program.location, names)
            source.report(place, kinds.PROGRAM_PLACE, name=program.name, word=program.location, near=near)


def read_topics(node: Node, key: str, source: Source) -> tuple[str, ...] | None:
    """Topics; services with keys of their own are told to be programs."""
    items = node[0] if isinstance(node[0], list) else [node]
    grouped = next((place for value, place in items if isinstance(value, tuple) and is_program(value)), None)
    if grouped is None:
        return read_words(node, key, source)
    source.report(grouped, kinds.PROGRAM_AS_TOPIC, key=key)
    return None


def is_program(pairs: Pairs) -> bool:
    """Whether a group of keys has one that programs have; else it is a text with a colon."""
    return any(isinstance(name, str) and name in PROGRAM.names for (name, _), _ in pairs)


def near_program() -> Levels:
    """Where a key belongs that stands among those of a program by mistake."""
    from guide.content.records.listings import LISTING_RECORD  # which needs this module

    return (("under phones:", PHONE_RECORD), ("beside programs:, as far left as it", LISTING_RECORD))


TOPICS = Kind(read_topics, WORDS.schema)
TOPIC_FIELDS = (
    Field("services", TOPICS, "Topics under which the index lists it.", also="topics tags categories"),
    Field("audience", WORDS, "People whom it is for.", also="for population"),
)
PROGRAM = Record(
    "a program",
    (
        Field(
            "name",
            WORD,
            "What it is called: Food pantry.",
            required=True,
            also="title service service_name program",
        ),
        Field(
            "description", MARKDOWN, "What it is, in a few words or in Markdown.", also="summary text about"
        ),
        Field("location", WORD, "The name of the listing's location where it is.", also="office site where"),
        Field("phones", PHONES, "Numbers of this program.", also="phone telephone tel phone_numbers"),
        Field("email", ONE_EMAIL, "E-mail address of this program.", also="mail"),
        Field("website", ONE_WEBSITE, "Web address of this program.", also="url web web_address homepage"),
        Field(
            "emails",
            EMAILS,
            "More e-mail addresses of this program, each with a label.",
            also="e-mails mails",
        ),
        Field(
            "websites",
            WEBSITES,
            "More web addresses of this program, each with a label.",
            also="urls links facebook",
        ),
        Field(
            "hours",
            HOURS,
            "Hours of this program, a line each.",
            also="opening_hours hours_of_operation schedule times",
        ),
        COST_FIELD,
        *map(fact_field, FACTS),
        *AGES,
        *TOPIC_FIELDS,
        Field("print", FLAG, "No keeps it out of everything that leaves the house.", also="printed publish"),
        Field("print_reason", WORD, "Why it is not printed; this is not printed either.", also="reason"),
    ),
    make_program,
    near_program,
)
