"""What Unicode and CLDR know of scripts, by ICU: where lines may end, which way texts run, how names are sorted.

Imported only for texts that need it: ICU takes 10 ms to load.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Any

import icu

from guide.expressions import expression
from guide.language.scripts import base_language, is_spaceless

# UAX 9: what begins a text from left to right, or one that runs as its first letter does, and what ends either.
START_RIGHTWARD, START_OWN, END_ISOLATE = "\u2066", "\u2068", "\u2069"
ISOLATES = (START_RIGHTWARD, START_OWN, END_ISOLATE)
# What keeps its own order in a text that runs leftward: a number to call or a date in figures, and words in Latin
# letters with the figures, brackets and marks between them: "Pat Morgan, RN", "123 Main Street, Suite 5".
_NUMBER = r"\+?\(?\d(?:[\d\-\u2010-\u2012./() ]*\d)\)?"
_LETTER = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_INNER = rf"[{_LETTER}\d.'\u2019@/:&+_~%-]*"
_WORD = rf"[{_LETTER}\d&#]{_INNER}"  # a suite may be "#4B"
_HOUSE = rf"\d{{1,5}}(?:[-/]\d{{1,5}})?[{_LETTER}]?"  # the number of a house before its street
ISOLATED = expression(
    rf"\(?(?:{_HOUSE}[ \u00a0]){{0,2}}(?:\d+[{_LETTER}]|(?:\d+-)*[{_LETTER}]){_INNER}(?:,?[ \u00a0]\(?{_WORD}\)?)*\)?|{_NUMBER}"
)
CLOSING = ".,:;/-"  # marks at the end that belong to the text around
DASH = "\u2013"
LEAST_FIGURES = 5  # of a number that is kept as one: a range such as 3-5 runs with the text


# What stays with its figure in Chinese and Japanese: the hour, the day, the year of age; and the half of the day with its hour.
TIED = expression(
    "(?<=\\d)(?=[\u6642\u65f6\u70b9\u5206\u5e74\u6708\u65e5\u53f7\u6b73\u5c81])"
    "|(?<=[\u4e0a\u4e0b]\u5348)(?=\\d)|(?<=[\u4e0a\u4e0b])(?=\u5348\\d)"
    "|(?<=\u5348[\u524d\u5f8c])(?=\\d)|(?<=\u5348)(?=[\u524d\u5f8c]\\d)"
)
# Korean lines end at spaces, those of Chinese and Japanese never before a small kana or a mark (CSS: keep-all, strict).
BREAKING = {"ko": "@lw=phrase", "ja": "@lb=strict", "zh": "@lb=strict"}


@cache
def _line_breaker(language: str) -> Any:
    return icu.BreakIterator.createLineInstance(
        icu.Locale(language + BREAKING.get(base_language(language), ""))
    )


def line_ends(text: str, language: str) -> list[int]:
    """Where a line may end (UAX 14; for Thai, Lao, Khmer and Burmese by dictionary): offsets in the text, the last its end.

    None ends within "6–9 pm" or "Mon–Fri", as none does in English.
    """
    breaker = _line_breaker(language)
    breaker.setText(text)
    ends = _from_utf16(text, list(breaker))
    if not text.isascii():
        tied = {match.start() for match in TIED.finditer(text)}
        ends = [end for end in ends if end not in tied]
    if any(map(is_spaceless, text)):
        ends = _without_lone_letters(text, ends)
    if DASH not in text:
        return ends
    return [end for end in ends if end == len(text) or text[end - 1] != DASH or not text[end].isalnum()]


def _without_lone_letters(text: str, ends: Sequence[int]) -> list[int]:
    """The ends but those that would part a letter from a word that no dictionary has: behind one letter, before another."""
    kept: list[int] = []
    for end in ends:
        lone = kept and end == kept[-1] + 1 or end == 1
        if not (lone and end < len(text) and is_spaceless(text[end - 1]) and is_spaceless(text[end])):
            kept.append(end)
    return kept


def _from_utf16(text: str, offsets: list[int]) -> list[int]:
    """Offsets that ICU counts in units of UTF-16 as offsets in the text."""
    if not text or max(text) <= "\uffff":
        return offsets
    places, unit = {}, 0
    for place, character in enumerate(text):
        places[unit] = place
        unit += 1 + (character > "\uffff")
    places[unit] = len(text)
    return [places[offset] for offset in offsets]


def directions(text: str, leftward: bool, apart: Iterable[tuple[int, int]] = ()) -> list[int]:
    """The embedding level of each character (UAX 9) in a paragraph that runs leftward, or not: odd levels run leftward.

    Numbers to call and words in Latin letters are isolated, so that their parts never change places; and so is what
    stands `apart`, ((start, end), ...), texts of their own that run as their first letter does.
    """
    marked: list[str] = []
    at = 0
    for start, end in apart:
        marked += (_with_isolates(text[at:start]), START_OWN, _with_isolates(text[start:end]), END_ISOLATE)
        at = end
    marked.append(_with_isolates(text[at:]))
    paragraph = icu.UnicodeString("".join(marked))
    bidi = icu.Bidi()
    bidi.setPara(paragraph, int(leftward))
    levels, place = [], 0
    units = list(bidi.getLevels()) if text else []
    for character in "".join(marked):
        if character not in ISOLATES:
            levels.append(units[place])
        place += 1 + (character > "\uffff")
    return levels


def _with_isolates(text: str) -> str:
    return "".join(
        START_RIGHTWARD + text[start:end] + END_ISOLATE if isolated else text[start:end]
        for start, end, isolated in isolated_spans(text)
    )


def isolated_spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it is isolated) of the parts of a text, in order."""
    at = 0
    for match in ISOLATED.finditer(text):
        found = match[0].rstrip(CLOSING)
        start = match.start() + (found.startswith("(") and found.count("(") > found.count(")"))
        end = match.start() + len(found) - (found.endswith(")") and found.count(")") > found.count("("))
        figures = sum(character.isdigit() for character in found)
        if figures < LEAST_FIGURES and not re.search(f"[{_LETTER}]", found):
            continue
        if start > at:
            yield at, start, False
        yield start, end, True
        at = end
    if at < len(text):
        yield at, len(text), False


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indices of runs with these levels from left to right (UAX 9, rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        new: list[int] = []
        inside = [each >= level for each in levels]
        for is_turned, group in groupby(order, inside.__getitem__):
            run = list(group)
            new += run[::-1] if is_turned else run
        order = new
    return order


def script_of(character: str) -> tuple[str, str]:
    """("Hang", "Hangul") of a character, ("", "") of signs that go with all scripts."""
    script = icu.Script.getScript(character)
    shared = script.getScriptCode() in (icu.UScriptCode.COMMON, icu.UScriptCode.INHERITED)
    return ("", "") if shared else (script.getShortName(), script.getName().replace("_", " "))


def script_runs(text: str) -> list[tuple[str, str]]:
    """[(script, part)] of a text: what goes with all scripts belongs to the one before it, at the beginning to the next.

    Scripts are ICU's codes; "" for a text that is of none.
    """
    runs: list[tuple[str, str]] = []
    for character in text:
        script, _ = script_of(character)
        if runs and (not script or runs[-1][0] in ("", script)):
            runs[-1] = (runs[-1][0] or script, runs[-1][1] + character)
        else:
            runs.append((script, character))
    return runs


def letters_of(language: str) -> tuple[str, ...]:
    """The letters that a language is written with (CLDR), small ones; those of its script where it is not known itself."""
    locale = _likely_locale(language)
    script = locale.getScript()
    for each in (locale, _likely_locale(f"und-{script}")):
        letters = tuple(icu.LocaleData(each.getName()).getExemplarSet())
        if script in ("", "Latn") or any(_script_of(letter) != "Latn" for letter in letters):
            return letters
    return tuple(icu.UnicodeSet(f"[[:Script={script}:]&[:Letter:]]"))


def _script_of(letter: str) -> str:
    """The script of a letter as a code (ISO 15924)."""
    return str(icu.Script.getScript(letter[0]).getShortName())


@cache
def scripts_of(language: str) -> frozenset[str]:
    """The scripts that a language is written in, as codes."""
    return frozenset(script_of(each)[0] for each in "".join(letters_of(language))) - {""}


def _likely_locale(language: str) -> Any:
    """The locale of a language with the script and the country that it is most likely of (CLDR), known by its usual code."""
    locale = icu.Locale.createCanonical(language)
    locale.addLikelySubtags()
    return locale


OTHER_NAMES = {
    "한국말": "ko",
    "조선말": "ko",
    "조선어": "ko",
    "ภาษาไทย": "th",
    "ភាសាខ្មែរ": "km",
    "ພາສາລາວ": "lo",
}


def language_of_name(name: str) -> str:
    """The code of the language that calls itself so, "" where none does (CLDR)."""
    return _own_names().get(name.casefold(), "")


@cache
def _own_names() -> dict[str, str]:
    codes = sorted(
        {icu.Locale(code).getLanguage() for code in icu.Locale.getAvailableLocales()}, reverse=True
    )
    return {
        icu.Locale(code).getDisplayLanguage(icu.Locale(code)).casefold(): code for code in codes
    } | OTHER_NAMES


@cache
def _collator(language: str) -> Any:
    return icu.Collator.createInstance(icu.Locale(language))


def collation_key(text: str, language: str) -> bytes:
    """A key that sorts as readers of a language look names up (UCA with CLDR's order for the language)."""
    return bytes(_collator(language).getSortKey(text))


def runs_leftward(language: str) -> bool:
    """Whether a language is written from right to left, by the script that it is most likely in: "prs", "pa-PK", "ku-Arab"."""
    return any(
        icu.Script(code).isRightToLeft() for code in icu.Script.getCode(_likely_locale(language).getScript())
    )
