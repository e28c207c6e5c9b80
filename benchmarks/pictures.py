"""From a change in one listing to the picture of its page: python -m benchmarks.pictures

A process that goes on running, as the studio does, has drawn an edition; then the first number of a listing in the middle
of the guide is changed in its file, again and again, and each time the guide is read, laid out, and the page of the
listing is drawn. Wall time is what somebody waits for; CPU time is what a busy machine does not change.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.convert import convert
from benchmarks.made_up import make_directory
from guide.studio.pictures import Pictures

LIMITS = {20: 150, 400: 300, 4000: 1000}  # listings: milliseconds, at most
SCALE = 0.81  # a Letter page in a window of 1366 pixels
STAGES = ("read", "lay out", "draw")


def file_of(folder, listing):
    """The section file with a listing in it."""
    mark = f"id: {listing}\n"
    for path in sorted(folder.glob("sections/*.yaml")):
        if mark in path.read_text(encoding="utf-8"):
            return path
    raise ValueError(listing)


def changed(text, listing, turn):
    """The text of a section file with other last figures in the first number of a listing, others each time."""
    at = text.index("-555-", text.index(f"id: {listing}\n")) + len("-555-")
    return f"{text[:at]}{turn:04}{text[at + 4 :]}"


def picture(pictures, folder, listing):
    """Seconds of each stage, wall and CPU, and the PNG."""
    clocks = [(time.perf_counter(), time.process_time())]
    project = pictures.read(folder)
    clocks.append((time.perf_counter(), time.process_time()))
    drawing = pictures.draw(project, next(iter(project.editions)))
    clocks.append((time.perf_counter(), time.process_time()))
    png = drawing.png(drawing.first_page(listing), SCALE)
    clocks.append((time.perf_counter(), time.process_time()))
    spans = [(after[0] - before[0], after[1] - before[1]) for before, after in zip(clocks, clocks[1:])]
    return spans, png


def measure(count, turns, folder):
    """{stage: (median wall, median CPU) in milliseconds} of a guide of so many listings, "all" among the stages."""
    convert(make_directory(count), folder)
    listing, pictures = f"l{count // 2}", Pictures()
    path = file_of(folder, listing)
    text = path.read_text(encoding="utf-8")
    _, before = picture(pictures, folder, listing)
    found = []
    for turn in range(turns):
        path.write_text(changed(text, listing, turn), encoding="utf-8")
        spans, png = picture(pictures, folder, listing)
        if png == before:
            raise SystemExit(f"the change {turn} is not to be seen")
        before = png
        found.append([*spans, tuple(map(sum, zip(*spans)))])
    return {
        stage: tuple(1000 * statistics.median(each[place][kind] for each in found) for kind in (0, 1))
        for place, stage in enumerate((*STAGES, "all"))
    }


def table(results):
    """The results as Markdown, {listings: what `measure` gives}."""
    lines = [
        "| listings | read | lay out | draw | all, wall ms | all, CPU ms | at most |",
        "|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for count, found in results.items():
        stages = " | ".join(f"{found[stage][0]:.0f}" for stage in STAGES)
        wall, cpu = found["all"]
        lines.append(f"| {count} | {stages} | {wall:.0f} | {cpu:.0f} | {LIMITS.get(count, '')} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pictures",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--sizes", default=",".join(map(str, LIMITS)), help="listings, with commas")
    parser.add_argument("--turns", type=int, default=9, help="changes, of which the median is told")
    chosen = parser.parse_args()
    results = {}
    for size in map(int, chosen.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            results[size] = measure(size, chosen.turns, Path(folder) / "content")
    print(table(results))


if __name__ == "__main__":
    main()
