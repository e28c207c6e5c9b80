"""Thumb tabs: places of their own, and what stands in them."""

import pytest

from guide.colours import ACCENTS
from guide.formats import BOOKS
from guide.layout.body.tabs import MOST_TABS, SAFE, TabPlace, spread, tab
from guide.layout.pages import Box, Path, Text
from guide.layout.type.fonts import default_stacks
from guide.layout.type.style import least_size, make_style
from tests.thorough import covering

HEIGHTS = (16, 20, 22, 28, 32, 40)


def style_of(format):
    return make_style(format, ACCENTS["blue"].screen, default_stacks())


@pytest.mark.parametrize("format", BOOKS)
@pytest.mark.parametrize("count", (1, 2, 7, 12, 20, 32))
def test_tabs_have_places_of_their_own_in_the_frame(format, count):
    """Or none at all: the smallest page has no room for 32."""
    style = style_of(format)
    grid, places = style.grid, spread(count, style)
    if format == "pocket" and count == 32:
        assert places == ()
        return
    assert len(places) == count
    assert all(upper.y + upper.height < lower.y for upper, lower in zip(places, places[1:]))
    assert places[0].y == grid.top and places[-1].y + places[-1].height <= grid.bottom + 0.01


def test_of_too_many_sections_none_has_a_tab(letter):
    assert spread(MOST_TABS + 1, letter) == spread(0, letter) == ()


@pytest.mark.parametrize("format", BOOKS)
@pytest.mark.parametrize("icon", ("", "bed"))
@pytest.mark.parametrize("number, height, recto", covering((1, 9, 13, 28), HEIGHTS, (True, False)))
def test_what_stands_in_a_tab_lies_in_it(format, icon, number, height, recto):
    """All of it artifacts; clear of the points that printers leave white, where a tab is not cut from a larger sheet."""
    style = style_of(format)
    box, *inside = tab(TabPlace(100, height), number, icon, style, recto)
    assert isinstance(box, Box) and (box.y, box.height) == (100, height)
    assert box.x == (style.grid.width - style.tab.width if recto else 0)
    for item in inside:
        assert isinstance(item, Path | Text)
        left, top, right, bottom = item.bounds
        assert box.x <= left and right <= box.x + box.width
        assert box.y <= top and (isinstance(item, Path) or item.y <= box.y + height)
        assert isinstance(item, Path) or not item.tag and item.size >= least_size(style)
        trim = style.grid.width - right if recto else left
        assert trim >= SAFE - 0.01 or style.tab.width < 30 or least_size(style) > 11 or number > 9


@pytest.mark.parametrize(
    "height, kinds", [(20, [Text]), (22, [Path]), (31, [Path]), (32, [Path, Text]), (40, [Path, Text])]
)
def test_a_pictogram_stands_over_the_number_where_there_is_room(letter, height, kinds):
    assert [type(item) for item in tab(TabPlace(0, height), 3, "bed", letter)[1:]] == kinds
    assert [type(item) for item in tab(TabPlace(0, height), 3, "", letter)[1:]] == [Text]


def test_a_pictogram_is_18_across_and_its_middle_12_from_the_inner_edge(letter):
    box, path, number = tab(TabPlace(0, 40), 3, "bed", letter)
    left, _, right, _ = path.bounds
    assert left >= box.x + 3 and right <= box.x + 21 and right - left > 15
    assert number.x + number.width / 2 == pytest.approx(box.x + 12, abs=0.01) and number.size == 13
