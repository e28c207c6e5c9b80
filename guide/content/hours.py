"""Opening hours as content gives them: the opening_hours syntax of OpenStreetMap becomes rules, for words and for computing.

Free text stays as it is typed. What looks like that syntax is read here where it is of a usual form; the library
opening-hours-py is asked only about the rest, to tell a mistake from a form that has no plain words yet.
"""

import re
from calendar import monthrange
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from guide.content.fields import LINES, Kind, read_lines
from guide.content.hours_words import DAY, hours_lines
from guide.errors import WARNING
from guide.model import OpeningHours, OpeningRule

LEAP_YEAR = 2028

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


# --- reading content --------------------------------------------------------------------------------

class Hours(NamedTuple):
    """Hours as content gives them: lines as they are printed, and what can be computed with."""

    lines: tuple
    opening: OpeningHours | None = None


def read_hours(node, key, source):
    """Hours in OpenStreetMap's syntax or in free text."""
    lines = read_lines(node, key, source)
    if not lines:
        return None
    if not any(map(looks_like_osm, lines)):
        return Hours(lines)
    if all(map(looks_like_osm, lines)):
        hours, doubts = parse_hours("; ".join(line.rstrip("; ") for line in lines))
        for doubt in doubts:
            report_doubt(doubt, node, source)
        return hours if hours.opening else Hours(lines)
    return Hours(tuple(mixed_lines(lines, node, source)))


def mixed_lines(lines, node, source):
    """Lines of both kinds as they are printed; nothing is computed of them, since words may change what they mean."""
    for line in lines:
        hours, doubts = parse_hours(line) if looks_like_osm(line) else (Hours((line,)), ())
        for doubt in doubts:
            report_doubt(doubt, node, source)
        yield from hours.lines


def report_doubt(doubt, node, source):
    """Report hours that look like OpenStreetMap's syntax and cannot be said in plain words."""
    text, (name, what, hint) = doubt
    source.report(node[1], name, f'the hours "{text}" {what}, so they are printed as they stand', hint, WARNING)


def spread_hours(values):
    """The values of a listing or location with its hours as the model has them."""
    hours = values.get("hours")
    return values if hours is None else values | {"hours": hours.lines, "opening": hours.opening}


HOURS = Kind(read_hours, LINES.schema)

# --- OpenStreetMap's syntax becomes rules -----------------------------------------------------------

_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)"
_MONTH = f"(?:{'|'.join(MONTHS)})"
_TIME = r"\d{1,2}:\d\d"
_SPAN = rf"{_TIME}(?:\s*-\s*{_TIME}\+?|\+)?"
_EDGE = rf"(?:\d{{4}}\s+)?{_MONTH}\b(?:\s+\d{{1,2}}\b(?!:\d))?"
_SEASON = rf"{_EDGE}(?:\s*-\s*(?:{_EDGE}|\d{{1,2}}\b(?!:\d)))?"
_SEASONS = rf"{_SEASON}(?:,\s*(?:{_SEASON}|\d{{1,2}}(?:-\d{{1,2}})?\b(?!:\d)))*"
_DAYS = rf"{_DAY}(?:-{_DAY}|\[[-\d,]+\])?(?:,\s*{_DAY}(?:-{_DAY}|\[[-\d,]+\])?)*"

LOOKS = re.compile(
    rf"(?:24/7|off|closed)$|{_DAY}(?:-{_DAY}|,\s?{_DAY}|\[|\s+(?:\d|off\b|closed\b|\"))|{_SEASONS}\s+{_DAY}\b"
    rf"|{_MONTH}\b.*?{_SPAN}$|week\s+\d|{_SEASONS}\s*:?\s+(?:off|closed)\s*(?:$|[;,\"])|easter\s+(?:off|closed|\d)"
    rf"|\d\d:\d\d-\d\d:\d\d(?:,\s*\d\d:\d\d-\d\d:\d\d)*(?:$|;)|\d{{4}}\s+{_MONTH}\s", re.IGNORECASE)
ANYWHERE = re.compile(rf"\b{_DAY}(?:-{_DAY})?\s+{_TIME}\s*(?:-\s*{_TIME}|\+)|[;,]\s*(?:PH|SH)\s+(?:off|closed|\d)|^24/7\b", re.IGNORECASE)
# A comma parts rules where what stands before it is one already: "Mo-Fr 09:00-17:00, Dec 24 09:00-12:00".
PIECES = re.compile(rf'("[^"]*"|\|\||;|(?<=[\d+fd]),\s+(?=(?:{_DAY}|{_MONTH}|easter)\b[^,;"]*(?:\d:\d|off|closed)))', re.IGNORECASE)
COMPLETE = re.compile(r"\d:\d|off|closed|open|\"", re.IGNORECASE)
RULE = re.compile(
    rf"(?:(?P<seasons>{_SEASONS})\s*:?\s*)?"
    rf"(?:week\s+(?P<weeks>\d{{1,2}}-\d{{1,2}}(?:/\d)?)\s*:?\s*)?"
    rf"(?:(?P<holidays>PH|SH)\s+(?={_DAY})|(?P<easter>easter)\s+)?(?P<days>{_DAYS})?\s*"
    rf"(?P<spans>24/7|{_SPAN}(?:,\s*{_SPAN})*)?\s*(?P<state>off|closed|open)?\s*(?P<comment>\"[^\"]*\")?", re.IGNORECASE)
EDGE = re.compile(rf"(?:(\d{{4}})\s+)?({_MONTH})?\s*(\d{{1,2}})?", re.IGNORECASE)

INVALID = ("hours", "look like OpenStreetMap's but cannot be read", 'write them as in "Mo-Fr 09:00-17:00; PH off", or in words')
UNUSUAL = ("hours-not-plain", "are of a form that cannot be put in plain words", "write them in words")


def looks_like_osm(text):
    """Whether a text is meant as OpenStreetMap's opening_hours, so that it is read as such or complained of."""
    return bool(LOOKS.match(text) or ANYWHERE.search(text) or (text.startswith('"') and text.endswith('"')))


@lru_cache(maxsize=10_000)
def parse_hours(text):
    """(Hours, doubts): what can be said in plain words is, though another part cannot; that is printed as it stands.

    Each doubt is (the part, what is wrong with it); where there are nothing but doubts, nothing can be computed.
    """
    rules, doubts = parse_rules(text)
    if len(doubts) == len(rules):
        return Hours((text,)), ((text, UNUSUAL if is_valid(text) else INVALID),)
    opening = OpeningHours(text=text, rules=settle_overlaps(rules))
    return Hours(hours_lines(opening), opening), doubts


@lru_cache(maxsize=10_000)
def parse_rules(text):
    """(rules, doubts) of an expression, each rule as it stands there; a part that is not read is a rule of words alone."""
    rules, doubts = [], []
    for piece, otherwise in pieces_of(text):
        read = parse_rule(piece, otherwise)
        if read is None:
            doubts.append((piece, UNUSUAL if is_valid(piece) else INVALID))
        rules += read or [OpeningRule(comment=piece, otherwise=otherwise)]
    return tuple(rules), tuple(doubts)


def is_valid(text):
    """Whether the library can read the text."""
    import opening_hours  # only what is unusual comes here

    return opening_hours.validate(text)


def pieces_of(text):
    """Yield (text, whether it holds where no other does) of each rule of an expression."""
    piece, otherwise = "", False
    for part in (*PIECES.split(text), ";"):
        parts_rules = part in ("||", ";") or part.startswith(",") and COMPLETE.search(piece)
        if not parts_rules:
            piece += part
            continue
        if piece.strip():
            yield piece.strip(), otherwise
        piece, otherwise = "", part == "||"


def parse_rule(text, otherwise):
    """The rules of one piece: one, or two where days and holidays stand in one list. None if it is not of a usual form."""
    match = RULE.fullmatch(text)
    if not match:
        return None
    try:
        rule = OpeningRule(
            season=parse_seasons(match["seasons"]), weeks=parse_weeks(match["weeks"]), spans=parse_spans(match["spans"]),
            closed=(match["state"] or "").lower() in ("off", "closed"), comment=(match["comment"] or "").strip('" '),
            otherwise=otherwise)
        days = parse_days(match["days"] or "")
    except ValueError:
        return None
    if not (rule.spans or rule.closed or rule.comment or match["state"]) or (rule.closed and rule.spans):
        return None
    outer = "easter" if match["easter"] else (match["holidays"] or "").upper()
    if outer and any(part.get("holidays") or part.get("occurrences") for part in days):
        return None
    return [replace(rule, **({"holidays": outer} if outer else {}) | part) for part in days]


def parse_days(text):
    """What a list of days says, as values of a rule: one for each kind of day that cannot share a rule."""
    plain, nth, holidays = set(), {}, []
    for item in re.findall(r"[A-Za-z]{2}(?:-[A-Za-z]{2}|\[[^\]]*\])?", text):
        first = item[:2].title()
        if first.upper() in ("PH", "SH"):
            if len(item) > 2:
                raise ValueError(item)
            holidays.append(first.upper())
        elif "[" in item:
            occurrences = tuple(int(number) for number in item[3:-1].split(","))
            if any(number not in (-1, 1, 2, 3, 4, 5) for number in occurrences):
                raise ValueError(item)
            nth.setdefault(occurrences, []).append(DAYS.index(first))
        else:
            last = DAYS.index(item[-2:].title())
            first = DAYS.index(first)
            plain.update((first + n) % 7 for n in range((last - first) % 7 + 1))
    parts = [{"days": tuple(sorted(plain)) if len(plain) < 7 else ()}] if plain or not text else []
    parts += [{"days": tuple(days), "occurrences": occurrences} for occurrences, days in nth.items()]
    return parts + [{"holidays": kind} for kind in holidays]


def parse_seasons(text):
    """(((month, day), (month, day)), ...) of "Apr-Oct" or "Dec 25,26"; day 0 is the whole month, a year stands behind the day."""
    seasons = []
    for item in re.split(r"\s*,\s*", text or ""):
        halves = [EDGE.fullmatch(half.strip()).groups() for half in item.split("-")] if item else []
        if not halves:
            continue
        (year, month, day), last = halves[0], halves[-1]
        if not month:  # a further day of the month before
            if not seasons or not seasons[-1][1][1]:
                raise ValueError(text)
            year, month = "", MONTHS[seasons[-1][1][0] - 1]
        first = season_edge(year, month, day)
        seasons.append((first, season_edge(last[0] or year, last[1] or month, last[2])))
        if bool(first[1]) != bool(seasons[-1][1][1]):
            raise ValueError(text)
    return tuple(seasons)


def season_edge(year, month, day):
    """(month, day) or (month, day, year) of the words of one end of a season; ValueError for a day that no month has."""
    number = MONTHS.index(month.title()) + 1
    if day and not 1 <= int(day) <= monthrange(int(year or LEAP_YEAR), number)[1]:
        raise ValueError(day)
    return (number, int(day or 0), int(year)) if year else (number, int(day or 0))


def parse_weeks(text):
    """(first, last, step) of "1-53/2"."""
    if not text:
        return ()
    first, last, step = re.fullmatch(r"(\d+)-(\d+)(?:/(\d))?", text).groups(default="1")
    if not (1 <= int(first) <= int(last) <= 53 and step == "2" and int(first) <= 2 and int(last) >= 51):
        raise ValueError(text)  # only every other week of the whole year has plain words
    return int(first), int(last), int(step)


def parse_spans(text):
    """Pairs of minutes; the end of one past midnight is above 1440."""
    if not text:
        return ()
    if text == "24/7":
        return ((0, DAY),)
    spans = []
    for span in text.split(","):
        first, _, last = span.strip().partition("-")
        if span.endswith("+") and last:
            raise ValueError(span)  # an end that may be later has no plain words
        begin, end = minutes(first.rstrip("+ ")), minutes(last.strip()) if last else None
        if (begin, end) == (0, DAY - 1):  # how many programs write the whole day
            end = DAY
        if begin >= DAY or end == begin:
            raise ValueError(span)
        spans.append((begin, end + DAY if end is not None and end < begin else end))
    return tuple(spans)


def minutes(text):
    """Minutes from midnight of "9:30"."""
    hours, rest = text.split(":")
    if int(rest) > 59 or int(hours) > 48:
        raise ValueError(text)
    return int(hours) * 60 + int(rest)


def settle_overlaps(rules):
    """The rules where a later one for a weekday takes the place of an earlier one, as the syntax has it."""
    settled = []
    for number, rule in enumerate(rules):
        later = {day for other in rules[number + 1:] if other.is_weekly for day in other.days or range(7)}
        if rule.is_weekly and later and len(rules) > 1:
            days = tuple(day for day in rule.days or range(7) if day not in later)
            if not days:
                continue
            rule = replace(rule, days=days)
        settled.append(rule)
    return tuple(settled)
