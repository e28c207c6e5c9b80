"""What the pages of a file share: names of pictures, and the widest place of each."""

import pytest
from PIL import Image as Picture

from guide.layout.pages import Image
from guide.layout.tags import Tag
from guide.pdf.backend import File
from guide.pdf.resources import Resources


@pytest.fixture
def picture(tmp_path):
    """A picture at a place of a width: picture("a.png", 90)."""

    def place(name, width):
        Picture.new("L", (400, 4), 7).save(tmp_path / name)
        return Image(Tag("Figure"), 0, 0, width, 10, str(tmp_path / name))

    return place


def test_a_picture_has_one_name_however_often_it_comes(picture):
    """And as many pixels as its widest place shows."""
    resources, one, other = Resources("colour", "#0B4A8C"), picture("a.png", 40), picture("b.png", 10)
    for item in (one, other, picture("a.png", 90), picture("a.png", 20)):
        resources.add_picture(item)
    assert list(resources.ink.images.values()) == [b"/Im1", b"/Im2"]
    assert list(resources.widths.values()) == [90, 10]


def test_pictures_are_written_only_where_there_are_some(picture):
    resources = Resources("colour", "#0B4A8C")
    assert list(resources.write(File(1))) == ["Font"]
    resources.add_picture(picture("a.png", 40))
    assert list(resources.write(File(1))) == ["Font", "XObject"]


def test_the_palette_is_that_of_the_ink():
    assert Resources("grey", "#0B4A8C").ink.palette != Resources("colour", "#0B4A8C").ink.palette
