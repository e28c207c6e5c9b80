"""When a place is open beside weekdays by day: day and night, at night, after 5 pm, on Saturday, on Sunday."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from guide.model.hours import DAY, WHOLE_DAY, OpeningHours, OpeningRule, is_short

Minutes: TypeAlias = tuple[int, int | None]  # from when to when, counted from midnight; None: open end
Week: TypeAlias = Sequence[Sequence[Minutes]]  # the spans of each day, from Monday
Rules: TypeAlias = tuple[OpeningRule, ...]

EVENING, SMALL_HOURS = 17 * 60, 60  # minutes; who is open at 1 am is open at night
WEEKDAYS, SATURDAY, SUNDAY = range(5), (5,), (6,)


class Late(NamedTuple):
    """The rules by which a place is open then, with the days and times that fall into it alone."""

    always: bool = False  # day and night, every day; then nothing else is told
    nights: Rules = ()  # () unless it is open in every night of the week
    evenings: Rules = ()  # from Monday to Friday, after 5 pm
    saturday: Rules = ()
    sunday: Rules = ()


def late_of(opening: OpeningHours) -> Late:
    """When a place is open beside weekdays by day; nothing where nobody can be sure of it."""
    if all(WHOLE_DAY in spans for spans in opening.week):
        return Late(always=True)
    week = joined_week(opening.week)
    every_night = all(any(map(is_night, spans)) for spans in week)

    def is_evening(span: Minutes) -> bool:
        return _ends_late(span) and not (every_night and is_night(span))

    def is_told(span: Minutes) -> bool:
        """Whether a span of a weekend stands there too: not what "every night" says."""
        return not (every_night and is_night(span) and span[0] >= EVENING)

    return Late(
        nights=_weekly(week, range(7), is_night) if every_night else (),
        evenings=_weekly(week, WEEKDAYS, is_evening) + _other(opening, WEEKDAYS, _ends_late),
        saturday=_weekly(week, SATURDAY, is_told) + _other(opening, SATURDAY),
        sunday=_weekly(week, SUNDAY, is_told) + _other(opening, SUNDAY),
    )


def joined_week(week: Week) -> list[list[Minutes]]:
    """The week with spans to midnight that go on from midnight of the day after as one."""
    days = [sorted(spans, key=lambda span: span[0]) for spans in week]
    for day, spans in enumerate(days):
        after = days[(day + 1) % len(days)]
        if spans and after and spans[-1][0] > 0 and spans[-1][1] == DAY and after[0][0] == 0:
            end = after[0][1]
            if end is not None and end < DAY:
                spans[-1] = (spans[-1][0], DAY + end)
                del after[0]
    return days


def is_night(span: Minutes) -> bool:
    """Whether it is open at 1 am, of its own day or of the next."""
    begin, end = span
    return end is not None and any(begin <= hour < end for hour in (SMALL_HOURS, DAY + SMALL_HOURS))


def closings(opening: OpeningHours, days: Collection[int]) -> Rules:
    """The rules that close these days in some weeks, or for a part of the year of a week or more."""
    return tuple(
        rule
        for rule in opening.exceptions
        if rule.closed
        and not rule.holidays
        and not rule.otherwise
        and (rule.occurrences or rule.weeks or not all(map(is_short, rule.season)))
        and set(days) & set(rule.days or range(7))
    )


def _ends_late(span: Minutes) -> bool:
    begin, end = span
    return begin >= EVENING if end is None else end > EVENING


def _weekly(week: Week, days: Collection[int], wanted: Callable[[Minutes], bool]) -> Rules:
    """The wanted spans of some days of every week, those that are alike as one rule."""
    found: dict[tuple[Minutes, ...], list[int]] = {}
    for day in days:
        spans = tuple(filter(wanted, week[day]))
        if spans:
            found.setdefault(spans, []).append(day)
    return tuple(OpeningRule(days=tuple(days), spans=spans) for spans, days in found.items())


def _other(
    opening: OpeningHours, days: Collection[int], wanted: Callable[[Minutes], bool] | None = None
) -> Rules:
    """The rules of some weeks, of a part of the year or with words, cut to some days and to the wanted spans."""
    found = []
    for rule in filter(is_sure, opening.exceptions):
        own = tuple(day for day in days if day in (rule.days or range(7)))
        spans = tuple(filter(wanted, rule.spans)) if wanted else rule.spans
        daylight = () if wanted else rule.daylight
        if own and (spans or daylight):
            found.append(replace(rule, days=own, spans=spans, daylight=daylight))
    return tuple(found)


def is_sure(rule: OpeningRule) -> bool:
    """Whether it opens on more than a few days of the year, and that is certain."""
    few = bool(rule.season) and all(map(is_short, rule.season))
    doubt = rule.closed or rule.unknown or rule.otherwise
    return not (few or doubt or rule.holidays or rule.offset)
