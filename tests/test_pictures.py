"""Pictures decoded: whole or refused, upright, in sRGB or grey, on white."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from guide import pictures
from guide.pictures import PictureError, measure_picture, read_picture


def noise(size=(120, 80)):
    return Image.effect_noise(size, 60).convert("RGB")


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, pixels=b"", extra=b""):
    """The bytes of a PNG in grey that says it has these measures."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + extra + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


def saved(image, kind, **more):
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


@pytest.fixture
def read(tmp_path):
    """The Picture of these bytes as a file."""

    def make(data):
        (tmp_path / "a.png").write_bytes(data)
        return read_picture(tmp_path / "a.png")

    return make


@pytest.mark.parametrize("kind, more", [("PNG", {}), ("JPEG", {}), ("JPEG", {"progressive": True})])
@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.9, 0.98])
def test_what_is_cut_off_is_refused(read, kind, more, part):
    """However much of it is there: a viewer would show the rest grey."""
    data = saved(noise(), kind, **more)
    with pytest.raises(PictureError, match="damaged"):
        read(data[: int(len(data) * part)])


def test_a_wrong_sum_is_refused(read):
    """Every chunk of a PNG has one."""
    data = bytearray(saved(noise(), "PNG"))
    data[len(data) // 2] ^= 1
    with pytest.raises(PictureError, match="damaged"):
        read(bytes(data))


@pytest.mark.parametrize(
    "width, height", [(13350, 13350), (20000, 20000), (2**31 - 1, 2**31 - 1), (50_000_001, 1)]
)
def test_too_many_pixels_are_refused_before_they_are_decoded(read, width, height):
    """The file says how many there are."""
    with pytest.raises(PictureError, match="more than 50 million") as caught:
        read(png(width, height))
    assert "save it smaller" in caught.value.kind.hint


@pytest.fixture(scope="module")
def endless():
    """Ten million letters, packed."""
    return zlib.compress(bytes(10_000_000))


@pytest.mark.parametrize("kind, head", [(b"zTXt", b"k\0\0"), (b"iCCP", b"k\0\0"), (b"iTXt", b"k\0\1\0\0\0")])
def test_a_text_that_unpacks_without_end_is_refused(read, endless, kind, head):
    """A small file of two pixels and ten million letters."""
    with pytest.raises(PictureError):
        read(png(1, 2, b"\0a\0b", chunk(kind, head + endless)))


@pytest.mark.parametrize(
    "start, named",
    [
        (b"GIF89a", "a GIF file"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a WebP file"),
        (b"II*\0", "a TIFF file"),
        (b"MM\0*", "a TIFF file"),
        (b"\0\0\0\x18ftypheic", "a HEIC file"),
        (b"\0\0\0\x18ftypavif", "an AVIF file"),
        (b"BM", "a BMP file"),
        (b"%PDF-1.7", "a PDF file"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG file"),
        (b"hello", "is neither"),
        (b"", "is neither"),
    ],
)
def test_other_kinds_are_named(read, start, named):
    """So that whoever reads it knows what to save anew."""
    with pytest.raises(PictureError, match=f"{named}.*neither PNG nor JPEG|{named} PNG nor JPEG") as caught:
        read(start)
    assert caught.value.kind.hint == "save it as PNG or JPEG"


def test_a_picture_that_moves_is_refused(read):
    """Which of its pictures would be printed nobody knows."""
    frames = [Image.new("RGB", (2, 2), colour) for colour in ("red", "blue")]
    with pytest.raises(PictureError, match="holds 2 pictures"):
        read(saved(frames[0], "PNG", save_all=True, append_images=frames[1:]))


def test_a_photo_with_a_preview_behind_it_is_one_picture(read):
    """As many telephones write them."""
    assert read(saved(noise(), "MPO", save_all=True, append_images=[noise((8, 8))])).image.size == (120, 80)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize(
    "orientation, corner",
    [(1, (0, 0)), (2, (1, 0)), (3, (1, 1)), (4, (0, 1)), (5, (0, 0)), (6, (1, 0)), (7, (1, 1)), (8, (0, 1))],
)
def test_a_picture_stands_upright(read, kind, orientation, corner):
    """The dark corner, stored top left, is where EXIF says that it belongs; the sides change where it lies."""
    image = Image.new("L", (48, 32), 255)
    image.paste(0, (0, 0, 16, 16))
    exif = Image.Exif()
    exif[0x0112] = orientation
    upright = read(saved(image, kind, exif=exif)).image
    assert upright.size == ((32, 48) if orientation > 4 else (48, 32))
    shades = {
        place: upright.getpixel((place[0] * (upright.width - 1), place[1] * (upright.height - 1)))
        for place in ((0, 0), (0, 1), (1, 0), (1, 1))
    }
    assert min(shades, key=shades.get) == corner


@pytest.mark.parametrize("exif", [b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0", b"Exif\0\0rubbish" * 9])
def test_exif_that_cannot_be_read_turns_nothing(read, exif):
    assert read(saved(noise(), "JPEG", exif=exif)).image.size == (120, 80)


@pytest.mark.parametrize(
    "size, left",
    [((3000, 10), (3000, 10)), ((6000, 3001), (3000, 1501)), ((3001, 3), (3000, 3)), ((1, 9000), (1, 3000))],
)
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_large_picture_is_made_smaller(read, kind, size, left):
    """To what print can show."""
    wide, high = read(saved(Image.new("L", size, 9), kind)).image.size
    assert (abs(wide - left[0]), abs(high - left[1])) <= (1, 1) and max(wide, high) <= 3000


def test_inks_of_a_press_become_colours(read):
    """Adobe's JPEG is turned round, another's is not; both are cyan."""
    adobe = saved(Image.new("CMYK", (8, 8), (255, 0, 0, 0)), "JPEG")
    start = adobe.index(b"\xff\xee")
    plain = saved(Image.new("CMYK", (8, 8), (0, 255, 255, 255)), "JPEG")
    plain = plain[:start] + plain[start + 16 :]
    for data in (adobe, plain):
        red, green, blue = read(data).image.getpixel((0, 0))
        assert red < 30 and green > 225 and blue > 225


def profile(kind):
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(kind)).tobytes()


def test_a_profile_of_srgb_changes_nothing(read):
    """The file's data stay."""
    picture = read(saved(noise(), "JPEG", icc_profile=profile("sRGB")))
    assert picture.jpeg


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_profiles_that_do_not_fit_are_left_out(read, mode):
    """The picture is printed by its numbers."""
    for data in (profile("sRGB"), profile("XYZ"), profile("LAB"), b"rubbish" * 40):
        assert read(saved(Image.new(mode, (9, 7)), "PNG", icc_profile=data)).image.size == (9, 7)


def test_a_profile_is_obeyed(read):
    """A picture in a profile whose primaries change places comes out in sRGB."""
    srgb = bytearray(profile("sRGB"))
    for old, new in ((b"rXYZ", b"qXYZ"), (b"bXYZ", b"rXYZ"), (b"qXYZ", b"bXYZ")):
        at = srgb.index(old)
        srgb[at : at + 4] = new
    swapped = bytes(srgb).replace("sRGB".encode("utf-16-be"), "swap".encode("utf-16-be"))
    red, _, blue = read(
        saved(Image.new("RGB", (4, 4), (250, 0, 0)), "PNG", icc_profile=swapped)
    ).image.getpixel((1, 1))
    assert blue > 200 > 50 > red


def test_a_file_is_decoded_once_until_it_changes(tmp_path, monkeypatch):
    """Check, layout and drawing look at the same picture."""
    calls, real, path = [], pictures.decode, tmp_path / "a.png"
    monkeypatch.setattr(pictures, "decode", lambda *some: calls.append(1) or real(*some))
    path.write_bytes(saved(noise((30, 20)), "PNG"))
    assert read_picture(path) is read_picture(path) and len(calls) == 1
    path.write_bytes(saved(noise((310, 20)), "PNG"))
    assert read_picture(path).image.width == 310


def test_a_picture_is_measured_without_being_decoded(tmp_path, monkeypatch):
    """Upright: a photo that lies on its side is as wide as it is high."""
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[pictures.ORIENTATION] = 6
    noise((120, 80)).save(path, "JPEG", exif=exif)
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", None)
    assert measure_picture(path) == (80, 120)
    path.write_bytes(saved(noise((120, 80)), "PNG"))
    assert measure_picture(path) == (120, 80)
    path.write_bytes(b"no picture")
    with pytest.raises(PictureError):
        measure_picture(path)
