"""Opening hours as content gives them: the opening_hours syntax of OpenStreetMap becomes rules, for words and for computing.

Free text stays as it is typed. What looks like that syntax is read here where it is of a usual form; the library
opening-hours-py is asked only about the rest, to tell a mistake from a form that has no plain words yet.
"""

import re
from calendar import monthrange
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from guide.language.hours_lines import hours_lines
from guide.language.hours_words import DAY, month_runs
from guide.model import OpeningHours, OpeningRule
from guide.problems import content as kinds
from guide.reading.fields import LINES, Kind, read_lines

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
    text, kind = doubt
    source.report(node[1], kind, text=text)


def spread_hours(values):
    """The values of a listing or location with its hours as the model has them."""
    hours = values.get("hours")
    return values if hours is None else values | {"hours": hours.lines, "opening": hours.opening}


HOURS = Kind(read_hours, LINES.schema)

# --- OpenStreetMap's syntax becomes rules -----------------------------------------------------------

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

LOOKS = re.compile(
    rf"(?:24/7|off|closed)$|(?:24/7|off|closed|unknown|open)\s+\"|{_DAY}(?:-{_DAY}|,\s?{_DAY}|\[|\s+(?:\d|off\b|closed\b|{_LIGHT}-|\"))"
    rf"|{_SEASONS}\s*:?\s+{_DAY}\b|{_MONTH}\b.*?{_SPAN}$|week\s+\d|{_SEASONS}\s*:?\s+(?:off|closed)\s*(?:$|[;,\"])"
    rf"|easter\s+(?:off|closed|\d|[+-])|{_LIGHT}-{_LIGHT}(?:$|;)|\d\d:\d\d\+(?:$|;)"
    rf"|\d\d:\d\d-(?:\d\d:\d\d|{_LIGHT})(?:,\s*\d\d:\d\d-\d\d:\d\d)*(?:$|;)|\d{{4}}\s+{_MONTH}\s",
    re.IGNORECASE,
)
ANYWHERE = re.compile(
    rf"\b{_DAY}(?:-{_DAY})?\s+{_TIME}\s*(?:-\s*{_TIME}|\+)|[;,]\s*(?:PH|SH)\s+(?:off|closed|\d)|^24/7\b",
    re.IGNORECASE,
)
# A comma parts rules where what stands before it is one already: "Mo-Fr 09:00-17:00, Dec 24 09:00-12:00".
PIECES = re.compile(
    rf'("[^"]*"|\|\||;|(?<=[\d+fdtkn"]),\s*(?=(?:{_DAY}|{_MONTH}|easter)\b[^;"]*(?:\d:\d|off|closed|{_LIGHT})))',
    re.IGNORECASE,
)
COMPLETE = re.compile(rf"\d:\d|off|closed|open|{_LIGHT}|\"", re.IGNORECASE)
RULE = re.compile(
    rf"(?:(?P<seasons>{_SEASONS})\s*:?\s*)?"
    rf"(?:week\s+(?P<weeks>\d{{1,2}}(?:\s*-\s*\d{{1,2}}(?:/\d)?)?)(?!:\d)\b\s*:?\s*)?"
    rf"(?:(?P<holidays>PH|SH)\s+(?={_DAY})|(?P<easter>easter)\b\s*)?(?P<days>{_DAYS})?\s*(?P<offset>{_OFFSET})?(?:(?<=[a-z\]]):\s)?\s*"
    rf"(?P<spans>24/7|{_SPAN}(?:,\s*{_SPAN})*)?\s*(?P<state>off|closed|open|unknown)?\s*(?P<comment>\"[^\"]*\")?",
    re.IGNORECASE,
)
EDGE = re.compile(rf"(?:(\d{{4}})\s*)?({_MONTH})?\s*(\d{{1,2}})?", re.IGNORECASE)
DASHES = str.maketrans("–—−‐‑", "-----")

OTHERWISE, BESIDE = "||", ","
LONGER = re.compile(r"-[^,]*\+\s*$")
EASTER = (-2, 0, 1)  # the days about Easter Sunday that have a name of their own


def looks_like_osm(text):
    """Whether a text is meant as OpenStreetMap's opening_hours, so that it is read as such or complained of."""
    text = text.translate(DASHES)
    return bool(LOOKS.match(text) or ANYWHERE.search(text) or (text.startswith('"') and text.endswith('"')))


@lru_cache(maxsize=10_000)
def parse_hours(text):
    """(Hours, doubts): what can be said in plain words is, though another part cannot; that is printed as it stands.

    Each doubt is (the part, the kind of problem with it); where there are nothing but doubts, nothing can be computed.
    """
    rules, doubts = parse_rules(text)
    if len(doubts) == len(rules):
        return Hours((text,)), ((text, doubt_of(text)),)
    opening = OpeningHours(text=text, rules=settle_overlaps(rules))
    return Hours(hours_lines(opening), opening), doubts


@lru_cache(maxsize=10_000)
def parse_rules(text):
    """(rules, doubts) of an expression, each rule as it stands there; a part that is not read is a rule of words alone."""
    rules, doubts = [], []
    for piece, joint in pieces_of(text):
        read = parse_rule(piece, joint)
        if read is None:
            doubts.append((piece, doubt_of(piece)))
        rules += read or [OpeningRule(comment=piece, otherwise=joint == OTHERWISE)]
    return tuple(rules), tuple(doubts)


def doubt_of(text):
    """The kind of problem of a text that is of no usual form."""
    return kinds.HOURS_NOT_PLAIN if is_valid(text) else kinds.HOURS


def is_valid(text):
    """Whether the library can read the text."""
    import opening_hours  # only what is unusual comes here

    return opening_hours.validate(text)


def pieces_of(text):
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


def parse_rule(text, joint=";"):
    """The rules of one piece: one, or two where days and holidays stand in one list. None if it is not of a usual form."""
    match = RULE.fullmatch(outside_comments(text))
    if not match:
        return None
    try:
        return list(rules_of(match, joint))
    except ValueError:
        return None


def outside_comments(text):
    """A piece with hyphens for the dashes of print, but for its comment."""
    head, quote, comment = text.partition('"')
    return head.translate(DASHES) + quote + comment


def rules_of(match, joint):
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
    if outer and any(kind.get("holidays") or kind.get("occurrences") for kind in kinds):
        raise ValueError(match[0])
    for kind in kinds:
        yield replace(rule, offset=offset, **({"holidays": outer} if outer else {}) | kind)
        if offset and not can_be_moved(kind, outer, offset):
            raise ValueError(match[0])


def can_be_moved(kind, outer, offset):
    """Whether there are words for days that lie some days after others: the day after a fourth Thursday, Good Friday."""
    return (
        offset in EASTER
        if outer == "easter"
        else abs(offset) == 1 and len(kind.get("days", ())) == 1 and "occurrences" in kind
    )


def parse_offset(text):
    """The number of days of "+1 day", 0 for none."""
    return int(re.sub(r"\s|days?", "", text, flags=re.IGNORECASE)) if text else 0


def parse_days(text):
    """What a list of days says, as values of a rule: one for each kind of day that cannot share a rule."""
    plain, nth, holidays = set(), {}, []
    for item in re.findall(r"[A-Za-z]{2}(?:-[A-Za-z]{2}|\[[^\]]*\])?", re.sub(r"\s", "", text)):
        first = item[:2].title()
        if first.upper() in ("PH", "SH"):
            if len(item) > 2:
                raise ValueError(item)
            holidays.append(first.upper())
        elif "[" in item:
            occurrences = parse_occurrences(item[3:-1])
            nth.setdefault(occurrences, []).append(DAYS.index(first))
        else:
            last = DAYS.index(item[-2:].title())
            first = DAYS.index(first)
            plain.update((first + n) % 7 for n in range((last - first) % 7 + 1))
    parts = [{"days": tuple(sorted(plain)) if len(plain) < 7 else ()}] if plain or not text else []
    parts += [{"days": tuple(days), "occurrences": occurrences} for occurrences, days in nth.items()]
    return parts + [{"holidays": kind} for kind in holidays]


def parse_occurrences(text):
    """(1, 2, 3) of "1-3"; (-1,) for the last; ValueError for those that have no plain words."""
    occurrences = []
    for item in text.split(","):
        first, last = (
            re.fullmatch(r"(-?\d)(?:-(\d))?", item).groups()
            if re.fullmatch(r"(-?\d)(?:-(\d))?", item)
            else (0, 0)
        )
        occurrences += range(int(first), int(last or first) + 1)
    if not occurrences or any(number not in (-1, 1, 2, 3, 4, 5) for number in occurrences):
        raise ValueError(text)
    return tuple(occurrences)


def parse_seasons(text):
    """(((month, day), (month, day)), ...) of "Apr-Oct" or "Dec 25,26"; 0 is the whole month or year, a year stands behind the day."""
    seasons = []
    for item in re.split(r"\s*,\s*", text or ""):
        halves = [EDGE.fullmatch(half.strip()).groups() for half in item.split("-")] if item else []
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


def is_whole_year(seasons):
    """Whether parts of the year leave no day of it."""
    of_months = all(edge[0] and not edge[1] and len(edge) == 2 for span in seasons for edge in span)
    return ((1, 1), (12, 31)) in seasons or of_months and sum(map(len, month_runs(seasons))) == 12


def season_edge(year, month, day):
    """(month, day) or (month, day, year) of the words of one end of a season; ValueError for a day that no month has."""
    if year and not int(year):
        raise ValueError(year)
    if not month:
        return 0, 0, int(year)
    number = MONTHS.index(month.title()) + 1
    if day and not 1 <= int(day) <= monthrange(int(year or LEAP_YEAR), number)[1]:
        raise ValueError(day)
    return (number, int(day or 0), int(year)) if year else (number, int(day or 0))


def parse_weeks(text):
    """(first, last, step) of "1-53/2" or "20-30"."""
    if not text:
        return ()
    first, last, step = (
        int(number) for number in re.fullmatch(r"(\d+)(?:\s*-\s*(\d+)(?:/(\d))?)?", text).groups(default="0")
    )
    last, step = last or first, step or 1
    every_other = step == 2 and first <= 2 and last >= 51
    if not (1 <= first <= last <= 53 and (step == 1 or every_other)):
        raise ValueError(text)  # of steps only every other week of the whole year has plain words
    return () if step == first == 1 and last >= 52 else (first, last, step)


def parse_spans(text):
    """(spans, daylight): pairs of minutes, the end of one past midnight above 1440, and pairs that begin or end with the sun."""
    if text == "24/7":
        return ((0, DAY),), ()
    spans, daylight = [], []
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


def parse_daylight(first, last):
    """A pair of a moment of the sun and another, or minutes; ValueError for those that have no plain words."""
    pair = tuple(minutes(moment) if ":" in moment else moment for moment in (first, last))
    if pair not in (("sunrise", "sunset"), ("dawn", "dusk")) and not (
        pair[0] == "sunrise" and isinstance(pair[1], int) or isinstance(pair[0], int) and pair[1] == "sunset"
    ):
        raise ValueError(first)
    return pair


def minutes(text):
    """Minutes from midnight of "9:30"."""
    hours, rest = text.split(":")
    if int(rest) > 59 or int(hours) > 48:
        raise ValueError(text)
    return int(hours) * 60 + int(rest)


def settle_overlaps(rules):
    """The rules as they hold: a later one for the same days takes the place of an earlier one, or stands beside it."""
    return with_additions(without_replaced(rules))


def has_replaced(text):
    """Whether a rule of an expression holds on no day, because a later one is for the same days."""
    rules, _ = parse_rules(text)
    return len(without_replaced(rules)) < len(rules)


def without_replaced(rules):
    """The rules without the days for which a later rule of the same part of the year speaks, as the syntax has it; tuple."""
    settled, replaced, opened = [], {}, {}
    for rule in reversed(rules):
        part = part_of_year(rule)
        if part is not None:
            taken, added = replaced.setdefault(part, set()), opened.setdefault(part, set())
            days = tuple(
                day for day in rule.days or range(7) if day not in (taken | added if rule.closed else taken)
            )
            (added if rule.beside and not rule.closed else taken).update(rule.days or range(7))
            if not days:
                continue
            rule = rule if len(days) == len(rule.days or range(7)) else replace(rule, days=days)
        settled.append(rule)
    return tuple(reversed(settled))


def part_of_year(rule):
    """What rules have in common that speak of the same weeks; None for one of single days, and for words alone."""
    selects = rule.days or rule.spans or rule.daylight or rule.closed
    if (
        not selects
        or rule.occurrences
        or rule.otherwise
        or rule.holidays
        or any(edge[1] for span in rule.season for edge in span)
    ):
        return None
    return rule.season, rule.weeks


def with_additions(rules):
    """The rules, where times that stand beside others of a day are said with them; tuple."""
    settled = list(rules)
    for part in dict.fromkeys(
        part_of_year(rule) for rule in rules if rule.beside and part_of_year(rule) is not None
    ):
        same = [
            rule
            for rule in settled
            if part_of_year(rule) == part
            and rule.spans
            and not (rule.comment or rule.daylight or rule.longer or rule.unknown)
        ]
        if not any(
            set(one.days or range(7)) & set(other.days or range(7)) for one, other in combinations(same, 2)
        ):
            continue
        place = settled.index(same[0])
        settled = [rule for rule in settled if rule not in same]
        settled[place:place] = regrouped(same)
    return tuple(replace(rule, beside=False) for rule in settled)


def regrouped(rules):
    """Rules of one part of the year as one for each set of times; list."""
    times = {}
    for day in range(7):
        spans = united([span for rule in rules if day in (rule.days or range(7)) for span in rule.spans])
        if spans:
            times.setdefault(spans, []).append(day)
    return [
        replace(rules[0], days=tuple(days) if len(days) < 7 else (), spans=spans)
        for spans, days in times.items()
    ]


def united(spans):
    """Spans in their order, those that overlap as one; tuple."""
    found = []
    for begin, end in sorted(spans, key=lambda span: (span[0], span[1] or 2 * DAY)):
        if found and begin <= (found[-1][1] or 2 * DAY):
            first, last = found.pop()
            begin, end = first, last and end and max(last, end)
        found.append((begin, end))
    return tuple(found)
