"""What Orca, a screen reader, says of a PDF in Chromium, line by line: python -m benchmarks.orca FILE.pdf [LINES]

It runs on a screen of its own, which nobody sees and hears, so it disturbs nothing. On Debian and Ubuntu:
apt install orca chromium xvfb openbox xdotool dbus at-spi2-core
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import dropwhile
from pathlib import Path

NEEDED = ("orca", "chromium", "Xvfb", "openbox", "xdotool", "dbus-run-session")
BEGINS = "--- said ---\n"  # after what other programs of the session print
FIRST = "Page 1"  # how Chromium calls it
TOOLS = 60  # lines that may be said of the browser before
PATIENCE = 90  # seconds for each program to begin
SAID = re.compile(r"^\d\d:\d\d:\d\d\.\d+ - SPEECH OUTPUT: '(.*?)'\{", re.MULTILINE | re.DOTALL)
BROWSER = (
    "--no-first-run",
    "--disable-gpu",
    "--disable-features=PdfOopif",  # with it Orca 43 does not come into the document
    "--force-renderer-accessibility",
)


def main(path: Path, lines: int) -> None:
    """Print what is said on the way down, a line each."""
    if missing := [name for name in NEEDED if not shutil.which(name)]:
        sys.exit(f"{', '.join(missing)}: not here; {__doc__.strip().splitlines()[-1]}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        Path(home, "run").mkdir(mode=0o700)
        with Screen(home):
            again = [sys.executable, "-m", "benchmarks.orca", "--inside", str(path.resolve()), str(lines)]
            told = subprocess.run(["dbus-run-session", "--", *again], capture_output=True, text=True)
        if told.returncode:
            sys.exit(told.stderr or "the screen reader did not begin")
        print(told.stdout.partition(BEGINS)[2], end="")


class Screen:
    """A screen that nobody sees; while it is open the environment names it, and a home that is thrown away."""

    def __init__(self, home: str) -> None:
        self.home = home

    def __enter__(self) -> None:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x900x24"]
        self.server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        os.environ |= {
            "DISPLAY": f":{number}",
            "HOME": self.home,
            "XDG_RUNTIME_DIR": f"{self.home}/run",
            "GNOME_ACCESSIBILITY": "1",
        }

    def __exit__(self, *error: object) -> None:
        self.server.terminate()
        self.server.wait()


def inside(path: str, lines: int) -> None:
    """Within a session of its own: begin browser and reader, go down, and print what was said."""
    log = Path(os.environ["HOME"], "said.log")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    begun = [begin("openbox"), begin("chromium", *root, *BROWSER, Path(path).as_uri())]
    try:
        window = wait_for(lambda: output("xdotool", "search", "--onlyvisible", "--class", "chromium"))
        time.sleep(5)  # till the document is there
        begun.append(
            begin("orca", "--replace", "--disable", "speech", "--disable", "braille", f"--debug-file={log}")
        )
        wait_for(lambda: "Finished loading PDF" in said_in(log))
        output("xdotool", "windowactivate", window.splitlines()[0], "mousemove", "700", "500", "click", "1")
        time.sleep(3)
        for _ in range(lines + TOOLS):
            output("xdotool", "key", "Down")
            time.sleep(0.8)
            if len(list(spoken(said_in(log)))) >= lines:
                break
        print(BEGINS + "\n".join(list(spoken(said_in(log)))[:lines]))
    finally:
        for each in reversed(begun):
            each.terminate()


def begin(*command: str) -> subprocess.Popen[bytes]:
    """A program that goes on, quietly."""
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def output(*command: str) -> str:
    """What a command prints, "" where it fails."""
    return subprocess.run(command, capture_output=True, text=True).stdout


def said_in(log: Path) -> str:
    """The log as far as it is written."""
    return log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""


def wait_for(look: Callable[[], object]) -> str:
    """What `look` finds, as soon as it finds anything."""
    end = time.monotonic() + PATIENCE
    while not (found := look()):
        if time.monotonic() > end:
            raise SystemExit("the screen reader or the browser did not begin; try again")
        time.sleep(0.5)
    return str(found)


def spoken(log: str) -> Iterator[str]:
    """Yield what was said of the document from its first page on: what comes before is of the browser."""
    lines = (" ".join(said.split()) for said in SAID.findall(log))
    yield from filter(None, dropwhile(lambda line: line != FIRST, lines))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        inside(sys.argv[2], int(sys.argv[3]))
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 40)
