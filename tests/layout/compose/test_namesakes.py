"""Listings of one name, told apart."""

from dataclasses import replace

import pytest

from guide import model
from guide.language.words import ENGLISH, words_in
from guide.layout.compose.namesakes import Namesakes
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.pages import Text
from guide.layout.parts.contents import contents_entries
from guide.layout.parts.index_rows import rows_by_name, rows_by_place, rows_by_topic
from guide.layout.parts.open_rows import open_rows
from guide.layout.type.fonts import default_stacks
from guide.model import Edition


@pytest.fixture
def army(maker):
    """A function that makes a listing of a name that others have too."""

    def make(id, city="", street="", name="Salvation Army", **more):
        locations = (maker.office(city, street=street),) if city else ()
        return maker.listing(id, name, **{"locations": locations, **more})

    return make


def names(guide):
    return list(Namesakes(guide).names(lambda listing: listing.name).values())


def test_city_then_street(maker, army):
    """A name that nobody shares stays as it is, and so does a city that tells enough."""
    guide = maker.guide(
        maker.section(
            army("a", "Oakland", "1 Main Street"),
            army("b", "Berkeley", "2 Main Street"),
            army("c", "Oakland", "3 Main Street"),
            army("d", "Oakland", "4 Main Street", name="The Haven"),
        )
    )
    assert names(guide) == [
        "Salvation Army, Oakland, 1 Main Street",
        "Salvation Army, Berkeley",
        "Salvation Army, Oakland, 3 Main Street",
        "The Haven",
    ]


def test_state_where_towns_are_namesakes_too(maker, army):
    other = replace(maker.office("Springfield").address, state_province="MA")
    guide = maker.guide(
        maker.section(
            army("a", "Springfield", "1 Main Street"), army("b", locations=(model.Location(address=other),))
        )
    )
    assert names(guide) == ["Salvation Army, Springfield, IL", "Salvation Army, Springfield, MA"]


def test_section_then_number_where_the_street_is_one(maker, army):
    guide = maker.guide(
        maker.section(
            army("a", "Oakland", "1 Main Street"), army("b", "Oakland", "1 Main Street"), title="Food"
        ),
        maker.section(army("c", "Oakland", "1 Main Street"), id="t", title="Housing"),
    )
    assert names(guide) == [
        "Salvation Army, Oakland, Food, Listing 1",
        "Salvation Army, Oakland, Food, Listing 2",
        "Salvation Army, Oakland, Housing",
    ]


def test_a_place_that_is_served_and_none(maker, army):
    guide = maker.guide(
        maker.section(
            army("a", service_areas=(model.ServiceArea(city="Oakland"),)),
            army("b"),
            army("c", name="salvation  army"),
        )
    )
    assert names(guide) == [
        "Salvation Army, Oakland",
        "Salvation Army, Listing 2",
        "salvation  army, Listing 3",
    ]


def test_the_street_of_a_confidential_address_is_never_said(maker, army):
    secret = model.Address(
        city="Oakland", state_province="IL", confidential=True, address_1="13 Secret Street"
    )
    guide = maker.guide(
        maker.section(
            army("a", locations=(model.Location(address=secret),)), army("b", "Oakland", "1 Main Street")
        )
    )
    assert names(guide) == ["Salvation Army, Oakland", "Salvation Army, Oakland, 1 Main Street"]


def test_contents_and_every_part_of_the_index(maker, army):
    """In the index by place, where the city stands before the name, the street of that place."""
    two = (maker.office("Berkeley", street="9 Pine Street"), maker.office("Oakland", street="8 Oak Street"))
    guide = maker.guide(
        maker.section(
            army("a", "Oakland", "1 Main Street", services=("Food",), former_names=("Old Army",)),
            army("b", services=("Food",), locations=two, former_names=("Old Army",)),
        )
    )
    assert [entry.title for entry in contents_entries(guide, [])] == [
        "Section",
        "Salvation Army, Oakland",
        "Salvation Army, Berkeley",
    ]
    assert [row.text for row in rows_by_name(guide, ENGLISH)] == [
        "Old Army, now Salvation Army, Berkeley",
        "Old Army, now Salvation Army, Oakland",
        "Salvation Army, Berkeley",
        "Salvation Army, Oakland",
    ]
    assert [(row.bold, row.text) for row in rows_by_place(guide, ENGLISH)] == [
        ("Berkeley", "Salvation Army"),
        ("Oakland", "every place that is not named here"),
    ]
    army_in_oakland = [army(name, "Oakland", f"{name} Main Street") for name in "12"]
    others = [maker.listing(f"o{n}", locations=(maker.office("Albany"),)) for n in range(2)]
    rows = rows_by_place(maker.guide(maker.section(*army_in_oakland, *others)), ENGLISH)
    assert [row.text for row in rows if row.text.startswith("Salvation")] == [
        "Salvation Army, 1 Main Street",
        "Salvation Army, 2 Main Street",
    ]
    assert [row.text for row in rows_by_topic(guide)] == [
        "",
        "Salvation Army, Berkeley",
        "Salvation Army, Oakland",
    ]


def test_a_short_form_tells_enough(maker, army):
    guide = maker.guide(maker.section(army("a", "Oakland", short_name="SA"), army("b", "Berkeley")))
    assert [row.text for row in rows_by_name(guide, ENGLISH)] == [
        "SA: Salvation Army",
        "Salvation Army",
        "Salvation Army (SA)",
    ]


def test_mentions_references_bookmarks_and_the_table_of_hours(maker, army):
    open_all_day = model.OpeningHours(text="24/7", rules=(model.OpeningRule(spans=((0, 1440),)),))
    hours = [
        replace(army(f"n{place}", "Oakland", f"{place} Main Street"), opening=open_all_day)
        for place in range(5)
    ]
    mention = model.Paragraph((model.Span("Or "), model.Span("", mention="n1"), model.Span(".")))
    guide = maker.guide(
        maker.section(*hours, maker.listing("x", "Other", description=(mention,)), title="One"),
        maker.section(
            maker.listing("y", "Another"), id="t", title="Two", references=(model.Reference("n2", 1),)
        ),
    )
    document, _ = maker.typeset(guide)
    text = " ".join(
        " ".join(
            item.text for page in document.pages for item in page.items if isinstance(item, Text)
        ).split()
    )
    assert "see Salvation Army, Oakland, 1 Main Street" in text
    assert text.count("Salvation Army, Oakland, 2 Main Street") >= 3  # contents, reference, index
    assert [child.title for child in document.outline[1].children][
        0
    ] == "Salvation Army, Oakland, 0 Main Street"
    assert [row.name for row in open_rows(guide, ENGLISH)] == [
        f"Salvation Army, Oakland, {place} Main Street" for place in range(5)
    ]


@pytest.mark.slow
def test_no_city_and_street_stands_twice_in_an_edition_of_two_languages(maker, army):
    """Names and addresses are in one language, from the right and beside another too."""
    listings = army("a", "Oakland", "1 Main Street"), army("b", "Berkeley")
    first = maker.guide(maker.section(*listings))
    second = replace(maker.guide(maker.section(*listings, title="طعام")), language="ar", source_language="en")
    versions = [
        Version(first, ENGLISH, default_stacks()),
        Version(second, words_in("ar"), default_stacks("ar")),
    ]
    for printed in (versions, versions[1:]):
        document = lay_out(
            printed, Edition(name="x", languages=tuple(each.guide.language for each in printed)), first
        ).document
        text = [item.text.strip() for page in document.pages for item in page.items if isinstance(item, Text)]
        assert text.count("Salvation Army, Oakland") == text.count("Salvation Army, Berkeley") > 0
