"""Names of tables and columns as people and programs write them."""

import pytest

from guide.exchange.mapping.names import common_words, find_columns, has_columns, is_table


@pytest.mark.parametrize(
    "pattern, name",
    [
        ("services", "Service"),
        ("services", "SERVICES"),
        ("service_at_location", "services_at_location"),
        ("service_at_location", "ServiceAtLocations"),
        ("addresses", "address"),
        ("physical_addresses", "Physical Address"),
        ("taxonomies", "taxonomy"),
        ("phones|telephones", "telephone"),
        ("*", "Sheet1"),
        ("meetings*", "Meetings 2026"),
        ("*", "\u7d44\u7e54"),
    ],
)
def test_a_table_is_meant_however_it_is_written(pattern, name):
    """Case, plural and marks between words do not count; "*" stands for anything, "|" divides several."""
    assert is_table(pattern, name)


@pytest.mark.parametrize(
    "pattern, name",
    [
        ("services", "service_areas"),
        ("services", "services_at_location"),
        ("phones", "phone_numbers"),
        ("a.c", "abc"),
    ],
)
def test_another_table_is_not_meant(pattern, name):
    """A name is the whole of it, and marks are no expressions."""
    assert not is_table(pattern, name)


def test_a_column_that_is_written_so_comes_first():
    """Others that only differ in case and marks are as good where there is none."""
    columns = ("Agency Name", "agency_name", "Phone1Number", "Phone2Number", "PhoneFax")
    assert find_columns("agency_name", columns) == ["agency_name"]
    assert find_columns("AgencyName", columns) == ["Agency Name", "agency_name"]
    assert find_columns("Phone*Number", columns) == ["Phone1Number", "Phone2Number"]
    assert find_columns("Fax", columns) == []
    assert find_columns("#", ("#", "Name")) == ["#"]


def test_one_of_two_columns_is_enough():
    """And all that are wanted must be there."""
    assert has_columns(("id", "organization_id|parent_id"), ("ID", "parent_id"))
    assert not has_columns(("id", "organization_id|parent_id"), ("ID", "name"))


def test_words_that_all_tables_begin_with():
    """ "fl_services" and "fl_locations" are services and locations."""
    assert common_words(["fl_services", "fl_locations"]) == "fl_"
    assert common_words(["services", "service_areas"]) == ""
    assert common_words(["fl_services"]) == ""


def test_letters_with_accents_are_one_letter_or_two():
    """A file from a Mac has "e" and an accent behind it, a mapping that was typed has "\u00e9"."""
    assert find_columns("Tel\u00e9fono", ["Nombre", "Tele\u0301fono"]) == ["Tele\u0301fono"]
