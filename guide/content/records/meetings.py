"""The keys of a meeting of a support group."""

from typing import Any

from guide.content.hours import HOURS, Hours
from guide.content.records.contact import PHONE
from guide.model import Listing, Meeting
from guide.model.meeting import FORMATS
from guide.problems import content as kinds
from guide.reading.fields import Field, Record, closest
from guide.reading.kinds import WEB_ADDRESS, WORD, choice, many
from guide.reading.source import Place, Source


def make_meeting(values: dict[str, Any], place: Place, source: Source) -> Meeting | None:
    """A meeting; None where it does not say when in a way that can be sorted, which is reported."""
    if "hours" not in values:
        return None
    hours: Hours = values["hours"]
    rules = hours.opening.rules if hours.opening else ()
    if not rules or any(rule.closed or rule.comment or not (rule.days and rule.spans) for rule in rules):
        source.report(
            place, kinds.MEETING_HOURS, text=hours.opening.text if hours.opening else "; ".join(hours.lines)
        )
        return None
    return Meeting(**values | {"hours": hours.opening})


def check_places(listing: Listing, place: Place, source: Source) -> None:
    """Report meetings at a location that the listing does not have."""
    names = [location.name for location in listing.locations if location.name]
    for meeting in listing.meetings:
        if meeting.location and meeting.location not in names:
            near = closest(meeting.location, names)
            source.report(place, kinds.MEETING_PLACE, word=meeting.location, near=near)


MEETING = Record(
    "a meeting",
    (
        Field(
            "hours",
            HOURS,
            "Day and time in the syntax of OpenStreetMap: Mo 19:00-20:30, or Sa[1,3] 10:00.",
            required=True,
            also="day time when start",
        ),
        Field("name", WORD, "What it is called, where that is not the listing's name.", also="title"),
        Field(
            "location", WORD, "The name of the listing's location where it is; the first if it is not given."
        ),
        Field(
            "formats",
            many(choice(FORMATS, kinds.MEETING_FORMAT)),
            "Of which kind it is: " + ", ".join(FORMATS) + ".",
            also="format types type",
        ),
        Field("note", WORD, "A few words more: Bring a cup.", also="notes"),
        Field("link", WEB_ADDRESS, "Web address to join it online.", also="url website zoom conference_url"),
        Field("meeting_id", WORD, "The number of the meeting online: 812 3456 7890."),
        Field("passcode", WORD, "The passcode for it, where everybody may know it.", also="password"),
        Field("dial_in", PHONE, "The number to join it by telephone.", also="phone conference_phone"),
    ),
    make_meeting,
)
