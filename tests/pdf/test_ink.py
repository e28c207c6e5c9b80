"""Grey and high-contrast editions: no colour in the file, and tagged like every other."""

import io

import pytest
from PIL import Image as Picture
from pypdf import PdfReader
from pypdf.generic import ContentStream

from guide.pdf.writer import render_pdf
from tests.pdf.reading import Reading
from tests.pdf.samples import everything
from tests.verapdf import available, failed_rules

COLOUR_OPERATORS = {b"rg", b"RG", b"k", b"K", b"cs", b"CS", b"sc", b"SC", b"scn", b"SCN", b"sh", b"gs"}


def picture(folder, name="a.png", mode="RGB", colour=(200, 30, 60)):
    Picture.new(mode, (8, 8), colour).save(folder / name)
    return folder / name


def levels(data):
    """The grey levels that are chosen, after the operators were found to choose nothing else."""
    reader = PdfReader(io.BytesIO(data), strict=True)
    operations = [
        each for one in reader.pages for each in ContentStream(one.get_contents(), reader).operations
    ]
    assert not {operator for _, operator in operations} & COLOUR_OPERATORS
    return {float(operands[0]) for operands, operator in operations if operator in (b"g", b"G")}


def spaces(data):
    reader = PdfReader(io.BytesIO(data), strict=True)
    return [image.get_object()["/ColorSpace"] for image in reader.pages[0]["/Resources"]["/XObject"].values()]


@pytest.mark.parametrize(("ink", "found"), [("grey", {0.247, 0, 1}), ("black", {0, 1})])
def test_there_is_no_colour_at_all(tmp_path, ink, found):
    data = render_pdf(everything(picture(tmp_path)), ink=ink)
    assert levels(data) <= found and levels(data) >= found - {0}
    assert spaces(data) == ["/DeviceGray"]


@pytest.mark.parametrize(
    ("name", "mode", "colour"),
    [
        ("a.jpg", "RGB", (200, 30, 60)),
        ("b.jpg", "CMYK", (10, 200, 30, 0)),
        ("c.png", "RGBA", (200, 30, 60, 128)),
        ("d.png", "L", 7),
    ],
)
def test_pictures_become_grey(tmp_path, name, mode, colour):
    assert spaces(render_pdf(everything(picture(tmp_path, name, mode, colour)), ink="grey")) == [
        "/DeviceGray"
    ]


def test_the_tree_is_that_of_the_edition_in_colour():
    grey, colour = (Reading(render_pdf(everything(), ink=ink)).tree for ink in ("grey", "colour"))
    assert grey.outline() == colour.outline()


def test_colour_is_what_is_drawn_if_nothing_is_said():
    assert render_pdf(everything()) == render_pdf(everything(), ink="colour")


@pytest.mark.slow
@pytest.mark.skipif(not available(), reason="the packages with veraPDF are not installed")
def test_every_ink_conforms_to_pdf_ua_and_pdf_a(tmp_path):
    made = everything(picture(tmp_path))
    for ink in ("grey", "black"):
        (tmp_path / f"{ink}.pdf").write_bytes(render_pdf(made, ink=ink))
    assert failed_rules(sorted(tmp_path.glob("*.pdf"))) == {}
