"""A map on its pages: the picture, and the list of all that is in it."""

from dataclasses import replace

import pytest

from guide.language.words import ENGLISH
from guide.layout.pages import Drawing, Text
from guide.layout.parts.map_pages import MapPages
from guide.layout.parts.map_stock import MapStock
from guide.layout.tags import Tag
from guide.layout.type.inline import RichLine, RowArea
from guide.layout.type.setter import Setter
from guide.layout.type.style import with_grid
from tests.sketched import at, town_map


@pytest.fixture
def pages(letter):
    """pages(guide, key of the plan=value): (the pages of a map of the town, what is said of it)."""

    def set_map(guide, style=letter, **plan):
        stock = MapStock(town_map(**plan), guide, 1)
        return MapPages(stock, Setter(style, 2), ENGLISH, Tag("Document")).map_pages(), list(stock.said())

    return set_map


def town(maker, *places, **more):
    return maker.guide(
        maker.section(
            *(maker.listing(str(n), locations=(at(maker, *each),)) for n, each in enumerate(places)), **more
        )
    )


def texts(items):
    lines = [item for item in items if isinstance(item, RichLine)]
    return [item.text.strip() for item in items if isinstance(item, Text)] + [
        fragment.text.strip() for line in lines for fragment in line.fragments
    ]


def drawing_of(page):
    (drawing,) = (item for item in page if isinstance(item, Drawing))
    return drawing


def test_everything_in_the_picture_stands_in_the_list(pages, maker):
    """With its number and its page, a link; so that nobody needs to see the picture."""
    ((page,), said) = pages(town(maker, (0, 0), (0.5, 0.5), title="Food"))
    assert {"Map", "Food", "1", "Name of 0", "2", "Name of 1"} <= set(texts(page))
    assert len([item for item in page if isinstance(item, RowArea)]) == 2
    assert said == ["the map maps/town.geojson shows 2 of 2 listings"]
    tag = drawing_of(page).tag
    assert tag.kind == "Figure" and tag.alternate.startswith("Map. A sketch map")


def test_what_is_not_on_it_is_told_by_number_and_to_the_maker_by_name(pages, maker):
    guide = town(maker, (0, 0), (50, 50), (0.1, 0.2))
    nowhere = maker.listing("x", locations=(maker.office(),))
    guide = replace(guide, sections=(*guide.sections, maker.section(nowhere, id="t")))
    ((page,), said) = pages(guide)
    assert "Not on this map: 2, 4." in texts(page)
    assert "2 Name of 1 (outside of it); 1 without coordinates or without a street in print" in said[0]


def test_without_a_listing_on_it_there_is_no_map(pages, maker):
    assert pages(town(maker, (50, 50))) == ([], [])


def test_a_title_of_its_own(pages, maker):
    ((page,), _) = pages(town(maker, (0, 0)), title="Beds tonight")
    assert "Beds tonight" in texts(page) and drawing_of(page).tag.alternate.startswith("Beds tonight. ")


def test_the_picture_is_as_wide_as_the_page_and_never_higher_than_its_frame(pages, maker, letter):
    """On a low page too, where the list goes on behind it."""
    places = [(n % 7 / 7, n / 40) for n in range(40)]
    for depth in (letter.grid.depth, 300):
        style = with_grid(letter, bottom=letter.grid.top + depth)
        (first, *others), _ = pages(town(maker, *places), style)
        drawing = drawing_of(first)
        assert drawing.width == letter.grid.live and drawing.bounds.bottom <= depth
        assert not [item for page in others for item in page if isinstance(item, Drawing)]
        rows = [item for page in (first, *others) for item in page if isinstance(item, RowArea)]
        assert len(rows) == 40


def test_letters_stand_for_many_in_one_place(pages, maker):
    ((page, *_), _) = pages(
        town(maker, *[(0, 0)] * 2, (1, 1), *[(0, 0)] * 2, (1, 1), *[(0, 0)] * 2, (1, 1), (0, 0))
    )
    found = texts(page)
    assert "Several near each other" in found and "A" in found
    assert "1, 2, 4, 5, 7, 8, 10" in found


def test_whose_data_it_is_stands_below_it(pages, maker):
    ((page,), _) = pages(town(maker, (0, 0)), credit="Data: City of Springfield")
    assert "Data: City of Springfield" in texts(page)
