"""No test falls between the two tiers, nor between the processes that share them."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import tiers
from tests.sharing import DEAR, DEAR_SLOW, Sharing, left_to_others, scope_of, turn_of
from tests.tiers import QUICK, SLOW, asked_of, files, in_tier, pytest_collection_modifyitems, tiers_of

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("tests/batch", "tests/web/browser")  # of all kinds


@pytest.fixture
def tests(tmp_path, monkeypatch):
    """tests(name, text): a file of tests in a folder of its own."""
    monkeypatch.setattr(tiers, "TESTS", tmp_path)

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_file_says_in_which_tiers_it_stands(tests):
    assert tiers_of(tests("test_a.py", "def test_a(): ...\n")) == {QUICK}
    assert tiers_of(tests("test_b.py", "@pytest.mark.slow\ndef test_b(): ...\n")) == {QUICK, SLOW}
    assert tiers_of(tests("test_c.py", "ROWS = first_quick(range(3))\n")) == {QUICK, SLOW}
    assert tiers_of(tests("test_d.py", "pytestmark = pytest.mark.slow\n")) == {SLOW}
    assert tiers_of(tests("web/browser/test_e.py", "def test_e(browser): ...\n")) == {SLOW}
    assert tiers_of(tests("web/browser/test_f.py", "@pytest.mark.quick\n")) == {QUICK, SLOW}


class Item:
    """A test as pytest has found it."""

    nodeid = "test_a"

    def __init__(self, path, *marks, asks=()):
        self.path, self.marks, self.fixturenames = path, list(marks), asks

    def get_closest_marker(self, name):
        return name in self.marks

    def add_marker(self, name):
        self.marks.append(name)


CONFIG = SimpleNamespace(
    getoption=lambda name: False, hook=SimpleNamespace(pytest_deselected=lambda items: None)
)


def test_what_asks_for_the_browser_is_slow_unless_it_is_marked(tests):
    path = tests("studio/browser/test_a.py", "mark.quick")
    items = [Item(path, asks=["browser"]), Item(path, "quick", asks=["browser"]), Item(path)]
    pytest_collection_modifyitems(CONFIG, items)
    assert [item.marks for item in items] == [["slow"], ["quick"], []]


def test_a_test_that_its_file_does_not_tell_of_ends_the_run(tests):
    """It would be read by no run of its tier."""
    plain, whole = tests("test_a.py", ""), tests("test_b.py", "pytestmark = pytest.mark.slow\n")
    for item in (Item(plain, "slow"), Item(plain, asks=["scheduler"]), Item(whole)):
        with pytest.raises(pytest.UsageError, match="by its text"):
            pytest_collection_modifyitems(CONFIG, [item])


def test_what_is_for_thorough_runs_alone_is_left_out(tests):
    items = [Item(tests("test_a.py", ""), "thorough"), Item(tests("test_a.py", ""))]
    pytest_collection_modifyitems(CONFIG, items)
    assert [item.marks for item in items] == [[]]


@pytest.mark.parametrize("shares", [1, 2, 3, 8])
def test_tiers_and_shares_are_all_files(shares):
    """Together; what is told by no mark of its own is in one share alone."""
    for tier in (QUICK, SLOW, ""):
        read = [set(in_tier(tier)) - left_to_others(share, shares, tier) for share in range(shares)]
        assert set().union(*read) == set(in_tier(tier))
        if tier == SLOW:
            assert read == [set(in_tier(SLOW))] * shares
    assert {*in_tier(QUICK), *in_tier(SLOW)} == {*files()} == {*in_tier(""), *in_tier("not thorough")}
    assert all(path.name.startswith("test_") and path.exists() for path in files()) and len(files()) > 600


def asked(*arguments, named=(), thorough=False):
    chosen = dict(zip(arguments, arguments[1:])).get("-m", QUICK)
    return asked_of(
        SimpleNamespace(
            invocation_params=SimpleNamespace(args=(*arguments, *named)),
            args=list(named) or ["tests"],
            option=SimpleNamespace(markexpr=chosen),
            getoption=lambda name: thorough,
        )
    )


def test_who_names_a_file_means_all_that_is_in_it():
    """And `--thorough` is both tiers; but who says which tier, has it."""
    assert (asked(), asked(named=["tests/mail"]), asked("-m", SLOW)) == (QUICK, QUICK, SLOW)
    assert asked(named=["tests/mail/test_post.py"]) == asked(named=["tests/test_day.py::test_a_day"]) == ""
    assert asked("-m", SLOW, named=["tests/test_day.py"]) == SLOW
    assert (asked(thorough=True), asked("-m", SLOW, thorough=True)) == ("", SLOW)
    assert asked("-m", QUICK, thorough=True) == QUICK


def collected(*arguments):
    """The tests that a run would have."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "--collect-only",
        "-p",
        "no:cacheprovider",
        *PARTS,
        *arguments,
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout[-2000:]
    return [line for line in done.stdout.splitlines() if "::" in line]


@pytest.mark.slow
def test_what_both_tiers_run_is_what_there_is():
    quick, slow, whole = (collected(*asked) for asked in ((), ("-m", "slow"), ("-m", "")))
    assert sorted(quick + slow) == sorted(whole) and min(map(len, (quick, slow))) > 5


class Node:
    """A process, which notes what it is given."""

    shutting_down = False

    def __init__(self, has):
        self.has, self.given, self.gateway = has, [], SimpleNamespace(id=str(len(has)))

    def send_runtest_some(self, places):
        self.given += [self.has[place] for place in places]

    def shutdown(self):
        self.shutting_down = True


@pytest.mark.parametrize("tier", [QUICK, SLOW, ""])
def test_each_test_is_given_to_one_process_that_has_read_it(tier):
    """Whatever each has read of it."""
    both = ["tests/studio/browser/test_page.py::a", "tests/test_build.py::a", "tests/test_build.py::b"]
    nodes = [
        Node([*both, "tests/test_frozen.py::a", "tests/test_frozen.py::b"]),
        Node([*both, "tests/test_errors.py::a"]),
    ]
    manager = SimpleNamespace(getplugin=lambda name: SimpleNamespace(_session=SimpleNamespace()))
    config = SimpleNamespace(
        option=SimpleNamespace(markexpr=tier),
        getvalue=lambda name: ["2*popen"],
        pluginmanager=manager,
    )
    sharing = Sharing(config, SimpleNamespace(loadscopesched=None))
    for node in nodes:
        sharing.add_node(node)
        sharing.add_node_collection(node, node.has)
    sharing.schedule()
    for _ in range(9):
        for node in nodes:
            for index in range(len(node.given)):
                sharing.mark_test_complete(node, node.has.index(node.given[index]))
    assert all(node.shutting_down for node in nodes)
    assert sorted(nodes[0].given + nodes[1].given) == sorted({*nodes[0].has, *nodes[1].has})


def test_what_takes_long_comes_first():
    """In both tiers; every name in the lists is that of something."""
    scopes = ["tests/test_frozen.py", "verapdf", "tests/studio/browser/", "tests/test_cluster.py"]
    first = {tier: sorted(scopes, key=lambda scope: turn_of(scope, tier)) for tier in (QUICK, SLOW)}
    assert first[QUICK][:2] == ["verapdf", "tests/studio/browser/"]
    assert first[SLOW][0] == "tests/studio/browser/" and first[SLOW][-1] == "tests/test_frozen.py"
    assert [each for each in (*DEAR, *DEAR_SLOW) if not (ROOT / "tests" / each).exists()] == []


def test_the_few_quick_ones_in_the_browser_go_together():
    """To open it takes longer than most of them; of the slow ones there is enough for two."""
    names = ["tests/studio/browser/test_page.py::a", "tests/web/browser/test_page_seen.py::b"]
    assert len({scope_of(name, QUICK) for name in names}) == 1
    assert len({scope_of(name, SLOW) for name in names}) == 2
