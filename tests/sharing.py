"""How the processes of `pytest -n` share the tests: each reads only the files that it may be given.

To read a file of tests takes longer than to run most of them. What takes long is read by all and given to whoever is free,
the longest first; so are the tests that ask the validator of PDF files, which come to one process. Of the other files each
process reads its share. Files with slow tests are few: a run of those reads them all. In which files there are any, and
in which there are others, tests/tiers.py knows.
"""

from functools import cache
from itertools import chain

from xdist.scheduler import LoadScopeScheduling

from tests.tiers import BROWSERS, QUICK, SLOW, TESTS, in_tier

SOURCES = ("test_advice.py", "test_layers.py", "test_problems.py")  # each parses all of the program
DEAR = (
    *BROWSERS,
    *"""
    test_produce.py mail/test_delivery.py test_heard.py test_build.py layout/test_collisions.py studio/test_safety.py
    batch/test_run.py layout/body/test_bilingual.py studio/test_pictures.py test_editions_shipped.py test_languages_shipped.py
    test_search.py studio/views/test_guide.py cli/test_terminal.py test_processes.py test_crew.py
    """.split(),
    *SOURCES,
)
DEAR_SLOW = (
    *BROWSERS,
    *"""
    mail/test_delivery.py test_cluster.py test_processes.py test_packaging.py test_heard.py cli/test_terminal.py test_speed.py
    layout/test_collisions.py test_properties.py batch/test_workshop.py layout/parts/test_index.py test_day.py
    test_benchmarks.py exchange/shape/test_private_words.py exchange/test_bring_in_property.py robustness/test_damage.py
    test_build.py exchange/test_join.py layout/body/test_kept_pages.py layout/compose/test_kept.py
    """.split(),
)
EARLY = 12  # so many of the dear ones come before the shares, the others after them, so that all end together


def place_of(file, dear=DEAR):
    """Where a file of tests, or its folder, stands among the dear ones; None for one that is not there."""
    inside = file.removeprefix("tests/")
    return next((place for place, each in enumerate(dear) if inside.startswith(each)), None)


@cache
def asks_validator(file):
    return "verapdf" in (TESTS.parent / file).read_text(encoding="utf-8")


def left_to_others(share, shares, tier=""):
    """The files of tests that the process with this number, of so many, does not read; of slow ones it reads all."""
    if tier == SLOW:
        return frozenset()
    named = [path.relative_to(TESTS.parent).as_posix() for path in in_tier(tier)]
    own = [file for file in named if place_of(file) is None and not asks_validator(file)]
    return frozenset(TESTS.parent / file for place, file in enumerate(own) if place % shares != share)


@cache
def scope_of(nodeid, tier=""):
    """What goes to one process together: the tests of a file, all in a folder of the browser, all that ask the validator.

    The few quick ones in the browser go together, as to open it takes longer than most of them.
    """
    file, _, name = nodeid.partition("::")
    inside = file.removeprefix("tests/")
    if asks_validator(file) and ("conform" in name or inside == "test_editions_shipped.py"):
        return "verapdf"
    if inside in SOURCES:
        return "sources"
    folder = next((folder for folder in BROWSERS if inside.startswith(folder)), "")
    return f"tests/{BROWSERS[0] if tier == QUICK else folder}" if folder else file


def turn_of(scope, tier=""):
    """By which scopes are sorted: the longest first, then the shares, then what fills the time that is left."""
    if tier == SLOW:
        place = 1 if scope == "verapdf" else place_of(scope, DEAR_SLOW)
        return len(DEAR_SLOW) if place is None else place
    place = {"verapdf": -1, "sources": EARLY + 1}.get(scope, place_of(scope))
    return EARLY if place is None else place if place < EARLY else place + 1


class Sharing(LoadScopeScheduling):
    """Gives each process of what it has read, scope by scope."""

    def __init__(self, config, log=None):
        super().__init__(config, log)
        self.tier = config.option.markexpr
        self.places = {}  # of each process: {name of a test: where it stands in what the process has read}

    def _split_scope(self, nodeid):
        return scope_of(nodeid, self.tier)

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
                units.setdefault(scope_of(nodeid, self.tier), {})[nodeid] = False
            self.workqueue.update(sorted(units.items(), key=lambda unit: turn_of(unit[0], self.tier)))
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
