"""Values of one word: ids, codes of countries and languages, degrees."""

from pathlib import Path

import pytest

from guide.content.records.codes import COUNTRY, ID, LANGUAGE, coordinate
from guide.reading.source import Place, Source


def read(kind, text):
    """What a kind makes of a word, and the names of the problems."""
    source = Source(Path("a.yaml"), Path("."))
    return kind.read((text, Place(0, 0, 0)), "key", source), [problem.name for problem in source.problems]


@pytest.mark.parametrize(
    "kind, text, taken",
    [
        (ID, "food-bank-2", "food-bank-2"),
        (COUNTRY, "US", "US"),
        (LANGUAGE, "pt-br", "pt-BR"),
        (LANGUAGE, "ZH-hant", "zh-Hant"),
        (coordinate(90), "37.8", 37.8),
        (coordinate(180), "-122.27", -122.27),
        (coordinate(90), "+90", 90.0),
    ],
)
def test_what_is_taken(kind, text, taken):
    """Codes of languages in their usual form."""
    assert read(kind, text) == (taken, [])


@pytest.mark.parametrize(
    "kind, text, name",
    [
        (ID, "Food Bank", "id"),
        (ID, "-a", "id"),
        (COUNTRY, "usa", "country"),
        (LANGUAGE, "English", "language"),
        (LANGUAGE, "e", "language"),
        (coordinate(90), "91", "number"),
        (coordinate(180), "37,8", "number"),
        (coordinate(180), "1e2", "number"),
    ],
)
def test_what_is_told(kind, text, name):
    assert read(kind, text) == (None, [name])
