"""The command distribute: who got how many paper copies, labels for their parcels, and who has to get a slip."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.labels import FOLDER, LabelWish, label_options, sheeting_of
from guide.cli.options import (
    content_option,
    day,
    judged_file,
    made_place_option,
    plain_name,
    today_option,
)
from guide.cli.places import pasteable
from guide.cli.terminal import count, echo, report
from guide.output import MADE, Rule, is_table, write_atomically
from guide.problems.output import OTHER_COPIES_TABLE

if TYPE_CHECKING:  # see build
    from guide.copies.ledger import Parcel
    from guide.copies.recall import Holder
    from guide.layout.editions.label_pages import Sheeting
    from guide.layout.editions.parcels import Addressed
    from guide.project import Project

NUMBER = click.IntRange(1, 100_000)  # of an edition
ERRATA = "errata"  # among what is made: slips by edition and number

copies_place_option = made_place_option(", and copies.sqlite, which says who got what")


def copies_table(context: click.Context, parameter: click.Parameter, value: str | None) -> Path | None:
    """Where the table goes as a Path; wrong use if somebody's other work is there."""
    return judged_file(Path(value), table_rule()) if value else None


def table_rule() -> Rule:
    """The rule for a table of copies."""
    from guide.copies.table import COLUMNS, MORE_COLUMNS  # content is slow to load; help must not wait

    return Rule(lambda old: is_table(old, (*COLUMNS, *MORE_COLUMNS)), OTHER_COPIES_TABLE)


copies_csv_option = click.option(
    "--csv",
    "table",
    metavar="FILE",
    callback=copies_table,
    help="Write it as a table (CSV) for a spreadsheet.",
)


@click.group()
def distribute() -> None:
    """Note who got how many paper copies, and see who needs a slip of corrections.

    It is kept in copies.sqlite, in the folder of what is made. Back that file up: nothing else knows it.
    """


@distribute.command("add")
@content_option
@click.argument("name", callback=plain_name)
@click.argument("copies", type=click.IntRange(1, 1_000_000))
@click.argument("edition", metavar="[EDITION]", required=False, default="")
@click.option("--address", metavar="LINES", default="", help='The address, its lines with ";" between them.')
@click.option("--number", type=NUMBER, help="The number of the edition.  [default: that of the content]")
@click.option("--on", "given", metavar="DATE", callback=day, help="The day, as 2026-03-14.  [default: today]")
@click.option("--note", default="", help="Whatever else is to be known.")
@copies_place_option
@today_option
def add(
    content: Path,
    name: str,
    copies: int,
    edition: str,
    address: str,
    number: int | None,
    given: date | None,
    note: str,
    out: Path,
    today: date,
) -> int:
    """Note that somebody got copies: add "Main Library" 40."""
    from guide.copies.ledger import Parcel, add_parcels  # see table_rule
    from guide.copies.table import address_lines, tidy

    project = opened(content, today)
    parcel = Parcel(
        name=name,
        address=address_lines(address),
        copies=copies,
        edition=printed_edition(project, edition),
        number=number or project.printed.edition.number,
        day=given or today,
        note=tidy(note),
    )
    is_new = add_parcels(out, [parcel])
    echo(line_of(parcel) if is_new else f"This is noted already: {line_of(parcel)}")
    return 0


@distribute.command("import")
@content_option
@click.argument("file", type=click.Path(path_type=Path))
@copies_place_option
@today_option
def take_in(content: Path, file: Path, out: Path, today: date) -> int:
    """Take in a table (CSV): name, address, copies, edition, number, date, note.

    What is empty is today's edition. A line that is in the ledger already is not noted again.
    """
    from guide.copies.ledger import add_parcels  # see table_rule
    from guide.copies.table import Usual, read_copies

    project = opened(content, today)
    guide = project.printed
    printed, on_screen = parted(project)
    usual = Usual(
        edition_of(project, ""), guide.edition.number, today, guide.country, tuple(printed), tuple(on_screen)
    )
    parcels, problems = read_copies(file, usual)
    report(problems)
    new = add_parcels(out, parcels)
    known = len(parcels) - new
    echo(f"{count(new, 'line')} noted" + (f"; {known:,} in the ledger already." if known else "."))
    return 0


@distribute.command("list")
@content_option
@click.option("--edition", default="", help="Only copies of this edition.")
@click.option("--number", type=NUMBER, help="Only copies of the edition with this number.")
@copies_csv_option
@copies_place_option
def show(content: Path, edition: str, number: int | None, table: Path | None, out: Path) -> int:
    """Say who got how many copies."""
    parcels = chosen(out, edition, number)
    for parcel in parcels:
        echo(f"{parcel.id}: {line_of(parcel)}")
    if parcels:
        echo(f"{sum(each.copies for each in parcels):,} copies in {count(len(parcels), 'line')}.", bold=True)
    else:
        echo("Nothing is noted.")
    write_table(table, parcels)
    return 0


@distribute.command("remove")
@content_option
@click.argument("lines", metavar="LINE...", nargs=-1, required=True, type=click.IntRange(1, 2**31))
@copies_place_option
def remove(content: Path, lines: Sequence[int], out: Path) -> int:
    """Take lines out of the ledger, by the numbers that list shows."""
    from guide.copies.ledger import forget_parcels  # see table_rule

    forget_parcels(out, list(dict.fromkeys(lines)))
    echo(f"{count(len(set(lines)), 'line')} taken out.")
    return 0


@distribute.command("labels")
@content_option
@click.option("--edition", default="", help="Only copies of this edition.")
@click.option("--number", type=NUMBER, help="The number of the edition.  [default: that of the content]")
@click.option("--on", "given", metavar="DATE", callback=day, help="Only what was noted for this day.")
@label_options
@copies_place_option
@today_option
def labels(
    content: Path,
    edition: str,
    number: int | None,
    given: date | None,
    wish: LabelWish,
    out: Path,
    today: date,
) -> int:
    """Make labels for the parcels."""
    from guide.copies.labels import of_copies  # see table_rule

    project = opened(content, today)
    guide = project.printed
    parcels = chosen(out, edition, number or guide.edition.number)
    parcels = [each for each in parcels if given in (None, each.day)]
    sheeting = sheeting_of(wish, paper_of(project))
    return make_labels(project, of_copies(parcels, guide), sheeting, out, "parcels")


@distribute.command("slips")
@content_option
@click.argument("number", type=NUMBER)
@click.argument("edition", metavar="[EDITION]", required=False, default="")
@click.option("--done", is_flag=True, help="Note that all of them have the last slip now.")
@label_options
@copies_place_option
@today_option
def slips(
    content: Path,
    number: int,
    edition: str,
    done: bool,
    wish: LabelWish,
    out: Path,
    today: date,
) -> int:
    """Say who has to get the last slip of corrections to the edition NUMBER, and make labels for them."""
    from guide.between.slips import last_slip  # see table_rule
    from guide.copies.labels import of_slips
    from guide.copies.ledger import note_slip, read_parcels
    from guide.copies.recall import holders, without_slip

    project = opened(content, today)
    edition = printed_edition(project, edition)
    last = last_slip(out / ERRATA / f"{edition}-{number}")
    if not last:
        echo(pasteable(f"There is no slip yet. To make one: make-guide errata {number} {edition}"))
        return 0
    found = without_slip(holders(read_parcels(out), edition, number), last)
    tell_holders(found, edition, number, last)
    if done:
        note_slip(out, (parcel for each in found for parcel in each.parcels), last)
        echo(f"Noted: all of them have slip {last}." if found else "Nothing is noted.")
        return 0
    if not found:
        return 0
    sheeting = sheeting_of(wish, paper_of(project))
    return make_labels(project, of_slips(found, number, project.printed), sheeting, out, "slips")


# --- what the commands have in common -----------------------------------------------------------------


def opened(content: Path, today: date) -> Project:
    """The guide; what is wrong with its listings stops nothing here."""
    from guide.project import open_project  # see table_rule

    return open_project(content, today)


def edition_of(project: Project, name: str) -> str:
    """The name of an edition, the default one where none is given; wrong use if there is none of it."""
    from guide.content.edition import default_edition  # see table_rule

    if name and name not in project.editions:
        raise click.UsageError(
            f'there is no edition "{name}"; the editions are {", ".join(project.editions)}.'
        )
    return name or default_edition(project.editions).name


def printed_edition(project: Project, name: str) -> str:
    """The name of an edition of which there are copies; wrong use for one that is read on a screen."""
    edition = edition_of(project, name)
    printed, on_screen = parted(project)
    if edition in on_screen:
        there = f"name one of {', '.join(printed)}" if printed else "the guide has none on paper"
        raise click.UsageError(
            f'"{edition}" is read on a screen, and nobody has copies of it on paper; {there}.'
        )
    return edition


def parted(project: Project) -> tuple[list[str], list[str]]:
    """(the editions of which there are copies, on paper or in braille, those that are read on a screen)."""
    from guide.formats import SCREEN  # see table_rule

    screens = {name for name, each in project.editions.items() if each.made_as.kind == SCREEN}
    return [name for name in project.editions if name not in screens], sorted(screens)


def paper_of(project: Project) -> str:
    """The paper of the office."""
    from guide.between.printed import office_paper  # see table_rule
    from guide.content.edition import default_edition

    return office_paper(default_edition(project.editions))


def chosen(out: Path, edition: str, number: int | None) -> list[Parcel]:
    """The lines of the ledger of an edition, of a number, or all."""
    from guide.copies.ledger import read_parcels  # see table_rule

    return [
        each for each in read_parcels(out) if edition in ("", each.edition) and number in (None, each.number)
    ]


def write_table(table: Path | None, parcels: Sequence[Parcel]) -> None:
    """Write lines as a table where one is asked for."""
    if table:
        from guide.copies.table import copies_csv  # see table_rule

        write_atomically(table, copies_csv(parcels), table_rule())
        echo(f"Made {table}", bold=True)


def make_labels(
    project: Project, parcels: Sequence[Addressed], sheeting: Sheeting, out: Path, what: str
) -> int:
    """Make labels for parcels; none where there are no parcels."""
    from guide.copies.labels import parcel_labels  # see table_rule

    if not parcels:
        echo("There is nobody to make labels for.")
        return 0
    made = parcel_labels(project.printed, parcels, sheeting)
    if made.pdf:
        path = out / FOLDER / f"{what}-{sheeting.sheet.name}.pdf"
        write_atomically(path, made.pdf, MADE)
        echo(f"Made {path}", bold=True)
        labels = count(len(parcels) - len(made.too_long) - len(made.unprintable), "label")
        echo(f"{labels}: print them at 100 % on sheets {sheeting.sheet.name} ({sheeting.sheet.paper}).")
    for name in made.too_long:
        echo(
            f"{name}: no label, since it has no room for the address; take a larger one with --labels.",
            err=True,
        )
    for name, characters in made.unprintable:
        echo(f"{name}: no label, since no face has {characters}; write it another way.", err=True)
    return 1 if made.too_long or made.unprintable else 0


def tell_holders(found: Sequence[Holder], edition: str, number: int, last: int) -> None:
    """Say who has copies without the last slip."""
    if not found:
        echo(f"Nobody who has copies of {edition} {number} needs slip {last}.")
        return
    echo(f"Slip {last} to {edition} {number} is for:", bold=True)
    for each in found:
        has = f"; has slip {each.slip}" if each.slip else ""
        later = f"; has had edition {each.later} since" if each.later else ""
        echo(f"  {each.name}: {count(each.copies, 'slip')}{has}{later}")
    echo(f"{sum(each.copies for each in found):,} slips in all.", bold=True)


def line_of(parcel: Parcel) -> str:
    """ "Main Library, 40 copies of pocket 3 on 2026-11-30"."""
    said = f"{parcel.name}, {copies_said(parcel.copies)} of {parcel.edition} {parcel.number} on {parcel.day}"
    slip = f"; has slip {parcel.slip}" if parcel.slip else ""
    return f"{said}{slip}" + (f" ({parcel.note})" if parcel.note else "")


def copies_said(copies: int) -> str:
    return "1 copy" if copies == 1 else f"{copies:,} copies"
