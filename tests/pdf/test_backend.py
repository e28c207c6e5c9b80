import io
import random
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader

from guide.output import is_made_here
from guide.pdf import backend
from guide.pdf.backend import File, dictionary, png_up

ROOT = Path(__file__).resolve().parents[2]


def a_file():
    """A file with one empty page."""
    file = File()
    number = file.reserve()
    file.put(number, b"<</Type/Page/Parent %s/MediaBox[0 0 9 9]/Resources<<>>>>" % file.page_tree)
    file.add_page(number)
    return file


def test_streams_and_objects_are_found_again():
    file = a_file()
    stream = file.add_stream(b"drawn", {"Kind": b"/Test"})
    kept = file.add_dictionary({"Number": 7, "Stream": stream})
    data = file.save({"PieceInfo": kept}, {"Title": b"(T)"})
    reader = PdfReader(io.BytesIO(data), strict=True)
    assert reader.metadata.title == "T"
    assert len(reader.pages) == 1
    objects = [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]
    (found,) = [each for each in objects if isinstance(each, dict) and each.get("/Number") == 7]
    assert found["/Stream"].get_data() == b"drawn"
    assert found["/Stream"]["/Kind"] == "/Test"


def test_more_objects_than_one_object_stream_holds():
    file = a_file()
    first = file.reserve(2500)
    for number in range(first, first + 2500):
        file.put(number, b"<</Number %d>>" % number)
    reader = PdfReader(io.BytesIO(file.save({}, {})), strict=True)
    for number in (first, first + 999, first + 1000, first + 2499):
        assert reader.get_object(number)["/Number"] == number


def test_every_stream_ends_with_a_line_end():
    data = a_file().save({}, {})
    assert data.startswith(b"%PDF-1.7\n%")
    assert data.count(b"endstream") == data.count(b"\nendstream\nendobj\n") > 0


def test_a_reserved_number_that_is_never_used_is_an_error():
    file = a_file()
    file.reserve()
    with pytest.raises(KeyError):
        file.save({}, {})


def test_the_identity_follows_from_the_content():
    def identity(title):
        return PdfReader(io.BytesIO(a_file().save({}, {"Title": title}))).trailer["/ID"]

    assert identity(b"(A)") == identity(b"(A)") != identity(b"(B)")


def test_png_up_is_undone_by_adding_the_row_above():
    data = random.Random(1).randbytes(8 * 50)
    rows = png_up(data, 8)
    above, found = bytes(8), b""
    for start in range(0, len(rows), 9):
        assert rows[start] == 2
        above = bytes((a + b) % 256 for a, b in zip(above, rows[start + 1 : start + 9]))
        found += above
    assert found == data


def test_content_is_packed_with_deflate():
    assert zlib.decompress(backend.File().pack(b"q Q" * 100)) == b"q Q" * 100


def test_a_file_carries_the_seal_of_what_was_written():
    """So that nobody's notes in it are written over: any change is seen."""
    data = a_file().save({}, {})
    assert is_made_here(data)
    for changed in (
        data + b"\n",
        data[:-1],
        data.replace(b"%PDF-1.7", b"%PDF-1.6"),
        data + data,
        b"%PDF-1.7\n",
        b"",
        data[:200] + bytes([data[200] ^ 1]) + data[201:],
    ):
        assert not is_made_here(changed)


def test_a_dictionary_has_its_keys_in_order_and_six_to_a_line():
    entries = {f"K{place}": place for place in reversed(range(8))}
    assert dictionary(entries) == b"<<\n/K0 0 /K1 1 /K2 2 /K3 3 /K4 4 /K5 5 \n  /K6 6 /K7 7\n>>"
    assert dictionary({"A": b"/Name", "B": -0.5, "C": 12.0}) == b"<<\n/A /Name /B -0.5 /C 12\n>>"
    assert dictionary({}) == b"<<\n\n>>"


def test_a_file_without_bookmarks_says_so():
    reader = PdfReader(io.BytesIO(a_file().save({}, None)), strict=True)
    assert reader.outline == [] and reader.trailer["/Root"]["/PageMode"] == "/UseNone"


@pytest.mark.parametrize("count", [0, 1, 10, 11, 25])
def test_the_page_tree_has_every_page(count):
    file = File()
    numbers = [file.reserve() for _ in range(count)]
    for number in numbers:
        file.put(number, b"<</Type/Page/Parent %s/MediaBox[0 0 9 9]/Resources<<>>>>" % file.page_tree)
        file.add_page(number)
    pages = PdfReader(io.BytesIO(file.save({}, {})), strict=True).pages
    assert [page.indirect_reference.idnum for page in pages] == numbers
