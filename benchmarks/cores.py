"""Several processors beside one, and a cluster on this computer beside both: python -m benchmarks.cores

Every run is a whole command, started cold, with one processor, with all, and with a Dask cluster of as many workers where Dask is
installed. They take turns, so that a computer that grows slower does so for all; what counts is the quickest of the rounds, since other work only adds.
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


def run(command, processors):
    """Seconds of a command on these processors."""
    start = time.perf_counter()
    process = subprocess.run(
        [sys.executable, "make_guide.py", *command],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, processors),
    )
    if process.returncode:
        sys.exit(process.stderr[-2000:])
    return time.perf_counter() - start


@contextmanager
def cluster(folder, workers):
    """The address of a scheduler on this computer with so many workers."""
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
        yield address
    finally:
        for process in begun:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def measure(folder, works, rounds, addresses):
    """{work: {how: [seconds of each round]}}; the first round is not counted."""
    processors = os.sched_getaffinity(0)
    found = {name: {} for name in works}
    for turn in range(rounds + 1):
        for name, command in works.items():
            for how, some, more in (
                (ONE, {min(processors)}, []),
                (ALL, processors, []),
                *((CLUSTER, processors, ["--scheduler", address]) for address in addresses),
            ):
                out = folder / "out"
                shutil.rmtree(out, ignore_errors=True)
                seconds = run([*command, "--out", str(out), *more], some)
                print(f"{name}, {how}: {seconds:.2f} s", file=sys.stderr)
                if turn:
                    found[name].setdefault(how, []).append(seconds)
    return found


def table(found, counts):
    """The quickest of each as Markdown, beside one processor."""
    lines = ["| work | how | s | a second | times one |", "|---|---|---:|---:|---:|"]
    for name, by_way in found.items():
        one = min(by_way[ONE])
        for how, some in by_way.items():
            seconds = min(some)
            lines.append(
                f"| {name} | {how} | {seconds:.2f} | {counts[name] / seconds:.1f} | {one / seconds:.2f} |"
            )
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
            with cluster(folder, len(os.sched_getaffinity(0))) as address:
                print(table(measure(folder, works, chosen.rounds, [address]), counts))
        else:
            print(table(measure(folder, works, chosen.rounds, []), counts))


if __name__ == "__main__":
    main()
