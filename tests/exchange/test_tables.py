"""Tables with the places of their cells."""

from guide.exchange.origin import Origin
from guide.exchange.tables import Row, Table

TABLE = Table("a.csv", "a", ("Name", "Tags"), (Row(2, {"Name": "Food Bank", "Tags": ["food"]}),))


def test_a_cell_is_its_text_and_its_place():
    """A list is no text, and a column that a row lacks is empty."""
    (row,) = TABLE.rows
    assert TABLE.cell(row, "Name") == ("Food Bank", Origin("a.csv", 2, "Name"))
    assert TABLE.cell(row, "Tags").text == TABLE.cell(row, "Phone").text == ""
