"""How people get somewhere: "Bus 14, 49: 16th St & Mission St, about 150 yards", and the same in another language.

It is offered to whoever writes or translates a guide, and never printed by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from guide.language.files import fixed_words
from guide.language.scripts import base_language

MODES = ("bus", "tram", "metro", "train", "ferry", "cable", "lift", "funicular", "line")
UNITS = ("yards", "miles", "metres", "kilometres")
ENGLISH_WAYS: Mapping[str, str] = {
    "bus": "Bus {names}",
    "tram": "Tram {names}",
    "metro": "Metro {names}",
    "train": "Train {names}",
    "ferry": "Ferry {names}",
    "cable": "Cable car {names}",
    "lift": "Aerial lift {names}",
    "funicular": "Funicular {names}",
    "line": "Line {names}",
    "more": "{names} and more",
    "stop": "{lines}: {stop}, {distance}",
    "accessible": "{way}, wheelchair accessible",
    "yards": "about {count} yards",
    "miles": "about {count} miles",
    "metres": "about {count} m",
    "kilometres": "about {count} km",
}
BETWEEN = "; "  # ways
MILES = (
    "US",
    "AS",
    "GB",
    "GU",
    "LR",
    "MM",
    "MP",
    "VI",
)  # countries whose people measure ways in yards and miles
YARD, MILE = 0.9144, 1609.344  # metres
STEP = 50  # what a distance on foot is rounded to, in yards or metres


class Walk(NamedTuple):
    """A distance as people say it."""

    number: str  # "150", "1.2"
    unit: str  # one of UNITS


class Way(NamedTuple):
    """Lines of one mode from one stop."""

    mode: str  # one of MODES
    names: str  # of the lines, "14, 49"; "" where they have none
    more: bool  # whether there are more of them
    stop: str
    walk: Walk
    accessible: bool = False  # whether it is known that the stop can be used with a wheelchair


def walk_of(metres: float, country: str) -> Walk:
    """A distance on foot as people of a country say it."""
    small, unit, large, long = (
        ("yards", YARD, "miles", MILE) if country in MILES else ("metres", 1.0, "kilometres", 1000.0)
    )
    steps = max(1, round(metres / unit / STEP)) * STEP
    return Walk(str(steps), small) if steps < 1000 else Walk(f"{metres / long:.1f}", large)


def ways_text(ways: Iterable[Way], language: str) -> str:
    """What is said of ways, in a language; in English where there are no words in it."""
    words = way_words(language) or ENGLISH_WAYS
    return BETWEEN.join(way_text(way, words) for way in ways)


def way_text(way: Way, words: Mapping[str, str]) -> str:
    """What is said of one way."""
    names = words["more"].format(names=way.names) if way.more else way.names
    lines = words[way.mode].format(names=names).strip()
    said = words["stop"].format(lines=lines, stop=way.stop, distance=walk_text(way.walk, words))
    return words["accessible"].format(way=said) if way.accessible else said


def walk_text(walk: Walk, words: Mapping[str, str]) -> str:
    """A distance in words."""
    return words[walk.unit].format(count=walk.number)


def offered_ways(text: str, source: str, language: str) -> str:
    """Ways that were said in one language in another, "" where they were not or there are no words in it."""
    other = way_words(language)
    ways = (
        [read_way(part, way_words(source)) for part in text.removesuffix(".").split(BETWEEN)] if other else []
    )
    found = [way for way in ways if way]
    return BETWEEN.join(way_text(way, other) for way in found) if len(found) == len(ways) else ""


def read_way(text: str, words: Mapping[str, str]) -> Way | None:
    """The way that a text says in these words; None where it says none."""
    if not words:
        return None
    reached = pattern(words["accessible"]).fullmatch(text)
    said = pattern(words["stop"]).fullmatch(reached["way"] if reached else text)
    lines = read_lines(said["lines"], words) if said else None
    walk = read_walk(said["distance"], words) if said else None
    if not said or not lines or not walk:
        return None
    mode, names = lines
    more = pattern(words["more"]).fullmatch(names)
    return Way(mode, more["names"] if more else names, bool(more), said["stop"], walk, bool(reached))


def read_lines(text: str, words: Mapping[str, str]) -> tuple[str, str] | None:
    """(the mode, the names) of lines; None where no mode is said."""
    for mode in sorted(MODES, key=lambda each: -len(words[each])):  # some begin as shorter ones do
        if found := pattern(words[mode]).fullmatch(text):
            return mode, found["names"]
        if text == words[mode].format(names="").strip():
            return mode, ""
    return None


def read_walk(text: str, words: Mapping[str, str]) -> Walk | None:
    """The distance that a text says; None for none."""
    found = ((unit, pattern(words[unit]).fullmatch(text)) for unit in UNITS)
    return next((Walk(match["count"], unit) for unit, match in found if match), None)


@cache
def pattern(template: str) -> re.Pattern[str]:
    """What finds the values of a text with brackets."""
    parts = re.split(r"\{(\w+)\}", template)
    values = {"count": r"[\d.,]+", "lines": ".+?"}
    return re.compile(
        "".join(
            f"(?P<{part}>{values.get(part, '.+')})" if place % 2 else re.escape(part)
            for place, part in enumerate(parts)
        )
    )


def way_words(language: str) -> Mapping[str, str]:
    """The words for ways of a language; none of one that has no words here."""
    found = fixed_words(language)
    return found.ways if found else ENGLISH_WAYS if base_language(language) == "en" else {}
