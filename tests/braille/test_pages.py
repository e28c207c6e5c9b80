"""Pages of braille."""

import pytest

from guide.braille.blocks import END, ITEM, NAME, ROW_INSIDE, SECTION, STATUS, TEXT, Block
from guide.braille.cells import DOT_5, SPACE, in_cells
from guide.braille.liblouis import braille_of
from guide.braille.pages import Binder, Filling, Sheet, Spot, head_of, height_of, kept_together, settled
from tests.braille.read_back import needs_liblouis

SHEET = Sheet(cells=32, lines=15)


@pytest.fixture
def binder():
    return Binder(SHEET, braille_of("en", True))


def cells(text):
    return in_cells(text, braille_of("en", True))


def items(count):
    return [Block(f"item {number}", ITEM) for number in range(count)]


@needs_liblouis
def test_a_page_has_its_head_and_number_and_no_more_lines_than_it_may(binder):
    pages, places = binder.pages([Block("Food", SECTION, "section food"), *items(30)], 5, "Guide")
    assert [len(page) for page in pages] == [15, 15, 5]
    assert all(page[0].endswith(SPACE + cells(str(number))) for number, page in enumerate(pages, 5))
    heads = [page[0].strip(SPACE).split(SPACE)[0] for page in pages]
    assert heads == [cells("Guide"), cells("Food"), cells("Food")]
    assert places == {"section food": 5}


@needs_liblouis
def test_a_head_is_shortened_to_words_and_never_touches_the_number(binder):
    head = binder.head("Needle exchange, naloxone and everything else", 104)
    assert len(head) == SHEET.cells and head.startswith(SPACE * 3)
    assert head.strip(SPACE).removesuffix(cells("104")).endswith(SPACE * 3)
    assert binder.shortened("Needle exchange and naloxone", 17) == cells("Needle exchange")
    assert binder.shortened("Unbreakableunbreakable", 5) == ""


@needs_liblouis
def test_a_heading_stands_on_the_page_of_what_follows(binder):
    blocks = [*items(13), Block("Harbor", NAME, "listing harbor"), Block("call", ITEM)]
    pages, places = binder.pages(blocks, 1, "")
    assert places == {"listing harbor": 2}
    assert pages[1][1:] == [SPACE * 4 + cells("Harbor"), cells("call")]


@needs_liblouis
def test_no_line_of_a_text_is_alone_on_a_page(binder):
    """Three lines stay together, of more there are two at least at the foot and at the head."""
    three, seven = Block("harbor food " * 6, TEXT), Block("harbor food " * 18, TEXT)
    assert [len(binder.lines(each)) for each in (three, seven)] == [3, 7]
    assert [len(page) - 1 for page in binder.pages([*items(12), three], 1, "")[0]] == [12, 3]
    assert [len(page) - 1 for page in binder.pages([*items(8), seven], 1, "")[0]] == [13, 2]
    assert [len(page) - 1 for page in binder.pages([*items(13), seven], 1, "")[0]] == [13, 7]


@needs_liblouis
@pytest.mark.parametrize("before", range(16))
def test_what_ends_a_listing_stands_with_its_last_words(binder, before):
    """Wherever a page ends, what stands last on another has words before it."""
    blocks = [*items(before), Block("word " * 40, TEXT), Block("Checked", STATUS), Block("The end", END)]
    pages, _ = binder.pages(blocks, 1, "")
    last = [line for line in pages[-1][1:] if line]
    assert last[-2:] == [cells("Checked"), binder.lines(blocks[-1])[0]] and len(last) > 2


@needs_liblouis
def test_rows_lead_to_pages_by_dot_5(binder):
    (line,) = binder.lines(Block("Harbor", ROW_INSIDE, page="12"))
    assert len(line) == SHEET.cells and line.startswith(SPACE * 2 + cells("Harbor") + SPACE + DOT_5 * 2)
    assert line.endswith(DOT_5 + SPACE + cells("12"))
    long = Block("a very long name of a listing " * 3, ROW_INSIDE, page="7")
    lines = binder.lines(long)
    assert len(lines) == binder.height(long) > 1 and lines[-1].endswith(cells("7"))
    assert max(map(len, lines)) == SHEET.cells


@needs_liblouis
def test_a_title_page_has_no_running_head_and_an_empty_foot(binder):
    pages = binder.title_pages([Block("Guide", SECTION), *items(20)], 8)
    assert [page[0].strip(SPACE) for page in pages] == [cells("8"), cells("9")]
    assert max(map(len, pages)) == SHEET.lines - 1


def test_headings_are_kept_with_what_follows_and_ends_with_what_is_before():
    blocks = [Block("a", SECTION), Block("b", NAME), Block("c"), Block("d"), Block("e", END), Block("f", NAME)]  # fmt: skip
    assert ["".join(each.text for each in group) for group in kept_together(blocks)] == ["abc", "de", "f"]


def test_a_head_says_the_section_in_which_a_page_begins():
    """Where one begins at the top, its title stands there: the head has that of the guide."""
    sections = [(Spot(1, 0), "Food"), (Spot(3, 7), "Safe")]
    found = [head_of(sections, page, "Guide") for page in range(5)]
    assert found == ["Guide", "Guide", "Food", "Food", "Safe"]


def test_a_page_is_begun_where_a_group_has_no_room():
    filling = Filling(5)
    filling.add(["a"] * 4, ITEM)
    group = [(Block("", SECTION), ["b"]), (Block("", ITEM), ["c"])]
    filling.make_room(group)
    assert filling.room == 5 and len(filling.pages) == 2 and height_of(group) == 4


def test_pages_that_name_each_other_are_made_until_they_agree():
    asked = []

    def make(places):
        asked.append(places)
        return ["x"] * len(asked), {"a": min(len(asked), 3)}

    assert settled(make) == ["x"] * 4 and len(asked) == 4
