"""Who is open when: what stands in the days of a row, those that are alike as one."""

from dataclasses import replace
from itertools import groupby
from typing import NamedTuple, TypeAlias

from guide.model import OpeningHours, OpeningRule

Span: TypeAlias = tuple[int, int | None]  # from when to when, in minutes from midnight; None: open end
Content: TypeAlias = tuple[tuple[Span, ...], tuple[int, ...], bool]  # spans, weeks of the month, told below
CLOSED: Content = ((), (), False)


class Cell(NamedTuple):
    """Days in a row that are alike; one alone where it is closed."""

    day: int  # the first
    days: int
    spans: tuple[Span, ...]
    weeks: tuple[int, ...] = ()  # of the month, where it is open in some alone; -1: the last
    below: bool = False  # its hours stand in words below

    @property
    def is_closed(self) -> bool:
        return not self.spans and not self.below


def cells_of(opening: OpeningHours) -> tuple[Cell, ...]:
    """The cells of a week."""
    contents = [(day, content_of(opening, day)) for day in range(7)]
    cells: list[Cell] = []
    for content, group in groupby(contents, lambda each: each[1]):
        days = [day for day, _ in group]
        if content == CLOSED:
            cells += [Cell(day, 1, ()) for day in days]
        else:
            cells.append(Cell(days[0], len(days), *content))
    return tuple(cells)


def content_of(opening: OpeningHours, day: int) -> Content:
    """What is told of a day: hours, hours of some weeks, or that they stand below."""
    spans = tuple(sorted(opening.week[day], key=lambda span: span[0]))
    rules = [rule for rule in opening.exceptions if rule.may_open_on(day)]
    if spans or not rules:
        return spans, (), False
    if len(rules) == 1 and is_monthly(rules[0]):
        return rules[0].spans, rules[0].occurrences, False
    return (), (), True


def is_monthly(rule: OpeningRule) -> bool:
    """Whether a rule has nothing but days, weeks of the month and times."""
    return bool(
        rule.occurrences
        and rule.spans
        and not rule.offset
        and replace(rule, occurrences=()).is_weekly
        and not rule.weeks
    )


def told_below(opening: OpeningHours) -> OpeningHours:
    """The rules that the cells of a row do not show, but for holidays; all where the cells show none."""
    if all(cell.is_closed or cell.below for cell in cells_of(opening)):
        return opening
    rules = (rule for rule in opening.exceptions if not of_holidays(rule) and not is_shown(rule, opening))
    return replace(opening, rules=tuple(rules))


def is_shown(rule: OpeningRule, opening: OpeningHours) -> bool:
    """Whether the cells say all of a rule of some weeks."""
    days = [day for day in range(7) if rule.may_open_on(day)]
    shown = (rule.spans, rule.occurrences, False)
    return is_monthly(rule) and all(content_of(opening, day) == shown for day in days)


def of_holidays(rule: OpeningRule) -> bool:
    """Whether a rule is for public holidays alone."""
    return rule.holidays == "PH" and not rule.days and not rule.season


def has_holidays(opening: OpeningHours) -> bool:
    """Whether it says what holds on public holidays."""
    return any(map(of_holidays, opening.rules))
