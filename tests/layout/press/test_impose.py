from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.formats import FORMATS
from guide.layout.press.impose import (
    CALIPER,
    PAPERS,
    NUp,
    blocks_of,
    impose_booklet,
    impose_n_up,
    n_up_for,
    paper_for,
    paper_name,
)
from tests.pdf.samples import document, page

SIZES = {name: (each.width, each.height) for name, each in FORMATS.items() if each.is_book}
HALF_LETTER, LETTER, TABLOID = (396, 612), (612, 792), (792, 1224)
fours = st.integers(1, 16).map(lambda sheets: 4 * sheets)


def pages(count, size=HALF_LETTER):
    width, height = size
    return document(*(page(folio=str(number + 1), width=width, height=height) for number in range(count)))


def halves(side):
    """The pages left and right of the middle of a side, from the top down."""
    ordered = sorted(side.placements, key=lambda place: place.window.y)
    middle = side.width / 2
    left = [place.page for place in ordered if place.window.x + place.window.width <= middle + 0.01]
    right = [place.page for place in ordered if place.window.x >= middle - 0.01]
    return left, right


def folded(sides):
    """The pages as they are read: every sheet folded once, laid into the one before, and leafed through.

    Folding front outside leaves, of each sheet, a leaf before the middle (its right half, whose other face is the left
    half of the back) and a leaf after it.
    """
    before, after = [], []
    for front, back in zip(sides[::2], sides[1::2]):
        (front_left, front_right), (back_left, back_right) = halves(front), halves(back)
        before += front_right + back_left
        after = back_right + front_left + after
    return before + after


@given(fours)
def test_a_folded_booklet_reads_from_the_first_page_to_the_last(count):
    sides = impose_booklet(pages(count))
    assert len(sides) == count // 2
    assert folded(sides) == list(range(count))


@given(fours)
def test_the_two_faces_of_a_leaf_lie_back_to_back(count):
    """Turned about its upright axis, each page of a back covers the page that is one leaf with it."""
    sides = impose_booklet(pages(count))
    for front, back in zip(sides[::2], sides[1::2]):
        for place in front.placements:
            other = next(each for each in back.placements if each.page // 2 == place.page // 2)
            assert back.width - other.x - HALF_LETTER[0] == pytest.approx(place.x)
            assert other.y == place.y


@given(fours)
def test_creep_grows_by_one_caliper_a_sheet_towards_the_fold(count):
    """The outermost sheet stays; the margin that the knife leaves is the same on all."""
    for order, side in enumerate(impose_booklet(pages(count))):
        left, right = sorted(side.placements, key=lambda place: place.x)
        outside = order // 2
        pushed_out = outside * CALIPER
        assert left.x - left.window.x == pytest.approx(pushed_out)
        assert right.window.x - right.x == pytest.approx(pushed_out)


def test_creep_by_another_paper():
    innermost = impose_booklet(pages(16), caliper=1)[-1]
    assert [place.x - place.window.x for place in innermost.placements] == [3, -3]
    assert {place.x for side in impose_booklet(pages(16), caliper=0) for place in side.placements} == {0, 396}


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("letter", (1224, 792)),
        ("a4", (1190.6, 841.9)),
        ("half-letter", (792, 612)),
        ("a5", (841.9, 595.3)),
        ("large-print", (1224, 792)),
        ("pocket", (612, 396)),
    ],
)
def test_two_pages_go_on_the_next_larger_paper(name, paper):
    sides = impose_booklet(pages(8, SIZES[name]))
    assert {(side.width, side.height) for side in sides} == {paper}
    assert paper_name(*paper)
    for side in sides:
        for place in side.placements:
            window = place.window
            assert -0.5 <= window.x and window.x + window.width <= side.width + 0.5
            assert -0.5 <= window.y and window.y + window.height <= side.height + 0.5


def test_a_booklet_is_padded_by_the_layout_not_here():
    with pytest.raises(ValueError, match="multiple of 4 pages, not 6"):
        impose_booklet(pages(6))


def test_a_sheet_that_is_too_small_or_pages_of_two_sizes():
    with pytest.raises(ValueError, match="do not fit"):
        impose_booklet(pages(4), LETTER)
    mixed = pages(4)
    with pytest.raises(ValueError, match="2 sizes"):
        impose_booklet(replace(mixed, pages=(*mixed.pages[:3], page())))


def test_marks_stand_outside_the_trim_and_only_where_there_is_room():
    assert impose_booklet(pages(4))[0].marks == ()
    (side, _) = impose_booklet(pages(4), (1224, 792))
    trim = side.trim
    assert (trim.x, trim.y) == (216, 90)
    fold = [mark for mark in side.marks if mark.x1 == mark.x2 == side.width / 2]
    assert len(fold) == 4
    for mark in side.marks:
        inside_x = trim.x < mark.x1 < trim.x + trim.width or trim.x < mark.x2 < trim.x + trim.width
        inside_y = trim.y < mark.y1 < trim.y + trim.height or trim.y < mark.y2 < trim.y + trim.height
        assert not (inside_x and inside_y)
        assert 0 <= min(mark.x1, mark.y1) and mark.x2 <= side.width and mark.y2 <= side.height


def test_two_booklets_on_a_sheet_are_cut_apart_and_read_alike():
    sides = impose_booklet(pages(8, SIZES["pocket"]), copies=2)
    assert (sides[0].width, sides[0].height) == LETTER
    for row in (0, 1):
        one = [
            replace(side, placements=tuple(p for p in side.placements if p.window.y == row * 396))
            for side in sides
        ]
        assert folded(one) == list(range(8))
    assert {mark.y1 for mark in sides[0].marks} == {396}


# --- several on a sheet


def turned(place, side):
    """Where a leaf of a back is when the sheet lies on its front."""
    return round(side.width - place.window.x - place.window.width, 3), round(place.window.y, 3)


def test_one_page_in_all_places():
    sides = impose_n_up(pages(6, SIZES["pocket"]), NUp(rows=2, columns=2))
    assert [{place.page for place in side.placements} for side in sides] == [{number} for number in range(6)]
    corners = {(place.x, place.y) for place in sides[0].placements}
    assert corners == {(0, 0), (306, 0), (0, 396), (306, 396)}


@given(st.integers(1, 64), st.integers(1, 3), st.integers(1, 3), st.booleans())
def test_cut_piles_laid_on_each_other_are_the_guide(count, rows, columns, two_sided):
    n_up = NUp(rows=rows, columns=columns, copies=1, two_sided=two_sided)
    sides = impose_n_up(pages(count), n_up)
    assert Counter(place.page for side in sides for place in side.placements) == Counter(range(count))
    faces = 2 if two_sided else 1
    piles = {}
    for front_number in range(0, len(sides), faces):
        front = sides[front_number]
        for place in front.placements:
            leaf = [place.page]
            if two_sided:
                back = sides[front_number + 1]
                spot = round(place.window.x, 3), round(place.window.y, 3)
                leaf += [each.page for each in back.placements if turned(each, back) == spot]
            piles.setdefault((place.window.y, place.window.x), []).append(leaf)
    read = [number for spot in sorted(piles) for leaf in piles[spot] for number in leaf]
    assert read == list(range(count))


@given(
    st.integers(1, 40), st.sampled_from([(2, 2, 2), (2, 4, 2), (2, 4, 4), (4, 4, 8), (1, 2, 2), (2, 1, 2)])
)
def test_each_of_several_copies_is_the_guide(count, grid):
    """Every copy has every page once, in a part of the sheet of its own, cut from it and stacked in order."""
    rows, columns, copies = grid
    n_up = NUp(rows=rows, columns=columns, copies=copies)
    sides = impose_n_up(pages(count), n_up)
    parts = blocks_of(n_up)
    assert sorted(spot for part in parts for spot in part) == [
        (r, c) for r in range(rows) for c in range(columns)
    ]
    for part in parts:
        assert len({row for row, _ in part}) * len({column for _, column in part}) == len(part)  # a rectangle
        read = []
        for row, column in part:
            x, y = sides[0].trim.x + column * HALF_LETTER[0], sides[0].trim.y + row * HALF_LETTER[1]
            for front, back in zip(sides[::2], sides[1::2]):
                spot = round(x, 3), round(y, 3)
                read += [
                    each.page for each in front.placements if (round(each.x, 3), round(each.y, 3)) == spot
                ]
                read += [each.page for each in back.placements if turned(each, back) == spot]
        assert read == list(range(count))


def test_copies_stand_side_by_side_where_they_can():
    """So that the first cut, upright, parts them."""
    assert blocks_of(NUp(rows=2, columns=2, copies=2)) == [[(0, 0), (1, 0)], [(0, 1), (1, 1)]]
    assert blocks_of(NUp(rows=2, columns=1, copies=2)) == [[(0, 0)], [(1, 0)]]
    assert len(blocks_of(NUp(rows=2, columns=3))) == 6
    with pytest.raises(ValueError, match="3 equal copies"):
        blocks_of(NUp(rows=2, columns=2, copies=3))


@pytest.mark.parametrize(
    ("name", "count", "grid", "paper"),
    [
        ("pocket", 4, (2, 2), LETTER),
        ("pocket", 8, (2, 4), (1224, 792)),
        ("half-letter", 2, (1, 2), (792, 612)),
        ("half-letter", 4, (2, 2), TABLOID),
        ("a5", 2, (1, 2), (841.9, 595.3)),
        ("letter", 2, (1, 2), (1224, 792)),
    ],
)
def test_the_smallest_paper_is_taken(name, count, grid, paper):
    n_up = n_up_for(pages(2, SIZES[name]), count, marks=False)
    (side, _) = impose_n_up(pages(2, SIZES[name]), n_up)
    assert (n_up.rows, n_up.columns) == grid
    assert (side.width, side.height) == paper
    assert side.marks == ()


def test_one_page_alone_has_no_white_back():
    (side,) = impose_n_up(pages(1), n_up_for(pages(1), 2, copies=2))
    assert [each.page for each in side.placements] == [0, 0]


def test_what_is_larger_than_any_paper_says_so():
    n_up = n_up_for(pages(2, LETTER), 4)
    assert (n_up.rows, n_up.columns) == (2, 2)
    assert paper_for(1224, 1584) == (1224, 1584) and not paper_name(1224, 1584)
    assert all(paper_name(height, width) == name for (width, height), name in PAPERS.items())


def test_cut_marks_lie_on_the_cut_where_pages_fill_the_paper():
    """Short, in the margins of the pages, and a cross where the cuts meet."""
    side, _ = impose_n_up(pages(1, SIZES["pocket"]), NUp(rows=2, columns=2))
    upright = sorted((mark.y1, mark.y2) for mark in side.marks if mark.x1 == mark.x2 == 306)
    level = sorted((mark.x1, mark.x2) for mark in side.marks if mark.y1 == mark.y2 == 396)
    assert upright == [(18, 27), (391.5, 400.5), (765, 774)]
    assert level == [(18, 27), (301.5, 310.5), (585, 594)]
    assert len(side.marks) == 6


def test_cut_marks_stand_outside_where_there_is_room():
    side, _ = impose_n_up(pages(1, (200, 300)), NUp(rows=2, columns=2, sheet=LETTER))
    tops = sorted(mark.x1 for mark in side.marks if mark.x1 == mark.x2 and mark.y2 < side.trim.y)
    assert tops == [106, 306, 506]
    assert len([mark for mark in side.marks if mark.y1 == mark.y2 and mark.x2 < side.trim.x]) == 3
