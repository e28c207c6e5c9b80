"""The command import: other people's data becomes content, once and again."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.options import language_code, plain_name, today_option
from guide.cli.places import MAIN_FILE, choose, pasteable, quoted
from guide.cli.terminal import count, echo

if TYPE_CHECKING:  # see build
    from guide.exchange.bring_in import Brought

LARGEST_KINDS = 8  # of what was changed, on the screen; the report has all


def country_code(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """A country in two capital letters, "" for none; wrong use for anything else."""
    code = value.strip().upper()
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise click.BadParameter(f"{value} is no country in two letters, such as US.")
    return code


@click.command("import")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option(
    "--to",
    "content",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the guide; a new one is begun where there is none.  [default: this folder, if it is a guide]",
)
@click.option(
    "--map",
    "mapping",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file that says which column is what.",
)
@click.option(
    "--format",
    "known",
    metavar="NAME",
    default="",
    help="Which export it is, where it is not recognised: hsds, icarol ...",
)
@click.option("--again", is_flag=True, help="Import once more what was imported last, as it is now.")
@click.option(
    "--merge", is_flag=True, help="Make one listing of two that are the same, which is only told otherwise."
)
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would be written.")
@click.option(
    "--title",
    metavar="TEXT",
    callback=plain_name,
    help="Of a guide that is new: what stands on its cover.",
)
@click.option(
    "--language",
    metavar="CODE",
    default="en",
    callback=language_code,
    help="Of a guide that is new: its language.  [default: en]",
)
@click.option(
    "--country",
    metavar="CODE",
    default="",
    callback=country_code,
    help="The country of addresses and numbers, in two letters.  [default: that of the mapping, of the guide, or US]",
)
@today_option
@click.pass_context
def bring_in(
    context: click.Context, sources: tuple[str, ...], content: Path | None, mapping: Path | None, known: str, again: bool,
    merge: bool, dry_run: bool, title: str | None, language: str, country: str, today: date,
) -> int:  # fmt: skip
    """Take in other people's data: spreadsheets, exports, feeds and lists of meetings.

    SOURCE is a file (CSV, Excel, LibreOffice, JSON, ZIP), a folder of them or an address on the web. The columns are
    recognised; what is read becomes content files that you can edit, and a report tells what was changed and left out.
    The next import keeps what you have changed.
    """
    from guide.cli.new import every_schema
    from guide.exchange.bring_in import Wish, keep  # see build
    from guide.exchange.bring_in import bring_in as bring
    from guide.starter import Beginning

    if again == bool(sources):
        raise click.UsageError("Name what to import, or say --again for what was imported last.")
    folder = choose(context, content or here())
    brought = bring(
        Wish(
            content=folder,
            names=sources,
            mapping=mapping,
            format=known,
            merge=merge,
            today=today,
            beginning=Beginning(title=title or Beginning().title, language=language, today=today),
            country=country,
            schemas=every_schema(),
        )
    )
    if not dry_run:
        keep(brought)  # before anything is told: whoever reads may leave after a line
    tell(brought, folder)
    if dry_run:
        echo("Nothing was written. It would be:", bold=True)
        for path in brought.files:
            echo(f"  {path}")
        return 0
    tell_files(brought, folder)
    return 0


def here() -> Path:
    """This folder, if it is a guide; wrong use otherwise: an import does not go into a guide by chance."""
    if Path(MAIN_FILE).is_file():
        return Path()
    raise click.UsageError("Name the folder of the guide, such as: --to my-guide")


def tell(brought: Brought, folder: Path) -> None:
    """Say what was read, and what became of it."""
    sums, plan = brought.sums, brought.plan
    echo(
        f"Read as {brought.mapping}"
        if brought.mapping
        else "Read with a guess which column is what"
        if brought.guessed
        else "Read with your mapping"
    )
    echo(
        f"{count(sums.read, 'row')} = {count(sums.listings, 'listing')} + {sums.merged:,} that went into one + {sums.left_out:,} left out",
        bold=True,
    )
    kinds: dict[str, int] = {}
    for note in brought.ledger.notes:
        kinds[note.kind] = kinds.get(note.kind, 0) + 1
    largest = sorted(kinds.items(), key=lambda pair: -pair[1])
    for kind, number in largest[:LARGEST_KINDS]:
        echo(f"  {kind}: {number:,}")
    if len(largest) > LARGEST_KINDS:
        echo(f"  and {count(len(largest) - LARGEST_KINDS, 'other kind')} of changes")
    if not brought.is_new:
        echo(
            f"{plan.new:,} new, {plan.changed:,} changed, {plan.gone:,} gone, {count(plan.conflicts, 'conflict')}"
        )


def tell_files(brought: Brought, folder: Path) -> None:
    """Say what was written, and how to go on."""
    from guide.exchange.again.state import FOLDER, MAPPING  # see build
    from guide.exchange.bring_in import REPORT, TABLE

    sections = [path for path in brought.files if path.parent.name == "sections"]
    echo(
        f"Wrote {count(len(sections), 'section file')} in {folder}"
        if sections
        else f"Nothing changed in {folder}"
    )
    echo(
        f"What was changed and left out: {folder / FOLDER / REPORT}, and for a spreadsheet {folder / FOLDER / TABLE}"
    )
    if brought.guessed:
        echo(
            f"Which column is what is a guess: look at {folder / FOLDER / MAPPING}, correct it, and import again:"
        )
        echo(f"  make-guide import --again --to {quoted(folder)}")
    echo("Now look for mistakes, and make the PDF:", bold=True)
    echo(pasteable("make-guide check"))
    echo(pasteable("make-guide build"))
