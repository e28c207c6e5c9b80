"""The tables of keys: named as in the model, each key explained, and the schema says the same."""

from dataclasses import fields

import pytest

from guide.content.records import contact, guide_file, listings, mail
from guide.model import (
    Address,
    EditionMark,
    Guide,
    HelpLine,
    Listing,
    Location,
    Meeting,
    Phone,
    Publisher,
    Section,
    ServiceArea,
)
from guide.reading.fields import Record

TABLES = [
    value
    for module in (contact, guide_file, listings, mail)
    for value in vars(module).values()
    if isinstance(value, Record)
]


@pytest.mark.parametrize(
    "name, model, apart",
    [
        ("a phone", Phone, {"printed", "description_language", "e164", "in_digits", "mark"}),
        ("an address", Address, set()),
        ("a location", Location, {"opening", "hours_mark", "hours_untranslated", "language_codes"}),
        ("a service area", ServiceArea, set()),
        (
            "a listing",
            Listing,
            {
                "mark",
                "address",
                "opening",
                "hours_mark",
                "print",
                "printed",
                "untranslated",
                "hours_untranslated",
                "status",
                "alert_days",
                "closed_days",
                "gone",
                "language_codes",
            },
        ),
        (
            "a section",
            Section,
            {"mark", "flows_on", "own_page", "page", "references", "groups", "untranslated"},
        ),
        ("a publisher", Publisher, set()),
        ("an edition", EditionMark, set()),
        ("a meeting", Meeting, set()),
        ("a line of help", HelpLine, {"days", "from", "until", "text_language"}),
        (
            "a guide",
            Guide,
            {"mark", "style", "source_language", "untranslated", "pictograms", "own_pages", "day"}
            | {"former", "hidden", "news", "maps"},
        ),
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
