"""The form for corrections: every field of it, on one page or on several."""

import pytest

from guide.formats import BOOKS
from guide.language.words import ENGLISH, words_in
from guide.layout.pages import TICK, Box, FieldArea, Line, Text
from guide.layout.parts.form import Form
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.inline import RichLine
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style, style_for
from guide.model import Publisher


@pytest.fixture
def pages(maker):
    """The pages of the form: lists of items."""

    def make(format="letter", last="", **more):
        guide = maker.guide(maker.section(maker.listing()), **more)
        setter = Setter(make_style(format, "#0B4A8C", default_stacks()), 2)
        return Form(guide, setter, ENGLISH, Tag("Document"), last).pages(), setter.style

    return make


def words(pages):
    return "".join(item.text for page in pages for item in page if isinstance(item, Text))


@pytest.mark.parametrize("format", BOOKS)
def test_no_size_loses_a_field(pages, format):
    """Labels, lines to write on, and a box for each thing that may be wrong; within the frame of each page."""
    made, style = pages(format)
    said = " ".join(words(made).split())
    for label in (
        ENGLISH.form_number,
        ENGLISH.form_group,
        ENGLISH.form_right,
        ENGLISH.form_checked_by,
        ENGLISH.form_date,
    ):
        assert label in said, label
    boxes = [
        item
        for page in made
        for item in page
        if isinstance(item, Box) and item.fill is None and item.width < 12
    ]
    assert len(boxes) == len(ENGLISH.form_choices)
    for page in made:
        assert all(item.y <= style.grid.depth + 0.1 for item in page if isinstance(item, Text))


@pytest.mark.parametrize("format", BOOKS)
def test_all_of_it_can_be_filled_in(pages, format):
    """A field on every line and in every box, each with a name of its own, and none over another's label."""
    made, _ = pages(format)
    fields = [item for page in made for item in page if isinstance(item, FieldArea)]
    lines = [item for page in made for item in page if isinstance(item, Line)]
    assert len({each.name for each in fields}) == len(fields)
    assert sorted(each.label for each in fields if each.kind == TICK) == sorted(ENGLISH.form_choices)
    assert len([each for each in fields if each.kind != TICK]) == len(lines)
    assert all(each.tag.kind == "Form" and each.label for each in fields)
    assert len({each.tag for each in fields}) == len(fields)


def test_a_letter_page_holds_it_and_a_pocket_does_not(pages):
    assert len(pages("letter")[0]) == 1 < len(pages("pocket")[0])


@pytest.mark.parametrize("code", ["ar", "hi", "zh"])
def test_a_letter_page_holds_it_in_scripts_with_high_lines(maker, code):
    """With an address in four lines and a QR code, too: a page with nothing but the stamp was left over."""
    publisher = Publisher(
        name="Harbor Help", address=("Harbor House", "1 Lake Street", "Suite 2", "Chicago, IL")
    )
    guide = maker.guide(maker.section(maker.listing()), website="guide.example.org", publisher=publisher)
    style = style_for(make_style("letter", "#0B4A8C", default_stacks(code)), code)
    assert len(Form(guide, Setter(style, 2), words_in(code), Tag("Document")).pages()) == 1


def test_there_are_lines_to_write_on(pages):
    """As wide as the page, but for those of labels side by side."""
    made, style = pages()
    lines = [item for item in made[0] if isinstance(item, Line)]
    assert len(lines) >= 9 and max(line.x2 for line in lines) == style.grid.live


def test_words_of_the_foot_end_the_form_where_it_has_them(pages):
    assert "Please throw this away" in words(pages(last="Please throw this away.")[0])


def test_it_says_how_else_to_reach_the_publisher(pages, maker):
    from guide.model import Publisher

    made, _ = pages(publisher=Publisher(name="Harbor", email="help@harbor.org"))
    said = words(made) + "".join(
        fragment.text for item in made[0] if isinstance(item, RichLine) for fragment in item.fragments
    )
    assert ENGLISH.form_reach in said and "help@harbor.org" in said
    assert ENGLISH.form_reach not in words(pages()[0])
