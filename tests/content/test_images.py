"""Pictures: inside the folder, there, PNG or JPEG, and with words."""

import io

import pytest
from PIL import Image

from guide.content.images import find_image
from guide.errors import Mark


def picture(kind="PNG"):
    file = io.BytesIO()
    Image.new("RGB", (9, 9), "red").save(file, kind)
    return file.getvalue()


PNG = picture()
GUIDE = "title: Help\nedition: {date: 2026-04-01}\npublisher: {name: Clinic, logo: logo.png"


@pytest.mark.parametrize("data", [PNG, picture("JPEG")])
def test_a_picture_in_the_folder(tmp_path, data):
    """PNG and JPEG are found, as absolute paths."""
    (tmp_path / "logo.png").write_bytes(data)
    assert find_image("logo.png", tmp_path) == (tmp_path / "logo.png", None)


@pytest.mark.parametrize(
    "name, told",
    [
        ("../logo.png", "outside"),
        ("/etc/passwd", "outside"),
        ("link.png", "outside"),
        ("none.png", "there is no"),
        ("gif.png", "neither PNG nor JPEG"),
        ("half.png", "cut off or damaged"),
        ("a\0b", "cannot be read"),
        ("x" * 5000, "cannot be read"),
        (".", "there is no"),
    ],
)
def test_what_is_no_picture(tmp_path, name, told):
    """Everything else is told, and a link out of the folder is outside it."""
    folder = tmp_path / "content"
    folder.mkdir()
    (tmp_path / "logo.png").write_bytes(PNG)
    (folder / "gif.png").write_bytes(b"GIF89a")
    (folder / "half.png").write_bytes(PNG[:50])
    (folder / "link.png").symlink_to(tmp_path / "logo.png")
    path, trouble = find_image(name, folder)
    assert path is None
    kind, values = trouble
    assert told in kind.at(Mark(folder), name=name, **values).message


def test_a_logo_has_words(load, tmp_path):
    """A logo without alternate text says nothing to whoever cannot see it."""
    (tmp_path / "logo.png").write_bytes(PNG)
    assert load(guide=GUIDE + "}\n").lines == (
        "guide.yaml:3:12: the logo has no logo_alternate_text;"
        " say in a few words what it shows, for people who cannot see it",
    )
    found = load(guide=GUIDE + ", logo_alternate_text: A harbor}\n")
    assert found.guide.publisher.logo == str(tmp_path / "logo.png")


def test_a_logo_that_is_cut_off(load, tmp_path):
    """The check decodes it whole, as the build will, and says where its name stands."""
    (tmp_path / "logo.png").write_bytes(PNG[:-20])
    (line,) = load(guide=GUIDE + ", logo_alternate_text: A harbor}\n").lines
    assert line.startswith(
        'guide.yaml:3:12: the picture "logo.png" is cut off or damaged ('
    ) and line.endswith("; save it again as PNG or JPEG")


def test_a_logo_that_is_no_picture(load, tmp_path):
    """The first bytes say what a file is, not its name."""
    (tmp_path / "logo.png").write_bytes(b"GIF89a")
    assert "neither PNG nor JPEG" in load(guide=GUIDE + ", logo_alternate_text: A harbor}\n").lines[0]


COVER = """title: Help
edition: {date: 2026-11-23}
cover_picture: {file: street.png, alternate_text: A street}
"""


def test_the_picture_on_the_cover(load, tmp_path):
    """Its file and its words; a coarse one is a warning."""
    Image.new("L", (1400, 900)).save(tmp_path / "street.png")
    found = load(guide=COVER)
    assert found.guide.cover_picture.alternate_text == "A street" and not found.lines
    Image.new("L", (492, 100)).save(tmp_path / "street.png")
    assert load(guide=COVER).lines == (
        'guide.yaml:3:16: the picture "street.png" can have as few as 72 dots to the inch on the cover,'
        " and will look coarse; 200 are needed: take one that is 1367 pixels wide",
    )


def test_the_picture_on_the_cover_has_words_and_a_file(load, tmp_path):
    (line,) = load(guide=COVER).lines
    assert line.startswith('guide.yaml:3:16: there is no picture "street.png"')
    Image.new("L", (1400, 900)).save(tmp_path / "street.png")
    (line,) = load(guide=COVER.replace(", alternate_text: A street", "")).lines
    assert line.startswith('guide.yaml:3:16: a picture on the cover needs "alternate_text"')
