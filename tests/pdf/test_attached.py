"""Files that a PDF carries: what a reader finds of them, and what the file says that it is."""

import hashlib
import io
import subprocess
from datetime import UTC, datetime
from shutil import which

import pytest
from pypdf import PdfReader

from guide.layout.pages import AttachedFile
from guide.layout.tags import Tag
from guide.pdf.attached import parameters
from guide.pdf.metadata import xmp
from guide.pdf.standards import STANDARDS
from guide.pdf.writer import render_pdf
from tests import verapdf
from tests.pdf.samples import document, page, text

TEXT = AttachedFile(
    name="guía.txt",
    kind="text/plain",
    says="Help & support (TXT)",
    data=b"Help (near)\n1 \\ 2\r\n" * 50,
)
WEB = AttachedFile(name="a.html", kind="text/html", says="Help & support (HTML)", data=b"<!doctype html>")


def made_of(*attached, standard="ua-1"):
    root = Tag("Document")
    whole = document(page(text(Tag("P", root), "Help")), root=root, attached=attached, standard=standard)
    return whole, render_pdf(whole)


@pytest.fixture(autouse=True)
def no_epoch(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.mark.parametrize("standard", STANDARDS)
def test_files_come_out_as_they_went_in(standard):
    _, data = made_of(TEXT, WEB, standard=standard)
    reader = PdfReader(io.BytesIO(data))
    assert {name: found for name, (found,) in reader.attachments.items()} == {
        "a.html": WEB.data,
        "guía.txt": TEXT.data,
    }
    catalog = reader.trailer["/Root"]
    first = catalog["/AF"][0].get_object()
    assert (first["/UF"], first["/F"], first["/Desc"]) == ("guía.txt", "guía.txt", "Help & support (TXT)")
    assert first["/AFRelationship"] == "/Alternative" and len(catalog["/AF"]) == 2
    stream = first["/EF"]["/UF"].get_object()
    assert stream["/Type"] == "/EmbeddedFile" and stream["/Subtype"] == "/text/plain"
    known = stream["/Params"]
    assert known["/Size"] == len(TEXT.data) and known["/ModDate"] == "D:20240501000000Z"
    assert bytes(known["/CheckSum"].original_bytes) == hashlib.md5(TEXT.data).digest()


def test_another_library_finds_them_too():
    pikepdf = pytest.importorskip("pikepdf")
    _, data = made_of(TEXT, WEB)
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert opened.attachments["guía.txt"].get_file().read_bytes() == TEXT.data
        assert opened.attachments["a.html"].get_file().mime_type == "text/html"
        assert not opened.check_pdf_syntax()


@pytest.mark.skipif(not which("pdfdetach"), reason="poppler's tools are not on this computer")
def test_poppler_takes_them_out(tmp_path):
    (tmp_path / "made.pdf").write_bytes(made_of(TEXT, WEB)[1])
    done = subprocess.run(
        ["pdfdetach", "-save", "1", "-o", "out.html", "made.pdf"], cwd=tmp_path, capture_output=True
    )
    assert done.returncode == 0 and (tmp_path / "out.html").read_bytes() == WEB.data


def test_the_same_files_are_the_same_bytes():
    assert made_of(TEXT, WEB)[1] == made_of(TEXT, WEB)[1] != made_of(TEXT)[1]


def test_the_day_is_that_of_the_edition():
    made = datetime(2026, 4, 1, 12, 30, tzinfo=UTC)
    assert b"/ModDate(D:20260401123000Z)/Size 3/" in parameters(b"abc", made)


def test_a_file_that_carries_none_has_no_list_of_them():
    catalog = PdfReader(io.BytesIO(made_of()[1])).trailer["/Root"]
    assert "/Names" not in catalog and "/AF" not in catalog


def test_it_says_that_it_carries_files():
    """PDF/A-2 and PDF/A-4 take no files that are not PDF/A themselves."""
    older, newer = made_of(TEXT)[0], made_of(TEXT, standard="ua-2")[0]
    assert b"<pdfaid:part>3<" in xmp(older, STANDARDS["ua-1"])
    assert b"<pdfaid:conformance>F<" in xmp(newer, STANDARDS["ua-2"])
    assert b"conformance>F<" not in xmp(made_of()[0], STANDARDS["ua-2"])


@pytest.mark.slow
@pytest.mark.parametrize("standard", STANDARDS)
def test_it_conforms(tmp_path, standard):
    """By veraPDF: PDF/A-3a or PDF/A-4f, with PDF/UA."""
    if not verapdf.available():
        pytest.skip("the packages that carry veraPDF are not installed")
    path = tmp_path / "made.pdf"
    path.write_bytes(made_of(TEXT, WEB, standard=standard)[1])
    assert verapdf.failed_rules([path], verapdf.CARRYING[standard]) == {}
