"""Two columns on a Letter page, measured: the first page of listings is a recto, its columns at 54 and 312."""

from dataclasses import replace
from datetime import date

import pytest

from guide import model
from guide.language.words import ENGLISH
from guide.layout.body.columns import column_style
from guide.layout.body.listing import ListingSetter
from guide.layout.compose.composer import Composer
from guide.layout.pages import Box, Line, Text
from guide.layout.tags import Tag
from guide.layout.type.numbers import with_number_columns
from guide.layout.type.setter import Setter

SECOND = 312
HEAD = 152  # top of the first listing: 72, rule and title 44, 12, 4, up to a multiple of 8


@pytest.fixture(scope="module")
def columns(letter):
    return replace(letter, columns=2)


@pytest.fixture
def page(maker, columns):
    """The first page of listings in two columns."""

    def make(*listings, style=columns, **more):
        document, problems = maker.typeset(maker.guide(maker.section(*listings, **more)), style)
        assert problems == ()
        return document.pages[2]

    return make


def place(maker, page, words):
    text = maker.text(page, words)
    return round(text.x, 2), round(text.y, 2)


def test_the_measures_of_a_column(columns):
    """234 with a gutter of 24; number at 0, text at 24, and 210 wide."""
    own = column_style(with_number_columns(columns, 61, 8))
    assert (own.grid.live, own.grid.number_column, own.grid.main, own.grid.prose) == (234, 24, 210, 210)
    assert (own.name[:2], own.phone[:2]) == ((15, 20), (15, 20))


@pytest.mark.parametrize(
    "listings, column, size", ((99, 24, 15), (100, 32, 13), (999, 32, 13), (1500, 40, 13))
)
def test_numbers_of_more_figures_have_a_wider_column(columns, listings, column, size):
    """One value for the whole edition."""
    own = column_style(with_number_columns(columns, listings, 8))
    assert own.grid.number_column == column and own.numerals == pytest.approx(size)
    assert own.grid.prose == 234 - column


def test_the_anatomy_of_a_listing(maker, page):
    """Name, number to call under it, web, 4, address, 4, hours; the status 2 under them; prose 6 lower; 8 and facts."""
    office = maker.office("Chicago", maker.phone(), website="example.org", hours=("Monday 9 am to 5 pm",))
    one = page(
        maker.listing(
            locations=(office,),
            verified=date(2026, 10, 3),
            description=(maker.paragraph("Prose."),),
            fees_description="Free",
        ),
        *(maker.listing(f"n{n}", description=(maker.paragraph("word " * 40),)) for n in range(3)),
    )
    top = maker.text(one, "Name of one").y - 15
    assert place(maker, one, "Name of one") == (78, top + 15)
    assert ("1 ", 54, top + 15) in [(text.text, text.x, text.y) for text in maker.texts(one)]
    assert place(maker, one, "773-471-0999") == (78, top + 24 + 15)
    assert place(maker, one, "example.org") == (78, top + 44 + 12)
    assert place(maker, one, "3110 West Taylor Street") == (78, top + 64 + 12)
    assert place(maker, one, "Chicago, IL 60612") == (78, top + 80 + 12)
    assert place(maker, one, "Monday 9 am to 5 pm") == (78, top + 100 + 12)
    assert place(maker, one, "Checked October 2026") == (92, top + 118 + 12)
    assert place(maker, one, "Prose.") == (78, top + 140 + 12)
    assert place(maker, one, "Cost") == (78, top + 164 + 12)
    [bar] = [item for item in one.items if isinstance(item, Box) and item.width == 3]
    assert (bar.x, bar.y, bar.height) == (64.5, top + 25, 90)


def test_facts_are_run_in(maker, page):
    """The text 8 behind its label, turnovers under the label, no space between rows."""
    one = page(maker.listing(fees_description="free " * 20, eligibility_description="Anyone"))
    label, text = maker.text(one, "Who can use it"), maker.text(one, "Anyone")
    assert text.x == pytest.approx(label.x + maker.style.bold.width("Who can use it", 12) + 8)
    cost, *lines = [each for each in maker.texts(one) if each.y > label.y + 1 and each.x < SECOND]
    assert cost.y == label.y + 16 and len(lines) > 1
    assert [line.x for line in lines[1:]] == [78] * len(lines[1:])
    assert all(line.x + maker.style.regular.width(line.text.rstrip(), 12) <= 288.01 for line in lines)


def test_a_fact_whose_first_word_has_no_room_stands_under_its_label(maker, page):
    one = page(maker.listing(eligibility_description="W" * 12 + " all"))
    assert place(maker, one, "W" * 12 + " all")[0] == 78


def test_what_does_not_fit_beside_a_number_has_a_line_of_its_own(maker, page):
    words = "ask for a bed; after 5 pm on weekdays"
    one = page(maker.listing(phones=(maker.phone(description=words, type="text"),)))
    number = maker.text(one, "773-471-0999")
    under = next(text for text in maker.texts(one) if "text only" in text.text)
    assert (under.x, under.y) == (78, number.y - 15 + 20 + 12)


def test_the_opening_stands_across_both_columns(maker, page):
    """Rule over the live width, key at its left, title and introduction 48 in; the columns begin on one line."""
    listings = [maker.listing(f"n{n}", description=(maker.paragraph("word " * 40),)) for n in range(2)]
    one = page(*listings, title="Food", introduction=(maker.paragraph("Words before. " * 12),))
    rule = next(item for item in one.items if isinstance(item, Line) and item.width == 3)
    assert (rule.x1, rule.x2, rule.y1) == (54, 546, 72)
    intro = [text for text in maker.texts(one) if text.text.startswith("Words")]
    assert {text.x for text in intro} == {102} and max(text.width for text in intro) > 372
    first, second = maker.text(one, "Name of n0"), maker.text(one, "Name of n1")
    assert (first.x, second.x) == (78, SECOND + 24) and first.y == second.y
    lines = [item for item in one.items if isinstance(item, Line)]
    hairlines = [line for line in lines if line.width == 0.5 and line.x2 - line.x1 == 234]
    assert not hairlines  # none in either column under an opening


def test_a_long_introduction_runs_on_in_the_columns(maker, page):
    """Or no listing would have room under it."""
    one = page(maker.listing(), introduction=(maker.paragraph("Words before. " * 150),))
    lines = [text for text in maker.texts(one) if "before" in text.text]
    assert {text.x for text in lines} >= {78}


def test_columns_are_read_one_after_the_other(maker, page):
    """The items of a page stand in the order of reading: all of A, then all of B."""
    one = page(*(maker.listing(f"n{n}", description=(maker.paragraph("word " * 30),)) for n in range(8)))
    sides = [item.x >= SECOND for item in one.items if isinstance(item, Text) and item.tag and item.y > HEAD]
    assert sides == sorted(sides) and True in sides[:-1]


def test_a_reference_has_a_number_in_regular_and_a_page_at_the_end(maker, page):
    other = maker.listing("other", description=(maker.paragraph("Prose."),))
    guide = maker.guide(
        maker.section(maker.listing("one"), references=(model.Reference("other", 1),)),
        maker.section(other, id="t"),
    )
    document, _ = maker.typeset(guide, replace(maker.style, columns=2))
    texts = maker.texts(document.pages[2])
    name = next(text for text in texts if text.text.strip() == "Name of other")
    number = next(text for text in texts if text.text == "2 " and text.y == name.y)
    assert (number.size, number.face.name[-4:] == "Bold") == (12, False)


# --- what is never split ------------------------------------------------------------------------------


def strips(maker, columns, **more):
    guide = maker.guide(maker.section(maker.listing(**more)))
    [block] = Composer(guide, ENGLISH).sections(Tag("Document"))
    setter = ListingSetter(Setter(column_style(with_number_columns(columns, 9, 1)), 2))
    return setter.strips(block.listings[0], block, prose_lines=0)


def words_of(strip):
    return [item.text for row in strip.rows for item in row.items if isinstance(item, Text)]


def test_the_head_alone_is_a_strip_and_prose_splits_by_two_lines(maker, columns):
    prose = strips(maker, columns, description=(maker.paragraph("word " * 40),))[1:]
    assert [each.height for each in prose] == [32, *[16] * (len(prose) - 2), 32]


def test_each_office_is_a_strip_and_the_status_is_with_the_last(maker, columns):
    first, second, third = strips(maker, columns, locations=tuple(map(maker.office, ("A", "B", "C"))))
    assert (first.between, second.between, third.between) == (False, True, True)
    assert any("verified" in text or "hecked" in text for text in words_of(third))
    assert first.starts and not second.starts and second.space == 8


def test_facts_stay_with_the_two_lines_above_them(maker, columns):
    *_, last = strips(maker, columns, description=(maker.paragraph("word " * 40),), fees_description="Free")
    assert last.height == 32 + 8 + 16
    [alone] = strips(maker, columns, fees_description="Free")
    assert "Free" in words_of(alone)


def test_long_facts_split_with_four_lines_on_each_side(maker, columns):
    keys = ("eligibility_description", "fees_description", "accessibility", "transportation")
    many = dict.fromkeys(keys, "word " * 20)
    _, *groups = strips(maker, columns, **many)
    assert groups[-1].height >= 64 and not any(each.starts for each in groups)
