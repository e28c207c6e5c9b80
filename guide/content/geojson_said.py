"""What the properties of a feature of GeoJSON say: what it is called, and as what it is drawn.

They have the words of OpenStreetMap (`highway`), of Geofabrik's extracts of it (`fclass`), of the Census Bureau (`MTFCC`, `RTTYP`), or of
a city's own portal (`STNAME`, `FUNC_CLASS`, names in capitals). What would be clutter on a sketch is not drawn: driveways without a name,
sidewalks, ditches, tracks of rail yards and what runs below the ground.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from guide.content.checks.casing import calm, in_capitals
from guide.expressions import expression
from guide.model.sketch import DISTRICT, GREEN, MAIN, PATH, RAIL, RIVER, USUAL, WATER

MOST_NAME = 60
NAMES = (
    "name fullname street st_name stname streetname street_name full_name road_name roadname rd_name "
    "nombre nom nome naam nazwa nazev nev namn navn strassenname str_name label title"
).split()
NAMELESS = expression(
    r"(?i)(?:unnamed|un-named|no name|noname|unknown|none|null|n/?a|nan|-+|\?+)(?: (?:road|street|st|rd|way|path|alley|drive))?"
)
STREETS = {
    MAIN: "motorway trunk primary secondary motorway_link trunk_link primary_link secondary_link s1100 s1200 freeway highway expressway arterial interstate",
    PATH: "footway path cycleway steps track pedestrian service bridleway s1500 s1710 s1720 s1740 s1780 s1820 s1830",
    RAIL: "rail light_rail subway tram narrow_gauge railroad railway r1011 r1051 r1052",
    RIVER: "stream drain ditch brook creek tidal_channel h3010 h3013 h3020",
    USUAL: "tertiary tertiary_link residential living_street unclassified road street busway unknown local collector alley s1400 s1730",
}
KIND_OF_LINE = {word: kind for kind, words in STREETS.items() for word in words.split()}
LARGE = expression(
    r"(?i)(?<!non-)(?<!non )\b(?:arterial|freeway|expressway|motorway|interstate|a road|b road|(?:us|state) (?:highway|route))\b"
)
LARGE_ROUTES = {"i", "u", "s"}  # RTTYP: interstate, US, state
WATERS = set(
    "water bay strait reservoir basin riverbank dock lake river sea ocean pond canal coastline h2030 h2040".split()
)
GREENS = set(
    "park garden nature_reserve golf_course common recreation_ground village_green grass forest meadow cemetery wood "
    "allotments scrub grassland heath national_park green greenery k2180 k2190".split()
)
DISTRICTS = set(
    "neighbourhood neighborhood suburb quarter borough city town village administrative district".split()
)
# Keys of OpenStreetMap: what has one of them and is nothing that is known is not drawn.
THEIRS = set(
    "highway railway waterway natural landuse leisure building building:part amenity power barrier man_made shop office tourism "
    "historic aeroway boundary place route military public_transport craft healthcare social_facility area:highway parking fclass".split()
)
RAILS = ("rail", "light_rail", "subway", "tram", "narrow_gauge")
YARDS = ("yard", "siding", "spur", "crossover")
SMALL_WATERS = {"drain", "ditch"}
NO_WATERS = {"dam", "weir", "lock_gate", "dock", "boatyard", "waterfall", "pressurised"}
NO_STREETS = {"proposed", "construction", "razed", "abandoned", "elevator", "corridor", "platform", "bus_stop", "raceway", "rest_area", "services"}  # fmt: skip
SIDEWALKS = {"sidewalk", "crossing", "traffic_island", "link", "access_aisle"}
DRIVEWAYS = {"service", "s1740", "s1780"}
LARGE_PARTS = {str(level) for level in range(1, 8)}  # admin_level: countries, states, counties
KINDS_SAID = (
    "highway",
    "waterway",
    "natural",
    "landuse",
    "leisure",
    "place",
    "boundary",
    "kind",
    "type",
    "class",
    "fclass",
    "mtfcc",
)
CLASSES_SAID = ("func_class", "funcclass", "road_class", "roadclass", "road_classification", "st_class", "class", "type", "kind")  # fmt: skip


def said_of(properties: Any) -> dict[str, str]:
    """The texts among the properties of a feature, by their names in small letters; those in `tags` too."""
    if not isinstance(properties, dict):
        return {}
    tags = properties.get("tags")
    both = (*properties.items(), *(tags.items() if isinstance(tags, dict) else ()))
    return {
        str(key).lower(): " ".join(each.split())
        for key, each in both
        if isinstance(each, str) and each.strip()
    }


def name_of(said: Mapping[str, str]) -> str:
    """What a feature is called, "" for nothing that a map has room for; one that is written in small letters too before one in capitals."""
    names = [said[key] for key in NAMES if key in said and not NAMELESS.fullmatch(said[key])]
    if not names or len(names[0]) > MOST_NAME:
        return ""
    first = names[0]
    if not in_capitals(first):
        return first
    word = first.split()[0].casefold()
    others = (each for each in names if not each.isupper() and each.casefold().startswith(word))
    return next((each for each in others if len(each) <= MOST_NAME), calm(first, {}, frozenset()))


def words_of(said: Mapping[str, str]) -> Iterator[str]:
    """Yield the words that say what a feature is."""
    yield from (said[key].lower() for key in KINDS_SAID if key in said)
    yield from (key for key in ("water", "park") if key in said)


def kind_of_line(said: Mapping[str, str]) -> str:
    """The kind of a line, "" where it is none that is drawn."""
    words = list(words_of(said))
    if "railway" in said:
        return RAIL if said["railway"] in RAILS and is_on_ground(said) else ""
    found = next((KIND_OF_LINE[word] for word in words if word in KIND_OF_LINE), "")
    if "waterway" in said or found == RIVER or WATERS.intersection(words):
        return "" if is_small_water(said, words) else RIVER
    if is_clutter(said, words) or found == RAIL and not is_on_ground(said):
        return ""
    if found in ("", USUAL) and is_large(said):
        return MAIN
    return found or ("" if "highway" not in said and THEIRS.intersection(said) else USUAL)


def is_on_ground(said: Mapping[str, str]) -> bool:
    """Whether a line of rails is one that somebody sees: neither below the ground nor a track of a yard."""
    return said.get("tunnel", "no") == "no" and said.get("service") not in YARDS


def is_small_water(said: Mapping[str, str], words: list[str]) -> bool:
    """Whether a water is none for a sketch: in a pipe, a ditch without a name, a dam."""
    small = bool(SMALL_WATERS.intersection(words)) and not name_of(said)
    return small or bool(NO_WATERS.intersection(words)) or said.get("tunnel", "no") != "no"


def is_clutter(said: Mapping[str, str], words: list[str]) -> bool:
    """Whether a way is none for a sketch: a driveway without a name, a sidewalk, what is not built."""
    driveway = bool(DRIVEWAYS.intersection(words)) and not name_of(said)
    return driveway or bool(NO_STREETS.intersection(words)) or said.get("footway") in SIDEWALKS


def is_large(said: Mapping[str, str]) -> bool:
    """Whether a street is a main one, in the words of a portal or by the kind of its route."""
    return said.get("rttyp", "").lower() in LARGE_ROUTES or any(LARGE.search(said[key]) for key in CLASSES_SAID if key in said)  # fmt: skip


def kind_of_area(said: Mapping[str, str]) -> str:
    """The kind of an area, "" where it is none that is drawn."""
    if "building" in said or "amenity" in said or "social_facility" in said:
        return ""
    words = set(words_of(said))
    if words & WATERS:
        return WATER
    if words & GREENS:
        return GREEN
    if said.get("admin_level") in LARGE_PARTS:
        return ""
    return DISTRICT if words & DISTRICTS or not THEIRS.intersection(said) else ""
