"""Offices: equal ones are one, what is common moves up, the only one is the listing's."""

from guide.exchange.items import Item
from guide.exchange.shape.offices import (
    Site,
    fold,
    known_as,
    merge_sites,
    named,
    own_site,
    raise_common,
    same_place,
    sites_in,
    told_apart,
    with_offices,
    with_words,
)
from guide.exchange.shape.parts import Part
from tests.exchange.shape.made import item, listing, office, organization, street

NUMBER, OTHER = "510-555-0100", "510-555-0101"


def test_an_organization_and_the_site_that_repeats_it_are_one():
    """Whether it repeats the name, the address or the number."""
    site = office("LARKIN CENTER", address=street(), phones=[NUMBER], hours=["Mo 09:00-17:00"])
    made = listing(organization("Larkin Center", address={"address_1": "1 Pier St.", "city": "Oakland"}, phones=[NUMBER], locations=[site]))  # fmt: skip
    assert list(made) == ["id", "name", "address", "phones", "hours"] and made["phones"] == [NUMBER]


def test_one_office_is_written_in_the_listing_itself():
    """But for what an address cannot hold: coordinates, a name, hours that are not the listing's."""
    made = listing(organization(locations=[office(address=street(), phones=[NUMBER], accessibility="Ramp")]))
    assert made["address"] == street() and made["accessibility"] == "Ramp" and "locations" not in made
    made = listing(organization(hours=["Mo 09:00-17:00"], locations=[office("Pier House", address=street(), latitude="1.5", longitude="2", phones=[NUMBER], hours=["Tu 09:00-17:00"])]))  # fmt: skip
    assert made["locations"] == [{"name": "Pier House", "address": street(), "hours": ["Tu 09:00-17:00"], "latitude": "1.5", "longitude": "2"}]  # fmt: skip
    assert made["phones"] == [NUMBER] and made["hours"] == ["Mo 09:00-17:00"] and "address" not in made


def test_equal_offices_are_one():
    """Two that say different things stay two, and so do two that are not told."""
    two = [office(address=street(), phones=[NUMBER]), office(address=street(), phones=[OTHER]), office("B", address=street(2))]  # fmt: skip
    made = listing(organization(locations=two))
    assert [each.get("phones") for each in made["locations"]] == [[NUMBER, OTHER], None]
    two = [office("A", address=street(), hours=["Mo"]), office("B", address=street(), hours=["Tu"])]
    assert len(listing(organization(locations=two))["locations"]) == 2
    hidden = {"confidential": "yes", "city": "Oakland"}
    assert len(listing(organization(locations=[office(address=hidden, phones=[NUMBER]), office(address=hidden, phones=[OTHER])]))["locations"]) == 2  # fmt: skip
    assert "address" in listing(
        organization(address=hidden, locations=[office(address=hidden, phones=[NUMBER])])
    )


def test_what_is_common_to_all_offices_moves_up():
    """A number of all that have one, hours of all."""
    offices = [office("A", address=street(1), phones=[NUMBER, OTHER], email="a@b.org", hours=["Mo"], languages=["x"]), office("B", address=street(2), phones=[NUMBER], hours=["Mo"]), office("C", address=street(3), email="A@b.org", hours=["Mo"])]  # fmt: skip
    made = listing(organization(locations=offices))
    assert made["phones"] == [NUMBER] and made["email"] == "a@b.org" and made["hours"] == ["Mo"]
    assert [set(each) for each in made["locations"]] == [{"name", "address", "phones", "languages"}, {"name", "address"}, {"name", "address"}]  # fmt: skip


def test_what_is_the_listings_is_not_said_again():
    offices = [office("A", address=street(1), phones=[NUMBER, OTHER], website="https://b.org/"), office("B", address=street(2))]  # fmt: skip
    made = listing(organization(phones=[NUMBER], website="www.b.org", locations=offices))
    assert made["locations"][0] == {"name": "A", "address": street(1), "phones": [OTHER]}


def test_what_an_office_cannot_hold_goes_up_or_into_the_text():
    """Topics and areas go up, meetings with their place, the rest with the office's name."""
    offices = [
        office("A", address=street(1), topics=["Meals"], description="For youth.", fees_description="Free", meetings=[{"hours": "Mo 19:00"}], status="closed for now"),
        office("B", address=street(2), topics=["Law"], fees_description="Free", alert="New door"),
    ]  # fmt: skip
    made = listing(organization(description="We help.", locations=offices))
    assert made["services"] == ["Meals", "Law"] and made["fees_description"] == "Free"
    assert made["meetings"] == [{"hours": "Mo 19:00", "location": "A"}]
    assert made["description"] == "We help.\n\n**A:** For youth. Closed for now.\n\n**B:** New door."


def test_names_of_offices_have_not_their_organizations():
    offices = [office("Larkin Center - East", address=street(1)), office("Larkin Center", address=street(2))]
    assert [each.get("name") for each in listing(organization(locations=offices))["locations"]] == [
        "East",
        None,
    ]
    sites = [Site(Part({"name": "LC (East)"}))]
    assert named(sites, ["LC"])[0].part.values == {"name": "East"}


def test_offices_that_services_name_have_names_of_their_own():
    """Of their city where no other is, of their street, or a number; others need none."""
    parts = [{"address": street(1)}, {"address": street(2)}, {"address": street(3, "Albany")}, {"name": "X"}, {"name": "x"}, {}, {}]  # fmt: skip
    sites = [Site(Part(each), frozenset("ab"[number == 6])) for number, each in enumerate(parts)]
    names = [site.part.values.get("name") for site in told_apart(sites, ["a"])]
    assert names == ["1 Pier Street", "2 Pier Street", "Albany", "X", "x 5", "Office 6", None]


def test_doubts_go_with_their_values():
    """To the office, or to the listing where the office is written there; those without a value to the name."""
    offices = [office("A", address=street(1), hours=["Mo"], doubts={"hours": "look", "name": "see"}), office("B", address=street(2))]  # fmt: skip
    made = item("organization", "L", locations=offices)
    part = with_offices(
        Part({"name": "L"}), [site.part for each in made.locations for site in sites_in(each)]
    )
    assert part.doubts == {"locations/0/hours": "look", "locations/0/name": "see"}
    part, rest = fold(Part({"name": "L"}), Part({"hours": ["Mo"], "address": street()}, {"hours": "look"}))
    assert part.doubts == {"hours": "look"} and rest.values == {"address": street()}


def test_the_further_addresses_of_an_office_are_offices():
    """They have no rows of their own."""
    more = Item(level="location", key="x", rows=(), values={"address": street(2)})
    assert [site.part.values["address"] for site in sites_in(office(address=street(1), locations=[more]))] == [street(1), street(2)]  # fmt: skip
    assert known_as(more) == frozenset() and own_site(item(name="A")) == []


def test_offices_are_one_place_only_in_one_house():
    assert not same_place(Part({"address": street(1)}), Part({"address": street(2)}))
    assert not same_place(
        Part({"address": street(1), "name": "A"}), Part({"address": street(1), "name": "B"})
    )
    assert same_place(Part({"name": "A"}), Part({"name": "A", "hours": ["Mo"]}))
    assert len(merge_sites([Site(Part({"address": street(1)})), Site(Part({"name": "A"}))])) == 2
    own, offices = raise_common(Part({}), [Part({"phones": [NUMBER]})])
    assert own.values == {} and offices[0].values == {"phones": [NUMBER]}
    assert with_words(Part({}), "").values == {} and with_words(Part({}), "A").values == {"description": "A"}


def test_two_branches_of_one_name_are_told_apart_by_their_streets():
    """A number would say nothing."""
    sites = [
        Site(Part({"name": "Mission", "address": {"address_1": f"{number} Elm St"}})) for number in (1, 2)
    ]
    assert [site.part.values["name"] for site in told_apart(sites, ())] == ["Mission", "Mission, 2 Elm St"]
