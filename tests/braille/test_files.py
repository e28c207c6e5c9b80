"""The files of braille."""

import xml.etree.ElementTree as ET

import pytest

from guide.braille.cells import SPACE
from guide.braille.files import ASCII, ENDINGS, PEF, as_brf, as_pef, ascii_of, file_of, files_of, parts_of
from guide.braille.liblouis import CELLS
from guide.braille.make import Book
from guide.braille.pages import Sheet
from guide.seal import is_sealed

PAGE = ("⠁⠀⠃", "", "⠉")
SHEET = Sheet(cells=40, lines=5)
ONE = Book(title="Help & near", language="en", sheet=SHEET, volumes=((PAGE, PAGE),))
TWO = Book(title="Help & near", language="en", sheet=SHEET, volumes=((PAGE, PAGE), (PAGE,)))


def test_a_brf_has_a_form_feed_behind_each_page_and_the_mark_on_the_first():
    assert as_brf(ONE.pages, SHEET, "mark") == "a b\r\n\r\nc\r\n\r\nmark\r\n\fa b\r\n\r\nc\r\n\f"


def test_every_cell_has_its_sign():
    """As in the table of the United States: letters are letters, dot 1 to 6 in their places."""
    assert len(ASCII) == len({*ASCII}) == 64
    assert ascii_of("⠁⠃⠉⠼⠠⠿⠤⠀") == "abc#,=-"
    assert ASCII[0] == " " and chr(CELLS) == SPACE


def test_a_pef_is_as_its_standard_says():
    root = ET.fromstring(as_pef(TWO, "the <mark>").encode())
    space, dc = f"{{{PEF}}}", "{http://purl.org/dc/elements/1.1/}"
    assert (root.tag, root.get("version")) == (f"{space}pef", "2008-1")
    meta = root.find(f"{space}head/{space}meta")
    assert {each.tag.removeprefix(dc): each.text for each in meta} == {
        "format": "application/x-pef+xml", "identifier": "the <mark>", "title": "Help & near", "language": "en",
    }  # fmt: skip
    volumes = root.findall(f"{space}body/{space}volume")
    assert [(each.get("cols"), each.get("rows"), each.get("duplex")) for each in volumes] == [("40", "5", "true")] * 2  # fmt: skip
    pages = [each.findall(f"{space}section/{space}page") for each in volumes]
    assert [len(each) for each in pages] == [2, 1]
    assert [row.text or "" for row in pages[1][0]] == [*PAGE]


def test_a_brf_is_a_file_for_each_volume_and_a_pef_has_all():
    assert [name for name, _ in files_of(ONE, "touch")] == ["touch.brf", "touch.pef"]
    assert [name for name, _ in files_of(TWO, "touch")] == ["touch-v1.brf", "touch-v2.brf", "touch.pef"]
    assert [data.count(b"\f") for data in parts_of(TWO).values()] == [2, 1]
    assert file_of(TWO, "brf").count(b"\f") == 3


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_is_known_again_until_somebody_changes_it(ending):
    data = file_of(ONE, ending)
    assert is_sealed(data) and not is_sealed(data + b"a")
    assert all(is_sealed(data) for data in parts_of(TWO).values())
