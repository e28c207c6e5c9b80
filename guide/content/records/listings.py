"""The keys of a listing and of a section."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from guide.content.hours import HOURS, spread_hours
from guide.content.leaks import report_leaks
from guide.content.records.codes import ID
from guide.content.records.contact import (
    ADDRESS,
    ADDRESS_RECORD,
    LOCATION,
    PHONE_RECORD,
    SERVICE_AREA,
    reached_by,
    read_location,
)
from guide.content.records.dated import ALERT, CLOSED, STATUS, spread_dates
from guide.content.records.facts import AGES, COST_FIELD, check_ages, fact_field
from guide.content.records.meetings import MEETING, check_places
from guide.content.records.orders import ORDER, ORDERS_OF_PLACES
from guide.content.records.pictograms import ICON_NAME
from guide.content.records.programs import (
    PROGRAM,
    TOPIC_FIELDS,
    check_program_places,
    spread_programs,
)
from guide.content.records.values import spread_languages
from guide.facts import FACTS
from guide.model import (
    CheckOff,
    Listing,
    Location,
    OpeningHours,
    Reference,
    Section,
)
from guide.pictograms import PICTOGRAMS
from guide.problems import content as kinds
from guide.reading.fields import Field, Kind, Levels, Record
from guide.reading.kinds import (
    DAY,
    FLAG,
    MARKDOWN,
    WORD,
    WORDS,
    choice,
    many,
    number,
)
from guide.reading.source import Node, Place, Source


def make_check_off(values: dict[str, Any], place: Place, source: Source) -> CheckOff | None:
    """A check that is turned off; None where its name or the reason is missing, which is reported already."""
    return CheckOff(**values, mark=source.mark(place)) if len(values) == 2 else None


CHECK_OFF = Record(
    "a check that is turned off",
    (
        Field(
            "name",
            WORD,
            "The name of the check, as in its message: long-sentence.",
            required=True,
            also="check",
        ),
        Field("reason", WORD, "Why it is turned off here.", required=True, also="because why"),
    ),
    make_check_off,
)


# --- listings and sections --------------------------------------------------------------------------


def make_listing(values: dict[str, Any], place: Place, source: Source) -> Listing:
    """A listing; its address stands for a single location."""
    address = values.pop("address", None)
    if address and values.get("locations"):
        source.report(place, kinds.TWO_ADDRESSES)
    elif address:
        values["locations"] = (Location(address=address),)
    values["printed"] = values.pop("print", True)
    if not values["printed"] and "print_reason" not in values:
        source.report(place, kinds.PRINT_REASON)
    spread_dates(values, place, source)
    check_ages(values, place, source)
    spread_programs(values)
    listing = Listing(
        **{"id": "", "name": ""} | spread_languages(spread_hours(values)), mark=source.mark(place)
    )
    check_places(listing, place, source)
    check_program_places(listing, place, source)
    days = [each.verified for each in listing.locations]
    if days and listing.verified is None and all(days):
        listing = replace(
            listing, verified=min(filter(None, days))
        )  # the whole is as old as its oldest office
    return with_times(listing) if listing.meetings and not listing.hours else listing


def with_times(listing: Listing) -> Listing:
    """A listing whose hours are the times of its meetings, so that it stands wherever it is told who is open when."""
    rules = dict.fromkeys(rule for meeting in listing.meetings for rule in meeting.hours.rules)
    return replace(listing, opening=OpeningHours(text="", rules=tuple(rules)))


def read_listing(node: Node, key: str, source: Source) -> Listing | Reference | None:
    """A listing, whose name stands in everything that is reported of it; or a reference to one of another section."""
    if isinstance(node[0], tuple) and [name for (name, _), _ in node[0]] == ["see"]:
        return read_reference(node[0][0][1], source)
    start = len(source.problems), len(source.mentions)
    listing = LISTING_RECORD.read(node, key, source)
    leaks = listing and report_leaks(node, listing, source)
    if listing and (len(source.problems), len(source.mentions)) != start:
        source.name_owner(start, "" if leaks else listing.name or listing.id)
    return listing


def read_reference(id_node: Node, source: Source) -> Reference | None:
    """The id of a listing that is set in another section."""
    listing_id = ID.read(id_node, "see", source)
    if listing_id:
        source.add_mention(listing_id, id_node[1])
        return Reference(listing_id, 0)
    return None


REFERENCE_RECORD = Record(
    "a reference",
    (
        Field(
            "see",
            ID,
            "The id of a listing that another section prints: here stands one line with its page.",
            required=True,
        ),
    ),
    lambda values, place, source: values,
)


def near_listing() -> Levels:
    """Where a key belongs that stands among those of a listing by mistake."""
    return (
        ("under address:", ADDRESS_RECORD),
        ("under locations:", LOCATION),
        ("under phones:", PHONE_RECORD),
        ("above listings:, at the beginning of the file", SECTION),
        ('under service_areas:, behind "- "', SERVICE_AREA),
    )


def below_section() -> Levels:
    """Where a key belongs that stands among those of a section by mistake."""
    return (("under listings:, below a line that begins with - id:", LISTING_RECORD),)


LISTING_RECORD = Record(
    "a listing",
    (
        Field(
            "id", ID, "A short name of its own by which other listings mention it: food-bank.", required=True
        ),
        Field("name", WORD, "The name as it is printed.", required=True),
        Field(
            "number",
            number(1, 99999, kinds.LISTING_NUMBER),
            "Its number where numbers are stable; make-guide numbers writes it.",
        ),
        Field("short_name", WORD, "Its initials or short form: HRC.", also="acronym"),
        Field("name_note", WORD, "What is printed in brackets after the name."),
        Field("alternate_names", WORDS, "Other names that people look for.", also="alias aka"),
        Field("former_names", WORDS, "Names that it had before.", also="previous_names"),
        Field("summary", WORD, "What it is, in a few words."),
        Field(
            "alert",
            ALERT,
            "News that comes before everything else: New address; or `text` with `from` and `until`.",
            also="warning news",
        ),
        Field(
            "status",
            STATUS,
            "Open, closed for now or closed for good; or `is` with `from` and `until`.",
            also="state",
        ),
        Field("closed", CLOSED, "Yes is an older way to say `status: closed for now`."),
        Field("address", ADDRESS, "The address of a listing with one location."),
        Field(
            "locations",
            many(Kind(read_location, LOCATION.schema)),
            "Its offices or meeting places.",
            also="offices sites",
        ),
        Field(
            "office_table",
            FLAG,
            "Yes makes its offices a table by city, no prints each by itself; left out, more than 12 are a table.",
        ),
        *reached_by("the whole"),
        Field(
            "hours", HOURS, "Opening hours, a line each.", also="opening_hours hours_of_operation schedule"
        ),
        Field("meetings", many(MEETING), "Meetings of a support group, each with its day and time."),
        Field(
            "service_areas",
            many(SERVICE_AREA),
            "Places that it serves without having an address there.",
            also="area",
        ),
        Field("description", MARKDOWN, "What it does, in Markdown."),
        COST_FIELD,
        *map(fact_field, FACTS),
        *AGES,
        Field(
            "programs",
            many(PROGRAM),
            "Its services, where each has its own phones, hours, cost or rules.",
            also="program offers offerings service_list services_offered activities projects",
        ),
        *TOPIC_FIELDS,
        Field("verified", DAY, "The day on which somebody asked whether all this is true: 2026-03-14."),
        Field("verified_by", WORD, "Who asked."),
        Field("source", WORD, "Where this was taken from."),
        Field(
            "print",
            FLAG,
            "No keeps it out of the guide and of everything that is made from it.",
            also="printed publish",
        ),
        Field("print_reason", WORD, "Why it is not printed; this is not printed either.", also="reason"),
        Field(
            "checks_off", many(CHECK_OFF), "Checks that do not look at this listing, each with its reason."
        ),
    ),
    make_listing,
    near_listing,
)
LISTING = Kind(read_listing, {"anyOf": [LISTING_RECORD.schema, REFERENCE_RECORD.schema]})


def keep_values(values: dict[str, Any], place: Place, source: Source) -> dict[str, Any]:
    """The values as they are, to be finished when more is known."""
    return {"place": place, **values}


def finish_section(values: dict[str, Any], source: Source) -> Section:
    """A section of the values of its file."""
    place = values.pop("place")
    page = values.pop("page", "")
    values["flows_on"], values["own_page"] = page == "flows on", page == "new"
    if not values.get("listings") and not source.is_damaged:
        source.report(place, kinds.EMPTY_SECTION)
    named = {"id": section_id(source.path), "title": ""}
    entries = values.pop("listings", ())
    values["listings"] = tuple(entry for entry in entries if isinstance(entry, Listing))
    values["references"] = tuple(
        Reference(entry.id, sum(1 for before in entries[:place] if isinstance(before, Listing)))
        for place, entry in enumerate(entries)
        if isinstance(entry, Reference)
    )
    return Section(**named | values, mark=source.mark(place))


def section_id(path: Path) -> str:
    """An id made of the file's name without the number in front: "food" for 20-food.yaml."""
    words = re.findall("[a-z0-9]+", path.stem.lower())
    return "-".join(words[1:] if words and words[0].isdecimal() and len(words) > 1 else words)


SECTION = Record(
    "a section",
    (
        Field("id", ID, "A short name of its own; the file's name if it is not given."),
        Field("title", WORD, "The title as it is printed.", required=True),
        Field(
            "icon",
            ICON_NAME,
            "Its pictogram; give one to every section, or to none: "
            + ", ".join(PICTOGRAMS)
            + ", or one of `pictograms` in guide.yaml.",
            also="pictogram sign symbol",
        ),
        Field("introduction", MARKDOWN, "What stands before the listings, in Markdown.", also="intro"),
        Field(
            "page",
            choice(("new", "flows on"), kinds.PAGE),
            "Whether it begins a new page, or flows on after the section before.",
        ),
        Field(
            "order",
            ORDER,
            "The order of its listings: by hand (as they stand here), by name, by place (state and city), by city, by "
            "neighborhood or by day, these three with subheadings.",
        ),
        *ORDERS_OF_PLACES,
        Field(
            "listings",
            many(LISTING),
            "The listings in the order in which they are printed.",
            also="entries organizations",
        ),
    ),
    keep_values,
    below_section,
)
