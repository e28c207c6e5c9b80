"""From a key in the studio to the new picture in the browser: python -m benchmarks.studio

The whole way, in the system's Chromium: a letter is typed into the text of a listing, the 0.8 s pause ends, the field is sent and written
into its file, the folder is read again, the edition laid out, its page drawn, sent, decoded and shown. The pause itself is
not counted. The studio is a process of its own, and knows the guide already. CPU time is what that process took: a busy
machine does not change it as it does the wall time.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.convert import convert
from benchmarks.cores import cpu_of
from benchmarks.made_up import make_directory
from benchmarks.pictures import LIMITS

ROOT = Path(__file__).resolve().parent.parent
PAUSE = 800  # milliseconds after the last key
REST = 3.0  # seconds between two changes: what is judged later must not stand in the way
FLAGS = ["--no-sandbox", "--disable-gpu"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
TEXT = '[data-field="description"] textarea'
WATCH = """() => {
  window.marks = {};
  addEventListener('keydown', () => { window.marks = { key: performance.now() }; }, true);
  const fetched = window.fetch;
  window.fetch = (path, ...rest) => {
    if (path === '/api/write') window.marks.sent = performance.now();
    return fetched(path, ...rest);
  };
  new MutationObserver((changes) => {
    if (window.marks.sent && changes.some((each) => [...each.addedNodes].some((node) => node.matches('img')))) {
      window.marks.shown ??= performance.now();
    }
  }).observe(document.querySelector('.sheets'), { subtree: true, childList: true });
}"""


def begin(content, home):
    """(process, address) of the studio of a folder."""
    command = [sys.executable, "-m", "guide", "studio", "--no-open", "--content", str(content)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(home)}
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    return process, process.stdout.readline().strip()


def measure_one(tab, process, turn):
    """(milliseconds from the end of the pause to the picture, from sending to it, CPU seconds of the studio)."""
    tab.locator(TEXT).first.press("Control+End")
    before = cpu_of(process.pid)
    tab.evaluate("window.marks = {}")
    tab.keyboard.press("Backspace" if turn % 2 else "x")
    end = time.monotonic() + 60
    while not tab.evaluate("window.marks.shown || 0"):
        if time.monotonic() > end:
            raise SystemExit("no new picture came")
        time.sleep(0.01)
    spent = cpu_of(process.pid) - before
    marks = tab.evaluate("window.marks")
    time.sleep(REST)
    return marks["shown"] - marks["key"] - PAUSE, marks["shown"] - marks["sent"], 1000 * spent


def measure(count, section, turns, folder, width=1366):
    """[(ms from the pause, ms from sending, CPU ms)] of changes in a listing in the middle of a guide."""
    from playwright.sync_api import sync_playwright

    convert(make_directory(count, section), folder / "content")
    process, address = begin(folder / "content", folder / "state")
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=next(filter(None, map(shutil.which, BROWSERS))), args=FLAGS
            )
            tab = browser.new_page(viewport={"width": width, "height": 768})
            tab.set_default_timeout(120_000)
            tab.goto(address)
            tab.goto(address.partition("/enter")[0] + f"/guide/l{count // 2}")
            tab.wait_for_selector("#picture:not([hidden])", state="attached")
            tab.evaluate(WATCH)
            time.sleep(2 * REST)
            found = [measure_one(tab, process, turn) for turn in range(turns + 2)]
            browser.close()
            return found[2:]  # the first ones warm it up
    finally:
        process.terminate()
        process.wait()


def table(results):
    """The results as Markdown, {(listings, in a section): what `measure` gives}."""
    lines = [
        "| listings | in a section | least ms | median ms | CPU of the studio, ms | at most |",
        "|---:|---:|---:|---:|---:|---:|",
    ]
    for (count, section), found in results.items():
        wall, _, cpu = zip(*found)
        lines.append(
            f"| {count} | {section} | {min(wall):.0f} | {statistics.median(wall):.0f} | "
            f"{statistics.median(cpu):.0f} | {LIMITS.get(count, '')} |"
        )
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.studio",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--sizes", default=",".join(map(str, LIMITS)), help="listings, with commas")
    parser.add_argument("--sections", default="20,200", help="listings in a section, with commas")
    parser.add_argument("--turns", type=int, default=9, help="changes that are measured")
    chosen = parser.parse_args()
    results = {}
    for size in map(int, chosen.sizes.split(",")):
        for section in map(int, chosen.sections.split(",")):
            if section > 20 and section > size:
                continue
            with tempfile.TemporaryDirectory() as folder:
                results[size, section] = measure(size, section, chosen.turns, Path(folder))
            print(table({(size, section): results[size, section]}).splitlines()[-1], file=sys.stderr)
    print(table(results))


if __name__ == "__main__":
    main()
