"""Items turned round between two edges, for pages that are read from right to left."""

import pytest

from guide.layout.pages import Box, Dots, Edges, Image, Line, LinkArea, Path, Text
from guide.layout.tags import Tag
from guide.layout.type.fonts import CAP_HEIGHT, DESCENT, Face
from guide.layout.type.inline import Anchor, RichLine, RowArea
from guide.layout.type.mirror import mirrored

TAG = Tag("P")
TICK = Path((("m", 10, 5), ("c", 10, 6, 12, 6, 14, 5), ("h",)), stroke=2)


@pytest.mark.parametrize(
    "item, turned",
    [
        (Box(10, 5, 30, 4), Box(60, 5, 30, 4)),
        (Image(TAG, 10, 5, 30, 4, "a.png"), Image(TAG, 60, 5, 30, 4, "a.png")),
        (LinkArea(TAG, 10, 5, 30, 4, "tel:1", "Call"), LinkArea(TAG, 60, 5, 30, 4, "tel:1", "Call")),
        (
            RowArea(TAG, 10, 5, 30, 4, Anchor("a"), "go"),
            RowArea(TAG, 60, 5, 30, 4, Anchor("a"), "go"),
        ),
        (Line(10, 5, 30, 6, 1), Line(70, 5, 90, 6, 1)),
        (Dots(10, 30, 5, 6, 1), Dots(90, 70, 5, 6, 1)),
        (TICK, Path((("m", 86, 5), ("c", 86, 6, 88, 6, 90, 5), ("h",)), stroke=2)),
        (RichLine(10, 5, (), 12), RichLine(10, 5, (), 12, edges=100)),
    ],
    ids=lambda item: type(item).__name__,
)
def test_every_kind_of_item_is_turned_round(item, turned):
    """Its place lies opposite; a sign stays as it is, and a line that waits for folios keeps the edges in mind."""
    assert mirrored([item], 20, 60) == [turned]


def test_words_are_turned_round_as_a_whole(half_em):
    """Six characters of half an em of 10 points."""
    text = Text(TAG, 10, 5, "abc de", Face(half_em), 10)
    assert mirrored([text], 0, 100) == [text._replace(x=60)]


@pytest.mark.parametrize(
    "item, bounds",
    [
        (Box(10, 5, 30, 4, stroke=2), Edges(9, 4, 41, 10)),
        (Image(TAG, 10, 5, 30, 4, "a.png"), Edges(10, 5, 40, 9)),
        (Line(10, 5, 10, 9, 2), Edges(9, 5, 11, 9)),
        (Line(30, 5, 10, 5, 2), Edges(10, 4, 30, 6)),
        (Dots(10, 30, 5, 6, 2), Edges(10, 4, 31, 6)),
        (TICK, Edges(9, 4, 15, 7)),
    ],
)
def test_every_kind_of_item_tells_how_far_it_reaches(item, bounds):
    """With its strokes; a line is as long as it is."""
    assert item.bounds == bounds


def test_words_reach_from_capitals_to_descenders(half_em):
    """A space that runs on takes no room."""
    text = Text(TAG, 10, 50, "abc ", Face(half_em), 10)
    assert text.bounds == Edges(10, 50 - CAP_HEIGHT * 10, 25, 50 + DESCENT * 10)
