"""A build after an edit, beside one from nothing: python -m benchmarks.rebuild

A number in one listing in the middle of the guide is changed, and the guide is made again by a process that goes on, as
`build --watch` does, by one that begins, and by one that begins with what an earlier one has kept (`build --cache`). They take
turns, and the CPU time of each counts, with that of the processes that it began: a busy machine changes it least. Wall time is told
too, and what the first build with `--cache` takes.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.convert import convert
from benchmarks.made_up import make_directory
from benchmarks.pictures import changed, file_of
from guide.build import build_guide
from guide.project import Memory

BUILDS = ("cold", "first with --cache", "next with --cache", "next of a process that goes on")
ROOT = Path(__file__).resolve().parent.parent


def cold(folder, out, *options):
    """(CPU, wall) seconds of a whole process."""
    start = time.perf_counter()
    command = [
        sys.executable,
        "make_guide.py",
        "build",
        "--content",
        str(folder),
        "--output",
        str(out),
        *options,
    ]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} has failed")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - start


def warm(folder, out, memory):
    """(CPU, wall) seconds of a build in this process."""
    before, start = sum(os.times()[:4]), time.perf_counter()
    out.write_bytes(build_guide(folder, memory=memory).pdf)
    return sum(os.times()[:4]) - before, time.perf_counter() - start


def measure(count, turns, folder):
    """The least (CPU, wall) of builds of so many listings, each after an edit, and the bytes that are kept.

    Cold; the first with `--cache`; a later one; warm.
    """
    convert(make_directory(count), folder)
    listing, memory, out = f"l{count // 2}", Memory(), folder.parent / "guide.pdf"
    path = file_of(folder, listing)
    text = path.read_text(encoding="utf-8")
    found, kept = [], folder.parent / "cache"
    for turn in range(-2, turns):  # the first time all is made, and the second what another process had
        path.write_text(changed(text, listing, turn + 2), encoding="utf-8")
        both = [warm(folder, out, memory)]
        made = out.read_bytes()
        if turn >= 0:
            first = folder.parent / f"first {turn}"
            several = [cold(folder, out), cold(folder, out, "--cache", str(first))]
            shutil.rmtree(first)
            if turn == 0:
                cold(folder, out, "--cache", str(kept))
                path.write_text(changed(text, listing, turns + 2), encoding="utf-8")
                cold(folder, out, "--cache", str(kept))
                path.write_text(changed(text, listing, turn + 2), encoding="utf-8")
            several.append(cold(folder, out, "--cache", str(kept)))
            assert out.read_bytes() == made, "a build that goes on has made something else"
            found.append(several + both)
    size = sum(each.stat().st_size for each in kept.iterdir())
    return [tuple(map(min, zip(*some))) for some in zip(*found)], size


def main():
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.rebuild",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--sizes", default="400,4000", help="listings, with commas")
    parser.add_argument("--turns", type=int, default=5, help="edits, of which the least time is told")
    chosen = parser.parse_args()
    print("| listings | build | CPU s | wall s | of a cold build: CPU | wall | MB kept |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    for size in map(int, chosen.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            times, kept = measure(size, chosen.turns, Path(folder) / "content")
        for name, (cpu, wall) in zip(BUILDS, times):
            shares = f"{cpu / times[0][0]:.2f} | {wall / times[0][1]:.2f}"
            told = f"{kept / 1e6:.1f}" if "--cache" in name else ""
            print(f"| {size} | {name} | {cpu:.2f} | {wall:.2f} | {shares} | {told} |", flush=True)


if __name__ == "__main__":
    main()
