"""What differs between two texts, line by line, and how a change is taken back in a text that was changed again elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple


class Hunk(NamedTuple):
    """Lines that are others: those from `start` to `end` of the one text, `first` to `last` of the other."""

    start: int
    end: int
    first: int
    last: int


class Overlap(Exception):
    """What is to be taken back was changed again."""


def hunks(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Hunk]:
    """What differs, in order. Lines that stand once in both texts hold them together, so that long texts are compared quickly."""
    found: list[Hunk] = []
    at, there = 0, 0
    for one, other in (*anchors(old, new), (len(old), len(new))):
        found += gap(old, new, Hunk(at, one, there, other))
        at, there = one + 1, other + 1
    return list(joined(found))


def anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The longest row of lines that stand once in both texts, in the order of both."""
    once, again = Counter(old), Counter(new)
    places = {line: place for place, line in enumerate(new) if again[line] == 1}
    pairs = [(place, places[line]) for place, line in enumerate(old) if once[line] == 1 and line in places]
    tops: list[int] = []  # the smallest last place of a row of each length
    rows: list[int] = []  # which pair that is
    before = [-1] * len(pairs)
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(tops, place)
        before[number] = rows[length - 1] if length else -1
        tops[length : length + 1], rows[length : length + 1] = [place], [number]
    row, number = [], rows[-1] if rows else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]


def gap(old: Sequence[Hashable], new: Sequence[Hashable], lines: Hunk) -> Iterator[Hunk]:
    """Yield what differs between two lines that are the same."""
    start, end, first, last = lines
    if start == end or first == last:
        if start != end or first != last:
            yield lines
        return
    for tag, a, b, c, d in SequenceMatcher(None, old[start:end], new[first:last]).get_opcodes():
        if tag != "equal":
            yield Hunk(start + a, start + b, first + c, first + d)


def joined(found: Sequence[Hunk]) -> Iterator[Hunk]:
    """Yield hunks, those that touch as one."""
    held: Hunk | None = None
    for each in found:
        if held and held.end == each.start and held.last == each.first:
            held = Hunk(held.start, each.end, held.first, each.last)
            continue
        if held:
            yield held
        held = each
    if held:
        yield held


def taken_back(
    now: Sequence[str],
    base: Sequence[Hashable],
    mine: Sequence[Hashable],
    back: Sequence[tuple[int, int, list[str]]],
) -> list[str]:
    """The lines of a text in which a change is taken back, and every later one stays; raises Overlap where they meet.

    `base`: the lines as the change left them, `mine`: those of now, both as they are compared; `back`: (start, end, lines)
    of what stood in the place of lines of `base` before.
    """
    since = hunks(base, mine)
    found: list[str] = []
    at, shift, later = 0, 0, iter([*since, None])
    each = next(later)
    for start, end, lines in back:
        while each and each.end < start:
            shift, each = shift + (each.last - each.first) - (each.end - each.start), next(later)
        if each and each.start < end or each and each.end >= start and each.start <= start:
            raise Overlap
        if each and each.start == end and not begins_item(now[each.first : each.last]):
            raise Overlap
        found += [*now[at : start + shift], *lines]
        at = end + shift
    return [*found, *now[at:]]


def begins_item(lines: Sequence[str]) -> bool:
    """Whether lines begin with an item of a list of their own: whatever stood before it may go."""
    first = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    return first.lstrip().startswith("- ")
