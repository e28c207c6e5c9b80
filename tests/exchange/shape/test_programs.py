"""Services become programs of their listing."""

from guide.exchange.ledger import Ledger
from guide.exchange.shape.parts import Part
from guide.exchange.shape.programs import (
    Offer,
    Spot,
    at,
    attached,
    offer_of,
    programs_of,
    renamed,
    risen,
    settled,
    told_apart,
    with_own,
    with_programs,
)
from guide.exchange.shape.telling import Teller, teller
from tests.exchange.shape.made import item, listing, listings, office, organization, service, shaped, street

NUMBER, OTHER = "510-555-0100", "510-555-0101"


def test_services_are_programs_with_what_is_so_of_them_alone():
    """What the listing says, and what their office says, is not said again."""
    services = [
        service("Meals", phones=[NUMBER, OTHER], hours=["Mo 12:00-13:00"], fees_description="Free", website="example.org"),
        service("Law", description="A lawyer.", phones=[NUMBER], eligibility_description="All"),
    ]  # fmt: skip
    made = listing(organization(phones=[NUMBER], website="https://www.example.org", fees_description="free", services=services))  # fmt: skip
    assert made["programs"] == [{"name": "Meals", "phones": [OTHER], "hours": ["Mo 12:00-13:00"]}, {"name": "Law", "description": "A lawyer.", "eligibility_description": "All"}]  # fmt: skip


def test_names_alone_become_a_list_in_the_text():
    """A program that has nothing but a name would be no help."""
    made = listing(organization(description="We help.", services=[service("Meals", topics=["Food"]), service("Law", phones=[NUMBER]), service("Arts")], phones=[NUMBER]))  # fmt: skip
    assert made["description"] == "We help.\n\n- Meals\n- Law\n- Arts" and made["services"] == ["Food"] and "programs" not in made  # fmt: skip


def test_the_only_service_with_the_same_name_is_the_listing():
    made = listing(organization("Larkin", description="We help.", services=[service("LARKIN", description="Meals.", hours=["Mo 12:00"])]))  # fmt: skip
    assert made == {
        "id": "larkin",
        "name": "Larkin",
        "hours": ["Mo 12:00"],
        "description": "We help.\n\nMeals.",
    }


def test_a_service_names_its_office_where_there_are_several():
    """One by its name, some in words, all not at all."""
    east, west, north = (office(name, key=name, address=street(number)) for number, name in enumerate(("East", "West", "North"), 1))  # fmt: skip
    services = [
        service("Meals", description="Hot.", locations=[east]),
        service("Law", description="A lawyer.", locations=[east, west]),
        service("Arts", description="Paint.", locations=[east, west, north]),
    ]
    made = listing(organization(locations=[east, west, north], services=services))
    assert made["programs"] == [{"name": "Meals", "description": "Hot.", "location": "East"}, {"name": "Law", "description": "A lawyer.\n\nAt East, West."}, {"name": "Arts", "description": "Paint."}]  # fmt: skip


def test_a_service_with_hours_of_its_own_at_each_office_is_several_programs():
    """Its text stands with the first."""
    east, west = office("East", key="e", address=street(1)), office("West", key="w", address=street(2))
    there = [office("East", key="e", row=90, address=street(1), hours=["Mo 12:00"]), office("West", key="w", row=91, address=street(2), hours=["Tu 12:00"])]  # fmt: skip
    made = listing(organization(locations=[east, west], services=[service("Meals", description="Hot.", locations=there)]))  # fmt: skip
    assert made["programs"] == [{"name": "Meals (East)", "description": "Hot.", "location": "East", "hours": ["Mo 12:00"]}, {"name": "Meals (West)", "location": "West", "hours": ["Tu 12:00"]}]  # fmt: skip


def test_what_is_said_of_an_office_goes_before_and_the_rest_is_told():
    ledger = Ledger()
    made = with_own(Part({"name": "A", "hours": ["Mo"]}), Part({"hours": ["Tu"], "odd": "x"}), teller(item(row=2), ledger))  # fmt: skip
    assert made.values["hours"] == ["Tu"] and [note.before for note in ledger.notes] == ["Mo"]


def test_an_address_that_a_service_alone_gives_is_an_office():
    made = listing(organization(address=street(1), services=[service("Meals", description="Hot.", address=street(2, "Albany"))]))  # fmt: skip
    assert [each.get("name") for each in made["locations"]] == [None, "Albany"]
    assert made["programs"][0]["location"] == "Albany"


def test_what_a_program_cannot_hold_goes_up_or_into_its_text():
    one = service("Meals", summary="Hot meals", alert="No meals in May", description="Every day.", service_areas=[{"city": "Albany"}], alternate_names=["Kitchen"], short_name="K", verified="2026-01-01", meetings=[{"hours": "Mo 19:00"}], status="closed for now")  # fmt: skip
    made = listing(organization(services=[one, service("Law", hours=["Mo"])]))
    assert made["programs"][0] == {"name": "Meals", "description": "No meals in May. Closed for now. Hot meals.\n\nEvery day."}  # fmt: skip
    assert made["service_areas"] == [{"city": "Albany"}] and made["alternate_names"] == ["Kitchen", "K"]
    assert made["verified"] == "2026-01-01" and made["meetings"] == [{"hours": "Mo 19:00", "name": "Meals"}]
    assert settled(Part({"name": "A", "odd": "x"})).values == {"name": "A", "description": "X."}
    assert risen(Part({}), Part({"name": "A"})).values == {}


def test_programs_of_one_name_are_told_apart():
    """Those that say the same are one."""
    parts = [Part({"name": "Meals", "hours": ["Mo"]}), Part({"name": "MEALS", "hours": ["Mo"], "email": "a@b.org"}), Part({"name": "Meals", "hours": ["Tu"], "location": "East"}), Part({"name": "Meals", "hours": ["We"]})]  # fmt: skip
    assert [each.values["name"] for each in told_apart(parts)] == ["Meals", "Meals (East)", "Meals (2)"]


def test_a_service_without_a_name_is_called_after_its_topic():
    """Without one it is what the listing does."""
    assert offer_of(service(categories=["Food"], hours=["Mo"]), []).part.values["name"] == "Food"
    made = listing(organization(services=[service(hours=["Mo 12:00"]), service("Law", hours=["Tu 12:00"])]))
    assert made["hours"] == ["Mo 12:00"] and [each["name"] for each in made["programs"]] == ["Law"]


def test_doubts_go_with_the_program():
    one = service("Meals", hours=["Mo"], doubts={"hours": "look", "summary": "see"})
    sections, _ = shaped(organization(services=[one, service("Law", hours=["Tu"])]))
    assert sections[0].listings[0].doubts == {"programs/0/hours": "look", "programs/0/name": "see"}
    assert attached(Part({}), []).values == {} == with_programs(Part({}), [], []).values


def test_services_at_places_of_their_own():
    """Spots with the same words are one program."""
    tell = Teller(Ledger(), item().rows[0])
    offer = Offer(
        Part({"name": "A"}), (Spot("E", Part({"hours": ["Mo"]})), Spot("W", Part({"hours": ["mo"]})))
    )
    assert [each.values for each in programs_of(offer, 3, tell)] == [{"hours": ["Mo"], "name": "A", "description": "At E, W."}]  # fmt: skip
    assert renamed(Part({"name": "A"}), ["E", "W"]).values == {"name": "A (E, W)"}
    assert (
        at(Part({"name": "A"}), [""], 2).values == {"name": "A"} == at(Part({"name": "A"}), ["E"], 1).values
    )
    assert len(listings(organization(services=[service("A"), service("B")]))) == 1
