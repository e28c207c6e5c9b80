"""The command errata: a slip of corrections, stickers and pages to put into copies of an older edition."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from guide.cli.labels import LabelWish, label_options, sheeting_of
from guide.cli.options import archive_place_option, content_option, today_option
from guide.cli.terminal import count, echo, report, tell

ONLY = ("slip", "stickers", "pages")
FOLDER = "errata"  # among what is made


@click.command()
@content_option
@click.argument("old", metavar="OLD")
@click.argument("name", metavar="[EDITION]", required=False, default="")
@click.option(
    "--only",
    "kinds",
    type=click.Choice(ONLY),
    multiple=True,
    help="Make one of the three alone; may be given twice.",
)
@click.option(
    "--copies",
    type=click.IntRange(1, 10_000),
    help="How many of each sticker.  [default: until the sheet is full]",
)
@label_options
@archive_place_option
@today_option
def errata(
    content: Path,
    old: str,
    name: str,
    kinds: tuple[str, ...],
    copies: int | None,
    wish: LabelWish,
    out: Path,
    today: date,
) -> int:
    """Correct copies of an older edition that are out already.

    OLD is the number of an edition that was kept (make-guide archive lists them), a content folder, or a revision of git. Makes a slip
    of half a page, a sheet of stickers, and those pages of today that still fit among the old ones. A new slip takes the place of all
    before it.
    """
    from guide.between.errata_files import Wish, make_errata, write_errata
    from guide.between.printed import print_edition
    from guide.between.printed_before import kept_edition, print_before
    from guide.between.states import open_state
    from guide.content.choose.printable import hidden_in  # see build
    from guide.project import open_project

    project = open_project(content, today)
    new = print_edition(project, name)
    kept = kept_edition(out, old, new.edition.name)
    wanted = Wish(sheeting_of(wish, new.paper), kinds or ONLY, copies or 0)
    with open_state(str(kept.folder) if kept else old, content, out, today) as state:
        report(state.problems)
        before = print_before(state, new.edition.name, kept)
    folder = out / FOLDER / f"{new.edition.name}-{before.printed.chosen.guide.edition.number}"
    assert project.guide
    made = make_errata(before, new, hidden_in(project.guide), folder, today, wanted)
    if not made.corrections:
        tell(made.said)
        echo(f"Nothing is printed otherwise than in {state.name}: there is nothing to correct.")
        return 0
    for path in write_errata(made, folder, wanted.kinds):
        echo(f"Made {path}", bold=True)
    echo(f"Slip {made.slip} has {count(made.corrections, 'correction')}.")
    tell(made.said)
    return 0
