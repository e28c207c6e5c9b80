"""The country that a source speaks for."""

import pytest

from guide.exchange.mapping.countries import country_of
from tests.exchange.mapping.tables_made_up import made


@pytest.mark.parametrize(
    ("cells", "country"),
    [
        ("4 Elm Road, Barton, ZX16 0RL", "GB"),
        ("1 Elm Dr, Barton, ON M9V 1P9", "CA"),
        ("4 Elm Road Barton Vic 3999", "AU"),
        ("+43 1 5550123", "AT"),
        ("office@pantry.example.es", "ES"),
        ("https://www.pantry.example.co.uk/food", "GB"),
        ("1 Elm St, Barton, OR 97401", ""),
        ("503-555-0101", ""),
        ("www.pantry.example.us", ""),
    ],
)
def test_most_rows_say_the_country(cells, country):
    """The United States are not said: they are what is taken otherwise."""
    rows = "\n".join(f"Place {number} | {cells}" for number in range(4))
    assert country_of([made(f"Name | x\n{rows}")]) == country


def test_a_few_rows_from_elsewhere_say_nothing():
    """Neither do rows that speak for two."""
    rows = "\n".join(f"Place {number} | 1 Elm St, Barton, OR 97401" for number in range(9))
    assert country_of([made(f"Name | x\n{rows}\nFar | a@b.example.ca")]) == ""
    assert country_of([made("Name | x\nA | a@b.example.ca\nB | a@b.example.uk")]) == ""
    assert country_of([]) == ""
