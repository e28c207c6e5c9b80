"""check --hours: what stands, what it reads as, what is not read."""

from pathlib import Path

from guide.cli.hours_table import hours_data, print_hours
from guide.content.hours_table import HoursRow
from guide.errors import Mark

MARK = Mark(Path("food.yaml"), 5, 12)
SURE = HoursRow(MARK, "Barn", "Mon 9am-5pm", ("Monday 9\u00a0am\u00a0to\u00a05\u00a0pm",))
TAKEN = HoursRow(MARK, "Harbor", "Mon 9-5", SURE.lines, ("9-5",))
UNREAD = HoursRow(MARK, "Annex", "Call first", unread='"Call"')


def test_what_needs_a_look_comes_first(capsys):
    print_hours((SURE, TAKEN, UNREAD))
    told = capsys.readouterr().out
    assert told.index("Annex") < told.index("Harbor") < told.index("Barn")
    assert "food.yaml:5:12: Annex\n    stands    Call first\n" in told
    assert "    reads as  Monday 9 am to 5 pm\n" in told
    assert told.endswith("3 texts of hours: 2 read, 1 not.\n")


def test_for_programs():
    (row,) = hours_data([TAKEN])
    assert row == {
        "path": "food.yaml",
        "line": 5,
        "column": 12,
        "listing": "Harbor",
        "text": "Mon 9-5",
        "reads_as": ["Monday 9 am to 5 pm"],
        "taken": ["9-5"],
        "unread": "",
    }
