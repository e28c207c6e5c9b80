"""The contents by section: rows of 40 with key, name, page and the range of listings, where listings take over a page."""

from types import SimpleNamespace

import pytest

from guide.formats import BOOKS
from guide.language.words import ENGLISH, side_by_side, words_in
from guide.layout.editions.book_parts import BookOptions, BookParts
from guide.layout.pages import Box, Line
from guide.layout.parts.contents import ContentsEntry
from guide.layout.parts.contents_sections import SectionContents, sections_of
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, RichLine, RowArea
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style
from tests.thorough import first_quick


def entries(sections, listings=3, parts=2):
    """Sections of so many listings each, and parts behind them."""
    found = []
    for place in range(sections):
        found.append(ContentsEntry(1, place + 1, f"Part {place + 1}", Anchor(f"s{place}")))
        found += [
            ContentsEntry(2, place * listings + n + 1, f"Name {n}", Anchor(f"l{place}-{n}"))
            for n in range(listings)
        ]
    return found + [ContentsEntry(0, 0, f"More {n}", Anchor(f"p{n}")) for n in range(parts)]


@pytest.fixture
def pages(maker):
    def make(found, name="letter", words=ENGLISH):
        style = make_style(name, "#0B4A8C", (maker.style.regular, maker.style.bold))
        return SectionContents(Setter(style, 2), words, Tag("Document"), "").pages(found), style

    return make


def test_each_section_has_the_range_of_its_listings():
    found = sections_of([*entries(2), *entries(1, listings=0)])
    assert [(each.first, each.last) for each in found] == [(1, 3), (4, 6), (0, 0)]


def test_a_section_is_40_high(pages):
    """Hairlines at 40, 80, 120; the key 28; names at 40; the page ends with the column of 234."""
    (page,), _ = pages(entries(3))
    rules = [item for item in page if isinstance(item, Line)]
    assert [rule.y1 for rule in rules] == [40, 80, 120, 160] and {rule.x2 for rule in rules} == {234}
    keys = [item for item in page if isinstance(item, Box)]
    assert {(item.x, item.width, item.height) for item in keys} == {(0, 28, 28)} and keys[0].y == 44
    folios = [item for item in page if isinstance(item, RichLine)]
    assert [round(item.x, 2) for item in folios] == [234] * 5
    assert [item.fragments[-1].text for item in folios] == [" "] * 5
    assert [item.y for item in folios] == [56, 96, 136, 176, 192]


def test_every_row_is_a_link(pages):
    """To its section or part; no listing is named."""
    (page,), _ = pages(entries(3))
    assert [item.anchor.name for item in page if isinstance(item, RowArea)] == ["s0", "s1", "s2", "p0", "p1"]


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("count", first_quick([1, 8, 14, 15, 16, 30, 31, 70], 3))
def test_nothing_is_lost_or_outside_at_any_number_of_sections(pages, name, count):
    words = side_by_side(ENGLISH, words_in("es"))
    found, style = pages(entries(count), name, words)
    areas = [item for page in found for item in page if isinstance(item, RowArea)]
    assert len(areas) == count + 2
    for page in found:
        for item in page:
            if isinstance(item, RowArea):
                assert item.y + item.height <= style.grid.depth + 0.01
                assert item.x + item.width <= style.grid.live + 0.01


@pytest.mark.parametrize("count,by_section", [(20, False), (75, True)])
def test_listings_that_take_over_a_page_are_not_listed(maker, count, by_section):
    section = maker.section(*(maker.listing(f"n{n}") for n in range(count)))
    parts = BookParts(maker.guide(section), maker.style, ENGLISH, BookOptions(), 2)
    cover = SimpleNamespace(has_steps=False, subtitled=True, tabs=())
    (page,) = parts.front(None, cover).pages
    areas = [item for item in page if isinstance(item, RowArea)]
    assert (len(areas) < count) is by_section
