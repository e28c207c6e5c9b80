"""Lengths with their units; pages that are made, and pages that are refused."""

import pytest

from guide.content.lengths import MARGIN, PAGE
from guide.reading.source import Place, Source


@pytest.fixture
def read(tmp_path):
    """Reads a value, a list of texts or a text: (what it makes, the lines of its problems)."""
    path = tmp_path / "x.yaml"
    path.write_text("page: [4 in, 7 in]\n", encoding="utf-8")

    def read_value(kind, value):
        source = Source(path, tmp_path)
        place = Place(6, 0, 6)
        node = ([(each, place) for each in value], place) if isinstance(value, list) else (value, place)
        return kind.read(node, "page", source), [str(each) for each in source.problems]

    return read_value


@pytest.mark.parametrize(
    "text, points",
    [
        ("72", 72),
        ("72 pt", 72),
        ("1 in", 72),
        ("1in", 72),
        ("1 inch", 72),
        ('1"', 72),
        ("25.4 mm", 72),
        ("2.54 CM", 72),
        ("0.75 in", 54),
    ],
)
def test_a_length_in_every_unit(read, text, points):
    assert read(MARGIN, text) == (points, [])


@pytest.mark.parametrize("text", ["wide", "-4 in", "4 feet", "0", "1000 in"])
def test_what_is_no_length_is_told(read, text):
    value, lines = read(MARGIN, text)
    assert value is None and len(lines) == 1 and '"4 in", "100 mm" or "288 pt"' in lines[0]


@pytest.mark.parametrize(
    "value, size",
    [
        (["4 in", "7 in"], (288, 504, "4 x 7 in")),
        (["148 mm", "210 mm"], (419.5, 595.3, "148 x 210 mm")),
        (["306", "792"], (306, 792, "306 x 792 pt")),
        (["6 in", "200 mm"], (432, 566.9, "6 in x 200 mm")),
        (["11 in", "8.5 in"], (792, 612, "11 x 8.5 in")),
    ],
)
def test_a_page_is_its_width_and_its_height(read, value, size):
    assert read(PAGE, value) == (size, [])


@pytest.mark.parametrize(
    "value, said",
    [
        ("4 x 7 in", "is not a width and a height; write both, as in [4 in, 7 in]"),
        (["4 in"], "is not a width and a height"),
        (["4 in", "7 in", "1 in"], "is not a width and a height"),
        (["2 in", "7 in"], "no guide can be read on a page of 2 x 7 in: a page less than"),
        (["30 in", "40 in"], "larger than the paper"),
        (["8 in", "tall"], "'tall'"),
    ],
)
def test_a_page_that_is_none_is_refused_with_the_reason(read, value, said):
    size, lines = read(PAGE, value)
    assert size is None and len(lines) == 1 and said in lines[0]
