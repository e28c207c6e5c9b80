from pathlib import Path

import pytest

from guide.errors import WARNING, Mark
from guide.formats import BOOKS
from guide.language.words import ENGLISH
from guide.layout.editions.book import typeset
from guide.layout.pages import MARK as MARK_COLOUR
from guide.layout.pages import WHITE, Area, Box, Dots, Image, Line
from guide.layout.pages import Path as Outline
from guide.layout.press.print_shop import (
    PressOptions,
    check_safe_margin,
    extend_into_bleed,
    prepare_for_press,
)
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.style import make_style
from tests.pdf.samples import document, face, page, text

MARK = Mark(Path("editions/shop.yaml"))
TAB = Box(576, 72, 36, 56)  # touches the right trim of Letter


def warned(*items, **options):
    return [str(problem) for problem in check_safe_margin(document(page(*items), **options), 18, MARK)]


@pytest.mark.parametrize(
    ("box", "grown"),
    [
        (TAB, Box(576, 72, 45, 56)),
        (Box(0, 72, 36, 56), Box(-9, 72, 45, 56)),
        (Box(0, 0, 612, 792), Box(-9, -9, 630, 810)),
        (Box(100, 700, 50, 92), Box(100, 700, 50, 101)),
        (Box(540, 72, 36, 56), Box(540, 72, 36, 56)),
        (Box(576, 72, 36, 56, None, 1), Box(576, 72, 36, 56, None, 1)),
    ],
)
def test_filled_boxes_that_touch_the_trim_grow_into_the_bleed(box, grown):
    words = text(None, "1", 100)
    extended = extend_into_bleed(document(page(box, words)), 9)
    assert extended.pages[0].items == (grown, words)


def test_pages_come_one_by_one_with_trim_and_bleed():
    made, sheets, problems = prepare_for_press(document(page(TAB), page()), PressOptions(), MARK)
    assert made.pages[0].items[0].width == 45 and problems == ()
    assert [[place.page for place in sheet.placements] for sheet in sheets] == [[0], [1]]
    (sheet, _) = sheets
    assert (sheet.width, sheet.height, sheet.marks) == (630, 810, ())
    assert sheet.trim == Area(9, 9, 612, 792)
    assert sheet.bleed == sheet.placements[0].window == Area(0, 0, 630, 810)


def test_crop_marks_stay_out_of_the_bleed():
    _, (sheet,), _ = prepare_for_press(document(page()), PressOptions(crop_marks=True), MARK)
    assert (sheet.width, sheet.height) == (672, 852)
    assert sheet.trim == Area(30, 30, 612, 792)
    strokes = sheet.marks
    assert len(strokes) == 8 + 8 and len(sheet.circles) == 4  # corners; a cross in a circle at each side
    assert {mark.x1 for mark in strokes if mark.x1 == mark.x2} == {30, 642, 336, 9 + 0, 663}
    assert {mark.y1 for mark in strokes if mark.y1 == mark.y2} == {30, 822, 426, 9, 843}
    bleed = sheet.bleed
    for mark in (*strokes, *sheet.circles):
        edges = mark.bounds
        beside = edges.right <= bleed.x - 2.8 or edges.left >= bleed.x + bleed.width + 2.8
        above_or_below = edges.bottom <= bleed.y - 2.8 or edges.top >= bleed.y + bleed.height + 2.8
        assert beside or above_or_below
        assert 0 <= min(edges.left, edges.top) and edges.right <= sheet.width and edges.bottom <= sheet.height


def test_marks_are_thin_and_in_every_ink():
    _, (sheet,), _ = prepare_for_press(document(page()), PressOptions(crop_marks=True), MARK)
    assert {(mark.colour, mark.width) for mark in sheet.marks} == {(MARK_COLOUR, 0.25)}
    assert {(each.stroke_colour, each.stroke) for each in sheet.circles} == {(MARK_COLOUR, 0.25)}


def test_a_fold_is_shown_outside_of_the_page():
    """The ticks that an office printer needs on the page would be printed on the leaflet."""
    tick = Line(200, 18, 200, 27, 0.5, MARK_COLOUR)
    made, (sheet,), _ = prepare_for_press(document(page(tick, TAB)), PressOptions(), MARK)
    assert [type(item) for item in made.pages[0].items] == [Box]
    assert [(mark.x1, mark.y1, mark.y2) for mark in sheet.marks] == [(230, 9, 18), (230, 834, 843)]


def test_a_picture_that_fills_a_page_bleeds():
    picture = Image(Tag("Figure"), 0, 0, 612, 792, "a.jpg")
    assert warned(picture) == []
    (large,) = extend_into_bleed(document(page(picture)), 9).pages[0].items
    edges = large.bounds
    assert max(edges.left, edges.top) < -8.99 and edges.right > 620.99 and edges.bottom > 800.99
    assert large.width / large.height == pytest.approx(612 / 792)


def test_what_is_near_the_edge_is_named():
    assert warned(text(None, "Call first ", 788)) == [
        'editions/shop.yaml: page 1: "Call first" is 1 points from the edge, and may be cut off; '
        "keep 18 points clear of the edge of a page that is cut"
    ]
    (problem,) = check_safe_margin(document(page(text(None, "far " * 200))), 18, MARK)
    assert problem.level == WARNING and problem.name == "safe-margin" and " 0 points" in problem.message


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (Line(10, 100, 300, 100, 1), "a rule"),
        (Line(100, 700, 100, 780, 1), "a rule"),
        (Box(10, 100, 50, 50), "a box"),
        (Dots(100, 605, 100, 6, 1), "a leader"),
        (Outline((("m", 100, 10), ("l", 110, 30), ("h",)), "black"), "a drawn sign"),
        (Image(Tag("Figure"), 0, 0, 100, 100, "logo.png"), "the picture logo.png"),
    ],
)
def test_every_kind_of_item_is_looked_at(item, name):
    (message,) = warned(item)
    assert f"page 1: {name} is" in message


def test_what_bleeds_and_what_stands_on_it_is_meant():
    numeral = text(None, "1", 100, x=598, face=face("AtkinsonHyperlegibleNext-Bold"), colour=WHITE)
    assert warned(TAB, numeral) == []
    assert len(warned(numeral)) == 1


def test_what_keeps_its_distance_is_silent():
    assert warned(text(None, "Words", 40, x=54), Line(18, 27, 18, 36, 0), Box(18, 18, 576, 756)) == []


def test_the_same_thing_on_many_pages_is_one_warning():
    pages = [page(Box(10, 100, 50, 50), folio=str(number)) for number in (3, 4, 5)]
    (problem,) = check_safe_margin(document(*pages), 18, MARK)
    assert problem.message == "page 3 and 2 more: a box is 10 points from the edge, and may be cut off"


@pytest.mark.parametrize(
    "name", sorted(set(BOOKS) - {"pocket"})
)  # its key in the head stands 17 from the edge
def test_no_format_prints_what_the_knife_could_take(maker, name):
    sections = [
        maker.section(*(maker.listing(f"{order}-{number}") for number in range(4)), id=f"s{order}")
        for order in range(3)
    ]
    style = make_style(name, "#0B4A8C", default_stacks())
    made, _ = typeset(maker.guide(*sections), style, ENGLISH)
    assert check_safe_margin(made, 18, MARK) == ()


def test_a_picture_that_fills_its_page_fills_the_bleed_too():
    """Its proportions stay, and nobody warns that it is cut."""
    picture = Image(Tag("Figure"), -20, 0, 652, 792, "a.png")
    assert warned(picture) == []
    (grown,) = extend_into_bleed(document(page(picture)), 9).pages[0].items
    assert grown.y <= -9 and grown.y + grown.height >= 801 and grown.x + grown.width / 2 == 306
    assert grown.width / grown.height == pytest.approx(652 / 792)
    wide = Image(Tag("Figure"), 0, 0, 612, 400, "a.png")
    assert extend_into_bleed(document(page(wide)), 9).pages[0].items == (wide,)
