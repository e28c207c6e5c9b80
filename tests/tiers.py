"""Two tiers: what every run looks at, and what is `slow` and is run beside it by `pytest -n auto -m slow`.

Slow is what needs another program or many seconds: a test with that mark, and each that asks for one of DEAR, unless it is
marked `quick`. What a file says tells in which tiers it stands, so that a run need not read the files of the other; a test
that stands elsewhere than its file says ends the run, and so none can fall between the two.
"""

import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
QUICK, SLOW = "not slow", "slow"  # as `-m` says them; the first stands in setup.cfg
BROWSERS = ("studio/browser/", "web/browser/")
DEAR = frozenset(("browser", "firefox", "scheduler"))  # fixtures; the last is that of a Dask cluster
WHOLE = re.compile(r"^pytestmark = .*\bmark\.slow\b", re.MULTILINE)
SOME = re.compile(rf"\bmark\.slow\b|\bfirst_quick\(|^def ({'|'.join(DEAR)})\(", re.MULTILINE)


@cache
def tiers_of(path):
    """In which tiers tests of a file stand."""
    text = path.read_text(encoding="utf-8")
    if path.relative_to(TESTS).as_posix().startswith(BROWSERS):
        return frozenset((QUICK, SLOW) if "mark.quick" in text else (SLOW,))
    if WHOLE.search(text):
        return frozenset((SLOW,))
    return frozenset((QUICK, SLOW) if SOME.search(text) else (QUICK,))


@cache
def files():
    """All files of tests."""
    return tuple(sorted(TESTS.rglob("test_*.py")))


def in_tier(asked):
    """The files that a run with this `-m` reads: all, unless it asks for one of the tiers."""
    return tuple(path for path in files() if asked not in (QUICK, SLOW) or asked in tiers_of(path))


def asked_of(config):
    """The `-m` of a run: `--thorough` looks at both tiers, and who names files or tests means all that is in them."""
    chosen = any(each.startswith("-m") for each in config.invocation_params.args)
    named = config.args and all("::" in each or each.endswith(".py") for each in config.args)
    if config.option.markexpr != QUICK or chosen or not (named or config.getoption("--thorough")):
        return config.option.markexpr
    return ""


def tier_of(item):
    """SLOW or QUICK."""
    if item.get_closest_marker("slow"):
        return SLOW
    dear = DEAR.intersection(item.fixturenames) and not item.get_closest_marker("quick")
    return SLOW if dear else QUICK


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Mark what is slow, before pytest looks at marks, and leave out what is for `--thorough` alone."""
    for item in items:
        tier = tier_of(item)
        if tier not in tiers_of(item.path):
            raise pytest.UsageError(
                f"{item.nodeid} is {tier}, but by its text its file has no such test: see tests/tiers.py"
            )
        if tier == SLOW:
            item.add_marker("slow")
    left = (
        []
        if config.getoption("--thorough")
        else [item for item in items if item.get_closest_marker("thorough")]
    )
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if not item.get_closest_marker("thorough")]
