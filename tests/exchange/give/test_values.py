"""Listings as the keys of content say them."""

from dataclasses import replace

from guide.exchange.give.values import listing_values, location_values
from guide.model import Address, Location


def test_a_listing_is_said_as_its_file_said_it(everything):
    """Its offices, programs and dates; nothing of what is for the house alone."""
    said = listing_values(everything.sections[0].listings[0])
    assert said["alert"] == {"text": "New address", "from": "2026-04-01", "until": "2026-05-01"}
    assert said["status"] == {"is": "closed for now", "from": "2026-04-01", "until": "2026-04-20"}
    assert said["phones"][2] == {"number": "741741", "keyword": "HELLO"}
    assert said["hours"] == ["Mo-Fr 09:00-17:00; Sa[1,3] 10:00-12:00; PH off"]
    assert said["locations"][0]["hours"] == ["Monday to Friday 9am-noon", "Saturday 10am-2pm"]
    assert [each["name"] for each in said["programs"]] == ["Pantry"]
    assert not {"verified_by", "source", "print", "checks_off"} & said.keys()


def test_an_office_that_is_nothing_but_an_address_is_the_address(everything):
    group = everything.sections[1].listings[2]
    assert listing_values(group)["address"] == {"city": "Larkin", "state_province": "OR"}
    assert "locations" not in listing_values(group) and "hours" not in listing_values(group)


def test_of_a_confidential_place_no_more_goes_on_than_may_be_said():
    """Whatever stands in the model."""
    address = Address(address_1="9 Elm", postal_code="97999", city="Larkin", confidential=True)
    office = Location(
        address=address, latitude=1.5, longitude=2.5, care_of="Ana", transportation="by the mill"
    )
    assert location_values(office) == {"address": {"city": "Larkin", "confidential": "yes"}}
    assert location_values(replace(office, address=None))["latitude"] == "1.5"
