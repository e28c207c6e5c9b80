"""Distances in words: "500 m", "0.5 mi"."""

from babel import Locale
from babel.core import UnknownLocaleError
from babel.units import format_unit

from guide.language.scripts import NBSP, base_language

MILES = ("US", "GB", "LR", "MM")  # countries whose people count in miles
NARROW = "\u202f"  # a space that few faces have
FOOT, MILE = 0.3048, 1609.344
METRIC = tuple(
    (value * unit, value, name)
    for unit, name, values in ((1, "meter", (50, 100, 200, 500)), (1000, "kilometer", (1, 2, 5, 10, 20, 50)))
    for value in values
)
ENGLISH = tuple(
    (value * unit, value, name)
    for unit, name, values in ((FOOT, "foot", (200, 500, 1000)), (MILE, "mile", (0.25, 0.5, 1, 2, 5, 10, 20)))
    for value in values
)  # (metres, how many, of which unit)


def round_distance(most: float, country: str, language: str) -> tuple[float, str]:
    """(metres, words) of the longest round distance that is no more than so many metres, or else of the shortest."""
    known = ENGLISH if country in MILES else METRIC
    metres, value, unit = next((each for each in reversed(known) if each[0] <= most), known[0])
    said = str(format_unit(value, f"length-{unit}", "short", locale=locale_of(language, country)))
    return metres, said.replace(NARROW, NBSP)


def locale_of(language: str, country: str) -> Locale:
    """The rules of a language in a country, or else of the language, or of English where nobody knows it."""
    for code in (f"{base_language(language)}_{country}", language.replace("-", "_")):
        try:
            return Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
