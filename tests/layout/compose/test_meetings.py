"""Meetings as lines of a listing, and as rows under their days."""

from guide import model
from guide.content.choose.choice import choose
from guide.content.hours import parse_hours
from guide.language.words import ENGLISH
from guide.layout.compose.composer import Composer
from guide.layout.compose.meetings import MeetingComposer
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag


def meeting(hours, **more):
    return model.Meeting(hours=parse_hours(hours)[0].opening, **more)


def words_of(inlines):
    return "".join(each.text for each in inlines).replace("\xa0", " ")


def group(maker, id, *meetings, **more):
    place = maker.office("Oakland", street="12 Pier Street", name="Library")
    return maker.listing(id, locations=(place,), meetings=meetings, **more)


FULL = meeting(
    "Mo 19:00-20:30",
    name="Step meeting",
    location="Library",
    formats=("open", "hybrid"),
    note="Bring a cup.",
    link="https://example.org/join",
    meeting_id="812 3456",
    passcode="tea",
)


def test_a_line_says_all_of_a_meeting(maker):
    """When in bold, and the address a link."""
    listing = group(maker, "one", FULL, meeting("We 9:00"))
    tag = Tag("Sect", Tag("Document"))
    [block] = MeetingComposer(Voice(maker.guide(maker.section(listing)), ENGLISH)).lines(listing, tag)
    first, second = (item.inlines for item in block.items)
    assert words_of(first) == (
        "Monday 7 pm to 8:30 pm: Step meeting, Library, open to everyone, in person and online, Bring a cup, "
        "example.org/join, meeting ID 812 3456, passcode tea"
    )
    assert words_of(second) == "Wednesday from 9 am" and first[0].bold
    [link] = [each for each in first if each.link]
    assert (link.link.target, link.tag.kind) == ("https://example.org/join", "Link")


def test_a_closed_listing_has_none(maker):
    listing = group(maker, "one", FULL, closed=True)
    tag = Tag("Document")
    assert MeetingComposer(Voice(maker.guide(maker.section(listing)), ENGLISH)).lines(listing, tag) == ()


def test_each_meeting_has_a_row_under_its_day(maker):
    """By time; the listing stands whole at its first, and a section of references has nothing but rows."""
    one = group(maker, "one", FULL, meeting("Mo,Tu 8:00-9:00", formats=("closed",)))
    two = group(maker, "two", meeting("Mo 12:00-13:00", formats=("online",)))
    listing = maker.section(one, two, order="by day")
    only = maker.section(
        id="t", order="by day", references=(model.Reference("one", 0), model.Reference("two", 0))
    )
    guide, _ = choose(maker.guide(listing, only), model.Edition(name="x"))
    entries = [
        [
            (group.heading, [(entry.id, entry.whole, entry.number) for entry in group.entries])
            for group in each.groups
        ]
        for each in guide.sections
    ]
    assert entries[0] == [
        (0, [("one", True, 0), ("two", True, 0), ("one", False, 0)]),
        (1, [("one", False, 1)]),
    ]
    assert entries[1] == [
        (0, [("one", False, 1), ("two", False, 0), ("one", False, 0)]),
        (1, [("one", False, 1)]),
    ]
    block = Composer(guide, ENGLISH).sections(Tag("Document"))[1]
    step = block.listings[3]
    assert words_of(step.name) == "Step meeting"
    assert [words_of(note) for note in step.notes] == [
        "Name of one",
        "Monday 7 pm to 8:30 pm",
        "Library, 12 Pier Street, Oakland",
        "open to everyone, in person and online, Bring a cup",
        "example.org/join, meeting ID 812 3456, passcode tea",
    ]
    assert [words_of(note) for note in block.listings[2].notes] == ["Monday noon to 1 pm", "online"]


def test_who_meets_online_alone_can_be_reached_there(maker):
    """In the place of the advice to ask the staff."""
    listing = maker.listing(
        "one", meetings=(meeting("Mo 9:00", link="https://example.org/join", formats=("online",)),)
    )
    [section] = Composer(maker.guide(maker.section(listing)), ENGLISH).sections(Tag("Document"))
    [office] = section.listings[0].offices
    assert office.reachable and [line[0].text for line in office.web] == ["example.org/join"]
