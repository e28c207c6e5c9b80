"""Whether two checkouts make the same files: python -m benchmarks.same_bytes BEFORE [AFTER] [--content FOLDER ...]

For changes that are to change nothing in print. Every edition of the shipped guide, of a dense made-up one and of the folders
named is made by both programs from the content of AFTER, which is this checkout if it is not named; so is the call sheet. A
folder of which no PDF but that is made tells nothing, and is said to be bad.
Ends with 1 where a file differs or is not made. Before a change: git worktree add ../before HEAD
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.convert import convert
from benchmarks.made_up import make_directory

ROOT = Path(__file__).resolve().parent.parent
SMALL = 6  # listings of a made-up guide that fits sheets and cards
DENSE = (61, 400)  # and of larger ones; the largest is made by two processes
DAY = "1795737600"  # 2026-11-27, as seconds: no date in a content folder may lie behind it
FORMATS = {
    "letter": "format: letter\ndefault: yes\nopen_now: yes\n",
    "columns": "columns: 2\n",
    "a4": "format: a4\n",
    "large": "format: large-print\n",
    "pocket": "format: pocket\npress: n-up\n",
    "half": "format: half-letter\npress: booklet\n",
    "shop": "press: print-shop\ncrop_marks: yes\n",
    "grey": "ink: grey\npress: single-sided\n",
    "fit": "fit: 100 pages\n",
}
SHEETS = {
    "sheet": "format: one-sheet\ndefault: yes\n",
    "leaflet": "format: trifold-letter\n",
    "wallet": "format: wallet\n",
    "zine": "format: zine\n",
}
CALLS = {"calls.pdf", "calls.csv"}
LEFT_OUT = {"manifest.json"}  # names the program


def make_dense(folder, count):
    """The content files of a made-up guide with editions of every kind that can hold it."""
    convert(make_directory(count), folder)
    (folder / "editions").mkdir(exist_ok=True)
    for name, text in (SHEETS if count <= SMALL else FORMATS).items():
        if name != "fit" or count < 100:
            (folder / "editions" / f"{name}.yaml").write_text(text, encoding="utf-8")


def digests(program, content, out):
    """{file: digest} of all that a program makes of a content folder."""
    environment = {**os.environ, "PYTHONPATH": str(program), "SOURCE_DATE_EPOCH": DAY}
    commands = (
        ["build", "--all", "--force", "--out", str(out)],
        ["check", "--worklist", str(out / "calls.pdf"), "--today", "2026-11-27"],
    )
    out.mkdir(parents=True)
    for command in commands:
        line = [sys.executable, str(program / "make_guide.py"), *command, "--content", str(content)]
        subprocess.run(
            line,
            cwd=program,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in LEFT_OUT
    }


def compare(before, after, contents, folder):
    """Yield a line for each content folder and for each file of it that is not the same; the last word of a bad one is DIFFERS."""
    for content in contents:
        old, new = (
            digests(program, content, folder / content.name / side)
            for program, side in ((before, "before"), (after, "after"))
        )
        differ = [name for name in sorted({*old, *new}) if old.get(name) != new.get(name)]
        yield (
            f"{content}: {len(new)} files, {len(differ)} not the same",
            bool(differ) or not new.keys() - CALLS,
        )
        yield from (
            (f"  {name}: DIFFERS" if name in old and name in new else f"  {name}: only in one", True)
            for name in differ
        )


def main():
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.same_bytes",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path, nargs="?", default=ROOT)
    parser.add_argument("--content", type=Path, action="append", default=[], help="another content folder")
    parser.add_argument("--keep", action="store_true", help="keep what was made, to look at it")
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="same-bytes-"))
    shipped = folder / "content" / "shipped"
    shutil.copytree(chosen.after / "content", shipped)
    contents = [shipped, *(path.resolve() for path in chosen.content)]
    for count in (SMALL, *DENSE):
        contents.append(folder / "content" / f"dense-{count}")
        make_dense(contents[-1], count)
    failed = False
    for line, bad in compare(chosen.before.resolve(), chosen.after.resolve(), contents, folder / "made"):
        print(line)
        failed |= bad
    if chosen.keep:
        print(f"What was made is in {folder}.")
    else:
        shutil.rmtree(folder)
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
