"""A filled call sheet read back by the command: days written, the rest told."""

import csv
from pathlib import Path

import pytest

from tests.cli.samples import SMALL


@pytest.fixture
def sheet(command, small):
    """Makes the call sheet with the real command and fills it in: sheet({(id, question): cells})."""

    def fill(answers):
        assert command("check", "--worklist", "calls.pdf").code == 0
        path = small.parent / "calls.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        for (id, question), cells in answers.items():
            next(row for row in rows if row["Id"] == id and question in row["Question"]).update(cells)
        with path.open("w", encoding="cp1252", newline="") as file:
            writer = csv.DictWriter(file, rows[0], delimiter=";")
            writer.writeheader()
            writer.writerows(rows)
        return "calls.csv"

    return fill


ANSWERS = {
    ("food-bank", ""): {"Right?": "yes", "Called on": "3/4/2026", "Called by": "Ana"},
    ("food-bank", "number to call"): {"Right?": "ok", "What it should say": "they have none"},
    ("night-shelter", "name"): {"Right?": "no", "What it should say": "Nightly"},
}


def test_days_are_written_and_changes_listed(command, small, sheet):
    run = command("verify", "--calls", sheet(ANSWERS), "--today", "2026-05-01", "--by", "Bea")
    assert run.code == 0
    assert run.out == [
        f"Harbor Food Bank: verified 2026-03-04 by Ana ({Path('content/sections/a.yaml')})",
        "1 note:",
        '  Harbor Food Bank: Is there a number to call? "they have none" (line 5)',
        "1 thing to change in the files:",
        f"{Path('content/sections/b.yaml')}:3: Night Shelter",
        '  Is this the name? The guide says "Night Shelter"; they say "Nightly" (line 16)',
        '  Then: make-guide verify night-shelter --date 2026-05-01 --by "Bea"',
    ]
    assert run.err == ['Harbor Food Bank: "3/4/2026" was read as 2026-03-04.']
    assert "verified: 2026-03-04\n    verified_by: Ana" in (small / "sections/a.yaml").read_text()
    assert (small / "sections/b.yaml").read_text() == SMALL["sections/b.yaml"]


def test_nobody_reached_is_said(command, small, sheet):
    run = command("verify", "--calls", sheet({("food-bank", ""): {"Right?": "left message"}}))
    assert "not verified; nobody was reached" in run.err[0] and "left message" in run.out[1]


def test_a_newer_day_stays(command, small, sheet):
    path = sheet(ANSWERS)
    command("verify", "food-bank", "--date", "2026-04-02", "--by", "Cy")
    run = command("verify", "--calls", path, "--today", "2026-05-01")
    assert "stays verified 2026-04-02, which is later than the call on 2026-03-04" in run.err[0]
    assert "verified: 2026-04-02\n    verified_by: Cy" in (small / "sections/a.yaml").read_text()
    command("verify", "--calls", path, "--today", "2026-05-01", "--older")
    assert "verified: 2026-03-04\n    verified_by: Ana" in (small / "sections/a.yaml").read_text()


def test_a_sheet_with_one_mistake_changes_nothing(command, small, sheet):
    path = sheet(ANSWERS | {("night-shelter", "number"): {"Called on": "soon"}})
    run = command("verify", "--calls", path, "--today", "2026-05-01")
    assert run.code == 1 and any("calls.csv:" in line and '"soon"' in line for line in run.err)
    assert (small / "sections/a.yaml").read_text() == SMALL["sections/a.yaml"]


def test_answers_are_not_written_over(command, sheet):
    sheet(ANSWERS)
    run = command("check", "--worklist", "calls.pdf")
    assert run.code == 2 and "answers are written into it" in run.err[-1]


def test_a_note_alone_verifies_nothing(command, small, sheet):
    run = command("verify", "--calls", sheet({("food-bank", ""): {"Called by": "Ana"}}))
    assert run.err == ['Harbor Food Bank: not verified; nothing is answered under "Right?" and "Called on".']
    assert (small / "sections/a.yaml").read_text() == SMALL["sections/a.yaml"]
