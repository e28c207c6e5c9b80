"""Tables of people: as spreadsheets and offices save them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.batch.people import Person, meant, read_people
from guide.errors import GuideError

PLAIN = "file,city,ZIP,Case worker\nana,Oak Park,60301,Ms. Lee\n,,,\nbob,,60601,\n"
ANA = Person(2, {"file": "ana", "city": "Oak Park", "postal_code": "60301"}, (("Case worker", "Ms. Lee"),))


@pytest.fixture
def people(tmp_path):
    """Reads a table from text or bytes."""

    def read(data, name="people.csv"):
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_people(path)

    return read


@pytest.mark.parametrize(
    "data",
    [
        PLAIN,
        "\ufeff" + PLAIN,
        PLAIN.replace(",", ";"),
        PLAIN.replace(",", "\t"),
        PLAIN.replace("\n", "\r\n"),
        "sep=,\n" + PLAIN,
        PLAIN.encode("utf-16"),
        "Our people\n" + PLAIN,
    ],
    ids=["plain", "mark", "semicolons", "tabs", "windows", "excel", "utf-16", "a title above"],
)
def test_a_table_is_read_as_it_was_saved(people, data):
    """Whatever stands between its cells; an empty row is nobody, and an empty cell says nothing."""
    ana, bob = people(data)
    assert (ana.values, ana.own) == (ANA.values, ANA.own)
    assert bob.values == {"file": "bob", "postal_code": "60601"} and bob.own == ()
    assert bob.row - ana.row == 2


def test_letters_of_windows_are_read(people):
    """A file that an older Excel saved."""
    (person,) = people("name;city\nJosé Núñez;Española\n".encode("cp1252"))
    assert person.values == {"name": "José Núñez", "city": "Española"}


def test_a_spreadsheet_is_read(people, tmp_path):
    """Its first sheet, with the rows as they are numbered there; numbers as they are shown."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["file", "zip", "Room"], ["ana", 60301, 4], [], ["bob", 60601, None]):
        book.active.append(row)
    book.create_sheet("Notes").append(["x"])
    packed = io.BytesIO()
    book.save(packed)
    found = people(packed.getvalue(), "people.xlsx")
    assert [(each.row, each.get("file"), each.get("postal_code"), each.own) for each in found] == [
        (2, "ana", "60301", (("Room", "4"),)),
        (4, "bob", "60601", ()),
    ]
    assert [problem.name for problem in found.problems] == ["other-sheets"]


@pytest.mark.parametrize(
    "data, words",
    [
        ("", "nobody in this table"),
        ("file,city\n", "nobody in this table"),
        ("file,city\n,\n,,\n", "nobody in this table"),
        ("Ana\nBob\n", "people.csv:1:1: no column of this table is known"),
        ('[{"file": "ana"}]', "this is JSON, and no table"),
        (b"%PDF-1.7\n", "this is a PDF.*, and no table"),
        ("file,citty\na,b\n", 'people.csv:1:2: "citty" is not known; did you mean "city"'),
        ("file,zip,postal_code\na,1,2\n", 'the column "postal_code" is there twice'),
        ("file,city\na,b\nb,c,d\n", "people.csv:3:3: this row has more cells"),
        ('file,city\na,"b\n' + "c,d\n" * 9, "quotation mark"),
    ],
)
def test_what_is_wrong_with_a_table_is_told(people, data, words):
    """With its row and column; nobody is read then, and no row is lost."""
    with pytest.raises(GuideError, match=words):
        people(data)


def test_a_label_stands_as_it_was_written(people):
    """A column of their own is a label on the page; known ones are known however they are written."""
    assert [meant(name) for name in ("Postal Code", "E-Mail", "TOPIC:", "Case worker", "lat")] == [
        "postal_code",
        "email",
        "topic",
        "Case worker",
        "latitude",
    ]


def test_a_place_is_that_of_a_spreadsheet(people):
    """Row and number of the column, for messages."""
    table = people(PLAIN).table
    assert str(table.mark(4, "postal_code")).endswith("people.csv:4:3")
    assert str(table.mark(4, "topic")).endswith("people.csv:4:1")


CELLS = st.text(st.characters(exclude_categories=("C",)), max_size=20)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8))
def test_nobody_is_lost(tmp_path_factory, rows):
    """Each row with something in it is a person, in its place, whatever stands in its cells."""
    path = tmp_path_factory.getbasetemp() / "many.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([("name", "Own one"), *rows])
    wanted = {row: cells for row, cells in enumerate(rows, 2) if any(map(str.strip, cells))}
    if not wanted:
        return
    found = {each.row: (each.get("name"), dict(each.own).get("Own one", "")) for each in read_people(path)}
    assert found == {row: tuple(" ".join(cell.split()) for cell in cells) for row, cells in wanted.items()}
