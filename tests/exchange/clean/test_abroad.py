"""Addresses of other countries in one text."""

import pytest

from guide.exchange.clean.abroad import abroad, spaced


@pytest.mark.parametrize(
    ("country", "text", "parts"),
    [
        ("GB", "4 Elm Road, Barton, ZX16 0RL", "4 Elm Road||Barton||ZX16 0RL"),
        (
            "GB",
            "St Ann's Church, 2 Low Lane, Uptown, Barton, ZX163wd",
            "St Ann's Church|2 Low Lane, Uptown|Barton||ZX16 3WD",
        ),
        ("GB", "4 Elm Road, Barton", ""),
        ("AU", "46 North Esplanade St Bart Vic 3999", "46 North Esplanade||St Bart|VIC|3999"),
        (
            "AU",
            "Shop 1, Cnr Elm St & Low St Barton NSW 2999",
            "Shop 1, Cnr Elm St & Low St||Barton|NSW|2999",
        ),
        ("AU", "46 Elm Road", ""),
        ("AT", "Ulmenplatz 4/2, 1999 Wien", "Ulmenplatz 4/2||Wien||1999"),
        ("DE", "Ulmenstraße 4, D-10999 Berlin", "Ulmenstraße 4||Berlin||10999"),
        ("DE", "Ulmenstraße 4", ""),
    ],
)
def test_an_address_abroad_is_taken_apart_where_that_is_clear(country, text, parts):
    """As its country writes it."""
    keys = ("address_1", "address_2", "city", "state_province", "postal_code")
    found = abroad(text, country)
    assert "|".join(found.get(key, "") for key in keys).strip("|") == parts


def test_codes_get_their_space():
    """Others stay."""
    assert [spaced(text) for text in ("m5b1g6", "M5B 1G6", "ZX163WD", "97405", "")] == [
        "M5B 1G6",
        "M5B 1G6",
        "ZX16 3WD",
        "97405",
        "",
    ]
