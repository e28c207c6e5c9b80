"""Opening hours as content gives them become rules, for words and for computing.

`hours_syntax` reads the opening_hours syntax of OpenStreetMap, `said` what people write, and `hours_overlaps` settles which
rule holds on a day. Text that neither understands stays as it is typed.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from guide.content.hours_overlaps import settle_overlaps, without_replaced
from guide.content.hours_syntax import Doubt, doubt_of, looks_like_osm, parse_rules
from guide.errors import Mark
from guide.language.hours_lines import hours_lines
from guide.model import OpeningHours, OpeningRule
from guide.problems.content import HOURS_TAKEN
from guide.reading.fields import Kind, Schema, or_nothing
from guide.reading.kinds import ANY_TEXT, ONE_OR_MORE, read_lines
from guide.reading.source import Node, Source, Value


class Hours(NamedTuple):
    """Hours as content gives them: lines as they are printed, and what can be computed with."""

    lines: tuple[str, ...]
    opening: OpeningHours | None = None
    mark: Mark | None = None


def read_hours(node: Node, key: str, source: Source) -> Hours | None:
    """Hours in OpenStreetMap's syntax, as people write them, or in words that are printed as they stand."""
    lines = read_lines(as_lines(node), key, source)
    return hours_of(lines, node, source)._replace(mark=source.mark(node[1])) if lines else None


def hours_of(lines: tuple[str, ...], node: Node, source: Source) -> Hours:
    """The hours that lines say, with a report of what is taken and what cannot be said."""
    looks = tuple(map(looks_like_osm, lines))
    if all(looks):
        hours, doubts = parse_hours("; ".join(line.rstrip("; ") for line in lines))
        if not doubts:
            return hours
    from guide.content.said.read import read_said  # much to load, and a guide may have no such hours

    said = read_said("\n".join(lines))
    if said.rules:
        for text, meaning in said.taken:
            source.report(node[1], HOURS_TAKEN, text=text, meaning=meaning)
        return said_hours(lines, said.rules)
    if not all(looks):
        return Hours(tuple(mixed_lines(lines, node, source)))
    for doubt in doubts:
        report_doubt(doubt, node, source)
    return hours if hours.opening else Hours(lines)


def said_hours(lines: Sequence[str], rules: Sequence[OpeningRule]) -> Hours:
    """Hours as people write them, with what was read of them."""
    opening = OpeningHours(text="; ".join(lines), rules=settle_overlaps(rules))
    return Hours(hours_lines(opening), opening)


def as_lines(node: Node) -> Node:
    """Hours with days as keys, "Monday: 9am-5pm", alone or as items of a list, as lines of text."""
    value, place = node
    if isinstance(value, list):
        return [line for item in value for line in day_lines(item)], place
    return (day_lines(node), place) if isinstance(value, tuple) else node


def day_lines(node: Node) -> list[Node]:
    """A line of text for each day of a group of days, or the one text that it is; list."""
    value, _ = node
    return [(day_line(pair), pair[0][1]) for pair in value] if isinstance(value, tuple) else [node]


def day_line(pair: tuple[Node, Node]) -> Value:
    """A day and its times as a line of text; what is neither stays as it is, to be told."""
    (name, _), (value, _) = pair
    times = [each for each, _ in value] if isinstance(value, list) else [value]
    if not isinstance(name, str) or not all(isinstance(each, str) for each in times):
        return value
    return ": ".join(filter(None, (name.strip(), ", ".join(filter(None, map(str, times))))))


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
    return (
        values
        if hours is None
        else values | {"hours": hours.lines, "opening": hours.opening, "hours_mark": hours.mark}
    )


BY_DAY: Schema = {"type": "object", "additionalProperties": or_nothing(ONE_OR_MORE)}
HOURS = Kind(
    read_hours,
    {
        "anyOf": [
            ANY_TEXT,
            BY_DAY,
            {"type": "array", "items": {"anyOf": [ANY_TEXT, BY_DAY, {"type": "null"}]}},
        ]
    },
)


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


def is_osm(text: str) -> bool:
    """Whether a text is read as OpenStreetMap's syntax, all of it."""
    return looks_like_osm(text) and not parse_hours(text)[1]


def has_replaced(text: str) -> bool:
    """Whether a rule of an expression holds on no day, because a later one is for the same days."""
    if not looks_like_osm(text):
        return False
    rules, _ = parse_rules(text)
    return len(without_replaced(rules)) < len(rules)
