"""Which number and which hours of a listing a tag holds."""

from dataclasses import replace

from guide.errors import Mark
from guide.layout.compose.merge import merge_location, of_the_whole
from guide.layout.compose.shown import keyed_places, shown_hours, shown_phone
from guide.layout.tags import Shown
from guide.model import Location, Program


def listing_of(maker):
    same = [maker.phone("773-471-0001") for _ in range(4)]
    west = Location(name="West", phones=(same[1],), hours=("Monday", "Friday"), hours_mark=Mark("a", 3, 1))
    return maker.listing(
        "one",
        phones=(same[0], same[2]),
        hours=("Daily",),
        locations=(Location(name="East"), west),
        programs=(
            Program(number=1, mark=Mark("a", 9, 1), name="Night", phones=(same[3],), hours=("At night",)),
        ),
    )


def test_a_number_is_told_from_one_that_is_equal(maker):
    listing = listing_of(maker)
    keys = [
        (shown.what, shown.index)
        for shown in (shown_phone(listing, each) for each in listing.all_phones)
        if shown
    ]
    assert keys == [("phones", 0), ("phones", 1), ("locations.1.phones", 0), ("programs.0.phones", 0)]
    assert shown_phone(listing, maker.phone("773-471-0001")) is None


def test_hours_are_those_of_the_place_that_gives_them(maker):
    """Also where an office has those of the whole, and where they stand in one line or in another language."""
    listing = listing_of(maker)
    east, west = listing.locations
    assert shown_hours(listing, west, 1) == Shown("one", "locations.1.hours", 1)
    assert shown_hours(listing, merge_location(east, of_the_whole(listing)), 0) == Shown("one", "hours", 0)
    assert shown_hours(listing, replace(west, hours=("Lunes",)), 0) == Shown("one", "locations.1.hours", 0)
    assert shown_hours(listing, Location(hours=("Never",)), 0) is None


def test_the_whole_comes_first(maker):
    assert [key for key, _ in keyed_places(listing_of(maker))] == [
        "",
        "locations.0.",
        "locations.1.",
        "programs.0.",
    ]
