"""Tables as spreadsheets save them."""

import pytest

from guide.reading.source import Source
from guide.reading.tables import head_and_rows, read_table_text, separator_of

TEXT = "name;town\nJosé;Cañon City\n"


@pytest.fixture
def read(tmp_path):
    def read_bytes(data):
        path = tmp_path / "a.csv"
        path.write_bytes(data)
        source = Source(path, tmp_path)
        return read_table_text(path, source), source.problems

    return read_bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_in_silence(read, encoding):
    assert read(TEXT.encode(encoding)) == (TEXT, [])


def test_what_excel_writes_on_windows_is_read_with_a_note(read):
    text, (problem,) = read(TEXT.replace("\n", "\r\n").encode("cp1252"))
    assert text == TEXT
    assert (problem.name, problem.level) == ("windows-text", "warning")
    assert 'line 2 has "José"' in problem.message


@pytest.mark.parametrize(
    "data, name",
    [
        (b"a\x81b", "encoding"),  # nothing in Windows either
        ("é".encode() + b" \xe9", "encoding"),  # of two
        (b"PK\x03\x04...", "encoding"),
        (b"\xd0\xcf\x11\xe0...", "encoding"),
    ],
)
def test_what_is_no_table_is_refused(read, data, name):
    text, (problem,) = read(data)
    assert text is None and (problem.name, problem.level) == (name, "error")


def test_a_spreadsheet_is_named(read):
    assert "Save as" in read(b"PK\x03\x04")[1][0].hint


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_sign_between_cells(sign):
    assert separator_of(f"Name{sign}E-mail{sign}Town\nA,b;c") == sign


def test_a_row_has_the_line_on_which_it_begins():
    """Also behind a cell of two lines, and behind an empty line."""
    head, rows = head_and_rows('Name ;E-MAIL\n"a\nb";c\n\nd;e;f\n')
    assert head == ["name", "e-mail"]
    assert list(rows) == [(2, ["a\nb", "c"]), (4, []), (5, ["d", "e", "f"])]


def test_of_an_empty_text_there_is_neither():
    head, rows = head_and_rows("")
    assert (head, list(rows)) == ([], [])
