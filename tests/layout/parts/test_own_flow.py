"""Rows on paper: what leads stays with what follows, spaces are dropped at the top, the line round a coupon."""

from guide.layout.body.galley import Row
from guide.layout.pages import Line
from guide.layout.parts.own_flow import Flow, Laid, dashed


def row(height):
    return Row(height, (Line(0, 0, 10, 0, 1),))


def tops(sheets):
    return [[item.y1 for item in sheet.items] for sheet in sheets]


def flow(*rows, depth=100):
    made = Flow(depth, "A")
    made.add_all(rows)
    return made.finished()


def test_between_rows_is_the_larger_of_two_spaces_and_none_at_the_top():
    sheets = flow(Laid(row(20), 50, after=16), Laid(row(20), 8), Laid(row(40), 8))
    assert tops(sheets) == [[0, 36], [0]]


def test_a_row_that_leads_goes_with_the_next():
    sheets = flow(Laid(row(70)), Laid(row(20), leads=True), Laid(row(20)))
    assert tops(sheets) == [[0], [0, 20]]


def test_rows_that_stay_together_and_fit_no_page_are_parted():
    sheets = flow(Laid(row(70), leads=True), Laid(row(70)))
    assert tops(sheets) == [[0], [0]]


def test_a_picture_that_fills_a_page_stands_alone():
    sheets = flow(Laid(row(20)), Laid(row(0), bare=True), Laid(row(20), coupon=True))
    assert [(sheet.bare, sheet.coupon) for sheet in sheets] == [(False, False), (True, False), (False, True)]


def test_a_coupon_is_cut_along_a_dashed_line():
    lines = dashed(492, 104)
    assert all(line.width == 1 for line in lines)
    assert {(line.x1, line.x2) for line in lines if line.y1 == line.y2 == 0} >= {(0, 6), (10, 16), (490, 492)}
    assert max(line.x2 for line in lines) == 492 and max(line.y2 for line in lines) == 104
