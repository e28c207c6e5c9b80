"""Where a value comes from: so that everything that is said of other people's data names its row."""

from typing import NamedTuple


class Origin(NamedTuple):
    """A place in a source: as its owner finds it again."""

    source: str  # as it was named, with the sheet or the file in the archive: "book.xlsx: Pantries"
    row: int  # as a spreadsheet counts, the head is row 1; in JSON the number of the record; 0 is all of the source
    column: str = ""  # the name of the column; "" is the whole row

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        return f"{self.source}{row}{f', {self.column}' if self.column else ''}"


class Cell(NamedTuple):
    """A text of a source, as it stands there, and its place."""

    text: str
    at: Origin
