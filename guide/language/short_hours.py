"""Opening hours in few words, for lists: "Tue, Thu 6–9 pm", "first Sat 10 am–1 pm"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from guide.language.hours_lines import is_every_other, part_words, with_comment
from guide.language.hours_words import (
    NOON,
    HoursWords,
    capitalise,
    day_runs,
    daylight_words,
    lower_first,
    season_words,
    time_words,
)
from guide.language.scripts import NBSP
from guide.model import OpeningRule
from guide.model.hours import DAY

HALF = "{half}"


def short_lines(rules: Iterable[OpeningRule], words: HoursWords, named: bool = True) -> tuple[str, ...]:
    """A line for each rule; `named`: the days of every week have their names, too."""
    return tuple(dict.fromkeys(short_line(rule, words, named) for rule in rules))


def short_line(rule: OpeningRule, words: HoursWords, named: bool = True) -> str:
    """The days of a rule, short, and its times."""
    days, times = short_days(rule, words, named), short_times(rule, words)
    line = words.line.format(days=days, times=times) if days else times
    line = with_comment(line, rule, words)
    part = part_words(rule, words) or season_words(rule.season, words)
    return words.in_season.format(season=part, days=line) if part else line


def short_days(rule: OpeningRule, words: HoursWords, named: bool = True) -> str:
    """ "Mon–Fri", "Tue, Thu", "first Sat"; "" for days of every week that are not named."""
    if rule.occurrences:
        ordinals = listed([words.ordinals[number - (number > 0)] for number in rule.occurrences], words)
        days = listed([words.short_days[day] for day in rule.days], words)
        return words.nth.format(ordinal=ordinals, day=days).replace(" ", NBSP)
    days = listed(short_runs(rule.days, words), words)
    if is_every_other(rule):
        return lower_first(words.every_other.format(day=days))
    return days if named and len(rule.days) < 7 else ""


def short_runs(days: Iterable[int], words: HoursWords) -> list[str]:
    """Short names of days, three or more in a row as "Mon–Fri"."""
    return day_runs(days, replace(words, days=words.short_days, days_span=words.short_span))


def short_times(rule: OpeningRule, words: HoursWords) -> str:
    """ "9 am–noon, 1–5 pm"; a line breaks only between spans."""
    said = [short_span(*span, words) for span in rule.spans]
    said += [daylight_words(*pair, words) for pair in rule.daylight]
    times = listed([text.replace(" ", NBSP) for text in said], words)
    return words.or_later.format(times=times) if rule.longer else times


def short_span(begin: int, end: int | None, words: HoursWords) -> str:
    """ "6–9 pm", "10 am–1 pm": which half of the day it is stands once where it is one."""
    if end is None:
        return words.from_time.format(time=time_words(begin, words))
    if (begin, end) == (0, DAY):
        return words.all_day
    first, last = time_words(begin, words), time_words(end, words)
    if in_one_half(begin, end, words):
        if words.whole_hour.startswith(HALF):
            last = without_half(end, words)
        elif words.whole_hour.endswith(HALF):
            first = without_half(begin, words)
    return words.short_span.format(first=first, last=last)


def in_one_half(begin: int, end: int, words: HoursWords) -> bool:
    """Whether both ends are said with the same half of one day, and neither by a name."""
    named = {0: words.midnight, NOON: words.noon}
    return (
        words.clock == 12
        and begin // NOON == end // NOON
        and not any(named.get(minute % DAY) for minute in (begin, end))
    )


def without_half(minute: int, words: HoursWords) -> str:
    """A time of the day in figures, without the word for its half."""
    return time_words(minute, replace(words, am="", pm="")).strip()


def listed(names: Sequence[str], words: HoursWords) -> str:
    """ "Tue, Thu, Fri": with commas alone."""
    text = names[0] if names else ""
    for name in names[1:]:
        text = words.comma.format(text, name)
    return text


def days_spelled(words: HoursWords) -> tuple[tuple[str, str], ...]:
    """((short name, name), ...) of the days whose short names are others."""
    pairs = zip(words.short_days, words.days)
    return tuple((short, day) for short, day in pairs if short.casefold() != day.casefold())


def day_title(day: int, words: HoursWords) -> str:
    """The name of a day as a heading: "Saturday"."""
    return capitalise(words.days[day])


# --- for a cell as narrow as a day ------------------------------------------------------------------

EARLY, LATE_BEGIN, LATE_END = 7 * 60, 17 * 60, 18 * 60  # within these, figures alone are those of a day


def bare_span(begin: int, end: int | None, words: HoursWords) -> str:
    """ "9–12", "7–8:30 pm": in figures alone where these cannot mislead; a space is where a line ends."""
    if end is None:
        return time_words(begin, words).replace(" ", NBSP)
    first, last = figure(begin, words), figure(end, words)
    before, _, behind = words.short_span.partition("{first}")
    template = before.replace(" ", NBSP) + "{first}" + behind[:1] + behind[1:].replace(" ", NBSP)
    if words.clock == 24 or EARLY <= begin < LATE_BEGIN and NOON <= end <= LATE_END:
        return template.format(first=first, last=last)
    halves = [words.pm if minute % DAY >= NOON else words.am for minute in (begin, end)]
    if halves[0] == halves[1] and end - begin < NOON:
        return f"{template.format(first=first, last=last)} {halves[1]}"
    return template.format(first=first + NBSP + halves[0], last=last + NBSP + halves[1])


def figure(minute: int, words: HoursWords) -> str:
    """ "9", "8:30", "24": a time in figures."""
    hour, rest = divmod(minute if minute == DAY and words.clock == 24 else minute % DAY, 60)
    shown = hour if words.clock == 24 else (hour - 1) % 12 + 1
    if not rest:
        return str(shown)
    return words.part_hour.format(hour=shown, minutes=f"{rest:02}", half="").replace(" ", "")


def spoken_span(begin: int, end: int | None, words: HoursWords) -> str:
    """ "9 am to 5 pm": it breaks only before and behind "to"."""
    if end is None:
        return words.from_time.format(time=time_words(begin, words).replace(" ", NBSP))
    first, last = (time_words(minute, words).replace(" ", NBSP) for minute in (begin, end))
    return words.times_span.format(first=first, last=last)
