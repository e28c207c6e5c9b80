"""A JPEG file without what is beside the picture."""

import io

import pytest
from PIL import Image

from guide.pdf.jpeg import bare_jpeg, segment


def jpeg(mode="RGB", **options):
    file = io.BytesIO()
    Image.linear_gradient("L").resize((48, 32)).convert(mode).save(file, "JPEG", **options)
    return file.getvalue()


def pixels(data):
    return Image.open(io.BytesIO(data)).tobytes()


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("progressive", [False, True])
def test_the_picture_is_the_same(mode, progressive):
    """In grey, colour and ink; as a whole or in several scans."""
    data = jpeg(mode, progressive=progressive)
    assert pixels(bare_jpeg(data)) == pixels(data)


def test_what_is_beside_it_is_gone():
    """The place, the camera, words, and what stands behind the end."""
    exif = Image.Exif()
    exif[0x010E] = "Secret garden"
    data = jpeg(exif=exif, comment=b"Secret words") + b"Secret end"
    assert data.count(b"Secret") == 3 and b"Secret" not in bare_jpeg(data)
    assert bare_jpeg(data) == bare_jpeg(jpeg())


def test_it_is_bare_already():
    once = bare_jpeg(jpeg())
    assert bare_jpeg(once) == once


def test_a_preview_is_taken_out():
    """JFIF may carry one in the segment that says what the colours are."""
    data = jpeg()
    end = 4 + int.from_bytes(data[4:6], "big")
    label = data[6 : end - 2] + bytes((1, 1)) + b"abc"
    with_preview = data[:2] + segment(0xE0, label) + data[end:]
    assert b"abc" in with_preview[:40] and b"abc" not in bare_jpeg(with_preview)[:40]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:2] + segment(0xC9, b"abc") + data[2:],
        lambda data: data[:2] + b"no marker" + data[2:],
        lambda data: data[:-2],
    ],
)
def test_what_cannot_be_read_is_not_taken(damage):
    assert bare_jpeg(damage(jpeg())) == b""


def test_a_segment_says_its_length():
    assert segment(0xDB, b"abc") == b"\xff\xdb\x00\x05abc"
