"""Opening hours as content gives them: the opening_hours syntax of OpenStreetMap becomes rules, for words and for computing.

Free text stays as it is typed. `hours_syntax` reads what looks like that syntax, and `hours_overlaps` settles which rule
holds on a day.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from guide.content.hours_overlaps import settle_overlaps, without_replaced
from guide.content.hours_syntax import Doubt, doubt_of, looks_like_osm, parse_rules
from guide.language.hours_lines import hours_lines
from guide.model import OpeningHours
from guide.reading.fields import Kind
from guide.reading.kinds import LINES, read_lines
from guide.reading.source import Node, Source


class Hours(NamedTuple):
    """Hours as content gives them: lines as they are printed, and what can be computed with."""

    lines: tuple[str, ...]
    opening: OpeningHours | None = None


def read_hours(node: Node, key: str, source: Source) -> Hours | None:
    """Hours in OpenStreetMap's syntax or in free text."""
    lines = read_lines(node, key, source)
    if not lines:
        return None
    if not any(map(looks_like_osm, lines)):
        return Hours(lines)
    if all(map(looks_like_osm, lines)):
        hours, doubts = parse_hours("; ".join(line.rstrip("; ") for line in lines))
        for doubt in doubts:
            report_doubt(doubt, node, source)
        return hours if hours.opening else Hours(lines)
    return Hours(tuple(mixed_lines(lines, node, source)))


def mixed_lines(lines: Iterable[str], node: Node, source: Source) -> Iterator[str]:
    """Lines of both kinds as they are printed; nothing is computed of them, since words may change what they mean."""
    for line in lines:
        hours, doubts = parse_hours(line) if looks_like_osm(line) else (Hours((line,)), ())
        for doubt in doubts:
            report_doubt(doubt, node, source)
        yield from hours.lines


def report_doubt(doubt: Doubt, node: Node, source: Source) -> None:
    """Report hours that look like OpenStreetMap's syntax and cannot be said in plain words."""
    text, kind = doubt
    source.report(node[1], kind, text=text)


def spread_hours(values: dict[str, Any]) -> dict[str, Any]:
    """The values of a listing or location with its hours as the model has them."""
    hours = values.get("hours")
    return values if hours is None else values | {"hours": hours.lines, "opening": hours.opening}


HOURS = Kind(read_hours, LINES.schema)


@lru_cache(maxsize=10_000)
def parse_hours(text: str) -> tuple[Hours, tuple[Doubt, ...]]:
    """(Hours, doubts): what can be said in plain words is, though another part cannot; that is printed as it stands.

    Each doubt is (the part, the kind of problem with it); where there are nothing but doubts, nothing can be computed.
    """
    rules, doubts = parse_rules(text)
    if len(doubts) == len(rules):
        return Hours((text,)), ((text, doubt_of(text)),)
    opening = OpeningHours(text=text, rules=settle_overlaps(rules))
    return Hours(hours_lines(opening), opening), doubts


def has_replaced(text: str) -> bool:
    """Whether a rule of an expression holds on no day, because a later one is for the same days."""
    rules, _ = parse_rules(text)
    return len(without_replaced(rules)) < len(rules)
