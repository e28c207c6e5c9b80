"""Items of a page: their bounds, moved to other places; and tags."""

import pytest

from guide.layout.pages import Box, Dots, Drawing, Edges, Image, Line, Path, Text, Turned, run_width
from guide.layout.tags import Tag
from guide.layout.type.fonts import CAP_HEIGHT, DESCENT, Face

TAG = Tag("P")


@pytest.fixture(scope="module")
def face(half_em):
    """Every glyph is half an em."""
    return Face(half_em)


@pytest.mark.parametrize(
    "item, bounds",
    [
        (Box(10, 20, 30, 4), (10, 20, 40, 24)),
        (Box(10, 20, 30, 4, None, 2), (9, 19, 41, 25)),
        (Line(30, 20, 10, 20, 2), (10, 19, 30, 21)),
        (Line(10, 20, 10, 5, 2), (9, 5, 11, 20)),
        (Path((("m", 10, 20), ("c", 0, 20, 5, 30, 10, 25), ("h",)), stroke=2), (-1, 19, 11, 31)),
        (Dots(10, 30, 20, 5, 2), (10, 19, 31, 21)),
        (Image(TAG, 10, 20, 30, 4, "a.png"), (10, 20, 40, 24)),
    ],
    ids=lambda item: type(item).__name__,
)
def test_how_far_ink_goes(item, bounds):
    """With all of its stroke; it moves with the item."""
    assert item.bounds == Edges(*bounds)
    left, top, right, bottom = bounds
    assert item.moved(5, 7).bounds == Edges(left + 5, top + 7, right + 5, bottom + 7)
    assert item.called


def test_a_text_is_as_wide_as_its_words(face):
    """With every space that is printed; its ink ends before the space that runs on."""
    text = Text(TAG, 10, 20, "ab c ", face, 12)
    assert text.width == run_width("ab c ", face, 12) == 30
    assert text.bounds == pytest.approx((10, 20 - CAP_HEIGHT * 12, 34, 20 + DESCENT * 12))
    moved = text.moved(5, 7)
    assert (moved.x, moved.y, moved.text, moved.tag, text.called) == (15, 27, "ab c ", TAG, '"ab c"')


def test_a_tag_is_itself_and_no_other():
    """Two paragraphs of one kind are two."""
    parent = Tag("Sect")
    one, two = Tag("P", parent, language="es"), Tag("P", parent, language="es")
    assert one != two and len({one, two}) == 2
    assert (one.parent, one.language, repr(one)) == (parent, "es", "Tag('P')")


def test_a_drawing_is_moved_and_turned_round_as_a_whole():
    """A map has its west at the left in every language."""
    name = Turned(50, 20, 90, (Box(-10, -5, 20, 10),))
    drawing = Drawing(Tag("Figure"), 10, 20, 100, 40, (name,))
    assert drawing.moved(5, 6)[1:3] == (15, 26) and drawing.moved(5, 6).items == (name,)
    assert drawing.mirrored(612).x == 502 and drawing.mirrored(612).items == (name,)
    assert drawing.bounds == (10, 20, 110, 60)
    assert name.bounds == pytest.approx((45, 10, 55, 30)) and name.moved(1, 2).bounds[0] == pytest.approx(46)
    with pytest.raises(TypeError):
        name.mirrored(100)
