"""Sources as tables: what every file, sheet and feed becomes before anything is understood of it."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from guide.exchange.origin import Cell, Origin
from guide.frozen import frozen

# A cell as it stands: mostly a text (numbers and booleans as they are written, nothing as ""). In JSON also lists and objects.
Value: TypeAlias = "str | list[Value] | dict[str, Value]"

PARENT = (
    "parent_table",
    "parent_id",
)  # columns of what was nested in JSON: the table and the id of what holds it


class Row(NamedTuple):
    """A row of a table: {column: what stands there}; columns without anything may be missing."""

    number: int  # as in `Origin.row`
    values: Mapping[str, Value]


@frozen(kw_only=False)
class Table:
    """A table of a source."""

    source: str  # as in `Origin.source`
    name: str  # of the file without its ending, or of the sheet, or of the list in JSON: "phones"
    columns: tuple[str, ...]  # in their order; a name that stands twice has " (2)" behind the second
    rows: tuple[Row, ...]

    def origin(self, row: Row, column: str = "") -> Origin:
        """The place of a row, or of one of its cells."""
        return Origin(self.source, row.number, column)

    def cell(self, row: Row, column: str) -> Cell:
        """What stands in a cell, as text: "" where it is empty or holds a list or an object."""
        value = row.values.get(column, "")
        return Cell(value if isinstance(value, str) else "", self.origin(row, column))
