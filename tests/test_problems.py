"""Each kind of problem once: what is said of it stands in its row, and in no module that makes it."""

import ast
from pathlib import Path

import pytest

from guide.content.checks import CHECKS
from guide.problems.table import wordings

ROOT = Path(__file__).resolve().parent.parent
MAKERS = [
    path for path in sorted((ROOT / "guide").rglob("*.py")) if path.parent != ROOT / "guide" / "problems"
]
MAY_SPELL = {"manifest.py"}  # a problem as a manifest has kept it
WORDINGS = wordings()
OF_A_CHECK = {check.name: check for check in CHECKS}


def calls_of(path):
    """Every call in a module, with the name of what is called."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func).rpartition(".")[2]


@pytest.mark.parametrize("path", MAKERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_maker_spells_a_problem(path):
    """Name, level and texts come from a kind: `kind.at(mark, ...)`, and `source.report(place, kind, ...)`."""
    for call, name in calls_of(path):
        if name == "Problem":
            assert path.name in MAY_SPELL, f"{path}:{call.lineno}"
        if name in ("report", "at"):
            assert not any(isinstance(each, ast.Constant | ast.JoinedStr) for each in call.args[1:2]), (
                f"{path}:{call.lineno}"
            )


def test_no_maker_has_a_kind_of_its_own():
    """A new way to say a kind stands beside the others; only what a check finds is made of its row."""
    own = {
        path.relative_to(ROOT).as_posix()
        for path in MAKERS
        for _, name in calls_of(path)
        if name in ("ProblemKind", "said")
    }
    assert own <= {"guide/content/checks/base.py"}


@pytest.mark.parametrize(
    "kind, constant", WORDINGS.items(), ids=lambda each: each if isinstance(each, str) else each.name
)
def test_every_way_to_say_a_kind_is_used(kind, constant):
    """A row without a maker is none, but for one whose other ways to say it are all that is used."""
    used = {
        name
        for path in MAKERS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [node.attr]
            if isinstance(node, ast.Attribute)
            else [node.id]
            if isinstance(node, ast.Name)
            else ()
        )
    }
    assert constant in used or not kind.message
