"""The rows of sections on a cover: heights, titles of one line or several, leaders and pages."""

import pytest

from guide.language.words import ENGLISH
from guide.layout.compose.links import section_anchor
from guide.layout.pages import Dots, Tag
from guide.layout.parts.cover_sections import MOST_SECTIONS, CoverSections
from guide.layout.type.inline import RichLine, RowArea
from guide.layout.type.setter import Setter


@pytest.fixture
def rows(maker):
    """The rows of sections with these titles."""

    def make(*titles):
        sections = [
            maker.section(maker.listing(f"l{n}"), id=f"s{n}", title=title) for n, title in enumerate(titles)
        ]
        return CoverSections(maker.guide(*sections), Setter(maker.style, 2), ENGLISH, Tag("Document"))

    return make


def test_a_row_has_a_key_a_leader_and_a_page(rows):
    """The whole row is a link to the section."""
    items = rows("Food").sections(100, Tag("Sect"))
    (area,) = [item for item in items if isinstance(item, RowArea)]
    (dots,) = [item for item in items if isinstance(item, Dots)]
    (page,) = [item for item in items if isinstance(item, RichLine)]
    assert (area.anchor, page.fragments[0].inline.page_of) == (section_anchor("s0"), section_anchor("s0"))
    assert area.x < dots.x1 < dots.x2 < page.x == area.x + area.width and area.y == 100
    assert area.tag.kind == "Link" and area.tag.parent.parent.kind == "TOCI"


def test_rows_are_one_below_the_other(rows):
    made = rows("Food", "Beds")
    areas = [item for item in made.sections(100, Tag("Sect")) if isinstance(item, RowArea)]
    assert areas[1].y - areas[0].y == made.row_height(1) == made.sections_height() / 2


def test_a_long_title_is_smaller_first_and_then_turns_over(rows):
    """Its row is higher then."""
    made = rows("Food")
    sizes, heights = [], []
    for title in ("Food", "Food and " * 8, "Food and " * 30):
        section = rows(title).guide.sections[0]
        size, lines = made.title_lines(section, None)
        sizes.append(size)
        heights.append(made.row_height(len(lines)))
    assert sizes[0] > sizes[2] == made.style.body.size and heights[0] < heights[2]


@pytest.mark.parametrize("count, there", [(MOST_SECTIONS, True), (MOST_SECTIONS + 1, False)])
def test_too_many_sections_have_no_height(rows, count, there):
    """They stand in the contents alone."""
    assert bool(rows(*["Food"] * count).sections_height()) is there
