"""Names of stops as somebody would write them."""

import pytest

from guide.transit.names import clean, corner, readable, without_direction


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("MAIN + 5TH", "Main & 5th"),
        ("OAK PK BLVD + MCALLISTER  TOWERS", "Oak Pk Blvd & McAllister Towers"),
        ("S MARKET + LA CIENEGA", "S Market & La Cienega"),
        ("Scott | de la Montagne", "Scott & de la Montagne"),
        ("Cedar_pt&weis", "Cedar pt & Weis"),
        ("R&B Hall", "R&B Hall"),
        ("Airport P&R", "Airport P&R"),
        ("52ND + 524", "52nd & 524"),
        ("BROAD + 6TH NS", "Broad & 6th"),
        ("NORTH MALL", "North Mall"),
        ("DMV", "DMV"),
        ("Oak Ave @ Elm IB", "Oak Ave at Elm"),
        ("Oak@ Community Care", "Oak at Community Care"),
        ("Hwy 9 at Deer St WB", "Hwy 9 at Deer St"),
        ("Hwy 9 at Pine St (Northbound)", "Hwy 9 at Pine St"),
        ("NB Harbor Station", "Harbor Station"),
        ("44th Avenue NE (SB)", "44th Avenue NE"),
        ("Hwy 9 at Biltmore (Shelter) - Arrive", "Hwy 9 at Biltmore (Shelter)"),
        ("12th Ave & Elm (far-side) (Library)", "12th Ave & Elm (Library)"),
        ("Elm St - Southbound (1234)", "Elm St"),
        ("Urząd Miejski 02", "Urząd Miejski"),
        ("Transit Center Bay 02", "Transit Center Bay 02"),
        ("Station (Dock 3)", "Station (Dock 3)"),
        ("Campus IB", "Campus IB"),
        ("Utrecht NS", "Utrecht NS"),
        ("US 50/ Lake Parkway", "US 50/ Lake Parkway"),
        ("WB", "WB"),
        ("", ""),
    ],
)
def test_a_name_is_as_somebody_would_write_it(written, said):
    assert readable(written) == said


def test_both_sides_of_a_corner_are_one():
    same = (
        "Oak Pkwy & Elm",
        "Oak Pkwy at Elm",
        "Elm / Oak Pkwy",
        "Elm and Oak Pkwy",
        "Oak Pkwy across from Elm",
        "ELM & OAK PKWY",
    )
    assert len(set(map(corner, same))) == 1
    assert corner("Oak & Elm (Library)") == corner("Elm & Oak")
    assert corner("Oak & Elm (West End)") != corner("Oak & Elm (East End)") and corner(
        "Elm (Library)"
    ) != corner("Elm")
    assert corner("Oak & Elm") != corner("Oak & Elm Court") and corner("") == frozenset()


def test_what_is_left_of_a_name_is_a_name():
    assert without_direction("Main St NB (Southbound)") == "Main St" and without_direction("EB (WB)") == "EB"


def test_a_name_is_one_line():
    assert clean(" A;  B: C\u200b\x07; ") == "A, B C"
