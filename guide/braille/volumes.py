"""Where a thick guide is divided into volumes: where a section begins, if that does not make them too unequal."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from guide.braille.blocks import SECTION, Block, Unit

TOO_LONG = 1.25  # of the pages that are asked for: a volume is longer only if a single unit is
WITHIN = (
    0.15  # of these pages: how much nearer to its share a volume has to be, to be divided within a section
)


class Best(NamedTuple):
    """The best way to divide what stands before a unit."""

    cost: float
    begins: int  # the unit with which its last volume begins


def divided(units: Sequence[Unit], sizes: Sequence[float], most: float) -> list[Sequence[Unit]]:
    """The units of each volume, one or more, of about equal sizes; `sizes` and `most` in pages, 0 for one volume."""
    count = ceil(sum(sizes) / most) if most else 1
    if count <= 1:
        return [units]
    borders = [*borders_of(units, sizes, sum(sizes) / count, most)]
    return [units[first:last] for first, last in zip(borders, (*borders[1:], len(units)))]


def borders_of(units: Sequence[Unit], sizes: Sequence[float], share: float, most: float) -> Iterator[int]:
    """Yield the units with which volumes begin: those that make the sum of what each lacks of its share, squared, least."""
    begins = [
        0 if unit.begins else (WITHIN * most) ** 2 for unit in units
    ]  # what it costs to begin a volume there
    best = [Best(0, 0)]
    for end in range(1, len(units) + 1):
        best.append(last_volume(sizes, begins, best, end, share, TOO_LONG * most))
    found: list[int] = []
    end = len(units)
    while end:
        end = best[end].begins
        found.append(end)
    yield from reversed(found)


def last_volume(
    sizes: Sequence[float], begins: Sequence[float], best: Sequence[Best], end: int, share: float, most: float
) -> Best:
    """The best way to divide the units before one, by where the last volume begins; none is longer than `most`, but of a single unit."""
    size = sizes[end - 1]
    least, found = best[end - 1].cost + (size - share) ** 2 + begins[end - 1], end - 1
    for begin in range(end - 2, -1, -1):
        size += sizes[begin]
        if size > most:
            break
        cost = best[begin].cost + (size - share) ** 2 + begins[begin]
        if cost < least:
            least, found = cost, begin
    return Best(least, found)


def blocks_of(units: Sequence[Unit], continued: str, place: str) -> list[Block]:
    """The blocks of a volume: where it begins within a section, that one's title stands there again."""
    again = [] if units[0].begins else [Block(f"{units[0].title} {continued}", SECTION, place)]
    return [*again, *(block for unit in units for block in unit.blocks)]
