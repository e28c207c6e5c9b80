"""Addresses in parts and in one cell."""

from guide.exchange.clean.places import address_of, coordinate_of, country_code
from tests.exchange.clean.made import cell, cleaning, group, kinds

WHOLE = {
    "1995 Amazon Parkway, Eugene, 97405": "1995 Amazon Parkway||||Eugene||97405|",
    "2400 S. Dixie Highway, Suite #104, Miami, FL 33133": "2400 S. Dixie Highway|Suite #104|||Miami|FL|33133|",
    "150 Court Street\n2nd Floor\nBrooklyn, NY 11201": "150 Court Street|2nd Floor|||Brooklyn|NY|11201|",
    "123 Main St, Springfield, Oregon": "123 Main St||||Springfield|OR||",
    "PO Box 498, Eugene OR 97440": "||PO Box 498||Eugene|OR|97440|",
    "P.O. Box 618\nPortland, OR 972010618": "||PO Box 618||Portland|OR|97201-0618|",
    "6 Elm Crt, Barton, ON M9V 1P9": "6 Elm Crt||||Barton|ON|M9V 1P9|",
    "250 The Low Lane, Ste 101, Barton, ON M5A1J2": "250 The Low Lane|Ste 101|||Barton|ON|M5A 1J2|",
    "1161 SW 10th Ave Portland OR 97205": "1161 SW 10th Ave||||Portland|OR|97205|",
    "401 NE 4th Street, Fort Lauderdale, FL 33301 USA": "401 NE 4th Street||||Fort Lauderdale|FL|33301|",
    "5th and Main, Eugene": "5th and Main||||Eugene|||",
    "State: FL": "|||||FL||",
    "Oregon, USA": "|||||OR||",
    "Bend, OR, USA": "||||Bend|OR||",
    "Eugene": "||||Eugene|||",
    "Online": "|||||||",
    "Confidential": "|||||||",
}
WORDS = {
    "Call or email to arrange a place to meet": {"way": "Call or email to arrange a place to meet"},
    "Various locations in Eugene / Springfield": {"way": "Various locations in Eugene / Springfield"},
    "5th and Washington, under the bridge": {"address_1": "5th and Washington, under the bridge"},
    "5th Ave between Washington and Jefferson": {"address_1": "5th Ave between Washington and Jefferson"},
    "150 West Broadway, Eugene, 97401 (Spectrum)": {
        "address_1": "150 West Broadway",
        "address_2": "Spectrum",
        "city": "Eugene",
        "postal_code": "97401",
    },
    "St. Louis": {"city": "St. Louis"},
    "10 High St, Stratford": {"address_1": "10 High St", "city": "Stratford"},
}
KEYS = (
    "address_1",
    "address_2",
    "po_box",
    "neighborhood",
    "city",
    "state_province",
    "postal_code",
    "country",
)


def row(address):
    """An address on a line."""
    return "|".join(address.get(key, "") for key in KEYS)


def test_a_whole_address_is_taken_apart_where_that_is_clear():
    """Otherwise its lines stay, the last as the place."""
    assert {text: row(address_of(group(address=text), cleaning())) for text in WHOLE} == WHOLE


def test_a_street_alone_is_nothing_to_tell():
    """There is nothing in it that could be taken apart."""
    run = cleaning()
    assert (
        row(address_of(group(address="206 North Garfield Avenue"), run)).strip("|")
        == "206 North Garfield Avenue"
    )
    assert kinds(run) == []


def test_a_postal_code_keeps_its_capitals():
    """It is no word."""
    run = cleaning(country="GB")
    assert address_of(group(address_1="4 Elm Road", postal_code="ZX16 0RL"), run)["postal_code"] == "ZX16 0RL"
    assert kinds(run) == []


def test_words_that_are_no_address_are_how_to_find_it():
    """No city is made of them."""
    assert {text: address_of(group(address=text), cleaning()) for text in WORDS} == WORDS


def test_what_cannot_be_taken_apart_is_told():
    """And so is what stands for no address."""
    run = cleaning()
    address_of(group(address="5th and Main, Eugene"), run)
    address_of(group(address="Online"), run)
    assert kinds(run) == ["address not taken apart", "address that is none"]


def test_parts_are_as_on_an_envelope():
    """States in letters, codes whole, boxes in their place, one's own country left out."""
    parts = group(
        address_1="120 OAK STREET",
        address_2="",
        city="EUGENE CITY",
        state_province="Oregon",
        postal_code="974010618",
        country="United States",
    )
    assert row(address_of(parts, cleaning())) == "120 Oak Street||||Eugene City|OR|97401-0618|"
    assert (
        row(
            address_of(
                group(
                    address_1="1 Main St, PO Box 7", city="Agawam", state_province="ma", postal_code="1001"
                ),
                cleaning(),
            )
        )
        == "1 Main St||PO Box 7||Agawam|MA|01001|"
    )
    assert (
        row(
            address_of(
                group(
                    address_1="1 High Street", city="Leeds", postal_code="ls1 1aa", country="United Kingdom"
                ),
                cleaning(),
            )
        )
        == "1 High Street||||Leeds||LS1 1AA|GB"
    )
    assert (
        row(
            address_of(
                group(
                    address_1="100 King St W", city="Toronto", state_province="Ontario", postal_code="m5x 1a9"
                ),
                cleaning("CA"),
            )
        )
        == "100 King St W||||Toronto|ON|M5X 1A9|"
    )


def test_a_whole_address_in_the_cell_of_the_street():
    """Where no city has a cell of its own."""
    assert (
        row(address_of(group(address_1="1 Oak St, Eugene, OR 97401"), cleaning()))
        == "1 Oak St||||Eugene|OR|97401|"
    )


def test_countries_by_code_and_by_name():
    """Home where it is not known."""
    assert [country_code(text, "US") for text in ("", "USA", "ca", "Mexico", "Germany", "Erewhon")] == [
        "US",
        "US",
        "CA",
        "MX",
        "DE",
        "US",
    ]


def test_coordinates_that_can_be():
    """Zero is none."""
    run = cleaning()
    assert [
        coordinate_of([cell(text)], 90, run) for text in ("44.0521", "0", "95", "44,05", "north", "-3.10")
    ] == ["44.0521", "", "", "44.05", "", "-3.1"]
    assert kinds(run) == ["coordinate not read"]
