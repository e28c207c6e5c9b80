"""Opening hours in short, as a row of a telephone book says them: "Mon–Fri 9 am–5 pm; first Wed 1–3 pm"."""

import re
from dataclasses import replace
from functools import lru_cache

from guide.language.hours_lines import hours_lines
from guide.language.hours_words import ENGLISH_HOURS, HoursWords, lower_first
from guide.model import OpeningHours, OpeningRule

DASH = "\u2013"
SPAN = f"{{first}}{DASH}{{last}}"
SHORT_MONTH = 3  # letters


@lru_cache(maxsize=10_000)
def hours_in_a_row(opening: OpeningHours, words: HoursWords = ENGLISH_HOURS) -> str:
    """The hours in one line, days and months in short; "" where there is nothing to say.

    That it is closed on public holidays, or on days of the week that are not named, goes without saying here.
    """
    open_rules = tuple(rule for rule in opening.rules if not goes_without_saying(rule))
    rules = open_rules if any(not rule.closed for rule in open_rules) else opening.rules
    short = short_words(words)
    lines = hours_lines(replace(opening, rules=rules), short)
    first, *others = lines or ("",)
    return without_halves("; ".join((first, *(as_next(line, short) for line in others))), short)


def goes_without_saying(rule: OpeningRule) -> bool:
    """Whether a rule says no more than that it is closed on days of the week or on public holidays."""
    more = rule.occurrences or rule.season or rule.weeks or rule.comment or rule.otherwise or rule.offset
    return rule.closed and not more and rule.holidays in ("", "PH")


@lru_cache(maxsize=40)
def short_words(words: HoursWords) -> HoursWords:
    """The words of hours of a language in their short forms."""
    return replace(
        words,
        days=words.short_days,
        months=words.months if words.calendar else tuple(month[:SHORT_MONTH] for month in words.months),
        dates=words.dates
        if words.calendar
        else tuple(
            date.replace(month, month[:SHORT_MONTH]) for date, month in zip(words.dates, words.months)
        ),
        pair=words.comma,
        days_span=SPAN,
        times_span=SPAN,
        season_span=SPAN,
        always=words.line.format(days=words.every_day, times=words.all_day),
        of_month="{ordinal} {day}" if "{ordinal} {day}" in words.of_month else words.of_month,
    )


def as_next(line: str, words: HoursWords) -> str:
    """A line as it stands behind another: a name of a day or a month keeps its capital."""
    return line if line.startswith((*words.days, *words.months)) else lower_first(line)


def without_halves(text: str, words: HoursWords) -> str:
    """ "1–5 pm" for "1 pm–5 pm", "9–noon" for "9 am–noon": the half of the day once, where both times are of one."""
    if words.whole_hour != ENGLISH_HOURS.whole_hour:
        return text
    for half, ends in ((words.am, (words.noon,)), (words.pm, (words.midnight,))):
        said = rf"[ \u00a0]{re.escape(half)}"
        last = "|".join([rf"\d+(?::\d\d)?{said}", *(re.escape(end) for end in ends if end)])
        text = re.sub(rf"(\d){said}{DASH}(?={last})", rf"\1{DASH}", text)
    return text
