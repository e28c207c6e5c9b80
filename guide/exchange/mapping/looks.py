"""What stands in a column, by the looks of its cells: e-mail addresses, numbers, days, prose, a few words again and again."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from guide.exchange import flags
from guide.exchange.mapping import header_words as said
from guide.exchange.mapping.headers import days, plain_words, words_in
from guide.exchange.mapping.model import Literals
from guide.exchange.tables import Table, Value
from guide.expressions import expression
from guide.frozen import frozen
from guide.language.addresses import STATES
from guide.reading.days import read_day
from guide.reading.text import find_unseen

MOST = 200  # cells that are looked at
READ = 500  # characters of a cell
SHORT = 14  # characters of a yes, at most
LONG = 60  # characters of a text that is no name any more
BETWEEN_DAYS = words_in("and or to through thru y e a et au und bis every each all cada todo")
EMAIL = expression(r"[\w.+'-]+@[\w-]+\.[\w.-]+")
URL = expression(r"(?:https?:/|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|gov|edu|info|us|ca|uk|mx|es|fr|de|eu|io|co|at|ch|coop)(?:/\S*)?", re.IGNORECASE)  # fmt: skip
PHONE = expression(r"(?<![\d.,:-])(?:\+|00)?\(?\d{2,5}[)./\s\u2010-\u2015-]{0,3}(?:\d{2,5}[./\s\u2010-\u2015-]{0,2}){1,4}\d{2,}|\b(?:\d{3}[-. ]\d{3}[-. ][A-Z0-9]{4}|1[-. ]8\d\d[-. ][A-Z0-9-]{7,9}|[2-9]11|988)\b")  # fmt: skip
ZIP = expression(r"\d{5}(?:-?\d{4})?(?:\.0)?|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{0,2}-?\d{4,5}", re.IGNORECASE)  # fmt: skip
NUMBER = expression(r"[-+]?\d+(?:[.,]\d+)?%?")
POINT = expression(r"\W*-?\d{1,3}\.\d{3,}\W+?-?\d{1,3}\.\d{3,}\W*")  # 52.06574, -1.35858
DEGREES = expression(r"-?\d{1,3}[.,]\d{2,}")
TIME = expression(r"\b\d{1,2}(?:[:.h]\d\d)?\s*(?:[ap]\.?\s?m\b\.?|uhr\b|h\b|hrs?\b)|\b\d{1,2}:\d\d|\b\d{1,2}\s*(?:-|\u2013|to|bis|a)\s*\d{1,2}\b|\b(?:noon|24/7|24 hours|24 horas|24 h|midnight)\b", re.IGNORECASE)  # fmt: skip
CLOCK = expression(
    r"\d{1,2}(?::\d\d){0,2}\s*(?:[ap]\.?m\.?|uhr|h)?|noon|midnight|\d{1,2}[.h]\d\d", re.IGNORECASE
)
HOUSE = expression(r"^\W*\d+[\w/-]*\s+\S*[^\W\d]|[^\W\d]\S*\s+\d+\s?[a-z]?(?:,|\n|$)|^p\.? ?o\.? box|\b\d{5}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b", re.IGNORECASE)  # fmt: skip
STREET = expression(
    r"\b(?:st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|way|hwy|highway|ct|court|pl|place|pkwy|parkway|suite|ste|box|calle|av|avenida|col|rue|chemin|"
    r"platz|weg|allee|sq|square|close|terrace|crescent|broadway)\b\.?|stra(?:ss|\u00df)e|str\.|gasse|weg\b|platz\b",
    re.IGNORECASE,
)
UUID = expression(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{18,}|[0-9a-f]{16,}|rec[A-Za-z0-9]{14}", re.IGNORECASE)
CODE = expression(r"[A-Za-z]{0,6}[-_ #.]?\d+[A-Za-z]?(?:[-_.]\d+)*")
LITERAL = expression(r"\s*[\[{].*[\]}]\s*", re.DOTALL)
EMPTY_PARTS = expression(r"([,;|])(?:\s*\1)+(?:\s+|$)")  # "Food,   ,   ,   " has one part
SEPARATORS = ("\n", ";", "|", ",", "/")
YES, NO = flags.YES | words_in(said.ACTIVE), flags.NO | words_in(" ".join(flags.INACTIVE))
STATE_WORDS = frozenset(
    word.casefold() for names in STATES.values() for pair in names.items() for word in pair
)


@frozen(kw_only=False)
class Look:
    """What the cells of a column look like."""

    filled: int  # cells
    distinct: float  # different values by filled cells
    length: float  # characters of a cell, on average
    shares: Mapping[str, float]  # {kind of value, one of TESTS: how many of the filled cells, from 0 to 1}
    values: tuple[str, ...]  # some of the filled ones that can be seen, in their order
    split: str = ""  # what stands between several values in a cell
    literal: Literals = ""  # lists are written in the cells, as JSON or Python does

    @property
    def is_empty(self) -> bool:
        """Whether no cell is filled."""
        return not self.filled

    def share(self, *kinds: str) -> float:
        """How many of the filled cells are of one of the kinds."""
        return min(1.0, sum(self.shares.get(kind, 0.0) for kind in kinds))


def is_flag(text: str) -> bool:
    """Whether a text is a yes or a no."""
    word = one_word(text)
    return word in YES or word in NO


def one_word(text: str) -> str:
    """A short text in one word."""
    return ("".join(plain_words(text)) or text.strip()) if len(text) < SHORT else ""


def says_yes(text: str) -> bool:
    """Whether a text is a yes."""
    return one_word(text) in YES


def is_state(text: str) -> bool:
    """Whether a text is a state or province."""
    return text.casefold() in STATE_WORDS


def is_day(text: str) -> bool:
    """Whether a text is nothing but days of the week."""
    words = [word for word in plain_words(text) if word not in BETWEEN_DAYS] if len(text) < 60 else []
    return bool(words) and all(word in days() for word in words)


def is_hours(text: str) -> bool:
    """Whether a text says when something is open."""
    return bool(TIME.search(text)) and not EMAIL.search(text) and len(text) < READ


def is_phone(text: str) -> bool:
    """Whether a text is little else than numbers to call."""
    rest = PHONE.sub("", text)
    has_number = rest != text and len(text) < 160 and sum(map(str.isalpha, rest)) < 30
    return (
        has_number
        and not POINT.fullmatch(text)
        and not URL.search(text)
        and not UUID.search(text)
        and not is_date(text)
    )


def is_date(text: str) -> bool:
    """Whether a text is a day of a calendar."""
    return (
        any(map(str.isdigit, text))
        and len(text) < 40
        and read_day(re.sub(r"[T ]\d\d?:\d\d.*$", "", text)) is not None
    )


def is_address(text: str) -> bool:
    """Whether a text is a street with a house, or a whole address."""
    return (
        len(text) < 160
        and bool(HOUSE.search(text))
        and (bool(STREET.search(text)) or "," in text or "\n" in text)
    )


def is_prose(text: str) -> bool:
    """Whether a text has sentences."""
    return len(text) > LONG and len(text.split()) > 7


TESTS: Mapping[str, Callable[[str], object]] = {
    "flag": is_flag,
    "number": NUMBER.fullmatch,
    "degrees": DEGREES.fullmatch,
    "email": lambda text: EMAIL.search(text) and len(text) < 120,
    "url": lambda text: URL.match(text.strip()) and not EMAIL.match(text) or "://" in text and len(text.split()) < 4,
    "phone": is_phone,
    "zip": ZIP.fullmatch,
    "state": is_state,
    "day": is_day,
    "clock": CLOCK.fullmatch,
    "hours": is_hours,
    "date": is_date,
    "address": is_address,
    "prose": is_prose,
    "uuid": UUID.fullmatch,
    "code": CODE.fullmatch,
    "literal": LITERAL.fullmatch,
}  # fmt: skip


def look_at(table: Table, column: str) -> Look:
    """What a column looks like."""
    given = [row.values.get(column, "") for row in table.rows]
    texts = [text for value in given for text in texts_of(value)]
    filled = sum(bool(value) and value != " " for value in given)
    some = texts[:: max(1, len(texts) // MOST)]
    shares = {kind: share_of(test, some) for kind, test in TESTS.items()}
    return Look(
        filled=filled if texts else 0,
        distinct=len(set(texts)) / len(texts) if texts else 0.0,
        length=sum(map(len, some)) / len(some) if some else 0.0,
        shares=shares,
        values=tuple(text for text in some if find_unseen(text[:READ]) is None),
        split=separator_of(some) if shares["prose"] < 0.5 or "\n" in "".join(some) else "",
        literal=literal_of(some) if shares["literal"] > 0.5 else "",
    )


def texts_of(value: Value) -> Iterator[str]:
    """Yield the texts in a cell: one, or those of a list."""
    if isinstance(value, str):
        text = EMPTY_PARTS.sub(r"\1 ", value).strip()
        yield from [text] if text.strip(" ,;|") else []
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)


def share_of(test: Callable[[str], object], texts: Sequence[str]) -> float:
    """How many of some texts meet a test."""
    return sum(bool(test(text[:READ])) for text in texts) / len(texts) if texts else 0.0


def literal_of(texts: Iterable[str]) -> Literals:
    """How lists in cells are written: as JSON has them, or as Python has them."""
    for text in texts:
        if LITERAL.fullmatch(text):
            return "json" if '"' in text or not re.search("['NTF]", text) else "python"
    return ""


def separator_of(texts: Sequence[str]) -> str:
    """What stands between several short values in the cells of a column; "" where each cell has one.

    The parts have to come again more often than whole cells do, or lie on lines of their own.
    """
    for sign in SEPARATORS:
        parts = [part.strip() for text in texts for part in text.split(sign) if part.strip()]
        several = sum(sign in text.strip(f" {sign}") for text in texts)
        if several < max(1, 0.05 * len(texts)) or sum(map(len, parts)) / len(parts) > 45:
            continue
        if sign == "/" and several < 0.3 * len(texts):
            continue
        again = len(set(parts)) / len(parts) < 0.8 * len(set(texts)) / len(texts)
        if again or sign in "\n;|" and several > 0.3 * len(texts):
            return sign
    return ""
