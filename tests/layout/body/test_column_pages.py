"""Breaks over two columns: the least cost of all legal ones, what stands in no two columns, and openings in mid-page."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.layout.body.column_pages import (
    COLUMN_A,
    PAGE_BEGINS,
    ColumnFrame,
    ColumnPages,
    paginate_columns,
)
from guide.layout.body.galley import Row, Strip
from guide.layout.type.inline import Anchor
from tests.thorough import examples

FRAME = ColumnFrame(depth=640, continued=24, white=0.2, stub=48, above=32, below=240, apart=160, second=258)
RULE, OPENING = 8, 64


def section(number):
    return SimpleNamespace(anchor=Anchor(f"section:{number}"), number=number)


def run(*sections):
    """The strips of sections, each a list of listings, each a list of heights: the head's, and those that may run on."""
    strips, count = [], 0
    for number, listings in enumerate(sections, 1):
        own = section(number)
        strips.append(Strip(OPENING, (Row(OPENING, ()),), 32, own, None, ((own.anchor, 0),)))
        for place, heights in enumerate(listings):
            count += 1
            listed = SimpleNamespace(number=count, title=f"Listing {count}")
            for part, height in enumerate(heights):
                ruled = part == 0 and place > 0
                rows = (Row(RULE, ()), Row(height - RULE, ())) if ruled else (Row(height, ()),)
                starts = ((Anchor(f"listing:{count}"), 0),) if part == 0 else ()
                space = 16 if ruled else 0
                strips.append(Strip(height, rows, space, own, listed, starts, part > 1, ruled=ruled))
    return strips


HEIGHTS = st.lists(
    st.lists(
        st.lists(st.integers(1, 36).map(lambda n: 16 * n), min_size=1, max_size=5), min_size=1, max_size=8
    ),
    min_size=1,
    max_size=4,
)


@pytest.mark.slow
@settings(max_examples=examples(30, 150), deadline=None)
@given(HEIGHTS)
def test_every_strip_stands_once_and_none_below_the_foot(sections):
    """In order; no two in one column over each other; column B is read behind column A."""
    strips = run(*sections)
    plans = paginate_columns(strips, FRAME)
    placed = [strip for plan in plans for strip, _ in plan.strips]
    assert [(each.section.number, each.starts) for each in placed] == [
        (each.section.number, each.starts) for each in strips
    ]
    for plan in plans:
        assert plan.used <= FRAME.depth + 0.01 and set(plan.xs) <= {0, 258}
        below = {0: FRAME.continued if plan.continued else 0, 258: 0.0}
        for (strip, y), x in zip(plan.strips, plan.xs):
            assert y >= below[x] - 0.01
            below[x] = y + strip.height
            if strip.opens:
                assert y == 0 or y - max(below.values()) < 0.01
                below = dict.fromkeys(below, y + strip.height)


@pytest.mark.slow
@settings(max_examples=examples(30, 150), deadline=None)
@given(HEIGHTS)
def test_an_opening_in_mid_page_has_room_under_it_and_even_columns_above(sections):
    """240 free under it, in both columns; those above differ by 160 at most."""
    for plan in paginate_columns(run(*sections), FRAME):
        bottoms = {0: 0.0, 258: 0.0}
        for (strip, y), x in zip(plan.strips, plan.xs):
            if strip.opens and y:
                assert y == max(bottoms.values()) + 32
                assert abs(bottoms[0] - bottoms[258]) <= 160
                assert y + strip.height + 240 <= FRAME.depth
            bottoms[x] = y + strip.height
            if strip.opens:
                bottoms = dict.fromkeys(bottoms, y + strip.height)


@pytest.mark.slow
@settings(max_examples=examples(25, 100), deadline=None)
@given(HEIGHTS)
def test_only_a_page_that_turns_is_said_to_continue(sections):
    """Its first strip is not the first of its listing; in column B no line is added."""
    for plan in paginate_columns(run(*sections), FRAME):
        (first, y), *_ = plan.strips
        assert plan.continued is (None if first.starts else first.listing)
        assert y == (24 if plan.continued else 0)


@settings(max_examples=examples(15, 60), deadline=None)
@given(HEIGHTS)
def test_no_legal_path_costs_less(sections):
    """Against every path there is, for runs of a few strips."""
    pages = ColumnPages(run(*sections)[:9], FRAME)

    def least(spot):
        if spot == (pages.count, PAGE_BEGINS, 0):
            return 0.0
        return min(cost + least(to) for to, cost in pages.steps(spot))

    path = pages.path()
    total = sum(dict(pages.steps(spot))[to] for spot, to in zip(path, path[1:]))
    assert total == pytest.approx(least((0, PAGE_BEGINS, 0)))


def columns(plan):
    """The strips of column A and of column B."""
    return [[strip for (strip, _), own in zip(plan.strips, plan.xs) if own == x] for x in (0, 258)]


def test_the_end_of_a_section_is_divided_evenly():
    [plan] = paginate_columns(run([[96]] * 4), FRAME)
    assert [len(column) for column in columns(plan)] == [3, 2]  # the opening is one of column A's


def test_no_hairline_stands_at_the_top_of_a_column_under_an_opening():
    """Both columns begin with a name on one line there; at the top of a page a hairline stands."""
    first, second = paginate_columns(run([[264], [264], [264], [264], [264], [264]]), FRAME)
    assert [strip.ruled for column in columns(first) for strip in column] == [False, False, True, False, True]
    assert columns(second)[0][0].ruled and columns(second)[1][0].ruled


def test_a_section_opens_below_a_short_one():
    plans = paginate_columns(run([[96]] * 2, [[96]] * 2), FRAME)
    assert len(plans) == 1 and plans[0].sections == (1, 2)


def test_a_section_without_room_for_its_columns_begins_a_page():
    plans = paginate_columns(run([[288]] * 2, [[96]] * 2), FRAME)
    assert [(plan.sections, plan.last) for plan in plans] == [((1,), True), ((2,), True)]


def test_columns_that_differ_too_much_have_nothing_below():
    """A listing of one piece beside nothing."""
    plans = paginate_columns(run([[176]], [[96]] * 2), FRAME)
    assert [(plan.sections, plan.last) for plan in plans] == [((1,), True), ((2,), True)]


def test_a_section_with_nothing_in_it_is_an_opening():
    [plan] = paginate_columns(run([], [[96]], []), FRAME)
    assert [y for (strip, y) in plan.strips if strip.opens] == [0, 96, 288]


def test_what_has_no_room_under_an_opening_begins_a_page():
    """As the head of a listing that is nearly as high as a page."""
    first, second = paginate_columns(run([[600]]), FRAME)
    assert len(first.strips) == 1 and first.strips[0][0].opens and not second.strips[0][0].opens


def test_a_head_may_end_a_column():
    """A listing runs on from A to B before it leaves half a column white."""
    steps = ColumnPages(run([[304], [96, *[32] * 8], [400]]), FRAME).steps((1, COLUMN_A, OPENING))
    assert 3 in {strip for (strip, *_), _ in steps}


def test_a_head_that_is_repeated_takes_room_where_a_column_begins():
    """In each column but that in which its table begins; no column is fuller for it."""
    head = Row(40, ())
    first, top, *rest = run([[64, *[96] * 20]])
    plans = paginate_columns([first, top, *(each._replace(head=head) for each in rest)], FRAME)
    assert sum(len(plan.strips) for plan in plans) == 22
    for plan in plans:
        for x in set(plan.xs):
            strips = [
                (strip, y) for (strip, y), own in zip(plan.strips, plan.xs) if own == x and strip.listing
            ]
            (opening, _), *others = strips
            assert opening.height == (136 if opening is not top and not opening.starts else 64)
            assert all(strip.height == 96 for strip, _ in others)
            assert all(y + strip.height <= FRAME.depth for strip, y in strips)
