"""Hours as tokens: each word of the text with what it is for hours, or as one that is not understood."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from guide.content.said import words
from guide.content.said.clock import AM, LITERAL, PM, Moment
from guide.expressions import expression

DASHES = str.maketrans("–—−‐‑―’‘\u00a0\u202f\u2009\t", "------''    ")


class Token(NamedTuple):
    """A word or a few, and what they are: one of the kinds in `words`."""

    kind: str
    text: str
    days: tuple[int, ...] = ()
    number: int = 0  # of an ordinal, a month; 1 of "at" that may be "to"
    moment: Moment = Moment(0)
    place: int = 0  # where it begins in the text


_HALF = r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?|(?P<short>[ap])\b(?!\.?\s?m\b))?"
_CLOCK = (
    r"(?P<four>\d{4}|\d{3}(?=\s?[ap]\.?\s?m\b|[ap]\b))(?![\d:/])"
    r"|(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d)|h(?P<french>[0-5]\d))?(?![\d:/]|st|nd|rd|th|er|ro|do|to\d)"
)
_NOON = (
    r"(?P<noon>12(?::00)?\s*(?:noon\b|n\b|del mediodia\b|p\.?m\.?\s*\(?noon\)?)|noon\b|midday\b|(?:el )?medio ?dia\b)"
    r"|(?P<midnight>12(?::00)?\s*(?:midnight|de la noche)\b|midnight\b|(?:la )?media ?noche\b)"
)
TIME = expression(rf"{_NOON}|(?:{_CLOCK}){_HALF}(?:\s*de la (?P<part>manana|tarde|noche)\b)?", re.IGNORECASE)
PHRASE = expression(
    "|".join(rf"(?P<p{n}>(?:{pattern})(?![a-z]))" for n, (_, pattern) in enumerate(words.PHRASES)),
    re.IGNORECASE,
)
ZONE = expression(words.ZONE)
OSM_WEDNESDAY = expression(r"We(?=\s*[-,\d])")
ORDINAL = expression(r"\d(?:st|nd|rd|th|er|ro|do|to)\b", re.IGNORECASE)
WORDS = expression(r"[a-z']+|\d+", re.IGNORECASE)
LETTERS = expression(r"(?:M|Tu|TU|Th|TH|T|W|F|Sa|Su)+(?![A-Za-z])")
LETTER = expression(r"M|Tu|TU|Th|TH|T|W|F|Sa|Su")
UNCERTAIN = ("MT", "MF", "MTH", "TH", "Th")  # a time zone, a range without its dash; Th is a word of its own
SIGNS = {
    ",": words.COMMA,
    "&": words.AND,
    "+": words.AND,
    "/": words.AND,
    ";": words.STOP,
    ".": words.STOP,
    "|": words.STOP,
    "\n": words.STOP,
    "•": words.STOP,
    "·": words.STOP,
    ":": words.COLON,
    "(": words.OPEN,
    ")": words.CLOSE,
    "-": words.TO,
}


def plain(text: str) -> str:
    """The text without accents, with hyphens for dashes, each sign in its place."""
    text = unicodedata.normalize("NFC", text).translate(DASHES)
    return "".join(unicodedata.normalize("NFD", sign)[0] for sign in text)


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text."""
    text = plain(text)
    return tuple(_marked(list(_tokens(text)), text))


def _tokens(text: str) -> Iterator[Token]:
    """Yield what the text is made of, letters of days and Spanish "mar" still to be told apart."""
    place = 0
    while place < len(text):
        if text[place] in " \r*":
            place += 1
            continue
        token = _token_at(text, place)._replace(place=place)
        yield token
        place += len(token.text)


def _token_at(text: str, place: int) -> Token:
    """The token that begins at a place: a phrase, a time, a word, a sign."""
    if match := ZONE.match(text, place):
        return Token(words.NOTE, match[0])
    if match := PHRASE.match(text, place):
        return _phrase(match)
    if match := ORDINAL.match(text, place):
        number = words.ORDINALS.get(match[0].lower(), 0)
        return Token(words.ORDINAL if number else words.WORD, match[0], number=number)
    if text[place].isdigit() or text[place].isalpha():
        match = TIME.match(text, place)
        moment = _moment(match) if match else None
        if match and moment:
            return Token(words.TIME, match[0], moment=moment)
    return _letters(text, place) or _word(text, place)


def _phrase(match: re.Match[str]) -> Token:
    kind, _ = words.PHRASES[int((match.lastgroup or "p0")[1:])]
    text = match[0]
    if kind in words.GROUPS:
        return Token(words.DAY, text, days=words.GROUPS[kind])
    if kind == "at":
        return Token(words.TO, text, number=1)
    if kind in ("morning", "afternoon"):
        return Token(words.PART, text, moment=Moment(0, half=AM if kind == "morning" else PM))
    return Token(kind, text)


def _moment(match: re.Match[str]) -> Moment | None:
    """The time of a match, None if there is no such time."""
    if match["noon"] or match["midnight"]:
        return Moment(12, 0, PM if match["noon"] else AM, is_word=True)
    half = (match["half"] or match["short"] or "").lower()
    half = (
        half and half + "m" or {"manana": AM, "tarde": PM, "noche": PM}.get((match["part"] or "").lower(), "")
    )
    if match["four"]:
        hour, minute = int(match["four"][:-2]), int(match["four"][-2:])
        half = half or LITERAL
        if half == LITERAL and 1900 <= int(match["four"]) <= 2060:
            return None  # as likely a year
    else:
        hour, minute = int(match["hour"]), int(match["minute"] or match["french"] or 0)
    if hour == 12 and match["part"] and half == AM:
        return None
    if minute > 59 or hour > 24 or hour == 24 and minute:
        return None
    if hour > 12 or hour == 0:
        if half == AM and hour:
            return None
        half = LITERAL
    return Moment(hour, minute, half)


def _letters(text: str, place: int) -> Token | None:
    """Days in single letters: M, MWF, TTh."""
    match = LETTERS.match(text, place)
    if not match or match[0] in UNCERTAIN:
        return None
    days = [words.SINGLE[letter] for letter in LETTER.findall(match[0])]
    if days != sorted(set(days)):
        return None
    return Token(words.DAY, match[0], days=tuple(days))


def _word(text: str, place: int) -> Token:
    """A single word, or a sign."""
    if match := OSM_WEDNESDAY.match(text, place):
        return Token(words.DAY, match[0], days=(2,))
    match = WORDS.match(text, place)
    if not match:
        return Token(SIGNS.get(text[place], words.WORD), text[place])
    word = match[0].lower()
    dot = "." if text[match.end() : match.end() + 1] == "." else ""
    if word in words.DAYS:
        short = dot if len(word) < 6 and word not in ("lunes", "jueves") else ""
        return Token(words.DAY, match[0] + short, days=words.DAYS[word])
    if word in words.MONTHS:
        return Token(words.MONTH, match[0] + (dot if len(word) < 5 else ""), number=words.MONTHS[word])
    if word in words.ORDINALS:
        return Token(words.ORDINAL, match[0], number=words.ORDINALS[word])
    if word in words.SIMPLE:
        return Token(words.SIMPLE[word], match[0])
    return Token(words.FILLER if word in words.FILLERS else words.WORD, match[0])


def _marked(tokens: list[Token], text: str) -> Iterator[Token]:
    """Yield the tokens with "mar" as the day or the month that the others say, and L-V as days."""
    said = {token.text.lower().strip(".") for token in tokens}
    spanish, english = bool(said & words.SPANISH_ONLY), bool(said & (words.DAYS.keys() - words.SPANISH_ONLY))
    for n, token in enumerate(tokens):
        word = token.text.lower().strip(".")
        beside = [each.kind for each in tokens[max(n - 3, 0) : n] + tokens[n + 1 : n + 4]]
        if word == "mar" and token.kind == words.WORD:
            if spanish and not english:
                token = token._replace(kind=words.DAY, days=(1,))
            elif words.MONTH in beside and not spanish:
                token = token._replace(kind=words.MONTH, number=3)
        if token.text == "V" and n >= 2 and tokens[n - 2].text == "L" and tokens[n - 1].kind == words.TO:
            token = token._replace(kind=words.DAY, days=(4,))
        if token.text == "L" and [each.text for each in tokens[n + 2 : n + 3]] == ["V"]:
            token = token._replace(kind=words.DAY, days=(0,))
        yield token
