"""The order of names: by letters, as somebody who reads the language looks them up."""

import unicodedata
from functools import lru_cache

from guide.language.scripts import base_language

# Letters that Unicode does not take apart into a letter and a mark.
WHOLE_LETTERS = str.maketrans(
    {
        "Ł": "L",
        "ł": "l",
        "Ø": "O",
        "ø": "o",
        "Đ": "D",
        "đ": "d",
        "Ħ": "H",
        "ħ": "h",
        "ı": "i",
        "Æ": "AE",
        "æ": "ae",
        "Œ": "OE",
        "œ": "oe",
        "Þ": "Th",
        "þ": "th",
    }
)


KEPT = 50_000  # names are sorted in several places, and again and again by a process that goes on


@lru_cache(KEPT)
def sort_key(text: str, language: str = "en") -> tuple[str | bytes, str]:
    """What sorts names of a language; a leading `The` is left out.

    English is sorted by letters without accents or case, which is ICU's order for it and needs no ICU: that takes 12 ms to
    load, a tenth of a small build. Every other language is sorted by ICU.
    """
    text = text.removeprefix("The ").removeprefix("the ")
    if base_language(language) != "en":
        from guide.language.unicode import collation_key  # see above

        return collation_key(text, language), text
    plain = unicodedata.normalize("NFD", text.translate(WHOLE_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold(), text
