"""Pictures as image XObjects (ISO 32000-1, 8.9.5)."""

import math
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from guide.pdf.backend import File
from guide.pdf.colour import BLACK_ONLY, COLOUR, GREY
from guide.pdf.jpeg import bare_jpeg
from guide.pictures import read_picture

if TYPE_CHECKING:  # loaded when it is first used, see guide.pdf.backend
    from PIL.Image import Image

SPACES = {"RGB": b"/DeviceRGB", "L": b"/DeviceGray", "CMYK": b"/DeviceCMYK"}
PRESS = "press"  # four inks, none of them mixed from red, green and blue
JPEG_MODES = {COLOUR: ("RGB", "L"), GREY: ("L",), BLACK_ONLY: ("L",), PRESS: ("L",)}  # what goes in as it is
RESOLUTION = 300  # pixels to the inch: more than that no printer of an office shows
QUALITY = 92  # of a JPEG that is written anew


def add_image(file: File, path: str, ink: str = COLOUR, width: float = math.inf) -> bytes:
    """Write a picture for an ink, with no more pixels than a place so many points wide shows; its reference.

    A JPEG that suits keeps its data, without what is beside the picture in it; the rest is written anew.
    """
    picture = read_picture(path)
    most = width / 72 * RESOLUTION
    if picture.image.width <= most and picture.image.mode in JPEG_MODES[ink]:
        jpeg = picture.jpeg and bare_jpeg(picture.jpeg)
        if jpeg:
            return _add(file, jpeg, picture.image, {"Filter": b"/DCTDecode"})
    image = inked(scaled(picture.image, most), ink)
    if picture.lossy and image.mode != "CMYK":
        return _add(file, as_jpeg(image), image, {"Filter": b"/DCTDecode"})
    return _add(file, image.tobytes(), image, {})


def _add(file: File, data: bytes, image: "Image", entries: Mapping[str, bytes]) -> bytes:
    described: dict[str, bytes | float] = {
        "Type": b"/XObject",
        "Subtype": b"/Image",
        "Width": image.width,
        "Height": image.height,
        "BitsPerComponent": 8,
        "ColorSpace": SPACES[image.mode],
    }
    return file.add_stream(data, {**described, **entries}, compress=not entries)


def scaled(image: "Image", most: float) -> "Image":
    """The image with at most so many pixels in a row."""
    if image.width <= most:
        return image
    from PIL.Image import Resampling  # see above

    wide = max(1, math.ceil(most))
    return image.resize((wide, max(1, round(image.height * wide / image.width))), Resampling.LANCZOS)


def as_jpeg(image: "Image") -> bytes:
    """An image as the bytes of a JPEG file."""
    file = BytesIO()
    image.save(file, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return file.getvalue()


def inked(image: "Image", ink: str) -> "Image":
    """A flat picture in what an ink can print."""
    if ink == COLOUR or image.mode == "L":
        return image
    return separated(image) if ink == PRESS else image.convert("L")


def separated(image: "Image") -> "Image":
    """A picture in RGB as four inks, all grey made by black: never over 200 per cent (ISO 32000-1, 10.3.4)."""
    from PIL import Image, ImageChops

    lacking = ImageChops.invert(image).split()
    black = ImageChops.darker(ImageChops.darker(*lacking[:2]), lacking[2])
    return Image.merge("CMYK", [*(ImageChops.subtract(each, black) for each in lacking), black])
