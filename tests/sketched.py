"""A made-up town for tests of maps: streets, a park with a pond, a lake, a part of the city, around 41.88 north, 87.65 west."""

import json

from guide.content.geojson import sketch_of
from guide.model.sketch import MapPlan, SketchMap

NORTH, EAST = 41.88, -87.65


def pair(x, y):
    """A position in hundredths of a degree from the middle."""
    return [round(EAST + x / 100, 6), round(NORTH + y / 100, 6)]


def feature(kind, coordinates, **properties):
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def line(*points, **properties):
    return feature("LineString", [pair(*each) for each in points], **properties)


def area(*rings, **properties):
    return feature("Polygon", [[pair(*each) for each in (*ring, ring[0])] for ring in rings], **properties)


def square(x, y, side):
    return (x, y), (x + side, y), (x + side, y + side), (x, y + side)


TOWN = [
    *(
        line((x, -2), (x, 2), highway="residential", name=f"{name} Street")
        for x, name in ((-1, "Elm"), (1, "Oak"))
    ),
    *(
        line((-2, y), (2, y), highway="primary", name=f"{name} Avenue")
        for y, name in ((-1, "Grand"), (1, "Union"))
    ),
    line((-2, -2), (2, 2), highway="footway", name="Old Path"),
    line((-2, 1.5), (2, 1.6), railway="rail"),
    line((-2, -1.5), (2, -1.4), waterway="river", name="Fox River"),
    area(square(-0.8, -0.8, 0.9), square(-0.6, -0.6, 0.3), leisure="park", name="Garfield Park"),
    area(square(1.2, -2, 0.8), natural="water", name="Blue Lake"),
    area(square(-1.9, 0.1, 0.8), place="neighbourhood", name="Pilsen"),
    area(square(0.2, 0.2, 0.1), building="yes", name="The House"),
    feature("Point", pair(0, 0), amenity="shelter", name="A Shelter"),
]


def geojson(*features, **more):
    """The bytes of a collection of features, of the town where none are given."""
    whole = {"type": "FeatureCollection", **more, "features": list(features or TOWN)}
    return json.dumps(whole, indent=1).encode()


def town_map(**plan):
    """The map of the town as an edition asks for it."""
    return SketchMap(
        plan=MapPlan(**{"file": "maps/town.geojson", **plan}), sketch=sketch_of(geojson()).sketch
    )


def at(maker, x, y, street="1 Elm Street", **more):
    """A place of a listing, in hundredths of a degree from the middle."""
    return maker.office(street=street, latitude=NORTH + y / 100, longitude=EAST + x / 100, **more)
