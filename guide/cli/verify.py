"""The command verify: the day of a check is written into the content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.options import content_option, day, plain_name, today_option
from guide.cli.terminal import echo
from guide.errors import GuideError
from guide.output import Kept, as_read, write_all

if TYPE_CHECKING:  # see build
    from guide.model import Guide, Listing


@click.command()
@content_option
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option(
    "--date",
    "day_",
    metavar="DATE",
    callback=day,
    help="The day of the call, as 2026-03-14.  [default: today]",
)
@click.option("--by", metavar="NAME", callback=plain_name, help="Who called.")
@today_option
def verify(content: Path, ids: tuple[str, ...], day_: date | None, by: str | None, today: date) -> None:
    """Write into the content that listings were verified.

    Only the date, and with --by the name, changes in the files. With several ids, all are set or none.
    """
    if (day_ or today) > today:
        raise click.BadParameter(f"{day_} is still to come.", param_hint="--date")
    keys = {"verified": str(day_ or today)} | ({"verified_by": by} if by else {})
    for listing in write_keys(content, ids, keys):
        kept = (
            f", still by {listing.verified_by}"
            if listing.verified_by and not by
            else f" by {by}"
            if by
            else ""
        )
        echo(f"{listing.name}: verified {keys['verified']}{kept} ({listing.mark.path})")


def find_listings(guide: Guide, ids: Iterable[str]) -> list[Listing]:
    """The listings with these ids; GuideError that names every id there is not."""
    from guide.problems.content import UNKNOWN_ID  # see build
    from guide.reading.fields import closest

    there = {listing.id: listing for listing in guide.listings}
    problems = []
    for each in ids:
        if each not in there:
            problems.append(UNKNOWN_ID.at(guide.mark, id=each, near=closest(each, there)))
    if problems:
        raise GuideError(problems)
    return [there[each] for each in ids]


TRIES = 50  # to write a date while other runs write others


def write_keys(
    content: Path, ids: Iterable[str], keys: Mapping[str, str], tries: int = TRIES
) -> list[Listing]:
    """Write keys into the files of listings, all or none; the listings. What another run has written meanwhile is read again."""
    from guide.content.edit import set_values  # see build
    from guide.content.load import load_guide

    guide, problems = load_guide(content)
    if guide is None:
        raise GuideError(problems)
    found = find_listings(guide, dict.fromkeys(ids))
    files: dict[Path, dict[str, Mapping[str, str]]] = {}
    for listing in found:
        files.setdefault(listing.mark.path, {})[listing.id] = keys
    old = {path: path.read_bytes() for path in files}
    new = {path: set_values(old[path], values, path) for path, values in files.items()}
    try:
        write_all(new, {path: as_read(data) for path, data in old.items()}, keep_mode=True)
    except Kept:
        if tries == 1:
            raise
        return write_keys(content, ids, keys, tries - 1)
    return found
