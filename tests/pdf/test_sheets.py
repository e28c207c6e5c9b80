import io

import pymupdf
import pytest
from PIL import Image as Picture
from pypdf import PdfReader
from pypdf.generic import ContentStream

from guide.errors import Mark
from guide.layout.pages import ACCENT, WHITE, Area, Box
from guide.layout.press.impose import NUp, impose_booklet, impose_n_up
from guide.layout.press.print_shop import PressOptions, prepare_for_press
from guide.layout.press.sheet import Placement, Sheet
from guide.model import USUAL_CONDITION
from guide.pdf.sheets import render_sheets
from guide.pdf.shop_file import Shop
from tests.pdf.samples import document, page, text
from tests.pdf.test_writer import everything

SHOP = Shop(USUAL_CONDITION)
COLOURS = {b"g", b"G", b"rg", b"RG", b"k", b"K", b"cs", b"CS", b"sc", b"SC", b"scn", b"SCN", b"sh"}


def numbered(count, width=396, height=612):
    return document(
        *(
            page(
                text(None, f"page{number} ", 100),
                text(None, f"foot{number} ", 500),
                folio=str(number + 1),
                width=width,
                height=height,
            )
            for number in range(count)
        )
    )


def pressed(made, **options):
    bled, sheets, _ = prepare_for_press(made, PressOptions(**options), Mark("x"))
    return render_sheets(bled, sheets, shop=SHOP)


def operations(data):
    """Every operator of every page and of every form on it, with its operands."""
    reader = PdfReader(io.BytesIO(data), strict=True)
    for each in reader.pages:
        forms = (form.get_object() for form in each["/Resources"].get("/XObject", {}).values())
        for stream in (each.get_contents(), *(form for form in forms if form["/Subtype"] == "/Form")):
            yield from ContentStream(stream, reader).operations


def test_each_page_is_drawn_where_it_is_placed():
    made = numbered(16)
    sheets = impose_booklet(made, caliper=2)
    with pymupdf.open(stream=render_sheets(made, sheets)) as read:
        for sheet, drawn in zip(sheets, read, strict=True):
            words = {word[4]: word for word in drawn.get_text("words")}
            assert (drawn.rect.width, drawn.rect.height) == (792, 612)
            assert len(words) == 4
            for place in sheet.placements:
                assert words[f"page{place.page}"][0] == pytest.approx(place.x + 72, abs=0.1)
                drop = words[f"foot{place.page}"][1] - words[f"page{place.page}"][1]
                assert drop == pytest.approx(400, abs=0.1)
        assert not read.is_repaired
    assert not pymupdf.TOOLS.mupdf_warnings()


def test_nothing_is_seen_outside_the_window():
    made = document(page(Box(-50, -50, 500, 500), width=100, height=100))
    sheet = Sheet(width=300, height=200, placements=(Placement(0, 60, 50, Area(50, 50, 100, 100)),))
    with pymupdf.open(stream=render_sheets(made, [sheet])) as read:
        picture = read[0].get_pixmap(dpi=72)
    inked = [(x, y) for x in range(300) for y in range(200) if picture.pixel(x, y) != (255, 255, 255)]
    assert (min(inked), max(inked)) == ((50, 50), (149, 149))
    assert len(inked) == 100 * 100


def test_a_page_is_drawn_once_however_often_it_is_placed():
    made = numbered(2, 306, 396)
    data = render_sheets(made, impose_n_up(made, NUp(rows=2, columns=2)))
    assert data.count(b"/Form") == 2
    reader = PdfReader(io.BytesIO(data))
    assert reader.pages[0].extract_text().count("page0") == 4


def test_the_file_says_that_it_is_for_the_printer():
    made = everything()
    data = render_sheets(made, prepare_for_press(made, PressOptions(), Mark("x"))[1])
    reader = PdfReader(io.BytesIO(data), strict=True)
    assert reader.metadata.title == "Help & support (for the printer, not for reading on screen)"
    assert reader.metadata.subject == "For the printer, not for reading on screen. Who helps, and where"
    catalog = reader.trailer["/Root"]
    assert not {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/Metadata", "/OutputIntents"} & set(catalog)
    assert all("/Annots" not in each for each in reader.pages)
    assert not {operator for _, operator in operations(data)} & {b"BDC", b"BMC", b"EMC"}


@pytest.mark.parametrize(
    ("size", "edge"), [((396, 612), "/DuplexFlipShortEdge"), ((306, 396), "/DuplexFlipShortEdge")]
)
def test_viewers_print_it_as_it_is_and_turn_it_like_a_leaf(size, edge):
    made = numbered(4, *size)
    (booklet, piles) = (
        render_sheets(made, sheets)
        for sheets in (impose_booklet(made), impose_n_up(made, NUp(rows=2, columns=2, copies=1)))
    )
    preferences = [
        PdfReader(io.BytesIO(data)).trailer["/Root"]["/ViewerPreferences"] for data in (booklet, piles)
    ]
    assert [each["/Duplex"] for each in preferences] == [edge, "/DuplexFlipLongEdge"]
    assert {each["/PrintScaling"] for each in preferences} == {"/None"}


def test_faces_are_embedded():
    reader = PdfReader(io.BytesIO(pressed(numbered(2))))
    for each in reader.pages:
        for form in each["/Resources"]["/XObject"].values():
            for font in form["/Resources"]["/Font"].values():
                assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]


def test_a_print_shop_gets_trim_and_bleed():
    reader = PdfReader(io.BytesIO(pressed(numbered(1), crop_marks=True)))
    (only,) = reader.pages
    assert only.mediabox == [0, 0, 456, 672]
    assert only.trimbox == [30, 30, 426, 642]
    assert only.bleedbox == [21, 21, 435, 651]


@pytest.mark.slow
def test_a_tab_fills_the_bleed_and_nothing_beyond():
    made = document(page(Box(576, 72, 36, 56)))
    with pymupdf.open(stream=pressed(made, crop_marks=True)) as read:
        row = [read[0].get_pixmap(dpi=72).pixel(x, 123) for x in range(672)]
    inked = [x for x, pixel in enumerate(row) if pixel != (255, 255, 255)]
    assert (inked[0], inked[-1]) == (30 + 576, 30 + 612 + 9 - 1)


def test_on_a_press_black_is_its_own_ink_alone(tmp_path):
    """The only inks are black, white and the accent; grey and RGB are not asked for at all."""
    Picture.new("RGB", (4, 4), (255, 0, 0)).save(tmp_path / "a.png")
    data = pressed(everything(tmp_path / "a.png"))
    found = {
        (*map(float, operands), operator) for operands, operator in operations(data) if operator in COLOURS
    }
    assert {inks[-1] for inks in found} == {b"k", b"K"}
    assert {inks[:4] for inks in found} == {(0, 0, 0, 1), (0, 0, 0, 0), (1, 0.75, 0, 0.2)}


def test_every_form_begins_with_black_ink():
    made = document(
        page(text(None, "one "), text(None, "two ", 120, colour=WHITE)), page(text(None, "three "))
    )
    reader = PdfReader(io.BytesIO(pressed(made)))
    for each in reader.pages:
        (form,) = each["/Resources"]["/XObject"].values()
        operators = ContentStream(form, reader).operations
        assert [operator for _, operator in operators[:3]] == [b"gs", b"k", b"K"]
        assert operators[0][0] == ["/Over"] and list(map(float, operators[1][0])) == [0, 0, 0, 1]


@pytest.mark.parametrize("ink", ["grey", "black"])
def test_imposed_files_of_a_grey_edition_have_no_colour(ink):
    made = document(
        *(page(text(None, "words "), Box(0, 0, 9, 9, ACCENT), width=396, height=612) for _ in range(4))
    )
    data = render_sheets(made, impose_booklet(made, (1224, 792)), ink)
    assert {operator for _, operator in operations(data)} & COLOURS <= {b"g", b"G"}


def test_the_same_bytes_again():
    made = numbered(8)
    sheets = impose_booklet(made)
    assert render_sheets(made, sheets) == render_sheets(made, sheets)
