"""All that is printed, safely for a terminal: lines, problems, progress, and what went wrong."""

import os
import sys
import threading
import time
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Self

import click

from guide.cli.grouping import Group, grouped, key_of, more_of_them, summary, told_before
from guide.cli.places import chosen, out_of, pasteable
from guide.cli.wishes import EVERY, OUT, QUIET, STRICT, TODAY, wish
from guide.errors import ERROR, WARNING, Problem
from guide.expressions import expression
from guide.output import ADVICE

LONG_WORK = 0.5  # seconds before a progress bar is shown
BETWEEN_BARS = 0.1
TOLD = "guide.warnings"  # in the context of a run that watches: which warnings it has told


def tell(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        echo(sentence[0].upper() + sentence[1:])


def count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def size(number: int) -> str:
    """A file size as file managers give it: "58 kB"."""
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{max(1, round(number / 1e3))} kB"


def one_line(text: str) -> str:
    """The text without what would steer a terminal, begin a new line or not be seen: that is shown as its number."""
    if text.isprintable():
        return text
    joiners = {match.start() for match in JOINERS.finditer(text)}
    return "".join(c if c.isprintable() or place in joiners else escaped(c) for place, c in enumerate(text))


def echo(text: str, err: bool = False, bold: bool | None = None, fg: str | None = None) -> None:
    """Print a line; in colour on a terminal, unless NO_COLOR forbids it. Where a run is quiet, only what is for `err`."""
    if wish(QUIET) and not err:
        return
    colour = False if os.environ.get("NO_COLOR") else None
    click.echo(click.style(one_line(text), bold=bold, fg=fg), err=err, color=colour)


def report(problems: Sequence[Problem]) -> None:
    """Print problems, each on a line of its own, then how many there are.

    In commands that can show every one, and are not told to, many of a kind are one line, and so are old warnings.
    """
    shown = [problem for problem in problems if problem.level == ERROR or not wish(QUIET)]
    old = [] if wish(EVERY) in (None, True) else old_warnings(shown)
    there = set(map(id, old))
    new = [problem for problem in shown if id(problem) not in there]
    for first, others in grouped(new) if wish(EVERY) is False else map(Group, new):
        line = problem_line(first) + more_of_them(others)
        echo(line, err=True, fg="red" if first.level == ERROR else "yellow")
    if old:
        echo(summary(old), err=True, fg="yellow")
    tell_counts(shown)


def old_warnings(problems: Sequence[Problem]) -> list[Problem]:
    """The warnings that were told on a day before; none where they count as mistakes."""
    out, today, content = wish(OUT), wish(TODAY), chosen()
    if out is None and content is not None:
        out = out_of(content)
    if wish(STRICT) or not isinstance(out, Path) or not isinstance(today, date):
        return []
    old = told_before(problems, out, today)
    return [*old, *told_at_a_save(problems, old)]


def told_at_a_save(problems: Sequence[Problem], old: Sequence[Problem]) -> list[Problem]:
    """The warnings, but for the old ones, that were told since a run began that watches; they are noted."""
    context = click.get_current_context(silent=True)
    told: set[str] | None = context.meta.get(TOLD) if context else None
    if told is None:
        return []
    known, there = set(told), set(map(id, old))
    warnings = [each for each in problems if each.level == WARNING and id(each) not in there]
    told.update(map(key_of, warnings))
    return [each for each in warnings if key_of(each) in known]


def tell_counts(problems: Sequence[Problem]) -> None:
    """Say how many problems there are, and how many of them are warnings."""
    errors = sum(problem.level == ERROR for problem in problems)
    warnings = len(problems) - errors
    counts = [count(errors, "problem")] if errors else []
    counts += [count(warnings, "warning")] if warnings else []
    if counts:
        echo(" and ".join(counts), err=True, bold=True)


def problem_line(problem: Problem) -> str:
    """`file:line:column: error: what is wrong; what to do [name]`, as compilers say it and editors read it."""
    return f"{problem.mark}: {problem.level}: {told(problem)} [{problem.name}]"


def told(problem: Problem) -> str:
    """What is wrong, and what to do; commands in it can be pasted."""
    return pasteable(f"{problem.message}; {problem.hint}" if problem.hint else problem.message)


class Progress:
    """A bar on the terminal while work is long; nothing in a pipe, and nothing left behind.

    It is drawn beside the work, so that it also moves while a stage has nothing to tell.
    """

    def __init__(self) -> None:
        self.state = "", 0, 1
        self.finished = threading.Event()
        self.drawing = threading.Thread(target=self.draw_until_finished, daemon=True)
        self.shows = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __call__(self, stage: str, done: int, total: int) -> None:
        self.state = stage, done, total

    def __enter__(self) -> Self:
        if self.shows:
            self.drawing.start()
        return self

    def __exit__(self, *exception: object) -> None:
        if self.shows:
            self.finished.set()
            self.drawing.join()

    def draw_until_finished(self) -> None:
        start = time.monotonic()
        if self.finished.wait(LONG_WORK):
            return
        while not self.finished.wait(BETWEEN_BARS):
            draw(bar(*self.state, time.monotonic() - start))
        draw("")


def draw(text: str) -> None:
    """Put the text in the place of the terminal's last line."""
    from shutil import get_terminal_size  # only here

    width, text = get_terminal_size().columns - 1, one_line(text)
    print(f"\r{text[:width]:{width}}\r", end="", file=sys.stderr, flush=True)


def bar(stage: str, done: int, total: int, seconds: float) -> str:
    """How far the work is in words and signs: "Setting   [##########          ]  50%  3 s"."""
    part = min(done / total, 1) if total else 0
    return f"{stage:9} [{'#' * round(part * 30):30}] {part:4.0%}  {seconds:.0f} s"


def explain(error: Exception) -> str:
    """What happened and what to do, for somebody who did not write the program."""
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        advice = ADVICE.get(error.errno or 0, "")
        return f"{place}{error.strerror}; {advice}" if advice else f"{place}{error.strerror}"
    if type(error).__module__ == "sqlite3":  # not imported here: few commands need it
        return f"A ledger cannot be used, that of mail or of handouts ({error}); make room on the disk and run the command again."
    if isinstance(error, ImportError):
        return f"A part of the program is missing ({error}); install it again."
    if isinstance(error, ChildProcessError):
        return f"A process that made a part of the guide was stopped, perhaps because memory ran out ({error}); run the command again."
    if isinstance(error, MemoryError):
        return "The memory of this computer is too small for this guide."
    return (
        f"This is a fault of the program, not of your content ({type(error).__name__}: {error}). Please "
        "report it to whoever looks after the program. Set GUIDE_DEBUG=1 to see what they need to know."
    )


JOINERS = expression(
    "(?<=[^\x00-\u02ff])[\u200c\u200d](?=[^\x00-\u02ff])"
)  # scripts beyond Latin need them to be read


def escaped(character: str) -> str:
    """A control, format, private or unassigned character as its number; any other as it is."""
    if unicodedata.category(character) not in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"):
        return character
    number = ord(character)
    return (
        f"\\x{number:02x}"
        if number < 0x100
        else f"\\u{number:04x}"
        if number < 0x10000
        else f"\\U{number:08x}"
    )


def shown_lines(text: str) -> str:
    """What click says, which may be several lines, each without what would steer a terminal."""
    return "\n".join(one_line(line.replace("\t", "    ")) for line in text.split("\n"))


def tell_fault(error: Exception) -> None:
    """Say what went wrong in one line; with GUIDE_DEBUG, where."""
    if os.environ.get("GUIDE_DEBUG"):
        import traceback  # only here

        traceback.print_exception(error)
    echo(f"Error: {explain(error)}", err=True, fg="red")
