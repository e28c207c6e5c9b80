"""A picture's size on a cover."""

import pytest
from PIL import Image as Picture

from guide import model
from guide.language.both import one_text
from guide.layout.parts.cover_picture import is_good, picture_within
from guide.layout.tags import Tag


@pytest.fixture
def made(tmp_path):
    """made(pixels wide, pixels high, width, height): the picture in that room."""

    def make(wide, high, *room, words="A street"):
        path = tmp_path / "a.png"
        Picture.new("L", (wide, high)).save(path)
        return picture_within(model.CoverPicture(file=str(path), alternate_text=words), Tag("Sect"), *room)

    return make


@pytest.mark.parametrize(
    "pixels, room, size, good",
    [
        ((300, 200), (450, 200), (300, 200), True),
        ((300, 200), (450, 90), (135, 90), False),
        ((600, 60), (450, 200), (450, 45), True),  # a banner over the whole width
        ((300, 200), (450, 71), None, False),
        ((600, 60), (450, 40), None, False),
        ((100, 900), (450, 200), None, False),  # 22 wide
    ],
)
def test_a_picture_is_whole_and_large_enough_or_left_out(made, pixels, room, size, good):
    image = made(*pixels, *room)
    assert (image and (image.width, image.height)) == size
    assert not image or is_good(image, room[0]) is good


def test_what_it_shows_is_said_in_both_languages(made):
    image = made(300, 200, 450, 200, words=one_text("A street", "Una calle"))
    assert image.tag.alternate == "A street / Una calle"
