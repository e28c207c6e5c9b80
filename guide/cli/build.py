"""The command build."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from guide.cli.archive import begin_again, refuse_todays
from guide.cli.options import (
    content_option,
    every_option,
    made_place_option,
    quiet_option,
    replaceable_file,
    scheduler_option,
    strict_option,
    today_option,
)
from guide.cli.places import out_of, pasteable
from guide.cli.terminal import Progress, count, echo, one_line, report, size, tell
from guide.cli.watch import Outcome, make_whenever_saved
from guide.errors import ERROR, Problem
from guide.output import MADE, write_atomically
from guide.request import Request
from guide.timing import Clock, untimed

if TYPE_CHECKING:  # see build
    from guide.manifest import Made
    from guide.project import Memory


@click.command()
@content_option
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Make every edition.")
@made_place_option()
@click.option(
    "--output",
    metavar="FILE",
    callback=replaceable_file,
    help="Make one PDF here instead. An older one there is replaced once the new one is complete.",
)
@click.option("--force", is_flag=True, help="Make editions again that have not changed.")
@click.option(
    "--from",
    "number",
    metavar="NUMBER",
    type=click.IntRange(0),
    help="Make an old edition again, from the content in the archive; it stands there, or where --out or --output says.",
)
@click.option(
    "--watch", is_flag=True, help="Make them again whenever a content file is saved; Ctrl-C ends it."
)
@click.option("--poll", is_flag=True, help="The same on a network drive, which does not tell what is saved.")
@click.option(
    "--open",
    "open_it",
    is_flag=True,
    help="Show the PDF or the page when it is ready; with --watch, the first time.",
)
@click.option(
    "--cache",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Keep here what the next build of a large guide can use again: after an edit it takes a third of the time or less.",
)
@click.option("--timings", is_flag=True, help="Say where the time went.")
@scheduler_option
@strict_option
@today_option
@every_option
@quiet_option
def build(
    content: Path,
    names: tuple[str, ...],
    every: bool,
    out: Path,
    output: Path | None,
    force: bool,
    number: int | None,
    watch: bool,
    poll: bool,
    open_it: bool,
    cache: Path | None,
    timings: bool,
    scheduler: str,
    strict: bool,
    today: date,
) -> int:
    """Make the guide as a PDF, ready to print or send, or as a web page.

    NAME is an edition, a file in content/editions; without one the default edition is made.
    """
    if every and names:
        raise click.UsageError("Give names of editions, or --all, not both.")
    if scheduler and (output or watch or poll or timings):
        raise click.UsageError(
            "--scheduler makes editions in their folders; leave --output, --watch and --timings out."
        )
    if output and (every or len(names) > 1):
        raise click.UsageError("--output takes one edition.")

    if number is not None and (watch or poll):
        raise click.UsageError("An old edition does not change; leave --watch out.")
    if cache and (scheduler or number is not None or watch or poll):
        raise click.UsageError(
            "--cache serves one build after another of today's content on this computer; leave it out with --watch, "
            "--poll, --from and --scheduler."
        )

    request = Request(names=names, every=every, force=force, strict=strict, today=today, scheduler=scheduler)
    if number is not None:
        content, out, request = old_one(content, out, output, number, request)

    def make(memory: Memory | None) -> Outcome:
        clock = Clock() if timings else None
        wanted = replace(request, memory=memory, lap=clock)
        made = make_file(content, output, wanted) if output else make_editions(content, out, wanted)
        if clock:
            tell_timings(clock)
        return made

    if watch or poll:
        make_whenever_saved(content, out, make, show if open_it else None, poll)
        return 0
    code, made = make_with(cache, content, make) if cache else make(None)
    if open_it and made:
        show(made)
    return code


def make_with(cache: Path, content: Path, make: Callable[[Memory | None], Outcome]) -> Outcome:
    """What `make` makes of what an earlier build has kept in a folder; this one keeps there what serves the next."""
    from guide.cache.memory import DiskMemory, Refused  # few builds keep anything

    try:
        memory = DiskMemory(cache, content)
    except Refused as error:
        raise click.BadParameter(str(error), param_hint="--cache") from None
    made = make(memory)
    if trouble := memory.save():
        echo(f"Nothing, or not all, could be kept in {cache} for the next build: {trouble}.", err=True)
    return made


def old_one(
    content: Path, out: Path, output: Path | None, number: int, request: Request
) -> tuple[Path, Path, Request]:
    """(content, out, request) of an old edition that is made again; it takes no place of today's."""
    context = click.get_current_context()
    is_given = {
        name: context.get_parameter_source(name) is ParameterSource.COMMANDLINE for name in ("today", "out")
    }
    if output:
        refuse_todays(output, content, out)
    if is_given["out"] and out.absolute() == out_of(content).absolute():
        raise click.UsageError(
            f"{out} is the place of today's editions; name another one, or leave --out out."
        )
    return begin_again(content, out, number, request, request.today if is_given["today"] else None)


def show(made: Path) -> None:
    """Have a PDF or a page shown by the program that shows such files here."""
    if click.launch(os.path.abspath(made)):  # a bare -x.pdf would be an option of that program
        echo(f"No program here shows it; open {made} yourself.", err=True)


def tell_timings(clock: Clock) -> None:
    """Say how long each stage took."""
    clock("write")
    for stage, seconds in clock.seconds.items():
        echo(f"{stage:8} {seconds:7.3f} s")


def make_file(content: Path, output: Path, request: Request) -> Outcome:
    """Make one edition as one file and say so; (exit code, the file)."""
    start = time.perf_counter()
    from guide.build import build_guide  # layout and fonts take a while to load; help must not wait
    from guide.layout.type.fonts import FontError

    with Progress() as progress:
        try:
            result = build_guide(
                content,
                progress,
                name=next(iter(request.names), ""),
                strict=request.strict,
                today=request.today,
                memory=request.memory,
                lap=request.lap or untimed,
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
    from guide.told_once import told_once

    editions: Sequence[Made]
    failed: Mapping[str, tuple[Problem, ...]] = {}
    with Progress() as progress:
        try:
            editions, problems = produce(content, out, request, progress)
        except NotAllMade as error:
            editions, problems, failed = error.made, error.told, error.failed
        except FontError as error:
            raise click.ClickException(one_line(str(error))) from None
    report((*problems, *told_once(content, editions, failed)))
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
    echo(", ".join(sums_of(made)))
    tell(made.said)
    if made.kept:
        echo(pasteable(f"The edition before is kept in {made.kept}; make-guide archive lists all."))


def sums_of(made: Made) -> Iterator[str]:
    """Yield what an edition has and takes; of one for a screen no pages and no paper."""
    if made.pages:
        yield count(made.pages, "page")
    yield count(made.listings, "listing")
    yield size(made.size)
    if made.sheets:
        copies = f" for {made.copies} copies" if made.copies > 1 else ""
        yield f"{count(made.sheets, 'sheet')} of paper{copies}"
    if made.cost:
        yield f"{money(made.cost)} a copy"


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
