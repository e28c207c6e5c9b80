"""Exports of known programs, made up with all that is odd in real ones: recognised, joined, kept private."""

import csv
import io
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.exchange.clean.items import clean_all
from guide.exchange.join import gather
from guide.exchange.ledger import Ledger
from guide.exchange.mapping.known import find_mapping
from guide.exchange.privacy import keep_public
from guide.exchange.sources.read import collect, read_raw
from guide.exchange.tables import Row, Table
from tests.exchange import made_exports as made
from tests.exchange.clean.made import DAY
from tests.thorough import examples

EXPORTS = {
    "icarol": (made.icarol(), "icarol"),
    "icarol, few columns": (
        made.icarol(("ResourceAgencyNum", "ParentAgencyNum", "TaxonomyLevelName", "PublicName", "PhysicalAddress1", "PhysicalAddressIsPrivate",
                     "AgencyDescription", "ExcludeFromWebsite")),
        "icarol",
    ),
    "icarol, written otherwise": (
        made.icarol(rename={"ResourceAgencyNum": "resource agency num", "Phone5Name": "phone5_name", "PublicName": "Public Name", "ParentAgencyNum": "PARENT_AGENCY_NUM"}),
        "icarol",
    ),
    "visionlink": (made.visionlink(), "visionlink"),
    "visionlink without instructions": (made.visionlink(instructions=False), "visionlink"),
    "wellsky": (made.wellsky(), "wellsky"),
    "bmlt": (made.bmlt(), "bmlt"),
    "bmlt without formats": (made.bmlt(formats=False), "bmlt"),
    "bmlt as csv": (made.bmlt_csv(), "bmlt"),
    "tsml": (made.tsml(), "tsml"),
}  # fmt: skip


@pytest.fixture
def bring_in(tmp_path):
    """Bring in files as {name: text}: (items by their keys, ledger, drafts that may be shown)."""

    def bring(files, wanted=""):
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8", newline="")
        ledger = Ledger()
        tables = read_raw(collect([str(tmp_path / name) for name in files]), ledger)
        mapping = find_mapping(tables)
        assert mapping is not None and mapping.name == (wanted or mapping.name)
        drafts = keep_public(gather(tables, mapping, ledger), ledger)
        items = clean_all(drafts, mapping, ledger, "US", DAY)
        return {item.key: item for item in items}, ledger, drafts

    return bring


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_is_recognised_and_says_nothing_that_is_private(bring_in, name):
    """Neither in its items nor in its report; and no row is lost."""
    files, mapping = EXPORTS[name]
    items, ledger, drafts = bring_in(files, mapping)
    said = f"{items}\n{ledger.notes}".casefold()
    assert [secret for secret in made.SECRETS if secret.casefold() in said] == []
    kept = {row for draft in drafts for each in walk(draft) for row in each.rows}
    assert set(ledger.lost()) <= kept


def walk(draft):
    """A draft and all that it has."""
    yield draft
    for each in (*draft.locations, *draft.services):
        yield from walk(each)


def named(items):
    """The names of items."""
    return [item.values.get("name") for item in items]


def reasons(ledger):
    """{row: why it was left out} of rows of one file."""
    return {at.row: lot.reason for at, lot in ledger.lots.items() if lot and lot.fate == "left out"}


# --- iCarol -------------------------------------------------------------------------------------------


def test_levels_of_icarol_stand_in_their_agencies(bring_in):
    """A program at a site says more of its program; where that is not here, it is one itself."""
    items, ledger, _ = bring_in(made.icarol())
    assert named(items.values()) == [
        "Food for Lane County",
        "Womenspace",
        "Lonely Site",
        "Valley Elders: Main Office",
        "No Level Here",
    ]
    agency = items["100"]
    assert named(agency.locations) == ["Food for Lane County", "Dining Room"]
    assert named(agency.services) == ["Emergency Food Boxes", "Cooking Class"]
    boxes, cooking = agency.services
    assert named(boxes.locations) == ["Dining Room", "Food for Lane County"]
    assert boxes.locations[0].values["hours"] == ["Tue 9-5"]  # not those of others there
    assert "alternate_names" not in boxes.values
    assert named(cooking.locations) == ["Dining Room"]
    assert named(items["200"].locations) == ["Named Site"]  # by the name of its agency
    assert ("belongs to nobody, and stands by itself", "ParentAgencyNum 888 is not here") in [note[1:3] for note in ledger.notes]  # fmt: skip


def test_fields_of_icarol_are_those_of_content(bring_in):
    """Official names are other names, dates that stand for none are none."""
    items, _, _ = bring_in(made.icarol())
    agency = items["100"].values
    assert agency["alternate_names"] == ["FFLC", "The Food Bank", "Food for Lane County, Inc."]
    assert agency["former_names"] == ["Lane Food Share"]
    assert agency["languages"] == ["en", "es"]
    assert agency["hours"] == ["Mon-Fri, 8am-5pm"]
    assert agency["verified"] == "2014-03-02"
    assert items["100"].categories == ("Food", "Community")
    boxes = items["100"].services[0]
    assert boxes.values["required_documents"] == ["None", "Photo ID helps"]
    assert "verified" not in boxes.values
    assert boxes.categories == ("Food Pantries", "Emergency Food", "Groceries")  # of its sites, too
    assert items["100"].locations[1].values["hours"] == ["Mon 11:00 - 13:00", "sat closed"]


def test_a_number_in_five_columns_of_icarol_is_one(bring_in):
    """And it is called as the first of them calls it."""
    items, _, _ = bring_in(made.icarol())
    assert items["100"].values["phones"] == [
        "541-555-0100",
        {"number": "541-555-0101", "description": "Volunteer line"},
        {"number": "541-555-0105", "extension": "12", "description": "Pantry desk"},
        {"number": "800-555-0110", "type": "toll-free"},
        {"number": "541-555-0109", "type": "fax"},
    ]


def test_who_is_not_for_the_public_stays_out_of_icarol(bring_in):
    """With the reason."""
    items, ledger, _ = bring_in(made.icarol())
    assert reasons(ledger) == {
        10: "not for the website",
        11: "status: inactive",
        12: "status: inactive",
        13: "not for the directory",
        14: "not for the directory",
        15: "inactive",
    }
    womenspace = items["200"].values
    assert "alert" not in womenspace  # it was over long ago
    assert womenspace["address"] == {"city": "Eugene", "state_province": "OR", "confidential": "yes"}
    assert "latitude" not in womenspace and "transportation" not in womenspace


@pytest.mark.slow
def test_thousands_of_rows_of_icarol_are_joined_in_seconds(bring_in):
    """Three rows of 174 columns for each."""
    start, many = time.process_time(), examples(400, 1_000)
    items, _, _ = bring_in(made.many_icarol(many), "icarol")
    assert len(items) == many
    assert time.process_time() - start < 20


# --- VisionLink ---------------------------------------------------------------------------------------


def test_tables_of_visionlink_are_joined(bring_in):
    """Ids in lists of JSON, addresses in columns or in JSON, the row of instructions left out."""
    items, ledger, _ = bring_in(made.visionlink())
    assert list(items) == ["11", "12", "14"]
    law = items["11"]
    assert law.values["address"] == {"address_1": "12 Law St", "city": "Salem", "state_province": "OR", "postal_code": "97301"}  # fmt: skip
    assert items["14"].values["address"]["address_2"] == "Suite 4"
    (eviction,) = law.services
    assert named(eviction.locations) == ["Valley Legal Aid, Albany"]
    assert eviction.values["languages"] == ["es", "ru"]
    assert eviction.values["required_documents"] == ["Lease", "Notice"]
    assert eviction.values["service_areas"] == [{"county": "Marion County"}]
    assert [lot.reason for lot in ledger.lots.values() if lot].count("no data, as the mapping says") == 3


def test_a_first_row_of_visionlink_that_is_data_is_read(bring_in):
    """Its id is a number."""
    assert list(bring_in(made.visionlink(instructions=False))[0]) == ["11", "12", "14"]


def test_confidential_addresses_of_visionlink_are_never_said(bring_in):
    """Not even their city."""
    items, ledger, _ = bring_in(made.visionlink())
    assert items["12"].values["address"] == {"confidential": "yes"}
    assert "Dallas" not in f"{items}{ledger.notes}"


# --- WellSky ------------------------------------------------------------------------------------------


def test_lists_of_wellsky_are_read(bring_in):
    """As Python writes them; a service is called by its words, never by its code."""
    items, ledger, _ = bring_in(made.wellsky())
    assert list(items) == ["1"]
    food = items["1"]
    assert food.values["phones"] == ["541-555-0300", {"number": "541-555-0301", "type": "fax"}]
    assert food.locations[0].values["address"] == {
        "address_1": "40 Depot Rd", "address_2": "Dock 2", "city": "Bend", "state_province": "OR", "postal_code": "97701",
    }  # fmt: skip
    pantry, meals = food.services
    assert pantry.values["name"] == "Food pantry" and "name" not in meals.values
    assert pantry.values["hours"] == ["Mo,Tu 09:00-12:00"]
    assert pantry.values["languages"] == ["en", "es"]
    assert "BD-" not in str(items)
    assert sorted(lot.reason for lot in ledger.lots.values() if lot) == ["inactive"] * 2 + ["not shown on the public site"] * 2  # fmt: skip


# --- meetings -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("files", [made.bmlt(), made.bmlt_csv()], ids=["json", "csv"])
def test_meetings_of_a_bmlt_server_are_one_listing_a_group(bring_in, files):
    """Weekday 1 is Sunday; formats have their words from their own table."""
    items, _, _ = bring_in(files)
    serenity, noon = items.values()
    assert serenity.values["meetings"] == [
        {"hours": "Su 10:00-11:30", "formats": ["open", "discussion"]},
        {"hours": "We 19:00-20:30", "formats": ["open", "beginners"], "note": "Bring a cup"},
        {"hours": "Sa 19:30-20:30", "formats": ["closed", "women"]},
    ]
    assert serenity.values["address"]["address_2"] == "First Church"
    assert noon.values["meetings"][0]["link"] == "https://zoom.example.com/j/123"
    assert "address" not in noon.values


def test_formats_without_their_table_are_read_by_their_letters(bring_in):
    """As far as they are the usual ones."""
    items, ledger, _ = bring_in(made.bmlt(formats=False))
    assert [meeting["formats"] for meeting in list(items.values())[0].values["meetings"]] == [["open", "discussion"], ["open", "beginners"], ["closed", "women"]]  # fmt: skip
    assert "names what is not here" not in {note.kind for note in ledger.notes}


def test_meetings_of_a_12_step_list_are_one_listing_a_group(bring_in):
    """Day 0 is Sunday; a day may be a list; a group is called by its own name."""
    items, ledger, _ = bring_in(made.tsml())
    hour, sunrise, online, appointment = items.values()
    assert [meeting["hours"] for meeting in hour.values["meetings"]] == [
        "Su 17:30-18:30",
        "Tu 17:30",
        "Th 17:30",
    ]
    assert hour.values["address"]["address_1"] == "40 Hill Rd"
    assert sunrise.values["name"] == "Sunrise Group"
    assert [meeting.get("name") for meeting in sunrise.values["meetings"]] == ["Big Book", None]
    assert online.values["meetings"][0]["formats"] == ["open", "online"]
    assert "meeting without day or time, left out" in {note.kind for note in ledger.notes}
    assert appointment.values["name"] == "By appointment"


# --- dirty ones ---------------------------------------------------------------------------------------

DIRT = ("", " ", "N/A", "NULL", "0", "-1", "[", "[{", "{'id': None}", '[{"id": 1}]', "[[1]]", "(" * 200, "x" * 300, "\\n\\n", "<p>", "é\x00", "1900-01-01", "yes", "No")  # fmt: skip
TABLES = {name: files for name, (files, _) in EXPORTS.items() if all(file.endswith(".csv") for file in files)}


@pytest.mark.slow
@given(st.data())
@settings(max_examples=examples(15, 500), deadline=None)
def test_dirt_in_any_cell_does_no_harm(data):
    """Every row of a known export is in a draft or has its reason, whatever stands in its cells."""
    files = TABLES[data.draw(st.sampled_from(sorted(TABLES)))]
    tables = []
    for name, text in files.items():
        rows = list(csv.DictReader(io.StringIO(text)))
        for _ in range(data.draw(st.integers(0, 12))):
            row = data.draw(st.sampled_from(rows))
            row[data.draw(st.sampled_from(sorted(row)))] = data.draw(st.sampled_from(DIRT))
        tables.append(Table(name, name.removesuffix(".csv"), tuple(rows[0]), tuple(Row(number, row) for number, row in enumerate(rows, 2))))  # fmt: skip
    ledger, mapping = Ledger(), find_mapping(tables)
    drafts = keep_public(gather(tables, mapping, ledger), ledger)
    clean_all(drafts, mapping, ledger, "US", DAY)
    kept = {row for draft in drafts for each in walk(draft) for row in each.rows}
    assert set(ledger.lost()) <= kept


def test_tables_of_wellsky_that_stand_apart_are_read_as_those_of_hsds(bring_in):
    """With capital heads."""
    files = made.wellsky() | {
        "phones.csv": made.as_csv(
            [{"ID": "1", "SERVICE_ID": "8", "NUMBER": "541-555-0310", "TYPE": "voice"}]
        ),
        "languages.csv": made.as_csv([{"ID": "1", "SERVICE_ID": "9", "LANGUAGE": "Thai"}]),
    }
    items, _, _ = bring_in(files, "wellsky")
    pantry, meals = items["1"].services
    assert pantry.values["phones"] == ["541-555-0310"]
    assert meals.values["languages"] == ["th"]
