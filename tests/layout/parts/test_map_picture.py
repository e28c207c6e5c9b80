"""The picture of a map."""

import pytest

from guide.layout.pages import ACCENT, SHADE, TINT, WHITE, Box, Path, Text, Turned
from guide.layout.parts.map_markers import Numbered
from guide.layout.parts.map_picture import Picture, dashed, seen_tracts, waves_of
from guide.layout.parts.map_view import view_of
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter
from guide.model.sketch import Bounds
from tests.sketched import EAST, NORTH, town_map


@pytest.fixture
def picture(letter):
    """picture(half, places): the drawing of so much of the town around its middle, in hundredths of a degree."""

    def draw(half, *spots, width=400):
        edges = half / 100
        view = view_of(Bounds(NORTH - edges, EAST - edges, NORTH + edges, EAST + edges), width, 100, 900)
        sketch = Picture(town_map().sketch, view, Setter(letter, 2), "US", "N")
        places = [Numbered(number, spot) for number, spot in enumerate(spots, 1)]
        return sketch.drawing(places, Tag("Figure", Tag("Document")))

    return draw


def words(items):
    """The words of a drawing."""
    return [
        text
        for item in items
        for text in (
            words(item.items) if isinstance(item, Turned) else [item.text] if isinstance(item, Text) else []
        )
    ]


def test_names_numbers_scale_and_north(picture):
    found = words(picture(2, (100, 100), (300, 300)).items)
    assert {"Elm Street", "Grand Avenue", "Garfield Park", "Blue Lake", "Pilsen", "Fox River"} <= set(found)
    assert {"1", "2", "N", "0.5\u00a0mi"} <= set(found) or {"1", "2", "N", "0.5 mi"} <= set(found)
    assert not {"The House", "A Shelter"} & set(found)


def test_each_name_stands_once(picture):
    found = words(picture(2).items)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(("x", "name"), [(-1.5, ""), (-1.9, "Pilsen")])
def test_a_part_of_the_city_of_which_no_edge_is_seen_has_no_name(x, name):
    """It is all around, and its name would stand for nothing."""
    north, east = NORTH + 0.005, EAST + x / 100
    view = view_of(Bounds(north - 0.001, east - 0.001, north + 0.001, east + 0.001), 400, 100, 900)
    assert [each.name for each in seen_tracts(town_map().sketch, view)] == [name]


def test_a_long_name_is_as_short_as_on_its_sign_where_there_is_no_room(picture):
    assert {"Grand Ave", "Union Ave"} <= set(words(picture(2, width=60).items))


def test_nothing_of_what_lies_outside_is_in_the_picture(picture):
    """Neither drawn nor hidden below something."""
    drawing = picture(0.5)
    assert "Blue Lake" not in words(drawing.items)
    for item in drawing.items:
        edges = item.bounds
        assert edges.left >= -2 and edges.top >= -2
        assert edges.right <= drawing.width + 2 and edges.bottom <= drawing.height + 2


def test_grounds_are_told_apart_without_colours(picture):
    """Green is plain, water has lines across; names stand on the ground of what they name."""
    drawing = picture(2)
    fills = [item.fill for item in drawing.items if isinstance(item, Path) and item.fill]
    assert {TINT, SHADE} <= set(fills)
    assert {item.fill for item in drawing.items if isinstance(item, Box) and item.fill} == {
        TINT,
        SHADE,
        WHITE,
    }


def test_a_number_is_white_on_the_accent(picture):
    drawing = picture(2, (100, 100))
    (marker,) = (item for item in drawing.items if isinstance(item, Path) and item.fill == ACCENT)
    (number,) = (item for item in drawing.items if isinstance(item, Text) and item.colour == WHITE)
    assert (
        number.text == "1"
        and marker.bounds.left < number.bounds.left < number.bounds.right < marker.bounds.right
    )


def test_dashes_and_waves():
    assert list(dashed(((0, 0), (10, 0)), 4, 2)) == [((0, 0), (4, 0)), ((6, 0), (10, 0))]
    corner = list(dashed(((0, 0), (3, 0), (3, 9)), 4, 2))
    assert corner[0] == ((0, 0), (3, 0), (3, 1)) and corner[-1] == ((3, 3), (3, 7))
    square = ((0, 0), (20, 0), (20, 10), (0, 10))
    assert [(kind, x, y) for kind, x, y in waves_of([square])] == [
        ("m", 0, 4.5),
        ("l", 20, 4.5),
        ("m", 0, 9),
        ("l", 20, 9),
    ]
