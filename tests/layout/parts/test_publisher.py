"""The publisher and the edition's month: on the cover, in every foot, on the form and on the leaflet's back."""

from dataclasses import replace
from datetime import date

import pytest

from guide import model
from guide.language.words import ENGLISH, words_in
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.pages import Text
from guide.layout.parts.publisher import other_formats
from guide.layout.tags import Tag
from guide.model import Edition, EditionMark
from tests.thorough import covering

BOOKS = ("letter", "a4", "large-print", "half-letter", "pocket")
SHEETS = ("trifold-letter", "one-sheet")


@pytest.fixture
def guide(maker):
    publisher = model.Publisher(
        name="Harbor Help",
        address=("1 Main Street",),
        phone=maker.phone("212-868-3411"),
        email="help@harbor.org",
        website="https://www.harbor.org/",
    )
    return maker.guide(
        maker.section(maker.listing("a"), maker.listing("b")), publisher=publisher, website="guide.harbor.org"
    )


def pages(maker, guide, words=ENGLISH, **edition):
    """The words of each page."""
    stacks = maker.style.regular, maker.style.bold
    document = lay_out([Version(guide, words, stacks)], Edition(name="x", **edition), guide).document
    return document, [
        " ".join(item.text for item in page.items if isinstance(item, Text)) for page in document.pages
    ]


@pytest.mark.parametrize("format", BOOKS)
def test_cover_and_form_say_how_to_reach_the_publisher(maker, guide, format):
    """With links that lead there."""
    document, said = pages(maker, guide, format=format)
    form = next(place for place, words in enumerate(said) if ENGLISH.form_reach[:7] in words)
    front = " ".join(said[:6])  # what has no room on a small cover stands with the contents
    for words in (front, said[form]):
        for each in ("212-868-3411", "help@harbor.org", "www.harbor.org", "guide.harbor.org"):
            assert each in words, each
    assert "Harbor Help" in said[0]
    targets = {link.target for page in document.pages[:6] for link in page.links}
    assert {
        "tel:+12128683411",
        "mailto:help@harbor.org",
        "https://www.harbor.org/",
        "http://guide.harbor.org",
    } <= targets


@pytest.mark.parametrize("format", ["letter", "large-print", "pocket"])
def test_other_forms_are_offered_where_people_look(maker, guide, format):
    """With the number to call, on the first pages and on the form."""
    publisher = replace(guide.publisher, other_formats="Large print, braille or a file.")
    _, said = pages(maker, replace(guide, publisher=publisher), format=format)
    form = next(place for place, words in enumerate(said) if ENGLISH.form_reach[:7] in words)
    for words in (" ".join(said[:6]), said[form]):
        assert "Large print, braille or a file: 212-868-3411" in " ".join(words.split()).replace(" : ", ": ")


def test_other_forms_that_are_not_translated_are_heard_in_their_language(maker, guide):
    publisher = replace(guide.publisher, other_formats="Braille")
    guide = replace(
        guide,
        publisher=publisher,
        language="es",
        source_language="en",
        untranslated=frozenset({"publisher-other_formats"}),
    )
    said, *_ = other_formats(guide, ENGLISH, Tag("Sect"))
    assert (said.text, said.tag.language, said.tag.parent.kind) == ("Braille", "en", "P")


@pytest.mark.parametrize("format", SHEETS)
def test_a_sheet_says_it_too(maker, guide, format):
    _, said = pages(maker, guide, format=format)
    for each in (
        "Harbor Help",
        "212-868-3411",
        "help@harbor.org",
        "www.harbor.org",
        "guide.harbor.org",
        "November 2026",
    ):
        assert each in " ".join(said), each


@pytest.mark.parametrize("format", BOOKS)
def test_a_guide_on_the_web_without_a_publisher_keeps_the_place_for_the_stamp(maker, format):
    document, said = pages(
        maker, maker.guide(maker.section(maker.listing("a")), website="guide.harbor.org"), format=format
    )
    assert "guide.harbor.org" in said[0] and (format == "pocket" or ENGLISH.stamp in said[0])


@pytest.mark.parametrize(
    "format, colour, number", covering(tuple(BOOKS), ("blue", "brown", "brown"), (1, 999))
)
def test_month_and_year_stand_on_the_cover_and_in_every_foot(maker, format, colour, number):
    """In short where the foot is narrow, and never not at all."""
    guide = maker.guide(
        *(maker.section(*(maker.listing(f"n{s}-{n}") for n in range(20)), id=f"s{s}") for s in range(2)),
        number=number,
        colour=colour,
    )
    _, said = pages(maker, guide, format=format)
    months = [any(month in words for month in ("November 2026", "Nov 2026")) for words in said]
    assert all(months) or format == "pocket" and all(one or other for one, other in zip(months, months[1:]))


@pytest.mark.parametrize("language", ["es", "ar", "zh", "hi", "ru"])
def test_the_month_is_in_the_language_of_the_guide(maker, language):
    words = words_in(language)
    month = words.hours.month_of(date(2026, 11, 23))
    assert "2026" in month and month != "November 2026"
    guide = maker.guide(maker.section(maker.listing("a")))
    _, said = pages(maker, guide, words)
    assert month.split()[0][:3] in said[0] and "November" not in said[0]


def test_the_date_of_an_edition_is_the_one_that_is_printed(maker, guide):
    moved = replace(guide, edition=EditionMark(number=1, colour="blue", date=date(2027, 2, 1)))
    _, said = pages(maker, moved)
    assert all("February 2027" in words for words in said)


@pytest.mark.parametrize("format", BOOKS)
def test_a_cover_without_room_leaves_publisher_and_counts_to_the_contents(maker, guide, format):
    """Help lines and a long title may take all of it."""
    from dataclasses import replace

    lines = tuple(
        model.HelpLine(text=f"Somebody is in danger {n}", phone=maker.phone("988")) for n in range(3)
    )
    _, said = pages(
        maker,
        replace(guide, help_now=lines, subtitle="Groups, meetings and computer programs for people"),
        format=format,
    )
    front = " ".join(said[:6])
    for each in (
        "Harbor Help",
        "212-868-3411",
        ENGLISH.how_to_use,
    ):
        assert each in " ".join(front.split()), each
    counted = ("2 listings in this edition. " + ENGLISH.none_checked, "2 places, none checked yet")
    assert any(each in " ".join(front.split()) for each in counted)
