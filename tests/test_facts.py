"""A fact of a listing is one row and one field: then it is read, checked, printed, asked for, translated and documented."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from guide.facts import FACTS
from guide.model import Listing
from tests.sources import lend_compiled

ROOT = Path(__file__).resolve().parent.parent
ROW = 'FACTS = (\n    Fact("parking", "Parking", "Where do people park?", "Where to park."),\n'
FIELD = '    eligibility_description: str = ""\n    parking: str = ""\n'
GUIDE = "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\n"
SECTION = """title: Food
listings:
  - id: food-bank
    name: Harbor Food Bank
    phones: 510-832-0142
    parking: Zparkz behind the hall
"""
READ = """
import sys
import pypdfium2
document = pypdfium2.PdfDocument(sys.argv[1])
print(" ".join(page.get_textpage().get_text_range() for page in document))
"""


def test_the_model_has_a_field_for_each_row():
    """A row without its field would be refused when a listing is made."""
    assert {fact.key for fact in FACTS} <= {field.name for field in fields(Listing)}


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """A copy of the program with one fact more, and a guide that has it."""
    folder = tmp_path_factory.mktemp("changed")
    for name in ("guide", "fonts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path, old, new in (
        ("facts.py", "FACTS = (\n", ROW),
        ("model/program.py", '    eligibility_description: str = ""\n', FIELD),
    ):
        text = (folder / "guide" / path).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (folder / "guide" / path).write_text(text.replace(old, new), encoding="utf-8")
    lend_compiled(ROOT, folder)
    (folder / "content" / "sections").mkdir(parents=True)
    (folder / "content" / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    (folder / "content" / "sections" / "food.yaml").write_text(SECTION, encoding="utf-8")
    return folder


def run(folder, *arguments):
    """What a Python of the changed program prints."""
    environment = os.environ | {"PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_it_is_printed_with_its_label(changed):
    run(changed, "-m", "guide", "build", "--content", "content", "--out", "out")
    text = run(changed, "-c", READ, "out/guide/guide.pdf")
    assert "Parking" in text and "Zparkz behind the hall" in text


@pytest.mark.slow
def test_it_is_asked_for_and_checked(changed):
    """The call sheet asks, and a doubtful text is told with the key's name."""
    run(changed, "-m", "guide", "check", "--content", "content", "--worklist", "calls.csv")
    calls = (changed / "calls.csv").read_text(encoding="utf-8")
    assert '"Where do people park?","Zparkz behind the hall"' in calls
    doubtful = SECTION.replace("Zparkz behind the hall", "Caf\u00c3\u00a9 line")
    (changed / "doubtful" / "sections").mkdir(parents=True)
    (changed / "doubtful" / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    (changed / "doubtful" / "sections" / "food.yaml").write_text(doubtful, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "guide", "check", "--content", "doubtful"],
        cwd=changed,
        env=os.environ | {"PYTHONPATH": str(changed)},
        capture_output=True,
        text=True,
    )
    assert "in parking" in done.stdout + done.stderr


@pytest.mark.slow
def test_it_is_translated(changed):
    """The file for translators has it, and its translation is printed."""
    run(changed, "-m", "guide", "translate", "es", "--content", "content")
    path = next((changed / "content" / "translations").rglob("food.yaml"))
    text = path.read_text(encoding="utf-8")
    assert "parking" in text and "Zparkz behind the hall" in text


@pytest.mark.slow
def test_it_is_in_the_schema_and_the_docs(changed):
    code = "from guide.project import all_schemas; print(all_schemas()['section.schema.json'])"
    schema = run(changed, "-c", code)
    assert "Where to park." in schema and json.loads(schema)
    code = "import sys; sys.path[:0] = [sys.argv[1]]; from test_keys_page import page; print(page())"
    assert "| `parking` | Where to park. |" in run(changed, "-c", code, str(ROOT / "tests" / "content"))
