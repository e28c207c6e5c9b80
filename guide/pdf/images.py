"""Pictures as image XObjects (ISO 32000-1, 8.9.5)."""

from pathlib import Path

from guide.pdf.colour import BLACK_ONLY, COLOUR, GREY, PRESS

SPACES = {"RGB": b"/DeviceRGB", "L": b"/DeviceGray", "CMYK": b"/DeviceCMYK"}
JPEG_MODES = {COLOUR: ("RGB", "L"), GREY: ("L",), BLACK_ONLY: ("L",), PRESS: ("L",)}  # what goes in as it is
GREY_MODES = ("1", "L", "LA")


def add_image(file, path, ink=COLOUR):
    """Write a PNG or JPEG file for an ink; its reference. A JPEG that suits goes in as it is, the rest flat."""
    from PIL import Image  # loaded when it is first used, see guide.pdf.backend

    with Image.open(path) as image:
        entries = {
            "Type": b"/XObject",
            "Subtype": b"/Image",
            "Width": image.width,
            "Height": image.height,
            "BitsPerComponent": 8,
        }
        if image.format == "JPEG" and image.mode in JPEG_MODES[ink]:
            entries |= {"ColorSpace": SPACES[image.mode], "Filter": b"/DCTDecode"}
            return file.add_stream(Path(path).read_bytes(), entries, compress=False)
        flat = inked(flatten(image), ink)
    entries["ColorSpace"] = SPACES[flat.mode]
    return file.add_stream(flat.tobytes(), entries)


def inked(image, ink):
    """A flat picture in what an ink can print."""
    if ink == COLOUR or image.mode == "L":
        return image
    return separated(image) if ink == PRESS else image.convert("L")


def separated(image):
    """A picture in RGB as four inks, all grey made by black: never over 200 per cent (ISO 32000-1, 10.3.4)."""
    from PIL import Image, ImageChops

    lacking = ImageChops.invert(image).split()
    black = ImageChops.darker(ImageChops.darker(*lacking[:2]), lacking[2])
    return Image.merge("CMYK", [*(ImageChops.subtract(each, black) for each in lacking), black])


def flatten(image):
    """The picture in grey or RGB, on white where it was transparent."""
    from PIL import Image

    if image.mode.startswith("I"):  # sixteen bits, which `convert` would cut off instead of scaling
        image = image.point(lambda level: level / 256).convert("L")
    mode = "L" if image.mode in GREY_MODES and "transparency" not in image.info else "RGB"
    if "A" in image.getbands() or "transparency" in image.info:
        layered = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, layered)
    return image.convert(mode)
