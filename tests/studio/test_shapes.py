"""Which field a key needs."""

import pytest

from guide.content.records.listings import LISTING_RECORD
from guide.reading.fields import Field, Record
from guide.reading.kinds import FLAG, WORD, choice, many
from guide.studio.shapes import RECORDS, shape, shapes_of


@pytest.mark.parametrize(
    ("key", "control", "lone"),
    [("name", "line", ""), ("phones", "rows", "number"), ("address", "group", ""), ("locations", "rows", ""), ("hours", "lines", ""),
     ("description", "text", ""), ("verified", "day", ""), ("print", "flag", ""), ("alert", "group", "text"), ("status", "group", "is"),
     ("services", "lines", ""), ("service_areas", "rows", ""), ("emails", "rows", "email"), ("languages", "lines", "")],
)  # fmt: skip
def test_the_fields_of_a_listing(key, control, lone):
    (found,) = (each for each in shapes_of("a listing") if each.key == key)
    assert (found.control, found.lone) == (control, lone)


def test_every_key_of_every_table_has_a_field():
    """In its order."""
    for name, record in RECORDS.items():
        assert [each.key for each in shapes_of(name)] == [each.key for each in record.fields]
    assert len(shapes_of("an edition file")) > 40 and len(shapes_of("a listing")) == len(
        LISTING_RECORD.fields
    )


def test_choices_are_words_that_mean_themselves():
    """Other words for the same are none."""
    (kind,) = (each for each in shapes_of("a phone") if each.key == "type")
    assert "text" in kind.choices and "sms" not in kind.choices and kind.control == "choice"


def test_a_record_that_nobody_knows_has_its_fields_from_its_schema():
    record = Record(
        "a thing", (Field("word", WORD, "A word.", required=True), Field("is", FLAG, "Yes.")), dict
    )
    found = shape("things", many(record).schema)
    assert (found.control, [(each.key, each.control, each.doc) for each in found.inside]) == (
        "rows",
        [("word", "line", "A word."), ("is", "flag", "Yes.")],
    )
    assert shape("x", choice(("a", "b"), None).schema).choices == ("a", "b")


@pytest.mark.parametrize(
    ("key", "control", "choices"),
    [("up", "choice", ("2", "4", "8", "16")), ("index", "lines", ("name", "place", "topic")), ("default", "flag", ("yes", "no")),
     ("bilingual", "choice", ("beside", "under")), ("choice", "group", ()), ("fit", "line", ())],
)  # fmt: skip
def test_the_fields_of_an_edition(key, control, choices):
    (found,) = (each for each in shapes_of("an edition file") if each.key == key)
    assert (found.control, found.choices) == (control, choices)
