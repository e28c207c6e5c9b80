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
