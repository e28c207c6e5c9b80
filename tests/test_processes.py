"""The command with processes that begin in every way: the same files, and nothing left behind when it is stopped."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.thorough import examples, first_quick

ROOT = Path(__file__).resolve().parent.parent
METHODS = (
    "fork",
    "spawn",
    "forkserver",
)  # the last two are Python's own choice on macOS and Windows, and on Linux from 3.14 on
LONG = 24  # listings from which on a guide is set in two stretches: fewer than in life
SITE = """
import multiprocessing, guide.workers, guide.layout.body.stretch
guide.layout.body.stretch.LONG = {long}
multiprocessing.set_start_method({method!r})
guide.workers.cores = lambda: {cores}
"""
EDITIONS = {
    "letter": "default: yes\n",
    "a4": "format: a4\n",
    "zine": "format: half-letter\npress: booklet\n",
    "pocket": "format: pocket\n",
    "large": "format: large-print\n",
    "grey": "ink: grey\n",
}

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc"
)


def write_guide(folder, sections, editions, each=40):
    """A guide of so many sections of so many listings each."""
    for name in ("sections", "editions"):
        (folder / name).mkdir(parents=True)
    (folder / "guide.yaml").write_text(
        "title: Help near here\nedition: {date: 2026-03-01}\n", encoding="utf-8"
    )
    for section in range(sections):
        listings = "".join(
            f"  - id: place-{section}-{n}\n    name: Place {section * each + n}\n    phones: [773-471-{section * each + n:04}]\n"
            f"    description: A house in the {n}th street with beds, meals and showers for everybody who comes.\n"
            for n in range(each)
        )
        (folder / f"sections/{section:02}.yaml").write_text(
            f"id: part-{section}\ntitle: Part {section}\nlistings:\n{listings}", encoding="utf-8"
        )
    for name, text in editions.items():
        (folder / f"editions/{name}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """A guide that is long enough for LONG to be set in two stretches, in two editions."""
    few = {name: EDITIONS[name] for name in ("letter", "zine")}
    return write_guide(tmp_path_factory.mktemp("long") / "content", 2, few, 16)


@pytest.fixture(scope="module")
def slow(tmp_path_factory):
    """A guide of 400 listings, whose editions take a third of a second and more each, but for one of a single section."""
    return write_guide(
        tmp_path_factory.mktemp("slow") / "content",
        10,
        EDITIONS | {"part": "format: pocket\nchoice: {sections: [part-1]}\n"},
    )


@pytest.fixture
def start(tmp_path):
    """Begins `make_guide.py` in a group of its own: start("spawn", folder, "build", "--all"); its files go to tmp_path / "out"."""
    begun = []

    def start(method, content, *arguments, cores=3):
        site = tmp_path / f"site-{method}-{cores}"
        site.mkdir(exist_ok=True)
        (site / "sitecustomize.py").write_text(
            SITE.format(method=method, cores=cores, long=LONG), encoding="utf-8"
        )
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(site), str(ROOT)))}
        if "--out" not in arguments and "--output" not in arguments:
            arguments += ("--out", str(tmp_path / "out"))
        command = [sys.executable, str(ROOT / "make_guide.py"), *arguments, "--content", str(content)]
        process = subprocess.Popen(
            command,
            cwd=tmp_path,
            env=environment,
            text=True,
            start_new_session=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        begun.append(process)
        return process

    yield start
    for process in begun:
        process.kill()
        process.communicate()


def finished(process):
    """What a command says, once it has ended well."""
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out


def files(folder):
    """{path below the folder: bytes}."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def in_group(number):
    """The processes of a group that have not ended."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, group = path.read_text().rpartition(")")[2].split()[:3]
        except OSError:  # it has just ended
            continue
        if int(group) == number and state != "Z":
            found.append(int(path.parent.name))
    return found


def wait_until(condition, seconds):
    """Whether it becomes true in so many seconds."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


@pytest.mark.slow
def test_the_same_files_come_from_every_kind_of_process(start, content, tmp_path):
    """Every edition, and one of a long guide alone; as from one process that does all in turn."""
    made = {}
    for method, cores in (("fork", 1), *((method, 3) for method in METHODS[: examples(2, 3)])):
        folder = tmp_path / f"{method}-{cores}"
        finished(start(method, content, "build", "--all", "--out", str(folder), cores=cores))
        finished(start(method, content, "build", "--output", str(folder / "alone.pdf"), cores=cores))
        made[method, cores] = {
            name: data for name, data in files(folder).items() if not name.startswith("archive")
        }
    one, *others = made.values()
    assert {"alone.pdf", "zine/zine-booklet.pdf", "letter/manifest.json", "warnings.json"} <= set(one)
    assert len(one) == 7
    for method, other in zip(METHODS, others):
        assert {name for name in one if one[name] != other.get(name)} == set() == set(other) - set(one), (
            method
        )


@pytest.mark.slow
@needs_proc
@pytest.mark.parametrize(
    "method, whom",
    first_quick(
        [
            *(("fork", whom) for whom in ("kill", "interrupt all", "term", "interrupt")[: examples(2, 4)]),
            *(("spawn", whom) for whom in ("interrupt", "kill", "interrupt all")[: examples(1, 3)]),
            *(("forkserver", whom) for whom in ("term", "kill")[: examples(1, 2)]),
        ]
    ),
)
def test_nothing_goes_on_when_the_command_is_stopped(start, slow, tmp_path, method, whom):
    """In the midst of making editions: its processes end, let go of its output, and write nothing any more."""
    process = start(method, slow, "build", "--all")
    assert wait_until(lambda: any(tmp_path.glob("out/*/*.pdf")), 60)
    if whom == "interrupt all":  # as a terminal does
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal(
            {"kill": signal.SIGKILL, "term": signal.SIGTERM, "interrupt": signal.SIGINT}[whom]
        )
    assert process.wait(60) == (130 if whom.startswith("interrupt") else -{"kill": 9, "term": 15}[whom])
    time.sleep(0.5)  # a busy machine is slow to end them, but each would be at work for longer
    written = files(tmp_path / "out")
    assert len([name for name in written if name.endswith("manifest.json")]) < len(EDITIONS)
    assert wait_until(lambda: not in_group(process.pid), 60), in_group(process.pid)
    assert files(tmp_path / "out") == written
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in err and "Made" not in out


@pytest.mark.slow
@needs_proc
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM][: examples(2, 3)])
def test_the_second_process_of_a_long_guide_ends_with_the_first(start, slow, tmp_path, number):
    """Whichever of the two has more to do."""
    process = start("fork", slow, "build")
    assert wait_until(lambda: len(in_group(process.pid)) == 2, 60)
    process.send_signal(number)
    process.wait(60)
    assert wait_until(lambda: not in_group(process.pid), 60)
    assert process.communicate(timeout=60)[1].strip() == "" and not list(tmp_path.glob("out/*/*.pdf"))


def test_ctrl_c_is_quiet_while_the_program_is_still_being_read(tmp_path):
    """The greater part of the time that a small command takes."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, sys\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'click':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupt())\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT)))}
    for command in (["-m", "guide"], [str(ROOT / "make_guide.py")]):
        done = subprocess.run(
            [sys.executable, *command, "--version"], env=environment, capture_output=True, text=True
        )
        assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
