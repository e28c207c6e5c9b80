"""The key of an edition that asks for sketch maps: from which file, of which sections, between which edges."""

from typing import Any

from guide.content.own_files import is_there, own_path
from guide.content.records.codes import coordinate
from guide.model.sketch import BEHIND_LISTINGS, MAP_PLACES, Bounds, MapPlan
from guide.problems import maps as kinds
from guide.problems.editions import MAP_PLACE
from guide.reading.fields import Field, Kind, Record
from guide.reading.kinds import WORD, WORDS, choice, many, or_none, read_word
from guide.reading.source import Node, Place, Source

ENDING = ".geojson"


def read_file_name(node: Node, key: str, source: Source) -> str | None:
    """The name of a GeoJSON file in the content folder."""
    name = read_word(node, key, source)
    if name is None:
        return None
    if not name.lower().endswith(ENDING):
        source.report(node[1], kinds.MAP_NAME, name=name)
        return None
    path = own_path(name, source.folder)
    if path is None or not is_there(path):
        source.report(node[1], kinds.NO_MAP if path else kinds.MAP_OUTSIDE, name=name)
        return None
    return name


def make_bounds(values: dict[str, Any], place: Place, source: Source) -> Bounds | None:
    """The edges, None where one is missing or they are the wrong way round."""
    if len(values) < len(Bounds._fields):
        return None
    bounds = Bounds(**values)
    for first, second, way in (("south", "north", "north"), ("west", "east", "east")):
        if values[first] >= values[second]:
            source.report(place, kinds.BOUNDS, first=first, second=second, way=way)
            return None
    return bounds


def make_map(values: dict[str, Any], place: Place, source: Source) -> MapPlan | None:
    """What is asked of a map, None without its file, which is reported already."""
    return MapPlan(**values, mark=source.mark(place)) if "file" in values else None


def read_map(node: Node, key: str, source: Source) -> MapPlan | None:
    """A map by its keys, or by its file alone."""
    if isinstance(node[0], tuple):
        return MAP_RECORD.read(node, key, source)
    name = read_file_name(node, key, source)
    return make_map({"file": name}, node[1], source) if name else None


def edge(key: str, doc: str, most: int) -> Field:
    """The key of an edge."""
    return Field(key, coordinate(most), doc, required=True)


BOUNDS_RECORD = Record(
    "edges of a map",
    (
        edge("south", "Degrees north of the lower edge.", 90),
        edge("west", "Degrees east of the left edge; west of Greenwich is negative.", 180),
        edge("north", "Degrees north of the upper edge.", 90),
        edge("east", "Degrees east of the right edge.", 180),
    ),
    make_bounds,
)
MAP_RECORD = Record(
    "a map",
    (
        Field(
            "file",
            Kind(read_file_name, {"type": "string"}),
            "The streets and areas: a GeoJSON file in the content folder, as maps/town.geojson.",
            required=True,
            also="geojson path source",
        ),
        Field("title", WORD, "Its title; Map if it is not given.", also="name heading"),
        Field(
            "sections",
            WORDS,
            "Ids of the sections whose listings are on it; all if it is not given.",
            also="section",
        ),
        Field(
            "bounds",
            BOUNDS_RECORD,
            "Its edges in degrees; as its listings lie if they are not given.",
            also="edges box bbox extent",
        ),
        Field(
            "place",
            choice(MAP_PLACES, MAP_PLACE),
            f"Where it stands: page 2 (behind the contents), listings (behind them, the usual) or index (behind it); {BEHIND_LISTINGS} if it is not given.",
            also="where behind",
        ),
        Field(
            "credit",
            WORD,
            "Whose data it is made of, printed below it; that of OpenStreetMap's exports if it is not given.",
            also="copyright attribution licence license",
        ),
    ),
    make_map,
)
MAPS = Field(
    "maps",
    or_none(many(Kind(read_map, {"anyOf": [WORD.schema, MAP_RECORD.schema]}))),
    "Sketch maps with the numbers of listings: each a GeoJSON file, or `file` with `title`, `sections`, `bounds`, `place` and `credit`.",
    also="map sketch",
)
