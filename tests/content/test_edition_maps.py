"""The key `maps` of an edition."""

import pytest

from guide.content.edition import load_editions
from guide.content.file import read_file
from guide.model.sketch import Bounds, MapPlan
from tests.sketched import geojson


@pytest.fixture
def read(tmp_path):
    """Reads an edition: (its maps, lines)."""
    for folder in ("editions", "maps"):
        (tmp_path / folder).mkdir()
    (tmp_path / "maps/town.geojson").write_bytes(geojson())

    def read_edition(text):
        (tmp_path / "editions/x.yaml").write_text(text)
        editions, problems = load_editions(tmp_path, read_file)
        lines = [str(each).replace(f"{tmp_path}/editions/", "") for each in problems]
        return editions["x"].maps if "x" in editions else None, lines

    return read_edition


def test_a_file_alone_one_map_or_several(read):
    plan = MapPlan(file="maps/town.geojson")
    assert read("maps: maps/town.geojson\n") == ((plan,), [])
    assert read("maps: no\n") == ((), [])
    assert read("maps:\n  file: maps/town.geojson\n") == ((plan,), [])
    assert read("maps:\n  - maps/town.geojson\n  - file: maps/town.geojson\n    title: Beds\n") == (
        (plan, MapPlan(file="maps/town.geojson", title="Beds")),
        [],
    )


def test_all_its_keys(read):
    (plan,), lines = read(
        "maps:\n  file: maps/town.geojson\n  title: Beds\n  sections: beds\n  place: page 2\n"
        "  bounds: {south: 41.8, west: -87.7, north: 41.9, east: -87.6}\n"
    )
    assert lines == [] and plan.sections == ("beds",) and plan.place == "page 2"
    assert plan.bounds == Bounds(41.8, -87.7, 41.9, -87.6)


@pytest.mark.parametrize(
    "text,said",
    [
        ("maps: maps/town.json", 'x.yaml:1:7: "maps/town.json" is no GeoJSON file'),
        ("maps: maps/other.geojson", 'x.yaml:1:7: there is no map "maps/other.geojson"'),
        ("maps: ../town.geojson", "outside the content folder"),
        ("maps: {title: Beds}", "file"),
        ("maps: {file: maps/town.geojson, place: back}", "page 2"),
        (
            "maps: {file: maps/town.geojson, bounds: {south: 2, west: 0, north: 1, east: 3}}",
            "the north edge of the map is not north of its south edge",
        ),
        ("maps: {file: maps/town.geojson, bounds: {south: 200, west: 0, north: 1, east: 3}}", "200"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(read, text, said):
    _, lines = read(text + "\n")
    assert lines and said in lines[0]
