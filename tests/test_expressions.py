"""Regular expressions that are compiled when they are first asked."""

import importlib
import pickle
import pkgutil
import re
import sys

import pytest

import guide
from guide import expressions
from guide.expressions import ASKED, _Expression, expression


def test_it_does_what_a_compiled_one_does():
    late, made = expression("(a)b", re.IGNORECASE), re.compile("(a)b", re.IGNORECASE)
    assert late.sub(r"\1", "xAB") == made.sub(r"\1", "xAB") == "xA"
    assert late.fullmatch("aB")[1] == "a" and late.match("b") is None
    assert (late.pattern, late.flags) == (made.pattern, made.flags)
    assert expression(b"[0-9]").findall(b"a1b2") == [b"1", b"2"]
    assert pickle.loads(pickle.dumps(late)).search("xab")


def test_it_is_compiled_once_and_only_when_it_is_asked(monkeypatch):
    compiled = []
    monkeypatch.setattr(
        expressions.re,
        "compile",
        lambda *made_of, real=re.compile: compiled.append(made_of) or real(*made_of),
    )
    late = expression("a")
    assert not hasattr(late, "no_such_thing") and compiled == []
    assert late.match("a") and late.match("b") is None and late.search("ba")
    assert compiled == [("a", 0)]


def test_a_mistake_is_told_when_it_is_asked():
    with pytest.raises(re.error):
        expression("(").match("")


def test_every_one_of_the_program_can_be_compiled():
    """None is wrong that is seldom asked."""
    for module in pkgutil.walk_packages(guide.__path__, "guide."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    modules = [module for name, module in sys.modules.items() if name.startswith("guide.")]
    all_of_them = [each for module in modules for each in vars(module).values() if isinstance(each, _Expression)]  # fmt: skip
    assert len(all_of_them) > 100 and all(getattr(each, ASKED[0]) for each in all_of_them)
