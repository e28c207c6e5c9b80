"""Opening hours as schedules of HSDS: repetitions as iCalendar has them (RFC 5545), and words for what is none."""

from collections.abc import Iterator
from datetime import date

from guide.exchange.give.plain import spoken
from guide.language.hours_lines import hours_lines
from guide.language.hours_words import HoursWords
from guide.model import OpeningHours, OpeningRule
from guide.model.hours import DAY

Row = dict[str, str]
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKLY, MONTHLY = "WEEKLY", "MONTHLY"


def schedules_of(opening: OpeningHours | None, lines: tuple[str, ...], words: HoursWords) -> Iterator[Row]:
    """Yield schedules: one for each time of rules that are repetitions, then one in words for all others.

    Each says in words what all of them say together.
    """
    said = {"description": "; ".join(map(spoken, lines))}
    if opening is None:
        yield from [said] if lines else []
        return
    others = []
    for rule in opening.rules:
        if is_repetition(rule):
            yield from ({**repetition(rule), **times(span), **said} for span in rule.spans)
        else:
            others.append(rule)
    if others:
        left = hours_lines(OpeningHours(text="", rules=tuple(others)), words)
        yield {"description": "; ".join(map(spoken, left or lines))}


def is_repetition(rule: OpeningRule) -> bool:
    """Whether a rule is days of every week or month, with times that end, and no more to be said of it."""
    more = (
        rule.weeks, rule.offset, rule.holidays, rule.daylight, rule.longer, rule.closed, rule.unknown,
        rule.comment, rule.otherwise,
    )  # fmt: skip
    ends = all(end is not None for _, end in rule.spans)
    in_time = not rule.season or valid(rule) is not None
    return bool(rule.spans) and ends and in_time and not any(more)


def repetition(rule: OpeningRule) -> Row:
    """When a rule comes again: every week on days, or on the first and third of some days of a month; and in which time."""
    days = rule.days or tuple(range(7))
    if rule.occurrences:
        found = {
            "freq": MONTHLY,
            "byday": ",".join(f"{nth}{DAYS[day]}" for day in days for nth in rule.occurrences),
        }
    else:
        found = {"freq": WEEKLY, "byday": ",".join(DAYS[day] for day in days)}
    return found | (valid(rule) or {})


def valid(rule: OpeningRule) -> Row | None:
    """The first and the last day of a rule that holds for days of a year that are named, None for any other."""
    if len(rule.season) != 1:
        return None
    try:
        first, last = (date(year, month, day) for month, day, year in rule.season[0])
    except ValueError:  # a part of every year, or a month of one
        return None
    return {"valid_from": first.isoformat(), "valid_to": last.isoformat()}


def times(span: tuple[int, int | None]) -> Row:
    """When it opens and closes; midnight is 00:00, and a time after it is one of the next day."""
    begin, end = span
    assert end is not None  # see is_repetition
    return {"opens_at": clock(begin), "closes_at": clock(end)}


def clock(minutes: int) -> str:
    """ "09:00:00"."""
    hour, minute = divmod(minutes % DAY, 60)
    return f"{hour:02}:{minute:02}:00"
