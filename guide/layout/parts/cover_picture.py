"""The picture on a cover: whole, as large as its place allows, or not at all where that would be a stamp."""

from guide.language.both import texts_of
from guide.layout.pages import Image
from guide.layout.tags import Tag
from guide.model import CoverPicture
from guide.pictures import measure_picture

LEAST_HEIGHT, LEAST_WIDTH = 72, 54  # smaller ones show nothing
GOOD_HEIGHT = 120  # from which on the rows of a cover need not be any lower for it
ABOVE = 16  # from the title to it, in a block


def picture_within(picture: CoverPicture, parent: Tag, width: float, height: float) -> Image | None:
    """The picture at 0, 0, as large as this room allows; None where it would be too small."""
    wide, high = measure_picture(picture.file)
    scale = min(width / wide, height / high)
    if high * scale < min(LEAST_HEIGHT, high * width / wide) or wide * scale < LEAST_WIDTH:
        return None
    words = " / ".join(texts_of(picture.alternate_text))
    tag = Tag("Figure", parent, alternate=words)
    return Image(tag, 0, 0, wide * scale, high * scale, picture.file)


def is_good(image: Image, width: float) -> bool:
    """Whether a picture in a room of this width is so large that nothing has to make way for it."""
    return image.height >= GOOD_HEIGHT or image.width > width - 1
