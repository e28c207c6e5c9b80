"""The commands: the only module that prints, asks or exits."""

import errno
import os
import re
import shutil
import sys
import threading
import time
import traceback
from pathlib import Path

import click

from guide import __version__
from guide.errors import ERROR, GuideError
from guide.output import write_atomically

DEFAULT_CONTENT = "content"
DEFAULT_OUTPUT = "out/guide.pdf"
INTERRUPTED = 130  # what a shell gives for Ctrl-C
LONG_WORK = 0.5  # seconds before a progress bar is shown
BETWEEN_BARS = 0.1
CONTROL_CHARACTERS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

ADVICE = {
    errno.ENOSPC: "make room on the disk and run the command again",
    errno.EDQUOT: "make room on the disk and run the command again",
    errno.EFBIG: "the file is larger than this system allows",
    errno.EACCES: "choose another place with --output, or ask who looks after this computer",
    errno.EPERM: "choose another place with --output, or ask who looks after this computer",
    errno.EROFS: "choose another place with --output: this disk can only be read",
    errno.EEXIST: "a file stands where its folder should be; choose another place with --output",
    errno.ENOTDIR: "a file stands where its folder should be; choose another place with --output",
    errno.ENAMETOOLONG: "choose a shorter name with --output",
}


# --- the commands ---------------------------------------------------------------------------------

def existing_folder(context, parameter, value):
    """The content folder as a Path; wrong use if there is none."""
    folder = Path(value)
    if folder.is_dir():
        return folder
    what = "is a file, not a folder" if folder.exists() else "does not exist"
    raise click.BadParameter(f"{folder} {what}; name the folder that holds guide.yaml.")


def replaceable_file(context, parameter, value):
    """Where the PDF goes as a Path; wrong use if a folder or somebody's other work is there."""
    path = Path(value)
    if path.is_dir():
        raise click.BadParameter(f"{path} is a folder; name a file, such as {path / 'guide.pdf'}.")
    if path.is_file() and not looks_replaceable(path):
        raise click.BadParameter(f"{path} is not a PDF and would be lost; choose another name.")
    return path


def looks_replaceable(path):
    """Whether a file is a PDF, or empty, or cannot be read (then writing it will tell)."""
    try:
        with path.open("rb") as file:
            start = file.read(5)
    except OSError:
        return True
    return start in (b"", b"%PDF-")


content_option = click.option(
    "--content", metavar="FOLDER", default=DEFAULT_CONTENT, show_default=True, callback=existing_folder,
    help="The folder with the content files (guide.yaml and its sections).",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="make-guide", message="%(prog)s %(version)s")
def cli():
    """Make a printed guide from a folder of content files.

    "make-guide build" makes the PDF. "make-guide check" looks for mistakes in the content and makes
    nothing. Both say where a mistake is and what to do about it.
    """


@cli.command()
@content_option
@click.option("--output", metavar="FILE", default=DEFAULT_OUTPUT, show_default=True, callback=replaceable_file,
              help="The PDF to make. An older one there is replaced once the new one is complete.")
@click.option("--open", "open_it", is_flag=True, help="Show the PDF when it is ready.")
def build(content, output, open_it):
    """Make the guide as a PDF, ready to print or send."""
    start = time.perf_counter()
    from guide.build import build_guide  # layout and fonts take a while to load; help must not wait
    from guide.layout.fonts import FontError

    with Progress() as progress:
        try:
            result = build_guide(content, progress)
        except FontError as error:
            raise click.ClickException(one_line(str(error))) from None
    write_atomically(output, result.pdf)
    report(result.problems)
    seconds = time.perf_counter() - start
    echo(f"Made {output}", bold=True)
    echo(f"{count(result.pages, 'page')}, {count(result.listings, 'listing')}, "
         f"{size(len(result.pdf))}, {seconds:.1f} seconds")
    if open_it and click.launch(str(output)):
        echo(f"No program here shows it; open {output} yourself.", err=True)


@cli.command()
@content_option
def check(content):
    """Look for mistakes in the content without making anything."""
    from guide.content.load import load_guide  # see build

    guide, problems = load_guide(content)
    report(problems)
    if any(problem.level == ERROR for problem in problems):
        return 1
    echo(f"{count(len(guide.listings), 'listing')} in {count(len(guide.sections), 'section')}.")
    report_unverified(guide.listings)
    return 0


def report_unverified(listings):
    """Say which listings nobody has checked yet."""
    unverified = [listing for listing in listings if listing.verified is None]
    if not unverified:
        echo("Every one has been verified.", fg="green")
        return
    echo(f"{len(unverified):,} never verified. Call, and write the day into the listing, `verified: 2026-12-01`:")
    for listing in unverified:
        echo(f"  {listing.name} ({listing.mark})")


# --- words ----------------------------------------------------------------------------------------

def count(number, noun):
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def size(number):
    """A file size as file managers give it: "58 kB"."""
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{max(1, round(number / 1e3))} kB"


def one_line(text):
    """The text without what would steer a terminal or begin a new line."""
    return CONTROL_CHARACTERS.sub(lambda match: f"\\x{ord(match[0]):02x}", text)


def echo(text, err=False, **style):
    """Print a line; in colour on a terminal, unless NO_COLOR forbids it."""
    colour = False if os.environ.get("NO_COLOR") else None
    click.echo(click.style(one_line(text), **style), err=err, color=colour)


def report(problems):
    """Print every problem on a line of its own, then how many there are."""
    for problem in problems:
        echo(problem_line(problem), err=True, fg="red" if problem.level == ERROR else "yellow")
    errors = sum(problem.level == ERROR for problem in problems)
    warnings = len(problems) - errors
    counts = [count(errors, "problem")] if errors else []
    counts += [count(warnings, "warning")] if warnings else []
    if counts:
        echo(" and ".join(counts), err=True, bold=True)


def problem_line(problem):
    """`file:line:column: what is wrong; what to do`, and the word that tells a warning from an error."""
    if problem.level == ERROR:
        return str(problem)
    return str(problem).replace(f"{problem.mark}: ", f"{problem.mark}: warning: ", 1)


class Progress:
    """A bar on the terminal while work is long; nothing in a pipe, and nothing left behind.

    It is drawn beside the work, so that it also moves while a stage has nothing to tell.
    """

    def __init__(self):
        self.state = "", 0, 1
        self.finished = threading.Event()
        self.drawing = threading.Thread(target=self.draw_until_finished, daemon=True)
        self.shows = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __call__(self, stage, done, total):
        self.state = stage, done, total

    def __enter__(self):
        if self.shows:
            self.drawing.start()
        return self

    def __exit__(self, *exception):
        if self.shows:
            self.finished.set()
            self.drawing.join()

    def draw_until_finished(self):
        start = time.monotonic()
        if self.finished.wait(LONG_WORK):
            return
        while not self.finished.wait(BETWEEN_BARS):
            draw(bar(*self.state, time.monotonic() - start))
        draw("")


def draw(text):
    """Put the text in the place of the terminal's last line."""
    width = shutil.get_terminal_size().columns - 1
    print(f"\r{text[:width]:{width}}\r", end="", file=sys.stderr, flush=True)


def bar(stage, done, total, seconds):
    """How far the work is in words and signs: "Setting   [##########          ]  50%  3 s"."""
    part = min(done / total, 1) if total else 0
    return f"{stage:9} [{'#' * round(part * 30):30}] {part:4.0%}  {seconds:.0f} s"


# --- every way to end -----------------------------------------------------------------------------

def main(arguments=None):
    """Run the command and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # a name that the terminal cannot show is no reason to stop
    sys.exit(run(arguments))


def run(arguments=None):
    """The exit code of a command line: 0 done, 1 something is wrong, 2 wrong use, 130 Ctrl-C."""
    try:
        return cli.main(arguments, prog_name="make-guide", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except GuideError as error:
        report(error.problems)
        return 1
    except Exception as error:
        if os.environ.get("GUIDE_DEBUG"):
            traceback.print_exc()
        echo(f"Error: {explain(error)}", err=True, fg="red")
        return 1


def explain(error):
    """What happened and what to do, for somebody who did not write the program."""
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        advice = ADVICE.get(error.errno, "")
        return f"{place}{error.strerror}; {advice}" if advice else f"{place}{error.strerror}"
    if isinstance(error, ImportError):
        return f"A part of the program is missing ({error}); install it again."
    if isinstance(error, MemoryError):
        return "The memory of this computer is too small for this guide."
    return (f"This is a fault of the program, not of your content ({type(error).__name__}: {error}). Please "
            "report it to whoever looks after the program. Set GUIDE_DEBUG=1 to see what they need to know.")


if __name__ == "__main__":
    main()
