"""What is being imported, and the work on it."""

import os

import pytest

from guide.studio.imports import COLUMNS, FILE, REPORT, TAKEN, Intake, Refused, TooLarge, plain_name
from tests.exchange.made_exports import icarol
from tests.studio.conftest import open_studio

TABLE = b"""Agency Name,Phone,Category,Case worker notes,Last update
Oak Clinic,773-471-0201,Health,Maria said,2026-03-01
Ash Clinic,773-471-0202,Health,,2026-03-02
"""


@pytest.fixture
def intake(studio, in_thread):
    return Intake(studio)


def handed_over(intake, data=TABLE, name="list.csv"):
    """An import whose columns are there."""
    intake.hand_over(name, data)
    intake.begin()
    intake.wait()
    return intake


def reported(intake):
    intake.report()
    intake.wait()
    return intake.told


def test_a_file_becomes_columns_and_a_report_and_listings(intake, saves, folder, text):
    """Nothing is written before it is taken in; then the file is gone from the studio's folder."""
    before = sorted(folder.rglob("*"))
    assert handed_over(intake).state == COLUMNS
    assert {each.column: each.target for each in intake.columns.rows if each.target} == {
        "Agency Name": "name", "Phone": "phones.number", "Category": "category",
    }  # fmt: skip
    told = reported(intake)
    assert intake.state == REPORT and [name for _, name in told.new] == ["Ash Clinic", "Oak Clinic"]
    assert sorted(folder.rglob("*")) == before and intake.folder.is_dir()
    assert intake.take_in(saves, "") and intake.state == TAKEN
    assert "Oak Clinic" in text("3-health") and not intake.folder.exists()
    assert saves.undo().name == "list.csv" and sorted(folder.rglob("*")) == before


def test_what_is_handed_over_lies_in_a_folder_for_the_user_alone(intake, folder):
    intake.hand_over("../../list.csv", TABLE)
    (file,) = intake.folder.iterdir()
    assert intake.files == ["list.csv"] and folder not in file.parents
    if os.name != "nt":
        assert file.stat().st_mode & 0o077 == 0
    Intake(intake.studio)  # the studio begins again
    assert not intake.folder.exists()


def test_too_much_is_refused(intake, monkeypatch):
    monkeypatch.setattr("guide.studio.imports.MOST", 2 * len(TABLE) - 1)
    intake.hand_over("one.csv", TABLE)
    with pytest.raises(TooLarge):
        intake.hand_over("two.csv", TABLE)


def test_what_cannot_be_read_is_told_and_the_file_is_deleted(intake):
    handed_over(intake, b"%PDF-1.4 no table", "list.pdf")
    assert intake.state == FILE and "not a table" in str(intake.problems[0]) and not intake.folder.exists()


@pytest.mark.slow
def test_a_column_is_corrected(intake):
    """And a row is seen as a listing."""
    handed_over(intake)
    assert intake.row(0).values["phones"] == ["773-471-0201"] and intake.row(1).row == 3
    intake.choose("list.csv", "Phone", "")
    assert "phones" not in intake.row(0).values
    with pytest.raises(Refused):
        intake.choose("list.csv", "Category", "phones.type")
    for column, target in (("Nobody", "name"), ("Last update", "verified"), ("Phone", "nowhere")):
        with pytest.raises(KeyError):
            intake.choose("list.csv", column, target)
    with pytest.raises(KeyError):
        intake.row(2)


@pytest.mark.slow
def test_the_next_list_of_the_kind_is_known(intake, saves, folder):
    """What was corrected holds."""
    handed_over(intake)
    intake.choose("list.csv", "Category", "remark")
    reported(intake)
    intake.take_in(saves, "")
    assert "remark: Category" in (folder / "imported/mapping.yaml").read_text(encoding="utf-8")
    handed_over(intake, TABLE + b"Elm Clinic,773-471-0203,Health,,\n")
    assert intake.columns.kept and "Category" in {
        each.column for each in intake.columns.rows if each.target == "remark"
    }
    told = reported(intake)
    assert (len(told.new), told.same) == (1, 2)


@pytest.mark.slow
def test_a_second_list_is_compared_with_what_is_here(intake, saves, change, text):
    """What only the source has changed is changed, what both have changed stays and is told, what is gone too."""
    handed_over(intake, TABLE + b"Elm Clinic,773-471-0203,Health,,\n")
    reported(intake)
    intake.take_in(saves, "")
    change("3-health", "773-471-0202", "773-471-0222")
    saves.studio.look_again()
    handed_over(intake, TABLE.replace(b"0201", b"0211").replace(b"0202", b"0212"))
    told = reported(intake)
    assert [(name, [(each.key, each.after) for each in keys]) for name, keys in told.changed] == [
        ("Oak Clinic", [("phones", ["773-471-0211"])])
    ]
    ((name, (conflict,)),) = told.conflicts
    assert (name, conflict.before, conflict.after) == ("Ash Clinic", ["773-471-0222"], ["773-471-0212"])
    assert told.gone == ("Elm Clinic",) and told.new == () and told.same == 0
    before = text("3-health")
    intake.take_in(saves, "")
    assert "0211" in text("3-health") and "- 773-471-0222" in text("3-health")
    saves.undo()
    assert text("3-health") == before


@pytest.mark.slow
def test_it_goes_into_one_section_where_somebody_says_so(intake, saves, text):
    handed_over(intake)
    intake.section = "beds"
    told = reported(intake)
    assert told.new_sections == () and {section for section, _ in told.new} == {"Beds"}
    intake.take_in(saves, "")
    assert "Ash Clinic" in text("beds") and "Night Shelter" in text("beds")
    more = TABLE + b"Elm Clinic,773-471-0203,Health,,\n"
    assert handed_over(intake, more).section == "beds"  # as last time, until somebody says otherwise
    intake.section = ""
    assert reported(intake).new == (("Health", "Elm Clinic"),)


def test_a_guide_that_was_changed_meanwhile_is_compared_anew(intake, saves, change, text):
    handed_over(intake)
    intake.section = "beds"
    reported(intake)
    change("beds", "A bed for the night.", "Two beds.")
    assert not intake.take_in(saves, "") and "Clinic" not in text("beds")
    intake.wait()
    assert intake.state == REPORT and intake.again
    assert intake.take_in(saves, "") and "Two beds." in text("beds") and "Ash Clinic" in text("beds")


@pytest.mark.thorough
def test_it_is_stopped_in_a_process_of_its_own(folder):
    """What was there before stays."""
    intake = handed_over(Intake(open_studio(folder)))
    assert intake.state == COLUMNS
    intake.report()
    intake.stop()
    intake.wait()
    assert intake.state == COLUMNS and intake.told is None
    assert reported(intake).new
    intake.clear()


@pytest.mark.slow
def test_a_known_export_is_named_and_corrected(intake, saves, folder):
    """The next one is read as it was corrected."""
    ((name, text),) = icarol().items()
    handed_over(intake, text.encode(), name)
    assert intake.columns.system == "icarol" and not intake.columns.kept and intake.row(0).values["name"]
    intake.choose(name, "WebsiteAddress", "")
    reported(intake)
    intake.take_in(saves, "")
    assert "website" not in (folder / "imported/import.json").read_text(encoding="utf-8")
    handed_over(intake, text.encode(), name)
    assert intake.columns.kept and "website" not in {each.target for each in intake.columns.rows}
    told = reported(intake)
    assert told.new == () and told.changed == () and told.same > 1


def test_tables_that_belong_together_are_handed_over_at_once(intake):
    for name, data in (
        ("organizations.csv", b"id,name,description\n1,Oak Clinic,Helps.\n"),
        ("services.csv", b"id,organization_id,name,status\n1,1,Care,active\n"),
        ("locations.csv", b"id,organization_id,name\n1,1,Main\n"),
    ):
        intake.hand_over(name, data)
    intake.begin()
    intake.wait()
    assert intake.problems == () and len(intake.columns.tables) == 3 and intake.columns.named
    assert intake.name == "organizations.csv, services.csv, locations.csv"


def test_a_studio_for_looking_only_leaves_the_files_of_another(intake, folder):
    intake.hand_over("list.csv", TABLE)
    Intake(open_studio(folder, read_only=True)).clear()
    assert list(intake.folder.iterdir())


def test_names_are_those_of_files():
    assert plain_name("C:\\lists\\county.xlsx") == "county.xlsx"
    assert plain_name("https://example.org/feed/list.csv?key=1") == "list.csv"


def test_a_table_without_names_waits_for_one(intake):
    handed_over(intake, b"A1,B1\n1,2\n3,4\n")
    assert intake.state == COLUMNS and not intake.columns.named
    intake.choose("list.csv", "A1", "name")
    assert intake.columns.named
