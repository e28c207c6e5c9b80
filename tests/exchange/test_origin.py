"""Places in sources, as their owners find them again."""

import pytest

from guide.exchange.origin import Origin


@pytest.mark.parametrize(
    ("origin", "text"),
    [
        (Origin("a.csv", 2, "Name"), "a.csv, row 2, Name"),
        (Origin("a.csv", 2), "a.csv, row 2"),
        (Origin("a.csv", 0), "a.csv"),
        (Origin("book.xlsx: Pantries", 0, "Notes"), "book.xlsx: Pantries, Notes"),
    ],
)
def test_a_place_is_written_as_people_look_for_it(origin, text):
    """Source, row, column; what is not meant is not written."""
    assert str(origin) == text
