"""An edition in braille, read back."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from guide.braille.cells import SPACE
from guide.braille.liblouis import CELLS
from guide.braille.make import ASCII, PEF, WRITERS, Wanted, as_brf, as_pef, ascii_of, file_of, make_volume
from guide.language.words import ENGLISH
from guide.seal import is_sealed
from tests.braille.read_back import needs_liblouis, read_back
from tests.exchange.give.samples import printed, rich

pytestmark = needs_liblouis


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    return printed(rich(tmp_path_factory.mktemp("rich")))


@pytest.fixture(scope="module")
def volume(guide):
    return make_volume(guide, ENGLISH)


@pytest.mark.parametrize("contracted", [True, False])
def test_what_is_written_can_be_read(guide, contracted):
    """Names, numbers, addresses and hours, by the braille of the language."""
    lines = read_back(make_volume(guide, ENGLISH, Wanted(contracted=contracted)), contracted)
    for said in ("773-471-0999", "800-555-4357, toll-free", "Monday to Friday 9 am to noon", "Cost: Free", "Refuge", "Getting there: Bus 5"):  # fmt: skip
        assert said in lines, said


def test_contracted_braille_takes_fewer_cells(guide, volume):
    letters = make_volume(guide, ENGLISH, Wanted(contracted=False))
    assert sum(map(len, sum(volume.pages, ()))) < sum(map(len, sum(letters.pages, ())))


def test_the_contents_name_the_pages_on_which_things_stand(guide, volume):
    whole = "\n".join(read_back(replace(volume, pages=volume.pages[1:2])))
    named = dict(re.findall(r"(?m)^(Refuge|Night Group|Harbor Kitchen)\W.*?(\d+)$", whole))
    assert named.keys() == {"Refuge", "Night Group", "Harbor Kitchen"}
    for name, number in named.items():
        page = volume.pages[int(number) - 1]
        alone = replace(volume, pages=(page,))
        assert any(line.strip().startswith(name) for line in read_back(alone)), name


def test_a_brf_has_a_form_feed_behind_each_page_and_the_mark_on_the_first(volume):
    pages = as_brf(volume, "the mark").split("\f")
    assert len(pages) == len(volume.pages) + 1 and pages[-1] == ""
    lines = [page.removesuffix("\r\n").split("\r\n") for page in pages[:-1]]
    assert max(map(len, lines)) <= 25 and max(len(line) for page in lines for line in page) <= 40
    assert lines[0][24] == "the mark" and len(lines[0]) == 25
    assert set("".join(sum(lines, []))) <= {*ASCII} | {*"the mark"}


def test_every_cell_has_its_sign():
    """As in the table of the United States: letters are letters, dot 1 to 6 in their places."""
    assert len(ASCII) == len({*ASCII}) == 64
    assert ascii_of("⠁⠃⠉⠼⠠⠿⠤⠀") == "abc#,=-"
    assert ASCII[0] == " " and chr(CELLS) == SPACE


def test_a_pef_is_as_its_standard_says(volume):
    root = ET.fromstring(as_pef(volume, "the <mark>").encode())
    space, dc = f"{{{PEF}}}", "{http://purl.org/dc/elements/1.1/}"
    assert (root.tag, root.get("version")) == (f"{space}pef", "2008-1")
    meta = root.find(f"{space}head/{space}meta")
    assert {each.tag.removeprefix(dc): each.text for each in meta} == {
        "format": "application/x-pef+xml", "identifier": "the <mark>", "title": "Help near you", "language": "en",
    }  # fmt: skip
    (book,) = root.findall(f"{space}body/{space}volume")
    assert (book.get("cols"), book.get("rows"), book.get("duplex")) == ("40", "25", "true")
    pages = book.findall(f"{space}section/{space}page")
    rows = [[row.text or "" for row in page] for page in pages]
    assert len(rows) == len(volume.pages) and all(len(page) <= 25 for page in rows)
    assert all(len(row) <= 40 and all(CELLS <= ord(each) <= CELLS + 63 for each in row) for page in rows for row in page)  # fmt: skip


@pytest.mark.parametrize("ending", WRITERS)
def test_a_file_is_known_again_until_somebody_changes_it(volume, ending):
    data = file_of(volume, ending)
    assert is_sealed(data) and not is_sealed(data + b"a")
