"""How to reach somebody: when a city is all that is known of a place, and which point on a map may be told."""

from dataclasses import replace

import pytest

from guide.model import Address, Further, Location, with_first


@pytest.mark.parametrize(
    "address, alone",
    [
        (Address(city="Chicago"), True),
        (Address(city="Chicago", state_province="IL", country="US"), True),
        (Address(city="Chicago", address_1="3110 West Taylor Street"), False),
        (Address(city="Chicago", po_box="PO Box 9"), False),
    ],
)
def test_a_city_alone(address, alone):
    assert bool(address.city_only) is alone


def test_no_point_of_a_secret_place_is_told():
    """Nor half of one, of any other."""
    place = Location(address=Address(city="Chicago"), latitude=0.0, longitude=-87.6)
    assert place.point == (0.0, -87.6) and not place.is_secret
    secret = replace(place, address=Address(city="Chicago", confidential=True))
    assert secret.is_secret and secret.point is None
    assert replace(place, longitude=None).point is None and replace(place, address=None).point == (0.0, -87.6)


def test_the_first_address_stands_before_the_others():
    more = (Further(target="b@larkin.org", label="at night"),)
    assert with_first("a@larkin.org", more) == (Further(target="a@larkin.org"), *more)
    assert with_first("", more) == more
