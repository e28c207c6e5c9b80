"""The streets and areas of a GeoJSON file (RFC 7946): lines and polygons, with what their properties say of them.

Of what OpenStreetMap's exports hold only streets, paths, rails, water, green and parts of the city are drawn: no building and
no amenity, by whose name somebody might be found. Points are left out too. Whatever is wrong is told at its feature.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from math import atan, degrees, exp, pi
from typing import Any, NamedTuple

from guide.content.geojson_said import kind_of_area, kind_of_line, name_of, said_of
from guide.model.sketch import Ring, Sketch, Street, Tract
from guide.problems import maps as kinds
from guide.problems.kind import MessageValue, ProblemKind

MOST_BYTES, MOST_POINTS = 8_000_000, 200_000
DEGREES = {"crs84", "4326", "epsg:4326", "wgs84", "wgs 84", "4979", "4269"}  # and NAD 83, a metre from it
MERCATOR = {"3857", "900913", "102100", "102113", "3785"}  # metres, as web maps are drawn: read as degrees
RADIUS = 6_378_137.0  # metres, of the globe in these
GEOMETRIES = (
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "Point",
    "MultiPoint",
    "GeometryCollection",
)
NUMBERS = {int, float}


OPENSTREETMAP = "© OpenStreetMap contributors, openstreetmap.org/copyright"  # as its licence asks
EXPORTED = re.compile(
    r'openstreetmap|"overpass|"@?id"\s*:\s*"(?:way|relation|node)/|"osm_(?:way_)?id"\s*:|"full_id"\s*:\s*"[nwr][0-9]',
    re.IGNORECASE,
)
MOST_CREDIT = 200  # characters


class MapError(Exception):
    """A file from which no map can be drawn: what is wrong with it, where (an index of its text), and the words for it."""

    def __init__(self, kind: ProblemKind, index: int | None = None, **values: MessageValue) -> None:
        super().__init__(kind.name)
        self.kind, self.index, self.values = kind, index, values


class Drawn(NamedTuple):
    """What is drawn, and what had no coordinates: how much of it, and the index of the first in the text."""

    sketch: Sketch
    empty: int = 0
    first_empty: int = 0


class _Reading:
    """A file on its way into a sketch."""

    def __init__(self, text: str, in_metres: bool = False) -> None:
        self.text, self.in_metres = text, in_metres
        self.streets: list[Street] = []
        self.tracts: list[Tract] = []
        self.empty: list[int] = []  # the numbers of features
        self.points = 0
        self.feature = 0

    def error(self, kind: ProblemKind, **values: MessageValue) -> MapError:
        return MapError(kind, place_of_feature(self.text, self.feature), **values)

    def take(self, feature: Any) -> None:
        """Take in a feature, or a geometry alone."""
        if not isinstance(feature, dict):
            raise self.error(kinds.NOT_GEOJSON, like="")
        is_feature = feature.get("type") == "Feature"
        said = said_of(feature.get("properties") if is_feature else None)
        geometry = feature.get("geometry") if is_feature else feature
        before = self.points
        if geometry is not None:
            self.shape(geometry, said)
        if self.points == before:
            self.empty.append(self.feature)

    def shape(self, geometry: Any, said: Mapping[str, str]) -> None:
        """Take in a geometry."""
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        if kind not in GEOMETRIES:
            raise self.error(kinds.NOT_GEOJSON, like="")
        if kind == "GeometryCollection":
            for each in listed(geometry.get("geometries")):
                self.shape(each, said)
            return
        coordinates = geometry.get("coordinates")
        if kind in ("Point", "MultiPoint"):
            self.points += 1
        elif kind in ("LineString", "MultiLineString"):
            for line in [coordinates] if kind == "LineString" else listed(coordinates):
                self.street(self.ring(line), said)
        else:
            for rings in [coordinates] if kind == "Polygon" else listed(coordinates):
                self.tract([self.ring(ring) for ring in listed(rings)], said)

    def street(self, points: Ring, said: Mapping[str, str]) -> None:
        kind = kind_of_line(said)
        if kind and len(points) > 1:
            self.streets.append(Street(points, name_of(said), kind))

    def tract(self, rings: list[Ring], said: Mapping[str, str]) -> None:
        kind = kind_of_area(said)
        whole = tuple(ring for ring in rings if len(ring) > 2)
        if kind and whole and whole[0] is rings[0]:
            self.tracts.append(Tract(whole, name_of(said), kind))

    def ring(self, line: Any) -> Ring:
        """The points of a line, less those that follow each other at the same place."""
        found: list[tuple[float, float]] = []
        before = None
        for each in listed(line):
            point = self.point(each)
            if point != before:
                found.append(point)
                before = point
        self.points += len(found)
        if self.points > MOST_POINTS:
            raise MapError(kinds.TOO_FINE, most=MOST_POINTS)
        return tuple(found)

    def point(self, pair: Any) -> tuple[float, float]:
        """(north, east) of a position."""
        try:
            east, north = pair[0], pair[1]
            if self.in_metres and max(abs(east), abs(north)) > 180:  # else degrees under a wrong name
                return from_metres(east, north)
            if -180 <= east <= 180 and -90 <= north <= 90 and {type(east), type(north)} <= NUMBERS:
                return north, east
        except (TypeError, LookupError):
            pass
        if not isinstance(pair, list) or len(pair) < 2 or not all(map(is_number, pair[:2])):
            raise self.error(kinds.NOT_NUMBERS)
        east, north = pair[:2]
        if abs(east) > 180 or abs(north) > 180 or abs(east) > 90 and abs(north) > 90:
            raise self.error(kinds.NOT_DEGREES, east=east, north=north)
        if abs(north) > 90:
            raise self.error(kinds.EXCHANGED, east=east)
        return north, east


@lru_cache(maxsize=4)  # who types in the studio sees the same map again and again
def sketch_of(data: bytes) -> Drawn:
    """What a GeoJSON file shows; raises MapError."""
    if len(data) > MOST_BYTES:
        raise MapError(kinds.TOO_LARGE, size=len(data) / 1e6, most=MOST_BYTES // 1_000_000)
    text, whole = parsed(data)
    reading = _Reading(text, is_in_metres(text, whole))
    for reading.feature, feature in enumerate(features_of(whole)):
        reading.take(feature)
    sketch = Sketch(tuple(reading.streets), tuple(reading.tracts), credit_of(text, whole))
    sketch = replace(sketch, edges=sketch.extent) if sketch.streets or sketch.tracts else sketch
    if not sketch.streets and not sketch.tracts:
        raise MapError(kinds.NOTHING_DRAWN)
    first = place_of_feature(text, reading.empty[0]) if reading.empty else 0
    return Drawn(sketch, len(reading.empty), first)


def credit_of(text: str, whole: Any) -> str:
    """Who has to be named below a map of these data: OpenStreetMap, or whom the file itself names; "" where nobody is known."""
    if EXPORTED.search(text):
        return OPENSTREETMAP
    said = whole.get("attribution") if isinstance(whole, dict) else None
    return " ".join(said.split()) if isinstance(said, str) and len(said) <= MOST_CREDIT else ""


def parsed(data: bytes) -> tuple[str, Any]:
    """(text, value) of a file."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        raise MapError(kinds.NOT_UTF_8, len(before)) from error
    try:
        return text, json.loads(text, parse_constant=lambda word: word)
    except json.JSONDecodeError as error:
        raise MapError(kinds.NOT_JSON, error.pos, reason=error.msg) from error
    except (RecursionError, ValueError) as error:  # a number of thousands of figures is a ValueError
        raise MapError(kinds.TOO_DEEP) from error


def is_in_metres(text: str, whole: Any) -> bool:
    """Whether coordinates are the metres of web maps; raises MapError where the file says that they are neither these nor degrees."""
    system = whole.get("crs") if isinstance(whole, dict) else None
    said = (system.get("properties") or {}) if isinstance(system, dict) else {}
    name = said.get("name") or said.get("code") if isinstance(said, dict) else None
    if name is None:
        return False
    short = str(name).lower()
    last = re.split(r"[:/]", short)[-1]
    if short not in DEGREES and last not in DEGREES | MERCATOR:
        raise MapError(kinds.OTHER_SYSTEM, max(text.find('"crs"'), 0), name=str(name)[:80])
    return last in MERCATOR


def from_metres(east: float, north: float) -> tuple[float, float]:
    """(north, east) in degrees of a point in the metres of web maps."""
    high = max(min(north / RADIUS, pi), -pi)
    return round(degrees(2 * atan(exp(high)) - pi / 2), 7), round(degrees(east / RADIUS), 7)


def features_of(whole: Any) -> Iterable[Any]:
    """The features of a collection, or what stands alone."""
    kind = whole.get("type") if isinstance(whole, dict) else None
    if kind == "FeatureCollection" and isinstance(whole.get("features"), list):
        found: list[Any] = whole["features"]
        return found
    if kind == "Feature" or kind in GEOMETRIES:
        return [whole]
    like = ""
    if kind == "Topology":
        like = ", but TopoJSON"
    elif isinstance(whole, dict) and "elements" in whole:
        like = ", but the answer of Overpass as it comes: export it there as GeoJSON"
    elif isinstance(whole, dict) and ("geometryType" in whole or "spatialReference" in whole):
        like = ", but JSON of Esri"
    raise MapError(kinds.NOT_GEOJSON, 0, like=like)


def place_of_feature(text: str, number: int) -> int:
    """The index in the text of a feature, counted from 0; where the file begins if that cannot be found."""
    begins = re.search(r'"features"\s*:\s*\[\s*', text)
    if not begins:
        return 0
    decoder, index = json.JSONDecoder(parse_constant=lambda word: word), begins.end()
    try:
        for _ in range(number):
            _, index = decoder.raw_decode(text, index)
            between = re.compile(r"\s*,\s*").match(text, index)
            index = between.end() if between else index
    except ValueError:
        return 0
    return index


def listed(value: Any) -> list[Any]:
    """A list, or none."""
    return value if isinstance(value, list) else []


def is_number(value: Any) -> bool:
    """Whether a value of JSON is a number, and finite."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e15
