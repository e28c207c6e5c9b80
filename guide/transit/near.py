"""Which stops of a timetable are near to which offices: a stop is all platforms and entrances of one station.

A distance on foot is the straight line and a third of it: streets go round.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import cos, floor, radians

from guide.content.choose.rules import kilometres
from guide.errors import Mark, Problem
from guide.model import Nearby
from guide.problems.transit import NO_PLACES
from guide.transit.feed import Feed, Row
from guide.transit.names import readable
from guide.transit.offices import Point

ROUND = 1.3  # how much longer than the straight line people walk
DEGREE = 111_000  # metres of a degree to the north, or a little less
PLATFORM, STATION, ENTRANCE = "0", "1", "2"
COLUMNS = ("stop_id",)
WANTED = ("stop_lat", "stop_lon", "location_type", "parent_station", "stop_name", "wheelchair_boarding")
YES, NO = "1", "2"


@dataclass(slots=True)
class Stop:
    """A station, or a stop by itself."""

    name: str = ""
    platforms: list[str] = field(default_factory=list)  # their ids
    wheelchair: list[str] = field(default_factory=list)  # what is known of each platform: "", YES or NO
    own_wheelchair: str = ""  # of the station, for platforms of which nothing is known

    @property
    def accessible(self) -> bool | None:
        """Whether every platform can be used with a wheelchair, or none; None where that is not known."""
        known = {each or self.own_wheelchair for each in self.wheelchair}
        return True if known == {YES} else False if known == {NO} else None


class Near:
    """The stops near to some points, and how far they are."""

    def __init__(self, points: Sequence[Point], metres: float) -> None:
        """`metres`: how far people walk."""
        self.metres = metres
        self.points = [Nearby(latitude=north, longitude=east, kilometres=0) for north, east in points]
        self.distances: list[dict[str, float]] = [{} for _ in points]  # by the keys of stops, for each point
        self.stops: dict[str, Stop] = {}
        self.problems: list[Problem] = []
        widest = max((abs(north) for north, _ in points), default=0)
        self.height = metres / DEGREE
        self.width = self.height / max(cos(radians(min(widest + 1, 89))), 0.01)
        self.cells = self.cells_of(points)

    def cells_of(self, points: Iterable[Point]) -> dict[tuple[int, int], list[int]]:
        """The points around each square of the map: whatever is near to one of them is in a square that knows it."""
        cells: dict[tuple[int, int], list[int]] = {}
        for number, (north, east) in enumerate(points):
            row, column = floor(north / self.height), floor(east / self.width)
            for cell in ((row + r, column + c) for r in (-1, 0, 1) for c in (-1, 0, 1)):
                cells.setdefault(cell, []).append(number)
        return cells

    def read(self, feed: Feed) -> None:
        """Find the stops that are near, then all that belongs to them."""
        table = feed.table("stops.txt", COLUMNS, WANTED)
        first, unread = 0, 0
        for row in table:
            if not self.measure(row):
                first, unread = first or table.line(), unread + 1
        if unread:
            self.problems.append(NO_PLACES.at(Mark(table.path, first, 1), count=unread))
        for row in table:
            self.add(row)

    def measure(self, row: Row) -> bool:
        """Note how far a stop is from the points that are near; whether its place can be read."""
        id, north, east, kind, parent, *_ = row
        if kind.strip() not in ("", PLATFORM, STATION, ENTRANCE):
            return True
        point = point_of(north, east)
        if point is None:
            return False
        for number in self.cells.get((floor(point[0] / self.height), floor(point[1] / self.width)), ()):
            metres = kilometres(*point, self.points[number]) * 1000 * ROUND
            distances = self.distances[number]
            if metres <= min(self.metres, distances.get(parent or id, metres)):
                distances[parent or id] = metres
                self.stops.setdefault(parent or id, Stop())
        return True

    def add(self, row: Row) -> None:
        """Note what belongs to a stop that is near."""
        id, _, _, kind, parent, name, wheelchair = row
        stop = self.stops.get(parent or id)
        kind = kind.strip()
        if stop is None or kind not in ("", PLATFORM, STATION):
            return
        if kind == STATION:
            stop.name, stop.own_wheelchair = readable(name), wheelchair.strip().strip(PLATFORM)
            return
        stop.platforms.append(id)
        stop.wheelchair.append(wheelchair.strip().strip(PLATFORM))
        stop.name = stop.name or readable(name)


def point_of(north: str, east: str) -> Point | None:
    """A place on the map; None where it is none, or the point off Africa that stands for one."""
    try:
        point = float(north), float(east)
    except ValueError:
        return None
    return point if abs(point[0]) <= 90 and abs(point[1]) <= 180 and point != (0, 0) else None
