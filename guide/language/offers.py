"""What another language calls the words that guides say again and again, and the languages that people speak.

It is offered to whoever translates a guide, and never printed by itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, reduce

from guide.expressions import expression
from guide.language.files import fixed_words
from guide.language.scripts import base_language
from guide.language.words import ENGLISH, Words, words_in

ENGLISH_OFFERS: Mapping[str, tuple[str, ...]] = {  # the first is what English is offered
    "free": ("Free", "Free of charge", "No cost", "No charge", "No fee", "No fees"),
    "none": ("None",),
    "yes": ("Yes",),
    "no": ("No",),
    "sliding_scale": ("Sliding scale", "Sliding fee scale", "Sliding-scale"),
    "call": ("Call", "Please call"),
    "varies": ("Varies",),
    "everyone": ("Everyone", "Anyone", "Open to everyone", "Open to all"),
    "donation": ("Donation", "Donations", "By donation"),
    "photo_id": ("Photo ID", "Picture ID", "ID with photo"),
    "wheelchair_accessible": ("Wheelchair accessible", "Wheelchair-accessible", "Wheelchair access"),
}
PRINTED = ("call_before", "closed_for_now", "nationwide", "no_phone", "statewide")  # of Words
OTHER_NAMES = {  # of languages, that people say in English
    "ASL": "ase",
    "Burmese": "my",
    "Cambodian": "km",
    "Creole": "ht",
    "Farsi": "fa",
    "Kreyol": "ht",
    "Mandarin": "zh",
}
BETWEEN = expression(r"\s*(?:,\s*(?:and\s+)?|;\s*|/|&|\s(?:and|y|e|et)\s)\s*")


def offered_words(text: str, source: str, language: str) -> str:
    """A text in the words of another language, "" where they are not known; `source` is the language that it is in."""
    bare, stop = (text[:-1], ".") if text.endswith(".") else (text, "")
    key = _keys_by_word(base_language(source)).get(bare.casefold(), "")
    found = dict(_words_by_key(base_language(language))).get(key, ("",))[0] if key else ""
    return lowered(text, cased_as(text, found)) + stop if found else ""


def offered_kind(text: str, source: str, language: str) -> str:
    """What kind a number is, said in another language: "toll-free"; "" where that is not known."""
    own, other = _kinds_of(base_language(source)), _kinds_of(base_language(language))
    known = {word.casefold(): key for key, word in own.items()}
    found = other.get(known.get(text.casefold(), ""), "")
    return cased_as(text, found) if found else ""


def offered_languages(text: str, source: str, language: str) -> str:
    """The names of languages in another one, "" where one of them is not known."""
    from babel import Locale, UnknownLocaleError  # slow to load

    try:
        theirs = Locale.parse(base_language(language)).languages
    except (UnknownLocaleError, ValueError):
        return ""
    codes = codes_by_name(base_language(source))
    names = [theirs.get(codes.get(name.casefold(), ""), "") for name in BETWEEN.split(text.rstrip("."))]
    return cased_as(text, in_a_row(names, language)) if all(names) else ""


def in_a_row(names: Sequence[str], language: str) -> str:
    """Names behind each other, with the commas of their language where they are known."""
    pattern = words_in(language).hours.comma
    return reduce(lambda first, second: pattern.format(first, second), names)


def cased_as(text: str, found: str) -> str:
    """What was found, with a capital where the text begins with one."""
    return found[0].upper() + found[1:] if text[:1].isupper() else found


def lowered(text: str, found: str) -> str:
    """What was found, without a capital where the text begins without one; initials stay."""
    return found[0].lower() + found[1:] if text[:1].islower() and not found[:2].isupper() else found


@cache
def codes_by_name(source: str) -> Mapping[str, str]:
    """The codes of languages by what the language `source` calls them."""
    from babel import Locale, UnknownLocaleError  # see above

    try:
        names = {name.casefold(): code for code, name in Locale.parse(source).languages.items()}
    except (UnknownLocaleError, ValueError):
        return {}
    return names | ({name.casefold(): code for name, code in OTHER_NAMES.items()} if source == "en" else {})


@cache
def _keys_by_word(source: str) -> Mapping[str, str]:
    return {form.casefold(): key for key, forms in _words_by_key(source) for form in forms}


def _words_by_key(language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (key, what a language says for it, and what else people say); nothing of a language without words here."""
    found = fixed_words(language)
    if found is None and language != ENGLISH.language:
        return
    words: Words = words_in(language)
    yield from ((key, (getattr(words, key),)) for key in PRINTED)
    yield "by_appointment", (words.hours.by_appointment,)
    yield from ENGLISH_OFFERS.items() if found is None else ((k, (w,)) for k, w in found.offers.items())


def _kinds_of(language: str) -> Mapping[str, str]:
    """The words for each kind of number; none of a language without words here."""
    words = words_in(language)
    if words is ENGLISH:
        from guide.model import PHONE_TYPES, VOICE

        kinds = {kind: kind for kind in PHONE_TYPES if kind != VOICE} | dict(ENGLISH.phone_types)
        return kinds if language == ENGLISH.language else {}
    return words.phone_types
