"""The tables of keys: each arrives in the model, and the schema says the same."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from guide.content.records import contact, guide_file, listings, mail
from guide.model import (
    Address,
    EditionMark,
    Guide,
    HelpLine,
    Listing,
    Location,
    Phone,
    Publisher,
    Section,
    ServiceArea,
)
from guide.reading.fields import Record

FULL = """
short_name: HFB
name_note: food only
alternate_names: The Harbor
former_names: [Old Harbor, Pier Kitchen]
summary: Groceries
alert: Closed for now
closed: yes
phones: [773-471-0999]
email: help@example.org
website: www.example.org
hours: |
  Monday: 9:30 to noon
  Tuesday: NO
service_areas: [{city: Oakland}, {state_province: CA}]
eligibility_description: Anyone
fees_description: Free
required_documents: [Photo ID, Proof of address]
languages: [English, Spanish]
accessibility: Step-free
transportation: Bus 12
services: Food
audience: [Families, Youth]
verified: 2026-03-14
verified_by: M. Jones
source: Our survey
"""


def test_every_key_of_a_listing(load_listing):
    """What content gives arrives as it was typed."""
    listing = load_listing(*FULL.strip().split("\n"))
    assert (listing.short_name, listing.name_note, listing.summary) == ("HFB", "food only", "Groceries")
    assert (listing.alternate_names, listing.former_names) == (
        ("The Harbor",),
        ("Old Harbor", "Pier Kitchen"),
    )
    assert (listing.alert, listing.closed) == ("Closed for now", True)
    assert listing.phones[0].e164 == "+17734710999"
    assert (listing.email, listing.website) == ("help@example.org", "https://www.example.org")
    assert listing.hours == ("Monday: 9:30 to noon", "Tuesday: NO")
    assert listing.service_areas == (ServiceArea(city="Oakland"), ServiceArea(state_province="CA"))
    assert (listing.required_documents, listing.languages) == (
        "Photo ID; Proof of address",
        "English, Spanish",
    )
    assert (listing.services, listing.audience) == (("Food",), ("Families", "Youth"))
    assert (listing.verified, listing.verified_by, listing.source) == (
        date(2026, 3, 14),
        "M. Jones",
        "Our survey",
    )


def test_what_is_empty_is_not_there(load_listing):
    """A key without a value is a key that is not given."""
    assert (
        load_listing("phones:", "email:", "alert: ''", "hours: []", "locations:", "address: {}")
        == load_listing()
    )


def test_blanks_are_told_once_for_each_key(load):
    """A value of spaces of any kind is as good as none, and its key is told with the number of such values."""
    found = load(
        food="""title: Food
listings:
  - id: food-bank
    name: Harbor Food Bank
    address: {city: Oakland, country: '   ', address_2: "\\u00a0"}
    phones: ' '
    hours: [Monday, ' ']
    description: "\\u3000"
  - id: meals
    name: Meals
    address: {city: Oakland, country: ' '}
"""
    )
    assert [(problem.name, problem.level, problem.mark.line) for problem in found.problems] == [
        ("blank", "warning", line) for line in (5, 5, 6, 7, 8)
    ]
    assert '"country" has nothing but spaces after it (2 times)' in found.lines[0]
    first, second = found.guide.listings
    assert (
        first.locations == second.locations
        and first.hours == ("Monday",)
        and not first.phones
        and not first.description
    )
    bare = load(food="title: Food\nlistings:\n  - id: food-bank\n    name: ' '\n")
    assert [problem.name for problem in bare.problems] == [
        "missing",
        "blank",
    ] and '"name" is empty' in bare.lines[0]


@pytest.mark.parametrize(
    "typed, taken",
    [
        ("textphone", "tty"),
        ("TDD", "tty"),
        ("sms", "text"),
        ("SMS", "text"),
        ("cell", "cell"),
        ("mobile", "cell"),
        ("video", "video"),
        ("pager", "pager"),
        ("voice", "voice"),
        ("Fax", "fax"),
        ("hotline", "voice"),
    ],
)
def test_the_types_that_others_have_are_known(load_listing, typed, taken):
    """HSDS's types of phone, and those of older exports, are taken as ours."""
    assert load_listing(f"phones: {{number: 312-744-5000, type: {typed}}}").phones[0].type == taken


def test_entities_are_printed_as_what_they_stand_for(load):
    """HTML's way to write a character is decoded, and told; one that stands for nothing to be seen is an error."""
    found = load(
        food="""title: Food &amp; Shelter
listings:
  - id: food-bank
    name: St. Mary&#39;s &amp;amp; Pantry
    summary: AT&T and R&B; Q&A &copy2 &notit;
    address: {address_1: 12 A&amp;B Street, city: Oakland}
    description: Meals &ndash; daily
"""
    )
    (listing,) = found.guide.listings
    assert (found.guide.sections[0].title, listing.name) == ("Food & Shelter", "St. Mary's & Pantry")
    assert (
        listing.summary == "AT&T and R&B; Q&A &copy2 &notit;"
        and listing.description[0].spans[0].text == "Meals \u2013 daily"
    )
    assert [problem.name for problem in found.problems] == ["entity"] * 3
    assert found.lines[1] == (
        "sections/food.yaml:4:19: St. Mary's & Pantry: \"name\" has &#39; of a web page in it, which is printed as '; write '"
    )
    for entity in ("&#8203;", "&shy;", "&zwnj;", "&#xAD;"):
        for key in ("summary", "description"):
            found = load(
                food=f"title: Food\nlistings:\n  - id: a\n    name: A\n    {key}: infor{entity}mation\n"
            )
            assert "unseen-character" in [problem.name for problem in found.problems]


def test_the_text_of_a_secret_address_is_in_no_message_about_entities(load):
    """The problem is told without a word of it."""
    found = load(
        food="title: Food\nlistings:\n  - id: a\n    name: A\n    address: {confidential: yes, address_1: 12 Pier&amp;Co}\n"
    )
    assert found.problems[0].name == "entity" and "Pier" not in found.lines[0]


@pytest.mark.parametrize(
    "text, is_told",
    [
        ("Come in. " * 28 + "And", True),
        ("Come in. " * 28 + "Ok.", False),
        ("x" * 252 + " to", True),
        ("x" * 255, False),
        ("Come in. " * 28 + "Every", False),
        ("Come in. " * 56 + "Then bring", False),
        ("Come in. " * 55 + "And", False),
        ("Come in. " * 55 + "Bring", True),
        ("Come in. " * 27 + "\n\n      - tea\n      - bed", False),
        ("Come in. " * 27 + "\n\n      - tea and", True),
    ],
)
def test_a_text_that_was_cut_off_is_told(load, text, is_told):
    """One that ends in the middle of a sentence at a number of characters where tables end."""
    for key in ("description", "fees_description"):
        found = load(food=f"title: Food\nlistings:\n  - id: a\n    name: A\n    {key}: |\n      {text}\n")
        assert [problem.name for problem in found.problems] == ["cut-off"] * is_told


def test_phones_as_text_and_as_mapping(load_listing):
    """A phone is a number alone, or a number with what belongs to it."""
    listing = load_listing(
        "phones:",
        "  - 415.241.9800",
        "  - {number: 415 901 4018 x7, type: Fax, description: front desk}",
        "  - {number: 211, extension: 5}",
    )
    assert [(phone.printed, phone.type, phone.extension, phone.description) for phone in listing.phones] == [
        ("415-241-9800", "voice", "", ""),
        ("415-901-4018", "fax", "7", "front desk"),
        ("211", "voice", "5", ""),
    ]
    assert listing.phones[0].number == "415.241.9800"
    assert listing.phones[0].mark[1:] == (6, 9)


def test_an_address_may_stand_for_a_location(load_listing):
    """A listing with a single location needs no list."""
    listing = load_listing("address: {address_1: 5 Main Street, city: Oakland, postal_code: 01234}")
    assert listing.locations == (
        Location(address=Address(address_1="5 Main Street", city="Oakland", postal_code="01234")),
    )


@pytest.mark.parametrize(
    "lines, city",
    [
        (["address: confidential"], ""),
        (["address: Confidential"], ""),
        (
            [
                "address: {confidential: yes, address_1: 5 Hidden Lane, address_2: Suite 5, po_box: PO Box 5,"
                " station: Hidden Station, postal_code: 94612, city: Oakland}"
            ],
            "Oakland",
        ),
    ],
)
def test_a_confidential_address_is_forgotten_at_once(load_listing, lines, city):
    """No later step can print what was never kept."""
    assert load_listing(*lines).locations == (Location(address=Address(confidential=True, city=city)),)


def test_texts_are_folded_and_composed(load_listing):
    """One-line texts have single spaces and composed letters."""
    assert load_listing("summary: >", "  Cafe\u0301   and", "  meals").summary == "Caf\u00e9 and meals"


@pytest.mark.parametrize(
    "name, expected",
    [
        ("20-food.yaml", "food"),
        ("food.yaml", "food"),
        ("10_Food & Meals.yaml", "food-meals"),
        ("2024.yaml", "2024"),
    ],
)
def test_the_id_of_a_section(name, expected):
    """A file's name without its number is the id, if there is none in the file."""
    assert listings.section_id(Path(name)) == expected


TABLES = [
    value
    for module in (contact, guide_file, listings, mail)
    for value in vars(module).values()
    if isinstance(value, Record)
]


@pytest.mark.parametrize(
    "name, model, apart",
    [
        ("a phone", Phone, {"printed", "e164", "in_digits", "mark"}),
        ("an address", Address, set()),
        ("a location", Location, {"opening", "hours_untranslated"}),
        ("a service area", ServiceArea, set()),
        (
            "a listing",
            Listing,
            {"mark", "address", "opening", "print", "printed", "untranslated", "hours_untranslated"},
        ),
        ("a section", Section, {"mark", "flows_on", "page", "references", "untranslated"}),
        ("a publisher", Publisher, set()),
        ("an edition", EditionMark, set()),
        ("a line of help", HelpLine, set()),
        ("a guide", Guide, {"mark", "style", "source_language", "untranslated"}),
    ],
)
def test_keys_are_named_as_in_the_model(name, model, apart):
    """A key and the model's field have one name, but for what is worked out."""
    (table,) = {id(table): table for table in TABLES if table.name == name}.values()
    assert set(table.readers) ^ {field.name for field in fields(model)} == apart


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_key_is_explained(table):
    """Each key has a sentence, which is what the schema shows."""
    schema = table.schema
    assert list(schema["properties"]) == [field.key for field in table.fields]
    assert all(each["description"].endswith(".") for each in schema["properties"].values())
    assert not schema["additionalProperties"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_what_people_call_a_key_is_no_key(table):
    """A word that is understood as a key is not itself one, and stands for one only."""
    others = [word for field in table.fields for word in field.also.split()]
    assert len(others) == len(set(others))
    assert not set(others) & set(table.readers)


@pytest.mark.parametrize(
    "written, meant",
    [
        ("adress", "address"),
        ("phone", "phones"),
        ("Phones", "phones"),
        ("e-mail", "email"),
        ("opening hours", "hours"),
        ("shortName", "short_name"),
        ("cost", "fees_description"),
        ("url", "website"),
        ("quartz", ""),
    ],
)
def test_did_you_mean(written, meant):
    """A key that is not there is matched with the one that was meant."""
    assert listings.LISTING_RECORD.meant(written) == meant
