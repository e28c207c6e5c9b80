"""The pictograms of sections: what each is for, and its outline on a grid of 24 by 24, y down.

They are drawn in one colour, white on a key or a tab, and are not turned round where a page is. `pictograms.json` has
them as SVG paths of absolute M, L, C and Z; holes run against their contours, so that either rule of filling serves.
"""

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

from guide.expressions import expression

CROSS = "clinic"  # a white cross: never on red, where it is a protected emblem
GRID = 24  # the side of the square that a pictogram is drawn in
PIECE = expression(r"[MLCZ]|-?[0-9.]+")
NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}  # behind each letter of a path

# ("m", x, y), ("l", x, y), ("c", x1, y1, x2, y2, x3, y3), ("h",)
Outline: TypeAlias = tuple[tuple[str, *tuple[float, ...]], ...]


class Pictogram(NamedTuple):
    """A drawing of a section's kind."""

    name: str
    meaning: str  # what it is for, in words
    path: str


def _read() -> dict[str, Pictogram]:
    text = Path(__file__).with_name("pictograms.json").read_text(encoding="utf-8")
    return {name: Pictogram(name, each["for"], each["d"]) for name, each in json.loads(text)["icons"].items()}


PICTOGRAMS = _read()


def with_path(name: str, path: str) -> str:
    """A pictogram of a guide's own as a section has it: its name with its path, so that whoever draws it needs no more."""
    return f"{name} {path}"


def name_of(icon: str) -> str:
    """The name of a pictogram, of a guide's own too."""
    return icon.partition(" ")[0]


def path_of(icon: str) -> str:
    """The path of a pictogram, of a guide's own too."""
    name, _, own = icon.partition(" ")
    return own or PICTOGRAMS[name].path


@cache
def outline(icon: str) -> Outline:
    """The outline of a pictogram, by its name, or by what `with_path` makes."""
    segments: list[tuple[str, *tuple[float, ...]]] = []
    pieces = PIECE.findall(path_of(icon))
    place = 0
    while place < len(pieces):
        letter, count = pieces[place], NUMBERS[pieces[place]]
        values = map(float, pieces[place + 1 : place + 1 + count])
        segments.append(("h",) if letter == "Z" else (letter.lower(), *values))
        place += 1 + count
    return tuple(segments)
