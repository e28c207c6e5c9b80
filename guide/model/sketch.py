"""A sketch map: the streets and areas of a place, and what an edition asks of it. Points are degrees north and east."""

from dataclasses import field
from typing import NamedTuple, TypeAlias

from guide.errors import Mark
from guide.frozen import frozen

MAIN, USUAL, PATH, RAIL, RIVER = "main", "usual", "path", "rail", "river"  # kinds of lines
WATER, GREEN, DISTRICT = "water", "green", "district"  # kinds of areas
MAP_PLACES = BEHIND_LISTINGS, BEHIND_INDEX, IN_FRONT = "listings", "index", "page 2"  # where a map stands

Point: TypeAlias = tuple[float, float]  # degrees north, degrees east
Ring: TypeAlias = tuple[Point, ...]


class Bounds(NamedTuple):
    """The edges of a map, in degrees."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, point: Point) -> bool:
        """Whether a point lies within."""
        return self.south <= point[0] <= self.north and self.west <= point[1] <= self.east


class Street(NamedTuple):
    """A line: a street, a path, rails, a river."""

    points: Ring
    name: str = ""
    kind: str = USUAL


class Tract(NamedTuple):
    """An area: its outline, then the holes in it."""

    rings: tuple[Ring, ...]
    name: str = ""
    kind: str = DISTRICT


@frozen(kw_only=False)
class Sketch:
    """What is drawn of a place."""

    streets: tuple[Street, ...] = ()
    tracts: tuple[Tract, ...] = ()
    credit: str = ""  # whose data it is, where the file says so
    edges: Bounds | None = None  # of all that is drawn, where somebody has looked already

    @property
    def extent(self) -> Bounds:
        """The edges of all that is drawn."""
        if self.edges:
            return self.edges
        lines = [each.points for each in self.streets] + [each.rings[0] for each in self.tracts]
        norths = [point[0] for line in lines for point in line]
        easts = [point[1] for line in lines for point in line]
        return Bounds(min(norths), min(easts), max(norths), max(easts))


@frozen
class MapPlan:
    """What an edition asks of a map."""

    file: str  # a GeoJSON file, from the content folder on
    title: str = ""  # "": in the words of the guide
    sections: tuple[str, ...] = ()  # by id, whose listings are on it; (): all
    bounds: Bounds | None = None  # None: as its listings lie
    place: str = BEHIND_LISTINGS  # one of MAP_PLACES
    credit: str = ""  # whose data it is made of; "": as the file says
    mark: Mark | None = field(default=None, compare=False, repr=False)


@frozen
class SketchMap:
    """A map as it is printed: what an edition asks of it, and what is drawn."""

    plan: MapPlan
    sketch: Sketch

    @property
    def credit(self) -> str:
        """Whose data it is made of; "" where nobody says so."""
        return self.plan.credit or self.sketch.credit
