"""An import on the desk: columns, a row, a report."""

from datetime import date

import pytest

from guide.studio.import_work import DONE, GONE, REFUSED, Desk, Task, answer

TABLE = (
    "Agency,Phone,Hours\nOAK CLINIC,773-471-0201,Mon 9-5\nAsh Clinic,773-471-0202,by the moon\nNo Number,,\n"
)


@pytest.fixture
def desk(folder, tmp_path):
    """A table on the desk, and how far its work is."""
    place = tmp_path / "desk"
    place.mkdir()
    (place / "0").write_text(TABLE, encoding="utf-8")
    laps = []
    desk = Desk(Task(folder, place, ("list.csv",), (), date(2026, 5, 1)), laps.append)
    desk.laps = laps
    return desk


def test_the_report_says_what_would_come_of_it(desk, folder):
    """Its stages are told; nothing is written into the content."""
    before = sorted(folder.rglob("*"))
    told = desk.report({}, "")
    assert desk.laps == ["read", "columns", "rows", "listings", "checks", "compare"]
    assert [name for _, name in told.new] == ["Ash Clinic", "No Number", "Oak Clinic"] and told.listings == 3
    assert told.new_sections == ("Listings",)
    kinds = {kind: places for kind, _, places in told.kinds}
    assert kinds["capitals"] == (("list.csv, row 2, Agency", "OAK CLINIC", "Oak Clinic"),)
    assert "hours not read, kept as words" in kinds
    assert folder / "imported/mapping.yaml" in told.files and sorted(folder.rglob("*")) == before


def test_a_correction_is_in_the_file_for_the_next_time(desk, folder):
    told = desk.report({("list.csv", "Hours"): "remark"}, "")
    assert "remark: Hours" in told.files[folder / "imported/mapping.yaml"].decode()


def test_a_row_is_seen_as_a_listing(desk):
    row = desk.row({}, 1)
    assert (row.number, row.count, row.row, row.values["name"]) == (1, 3, 3, "Ash Clinic")


def test_what_cannot_be_done_is_said(desk):
    assert answer(desk, "columns", ({},))[0] == DONE
    assert answer(desk, "row", ({}, 9)) == (GONE, None)
    chosen = {("list.csv", "Phone"): "", ("list.csv", "Hours"): "phones.type"}
    kind, problems = answer(desk, "report", (chosen, ""))
    assert kind == REFUSED and problems[0].name == "no-number"


def test_columns_say_how_many_are_empty(desk):
    columns = desk.columns({})
    assert columns.tables == (("list.csv", "list", 3),) and columns.empty == 0 and columns.system == ""
    assert columns.named and not columns.kept
