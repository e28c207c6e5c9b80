"""The rows of sections on a cover: their heights, names of one line or two, tabs, and pages."""

import pytest

from guide.language.words import ENGLISH
from guide.layout.compose.links import section_anchor
from guide.layout.pages import Box, Line, Text
from guide.layout.parts.cover_rows import CoverRows, even
from guide.layout.parts.howto import CONTENTS
from guide.layout.tags import Tag
from guide.layout.type.inline import RichLine, RowArea
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style


@pytest.fixture
def rows(maker):
    """The rows of sections with these titles."""

    def make(*titles):
        sections = [
            maker.section(maker.listing(f"l{n}"), id=f"s{n}", title=title) for n, title in enumerate(titles)
        ]
        return CoverRows(maker.guide(*sections), Setter(maker.style, 2), ENGLISH, Tag("Document"))

    return make


def of(items, kind):
    return [item for item in items if isinstance(item, kind)]


def test_a_row_is_a_link_over_its_whole_width(rows):
    """Name and page, to the trim: the tab is part of it."""
    made = rows("Food").set(100, 60)
    (area,), (page,) = of(made.items, RowArea), of(made.items, RichLine)
    assert (area.anchor, page.fragments[0].inline.page_of) == (section_anchor("s0"), section_anchor("s0"))
    assert (area.x, area.y, area.x + area.width, area.height) == (54, 100, 612, 44)
    assert (page.x, page.align) == (546, 1) and area.tag.parent.parent.kind == "TOCI"


@pytest.mark.parametrize(
    "count, room, pitch, size", [(8, 360, 44, 20), (8, 330, 40, 20), (10, 310, 30, 17), (13, 270, 20, 15)]
)
def test_rows_share_the_room(rows, count, room, pitch, size):
    """An even number of points each, 44 at most; the name's size follows."""
    made = rows(*["Food"] * count).set(100, room)
    assert made.pitch == pitch and made.bottom == 100 + count * pitch
    assert {text.size for text in of(made.items, Text) if text.tag} == {size}
    hairlines = of(made.items, Line)
    assert [line.y1 for line in hairlines] == [100 + pitch * n for n in range(count + 1)]
    assert {(line.x1, line.x2) for line in hairlines} == {(54, 572)}
    assert [(box.y, box.height) for box in of(made.items, Box)] == [tuple(place) for place in made.tabs]
    assert made.tabs[1] == (100 + pitch + 2, pitch - 4)


@pytest.mark.parametrize(
    "name, pitch, size", [("letter", 44, 20), ("a4", 44, 20), ("tabloid", 62, 28), ("a3", 62, 28)]
)
def test_a_higher_page_has_higher_rows_and_larger_names(maker, name, pitch, size):
    """Half of a tabloid's cover stayed white."""
    style = make_style(name, "#0B4A8C", (maker.style.regular, maker.style.bold))
    made = CoverRows(
        maker.guide(maker.section(title="Food")), Setter(style, 2), ENGLISH, Tag("Document")
    ).set(100, 700)
    assert made.pitch == pitch and {text.size for text in of(made.items, Text) if text.tag} == {size}


def test_many_sections_stand_in_two_columns_without_tabs(rows):
    """Down the first, then down the second; the number in a key before the name."""
    made = rows(*["Food"] * 15).pairs(100, 300)
    keys = of(made.items, Box)
    assert made.pitch == 36 and made.tabs == () and len(keys) == 15
    assert {(box.x, box.width) for box in keys} == {(54, 20), (312, 20)}
    assert [box.x for box in keys].count(54) == 8


@pytest.mark.parametrize("count, room", [(21, 600), (13, 100), (20, 200), (0, 400)])
def test_rows_that_do_not_fit_are_none(rows, count, room):
    """Neither in a column nor in two."""
    made = rows(*["Food"] * count)
    assert made.set(100, room) is made.pairs(100, room) is None


def test_too_few_points_for_a_column_make_two(rows):
    made = rows(*["Food"] * 12)
    assert made.set(100, 200) is None and made.pairs(100, 200).tabs == ()


LONG = "Treatment with medicine for people who use opioids or alcohol"


@pytest.mark.parametrize(
    "title, height, lines, size",
    [
        ("Food", 44, 1, 20),
        (LONG, 44, 1, 15),
        (LONG + ", and for their families", 44, 2, 15),
        (LONG, 30, 1, 15),
        (LONG + ", and families", 30, 1, 12),
    ],
)
def test_a_long_name_is_smaller_or_turns_over(rows, title, height, lines, size):
    """Two lines of 15 where the row is 36 or higher; below that the next smaller size."""
    made = rows("Food")
    largest = next(size for least, size in made.style.cover.names if height >= least)
    column = made.name(title, Tag("Link"), largest, 460, height)
    found = of(column.items, Text)
    assert (len(found), found[0].size) == (lines, size) and column.y <= height


def test_a_name_that_no_size_makes_short_makes_its_row_higher(rows):
    """Whole; its tab and those below it follow."""
    made = rows("Food", "Food and " * 24 + "beds", "Beds").set(100, 126)
    (first, second, third), pitch = made.tabs, made.pitch
    assert first.height == third.height == pitch - 4 < second.height
    assert third.y == second.y + second.height + 4 and made.bottom <= 226
    words = "".join(text.text for text in of(made.items, Text) if text.tag)
    assert "Food and " * 24 + "beds" in words


def test_where_nothing_is_listed_a_row_leads_to_the_contents(rows):
    made = rows("Food").to_contents(100)
    assert of(made.items, RowArea)[0].anchor == CONTENTS and of(made.items, Text)[0].text == "Contents "


def test_even_rounds_down():
    assert [even(height) for height in (44, 45.9, 46, 0.5)] == [44, 44, 46, 0]
