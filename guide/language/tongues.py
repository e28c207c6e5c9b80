"""The languages that people speak: their codes (BCP 47) and what each is called in another."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from guide.expressions import expression
from guide.language.offers import codes_by_name, in_a_row
from guide.language.scripts import base_language
from guide.language.words import words_in

ANY = "any"  # in the place of a code: an interpreter on the phone, who speaks all of them
BY_PHONE = "others by phone"  # how content writes it
INTERPRETER = expression(r"(?:any|all|others?)(?: languages?)? (?:by|over the) (?:tele)?phone", re.IGNORECASE)
CODE = expression(r"([a-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?")
AMERICAN_SIGN = "ase"
PARTED = expression(r"(.+?) \((.+)\)")  # Chinese (Simplified)
APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bb\u02bc\u02c8`\u00b4", "'"))
MORE = {  # names in English of languages that people speak and CLDR has not
    "acr": "Achi", "agu": "Awakatek", "aii": "Assyrian Neo-Aramaic", "asf": "Auslan", "bfi": "British Sign Language",
    "cab": "Garifuna", "cnh": "Hakha Chin", "cld": "Chaldean Neo-Aramaic", "csn": "Colombian Sign Language",
    "fcs": "Quebec Sign Language", "hnj": "Green Hmong", "ium": "Iu Mien", "ixl": "Ixil", "kar": "Karen", "kjb": "Q\u2019anjob\u2019al",
    "ksw": "S\u2019gaw Karen", "kyu": "Western Kayah", "lsm": "Saamia", "mam": "Mam", "mfs": "Mexican Sign Language", "mix": "Mixtec",
    "mnk": "Mandinka", "mww": "White Hmong", "nah": "Nahuatl", "poc": "Poqomam", "poh": "Poqomchi\u2019", "prs": "Dari",
    "pst": "Central Pashto", "trq": "Triqui", "tsz": "Purepecha", "tzh": "Tzeltal", "tzo": "Tzotzil", "yua": "Yucatec Maya",
}  # fmt: skip
ELSE = {
    "american sign": AMERICAN_SIGN, "assyrian": "aii", "bengali": "bn", "cape verdean": "kea", "cape verdean creole": "kea",
    "chaldean": "cld", "fulani": "ff", "haitian": "ht", "hokkien": "nan", "ilocano": "ilo", "k'iche": "quc", "kanjobal": "kjb",
    "karen": "kar", "kekchi": "kek", "kiche": "quc", "kirundi": "rn", "kiswahili": "sw", "kreyol ayisyen": "ht",
    "krey\u00f2l": "ht", "krey\u00f2l ayisyen": "ht", "laotian": "lo", "mien": "ium", "mixteco": "mix", "pulaar": "ff",
    "pur\u00e9pecha": "tsz", "quiche": "quc", "sign language": AMERICAN_SIGN, "sorani": "ckb", "tagalog": "tl",
    "taiwanese": "nan", "trique": "trq", "zapoteco": "zap",
}  # what people call languages beside their names  # fmt: skip


def known_code(text: str) -> str:
    """A code as it is written by its standard, "zh-Hans" for zh_hans; "" for one of no language that is known."""
    match = CODE.fullmatch(text)
    language, script, region = (each or "" for each in match.groups()) if match else ("", "", "")
    language = _usual_code(language)
    if not language:
        return ""
    parts = filter(None, (language, script.title(), region.upper()))
    return "-".join(parts) if {script.title(), region.upper()} <= _parts() else ""


def _usual_code(code: str) -> str:
    """The code of a language that is in use, "es" for spa and "he" for iw; "" where it is not known."""
    from babel.core import get_global  # see _names

    names = _names("en")
    now = code if code in names else str(get_global("language_aliases").get(code, "")).partition("_")[0]
    return now if now in names else ""


def nearest_code(text: str) -> str:
    """A code that is known and is much like one that is not: es for es-Latm; "" for none."""
    base = text.replace("_", "-").partition("-")[0]
    return known_code(base) if base != text else ""


def code_of(text: str, language: str) -> str:
    """The code of a language that stands as its code, or as its name in a language or in English; "" where it is not known."""
    name = text.strip()
    if INTERPRETER.fullmatch(name):
        return ANY
    parted = PARTED.fullmatch(name)
    for said in (name, f"{parted[2]} {parted[1]}") if parted else (name,):
        for each in (base_language(language), "en"):
            if found := _codes(each).get(_as_key(said), ""):
                return found
    return known_code(name)


def _as_key(name: str) -> str:
    """A name as it is looked for: in small letters, its apostrophes straight."""
    return name.casefold().translate(APOSTROPHES)


def codes_of(items: Iterable[str], language: str) -> tuple[str, ...]:
    """The codes of all items, each once, () where one of them is not known."""
    codes = [code_of(each, language) for each in items]
    return tuple(dict.fromkeys(codes)) if all(codes) else ()


def name_of(code: str, language: str) -> str:
    """What a language is called in another: "chino simplificado" for zh-Hans in Spanish; in English where that is not known."""
    if code == ANY:
        return words_in(language).others_by_phone
    if code == AMERICAN_SIGN:
        return words_in(language).american_sign_language
    for tongue in (base_language(language), "en"):
        if found := _names(tongue).get(code.replace("-", "_")) or _name_with_parts(code.split("-"), tongue):
            return found
    return code


def _name_with_parts(parts: Sequence[str], tongue: str) -> str:
    """A language and what sets it apart, "Chinese (Taiwan)" for zh-TW; "" where the language has no name for it."""
    from babel import Locale  # see _names

    names = _names(tongue)
    known = next((n for n in range(len(parts) - 1, 0, -1) if "_".join(parts[:n]) in names), 0)
    if not known:
        return ""
    locale = Locale.parse(tongue)
    rest = [str(locale.scripts.get(each) or locale.territories.get(each) or each) for each in parts[known:]]
    return f"{names['_'.join(parts[:known])]} ({', '.join(rest)})"


def named(codes: Iterable[str], language: str) -> str:
    """Languages by their names in one, in a row, the first with a capital: "Espa\u00f1ol, chino"."""
    row = in_a_row([name_of(each, language) for each in codes], language)
    return row[:1].upper() + row[1:]


@cache
def _parts() -> frozenset[str]:
    """The codes of all scripts and regions, and "" for none."""
    from babel import Locale  # see _names

    english = Locale("en")
    return frozenset(("", *map(str, english.scripts), *map(str, english.territories)))


def names_in(language: str) -> tuple[str, ...]:
    """The names of all languages in one, as people write them."""
    return tuple(_names(base_language(language)).values())


@cache
def _names(language: str) -> Mapping[str, str]:
    """{code: name} of all languages in one, {} where that is not known."""
    from babel import Locale, UnknownLocaleError  # slow to load, and a guide may name no language

    try:
        names = {str(code): str(name) for code, name in Locale.parse(language).languages.items()}
    except (UnknownLocaleError, ValueError):
        return {}
    return MORE | names if language == "en" else names


@cache
def _codes(language: str) -> Mapping[str, str]:
    """{name in small letters: code} in a language."""
    codes = {_as_key(name): code.replace("_", "-") for name, code in codes_by_name(language).items()}
    if language == "en":
        return {_as_key(name): code for code, name in MORE.items()} | ELSE | codes
    return codes | {words_in(language).american_sign_language.casefold(): AMERICAN_SIGN}
