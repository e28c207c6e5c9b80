"""Every check finds what its example holds, says so as docs/checks.md has it, and is silent where it is turned off.

After a change of a check: UPDATE_DOCS=1 pytest tests/content/test_checks_table.py
"""

import os
from datetime import date
from pathlib import Path

import pytest

from guide.content.checks import CHECKS, check_guide
from guide.content.load import load_guide
from guide.problems.table import KINDS

ROOT = Path(__file__).resolve().parent.parent.parent
DOC = ROOT / "docs" / "checks.md"
BEGIN, END = "<!-- made by tests/content/test_checks_table.py: begin -->", "<!-- end -->"
GUIDE = "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\n"
LISTING = "listings:\n  - id: food-bank\n    name: Harbor Food Bank\n"
TODAY = date(2026, 11, 23)

rows = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)


def section_of(example):
    """The example as a section: lines of a listing, or listings."""
    if not example.startswith("listings:"):
        example = LISTING + "".join(f"    {line}\n" for line in example.split("\n") if line)
    return "title: Food\n" + example


def found_in(folder, section, guide=GUIDE):
    """What check_guide finds in a guide of one section."""
    (folder / "sections").mkdir(exist_ok=True)
    (folder / "guide.yaml").write_text(guide, encoding="utf-8")
    (folder / "sections" / "food.yaml").write_text(section, encoding="utf-8")
    loaded, problems = load_guide(folder)
    assert loaded, [str(problem) for problem in problems]
    return check_guide(loaded, TODAY)


def message_of(check, folder):
    problem = found_in(folder, section_of(check.example))[0]
    return str(problem).replace(f"{folder}/", "").partition(": ")[2].replace("sections/", "")


@rows
def test_its_example_is_found(check, tmp_path):
    """The example has this problem, of this level, and no other."""
    problems = found_in(tmp_path, section_of(check.example))
    assert {(problem.name, problem.level) for problem in problems} == {(check.name, check.level)}
    assert all(problem.hint and problem.mark.line for problem in problems)


@rows
def test_it_can_be_turned_off_for_the_guide(check, tmp_path):
    """With a reason in guide.yaml it finds nothing."""
    switch = f"checks_off:\n  - name: {check.name}\n    reason: We know.\n"
    assert found_in(tmp_path, section_of(check.example), GUIDE + switch) == ()


@rows
def test_it_can_be_turned_off_for_a_listing(check, tmp_path):
    """With a reason in the listing it finds nothing there."""
    switch = f"    checks_off:\n      - name: {check.name}\n        reason: We know.\n"
    lines = []
    for line in section_of(check.example).splitlines(keepends=True):
        lines.append(line)
        if line.startswith("    name: "):
            lines.append(switch)
    assert found_in(tmp_path, "".join(lines)) == ()


def test_names_are_used_once():
    """No two checks, and no check and other kind of problem, share a name."""
    names = [each.name for each in (*CHECKS, *KINDS)]
    assert len(set(names)) == len(names)


# --- the docs ---------------------------------------------------------------------------------------


def make_tables(folder):
    """The tables of docs/checks.md."""
    lines = ["| name | level | what it finds |", "|---|---|---|"]
    lines += [f"| [`{check.name}`](#{check.name}) | {check.level} | {check.what} |" for check in CHECKS]
    lines += ["", "## An example of each", ""]
    for number, check in enumerate(CHECKS):
        place = folder / str(number)
        place.mkdir()
        lines += [
            f"### {check.name}",
            "",
            "```yaml",
            shorten(check.example),
            "```",
            "",
            f"> {message_of(check, place)}",
            "",
        ]
    lines += [
        "## What is found while content is read and set",
        "",
        "| name | level | what it finds |",
        "|---|---|---|",
    ]
    return "\n".join(lines + [f"| `{row.name}` | {row.level} | {row.what} |" for row in KINDS])


def shorten(example, most=8):
    lines = example.rstrip("\n").split("\n")
    return "\n".join(lines if len(lines) <= most else lines[:most] + ["..."])


def test_the_docs_have_every_check(tmp_path):
    """docs/checks.md has the tables as the code has them, with the messages that the examples give."""
    text = DOC.read_text(encoding="utf-8")
    start, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    tables = f"\n\n{make_tables(tmp_path)}\n\n"
    if os.environ.get("UPDATE_DOCS"):
        DOC.write_text(text[:start] + tables + text[end:], encoding="utf-8")
        return
    assert text[start:end] == tables


def test_many_listings_are_checked_by_two_processes(monkeypatch, load):
    """What comes out is the same, in the same order."""
    listing = "  - id: house-{0}\n    name: House {0}\n    phones: 510-832-0142\n    description: TBD, they are HERE TODAY AND TOMORROW, utilize it\n"
    loaded = load(
        food="title: Food\nlistings:\n" + "".join(listing.format(number) for number in range(4))
    ).guide
    alone = check_guide(loaded, TODAY)
    monkeypatch.setattr("guide.content.checks.MANY", 1)
    assert check_guide(loaded, TODAY) == alone and len({problem.name for problem in alone}) > 2
