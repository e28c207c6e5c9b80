"""Sections as blocks: headings, introductions, listings and references at their places."""

from dataclasses import replace

from guide import model
from guide.language.words import ENGLISH, words_in
from guide.layout.compose.blocks import ListingBlock, ReferenceBlock
from guide.layout.compose.composer import Composer
from guide.layout.compose.links import listing_anchor, section_anchor
from guide.layout.tags import Tag


def guide_of(maker):
    """Two sections; the second refers to a listing of the first."""
    first = maker.section(maker.listing("one", summary="beds"), maker.listing("two"), id="a", title="Beds")
    second = maker.section(
        maker.listing("three"),
        id="b",
        title="Food",
        introduction=(maker.paragraph("Eat ", model.Span("", mention="two")),),
        references=(model.Reference("one", 1),),
    )
    return maker.guide(first, second)


def test_sections_are_numbered_and_tagged(maker):
    beds, food = Composer(guide_of(maker), ENGLISH).sections(Tag("Document"))
    assert [(each.number, each.title, each.anchor) for each in (beds, food)] == [
        (1, "Beds", section_anchor("a")),
        (2, "Food", section_anchor("b")),
    ]
    assert [inline.text for inline in food.heading] == ["2 ", "Food"]
    assert (food.tag.kind, food.heading[0].tag.kind, food.second_heading) == ("Sect", "H2", None)
    assert food.introduction and not beds.introduction


def test_numbers_of_listings_run_on(maker):
    beds, food = Composer(guide_of(maker), ENGLISH).sections(Tag("Document"))
    assert [each.number for each in (*beds.listings, food.listings[0])] == [1, 2, 3]


def test_a_reference_stands_behind_its_listing(maker):
    """With the number, what it is and where to find it; without pages there is nowhere to look."""
    _, food = Composer(guide_of(maker), ENGLISH).sections(Tag("Document"))
    listing, reference = food.listings
    assert isinstance(listing, ListingBlock) and isinstance(reference, ReferenceBlock)
    assert "".join(each.text for each in (reference.number, *reference.name)) == "1 Name of one, beds"
    assert reference.see[-1].page_of == listing_anchor("one")
    _, unpaged = Composer(guide_of(maker), ENGLISH, paged=False).sections(Tag("Document"))
    assert unpaged.listings[1].see == ()


def test_a_reference_to_what_is_not_printed_is_left_out(maker):
    guide = guide_of(maker)
    lost = replace(guide.sections[1], references=(model.Reference("gone", 0),))
    _, food = Composer(replace(guide, sections=(guide.sections[0], lost)), ENGLISH).sections(Tag("Document"))
    assert [type(each) for each in food.listings] == [ListingBlock]


def test_what_a_section_prints_of_others_is_known(maker):
    """So that it is set anew when that changes, and only then."""
    guide = guide_of(maker)
    composer = Composer(guide, ENGLISH)
    found = composer.surroundings(guide.sections[1])
    assert [(each.id, each.name, each.number) for each in found.mentioned] == [
        ("one", "Name of one", 1),
        ("two", "Name of two", 2),
    ]
    assert found.numbers == (3,) and composer.surroundings(guide.sections[0]).mentioned == ()


def test_a_section_in_two_languages_has_two_titles(maker):
    guide = guide_of(maker)
    sections = tuple(replace(each, title=title) for each, title in zip(guide.sections, ("Camas", "Food")))
    spanish = replace(guide, language="es", source_language="en", sections=sections)
    beds, food = Composer(guide, ENGLISH, second=(spanish, words_in("es"))).sections(Tag("Document"))
    assert (beds.title, beds.second_heading.text, beds.second_heading.tag.language) == (
        "Beds / Camas",
        "Camas",
        "es",
    )
    assert (food.title, food.second_heading) == ("Food", None) and food.second_introduction
