"""Options that several commands have, and how they are judged."""

from __future__ import annotations

import contextlib
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.language.scripts import usual_code
from guide.output import MADE, Rule, is_table, refusal
from guide.problems.output import OTHER_CALL_SHEET

if TYPE_CHECKING:  # see today_or_given
    from guide.content.call_choice import Part

DEFAULT_CONTENT = "content"
DEFAULT_OUT = "out"
DEFAULT_WORKLIST = "out/worklist.pdf"


def existing_folder(context: click.Context, parameter: click.Parameter, value: str) -> Path:
    """The content folder as a Path; wrong use if there is none."""
    folder = Path(value)
    if folder.is_dir():
        return folder
    what = "is a file, not a folder" if folder.exists() else "does not exist"
    raise click.BadParameter(f"{folder} {what}; name the folder that holds guide.yaml.")


def output_folder(context: click.Context, parameter: click.Parameter, value: str) -> Path:
    """The folder for editions as a Path; wrong use if a file is there."""
    if Path(value).is_file():
        raise click.BadParameter(f"{value} is a file; name a folder.")
    return Path(value)


def replaceable_file(context: click.Context, parameter: click.Parameter, value: str | None) -> Path | None:
    """Where a PDF goes as a Path; wrong use if a folder or somebody's other work is there."""
    return judged_file(Path(value), MADE) if value else None


def judged_file(path: Path, over: Rule) -> Path:
    """Where a file goes; wrong use if a folder is there, or what the rule does not give up."""
    if path.is_dir():
        raise click.BadParameter(f"{path} is a folder; name a file, such as {path / 'guide.pdf'}.")
    with contextlib.suppress(OSError):  # writing it will tell
        if problem := refusal(path, over):
            raise click.BadParameter(f"{path}: {problem.message}; {problem.hint}.")
    return path


def worklist_files(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> tuple[Path, ...] | None:
    """Where the call sheet goes, as (PDF, CSV); wrong use if somebody's other work is there."""
    if value is None:
        return None
    return tuple(
        judged_file(Path(value).with_suffix(suffix), over) for suffix, over in worklist_rules().items()
    )


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """A date; wrong use if it is none."""
    return None if value is None else day_of(value)


def day_of(text: str) -> date:
    """The date that a text is; wrong use if it is none."""
    with contextlib.suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
    raise click.BadParameter(f"{text} is no date; write year, month and day as in 2026-03-14.")


def today_or_given(context: click.Context, parameter: click.Parameter, value: str | None) -> date:
    """The day on which listings are judged: as given, or SOURCE_DATE_EPOCH, or the clock's."""
    from guide.content.review import current_day  # content is slow to load; help must not wait

    if value is not None:
        return day_of(value)
    try:
        return current_day()
    except ValueError as error:
        raise click.BadParameter(f"SOURCE_DATE_EPOCH is {error}; it must be a number of seconds.") from None


def part_of(context: click.Context, parameter: click.Parameter, value: str | None) -> Part | None:
    """Which of how many volunteers; wrong use if it is none."""
    from guide.content.call_choice import read_part  # see today_or_given

    try:
        return None if value is None else read_part(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def plain_name(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Somebody's name; wrong use if it could not stand in a content file."""
    if value is None:
        return None
    if not value.strip() or not value.isprintable() or value.strip().lower() in ("null", "~"):
        raise click.BadParameter("write a name on one line.")
    return " ".join(value.split())


today_option = click.option(
    "--today",
    metavar="DATE",
    callback=today_or_given,
    help="The day on which to judge what is stale, as 2026-03-14.  [default: today]",
)
strict_option = click.option("--strict", is_flag=True, help="Take warnings for mistakes.")
content_option = click.option(
    "--content",
    metavar="FOLDER",
    default=DEFAULT_CONTENT,
    show_default=True,
    callback=existing_folder,
    help="The folder with the content files (guide.yaml and its sections).",
)


def language_code(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """The code of a language in its usual form; wrong use if it is none."""
    if re.fullmatch("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", value):
        return usual_code(value)
    raise click.BadParameter(f"{value} is not the code of a language; write one such as es or pt-BR.")


def worklist_rules() -> dict[str, Rule]:
    """The rules for the two files of a call sheet, by suffix."""
    return {".pdf": MADE, ".csv": Rule(is_empty_call_sheet, OTHER_CALL_SHEET)}


def is_empty_call_sheet(data: bytes) -> bool:
    """Whether this is a call sheet as it was made here, with no answers written into it."""
    from guide.content.worklist import COLUMNS, OLDER_COLUMNS, TO_FILL_IN  # see today_or_given

    return is_table(data, COLUMNS, TO_FILL_IN) or is_table(data, OLDER_COLUMNS, TO_FILL_IN - 2)
