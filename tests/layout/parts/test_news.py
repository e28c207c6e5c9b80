"""What is new, on its pages."""

from dataclasses import replace
from datetime import date

import pytest

from guide.content.compare.listings import compare
from guide.language.words import ENGLISH
from guide.layout.editions.book import BookOptions, typeset


@pytest.fixture
def told(maker, letter):
    """A guide whose second edition has a new listing and lost one; told(place) sets it."""
    old = maker.guide(maker.section(maker.listing("a", "Ann"), maker.listing("b", "Ben")))
    new = maker.guide(maker.section(maker.listing("b", "Ben"), maker.listing("c", "Cleo")), number=2)
    guide = replace(new, news=replace(compare(old, new), before=date(2026, 4, 1)))

    def set_guide(place, guide=guide):
        return typeset(guide, letter, ENGLISH, BookOptions(news=place))[0]

    return set_guide


def page_of(document, maker):
    """(the folio, the lines) of the page that tells what is new."""
    pages = [(n, maker.lines(page)) for n, page in enumerate(document.pages, 1)]
    return next(
        ((n, lines) for n, lines in pages if any("is different from" in line for line in lines)), None
    )


@pytest.mark.parametrize("place", ["page 2", "listings", "index"])
def test_it_stands_where_the_edition_says(told, maker, place):
    """With the page of each listing, in the contents and in the bookmarks."""
    document = told(place)
    folio, lines = page_of(document, maker)
    whole = " ".join(lines)
    titles = [entry.title for entry in document.outline]
    order = {"page 2": "Section", "listings": "Index", "index": "Tell us what to correct"}
    assert titles[titles.index("What is new") + 1].endswith(order[place])
    assert "What is different from edition 1 of April 1, 2026." in whole
    assert "New in this guide" in whole and "Cleo" in whole
    assert "No longer in this guide" in whole and "Ann" in whole
    listing = (
        next(entry for entry in document.outline if entry.title.endswith("Section")).destination.page + 1
    )
    assert f"Cleo {listing}" in whole
    contents = " ".join(maker.lines(document.pages[1]))
    assert f"What is new {folio}" in contents


def test_it_is_nowhere_where_the_edition_does_not_ask_for_it_or_nothing_is_new(told, maker):
    assert page_of(told("none"), maker) is None
    nothing = maker.guide(maker.section(maker.listing()))
    document = told("page 2", replace(nothing, news=compare(nothing, nothing)))
    assert page_of(document, maker) is None
    assert "What is new" not in [entry.title for entry in document.outline]


def test_names_in_another_language_say_so(told, maker, letter):
    """In a translated guide, for who listens."""
    guide = replace(
        maker.guide(maker.section(maker.listing("b", "Ben"))), language="es", source_language="en"
    )
    news = compare(maker.guide(maker.section()), maker.guide(maker.section(maker.listing("b", "Ben"))))
    document = told("page 2", replace(guide, news=news))
    (name,) = (
        item
        for page in document.pages[2:3]
        for item in maker.texts(page)
        if item.text.strip() == "Ben" and item.tag
    )
    assert name.tag.language == "en"
