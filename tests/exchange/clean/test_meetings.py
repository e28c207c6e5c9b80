"""Meetings of support groups."""

from guide.exchange.clean.meetings import meetings_of
from tests.exchange.clean.made import cleaning, group, kinds


def test_a_meeting_says_when_and_of_which_kind_it_is():
    """Kinds that the content does not know become words of its note."""
    groups = [
        group(
            weekday="Monday",
            start="19:00:00",
            duration="01:30:00",
            formats="O,D,Literature",
            name="Early Birds",
            note="Bring a cup.",
        ),
        group(
            weekday="su",
            start="8pm",
            formats="VM",
            link="https://zoom.us/j/1?pwd=2",
            meeting_id="812 3456",
            dial_in="541-555-0142",
        ),
        group(weekday="Fri", start="23:00", end="00:30"),
    ]
    assert meetings_of(groups, cleaning()) == [
        {
            "hours": "Mo 19:00-20:30",
            "name": "Early Birds",
            "formats": ["open", "discussion"],
            "note": "Bring a cup. Literature",
        },
        {
            "hours": "Su 20:00",
            "formats": ["online"],
            "link": "https://zoom.us/j/1?pwd=2",
            "meeting_id": "812 3456",
            "dial_in": "541-555-0142",
        },
        {"hours": "Fr 23:00-00:30"},
    ]


def test_a_meeting_without_a_day_is_told():
    """It cannot be printed in its place."""
    run = cleaning()
    assert meetings_of([group(start="19:00", name="A")], run) == []
    assert kinds(run) == ["meeting without day or time, left out"]


def test_a_meeting_is_not_called_as_its_listing():
    """Other names stay; words of its kinds begin with a capital."""
    groups = [
        group(weekday="Monday", start="19:00", name="Sunrise"),
        group(weekday="Tuesday", start="19:00", name="Big Book", formats="open, wheelchair access"),
    ]
    assert meetings_of(groups, cleaning(), "Sunrise") == [
        {"hours": "Mo 19:00"},
        {"hours": "Tu 19:00", "name": "Big Book", "formats": ["open"], "note": "Wheelchair access"},
    ]


def test_what_is_entered_by_telephone_stands_in_the_note():
    """The number alone can be dialled."""
    group_of = {"weekday": "Monday", "start": "19:00"}
    said = {
        "+16465588656,,2125551212#,,#,,12345#": ("+16465588656", "By telephone enter 2125551212, then 12345"),
        "(503) 555-0400 code 99": ("(503) 555-0400", "code 99"),
        "503-555-0400": ("503-555-0400", None),
        "ask us": (None, "ask us"),
    }
    for text, (number, note) in said.items():
        (meeting,) = meetings_of([group(dial_in=text, **group_of)], cleaning())
        assert (meeting.get("dial_in"), meeting.get("note")) == (number, note)
