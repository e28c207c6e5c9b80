"""What Unicode and CLDR know of scripts, by ICU: where lines may end, which way texts run, how names are sorted.

Imported only for texts that need it: ICU takes 10 ms to load.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

import icu

# UAX 9: what begins a text from left to right, or one that runs as its first letter does, and what ends either.
START_RIGHTWARD, START_OWN, END_ISOLATE = "\u2066", "\u2068", "\u2069"
ISOLATES = (START_RIGHTWARD, START_OWN, END_ISOLATE)
# What keeps its own order in a text that runs leftward: a number to call or a date in figures, and words in Latin
# letters with the figures, brackets and marks between them.
_NUMBER = r"\+?\(?\d(?:[\d\-\u2010-\u2012./() ]*\d)\)?"
_LETTER = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_WORD = rf"[{_LETTER}\d&][{_LETTER}\d.'\u2019@/:&+_~%-]*"
ISOLATED = re.compile(rf"\(?[{_LETTER}]{_WORD}(?:[ \u00a0]\(?{_WORD}\)?)*\)?|[{_LETTER}]|{_NUMBER}")
CLOSING = ".,:;/-"  # marks at the end that belong to the text around
LEAST_FIGURES = 5  # of a number that is kept as one: a range such as 3-5 runs with the text


@lru_cache(maxsize=None)
def _line_breaker(language):
    return icu.BreakIterator.createLineInstance(icu.Locale(language))


def line_ends(text, language):
    """Where a line may end (UAX 14; for Thai, Lao, Khmer and Burmese by dictionary): offsets in the text, the last its end."""
    breaker = _line_breaker(language)
    breaker.setText(text)
    return _from_utf16(text, list(breaker))


def _from_utf16(text, offsets):
    """Offsets that ICU counts in units of UTF-16 as offsets in the text."""
    if not text or max(text) <= "\uffff":
        return offsets
    places, unit = {}, 0
    for place, character in enumerate(text):
        places[unit] = place
        unit += 1 + (character > "\uffff")
    places[unit] = len(text)
    return [places[offset] for offset in offsets]


def directions(text, leftward, apart=()):
    """The embedding level of each character (UAX 9) in a paragraph that runs leftward, or not: odd levels run leftward.

    Numbers to call and words in Latin letters are isolated, so that their parts never change places; and so is what
    stands `apart`, ((start, end), ...), texts of their own that run as their first letter does.
    """
    marked, at = [], 0
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


def _with_isolates(text):
    return "".join(START_RIGHTWARD + text[start:end] + END_ISOLATE if isolated else text[start:end]
                   for start, end, isolated in isolated_spans(text))


def isolated_spans(text):
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


def visual_order(levels):
    """The indices of runs with these levels from left to right (UAX 9, rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        new = []
        for inside, group in groupby(order, lambda index: levels[index] >= level):
            group = list(group)
            new += reversed(group) if inside else group
        order = new
    return order


def letters_of(language):
    """The letters that a language is written with (CLDR), small ones."""
    return tuple(icu.LocaleData(language).getExemplarSet())


@lru_cache(maxsize=None)
def _collator(language):
    return icu.Collator.createInstance(icu.Locale(language))


def collation_key(text, language):
    """A key that sorts as readers of a language look names up (UCA with CLDR's order for the language)."""
    return _collator(language).getSortKey(text)


def runs_leftward(language):
    """Whether a language is written from right to left."""
    return any(unicodedata.bidirectional(letter[0]) in ("R", "AL") for letter in letters_of(language))
