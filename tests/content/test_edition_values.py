"""Values of editions, as they are read and as they are refused."""

import pytest

from guide.content.edition_values import measure, read_distance, read_pages, read_up
from guide.problems.editions import PRICE
from guide.reading.source import Place, Source


@pytest.fixture
def read(tmp_path):
    """Reads a text: (what it makes, how many problems)."""
    path = tmp_path / "x.yaml"
    path.write_text("key: 1\n", encoding="utf-8")

    def read_value(reader, text):
        source = Source(path, tmp_path)
        return reader((text, Place(5, 0, 5)), "key", source), len(source.problems)

    return read_value


@pytest.mark.parametrize(
    "reader, text, value",
    [
        (read_pages, "48", 48),
        (read_pages, "1 page", 1),
        (read_pages, "0", None),
        (read_pages, "some", None),
        (read_up, "8", 8),
        (read_up, "3", None),
        (read_distance, "8 km", 8),
        (read_distance, "8 leagues", None),
        (measure(0, 10, PRICE).read, "0.5", 0.5),
        (measure(0, 10, PRICE).read, "11", None),
    ],
)
def test_what_is_read_and_what_is_told(read, reader, text, value):
    assert read(reader, text) == (value, int(value is None))
