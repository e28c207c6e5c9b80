"""How the processes of `pytest -n` share the tests: each reads only the files that it may be given.

To read a file of tests takes longer than to run most of them. What takes long is read by all and given to whoever is free,
the longest first; so are the tests that ask the validator of PDF files, which come to one process. Of the other files each
process reads its share.
"""

from functools import cache
from itertools import chain
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

TESTS = Path(__file__).parent
BROWSERS = ("studio/browser/", "web/browser/")
SOURCES = ("test_advice.py", "test_layers.py", "test_problems.py")  # each parses all of the program
DEAR = (
    *BROWSERS,
    *"""
    test_heard.py test_produce.py mail/test_delivery.py test_processes.py layout/test_collisions.py robustness/test_damage.py
    test_cluster.py test_packaging.py test_speed.py test_build.py test_languages_shipped.py studio/test_pictures.py
    layout/body/test_bilingual.py cli/test_terminal.py test_properties.py test_day.py test_facts.py studio/test_safety.py
    layout/editions/test_lay_out.py test_benchmarks.py layout/test_formats.py studio/views/test_editions.py test_crew.py
    exchange/mapping/test_known_exports.py layout/compose/test_kept.py batch/test_workshop.py layout/parts/test_index.py
    test_search.py studio/test_posting.py batch/test_run.py
    """.split(),
    *SOURCES,
)
EARLY = 12  # so many of the dear ones come before the shares, the others after them, so that all end together


def place_of(file):
    """Where a file of tests, or its folder, stands in DEAR; None for one that is not there."""
    inside = file.removeprefix("tests/")
    return next((place for place, dear in enumerate(DEAR) if inside.startswith(dear)), None)


@cache
def asks_validator(file):
    return "verapdf" in (TESTS.parent / file).read_text(encoding="utf-8")


def left_to_others(share, shares):
    """The files of tests that the process with this number, of so many, does not read."""
    files = [path.relative_to(TESTS.parent).as_posix() for path in sorted(TESTS.rglob("test_*.py"))]
    own = [file for file in files if place_of(file) is None and not asks_validator(file)]
    return frozenset(TESTS.parent / file for place, file in enumerate(own) if place % shares != share)


@cache
def scope_of(nodeid):
    """What goes to one process together: the tests of a file, all in a folder of the browser, all that ask the validator."""
    file, _, name = nodeid.partition("::")
    inside = file.removeprefix("tests/")
    if asks_validator(file) and ("conform" in name or inside == "test_editions_shipped.py"):
        return "verapdf"
    if inside in SOURCES:
        return "sources"
    return next((f"tests/{folder}" for folder in BROWSERS if inside.startswith(folder)), file)


def turn_of(scope):
    """By which scopes are sorted: the longest first, then the shares, then what fills the time that is left."""
    place = {"verapdf": -1, "sources": EARLY + 1}.get(scope, place_of(scope))
    return EARLY if place is None else place if place < EARLY else place + 1


class Sharing(LoadScopeScheduling):
    """Gives each process of what it has read, scope by scope."""

    def __init__(self, config, log=None):
        super().__init__(config, log)
        self.places = {}  # of each process: {name of a test: where it stands in what the process has read}

    def _split_scope(self, nodeid):
        return scope_of(nodeid)

    def add_node_collection(self, node, collection):
        self.registered_collections[node] = list(collection)
        self.places[node] = {nodeid: place for place, nodeid in enumerate(collection)}

    def schedule(self):
        """The first time put all that was read in order; each time, give every process something to do."""
        if self.collection is None:
            self.collection = list(dict.fromkeys(chain(*self.registered_collections.values())))
            self.config.pluginmanager.getplugin("dsession")._session.testscollected = len(self.collection)
            units = {}
            for nodeid in self.collection:
                units.setdefault(scope_of(nodeid), {})[nodeid] = False
            self.workqueue.update(sorted(units.items(), key=lambda unit: turn_of(unit[0])))
        for node in self.nodes:
            self._reschedule(node)

    def _reschedule(self, node):
        """Where little is left to do for a process, it gets the next scope that it has read; where there is none, it ends."""
        while not node.shutting_down and self._pending_of(self.assigned_work[node]) <= 2:
            scope = self.next_of(node)
            if scope is None:
                node.shutdown()
            else:
                self.give(node, scope)

    def next_of(self, node):
        read = self.places.get(node, ())
        return next((scope for scope, unit in self.workqueue.items() if next(iter(unit)) in read), None)

    def give(self, node, scope):
        unit = self.assigned_work[node][scope] = self.workqueue.pop(scope)
        node.send_runtest_some([self.places[node][nodeid] for nodeid, done in unit.items() if not done])
