"""The commands that write files for a guide of one's own: new and schema."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from guide.cli.options import code_of, content_option, plain_name, today_option
from guide.cli.places import quoted
from guide.cli.terminal import echo
from guide.output import begins, write_all

PAPERS = ("letter", "a4")


def language_or_none(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """The code of a language; wrong use if it is none."""
    return code_of(value) if value else None


@click.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", callback=plain_name, help="What stands on its cover.")
@click.option("--place", metavar="TEXT", callback=plain_name, help="The town or area that it is for.")
@click.option(
    "--language",
    metavar="CODE",
    callback=language_or_none,
    help="The language that it is written in, such as es.  [default: en]",
)
@click.option("--paper", type=click.Choice(PAPERS), help="The paper of your printer.  [default: letter]")
@today_option
def new(
    folder: Path, title: str | None, place: str | None, language: str | None, paper: str | None, today: date
) -> None:
    """Start a guide of your own in a new FOLDER: content with notes that teach, and three editions.

    Title, place, language and paper are asked for where they are not given, if you sit at a terminal.
    """
    from guide.starter import Beginning, start_guide  # see build

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        refuse(folder)
    beginning = Beginning(
        title or ask("What is it called?", Beginning().title),
        ask("Which town or area is it for? (Enter for none)", "") if place is None else place,
        language or ask("In which language is it written? Its code:", "en", code_of),
        paper or ask("Which paper do you print on?", PAPERS[0], paper_of),
        today,
    )
    try:
        written = start_guide(folder, beginning, every_schema())
    except FileExistsError:
        refuse(folder)
    for path in written:
        echo(f"Made {path}")
    echo("Now go to that folder and make the PDF:", bold=True)
    echo(f"cd {quoted(folder)}")
    echo("make-guide build")


def refuse(folder: Path) -> NoReturn:
    raise click.BadParameter(
        f"{folder} is there already and is not empty; choose another name.", param_hint="FOLDER"
    )


def ask(question: str, default: str, read: Callable[[str], str] = str.strip) -> str:
    """The answer of whoever sits at a terminal; the default where nobody does."""
    if not sys.stdin.isatty():
        return default
    return str(click.prompt(question, default=default, show_default=bool(default), value_proc=read))


def paper_of(text: str) -> str:
    """A paper by its name; wrong use if it is none."""
    if text.strip().lower() in PAPERS:
        return text.strip().lower()
    raise click.BadParameter(f"{text} is none of {' and '.join(PAPERS)}.")


def every_schema() -> dict[str, str]:
    """{file name: text} of the schemas of content files and of mappings."""
    from guide.exchange.mapping.read import mapping_schema  # see build
    from guide.project import all_schemas

    return all_schemas() | mapping_schema()


@click.command()
@content_option
def schema(content: Path) -> None:
    """Write the schemas by which editors complete and check content while you type."""
    files = {content / "schema" / name: text.encode() for name, text in every_schema().items()}
    write_all(
        files, {path: begins(data[: data.index(b'",\n "type"')]) for path, data in files.items()}
    )  # as far as what it is called
    for path in files:
        echo(f"Made {path}", bold=True)
