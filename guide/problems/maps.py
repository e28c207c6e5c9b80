"""Kinds of problem with sketch maps and the GeoJSON files that they are drawn from."""

from guide.problems.kind import ERROR, WARNING, ProblemKind

MAP = ProblemKind(
    "map",
    ERROR,
    "a map whose file is missing, is no GeoJSON, is too large, or has coordinates that are none; as a warning, what is left out of one",
    other_level=WARNING,
)
AGAIN = "export it again as GeoJSON"
IN_DEGREES = "export it again in WGS 84 (EPSG:4326), with longitude first"
MAP_NAME = MAP.said('"{name}" is no GeoJSON file by its name', "name a file whose name ends with .geojson")
MAP_OUTSIDE = MAP.said('the map "{name}" is outside the content folder', "copy it into the folder")
NO_MAP = MAP.said(
    'there is no map "{name}"',
    "check its name; it is looked for from the content folder on, as in maps/town.geojson",
)
UNREADABLE = MAP.said("the map cannot be read ({reason})", "check who may read it")
TOO_LARGE = MAP.said(
    "the map has {size:.1f} MB, more than {most}",
    "cut it to the streets around your listings, or simplify it",
)
TOO_FINE = MAP.said(
    "the map has more than {most:,} points", "cut it to the streets around your listings, or simplify it"
)
NOT_UTF_8 = MAP.said("the map is not written in UTF-8", AGAIN)
NOT_JSON = MAP.said("the map is no JSON from here on ({reason})", AGAIN + "; the file may have been cut off")
TOO_DEEP = MAP.said("the map has brackets within brackets without end", AGAIN)
NOT_GEOJSON = MAP.said("the map is JSON, and no GeoJSON{like}", AGAIN)
OTHER_SYSTEM = MAP.said("the coordinates of the map are those of {name}", IN_DEGREES)
NOT_DEGREES = MAP.said(
    "{east:g}, {north:g} are no degrees of longitude and latitude, but probably metres or feet", IN_DEGREES
)
EXCHANGED = MAP.said(
    "latitude and longitude are exchanged: {east:g} comes first, and GeoJSON has the longitude first",
    IN_DEGREES,
)
NOT_NUMBERS = MAP.said("there is a feature here whose coordinates are no pairs of numbers", AGAIN)
NOTHING_DRAWN = MAP.said(
    "the map has no line and no area to draw", "export the streets as lines, and parks and water as areas"
)
EMPTY_SHAPES = MAP.said(
    "features without coordinates are left out of the map: {count}, the first of them here",
    "delete them, or export the map again",
    WARNING,
)
BOUNDS = MAP.said(
    "the {second} edge of the map is not {way} of its {first} edge",
    "check the bounds, in degrees: west is negative",
)
ELSEWHERE = MAP.said(
    "no listing is on the map {file} of the edition {edition}: none has coordinates and a street within its edges",
    "give the listings latitude and longitude, or check the file, the sections and the bounds of the map",
    WARNING,
)
MAP_SECTION = MAP.said(
    'the map asks for the section "{word}", which the guide does not have', "write the id of a section"
)
