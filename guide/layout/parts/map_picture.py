"""The picture of a sketch map: areas, streets, names, numbers, a scale and which way north is."""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from math import hypot
from typing import NamedTuple

from guide.language.distances import round_distance
from guide.layout.pages import (
    ACCENT,
    BLACK,
    GREY,
    SHADE,
    TINT,
    WHITE,
    Box,
    Drawing,
    Item,
    Path,
    Segment,
    Text,
    Turned,
)
from guide.layout.pages import Line as Stroke
from guide.layout.parts.map_markers import Marker, Measures, Numbered, markers_of
from guide.layout.parts.map_names import (
    LEADING,
    Label,
    Obstacles,
    along,
    edges_of,
    joined,
    length,
    square,
    within,
)
from guide.layout.parts.map_short import shorter
from guide.layout.parts.map_view import Line, Spot, View, crossings, turned_like
from guide.layout.tags import Tag
from guide.layout.type.fonts import CAP_HEIGHT
from guide.layout.type.inline import Fragment, Inline
from guide.layout.type.mirror import mirrored
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import ROUND, circle
from guide.layout.type.style import FIELD_LINE, HAIRLINE
from guide.model.sketch import DISTRICT, GREEN, MAIN, PATH, RAIL, RIVER, USUAL, WATER, Sketch

FRAME, LEADER, DOT = 0.75, 0.75, 1.8  # points
INSETS = {
    MAIN: 1.0,
    RIVER: 1.3,
}  # points: thick lines end so far from the frame, that they go up to it and not beyond
WAVES = 4.5  # points between the lines in water
LEAST_AREA, LEAST_LINE = 6.0, 3.0  # points: what is smaller is not drawn
SCALE = 0.3  # of the frame's width that a scale takes at most
FINE_METRES = 14  # of a point of print: on a map of a larger place paths are left out
USUAL_METRES = 60  # and here all streets but main ones and those with names


class Seen(NamedTuple):
    """A line or an area as it is drawn: its pieces or outlines."""

    name: str
    kind: str
    lines: tuple[Line, ...]
    edges: tuple[Line, ...] = ()  # of an area, without what the frame cuts


class Picture:
    """Draws a sketch in a view."""

    def __init__(self, sketch: Sketch, view: View, setter: Setter, country: str, north: str) -> None:
        self.view, self.setter, self.style = view, setter, setter.style
        self.country, self.north = country, north
        self.size = self.style.small.size
        self.leading = LEADING * self.size
        self.tracts = list(seen_tracts(sketch, view))
        self.streets = list(seen_streets(sketch, view))
        self.room = Obstacles(view.width, view.height)
        self.markers: list[Marker] = []

    @property
    def foot(self) -> float:
        """The height of the scale below the frame."""
        return self.leading + 6

    def drawing(self, places: Sequence[Numbered], tag: Tag) -> Drawing:
        """The picture with the numbers of listings at their places."""
        width, height = self.view.width, self.view.height
        self.markers = markers_of(places, self.measures, width, height)
        for marker in self.markers:
            self.room.add(square(marker.edges))
            for spot in marker.spots:
                self.room.add(square(circle(*spot, DOT).bounds))
        items = [
            *self.rivers(),
            *self.grounds(),
            *self.lines(),
            *self.names(),
            *self.numbers(),
            Box(0, 0, width, height, None, FRAME),
            *self.scale(),
        ]
        return Drawing(tag, 0, 0, width, height + self.foot, tuple(items))

    # --- areas and lines

    def grounds(self) -> Iterator[Item]:
        """Yield the areas: green has a tint, water a shade with lines across, parts of the city a dashed edge."""
        for kind, fill in ((GREEN, TINT), (WATER, SHADE)):
            for each in self.tracts:
                if each.kind == kind:
                    yield Path(tuple(chain.from_iterable(map(closed, each.lines))), fill)
        water = [each for each in self.tracts if each.kind == WATER]
        waves = chain.from_iterable(waves_of(each.lines) for each in water)
        yield from drawn(waves, HAIRLINE)
        solid = (line for each in self.tracts if each.kind != DISTRICT for line in each.edges)
        yield from drawn(chain.from_iterable(map(opened, solid)), HAIRLINE)
        edges = (line for each in self.tracts if each.kind == DISTRICT for line in each.edges)
        dashes = (dash for line in edges for dash in dashed(line, 5, 3))
        yield from drawn(chain.from_iterable(map(opened, dashes)), FIELD_LINE)

    def rivers(self) -> Iterator[Item]:
        """Yield rivers that are lines, below the areas that show the same water."""
        for width, colour in ((3.4, GREY), (2.4, SHADE)):
            yield from drawn(chain.from_iterable(map(opened, self.of_kind(RIVER))), width, colour)

    def lines(self) -> Iterator[Item]:
        """Yield the lines, a path for all of a kind: main streets are white between two lines, so that they stand out."""
        paths = (dash for line in self.of_kind(PATH) for dash in dashed(line, 2, 2))
        rails = (dash for line in self.of_kind(RAIL) for dash in dashed(line, 7, 3))
        looks: tuple[tuple[Iterable[Line], float, str], ...] = (
            (paths, 0.5, GREY),
            (self.of_kind(USUAL), 0.9, GREY),
            (self.of_kind(MAIN), 3.0, GREY),
            (self.of_kind(MAIN), 1.8, WHITE),
            (rails, 0.75, BLACK),
        )
        for lines, width, colour in looks:
            yield from drawn(chain.from_iterable(map(opened, lines)), width, colour)

    def of_kind(self, kind: str) -> list[Line]:
        """The lines of a kind."""
        return [line for each in self.streets if each.kind == kind for line in each.lines]

    # --- names

    def names(self) -> Iterator[Item]:
        """Yield the names that there is room for: of areas, of main streets, of others, the longest first."""
        written: set[str] = set()
        for tract in sorted(self.tracts, key=lambda each: -reach(each.lines[0])):
            if tract.name not in written and self.printable(tract.name):
                bold = tract.kind == DISTRICT
                label = within(
                    tract.lines,
                    tract.name,
                    partial(self.width_of, bold=bold),
                    self.leading,
                    self.room.free,
                )
                if label:
                    written.add(tract.name)
                    ground = {GREEN: TINT, WATER: SHADE}.get(tract.kind, WHITE)
                    yield from self.written(label, ground, bold)
        for name, chains in self.named(written):
            if label := self.beside(name, chains[:3]):
                yield from self.written(label, WHITE)

    def beside(self, name: str, chains: Sequence[Line]) -> Label | None:
        """A name along one of the pieces of its street, as short as on its sign where there is no room for all of it."""
        for text in dict.fromkeys((name, shorter(name))):
            for chain_ in chains:
                if label := along(chain_, text, self.width_of(text), self.size, self.room.free):
                    return label
        return None

    def named(self, written: Container[str]) -> list[tuple[str, list[Line]]]:
        """The streets with names that are not written yet, each with its lines, the ones that matter most first."""
        found: dict[str, list[Seen]] = {}
        for each in self.streets:
            if each.name not in written and self.printable(each.name):
                found.setdefault(each.name, []).append(each)
        chains = {name: joined(line for each in some for line in each.lines) for name, some in found.items()}
        is_main = {name: any(each.kind == MAIN for each in some) for name, some in found.items()}
        order = sorted(chains, key=lambda name: (not is_main[name], -length(chains[name][0]), name))
        return [(name, chains[name]) for name in order]

    def printable(self, name: str) -> bool:
        """Whether there is a name, and faces for it."""
        return bool(name) and not self.style.stack(False).lacking(name)

    def written(self, label: Label, ground: str, bold: bool = False) -> Iterator[Item]:
        """Yield a name on a ground that keeps it apart from the lines below."""
        self.room.add(label.corners)
        left, top = -label.width / 2, -label.height / 2
        high = label.height / len(label.lines)
        items: list[Item] = [Box(left, top, label.width, label.height, ground)]
        for place, text in enumerate(label.lines):
            baseline = top + (place + 0.5) * high + CAP_HEIGHT * self.size / 2
            items += self.words(text, -self.width_of(text, bold) / 2, baseline, bold)
        if label.turn:
            yield Turned(label.x, label.y, label.turn, tuple(items))
        else:
            yield from (item.moved(label.x, label.y) for item in items)

    def width_of(self, text: str, bold: bool = False) -> float:
        return self.setter.width(text, self.size, bold)

    def words(self, text: str, x: float, y: float, bold: bool = False) -> list[Item]:
        """A text from its left end on, whichever way it runs."""
        placed = self.setter.place([Fragment(Inline(text, None, bold), text)], 0, 0, self.size)
        items: list[Item] = [each for each in placed if isinstance(each, Text)]
        if self.setter.leftward:
            items = mirrored(items, 0, self.width_of(text, bold))
        return [each.moved(x, y) for each in items]

    # --- numbers

    @property
    def measures(self) -> Measures:
        """How large numbers are: bold, in white."""
        return Measures(lambda text: self.width_of(text, True), self.leading, max(1.2, self.size / 8))

    def numbers(self) -> Iterator[Item]:
        """Yield leaders with their dots, then the markers."""
        away = [marker for marker in self.markers if not marker.is_at_home]
        for marker in away:
            yield from (Stroke(marker.x, marker.y, x, y, LEADER) for x, y in marker.spots)
        for marker in away:
            yield from (circle(x, y, DOT, BLACK) for x, y in marker.spots)
        for marker in self.markers:
            yield from self.marker(marker)

    def marker(self, marker: Marker) -> Iterator[Item]:
        """Yield a marker: white numbers on the accent, with a white edge."""
        edges = marker.edges
        yield rounded(edges.left, edges.top, marker.width, marker.height, marker.height / 2)
        face = self.style.bold.runs("0A")[0][0]  # a face of the guide's own may have no figures
        x = marker.x - self.width_of(marker.text, True) / 2
        yield Text(None, x, marker.y + CAP_HEIGHT * self.size / 2, marker.text, face, self.size, WHITE)

    # --- below the frame

    def scale(self) -> Iterator[Item]:
        """Yield the scale at the left, and an arrow to the north at the right."""
        metres, said = round_distance(
            SCALE * self.view.width * self.view.metres, self.country, self.style.language
        )
        long, y = metres / self.view.metres, self.view.height + 6 + self.leading / 2
        yield Stroke(0, y, long, y, 1.5)
        for x in (0.375, long - 0.375):
            yield Stroke(x, y - 3, x, y + 3, FIELD_LINE)
        baseline = y + CAP_HEIGHT * self.size / 2
        yield from self.words(said, long + 5, baseline)
        wide = self.width_of(self.north, True)
        right = self.view.width
        yield from self.words(self.north, right - wide, baseline, True)
        x, top, high = right - wide - 9, y - self.size / 2, self.size
        tip = (
            ("m", x, top),
            ("l", x + 4, top + high),
            ("l", x, top + 0.75 * high),
            ("l", x - 4, top + high),
            ("h",),
        )
        yield Path(tip, BLACK)


# --- what is seen -----------------------------------------------------------------------------------


def seen_tracts(sketch: Sketch, view: View) -> Iterator[Seen]:
    """Yield the areas that a view shows, each with its outline and its holes."""
    for tract in sketch.tracts:
        outline, *holes = map(view.area, tract.rings)
        if outline and reach(outline) >= LEAST_AREA:
            inner = (turned_like(rounded_off(hole), -1) for hole in holes if hole)
            edges = [line for ring in tract.rings for line in view.line((*ring, ring[0]))]
            lines = turned_like(rounded_off(outline), 1), *inner
            name = tract.name if edges or tract.kind != DISTRICT else ""  # a city all around tells nothing
            yield Seen(name, tract.kind, lines, tuple(map(rounded_off, edges)))


def seen_streets(sketch: Sketch, view: View) -> Iterator[Seen]:
    """Yield the lines that a view shows, on a map of a large place the larger ones alone."""
    metres = view.metres
    for street in sketch.streets:
        if street.kind == PATH and metres > FINE_METRES:
            continue
        if street.kind == USUAL and metres > USUAL_METRES and not street.name:
            continue
        lines = tuple(rounded_off(line) for line in view.line(street.points, INSETS.get(street.kind, 0)))
        if lines and (street.kind != PATH or any(length(line) >= LEAST_LINE for line in lines)):
            yield Seen(street.name, street.kind, lines)


def rounded_off(line: Line) -> Line:
    """A line to a tenth of a point."""
    return tuple((round(x, 1), round(y, 1)) for x, y in line)


def reach(outline: Line) -> float:
    """From corner to corner of an area's rectangle."""
    edges = edges_of(outline)
    return hypot(edges.right - edges.left, edges.bottom - edges.top)


# --- shapes -----------------------------------------------------------------------------------------


def drawn(segments: Iterable[Segment], width: float, colour: str = GREY) -> Iterator[Path]:
    """Yield a path of segments, nothing for none."""
    if all_ := tuple(segments):
        yield Path(all_, None, width, colour)


def opened(line: Sequence[Spot]) -> Iterator[Segment]:
    """Yield a line as segments."""
    for place, (x, y) in enumerate(line):
        yield ("l" if place else "m", x, y)


def closed(line: Sequence[Spot]) -> Iterator[Segment]:
    """Yield an outline as segments."""
    yield from opened(line)
    yield ("h",)


def waves_of(outlines: Sequence[Line]) -> Iterator[Segment]:
    """Yield level lines through water, at the same heights in all waters of a map."""
    edges = edges_of(outlines[0])
    step = int(edges.top // WAVES) + 1
    while step * WAVES < edges.bottom:
        found = crossings(outlines, step * WAVES)
        for left, right in zip(found[::2], found[1::2]):
            if right - left > WAVES:
                yield from opened(((left, step * WAVES), (right, step * WAVES)))
        step += 1


def dashed(line: Sequence[Spot], on: float, off: float) -> Iterator[Line]:
    """Yield a line in dashes."""
    dash: list[Spot] = [line[0]]
    left, drawn = on, True
    for (x, y), (to_x, to_y) in zip(line, line[1:]):
        long, gone = hypot(to_x - x, to_y - y), 0.0
        while long - gone > left:
            gone += left
            spot = (x + (to_x - x) * gone / long, y + (to_y - y) * gone / long)
            if drawn:
                yield (*dash, spot)
            drawn, dash = not drawn, [spot]
            left = on if drawn else off
        left -= long - gone
        if drawn:
            dash.append((to_x, to_y))
    if drawn and len(dash) > 1:
        yield tuple(dash)


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Path:
    """A box with round corners, in the accent with a white edge."""
    k, right, bottom = radius * (1 - ROUND), x + width, y + height
    segments: tuple[Segment, ...] = (
        ("m", x + radius, y),
        ("l", right - radius, y),
        ("c", right - k, y, right, y + k, right, y + radius),
        ("l", right, bottom - radius),
        ("c", right, bottom - k, right - k, bottom, right - radius, bottom),
        ("l", x + radius, bottom),
        ("c", x + k, bottom, x, bottom - k, x, bottom - radius),
        ("l", x, y + radius),
        ("c", x, y + k, x + k, y, x + radius, y),
        ("h",),
    )
    return Path(segments, ACCENT, 1, WHITE)
