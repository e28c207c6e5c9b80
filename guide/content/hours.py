"""Opening hours: the opening_hours syntax of OpenStreetMap becomes rules, and rules become plain words.

Free text stays as it is typed. What looks like that syntax is read here where it is of a usual form; the library
opening-hours-py is asked only about the rest, to tell a mistake from a form that has no plain words yet.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from guide.content.fields import LINES, Kind, read_lines
from guide.errors import WARNING
from guide.model import OpeningHours, OpeningRule

NBSP = "\u00a0"
NOON, DAY = 720, 1440

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursWords:
    """Every word in which hours and days are printed, in one language."""

    days: tuple[str, ...]  # from Monday
    short_days: tuple[str, ...]
    shorter_days: tuple[tuple[str, ...], ...] = ()  # for columns that are too narrow for these: ever shorter forms
    months: tuple[str, ...]
    ordinals: tuple[str, ...]  # of the weeks of a month: five, and "last"
    dates: tuple[str, ...]  # a day of each month, "January {day}"
    pair: str = "{0} and {1}"  # the last two of a list
    comma: str = "{0}, {1}"  # those before
    every_day: str = "Every day"
    days_span: str = "{first} to {last}"
    times_span: str = "{first} to {last}"
    season_span: str = "{first} to {last}"
    line: str = "{days} {times}"
    of_month: str = "{ordinal} {day} of the month"
    every_other: str = "Every other {day}"
    every_other_week: str = "Every other week"
    in_season: str = "{season}: {days}"
    am: str = "am"
    pm: str = "pm"
    noon: str = "noon"  # "": printed in figures
    midnight: str = "midnight"
    clock: int = 12  # hours that the clock has
    whole_hour: str = "{hour} {half}"
    part_hour: str = "{hour}:{minutes} {half}"
    from_time: str = "from {time}"
    all_day: str = "24 hours"
    always: str = "Open 24 hours every day"
    open: str = "Open"
    closed: str = "Closed"
    closed_on: str = "Closed on {days}"
    closed_in: str = "Closed in {season}"
    public_holidays: str = "Public holidays"
    school_holidays: str = "School holidays"
    otherwise: str = "At other times {comment}"
    by_appointment: str = "by appointment"
    whole_date: str = "{date}, {year}"
    whole_month: str = "{month} {year}"
    calendar: str = ""  # the locale in which Babel writes dates; "": they are made of the words above

    def full_date(self, date):
        """A day in words: "March 14, 2026"."""
        if self.calendar:
            return format_date(date, "long", self.calendar)
        return self.whole_date.format(date=self.dates[date.month - 1].format(day=date.day), year=date.year)

    def month_of(self, date):
        """A month with its year: "March 2026"."""
        if self.calendar:
            return format_date(date, "yMMMM", self.calendar)
        return self.whole_month.format(month=self.months[date.month - 1], year=date.year)


ENGLISH_MONTHS = ("January", "February", "March", "April", "May", "June", "July",
                  "August", "September", "October", "November", "December")
ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ENGLISH_HOURS = HoursWords(
    days=ENGLISH_DAYS, short_days=tuple(day[:3] for day in ENGLISH_DAYS), months=ENGLISH_MONTHS,
    ordinals=("first", "second", "third", "fourth", "fifth", "last"),
    dates=tuple(f"{month} {{day}}" for month in ENGLISH_MONTHS),
)


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
        hours, doubt = parse_hours("; ".join(line.rstrip("; ") for line in lines))
        if hours:
            return hours
        report_doubt(doubt, " ".join(lines), node, source)
        return Hours(lines)
    return Hours(tuple(mixed_lines(lines, node, source)))


def mixed_lines(lines, node, source):
    """Lines of both kinds as they are printed; nothing is computed of them, since words may change what they mean."""
    for line in lines:
        hours, doubt = parse_hours(line) if looks_like_osm(line) else (Hours((line,)), None)
        if not hours:
            report_doubt(doubt, line, node, source)
        yield from hours.lines if hours else (line,)


def report_doubt(doubt, text, node, source):
    """Report hours that look like OpenStreetMap's syntax and cannot be said in plain words."""
    name, what, hint = doubt
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
_SPAN = rf"{_TIME}(?:\s*-\s*{_TIME}\+?|\+)"

LOOKS = re.compile(
    rf"(?:24/7|off|closed)$|{_DAY}(?:-{_DAY}|,\s?{_DAY}|\[|\s+(?:\d|off\b|closed\b|\"))|{_MONTH}(?:-{_MONTH})?\s+{_DAY}\b"
    rf"|{_MONTH}\b.*?{_SPAN}$|week\s+\d|{_MONTH}(?:\s+\d\d?)?(?:\s*-\s*(?:{_MONTH}|\d)[\s\d]*)?\s+(?:off|closed)$", re.IGNORECASE)
ANYWHERE = re.compile(rf"\b{_DAY}(?:-{_DAY})?\s+{_SPAN}|[;,]\s*(?:PH|SH)\s+(?:off|closed|\d)|^24/7\b", re.IGNORECASE)
PIECES = re.compile(r'("[^"]*"|\|\||;|,\s+(?=(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)\b[^,;"]*\d:\d))')
RULE = re.compile(
    rf"(?:(?P<season>{_MONTH}(?:\s+\d{{1,2}})?(?:\s*-\s*(?:{_MONTH}(?:\s+\d{{1,2}})?|\d{{1,2}}))?)\s*:?\s*)?"
    rf"(?:week\s+(?P<weeks>\d{{1,2}}-\d{{1,2}}(?:/\d)?)\s*:?\s*)?"
    rf"(?P<days>{_DAY}(?:-{_DAY}|\[[-\d,]+\])?(?:,\s*{_DAY}(?:-{_DAY}|\[[-\d,]+\])?)*)?\s*"
    rf"(?P<spans>24/7|{_SPAN}(?:,\s*{_SPAN})*)?\s*(?P<state>off|closed|open)?\s*(?P<comment>\"[^\"]*\")?", re.IGNORECASE)
EDGE = re.compile(rf"({_MONTH})?\s*(\d{{1,2}})?", re.IGNORECASE)

INVALID = ("hours", "look like OpenStreetMap's but cannot be read", 'write them as in "Mo-Fr 09:00-17:00; PH off", or in words')
UNUSUAL = ("hours-not-plain", "are of a form that cannot be put in plain words", "write them in words")


def looks_like_osm(text):
    """Whether a text is meant as OpenStreetMap's opening_hours, so that it is read as such or complained of."""
    return bool(LOOKS.match(text) or ANYWHERE.search(text) or (text.startswith('"') and text.endswith('"')))


@lru_cache(maxsize=10_000)
def parse_hours(text):
    """(Hours, None), or (None, what is wrong) for what has no plain words."""
    rules = parse_rules(text)
    if rules is None:
        return None, UNUSUAL if is_valid(text) else INVALID
    opening = OpeningHours(text=text, rules=settle_overlaps(rules))
    return Hours(hours_lines(opening), opening), None


def is_valid(text):
    """Whether the library can read the text."""
    import opening_hours  # only what is unusual comes here

    return opening_hours.validate(text)


@lru_cache(maxsize=10_000)
def parse_rules(text):
    """The rules of an expression, None if one of them is not of a usual form."""
    rules, piece, otherwise = [], "", False
    for part in (*PIECES.split(text), ";"):
        if part != "||" and part != ";" and not part.startswith(","):
            piece += part
            continue
        if piece.strip():
            rule = parse_rule(piece.strip(), otherwise)
            if rule is None:
                return None
            rules += rule
        piece, otherwise = "", part == "||"
    return tuple(rules) or None


def parse_rule(text, otherwise):
    """The rules of one piece: one, or two where days and holidays stand in one list. None if it is not of a usual form."""
    match = RULE.fullmatch(text)
    if not match:
        return None
    try:
        rule = OpeningRule(
            season=parse_season(match["season"]), weeks=parse_weeks(match["weeks"]), spans=parse_spans(match["spans"]),
            closed=(match["state"] or "").lower() in ("off", "closed"), comment=(match["comment"] or "").strip('" '),
            otherwise=otherwise)
        days = parse_days(match["days"] or "")
    except ValueError:
        return None
    if not (rule.spans or rule.closed or rule.comment or match["state"]) or (rule.closed and rule.spans):
        return None
    return [replace(rule, **part) for part in days]


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


def parse_season(text):
    """((month, day), (month, day)) of "Apr-Oct" or "Dec 25"; day 0 stands for the whole month."""
    if not text:
        return ()
    halves = [EDGE.fullmatch(half.strip()).groups() for half in text.split("-")]
    first_month = MONTHS.index(halves[0][0].title()) + 1
    first = (first_month, int(halves[0][1] or 0))
    last = halves[-1]
    last = (MONTHS.index(last[0].title()) + 1 if last[0] else first_month, int(last[1] or 0))
    if max(first[1], last[1]) > 31 or bool(first[1]) != bool(last[1]):
        raise ValueError(text)
    return first, last


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


# --- rules become plain words -----------------------------------------------------------------------

@lru_cache(maxsize=10_000)
def hours_lines(opening, words=ENGLISH_HOURS):
    """The hours in plain words, a line for each rule: when it is open, then when it is closed, holidays last."""
    order = sorted(opening.rules, key=lambda rule: (rule.closed, bool(rule.holidays), rule.otherwise))
    return tuple(capitalise(line) for line in dict.fromkeys(rule_line(rule, words) for rule in order))


def rule_line(rule, words):
    """One rule in words, the days first."""
    if rule.otherwise:
        return words.otherwise.format(comment=comment_words(rule.comment, words, alone=True)) if rule.comment else rule_line(replace(rule, otherwise=False), words)
    days = days_words(rule, words)
    season = season_words(rule.season, words)
    if rule.closed:
        return closed_line(rule, days, season, words)
    if not days and rule.spans == ((0, DAY),) and not season:
        return " ".join(filter(None, (words.always, comment_words(rule.comment, words))))
    times = times_words(rule.spans, words)
    if not days and rule.spans:
        days = words.every_day
    if not times and not rule.comment:
        times = words.open.lower() if days else words.open
    comment = comment_words(rule.comment, words, alone=not days and not times)
    line = words.line.format(days=days, times=times) if days and times else days or times
    line = " ".join(filter(None, (line, comment)))
    return words.in_season.format(season=season, days=line) if season else line


def closed_line(rule, days, season, words):
    """When it is closed."""
    if days:
        line = words.closed_on.format(days=days if not rule.holidays else lower_first(days))
        line = words.in_season.format(season=season, days=line) if season else line
    elif season:
        is_day = rule.season[0][1]
        line = (words.closed_on.format(days=season) if is_day else words.closed_in.format(season=season))
    else:
        line = words.closed
    return " ".join(filter(None, (line, comment_words(rule.comment, words))))


def comment_words(comment, words, alone=False):
    """A comment as it stands after times: "by appointment" and the like as it is, all else in brackets unless it stands alone."""
    if comment.lower() == ENGLISH_HOURS.by_appointment:
        return words.by_appointment
    return comment if alone or not comment or comment.lower().startswith(("by ", "call ", "only ")) else f"({comment})"


def days_words(rule, words):
    """The days of a rule, "" for every day."""
    if rule.holidays:
        return words.public_holidays if rule.holidays == "PH" else words.school_holidays
    if rule.occurrences:
        ordinals = join([words.ordinals[number - (number > 0)] for number in rule.occurrences], words)
        days = join([words.days[day] for day in rule.days], words)
        return capitalise(words.of_month.format(ordinal=ordinals, day=days))
    days = join(day_runs(rule.days, words), words)
    if rule.weeks:
        return words.every_other.format(day=days) if days else words.every_other_week
    return days


def day_runs(days, words):
    """Names of days, with three or more in a row as "Monday to Friday"; the week may run on from Sunday to Monday."""
    days = list(days)
    if {0, 6} <= set(days) and len(days) < 7:  # begin after the gap
        start = next(number for number in range(len(days) - 1, 0, -1) if days[number] - days[number - 1] > 1)
        if len(days) - start + next((n for n, day in enumerate(days) if day != n), len(days)) > 2:
            days = days[start:] + days[:start]
    runs = []
    for day in days:
        if runs and (runs[-1][-1] + 1) % 7 == day:
            runs[-1].append(day)
        else:
            runs.append([day])
    names = []
    for run in runs:
        if len(run) > 2:
            names.append(words.days_span.format(first=words.days[run[0]], last=words.days[run[-1]]))
        else:
            names += [words.days[day] for day in run]
    return names


def season_words(season, words):
    """"April to October", "December 25", "" for the whole year."""
    if not season:
        return ""
    first, last = (
        words.dates[month - 1].format(day=day).replace(" ", NBSP) if day else words.months[month - 1]
        for month, day in season)
    return first if season[0] == season[1] else words.season_span.format(first=first, last=last)


def times_words(spans, words):
    """"9 am to noon and 1 pm to 5 pm"; a line breaks only between spans."""
    said = [words.all_day.replace(" ", NBSP) if span == (0, DAY) else span_words(*span, words) for span in spans]
    return join(said, words, NBSP)


def span_words(begin, end, words):
    if end is None:
        return words.from_time.format(time=time_words(begin, words)).replace(" ", NBSP)
    return words.times_span.format(first=time_words(begin, words), last=time_words(end, words)).replace(" ", NBSP)


def time_words(minute, words):
    """"9 am", "9:30 pm", "noon", "midnight"."""
    minute %= DAY
    named = {0: words.midnight, NOON: words.noon}.get(minute)
    if named:
        return named
    hour, rest = divmod(minute, 60)
    shown = hour if words.clock == 24 else (hour - 1) % 12 + 1
    template = words.part_hour if rest else words.whole_hour
    return template.format(hour=shown, minutes=f"{rest:02}", half=words.pm if minute >= NOON else words.am)


def join(names, words, after_joint=" "):
    """"a", "a and b", "a, b and c"; `after_joint` stands between the joint and the last."""
    if len(names) < 2:
        return "".join(names)
    *first, last = names
    text = first[0]
    for name in first[1:]:
        text = words.comma.format(text, name)
    head, tail = words.pair.rsplit("{1}", 1)
    joint = head[:-1] + after_joint if head.endswith(" ") else head
    return joint.format(text) + last + tail


def format_date(date, form, locale):
    """A date as Babel (CLDR) writes it for a locale, in the Gregorian calendar with the figures of a phone's keys.

    `form` is "long", or a skeleton such as "yMMMM".
    """
    from babel import dates  # slow to load, and an English guide has no need of it

    if form == "long":
        return dates.format_date(date, form, locale)
    return dates.format_skeleton(form, date, locale=locale)


def capitalise(text):
    return text[:1].upper() + text[1:]


def lower_first(text):
    return text[:1].lower() + text[1:]
