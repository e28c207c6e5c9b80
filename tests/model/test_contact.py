"""How to reach somebody: when a city is all that is known of a place."""

import pytest

from guide.model import Address


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
