"""Tests mirror the modules: guide/ROOM/NAME.py is tested in tests/ROOM/test_NAME.py."""

import re
from pathlib import Path

from tests.tiers import QUICK, tiers_of

ROOT = Path(__file__).resolve().parent.parent
UNTESTED = {
    "__main__.py": "tests/test_processes.py begins it, and ends it by Ctrl-C",
    "layout/parts/base.py": "it keeps what it is given for the parts, which are tested",
}  # and why; modules of words and fields alone need no tests


def has_functions(path):
    """Whether there is anything in a module that could do wrong."""
    return bool(re.search(r"^ *def ", path.read_text(encoding="utf-8"), re.MULTILINE))


MODULES = {
    path.relative_to(ROOT / "guide").as_posix(): path
    for path in sorted((ROOT / "guide").rglob("*.py"))
    if path.name != "__init__.py" and has_functions(path)
}


def mirror_of(module):
    """Where a module is tested."""
    return ROOT / "tests" / Path(module).with_name(f"test_{Path(module).name}")


def test_every_module_has_tests_of_its_name():
    """A file of that name, with tests in it, of which some are quick."""
    for path in map(mirror_of, sorted(MODULES.keys() - UNTESTED)):
        assert path.exists(), f"write {path.relative_to(ROOT)}"
        assert "\ndef test_" in path.read_text(encoding="utf-8"), path
        assert QUICK in tiers_of(path), f"{path} has slow tests alone"


def test_what_has_no_tests_is_there_and_has_none():
    """So that the list is no longer than it has to be."""
    assert [module for module in UNTESTED if module not in MODULES or mirror_of(module).exists()] == []


def test_a_module_without_functions_needs_no_tests(tmp_path):
    for text, needs in (("A = 1\n", False), ("class A:\n    b: int\n", False), ("def a(): pass\n", True)):
        (tmp_path / "a.py").write_text(text, encoding="utf-8")
        assert has_functions(tmp_path / "a.py") is needs
