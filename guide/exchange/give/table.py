"""An edition as one table: a row for each listing, and for each of its offices, programs and meetings."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from guide.content.edit import Plain
from guide.exchange.give.cells import cells_of, columns_in, defused
from guide.exchange.give.values import Values, listing_values
from guide.model import Guide, Listing, Section
from guide.reading.text import BOM
from guide.seal import BLANK, sealed

ROW, ID, SECTION_ID, SECTION, LANGUAGE, CHECK = HEAD = (
    "row",
    "id",
    "section_id",
    "section",
    "language",
    "check",
)
GUIDE, LISTING, OFFICE, PROGRAM, MEETING, SEE = "guide", "listing", "office", "program", "meeting", "see"
PARTS = {OFFICE: "locations", PROGRAM: "programs", MEETING: "meetings"}  # rows below a listing's own
Cells = dict[str, str]


def table_of(guide: Guide) -> tuple[list[str], list[Cells]]:
    """(columns, rows) of all that an edition prints."""
    rows = [guide_row(guide), *(row for section in guide.sections for row in section_rows(section))]
    used = {column for row in rows for column in row}
    return [ROW, ID, SECTION_ID, SECTION, LANGUAGE, *columns_in(used)], rows


def guide_row(guide: Guide) -> Cells:
    """The first row: what has to be known of the guide to read the others, the country of its numbers and addresses."""
    return {ROW: GUIDE, LANGUAGE: guide.language, "name": guide.title, "country": guide.country}


def section_rows(section: Section) -> Iterator[Cells]:
    """Yield the rows of a section, those that refer to other sections where they stand."""
    home = {SECTION_ID: section.id, SECTION: section.title}
    for each in section.in_order:
        if isinstance(each, Listing):
            yield from listing_rows(listing_values(each), home)
        else:
            yield {ROW: SEE, ID: each.id, **home}


def listing_rows(values: Values, home: Mapping[str, str]) -> Iterator[Cells]:
    """Yield the row of a listing, and those of its parts."""
    own = str(values["id"])
    yield {ROW: LISTING, ID: own, **home, **cells_of(values)}
    for kind, key in PARTS.items():
        for part in parts_in(values.get(key)):
            yield {ROW: kind, ID: own, **home, **cells_of(part)}


def parts_in(value: "Plain | None") -> list[Values]:
    """The parts of a listing that are rows of their own."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def as_csv(guide: Guide) -> bytes:
    """The table as CSV, as the call sheets are: UTF-8 with a BOM, no cell a formula. A seal stands in its last column."""
    columns, rows = table_of(guide)
    file = StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow([*columns, CHECK])
    for number, row in enumerate(rows):
        writer.writerow([*(defused(row.get(each, "")) for each in columns), "" if number else BLANK])
    return sealed(BOM + file.getvalue())
