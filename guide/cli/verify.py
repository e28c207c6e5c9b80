"""The command verify: the day of a check is written into the content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.calls import tell_calls
from guide.cli.options import content_option, day, plain_name, today_option
from guide.cli.terminal import echo, report
from guide.errors import GuideError, Problem
from guide.output import Edited, write_edited

if TYPE_CHECKING:  # see build
    from guide.content.calls_back import Called
    from guide.model import Guide, Listing

Keys = Mapping[str, str]  # of a listing, each with its new value
Found = list[tuple["Listing", Keys]]


@click.command()
@content_option
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option(
    "--calls",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Read a call sheet that was filled in as a table (CSV): its days are written, what has to be changed is listed.",
)
@click.option(
    "--date",
    "day_",
    metavar="DATE",
    callback=day,
    help="The day of the call, as 2026-03-14.  [default: today]",
)
@click.option("--by", metavar="NAME", callback=plain_name, help="Who called.")
@click.option("--older", is_flag=True, help="Write the day also where a newer one stands.")
@today_option
def verify(
    content: Path,
    ids: tuple[str, ...],
    calls: Path | None,
    day_: date | None,
    by: str | None,
    older: bool,
    today: date,
) -> int:
    """Write into the content that listings were verified.

    ID is the id of a listing, or its number in the call sheet. Only the date, and with --by the name, changes in the files.
    With several, all are set or none.
    """
    if bool(ids) == bool(calls):
        raise click.UsageError("Name the listings by their ids or numbers, or give --calls FILE.")
    if (day_ or today) > today:
        raise click.BadParameter(f"{day_} is still to come.", param_hint="--date")
    if calls:
        return take_in_calls(content, calls, day_ or today, by or "", older, today)
    keys = keys_of(day_ or today, by or "")
    for listing, _ in write_keys(
        content, lambda guide: not_older(find_listings(guide, dict.fromkeys(ids)), keys, older)
    ):
        tell_verified(listing, keys)
    return 0


def take_in_calls(content: Path, path: Path, day: date, by: str, older: bool, today: date) -> int:
    """Write the days of a filled call sheet, and say what has to be changed; the exit code."""
    called: list[Called] = []

    def choose(guide: Guide) -> Found:
        from guide.content.calls_back import read_calls  # see build

        found, warnings = read_calls(path, guide, today)
        if not called:  # else it is told already
            report(warnings)
        called[:] = found
        return [
            (each.listing, keys_of(each.day or day, each.by or by))
            for each in found
            if each.is_right and not each.changes and (older or not is_newer(each.listing, each.day or day))
        ]

    for listing, keys in write_keys(content, choose):
        tell_verified(listing, keys)
    tell_calls(called, day, by, older)
    return 0


def keys_of(day: date, by: str) -> Keys:
    return {"verified": str(day)} | ({"verified_by": by} if by else {})


def is_newer(listing: Listing, day: date) -> bool:
    """Whether a listing was verified later than on a day."""
    return listing.verified is not None and listing.verified > day


def tell_verified(listing: Listing, keys: Keys) -> None:
    """Say what was written."""
    by = keys.get("verified_by")
    kept = f" by {by}" if by else f", still by {listing.verified_by}" if listing.verified_by else ""
    echo(f"{listing.name}: verified {keys['verified']}{kept} ({listing.mark.path})")


def not_older(listings: Iterable[Listing], keys: Keys, older: bool) -> Found:
    """The listings with what is to be written; GuideError that names every one with a newer day, unless it may be lost."""
    from guide.problems.calls import OLDER  # see build

    listings = list(listings)
    day = date.fromisoformat(keys["verified"])
    problems: list[Problem] = [
        OLDER.at(each.mark, name=each.name, now=each.verified, day=day, id=each.id)
        for each in listings
        if not older and is_newer(each, day)
    ]
    if problems:
        raise GuideError(problems)
    return [(listing, keys) for listing in listings]


def find_listings(guide: Guide, ids: Iterable[str]) -> list[Listing]:
    """The listings with these ids or numbers, each once; GuideError that names every one there is not."""
    from guide.content.calls_back import listing_at  # see build
    from guide.problems.content import UNKNOWN_ID
    from guide.reading.fields import closest

    there = {listing.id: listing for listing in guide.listings}
    found: dict[str, Listing] = {}
    problems: list[Problem] = []
    for each in ids:
        listing = there.get(each) or listing_at(each, guide)
        if listing:
            found[listing.id] = listing
        elif each.isdecimal():
            problems.append(no_such_number(guide, each))
        else:
            problems.append(UNKNOWN_ID.at(guide.mark, id=each, near=closest(each, there)))
    if problems:
        raise GuideError(problems)
    return list(found.values())


def no_such_number(guide: Guide, number: str) -> Problem:
    """What is told of a number that no listing in print has."""
    from guide.content.choose.printable import printable  # see build
    from guide.content.numbers import highest_of
    from guide.model.whole import STABLE
    from guide.problems.calls import NO_NUMBER_YET, UNKNOWN_ENTRY, UNUSED_NUMBER

    guide = printable(guide)
    if guide.numbers != STABLE:
        return UNKNOWN_ENTRY.at(guide.mark, id=number, count=len(guide.listings))
    highest = highest_of(guide)
    kind = UNUSED_NUMBER if 0 < int(number) <= highest else NO_NUMBER_YET
    return kind.at(guide.mark, id=number, highest=highest)


def write_keys(content: Path, choose: Callable[[Guide], Found]) -> Found:
    """Write keys into the files of listings, all or none; what `choose` finds in the guide."""

    def edit() -> tuple[Found, Edited]:
        from guide.content.edit import set_values  # see build
        from guide.content.load import load_guide

        guide, problems = load_guide(content)
        if guide is None:
            raise GuideError(problems)
        found = choose(guide)
        values: dict[Path, dict[str, Keys]] = {}
        for listing, keys in found:
            values.setdefault(listing.mark.path, {})[listing.id] = keys
        old = {path: path.read_bytes() for path in values}
        return found, {path: (data, set_values(data, values[path], path)) for path, data in old.items()}

    return write_edited(edit)
