"""GeoJSON files: what is drawn of them, and one clear line where nothing can be."""

import json

import pytest

from guide.content.geojson import MOST_BYTES, MOST_POINTS, MapError, sketch_of
from guide.model.sketch import DISTRICT, GREEN, MAIN, PATH, RAIL, RIVER, USUAL, WATER
from tests.sketched import feature, geojson, line, pair

TRIANGLE = [[0, 0], [1, 0], [1, 1], [0, 0]]


def wrong(data):
    """(what is said, the line and the column) of a file."""
    with pytest.raises(MapError) as caught:
        sketch_of(data)
    error = caught.value
    before = data.decode("utf-8", "replace")[: error.index or 0]
    place = (before.count("\n") + 1, len(before) - before.rfind("\n")) if error.index is not None else None
    return error.kind.message.format(**error.values), place


def test_streets_and_areas_with_their_names_and_kinds():
    """No building, no amenity, no point."""
    sketch = sketch_of(geojson()).sketch
    assert [(each.name, each.kind) for each in sketch.streets] == [
        ("Elm Street", USUAL),
        ("Oak Street", USUAL),
        ("Grand Avenue", MAIN),
        ("Union Avenue", MAIN),
        ("Old Path", PATH),
        ("", RAIL),
        ("Fox River", RIVER),
    ]
    assert [(each.name, each.kind, len(each.rings)) for each in sketch.tracts] == [
        ("Garfield Park", GREEN, 2),
        ("Blue Lake", WATER, 1),
        ("Pilsen", DISTRICT, 1),
    ]
    assert sketch.streets[0].points == ((41.86, -87.66), (41.9, -87.66))


@pytest.mark.parametrize(
    "properties,kind",
    [
        ({}, USUAL),
        (None, USUAL),
        ({"FULLNAME": "Main St", "MTFCC": "S1200"}, MAIN),
        ({"tags": {"highway": "footway"}}, PATH),
        ({"kind": "river"}, RIVER),
        ({"power": "line"}, ""),
        ({"railway": "abandoned"}, ""),
        ({"boundary": "administrative"}, ""),
    ],
)
def test_what_a_line_is(properties, kind):
    data = geojson({**line((0, 0), (1, 1)), "properties": properties}, line((0, 0), (0, 1), name="other"))
    assert [each.kind for each in sketch_of(data).sketch.streets][:-1] == ([kind] if kind else [])


@pytest.mark.parametrize(
    "properties,kind",
    [
        ({}, DISTRICT),
        ({"type": "Park", "NAME": "Our Park"}, GREEN),
        ({"landuse": "reservoir"}, WATER),
        ({"landuse": "residential"}, ""),
        ({"amenity": "social_facility", "name": "Refuge"}, ""),
        ({"boundary": "administrative"}, DISTRICT),
    ],
)
def test_what_an_area_is(properties, kind):
    data = geojson(feature("MultiPolygon", [[TRIANGLE]], **properties), line((0, 0), (0, 1)))
    assert [each.kind for each in sketch_of(data).sketch.tracts] == ([kind] if kind else [])


def test_a_geometry_alone_and_collections_of_them():
    alone = {"type": "MultiLineString", "coordinates": [[[0, 0], [1, 1]], [[2, 2], [3, 3]]]}
    assert len(sketch_of(json.dumps(alone).encode()).sketch.streets) == 2
    both = {
        "type": "GeometryCollection",
        "geometries": [alone, {"type": "Polygon", "coordinates": [TRIANGLE]}],
    }
    sketch = sketch_of(geojson({"type": "Feature", "properties": {}, "geometry": both})).sketch
    assert (len(sketch.streets), len(sketch.tracts)) == (2, 1)


def test_what_has_no_coordinates_is_counted():
    empty = {"type": "Feature", "properties": {}, "geometry": None}
    data = geojson(line((0, 0), (1, 1)), empty, feature("LineString", []))
    drawn = sketch_of(data)
    assert drawn.empty == 2 and data.decode()[drawn.first_empty :].startswith("{")
    assert "null" in data.decode()[drawn.first_empty :].split("LineString")[0]


@pytest.mark.parametrize(
    "data,said,place",
    [
        (b'{"type": "Feature",\n "geometry": }', "no JSON from here on", (2, 14)),
        (b'{"type": "FeatureCollection", "features": [', "no JSON", (1, 44)),
        (b"", "no JSON", (1, 1)),
        (b'{"a":\n"\xe4"}', "not written in UTF-8", (2, 2)),
        (b"[" * 100_000, "brackets within brackets", None),
        (b"[1, 2]", "no GeoJSON", (1, 1)),
        (b'{"type": "Topology"}', "TopoJSON", (1, 1)),
        (b'{"elements": []}', "Overpass", (1, 1)),
        (b'{"spatialReference": 1}', "Esri", (1, 1)),
        (geojson(line((0, 0), (1, 1)), {"type": "Thing"}), "no GeoJSON", (21, 3)),
        (geojson(feature("LineString", [[0, "a"], [1, 1]])), "no pairs of numbers", (4, 3)),
        (geojson(feature("LineString", [[0, float("nan")], [1, 1]])), "no pairs of numbers", (4, 3)),
        (geojson(feature("LineString", [[-9756200, 5141000], [1, 1]])), "metres or feet", (4, 3)),
        (geojson(feature("LineString", [[41.8, -122.6], [41.9, -122.7]])), "exchanged: 41.8", (4, 3)),
        (geojson(feature("Point", pair(0, 0))), "no line and no area", None),
        (b'{"type": "FeatureCollection", "features": []}', "no line and no area", None),
        (b"x" * (MOST_BYTES + 1), "8.0 MB, more than 8", None),
    ],
)
def test_what_is_wrong_is_told_in_one_line_at_its_place(data, said, place):
    told, where = wrong(data)
    assert said in told and where == place


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326"])
def test_degrees_by_other_names(name):
    assert sketch_of(geojson(crs={"type": "name", "properties": {"name": name}})).sketch.streets


def test_other_systems_are_refused_by_name():
    system = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::26971"}}
    assert wrong(geojson(crs=system)) == (
        "the coordinates of the map are those of urn:ogc:def:crs:EPSG::26971",
        (3, 2),
    )


@pytest.mark.parametrize("metres", [True, False])
def test_the_metres_of_web_maps_are_read_as_degrees(metres):
    """Also degrees under their name, as some programs write them."""
    system = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    points = [(-9757330.0, 5145700.0, 12.5), (-9757430.0, 5145700.0)] if metres else [(-87.652, 41.897, 12.5), (-87.653, 41.897)]  # fmt: skip
    data = json.dumps(
        {"type": "FeatureCollection", "crs": system, "features": [feature("LineString", points)]}
    ).encode()
    (street,) = sketch_of(data).sketch.streets
    assert street.points[0] == pytest.approx((41.897, -87.652), abs=0.001)
    assert street.points[1][1] == pytest.approx(-87.653, abs=0.001)


@pytest.mark.slow
def test_too_many_points_are_refused():
    data = json.dumps({"type": "LineString", "coordinates": [[n % 7, n % 5] for n in range(MOST_POINTS + 9)]})
    assert "more than 200,000 points" in wrong(data.encode())[0]


@pytest.mark.parametrize(
    "more,credit",
    [
        ({}, ""),
        ({"copyright": "The data included in this document is from www.openstreetmap.org."}, "OpenStreetMap"),
        ({"generator": "overpass-ide"}, "OpenStreetMap"),
        ({"attribution": "City of\nLarkin"}, "City of Larkin"),
        ({"attribution": 7}, ""),
    ],
)
def test_whose_data_it_is(more, credit):
    """As its licence asks, and the file says."""
    assert credit in sketch_of(geojson(**more)).sketch.credit
    assert bool(sketch_of(geojson(**more)).sketch.credit) == bool(credit)
    exported = line((0, 0), (1, 1))
    for each in ({"id": "way/123"}, {"properties": {"osm_id": 7}}, {"properties": {"full_id": "w7"}}):
        assert "OpenStreetMap" in sketch_of(geojson(exported | each)).sketch.credit
