"""Looking ahead: nothing that could be the best path is thought hopeless."""

import pytest
from hypothesis import given, settings

from guide.layout.body.ahead import Left, look_ahead
from guide.layout.body.column_pages import FIRST, ColumnPages
from tests.layout.body.test_column_pages import FRAME, HEIGHTS, run
from tests.thorough import examples


@settings(max_examples=examples(15, 60), deadline=None)
@given(HEIGHTS)
def test_a_path_is_the_same_where_it_is_not_looked_ahead(sections):
    """As in a run of many strips; and what is still to come never costs less than is thought."""
    pages = ColumnPages(run(*sections), FRAME)
    path = pages.path()
    costs = [dict(pages.steps(spot))[to] for spot, to in zip(path, path[1:])]
    for place, spot in enumerate(path):
        assert pages.still(spot) <= sum(costs[place:]) + 0.001
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("guide.layout.body.column_pages.SHORT", 0)
        assert pages.path() == path


@settings(max_examples=examples(15, 60), deadline=None)
@given(HEIGHTS)
def test_the_least_cost_is_that_of_the_path(sections):
    """And what was looked at is a part of what there is."""
    pages = ColumnPages(run(*sections), FRAME)
    most, seen = look_ahead((0, *FIRST), (pages.count, *FIRST), pages.ends, pages.still)
    path = pages.path()
    total = sum(dict(pages.steps(spot))[to] for spot, to in zip(path, path[1:]))
    assert total <= most == pytest.approx(total, abs=0.001)
    assert path[0] in seen


def test_what_is_left_fills_pages_without_white():
    """Two columns of 640, and a little more: an opening across both, then ten listings of 264 in single columns."""
    left = Left.of(run([[264]] * 10), 640)
    assert left.heights[-1] == 0 and left.heights == sorted(left.heights, reverse=True)
    assert left.cost(0, 0, 0) == 3 * 300 and left.cost(len(left.heights) - 1, 0, 0) == 0
    assert left.cost(9, 2, 64) == 0 and left.cost(9, 0, 0) == 300
