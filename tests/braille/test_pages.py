"""Pages of braille."""

import pytest

from guide.braille.blocks import ITEM, NAME, SECTION, Block, Entry
from guide.braille.cells import DOT_5, SPACE, in_cells
from guide.braille.liblouis import braille_of
from guide.braille.pages import Binder, Sheet, head_of, kept_together, settled
from tests.braille.read_back import needs_liblouis

pytestmark = needs_liblouis
SHEET = Sheet(cells=32, lines=15)


@pytest.fixture
def binder():
    return Binder(SHEET, braille_of("en", True))


def cells(text):
    return in_cells(text, braille_of("en", True))


def test_a_page_has_its_head_and_number_and_no_more_lines_than_it_may(binder):
    blocks = [
        Block("Food", SECTION, "section food"),
        *(Block(f"item {number}", ITEM) for number in range(30)),
    ]
    pages, places = binder.pages(blocks, 5, "Guide")
    assert [len(page) for page in pages] == [15, 15, 5]
    assert all(page[0].endswith(SPACE + cells(str(number))) for number, page in enumerate(pages, 5))
    assert all(page[0].strip(SPACE).startswith(cells("Food")) for page in pages)
    assert places == {"section food": 5}


def test_a_heading_stands_on_the_page_of_what_follows(binder):
    before = [Block(f"item {number}", ITEM) for number in range(13)]
    pages, places = binder.pages(
        [*before, Block("Harbor", NAME, "listing harbor"), Block("call", ITEM)], 1, ""
    )
    assert places == {"listing harbor": 2}
    assert pages[1][1:] == [SPACE * 4 + cells("Harbor"), cells("call")]


def test_a_long_heading_begins_on_the_page_of_its_first_line(binder):
    before = [Block(f"item {number}", ITEM) for number in range(10)]
    long = Block("word " * 40, NAME, "listing long")
    _, places = binder.pages([*before, long], 1, "")
    assert places == {"listing long": 1} or places == {"listing long": 2}


def test_the_contents_lead_to_pages_by_dot_5(binder):
    (line,) = binder.entry(Entry("Harbor", "listing harbor", 1), 12)
    assert len(line) == SHEET.cells and line.startswith(SPACE * 2 + cells("Harbor") + SPACE + DOT_5 * 2)
    assert line.endswith(DOT_5 + SPACE + cells("12"))
    long = binder.entry(Entry("a very long name of a listing " * 3, ""), 7)
    assert len(long) > 1 and long[-1].endswith(cells("7")) and max(map(len, long)) == SHEET.cells


def test_a_title_page_has_no_running_head_and_an_empty_foot(binder):
    pages = binder.title_pages([Block("Guide", SECTION), *(Block(str(number), ITEM) for number in range(20))])
    assert [page[0].strip(SPACE) for page in pages] == [cells("1"), cells("2")]
    assert max(map(len, pages)) == SHEET.lines - 1


def test_headings_are_kept_with_what_follows():
    blocks = [Block("a", SECTION), Block("b", NAME), Block("c"), Block("d"), Block("e", NAME)]
    assert ["".join(each.text for each in group) for group in kept_together(blocks)] == ["abc", "d", "e"]


def test_a_head_says_the_section_in_which_a_page_begins():
    sections = [(1, "Food"), (3, "Safe")]
    assert [head_of(sections, page, "Guide") for page in range(5)] == [
        "Guide",
        "Food",
        "Food",
        "Food",
        "Safe",
    ]


def test_pages_that_name_each_other_are_made_until_they_agree():
    asked = []

    def make(places):
        asked.append(places)
        return [["x"]], {"a": min(len(asked), 3)}

    assert settled(make) == ([["x"]], {"a": 3}) and len(asked) == 4
