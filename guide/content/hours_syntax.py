"""OpenStreetMap's opening_hours syntax becomes rules, where it is of a usual form.

The library opening-hours-py is asked only about the rest, to tell a mistake from a form that has no plain words yet.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from guide.expressions import expression
from guide.language.hours_words import month_runs
from guide.model import Edge, OpeningRule, Season
from guide.model.hours import DAY, LEAP_YEAR
from guide.problems.content import HOURS, HOURS_NOT_PLAIN
from guide.problems.kind import ProblemKind

Span = tuple[int, int | None]  # minutes from midnight; None: open end
Light = tuple[int | str, int | str]  # minutes, or a moment of the sun
Doubt = tuple[str, ProblemKind]  # a part of an expression, and what is wrong with it

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)"
_MONTH = f"(?:{'|'.join(MONTHS)})"
_TIME = r"\d{1,2}:\d\d"
_LIGHT = "(?:sunrise|sunset|dawn|dusk)"
_MOMENT = f"(?:{_TIME}|{_LIGHT})"
_SPAN = rf"{_MOMENT}(?:\s*-\s*{_MOMENT}\+?|\+)?"
_YEARS = rf"\d{{4}}\b(?:\s*-\s*\d{{4}}\b)?(?!:\d|\s+{_MONTH}|\s*-)"
_EDGE = rf"(?:\d{{4}}\s+)?{_MONTH}\b(?:\s+\d{{1,2}}\b(?!:\d))?"
_SEASON = rf"(?:{_YEARS}|{_EDGE}(?:\s*-\s*(?:{_EDGE}|\d{{1,2}}\b(?!:\d)))?)"
_SEASONS = rf"{_SEASON}(?:,\s*(?:{_SEASON}|\d{{1,2}}(?:-\d{{1,2}})?\b(?!:\d)))*"
_DAYS = rf"{_DAY}(?:\s*-\s*{_DAY}|\[[-\d,\s]+\])?(?:,\s*{_DAY}(?:\s*-\s*{_DAY}|\[[-\d,\s]+\])?)*"
_OFFSET = r"[+-]\s?\d{1,2}\s+days?"

LOOKS = expression(
    rf"(?:24/7|off|closed)$|(?:24/7|off|closed|unknown|open)\s+\"|{_DAY}(?:-{_DAY}|,\s?{_DAY}|\[|\s+(?:\d|off\b|closed\b|{_LIGHT}-|\"))"
    rf"|{_SEASONS}\s*:?\s+{_DAY}\b|{_MONTH}\b.*?{_SPAN}$|week\s+\d|{_SEASONS}\s*:?\s+(?:off|closed)\s*(?:$|[;,\"])"
    rf"|easter\s+(?:off|closed|\d|[+-])|{_LIGHT}-{_LIGHT}(?:$|;)|\d\d:\d\d\+(?:$|;)"
    rf"|\d\d:\d\d-(?:\d\d:\d\d|{_LIGHT})(?:,\s*\d\d:\d\d-\d\d:\d\d)*(?:$|;)|\d{{4}}\s+{_MONTH}\s",
    re.IGNORECASE,
)
ANYWHERE = expression(
    rf"\b{_DAY}(?:-{_DAY})?\s+{_TIME}\s*(?:-\s*{_TIME}|\+)|[;,]\s*(?:PH|SH)\s+(?:off|closed|\d)|^24/7\b",
    re.IGNORECASE,
)
# A comma parts rules where what stands before it is one already: "Mo-Fr 09:00-17:00, Dec 24 09:00-12:00".
PIECES = expression(
    rf'("[^"]*"|\|\||;|(?<=[\d+fdtkn"]),\s*(?=(?:{_DAY}|{_MONTH}|easter)\b[^;"]*(?:\d:\d|off|closed|{_LIGHT})))',
    re.IGNORECASE,
)
COMPLETE = expression(rf"\d:\d|off|closed|open|{_LIGHT}|\"", re.IGNORECASE)
RULE = expression(
    rf"(?:(?P<seasons>{_SEASONS})\s*:?\s*)?"
    rf"(?:week\s+(?P<weeks>\d{{1,2}}(?:\s*-\s*\d{{1,2}}(?:/\d)?)?)(?!:\d)\b\s*:?\s*)?"
    rf"(?:(?P<holidays>PH|SH)\s+(?={_DAY})|(?P<easter>easter)\b\s*)?(?P<days>{_DAYS})?\s*(?P<offset>{_OFFSET})?(?:(?<=[a-z\]]):\s)?\s*"
    rf"(?P<spans>24/7|{_SPAN}(?:,\s*{_SPAN})*)?\s*(?P<state>off|closed|open|unknown)?\s*(?P<comment>\"[^\"]*\")?",
    re.IGNORECASE,
)
EDGE = expression(rf"(?:(\d{{4}})\s*)?({_MONTH})?\s*(\d{{1,2}})?", re.IGNORECASE)
DASHES = str.maketrans("–—−‐‑", "-----")

OTHERWISE, BESIDE = "||", ","
LONGER = expression(r"-[^,]*\+\s*$")
EASTER = (-2, 0, 1)  # the days about Easter Sunday that have a name of their own


def looks_like_osm(text: str) -> bool:
    """Whether a text is meant as OpenStreetMap's opening_hours, so that it is read as such or complained of."""
    text = text.translate(DASHES)
    return bool(LOOKS.match(text) or ANYWHERE.search(text) or (text.startswith('"') and text.endswith('"')))


@lru_cache(maxsize=10_000)
def parse_rules(text: str) -> tuple[tuple[OpeningRule, ...], tuple[Doubt, ...]]:
    """(rules, doubts) of an expression, each rule as it stands there; a part that is not read is a rule of words alone."""
    rules: list[OpeningRule] = []
    doubts: list[Doubt] = []
    for piece, joint in pieces_of(text):
        read = parse_rule(piece, joint)
        if read is None:
            doubts.append((piece, doubt_of(piece)))
        rules += read or [OpeningRule(comment=piece, otherwise=joint == OTHERWISE)]
    return tuple(rules), tuple(doubts)


def doubt_of(text: str) -> ProblemKind:
    """The kind of problem of a text that is of no usual form."""
    return HOURS_NOT_PLAIN if is_valid(text) else HOURS


def is_valid(text: str) -> bool:
    """Whether the library can read the text."""
    import opening_hours  # only what is unusual comes here

    return bool(opening_hours.validate(text))


def pieces_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield (text, what joins it to those before, ";", "," or "||") of each rule of an expression."""
    piece, joint = "", ";"
    for part in (*PIECES.split(text), ";"):
        parts_rules = part in (OTHERWISE, ";") or part.startswith(BESIDE) and COMPLETE.search(piece)
        if not parts_rules:
            piece += part
            continue
        if piece.strip():
            yield piece.strip(), joint
        piece, joint = "", part.strip()


def parse_rule(text: str, joint: str = ";") -> list[OpeningRule] | None:
    """The rules of one piece: one, or two where days and holidays stand in one list. None if it is not of a usual form."""
    match = RULE.fullmatch(outside_comments(text))
    if not match:
        return None
    try:
        return list(rules_of(match, joint))
    except ValueError:
        return None


def outside_comments(text: str) -> str:
    """A piece with hyphens for the dashes of print, but for its comment."""
    head, quote, comment = text.partition('"')
    return head.translate(DASHES) + quote + comment


class KindOfDays(NamedTuple):
    """The days of a rule: weekdays, in every week or some of a month, or holidays; see `OpeningRule`."""

    days: tuple[int, ...] = ()
    occurrences: tuple[int, ...] = ()
    holidays: str = ""


def rules_of(match: re.Match[str], joint: str) -> Iterator[OpeningRule]:
    """Yield the rules of a piece; ValueError for what does not go together."""
    state = (match["state"] or "").lower()
    spans, daylight = parse_spans(match["spans"])
    rule = OpeningRule(
        season=parse_seasons(match["seasons"]),
        weeks=parse_weeks(match["weeks"]),
        spans=spans,
        daylight=daylight,
        longer=bool(match["spans"]) and LONGER.search(match["spans"]) is not None,
        closed=state in ("off", "closed"),
        unknown=state == "unknown",
        comment=(match["comment"] or "").strip('" '),
        beside=joint == BESIDE,
        otherwise=joint == OTHERWISE,
    )
    kinds, offset = parse_days(match["days"] or ""), parse_offset(match["offset"])
    outer = "easter" if match["easter"] else (match["holidays"] or "").upper()
    says_when = rule.spans or rule.daylight
    if rule.closed and says_when or not (says_when or state or rule.comment or match["days"]):
        raise ValueError(match[0])
    if outer and any(kind.holidays or kind.occurrences for kind in kinds):
        raise ValueError(match[0])
    for kind in kinds:
        yield replace(
            rule,
            offset=offset,
            days=kind.days,
            occurrences=kind.occurrences,
            holidays=kind.holidays or outer,
        )
        if offset and not can_be_moved(kind, outer, offset):
            raise ValueError(match[0])


def can_be_moved(kind: KindOfDays, outer: str, offset: int) -> bool:
    """Whether there are words for days that lie some days after others: the day after a fourth Thursday, Good Friday."""
    return (
        offset in EASTER
        if outer == "easter"
        else abs(offset) == 1 and len(kind.days) == 1 and bool(kind.occurrences)
    )


def parse_offset(text: str | None) -> int:
    """The number of days of "+1 day", 0 for none."""
    return int(re.sub(r"\s|days?", "", text, flags=re.IGNORECASE)) if text else 0


def parse_days(text: str) -> list[KindOfDays]:
    """What a list of days says, by each kind of day that cannot share a rule."""
    plain: set[int] = set()
    nth: dict[tuple[int, ...], list[int]] = {}
    holidays: list[str] = []
    for item in re.findall(r"[A-Za-z]{2}(?:-[A-Za-z]{2}|\[[^\]]*\])?", re.sub(r"\s", "", text)):
        name = item[:2].title()
        if name.upper() in ("PH", "SH"):
            if len(item) > 2:
                raise ValueError(item)
            holidays.append(name.upper())
        elif "[" in item:
            occurrences = parse_occurrences(item[3:-1])
            nth.setdefault(occurrences, []).append(DAYS.index(name))
        else:
            first, last = DAYS.index(name), DAYS.index(item[-2:].title())
            plain.update((first + n) % 7 for n in range((last - first) % 7 + 1))
    kinds = [KindOfDays(tuple(sorted(plain)) if len(plain) < 7 else ())] if plain or not text else []
    kinds += [KindOfDays(tuple(days), occurrences) for occurrences, days in nth.items()]
    return kinds + [KindOfDays(holidays=kind) for kind in holidays]


def parse_occurrences(text: str) -> tuple[int, ...]:
    """(1, 2, 3) of "1-3"; (-1,) for the last; ValueError for those that have no plain words."""
    occurrences: list[int] = []
    for item in text.split(","):
        match = re.fullmatch(r"(-?\d)(?:-(\d))?", item)
        if not match:
            raise ValueError(text)
        first, last = match.groups()
        occurrences += range(int(first), int(last or first) + 1)
    if not occurrences or any(number not in (-1, 1, 2, 3, 4, 5) for number in occurrences):
        raise ValueError(text)
    return tuple(occurrences)


def parse_seasons(text: str | None) -> tuple[Season, ...]:
    """(((month, day), (month, day)), ...) of "Apr-Oct" or "Dec 25,26"; 0 is the whole month or year, a year stands behind the day."""
    seasons: list[Season] = []
    for item in re.split(r"\s*,\s*", text or ""):
        halves = [edge_words(half) for half in item.split("-")] if item else []
        if not halves:
            continue
        (year, month, day), last = halves[0], halves[-1]
        if not month and not year:  # a further day of the month before
            if not seasons or not seasons[-1][1][1]:
                raise ValueError(text)
            year, month = "", MONTHS[seasons[-1][1][0] - 1]
        first = season_edge(year, month, day)
        seasons.append((first, season_edge(last[0] or year, last[1] or month, last[2])))
        if bool(first[1]) != bool(seasons[-1][1][1]):
            raise ValueError(text)
    return () if is_whole_year(seasons) else tuple(seasons)


def edge_words(text: str) -> tuple[str, ...]:
    """Year, month and day of one end of a season, "" for what it does not name."""
    match = EDGE.fullmatch(text.strip())
    if not match:
        raise ValueError(text)
    return match.groups(default="")


def is_whole_year(seasons: Sequence[Season]) -> bool:
    """Whether parts of the year leave no day of it."""
    of_months = all(edge[0] and not edge[1] and len(edge) == 2 for span in seasons for edge in span)
    return ((1, 1), (12, 31)) in seasons or of_months and sum(len(run) for run in month_runs(seasons)) == 12


def season_edge(year: str, month: str, day: str) -> Edge:
    """(month, day) or (month, day, year) of the words of one end of a season; ValueError for a day that no month has."""
    if year and not int(year):
        raise ValueError(year)
    if not month:
        return 0, 0, int(year)
    number = MONTHS.index(month.title()) + 1
    if day and not 1 <= int(day) <= monthrange(int(year or LEAP_YEAR), number)[1]:
        raise ValueError(day)
    return (number, int(day or 0), int(year)) if year else (number, int(day or 0))


def parse_weeks(text: str | None) -> tuple[int, ...]:
    """(first, last, step) of "1-53/2" or "20-30"."""
    if not text:
        return ()
    match = re.fullmatch(r"(\d+)(?:\s*-\s*(\d+)(?:/(\d))?)?", text)
    if not match:
        raise ValueError(text)
    first, last, step = map(int, match.groups(default="0"))
    last, step = last or first, step or 1
    every_other = step == 2 and first <= 2 and last >= 51
    if not (1 <= first <= last <= 53 and (step == 1 or every_other)):
        raise ValueError(text)  # of steps only every other week of the whole year has plain words
    return () if step == first == 1 and last >= 52 else (first, last, step)


def parse_spans(text: str | None) -> tuple[tuple[Span, ...], tuple[Light, ...]]:
    """(spans, daylight): pairs of minutes, the end of one past midnight above 1440, and pairs that begin or end with the sun."""
    if text == "24/7":
        return ((0, DAY),), ()
    spans: list[Span] = []
    daylight: list[Light] = []
    for span in filter(None, (text or "").lower().split(",")):
        first, _, last = (part.strip("+ ") for part in span.partition("-"))
        if re.search(_LIGHT, span):
            daylight.append(parse_daylight(first, last))
            continue
        begin, end = minutes(first), minutes(last) if last else None
        if (begin, end) == (0, DAY - 1):  # how many programs write the whole day
            end = DAY
        if begin >= DAY or end == begin:
            raise ValueError(span)
        spans.append((begin, end + DAY if end is not None and end < begin else end))
    return tuple(spans), tuple(daylight)


def parse_daylight(first: str, last: str) -> Light:
    """A pair of a moment of the sun and another, or minutes; ValueError for those that have no plain words."""
    begin, end = (minutes(moment) if ":" in moment else moment for moment in (first, last))
    if (begin, end) not in (("sunrise", "sunset"), ("dawn", "dusk")) and not (
        begin == "sunrise" and isinstance(end, int) or isinstance(begin, int) and end == "sunset"
    ):
        raise ValueError(first)
    return begin, end


def minutes(text: str) -> int:
    """Minutes from midnight of "9:30"."""
    hours, rest = text.split(":")
    if int(rest) > 59 or int(hours) > 48:
        raise ValueError(text)
    return int(hours) * 60 + int(rest)
