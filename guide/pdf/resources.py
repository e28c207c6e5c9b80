"""What the pages of a file share: faces, pictures, and the ink that they are drawn with."""

from guide.pdf.colour import palette_for
from guide.pdf.content import Fonts, Ink
from guide.pdf.fontfile import embed
from guide.pdf.images import add_image
from guide.pdf.syntax import Decimals, Names


class Resources:
    """The one resource dictionary of all pages; it grows while they are drawn."""

    def __init__(self, file, ink, accent):
        self.file = file
        self.number = file.reserve()
        self.colours = ink  # "colour", "grey", "black" or "press"
        self.ink = Ink(palette_for(ink, accent), Fonts(), {}, Decimals(), Names())
        self._images = {}  # resource name: reference

    def add_picture(self, path):
        """Write a picture when it comes for the first time."""
        if path not in self.ink.images:
            resource = f"Im{len(self._images) + 1}"
            self._images[resource] = add_image(self.file, path, self.colours)
            self.ink.images[path] = b"/" + resource.encode()

    def write(self):
        """Write the faces and the dictionary."""
        for resource, encoding in self.ink.fonts.encodings.values():
            self.file.fonts[resource] = embed(self.file, encoding)
        entries = {"Font": self.file.fonts_reference}
        if self._images:
            entries["XObject"] = self.file.add_dictionary(self._images)
        self.file.put_dictionary(self.number, entries)
