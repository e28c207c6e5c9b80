"""The command numbers: listings get numbers that stay."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.options import content_option
from guide.cli.terminal import count, echo
from guide.errors import GuideError
from guide.output import Edited, write_edited

if TYPE_CHECKING:  # see build
    from guide.model import Guide


@click.command()
@content_option
def numbers(content: Path) -> None:
    """Give every listing a number that it keeps as long as it lives.

    Listings that are printed and have none yet get the next ones, in the order of the guide, and guide.yaml says "numbers: stable" and
    which number was the highest: no number is ever given a second time. Nothing else changes in the files.
    """
    guide, given = give_numbers(content)
    if not given:
        echo(f"Every listing has its number; the highest is {highest(guide):,}.")
        return
    first, last = min(given.values()), max(given.values())
    names = {listing.id: listing.name for listing in guide.listings}
    for id, number in given.items():
        echo(f"{number}  {names[id]} ({id})")
    said = f"number {first}" if first == last else f"the numbers {first} to {last}"
    echo(f"Gave {said} to {count(len(given), 'listing')}.", bold=True)


def highest(guide: Guide) -> int:
    from guide.content.numbers import highest_of  # see build

    return highest_of(guide)


def give_numbers(content: Path) -> tuple[Guide, dict[str, int]]:
    """(the guide, {id: number} of those that got one), written into the content, all or none."""

    def edit() -> tuple[tuple[Guide, dict[str, int]], Edited]:
        from guide.content.edit_numbers import numbered_files  # see build
        from guide.content.load import load_guide
        from guide.content.numbers import next_numbers, same_numbers

        guide, problems = load_guide(content)
        if guide is None:
            raise GuideError(problems)
        if twice := tuple(same_numbers(guide)):
            raise GuideError(twice)
        given = next_numbers(guide)
        return (guide, given), numbered_files(guide, given)

    return write_edited(edit)
