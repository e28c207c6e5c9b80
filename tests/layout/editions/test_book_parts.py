"""The parts of a book beside its sections: what is in them, and what a size has no room for."""

import pytest

from guide.language.words import ENGLISH
from guide.layout.editions.book_parts import BookOptions, BookParts, OpenPart
from guide.layout.parts.opennow import OPEN_NOW
from guide.layout.type.fonts import default_stacks
from guide.layout.type.style import make_style
from guide.model.edition import INDEX_PARTS


@pytest.fixture
def parts(maker):
    """The parts of a small guide: parts(format="pocket", topics=False)."""

    def make(format="letter", galleys=None, **options):
        towns = [("a", "Chicago"), ("b", "Alton")]
        listings = [
            maker.listing(id, services=("Food",), locations=(maker.office(town),)) for id, town in towns
        ]
        guide = maker.guide(maker.section(*listings), closing_notes=(maker.paragraph("Thanks."),))
        style = make_style(format, "#0B4A8C", default_stacks())
        return BookParts(guide, style, ENGLISH, BookOptions(**options), 2, galleys=galleys)

    return make


def rows(part):
    """Whether there are rows by name, by place and by topic."""
    return [bool(rows) for _, rows in part.index.parts]


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
    assert (
        parts().short_notes
        and not parts(about=False).short_notes
        and not parts(about=False).guide.closing_notes
    )


def test_the_binding_is_left_of_every_page_that_is_printed_on_one_side(parts):
    assert parts(single_sided=True).grid.single_sided and not parts().grid.single_sided


def test_the_contents_name_every_part(parts):
    made = parts(about_guide=False)
    part = OpenPart("Open now", ENGLISH.open_now_row, OPEN_NOW, [])
    named = [name for name, *_ in made.behind(part)]
    assert named == [ENGLISH.about, ENGLISH.open_now_row, ENGLISH.index_row_topic, ENGLISH.form_title]
    assert ENGLISH.open_now_row not in [name for name, *_ in made.behind(None)]


def test_a_table_that_is_not_asked_for_is_not_set(parts):
    made = parts()
    assert made.open_part() is None and made.left_out == [] and made.language_help() == []


@pytest.mark.parametrize(
    "index, title",
    [
        (("name", "place", "topic"), ENGLISH.index_row_topic),
        (("name", "place"), ENGLISH.index_row),
        (("name", "topic"), ENGLISH.index_row_no_place),
        (("name",), ENGLISH.index_row_name),
        (("topic",), ENGLISH.index),
    ],
)
def test_the_index_goes_by_what_is_asked_for(parts, index, title):
    """And the contents call it by that."""
    made = parts(index=index)
    assert made.index.names == index and [name for name, *_ in made.behind(None)][-2] == title
    assert rows(made) == [name in index for name in INDEX_PARTS]


def test_a_book_may_do_without_index_and_form(parts):
    made = parts(index=(), form=False)
    assert not made.index_pages() and not made.behind(None)


def test_short_closing_notes_stand_on_page_2(parts):
    """Once: they have no page of their own then."""
    made = parts()
    assert made.short_notes and not made.guide.closing_notes
    other = parts(about_guide=False)
    assert other.guide.closing_notes and not other.short_notes
