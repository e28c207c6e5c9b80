"""One sheet: every listing on both sides of one page."""

from functools import cache
from pathlib import Path

import pytest

from guide.content.load import load_guide
from guide.language.words import ENGLISH
from guide.layout.editions.one_sheet import GUTTER, HEIGHT, MARGIN, TRIES, WIDTH, set_one_sheet
from guide.layout.pages import Text
from guide.layout.type.fonts import default_stacks

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
        if item.tag and item.tag.kind == "H3" and item.text.strip().isdigit()
    ]


def test_every_listing_of_the_shipped_guide_is_on_one_sheet():
    """Two pages, each once and in order."""
    document, problems, chosen = sheet()
    assert problems == () and len(document.pages) == 2 and numbers(document) == list(range(1, 19))
    assert chosen[0].startswith("one sheet: ") and " pt" in chosen[0]
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


def test_the_fullest_setting_comes_first():
    """All of the description, its first paragraph, a few words; each as large as it goes."""
    assert TRIES[0] == ("whole", 12) and TRIES[-1] == ("summary", 11)
    assert [size for _, size in TRIES[:3]] == [12, 11.5, 11] and len(TRIES) == 9


def test_a_short_guide_is_printed_whole_and_large(maker):
    """And says so."""
    guide = maker.guide(
        maker.section(maker.listing("a", description=(maker.paragraph("One."), maker.paragraph("Two."))))
    )
    document, _, chosen = set_one_sheet(guide, ENGLISH, default_stacks())
    assert chosen == ("one sheet: whole of each description, text 12 pt",)
    assert any(item.text.startswith("Two.") for item in texts(document.pages[0]))


def test_more_than_fits_is_an_error(maker):
    """With how many do not, at the least that is allowed."""
    guide = maker.guide(maker.section(*(maker.listing(f"n{n}") for n in range(99))))
    document, (problem,), chosen = set_one_sheet(guide, ENGLISH, default_stacks())
    assert (document, chosen, problem.name, problem.level) == (None, (), "sheet-full", "error")
    left_over = int(problem.message.split()[0])
    assert 0 < left_over < 99
    fitting = maker.guide(maker.section(*(maker.listing(f"n{n}") for n in range(99 - left_over))))
    assert set_one_sheet(fitting, ENGLISH, default_stacks())[0] is not None


@pytest.mark.parametrize("count", [1, 5, 25])
def test_every_count_of_listings_in_order(maker, count):
    guide = maker.guide(maker.section(*(maker.listing(f"n{n}") for n in range(count))))
    assert numbers(set_one_sheet(guide, ENGLISH, default_stacks())[0]) == list(range(1, count + 1))
