"""The commands where and history: the editions that print a listing, and what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.options import archive_place_option, content_option
from guide.cli.terminal import echo
from guide.errors import GuideError

if TYPE_CHECKING:  # see build
    from guide.between.history import Stage
    from guide.model import Guide
    from guide.project import Project


@click.command()
@content_option
@click.argument("id", metavar="ID")
@archive_place_option
def where(content: Path, id: str, out: Path) -> None:
    """Say which editions print a listing, on which page, and what mentions it.

    ID is the id of a listing, or its number.
    """
    from guide.between.where import home_of, mentions_of, printed_in  # see build
    from guide.cli.verify import find_listings

    project = opened(content)
    assert project.guide
    (listing,) = find_listings(project.guide, [id])
    home = home_of(project.guide, listing.id)
    assert home
    echo(f"{listing.name} ({listing.id}), in {home[0].title}: {listing.mark}", bold=True)
    if not listing.printed:
        echo("It has print: no, and is in no edition.")
    for each in printed_in(project.guide, project.editions, out, listing.id):
        echo(f"  {each.edition}: {place_words(each.chosen, each.made, each.page)}")
    mentions = list(mentions_of(project.guide, listing.id))
    echo("Mentioned by:" if mentions else "Nothing mentions it.", bold=bool(mentions))
    for mention in mentions:
        echo(f"  {mention.name}: {mention.mark}")


def place_words(chosen: bool, made: str, page: int | None) -> str:
    """Where an edition has a listing, in words."""
    if page != 0:
        later = "" if chosen else "; the next one will not have it"
        return f"{f'page {page} ' if page else ''}in {made}{later}"
    if not chosen:
        return "not in it"
    return f"not in {made}, and will be in the next one" if made else "will be in it; not made yet"


@click.command()
@content_option
@click.argument("id", metavar="ID")
@archive_place_option
def history(content: Path, id: str, out: Path) -> None:
    """Say what became of a listing: each edition in which it stood, and what changed in between.

    ID is the id of a listing, also of one that is gone, or the number of one that is there.
    """
    from guide.between.history import history_of  # see build

    guide = opened(content).guide
    assert guide
    stages = list(history_of(out, guide, id_of(id, guide, out)))
    for each in stages:
        tell_stage(each)
    if len(stages) == 1:
        echo("No edition was kept yet: make-guide build makes one.")


def id_of(text: str, guide: Guide, out: Path) -> str:
    """The id that is meant, of a listing that there is or was; GuideError with the nearest one where there is none."""
    from guide.between.history import known_ids  # see build
    from guide.content.calls_back import listing_at
    from guide.problems.content import UNKNOWN_ID
    from guide.reading.fields import closest

    known = known_ids(out, guide)
    if text in known:
        return text
    if listing := listing_at(text, guide):
        return listing.id
    raise GuideError([UNKNOWN_ID.at(guide.mark, id=text, near=closest(text, known))])


def tell_stage(each: Stage) -> None:
    """Print a listing in one edition, with what changed since the one before."""
    from guide.between.told import listing_lines  # see build

    pages = ", ".join(f"{name} page {page}" if page else name for name, page in each.places)
    state = pages or ("in the content" if each.there else "not printed")
    echo(f"{each.name or 'The content as it is'}: {state}", bold=True)
    if not each.known:
        echo("  what it was made from was not kept")
    elif each.change:
        kind = "" if each.change.kind in ("changed", "verified") else f"{each.change.kind}; "
        first, *lines = listing_lines(each.change)
        echo(f"  {kind}{first}")
        for line in lines:
            echo(f"  {line}")
        if each.change.verified[1] and each.change.verified[0] != each.change.verified[1]:
            echo(f"    verified {each.change.verified[1]}")


def opened(content: Path) -> Project:
    """The project in a content folder; GuideError where it cannot be read."""
    from guide.project import open_project  # see build

    project = open_project(content)
    if project.guide is None:
        raise GuideError(project.problems)
    return project
