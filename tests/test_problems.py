"""Each kind of problem once: what is said of it stands in its row, and in no module that makes it."""

import ast
from functools import cache
from pathlib import Path

from guide.content.checks import CHECKS
from guide.errors import ERROR, WARNING
from guide.problems.syntax import SAYINGS
from guide.problems.table import KINDS, wordings
from tests.sources import last_name, nodes_of

ROOT = Path(__file__).resolve().parent.parent
MAY_SPELL = {"manifest.py"}  # a problem as a manifest has kept it
WORDINGS = wordings()


@cache
def makers():
    """{name of a module that makes problems: its nodes}."""
    return {
        path.relative_to(ROOT / "guide").as_posix(): nodes_of(path)
        for path in sorted((ROOT / "guide").rglob("*.py"))
        if path.parent != ROOT / "guide" / "problems"
    }


def calls(nodes):
    """Every call of a module, with the last name of what is called."""
    for node in nodes:
        if isinstance(node, ast.Call):
            yield node, last_name(node)


def is_text(node):
    return isinstance(node, ast.Constant | ast.JoinedStr)


def test_no_maker_spells_a_problem():
    """Name, level and texts come from a kind: `kind.at(mark, ...)` and `source.report(place, kind, ...)`."""
    for name, nodes in makers().items():
        for call, called in calls(nodes):
            texts = [is_text(each) for each in call.args]
            spelled = called == "Problem" or called == "report" and texts[1:2] == [True] and not texts[0]
            assert not spelled or name in MAY_SPELL, f"{name}:{call.lineno}"


def test_no_maker_has_a_kind_of_its_own():
    """A new way to say a kind stands beside the others; a check makes one of its row."""
    own = {name for name, nodes in makers().items() for _, called in calls(nodes) if called == "ProblemKind"}
    assert own == {"content/checks/base.py"}


def test_every_kind_is_made_somewhere():
    """So is every way to say it; a row without words has others below it."""
    used = {
        getattr(node, "attr", "") or getattr(node, "id", "")
        for nodes in makers().values()
        for node in nodes
        if isinstance(node, ast.Attribute | ast.Name)
    }
    used |= {WORDINGS[kind] for _, kind in SAYINGS if kind in WORDINGS}  # by what the parser says
    assert not {constant for kind, constant in WORDINGS.items() if kind.message} - used
    worded = {kind.name for kind in WORDINGS if kind.message}
    assert {kind.name for kind in KINDS} <= worded


def test_a_kind_is_the_same_in_all_its_words():
    """What it is about, its levels and its switch do not depend on how it is said."""
    rows = {kind.name: kind for kind in KINDS}
    for kind in WORDINGS:
        row = rows.get(kind.name, kind)
        assert kind.level in {row.level, row.other_level} <= {ERROR, WARNING, ""}
        assert kind._replace(message="", hint="", guess="", level="") == row._replace(
            message="", hint="", guess="", level=""
        )
        assert bool(kind.message) or kind == row


def test_what_a_check_finds_has_a_row_too():
    """A kind that says nothing of what it is about has the name and the level of a check."""
    levels = {check.name: check.level for check in CHECKS}
    assert all(levels[kind.name] == kind.level for kind in WORDINGS if not kind.what)
