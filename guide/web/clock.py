"""Opening hours as the page's clock reads them, and what else it has to know of the day: holidays and the zone.

`12345:0900-1700;6:0800-1100;P`: days from Monday, 1, then times, which go on over midnight above 2400. `3_1` is the first
Wednesday of a month and `3_-1` the last, `@0601-0831` a part of the year; a rule with either takes the place of the week's
on its days. `A` is always, `P` closed on public holidays, `P:1000-1400` open on them. What has another form is not known
to the clock: then it says nothing.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

from guide.language.hours_words import HoursWords
from guide.language.scripts import NBSP
from guide.model import OpeningHours, OpeningRule
from guide.model.hours import WHOLE_DAY

ALWAYS, HOLIDAYS = "A", "P"
YEAR = 2001  # any that is no other figure of a date
LEAP = 29  # days of a February that a part of the year ends with
MONTHS = (31, LEAP, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def clock_code(opening: OpeningHours) -> str:
    """Hours as the page's clock reads them, "" where it cannot be sure of them."""
    rules = opening.rules
    if not rules or not all(map(can_be_told, rules)):
        return ""
    if len(rules) == 1 and all(WHOLE_DAY in spans for spans in opening.week):
        return ALWAYS
    return ";".join((*week_code(opening), *filter(None, map(exception_code, opening.exceptions))))


def can_be_told(rule: OpeningRule) -> bool:
    """Whether the clock can be sure of what a rule says."""
    unsure = (
        rule.weeks
        or rule.offset
        or rule.daylight
        or rule.longer
        or rule.unknown
        or rule.comment
        or rule.otherwise
    )
    ends = all(end is not None for _, end in rule.spans)
    every_year = all(len(edge) == 2 for season in rule.season for edge in season)
    known = not rule.holidays or rule.holidays == "PH" and not (rule.days or rule.season)
    return not unsure and ends and every_year and known and bool(rule.spans or rule.closed)


def week_code(opening: OpeningHours) -> Iterator[str]:
    """Yield the rules of the week, days with equal times together."""
    days: dict[str, str] = {}
    for number, spans in enumerate(opening.week, 1):
        if spans:
            said = spans_code(spans)
            days[said] = days.get(said, "") + str(number)
    yield from (f"{each}:{said}" for said, each in days.items())


def exception_code(rule: OpeningRule) -> str:
    """A rule that holds on some days of the year."""
    said = spans_code(rule.spans)
    if rule.holidays:
        return f"{HOLIDAYS}:{said}" if said else HOLIDAYS
    days = "".join(str(day + 1) for day in rule.days or range(7))
    which = "_" + ",".join(map(str, rule.occurrences)) if rule.occurrences else ""
    season = "@" + ",".join(map(season_code, rule.season)) if rule.season else ""
    return f"{days}{which}{season}:{said}"


def season_code(season: tuple[tuple[int, ...], tuple[int, ...]]) -> str:
    """A part of the year, "0601-0831"."""
    (month, day), (last_month, last_day) = season
    return f"{month:02}{day or 1:02}-{last_month:02}{last_day or MONTHS[last_month - 1]:02}"


def calendar_of(words: HoursWords) -> dict[str, object]:
    """How days and times are said, for the script: a browser has the words of few languages, and other ones than those of print."""
    names = (words.midnight, words.noon, words.am, words.pm)
    return {
        "days": words.days,
        "dates": words.dates,
        "whole": [words.days_of("{day}", month, YEAR).replace(str(YEAR), "{year}") for month in range(1, 13)],
        "first": words.first_of_month,
        "clock": words.clock,
        "names": [firm(each) for each in names],
        "times": [firm(words.whole_hour), firm(words.part_hour)],
    }


def firm(text: str) -> str:
    """A text that stays on one line."""
    return text.replace(" ", NBSP)


def spans_code(spans: tuple[tuple[int, int | None], ...]) -> str:
    """Times, "0900-1200,1300-1700"."""
    return ",".join(
        f"{clock(begin)}-{clock(end or 0)}" for begin, end in sorted(spans, key=lambda span: span[0])
    )


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}{minutes % 60:02}"


YEARS = 2  # from that of the edition, whose holidays are known to the page


@cache
def public_holidays(country: str, first: date, language: str) -> dict[str, str]:
    """{day: name} of the public holidays from a day on, in a language where they have names in it; {} where nobody knows them.

    The days are as 2026-11-26.
    """
    import holidays  # slow to load, and only a page has need of it

    known = holidays.list_supported_countries()
    if country not in known:
        return {}
    spoken = holidays.list_localized_countries().get(country, [])
    own = next((each for each in spoken if each.split("_")[0] == language), None)
    years = range(first.year, first.year + YEARS + 1)
    found = holidays.country_holidays(country, years=years, language=own)
    return {
        day.isoformat(): (name if own or language == "en" else "").split("; ")[0].removesuffix(" (observed)")
        for day, name in sorted(found.items())
        if first <= day <= date(first.year + YEARS, first.month, min(first.day, 28))
    }


def zone_of(country: str) -> str:
    """The time zone of a country that has one alone, "" for others: then the clock of the device is taken as it stands."""
    from babel.core import get_global  # see above

    zones = get_global("territory_zones").get(country, [])
    return zones[0] if len(zones) == 1 else ""
