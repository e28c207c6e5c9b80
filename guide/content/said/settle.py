"""Clauses become rules: lunch is taken out, "until 7 pm Thursday" put in, and what contradicts itself is refused."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from guide.content.said import words
from guide.content.said.atoms import Group, NotUnderstood, Pair
from guide.content.said.clauses import BY_APPOINTMENT, Clause
from guide.content.said.clock import LITERAL, Moment, Span, span_of
from guide.content.said.tokens import ZONE
from guide.frozen import frozen
from guide.language.hours_words import ENGLISH_HOURS, span_words
from guide.model import OpeningRule, Season
from guide.model.hours import LEAP_YEAR, WHOLE_DAY

Minutes = tuple[int, int | None]


class Taken(NamedTuple):
    """Times that have two meanings, as they stand and as they were taken."""

    text: str
    said: str


@frozen(kw_only=False)
class Plan:
    """Days with their times, as a clause gives them."""

    clause: Clause
    group: Group
    spans: tuple[Minutes, ...]
    cut: bool = False  # a closing was taken out of it

    @property
    def week(self) -> frozenset[int]:
        """Its days of every week."""
        is_weekly = not (self.group.occurrences or self.group.holidays)
        return frozenset(self.group.days) if is_weekly else frozenset()

    @property
    def days(self) -> frozenset[tuple[object, ...]]:
        """What tells its days from those of others: each with the occurrence in a month."""
        days, occurrences, holidays = self.group
        return frozenset((day, number, holidays) for day in days or (9,) for number in occurrences or (0,))


class Settled(NamedTuple):
    """The rules of a text, and what was taken of two meanings."""

    rules: tuple[OpeningRule, ...]
    taken: tuple[Taken, ...]


def settle(clauses: Sequence[Clause]) -> Settled:
    """The rules of the clauses of a text; NotUnderstood where they have no meaning, or several."""
    check_parts_of_year(clauses)
    literal = is_literal(clauses)
    taken: list[Taken] = []
    plans = [
        Plan(clause, group, opened_for(clause, literal, taken))
        for clause in clauses
        if clause.is_open
        for group in days_of(clause)
    ]
    for clause in clauses:
        if clause.closed and clause.times:
            plans = without_closing(plans, clause, literal)
        elif clause.until:
            plans = until(plans, clause)
    check_plans(plans, clauses)
    check_zones(clauses)
    rules = [open_rule(plan) for plan in plans] + [rule for clause in clauses for rule in other_rules(clause)]
    if not rules or len(clauses) > 1 and any(is_empty(rule) for rule in rules):
        raise NotUnderstood("closed when?")
    if not plans and not any(clause.appointment for clause in clauses) and not is_empty(rules[0]):
        raise NotUnderstood("open when?")
    return Settled(tuple(sorted(rules, key=lambda rule: rule.closed)), tuple(dict.fromkeys(taken)))


def is_literal(clauses: Sequence[Clause]) -> bool:
    """Whether all times are of a clock of 24 hours: one has to be, and none says am or pm."""
    moments = [each for clause in clauses for pair in clause.times for each in pair if each]
    return any(each.half == LITERAL for each in moments) and not any(
        each.half not in ("", LITERAL) and not each.is_word for each in moments
    )


def days_of(clause: Clause) -> tuple[Group, ...]:
    """The days of a clause that is open; every day where it is open day and night and names none."""
    if not clause.groups and not clause.always:
        raise NotUnderstood("times without days")
    if any(group.holidays not in ("", "PH") for group in clause.groups):
        raise NotUnderstood("open on some holidays")
    return clause.groups or (Group(words.WEEK),)


def opened_for(clause: Clause, literal: bool, taken: list[Taken]) -> tuple[Minutes, ...]:
    """The spans of a clause, in their order; what has two meanings is added to `taken`."""
    if clause.always:
        return (WHOLE_DAY,)
    spans = [resolved(pair, literal, clause.hint) for pair in clause.times]
    for one, other in zip(spans, spans[1:]):
        if one.end is None or other.begin < one.end:
            raise NotUnderstood("times that overlap")
    for pair, span in zip(clause.times, spans):
        if span.taken:
            taken.append(Taken(written(pair), span_words(span.begin, span.end, ENGLISH_HOURS)))
    return tuple((span.begin, span.end) for span in spans)


def resolved(pair: Pair, literal: bool, hint: str = "") -> Span:
    span = span_of(*pair, literal, hint)
    if span is None:
        raise NotUnderstood(f"{written(pair)}: am or pm?")
    return span


def written(pair: Pair) -> str:
    """Two times as they stand, as far as that matters: "9-5"."""
    return "-".join(dial(each) for each in pair if each)


def dial(moment: Moment) -> str:
    if moment.is_word:
        return "noon" if moment.minutes else "midnight"
    half = "" if moment.half == LITERAL else moment.half
    return f"{moment.hour}{f':{moment.minute:02}' if moment.minute else ''}{half}"


# --- closed in between, open longer -----------------------------------------------------------------


def without_closing(plans: Sequence[Plan], clause: Clause, literal: bool) -> list[Plan]:
    """The plans without the times of a clause that says when it is closed: for lunch, or on Thursday from 1 to 2; list."""
    if len(clause.times) != 1 or clause.season or any(each.occurrences for each in clause.groups):
        raise NotUnderstood("closed when?")
    span = resolved(clause.times[0], literal)
    days = frozenset(day for group in clause.groups for day in group.days)
    if len(days) > 1 and not clause.inside:  # "closed Monday, Tuesday 10-2"
        raise NotUnderstood("closed on which of these days?")
    chosen = [plan for plan in plans if is_meant(plan, plans, clause, days, (span.begin, span.end))]
    if not chosen or days and not all(any(day in plan.week for plan in chosen) for day in days):
        raise NotUnderstood("closed when?")
    return [
        part
        for plan in plans
        for part in (cut(plan, (span.begin, span.end), days) if plan in chosen else (plan,))
    ]


def is_meant(plan: Plan, plans: Sequence[Plan], clause: Clause, days: frozenset[int], span: Minutes) -> bool:
    """Whether a closing is for a plan: for the days it names, all of a text, or those that it stands beside."""
    if days:
        return bool(days & plan.week)
    beside = [each for each in plans if each.clause.sentence == clause.sentence]
    if not beside:
        return surrounds(plan, span)
    if len({each.clause for each in beside}) > 1 or any(
        surrounds(each, span) and not each.cut for each in plans if each not in beside
    ):
        raise NotUnderstood("closed on which of these days?")
    return plan in beside


def surrounds(plan: Plan, span: Minutes) -> bool:
    """Whether it is open before and after a span, and between."""
    return any(
        end is not None and span[1] is not None and begin < span[0] and span[1] < end
        for begin, end in plan.spans
    )


def cut(plan: Plan, span: Minutes, days: frozenset[int]) -> Iterator[Plan]:
    """Yield a plan in two where a span is taken out of some of its days alone."""
    begin, end = span
    ends, begins = {each[1] for each in plan.spans}, {each[0] for each in plan.spans}
    if begin in ends and end in begins and not days:  # said twice: 8 to noon and 1 to 5, closed noon to 1
        yield replace(plan, cut=True)
        return
    if not surrounds(plan, span):
        raise NotUnderstood("closed when it is not open")
    if days and plan.week - days:
        yield replace(plan, group=Group(tuple(sorted(plan.week - days))))
        plan = replace(plan, group=Group(tuple(sorted(plan.week & days))))
    spans: list[Minutes] = []
    for each in plan.spans:
        is_cut = each[1] is not None and end is not None and each[0] < begin and end < each[1]
        spans += [(each[0], begin), (end or 0, each[1])] if is_cut else [each]
    yield replace(plan, spans=tuple(spans), cut=True)


def until(plans: Sequence[Plan], clause: Clause) -> list[Plan]:
    """The plans with another end on some days: "open until 7 pm Thursday"; list."""
    days = frozenset(day for group in clause.groups for day in group.days)
    moment = clause.times[0][0]
    chosen = [plan for plan in plans if plan.week & days]
    plain = all(not (each.occurrences or each.holidays) for each in clause.groups)
    if not days or not plain or moment.is_bare or len(chosen) != 1 or not days < chosen[0].week:
        raise NotUnderstood("until when, from when?")
    (plan,) = chosen
    begin, old = plan.spans[-1]
    if moment.minutes <= begin or old is None:
        raise NotUnderstood("until when, from when?")
    rest = replace(plan, group=Group(tuple(sorted(plan.week - days))))
    other = replace(plan, group=Group(tuple(sorted(days))), spans=(*plan.spans[:-1], (begin, moment.minutes)))
    return [part for each in plans for part in ((rest, other) if each is plan else (each,))]


# --- what contradicts itself ------------------------------------------------------------------------


def check_parts_of_year(clauses: Sequence[Clause]) -> None:
    """Refuse a part of the year that may be for what follows too, and days that no month has."""
    for one, other in combinations([each for each in clauses if each.is_open], 2):
        if one.season and not other.season:
            raise NotUnderstood("a part of the year")
    for clause in clauses:
        for month, day in (edge[:2] for span in clause.season for edge in span):
            if day > monthrange(LEAP_YEAR, month)[1]:
                raise NotUnderstood("a part of the year")


def check_plans(plans: Sequence[Plan], clauses: Sequence[Clause]) -> None:
    """Refuse different times for one day, and days that are open and closed."""
    for one, other in combinations(plans, 2):
        alike = (one.clause.season, one.clause.note) == (other.clause.season, other.clause.note)
        if alike and one.days & other.days and any(overlap(a, b) for a in one.spans for b in other.spans):
            raise NotUnderstood("two times for one day")
    for clause in clauses:
        named = frozenset(day for group in clause.groups if not group.occurrences for day in group.days)
        if clause.closed and not clause.times and not clause.season:
            check_closed(named, [plan for plan in plans if plan.week & named])
        elif clause.appointment:
            check_appointment(named, plans, clauses)


def check_appointment(days: frozenset[int], plans: Sequence[Plan], clauses: Sequence[Clause]) -> None:
    """Refuse that days are by appointment which have times, or are closed."""
    closed = {day for each in clauses if each.closed for group in each.groups for day in group.days}
    if days & closed or any(plan.week & days for plan in plans if not plan.clause.note):
        raise NotUnderstood("two times for one day")


def check_zones(clauses: Sequence[Clause]) -> None:
    """Refuse a time zone behind the last of several times: it may be for all of them."""
    notes = [each.note for each in clauses if each.is_open]
    if any(ZONE.fullmatch(note) for note in notes) and len(set(notes)) > 1:
        raise NotUnderstood("a time zone")


def check_closed(days: frozenset[int], plans: Sequence[Plan]) -> None:
    """Refuse that days are closed which are named as open: only "every day, closed Monday" is an exception."""
    if any(plan.week <= days or plan.clause.note not in ("", BY_APPOINTMENT) for plan in plans):
        raise NotUnderstood("open and closed on one day")


def overlap(one: Minutes, other: Minutes) -> bool:
    (begin, end), (start, stop) = one, other
    return begin < (start + 1 if stop is None else stop) and start < (begin + 1 if end is None else end)


# --- rules ------------------------------------------------------------------------------------------


def open_rule(plan: Plan) -> OpeningRule:
    return replace(day_rule(plan.clause, plan.group), spans=plan.spans, comment=plan.clause.note)


def day_rule(clause: Clause, group: Group) -> OpeningRule:
    """A rule of the days of a clause that a group has, with nothing said of them yet."""
    days, occurrences, holidays = group
    return OpeningRule(
        days=days if len(days) < 7 else (),
        occurrences=occurrences,
        holidays=holidays,
        season=of_year(clause.season),
        beside=True,
    )


def other_rules(clause: Clause) -> Iterator[OpeningRule]:
    """Yield the rules of days that are closed or by appointment, and of other times."""
    if clause.otherwise:
        yield OpeningRule(comment=BY_APPOINTMENT, otherwise=True)
    elif clause.appointment or clause.closed and not (clause.times or clause.lunch):
        comment = clause.note or ("" if clause.closed else BY_APPOINTMENT)
        for group in clause.groups or (Group(),):
            if group.holidays in ("", "PH"):
                yield replace(day_rule(clause, group), closed=clause.closed, comment=comment)
            else:
                yield in_words(clause, group.holidays)
    elif clause.lunch and not clause.times:
        raise NotUnderstood("lunch when?")


def in_words(clause: Clause, holidays: str) -> OpeningRule:
    """That it is closed on holidays of which only their own words tell which they are."""
    if not clause.closed or clause.season:
        raise NotUnderstood(f'"{holidays}"')
    return OpeningRule(comment=f"closed on {holidays}", beside=True)


def of_year(season: tuple[Season, ...]) -> tuple[Season, ...]:
    return () if season == (((1, 0), (12, 0)),) else season


def is_empty(rule: OpeningRule) -> bool:
    """Whether it says no more than that it is closed, or by appointment, beside others."""
    selects = rule.days or rule.occurrences or rule.holidays or rule.season or rule.otherwise or rule.spans
    return not selects and rule.comment in ("", BY_APPOINTMENT)
