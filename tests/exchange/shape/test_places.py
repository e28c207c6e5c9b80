"""Where listings are."""

from guide.exchange.shape.places import (
    addresses_in,
    city_of,
    house_of,
    is_confidential,
    place_words,
    short_place,
)
from tests.exchange.shape.made import street


def test_addresses_are_of_the_listing_and_its_offices():
    values = {
        "address": street(),
        "locations": [{"address": street(2, "Albany")}, {"address": "confidential"}],
    }
    assert [each["city"] for each in addresses_in(values)] == ["Oakland", "Albany"]
    assert (
        city_of(values) == "Oakland"
        and city_of({"service_areas": [{"county": "X"}, {"city": "Albany"}]}) == "Albany"
    )
    assert city_of({}) == ""


def test_a_house_is_the_same_however_it_is_written():
    """Another room is another place; a place that is not told is none."""
    assert house_of({"address_1": "12 N. Pier St", "city": "Oakland"}) == house_of({"address_1": "12 North Pier Street", "city": "OAKLAND"})  # fmt: skip
    assert house_of(street()) != house_of(street(address_2="Suite 2"))
    assert house_of({"city": "Oakland"}) == house_of("confidential") == house_of({"confidential": "yes", "address_1": "1 A St"}) == ""  # fmt: skip
    assert house_of({"po_box": "PO Box 4", "city": "Oakland"}) and is_confidential("confidential")


def test_an_office_is_called_after_its_place():
    """Of one that is not told no more than the city."""
    assert short_place(street()) == ["Oakland", "1 Pier Street"] and short_place(None) == []
    assert short_place({"confidential": "yes", "city": "Oakland", "address_1": "1 A"}) == ["Oakland"]
    assert (
        place_words({"city": "San Pablo", "state_province": "CA"}) == {"san pablo", "ca"}
        and place_words("x") == set()
    )
