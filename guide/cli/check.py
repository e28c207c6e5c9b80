"""The command check."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.options import (
    content_option,
    every_option,
    part_of,
    quiet_option,
    strict_option,
    today_option,
    worklist_files,
    worklist_rules,
)
from guide.cli.problem_formats import as_json, github_line
from guide.cli.terminal import count, echo, one_line, report
from guide.errors import ERROR, GuideError, Problem
from guide.output import refuse_all, write_atomically

if TYPE_CHECKING:  # see build
    from guide.content.call_choice import CallChoice, Part
    from guide.model import Guide


@click.command()
@content_option
@strict_option
@today_option
@every_option
@quiet_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Lines for people and editors, JSON for programs, or notes on GitHub's pages.",
)
@click.option(
    "--hours",
    is_flag=True,
    help="Show all hours beside what they are read as, those that are not read first.",
)
@click.option(
    "--worklist",
    metavar="FILE",
    is_flag=False,
    flag_value="",
    callback=worklist_files,
    help="Make a call sheet too: what to ask each listing, never verified first, as PDF and as CSV "
    "beside it.  [without FILE: worklist.pdf in out]",
)
@click.option("--stale", is_flag=True, help="Call only those that are stale or were never verified.")
@click.option(
    "--section",
    "sections",
    metavar="NAME",
    multiple=True,
    help="Call only those of a section, by its title or id; give it again for one more.",
)
@click.option(
    "--part",
    metavar="N/ALL",
    callback=part_of,
    help="Call only one volunteer's share, such as 2/5: the second of five.",
)
@click.option(
    "--order",
    type=click.Choice(["oldest", "number"]),
    help="Whom to call first: whose check is oldest, or by the number in the guide.  [default: oldest]",
)
def check(
    content: Path,
    strict: bool,
    today: date,
    form: str,
    hours: bool,
    worklist: tuple[Path, ...] | None,
    stale: bool,
    sections: tuple[str, ...],
    part: Part | None,
    order: str | None,
) -> int:
    """Look for mistakes in the content without making a guide.

    Ends with 1 if there are mistakes; warnings are none, unless --strict is given. With --worklist, --stale, --section and
    --part choose whom to call, each among those that the others leave.
    """
    from guide.build import check_content  # see build
    from guide.content.call_choice import CallChoice
    from guide.layout.type.fonts import FontError

    choice = CallChoice(today if stale else None, sections, part, order == "number")
    if not worklist and (choice != CallChoice() or order):
        raise click.UsageError("--stale, --section, --part and --order choose calls; give --worklist too.")

    try:
        guide, problems = check_content(content, today)
    except FontError as error:
        raise click.ClickException(one_line(str(error))) from None
    problems += message_problems(content, guide)
    if form == "json":
        click.echo(as_json(guide, problems, hours))
    elif form == "github":
        for problem in problems:
            click.echo(github_line(problem))
    else:
        report(problems)
        if hours and guide:
            show_hours(guide)
    if worklist and guide:
        try:
            write_worklist(guide, worklist, choice, today, err=form != "text")
        except GuideError as error:
            told = {(problem.mark, problem.name) for problem in problems}
            report([problem for problem in error.problems if (problem.mark, problem.name) not in told])
            return 1
    if guide is None or any(strict or problem.level == ERROR for problem in problems):
        return 1
    if form == "text":
        verified = sum(listing.verified is not None for listing in guide.listings)
        echo(
            f"{count(len(guide.listings), 'listing')} in {count(len(guide.sections), 'section')}, {verified:,} verified."
        )
    return 0


def message_problems(content: Path, guide: Guide | None) -> tuple[Problem, ...]:
    """What is wrong with the words of e-mail, where a guide has any of its own."""
    has_words = guide and (guide.mail and guide.mail.template or (content / "mail").is_dir())
    if not guide or not has_words:
        return ()
    from guide.mail.templates import check_templates  # few guides have any

    return check_templates(content, guide)


def show_hours(guide: Guide) -> None:
    """Print the hours of a guide beside what they are read as."""
    from guide.cli.hours_table import print_hours
    from guide.content.hours_table import hours_rows

    print_hours(hours_rows(guide))


def write_worklist(guide: Guide, paths: Iterable[Path], choice: CallChoice, today: date, err: bool) -> None:
    """Make the call sheet as PDF and CSV; none where there is nobody to call."""
    from guide.build import build_worklist  # see build
    from guide.content.call_choice import choice_words
    from guide.content.worklist import list_calls

    chosen = choice_words(choice, guide)
    if not (calls := len(list_calls(guide, choice))):
        echo(f"There is nobody to call ({chosen}); no call sheet was made.", err=err)
        return
    files = dict(zip(paths, build_worklist(guide, choice, today)))
    refuse_all(files, rules := {path: worklist_rules()[path.suffix] for path in files})
    for path, data in files.items():
        write_atomically(path, data, rules[path])
        echo(f"Made {path}", err=err, bold=True)
    if chosen:
        echo(f"{count(calls, 'call')} ({chosen}).", err=err)
