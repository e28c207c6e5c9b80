"""Sources as they stand on the command line."""

import pytest

from guide.errors import GuideError
from guide.exchange.ledger import Ledger
from guide.exchange.sources.read import collect, read_raw
from tests.exchange.sources.test_archive import packed
from tests.exchange.sources.test_workbook import book


def names(*sources):
    """(sources and names of the tables, kinds of notes)."""
    ledger = Ledger()
    tables = read_raw(collect([str(source) for source in sources]), ledger)
    return [(table.source.rsplit("/", 1)[-1], table.name) for table in tables], [
        note.kind for note in ledger.notes
    ]


def test_a_file_is_known_by_what_is_in_it(tmp_path):
    """Not by its ending, which people change."""
    (tmp_path / "a.csv").write_bytes(book(Sheet=[["Name", "City"], ["A", "B"]]))
    (tmp_path / "b.csv").write_text('[{"name": "A"}]')
    (tmp_path / "c.xlsx").write_text("Name,City\nA,B\n")
    assert names(*sorted(tmp_path.iterdir()))[0] == [("a.csv", "a"), ("b.csv", "b"), ("c.xlsx", "c")]


def test_a_folder_and_an_archive_are_their_tables(tmp_path):
    """What is no table in an archive is told."""
    (tmp_path / "phones.csv").write_text("id,number\n1,2\n")
    (tmp_path / "README.md").write_text("Read me")
    (tmp_path / "set.zip").write_bytes(
        packed(**{"data/services.csv": "id,name\n1,A\n", "data/notes.pdf": "%PDF", "datapackage.json": "{}"})
    )
    assert names(tmp_path) == (
        [("phones.csv", "phones"), ("services.csv", "services")],
        ["not read", "not read"],
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "there is no such file or folder"),
        (b"", "there is nothing in it to import"),
        (b" \n", "there is nothing in it to import"),
        (b"%PDF-1.7", "this is a PDF, not a table"),
        (b"<!doctype html><title>Log in</title>", "this is a web page, not a table"),
        (b"\x1f\x8b\x08\x00", "this is a packed file (gzip), not a table"),
        (b"PK\x05\x06" + bytes(18), "there is nothing in it to import"),
        (b"{", "this is not JSON"),
        (b"\xff\xd8\xff\xe0", "this is a picture, not a table"),
    ],
)
def test_what_cannot_be_read_is_told_and_all_of_it_at_once(data, message, tmp_path):
    """One clear line for each source."""
    path = tmp_path / "a.csv"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(GuideError) as error:
        read_raw(collect([str(path), str(path)]), Ledger())
    found = [problem.message for problem in error.value.problems]
    assert len(found) == 2 and all(each.startswith(message) for each in found)
