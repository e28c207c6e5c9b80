"""The fixed texts in other languages than English: a file for each, `guide/languages/CODE.yaml`, and dates from CLDR."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from guide.language.hours_words import HoursWords
from guide.language.scripts import base_language
from guide.reading.nodes import build_nodes
from guide.reading.source import Source
from guide.reading.text import DIRECTION

FOLDER = Path(__file__).resolve().parent.parent / "languages"
CALENDAR = (
    "days",
    "short_days",
    "months",
    "dates",
    "pair",
    "comma",
)  # of HoursWords; what a file does not give, CLDR does


@dataclass(frozen=True, kw_only=True, slots=True)
class FixedWords:
    """What a language file says."""

    language: str
    checked: str  # the name of the native speaker who has read it; "" for nobody yet
    words: dict
    hours: HoursWords


def language_codes():
    """The languages that there are fixed texts in, English first; tuple of codes."""
    return ("en", *sorted(path.stem for path in FOLDER.glob("*.yaml")))


SAME = {"fil": "tl"}  # two codes of one language


def fixed_words(language):
    """The fixed texts of a language, or of its family; None where there are none in it."""
    code = base_language(language)
    return _read_words(SAME.get(code, code))


@cache
def _read_words(code):
    path = FOLDER / f"{code}.yaml"
    if not path.exists():
        return None
    source = Source(path, FOLDER)
    source.text = path.read_text(encoding="utf-8")
    values = plain_value(build_nodes(source.text, source))
    hours = values["hours"]
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in hours.items()}
    given["clock"] = int(given["clock"])
    words = {
        key: tuple(value) if isinstance(value, list) else value for key, value in values["words"].items()
    }
    checked = "" if values["checked"] == "no" else values["checked"]
    return FixedWords(
        language=values["language"],
        checked=checked,
        words=words,
        hours=HoursWords(**calendar(path.stem, given) | given),
    )


def plain_value(node):
    """A node as plain dicts, lists and texts."""
    value, _ = node
    if isinstance(value, tuple):
        return {key: plain_value(each) for (key, _), each in value}
    return [plain_value(each) for each in value] if isinstance(value, list) else value


def calendar(language, given):
    """Days, months and lists of a language as CLDR has them, as values of HoursWords."""
    if all(key in given for key in CALENDAR):
        return {}
    from babel import Locale  # slow to load, and an English guide has no need of it
    from babel.dates import format_skeleton

    locale = Locale.parse(language)
    days = locale.days["stand-alone"]
    months = locale.months["stand-alone"]["wide"]
    dates = [
        format_skeleton("MMMMd", date(2001, month, 28), locale=locale).replace("28", "{day}")
        for month in range(1, 13)
    ]
    lists = locale.list_patterns["standard"]
    return {
        "days": tuple(days["wide"][day] for day in range(7)),
        "short_days": tuple(days["abbreviated"][day] for day in range(7)),
        "shorter_days": tuple(tuple(days[form][day] for day in range(7)) for form in ("short", "narrow")),
        "months": tuple(months[month] for month in range(1, 13)),
        "dates": tuple(dates),
        "pair": without_marks(lists["2"]),
        "comma": without_marks(lists["middle"]),
        "calendar": language,
    }


def without_marks(text):
    """A text of CLDR without marks of direction: the layout isolates what has one of its own."""
    return "".join(character for character in text if character not in DIRECTION)


def language_name(code, language):
    """What a language is called in another: "español" for "es" in "es"."""
    from babel import Locale, UnknownLocaleError  # see above

    try:
        return Locale.parse(base_language(language)).languages.get(base_language(code), code)
    except (UnknownLocaleError, ValueError):
        return code


def plural_category(language, count):
    """The category of a count, "one", "few", "many" or "other" (CLDR)."""
    from babel import Locale  # see above

    return Locale.parse(base_language(language)).plural_form(count)
