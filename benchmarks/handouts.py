"""Handouts of three pages, each for another person, from one warm process: python -m benchmarks.handouts

Each chooses twelve listings of a made-up guide of 400 and has a greeting of its own. Beside it is told what it takes where each asks
for more listings than the pages hold, as most people do, so that it is tried how many have room, in one column and in two. The makers take turns, each in a process that
has made some already. What counts is CPU time, for a busy machine does not change it as it does the wall time, and the least
of several turns. `--memory 10000` makes so many in one process and says how large it has become on the way.
"""

import argparse
import importlib.util
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from benchmarks.__main__ import count_pages
from benchmarks.convert import convert
from benchmarks.made_up import FIRST, make_directory

ROOT = Path(__file__).resolve().parent.parent
OURS, MORE, TYPST = "this program", "this program, more is asked for", "Typst, PDF/UA"
LISTINGS, SECTION = 400, 50
SECTIONS, OF_EACH = 3, 4  # of a person: sections, and listings of each
PAGES = 3
ASKED = 60  # listings, of those who ask for more than pages hold
WARM = 60  # handouts before it counts
MARKS = (100, 1_000, 10_000, 100_000)  # handouts after which memory is told
BAR, FASTER = 60, 1.5  # handouts a second and core; times Typst's


@dataclass(frozen=True, kw_only=True, slots=True)
class Someone:
    """Who gets a handout: a greeting, and the ids of the listings that are chosen."""

    greeting: str
    listings: tuple[str, ...]


def short_directory(count=LISTINGS, section=SECTION):
    """A made-up directory whose listings have one office and two sentences, as a list for somebody has."""
    data = make_directory(count, section)
    for each in (listing for section in data["sections"] for listing in section["listings"]):
        office, *_ = each["sites"]
        each["sites"] = [{**office, "phones": office["phones"][:1]}]
        each["description"] = ". ".join(each["description"].rstrip(".").split(". ")[:2]) + "."
        each["email"] = each["url"] = ""
    return data


def someone(data, number):
    """The person of a number; no two have the same listings."""
    lot = random.Random(number)
    sections = lot.sample(data["sections"], min(SECTIONS, len(data["sections"])))
    chosen = [each["id"] for section in sections for each in lot.sample(section["listings"], OF_EACH)]
    return Someone(greeting=f"For {lot.choice(FIRST)} {lot.choice(FIRST)}, {number}", listings=tuple(chosen))


def someone_who_asks(data, number):
    """The person of a number who asks for more than the pages hold, from all sections, in an order of their own."""
    lot = random.Random(number)
    ids = [listing["id"] for section in data["sections"] for listing in section["listings"]]
    return Someone(greeting=someone(data, number).greeting, listings=tuple(lot.sample(ids, ASKED)))


def maker_of(name, data, folder):
    """What makes the PDF for a person."""
    if name == TYPST:
        from benchmarks.peers.typst_handouts import Compiler  # not everybody has it

        return Compiler(data, folder).make
    from guide.batch.editions import as_handout
    from guide.batch.handouts import Handouts, Wish
    from guide.model import Edition, Personal
    from guide.project import open_project

    convert(data, folder)
    handouts = Handouts(guide=open_project(folder).printed, folder=folder)
    columns = 0 if name == MORE else 2
    edition = as_handout(Edition(name="handout", press="single-sided", columns=columns), PAGES, False)

    def make(person):
        greeting = Personal(greeting=person.greeting)
        wish = Wish(edition=edition, listings=person.listings, pages=PAGES, personal=greeting)
        made = handouts.make(wish)
        assert bool(made.left_out) == (name == MORE)
        return made.files[".pdf"]

    return make


def peak():
    """How large this process has become, in mebibytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024 if sys.platform != "darwin" else 1024**2
    )


def measure(name, count, warm=WARM):
    """What a maker needs for so many handouts, in this process: seconds for each, bytes, pages, mebibytes by number."""
    data, chosen = short_directory(), someone_who_asks if name == MORE else someone
    with tempfile.TemporaryDirectory() as folder:
        make = maker_of(name, data, Path(folder))
        for number in range(warm):
            pdf = make(chosen(data, -1 - number))
        people, size, memory = (chosen(data, number) for number in range(count)), 0, {}
        wall, cpu = time.perf_counter(), time.process_time()
        for number, person in enumerate(people, 1):
            size += len(make(person))
            if number in MARKS:
                memory[number] = peak()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {
        "name": name,
        "cpu": cpu / count,
        "wall": wall / count,
        "bytes": size / count,
        "pages": count_pages(BytesIO(pdf)),
        "memory": memory,
    }


def measured(name, count):
    """The same in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.handouts", "--only", name, "--count", str(count)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def least(turns):
    """The turn of a maker that took the least CPU time."""
    return min(turns, key=lambda each: each["cpu"])


def table(results):
    """The results as Markdown, ours as a multiple of each peer's."""
    ours = next(each for each in results if each["name"] == OURS)
    lines = [
        "| program | handouts a second and core | CPU ms | wall ms | kB | pages | ours a second / theirs |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for each in results:
        ratio = "" if each["name"] in (OURS, MORE) else f"{each['cpu'] / ours['cpu']:.2f}"
        lines.append(
            f"| {each['name']} | {1 / each['cpu']:.0f} | {each['cpu'] * 1000:.1f} | {each['wall'] * 1000:.1f} | "
            f"{each['bytes'] / 1000:.1f} | {each['pages']} | {ratio} |"
        )
    return "\n".join(lines) + "\n"


def memory_table(results):
    """How large the process of each maker is after so many handouts."""
    marks = sorted({int(mark) for each in results for mark in each["memory"]})
    lines = [
        "| program | " + " | ".join(f"MiB after {mark:,}" for mark in marks) + " |",
        "|---|" + "---:|" * len(marks),
    ]
    for each in results:
        sizes = (each["memory"].get(str(mark)) for mark in marks)
        lines.append(f"| {each['name']} | {' | '.join(f'{size:.0f}' if size else '' for size in sizes)} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.handouts",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--count", type=int, default=300, help="handouts in a turn")
    parser.add_argument("--turns", type=int, default=4, help="of each maker, of which the least counts")
    parser.add_argument("--memory", type=int, default=0, help="make so many handouts more, to see the memory")
    parser.add_argument("--only", choices=(OURS, MORE, TYPST), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.only:
        print(json.dumps(measure(chosen.only, chosen.count)))
        return
    makers = [OURS, MORE, *([TYPST] if importlib.util.find_spec("typst") else [])]
    turns = {name: [] for name in makers}
    for _ in range(chosen.turns):
        for name in makers:
            turns[name].append(measured(name, chosen.count))
            print(f"{name}: {turns[name][-1]['cpu'] * 1000:.1f} ms", file=sys.stderr)
    print(table([least(some) for some in turns.values()]))
    if chosen.memory:
        print(memory_table([measured(name, chosen.memory) for name in makers]))
    print(f"The bar: {BAR} a second and core, and {FASTER} times Typst.")


if __name__ == "__main__":
    main()
