"""Sides of sheets, and how a printer turns them over: the leaves are the same for both edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.layout.press.impose import NUp, impose_booklet, impose_n_up, whole_pages
from guide.layout.press.sheet import LONG, SHORT, turned_over, upside_down
from tests.pdf.samples import document, page

SIZES = [(306, 396), (396, 612), (612, 396)]


def pages(count, size):
    return document(*(page(folio=str(number + 1), width=size[0], height=size[1]) for number in range(count)))


def made(kind, count, size):
    if kind == "booklet":
        return impose_booklet(pages(4 * count, size))
    if kind == "two booklets":
        return impose_booklet(pages(4 * count, size), copies=2)
    return impose_n_up(pages(count, size), NUp(rows=2, columns=2, copies=1))


def behind(sheet, flip):
    """What lies behind each point of the front: (page, x, y, whether it is upside down) as seen through the paper.

    A printer turns a sheet over about its level or its upright axis. Over the level axis, what stood upright hangs
    upside down as one turns the leaf, so that it is told as turned.
    """
    upright_axis = (flip == SHORT) == (sheet.width > sheet.height)
    for place in sheet.placements:
        x, y = (
            (sheet.width - place.x - place.window.width, place.y)
            if upright_axis
            else (place.x, sheet.height - place.y - place.window.height)
        )
        yield place.page, round(x, 3), round(y, 3), place.turned != (not upright_axis)


@given(st.sampled_from(["booklet", "two booklets", "n-up"]), st.integers(1, 6), st.sampled_from(SIZES))
def test_both_settings_of_the_printer_give_the_same_leaves(kind, count, size):
    """Behind each page of a front lies the same page, upright, whichever edge the sheet is turned over on."""
    sheets = made(kind, count, size)
    for flip in (SHORT, LONG):
        done = turned_over(sheets, flip)
        assert {sheet.flip for sheet in done} == {flip}
        assert [sheet.placements for sheet in done[::2]] == [sheet.placements for sheet in sheets[::2]]
        for plain, back in zip(sheets[1::2], done[1::2], strict=True):
            assert sorted(behind(back, flip)) == sorted(behind(plain, plain.flip))
            assert not any(turned for *_, turned in behind(back, flip))


def test_the_usual_edge_is_that_of_a_book():
    assert made("booklet", 1, (396, 612))[0].flip == SHORT  # the sheet lies
    assert made("two booklets", 1, (306, 396))[0].flip == LONG  # it stands
    sheets = whole_pages(pages(2, (612, 792)))
    assert turned_over(sheets, "") == turned_over(sheets, LONG) == sheets


def test_marks_turn_with_the_pages():
    """A side turned twice is as it was."""
    (side, _) = impose_booklet(pages(4, (396, 612)), (1224, 792))
    once = upside_down(side)
    assert len(once.marks) == len(side.marks) > 0 and once.trim == side.trim
    twice = upside_down(once)
    for mark, same in zip(twice.marks, side.marks, strict=True):
        assert mark[:5] == pytest.approx(same[:5])
    assert twice.placements == side.placements
    for mark in once.marks:
        assert mark.x1 <= mark.x2 and mark.y1 <= mark.y2
