"""Sketches, and the edges of maps."""

from guide.model.sketch import Bounds, Sketch, Street, Tract


def test_a_sketch_reaches_as_far_as_its_lines_and_areas():
    street, tract = Street(((1, 10), (2, 12))), Tract((((0, 9), (3, 9), (3, 11)), ((1, 9), (2, 9), (2, 10))))
    assert Sketch((street,), (tract,)).extent == Bounds(0, 9, 3, 12)
    assert Sketch((street,)).extent == Bounds(1, 10, 2, 12)


def test_edges_hold_what_lies_on_them_and_within():
    bounds = Bounds(0, 9, 3, 12)
    assert (
        bounds.holds((0, 9))
        and bounds.holds((1, 11))
        and not bounds.holds((1, 13))
        and not bounds.holds((-1, 10))
    )
