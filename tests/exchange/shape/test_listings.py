"""Records become listings, whole organizations or each of their services."""

from guide.exchange.ledger import LEFT_OUT, Ledger
from guide.exchange.mapping.model import SourceMapping
from guide.exchange.shape.listings import beyond, borrowed, is_filled, listings_of, services_of, special
from tests.exchange.shape.made import item, listing, listings, office, organization, service, shaped, street

NUMBER, OTHER = "510-555-0100", "510-555-0101"


def test_a_record_that_says_nothing_is_none():
    """With its rows, which are told."""
    ledger = Ledger()
    empty = organization("", locations=[office("")])
    assert list(listings_of(empty, SourceMapping(name="a", tables=()), ledger)) == []
    assert {lot.fate for lot in ledger.lots.values()} == {LEFT_OUT} and len(ledger.lots) == 2
    assert not is_filled(empty) and is_filled(organization("", locations=[office("A")]))


def test_a_record_without_a_name_gets_what_is_nearest_to_one():
    """Told, and marked."""
    sections, ledger = shaped(item(website="https://www.example.org/a", phones=[NUMBER]), item(phones=[OTHER]), organization("", services=[service("Meals", hours=["Mo"])]))  # fmt: skip
    made = [each for section in sections for each in section.listings]
    assert {each.values["name"] for each in made} == {"www.example.org", "Name not known", "Meals"}
    assert all(each.doubts["name"] == "the source has no name" for each in made)
    assert [note.kind for note in ledger.notes] == ["no name in the source"] * 3


def test_coordinates_alone_are_no_office():
    """They are the only office's, or are told."""
    made = listing(organization(latitude="1.5", longitude="2", locations=[office(address=street())]))
    assert made["locations"] == [{"address": street(), "latitude": "1.5", "longitude": "2"}]
    _, ledger = shaped(item(name="A", latitude="1.5", longitude="2"))
    assert [note.before for note in ledger.notes] == ["1.5", "2"]


def test_services_of_offices_are_programs_too():
    """Where neither belongs to an organization."""
    one = office(
        "Pier House",
        address=street(),
        services=[service("Meals", hours=["Mo"]), service("Law", hours=["Tu"])],
    )
    made = listing(one)
    assert made["name"] == "Pier House" and made["address"] == street() and len(made["programs"]) == 2
    assert [each.locations[0].services for each in services_of(organization(locations=[one]))] == [(), ()]


def test_an_orphan_service_has_its_offices():
    made = listing(
        service("Meals", locations=[office("East", address=street(1)), office("West", address=street(2))])
    )
    assert [each["name"] for each in made["locations"]] == ["East", "West"]


def test_the_only_office_has_no_name_that_says_nothing():
    """Told."""
    sections, ledger = shaped(organization(locations=[office("Main office", address=street())]))
    assert sections[0].listings[0].values["address"] == street()
    assert [note[1:3] for note in ledger.notes] == [("name of the only office, left out", "Main office")]


def test_what_an_office_says_of_a_service_stands_behind_what_it_says_of_itself():
    """And is told apart from it."""
    whole = office(
        "East", address=street(), hours=["Mo"], description="Red door.", email="a@b.org", emails=["c@b.org"]
    )
    there = office("East", address=street(), hours=["Mo", "Tu"], description="Red door. Ring.", email="a@b.org", emails=["c@b.org", "d@b.org"])  # fmt: skip
    assert special(there, whole).values == {"hours": ["Tu"], "description": "Ring", "email": "d@b.org"}
    assert beyond("hours", ["Mo"], None) == ["Mo"] and beyond("verified", "2", "1") == "2"


# --- each service a listing ---------------------------------------------------------------------------


def test_a_service_borrows_what_it_has_not():
    """In the order of the mapping; its own goes before all."""
    east = office("East", address=street(1), phones=[OTHER])
    one = organization(phones=[NUMBER], email="a@b.org", locations=[east], services=[service("Arts and Crafts", locations=[east]), service("Singing", phones=["211"])])  # fmt: skip
    arts, singing = listings(one, services="listings")
    assert arts["phones"] == [OTHER] and arts["email"] == "a@b.org" and arts["name_note"] == "Larkin Center"
    assert singing["phones"] == ["211", OTHER] and singing["locations"][0]["address"] == street(1)
    arts, _ = listings(one, services="listings", contact_order=("service", "organization", "location"))
    assert arts["phones"] == [NUMBER, OTHER]
    assert borrowed(("email", "emails"), {}, [{}, {"emails": ["x"]}]) == {"emails": ["x"]}


def test_a_name_that_means_nothing_gets_its_organization():
    one = organization(address=street(), services=[service("Food pantry"), service("Oakland"), service("Larkin Center Meals"), service("12")])  # fmt: skip
    assert [each["name"] for each in listings(one, services="listings")] == ["Larkin Center: 12", "Larkin Center: Food pantry", "Larkin Center Meals", "Larkin Center: Oakland"]  # fmt: skip


def test_an_organization_that_says_more_is_a_listing_of_its_own():
    """Otherwise its row went into its first service."""
    bare = organization(row=2, phones=[NUMBER], services=[service("Arts", row=3), service("Singing", row=4)])
    _, ledger = shaped(bare, services="listings")
    assert ledger.sums == (3, 2, 1, 0)
    more = organization(row=2, description="We help.", services=[service("Arts", row=3)], locations=[office("X", row=4, address=street())])  # fmt: skip
    sections, ledger = shaped(more, services="listings")
    assert len(sections[0].listings) == 2 and ledger.sums == (3, 2, 1, 0)


def test_what_no_service_takes_over_of_its_organization_is_told():
    one = organization(row=2, hours=["Mo"], phones=[NUMBER], services=[service("Arts", hours=["Tu"]), service("Singing", hours=["We"])])  # fmt: skip
    sections, ledger = shaped(one, services="listings")
    assert all(each.values["phones"] == [NUMBER] for each in sections[0].listings)
    assert [(note.before, note.at.column) for note in ledger.notes] == [("Mo", "hours")]
