"""A zine on its sheet: pages at the places from which they are folded."""

import pytest

from guide.layout.press.zine import HEIGHT, WIDTH, zine_sheet


def folded(sheet):
    """{page: (row, column, whether it is upside down)}."""
    return {
        each.page + 1: (round(each.y / 306), round(each.x / 198), each.turned) for each in sheet.placements
    }


def test_pages_stand_where_they_are_folded_from():
    """8 1 2 3 below, 7 6 5 4 above and upside down; mirrored where the zine is bound at the right."""
    sheet = zine_sheet()
    assert (sheet.width, sheet.height) == (WIDTH, HEIGHT) == (792, 612)
    below, above = (8, 1, 2, 3), (7, 6, 5, 4)
    wanted = {page: (1, column, False) for column, page in enumerate(below)}
    wanted |= {page: (0, column, True) for column, page in enumerate(above)}
    assert folded(sheet) == wanted
    mirrored = {page: (row, 3 - column, turned) for page, (row, column, turned) in wanted.items()}
    assert folded(zine_sheet(leftward=True)) == mirrored


def test_the_cut_is_dashed_between_the_outer_folds():
    """Four on, three off, at half the height; ticks of 9 at every fold."""
    marks = zine_sheet().marks
    cut = [mark for mark in marks if mark.y1 == mark.y2]
    assert cut[0].x1 == 198 and cut[-1].x2 == pytest.approx(594, abs=3) and {mark.y1 for mark in cut} == {306}
    assert all(mark.x2 - mark.x1 <= 4 for mark in cut) and {mark.width for mark in cut} == {0.75}
    ticks = {(mark.x1, mark.y1) for mark in marks if mark.x1 == mark.x2}
    assert ticks == {(x, y) for x in (198, 396, 594) for y in (0, 301.5, 603)}
