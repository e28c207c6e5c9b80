"""The command batch: a handout for each person in a table."""

from __future__ import annotations

import gc
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.options import (
    content_of,
    content_option,
    every_option,
    not_a_file,
    quiet_option,
    scheduler_option,
    today_option,
)
from guide.cli.places import out_of
from guide.cli.terminal import Progress, count, echo, one_line, report

if TYPE_CHECKING:  # see batch
    from guide.batch.order import Order, Outcome
    from guide.errors import Problem

HANDOUTS = "handouts"
SHOWN = 3  # listings of a row, where nothing is made


def handouts_folder(context: click.Context, parameter: click.Parameter, value: str | None) -> Path:
    """The folder for handouts as a Path, among what is made of the guide where none is named; wrong use if a file is there."""
    return not_a_file(Path(value) if value else out_of(content_of(context)) / HANDOUTS)


def table_file(context: click.Context, parameter: click.Parameter, value: str) -> Path:
    """The table of people as a Path; wrong use if it is a folder."""
    path = Path(value)
    if path.is_dir():
        raise click.BadParameter(f"{path} is a folder; name a table of people, such as people.csv.")
    return path


def merged_name(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """The name of the file for the printer; wrong use if it names a folder too."""
    if value and Path(value).name != value:
        raise click.BadParameter(f"{value}: it stands in the folder of --out; name the file alone.")
    return value or ""


@click.command()
@content_option
@click.argument("people", metavar="PEOPLE.csv", callback=table_file)
@click.option(
    "--out",
    metavar="FOLDER",
    callback=handouts_folder,
    help="Where the handouts go, with handouts.csv, which says what became of each row.  [default: handouts, among what is made]",
)
@click.option("--edition", metavar="NAME", default="", help="The edition of all rows that name none.")
@click.option(
    "--pages", metavar="NUMBER", type=click.IntRange(1, 200), default=4, show_default=True,
    help="How many pages a handout has at most; what is farthest is left out, and the page says so.",
)  # fmt: skip
@click.option(
    "--name",
    metavar="TEMPLATE",
    default="",
    help='The names of the files, as "{row:06}-{city}".  [default: the column file, else the number of the row]',
)
@click.option(
    "--greeting",
    metavar="TEMPLATE",
    default="",
    help='The line above each handout, as "For {name}".  [default: what the edition says under greeting]',
)
@click.option("--two", is_flag=True, help="Print two copies of each page on a sheet, one to pass on.")
@click.option(
    "--merge",
    metavar="FILE",
    callback=merged_name,
    help="Make one file for the printer instead of a file each; several where there are more than 500 handouts.",
)
@click.option("--zip", "as_zip", is_flag=True, help="Put them into archives (ZIP) of 250 handouts each.")
@click.option("--tar", "as_tar", is_flag=True, help="Put them into archives (TAR) of 250 handouts each.")
@click.option("--dry-run", is_flag=True, help="Say what each row would get, and make nothing.")
@click.option("--force", is_flag=True, help="Make again what has not changed.")
@click.option("--clear", is_flag=True, help="Delete the handouts of rows that are no longer in the table.")
@scheduler_option
@today_option
@every_option
@quiet_option
def batch(
    content: Path,
    people: Path,
    out: Path,
    edition: str,
    pages: int,
    name: str,
    greeting: str,
    two: bool,
    merge: str,
    as_zip: bool,
    as_tar: bool,
    dry_run: bool,
    force: bool,
    clear: bool,
    scheduler: str,
    today: date,
) -> int:
    """Make a handout for each person in a table (CSV, Excel or LibreOffice).

    PEOPLE.csv may have the columns file, name, city, postal_code, topic, language, audience and edition; other columns are
    printed at the head of the handout. Run it again after a break: it goes on where it was.
    """
    if sum(map(bool, (merge, as_zip, as_tar))) > 1:
        raise click.UsageError("Give one of --merge, --zip and --tar.")
    from guide.batch.choose import Request  # layout and fonts take a while to load; help must not wait
    from guide.batch.order import Order
    from guide.batch.packing import FOLDER, MERGED, TAR, ZIP

    order = Order(
        content=content,
        people=people,
        out=out,
        request=Request(edition=edition, greeting=greeting, pages=pages, two=two),
        name=name,
        packing=MERGED if merge else ZIP if as_zip else TAR if as_tar else FOLDER,
        merged=merge,
        force=force,
        clear=clear,
        today=today,
        scheduler=scheduler,
    )
    return show_choices(order) if dry_run else make_handouts(order)


def make_handouts(order: Order) -> int:
    """Make the handouts and say how it went; the exit code."""
    start = time.perf_counter()
    gc.enable()  # see main: in a hundred thousand handouts there are gigabytes of cycles
    from guide.batch.run import MANIFEST, run  # see batch
    from guide.layout.type.fonts import FontError

    with Progress() as progress:
        try:
            outcome = run(order, progress)
        except FontError as error:
            raise click.ClickException(one_line(str(error))) from None
    report(outcome.problems)
    tell_outcome(outcome, order)
    echo(f"What became of each row stands in {order.out / MANIFEST}.")
    echo(f"{time.perf_counter() - start:.1f} seconds")
    return 1 if outcome.failed else 0


def tell_outcome(outcome: Outcome, order: Order) -> None:
    """Say how many handouts there are."""
    if outcome.made:
        echo(
            f"Made {count(outcome.made, 'handout')} of {count(outcome.pages, 'page')} in {order.out}",
            bold=True,
        )
    if outcome.unchanged:
        echo(f"Unchanged: {count(outcome.unchanged, 'handout')}")
    for name in outcome.packed:
        echo(f"  {order.out / name}")
    if outcome.gone:
        files = count(len(outcome.gone), "file")
        echo(
            f"{files} of no row any more, at the end of handouts.csv; --clear deletes them.",
            err=True,
            fg="yellow",
        )
    if outcome.failed:
        echo(f"Not made: {count(outcome.failed, 'handout')}; the rows are named above.", err=True, fg="red")


def show_choices(order: Order) -> int:
    """Say what each row would get; the exit code. Nothing is made."""
    from guide.batch.run import choices  # see batch

    problems: list[Problem] = []
    failed = 0
    for choice in choices(order, problems):
        if choice.edition:
            first = ", ".join(choice.names[:SHOWN])
            listings = f"{count(len(choice.names), 'listing')}, first {first}"
            echo(f"Row {choice.row}: {choice.file}, edition {choice.edition}: {listings}")
        failed += not choice.edition
    report(problems)
    if failed:
        echo(f"{count(failed, 'row')} would have no handout.", err=True, fg="red")
    return 1 if failed else 0
