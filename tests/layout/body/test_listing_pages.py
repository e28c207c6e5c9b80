"""What is repeated over a page of listings; tests/layout/editions/test_book.py looks at whole pages."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from guide.formats import FORMATS
from guide.language.words import ENGLISH
from guide.layout.body.listing_pages import ListingPages
from guide.layout.editions.book import Book
from guide.layout.editions.book_parts import BookOptions
from guide.layout.type.fonts import default_stacks
from guide.layout.type.style import has_room_for_columns, make_style


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("format", [name for name, format in FORMATS.items() if format.is_book])
def test_a_listing_that_runs_on_is_named_on_one_line(maker, format, columns):
    """In every edition, however long its name is: it is cut so that "(continued)" stands behind it. A subheading too."""
    style = make_style(format, "#0B4A8C", default_stacks())
    if columns == 2 and not has_room_for_columns(style):
        return
    style = replace(style, columns=columns)
    book = Book(maker.guide(maker.section(maker.listing())), style, ENGLISH, BookOptions(), 2)
    pages = ListingPages(book.furniture, book.root)
    for length in range(0, 160, 3):
        block = SimpleNamespace(number=8, title="San Francisco Drug Users Union " + "i" * length)
        for row in (pages.continued(block), pages.group_continued(block)):
            assert row.height == style.body.leading
            assert row.items[-1].text.endswith("(continued)")
