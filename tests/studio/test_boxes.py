"""Rectangles of what a page shows, from the tags of its items."""

import pytest

from guide.layout.pages import Line, Page, Text
from guide.layout.tags import Shown, Tag
from guide.layout.type.fonts import Face
from guide.studio.boxes import Box, boxes_of


@pytest.fixture
def face(half_em):
    """One that can be counted by hand."""
    return Face(half_em)


WHOLE = Shown("one")


def page(*items):
    return Page(width=612, height=792, folio="1", items=items)


def text(shape, tag, x, y, words="abc"):
    return Text(tag, x, y, words, shape, 10)


def test_a_box_holds_all_that_stands_below_its_tag(face):
    """And a number has one of its own; rules and words without a tag belong to nobody."""
    tag = Tag("Sect", shows=WHOLE)
    number = Tag("Link", Tag("P", tag), shows=Shown("one", "phones", 1))
    shown = page(
        text(face, Tag("H3", tag), 50, 100),
        text(face, number, 80, 120),
        Line(0, 0, 600, 0, 1),
        text(face, None, 0, 700),
        text(face, Tag("P"), 0, 720),
    )
    whole, phone = sorted(boxes_of(shown, 4), key=lambda box: box.what)
    assert (phone.page, phone.shown) == (4, Shown("one", "phones", 1)) and (phone.x0, phone.x1) == (80, 95)
    assert (whole.page, whole.shown) == (4, WHOLE) and (whole.x0, whole.x1) == (50, 95)
    assert whole.y0 < 100 < 120 < whole.y1 == phone.y1


def test_a_space_is_no_word(face):
    assert not list(boxes_of(page(text(face, Tag("P", shows=WHOLE), 0, 10, " ")), 0))


def test_a_listing_in_two_columns_has_two_boxes(face):
    """Where the border is known, and where what follows stands beside all that came before and higher."""
    tag = Tag("Sect", shows=WHOLE)
    items = [text(face, tag, 50, 600), text(face, tag, 50, 620), text(face, tag, 320, 100)]
    for border in (300, None):
        left, right = boxes_of(page(*items), 0, border)
        assert (left.x0, left.y1 > 620, right.x0, right.y1 < 120) == (50, True, 320, True)


def test_what_stands_beside_is_the_same_box(face):
    """A number beside a name, in a page of one column."""
    tag = Tag("Sect", shows=WHOLE)
    (box,) = boxes_of(page(text(face, tag, 50, 100), text(face, tag, 320, 100)), 0)
    assert isinstance(box, Box) and (box.x0, box.x1) == (50, 335)
