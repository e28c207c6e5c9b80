"""What tables are, and how they hang together."""

import pytest

from guide.exchange.mapping.roles import sheets_of, ties_of
from tests.exchange.mapping.tables_made_up import made


@pytest.mark.parametrize(
    "name, text, role",
    [
        ("agencies", "ID | Name\n1 | A\n2 | B", "organization"),
        ("tblSites", "SiteID | Name\n1 | A\n2 | B", "location"),
        ("Programs 2026", "ID | Name\n1 | A\n2 | B", "listing"),
        ("programs", "ID | Name\n1 | A\n2 | B", "service"),
        ("export", "location_id | location_name | agency_id\n1 | A | 5\n2 | B | 5", "location"),
        ("phones", "id | agency_id | number\n1 | 5 | 555-555-0101", "detail"),
        ("hours", "service_id | day | opens\n1 | Monday | 9:00", "detail"),
        ("contacts", "id | agency_id | name\n1 | 5 | Ann", ""),
        ("holidays", "id | location_id | date\n1 | 5 | 1/1/2026", ""),
        ("categories", "id | name\n1 | Food\n2 | Beds", "terms"),
        ("Sheet1", "Name | Phone\nA | 555-555-0101\nB | 555-555-0102", "listing"),
        ("notes", "Read this\nFill in all rows, one by one, and send them to us by the end of the month.", ""),
    ],
)  # fmt: skip
def test_roles(name, text, role):
    (sheet,) = sheets_of([made(text, name)])
    if name != "notes":
        assert sheet.role == role


def ties(*tables):
    """{(table, column): other table}."""
    sheets = sheets_of(tables)
    return {
        (sheet.table.name, tie.column.name): (tie.to.table.name, tie.by_name, tie.split)
        for sheet in sheets
        for tie in ties_of(sheet, sheets)
    }


def test_ids_tie_tables():
    """By equal values; a column that is named so needs few of them, any other needs long ids."""
    agencies = made("ID | Name\n71001 | Alpha\n71002 | Beta", "agencies")
    sites = made("ID | Whose | Name\n81001 | 71001 | East\n81002 | 71002 | West", "sites")
    assert ties(agencies, sites) == {("sites", "Whose"): ("agencies", False, "")}
    by_chance = made("ID | Beds | Name\n1 | 1 | East\n2 | 2 | West", "sites")
    assert ties(made("ID | Name\n1 | Alpha\n2 | Beta", "agencies"), by_chance) == {}


def test_several_ids_in_a_cell():
    sites = made("Site ID | Name\n81001 | East\n81002 | West\n81003 | North", "sites")
    programs = made(
        "ID | Site ID | Name\n91001 | 81001, 81002 | Food\n91002 | 81003, 81001 | Beds", "programs"
    )
    assert ties(sites, programs) == {("programs", "Site ID"): ("sites", False, ",")}


def test_names_tie_tables_that_have_no_ids():
    agencies = made("Agency | Phone\nAlpha, Inc. | 555-555-0101\nBeta | 555-555-0102", "agencies")
    programs = made("Program | Agency\nFood | ALPHA INC\nBeds | Beta", "programs")
    assert ties(agencies, programs) == {("programs", "Agency"): ("agencies", True, "")}
