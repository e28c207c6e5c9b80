"""Facts as blocks: ages in words, and the facts of one office under its hours."""

import pytest

from guide.content.choose.rules import meets
from guide.language.words import ENGLISH, words_in
from guide.layout.compose.facts import age_words, fact_rows
from guide.layout.parts.index_rows import towns_of
from guide.model import Choice, Cost, ServiceArea


@pytest.mark.parametrize(
    "least, most, text",
    [
        (None, None, ""),
        (18, None, "18 and over"),
        (None, 17, "up to 17"),
        (0, 5, "up to 5"),
        (6, 17, "6 to 17"),
        (18, 18, "18"),
    ],
)
def test_ages_are_said_in_words(maker, least, most, text):
    assert age_words(maker.listing(minimum_age=least, maximum_age=most), ENGLISH) == text


def test_ages_are_said_in_every_language(maker):
    assert age_words(maker.listing(minimum_age=18), words_in("es")) == "desde 18 a\u00f1os"


def test_facts_stand_in_the_order_of_print(maker):
    listing = maker.listing(transportation="Bus 12", how_to_apply="Come in", minimum_age=18)
    assert [(row.label, row.text) for row in fact_rows(listing, ENGLISH)] == [
        ("Ages", "18 and over"),
        ("How to apply", "Come in"),
        ("Getting there", "Bus 12"),
    ]


def test_an_office_prints_its_own_facts(maker, letter):
    """Under its address, and the whole listing's below."""
    offices = [
        maker.office("Chicago", accessibility="No steps"),
        maker.office("Joliet", accessibility="Two steps", transportation="Bus 9"),
    ]
    page = maker.first_page(maker.listing(locations=tuple(offices), languages="Spanish"))
    text = " ".join(maker.lines(page))
    for words in ("Access No steps", "Access Two steps", "Getting there Bus 9", "Languages Spanish"):
        assert words in text


def test_counties_and_postal_codes_are_printed(maker):
    """Towns and states alone stand in the index by place, as ever."""
    county = ServiceArea(county="Larkin County", state_province="CA")
    codes = ServiceArea(postal_codes=("94601", "94602"))
    listing = maker.listing(service_areas=(county, codes))
    assert [(row.label, row.text) for row in fact_rows(listing, ENGLISH)] == [
        ("Serves", "Larkin County, CA; ZIP 94601, 94602")
    ]
    assert list(fact_rows(maker.listing(service_areas=(ServiceArea(city="Reno"),)), ENGLISH)) == []


def test_the_index_by_place_has_counties_and_no_postal_codes(maker):
    areas = [
        ServiceArea(county="Larkin County", state_province="CA"),
        ServiceArea(state_province="CA", postal_codes=("94601", "94602")),
    ]
    guide = maker.guide(maker.section(maker.listing(service_areas=tuple(areas)), maker.listing("two")))
    towns = towns_of(guide, ENGLISH)
    assert [town.name for town in towns] == ["Larkin County"]


def test_an_edition_finds_postal_codes_that_are_served(maker):
    listing = maker.listing(service_areas=(ServiceArea(postal_codes=("94601",)),))
    assert meets(listing, Choice(postal_codes=("946",))) and not meets(listing, Choice(postal_codes=("90",)))


def test_a_cost_is_said_with_its_values(maker):
    """One row in the language; where the text is not translated, the values have a row of their own."""
    listing = maker.listing(cost=(Cost("free"), Cost("donation")), fees_description="Bring a cup")
    assert [row.text for row in fact_rows(listing, ENGLISH)] == ["Free. Donation. Bring a cup"]
    rows = fact_rows(listing, words_in("es"), untranslated={"fees_description"})
    assert [(row.key, row.label, row.text) for row in rows] == [
        ("", "Costo", "Gratis. Donaci\u00f3n"),
        ("fees_description", "Costo", "Bring a cup"),
    ]
    assert [row.key for row in fact_rows(maker.listing(cost=(Cost("free"),)), ENGLISH)] == [""]
