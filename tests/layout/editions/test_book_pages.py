"""Parts on the pages of a book, and what stands at the foot of the last."""

import pytest

from guide.language.words import ENGLISH
from guide.layout.editions.book import typeset
from guide.layout.editions.book_parts import BookOptions
from guide.layout.pages import Text
from guide.layout.type.style import make_style
from tests import inks

MADE_OF = "Content 0123abcd."


@pytest.fixture
def made(maker):
    """made(format, **options): the document of two listings, which tells what it was made of."""

    def make(format="letter", **options):
        style = make_style(format, "#0B4A8C", (maker.style.regular, maker.style.bold))
        guide = maker.guide(maker.section(maker.listing("a"), maker.listing("b")))
        document, _ = typeset(guide, style, ENGLISH, BookOptions(build=MADE_OF, **options))
        return document

    return make


def words_of(page):
    return " ".join(item.text.strip() for item in page.items if isinstance(item, Text))


@pytest.mark.parametrize("more", [{}, {"notes": False}, {"help": ("back",)}])
def test_without_a_form_the_last_foot_tells_what_the_guide_was_made_of(made, more):
    """In the place of where to report mistakes, with the edition; nothing lies over it."""
    *others, end = made(form=False, multiple=1, **more).pages
    assert MADE_OF in words_of(end) and ENGLISH.leaflet_wrong not in words_of(end)
    assert "November 2026" in words_of(end) and list(inks.faults(end)) == []
    assert not any(MADE_OF in words_of(page) for page in others)
    assert any(ENGLISH.leaflet_wrong in words_of(page) for page in others)


def test_a_foot_without_room_leaves_it_to_page_2(made):
    """A pocket guide's foot has the numbers for help, or is narrow."""
    pages = list(map(words_of, made("pocket", form=False).pages))
    assert sum(page.count(MADE_OF) for page in pages) == 1


@pytest.mark.parametrize("index, listed", [(("name",), False), (("topic",), True), ((), True)])
def test_contents_have_every_listing_where_no_index_by_name_does(maker, index, listed):
    """However many pages they take."""
    names = [f"Name of n{number}" for number in range(90)]
    parts = [maker.section(*(maker.listing(f"n{number}") for number in range(90)))]
    document, _ = typeset(maker.guide(*parts), maker.style, ENGLISH, BookOptions(index=index))
    first = next(place for place, page in enumerate(document.pages) if ENGLISH.unverified in words_of(page))
    front = " ".join(words_of(page) for page in document.pages[:first])
    assert [name for name in names if name in front] == (names if listed else [])
