"""What the pages of a file share: faces, pictures, and the ink that they are drawn with."""

from guide.layout.pages import Image
from guide.model import Spot
from guide.pdf.backend import File
from guide.pdf.colour import COLOUR, GREY, SPOT, palette_for
from guide.pdf.content import Fonts, Ink
from guide.pdf.fontfile import embedded, write_face
from guide.pdf.images import PRESS, add_image
from guide.pdf.press_colour import OUT, STATES, colour_spaces, press_palette
from guide.pdf.shared import SharedFaces
from guide.pdf.syntax import Names


class Resources:
    """The one resource dictionary of pages that are drawn together; it grows while they are."""

    def __init__(self, ink: str, accent: str, shared: SharedFaces | None = None) -> None:
        self.colours = ink  # of pictures: "colour", "grey", "black" or "press"
        fonts = Fonts(shared)
        key = fonts.shared, ink, accent
        self.ink = Ink(palette_for(ink, accent), fonts, {}, fonts.shared.decimals, Names(), key)
        self.widths: dict[str, float] = {}  # of pictures in points, by path

    def add_picture(self, item: Image) -> None:
        """Name a picture when it comes for the first time, and remember the widest place that it is shown in."""
        if item.path not in self.ink.images:
            self.ink.images[item.path] = b"/Im%d" % (len(self.ink.images) + 1)
        self.widths[item.path] = max(item.width, self.widths.get(item.path, 0))

    def write(self, file: File) -> dict[str, bytes]:
        """Write the faces and the pictures; the entries of the dictionary."""
        shared = self.ink.fonts.shared
        fonts = {
            resource: write_face(file, shared.embedded(face) or embedded(encoding, file.pack))
            for face, (resource, encoding) in self.ink.fonts.encodings.items()
        }
        entries = {"Font": file.add_fonts(fonts)}
        if self.ink.images:
            images = {
                name[1:].decode(): add_image(file, path, self.colours, self.widths[path])
                for path, name in self.ink.images.items()
            }
            entries["XObject"] = file.add_dictionary(images)
        return entries

    def inks(self, file: File) -> dict[str, bytes]:
        """Write what colours need beside their operators; entries of a resource dictionary."""
        return {}


class PressResources(Resources):
    """The resources of a print shop's file: no red, green and blue, an accent that may be an ink of its own, black over all."""

    def __init__(self, ink: str, accent: str, spot: Spot | None) -> None:
        super().__init__(COLOUR, accent)
        self.colours = PRESS if ink == COLOUR else GREY if ink == SPOT else ink
        self.ink = self.ink._replace(palette=press_palette(ink, accent, spot), out=OUT)
        self.spaces = colour_spaces(accent, spot)

    def inks(self, file: File) -> dict[str, bytes]:
        """Write the inks of a press, and how they lie over each other; entries of a resource dictionary."""
        return {"ColorSpace": file.add_dictionary(self.spaces), "ExtGState": file.add_dictionary(STATES)}
