"""The maps of an edition, read from its files."""

from dataclasses import replace

import pytest

from guide.content.choose.languages import choose_in_languages
from guide.content.choose.printable import printable
from guide.model import Edition
from guide.model.changes import Hidden
from guide.model.sketch import MapPlan
from tests.sketched import area, at, feature, geojson, line, square

EDITION = Edition(name="x", maps=(MapPlan(file="town.geojson"),))


@pytest.fixture
def choose(maker, tmp_path):
    """choose(guide, bytes of the map): (the guide as the edition prints it, lines)."""

    def choose_guide(guide, data, edition=EDITION):
        (tmp_path / "town.geojson").write_bytes(data)
        chosen, problems = choose_in_languages(guide, edition, tmp_path)
        return chosen.guide, [str(each).replace(f"{tmp_path}/", "") for each in problems]

    return choose_guide


def town(maker, *places):
    return maker.guide(
        maker.section(*(maker.listing(str(n), locations=(each,)) for n, each in enumerate(places)))
    )


def test_a_map_is_read_for_the_editions_that_ask_for_it(choose, maker):
    guide = town(maker, at(maker, 0, 0))
    chosen, lines = choose(guide, geojson())
    assert lines == [] and len(chosen.maps[0].sketch.streets) == 7
    for other in (
        replace(EDITION, maps=()),
        replace(EDITION, format="text"),
        replace(EDITION, format="one-sheet"),
    ):
        assert choose(guide, geojson(), other)[0].maps == ()


def test_what_is_wrong_with_its_file_stops_the_edition_at_the_line(choose, maker):
    guide, (said,) = choose(town(maker, at(maker, 0, 0)), b'{"type":\n "Feature",,}')
    assert guide.maps == () and said.startswith("town.geojson:2:12: the map is no JSON from here on")


def test_features_without_coordinates_are_a_warning(choose, maker):
    guide, (said,) = choose(
        town(maker, at(maker, 0, 0)), geojson(line((0, 0), (1, 1)), feature("LineString", []))
    )
    assert len(guide.maps) == 1 and "left out of the map: 1, the first of them here" in said


def test_coordinates_that_are_exchanged_are_found_by_the_listings(choose, maker):
    """Both ways they are degrees; no listing lies in the map, and all would if it were turned."""
    turned = [[north, east] for east, north in ([-87.7, 41.8], [-87.6, 41.9])]
    _, (said,) = choose(town(maker, at(maker, 0, 0)), geojson(feature("LineString", turned)))
    assert "latitude and longitude are exchanged: 41.8 comes first" in said


def test_a_map_without_a_listing_is_a_warning_at_the_key(choose, maker):
    """None has coordinates, or they are elsewhere, or the street is not printed."""
    for place in (maker.office(), at(maker, 50, 50), at(maker, 0, 0, street="")):
        _, (said,) = choose(town(maker, place), geojson())
        assert "warning" not in said and "no listing is on the map town.geojson of the edition x" in said


def test_a_section_that_there_is_not_is_told(choose, maker):
    plan = MapPlan(file="town.geojson", sections=("beds",))
    _, (said,) = choose(town(maker, at(maker, 0, 0)), geojson(), replace(EDITION, maps=(plan,)))
    assert 'asks for the section "beds"' in said


def test_nothing_is_named_as_a_place_that_is_secret_or_not_printed(choose, maker):
    """Whoever drew the map may have known it."""
    hidden = maker.listing("safe-house", "Safe House", locations=(at(maker, 0, 0),))
    address = replace(at(maker, 0, 0).address, confidential=True)
    refuge = maker.listing("r", "The Refuge", locations=(replace(at(maker, 0, 0), address=address),))
    guide = replace(maker.guide(maker.section(refuge)), hidden=Hidden(frozenset({hidden.id}), frozenset()))
    data = geojson(
        line((0, 0), (1, 1), name="the refuge"),
        area(square(0, 0, 1), name="Safe House"),
        area(square(0, 0, 1), name="Pilsen"),
    )
    sketch = choose(guide, data)[0].maps[0].sketch
    assert [each.name for each in (*sketch.streets, *sketch.tracts)] == ["", "", "Pilsen"]


def test_what_is_not_printed_is_known_by_its_name_whatever_its_id(choose, maker):
    """An id is seldom the name in small letters; and a name is written in more than one way."""
    names = {"alternate_names": ("Haven on 5th",), "former_names": ("بيت الأمل",)}
    unseen = replace(maker.listing("hv", "St. Ann's Haven", printed=False), **names)
    guide = printable(maker.guide(maker.section(maker.listing("pantry", "Pantry"), unseen)))
    drawn = ("St Ann\u2019s HAVEN", "Haven on  5th", "بيت الأمل", "شارع الأمل", "Pantry")
    data = geojson(*(area(square(0, 0, 1), name=name) for name in drawn))
    sketch = choose(guide, data)[0].maps[0].sketch
    assert [each.name for each in sketch.tracts] == ["", "", "", "شارع الأمل", "Pantry"]
