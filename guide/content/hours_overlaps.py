"""Which rules of opening hours hold where several are for the same days."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from guide.model import OpeningRule, Season
from guide.model.hours import DAY

Span = tuple[int, int | None]  # minutes from midnight; None: open end
Part = tuple[tuple[Season, ...], tuple[int, ...]]  # of the year: its seasons and its weeks


def settle_overlaps(rules: Sequence[OpeningRule]) -> tuple[OpeningRule, ...]:
    """The rules as they hold: a later one for the same days takes the place of an earlier one, or stands beside it."""
    return with_additions(without_replaced(rules))


def without_replaced(rules: Sequence[OpeningRule]) -> tuple[OpeningRule, ...]:
    """The rules without the days for which a later rule of the same part of the year speaks, as the syntax has it; tuple."""
    settled: list[OpeningRule] = []
    replaced: dict[Part, set[int]] = {}
    opened: dict[Part, set[int]] = {}
    for rule in reversed(rules):
        part = part_of_year(rule)
        if part is not None:
            taken, added = replaced.setdefault(part, set()), opened.setdefault(part, set())
            days = tuple(
                day for day in rule.days or range(7) if day not in (taken | added if rule.closed else taken)
            )
            (added if rule.beside and not rule.closed else taken).update(rule.days or range(7))
            if not days:
                continue
            rule = rule if len(days) == len(rule.days or range(7)) else replace(rule, days=days)
        settled.append(rule)
    return tuple(reversed(settled))


def part_of_year(rule: OpeningRule) -> Part | None:
    """What rules have in common that speak of the same weeks; None for one of single days, and for words alone."""
    selects = rule.days or rule.spans or rule.daylight or rule.closed
    if (
        not selects
        or rule.occurrences
        or rule.otherwise
        or rule.holidays
        or any(edge[1] for span in rule.season for edge in span)
    ):
        return None
    return rule.season, rule.weeks


def with_additions(rules: Sequence[OpeningRule]) -> tuple[OpeningRule, ...]:
    """The rules, where times that stand beside others of a day are said with them; tuple."""
    settled = list(rules)
    for part in dict.fromkeys(
        part_of_year(rule) for rule in rules if rule.beside and part_of_year(rule) is not None
    ):
        same = [
            rule
            for rule in settled
            if part_of_year(rule) == part
            and rule.spans
            and not (rule.comment or rule.daylight or rule.longer or rule.unknown)
        ]
        if not any(
            set(one.days or range(7)) & set(other.days or range(7)) for one, other in combinations(same, 2)
        ):
            continue
        place = settled.index(same[0])
        settled = [rule for rule in settled if rule not in same]
        settled[place:place] = regrouped(same)
    return tuple(replace(rule, beside=False) for rule in settled)


def regrouped(rules: Sequence[OpeningRule]) -> list[OpeningRule]:
    """Rules of one part of the year as one for each set of times; list."""
    times: dict[tuple[Span, ...], list[int]] = {}
    for day in range(7):
        spans = united([span for rule in rules if day in (rule.days or range(7)) for span in rule.spans])
        if spans:
            times.setdefault(spans, []).append(day)
    return [
        replace(rules[0], days=tuple(days) if len(days) < 7 else (), spans=spans)
        for spans, days in times.items()
    ]


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in their order, those that overlap as one; tuple."""
    found: list[Span] = []
    for begin, end in sorted(spans, key=lambda span: (span[0], span[1] or 2 * DAY)):
        if found and begin <= (found[-1][1] or 2 * DAY):
            first, last = found.pop()
            begin, end = first, last and end and max(last, end)
        found.append((begin, end))
    return tuple(found)
