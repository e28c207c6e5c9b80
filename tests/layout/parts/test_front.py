"""Page 2: blocks beside contents in one column, below contents in two, and on to the next page."""

import pytest

from guide.formats import BOOKS
from guide.layout.body.galley import Row
from guide.layout.pages import Box, Line
from guide.layout.parts.front import ABOUT, BLOCKS, HOW, LANGUAGES, SIGNS, Block, Front
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, RowArea
from guide.layout.type.style import make_style

GAP = 16


@pytest.fixture
def front(maker):
    def make(format="letter"):
        return Front(make_style(format, "#0B4A8C", (maker.style.regular, maker.style.bold)))

    return make


def contents(left, right=0, top=40, width=234):
    """A page of contents whose columns end so low."""
    items = [Line(0, top, width, top, 0.5), RowArea(Tag("Link"), 0, top, width, left - top, Anchor("a"), "")]
    return items + ([RowArea(Tag("Link"), 258, top, 234, right - top, Anchor("b"), "")] if right else [])


def blocks(height, names=BLOCKS):
    """Blocks so high, each a box that can be known by its height."""

    def block(name):
        high = height + BLOCKS.index(name)
        return Block(name, lambda measure: [Row(high, (Box(0, 0, measure, high),))])

    return [block(name) for name in names]


def places(page, height):
    """{name: (x, y)} of the blocks on a page."""
    return {BLOCKS[int(item.height - height)]: (item.x, item.y) for item in page if isinstance(item, Box)}


def test_beside_contents_in_one_column(front):
    """How to use it and the signs at the head of the free column, the rest below as the look has it."""
    made = front().pages([contents(440)], blocks(150))
    (page,) = made.pages
    assert made.whole and places(page, 150) == {
        ABOUT: (0, 440 + GAP),
        HOW: (258, 40),
        SIGNS: (258, 40 + 150 + GAP),
        LANGUAGES: (258, 40 + 150 + GAP + 151 + GAP),
    }


def test_below_contents_in_two_columns(front):
    """Both columns begin at one height."""
    (page,) = front().pages([contents(340, 330)], blocks(120)).pages
    found = places(page, 120)
    assert found[HOW] == (0, 356) and found[SIGNS] == (258, 356) and found[ABOUT] == (0, 356 + 120 + GAP)


@pytest.mark.parametrize(
    "height, first, second", [(250, {HOW, SIGNS}, {ABOUT}), (330, {HOW}, {SIGNS, ABOUT})]
)
def test_what_does_not_fit_goes_on(front, height, first, second):
    """First what tells of the guide; help in other languages takes no page of its own, for its panel has one."""
    made = front().pages([contents(440)], blocks(height))
    assert not made.whole
    assert [set(places(page, height)) for page in made.pages][0] == first
    assert set(places(made.pages[1], height)) - {LANGUAGES} == second


def test_languages_alone_are_dropped(front):
    made = front().pages([contents(308, 308)], blocks(149))
    assert made.whole and len(made.pages) == 1 and LANGUAGES not in places(made.pages[0], 149)


@pytest.mark.parametrize("format", BOOKS)
@pytest.mark.parametrize("height", [40, 160, 300, 2000])
@pytest.mark.parametrize("end", [0, 60, 250])
def test_nothing_is_lost_and_all_that_can_be_is_in_the_frame(front, format, height, end):
    """In every format, with contents and without; each block once."""
    made = front(format)
    pages = made.pages(
        [contents(end, width=made.width) if end else []], blocks(height, (HOW, SIGNS, ABOUT))
    ).pages
    boxes = [item for page in pages for item in page if isinstance(item, Box)]
    assert sorted(item.height - height for item in boxes) == [0, 1, 2]
    for item in boxes:
        assert item.x + item.width <= made.grid.live + 0.01
        assert item.y + item.height <= made.grid.depth + 0.01 or item.height > made.grid.depth - 1
    for page in pages:
        ends = sorted((item.x, item.y, item.y + item.height) for item in page if isinstance(item, Box))
        for (x, _, bottom), (other, top, _) in zip(ends, ends[1:]):
            assert x != other or top >= bottom + 2 * made.style.u - 0.01


def test_without_contents_the_blocks_begin_the_page(front):
    (page,) = front().pages([[]], blocks(100)).pages
    assert {y for _, y in places(page, 100).values()} >= {0}
