"""The fixed texts in other languages than English: a file for each, `guide/languages/CODE.yaml`, and dates from CLDR."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias, TypedDict, cast

from guide.language.hours_words import HoursWords
from guide.language.scripts import base_language
from guide.reading.nodes import build_nodes
from guide.reading.source import Node, Source
from guide.reading.text import DIRECTION, fold

FOLDER = Path(__file__).resolve().parent.parent / "languages"
CALENDAR = (
    "days",
    "short_days",
    "months",
    "dates",
    "pair",
    "comma",
)  # of HoursWords; what a file does not give, CLDR does


Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
Text: TypeAlias = str | tuple[str, ...] | Mapping[str, str]  # one, several, or one for each plural category


class LanguageFile(TypedDict):
    """A language file as it is written, see `guide/languages/`."""

    language: str
    checked: str
    words: dict[str, str | list[str] | dict[str, str]]
    offers: dict[str, str]
    ways: dict[str, str]
    hours: dict[str, str | list[str]]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class FixedWords:
    """What a language file says."""

    language: str
    checked: str  # the name of the native speaker who has read it; "" for nobody yet
    words: Mapping[str, Text]  # by the fields of Words
    offers: Mapping[str, str]  # words that are offered to translators, by the keys of ENGLISH_OFFERS
    ways: Mapping[str, str]  # of how to get there, by the keys of ENGLISH_WAYS
    hours: HoursWords


def language_codes() -> tuple[str, ...]:
    """The languages that there are fixed texts in, English first; tuple of codes."""
    return ("en", *sorted(path.stem for path in FOLDER.glob("*.yaml")))


SAME = {"fil": "tl"}  # two codes of one language


def fixed_words(language: str) -> FixedWords | None:
    """The fixed texts of a language, or of its family; None where there are none in it."""
    code = base_language(language)
    return _read_words(SAME.get(code, code))


@cache
def _read_words(code: str) -> FixedWords | None:
    path = FOLDER / f"{code}.yaml"
    if not path.exists():
        return None
    values = read_language_file(path)
    given = {
        key: tuple(value) if isinstance(value, list) else value for key, value in values["hours"].items()
    }
    words = {
        key: tuple(value) if isinstance(value, list) else value for key, value in values["words"].items()
    }
    return FixedWords(
        language=values["language"],
        checked="" if values["checked"] == "no" else values["checked"],
        words=words,
        offers=values["offers"],
        ways=values["ways"],
        hours=hours_words(path.stem, given),
    )


def hours_words(language: str, given: Mapping[str, str | tuple[str, ...]]) -> HoursWords:
    """The words of hours that a language file gives, with those that CLDR has where it gives none."""
    values: dict[str, Any] = {**calendar(language, given), **given}  # each is what the field of its name is
    values["clock"] = int(values["clock"])
    return HoursWords(**values)


def read_language_file(path: Path) -> LanguageFile:
    """A language file as plain values."""
    source = Source(path, FOLDER)
    source.text = path.read_text(encoding="utf-8")
    top = build_nodes(source.text, source)
    if top is None:
        raise ValueError(f"a language file cannot be read: {source.problems[0]}")
    return cast(LanguageFile, plain_value(top))  # of this program, and of the shape that it needs


def plain_value(node: Node) -> Plain:
    """A node as plain dicts, lists and texts."""
    value, _ = node
    if isinstance(value, tuple):
        return {str(key): plain_value(each) for (key, _), each in value}
    return [plain_value(each) for each in value] if isinstance(value, list) else value


def calendar(language: str, given: Collection[str]) -> dict[str, Any]:
    """Days, months and lists of a language as CLDR has them, as values of HoursWords; {} where all are `given`."""
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


def without_marks(text: str) -> str:
    """A text of CLDR without marks of direction: the layout isolates what has one of its own."""
    return "".join(character for character in text if character not in DIRECTION)


def language_name(code: str, language: str) -> str:
    """What a language is called in another: "español" for "es" in "es"."""
    from babel import Locale, UnknownLocaleError  # see above

    try:
        return str(Locale.parse(base_language(language)).languages.get(base_language(code), code))
    except (UnknownLocaleError, ValueError):
        return code


def language_code(text: str) -> str:
    """The code of a language that is written as its name: es for Spanish and for espa\u00f1ol; the text itself for any other."""
    name = fold(text).casefold()
    if len(name) <= 3 or "-" in name or "_" in name:
        return text
    for code in language_codes():
        if name in (language_name(code, "en").casefold(), language_name(code, code).casefold()):
            return code
    from guide.language.tongues import code_of  # which needs this module

    found = code_of(text, "en")  # Farsi, Mandarin, Creole
    return found if found in language_codes() else text


def plural_category(language: str, count: int) -> str:
    """The category of a count, "one", "few", "many" or "other" (CLDR)."""
    from babel import Locale  # see above

    return str(Locale.parse(base_language(language)).plural_form(count))
