"""Short values: days, ages, languages, lists of words, areas."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from guide.content.edit import Plain
from guide.exchange.clean.steps import Cleaning
from guide.exchange.clean.text import line_of
from guide.exchange.drafts import Group
from guide.exchange.origin import Cell
from guide.expressions import expression
from guide.language.addresses import STATES
from guide.language.tongues import ANY, BY_PHONE, code_of, known_code
from guide.reading.days import read_day

OLDEST = 1950  # a day before it stands for none: 1900-01-01
BETWEEN = expression(r"\s*[;,|/\n]\s*|\s+(?:and|y|et)\s+")
COUNTY = expression(r"\bcount(?:y|ies)\b", re.IGNORECASE)
SERVES = expression(
    r"^(?:serve[sd]?|serving|covers?|residents of|people (?:in|of)|primarily)\s+(?:all\s+of\s+)?(?:the\s+)?(?=\S)",
    re.IGNORECASE,
)
CODE = 3  # letters of a code of a language, at most
MANY_AREAS, LONG_AREA = 12, 40  # places; letters of one


def day_of(cells: Iterable[Cell], cleaning: Cleaning) -> str:
    """The last of some days, as content writes it; "" where there is none, or only one to come."""
    days: list[date] = []
    for cell in cells:
        day = read_date(cell, cleaning)
        if day and day <= cleaning.today:
            days.append(day)
        elif day:
            cleaning.ledger.note(cell, "day that is to come, left out")
    return max(days).isoformat() if days else ""


def read_date(cell: Cell, cleaning: Cleaning) -> date | None:
    """The day in a cell; None for one that stands for none, and for what is no day, which is told."""
    text = line_of(cell, cleaning).text
    day = read_day(re.sub(r"[T ]\d{1,2}:.*$", "", text), cleaning.country) if text else None
    if text and day is None and not re.fullmatch(r"[0\W]+(?:[T ].*)?", text):
        cleaning.ledger.note(cell, "day not read")
    return day if day and day.year > OLDEST else None


def age_of(cells: Iterable[Cell], cleaning: Cleaning) -> str:
    """An age in years as content has it; "" for none, and for one that is no limit."""
    for cell in cells:
        text = line_of(cell, cleaning).text
        match = re.fullmatch(
            r"(\d{1,3})(?:\.0+)?(?:\s*(?:years?|yrs?)(?:\s*old)?)?(?:\s*(?:and|&)?\s*(?:over|older|up|\+))?",
            text,
            re.IGNORECASE,
        )
        if match and 0 < int(match[1]) < 99:
            return match[1]
        if text and not (match and int(match[1]) in (0, *range(99, 1_000))):
            cleaning.ledger.note(cell, "age not read")
    return ""


def languages_of(cells: Iterable[Cell], cleaning: Cleaning) -> list[Plain]:
    """Languages by their codes, which every edition has its own names for; what is no language that is known stays as it is."""
    texts = [line_of(cell, cleaning).text for cell in cells]
    return unique(coded(name) for text in texts for name in divided(text))


def coded(text: str) -> str:
    """A language by its code: es for Spanish, spa and Español."""
    name = language_name(text)
    code = code_of(name, "es") or (known_code(text.lower()) if len(text) <= CODE else "")
    return BY_PHONE if code == ANY else code or name


def divided(text: str) -> list[str]:
    """The parts of a list in a text; a text with a sentence in it stays whole."""
    if len(text) > 30 and re.search(r"\.\s|\b(?:is|are|available|by)\b", text):
        return [text]
    return [part.strip(" .") for part in BETWEEN.split(text) if part.strip(" .")]


def language_name(text: str) -> str:
    """The name of a language that stands as a code: en, spa."""
    return language_names().get(text.casefold(), text) if len(text) <= 3 else text


@cache
def language_names() -> dict[str, str]:
    """{code of two letters, or of three: name in English}."""
    from babel import Locale  # most sources name their languages

    names = {
        str(code).casefold(): str(name) for code, name in Locale("en").languages.items() if len(code) <= 3
    }
    return names | {
        "spa": "Spanish",
        "eng": "English",
        "asl": "American Sign Language",
        "vie": "Vietnamese",
        "chi": "Chinese",
        "rus": "Russian",
    }


def unique(texts: Iterable[str]) -> list[Plain]:
    """Texts in their order, none twice, whatever their capitals."""
    found: dict[str, str] = {}
    for text in texts:
        if text:
            found.setdefault(text.casefold(), text)
    return list(found.values())


def areas_of(cells: Iterable[Cell], groups: Sequence[Group], cleaning: Cleaning) -> list[Plain]:
    """Places that are served, as content has them: counties, cities, states; a long list is told and left to words."""
    named = [(cell, "") for cell in cells]
    named += [
        (group["name"], group["type"].text.casefold() if "type" in group else "")
        for group in groups
        if "name" in group
    ]
    found: dict[str, Plain] = {}
    for cell, kind in named:
        text = line_of(cell, cleaning).text
        if len(text) > LONG_AREA and len(divided(text)) == 1:
            cleaning.ledger.note(cell, "area in many words, left out")
            continue
        for part in divided(text):
            found.setdefault(part.casefold(), area(part, kind, cleaning.country))
    if len(found) > MANY_AREAS:
        cleaning.ledger.note(named[0][0], f"more than {MANY_AREAS} areas, left out", "")
        return []
    return list(found.values())


def area(text: str, kind: str, country: str) -> dict[str, Plain]:
    """A place that is served."""
    states = STATES.get(country, {})
    code = next(
        (each for each, name in states.items() if text.casefold() in (name.casefold(), each.casefold())), ""
    )
    if code and kind not in ("county", "city"):
        return {"state_province": code}
    if re.fullmatch(r"\d{5}", text):
        return {"postal_codes": [text]}
    text = SERVES.sub("", text)
    if kind == "county" or COUNTY.search(text):
        return {"county": text if COUNTY.search(text) else f"{text} County"}
    return {"city": text}
