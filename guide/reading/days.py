"""Days as people and spreadsheets write them: 2026-03-14, 3/14/2026, 14.3.26, 14 March 2026, 14 de marzo de 2026."""

import re
from datetime import date

from guide.expressions import expression

MONTH_FIRST = frozenset(("US", "PH", "PW", "FM", "MH"))  # countries that write 3/14/2026
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan ene",
            "feb",
            "mar",
            "apr abr",
            "may",
            "jun",
            "jul",
            "aug ago",
            "sep set",
            "oct",
            "nov",
            "dec dic",
        ),
        1,
    )
    for name in names.split()
}
TIME = expression(r"[ T]\d{1,2}:\d\d(:\d\d)?( ?[ap]\.?m\.?)?$", re.IGNORECASE)  # what a spreadsheet adds
YEAR_FIRST = expression(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
YEAR_LAST = expression(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)", re.ASCII)
DAY_NAMED = expression(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:de |of )?([^\W\d_]{3,})\.?,?[ -](?:de )?(\d{4}|\d\d)"
)
MONTH_NAMED = expression(r"([^\W\d_]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


def read_day(text: str, country: str = "US") -> date | None:
    """The day that a text means, None where it is none; 3/4/2026 is read as the country writes it."""
    text = TIME.sub("", " ".join(text.casefold().split()))
    if match := YEAR_FIRST.fullmatch(text):
        return day_of(match[1], match[2], match[3])
    if match := YEAR_LAST.fullmatch(text):
        first, second = (match[1], match[3]) if month_first(match[2], country) else (match[3], match[1])
        return day_of(match[4], first, second) or day_of(match[4], second, first)
    if match := DAY_NAMED.fullmatch(text):
        return day_of(match[3], month_of(match[2]), match[1])
    if match := MONTH_NAMED.fullmatch(text):
        return day_of(match[3], month_of(match[1]), match[2])
    return None


def is_two_days(text: str) -> bool:
    """Whether a day such as 3/4/2026 is another one where the month stands second."""
    match = YEAR_LAST.fullmatch(TIME.sub("", text.strip().casefold()))
    return match is not None and match[1] != match[3] and max(int(match[1]), int(match[3])) <= 12


def month_first(sign: str, country: str) -> bool:
    """Whether the month stands first in numbers with this sign between them; with full stops, nowhere."""
    return sign != "." and country in MONTH_FIRST


def month_of(name: str) -> str:
    return str(MONTHS.get(name[:3], 0))


def day_of(year: str, month: str, day: str) -> date | None:
    """The day with these numbers, None where there is none."""
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None
