"""The command archive, and old editions that are made again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.options import content_place_option, made_place_option
from guide.cli.places import out_of, pasteable
from guide.cli.terminal import count, echo
from guide.request import Request

if TYPE_CHECKING:  # see archive
    from guide.archive import Old


@click.command()
@content_place_option
@made_place_option()
def archive(content: Path, out: Path) -> None:
    """List the editions with former numbers, which are kept with what they were made from.

    An edition goes there by itself when one with another number takes its place.
    """
    from guide.archive import list_archive  # see build

    there = list_archive(out)
    for old in there:
        pages = f", {count(old.pages, 'page')}" if old.pages else ""
        echo(f"{old.name}, edition {old.number} of {old.date}{pages}:", bold=True)
        for file in old.files:
            echo(f"  {file}")
        if not old.content:
            echo("  what it was made from was not kept")
    if not there:
        echo(
            "Nothing is in the archive yet. An edition goes there when one with another number takes its place."
        )
    elif whole := [old for old in there if old.content]:
        again = f"To make one again: make-guide build --from {whole[0].number} {whole[0].name}"
        echo(pasteable(again), bold=True)


def begin_again(
    content: Path, out: Path, number: int, request: Request, today: date | None
) -> tuple[Path, Path, Request]:
    """(content, out, request) for an old edition that is made again: what it was made from, and a place beside today's.

    What is stale is judged on its own day, and nothing of it goes to the archive once more.
    """
    from guide.archive import again_folder, old_edition, unpack  # see build

    home = home_of_archive(content, out, number)
    old = old_edition(home, number, request.names)
    folder = unpack(old, home)
    place = again_folder(home, number) if out in (home, out_of(content)) else out
    if old.name in request.names:
        echo(f"What was made of edition {number} then is in {old.folder}.")
    return folder, place, replace(request, keep=False, today=today or day_of(old))


def home_of_archive(content: Path, out: Path, number: int) -> Path:
    """The folder whose archive has an edition: the guide's own, or the one that is named."""
    from guide.archive import list_archive  # see build

    own = out_of(content)
    return own if out == own or any(old.number == number for old in list_archive(own)) else out


def day_of(old: Old) -> date | None:
    """The day of an edition."""
    try:
        return date.fromisoformat(old.date)
    except ValueError:
        return None


def refuse_todays(output: Path, content: Path, out: Path) -> None:
    """Wrong use where an old edition would take the place of a file of today's."""
    from guide.content.edition import ARCHIVE  # see build

    for folder in (out, out_of(content)):
        path = output.absolute()
        if path.is_relative_to(folder.absolute()) and not path.is_relative_to((folder / ARCHIVE).absolute()):
            raise click.UsageError(
                f"{output} is a place of today's editions; choose one outside of {folder}."
            )
