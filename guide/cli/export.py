"""The command export: an edition as data for other programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.options import content_option, every_option, strict_option, today_option
from guide.cli.terminal import count, echo, report, size

if TYPE_CHECKING:  # see build
    from guide.exchange.give.forms import Form
    from guide.exchange.give.give import Given
    from guide.model import Edition

FORM_NAMES = ("csv", "xlsx", "hsds", "datapackage", "brf", "pef", "geojson", "vcard")


@click.command()
@content_option
@click.argument("edition", metavar="[EDITION]", required=False)
@click.option(
    "--to",
    "target",
    metavar="FILE|FOLDER",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write; its ending says in which form. Or a folder, with --format.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORM_NAMES),
    help="The form, where the ending of the file does not say it.",
)
@click.option(
    "--contracted/--uncontracted",
    default=None,
    help="For braille: words shortened, or letter by letter.  [default: that of the edition, or what is usual in the language]",
)
@click.option(
    "--cells",
    type=click.IntRange(32, 60),
    help="For braille: cells in a line.  [default: those of the edition, or 40]",
)
@click.option(
    "--lines",
    type=click.IntRange(15, 40),
    help="For braille: lines on a page.  [default: those of the edition, or 25]",
)
@click.option(
    "--volume-pages",
    type=click.IntRange(20, 999),
    help="For braille: about how many pages a volume has.  [default: that of the edition, or 80]",
)
@today_option
@strict_option
@every_option
def export(
    content: Path, edition: str | None, target: Path, form: str | None, contracted: bool | None, cells: int | None,
    lines: int | None, volume_pages: int | None, today: date, strict: bool,
) -> int:  # fmt: skip
    """Write what an edition prints as data for other programs.

    EDITION is the name of a file in editions/, without it the default one: its choice, order and language hold here too.
    What has "print: no" and where a confidential address is stand in no file. The table (.csv, .xlsx) can be taken back with
    make-guide import; .json and .zip are HSDS, .brf and .pef are braille, for which liblouis has to be on this computer; a thick guide in .brf is a file for each volume. What a form cannot hold is said.
    """
    from guide.exchange.give.give import give_file, give_folder, matter_of  # see build
    from guide.project import open_project

    chosen = wanted_form(form, target)
    refuse_wishes(chosen, (contracted, cells, lines, volume_pages))
    matter = matter_of(open_project(content, today), edition or "", strict)
    report(matter.problems)
    chosen = as_wanted(chosen, matter.edition, contracted, cells, lines, volume_pages)
    if is_folder(target) and chosen.members:
        given = give_folder(matter.guide, chosen, target)
    else:
        path = target / f"{matter.edition.name}{chosen.ending}" if is_folder(target) else target
        given = give_file(matter.guide, chosen, path)
    tell(given, len(matter.guide.listings))
    return 0


def wanted_form(name: str | None, target: Path) -> Form:
    """The form that is asked for; wrong use where nothing says which."""
    from guide.exchange.give.forms import FORMS, form_of  # see build

    found = FORMS[name] if name else form_of(target)
    if found is None:
        endings = ", ".join(f"{form.ending} ({form.says})" for form in FORMS.values())
        raise click.UsageError(f"Name a file with one of these endings, or say --format: {endings}.")
    return found


def refuse_wishes(form: Form, wishes: Iterable[int | None]) -> None:
    """Wrong use where something is wished for braille, and another form is made."""
    from guide.exchange.give.forms import BRAILLE  # see build

    if form.name not in BRAILLE and any(each is not None for each in wishes):
        raise click.UsageError(
            "--contracted, --uncontracted, --cells, --lines and --volume-pages are for braille: name a .brf or .pef file."
        )


def as_wanted(
    form: Form, edition: Edition, contracted: bool | None, cells: int | None, lines: int | None,
    volume_pages: int | None,
) -> Form:  # fmt: skip
    """A form of braille as the command wants it, or else the edition; any other as it is."""
    from guide.braille.make import wanted_by  # see build
    from guide.exchange.give.forms import BRAILLE, in_braille

    if form.name not in BRAILLE:
        return form
    wanted = replace(
        edition,
        contracted=edition.contracted if contracted is None else contracted,
        cells=cells or edition.cells,
        lines=lines or edition.lines,
        volume_pages=volume_pages or edition.volume_pages,
    )
    return in_braille(form, wanted_by(wanted))


def is_folder(target: Path) -> bool:
    """Whether a folder is meant: one that is there, or a name without an ending."""
    return target.is_dir() or not target.suffix and not target.exists()


def tell(given: Given, listings: int) -> None:
    """Say what was written, and what it could not hold."""
    files = f", {count(given.files, 'file')}" if given.files > 1 else ""
    echo(f"Made {given.path}: {count(listings, 'listing')}{files}, {size(given.size)}", bold=True)
    if given.lost:
        echo(f"Not in it, for this form has no place for it: {'; '.join(given.lost)}.")
