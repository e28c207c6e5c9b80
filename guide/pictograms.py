"""The pictograms of sections: what each is for, and its outline on a grid of 24 by 24, y down.

They are drawn in one colour, white on a key or a tab, and are not turned round where a page is. `pictograms.json` has
them as SVG paths of absolute M, L, C and Z; holes run against their contours, so that either rule of filling serves.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

CROSS = "clinic"  # a white cross: never on red, where it is a protected emblem
GRID = 24  # the side of the square that a pictogram is drawn in
PIECE = re.compile(r"[MLCZ]|-?[0-9.]+")
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


@cache
def outline(name: str) -> Outline:
    """The outline of a pictogram."""
    segments: list[tuple[str, *tuple[float, ...]]] = []
    pieces = PIECE.findall(PICTOGRAMS[name].path)
    place = 0
    while place < len(pieces):
        letter, count = pieces[place], NUMBERS[pieces[place]]
        values = map(float, pieces[place + 1 : place + 1 + count])
        segments.append(("h",) if letter == "Z" else (letter.lower(), *values))
        place += 1 + count
    return tuple(segments)
