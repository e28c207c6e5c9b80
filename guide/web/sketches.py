"""The sketch maps of an edition on a screen: a drawing with the numbers of listings, and the list of all that is on it.

The drawing is the one of print, in a size that a narrow window can be moved over. It has no colours of its own: its classes
follow the page's, light or dark.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from guide.layout.editions.versions import stacks_of
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
    Line,
    Path,
    Text,
    Turned,
)
from guide.layout.parts.map_markers import Marker
from guide.layout.parts.map_picture import Picture
from guide.layout.parts.map_rows import MapList
from guide.layout.parts.map_stock import MapStock
from guide.layout.parts.map_view import view_of
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter
from guide.layout.type.style import accent_of, make_style, style_for
from guide.web.guides import Shown
from guide.web.inlines import Tongue, id_of
from guide.web.tree import Element, Given, el

WIDTH, LEAST, MOST = 520.0, 0.55, 1.3  # points, and the height of a drawing as a share of them
NAMES = {BLACK: "k", WHITE: "w", ACCENT: "a", GREY: "g", TINT: "t", SHADE: "s"}  # of classes, by colours


class ScreenMap:
    """A map on a page."""

    def __init__(self, shown: Shown, stock: MapStock) -> None:
        self.shown, self.stock = shown, stock
        self.title = stock.plan.plan.title or shown.all_words.map
        self.id = f"map-{stock.number}"

    @cached_property
    def drawn(self) -> tuple[Drawing, list[Marker]]:
        """(the drawing, its markers)."""
        guide, stock = self.shown.guide, self.stock
        assert stock.bounds  # or it has no listing
        style = style_for(make_style("letter", accent_of(guide), stacks_of(guide)), guide.language)
        view = view_of(stock.bounds, WIDTH, LEAST * WIDTH, MOST * WIDTH)
        picture = Picture(
            stock.plan.sketch, view, Setter(style, 2), guide.country, self.shown.words.map_north
        )
        return picture.drawing(stock.seen(view), Tag("Figure")), picture.markers

    def inside(self) -> Iterator[Given]:
        """Yield what it is, the drawing, and the list."""
        words, speaker = self.shown.all_words, self.shown.speaker
        marks = speaker.tongue.marks(speaker.second)
        for place, each in enumerate(words.versions):
            yield el("p", each.map_help, class_="b2" if place else "", **(marks if place else {}))
        yield self.picture()
        yield el("p", self.stock.plan.credit) if self.stock.plan.credit else None
        for place, each in enumerate(words.versions if self.stock.missing else ()):
            said = each.map_without.format(numbers=", ".join(self.stock.missing))
            yield el("p", said, class_="b2" if place else "", **(marks if place else {}))
        yield from self.letters()
        for one in self.stock.lists:
            yield from self.listed(one)

    def picture(self) -> Element:
        """The drawing; who cannot see it hears what it is, and the list behind it."""
        drawing, _ = self.drawn
        said = f"{self.title}. {self.shown.words.map_alternate}"
        box = f"-2 -2 {number(drawing.width + 4)} {number(drawing.height + 4)}"
        svg = el("svg", list(shapes(drawing.items)), role="img", aria_label=said, viewBox=box, class_="map")
        return el("div", svg, class_="mapbox", tabindex="0", role="group", aria_label=str(self.title))

    def letters(self) -> Iterator[Given]:
        """Yield what the letters of the drawing stand for."""
        _, markers = self.drawn
        some = [each for each in markers if each.has_letter]
        if some:
            yield el("h3", self.shown.speaker.both(self.shown.all_words.map_letters), class_="subhead")
            rows = (el("li", el("b", each.text), " ", ", ".join(each.numbers)) for each in some)
            yield el("ul", rows)

    def listed(self, one: MapList) -> Iterator[Given]:
        """Yield the listings of a section, with their numbers, as links."""
        names = Tongue(self.shown.guide.language).marks(self.shown.source)
        yield el("h3", self.shown.speaker.both(one.title), class_="subhead")
        yield el(
            "ul",
            (self.row(each.label, each.text, id_of(each.anchor), names) for each in one.rows if each.anchor),
            class_="rows",
        )

    def row(self, label: str, name: str, id: str, names: dict[str, str]) -> Element:
        """A listing: its number, and its name."""
        link = el("a", label, ". ", el("span", name, **names), href=f"#{id}")
        return el("li", el("span", link, class_="nm"))


def maps_of(shown: Shown) -> list[ScreenMap]:
    """The maps of an edition on which listings lie."""
    return [ScreenMap(shown, stock) for stock in stocks_of_maps(shown) if stock.bounds and stock.numbers]


def stocks_of_maps(shown: Shown) -> list[MapStock]:
    """What each map that an edition asks for shows, in their order."""
    return [MapStock(plan, shown.both, place) for place, plan in enumerate(shown.guide.maps, 1)]


# --- the drawing as elements ------------------------------------------------------------------------


def shapes(items: Iterable[Item]) -> Iterator[Element]:
    """Yield the items of a drawing as elements of SVG."""
    for item in items:
        if isinstance(item, Turned):
            where = f"translate({number(item.x)} {number(item.y)}) rotate({number(-item.degrees)})"
            yield el("g", list(shapes(item.items)), transform=where)
        elif isinstance(item, Text):
            yield words(item)
        elif isinstance(item, Box):
            yield path(
                f"M{pair(item.x, item.y)}h{number(item.width)}v{number(item.height)}h{number(-item.width)}z",
                item.fill,
                item.stroke,
                item.stroke_colour,
            )
        elif isinstance(item, Line):
            yield path(f"M{pair(item.x1, item.y1)}L{pair(item.x2, item.y2)}", None, item.width, item.colour)
        elif isinstance(item, Path):
            yield path(data_of(item), item.fill, item.stroke, item.stroke_colour)


def words(item: Text) -> Element:
    """A text, as wide as it is in print, whatever face a device has."""
    return el(
        "text",
        item.text.strip(),
        x=number(item.x),
        y=number(item.y),
        font_size=number(item.size),
        textLength=number(item.bounds.right - item.x),
        lengthAdjust="spacingAndGlyphs",
        class_="o" if item.colour == WHITE else "b" if "Bold" in item.face.name else "",
    )


def path(data: str, fill: str | None, stroke: float, colour: str) -> Element:
    """An outline with the classes of its colours."""
    classes = [f"f{NAMES[fill]}"] if fill else []
    classes += [f"s{NAMES[colour]}"] if stroke else []
    return el("path", d=data, class_=" ".join(classes), stroke_width=number(stroke) if stroke else None)


def data_of(item: Path) -> str:
    """The segments of an outline as path data."""
    return "".join(
        "z" if kind == "h" else kind.upper() + " ".join(map(number, values))
        for kind, *values in item.segments
    )


def pair(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


def number(value: float) -> str:
    """A number to a tenth, as short as it can be."""
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0")
