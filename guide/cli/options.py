"""Options that several commands have, and how they are judged."""

import contextlib
import re
from datetime import date
from pathlib import Path

import click

from guide.language.scripts import usual_code
from guide.output import MADE, Rule, is_table, refusal
from guide.problems.output import OTHER_CALL_SHEET

DEFAULT_CONTENT = "content"
DEFAULT_OUT = "out"
DEFAULT_WORKLIST = "out/worklist.pdf"


def existing_folder(context, parameter, value):
    """The content folder as a Path; wrong use if there is none."""
    folder = Path(value)
    if folder.is_dir():
        return folder
    what = "is a file, not a folder" if folder.exists() else "does not exist"
    raise click.BadParameter(f"{folder} {what}; name the folder that holds guide.yaml.")


def output_folder(context, parameter, value):
    """The folder for editions as a Path; wrong use if a file is there."""
    if Path(value).is_file():
        raise click.BadParameter(f"{value} is a file; name a folder.")
    return Path(value)


def replaceable_file(context, parameter, value, over=MADE):
    """Where a file goes as a Path; wrong use if a folder or somebody's other work is there."""
    path = value and Path(value)
    if path and path.is_dir():
        raise click.BadParameter(f"{path} is a folder; name a file, such as {path / 'guide.pdf'}.")
    with contextlib.suppress(OSError):  # writing it will tell
        if path and (problem := refusal(path, over)):
            raise click.BadParameter(f"{path}: {problem.message}; {problem.hint}.")
    return path


def worklist_files(context, parameter, value):
    """Where the call sheet goes, as (PDF, CSV); wrong use if somebody's other work is there."""
    if value is None:
        return None
    return tuple(
        replaceable_file(context, parameter, Path(value).with_suffix(suffix), over)
        for suffix, over in worklist_rules().items()
    )


def day(context, parameter, value):
    """A date; wrong use if it is none."""
    try:
        if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    if value is None:
        return None
    raise click.BadParameter(f"{value} is no date; write year, month and day as in 2026-03-14.")


def today_or_given(context, parameter, value):
    """The day on which listings are judged: as given, or SOURCE_DATE_EPOCH, or the clock's."""
    from guide.content.review import current_day  # content is slow to load; help must not wait

    if value is not None:
        return day(context, parameter, value)
    try:
        return current_day()
    except ValueError as error:
        raise click.BadParameter(f"SOURCE_DATE_EPOCH is {error}; it must be a number of seconds.") from None


def plain_name(context, parameter, value):
    """Somebody's name; wrong use if it could not stand in a content file."""
    if value is not None and (
        not value.strip() or not value.isprintable() or value.strip().lower() in ("null", "~")
    ):
        raise click.BadParameter("write a name on one line.")
    return value and " ".join(value.split())


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


def language_code(context, parameter, value):
    """The code of a language in its usual form; wrong use if it is none."""
    if re.fullmatch("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", value):
        return usual_code(value)
    raise click.BadParameter(f"{value} is not the code of a language; write one such as es or pt-BR.")


def worklist_rules():
    """The rules for the two files of a call sheet, by suffix."""
    from guide.content.worklist import COLUMNS  # see today_or_given

    return {".pdf": MADE, ".csv": Rule(lambda old: is_table(old, COLUMNS, blank=2), OTHER_CALL_SHEET)}
