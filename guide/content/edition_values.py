"""Values that only the files of editions have: measures, distances, numbers of pages, languages or none."""

import re
from collections.abc import Callable

from guide.problems import editions as kinds
from guide.problems.kind import ProblemKind
from guide.reading.fields import Kind
from guide.reading.kinds import read_word
from guide.reading.source import Node, Source

KILOMETRES = {"km": 1, "mi": 1.609344, "mile": 1.609344, "miles": 1.609344}


def read_measure(
    least: float, most: float, wrong: ProblemKind
) -> Callable[[Node, str, Source], float | None]:
    """A reader of a number, perhaps with a fraction, between two limits."""

    def read(node: Node, key: str, source: Source) -> float | None:
        text = read_word(node, key, source)
        if text is None:
            return None
        match = re.fullmatch(r"(\d+(?:\.\d+)?)(?: ?pt)?", text)
        if match and least <= float(match[1]) <= most:
            return float(match[1])
        source.report(node[1], wrong, key=key, text=text, least=least, most=most)
        return None

    return read


def measure(least: float, most: float, wrong: ProblemKind) -> Kind[float]:
    """The kind of a number, perhaps with a fraction; `wrong` is the kind of problem of any other text."""
    return Kind(read_measure(least, most, wrong), {"anyOf": [{"type": "number"}, {"type": "string"}]})


def read_distance(node: Node, key: str, source: Source) -> float | None:
    """A distance in kilometres or miles, as kilometres."""
    text = read_word(node, key, source)
    match = re.fullmatch(r"(\d+(?:\.\d+)?) ?([a-z]+)", text) if text else None
    if match and match[2] in KILOMETRES:
        return float(match[1]) * KILOMETRES[match[2]]
    if text:
        source.report(node[1], kinds.DISTANCE, key=key, text=text)
    return None


def read_pages(node: Node, key: str, source: Source) -> int | None:
    """A number of pages, `8 pages`."""
    text = read_word(node, key, source)
    match = re.fullmatch(r"(\d{1,4})(?: pages?)?", text) if text else None
    if match and int(match[1]) > 0:
        return int(match[1])
    if text:
        source.report(node[1], kinds.PAGES, key=key, text=text)
    return None


def read_up(node: Node, key: str, source: Source) -> int | None:
    """How many pages stand on a sheet."""
    text = read_word(node, key, source)
    if text in ("2", "4", "8", "16"):
        return int(text)
    if text:
        source.report(node[1], kinds.UP, key=key, text=text)
    return None
