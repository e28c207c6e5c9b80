"""Columns become fields."""

from guide.exchange.mapping.columns import columns_of
from guide.exchange.mapping.model import Rule
from guide.exchange.mapping.own_fields import fields_of, id_of, rules_of
from tests.exchange.mapping.tables_made_up import made


def fields(text):
    return fields_of(columns_of(made(text)))


def test_several_columns_say_something_of_one_field():
    """All of them are taken, the one whose name is surest first."""
    found = fields(
        "Name | Extra category words | Category | About | Notes\nA | Legal | Food | Bags of food | Come early\nB | Bus | Beds | Nights | Call first"
    )
    assert found["description"].columns == ("About", "Notes") and found["description"].every
    assert found["category"].columns == ("Category", "Extra category words")


def test_one_of_several_names_is_for_people():
    """The others are other names."""
    found = fields("Legal Name | Public Name | Alias\nAlpha Inc. | Alpha | A\nBeta Inc. | Beta | B")
    assert found["name"].columns == ("Public Name",)
    assert set(found["alternate_names"].columns) == {"Alias", "Legal Name"}


def test_values_of_a_list_are_divided():
    found = fields(
        "Name | Category | Languages\nA | Food; Beds | English, Spanish\nB | Beds | English\nC | Food; Bus | Spanish, English"
    )
    assert found["category"].split == ";"


def test_a_yes_has_words():
    """In the language of the column's name."""
    found = fields("Name | Wheelchair accessible | Free\nA | Yes | x\nB | No |")
    assert found["accessibility"].words == {"Yes": "Wheelchair accessible", "No": ""}
    assert found["fees_description"].words == {"x": "Free"}
    assert (
        fields("Nombre | Silla de ruedas\nA | s\u00ed\nB | no")["accessibility"].words["s\u00ed"]
        == "Accesible en silla de ruedas"
    )


def test_rows_that_stay_out():
    """Where a column says that they are not shown, or closed; a private one is a field."""
    columns = columns_of(
        made("Name | Show on website | Permanently closed | Confidential\nA | Si | No | \nB | Non | Yes | x")
    )
    shown, closed = rules_of(columns)
    assert shown.column == "Show on website" and "Non" in shown.values
    assert closed == Rule(column="Permanently closed", reason="closed")
    assert "private" in fields_of(columns)


def test_an_id_is_in_every_row_once():
    columns = columns_of(made("ID | Agency ID | Name\n1 | 5 | A\n2 | 5 | B"))
    assert id_of(columns, "service").name == "ID"
    assert id_of(columns_of(made("ID | Name\n1 | A\n1 | B")), "listing") is None
