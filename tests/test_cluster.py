"""A real cluster on this computer: a scheduler and two workers, one of which is killed in the middle of the work."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

import pytest

from guide import cluster
from guide.batch.run import Order, run
from guide.cluster import crew_of
from guide.crew import Kit
from guide.errors import GuideError
from guide.produce import NotAllMade, Request, produce
from guide.shipment import Has, here
from tests.far import failing, killed, noted, prepared, told

pytestmark = pytest.mark.skipif(
    find_spec("distributed") is None, reason="needs Dask: pip install -e '.[cluster]'"
)

ROOT = Path(__file__).resolve().parent.parent
FILES = {
    "guide.yaml": "title: Help\nedition: {number: 1, date: 2026-04-01}\n",
    "sections/food.yaml": "id: food\ntitle: Food\nlistings:\n  - {id: a, name: Soup kitchen, phones: [773-471-0001]}\n",
    "editions/letter.yaml": "default: yes\n",
    "editions/zine.yaml": "format: half-letter\npress: booklet\n",
    "editions/thai.yaml": "languages: [th]\nuntranslated: stop\n",
}

PIECES = 50  # of work, each a twentieth of a second
PEOPLE = "name,topic\nAna,Food\nBob,\nCy,Castles\n"


def begin(program, *arguments, folder):
    """A program of Dask in a group of its own, with what it says in a file."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_TEMPORARY_DIRECTORY": str(folder)}
    with open(folder / f"{program}-{time.monotonic_ns()}.txt", "wb") as said:
        return subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + program, *arguments, "--no-dashboard"],
            cwd=folder,
            env=environment,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )


def end(process):
    """Kill it with all that it has begun, as if its computer had lost its power."""
    if process.returncode is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory):
    """The address of a scheduler."""
    folder = tmp_path_factory.mktemp("scheduler")
    process = begin(
        "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", "address.json", folder=folder
    )
    try:
        yield address_in(folder / "address.json")
    finally:
        end(process)


def address_in(path):
    """The address that a scheduler has written into a file."""
    import json

    for _ in range(600):
        if path.exists() and path.stat().st_size:
            return json.loads(path.read_text(encoding="utf-8"))["address"]
        time.sleep(0.05)
    raise TimeoutError


@pytest.fixture
def workers(scheduler, tmp_path):
    """Begins workers, and waits until the scheduler has as many."""
    begun = []

    def start(count, nanny="--no-nanny"):
        (tmp_path / "workers").mkdir(exist_ok=True)
        for _ in range(count):
            begun.append(begin("worker", scheduler, nanny, "--nthreads", "1", folder=tmp_path / "workers"))
        with cluster.client_of(scheduler) as client:
            client.wait_for_workers(count, timeout=60)
        return begun

    yield start
    for process in begun:
        end(process)


@pytest.fixture
def content(tmp_path):
    for name, text in FILES.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "content"


def named(error):
    """The names of the problems of an error."""
    return [problem.name for problem in error.value.problems]


def test_a_worker_is_killed_and_nothing_is_lost_or_doubled(scheduler, workers, content, tmp_path):
    """What it had begun is begun again; the content travels once a worker; values are drawn as they are needed.

    Editions and handouts made there are those that are made here, byte for byte, and what is wrong is told of the content here.
    """
    first, second = workers(2)
    log = tmp_path / "log.txt"
    done = []
    with crew_of(Kit(prepared, content, str(log)), scheduler) as crew:
        for value in crew.each(noted, iter(range(PIECES))):
            done.append(value)
            if len(done) == 8:
                end(first)
    assert Counter(done) == Counter(range(PIECES))
    runs = Counter(map(int, log.read_text(encoding="utf-8").split()))
    assert set(runs) == set(range(PIECES)) and PIECES <= sum(runs.values()) < PIECES + 20

    with crew_of(Kit(prepared, content), scheduler) as crew:
        rows = list(crew.each(told, range(6)))
        with pytest.raises(KeyError):
            list(crew.each(failing, range(3)))
    assert (
        len({row[1] for row in rows}) == len({row[0] for row in rows}) == 1
    )  # one worker is left, one folder
    assert rows[0][2] == sorted(FILES)

    made_in(tmp_path / "there", content, scheduler=scheduler)
    made_in(tmp_path / "here", content)
    assert files(tmp_path / "there") == files(tmp_path / "here") != {}
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    assert handouts(tmp_path, content, scheduler) == handouts(tmp_path, content, "")


def made_in(out, content, **wishes):
    """Make all editions, of which one cannot be made: there is no translation."""
    with pytest.raises(NotAllMade) as error:
        produce(content, out, Request(every=True, **wishes))
    (problem,) = error.value.failed["thai"]
    assert problem.mark.path == content / "translations/th" and len(error.value.made) == 2


def handouts(folder, content, scheduler):
    """({name: bytes} of handouts, what was wrong) of people, of whom one wants what there is not."""
    out = folder / f"handouts-{bool(scheduler)}"
    outcome = run(Order(content=content, people=folder / "people.csv", out=out, scheduler=scheduler))
    assert (outcome.made, outcome.failed) == (2, 1)
    return {path.name: path.read_bytes() for path in out.glob("*.[pc][ds][fv]")}, list(
        map(str, outcome.problems)
    )


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}


def test_a_scheduler_without_workers_is_told(scheduler, content, monkeypatch):
    monkeypatch.setattr(cluster, "FIRST_WORKER", 0.2)
    with pytest.raises(GuideError) as error, crew_of(Kit(prepared, content), scheduler):
        pass
    assert named(error) == ["no-cluster-workers"] and f"dask worker {scheduler}" in str(error.value)


@pytest.mark.thorough
def test_all_workers_are_gone(scheduler, workers, content, tmp_path, monkeypatch):
    """It is waited for another a while."""
    monkeypatch.setattr(cluster, "NO_WORKER", 0.5)
    monkeypatch.setattr(cluster, "TICK", 0.2)
    (only,) = workers(1)
    done = []
    with (
        pytest.raises(GuideError) as error,
        crew_of(Kit(prepared, content, str(tmp_path / "log")), scheduler) as crew,
    ):
        for value in crew.each(noted, range(40)):
            done.append(value)
            if len(done) == 3:
                end(only)
    assert named(error) == ["no-cluster-workers"] and len(done) < 40


@pytest.mark.thorough
def test_a_piece_that_ends_every_worker_is_given_up(scheduler, workers, content):
    """As one without memory may do; what is begun anew in its place goes on. Dask may give up a piece that waited behind it too."""
    workers(1, nanny="--nanny")
    done = []
    with crew_of(Kit(prepared, content), scheduler) as crew, pytest.raises(ChildProcessError):
        for value in crew.each(killed, range(6)):
            done.append(value)
    assert {0, 1, 2} <= set(done) <= {0, 1, 2, 4, 5}


@pytest.mark.slow
@pytest.mark.parametrize(
    "address, reason",
    [
        ("tcp://127.0.0.1:1", "127.0.0.1:1"),
        ("nonsense", "missing port"),
        ("htp://127.0.0.1:1", "unknown address scheme"),
        ("tls://127.0.0.1:1", "TLS"),
    ],
)
def test_an_address_that_does_not_answer_is_told(content, address, reason, monkeypatch):
    monkeypatch.setattr(cluster, "ANSWER", 0.3)
    with pytest.raises(GuideError) as error, crew_of(Kit(prepared, content), address):
        pass
    assert named(error) == ["no-scheduler"] and reason in str(error.value) and address in str(error.value)


def test_dask_that_is_not_installed_is_told(content, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(GuideError) as error, crew_of(Kit(prepared, content), "tcp://127.0.0.1:1"):
        pass
    assert named(error) == ["no-dask"]


def test_workers_that_would_make_other_files_are_told_in_one_message():
    mine = here()
    other = Has({**mine.versions, "reportlab": "4.0", "python": "3.9"}, mine.faces)
    cluster.refuse_other_versions({"a": mine})
    with pytest.raises(GuideError) as error:
        cluster.refuse_other_versions({"a": mine, "b": other, "c": other})
    assert named(error) == ["other-program"]
    assert "worker b (and 1 other) has" in str(error.value) and "reportlab 4.0 (here" in str(error.value)


def test_a_worker_without_the_program_is_told():
    with pytest.raises(GuideError) as error:
        cluster.refuse_without_program({"a": here(), "b": ModuleNotFoundError("No module named 'guide'")})
    assert named(error) == ["no-program"] and "worker b does not" in str(error.value)


def test_a_worker_that_lacks_a_face_is_told(monkeypatch):
    """Of a script that the content has."""
    mine = Has({}, {"NotoSansThai-Regular.ttf": 9})
    monkeypatch.setattr(cluster, "here", lambda: mine)
    workers = {"a": mine, "b": Has({}, {})}
    cluster.refuse_other_faces(workers, {"a.yaml": b"Soup"})
    with pytest.raises(GuideError) as error:
        cluster.refuse_other_faces(workers, {"a.yaml": "แกง".encode()})
    assert named(error) == ["other-faces"] and "NotoSansThai-Regular.ttf" in str(error.value)


def test_without_a_scheduler_it_is_done_here(content):
    with crew_of(Kit(prepared, content)) as crew:
        assert sorted(crew.each(failing, range(0, 8, 2))) == [0, 2, 4, 6]


def test_every_library_that_carries_it_is_compared():
    assert {"distributed", "cloudpickle", *chain(Has({}, {}).versions)} <= here().versions.keys()
