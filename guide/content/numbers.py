"""Numbers that listings keep: given by the program, as long as a listing lives, and never a second time."""

from collections.abc import Iterator
from dataclasses import replace

from guide.errors import Problem
from guide.model import Guide, Listing
from guide.model.whole import STABLE
from guide.problems.content import NO_NUMBER, SAME_NUMBER

SHOWN = 3  # listings without a number that are named


def with_numbers(guide: Guide) -> Guide:
    """The guide in which every listing has a number, where they are to stay: one that has none yet has the next, in order."""
    if guide.numbers != STABLE or all(each.number for each in guide.listings):
        return guide
    given = next_numbers(guide)

    def numbered(listing: Listing) -> Listing:
        return replace(listing, number=given[listing.id]) if listing.id in given else listing

    return replace(
        guide,
        sections=tuple(
            replace(section, listings=tuple(map(numbered, section.listings))) for section in guide.sections
        ),
    )


def next_numbers(guide: Guide) -> dict[str, int]:
    """{id: number} for the printed listings that have none: those above every number that was ever given, in order."""
    first = highest_of(guide) + 1
    without = (each.id for each in guide.listings if each.printed and not each.number)
    return {id: number for number, id in enumerate(without, first)}


def highest_of(guide: Guide) -> int:
    """The highest number that was ever given."""
    return max((guide.highest_number, *(each.number for each in guide.listings)))


def check_numbers(guide: Guide) -> Iterator[Problem]:
    """Yield the problems of numbers that are to stay: two listings with one, and listings that have none yet."""
    if guide.numbers != STABLE:
        return
    yield from same_numbers(guide)
    given = next_numbers(guide)
    without = [each for each in guide.listings if each.id in given]
    if without:
        names = ", ".join(each.name for each in without[:SHOWN])
        more = f" and {len(without) - SHOWN} more" if len(without) > SHOWN else ""
        verb = "has" if len(without) == 1 else "have"
        yield NO_NUMBER.at(without[0].mark, names=names + more, verb=verb)


def same_numbers(guide: Guide) -> Iterator[Problem]:
    """Yield a problem for each listing with a number that one before it has too."""
    seen: dict[int, Listing] = {}
    for listing in guide.listings:
        other = seen.setdefault(listing.number, listing)
        if listing.number and other is not listing:
            mark, name, number = listing.mark, listing.name, listing.number
            yield SAME_NUMBER.at(mark, name=name, number=number, other=other.name, place=other.mark)


def listing_of(number: int, guide: Guide) -> Listing | None:
    """The listing with this number in print, None where there is none."""
    ids = {each: id for id, each in guide.entries.items()}
    return next((each for each in guide.listings if each.id == ids.get(number)), None)
