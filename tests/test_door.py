"""The door for other programs: what the package names itself, and the example of its docs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import guide

ROOT = Path(__file__).resolve().parent.parent
PUBLIC = [
    "BuildResult",
    "GuideError",
    "Mark",
    "Problem",
    "Project",
    "__version__",
    "check_project",
    "make_pdf",
    "open_project",
    "save_pdf",
]


def test_what_is_public_is_what_the_package_names():
    """The list changes on purpose; each name is there, told by dir() and described in the docs."""
    assert sorted(guide.__all__) == PUBLIC and set(PUBLIC) <= set(dir(guide))
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    for name in PUBLIC:
        assert getattr(guide, name) is not None
        assert name in page or name == "__version__"


def test_a_name_that_is_not_public_is_none():
    with pytest.raises(AttributeError, match="no attribute 'make_book'"):
        guide.make_book  # noqa: B018


def test_the_package_alone_loads_nothing():
    """The command line asks for what it uses."""
    code = "import sys, guide; print([name for name in sys.modules if name.startswith('guide.')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_the_example_of_the_docs_runs(tmp_path, monkeypatch, capsys):
    """On the guide that ships."""
    (example,) = re.findall(
        r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text(encoding="utf-8"), re.DOTALL
    )
    monkeypatch.chdir(tmp_path)
    exec(example.replace('"content"', repr(str(ROOT / "content"))), {})
    said = capsys.readouterr().out
    assert "never-verified" in said and "'large-print'" in said and "18 listings" in said
    assert (tmp_path / "out" / "python" / "guide.pdf").read_bytes().startswith(b"%PDF-")


def test_problems_are_data_and_nothing_is_raised_before_a_pdf_is_made(tmp_path):
    """A folder without a guide is opened too."""
    project = guide.open_project(tmp_path)
    assert project.guide is None and {problem.level for problem in guide.check_project(project)} == {"error"}
    with pytest.raises(guide.GuideError) as error:
        guide.make_pdf(project)
    assert error.value.problems == project.problems


def test_somebody_elses_file_is_kept(tmp_path):
    """As the command keeps it."""
    (tmp_path / "notes.pdf").write_bytes(b"my notes")
    with pytest.raises(guide.GuideError, match="would be lost"):
        guide.save_pdf(guide.open_project(ROOT / "content"), tmp_path / "notes.pdf")
    assert (tmp_path / "notes.pdf").read_bytes() == b"my notes"
