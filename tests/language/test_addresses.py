"""Addresses as their country writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.language.addresses import address_lines, country_name, state_name
from guide.model import Address


def lines(home="US", **parts):
    """The lines of an address, with _ for a space that may not break."""
    return [line.replace("\u00a0", "_") for line in address_lines(Address(**parts), home)]


OAKLAND = {"city": "Oakland", "state_province": "CA", "postal_code": "94612-2023"}


@pytest.mark.parametrize(
    "parts, expected",
    [
        (
            {"address_1": "1440 Broadway", "address_2": "Suite 510", **OAKLAND},
            ["1440 Broadway, Suite_510", "Oakland, CA_94612-2023"],
        ),
        (
            {
                "address_1": "22 West 27th Street",
                "address_2": "5th Floor",
                "city": "New York",
                "state_province": "NY",
                "postal_code": "10001",
            },
            ["22 West 27th Street, 5th_Floor", "New York, NY_10001"],
        ),
        (
            {"po_box": "PO Box 498", "station": "Prince Street Station", **OAKLAND},
            ["PO_Box_498", "Prince Street Station", "Oakland, CA_94612-2023"],
        ),
        ({"po_box": "P. O. Box 498"}, ["P._O._Box_498"]),
        ({"address_1": "5 Box Road", "address_2": "Floor 2, Room B"}, ["5 Box Road, Floor_2, Room_B"]),
        ({"address_2": "Suite #306"}, ["Suite_#306"]),
        ({"city": "Oakland"}, ["Oakland"]),
        ({"state_province": "CA"}, ["CA"]),
        ({"city": "Mentor", "state_province": "Ohio", "postal_code": "44060"}, ["Mentor, Ohio 44060"]),
        ({}, []),
    ],
)
def test_at_home(parts, expected):
    """PO box, station, street with suite, city with state and ZIP."""
    assert lines(**parts) == expected


@pytest.mark.parametrize(
    "parts, expected",
    [
        (
            {"city": "Vancouver", "state_province": "British Columbia", "country": "CA"},
            ["Vancouver, British Columbia", "Canada"],
        ),
        (
            {"city": "Vancouver", "state_province": "BC", "postal_code": "V6B 1G8", "country": "CA"},
            ["Vancouver, BC_V6B_1G8", "Canada"],
        ),
        (
            {"address_1": "10 Downing Street", "city": "London", "postal_code": "SW1A 2AA", "country": "GB"},
            ["10 Downing Street", "London", "SW1A_2AA", "United Kingdom"],
        ),
        (
            {"address_1": "Hauptstr. 5", "city": "Berlin", "postal_code": "10115", "country": "DE"},
            ["Hauptstr. 5", "10115 Berlin", "Germany"],
        ),
        (
            {
                "address_1": "1-2-3 Ginza",
                "city": "Chuo",
                "state_province": "Tokyo",
                "postal_code": "104-0061",
                "country": "JP",
            },
            ["1-2-3 Ginza", "Chuo, Tokyo", "104-0061", "Japan"],
        ),
        ({"city": "Nowhere", "postal_code": "1", "country": "ZZ"}, ["1 Nowhere", "ZZ"]),
    ],
)
def test_abroad(parts, expected):
    """Each country has its own order, and its name in English at the end."""
    assert lines(**parts) == expected


def test_a_country_is_not_named_at_home():
    """The guide's own country goes without saying."""
    assert (
        lines("DE", address_1="Hauptstr. 5", city="Berlin", postal_code="10115", country="DE")[-1]
        == "10115 Berlin"
    )
    assert lines("CA", city="Oakland", state_province="CA", country="US") == ["Oakland, CA", "United States"]


def test_an_address_told_by_phone_has_no_street():
    """Even if it still had one."""
    assert lines(
        address_1="5 Hidden Lane", po_box="PO Box 5", city="Oakland", state_province="CA", confidential=True
    ) == ["Oakland, CA"]


@pytest.mark.slow
@given(
    st.sampled_from(["US", "CA", "GB", "DE", "FR", "JP", "MX", "IN", "BR", "CN", "AU", "IE", "KR", "ZZ"]),
    st.fixed_dictionaries(
        {},
        optional={
            key: st.sampled_from(["Abc", "12345", "X Y"])
            for key in (
                "address_1",
                "address_2",
                "po_box",
                "station",
                "city",
                "state_province",
                "postal_code",
            )
        },
    ),
)
def test_no_part_is_lost(country, parts):
    """Whatever the country's order is, everything given is printed."""
    text = " ".join(address_lines(Address(country=country, **parts), "US")).replace("\u00a0", " ")
    for part in parts.values():
        assert part in text


@pytest.mark.parametrize(
    "code, country, name",
    [
        ("CA", "US", "California"),
        ("ny", "US", "New York"),
        ("BC", "CA", "British Columbia"),
        ("Ohio", "US", "Ohio"),
        ("NSW", "AU", "NSW"),
        ("", "US", ""),
    ],
)
def test_names_of_states(code, country, name):
    """The full name where it is known, else what was typed."""
    assert state_name(code, country) == name


@pytest.mark.parametrize(
    "code, name",
    [
        ("US", "United States"),
        ("CA", "Canada"),
        ("TT", "Trinidad and Tobago"),
        ("DE", "Germany"),
        ("XX", "XX"),
    ],
)
def test_names_of_countries(code, name):
    """The name in English, else the code."""
    assert country_name(code) == name
