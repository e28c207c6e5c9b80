import io

import pytest
from PIL import Image as Picture
from pypdf import PdfReader

from guide.layout.pages import Image, Tag
from guide.pdf.images import separated
from guide.pdf.writer import render_pdf
from tests.pdf.reading import Reading
from tests.pdf.samples import document, page


def draw(path, times=1):
    root = Tag("Document")
    figures = [Tag("Figure", root, alternate="A square") for _ in range(times)]
    items = [Image(figure, 100, 50 + 100 * place, 90, 60, str(path)) for place, figure in enumerate(figures)]
    return render_pdf(document(page(*items, height=800), root=root))


def embedded(path):
    reader = PdfReader(io.BytesIO(draw(path)))
    (found,) = reader.pages[0]["/Resources"]["/XObject"].values()
    return found.get_object()




def test_a_figure_has_its_box_and_text(tmp_path):
    Picture.new("RGB", (2, 2), "red").save(tmp_path / "a.png")
    (figure,) = Reading(draw(tmp_path / "a.png")).tree.find("Figure")
    assert figure.entries["/Alt"] == "A square"
    assert figure.entries["/A"] == {"/O": "/Layout", "/BBox": [100, 690, 190, 750]}


def test_a_picture_that_comes_twice_is_written_once(tmp_path):
    Picture.new("L", (2, 2), 7).save(tmp_path / "a.png")
    data = draw(tmp_path / "a.png", times=2)
    assert data.count(b"/Image") == 1
    assert len(Reading(data).tree.find("Figure")) == 2


@pytest.mark.parametrize(
    ("mode", "colour", "space", "pixel"),
    [
        ("RGB", (255, 0, 0), "/DeviceRGB", b"\xff\0\0"),
        ("L", 7, "/DeviceGray", b"\x07"),
        ("1", 1, "/DeviceGray", b"\xff"),
        ("RGBA", (255, 0, 0, 0), "/DeviceRGB", b"\xff\xff\xff"),
        ("LA", (0, 0), "/DeviceGray", b"\xff"),
        ("I;16", 0x8000, "/DeviceGray", b"\x80"),
    ],
)
def test_pixels_are_flat(tmp_path, mode, colour, space, pixel):
    path = tmp_path / "a.png"
    Picture.new(mode, (3, 2), colour).save(path)
    found = embedded(path)
    assert (found["/Width"], found["/Height"], found["/BitsPerComponent"]) == (3, 2, 8)
    assert found["/ColorSpace"] == space
    assert found.get_data() == pixel * 6


def test_a_palette_with_a_transparent_colour(tmp_path):
    picture = Picture.new("P", (1, 1), 0)
    picture.putpalette([10, 20, 30])
    picture.save(tmp_path / "a.png", transparency=0)
    assert embedded(tmp_path / "a.png").get_data() == b"\xff\xff\xff"


def test_a_jpeg_goes_in_as_it_is(tmp_path):
    Picture.new("RGB", (8, 8), "blue").save(tmp_path / "a.jpg")
    found = embedded(tmp_path / "a.jpg")
    assert found["/Filter"] == "/DCTDecode"
    assert found._data == (tmp_path / "a.jpg").read_bytes()


def test_a_jpeg_for_print_is_converted(tmp_path):
    Picture.new("CMYK", (8, 8), (255, 0, 0, 0)).save(tmp_path / "a.jpg")
    found = embedded(tmp_path / "a.jpg")
    assert (found["/ColorSpace"], found["/Filter"]) == ("/DeviceRGB", "/FlateDecode")


@pytest.mark.parametrize(("colour", "inks"), [
    ((255, 0, 0), b"\0\xff\xff\0"), ((0, 0, 0), b"\0\0\0\xff"), ((100, 100, 100), b"\0\0\0\x9b"),
    ((255, 255, 255), b"\0\0\0\0"), ((11, 74, 140), b"\x81\x42\0\x73"),
])
def test_pictures_for_a_press_are_separated(colour, inks):
    assert separated(Picture.new("RGB", (1, 1), colour)).tobytes() == inks
