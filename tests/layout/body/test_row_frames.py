"""Rows in columns: in order, whole, and what does not fit is told."""

from hypothesis import given
from hypothesis import strategies as st

from guide.layout.body.galley import Row, Strip
from guide.layout.body.row_frames import Frame, fill_frames, fill_level, what_is_over
from guide.layout.compose.rows import RowBlock
from guide.layout.pages import Box
from guide.layout.type.inline import Anchor

FRAMES = [Frame(0, 36, 128, 400), Frame(0, 316, 128, 400), Frame(1, 36, 36, 300)]


def strip(height, number=1, space=0):
    block = RowBlock(Anchor(f"n{number}"), None, number, f"Name {number}", (), (), None, (), (), True)
    rows = (Row(height, (Box(0, 0, 10, height),)),)
    return Strip(height, rows, space, None, block, ((block.anchor, 0),))


@given(st.lists(st.floats(20, 150), min_size=1, max_size=20))
def test_rows_stay_whole_and_in_order(heights):
    """Each in one frame, none on another, none below its frame but for the space under its words."""
    filled = fill_frames([strip(height, n, 4) for n, height in enumerate(heights)], FRAMES, 4)
    assert len(filled.placed) + len(filled.left_over) == len(heights)
    for one, other in zip(filled.placed, filled.placed[1:]):
        assert one.frame != other.frame or other.y >= one.y + one.strip.height
        assert FRAMES.index(one.frame) <= FRAMES.index(other.frame)
    for each in filled.placed:
        assert each.frame.top <= each.y and each.y + each.strip.height <= each.frame.bottom + 4.01


def test_a_strip_tells_where_it_stands():
    (placed,) = fill_frames([strip(50, 7)], FRAMES[2:], 0).placed
    assert [item.x for item in placed.items()] == [36]
    assert placed.places() == {Anchor("n7"): (1, 2, 36)}


def test_space_above_is_dropped_at_the_top_of_a_frame():
    filled = fill_frames([strip(200, 1, 9), strip(60, 2, 9), strip(100, 3, 9)], FRAMES, 0)
    assert [each.y for each in filled.placed] == [128, 337, 128]


def test_what_does_not_fit_is_named_and_measured():
    """The first five by name, the others counted; heights in inches."""
    over = what_is_over([strip(64, n, 8) for n in range(7)])
    assert (over.listings, over.inches) == (7, 7)
    assert over.names == "Name 0, Name 1, Name 2, Name 3, Name 4 and 2 more"


def test_the_last_page_is_filled_to_one_height():
    """Two and two, not four and none; columns before them stay full, and what is left over is the same."""
    level = fill_level([strip(50, n) for n in range(4)], FRAMES[:2], 0)
    assert [(each.frame.x, each.y) for each in level.placed] == [(36, 128), (36, 178), (316, 128), (316, 178)]
    two_sides = [*FRAMES, Frame(1, 316, 36, 300)]
    level = fill_level([strip(60, n) for n in range(11)], two_sides, 0)
    assert [(each.frame.page, each.frame.x) for each in level.placed[8:]] == [(1, 36), (1, 36), (1, 316)]
    many = [strip(90, n) for n in range(20)]
    assert fill_level(many, FRAMES, 0) == fill_frames(many, FRAMES, 0)
