import io
import os
import random
import subprocess
import sys
import zlib
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader

from guide.output import is_made_here
from guide.pdf import backend
from guide.pdf.backend import HOOKS, File, dictionary, missing_hooks, png_up

ROOT = Path(__file__).resolve().parents[2]


def a_file():
    """A file with one empty page."""
    file = File()
    number = file.reserve()
    file.put(number, b"<</Type/Page/Parent %s/MediaBox[0 0 9 9]/Resources<<>>>>" % file.page_tree)
    file.add_page(number)
    return file


def test_reportlab_still_has_every_hook():
    assert missing_hooks() == []


def test_a_hook_that_is_gone_is_named(monkeypatch):
    monkeypatch.setattr(backend, "HOOKS", (*HOOKS, "PDFDocument.Gone", "PDFDocument().gone", "gone"))
    assert missing_hooks() == ["PDFDocument.Gone", "PDFDocument().gone", "gone"]


def test_reportlab_is_pinned_to_the_version_with_these_hooks():
    import reportlab

    assert reportlab.Version == "5.1.0"


@pytest.mark.slow
def test_the_environment_does_not_change_a_file():
    program = "from tests.pdf.test_backend import a_file; import sys; sys.stdout.buffer.write(a_file().save({}, {}))"
    settings = {"RL_useA85": "1", "RL_invariant": "0", "RL_pdfMultiLine": "1", "RL_documentLang": "de"}
    run = partial(
        subprocess.run, [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, check=True
    )
    assert run().stdout == run(env=os.environ | settings).stdout != b""


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


@pytest.mark.slow
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


@pytest.mark.parametrize("count", [0, 1, 6, 7, 13])
def test_a_dictionary_is_what_reportlab_writes(count):
    values = (b"/Name", 12, 12.0, -0.5, 1 / 3, b"[0 1]", 0)
    entries = {f"Key{place * 7 % 13}": values[place % len(values)] for place in range(count)}
    file = a_file()
    assert dictionary(entries) == backend.pdfdoc.format(backend.pdfdoc.PDFDictionary(entries), file)
