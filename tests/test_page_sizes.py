"""Pages of one's own: measures that fit together on any of them, sizes that are refused, margins and bindings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.formats import BOOKS, FORMATS
from guide.language.words import ENGLISH
from guide.layout.editions.book import typeset
from guide.layout.pages import Text
from guide.layout.type.style import has_room_for_columns, make_style
from guide.page_sizes import (
    COLUMN,
    LARGE,
    MOST_SIDE,
    PageSize,
    bound,
    format_of,
    like,
    margins_of,
    refusal,
)

sides = st.floats(200, 1300).map(lambda points: round(points, 1))


def own(width, height, name="letter", **more):
    return format_of(name, PageSize(width, height, f"{width} x {height} pt"), **more)


def grid_of(width, height, name="letter"):
    return own(width, height, name).measures["grid"]


@pytest.mark.parametrize(
    "width, row",
    [(250, "pocket"), (339.9, "pocket"), (340, "half-letter"), (479.9, "half-letter"), (480, "letter")],
)
def test_a_page_is_like_a_row_by_its_width(width, row):
    assert like(width) == row and like(width, large=True) == LARGE
    made, base = own(width, 700), FORMATS[row]
    assert (made.most_size, made.divided, made.work) == (base.most_size, base.divided, base.work)
    assert made.measures["body"] == base.measures["body"] and made.paper == f"{width} x 700 pt"


def test_the_margins_of_the_look():
    """Of a small page all but 66 is measure; of a middle one a tenth and a little more; of a large one as on Letter."""
    assert grid_of(288, 504).live == 288 - 66
    middle, large = grid_of(400, 600), grid_of(600, 700)
    assert (middle.inner, middle.outer) == (40, 44) and (large.inner, large.outer) == (54, 66)


@pytest.mark.parametrize("height, top", [(792, 72), (1000, 72), (600, 72 * 600 / 792)])
def test_the_top_follows_the_depth(height, top):
    """And is no deeper than on Letter."""
    assert grid_of(600, height).top == pytest.approx(top, abs=0.06)


@given(sides, sides, st.booleans())
def test_a_page_is_refused_with_a_reason_or_its_measures_fit_together(width, height, large):
    """The head clear of trim and text, lines to fill the depth, and columns of listings never under 220."""
    name = LARGE if large else "letter"
    if refusal(width, height, large):
        return
    format = own(width, height, name)
    grid, base = format.measures["grid"], FORMATS[like(width, large)].measures
    style = make_style(format, "#0B4A8C", ((), ()))
    assert (grid.width, grid.height) == (width, height)
    assert grid.head - 0.716 * base["folio"] >= 19.9 and grid.head + 11.9 <= grid.top >= 40
    assert grid.top < grid.bottom < grid.foot <= height - 20
    lines = grid.depth / base["body"].leading
    assert lines == pytest.approx(round(lines)) and lines >= 12
    below = height - grid.bottom - (base["grid"].height - base["grid"].bottom)
    assert 0 <= below < base["body"].leading
    assert 0 < grid.prose <= grid.main == grid.live - grid.number_column
    assert base["tab"].width < grid.outer and not (large and has_room_for_columns(style))
    assert large or style.column - 24 <= 372 or not has_room_for_columns(style)
    assert has_room_for_columns(style) == (style.column >= COLUMN * style.body.size / 12)


@pytest.mark.parametrize(
    "width, height, large, reason",
    [
        (200, 500, False, "no room for a name beside a telephone number"),
        (300, 300, False, "no room for a section"),
        (612, 400, False, "no room for a section"),
        (MOST_SIDE + 1, 900, False, "larger than the paper"),
        (900, MOST_SIDE + 1, False, "larger than the paper"),
        (396, 612, True, "large print needs a page"),
    ],
)
def test_a_size_that_nobody_could_read(width, height, large, reason):
    assert reason in refusal(width, height, large)


@pytest.mark.parametrize("size", [(288, 504), (306, 792), (792, 612), (432, 648)])
def test_sizes_that_people_ask_for(size):
    assert not refusal(*size)


def test_a_wide_page_has_wide_margins():
    """Or its lines would be too long."""
    grid = grid_of(1224, 792)
    assert grid.live == 816 and grid.outer - grid.inner == 12
    assert margins_of(own(1224, 792))[0] == 204


def test_large_print_on_a_page_of_ones_own():
    made = own(595.3, 841.9, LARGE)
    assert made.least_size == 18 and made.measures["body"].size == 18


@pytest.mark.parametrize("name", ["tabloid", "a3"])
def test_a_sheet_twice_as_large_has_two_wide_columns(name):
    """Of 55 letters and more of 12 points; three would be under 220."""
    style = make_style(name, "#0B4A8C", ((), ()))
    assert style.column - 24 >= 55 * 0.455 * 12 * 0.99 and (style.grid.live - 48) / 3 < 235
    assert grid_of(style.grid.width, style.grid.height).main == style.grid.main


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("binding", ["spiral", "holes"])
def test_a_binding_moves_the_text_and_leaves_its_measure(name, binding):
    plain, moved = FORMATS[name].measures["grid"], format_of(name, None, binding).measures["grid"]
    assert (moved.inner, moved.outer) == (plain.inner + 9, plain.outer - 9)
    assert (moved.live, moved.prose, moved.main) == (plain.live, plain.prose, plain.main)
    assert moved.outer > FORMATS[name].measures["tab"].width


def test_holes_break_no_line_anew(maker):
    """The same texts, 9 points nearer the outer edge."""
    guide = maker.guide(maker.section(*(maker.listing(f"l{n}") for n in range(2))))
    styles = [
        make_style(
            format_of("letter", None, each), maker.style.accent, (maker.style.regular, maker.style.bold)
        )
        for each in ("staple", "holes")
    ]
    plain, moved = (typeset(guide, style, ENGLISH)[0] for style in styles)
    assert (styles[1].grid.inner, styles[1].grid.outer) == (63, 57)
    for index, (one, other) in enumerate(zip(plain.pages, moved.pages, strict=True)):
        shift = 9 if index % 2 == 0 else -9
        pairs = list(zip(one.items, other.items, strict=True))
        texts = [(a, b) for a, b in pairs if isinstance(a, Text) and a.colour != "white"]
        assert all(a.text == b.text and b.x == pytest.approx(a.x + shift) for a, b in texts)


def test_a_margin_of_an_inch():
    grid = format_of("letter", None, "staple", 72).measures["grid"]
    assert (grid.inner, grid.outer, grid.live) == (72, 72, 468) and grid.prose == 372
    holes = bound(FORMATS[LARGE].measures["grid"], 9, 72)
    assert (holes.inner, holes.outer) == (81, 63)


def test_margins_leave_room_for_the_tabs_and_the_text():
    for name in BOOKS:
        least, most = margins_of(FORMATS[name])
        assert FORMATS[name].measures["tab"].width < least < most < FORMATS[name].width / 4
    assert margins_of(FORMATS["letter"], "holes")[0] == margins_of(FORMATS["letter"])[0] + 9


def test_a_sheet_of_its_own_has_no_margins_to_change():
    assert format_of("wallet", None, "holes", 72) is FORMATS["wallet"]
