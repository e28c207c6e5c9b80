"""The parts of a book beside its sections: what is in them, and what a size has no room for."""

import pytest

from guide.language.words import ENGLISH
from guide.layout.editions.book_parts import BookOptions, BookParts, OpenPart, bottom_of
from guide.layout.pages import Box, Line, Path, Tag, Text
from guide.layout.parts.opennow import OPEN_NOW
from guide.layout.type.fonts import default_stacks
from guide.layout.type.style import make_style


@pytest.fixture
def parts(maker):
    """The parts of a small guide: parts(format="pocket", topics=False)."""

    def make(format="letter", galleys=None, **options):
        listing = maker.listing("a", services=("Food",), locations=(maker.office(),))
        guide = maker.guide(maker.section(listing), closing_notes=(maker.paragraph("Thanks."),))
        style = make_style(format, "#0B4A8C", default_stacks())
        return BookParts(guide, style, ENGLISH, BookOptions(**options), 2, galleys=galleys)

    return make


def rows(part):
    """Whether there are rows by name, by place and by topic."""
    return [bool(rows) for _, rows in part.index_parts()]


def test_the_index_has_the_parts_that_are_asked_for(parts):
    assert rows(parts()) == [True, True, True]
    assert rows(parts(places=False)) == [True, False, True] and rows(parts(topics=False)) == [
        True,
        True,
        False,
    ]


def test_a_small_page_has_an_index_by_name_alone_and_says_so(parts):
    small = parts("pocket")
    assert rows(small) == [True, False, False]
    assert small.left_out == ["index by place", "index by topic"]


def test_closing_notes_can_be_left_out(parts):
    assert parts().guide.closing_notes and not parts(about=False).guide.closing_notes


def test_the_binding_is_left_of_every_page_that_is_printed_on_one_side(parts):
    assert parts(single_sided=True).grid.single_sided and not parts().grid.single_sided


def said(pages):
    return " ".join(item.text for page in pages for item in page if isinstance(item, Text))


def test_the_contents_name_every_part(parts):
    made = parts()
    made.index_parts()
    part = OpenPart("Open now", ENGLISH.open_now_row, OPEN_NOW, [])
    words = said(made.contents(part))
    for each in (ENGLISH.about, ENGLISH.open_now_row, ENGLISH.index_row_topic, ENGLISH.form_title):
        assert each.split()[0] in words, each
    assert parts().contents(None) and "Open now" not in said(parts().contents(None))


def test_a_table_that_is_not_asked_for_is_not_set(parts):
    made = parts()
    assert made.open_part() is None and made.left_out == [] and made.language_help() == []


@pytest.mark.parametrize(
    "item, lowest",
    [
        (Line(0, 5, 0, 9, 1), 9),
        (Box(0, 5, 10, 20), 25),
        (Path((("m", 0, 0),)), 8),
        (Text(Tag("P"), 0, 100, "a", None, 12), 108),
    ],
)
def test_how_low_an_item_is(item, lowest):
    assert bottom_of(item, 8) == lowest
