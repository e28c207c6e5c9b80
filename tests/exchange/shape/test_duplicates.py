"""Listings that may be one."""

import pytest

from guide.exchange.shape.duplicates import candidates, find_duplicates, traits_of, why_same
from tests.exchange.shape.made import item, listing, organization, service, street

NUMBER = "510-555-0100"
FIRST = {"name": "Harbor Food Bank", "address": street(), "phones": [NUMBER]}


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"name": "The Harbour Food Bank, Inc.", "address": street(), "phones": [NUMBER]}, "name and number and street"),
        ({"name": "Harbor Food Bank"}, ""),
        ({"name": "Food Bank Harbor", "phones": [NUMBER]}, "name and number"),
        ({"name": "Harbor Food", "address": street(), "phones": [NUMBER]}, "like name and number and street"),
        ({"name": "Harbor Food Bank", "address": street(2), "phones": [NUMBER]}, ""),
        ({"name": "Meals on the Hill", "address": street(), "phones": [NUMBER]}, ""),
        ({"name": "Harbor Food Bank 2", "address": street(), "phones": [NUMBER]}, ""),
    ],
)  # fmt: skip
def test_name_number_and_street_are_compared(other, why):
    """Branches have other streets, and numbers in names tell them apart."""
    assert [pair.why for pair in find_duplicates([item(**FIRST), item(**other)])] == ([why] if why else [])


def test_one_name_in_one_city_is_enough():
    one, other = (item(name="Harbor Food Bank", service_areas=[{"city": "Oakland"}]) for _ in range(2))
    assert [pair[:2] for pair in find_duplicates([one, item(name="B"), other])] == [(0, 2)]


def test_each_later_listing_is_told_once():
    """With the first that it may be."""
    assert [pair[:2] for pair in find_duplicates([item(**FIRST) for _ in range(3)])] == [(0, 1), (0, 2)]


def test_numbers_of_offices_and_programs_count():
    made = listing(organization(services=[service("A", phones=[NUMBER]), service("B", hours=["Mo"])]))
    traits = traits_of(
        item(name="x", **{key: value for key, value in made.items() if key not in ("id", "name")})
    )
    assert len(traits.phones) == 1 and traits.city == "" and why_same(traits, traits) == "name and number"
    assert candidates([traits, traits]) == {(0, 1)} and candidates([traits] * 50) == set()
