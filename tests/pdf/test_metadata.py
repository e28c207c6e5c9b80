import io
import re
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from guide.pdf.metadata import information, page_labels, read_folio, roman, xmp
from guide.pdf.writer import render_pdf
from tests.pdf.samples import document, page


@pytest.fixture(autouse=True)
def no_epoch(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def labels(*folios):
    reader = PdfReader(io.BytesIO(render_pdf(document(*(page(folio=folio) for folio in folios)))))
    return reader.page_labels, len(reader.trailer["/Root"]["/PageLabels"]["/Nums"]) // 2


def test_xmp_and_document_information_say_the_same():
    made = document(page(), title="Help & <support>", keywords=("help", "health"), author="Łucja")
    reader = PdfReader(io.BytesIO(render_pdf(made)))
    known, packet = reader.metadata, reader.xmp_metadata
    assert known.title == packet.dc_title["x-default"] == "Help & <support>"
    assert [known.author] == packet.dc_creator == ["Łucja"]
    assert known.subject == packet.dc_description["x-default"]
    assert known["/Keywords"] == packet.pdf_keywords == "help, health"
    assert known.creator == packet.xmp_creator_tool
    assert known.producer == packet.pdf_producer
    assert packet.dc_language == ["en"] and packet.dc_subject == ["help", "health"]
    assert known.creation_date.replace(tzinfo=None) == packet.xmp_create_date == packet.xmp_modify_date
    assert known.modification_date == known.creation_date


def test_the_date_is_that_of_the_edition():
    assert information(document(page()))["CreationDate"] == b"(D:20240501000000Z)"
    assert b"<xmp:CreateDate>2024-05-01T00:00:00Z</xmp:CreateDate>" in xmp(document(page()))


def test_source_date_epoch_comes_first(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert information(document(page()))["CreationDate"] == b"(D:20231114221320Z)"
    assert b"<xmp:ModifyDate>2023-11-14T22:13:20Z</xmp:ModifyDate>" in xmp(document(page()))


def test_empty_fields_are_left_out():
    made = document(page(), author="", subject="", keywords=())
    assert set(information(made)) == {"Title", "Creator", "Producer", "CreationDate", "ModDate"}
    ElementTree.fromstring(xmp(made))
    assert not re.search(rb"dc:creator|dc:description|dc:subject|Keywords", xmp(made))


def test_xmp_states_both_standards():
    packet = xmp(document(page()))
    for stated in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<"):
        assert stated in packet


def test_labels_are_the_folios():
    folios = ("", "i", "ii", "1", "2", "3", "A-1", "A-2", "Cover", "Cover", "7", "IV", "V")
    found, ranges = labels(*folios)
    assert tuple(found) == folios
    assert ranges == 7


def test_a_whole_guide_is_one_range():
    assert labels(*map(str, range(1, 30))) == (list(map(str, range(1, 30))), 1)


def test_labels_that_jump():
    assert page_labels(["1", "2", "5"]) == b"<</Nums[0 <</S/D>> 2 <</S/D/St 5>>]>>"
    assert page_labels(["Cover", "Cover"]) == b"<</Nums[0 <</P(Cover)>>]>>"


@pytest.mark.parametrize(
    ("folio", "label"),
    [
        ("12", (b"/D", "", 12)),
        ("xiv", (b"/r", "", 14)),
        ("A-3", (b"/D", "A-", 3)),
        ("007", (b"/D", "00", 7)),
        ("iiii", (b"", "iiii", 0)),
        ("iV", (b"", "iV", 0)),
        ("Cover", (b"", "Cover", 0)),
        ("", (b"", "", 0)),
        ("0", (b"", "0", 0)),
    ],
)
def test_folios(folio, label):
    assert read_folio(folio) == label


def test_roman_numerals():
    assert [roman(value) for value in (1, 4, 9, 14, 40, 99, 199)] == [
        "i",
        "iv",
        "ix",
        "xiv",
        "xl",
        "xcix",
        "cxcix",
    ]


def test_libraries_know_it_by_its_numbers():
    """Its own, and that of what it is an issue of; nothing where it has none."""
    made = document(page(), identifiers=("urn:isbn:9780306406157", "urn:issn:2049-3630"))
    packet = xmp(made)
    assert b"<dc:identifier>urn:isbn:9780306406157</dc:identifier>" in packet
    assert b"<dc:relation><rdf:Bag><rdf:li>urn:issn:2049-3630</rdf:li></rdf:Bag></dc:relation>" in packet
    assert b"dc:identifier" not in xmp(document(page())) and b"dc:relation" not in xmp(document(page()))
