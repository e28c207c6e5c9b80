"""The guide beside other programs that make the same: python -m benchmarks

Every run is a whole process, started cold. The contenders take turns, so that a machine that grows slower does so for
all. What is made and measured goes to out/benchmarks: a table (results.md), figures (results.json), a plot (speed.svg).
"""

import argparse
import importlib.util
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.convert import convert
from benchmarks.made_up import make_directory
from benchmarks.shipped import shipped_directory

ROOT = Path(__file__).resolve().parent.parent
OURS, SHIPPED = "this program", "shipped"
PEERS = {"typst": "Typst, PDF/UA", "weasyprint": "WeasyPrint, PDF/UA", "platypus": "Platypus, untagged"}
NEEDS = {"typst": "typst", "weasyprint": "weasyprint", "platypus": "reportlab"}
LIMIT = 600  # seconds, after which a contender is given up for a size
LONG = 60  # seconds: whoever takes so long is not run once more only to be warm
SHARE = 0.8  # of the machine's memory that a contender may ask for; one that needs more fails by itself
COLOURS = {
    OURS: "#0B4A8C",
    PEERS["typst"]: "#8C2A10",
    PEERS["weasyprint"]: "#0B5A34",
    PEERS["platypus"]: "#5F4300",
}
PANELS = (
    ("seconds, whole process", lambda each: each.wall),
    ("peak memory, MiB", lambda each: each.peak),
    ("file, MB", lambda each: each.bytes / 1e6),
)  # of the plot: (what, how it is had of a result)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """One run: seconds, mebibytes, bytes."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """A contender at one size: medians, the largest peak, and what it made."""

    listings: str  # how many, or "shipped"
    name: str
    wall: float
    cpu: float
    peak: float
    bytes: int
    pages: int


def run(command):
    """Figures of a command, None if it fails or takes too long."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=within_memory
    )
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        wall = time.perf_counter() - start
        if pid:
            break
        if wall > LIMIT:
            process.kill()
        time.sleep(0.0005 if wall < 1 else 0.01)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        return None
    return Figures(wall=wall, cpu=usage.ru_utime + usage.ru_stime, peak=usage.ru_maxrss / 1024)


def within_memory():
    """In the process that begins: no more memory than the machine can give."""
    most = int(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") * SHARE)
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def commands(size, folder, peers):
    """{name: (command, its PDF)} of every contender at a size, or for the shipped guide; writes what they read."""
    source, content = folder / f"{size}.json", folder / size
    if size == SHIPPED:
        content = ROOT / "content"
        data = shipped_directory(content)
    else:
        data = make_directory(int(size))
        convert(data, content)
    source.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    ours = folder / f"{size}-ours.pdf"
    found = {
        OURS: (
            [sys.executable, "make_guide.py", "build", "--content", str(content), "--output", str(ours)],
            ours,
        )
    }
    for peer in peers:
        target = folder / f"{size}-{peer}.pdf"
        found[PEERS[peer]] = (
            [sys.executable, "-m", f"benchmarks.peers.{peer}", str(source), str(target)],
            target,
        )
    return found


def measure(size, contenders, runs, tell):
    """A Result for each contender that can do it; the first round is not counted, but for who takes long."""
    figures = {name: [] for name in contenders}
    for turn in range(runs + 1):
        for name, (command, _) in contenders.items():
            if figures[name] is None or len(figures[name]) == runs:
                continue
            done = run(command)
            tell(f"{size} {name}: {'failed' if done is None else f'{done.wall:.2f} s'}")
            if done is None:
                figures[name] = None
            elif turn or done.wall > LONG:
                figures[name].append(done)
    return [summary(size, name, contenders[name][1], some) for name, some in figures.items() if some]


def summary(size, name, target, figures):
    return Result(
        listings=size,
        name=name,
        wall=statistics.median(each.wall for each in figures),
        cpu=statistics.median(each.cpu for each in figures),
        peak=max(each.peak for each in figures),
        bytes=target.stat().st_size,
        pages=count_pages(target),
    )


def count_pages(pdf):
    from pypdf import PdfReader  # only to count

    return len(PdfReader(pdf).pages)


def table(results):
    """The results as Markdown, ours as a part of each peer's."""
    ours = {each.listings: each for each in results if each.name == OURS}
    lines = [
        "| listings | program | wall s | CPU s | peak MiB | PDF kB | pages | our wall / theirs | CPU | peak | bytes |",
        "|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for each in results:
        own = ours.get(each.listings)
        ratios = [
            "" if own in (None, each) else f"{getattr(own, what) / getattr(each, what):.2f}"
            for what in ("wall", "cpu", "peak", "bytes")
        ]
        lines.append(
            f"| {each.listings} | {each.name} | {each.wall:.2f} | {each.cpu:.2f} | {each.peak:.0f} | {each.bytes / 1000:.0f} | "
            f"{each.pages:,} | {' | '.join(ratios)} |"
        )
    return "\n".join(lines) + "\n"


def plot(results, path):
    """Wall time, memory and bytes over listings, a line for each program; both axes are logarithmic."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    pyplot.rcParams |= {
        "svg.hashsalt": "speed",
        "svg.fonttype": "none",
        "font.size": 10,
        "axes.spines.top": False,
        "axes.spines.right": False,
    }
    figure, panels = pyplot.subplots(1, len(PANELS), figsize=(11, 3.8), layout="constrained")
    for axes, (what, value) in zip(panels, PANELS, strict=True):
        for name in dict.fromkeys(each.name for each in results):
            points = sorted(
                (int(each.listings), value(each))
                for each in results
                if each.name == name and each.listings != SHIPPED
            )
            if points:
                width = 2.6 if name == OURS else 1.3
                axes.plot(
                    *zip(*points, strict=True),
                    marker="o",
                    markersize=4,
                    label=name,
                    linewidth=width,
                    color=COLOURS[name],
                )
        axes.set(xscale="log", yscale="log", xlabel="listings", title=what)
        axes.grid(alpha=0.25)
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_major_formatter(lambda number, place: f"{number:,g}")
    panels[0].legend(frameon=False)
    figure.savefig(path, metadata={"Date": None})


def main():
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--sizes",
        default="shipped,20,400,10000",
        help="listings of the directories, with commas; shipped is the guide in content/",
    )
    parser.add_argument(
        "--runs",
        type=int,
        default=3,
        help="counted runs of each, after one that is not but for who takes long",
    )
    parser.add_argument(
        "--peers",
        default=",".join(PEERS),
        help="the programs beside ours, with commas; those that are not installed are left out",
    )
    parser.add_argument("--out", type=Path, default=Path("out/benchmarks"))
    parser.add_argument(
        "--replot", action="store_true", help="measure nothing: the plot anew from the figures that are there"
    )
    chosen = parser.parse_args()
    unknown = [peer for peer in chosen.peers.split(",") if peer and peer not in PEERS]
    if unknown:
        parser.error(f"there is no peer {', '.join(unknown)}; the peers are {', '.join(PEERS)}")
    peers = [peer for peer in chosen.peers.split(",") if peer and importlib.util.find_spec(NEEDS[peer])]
    folder = chosen.out.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if chosen.replot:
        plot(
            [Result(**each) for each in json.loads((folder / "results.json").read_text())],
            folder / "speed.svg",
        )
        return
    results = []
    for size in chosen.sizes.split(","):
        results += measure(
            size, commands(size, folder, peers), chosen.runs, lambda text: print(text, file=sys.stderr)
        )
        (folder / "results.json").write_text(json.dumps([asdict(each) for each in results], indent=1))
        (folder / "results.md").write_text(table(results), encoding="utf-8")
    print(table(results))
    if importlib.util.find_spec("matplotlib"):
        plot(results, folder / "speed.svg")
    print(f"The table, the figures and the plot are in {folder}.")


if __name__ == "__main__":
    main()
