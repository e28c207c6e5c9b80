"""Hours and schedules: words stay words where they are read as hours; tables of days become the syntax of OpenStreetMap."""

import re
from collections.abc import Iterable, Iterator, Sequence

from guide.content.hours_syntax import looks_like_osm
from guide.exchange.clean.small import OLDEST
from guide.exchange.clean.steps import Cleaning
from guide.exchange.clean.text import line_of, lines_of
from guide.exchange.drafts import Group
from guide.exchange.origin import Cell
from guide.expressions import expression
from guide.reading.days import read_day

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
DAY_NAMES = {
    **{name: day for names in ("monday tuesday wednesday thursday friday saturday sunday", "lunes martes miércoles jueves viernes sábado domingo", "lundi mardi mercredi jeudi vendredi samedi dimanche", "montag dienstag mittwoch donnerstag freitag samstag sonntag") for name, day in zip(names.split(), DAYS)},
    **{day.upper().casefold(): day for day in DAYS},
    **dict(zip("mon tue wed thu fri sat sun".split(), DAYS)),
    **{"tues": "Tu", "thur": "Th", "thurs": "Th", "miercoles": "We", "sabado": "Sa", "sonnabend": "Sa", "di": "Tu", "mi": "We", "do": "Th", "so": "Su"},
}  # fmt: skip
TIME = expression(
    r"(?:\d{4}-\d\d-\d\d[T ])?(\d{1,2})(?::?(\d\d))?(?::\d\d(?:\.\d+)?)?\s*([ap])?\.?\s*(?:m\.?)?(?:Z|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
BY_DAY = expression(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)")
YES = ("yes", "true", "1", "y", "closed")
LUMP = expression(
    r"(?<=\S)\s+(?=(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?:)", re.IGNORECASE
)
DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?s?)\b"
DIVIDED = expression(
    rf"\n|(?<!\d);\s*(?=\D)|;\s*(?=\d\d?(?::\d\d)?\s*[ap]\.?m)|\s+\*\s+|(?<=[apm\d])\.\s+(?={DAY}[^.\n]*\d)",
    re.IGNORECASE,
)
MORE_TIMES = expression(
    r"\d{1,2}(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:-|\u2013|to)\s*\d[\d:]*\s*(?:[ap]\.?m\.?)?", re.IGNORECASE
)
LABEL = expression(rf"^([^\W\d][^:\d]{{1,40}}?)\s+(?:--|\u2013|\u2014)\s+(?={DAY})", re.IGNORECASE)
MIDNIGHTS = expression(r"\b(\w+):?\s*0?0:00(?::00)?\s*-\s*0?0:00(?::00)?", re.IGNORECASE)


def hours_of(cells: Iterable[Cell], cleaning: Cleaning) -> list[str]:
    """Lines of hours as content has them: the words of the source, each line told that could not be read or has two meanings."""
    found: list[str] = []
    for cell in cells:
        cell = lines_of(cell, cleaning, words=False)
        text = MIDNIGHTS.sub(r"\1 closed", LUMP.sub("\n", cell.text))
        lines = lines_in(text)
        if lines and cleaning.does("hours"):
            judge(lines, cell, cleaning)
        found += [line for line in lines if line not in found]
    return found


def lines_in(text: str) -> list[str]:
    """The lines of hours: one for each day or label; further times of a day stand behind its first."""
    found: list[str] = []
    for part in filter(None, (part.strip(" ;,") for part in DIVIDED.split(text))):
        if found and MORE_TIMES.fullmatch(part.rstrip(".")) and re.search(DAY, found[-1], re.IGNORECASE):
            found[-1] += f", {part}"
        else:
            found.append(LABEL.sub(r"\1: ", part))
    return found


def judge(lines: Sequence[str], cell: Cell, cleaning: Cleaning) -> None:
    """Tell what is read of hours, if it is not all of them in one meaning."""
    from guide.content.said.read import read_said  # a source may have no hours in words

    if all(map(looks_like_osm, lines)):
        return
    said = read_said("\n".join(lines))
    if not said.rules:
        cleaning.ledger.note(cell, "hours not read, kept as words", said.unread)
    for taken in said.taken:
        cleaning.ledger.note(cell._replace(text=taken.text), "hours with two meanings", taken.said)


def schedule_of(groups: Sequence[Group], cleaning: Cleaning) -> list[str]:
    """Lines of hours for a table of schedules: days with equal hours together, what is no week of them in words."""
    weekly: dict[str, list[str]] = {}
    others: list[str] = []
    for group in groups:
        for day, span in spans_of(group, others, cleaning):
            if span not in weekly.setdefault(day, []):
                weekly[day].append(span)
    by_span: dict[tuple[bool, str], list[str]] = {}
    for day in sorted(weekly, key=day_place):
        by_span.setdefault((day in DAYS, ",".join(sorted(weekly[day]))), []).append(day)
    every = [f"{in_a_row(days)} {spans}" for (weekly_day, spans), days in by_span.items() if weekly_day]
    some = [f"{in_a_row(days)} {spans}" for (weekly_day, spans), days in by_span.items() if not weekly_day]
    lines = ", ".join(filter(None, ("; ".join(every), *some)))  # a comma: beside what the week says
    return [lines, *others] if lines else others


def day_place(day: str) -> tuple[int, str]:
    """Where a day stands in the week."""
    return DAYS.index(day[:2]), day


def in_a_row(days: Sequence[str]) -> str:
    """Days as OpenStreetMap writes them: Mo-Fr, Sa[2]."""
    runs: list[list[str]] = []
    for day in days:
        follows = (
            runs and day in DAYS and runs[-1][-1] in DAYS and DAYS.index(day) == DAYS.index(runs[-1][-1]) + 1
        )
        if follows:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ",".join(run) for run in runs)


def spans_of(group: Group, others: list[str], cleaning: Cleaning) -> Iterator[tuple[str, str]]:
    """Yield (day, span) of a row of schedules; its words, and what is no week, go to the other lines."""
    said = {key: line_of(cell, cleaning, words=False).text for key, cell in group.items()}
    at = next(iter(group.values()))
    rule = rule_of(said)
    if said.get("closed", "").casefold() in YES or is_over(said.get("valid_to", ""), cleaning):
        cleaning.ledger.note(
            at._replace(text="; ".join(filter(None, said.values()))),
            "schedule left out: closed days, or over",
        )
        return
    days = list(days_of(said, rule))
    span = span_of(said)
    words = said.get("description", "")
    if days and span and rule.get("INTERVAL", "1") == "1" and "BYMONTHDAY" not in rule:
        yield from ((day, span) for day in days)
    elif words:
        others += [words] if words not in others else []
    elif any(said.get(part) for part in ("weekday", "opens_at", "closes_at")) or rule:
        words = spoken(said)
        others += [words] if words and words not in others else []
        if words and cleaning.does("hours"):
            judge([words], at._replace(text=words), cleaning)
        elif not words:
            cleaning.ledger.note(
                at._replace(text="; ".join(filter(None, said.values()))), "schedule not read"
            )


def spoken(said: dict[str, str]) -> str:
    """A row of schedules in its own words, where its times are more than times: Saturday: 7am - 8am; "" for others."""
    times = [said[part] for part in ("opens_at", "closes_at") if said.get(part)]
    if not any(clock(text) is None and any(map(str.isdigit, text)) for text in times):
        return ""
    day = said.get("weekday", "")
    return f"{f'{day}: ' if day else ''}{' - '.join(times)}"


def rule_of(said: dict[str, str]) -> dict[str, str]:
    """The parts of a repetition, as iCalendar names them."""
    text = said.get("rrule", "").removeprefix("RRULE:")
    rule = dict(part.split("=", 1) for part in text.split(";") if "=" in part)
    named = {"FREQ": "freq", "INTERVAL": "interval", "BYDAY": "byday", "BYMONTHDAY": "bymonthday"}
    return rule | {key: said[name].upper() for key, name in named.items() if said.get(name)}


def days_of(said: dict[str, str], rule: dict[str, str]) -> Iterator[str]:
    """Yield the days of a row: Mo, or Tu[2] for the second of a month."""
    if weekday := said.get("weekday", ""):
        yield from filter(
            None, (DAY_NAMES.get(word.casefold().strip(".")) for word in re.split(r"[\s,;/]+", weekday))
        )
    monthly = rule.get("FREQ") == "MONTHLY"
    for number, day in BY_DAY.findall(rule.get("BYDAY", "")):
        yield f"{day.capitalize()}[{int(number)}]" if monthly and number else day.capitalize()
    if rule.get("FREQ") == "DAILY" and not weekday and not rule.get("BYDAY"):
        yield from DAYS


def span_of(said: dict[str, str]) -> str:
    """ "09:00-17:00" of a row, "" where it has not both."""
    opens, closes = clock(said.get("opens_at", "")), clock(said.get("closes_at", ""))
    if opens is None or closes is None or opens == closes:
        return (
            "00:00-24:00" if opens == closes == 0 and said.get("opens_at") and said.get("closes_at") else ""
        )
    if (
        closes < opens
        and closes < 720
        and not re.search("(?i)am|pm", said["closes_at"])
        and re.search("(?i)am", said["opens_at"])
    ):
        closes += 720  # "9am" to "03:00"
    return f"{dial(opens)}-{dial(closes or 1440)}"


def clock(text: str) -> int | None:
    """The minutes of a time, from midnight; None where it is none."""
    match = TIME.fullmatch(text.strip())
    if not match:
        return {"noon": 720, "midnight": 0}.get(text.strip().casefold())
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        hour = hour % 12 + (12 if match[3].casefold() == "p" else 0)
    return hour * 60 + minute if hour * 60 + minute <= 1440 and minute < 60 else None


def dial(minutes: int) -> str:
    """A time as OpenStreetMap writes it."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def is_over(text: str, cleaning: Cleaning) -> bool:
    """Whether a last day has passed; years that stand for none have not."""
    day = read_day(text, cleaning.country) if text else None
    return day is not None and day.year > OLDEST and day < cleaning.today
