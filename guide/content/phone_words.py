"""Telephone numbers that were typed with words, or several in one text, told apart."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from guide.content.phones import NANP, PLAIN, parse_number
from guide.expressions import expression
from guide.model import TEXT

NUMBER = expression(
    rf"(?<![\d-]){PLAIN.pattern}(?!\d)(?:,?\s*(?:x|ext\.?|extension)\s*\d{{1,7}})?",
    re.ASCII | re.IGNORECASE,
)
TEXT_TO = expression(
    r"(?:text|txt|sms|send)\s+[\"'\u201c\u2018]?([A-Za-z0-9]{2,20})[\"'\u201d\u2019]?\s+to\s+(\d{5,6}|\d{3}[- ]\d{3}|[-+().\d ]{10,})",
    re.IGNORECASE,
)
TEXT_NUMBER = expression(r"(?:text|txt|sms):?\s+(\d{5,6}|\d{3}[- ]\d{3}|[-+().\d ]{10,})", re.IGNORECASE)
SEPARATOR = expression(r"\s*(?:,?\s+or\s+|,?\s+and\s+|[,;/|&\n])\s*", re.IGNORECASE)
AROUND = " \t,;:/|&()-\u2010\u2011\u2012\u2013\u2014\u00a0"
TOO_MANY_DIGITS = 5  # in words: they may be a number that lacks its beginning


class Part(NamedTuple):
    """One number of a text, and what the words beside it say."""

    number: str
    type: str = ""
    keyword: str = ""
    description: str = ""

    @property
    def lines(self) -> str:
        """How it is written in a content file, its keys one behind the other."""
        return ", ".join(f"{key}: {value}" for key, value in zip(self._fields, self) if value)


def parts_of(text: str, country: str, types: Mapping[str, str]) -> tuple[Part, ...]:
    """The numbers of a text with words or with several numbers, () where that is not clear; types are {word: type}."""
    if country not in NANP:
        return ()
    sent, alone = TEXT_TO.fullmatch(text), TEXT_NUMBER.fullmatch(text)
    if sent:
        return (Part(sent[2].strip(), TEXT, keyword=sent[1]),)
    if alone:
        return (Part(alone[1].strip(), TEXT),)
    found = list(NUMBER.finditer(text))
    if not found or not all(parse_number(match[0], country).e164 for match in found):
        return ()
    words = _words_of(text, found)
    if any(sum(map(str.isdigit, each)) >= TOO_MANY_DIGITS for each in words):
        return ()
    return tuple(_part(match[0], said, types) for match, said in zip(found, words))


def _words_of(text: str, found: list[re.Match[str]]) -> list[str]:
    """The words that belong to each number: those behind it, or before it where nothing divides them from it."""
    words = [text[: found[0].start()].strip(AROUND), *[""] * (len(found) - 1)]
    for place, match in enumerate(found):
        last = place + 1 == len(found)
        between = text[match.end() : None if last else found[place + 1].start()]
        before, _, after = (between, "", "") if last else _divide(between)
        words[place] = " ".join(filter(None, (words[place], before.strip(AROUND))))
        if not last:
            words[place + 1] = after.strip(AROUND)
    return words


def _divide(between: str) -> tuple[str, str, str]:
    """What stands between two numbers, divided at the mark or word that separates them."""
    match = SEPARATOR.search(between)
    if match:
        return between[: match.start()], match[0], between[match.end() :]
    return (between, "", "") if "(" in between else ("", "", between)


def _part(number: str, words: str, types: Mapping[str, str]) -> Part:
    kind = types.get(words.lower().strip("."), "")
    return Part(number, kind) if kind else Part(number, description=words)
