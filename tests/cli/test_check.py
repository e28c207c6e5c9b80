"""The command check: what it counts, how it ends, and the call sheet that it writes."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.samples import DOUBTFUL, WRONG, listing, reviews


def test_check_counts_what_is_verified(command, pretend):
    listings = [
        listing("Harm Reduction Coalition"),
        listing("Insite", date(2026, 3, 1)),
        listing("SMART Recovery"),
    ]
    pretend("guide.build", **reviews(listings))
    run = command("check")
    assert (run.code, run.out, run.err) == (0, ["3 listings in 4 sections, 1 verified."], [])


def test_check_prints_problems_and_ends_with_1(command, pretend):
    pretend("guide.build", **reviews(None, WRONG))
    run = command("check")
    assert run.code == 1
    assert run.err[-1] == "2 problems"
    assert len(run.err) == 3


@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["--strict"], 1)])
def test_warnings_are_mistakes_only_where_that_is_asked(command, pretend, arguments, code):
    pretend("guide.build", **reviews([listing("Insite")], (DOUBTFUL,)))
    run = command("check", *arguments)
    assert run.code == code
    assert run.err[-1] == "1 warning"
    assert run.err[0].endswith("; use six words [long-summary]")


def test_a_worklist_is_a_pdf_and_a_table(command, small):
    run = command("check", "--worklist")
    assert (run.code, run.out[:2]) == (
        0,
        [f"Made {Path('out/worklist.pdf')}", f"Made {Path('out/worklist.csv')}"],
    )
    assert Path("out/worklist.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert Path("out/worklist.csv").read_bytes().startswith(b'\xef\xbb\xbf"Entry"')
    assert command("check", "--worklist", "calls.csv").code == 0
    assert command("check", "--worklist", "calls.csv", "--format", "json").err == [
        "Made calls.pdf",
        "Made calls.csv",
    ]


def test_a_worklist_replaces_nobodys_table(command, small):
    Path("calls.csv").write_text("my own", encoding="utf-8")
    run = command("check", "--worklist", "calls.pdf")
    assert (run.code, Path("calls.csv").read_text(encoding="utf-8")) == (2, "my own")
    assert not Path("calls.pdf").exists()


def test_answers_in_a_call_sheet_are_not_written_over(command, small):
    """Whoever called has filled them in."""
    assert command("check", "--worklist", "calls").code == 0
    path = Path("calls.csv")
    first, rest = path.read_bytes().split(b"\r\n", 1)
    path.write_bytes(filled := first + b"\r\n" + rest.replace(b'"",""', b'"no","They moved"', 1))
    run = command("check", "--worklist", "calls")
    assert run.code == 2 and "answers are written into it" in run.err[-1] and path.read_bytes() == filled
