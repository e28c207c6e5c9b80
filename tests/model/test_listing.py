"""Who helps: every number of a listing, and the order of a section."""

from dataclasses import replace

from guide.model import Reference


def test_its_own_numbers_come_first(maker):
    own, first, second = (maker.phone(f"773-471-000{n}") for n in range(3))
    listing = maker.listing(
        phones=(own,), locations=(maker.office("Chicago", first), maker.office("Springfield", second))
    )
    assert tuple(listing.all_phones) == (own, first, second)


def test_references_stand_among_the_listings_of_their_section(maker):
    first, second = maker.listing(id="a"), maker.listing(id="b")
    section = maker.section(first, second)
    there = tuple(Reference(id, after) for id, after in (("x", 0), ("y", 2), ("z", 2), ("w", 1)))
    found = replace(section, references=there).in_order
    assert [each.id for each in found] == ["x", "a", "w", "b", "y", "z"]


def test_a_place_whose_street_is_not_printed_has_no_point_for_a_map(maker):
    """Its coordinates would tell what the address does not."""
    place = maker.office(latitude=41.88, longitude=-87.65)
    secret = replace(place, address=replace(place.address, confidential=True))
    town_alone = replace(place, address=replace(place.address, address_1=""))
    for hidden in (secret, town_alone, replace(place, address=None)):
        assert maker.listing(locations=(hidden,)).points == ()
    assert maker.listing(locations=(place, place, secret)).points == ((41.88, -87.65),)
    assert maker.listing(locations=(place,), gone=True).points == ()
