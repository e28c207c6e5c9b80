"""The tables of keys: each arrives in the model, and the schema says the same."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from guide.content import records
from guide.content.fields import Record
from guide.model import Address, EditionMark, Guide, HelpLine, Listing, Location, Phone, Publisher, Section, ServiceArea

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
    assert (listing.alternate_names, listing.former_names) == (("The Harbor",), ("Old Harbor", "Pier Kitchen"))
    assert (listing.alert, listing.closed) == ("Closed for now", True)
    assert listing.phones[0].e164 == "+17734710999"
    assert (listing.email, listing.website) == ("help@example.org", "https://www.example.org")
    assert listing.hours == ("Monday: 9:30 to noon", "Tuesday: NO")
    assert listing.service_areas == (ServiceArea(city="Oakland"), ServiceArea(state_province="CA"))
    assert (listing.required_documents, listing.languages) == ("Photo ID; Proof of address", "English, Spanish")
    assert (listing.services, listing.audience) == (("Food",), ("Families", "Youth"))
    assert (listing.verified, listing.verified_by, listing.source) == (date(2026, 3, 14), "M. Jones", "Our survey")


def test_what_is_empty_is_not_there(load_listing):
    """A key without a value is a key that is not given."""
    assert load_listing("phones:", "email:", "alert: ''", "hours: []", "locations:", "address: {}") == load_listing()


def test_phones_as_text_and_as_mapping(load_listing):
    """A phone is a number alone, or a number with what belongs to it."""
    listing = load_listing("phones:", "  - 415.241.9800", "  - {number: 415 901 4018 x7, type: Fax, description: front desk}",
                           "  - {number: 211, extension: 5}")
    assert [(phone.printed, phone.type, phone.extension, phone.description) for phone in listing.phones] == [
        ("415-241-9800", "voice", "", ""), ("415-901-4018", "fax", "7", "front desk"), ("211", "voice", "5", "")]
    assert listing.phones[0].number == "415.241.9800"
    assert listing.phones[0].mark[1:] == (6, 9)


def test_an_address_may_stand_for_a_location(load_listing):
    """A listing with a single location needs no list."""
    listing = load_listing("address: {address_1: 5 Main Street, city: Oakland, postal_code: 01234}")
    assert listing.locations == (Location(address=Address(address_1="5 Main Street", city="Oakland", postal_code="01234")),)


@pytest.mark.parametrize("lines, city", [
    (["address: confidential"], ""),
    (["address: Confidential"], ""),
    (["address: {confidential: yes, address_1: 5 Hidden Lane, address_2: Suite 5, po_box: PO Box 5,"
      " station: Hidden Station, postal_code: 94612, city: Oakland}"], "Oakland"),
])
def test_a_confidential_address_is_forgotten_at_once(load_listing, lines, city):
    """No later step can print what was never kept."""
    assert load_listing(*lines).locations == (Location(address=Address(confidential=True, city=city)),)


def test_texts_are_folded_and_composed(load_listing):
    """One-line texts have single spaces and composed letters."""
    assert load_listing("summary: >", "  Cafe\u0301   and", "  meals").summary == "Caf\u00e9 and meals"


@pytest.mark.parametrize("name, expected", [
    ("20-food.yaml", "food"), ("food.yaml", "food"), ("10_Food & Meals.yaml", "food-meals"), ("2024.yaml", "2024")])
def test_the_id_of_a_section(name, expected):
    """A file's name without its number is the id, if there is none in the file."""
    assert records.section_id(Path(name)) == expected


TABLES = [value for value in vars(records).values() if isinstance(value, Record)]


@pytest.mark.parametrize("name, model, apart", [
    ("a phone", Phone, {"printed", "e164", "in_digits", "mark"}),
    ("an address", Address, set()),
    ("a location", Location, {"opening", "hours_untranslated"}),
    ("a service area", ServiceArea, set()),
    ("a listing", Listing, {"mark", "address", "opening", "print", "printed", "untranslated", "hours_untranslated"}),
    ("a section", Section, {"mark", "flows_on", "page", "references", "untranslated"}),
    ("a publisher", Publisher, set()),
    ("an edition", EditionMark, set()),
    ("a line of help", HelpLine, set()),
    ("a guide", Guide, {"mark", "style", "source_language", "untranslated"}),
])
def test_keys_are_named_as_in_the_model(name, model, apart):
    """A key and the model's field have one name, but for what is worked out."""
    (table,) = (table for table in TABLES if table.name == name)
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


@pytest.mark.parametrize("written, meant", [
    ("adress", "address"), ("phone", "phones"), ("Phones", "phones"), ("e-mail", "email"), ("opening hours", "hours"),
    ("shortName", "short_name"), ("cost", "fees_description"), ("url", "website"), ("quartz", ""),
])
def test_did_you_mean(written, meant):
    """A key that is not there is matched with the one that was meant."""
    assert records.LISTING_RECORD.meant(written) == meant
