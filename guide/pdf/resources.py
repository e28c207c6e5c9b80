"""What the pages of a file share: faces, pictures, and the ink that they are drawn with."""

from guide.layout.pages import Image
from guide.pdf.backend import File
from guide.pdf.colour import palette_for
from guide.pdf.content import Fonts, Ink
from guide.pdf.fontfile import embed
from guide.pdf.images import add_image
from guide.pdf.syntax import Decimals, Names


class Resources:
    """The one resource dictionary of pages that are drawn together; it grows while they are."""

    def __init__(self, ink: str, accent: str) -> None:
        self.colours = ink  # "colour", "grey", "black" or "press"
        self.ink = Ink(palette_for(ink, accent), Fonts(), {}, Decimals(), Names())
        self.widths: dict[str, float] = {}  # of pictures in points, by path

    def add_picture(self, item: Image) -> None:
        """Name a picture when it comes for the first time, and remember the widest place that it is shown in."""
        if item.path not in self.ink.images:
            self.ink.images[item.path] = b"/Im%d" % (len(self.ink.images) + 1)
        self.widths[item.path] = max(item.width, self.widths.get(item.path, 0))

    def write(self, file: File) -> dict[str, bytes]:
        """Write the faces and the pictures; the entries of the dictionary."""
        fonts = {resource: embed(file, encoding) for resource, encoding in self.ink.fonts.encodings.values()}
        entries = {"Font": file.add_fonts(fonts)}
        if self.ink.images:
            images = {
                name[1:].decode(): add_image(file, path, self.colours, self.widths[path])
                for path, name in self.ink.images.items()
            }
            entries["XObject"] = file.add_dictionary(images)
        return entries
