"""Labels on their sheets: from any label on, put right, repeated; and the page that shows how a printer feeds."""

import pytest

from guide.label_sheets import MM, SHEETS
from guide.layout.editions.label_pages import (
    Label,
    Sheeting,
    calibration_page,
    is_inside,
    label_pages,
    repeated,
)
from guide.layout.pages import Box, Line, Text
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter

SHEET = SHEETS["5163"]


def label(text="here", x=20.0, y=30.0, letter=None):
    return Label(items=(Text(Tag("P"), x, y, text, letter.regular.main, 12),))


def places(pages):
    """Which label each text stands on, page by page."""
    spots = [SHEET.spot(place) for place in range(SHEET.count)]
    found = []
    for page in pages:
        found.append(
            [
                next(n for n, spot in enumerate(spots) if spot == (item.x - 20, item.y - 30))
                for item in page.items
            ]
        )
    return found


def test_a_used_sheet_begins_where_labels_are_left(letter):
    """Row by row; the next sheet is whole."""
    pages = label_pages([label(letter=letter)] * 9, Sheeting(SHEET, 4))
    assert places(pages) == [[3, 4, 5, 6, 7, 8, 9], [0, 1]]
    assert label_pages([], Sheeting(SHEET)) == []


def test_a_nudge_moves_all(letter):
    """Also what stands at the right of a page that is read from right to left: paper has one left edge."""
    for leftward in (False, True):
        still, moved = (
            label_pages([label(letter=letter)] * 3, Sheeting(SHEET, 1, nudge), leftward)[0].items
            for nudge in ((0, 0), (5, -3))
        )
        assert [(b.x - a.x, b.y - a.y) for a, b in zip(still, moved)] == [(5, -3)] * 3


def test_a_label_that_runs_leftward_is_turned_round_in_its_place(letter):
    (page,) = label_pages([label(letter=letter)], Sheeting(SHEET), True)
    (item,) = page.items
    assert item.bounds.right == pytest.approx(SHEET.spot(0).x + SHEET.label[0] - 20)


@pytest.mark.parametrize(
    ("copies", "start", "count"), [(0, 1, 10), (0, 4, 7), (0, 9, 2), (0, 10, 11), (1, 1, 2), (3, 1, 6)]
)
def test_they_are_repeated(letter, copies, start, count):
    """Until the last sheet is full, or so many times; the first of each is read, and no other."""
    made = list(
        repeated([label("a", letter=letter), label("b", letter=letter)], copies, Sheeting(SHEET, start))
    )
    assert len(made) == count and [each.items[0].text for each in made[:3]] == ["a", "b", "a"][:count]
    assert [bool(each.items[0].tag) for each in made] == [True, True] + [False] * (count - 2)


def test_what_comes_near_an_edge_is_not_inside(letter):
    assert is_inside(label(letter=letter), SHEET)
    assert not is_inside(label(x=2, letter=letter), SHEET)
    assert not is_inside(
        label("much too long for a label of four inches, however it is looked at by whomever", letter=letter),
        SHEET,
    )
    assert not is_inside(label(y=142, letter=letter), SHEET)


@pytest.mark.parametrize("name", SHEETS)
def test_the_calibration_page_frames_each_label(letter, name):
    """And has a line of 100 mm."""
    sheet = SHEETS[name]
    page = calibration_page(Sheeting(sheet, 1, (2, 3)), Setter(letter, 1), Tag("Document"))
    frames = {
        (round(item.x, 2), round(item.y, 2))
        for item in page.items
        if isinstance(item, Box) and item.fill is None
    }
    assert frames == {(round(x + 2, 2), round(y + 3, 2)) for x, y in map(sheet.spot, range(sheet.count))}
    (ruler,) = [item for item in page.items if isinstance(item, Line) and item.width == 1]
    assert ruler.x2 - ruler.x1 == pytest.approx(100 * MM)
    assert all(0 <= item.bounds.left and item.bounds.right <= page.width for item in page.items)
