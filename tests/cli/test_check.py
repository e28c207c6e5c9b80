"""The command check: what it counts, how it ends, and the call sheet that it writes."""

import csv
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


def rows_of(path):
    return {row["Id"] for row in csv.DictReader(Path(path).read_text(encoding="utf-8-sig").splitlines())}


def test_a_call_sheet_is_divided_among_volunteers(command, small):
    """On the pages and in the table, which replaces a whole one, and is replaced by it."""
    assert command("check", "--worklist", "calls").code == 0
    whole = rows_of("calls.csv")
    parts = []
    for part in ("1/2", "2/2"):
        run = command("check", "--worklist", "calls", "--part", part)
        assert run.code == 0 and f"part {part[0]} of 2" in " ".join(run.out)
        parts.append(rows_of("calls.csv"))
    assert parts[0] | parts[1] == whole and not parts[0] & parts[1]
    assert command("check", "--worklist", "calls").code == 0 and rows_of("calls.csv") == whole


def test_nobody_to_call_makes_no_call_sheet(command, small):
    run = command("check", "--worklist", "calls", "--part", "99/99")
    assert run.code == 0 and "There is nobody to call (part 99 of 99); no call sheet was made." in run.out
    assert not Path("calls.pdf").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--worklist", "--part", "6/5"), "6/5 is no part; the first of 5 is 1/5, the last 5/5."),
        (("--worklist", "--part", "two"), "two is no part; write which of how many, as in 2/5."),
        (("--part", "1/5"), "choose calls; give --worklist too"),
        (("--stale",), "choose calls; give --worklist too"),
        (("--section", "Food"), "choose calls; give --worklist too"),
        (("--order", "number"), "choose calls; give --worklist too"),
    ],
)
def test_a_wrong_choice_of_calls_is_told(command, small, arguments, words):
    run = command("check", *arguments)
    assert run.code == 2 and words in " ".join(" ".join(run.err).split())


def test_a_section_that_there_is_not_makes_no_call_sheet(command, small):
    run = command("check", "--worklist", "calls", "--section", "Nowhere at all")
    assert run.code == 1 and any('there is no section "Nowhere at all"' in line for line in run.err)
    assert not Path("calls.pdf").exists()


def test_check_looks_at_the_words_of_messages(command, small):
    (small / "mail").mkdir()
    (small / "mail/en.txt").write_text("Subject: {titel}\n\nHello\n", encoding="utf-8")
    run = command("check")
    assert run.code == 1 and any("en.txt:1:10: error:" in line and "{title}" in line for line in run.err)
