"""What a column goes into, and another choice."""

import pytest

from guide.errors import GuideError
from guide.exchange.mapping.choose import choices_for, target_in, with_choice
from guide.exchange.mapping.guess import guess
from guide.exchange.mapping.known import find_mapping
from guide.exchange.mapping.model import Take
from guide.exchange.mapping.read import read_mapping
from guide.exchange.mapping.tables import match_tables
from guide.exchange.mapping.write import write_mapping
from tests.exchange.made_exports import icarol
from tests.exchange.made_tables import table

TABLE = table(
    "list",
    """
Agency,Phone,Fax,Ext,Street,City,Notes,Mystery,Last Update,Do Not Publish,Code
Food Bank,773-471-0142,773-471-0143,12,1 Oak St,Larkin,Come in.,xyz,3/14/26,no,A
Larkin Clinic,773-471-0144,,,2 Elm St,Larkin,Call us.,zyx,3/15/26,no,B
Night Pantry,773-471-0145,,,3 Elm St,Larkin,Knock.,yxz,3/16/26,no,C
""",
)


def targets(mapping, tables=(TABLE,)):
    (rules, *_) = match_tables(tables, mapping)
    return {column: target for column in tables[0].columns if (target := target_in(rules, column))}


def choose(column, target, mapping=None):
    return with_choice(mapping or guess([TABLE]).mapping, [TABLE], TABLE, column, target)


def test_every_column_says_what_it_goes_into():
    """A day of change into nothing."""
    assert targets(guess([TABLE]).mapping) == {
        "Agency": "name",
        "Phone": "phones.number",
        "Fax": "phones.number:fax",
        "Ext": "phones.extension",
        "Street": "addresses.address_1",
        "City": "addresses.city",
        "Notes": "description",
        "Do Not Publish": "private",
    }


@pytest.mark.parametrize(
    "column, target",
    [
        ("Mystery", "hours"),
        ("Mystery", "description"),
        ("Mystery", "phones.number:tty"),
        ("Mystery", "phones.description"),
        ("Mystery", "addresses.postal_code"),
        ("Mystery", "out"),
        ("Mystery", "in"),
        ("Mystery", "id"),
        ("Notes", ""),
        ("Phone", "name"),
        ("Do Not Publish", ""),
        ("Last Update", "remark"),
    ],
)
def test_a_choice_holds_and_is_written(column, target, tmp_path):
    """In the file for the next time it says the same; what other columns go into stays."""
    mapping = choose(column, target)
    before, after = targets(guess([TABLE]).mapping), targets(mapping)
    assert after.get(column, "") == target
    moved = {"Phone": {"Agency", "Ext"}}.get(column, set())  # one name; an extension needs a number
    assert {key: each for key, each in after.items() if key != column} == {
        key: each for key, each in before.items() if key != column and key not in moved
    }
    path = tmp_path / "mapping.yaml"
    path.write_text(write_mapping(mapping, [TABLE]), encoding="utf-8")
    assert targets(read_mapping(path)) == after


def test_a_day_of_change_is_no_check():
    assert "verified" not in choices_for("Last Update") and "verified" in choices_for("Last verified")
    with pytest.raises(KeyError):
        choose("Last Update", "verified")


def test_what_is_said_of_a_number_needs_one():
    mapping = choose("Fax", "", choose("Phone", ""))
    with pytest.raises(GuideError, match="say first which column has the numbers"):
        choose("Mystery", "phones.type", mapping)


def test_a_city_with_its_state_and_code_belongs_to_the_street():
    """Both are one address."""
    mapping = choose("City", "addresses.rest")
    assert (
        targets(mapping)["City"] == "addresses.rest" and targets(mapping)["Street"] == "addresses.address_1"
    )
    assert mapping.tables[0].groups["addresses"] == (
        {"address": Take(columns=("Street", "City"), join=", ")},
    )
    assert targets(choose("City", "addresses.city", mapping))["City"] == "addresses.city"


def test_a_known_export_is_corrected_too():
    """It is no longer the one that ships."""
    ((name, text),) = icarol().items()
    export = table(name, text)
    mapping = find_mapping([export])
    column = next(each for each in export.columns if "Website" in each)
    changed = with_choice(mapping, [export], export, column, "")
    assert target_in(match_tables([export], mapping)[0], column) and not target_in(
        match_tables([export], changed)[0], column
    )
