"""A print shop's file: the clauses of PDF/X-4 that a program can read off, and its plates."""

import io
import re
import shutil
import subprocess

import pytest
from PIL import Image as Picture
from pypdf import PdfReader
from pypdf.generic import ContentStream, NameObject

from guide.errors import Mark
from guide.layout.pages import ACCENT, WHITE, Box, Line
from guide.layout.press.print_shop import PressOptions, prepare_for_press
from guide.model import USUAL_CONDITION, PrintingCondition, Spot
from guide.pdf.sheets import render_sheets
from guide.pdf.shop_file import Shop
from tests.pdf.samples import document, everything, page, press_profile, text

TEAL = Spot("PANTONE 3155 C", (100, 0, 28, 44))
ANY_INK = {"/DeviceCMYK", "/DeviceGray"}
OTHER_COLOURS = {b"rg", b"RG", b"g", b"G", b"sc", b"SC", b"sh"}


@pytest.fixture
def shop(tmp_path):
    (tmp_path / "shop.icc").write_bytes(press_profile())
    return Shop(PrintingCondition("FOGRA52", str(tmp_path / "shop.icc")), TEAL)


def pressed(made, shop, ink="spot", crop_marks=True):
    bled, sheets, _ = prepare_for_press(made, PressOptions(crop_marks=crop_marks), Mark("x"))
    return render_sheets(bled, sheets, ink, shop=shop)


def faults(data):
    """What PDF/X-4 forbids or misses in a file (ISO 15930-7:2010, clause 6), a sentence each."""
    reader = PdfReader(io.BytesIO(data), strict=True)
    root, info = reader.trailer["/Root"], reader.trailer["/Info"]
    packet = root["/Metadata"].get_data().decode()
    if "/Filter" in root["/Metadata"]:
        yield "metadata is packed"
    if "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" not in packet:
        yield "no version"
    for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "dc:title", "xmpMM:DocumentID",
                "xmpMM:VersionID", "xmpMM:RenditionClass", "pdf:Trapped"):  # fmt: skip
        if not re.search(f"<{key}>.+</{key}>", packet, re.DOTALL):
            yield f"no {key}"
    if info.get("/Trapped") not in ("/True", "/False") or not reader.trailer.get("/ID"):
        yield "not said whether it is trapped, or which file it is"
    if "/Encrypt" in reader.trailer or {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(root):
        yield "it is locked, or does something"
    intents = [each for each in root["/OutputIntents"] if each["/S"] == "/GTS_PDFX"]
    if len(intents) != 1 or intents[0]["/DestOutputProfile"]["/N"] != 4 or not intents[0]["/Info"]:
        yield "not one output intent with its profile"
    for each in reader.pages:
        yield from page_faults(each, reader)


def page_faults(each, reader):
    inside = [each.bleedbox, each.trimbox]
    for outer, inner in zip([each.mediabox, *inside], inside):
        if not (
            outer.left <= inner.left
            and outer.bottom <= inner.bottom
            and inner.right <= outer.right
            and inner.top <= outer.top
        ):
            yield "a box outside of its box"
    if "/ArtBox" in each or "/Annots" in each or "/Group" in each:
        yield "two final boxes, annotations or transparency"
    forms = [form.get_object() for form in each["/Resources"]["/XObject"].values()]
    for resources in (each["/Resources"], *(form["/Resources"] for form in forms)):
        for space in resources["/ColorSpace"].values():
            if space[0] != "/Separation" or space[2] not in ANY_INK:
                yield f"a colour space {space}"
        for state in resources["/ExtGState"].values():
            if not set(state) <= {"/Type", "/op", "/OP", "/OPM"}:
                yield f"a graphics state {state}"
        for font in resources.get("/Font", {}).values():
            if "/FontFile2" not in font["/DescendantFonts"][0]["/FontDescriptor"]:
                yield "a face that is not in the file"
        for image in resources.get("/XObject", {}).values():
            if image["/Subtype"] == "/Image" and image["/ColorSpace"] not in ANY_INK:
                yield "a picture in red, green and blue"
    for stream in (each.get_contents(), *forms):
        if {operator for _, operator in ContentStream(stream, reader).operations} & OTHER_COLOURS:
            yield "a colour of a screen"


@pytest.mark.parametrize("ink", ["colour", "grey", "black", "spot"])
def test_a_file_with_its_profile_is_pdf_x_4(shop, tmp_path, ink):
    Picture.new("RGB", (4, 4), (255, 0, 0)).save(tmp_path / "a.png")
    data = pressed(everything(tmp_path / "a.png"), shop._replace(spot=TEAL if ink == "spot" else None), ink)
    assert list(faults(data)) == []
    assert data.startswith(b"%PDF-1.6")
    assert data == pressed(
        everything(tmp_path / "a.png"), shop._replace(spot=TEAL if ink == "spot" else None), ink
    )


def test_without_a_profile_it_names_the_condition_and_claims_nothing():
    data = pressed(document(page(text(None, "Words "))), Shop(USUAL_CONDITION, TEAL))
    (intent,) = PdfReader(io.BytesIO(data)).trailer["/Root"]["/OutputIntents"]
    assert (intent["/S"], intent["/OutputConditionIdentifier"]) == ("/GTS_PDFX", "CGATS21_CRPC6")
    assert "/DestOutputProfile" not in intent and intent["/RegistryName"] == "http://www.color.org"
    assert b"GTS_PDFXVersion" not in data


def test_the_ink_has_the_name_that_the_shop_knows(shop):
    data = pressed(document(page(Box(0, 0, 90, 90))), shop)
    (only,) = PdfReader(io.BytesIO(data)).pages
    spaces = only["/Resources"]["/ColorSpace"]
    assert spaces["/Accent"][1] == NameObject("/PANTONE 3155 C") and spaces["/All"][1] == "/All"
    assert [float(share) for share in spaces["/Accent"][3]["/C1"]] == [1, 0, 0.28, 0.44]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("gs"), reason="Ghostscript is not installed")
def test_the_plates_are_black_and_the_second_ink(shop, tmp_path):
    """Drawn by Ghostscript: each plate has its own, the other three of the press have marks alone; black words over the
    accent leave it whole below them, white ones take it out."""
    block = Box(100, 100, 200, 100)
    black, white = (
        text(None, "lllll", 150, 110, size=40),
        text(None, "lllll", 150, 210, size=40, colour=WHITE),
    )
    below = Box(400, 400, 60, 60, "black")
    made = document(page(block, black, white, below, Line(100, 300, 300, 300, 0.75, ACCENT)))
    (tmp_path / "x.pdf").write_bytes(pressed(made, shop))
    command = [
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-dSAFER",
        "-sDEVICE=tiffsep",
        "-r72",
        "-sOutputFile=x.tif",
        "x.pdf",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    plates = {
        path.name[len("x(") : -len(").tif")]: Picture.open(path).convert("L")
        for path in tmp_path.glob("x(*.tif")
    }
    assert set(plates) == {"Cyan", "Magenta", "Yellow", "Black", "PANTONE 3155 C"}
    margin, ink, key = 30, plates.pop("PANTONE 3155 C"), plates.pop("Black")

    def inked(plate, left, top, width, height):
        area = plate.crop((margin + left, margin + top, margin + left + width, margin + top + height))
        return sum(255 - value for value in area.tobytes()) / 255 / width / height

    assert inked(ink, 102, 102, 100, 90) == pytest.approx(1)  # whole below black words
    assert 0.5 < inked(ink, 202, 102, 96, 90) < 0.97  # white words are cut out
    assert inked(key, 102, 102, 96, 90) > 0.03 and inked(key, 202, 102, 96, 90) == 0  # words alone
    assert inked(key, 402, 402, 50, 50) == 1 and inked(ink, 402, 402, 50, 50) == 0
    assert (
        inked(key, 102, 299, 190, 2) > 0.1 and inked(ink, 90, 250, 300, 140) == 0
    )  # the link's rule is black
    for plate in plates.values():
        assert inked(plate, -9, -9, 630, 810) == 0 and inked(plate, 270, -30, 60, 18) > 0
