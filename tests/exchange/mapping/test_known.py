"""The mappings that ship: each is read, and found by what it needs."""

import pytest

from guide.errors import GuideError
from guide.exchange.mapping.known import FOLDER, find_mapping, known_mappings
from guide.exchange.tables import Table


def table(name, *columns):
    """An empty table."""
    return Table(f"{name}.csv", name, columns, ())


def test_all_that_ship_are_read_and_say_what_they_need():
    """Each has the name of its file."""
    assert known_mappings().keys() == {path.stem for path in FOLDER.glob("*.yaml")} >= {"hsds"}
    assert all(mapping.needs for mapping in known_mappings().values())


def test_tables_of_an_export_are_recognised():
    """By their columns, not by the names of files alone."""
    tables = (
        table("organization", "id", "name"),
        table("Services", "ID", "organization_id", "name", "description"),
    )
    mapping = find_mapping(tables)
    assert mapping is not None and mapping.name == "hsds"


def test_a_spreadsheet_of_a_city_is_not():
    """For it a mapping is guessed."""
    assert find_mapping((table("Sheet1", "Agency", "Phone", "Hours"),)) is None
    assert find_mapping(()) is None


def test_a_format_is_found_by_its_name():
    """Whatever the tables are."""
    mapping = find_mapping((), " HSDS ")
    assert mapping is not None and mapping.name == "hsds"


def test_a_name_that_is_none_is_told_with_those_that_are():
    """And with the one that was meant."""
    with pytest.raises(GuideError, match='did you mean "hsds"'):
        find_mapping((), "hsd")
    with pytest.raises(GuideError, match="the formats are .*hsds"):
        find_mapping((), "qqqq")


def test_an_export_that_looks_as_another_one_is_what_it_is():
    """However many of its columns the other one would take, too."""
    columns = (
        "ID",
        "ORGANIZATION_ID",
        "NAME",
        "DESCRIPTION",
        "ASSURED_DATE",
        "SHORT_DESC",
        "TAXONOMY_IDS",
        "KEYWORDS",
        "AUDIENCE",
        "ALERT",
    )
    mapping = find_mapping((table("services", *columns, "ISACTIVE"),))
    assert mapping is not None and mapping.name == "wellsky"
    mapping = find_mapping((table("services", *columns),))
    assert mapping is not None and mapping.name == "hsds"
