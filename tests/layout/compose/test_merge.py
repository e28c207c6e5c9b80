"""The only office of a listing and the whole listing as one."""

import pytest

from guide.layout.compose.merge import can_merge, less, merge_location, of_the_whole, said_once
from guide.model import Location


def test_what_a_listing_gives_for_all_of_its_offices(maker):
    phone = maker.phone()
    listing = maker.listing(phones=(phone,), email="a@b.org", website="b.org", hours=("Monday",))
    assert of_the_whole(listing) == Location(
        phones=(phone,), email="a@b.org", website="b.org", hours=("Monday",)
    )


@pytest.mark.parametrize(
    "office, whole, merged",
    [
        ({}, {"email": "a@b.org"}, True),
        ({"email": "a@b.org"}, {}, True),
        ({"email": "a@b.org"}, {"email": "a@b.org"}, True),
        ({"email": "a@b.org"}, {"email": "c@b.org"}, False),
        ({"hours": ("Monday",)}, {"hours": ("Tuesday",)}, False),
        ({"website": "b.org"}, {"email": "c@b.org"}, True),
    ],
)
def test_they_are_one_unless_they_contradict_each_other(office, whole, merged):
    assert can_merge(Location(**office), Location(**whole)) is merged


def test_what_both_say_is_said_once(maker):
    """Numbers one by one; the office's own come first."""
    one, two = maker.phone("773-471-0001"), maker.phone("773-471-0002")
    office, whole = (
        Location(phones=(one,), email="a@b.org"),
        Location(phones=(two, one), email="a@b.org", hours=("Monday",)),
    )
    assert less(whole, office) == Location(phones=(two,), hours=("Monday",))
    assert merge_location(office, whole) == Location(phones=(one, two), email="a@b.org", hours=("Monday",))


def test_hours_bring_along_whether_they_are_translated():
    whole = Location(hours=("Monday",), hours_untranslated=True)
    assert merge_location(Location(), whole).hours_untranslated
    assert not merge_location(Location(hours=("Tuesday",)), whole).hours_untranslated


def test_what_all_offices_have_alike_goes_to_the_whole(maker):
    """Each number by itself; hours, e-mail and web address where all say the same, and the whole says nothing else."""
    one, two = maker.phone("773-471-0001"), maker.phone("773-471-0002")
    shared = {"email": "a@b.org", "hours": ("Monday",), "hours_untranslated": True}
    offices = (
        Location(name="A", phones=(one, two), website="a.org", **shared),
        Location(name="B", phones=(one,), website="b.org", **shared),
    )
    whole, (first, second) = said_once(Location(email="c@b.org"), offices)
    assert whole == Location(email="c@b.org", phones=(one,), hours=("Monday",), hours_untranslated=True)
    assert (first.phones, first.email, first.website, first.hours) == ((two,), "a@b.org", "a.org", ())
    assert (second.phones, second.hours) == ((), ())


def test_no_office_is_left_with_nothing(maker):
    """One that is no more than a number keeps it, as do the others."""
    offices = (Location(phones=(maker.phone(),)), Location(name="A", phones=(maker.phone(),)))
    assert said_once(Location(), offices) == (Location(), offices)
