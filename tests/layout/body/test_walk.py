"""A path that is remembered is the one that is found anew, whatever has changed."""

import random

import pytest

from guide.layout.body import walk as walks
from guide.layout.body.column_pages import ColumnPages, paginate_columns
from guide.layout.body.paginate import Frame, _pages_from, choose_breaks, known_breaks
from guide.layout.body.walk import Walk, alike
from tests.layout.body.test_column_pages import FRAME, run
from tests.thorough import first_quick

ONE = Frame(FRAME.depth, FRAME.continued, FRAME.white, FRAME.stub, FRAME.below)


def sections_of(lot, count):
    """Sections of listings, each the heights of its strips."""
    return [
        [[16 * lot.randint(1, 14) for _ in range(lot.randint(1, 4))] for _ in range(lot.randint(1, 9))]
        for _ in range(count)
    ]


def change(lot, sections):
    """A listing is higher, is new, is gone, or has moved to another section."""
    section = lot.choice(sections)
    kind = lot.randint(0, 3)
    if kind == 0:
        section[lot.randrange(len(section))][0] += 16
    elif kind == 1 or len(section) == 1:
        section.insert(lot.randint(0, len(section)), [96, 48])
    else:
        gone = section.pop(lot.randrange(len(section)))
        if kind == 3:
            lot.choice(sections).append(gone)


@pytest.fixture
def short(monkeypatch):
    """Stretches so short that a test has many."""
    monkeypatch.setattr(walks, "EVERY", 12)


@pytest.mark.parametrize("seed", first_quick(range(6), 2))
def test_two_columns_break_where_they_do_anew(seed, short):
    lot, known = random.Random(seed), Walk()
    sections = sections_of(lot, 14)
    for _ in range(12):
        strips = run(*sections)
        plans = paginate_columns(strips, FRAME, known)
        anew = paginate_columns(strips, FRAME)
        assert [(plan.strips, plan.xs, plan.used) for plan in plans] == [
            (plan.strips, plan.xs, plan.used) for plan in anew
        ]
        change(lot, sections)


@pytest.mark.slow
@pytest.mark.parametrize("seed", first_quick(range(6), 2))
def test_one_column_breaks_where_it_does_anew(seed, short):
    lot, known = random.Random(seed), Walk()
    sections = sections_of(lot, 14)
    for _ in range(12):
        strips = run(*sections)
        assert known_breaks(known, strips, ONE) == choose_breaks(strips, ONE)
        change(lot, sections)


def test_of_costs_every_sum_is_exact():
    """Or of two ways that cost the same it were chance which one a walk that begins elsewhere takes."""
    strips = run(*sections_of(random.Random(1), 9))
    pages = ColumnPages(strips, FRAME)
    spots = [(place, *kind) for place in range(len(strips)) for kind in ((2, 0.0), (0, 0.0), (1, 0.0))]
    costs = [cost for spot in spots for _, cost in pages.steps(spot)]
    costs += [cost for place in range(len(strips)) for _, cost in _pages_from(strips, place, ONE)]
    assert len(costs) > 500 and all(float(cost * 2**16).is_integer() for cost in costs)


@pytest.mark.slow
def test_hardly_anything_is_walked_again(short):
    """A change in the middle: the steps that are asked for are few."""
    lot, known = random.Random(1), Walk()
    sections = sections_of(lot, 60)
    paginate_columns(run(*sections), FRAME, known)
    sections[30][0][0] += 16
    strips = run(*sections)
    pages, asked = ColumnPages(strips, FRAME), []

    def steps(spot):
        asked.append(spot[0])
        return pages.steps(spot)

    path = known.path(strips, FRAME, FRAME.depth, (0, 2, 0.0), steps)
    assert path == pages.path()
    assert len(set(asked)) < len(strips) / 3


def test_another_frame_forgets(short):
    known, strips = Walk(), run(*sections_of(random.Random(2), 6))
    paginate_columns(strips, FRAME, known)
    higher = FRAME._replace(depth=720)
    assert paginate_columns(strips, higher, known) == paginate_columns(strips, higher)


def test_no_strips_have_no_pages():
    assert paginate_columns([], FRAME, Walk()) == [] and known_breaks(Walk(), [], ONE) == []


def test_runs_are_compared_from_both_ends():
    one, other = run([[96], [96], [96]]), run([[96], [112], [96]])
    assert alike(one, one) == (4, 0)
    assert alike(one, other) == (2, 1)
    assert alike([], one) == (0, 0)
