"""JSON as tables."""

import json

import pytest

from guide.errors import GuideError
from guide.exchange.ledger import Ledger
from guide.exchange.sources.objects import parse, read_objects


def read(value):
    """{name: its rows}."""
    text = value if isinstance(value, str) else json.dumps(value)
    return {
        table.name: [dict(row.values) for row in table.rows]
        for table in read_objects(text, "a.json", "a", Ledger())
    }


@pytest.mark.parametrize("key", ["", "contents", "results", "records", "data", "items"])
def test_records_are_found_wherever_a_feed_has_them(key):
    """Numbers stay as they are written; nothing is nothing."""
    records = [{"name": "A", "zip": "01234", "beds": 5, "open": True, "note": None}]
    assert read({key: records, "total_pages": 1} if key else records) == {
        "a": [{"name": "A", "zip": "01234", "beds": "5", "open": "true"}]
    }


def test_one_object_a_line():
    """JSON Lines."""
    assert read('{"name": "A"}\n{"name": "B"}\n') == {"a": [{"name": "A"}, {"name": "B"}]}


def test_features_have_their_coordinates():
    """GeoJSON; a line or an area has none."""
    features = [
        {
            "type": "Feature",
            "properties": {"name": "A"},
            "geometry": {"type": "Point", "coordinates": [-123.1, 44.05]},
        },
        {"type": "Feature", "properties": {"name": "B"}, "geometry": {"type": "Polygon", "coordinates": []}},
        {"type": "Feature", "properties": {"name": "C"}, "geometry": None},
    ]
    a, b, c = read({"type": "FeatureCollection", "features": features})["a"]
    assert a == {"name": "A", "latitude": "44.05", "longitude": "-123.1"}
    assert (b, c) == ({"name": "B"}, {"name": "C"})


def test_nested_lists_are_tables_that_name_their_parents():
    """Also those of a record that has no id; lists of words stay in their cell."""
    tables = read(
        [
            {"id": "7", "phones": [{"number": "1"}, {"number": "2"}], "tags": ["x", "y"]},
            {"phones": [{"number": "3"}]},
        ]
    )
    assert tables["phones"] == [
        {"parent_table": "a", "parent_id": "7", "number": "1"},
        {"parent_table": "a", "parent_id": "7", "number": "2"},
        {"parent_table": "a", "parent_id": "a 2", "number": "3"},
    ]
    assert tables["a"] == [{"id": "7", "tags": ["x", "y"]}, {"id": "a 2"}]


def test_an_object_of_several_records_stands_once():
    """The organization that each of its services repeats; the service says whose it is."""
    tables = read(
        [
            {"id": "1", "organization": {"id": "o", "name": "O"}},
            {"id": "2", "organization": {"id": "o", "name": "O"}},
        ]
    )
    assert len(tables["organization"]) == 1
    assert [row["organization_id"] for row in tables["a"]] == ["o", "o"]


def test_parts_of_an_object_are_columns():
    """An address without an id of its own."""
    assert read([{"name": "A", "address": {"city": "B", "geo": {"lat": 1.50}}}])["a"] == [
        {"name": "A", "address.city": "B", "address.geo.lat": "1.5"}
    ]


def test_several_tables_in_one_file():
    """Each list has its name."""
    assert set(read({"organizations": [{"id": "1"}], "services": [{"id": "2"}]})) == {
        "organizations",
        "services",
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[{"a": 1,}]', (1, 10)),
        ('[{"a": 1}\n', (2, 1)),
        ("{" * 3, (1, 2)),
        ('{"a": 1} x', (1, 10)),
        ("[" * 100_000, (0, 0)),
    ],
    ids=["comma", "cut off", "braces", "words behind", "endless"],
)
def test_broken_json_is_told_with_its_place(text, place):
    """Never a traceback."""
    with pytest.raises(GuideError) as error:
        read(text)
    (problem,) = error.value.problems
    assert problem.name == "no-json"
    assert place == (0, 0) or problem.mark[1:] == place


@pytest.mark.parametrize("text", ["[]", "{}", '["a", "b"]', "[[[]]]"])
def test_json_without_records_is_empty(text):
    """And is told by whoever asked for it."""
    assert not any(read(text).values())


def test_halves_of_characters_and_nul_go_nowhere():
    """No file could hold them."""
    assert parse('[{"na\\u0000me": "Food \\ud83c Bank\\u0000"}]', "a.json") == [{"name": "Food ? Bank"}]
