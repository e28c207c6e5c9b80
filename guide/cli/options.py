"""Options that several commands have, and how they are judged."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.places import MAIN_FILE, choose, content_here, out_of
from guide.cli.wishes import EVERY, OUT, QUIET, STRICT, TODAY, note, noting
from guide.language.scripts import usual_code
from guide.output import MADE, Rule, is_table, refusal
from guide.problems.output import OTHER_CALL_SHEET

if TYPE_CHECKING:  # see today_or_given
    from click.decorators import FC

    from guide.content.call_choice import Part

WORKLIST = "worklist.pdf"


def existing_folder(context: click.Context | None, parameter: click.Parameter, value: str | None) -> Path:
    """The content folder as a Path, the one that is here where none is named; wrong use if there is none."""
    folder = content_folder(value)
    if folder.is_dir():
        return choose(context, folder)
    what = "is a file, not a folder" if folder.exists() else "does not exist"
    begin = "" if value else " Go to that folder, or begin a guide with: make-guide new my-guide"
    raise click.BadParameter(f"{folder} {what}; name the folder that holds guide.yaml.{begin}")


def folder_or_place(context: click.Context | None, parameter: click.Parameter, value: str | None) -> Path:
    """The content folder as a Path, or where one can begin: a folder that is not there yet; wrong use for a file."""
    folder = content_folder(value)
    return existing_folder(context, parameter, value) if folder.exists() else choose(context, folder)


def wished_folder(context: click.Context | None, parameter: click.Parameter, value: str | None) -> Path:
    """The content folder as a Path, for a command that needs nothing of it but its place."""
    return choose(context, content_folder(value))


def content_folder(value: str | None) -> Path:
    """The folder that is meant: also by the name of its guide.yaml."""
    folder = Path(value) if value else content_here()
    return folder.parent if folder.name == MAIN_FILE and folder.is_file() else folder


def output_folder(context: click.Context | None, parameter: click.Parameter, value: str | None) -> Path:
    """The folder for editions as a Path, the guide's own where none is named; wrong use if a file is there."""
    return note(context, OUT, not_a_file(Path(value) if value else out_of(content_of(context))))


def not_a_file(folder: Path) -> Path:
    """A folder that is there or can be made; wrong use if a file is there."""
    if folder.is_file():
        raise click.BadParameter(f"{folder} is a file; name a folder.")
    return folder


def content_of(context: click.Context | None) -> Path:
    """The content folder of a command, which is read before its other options."""
    content: Path | None = context.params.get("content") if context else None
    return content_here() if content is None else content


def replaceable_file(context: click.Context, parameter: click.Parameter, value: str | None) -> Path | None:
    """Where a PDF goes as a Path, `.pdf` at its end; wrong use if a folder or somebody's other work is there."""
    if not value:
        return None
    path = Path(value)
    is_one = path.suffix.lower() == ".pdf" or path.is_dir() or path.exists()
    return judged_file(path if is_one else path.with_name(f"{path.name}.pdf"), MADE)


def judged_file(path: Path, over: Rule) -> Path:
    """Where a file goes; wrong use if a folder is there, or what the rule does not give up."""
    if path.is_dir():
        raise click.BadParameter(f"{path} is a folder; name a file, such as {path / 'guide.pdf'}.")
    with contextlib.suppress(OSError):  # writing it will tell
        if problem := refusal(path, over):
            raise click.BadParameter(f"{path}: {problem.message}; {problem.hint}.")
    return path


def worklist_files(
    context: click.Context | None, parameter: click.Parameter, value: str | None
) -> tuple[Path, ...] | None:
    """Where the call sheet goes, as (PDF, CSV), among what is made where no file is named; wrong use if somebody's other
    work is there."""
    if value is None:
        return None
    path = Path(value) if value else out_of(content_of(context)) / WORKLIST
    return tuple(judged_file(path.with_suffix(suffix), over) for suffix, over in worklist_rules().items())


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """A date; wrong use if it is none."""
    return None if value is None else day_of(value)


def day_of(text: str) -> date:
    """The date that a text is; wrong use if it is none."""
    with contextlib.suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
    raise click.BadParameter(f"{text} is no date; write year, month and day as in 2026-03-14.")


def today_or_given(context: click.Context | None, parameter: click.Parameter, value: str | None) -> date:
    """The day on which listings are judged: as given, or SOURCE_DATE_EPOCH, or the clock's."""
    from guide.content.review import current_day  # content is slow to load; help must not wait

    try:
        return note(context, TODAY, current_day() if value is None else day_of(value))
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


HERE = "[default: this folder, if it holds guide.yaml, else content]"
BESIDE = "[default: out, beside guide.yaml or beside the folder content]"
today_option = click.option(
    "--today",
    metavar="DATE",
    callback=today_or_given,
    help="The day on which to judge what is stale, as 2026-03-14.  [default: today]",
)
strict_option = click.option(
    "--strict", is_flag=True, callback=noting(STRICT), help="Take warnings for mistakes."
)
every_option = click.option(
    "--every",
    "every_problem",  # not the name of --all
    is_flag=True,
    expose_value=False,
    callback=noting(EVERY),
    help="Show every problem: each of a kind that comes often, and warnings that were told on a day before.",
)
quiet_option = click.option(
    "--quiet",
    "-q",
    is_flag=True,
    expose_value=False,
    callback=noting(QUIET),
    help="Say nothing but mistakes.",
)
content_option = click.option(
    "--content",
    metavar="FOLDER",
    is_eager=True,
    callback=existing_folder,
    help=f"The folder with the content files (guide.yaml and its sections).  {HERE}",
)
studio_content_option = click.option(
    "--content",
    metavar="FOLDER",
    is_eager=True,
    callback=folder_or_place,
    help=f"The folder with the content files; where there are none, the studio begins a guide there.  {HERE}",
)
content_place_option = click.option(
    "--content",
    metavar="FOLDER",
    is_eager=True,
    callback=wished_folder,
    help=f"The folder with the content files, whose mail it is.  {HERE}",
)


def made_place_option(more: str = "") -> Callable[[FC], FC]:
    """The option of a command that looks at what is made, or adds to it; `more`: what it looks for beside the editions."""
    return click.option(
        "--out",
        metavar="FOLDER",
        callback=output_folder,
        help=f"Where the folders of the editions stand{more}.  {BESIDE}",
    )


archive_place_option = made_place_option(", and the archive")
scheduler_option = click.option(
    "--scheduler",
    metavar="ADDRESS",
    default="",
    help="Have the work done by the workers of a Dask scheduler, such as tcp://10.0.0.5:8786.",
)


def language_code(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """The code of a language in its usual form; wrong use if it is none."""
    return code_of(value)


def code_of(value: str) -> str:
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

    heads = ((COLUMNS, TO_FILL_IN), *OLDER_COLUMNS)
    return any(is_table(data, columns, blank) for columns, blank in heads)
