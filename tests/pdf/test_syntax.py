from io import BytesIO

import pytest
from pypdf.generic import read_object

from guide.pdf.syntax import Decimals, Names, array, literal, name, number, reference, text_string


def test_numbers_are_short():
    assert [number(value) for value in (0, 12, 12.5, -0.25, 0.001, -0.001, 1e6)] == [
        b"0",
        b"12",
        b"12.5",
        b"-0.25",
        b"0",
        b"0",
        b"1000000",
    ]


def test_hundredths():
    decimals = Decimals()
    assert [decimals[value] for value in (0, 1250, -1205, 7)] == [b"0", b"12.5", b"-12.05", b"0.07"]


def test_names_escape_what_is_not_regular():
    assert name("H1") == b"/H1"
    assert name("a b/c#ü") == b"/a#20b#2Fc#23#C3#BC"
    assert Names()["P"] == b"/P"


def test_strings_escape_what_would_end_them_or_be_changed():
    assert literal(b"a(b)\\\r\n") == b"(a\\(b\\)\\\\\\r\n)"


def test_text_strings():
    assert text_string("Help") == b"(Help)"
    assert text_string("é") == b"(\xe9)"
    assert text_string("é\u2019") == b"(\xfe\xff\x00\xe9\x20\x19)"
    assert text_string("\u0128") == b"(\xfe\xff\x01\\()"


LETTERS = [chr(each) for each in (*range(32, 127), *range(160, 0x180), 0x2019, 0x20AC, 0x5E74, 0x1F600)]


@pytest.mark.parametrize(
    "text", [*LETTERS, "\xfe\xff", "\xff\xfe", "\xef\xbb\xbfa", "Pe\xf1a", "a\xadb", "".join(LETTERS)]
)
def test_a_text_is_read_as_it_was_written(text):
    assert read_object(BytesIO(text_string(text)), None) == text


def test_arrays_and_references():
    assert array([b"1", reference(12)]) == b"[1 12 0 R]"
