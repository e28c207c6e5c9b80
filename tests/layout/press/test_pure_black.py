"""What a press prints in black alone."""

from guide.layout.pages import ACCENT, BLACK, WHITE, Box, Drawing, Line
from guide.layout.pages import Path as Outline
from guide.layout.press.pure_black import in_pure_black
from tests.pdf.samples import document, page, text


def pure(*items):
    return in_pure_black(document(page(*items))).pages[0].items


def test_thin_strokes_are_black():
    link, rule = Line(0, 9, 50, 9, 0.75, ACCENT), Line(0, 9, 50, 9, 1, ACCENT)
    assert [item.colour for item in pure(link, rule)] == [BLACK, ACCENT]
    outlines = [Outline((("m", 0, 0), ("l", 9, 9)), None, stroke, ACCENT) for stroke in (0.75, 1.5)]
    assert [item.stroke_colour for item in pure(*outlines)] == [BLACK, ACCENT]
    assert [item.fill for item in pure(Box(0, 0, 50, 0.5), Box(0, 0, 50, 3))] == [BLACK, ACCENT]


def test_small_white_figures_stand_on_black():
    """A key with a numeral of 11; one of 15 stays in the accent, and what stands elsewhere."""
    small, large = (
        text(None, "1", 112, x=104, size=11, colour=WHITE),
        text(None, "2", 112, x=144, size=15, colour=WHITE),
    )
    grounds = pure(Box(100, 100, 16, 16), small, Box(140, 100, 24, 24), large, Box(500, 100, 40, 40))
    assert [item.fill for item in grounds if isinstance(item, Box)] == [BLACK, ACCENT, ACCENT]


def test_all_else_stays_as_it_is():
    items = (text(None, "words"), Line(0, 9, 50, 9, 0.5), Box(0, 0, 9, 9, WHITE), Box(0, 0, 9, 9, None, 0.5))
    assert pure(*items) == items


def test_the_numbers_of_a_map_stand_on_black_too():
    marker = Outline((("m", 0, 0), ("l", 20, 0), ("l", 20, 20), ("h",)), ACCENT, 1, WHITE)
    number = text(None, "1", 12, x=8, size=11, colour=WHITE)
    (drawing,) = pure(Drawing(None, 50, 50, 100, 100, (marker, number)))
    assert drawing.items[0].fill == BLACK and drawing.items[1] == number
