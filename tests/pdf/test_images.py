import io

import pytest
from PIL import Image as Picture
from PIL import PngImagePlugin
from pypdf import PdfReader
from pypdf.generic import StreamObject

from guide.layout.pages import Image
from guide.layout.tags import Tag
from guide.pdf.images import separated
from guide.pdf.writer import render_pdf
from tests.pdf.reading import Reading
from tests.pdf.samples import document, page
from tests.verapdf import available, failed_rules


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


def photo(path, size=(90, 60), mode="RGB", **more):
    """A JPEG file with a marker in every place where a camera or a program leaves something."""
    exif = Picture.Exif()
    exif[0x010F], exif[0x0131] = "LEFT-MAKER", "LEFT-SOFTWARE"
    exif.get_ifd(0x8825).update({1: "N", 2: (47.0, 36.0, 22.0), 29: "LEFT-GPSDATE"})
    Picture.effect_noise(size, 60).convert(mode).save(
        path, exif=exif, comment="LEFT-COMMENT", xmp=b"<x>LEFT-XMP</x>", **more
    )
    path.write_bytes(path.read_bytes() + b"LEFT-TRAILER")
    return path


def every_byte(pdf):
    """The bytes of a file, and of every stream in it unpacked."""
    reader = PdfReader(io.BytesIO(pdf))
    objects = (reader.get_object(number) for number in range(1, reader.trailer["/Size"]))
    return pdf + b"".join(
        found._data if found.get("/Filter") == "/DCTDecode" else found.get_data()
        for found in objects
        if isinstance(found, StreamObject)
    )


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"progressive": True},
        {"mode": "L"},
        {"mode": "CMYK"},
        {"size": (900, 600)},
        {"icc_profile": b"LEFT-PROFILE" * 20},
        {"restart_marker_blocks": 1},
    ],
)
def test_nothing_but_the_picture_is_kept(tmp_path, more):
    """Where it was taken, with what, and what was noted there, never leave."""
    found = every_byte(draw(photo(tmp_path / "a.jpg", **more)))
    for marker in (b"LEFT-", b"Exif\0", b"ns.adobe.com/xap/1.0/\0", b"ICC_PROFILE"):
        assert marker not in found


def test_nothing_but_the_picture_is_kept_of_a_png(tmp_path):
    """Neither texts nor EXIF."""
    exif, texts = Picture.Exif(), PngImagePlugin.PngInfo()
    exif[0x010F] = "LEFT-MAKER"
    texts.add_text("Comment", "LEFT-TEXT")
    texts.add_itxt("XML:com.adobe.xmp", "LEFT-XMP", zip=True)
    Picture.new("RGB", (9, 9), "red").save(tmp_path / "a.png", exif=exif, pnginfo=texts)
    assert b"LEFT-" not in every_byte(draw(tmp_path / "a.png"))


@pytest.mark.parametrize("more", [{}, {"progressive": True}, {"mode": "L"}, {"restart_marker_blocks": 1}])
def test_a_jpeg_keeps_its_data(tmp_path, more):
    """What is left of the file is shown the same, pixel by pixel."""
    path = photo(tmp_path / "a.jpg", **more)
    found = embedded(path)
    assert found["/Filter"] == "/DCTDecode"
    with Picture.open(io.BytesIO(found._data)) as bare, Picture.open(path) as whole:
        assert bare.tobytes() == whole.tobytes() and not bare.getexif() and "comment" not in bare.info


def test_a_plain_jpeg_goes_in_as_it_is(tmp_path):
    Picture.new("RGB", (8, 8), "blue").save(tmp_path / "a.jpg")
    assert embedded(tmp_path / "a.jpg")._data == (tmp_path / "a.jpg").read_bytes()


def test_a_jpeg_for_print_is_converted(tmp_path):
    Picture.new("CMYK", (8, 8), (255, 0, 0, 0)).save(tmp_path / "a.jpg")
    found = embedded(tmp_path / "a.jpg")
    assert (found["/ColorSpace"], found["/Filter"]) == ("/DeviceRGB", "/DCTDecode")


@pytest.mark.parametrize("kind", ["png", "jpg"])
def test_a_picture_has_no_more_pixels_than_its_place_shows(tmp_path, kind):
    """300 to the inch: its place is 90 points wide."""
    Picture.new("RGB", (2000, 1000), "red").save(tmp_path / f"a.{kind}")
    data = draw(tmp_path / f"a.{kind}")
    found = embedded(tmp_path / f"a.{kind}")
    assert (found["/Width"], found["/Height"]) == (375, 188)
    assert data == draw(tmp_path / f"a.{kind}")


@pytest.mark.parametrize("kind", ["png", "jpg"])
def test_a_picture_that_lies_is_turned(tmp_path, kind):
    exif = Picture.Exif()
    exif[0x0112] = 6
    Picture.new("RGB", (40, 20), "red").save(tmp_path / f"a.{kind}", exif=exif)
    found = embedded(tmp_path / f"a.{kind}")
    assert (found["/Width"], found["/Height"]) == (20, 40)


@pytest.mark.slow
@pytest.mark.skipif(not available(), reason="veraPDF is not installed")
def test_the_files_of_pictures_conform_to_both_standards(tmp_path):
    """Those that keep their data, those that are written anew, and those that were transparent."""
    Picture.new("RGBA", (9, 9), (255, 0, 0, 9)).save(tmp_path / "clear.png")
    paths = [
        tmp_path / "clear.png",
        photo(tmp_path / "a.jpg"),
        photo(tmp_path / "b.jpg", mode="CMYK"),
        photo(tmp_path / "c.jpg", (900, 600), progressive=True),
        photo(tmp_path / "d.jpg", mode="L"),
    ]
    files = [path.with_suffix(".pdf") for path in paths]
    for path, file in zip(paths, files):
        file.write_bytes(draw(path))
    assert failed_rules(files) == {}


@pytest.mark.parametrize(
    ("colour", "inks"),
    [
        ((255, 0, 0), b"\0\xff\xff\0"),
        ((0, 0, 0), b"\0\0\0\xff"),
        ((100, 100, 100), b"\0\0\0\x9b"),
        ((255, 255, 255), b"\0\0\0\0"),
        ((11, 74, 140), b"\x81\x42\0\x73"),
    ],
)
def test_pictures_for_a_press_are_separated(colour, inks):
    assert separated(Picture.new("RGB", (1, 1), colour)).tobytes() == inks
