"""Breaks between pages: the least cost of all legal ones, and strips too high for a page."""

from itertools import combinations
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.layout.body.galley import Row, Strip
from guide.layout.body.paginate import Frame, _pages_from, choose_breaks, fit_strips, paginate
from guide.layout.pages import Box, Text
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor
from tests.thorough import examples

FRAME = Frame(640, 24, 0.25, 48)
SECTION = SimpleNamespace(anchor=Anchor("section:s"), number=1)
TAG = Tag("P")


def strip(listing, height, *, starts=True, space=24, inside=False, opening=False):
    anchors = ((SECTION.anchor, 0),) if opening else ()
    anchors += ((Anchor(f"listing:{listing.number}"), 0),) if starts else ()
    return Strip(height, (Row(height, ()),), space, SECTION, listing, anchors, inside)


def listing(number):
    return SimpleNamespace(number=number, title=f"Listing {number}")


def run(*listings):
    """Strips of listings given as lists of heights: the first is the head, the others may run on."""
    strips = []
    for number, heights in enumerate(listings, 1):
        each = listing(number)
        strips += [
            strip(
                each,
                height,
                starts=place == 0,
                space=0 if place else 24,
                inside=place > 0,
                opening=number == 1 and not place,
            )
            for place, height in enumerate(heights)
        ]
    return strips


def starts(*listings):
    return choose_breaks(run(*listings), FRAME)


def cost_of(strips, starts):
    """What a set of breaks costs, None where a page would be too full."""
    total = 0
    for start, end in zip(starts, [*starts[1:], len(strips)]):
        cost = dict(_pages_from(strips, start, FRAME)).get(end)
        if cost is None:
            return None
        total += cost
    return total


HEIGHTS = st.lists(
    st.lists(st.integers(1, 38).map(lambda n: 16 * n), min_size=1, max_size=4), min_size=1, max_size=6
)


@pytest.mark.slow
@settings(max_examples=examples(40, 150), deadline=None)
@given(HEIGHTS)
def test_no_legal_set_of_breaks_costs_less(listings):
    """Against every set of breaks there is."""
    strips = run(*listings)[:11]
    chosen = choose_breaks(strips, FRAME)
    every = (
        (0, *rest) for count in range(len(strips)) for rest in combinations(range(1, len(strips)), count)
    )
    least = min(cost for cost in (cost_of(strips, each) for each in every) if cost is not None)
    assert cost_of(strips, chosen) == pytest.approx(least)


@settings(max_examples=examples(40, 150), deadline=None)
@given(HEIGHTS)
def test_pages_hold_every_strip_once_and_never_too_much(listings):
    """In order, each below the one before with its space, none under the foot of the frame."""
    strips = run(*listings)
    plans = paginate(strips, FRAME)
    assert [id(each) for plan in plans for each, _ in plan.strips] == list(map(id, strips))
    for plan in plans:
        y = 24 if plan.continued else 0
        assert plan.continued is (None if plan.strips[0][0].starts else plan.strips[0][0].listing)
        for place, (each, top) in enumerate(plan.strips):
            y += each.space if place else 0
            assert top == y
            y += each.height
        assert plan.used == y <= FRAME.depth


def test_a_full_page_is_no_more_than_full():
    """Two listings whose heights and space are just the frame share a page; a point more and they do not."""
    assert starts([308], [308]) == [0]
    assert starts([308], [309]) == [0, 1]


def test_a_whole_listing_moves_if_it_leaves_little_white():
    """A quarter of the page may stay white for it."""
    assert starts([500], [60, 16, 16, 48]) == [0, 1]


def test_a_listing_splits_before_it_leaves_half_a_page_white():
    """Its prose runs on instead."""
    breaks = starts([320], [100, *[48] * 10], [48])
    assert len(breaks) == 2 and breaks[1] > 2


def test_a_hole_on_one_page_is_not_made_for_nothing():
    """Breaks are weighed together: a greedy first page of three would leave the second half empty."""
    assert starts([200], [200], [168], [420], [150]) in ([0, 3], [0, 2, 4])


def test_no_page_holds_only_the_end_of_a_listing_if_it_can_be_helped():
    """Another paragraph goes over with it."""
    strips = run([300, *[80] * 5])
    second = paginate(strips, FRAME)[1]
    assert sum(each.height for each, _ in second.strips) > 80


def test_a_page_before_an_opening_is_the_last_of_its_section():
    """There is room for notes; in the middle of a section there is none."""
    other = SimpleNamespace(anchor=Anchor("section:t"), number=2)
    strips = run([600], [600]) + [Strip(600, (), 40, other, listing(3), ((other.anchor, 0),))]
    assert [(plan.last, plan.sections) for plan in paginate(strips, FRAME)] == [
        (False, (1,)),
        (True, (1,)),
        (True, (2,)),
    ]


# --- too high for a page ---------------------------------------------------------------------------


def text(y, words="x"):
    return Text(TAG, 0, y, words, None, 12)


def high(lines):
    """A strip of a name and one row of so many lines behind a bar."""
    row = Row(
        16 * lines, (Box(0, 0, 3, 16 * lines), *(text(16 * place + 12, str(place)) for place in range(lines)))
    )
    rows = (Row(8, ()), Row(24, (text(15, "name"),)), row)
    return Strip(32 + 16 * lines, rows, 24, SECTION, listing(1), ((Anchor("listing:1"), 0),))


@pytest.mark.parametrize("lines", [39, 40, 77, 200])
def test_a_strip_too_high_is_cut_with_nothing_lost(lines):
    """Every line is there once and in order, every part fits, and one place says where it starts."""
    parts, cut = fit_strips([high(lines)], FRAME, 16)
    words = [item.text for part in parts for row in part.rows for item in row.items if isinstance(item, Text)]
    assert words == ["name", *map(str, range(lines))]
    assert all(part.height <= 616 for part in parts)  # room for the line that says it is continued
    assert all(part.height == pytest.approx(sum(row.height for row in part.rows)) for part in parts)
    assert [part.starts for part in parts] == [((Anchor("listing:1"), 0),)] + [()] * (len(parts) - 1)
    assert [each.number for each in cut] == [1]


@pytest.mark.parametrize("lines", [39, 77])
def test_a_bar_that_is_cut_keeps_its_height(lines):
    """The parts of a box are together no higher than it was, and none leaves its row."""
    parts, _ = fit_strips([high(lines)], FRAME, 16)
    rows = [row for part in parts for row in part.rows]
    boxes = [(item, row) for row in rows for item in row.items if isinstance(item, Box)]
    assert sum(box.height for box, _ in boxes) <= 16 * lines
    assert all(0 <= box.y and box.y + box.height <= row.height + 0.01 for box, row in boxes)


def test_a_name_is_not_left_alone_by_a_cut():
    """The first part holds the name and lines behind it."""
    parts, _ = fit_strips([high(60)], FRAME, 16)
    assert len([item for row in parts[0].rows for item in row.items if isinstance(item, Text)]) > 1


def test_strips_that_fit_are_left_as_they_are():
    """Nothing is cut that need not be."""
    strips = run([100, 616], [616])
    assert fit_strips(strips, FRAME, 16) == (strips, [])


def test_a_head_that_is_repeated_takes_room_where_a_page_begins():
    """It stands above the strip, below the line that repeats the name; the strip is otherwise as high as ever."""
    head = Row(40, (Box(0, 0, 5, 40),))
    strips = run([100, *[200] * 6])
    strips = [strips[0], *(each._replace(head=head) for each in strips[1:])]
    for plan in paginate(strips, FRAME):
        first, y = plan.strips[0]
        assert plan.used <= FRAME.depth
        if plan.continued:
            assert (y, first.height, first.rows[0]) == (FRAME.continued, 240, head)
        assert all(each.head and each.height == 200 for each, _ in plan.strips[1:])
    [whole, *_], _ = fit_strips([strips[1]._replace(height=590, rows=(Row(590, ()),))], FRAME, 16)
    assert whole.height + head.height <= FRAME.depth - FRAME.continued
