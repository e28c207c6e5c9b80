"""What a file is held to: PDF/UA-1 with PDF/A-2a, or PDF/UA-2 with PDF/A-4 and WTPDF, as its edition says."""

import io
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from guide.build import build_guide
from guide.content.edition_file import STANDARDS as NAMES
from guide.layout.pages import Destination, LinkArea, OutlineEntry
from guide.layout.tags import Shown, Tag
from guide.pdf.standards import STANDARDS
from guide.pdf.writer import render_pdf
from guide.project import open_project
from tests import verapdf
from tests.pdf.samples import document, page, text
from tests.thorough import examples

CONTENT = Path(__file__).parents[2] / "content"
SOME = ["english-spanish"]
PRINTED = sorted(each.name for each in open_project(CONTENT).editions.values() if each.made_as.is_paper)


def made_as(standard):
    """Contents with a link to a listing, and the listing on another page, as a reader has them."""
    root = Tag("Document")
    entry = Tag("TOCI", Tag("TOC", root))
    link = Tag("Link", Tag("Reference", entry))
    listing = Tag("Sect", root, shows=Shown("pantry"))
    heading = Tag("H2", listing)
    there = Destination(1, 80, "pantry")
    pages = (
        page(text(link, "Elm Pantry"), links=(LinkArea(link, 72, 90, 60, 14, there, "Elm Pantry, page 2"),)),
        page(text(heading, "Elm Pantry")),
    )
    outline = (OutlineEntry(title="Elm Pantry", destination=there),)
    return PdfReader(io.BytesIO(render_pdf(document(*pages, root=root, outline=outline, standard=standard))))


def test_editions_name_those_that_there_are():
    assert list(NAMES) == list(STANDARDS)


def test_the_usual_one_is_pdf_17():
    reader = made_as("ua-1")
    assert reader.pdf_header == "%PDF-1.7" and reader.metadata.title == "Help & support"
    tree = reader.trailer["/Root"]["/StructTreeRoot"]
    assert "/Namespaces" not in tree and "/NS" not in tree["/K"]
    assert set(reader.pages[0]["/Annots"][0].get_object()["/A"]) == {"/S", "/D"}
    assert "/Dest" in reader.trailer["/Root"]["/Outlines"]["/First"]


def test_pdf_20_has_namespaces_and_leads_to_elements():
    reader = made_as("ua-2")
    assert reader.pdf_header == "%PDF-2.0" and reader.metadata is None
    tree = reader.trailer["/Root"]["/StructTreeRoot"]
    (space,) = tree["/Namespaces"]
    contents, listing = (each.get_object() for each in tree["/K"]["/K"])
    assert space.get_object()["/NS"] == "http://iso.org/pdf2/ssn"
    assert tree["/K"]["/NS"] == listing["/NS"] == space.get_object()
    assert "/NS" not in contents, "contents are of PDF 1.7"
    assert contents["/K"]["/Ref"][0].get_object() == listing
    for action in (
        reader.pages[0]["/Annots"][0].get_object(),
        reader.trailer["/Root"]["/Outlines"]["/First"],
    ):
        assert action["/A"]["/SD"][0].get_object() == listing
        assert action["/A"]["/D"][0].get_object() == reader.pages[1].get_object()


@pytest.mark.slow
@pytest.mark.parametrize("name", examples(SOME, PRINTED))
def test_an_edition_conforms_to_the_newer_ones(tmp_path, name):
    """By veraPDF: PDF/UA-2, PDF/A-4 and both levels of WTPDF."""
    if not verapdf.available():
        pytest.skip("the packages that carry veraPDF are not installed")
    content = shutil.copytree(CONTENT, tmp_path / "content")
    edition = content / "editions" / f"{name}.yaml"
    edition.write_text(edition.read_text(encoding="utf-8") + "standard: ua-2\n", encoding="utf-8")
    made = tmp_path / "made.pdf"
    made.write_bytes(build_guide(content, name=name).pdf)
    assert verapdf.failed_rules([made], verapdf.UA_2) == {}
