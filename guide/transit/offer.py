"""What is offered for the way to an office: the nearest stop of each line, and what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from guide.errors import Mark, Problem
from guide.language.ways import MODES, Way, walk_of
from guide.problems.transit import OLD_FEED
from guide.transit.days import Days, read_days
from guide.transit.feed import Feed, Progress, silent
from guide.transit.lines import Line, by_number, read_lines
from guide.transit.names import corner
from guide.transit.near import Near, Stop
from guide.transit.offices import Point

MOST_STOPS = 3  # that are offered for an office
MOST_NAMES = 8  # of lines at a stop


class NearStop(NamedTuple):
    """A stop near an office, and the lines that stop there."""

    name: str
    metres: float  # on foot
    lines: frozenset[Line]
    accessible: bool | None  # with a wheelchair; None where that is not known


class Found(NamedTuple):
    """The stops near each of some points, the nearest first, and what is wrong with the timetables."""

    stops: tuple[tuple[NearStop, ...], ...]
    problems: tuple[Problem, ...]


def find_stops(
    paths: Sequence[Path], points: Sequence[Point], metres: float, today: date, progress: Progress = silent
) -> Found:
    """The stops of these timetables near these points. Raises GuideError where one cannot be read."""
    stops: list[list[NearStop]] = [[] for _ in points]
    problems: list[Problem] = []
    for path in paths:
        with Feed(path, progress) as feed:
            near, days = Near(points, metres), read_days(feed)
            near.read(feed)
            problems += (*near.problems, *old(path, days, today))
            lines = read_lines(feed, near.stops, partial(days.runs, today=today))
        for some, distances in zip(stops, near.distances):
            some += (near_stop(near.stops[key], far, lines[key]) for key, far in distances.items())
    return Found(tuple(tuple(one_of_each_name(some)) for some in stops), tuple(problems))


def old(path: Path, days: Days, today: date) -> Iterator[Problem]:
    """Yield that a timetable is over, if it is."""
    if days.is_over(today):
        yield OLD_FEED.at(Mark(path), day=days.end)


def near_stop(stop: Stop, metres: float, lines: Iterable[Line]) -> NearStop:
    return NearStop(stop.name, metres, frozenset(lines), stop.accessible)


def one_of_each_name(stops: Iterable[NearStop]) -> list[NearStop]:
    """The stops, the nearest first; those of one name, as on both sides of a street, are one."""
    found: dict[frozenset[str], NearStop] = {}
    for stop in sorted(stops, key=lambda each: (each.metres, each.name)):
        place = corner(stop.name)
        first = found.get(place, stop)
        is_so = first.accessible if first.accessible == stop.accessible else None
        lines = first.lines | stop.lines
        found[place] = first._replace(lines=lines, accessible=is_so)
    return list(found.values())


def offered(stops: Iterable[NearStop], country: str) -> tuple[Way, ...]:
    """The ways that are offered: the nearest stop of each line, as long as they are few."""
    stops = [stop for stop in stops if stop.lines and stop.name]
    shared = Counter((line.mode, line.name) for line in frozenset().union(*(stop.lines for stop in stops)))
    seen: frozenset[Line] = frozenset()
    ways: list[tuple[Way, ...]] = []
    for stop in stops:
        new = stop.lines - seen
        seen |= stop.lines
        if new and len(ways) < MOST_STOPS:
            twice = {line for line in new if shared[line.mode, line.name] > 1}
            ways.append(tuple(ways_from(stop, new, twice, country)))
    return tuple(way for some in ways for way in some)


def ways_from(stop: NearStop, lines: Iterable[Line], twice: set[Line], country: str) -> Iterator[Way]:
    """Yield the ways from a stop, one for each mode; `twice`: lines whose name another agency's line has too."""
    lines = sorted(lines, key=lambda each: (by_number(each.name), each.agency))
    for mode in MODES:
        if some := [line for line in lines if line.mode == mode]:
            names = list(dict.fromkeys(name_of(line, line in twice) for line in some if line.name))
            said, more = ", ".join(names[:MOST_NAMES]), len(names) > MOST_NAMES
            if said or mode != "line":
                walk = walk_of(stop.metres, country)
                yield Way(mode, said, more, stop.name, walk, stop.accessible is True)


def name_of(line: Line, with_agency: bool) -> str:
    """The name of a line, with who runs it where it needs that to be told from another."""
    return f"{line.name} ({line.agency})" if with_agency and line.agency else line.name
