"""The table of an edition."""

import csv
import io

from guide.exchange.give.table import as_csv, table_of
from guide.seal import is_sealed


def test_each_listing_office_program_and_meeting_has_a_row(everything):
    columns, rows = table_of(everything)
    assert [(row["row"], row["id"]) for row in rows[1:6]] == [
        ("listing", "harbor"), ("office", "harbor"), ("office", "harbor"), ("program", "harbor"), ("see", "group"),
    ]  # fmt: skip
    assert [row["row"] for row in rows[6:]] == ["listing", "office", "listing", "listing", "meeting"]
    assert {row["section"] for row in rows[6:]} == {"Safe places"}
    assert columns[:6] == ["row", "id", "section_id", "section", "language", "name"]
    assert not set().union(*rows) - {*columns}


def test_the_first_row_says_what_the_others_are_read_by(everything):
    _, rows = table_of(everything)
    assert rows[0] == {"row": "guide", "language": "en", "name": "Help near you", "country": "US"}


def test_the_csv_has_no_formula_and_a_seal(everything):
    data = as_csv(everything)
    rows = [*csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))]
    assert rows[1]["waiting_time"] == "'=SUM(1+1)" and rows[1]["transportation"] == "''=x"
    assert is_sealed(data) and rows[0]["check"].startswith("make-guide seal")
