"""Programs in words and tags: under headings of their own, in one language or in two."""

from dataclasses import replace

import pytest

from guide import model
from guide.content.hours import parse_hours
from guide.language.words import ENGLISH, words_in
from guide.layout.compose.composer import Composer
from guide.layout.compose.listings import ListingComposer
from guide.layout.compose.programs import ProgramComposer
from guide.layout.compose.rows import RowComposer
from guide.layout.compose.voice import Voice
from guide.layout.parts.index_rows import rows_by_name
from guide.layout.parts.open_rows import open_offices
from guide.layout.tags import Tag
from tests.conftest import MARK


def program(number=1, name="Pantry", **more):
    return model.Program(name=name, number=number, mark=MARK, **more)


def said(text):
    return (model.Paragraph((model.Span(text),)),)


def words_of(inlines):
    return "".join(each.text for each in inlines).replace("\xa0", " ")


@pytest.fixture
def phone(maker):
    return model.Phone(number="773-471-0999", printed="773-471-0999", e164="+17734710999")


@pytest.fixture
def listing(maker, phone):
    own = program(
        phones=(phone,), hours=("after lunch",), description=said("Bags of food."), fees_description="Free"
    )
    return maker.listing("one", programs=(own, program(3, "Showers", fees_description="$2")))


def blocks(maker, listing, second=None, level="H3"):
    """The blocks of the programs of a listing."""
    guide = maker.guide(maker.section(listing))
    pair = (
        (maker.guide(maker.section(second), language="es", source_language="en"), words_in("es"))
        if second
        else None
    )
    voice = Voice(guide, ENGLISH, second=pair)
    return ProgramComposer(voice).programs(listing, Tag("Sect"), level)


def test_a_program_says_all_that_is_known_of_it(maker, listing):
    pantry, showers = blocks(maker, listing)
    assert words_of(pantry.name) == "Pantry" and pantry.office
    assert pantry.office.numbers[0].number.text == "773-471-0999"
    assert pantry.office.numbers[0].number.link.description == "Call Name of one, Pantry: 773-471-0999"
    assert [line.text for line in pantry.office.hours] == ["after lunch"]
    assert words_of(pantry.prose[0].inlines) == "Bags of food."
    assert [(fact.label.text, fact.text.text) for fact in showers.facts] == [("Cost ", "$2")]
    assert showers.office is None and showers.prose == ()


@pytest.mark.parametrize("level, below", [("H3", "H4"), ("H4", "H5")])
def test_its_heading_is_one_below_that_of_its_listing(maker, listing, level, below):
    tags = [each.name[0].tag for each in blocks(maker, listing, level=level)]
    assert [tag.kind for tag in tags] == [below, below]
    assert {tag.parent.kind for tag in tags} == {"Sect"} and tags[0].parent is not tags[1].parent


def test_hours_of_one_that_is_closed_are_not_printed(maker, listing):
    pantry, _ = blocks(maker, replace(listing, closed=True))
    assert pantry.office.hours == ()


def test_two_languages_say_as_much_as_is_translated(maker, listing):
    pantry, showers = listing.programs
    second = replace(
        listing,
        programs=(
            replace(pantry, name="Despensa", description=said("Comida."), fees_description="Gratis"),
            replace(showers, name="Duchas"),
        ),
        untranslated=frozenset({"program-3-fees_description"}),
    )
    first, last = blocks(maker, listing, second)
    assert words_of(first.name) == "Pantry / Despensa" and first.name[1].tag.language == "es"
    assert words_of(first.second.prose[0].inlines) == "Comida."
    assert [fact.text.text for fact in first.second.facts] == ["Gratis"]
    assert last.second.facts == () and words_of(last.name) == "Showers / Duchas"


def test_one_that_its_programs_alone_can_call_has_no_advice(maker, listing):
    """But one that nobody can call has it."""
    voice = Voice(maker.guide(maker.section(listing)), ENGLISH)
    assert ListingComposer(voice).listing(listing, Tag("Sect")).offices == ()
    silent = replace(listing, programs=(program(),))
    assert [each.reachable for each in ListingComposer(voice).listing(silent, Tag("Sect")).offices] == [False]


def test_a_mention_in_it_is_one_of_the_section(maker, listing):
    """So that the section is set anew where the other has another number."""
    other = maker.listing("two")
    naming = program(description=(model.Paragraph((model.Span("", mention="two"),)),))
    section = maker.section(replace(listing, programs=(naming,)), other)
    composer = Composer(maker.guide(section), ENGLISH)
    assert [each.id for each in composer.surroundings(section).mentioned] == ["two"]


def test_a_row_has_its_name_and_number(maker, listing):
    guide = maker.guide(maker.section(listing))
    row = RowComposer(guide, ENGLISH).row(listing, Tag("Sect"))
    assert words_of(row.text) == "Pantry: 773-471-0999. Showers."


def test_a_row_names_it_in_both_languages(maker, listing):
    """Each tagged as its own; the number stands once."""
    names = {"Pantry": "Despensa", "Showers": "Duchas"}
    second = replace(
        listing, programs=tuple(replace(each, name=names[each.name]) for each in listing.programs)
    )
    there = maker.guide(maker.section(second), language="es", source_language="en")
    composer = RowComposer(maker.guide(maker.section(listing)), ENGLISH, second=(there, words_in("es")))
    text = composer.row(listing, Tag("Sect")).text
    assert words_of(text) == "Pantry / Despensa: 773-471-0999. Showers / Duchas."
    assert [each.text for each in text if each.tag.language == "es"] == ["Despensa: ", "Duchas."]


def test_the_index_has_it_with_its_listing(maker, listing):
    guide = maker.guide(maker.section(listing, maker.listing("two")))
    assert ("Pantry, Name of one", "one") in [row[:2] for row in rows_by_name(guide, ENGLISH)]


def test_who_is_open_when_tells_hours_of_its_own_alone(maker):
    day, night = (parse_hours(text)[0].opening for text in ("Mo 10:00-12:00", "Mo 20:00-23:00"))
    listings = [
        maker.listing(str(n), opening=day, programs=(program(opening=day), program(2, "Beds", opening=night)))
        for n in range(5)
    ]
    names = [office.name for office in open_offices(maker.guide(maker.section(*listings)), ENGLISH)]
    assert len(names) == 10 and names[:2] == ["Name of 0", "Name of 0, Beds"]


@pytest.mark.parametrize("own", [True, False])
def test_one_that_is_closed_is_told_once(maker, own):
    day, night = (parse_hours(text)[0].opening for text in ("Mo 10:00-12:00", "Mo 20:00-23:00"))
    beds = (program(opening=day), program(2, "Beds", opening=night))
    shut = maker.listing("shut", closed=True, opening=night if own else None, programs=beds)
    others = [maker.listing(str(n), opening=day) for n in range(5)]
    names = [office.name for office in open_offices(maker.guide(maker.section(shut, *others)), ENGLISH)]
    assert [name for name in names if "shut" in name] == ["Name of shut"]
