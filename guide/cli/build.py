"""The command build."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.options import (
    BESIDE,
    content_option,
    output_folder,
    replaceable_file,
    strict_option,
    today_option,
)
from guide.cli.terminal import Progress, count, echo, one_line, report, size, tell, tell_fault
from guide.errors import ERROR, GuideError, Problem
from guide.output import MADE, write_atomically
from guide.timing import Clock, Lap, untimed

if TYPE_CHECKING:  # see build
    from guide.manifest import Made
    from guide.produce import Request
    from guide.project import Memory

Outcome = tuple[int, Path | None]  # exit code, and the first file that was made


@click.command()
@content_option
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Make every edition.")
@click.option(
    "--out",
    metavar="FOLDER",
    callback=output_folder,
    help=f"Where the folders of the editions stand.  {BESIDE}",
)
@click.option(
    "--output",
    metavar="FILE",
    callback=replaceable_file,
    help="Make one PDF here instead. An older one there is replaced once the new one is complete.",
)
@click.option("--force", is_flag=True, help="Make editions again that have not changed.")
@click.option("--keep-old", is_flag=True, help="Keep the edition with the number before in archive/.")
@click.option(
    "--watch", is_flag=True, help="Make them again whenever a content file is saved; Ctrl-C ends it."
)
@click.option("--open", "open_it", is_flag=True, help="Show the PDF when it is ready.")
@click.option("--timings", is_flag=True, help="Say where the time went.")
@strict_option
@today_option
def build(
    content: Path,
    names: tuple[str, ...],
    every: bool,
    out: Path,
    output: Path | None,
    force: bool,
    keep_old: bool,
    watch: bool,
    open_it: bool,
    timings: bool,
    strict: bool,
    today: date,
) -> int:
    """Make the guide as a PDF, ready to print or send.

    NAME is an edition, a file in content/editions; without one the default edition is made.
    """
    if every and names:
        raise click.UsageError("Give names of editions, or --all, not both.")
    if output and (every or len(names) > 1):
        raise click.UsageError("--output takes one edition.")

    def make(memory: Memory | None) -> Outcome:
        clock = Clock() if timings else None
        if output:
            made = make_file(content, output, *names, strict=strict, today=today, memory=memory, lap=clock)
        else:
            from guide.produce import Request  # layout and fonts take a while to load; help must not wait

            made = make_editions(
                content,
                out,
                Request(
                    names=names,
                    every=every,
                    force=force,
                    keep_old=keep_old,
                    strict=strict,
                    today=today,
                    memory=memory,
                    lap=clock,
                ),
            )
        if clock:
            tell_timings(clock)
        return made

    if watch:
        make_whenever_saved(content, make)
        return 0
    code, made = make(None)
    if (
        open_it and made and click.launch(os.path.abspath(made))
    ):  # a bare -x.pdf would be an option of the program that shows it
        echo(f"No program here shows it; open {made} yourself.", err=True)
    return code


def tell_timings(clock: Clock) -> None:
    """Say how long each stage took."""
    clock("write")
    for stage, seconds in clock.seconds.items():
        echo(f"{stage:8} {seconds:7.3f} s")


def make_file(
    content: Path,
    output: Path,
    name: str = "",
    *,
    strict: bool,
    today: date,
    memory: Memory | None,
    lap: Lap | None,
) -> Outcome:
    """Make one edition as one file and say so; (exit code, the file)."""
    start = time.perf_counter()
    from guide.build import build_guide  # see build
    from guide.layout.type.fonts import FontError

    with Progress() as progress:
        try:
            result = build_guide(
                content,
                progress,
                name=name,
                strict=strict,
                today=today,
                memory=memory,
                lap=lap or untimed,
            )
        except FontError as error:
            raise click.ClickException(one_line(str(error))) from None
    write_atomically(output, result.pdf, MADE)
    report(result.problems)
    echo(f"Made {output}", bold=True)
    echo(
        f"{count(result.pages, 'page')}, {count(result.listings, 'listing')}, "
        f"{size(len(result.pdf))}, {time.perf_counter() - start:.1f} seconds"
    )
    tell(result.said)
    return 0, output


def make_editions(content: Path, out: Path, request: Request) -> Outcome:
    """Make editions in their folders and say what was made; (exit code, the first file or None)."""
    start = time.perf_counter()
    from guide.layout.type.fonts import FontError
    from guide.produce import NotAllMade, produce  # see build

    editions: Sequence[Made]
    failed: Mapping[str, tuple[Problem, ...]] = {}
    with Progress() as progress:
        try:
            editions, problems = produce(content, out, request, progress)
        except NotAllMade as error:
            editions, problems, failed = error.made, error.problems, error.failed
        except FontError as error:
            raise click.ClickException(one_line(str(error))) from None
    report((*problems, *(problem for made in editions for problem in made.problems)))
    for made in editions:
        tell_edition(made)
    if len(editions) + len(failed) > 1:
        tell_failed(failed)
    echo(f"{time.perf_counter() - start:.1f} seconds")
    return (1 if failed else 0), next((made.files[0] for made in editions), None)


def tell_edition(made: Made) -> None:
    """Say what is in the folder of an edition."""
    for file in made.files:
        echo(f"{'Made' if made.changed else 'Unchanged:'} {file}", bold=made.changed)
    paper = f"{count(made.sheets, 'sheet')} of paper" + (
        f" for {made.copies} copies" if made.copies > 1 else ""
    )
    paper += f", {money(made.cost)} a copy" if made.cost else ""
    echo(f"{count(made.pages, 'page')}, {count(made.listings, 'listing')}, {size(made.size)}, {paper}")
    tell(made.said)


def make_whenever_saved(content: Path, make: Callable[[Memory], Outcome]) -> None:
    """Make it, and again whenever a file of the content is saved; problems are shown and it goes on."""
    from watchfiles import watch  # only here

    from guide.project import Memory  # see build

    memory = Memory()
    make_and_go_on(make, memory)
    echo(f"Watching {content}; press Ctrl-C to end.")
    gc.enable()  # see main: this goes on for hours, and a build turns it off for itself
    for _ in watch(content, raise_interrupt=True):
        make_and_go_on(make, memory)


def make_and_go_on(make: Callable[[Memory], Outcome], memory: Memory) -> None:
    """Make it; what goes wrong is told and stops nothing, but for what ends the command."""
    try:
        make(memory)
    except GuideError as error:
        report(error.problems)
    except click.ClickException as error:
        error.show()
    except (click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except Exception as error:  # whatever it is: the next time that a file is saved it may be mended
        forget(memory)
        tell_fault(error)


def tell_failed(failed: Mapping[str, tuple[Problem, ...]]) -> None:
    """Say which editions were not made, and why: the first of their problems that stopped them."""
    for name, problems in failed.items():
        why, *more = [problem for problem in problems if problem.level == ERROR] or problems
        echo(
            f"Not made: {name}: {why.message}"
            + (f" (and {count(len(more), 'problem')} more)" if more else ""),
            err=True,
            fg="red",
        )


def money(amount: float) -> str:
    """An amount of money; below one of the least coin, to two figures that say something."""
    return f"{amount:.2f}" if amount >= 0.01 else f"{amount:.2g}"


def forget(memory: Memory) -> None:
    """Keep nothing from a build that ended no one knows where."""
    memory.sections.clear()
    memory.galleys.clear()
