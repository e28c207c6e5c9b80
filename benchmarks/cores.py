"""Several processors beside one, and a cluster on this computer beside both: python -m benchmarks.cores

Every run is a whole command, started cold, with one processor, with all, and with a Dask cluster of as many workers where Dask is
installed. They take turns, so that a computer that grows slower does so for all; what counts is the quickest of the rounds, since other work only adds.

Beside the time of the clock stands what it would be were nothing else done on this computer: the processor time of the command alone, until
others begin, and then that of the busiest of them, or of all divided by the processors. It hardly changes while other work runs.
Needs a system that can hold a process to a processor (Linux).
"""

import argparse
import csv
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.convert import convert
from benchmarks.made_up import CITIES, make_directory

ROOT = Path(__file__).resolve().parent.parent
SHAPES = (
    "format: letter",
    "format: a4",
    "format: half-letter\npress: booklet",
    "format: pocket",
    "format: large-print",
)
BEGUN = 0.1  # seconds of processor time, by which others have begun to work
ONE, ALL, CLUSTER = "one processor", "all processors", "cluster"


def make_content(folder, listings, editions):
    """A made-up directory with so many editions."""
    convert(make_directory(listings), folder)
    (folder / "editions").mkdir(exist_ok=True)
    for number in range(editions):
        text = SHAPES[number % len(SHAPES)]
        (folder / "editions" / f"edition-{number:02}.yaml").write_text(f"{text}\n", encoding="utf-8")


def make_people(path, count):
    """So many people, each in some town."""
    lot = random.Random(count)
    with open(path, "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("name", "city"))
        rows.writerows((f"Person {n}", lot.choice(CITIES)) for n in range(count))


@dataclass(frozen=True, kw_only=True, slots=True)
class Times:
    """Seconds of a run: by the clock, and what they would be without other work."""

    wall: float
    quiet: float


def run(command, processors, others):
    """Times of a command on these processors; others are processes of a cluster that work for it."""
    start, before = time.perf_counter(), {each: cpu_of(each) for each in others}
    process = subprocess.Popen(
        [sys.executable, "make_guide.py", *command],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, processors),
    )
    own, alone, found = 0, None, {}
    while process.poll() is None:
        own = max(own, cpu_of(process.pid))
        for each in (*others, *children_of(process.pid)):
            found[each] = max(found.get(each, 0), cpu_of(each) - before.get(each, 0))
        if alone is None and max(found.values(), default=0) > BEGUN:
            alone = own
        time.sleep(0.02)
    wall = time.perf_counter() - start
    if process.returncode:
        sys.exit(process.stderr.read()[-2000:])
    alone = own if alone is None else alone
    shared = (own - alone + sum(found.values())) / len(processors)
    return Times(wall=wall, quiet=alone + max(shared, *found.values(), 0))


def stat_of(process):
    """What Linux says of a process: the fields behind its name; nothing of one that has ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()
    except OSError:
        return []


def cpu_of(process):
    """The seconds of processor time that a process has had."""
    fields = stat_of(process)
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def children_of(process):
    """The processes that a process has begun."""
    there = (path.name for path in Path("/proc").iterdir() if path.name.isdigit())
    return [int(each) for each in there if stat_of(each)[1:2] == [str(process)]]


@contextmanager
def cluster(folder, workers):
    """(address, processes) of a scheduler on this computer with so many workers."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_TEMPORARY_DIRECTORY": str(folder)}
    begun = []

    def begin(program, *arguments):
        with open(folder / f"{program}.txt", "ab") as said:
            begun.append(
                subprocess.Popen(
                    [sys.executable, "-m", f"distributed.cli.dask_{program}", *arguments, "--no-dashboard"],
                    env=environment,
                    stdout=said,
                    stderr=said,
                    start_new_session=True,
                )
            )

    try:
        file = folder / "scheduler.json"
        begin("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file))
        begin("worker", "--scheduler-file", str(file), "--nworkers", str(workers), "--nthreads", "1")
        from distributed import Client

        while not file.exists():
            time.sleep(0.1)
        with Client(scheduler_file=str(file)) as client:
            client.wait_for_workers(workers, timeout=120)
            address = client.scheduler.address
        workers = [each for process in begun for each in (process.pid, *children_of(process.pid))]
        yield address, workers
    finally:
        for process in begun:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def measure(folder, works, rounds, address="", workers=()):
    """{work: {how: [Times of each round]}}; the first round is not counted."""
    processors = os.sched_getaffinity(0)
    found = {name: {} for name in works}
    for turn in range(rounds + 1):
        for name, command in works.items():
            ways = [(ONE, {min(processors)}, (), ()), (ALL, processors, (), ())]
            ways += [(CLUSTER, processors, ("--scheduler", address), workers)] if address else []
            for how, some, more, others in ways:
                out = folder / "out"
                shutil.rmtree(out, ignore_errors=True)
                times = run([*command, "--out", str(out), *more], some, others)
                print(f"{name}, {how}: {times.wall:.2f} s, quiet {times.quiet:.2f} s", file=sys.stderr)
                if turn:
                    found[name].setdefault(how, []).append(times)
    return found


def table(found, counts):
    """The quickest of each as Markdown, beside one processor."""
    lines = [
        "| work | how | wall s | times one | without other work, s | a second | times one |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for name, by_way in found.items():
        least = {
            how: Times(wall=min(each.wall for each in some), quiet=min(each.quiet for each in some))
            for how, some in by_way.items()
        }
        one = least[ONE]
        lines += [
            f"| {counts[name]} {name} | {how} | {each.wall:.2f} | {one.wall / each.wall:.2f} | {each.quiet:.2f} | "
            f"{counts[name] / each.quiet:.1f} | {one.quiet / each.quiet:.2f} |"
            for how, each in least.items()
        ]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cores", description=__doc__)
    parser.add_argument("--listings", type=int, default=400, help="of the made-up directory")
    parser.add_argument("--editions", type=int, default=20, help="that are made of it; 0: none")
    parser.add_argument("--people", type=int, default=600, help="who get a handout each; 0: none")
    parser.add_argument("--rounds", type=int, default=3, help="that are counted, after one that is not")
    chosen = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the cluster ends too
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_content(folder / "content", chosen.listings, chosen.editions)
        make_people(folder / "people.csv", chosen.people)
        content = ["--content", str(folder / "content")]
        counts = {"editions": chosen.editions, "handouts": chosen.people}
        works = {
            "editions": ["build", *content, "--all", "--quiet"],
            "handouts": ["batch", str(folder / "people.csv"), *content, "--pages", "3", "--quiet"],
        }
        works = {work: command for work, command in works.items() if counts[work]}
        if find_spec("distributed"):
            with cluster(folder, len(os.sched_getaffinity(0))) as (address, workers):
                print(table(measure(folder, works, chosen.rounds, address, workers), counts))
        else:
            print(table(measure(folder, works, chosen.rounds), counts))


if __name__ == "__main__":
    main()
