"""The table of copies: out without formulas, in again as it was, and each mistake at its line."""

from datetime import date

import pytest

from guide.copies.ledger import Parcel
from guide.copies.table import Usual, address_lines, copies_csv, read_copies
from guide.errors import GuideError

USUAL = Usual("letter", 3, date(2026, 11, 30))


def read(tmp_path, text):
    path = tmp_path / "copies.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_copies(path, USUAL)[0]


def test_it_comes_back_as_it_went_out(tmp_path):
    """No cell is a formula on the way."""
    parcels = [
        Parcel(
            "=HYPERLINK(1)",
            "1 Example Square\nChicago, IL",
            40,
            "pocket",
            2,
            date(2026, 3, 14),
            "+1 box",
            2,
            7,
        ),
        Parcel("'s-Gravenhage library", "", 3, "letter", 3, date(2026, 11, 30)),
    ]
    data = copies_csv(parcels)
    assert b"\"'=HYPERLINK" in data and b"\"'+1 box" in data and b'"=' not in data
    assert read(tmp_path, data) == [each._replace(slip=0, id=0) for each in parcels]


def test_what_is_empty_is_as_usual(tmp_path):
    """Names of columns as people write them, a day as spreadsheets write it, a separator of other countries."""
    found = read(tmp_path, "Recipient;Copies;Date\nMain Library;1,200;11/2/2026\nClinic;3;\n;;\n")
    assert found == [
        Parcel("Main Library", "", 1200, "letter", 3, date(2026, 11, 2)),
        Parcel("Clinic", "", 3, "letter", 3, date(2026, 11, 30)),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,copies\nA,none\n", ':2:1: "copies" is "none"'),
        ("name,copies\nA,0\n", '"copies" is "0"'),
        ("name,copies\n,3\n", "this line has no name"),
        ("name,copies,date\nA,3,soon\n", '"soon" under "date" is no day'),
        ("name,copies,number\nA,3,x\n", '"number" is "x"'),
        ("name,colour,copies\nA,red,3\n", '"colour" is not known; the columns are name'),
        ("name\nA\n", 'there is no column "copies"'),
        ("name,copies\n", "nobody is in this table"),
        (b"PK\x03\x04", "CSV"),
    ],
)
def test_mistakes_are_told_where_they_are(tmp_path, text, said):
    with pytest.raises(GuideError) as error:
        read(tmp_path, text)
    assert said in str(error.value)


def test_an_address_has_lines():
    assert address_lines(" 1 Example Square;Chicago, IL ;") == "1 Example Square\nChicago, IL"
    assert address_lines("a\tb \x1b[31m; \u200b") == "a b [31m"  # nothing that nobody can see
