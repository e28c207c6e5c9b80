"""Pieces of a line: where folios stand, and lines and areas that are moved or turned round."""

import pytest

from guide.layout.tags import Tag
from guide.layout.type.inline import (
    FOLIO,
    Anchor,
    Fragment,
    Inline,
    RichLine,
    RowArea,
    fragments_of,
    with_folio,
)


@pytest.mark.parametrize("text, said", [(f"page {FOLIO}.", "page 12."), ("page ", "page 12"), ("", "12")])
def test_a_folio_stands_in_its_place_or_behind(text, said):
    assert with_folio(text, "12") == said


def test_a_line_is_turned_round_with_its_column():
    """The edges move with it."""
    line = RichLine(10, 20, (), 12).mirrored(200)
    assert (line.x, line.edges) == (10, 200)
    moved = line.moved(5, 7)
    assert (moved.x, moved.y, moved.edges) == (15, 27, 210)
    assert RichLine(10, 20, (), 12).moved(5, 7).edges is None


def test_an_area_keeps_its_size():
    area = RowArea(Tag("Link"), 10, 20, 30, 12, Anchor("a"), "A")
    assert area.moved(5, 7)[1:5] == (15, 27, 30, 12)
    assert area.mirrored(200)[1:5] == (160, 20, 30, 12)


def test_pieces_that_are_not_cut():
    name, page = Inline("Safe House", Tag("P")), Inline("", None)
    assert fragments_of((name, page)) == [Fragment(name, "Safe House"), Fragment(page, "")]
