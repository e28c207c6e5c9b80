"""A table taken back into the guide that it came from."""

import csv
import io

import pytest

from guide.errors import GuideError
from guide.exchange.give.in_place import hidden_keys, values_now
from guide.exchange.give.table import as_csv
from guide.project import open_project
from tests.exchange.give.samples import TODAY, loaded, rich
from tests.exchange.test_bring_in import bring


@pytest.fixture
def content(tmp_path):
    return rich(tmp_path / "content")


def texts(content):
    return {
        path.name: path.read_text()
        for path in sorted(content.rglob("*.yaml"))
        if "imported" not in path.parts
    }


def table(content, path, changes=(), **more):
    """The table of what is printed, with changes: (row, id, column, text); rows more."""
    data = as_csv(open_project(content, TODAY).printed).decode("utf-8-sig")
    rows = [*csv.DictReader(io.StringIO(data, newline=""))]
    for kind, own, column, text in changes:
        next(row for row in rows if (row["row"], row["id"]) == (kind, own))[column] = text
    rows += [more] if more else []
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys(), restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_a_table_that_nobody_has_changed_changes_nothing(content, tmp_path):
    before = texts(content)
    brought = bring(content, table(content, tmp_path / "a.csv"))
    assert texts(content) == before
    assert (brought.plan.new, brought.plan.changed, brought.plan.gone, brought.plan.conflicts) == (0, 0, 0, 0)


def test_only_what_was_changed_is_changed_in_its_place(content, tmp_path):
    """And what was not in the table is printed as before."""
    before = loaded(content)
    path = table(content, tmp_path / "a.csv", [("listing", "harbor", "fees_description", "Two dollars"), ("listing", "group", "name", "Late Group")])  # fmt: skip
    path.write_text("\n".join(path.read_text().split("\n")), encoding="utf-8")
    brought = bring(content, path)
    after = loaded(content)
    assert (brought.plan.new, brought.plan.changed, brought.plan.gone) == (0, 2, 0)
    food = texts(content)["1-food.yaml"]
    assert (
        "fees_description: Two dollars" in food
        and "verified_by: Zetaperson" in food
        and "Zetaprogram" in food
    )
    assert after.sections[1].listings[2].name == "Late Group"
    assert after.sections[1].listings[0] == before.sections[1].listings[0]


def test_what_the_table_does_not_show_is_not_lost(content, tmp_path):
    """A street that is confidential, and a program that is not printed, stand under keys that stay as they are."""
    changes = [("office", "refuge", "phone_1", "773-471-0333"), ("program", "harbor", "name", "Food pantry")]
    brought = bring(content, table(content, tmp_path / "a.csv", changes))
    assert brought.plan.conflicts == 2
    assert (
        "990 Zetastreet" in texts(content)["2-safe.yaml"] and "Zetaprogram" in texts(content)["1-food.yaml"]
    )
    listings = loaded(content).sections[0].listings
    assert [hidden_keys(each) for each in listings][0] == ["programs"]


def test_a_new_row_is_a_new_listing(content, tmp_path):
    bring(
        content,
        table(content, tmp_path / "a.csv", name="New Place", section_id="safe", section="Safe places"),
    )
    assert [each.name for each in loaded(content).sections[1].listings][-1] == "New Place"


def test_a_table_in_another_language_is_refused(content, tmp_path):
    before = texts(content)
    path = table(content, tmp_path / "a.csv")
    path.write_text(path.read_text().replace("guide,,,,en", "guide,,,,es"))
    with pytest.raises(GuideError, match="in es, and the guide in en"):
        bring(content, path)
    assert texts(content) == before


def test_what_is_said_now_has_the_form_of_the_table(content):
    section, values = values_now(loaded(content))["harbor"]
    assert (section, values["phones"][0]) == ("food", "773-471-0999")
