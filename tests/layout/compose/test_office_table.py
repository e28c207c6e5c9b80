"""Many offices as a table: when, in which order, what is said once, and that nothing is lost."""

from dataclasses import replace
from datetime import date

import pytest

from guide import model
from guide.language.words import ENGLISH, words_in
from guide.layout.compose.blocks import OfficeBlock
from guide.layout.compose.office_table import MOST_OFFICES, ManyOffices, city_title, is_table
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline

DOCUMENT = Tag("Document")


def contact(maker, listing, second=None, words=None):
    guide = maker.guide(maker.section(listing))
    both = (maker.guide(maker.section(second), language="es"), words) if second else None
    return ManyOffices(Voice(guide, ENGLISH, second=both)).contact(listing, DOCUMENT)


def table_of(maker, *offices, **more):
    return contact(maker, maker.listing(locations=offices, office_table=True, **more)).table


def rows(table):
    return [row for city in table.cities for row in city.rows]


def inlines(value):
    """Every inline of a block, in the order of its fields."""
    if isinstance(value, Inline):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from inlines(each)


def said(value):
    return "".join(each.text for each in inlines(value)).rstrip(" ")


def headings(table):
    return [said(city.heading) for city in table.cities]


@pytest.mark.parametrize(
    "count, wish, table",
    [(1, True, False), (2, True, True), (12, None, False), (13, None, True), (30, False, False)],
)
def test_more_than_twelve_offices_are_a_table_unless_the_listing_says_otherwise(maker, count, wish, table):
    listing = maker.listing(locations=(maker.office(),) * count, office_table=wish)
    assert is_table(listing) is table
    found = contact(maker, listing)
    assert (found.table is not None) is table and bool(found.offices) is not table
    assert MOST_OFFICES == 12


def test_offices_stand_by_city_and_within_it_by_name(maker):
    """Those in no city first, those without a name last and as they were given."""
    table = table_of(
        maker,
        maker.office("Oakland", street="9 A Street"),
        maker.office("Oakland", street="3 A Street", name="West"),
        maker.office("Berkeley", street="1 A Street", name="Berkeley"),
        maker.office("Oakland", street="2 A Street", name="East"),
        maker.office("Oakland", street="1 A Street"),
        model.Location(name="The van", phones=(maker.phone(),)),
    )
    assert headings(table) == ["", "Berkeley, IL", "Oakland, IL"]
    assert [said(row.place).split(",")[0] for row in rows(table)] == [
        "The van",
        "1\xa0A Street",  # its name is that of the city, which stands above
        "East",
        "West",
        "9\xa0A Street",
        "1\xa0A Street",
    ]
    assert said(rows(table)[2].place) == "East, 2\xa0A Street, 60612"


def test_the_comma_behind_an_arabic_name_is_an_arabic_one(maker):
    table = table_of(
        maker, maker.office("Oakland", street="2 A Street", name="الشرق"), maker.office("Berkeley")
    )
    assert any(said(row.place) == "الشرق، 2\xa0A Street, 60612" for row in rows(table))


def test_what_all_offices_have_alike_is_said_once(maker):
    """With the whole; an office says its hours where they are others, also where the listing has some of its own."""
    usual, others = ("Monday 9 am",), ("Sunday noon",)
    number, own = maker.phone(), maker.phone("773-471-1000")
    offices = [maker.office(street=f"{n} A Street", hours=usual) for n in range(3)]
    alike = [replace(each, phones=(number, own) if n else (number,)) for n, each in enumerate(offices)]
    found = contact(maker, maker.listing(locations=tuple(alike), office_table=True))
    assert said(found.shared.hours) == "Monday 9\xa0am" and said(found.shared.numbers) == "773-471-0999"
    assert [said(row.office) for row in rows(found.table)] == ["", "773-471-1000", "773-471-1000"]
    different = (*offices[:2], replace(offices[2], hours=others))
    found = contact(maker, maker.listing(locations=different, office_table=True, hours=usual))
    assert said(found.shared.hours) == "Monday 9\xa0am"
    assert [said(row.office.hours) for row in rows(found.table)] == ["", "", "Sunday noon"]
    found = contact(maker, maker.listing(locations=different, office_table=True))
    assert found.shared is None
    assert [bool(row.office.hours) for row in rows(found.table)] == [True, True, True]


def test_four_offices_say_what_is_alike_once_and_three_do_not(maker):
    """Of few offices, what is of the whole stands behind them, where nobody would look for their hours."""
    for count in (3, 4):
        found = contact(maker, maker.listing(locations=(maker.office(hours=("Monday",)),) * count))
        assert [bool(each.hours) for each in found.offices] == [count == 3] * count
        assert (found.shared is not None) == (count == 4)


def test_nothing_that_an_office_has_is_lost(maker):
    """Whom to ask for, letterbox, further numbers, addresses, hours in one line, its own facts and when it was checked."""
    office = maker.office(
        "Oakland",
        maker.phone(extension="5"),
        maker.phone("773-471-1000", model.FAX),
        name="West",
        attention="Pat",
        postal_name="Box Name",
        care_of="A Church",
        email="w@a.org",
        website="https://a.org",
        emails=(model.Further(target="x@a.org", label="at night"),),
        hours=("Monday 9 am.", "Tuesday noon"),
        languages="Dutch",
        accessibility="A step",
        transportation="Bus 5",
        verified=date(2026, 3, 1),
    )
    address = replace(
        office.address, address_2="Suite 5", po_box="PO Box 4", station="A Post", neighborhood="Docks"
    )
    [first, _] = rows(table_of(maker, replace(office, address=address), maker.office("Zion")))
    place, rest = said(first.place), said((first.notes, *first.office))
    assert place == "West, PO\xa0Box\xa04, A Post, 3110\xa0West Taylor Street, Suite\xa05, Docks, 60612"
    for text in (
        *(
            "Contact: Pat",
            "Box Name, c/o\xa0A Church",
            "773-471-0999",
            "ext. 5",
            "773-471-1000",
            "w@a.org",
            "a.org",
        ),
        *(
            "x@a.org, at night",
            "Monday 9\xa0am; Tuesday noon",
            "Dutch",
            "A step",
            "Bus 5",
            "Checked March 2026",
        ),
    ):
        assert text in rest, text


def test_a_confidential_office_says_its_city_alone(maker):
    """Whatever else its record held; without a name and where even the city is secret, why stands in its place."""
    hidden = model.Address(
        address_1="9 Secret Road", city="Oakland", state_province="IL", postal_code="60699", confidential=True
    )
    table = table_of(
        maker,
        model.Location(address=hidden, phones=(maker.phone(),)),
        model.Location(address=hidden, name="West"),
        model.Location(address=model.Address(confidential=True)),
    )
    assert headings(table) == ["", "Oakland, IL"]
    nowhere, named, nameless = rows(table)
    assert said(nowhere.place) == said(nameless.place) == "Address not public: call first"
    assert said(named.place) == "West" and said(named.notes) == "Address not public: call first"
    assert not any(word in said(table) for word in ("Secret", "60699"))


def test_each_row_has_a_head_and_a_cell(maker):
    """Also an office with nothing but a place: a table whose rows are of different lengths is read aloud wrong."""
    table = table_of(
        maker, maker.office("Oakland", maker.phone()), maker.office("Zion"), model.Location(name="Van")
    )
    for row in rows(table):
        kinds = {
            kind
            for each in inlines((row.place, row.notes, row.office, row.empty))
            for kind in above(each.tag)
        }
        assert {"Table", "TR", "TH", "TD"} <= kinds
        assert (row.empty is None) == (row.office != OfficeBlock())
    assert [each.tag.attributes for each in inlines(table.heads)] == [(("Table", "Scope", "Column"),)] * 2
    assert {
        each.tag for each in inlines((table.repeated, tuple(city.repeated for city in table.cities)))
    } == {None}


def above(tag):
    return {tag.kind, *above(tag.parent)} if tag else set()


def test_in_two_languages_heads_names_and_hours_are_in_both(maker):
    offices = (maker.office(name="West", hours=("Monday",)), maker.office(name="East", hours=("Tuesday",)))
    listing = maker.listing(locations=offices, office_table=True)
    others = (replace(offices[0], name="Oeste", hours=("lunes",)), replace(offices[1], hours=("martes",)))
    found = contact(maker, listing, replace(listing, locations=others), words_in("es")).table
    assert said(found.heads[0]) == "Place / Lugar" and said(found.repeated[1]) == "Phone / Teléfono"
    east, west = rows(found)
    assert [(each.text, each.tag.language) for each in west.place][:2] == [("West / ", ""), ("Oeste, ", "es")]
    assert said(west.place).startswith("West / Oeste, ") and said(west.office.second_hours) == "lunes"
    assert said(east.place).startswith("East, ") and said(east.office.second_hours) == "martes"


@pytest.mark.parametrize(
    "address, title",
    [
        (None, ""),
        (model.Address(address_1="1 A Street"), ""),
        (model.Address(city="Oakland", state_province="CA", postal_code="94601"), "Oakland, CA"),
        (model.Address(city="Victoria", state_province="BC", country="CA"), "Victoria, BC, Canada"),
        (model.Address(country="MX"), "Mexico"),
    ],
)
def test_the_title_of_a_city(address, title):
    assert city_title(address, "US") == title


def test_each_paragraph_of_a_cell_ends_with_a_space(maker):
    """A reader that joins what stands in a cell would glue the next to it."""
    numbers = (maker.phone(), maker.phone("773-471-5000"), maker.phone("773-471-1000", model.FAX))
    more = {"email": "a@b.org", "hours": ("Monday",), "accessibility": "A step", "verified": date(2026, 3, 1)}
    rows_of_two = rows(table_of(maker, maker.office("Oakland", *numbers, **more), maker.office("Zion")))
    block = rows_of_two[0].office
    paragraphs = (*block.numbers, *block.web, *block.hours, *block.facts, *block.status)
    assert len(paragraphs) == 7
    for each in paragraphs:
        pieces = inlines((each,) if isinstance(each, Inline) else each)
        assert "".join(piece.text for piece in pieces).endswith(" ")
