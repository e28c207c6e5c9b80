"""What is near: by coordinates, by postal code, by city; and what is everywhere."""

import pytest

from guide.batch.nearness import Nearness, Where, plain_code
from guide.model import Address, Location, ServiceArea


def office(city, code="", point=None, **more):
    address = Address(city=city, postal_code=code, state_province="IL", **more)
    latitude, longitude = point or (None, None)
    return Location(address=address, latitude=latitude, longitude=longitude)


@pytest.fixture
def nearness(maker):
    """Of listings with offices: far and near in one city, in another, without coordinates, without a place."""

    def of(**offices):
        listings = [maker.listing(id, locations=tuple(some)) for id, some in offices.items()]
        return Nearness(maker.guide(maker.section(*listings)))

    return of


def test_by_coordinates(nearness):
    """The nearest of a listing's offices counts."""
    near = nearness(
        peoria=[office("Peoria", "61602", (40.69, -89.59))],
        elgin=[office("Elgin", "60120", (42.04, -88.28))],
        both=[office("Peoria", "61602", (40.69, -89.59)), office("Oak Park", "60301", (41.89, -87.79))],
    )
    assert near.sorted(("peoria", "elgin", "both"), Where(point=(41.88, -87.63))) == (
        "both",
        "elgin",
        "peoria",
    )


def test_by_postal_code(nearness):
    """The same one, then the first three figures, then the rest; a listing of no place stands before what is far."""
    near = nearness(
        rest=[office("Peoria", "61602")],
        none=[],
        area=[office("Cicero", "60804")],
        same=[office("Berwyn", "60801-1234")],
    )
    ids = ("rest", "none", "area", "same")
    assert near.sorted(ids, Where(postal_code="60801")) == ("same", "area", "none", "rest")


def test_the_same_city_first(nearness):
    """Before what is nearer in another one; within the city by distance from the postal code."""
    near = nearness(
        next_door=[office("Oak Park", "60302", (41.9, -87.78))],
        far=[office("Chicago", "60628", (41.69, -87.62))],
        near=[office("Chicago", "60644", (41.88, -87.75))],
    )
    where = Where("chicago", "60644")
    assert near.sorted(("next_door", "far", "near"), where) == ("near", "far", "next_door")


def test_nothing_said_changes_nothing(nearness):
    """The order of the guide stays."""
    near = nearness(b=[office("B", "2")], a=[office("A", "1")])
    assert near.sorted(("b", "a"), Where()) == ("b", "a")


def test_where_an_address_is_not_public_only_its_city_counts(nearness):
    """Its coordinates and its postal code would say where it is."""
    near = nearness(
        secret=[office("Chicago", "60644", (41.88, -87.75), confidential=True)],
        other=[office("Chicago", "60601", (41.9, -87.6))],
    )
    assert near.sorted(("secret", "other"), Where(point=(41.88, -87.75))) == ("other", "secret")
    assert near.distances(Where("chicago", "60644"))["secret"] == (False, 8)


def test_an_area_that_is_served_is_a_place(maker):
    """By its postal codes and its city; one that names neither is everywhere."""
    area = maker.listing("area", service_areas=(ServiceArea(city="Elgin", postal_codes=("60120",)),))
    state = maker.listing("state", service_areas=(ServiceArea(state_province="IL"),))
    office_ = maker.listing("office", locations=(office("Peoria", "61602"),))
    near = Nearness(maker.guide(maker.section(office_, state, area)))
    assert near.sorted(("office", "state", "area"), Where(postal_code="60120")) == ("area", "state", "office")


def test_what_is_known_of_a_place(nearness):
    """By its first figures, or its city."""
    near = nearness(a=[office("Elgin", "60120")])
    assert near.knows(Where(postal_code="60199")) and near.knows(Where("elgin"))
    assert not near.knows(Where("peoria")) and not near.knows(Where(postal_code="99999"))
    assert near.knows(Where(point=(1, 1)))


@pytest.mark.parametrize(
    "text, code", [("60601-1234", "60601"), ("m5v 2t6", "M5V2T6"), (" 60601 ", "60601"), ("00-950", "00950")]
)
def test_postal_codes_are_compared_as_people_write_them(text, code):
    """Spaces, small letters and four more figures make no difference."""
    assert plain_code(text) == code


def test_what_is_kept_has_a_bound(nearness, monkeypatch):
    """Of a million people each may be somewhere else."""
    monkeypatch.setattr("guide.batch.nearness.MOST_KEPT", 10)
    near = nearness(a=[office("Elgin", "60120")], b=[office("Peoria", "61602")])
    for code in range(60000, 60050):
        assert near.sorted(("a", "b"), Where(postal_code=str(code)))
    assert len(near.kept) <= 6
