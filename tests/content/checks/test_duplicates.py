"""The same thing twice: by its name, its address or its number."""

from tests.content.checks.samples import two


def test_a_mention_makes_a_shared_thing_right(names):
    """Either of the two may mention the other."""
    phone, mention = "phones: 510-834-2000", "description: It shares a number ([[{}]])."
    assert names(listings=two([phone], [phone])) == ["same-phone"]
    assert names(listings=two([phone, mention.format("meals")], [phone])) == []
    assert names(listings=two([phone], [phone, mention.format("food-bank")])) == []


def test_branches_of_one_group_are_not_duplicates(names):
    """One name in two cities is right; in one city, or without a city, it may be one listing twice."""
    at = "address: {{city: {}, state_province: CA}}"
    assert names(listings=two([at.format("Oakland")], [at.format("Fresno")], "Harbor Food Bank")) == []
    assert names(listings=two([at.format("Oakland")], [at.format("Oakland")], "The Harbor Food Banks")) == [
        "same-name"
    ]
    assert names(listings=two([], [at.format("Oakland")], "Harbor Fod Bank")) == ["same-name"]
    assert names(listings=two([], [], "Harbor Food Bank 2")) == []


def test_suites_of_one_house_are_not_duplicates(names):
    """Another suite is another address."""
    at = "address: {{address_1: 1440 Broadway, address_2: Suite {}, city: Oakland, state_province: CA, postal_code: 94612}}"
    assert names(listings=two([at.format(1)], [at.format(2)])) == []
    assert names(listings=two([at.format(1)], [at.format(1)])) == ["same-address"]


def test_branches_of_one_organization_share_numbers_and_houses(names):
    """By names that begin alike, or by a web site of their own."""
    phone, at = (
        "phones: 510-834-2000",
        "address: {address_1: 12 Pier Street, city: Oakland, state_province: CA, postal_code: 94607}",
    )
    for name in ("Harbor Food Bank West", "Harbor Food Bank, Fresno"):
        assert names(listings=two([phone, at], [phone, at], name)) == [], name
    site = "website: https://www.{}"
    assert names(listings=two([phone, site.format("harbor.org/a")], [phone, site.format("harbor.org")])) == []
    social = [phone, site.format("facebook.com/a")]
    assert names(listings=two(social, [phone, site.format("facebook.com/b")])) == ["same-phone"]
    assert names(listings=two([phone], [phone], "Harbor Food Pantry")) == ["same-phone"]


def test_one_name_in_two_streets_of_a_city_is_two_branches(names):
    """In one street it is one listing twice."""
    at = "address: {{address_1: {} Pier Street, city: Oakland, state_province: CA, postal_code: 94607}}"
    assert names(listings=two([at.format(1)], [at.format(2)], "Harbor Food Bank")) == []
    assert "same-name" in names(listings=two([at.format(1)], [at.format(1)], "Harbor Food Bank"))
    assert names(listings=two([at.format(1)], [at.format(2)], "Harbor Fod Bank")) == ["same-name"]
