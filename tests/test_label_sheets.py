"""Sheets of labels: every one that has a name adds up to its paper; others are given by their measures."""

from itertools import pairwise

import pytest

from guide.label_sheets import LEAST, MM, SHEETS, USUAL, find_sheet, read_nudge, refusals

# What the maker says of each: labels on a sheet, and the size of one in millimetres.
SIZES = {
    "5160": (30, 66.7, 25.4),
    "5163": (10, 101.6, 50.8),
    "5164": (6, 101.6, 84.7),
    "5371": (10, 88.9, 50.8),
    "L7160": (21, 63.5, 38.1),
    "L7163": (14, 99.1, 38.1),
}
GIVEN = "paper=A4 labels=3x7 size=63.5x38.1mm margin=7.2x15.1mm gap=2.5x0mm"


@pytest.mark.parametrize("name", SHEETS)
def test_each_sheet_adds_up(name):
    """As many labels of the size that its maker says, the margins at both sides alike, and none upon another."""
    sheet = SHEETS[name]
    count, width, height = SIZES[name]
    assert sheet.count == count and list(refusals(sheet)) == []
    assert [round(each / MM, 1) for each in sheet.label] == [width, height]
    assert sheet.rest == pytest.approx(sheet.margin, abs=0.1)
    spots = [sheet.spot(place) for place in range(sheet.count)]
    for one, other in pairwise(spots):
        assert other.x >= one.x + sheet.label[0] - 0.01 or other.y >= one.y + sheet.label[1] - 0.01


def test_there_is_one_for_each_paper_of_an_office():
    assert {paper: SHEETS[name].paper for paper, name in USUAL.items()} == {"Letter": "Letter", "A4": "A4"}
    assert set(SIZES) == set(SHEETS)


@pytest.mark.parametrize("text", ["L7160", "l7160", "Avery L7160", " avery  l7160 "])
def test_a_name_is_read_as_people_write_it(text):
    assert find_sheet(text) is SHEETS["L7160"]


def test_measures_are_read():
    """In millimetres or inches; a gap may be left out."""
    sheet = find_sheet(GIVEN)
    assert (sheet.paper, sheet.count) == ("A4", 21) and sheet.label[0] == pytest.approx(180)
    assert find_sheet("paper=letter labels=2x5 size=4x2in margin=0.15x0.5in").gap == (0, 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("5162", "no sheet of labels that is known: 5160"),
        (GIVEN.replace("3x7", "4x7"), "4 labels side by side are"),
        (GIVEN.replace("3x7", "3x9"), "9 labels one below the other are"),
        (GIVEN.replace("63.5x38.1mm", "20x10mm"), "has no room for a name"),
        (
            GIVEN.replace("38.1mm", "38.1"),
            'size=63.5x38.1: write across, x, down and mm or in, as in "63.5x38.1mm"',
        ),
        (GIVEN.replace("3x7", "3*7"), "labels=3*7"),
        (GIVEN.replace("A4", "A6"), "paper=Letter or paper=A4"),
        (GIVEN.replace("paper=A4 ", ""), "need paper="),
        (GIVEN + " colour=red", '"colour" is no measure'),
        (GIVEN + " round", '"round" is no measure'),
    ],
)
def test_what_is_wrong_is_said(text, said):
    with pytest.raises(ValueError, match=".*") as error:
        find_sheet(text)
    assert said in str(error.value)


def test_the_least_label_is_lower_than_the_lowest_that_has_a_name():
    assert all(sheet.label[0] >= LEAST[0] and sheet.label[1] >= LEAST[1] for sheet in SHEETS.values())


@pytest.mark.parametrize(
    ("text", "points"),
    [("1,2", (MM, 2 * MM)), ("-1.5 , 0", (-1.5 * MM, 0)), ("4pt,-6pt", (4, -6)), ("4,-6pt", (4, -6))],
)
def test_a_nudge_is_read(text, points):
    assert read_nudge(text) == pytest.approx(points)


@pytest.mark.parametrize("text", ["", "1", "a,b", "1,2,3", "40,0"])
def test_no_nudge(text):
    with pytest.raises(ValueError, match=r"nudge|tray"):
        read_nudge(text)
