"""Words that lead to a private place or person, found and taken out wherever else they stand."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from guide.content.leaks import SIDES, TYPES, UNITS, digest_street, digests_in, patterns_of
from guide.content.phones import KEYPAD, only_digits
from guide.expressions import expression
from guide.frozen import frozen

TAG = expression(r"<[^<>]{0,300}>|\\[nrt]")
UNSEEN = expression("[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]")
HANGING = expression(
    r"(?:^|\s+)(?:at|on|in|near|by|of|to|the|and|or)$", re.IGNORECASE
)  # words before a street
END = expression(r"(\r?\n|\\n|<br\s*/?>|</(?:p|li|div|td|h\d)>|(?<=[.!?;])\s+)", re.IGNORECASE)
SHORT = frozenset(
    "st ave av rd dr ln ct pl blvd cir ter pkwy hwy sq trl plz rte ste rm fl apt bldg ne nw se sw mr mrs ms jr sr no".split()
)  # with a point, and no end of a sentence
OF_STREETS = TYPES | SIDES | UNITS
NUMBERS = expression(r"\+?\(?\d[\d\s().\u2010-\u2015/-]{4,}\d")
VANITY = expression(r"\d{3}\W{1,3}[A-Z\d]{3}[-\s]?[A-Z\d]{4}\b")
LEAST_DIGITS, MOST_DIGITS = 7, 10
GENERAL_CODE = expression(r"\d{3,5}")  # a postal code of many houses
STATE_CODE = expression(r"[A-Za-z. ]*\s*\d{5}(?:-?\d{4})?|[A-Za-z]{2}")
ORDINALS = tuple(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th".split(),
    )
)
ORDINAL = expression(r"\b(?:" + "|".join(word for pair in ORDINALS for word in pair) + r")\b", re.IGNORECASE)
DIGITS_OF = dict(ORDINALS)
EDGES = " \t\n,;:/|&-\u2010\u2011\u2012\u2013\u2014"


class Street(NamedTuple):
    """A part of a private address."""

    key: str  # address_1, address_2, postal_code
    text: str
    city: str = ""  # whose words say no more than may be said


def plain(text: str) -> str:
    """A text as it is read: without tags, entities and what cannot be seen; numbered streets in one form."""
    if "&" in text:
        text = html.unescape(text)
    text = unicodedata.normalize("NFKC", UNSEEN.sub("", TAG.sub(" ", text)))
    return ORDINAL.sub(lambda match: DIGITS_OF.get(match[0].lower(), match[0].lower()), text)


@lru_cache(maxsize=2_000)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, ready for use: few organizations have texts that need theirs."""
    return re.compile(pattern)


@frozen(kw_only=False)
class Secrets:
    """What must not be said of an organization."""

    pattern: str = ""  # of streets, e-mail addresses and numbers
    houses: frozenset[str] = frozenset()  # digests of streets with their numbers
    hints: tuple[str, ...] = ()  # a text without any of these says nothing of it

    def __bool__(self) -> bool:
        return bool(self.pattern)

    def stands_in(self, text: str) -> bool:
        """Whether a text says any of it."""
        text = plain(text)
        low = text.lower()
        if not any(hint in low for hint in self.hints):
            return False
        return bool(self.pattern and compiled(self.pattern).search(text)) or self.is_house(text)

    def is_house(self, text: str) -> bool:
        """Whether a text names one of the streets with its number."""
        return bool(self.houses) and any(each in self.houses for each in digests_in(plain(text)))

    def without(self, text: str) -> str:
        """A text without the sentences that say any of it."""
        if not self.stands_in(text):
            return text
        pieces = [each for each in sentences(text) if not self.stands_in(each)]
        kept = "".join(each for each in pieces if any(map(str.isalpha, plain(each)))).strip()
        return "" if self.stands_in(kept) else kept

    def cut(self, text: str) -> str:
        """A name or a number without the words that say any of it; "" where they cannot be taken out."""
        if not self.stands_in(text):
            return text
        kept = compiled(self.pattern).sub(" ", plain(text))
        kept = HANGING.sub("", " ".join(kept.split()).strip(EDGES)).strip(EDGES)
        is_rest = not any(
            word.strip(".#").lower() not in OF_STREETS for word in re.findall(r"[^\W\d_]+", kept)
        )
        return "" if is_rest and not only_digits(kept) or self.stands_in(kept) else kept


def secrets_of(streets: Iterable[Street], numbers: Sequence[str], emails: Iterable[str]) -> Secrets:
    """The secrets of private addresses, numbers and e-mail addresses."""
    parts = [each for street in streets for each in street_parts(street)]
    pairs = patterns_of([(each.key, plain(each.text), each.city) for each in parts], alone=False)
    digits = [each for text in numbers for each in numbers_in(text)]
    vanity = [each for text in numbers for each in VANITY.findall(text)]
    addresses = [each.strip() for each in emails if "@" in each]
    patterns = [
        *([street_pattern("|".join(pairs), parts)] if pairs else ()),
        *map(number_pattern, digits),
        *(rf"(?<![\w.-])(?i:{re.escape(each)})(?!\w)" for each in addresses),
        *(rf"(?<!\w){re.escape(each)}(?!\w)" for each in vanity),
    ]
    houses = {digest_street(plain(each.text)) for each in parts if each.key == "address_1"} - {""}
    hints = {
        *hints_of(parts),
        *(each[-2:] for each in digits),
        *(each.lower() for each in (*addresses, *vanity)),
    }
    return Secrets("|".join(dict.fromkeys(patterns)), frozenset(houses), tuple(sorted(hints)))


def hints_of(parts: Iterable[Street]) -> Iterator[str]:
    """Yield the words of which one stands wherever a street is told."""
    for each in parts:
        words = re.findall(r"[^\W_]+", plain(each.text).lower())
        yield from (word for word in words if word not in OF_STREETS)


def street_pattern(pairs: str, parts: Iterable[Street]) -> str:
    """A pattern of the words of streets in a row, from their number to the last of them."""
    own = {word.lower() for each in parts for word in re.findall(r"[^\W_]+", plain(each.text))}
    rest = "|".join(sorted(map(re.escape, own | TYPES | SIDES), key=len, reverse=True))
    sides = "|".join(sorted(SIDES, key=len, reverse=True))
    return rf"(?:\b\d+[A-Za-z]?\W+(?:(?i:{sides})\b\W*)?)?(?:(?<![^\W_])(?:{pairs})(?![^\W_])(?:\W+(?i:{rest})\b\.?)*\W*)+"


def street_parts(street: Street) -> Iterator[Street]:
    """The parts of an address that lead there; of a whole one in a cell, those before its town."""
    if street.key == "postal_code":
        yield from () if GENERAL_CODE.fullmatch(street.text.strip()) else [street]
    elif street.key != "address":
        yield street
    else:
        yield from (Street("address_1", part, street.city) for part in before_town(street.text))


def before_town(text: str) -> list[str]:
    """The pieces of a whole address that say the house: those with a number, but for state and code."""
    pieces = [piece.strip() for piece in re.split(r"[,;\n]|\\n|<br\s*/?>", text) if piece.strip()]
    if len(pieces) < 2:
        return pieces
    return [
        piece for piece in pieces if re.search(r"\d", piece) and not STATE_CODE.fullmatch(piece)
    ] or pieces[:1]


def sentences(text: str) -> list[str]:
    """A text in its sentences and lines, each with what divides it from the next; `St.` ends none."""
    pieces = END.split(text)
    found, open_piece = [], ""
    for piece, end in zip(pieces[::2], [*pieces[1::2], ""]):
        open_piece += piece + end
        last = re.search(r"(\w+)\.$", piece)
        if not (
            last and end.isspace() and "\n" not in end and (last[1].lower() in SHORT or len(last[1]) == 1)
        ):
            found.append(open_piece)
            open_piece = ""
    return [*found, open_piece] if open_piece else found


def numbers_in(text: str) -> Iterator[str]:
    """The digits of the numbers in a cell, as many as tell them from all others."""
    found = [only_digits(each) for each in NUMBERS.findall(text)]
    found += [only_digits(each.translate(KEYPAD)) for each in VANITY.findall(text)]
    for digits in found:
        digits = digits[1:] if len(digits) == 11 and digits[0] == "1" else digits
        digits = digits[-9:] if len(digits) > MOST_DIGITS else digits.removeprefix("0")
        if len(digits) >= LEAST_DIGITS:
            yield digits


def number_pattern(digits: str) -> str:
    """A pattern of a number however it is written, with what stands before it of its country."""
    gap = r"[^\w+]{0,3}"
    whole = r"(?<!\d)(?:\+?\d{1,3}\W{0,3}|\(?0\)?\W{0,2})?\(?" + gap.join(digits) + r"(?!\d)"
    local = r"|(?<!\d)(?<!\d\W)(?<!\d\W\W)" + gap.join(digits[3:]) + r"(?!\d)"  # without its area code
    return whole + (local if len(digits) == MOST_DIGITS else "")
