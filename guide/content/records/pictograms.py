"""Pictograms: which one a section has, and those of a guide's own."""

from pathlib import Path
from typing import NamedTuple

from guide.content.drawings import USUAL, DrawingError, ViewBox, drawn_file, drawn_path
from guide.content.own_files import is_there, own_path
from guide.expressions import expression
from guide.pictograms import PICTOGRAMS, with_path
from guide.problems import pictures as kinds
from guide.problems.content import ICON
from guide.reading.fields import Field, Kind, Record, Schema, closest, report_type
from guide.reading.kinds import WORD, read_folded, read_word
from guide.reading.source import Node, Place, Source

NAME = expression("[a-z0-9]+(-[a-z0-9]+)*")
Icons = tuple[tuple[str, str], ...]  # (name, what a section has of it): see guide.pictograms


def read_icon(node: Node, key: str, source: Source) -> str | None:
    """A pictogram by its name, one of those that come with the program or of the guide's own."""
    word = read_word(node, key, source)
    if word is None:
        return None
    name, own = word.lower(), source.own
    if name in own:
        return own[name]
    if name in PICTOGRAMS:
        return name
    choices = (*own, *PICTOGRAMS)
    near = closest(word, choices)
    source.report(node[1], ICON, key=key, word=word, near=near, choices=", ".join(choices))
    return None


ICON_NAME = Kind(
    read_icon, {"anyOf": [{"enum": list(PICTOGRAMS)}, {"type": "string", "pattern": f"^{NAME.pattern}$"}]}
)


# --- those of a guide's own -------------------------------------------------------------------------


class Drawing(NamedTuple):
    """What a guide says of a pictogram of its own."""

    path: str
    box: ViewBox


def read_view_box(node: Node, key: str, source: Source) -> ViewBox | None:
    """The box of a drawing: four numbers as in SVG, or the side of a square."""
    value, place = node
    text = (
        " ".join(str(each[0]) for each in value) if isinstance(value, list) else read_word(node, key, source)
    )
    try:
        numbers = [float(each) for each in (text or "").replace(",", " ").split()]
    except ValueError:
        numbers = []
    if len(numbers) == 1:
        numbers = [0, 0, numbers[0], numbers[0]]
    if len(numbers) == 4 and min(numbers[2:]) > 0:
        return numbers[0], numbers[1], numbers[2], numbers[3]
    if text is not None:
        source.report(place, kinds.VIEW_BOX, name="", key=key, text=text)
    return None


DRAWING = Record(
    "a pictogram",
    (
        Field(
            "path", Kind(read_folded, WORD.schema), "The value of d of an SVG path.", required=True, also="d"
        ),
        Field(
            "view_box",
            Kind(read_view_box, {"type": ["string", "number", "array"]}),
            'The box that it is drawn in: "0 0 512 512", or 512; 24 by 24 if it is not given.',
            also="viewbox viewBox box",
        ),
    ),
    lambda values, place, source: (
        Drawing(values["path"], values.get("view_box", USUAL)) if "path" in values else None
    ),
)


def read_own(node: Node, key: str, source: Source) -> Icons | None:
    """The pictograms of a guide's own, each with its outline; what is wrong is told where it stands."""
    pairs, _ = node
    if not isinstance(pairs, tuple):
        report_type(node, key, "lines of the form boat: drawings/boat.svg below it", source)
        return None
    found: dict[str, str] = {}
    for (name, place), value in pairs:
        if not isinstance(name, str) or not NAME.fullmatch(name):
            source.report(place, kinds.DRAWING_NAME, name=str(name))
        elif name in PICTOGRAMS or name in found:
            source.report(place, kinds.DRAWING_TAKEN, name=name)
        elif path := read_drawing(name, value, source):
            found[name] = with_path(name, path)
    return tuple(found.items())


def read_drawing(name: str, node: Node, source: Source) -> str | None:
    """The outline of one: a path, a path with its box, or a file; None where it cannot be printed, which is told."""
    drawing = DRAWING.read(node, name, source) if isinstance(node[0], tuple) else plain(name, node, source)
    if drawing is None:
        return None
    try:
        if not drawing.path.lower().endswith(".svg"):
            return drawn_path(drawing.path, drawing.box)
        path = svg_file(name, drawing.path, node[1], source)
        return drawn_file(path) if path else None
    except DrawingError as error:
        kind, values = error.trouble
        source.report(node[1], kind, **{**values, "name": name})
    except OSError:
        source.report(node[1], kinds.DRAWING_FILE, name=name)
    return None


def plain(name: str, node: Node, source: Source) -> Drawing | None:
    """A path or a file as one text."""
    text = read_folded(node, name, source)
    return Drawing(text, USUAL) if text else None


def svg_file(name: str, file: str, place: Place, source: Source) -> Path | None:
    """A file in the content folder, None where it is not there, which is told."""
    path = own_path(file, source.folder)
    if path is None:
        source.report(place, kinds.DRAWING_ELSEWHERE, name=name, file=file)
    elif not is_there(path):
        source.report(place, kinds.NO_DRAWING, name=name, file=file)
    else:
        return path
    return None


SCHEMA: Schema = {
    "type": "object",
    "additionalProperties": {"anyOf": [{"type": "string"}, DRAWING.schema]},
}
OWN_PICTOGRAMS = Field(
    "pictograms",
    Kind(read_own, SCHEMA),
    "Pictograms of the guide's own by their names, each an SVG path, or an .svg file in the content folder.",
    also="icons",
)
