"""E-mail addresses, web addresses and hours: slips of the keys, and what nobody can use."""

import pytest

from guide.content.checks import check_guide
from tests.content.checks.samples import FOOD, TODAY


@pytest.fixture
def found(load):
    """[(name, hint)] of what is found in a listing with these lines."""

    def check(*lines):
        guide = load(food=FOOD + "".join(f"    {line}\n" for line in lines)).guide
        return [(problem.name, problem.hint) for problem in check_guide(guide, TODAY)]

    return check


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("kim@gmial.com", "kim@gmail.com"),
        ("kim@harbor.ogr", "kim@harbor.org"),
        ("kim@Yaho.com", "kim@yahoo.com"),
    ],
)
def test_a_slip_in_an_address_is_told_with_what_was_meant(found, typed, meant):
    assert found(f"email: {typed}") == [("email-typo", f"did you mean {meant}?")]


def test_the_addresses_of_offices_are_looked_at_too(found):
    assert [name for name, _ in found("locations: [{name: A, email: kim@gmial.com}, {name: B}]")] == [
        "email-typo"
    ]


@pytest.mark.parametrize(
    "website, hint",
    [
        ("https://harbor.org/a?utm_source=x&city=oakland", "write https://harbor.org/a?city=oakland"),
        ("https://harbor.org/a?fbclid=x", "write https://harbor.org/a"),
        ("https://harbor.org/a?UTM_campaign=x&a=1#top", "write https://harbor.org/a?a=1#top"),
    ],
)
def test_what_follows_readers_is_taken_out_in_the_hint(found, website, hint):
    assert found(f'website: "{website}"') == [("web-tracking", hint)]


@pytest.mark.parametrize("address", ["https://ww.harbor.org", "https://harbor..org", "https://harbor.ocm/a"])
def test_slips_in_web_addresses_are_found_in_links_too(found, address):
    hint = "open it and copy it again"
    assert found(f"website: {address}") == [("web-typo", hint)]
    assert found(f"description: See [them]({address}).") == [("web-typo", hint)]


@pytest.mark.parametrize("length, names", [(60, []), (61, ["web-long"])])
def test_a_long_web_address_is_for_nobody_who_types(found, length, names):
    """Of what is printed; a link in a text is clicked."""
    address = "https://harbor.org/".ljust(length, "a")
    assert [name for name, _ in found(f"website: {address}")] == names
    assert found(f"description: See [them]({address}).") == []


@pytest.mark.parametrize(
    "hours, names",
    [
        ("Mo-Fr 09:00-05:00", ["hours-overnight"]),
        ("Mo-Fr 18:00-06:00", []),
        ("Mo 10:00-12:00; Mo 14:00-16:00", ["hours-replaced"]),
        ("Mo 10:00-12:00,14:00-16:00", []),
        ("open " * 24, []),
        ("open " * 26, ["hours-long"]),
    ],
)
def test_hours_that_may_be_a_mistake(found, hours, names):
    assert [name for name, _ in found(f'hours: "{hours.strip()}"') if name.startswith("hours-")] == names
