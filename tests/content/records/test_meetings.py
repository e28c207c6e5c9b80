"""Meetings of a support group: what is read, what counts as hours, and what is wrong."""

import pytest

from guide.content.units import Replacer, listing_units
from guide.content.worklist import ask
from guide.model.meeting import FORMATS
from tests.conftest import LISTING

WHOLE = (
    "locations: [{name: Library, address: {city: Oakland, state_province: CA}}]",
    "meetings:",
    "  - hours: Mo,Th 19:00-20:30",
    "    name: Step meeting",
    "    location: Library",
    "    formats: [open, Hybrid]",
    "    note: Bring a cup.",
    "    link: example.org/join",
    "    meeting_id: 812 3456",
    "    passcode: tea",
    "    dial_in: {number: 510-444-0134, description: long distance}",
)


def test_a_meeting_is_read(load_listing):
    [meeting] = load_listing(*WHOLE).meetings
    assert (meeting.hours.rules[0].days, meeting.hours.rules[0].spans) == ((0, 3), ((1140, 1230),))
    assert (meeting.name, meeting.location, meeting.formats) == (
        "Step meeting",
        "Library",
        ("open", "hybrid"),
    )
    assert (meeting.link, meeting.meeting_id, meeting.passcode) == (
        "https://example.org/join",
        "812 3456",
        "tea",
    )
    assert meeting.dial_in.e164 == "+15104440134" and meeting.note == "Bring a cup."


def test_its_times_are_the_hours_of_a_listing_without_any(load_listing):
    there = load_listing(*WHOLE)
    assert there.hours == () and there.opening.week[3] == ((1140, 1230),)
    there = load_listing("hours: Fr 9:00-10:00", *WHOLE)
    assert there.opening.week[3] == () and len(there.hours) == 1


@pytest.mark.parametrize(
    "lines, name, words",
    (
        (("hours: in the evening",), "meeting-hours", "in the evening"),
        (('hours: Mo 19:00-20:00 "ring"',), "meeting-hours", "ring"),
        (("hours: 24/7",), "meeting-hours", "24/7"),
        (("hours: Mo 19:00", "formats: [opne]"), "meeting-format", "open"),
        (("hours: Mo 19:00", "location: Librarie"), "meeting-place", "Librarie"),
        (("formats: [open]",), "missing", "hours"),
        (("hours: Mo 19:00", "day: Monday"), "unknown-key", "hours"),
    ),
)
def test_what_is_wrong_is_told(load, lines, name, words):
    """At its line, with what to do."""
    first, *others = lines
    written = ("meetings:", f"  - {first}", *(f"    {line}" for line in others))
    problems = load(food=LISTING + "".join(f"    {line}\n" for line in written)).problems
    found = [problem for problem in problems if problem.name == name]
    assert len(found) == 1 and words in str(found[0]) and found[0].mark.line > 1


def test_its_words_are_translated(load_listing):
    there = load_listing(*WHOLE)
    keys = [unit.key for unit in listing_units(there) if unit.key.startswith("meeting")]
    assert keys == ["meeting-1-name", "meeting-1-note", "meeting-1-phone-description"]
    texts = {unit.place: unit.text.upper() for unit in listing_units(there)}
    [meeting] = Replacer(texts, {}, None).listing(there).meetings
    assert (meeting.name, meeting.note, meeting.location) == ("STEP MEETING", "BRING A CUP.", "LIBRARY")
    assert meeting.dial_in.description == "LONG DISTANCE"


def test_the_call_sheet_asks(load_listing):
    [asked] = [question for question in ask(load_listing(*WHOLE), "US") if "meetings" in question.text]
    assert asked.values == (
        "Monday and Thursday 7 pm to 8:30 pm, Step meeting, Library, open, hybrid, Bring a cup., "
        "https://example.org/join, 812 3456, tea, 510-444-0134, long distance",
    )


def test_kinds_have_different_names():
    assert len({*FORMATS}) == len(FORMATS)
