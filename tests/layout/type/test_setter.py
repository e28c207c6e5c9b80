"""Line breaks, counted by hand in a face whose every glyph is half an em: 6 points at a size of 12."""

import pytest

from guide.layout.tags import Tag
from guide.layout.type.fonts import FaceStack
from guide.layout.type.inline import Anchor, Inline, Link, RichLine
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style

TAG = Tag("P")


@pytest.fixture(scope="module")
def style(half_em):
    return make_style("letter", "#0B4A8C", (FaceStack([half_em]), FaceStack([half_em])))


@pytest.fixture
def setter(style):
    return Setter(style, 2)


def mention(page_of="listing:x"):
    anchor = Anchor(page_of)
    link = Link(anchor, "")
    return Inline("see Insite, ", TAG, link=link), Inline("page\u00a0", TAG, link=link, page_of=anchor)


def test_a_finished_line_is_text_and_an_open_one_is_kept(setter):
    """Only what waits for a folio or carries a link stays open."""
    plain = setter.lines((Inline("aaa bbb", TAG),), 12, 100)[0]
    (item,) = setter.place(plain, 10, 20, 12)
    assert (item.x, item.y, item.text) == (10, 20, "aaa bbb")
    rich = setter.lines(mention(), 12, 200)[0]
    assert [type(each) for each in setter.place(rich, 10, 20, 12)] == [RichLine]


def test_pieces_on_a_line_follow_each_other_without_gap(setter):
    """The second weight begins where the first one ends, its space counted."""
    line = setter.lines((Inline("aaa ", TAG, True), Inline("bb", TAG)), 12, 100)[0]
    first, second = setter.place(line, 10, 20, 12)
    assert second.x - first.x == pytest.approx(6 * len(first.text))


def test_no_break_spaces_are_printed_as_plain_ones(setter):
    """A search for `Suite 510` finds it."""
    (item,) = setter.place(setter.lines((Inline("Suite\u00a0510", TAG),), 12, 100)[0], 0, 0, 12)
    assert item.text == "Suite 510"
