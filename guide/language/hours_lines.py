"""Opening hours in plain words: rules as the model has them become lines, in any language."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from guide.language.hours_words import (
    ENGLISH_HOURS,
    HoursWords,
    capitalise,
    date_words,
    day_runs,
    join,
    lower_first,
    month_runs,
    one_month,
    season_words,
    times_words,
)
from guide.language.scripts import in_brackets
from guide.model import Edge, OpeningHours, OpeningRule
from guide.model.hours import DAY

Rules = Sequence[OpeningRule]


@lru_cache(maxsize=10_000)
def hours_lines(opening: OpeningHours, words: HoursWords = ENGLISH_HOURS) -> tuple[str, ...]:
    """The hours in plain words: when it is open, the usual week first, then when it is closed; what holds alike is one line."""
    rules = joined_rules(opening.rules)
    lines = [
        group_line(group, words) for group in groups([rule for rule in rules if not rule.closed], opening_key)
    ]
    lines += [
        line
        for group in groups([rule for rule in rules if rule.closed], closed_key)
        for line in closed_lines(group, words)
    ]
    lines += [otherwise_line(rule, words) for rule in rules if rule.otherwise]
    return tuple(map(capitalise, dict.fromkeys(filter(None, lines))))


def opening_key(rule: OpeningRule) -> Hashable:
    """What rules have in common that are said in one line; None for what is said last."""
    return (
        None
        if rule.otherwise
        else (
            replace(rule, days=(), holidays=""),
            bool(rule.holidays and (rule.days or rule.season or rule.offset)),
            rule.offset and rule.days,
        )
    )


def closed_key(rule: OpeningRule) -> str | None:
    """What rules have in common that are said in one sentence; None for what is said last."""
    return None if rule.otherwise else rule.comment


def groups(rules: Rules, key: Callable[[OpeningRule], Hashable]) -> list[list[OpeningRule]]:
    """Rules with the same key together: those of the week, of a part of the year, of days, of holidays alone; list of lists."""
    found: dict[Hashable, list[OpeningRule]] = {}
    for rule in sorted(rules, key=rank):
        if key(rule) is not None:
            found.setdefault(key(rule), []).append(rule)
    return list(found.values())


def rank(rule: OpeningRule) -> tuple[bool, bool, bool]:
    """Where a rule is said: the week, a part of the year, holidays, single days."""
    return is_dated(rule), bool(rule.holidays), bool(rule.season or rule.weeks)


def is_dated(rule: OpeningRule) -> bool:
    """Whether a rule is for days of the year, or for a part of one year, rather than for months of every year."""
    return any(edge[1] or len(edge) > 2 for span in rule.season for edge in span)


def joined_rules(rules: Rules) -> tuple[OpeningRule, ...]:
    """The rules, those that differ in their seasons alone as one; tuple."""
    found: dict[Hashable, list[OpeningRule]] = {}
    for rule in rules:
        found.setdefault((replace(rule, season=()), bool(rule.season), is_dated(rule)), []).append(rule)
    return tuple(
        replace(same[0], season=tuple(dict.fromkeys(span for rule in same for span in rule.season)))
        for same in found.values()
    )


def group_line(group: Rules, words: HoursWords) -> str:
    """Rules that differ in their days alone in words, the days first."""
    rule, part = group[0], part_words(group[0], words)
    names = group_days(group, words, inside=bool(part))
    if names == [words.every_day] and rule.spans == ((0, DAY),) and not part:
        return with_comment(words.always, rule, words)
    days, times = join(names, words), times_words(rule, words)
    if not times and not rule.comment and not rule.unknown:
        times = words.open.lower() if days or part else words.open
    line = words.line.format(days=days, times=times) if days and times else days or times
    line = with_comment(line, rule, words)
    return words.in_season.format(season=part, days=line) if part else line


def part_words(rule: OpeningRule, words: HoursWords) -> str:
    """The part of the year for which a rule is, "" for the whole."""
    season = "" if rule.occurrences and one_month(rule.season) else season_words(rule.season, words)
    first, last, step = rule.weeks or (0, 0, 0)
    if step != 1:
        return season
    template = words.week_of_year if first == last else words.weeks_of_year
    weeks = template.format(
        weeks=first if first == last else words.season_span.format(first=first, last=last)
    )
    return words.comma.format(season, weeks) if season else weeks


def is_every_other(rule: OpeningRule) -> bool:
    """Whether it holds every second week."""
    return rule.weeks[2:] == (2,)


def otherwise_line(rule: OpeningRule, words: HoursWords) -> str:
    """A rule that holds where no other does."""
    if rule.closed or rule.unknown or rule.comment and not rule.spans:
        state = words.closed.lower() if rule.closed else ""
        return words.otherwise.format(comment=with_comment(state, rule, words))
    return group_line([replace(rule, otherwise=False)], words)


def closed_lines(group: Rules, words: HoursWords) -> Iterator[str]:
    """When it is closed, with one comment: the days that have a name in one sentence, then parts of the year; yields lines."""
    selected = [
        rule for rule in group if rule.days or rule.holidays or rule.occurrences or rule.season or rule.weeks
    ]
    named = [rule for rule in selected if is_named(rule)]
    if len(selected) < len(group):
        yield with_comment(words.closed, group[0], words)
    if named:
        yield with_comment(named_line(named, words), group[0], words)
    for rule in selected:
        if not is_named(rule):
            yield with_comment(season_line(rule, words), rule, words)


def is_named(rule: OpeningRule) -> bool:
    """Whether a rule is for days that have a name without a part of the year before it: Sunday, December 25, holidays."""
    if rule.weeks or rule.holidays and (rule.days or rule.season):
        return False
    if rule.occurrences:
        return not rule.season or one_month(rule.season)
    return not rule.season if rule.days or rule.holidays else is_dated(rule)


def named_line(rules: Rules, words: HoursWords) -> str:
    """ "Closed on Sunday, public holidays and December 25"; "Closed December 24 to January 1" where it is that alone."""
    spans = [span for rule in rules for span in rule.season]
    if len(rules) == 1 and len(spans) == 1 and is_long(*spans[0]):
        return words.closed_span.format(season=date_words(spans, words)[0])
    days = group_days([rule for rule in rules if not rule.season], words, inside=True, closed=True)
    if (
        all(rule.days and not rule.occurrences and not rule.season for rule in rules)
        and len(days) == 1
        and len({day for rule in rules for day in rule.days}) > 2
    ):
        return words.closed_span.format(season=days[0])
    of_year = [rule for rule in rules if rule.season]
    if any(rule.occurrences for rule in of_year):
        of_year = sorted(
            (replace(rule, season=(span,)) for rule in of_year for span in rule.season), key=by_calendar
        )
    return words.closed_on.format(
        days=join(
            [*days, *(name for rule in of_year for name in dated_names(rule, words, len(rules) > 1))], words
        )
    )


def by_calendar(rule: OpeningRule) -> tuple[int, ...]:
    """Where in the year the first day of a rule lies, for the order in which days are said; nth days at the end of their month."""
    month, day, *year = rule.season[0][0]
    return *(year or (0,)), month, day or 31


def dated_names(rule: OpeningRule, words: HoursWords, beside: bool) -> list[str]:
    """The names of the days of a rule for days of the year; list."""
    return (
        group_days([rule], words, inside=True, closed=True)
        if rule.occurrences
        else date_words(rule.season, words, beside)
    )


def is_long(first: Edge, last: Edge) -> bool:
    """Whether a part of the year is longer than two days of one month."""
    return first != last and (
        first[0] != last[0] or first[2:] != last[2:] or not first[1] or last[1] - first[1] > 1
    )


def season_line(rule: OpeningRule, words: HoursWords) -> str:
    """When it is closed in a part of the year."""
    part, days = part_words(rule, words), join(group_days([rule], words, inside=True, closed=True), words)
    if not days:
        template = (
            words.closed_span if any(len(run) > 2 for run in month_runs(rule.season)) else words.closed_in
        )
        return template.format(season=part) if part else words.closed
    return words.closed_on_in.format(season=part, days=days) if part else words.closed_on.format(days=days)


def with_comment(line: str, rule: OpeningRule, words: HoursWords) -> str:
    """A line with what a rule says in words behind it."""
    uncertain = in_brackets(words.uncertain) if rule.unknown and not rule.comment else ""
    return " ".join(filter(None, (line, uncertain, comment_words(rule.comment, words, alone=not line))))


def comment_words(comment: str, words: HoursWords, alone: bool = False) -> str:
    """A comment as it stands after times: "by appointment" and the like as it is, all else in brackets unless it stands alone."""
    if comment.lower() == ENGLISH_HOURS.by_appointment:
        return words.by_appointment
    return (
        comment
        if alone or not comment or comment.lower().startswith(("by ", "call ", "only "))
        else in_brackets(comment)
    )


def group_days(group: Rules, words: HoursWords, inside: bool = False, closed: bool = False) -> list[str]:
    """The names of the days of rules: of the week, of the month, of holidays; [] for every day where nothing is to be named.

    `inside`: after other words; `closed`: in the sentence that it is closed on them.
    """
    week = [rule for rule in group if not rule.occurrences and not rule.holidays]
    names = week_names(week, words, inside) if week else []
    names += [name for rule in group if rule.occurrences for name in nth_days(rule, words, closed)]
    for rule in sorted(group, key=lambda rule: rule.offset):
        if rule.holidays and not rule.occurrences:
            name = holiday_name(rule, words)
            name = lower_first(name) if (names or inside) and rule.holidays != "easter" else name
            names.append(
                words.in_season.format(season=name, days=join(day_runs(list(rule.days), words), words))
                if rule.days
                else name
            )
    return list(dict.fromkeys(names))


def week_names(rules: Rules, words: HoursWords, inside: bool = False) -> list[str]:
    """The names of days of the week, [] where a part of the year says enough; list."""
    rule, days = rules[0], sorted({day for rule in rules for day in rule.days})
    every_day = len(days) == 7 or any(not rule.days for rule in rules)
    names = [] if every_day else day_runs(days, words)
    all_of_them = words.every_other_week if is_every_other(rule) else words.every_day
    if is_every_other(rule) and names:
        return [
            (lower_first(words.every_other) if inside else words.every_other).format(day=join(names, words))
        ]
    needs_name = (
        len(days) == 7 or is_every_other(rule) or (rule.spans or rule.daylight) and not is_dated(rule)
    )
    return [lower_first(all_of_them) if inside else all_of_them] if every_day and needs_name else names


def holiday_name(rule: OpeningRule, words: HoursWords) -> str:
    """What the holidays of a rule are called."""
    days_of_easter = {-2: words.good_friday, 0: words.easter, 1: words.easter_monday}
    return {"PH": words.public_holidays, "SH": words.school_holidays}.get(rule.holidays) or days_of_easter[
        rule.offset
    ]


def nth_days(rule: OpeningRule, words: HoursWords, closed: bool = False) -> list[str]:
    """ "First and third Monday of the month", or of a month by its name; list."""
    ordinals = join([words.ordinals[number - (number > 0)] for number in rule.occurrences], words)
    template, month = (
        (words.of_named_month, words.months[rule.season[0][0][0] - 1])
        if one_month(rule.season)
        else (words.of_month, "")
    )
    name = template.format(
        ordinal=ordinals, day=join([words.days[day] for day in rule.days], words), month=month
    )
    if rule.offset:
        name = (words.day_after if rule.offset > 0 else words.day_before).format(
            day=words.closed_nth.format(day=name)
        )
    return [words.closed_nth.format(day=name) if closed else name]
