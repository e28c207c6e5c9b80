"""The commands that write files for a guide of one's own: new and schema."""

from pathlib import Path

import click

from guide.cli.options import content_option
from guide.cli.terminal import echo
from guide.output import begins, write_all


@click.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Start a guide of your own in a new FOLDER: content with notes that teach, and three editions."""
    from guide.starter import start_guide  # only here

    try:
        written = start_guide(folder)
    except FileExistsError:
        raise click.BadParameter(
            f"{folder} is there already and is not empty; choose another name.", param_hint="FOLDER"
        ) from None
    for path in written:
        echo(f"Made {path}")
    echo(f"Now: make-guide build --content {folder}", bold=True)


@click.command()
@content_option
def schema(content: Path) -> None:
    """Write the schemas by which editors complete and check content while you type."""
    from guide.project import all_schemas  # see build

    files = {content / "schema" / name: text.encode() for name, text in all_schemas().items()}
    write_all(
        files, {path: begins(data[: data.index(b'",\n "type"')]) for path, data in files.items()}
    )  # as far as what it is called
    for path in files:
        echo(f"Made {path}", bold=True)
