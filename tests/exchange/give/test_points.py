"""Offices on a map."""

import json

from guide.exchange.give.points import as_geojson


def test_a_point_stands_for_each_office_with_coordinates(everything):
    """Longitude comes first; no office that is confidential."""
    whole = json.loads(as_geojson(everything))
    (point,) = whole["features"]
    assert point["geometry"] == {"type": "Point", "coordinates": [-123.09, 44.05]}
    assert point["id"] == "harbor-1"
    said = point["properties"]
    assert (said["name"], said["office"], said["section"]) == ("Harbor Kitchen", "Pier", "Food and meals")
    assert said["phones"] == ["800-555-4357, toll-free"] and said["languages"] == "English, Spanish"
    assert said["address"] == "12 Pier Street, Suite 5, Docks, Larkin, OR 97401"
