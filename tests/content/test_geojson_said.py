"""What properties of features say: those of OpenStreetMap, of its extracts, of the Census Bureau and of cities."""

import pytest

from guide.content.geojson_said import kind_of_area, kind_of_line, name_of, said_of
from guide.model.sketch import DISTRICT, GREEN, MAIN, PATH, RAIL, RIVER, USUAL, WATER


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ({"STNAME": "MILL PKWY", "FUNC_CLASS": "Urban Principal Arterial", "PAVE_WIDTH": None}, MAIN),
        ({"STNAME": "ELM ST", "FUNC_CLASS": "Local"}, USUAL),
        ({"FUNC_CLASS": "Non-arterial"}, USUAL),
        ({"Street": "B506", "road_classification": "B Road", "fictitious": False}, MAIN),
        ({"TYPE": "Other road", "ROAD_NO": None}, USUAL),
        ({"kind": "freeway", "label": "I-10"}, MAIN),
        ({"class": "secondary"}, MAIN),
        ({"MTFCC": "S1400", "RTTYP": "S"}, MAIN),
        ({"MTFCC": "S1400", "RTTYP": "M"}, USUAL),
        ({"MTFCC": "S1780"}, ""),
        ({"MTFCC": "R1011"}, RAIL),
        ({"MTFCC": "H3010"}, RIVER),
        ({"fclass": "residential", "bridge": "F"}, USUAL),
        ({"fclass": "primary"}, MAIN),
        ({"fclass": "stream"}, RIVER),
        ({"fclass": "rail"}, RAIL),
        ({"fclass": "power_line"}, ""),
        ({"osm_id": 7, "highway": "unclassified", "name": None, "service": None}, USUAL),
        ({"highway": "service"}, ""),
        ({"highway": "service", "service": "alley", "name": "Mews"}, PATH),
        ({"highway": "footway", "footway": "sidewalk", "name": "Elm Street"}, ""),
        ({"highway": "footway"}, PATH),
        ({"highway": "construction", "construction": "primary"}, ""),
        ({"highway": "primary", "tunnel": "yes"}, MAIN),
        ({"railway": "subway", "tunnel": "yes"}, ""),
        ({"railway": "rail", "service": "yard"}, ""),
        ({"railway": "tram"}, RAIL),
        ({"waterway": "ditch"}, ""),
        ({"waterway": "ditch", "name": "Mill Ditch"}, RIVER),
        ({"waterway": "stream", "tunnel": "culvert"}, ""),
        ({"waterway": "weir", "name": "Weir"}, ""),
        ({"waterway": "river", "tunnel": "no"}, RIVER),
    ],
)  # fmt: skip
def test_what_a_line_is(properties, kind):
    assert kind_of_line(said_of(properties)) == kind


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ({"fclass": "building", "type": "house"}, ""),
        ({"fclass": "retail"}, ""),
        ({"fclass": "park"}, GREEN),
        ({"fclass": "water"}, WATER),
        ({"boundary": "administrative", "admin_level": "6", "name": "Old County"}, ""),
        ({"boundary": "administrative", "admin_level": "10"}, DISTRICT),
        ({"WARD": "3"}, DISTRICT),
    ],
)
def test_what_an_area_is(properties, kind):
    assert kind_of_area(said_of(properties)) == kind


@pytest.mark.parametrize(
    ("properties", "name"),
    [
        ({"STREET": "RENFIELD ST", "LABEL": "Renfield Street"}, "Renfield Street"),
        ({"STREET": "RENFIELD ST", "LABEL": "Ward 3"}, "Renfield St"),
        ({"STNAME": "N 5TH ST"}, "N 5th St"),
        ({"STNAME": "I-10"}, "I-10"),
        ({"nazev": "Na Kopečku", "kod": 7}, "Na Kopečku"),
        ({"Street": "Unnamed Road"}, ""),
        ({"name": "n/a", "street": "Elm Street"}, "Elm Street"),
        ({"name": "Unknown Soldier Avenue"}, "Unknown Soldier Avenue"),
        ({"name": "x" * 61}, ""),
        ({}, ""),
    ],
)
def test_what_something_is_called(properties, name):
    assert name_of(said_of(properties)) == name
