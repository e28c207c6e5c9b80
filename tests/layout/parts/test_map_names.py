"""The names on a map."""

import pytest

from guide.layout.pages import Edges
from guide.layout.parts.map_names import Label, Obstacles, along, foldings, joined, meet, square, within


def free(corners):
    return True


def test_pieces_of_a_street_are_one_line():
    pieces = [((20, 0), (30, 0)), ((0, 0), (10, 0)), ((20, 0), (10, 0)), ((50, 5), (55, 5))]
    assert joined(pieces) in (
        [((0, 0), (10, 0), (20, 0), (30, 0)), ((50, 5), (55, 5))],
        [((30, 0), (20, 0), (10, 0), (0, 0)), ((50, 5), (55, 5))],
    )


def test_a_name_stands_in_the_middle_of_its_street_and_runs_along_it():
    label = along(((0, 0), (100, 0)), "Elm", 30, 10, free)
    assert (label.x, label.y, label.turn) == (50, 0, 0)
    upright = along(((5, 100), (5, 0)), "Elm", 30, 10, free)
    assert (upright.x, upright.y, abs(upright.turn)) == (5, 50, 90)


@pytest.mark.parametrize(
    "end,turn", [((100, -100), 45), ((-100, -100), -45), ((100, 100), -45), ((-100, 0), 0)]
)
def test_no_name_is_upside_down(end, turn):
    assert along(((0, 0), end), "Elm", 30, 10, free).turn == pytest.approx(turn)


def test_a_street_that_is_short_bent_or_full_has_none():
    assert along(((0, 0), (20, 0)), "Elm", 30, 10, free) is None
    assert along(((0, 0), (20, 0), (20, 20), (40, 20), (40, 40)), "Elm", 30, 10, free) is None
    assert along(((0, 0), (100, 0)), "Elm", 30, 10, lambda corners: False) is None


def test_a_name_moves_along_its_street_to_where_there_is_room():
    room = Obstacles(200, 100)
    room.add(square(Edges(80, 40, 120, 60)))
    label = along(((5, 50), (195, 50)), "Elm", 30, 10, room.free)
    assert label.x + 17 <= 80 or label.x - 17 >= 120


def test_a_name_in_an_area_takes_as_many_lines_as_it_needs():
    outline = ((0, 0), (60, 0), (60, 60), (0, 60))
    label = within([outline], "Long Park", lambda text: 6.0 * len(text), 12, free)
    assert label.lines == ("Long Park",) and (label.x, label.y) == (30, 30)
    narrow = ((0, 0), (34, 0), (34, 60), (0, 60))
    assert within([narrow], "Long Park", lambda text: 6.0 * len(text), 12, free).lines == ("Long", "Park")
    assert within([((0, 0), (9, 0), (9, 9))], "Long Park", lambda text: 6.0 * len(text), 12, free) is None


def test_a_name_does_not_stand_in_a_hole():
    outline, hole = ((0, 0), (60, 0), (60, 60), (0, 60)), ((5, 25), (55, 25), (55, 35), (5, 35))
    label = within([outline, hole], "Long", lambda text: 6.0 * len(text), 10, free)
    assert label.y + 5 <= 25 or label.y - 5 >= 35


def test_names_are_broken_between_words():
    assert list(foldings("Near West Side")) == [
        ("Near West Side",),
        ("Near West", "Side"),
        ("Near", "West", "Side"),
    ]
    assert list(foldings("Pilsen")) == [("Pilsen",)]


def test_turned_rectangles_meet_where_they_do():
    cross = Label(("a",), 50, 50, 60, 8, 45).corners
    assert meet(cross, Label(("b",), 50, 50, 60, 8, -45).corners)
    assert not meet(cross, Label(("b",), 75, 75, 20, 8).corners)
    assert Obstacles(100, 100).free(cross) and not Obstacles(60, 100).free(cross)
