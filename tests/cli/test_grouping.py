"""Many problems in few lines: kinds that come often, and warnings that were told on a day before."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guide.cli import grouping
from guide.errors import ERROR, WARNING, Mark, Problem
from tests.cli.samples import SMALL

DAY, NEXT = date(2026, 5, 1), date(2026, 5, 2)


def problem(number, name="word", level=WARNING, message=""):
    return Problem(
        mark=Mark(Path("a.yaml"), number, 1), name=name, message=message or f"no {number}", level=level
    )


def test_ten_of_a_kind_are_shown_and_eleven_are_one_group():
    """Where the first stands; a warning and an error of one name are two kinds."""
    ten = [problem(number) for number in range(10)]
    assert [group.first for group in grouping.grouped(ten)] == ten
    mixed = [problem(0, "other"), *ten, problem(11), problem(12, level=ERROR)]
    groups = grouping.grouped(mixed)
    assert [(group.first, len(group.others)) for group in groups] == [
        (mixed[0], 0),
        (ten[0], 10),
        (mixed[-1], 0),
    ]


def test_a_group_names_the_first_three_places():
    assert grouping.more_of_them([problem(n) for n in (2, 2, 3, 4)]) == (
        " and 4 more like it, as at a.yaml:2:1 and a.yaml:3:1; --every shows them"
    )
    assert grouping.more_of_them([]) == ""


def test_a_warning_is_old_on_the_day_after_and_new_again_after_a_week_without(tmp_path):
    """Wherever its line has moved; an error never is old."""
    warning, error = problem(1, message="see b.yaml:3:4"), problem(2, level=ERROR)
    moved = replace(problem(9), message="see b.yaml:7:4")
    assert grouping.told_before([warning, error], tmp_path, DAY) == []
    assert grouping.told_before([warning, error], tmp_path, DAY) == []
    assert grouping.told_before([moved, error, problem(3)], tmp_path, NEXT) == [moved]
    assert grouping.told_before([warning], tmp_path, date(2026, 5, 20)) == []


def test_nothing_is_noted_where_there_is_no_folder_for_what_is_made(tmp_path):
    """Then every warning is told again; and no folder is made for it."""
    for day in (DAY, NEXT):
        assert grouping.told_before([problem(1)], tmp_path / "out", day) == []
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b'{"warnings told": 3}', b'{"warnings told": {"a": 1}}']
)
def test_notes_that_cannot_be_read_are_none(tmp_path, data):
    (tmp_path / grouping.MEMORY).write_bytes(data)
    assert grouping.told_before([problem(1)], tmp_path, DAY) == []


def test_what_somebody_else_has_written_stays(tmp_path):
    (tmp_path / grouping.MEMORY).write_bytes(b"mine")
    assert grouping.told_before([problem(1)], tmp_path, DAY) == []
    assert (tmp_path / grouping.MEMORY).read_bytes() == b"mine"


def test_check_and_build_say_warnings_of_yesterday_in_one_line(command, small):
    """--every and --strict show them; nothing of it stands in the content."""
    Path("out").mkdir()
    before = {path: path.read_bytes() for path in small.rglob("*") if path.is_file()}
    for name in ("check", "build"):
        first = [line for line in command(name, "--today", "2026-04-02").err if "never-verified" in line]
        assert len(first) == 1 and "warning: 2 of 2" in first[0]
        run = command(name, "--today", "2026-04-03")
        assert (
            run.err == ["1 warning as before: 1 never-verified; --every shows it", "1 warning"]
            and run.code == 0
        )
        assert first[0] in command(name, "--today", "2026-04-03", "--every").err
        assert any("2 of 2" in line for line in command(name, "--today", "2026-04-03", "--strict").err)
        Path("out", grouping.MEMORY).unlink()
    assert {path: path.read_bytes() for path in small.rglob("*") if path.is_file()} == before


def test_many_of_a_kind_are_one_line(command, small):
    """Of check and build; JSON has them all."""
    listings = "".join(f"  - id: l{n}\n    name: Help {n}\n    colur: x\n" for n in range(12))
    (small / "sections/a.yaml").write_text(f"title: Food\nlistings:\n{listings}", encoding="utf-8")
    for name in ("check", "build"):
        run = command(name)
        (line,) = [line for line in run.err if "colur" in line]
        assert (
            line.startswith("content/sections/a.yaml:5:5: error: ")
            and "[unknown-key] and 11 more like it" in line
        )
        assert run.err[-1].startswith("12 problems")
        assert sum("colur" in line for line in command(name, "--every").err) == 12
    assert sum("colur" in line for line in command("build", "--all").err) == 1  # which is another option
    assert command("check", "--format", "json").out.count('   "name": "unknown-key",') == 12


def test_quiet_says_nothing_but_mistakes(command, small):
    for arguments in (["build", "--quiet"], ["check", "-q"]):
        run = command(*arguments)
        assert (run.code, run.out, run.err) == (0, [], []), arguments
    (small / "guide.yaml").write_text(SMALL["guide.yaml"].replace("title", "titel"), encoding="utf-8")
    run = command("check", "-q")
    assert run.code == 1 and run.out == [] and "titel" in run.err[0]


def test_pdf_is_added_to_an_output_without_it(command, small):
    assert command("build", "--output", "spring guide").out[0] == "Made spring guide.pdf"
    assert command("build", "--output", "2.1").out[0] == "Made 2.1.pdf"
    assert command("build", "--output", "A.PDF").out[0] == "Made A.PDF"
