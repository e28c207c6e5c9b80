"""The command changes: what is different between two editions, content folders or revisions."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.options import archive_place_option, content_option, today_option
from guide.cli.terminal import echo, report

if TYPE_CHECKING:  # see build
    from guide.between.states import State
    from guide.model.changes import Changes


@click.command()
@content_option
@click.argument("old", metavar="[OLD]", required=False)
@click.argument("new", metavar="[NEW]", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="Lines for people, JSON for programs, or a table (CSV) for a spreadsheet.",
)
@archive_place_option
@today_option
def changes(content: Path, old: str | None, new: str | None, form: str, out: Path, today: date) -> int:
    """Say what changed since the last edition.

    OLD and NEW are numbers of editions that were kept (make-guide archive lists them), content folders, or revisions of
    git. Without OLD it is the edition before this one, without NEW the content as it is now. What has "print: no" and
    where a confidential address was are told nowhere.
    """
    from guide.between.states import compare_states, open_before, open_state  # see build

    with ExitStack() as stack:
        before = stack.enter_context(
            open_before(content, out) if old is None else open_state(old, content, out, today)
        )
        now = stack.enter_context(open_state(new, content, out, today))
        report((*before.problems, *now.problems))
        tell_changes(compare_states(before, now), before, now, form, as_it_is=new is None)
    return 0


def tell_changes(found: Changes, before: State, now: State, form: str, as_it_is: bool) -> None:
    """Print what is different in the form that is asked for; `as_it_is`: to the content now, which nobody has named."""
    from guide.between.told import COLUMNS, change_data, change_lines, change_rows  # see build

    if form == "json":
        import json  # only here, and slow to load

        click.echo(json.dumps(change_data(found, before.name, now.name), indent=1))
    elif form == "csv":
        from guide.content.spreadsheet import write_csv  # only here

        click.echo(write_csv(COLUMNS, change_rows(found)).decode(), nl=False)
    else:
        echo(f"From {before.name} to {'the content as it is' if as_it_is else now.name}:")
        for line in change_lines(found):
            echo(line.text, bold=line.heading)
        if not found:
            echo("Nothing is different.")
