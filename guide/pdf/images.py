"""Pictures as image XObjects (ISO 32000-1, 8.9.5)."""

from pathlib import Path

JPEG_SPACES = {"RGB": b"/DeviceRGB", "L": b"/DeviceGray"}
GREY_MODES = ("1", "L", "LA")


def add_image(file, path):
    """Write a PNG or JPEG file; its reference. A JPEG in grey or RGB goes in as it is, the rest as flat pixels."""
    from PIL import Image  # reportlab imports it anyway, but then only a part of it; most guides have no picture

    with Image.open(path) as image:
        entries = {
            "Type": b"/XObject",
            "Subtype": b"/Image",
            "Width": image.width,
            "Height": image.height,
            "BitsPerComponent": 8,
        }
        if image.format == "JPEG" and image.mode in JPEG_SPACES:
            entries |= {"ColorSpace": JPEG_SPACES[image.mode], "Filter": b"/DCTDecode"}
            return file.add_stream(Path(path).read_bytes(), entries, compress=False)
        flat = flatten(image)
    entries["ColorSpace"] = JPEG_SPACES[flat.mode]
    return file.add_stream(flat.tobytes(), entries)


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
