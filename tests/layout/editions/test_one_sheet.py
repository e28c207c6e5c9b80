"""One sheet: every listing on both sides of one page."""

from functools import cache
from pathlib import Path

import pytest

from guide.content.load import load_guide
from guide.language.words import ENGLISH
from guide.layout.editions.one_sheet import GUTTER, HEIGHT, MARGIN, SIZES, WIDTH, set_one_sheet
from guide.layout.pages import ACCENT, WHITE, Box, Line, Text
from guide.layout.type.fonts import default_stacks
from guide.model import HelpLine

CONTENT = Path(__file__).resolve().parents[3] / "content"


@cache
def sheet():
    return set_one_sheet(load_guide(CONTENT)[0], ENGLISH, default_stacks())


def texts(page):
    return [item for item in page.items if isinstance(item, Text)]


def numbers(document):
    return [
        int(item.text)
        for page in document.pages
        for item in texts(page)
        if item.tag and item.tag.parent.kind == "H3" and item.text.strip().isdigit()
    ]


def test_every_listing_of_the_shipped_guide_is_on_one_sheet():
    """On one side, each once and in order: nobody turns over what hangs on a wall."""
    document, problems, chosen = sheet()
    assert problems == () and len(document.pages) == 1 and numbers(document) == list(range(1, 19))
    assert chosen[0].startswith("one side of a sheet: ") and " pt" in chosen[0]
    assert {(page.width, page.height) for page in document.pages} == {(WIDTH, HEIGHT)}


def test_words_stand_in_two_columns():
    """Nothing in the gutter but the head and the foot, nothing in the margins, nothing under 11."""
    document, _, _ = sheet()
    column = (WIDTH - 2 * MARGIN - GUTTER) / 2
    for page in document.pages:
        for item in texts(page):
            edges = item.bounds
            assert item.size >= 11 and MARGIN <= edges.left + 0.05 and edges.right <= WIDTH - MARGIN + 0.05
            assert MARGIN <= edges.top + 0.05 and edges.bottom <= HEIGHT - MARGIN + 3
            if item.tag.kind in ("H2", "H3", "LBody") or item.tag.parent.kind == "Div":
                left = MARGIN if item.x < WIDTH / 2 else MARGIN + column + GUTTER
                assert left - 0.05 <= edges.left and edges.right <= left + column + 0.05, item


def test_no_words_stand_on_others():
    document, _, _ = sheet()
    for page in document.pages:
        boxes = sorted(
            ((item.bounds, item) for item in texts(page) if item.text.strip()), key=lambda each: each[1].y
        )
        for place, (one, item) in enumerate(boxes):
            for other, another in boxes[place + 1 :]:
                if another.y - 0.5 * another.size < item.y:
                    assert min(one.right, other.right) - max(one.left, other.left) < 0.5, (
                        item.text,
                        another.text,
                    )


def test_a_short_guide_is_printed_large(maker):
    """And says so; a few words on each stand in the place of a description."""
    guide = maker.guide(
        maker.section(
            maker.listing("a", description=(maker.paragraph("One. Two."), maker.paragraph("Three.")))
        )
    )
    document, _, chosen = set_one_sheet(guide, ENGLISH, default_stacks())
    assert chosen == ("one side of a sheet: a few words on each listing, one office of several, text 14 pt",)
    said = " ".join(item.text for item in texts(document.pages[0]))
    assert "One." in said and "Two." not in said and "Three." not in said


def test_one_side_in_clear_print_comes_before_two_and_then_the_largest_size(maker):
    """Text under 12 points is said not to be clear print, and comes last."""
    found = []
    for count in (5, 15, 36, 40, 43, 46):
        guide = maker.guide(
            maker.section(*(maker.listing(f"n{n}", summary="what it is") for n in range(count)))
        )
        document, _, chosen = set_one_sheet(guide, ENGLISH, default_stacks())
        sides = len(document.pages)
        found.append((sides, -next(size for size in SIZES if f"text {size:g} pt" in chosen[0])))
        assert chosen[0].startswith("one side of a sheet" if sides == 1 else "one sheet")
        assert ("clear print" in " ".join(chosen)) == (-found[-1][1] < 12)
    assert found == sorted(found) and found[0] == (1, -14) and {sides for sides, _ in found} == {1, 2}


def test_the_columns_of_the_last_side_are_about_as_deep(maker):
    """Six listings are three and three, not five and one; on two sides the back is divided so."""
    for count in (6, 30):
        guide = maker.guide(
            maker.section(*(maker.listing(f"n{n}", summary="what it is") for n in range(count)))
        )
        page = set_one_sheet(guide, ENGLISH, default_stacks())[0].pages[-1]
        rows = [item for item in texts(page) if item.tag.parent.kind == "H3" and item.text.strip().isdigit()]
        left = [item for item in rows if item.x < WIDTH / 2]
        assert 0 <= 2 * len(left) - len(rows) <= 1 and len(rows) > 3


def test_the_head_is_where_the_look_has_it(maker):
    """Band at 36, 24 high; title 24 on 90; help numbers 17 on 116; rows from 128 to 756."""
    phone = maker.phone("988", e164="988")
    guide = maker.guide(
        maker.section(maker.listing("a", phones=(maker.phone(),), summary="food")),
        help_now=(HelpLine(text="Suicide: call or text", phone=phone),),
        number=3,
    )
    page = set_one_sheet(guide, ENGLISH, default_stacks())[0].pages[0]
    boxes = [item for item in page.items if isinstance(item, Box)]
    assert boxes[0][:4] == (36, 36, 540, 24) and boxes[0].fill == ACCENT
    cuts = [box for box in boxes if box.fill == WHITE and box.width == 4]
    assert [box.x for box in cuts] == [556, 540, 524]
    baselines = {item.text.strip(): (round(item.y, 2), item.size) for item in texts(page)}
    assert baselines["Help near here"] == (90 + 3, 24) or baselines["Help near here"][1] == 24
    assert baselines["988"] == (116, 17)
    rule = next(item for item in page.items if isinstance(item, Line) and item.colour == ACCENT)
    assert rule.y1 - rule.width / 2 == pytest.approx(128)


def test_help_numbers_that_need_more_lines_have_them(maker):
    """No two of them touch, and none leaves the live width."""
    lines = tuple(
        HelpLine(text="Somebody is in danger", phone=maker.phone(f"773-471-099{n}")) for n in range(6)
    )
    guide = maker.guide(maker.section(maker.listing("a")), help_now=(*lines, HelpLine(text="word " * 60)))
    page = set_one_sheet(guide, ENGLISH, default_stacks())[0].pages[0]
    shown = [item for item in texts(page) if item.size == 17]
    assert len(shown) == 6 and len({item.y for item in shown}) > 1
    assert all(MARGIN <= item.bounds.left and item.bounds.right <= WIDTH - MARGIN for item in texts(page))


def test_more_than_fits_is_an_error(maker):
    """With how many do not, at the least that is allowed."""
    guide = maker.guide(maker.section(*(maker.listing(f"n{n}") for n in range(99))))
    document, (problem,), chosen = set_one_sheet(guide, ENGLISH, default_stacks())
    assert (document, chosen, problem.name, problem.level) == (None, (), "sheet-full", "error")
    left_over = int(problem.message.split()[0])
    assert "in more of a column: Name of n" in problem.message and " more;" not in problem.message
    assert 0 < left_over < 99
    fitting = maker.guide(maker.section(*(maker.listing(f"n{n}") for n in range(99 - left_over))))
    assert set_one_sheet(fitting, ENGLISH, default_stacks())[0] is not None


@pytest.mark.parametrize("count", [1, 5, 25])
def test_every_count_of_listings_in_order(maker, count):
    guide = maker.guide(maker.section(*(maker.listing(f"n{n}") for n in range(count))))
    assert numbers(set_one_sheet(guide, ENGLISH, default_stacks())[0]) == list(range(1, count + 1))
