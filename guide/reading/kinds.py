"""The kinds of values that content has: texts, words of a few, numbers, days, addresses, Markdown, and many of each.

Each knows how it is read and what its schema is; see `guide.reading.fields` for what a reader is.
"""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date

from guide.expressions import expression
from guide.model import Prose, Span
from guide.problems import reading as problems
from guide.problems.kind import ProblemKind
from guide.problems.prose import SHORT_LINES
from guide.reading.damage import (
    HIDDEN_EMAIL,
    check_entities,
    decode_entities,
    is_hidden_email,
    report_cut,
    report_hidden,
    says_nothing,
)
from guide.reading.fields import Kind, Reader, Record, Schema, T, closest, is_blank, or_nothing, report_type
from guide.reading.pasted import short_lines
from guide.reading.prose import WEB, Reading, read_line, read_prose
from guide.reading.source import Node, Place, Source
from guide.reading.syntax import report_odd_space
from guide.reading.text import fold

MAX_WORD, MAX_PROSE = 3_000, 50_000  # characters of a text on one line, and of one with paragraphs
NULLS = ("null", "~", "Null", "NULL")
YES, NO = ("yes", "true"), ("no", "false")
REFUSED = (*NO, "none")
EMAIL = expression(r"[^\s@<>()\[\],;:\"]+@[^\s@<>()\[\],;:\"/]+\.[^\s@<>()\[\],;:\"/.]{2,}")
SCHEME = expression(r"[a-z][a-z0-9+.-]*:(?!\d+(/|$))", re.IGNORECASE)
SMART = {
    "\u201c": "\u201d",
    "\u201d": "\u201d",
    "\u201e": "\u201c",
    "\u2018": "\u2019",
}  # and the mark that closes
FIGURES = expression(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)", re.ASCII)
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH, _DAY, _YEAR = r"(?P<month>[A-Za-z]{3,9})\.?", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
IN_WORDS = expression(rf"{_MONTH} {_DAY},? {_YEAR}", re.ASCII)
DAY_FIRST = expression(rf"{_DAY} {_MONTH},? {_YEAR}", re.ASCII)
DATE = expression(r"\d{4}-\d\d-\d\d")


# --- texts ------------------------------------------------------------------------------------------


def read_word(node: Node, key: str, source: Source) -> str | None:
    """The text on one line, None if it is none, or is far too long."""
    if isinstance(node[0], str) and len(node[0]) > MAX_WORD:
        report_length(node, key, MAX_WORD, source)
        return None
    return read_folded(node, key, source)


def read_folded(node: Node, key: str, source: Source) -> str | None:
    """A text of any length on one line, None if it is none."""
    text, place = node
    if not isinstance(text, str):
        if is_hidden_email(text):
            report_hidden(node, "", source)
        elif not report_colon(node, key, source):
            report_type(node, key, "one text; in double quotes if it begins with [ or {", source)
        return None
    if is_blank(node, key, source) or report_no_text(text, node, source):
        return None
    if "&" in text:
        text = decode_entities(text, key, place, source)
    report_cut(text, key, place, source)
    if text[:1] in SMART:
        text = without_marks(text, key, place, source)
    return fold(text).strip() or None


def without_marks(text: str, key: str, place: Place, source: Source) -> str:
    """The text without the quotation marks of a word processor around the whole of it, reported."""
    bare = text.strip()
    inner = bare[1:-1]
    if len(bare) < 3 or SMART[bare[0]] != bare[-1] or any(mark in inner for mark in "\u201c\u201d\u201e"):
        return text
    if bare[0] == "\u2018" and " \u2018" in inner:
        return text
    source.report(place, problems.SMART_QUOTES, key=key)
    return inner


def report_colon(node: Node, key: str, source: Source) -> bool:
    """Report a text with a colon that YAML takes for a key and its text; whether it is one."""
    pairs = node[0]
    if not isinstance(pairs, tuple) or len(pairs) != 1:
        return False
    (name, _), (text, _) = pairs[0]
    if not isinstance(name, str) or not isinstance(text, str):
        return False
    if not source.is_quotable:
        source.report(node[1], problems.COLON_IN_SOME_TEXT, key=key)
        return True
    mended = f'"{name}: {text}"'.replace("\n", " ") if '"' not in name + text else f"'{name}: {text}'"
    source.report(node[1], problems.COLON_IN_TEXT, key=key, mended=mended)
    return True


def report_no_text(text: str, node: Node, source: Source) -> bool:
    """Report what a text cannot be: a bare null, an address that was hidden, an item of a list; whether it is one."""
    place = node[1]
    if text[:1] == "-" and report_odd_space(source.line_at(place), place.line, source):
        return True  # an item of a list was meant
    if text in NULLS:
        source.report(place, problems.NULL, text=text)
        return True
    hidden = HIDDEN_EMAIL.search(text) if "rotected" in text else None
    if hidden:
        report_hidden(node, hidden.group(), source)
    return hidden is not None


def report_length(node: Node, key: str, most: int, source: Source) -> None:
    """Report a text that is longer than anybody writes by hand: to set it would take too long."""
    source.report(node[1], problems.TOO_LONG, key=key, count=len(node[0]), most=most)


def read_words(node: Node, key: str, source: Source) -> tuple[str, ...] | None:
    """The texts of a list, or a single text, as a tuple."""
    return read_items(node, key, source, read_word)


def read_items(node: Node, key: str, source: Source, read: Reader[T]) -> tuple[T, ...] | None:
    """What `read` makes of each item of a list, or of a single value, as a tuple; None if nothing is left."""
    value, _ = node
    if not isinstance(value, list) or is_hidden_email(value):
        item = read(node, key, source)
        return None if item is None else (item,)
    items = (read(each, key, source) for each in value if not is_blank(each, key, source))
    return tuple(item for item in items if item is not None) or None


def read_lines(node: Node, key: str, source: Source) -> tuple[str, ...] | None:
    """The lines of a text, or the texts of a list."""
    text, place = node
    if isinstance(text, str) and "\n" in text:
        lines: list[Node] = [(line, place) for line in text.split("\n")]
        return read_words((lines, place), key, source)
    return read_words(node, key, source)


def read_joined(separator: str) -> Reader[str]:
    """A reader of a text, or of a list whose texts are joined."""

    def read(node: Node, key: str, source: Source) -> str | None:
        words = read_words(node, key, source)
        return separator.join(words) if words else None

    return read


def read_flag(node: Node, key: str, source: Source) -> bool | None:
    """True or False for yes or no."""
    word = read_word(node, key, source)
    if word is None:
        return None
    if word.lower() in YES + NO:
        return word.lower() in YES
    source.report(node[1], problems.YES_OR_NO, key=key, word=word)
    return None


def read_choice(choices: Collection[str], wrong: ProblemKind, also: Mapping[str, str]) -> Reader[str]:
    """A reader of one of a few words, or of another word for one of them."""

    def read(node: Node, key: str, source: Source) -> str | None:
        word = read_word(node, key, source)
        if word is None or word in choices:
            return word
        if word.lower() in choices:
            return word.lower()
        if word.lower() in also:
            return also[word.lower()]
        near = closest(word, choices)
        source.report(node[1], wrong, key=key, word=word, near=near, choices=", ".join(choices))
        return None

    return read


def read_pattern(pattern: re.Pattern[str], wrong: ProblemKind) -> Reader[str]:
    """A reader of a text that a regular expression describes."""

    def read(node: Node, key: str, source: Source) -> str | None:
        word = read_word(node, key, source)
        if word is None or pattern.fullmatch(word):
            return word
        source.report(node[1], wrong, word=word, key=key)
        return None

    return read


def read_number(least: int, most: int, wrong: ProblemKind) -> Reader[int]:
    """A reader of a whole number."""

    def read(node: Node, key: str, source: Source) -> int | None:
        word = read_word(node, key, source)
        if word is None:
            return None
        if word.isdecimal() and word.isascii() and least <= int(word[:9]) <= most:
            return int(word)
        source.report(node[1], wrong, key=key, word=word, least=least, most=most)
        return None

    return read


def read_date(node: Node, key: str, source: Source) -> date | None:
    """A date written as year, month and day."""
    word = read_word(node, key, source)
    if word is None:
        return None
    try:
        if DATE.fullmatch(word):
            return date.fromisoformat(word)
    except ValueError:
        pass
    meant = date_meant(word)
    if meant:
        source.report(node[1], problems.DATE_MEANT, word=word, meant=meant)
    else:
        source.report(node[1], problems.DATE, word=word)
    return None


def date_meant(word: str) -> str:
    """The date that words or figures probably mean, the month first where it is in figures; "" where nobody can tell."""
    figures, words = FIGURES.fullmatch(word), IN_WORDS.fullmatch(word) or DAY_FIRST.fullmatch(word)
    try:
        if figures:
            year = int(figures[3]) + (2000 if len(figures[3]) == 2 else 0)
            return date(year, int(figures[1]), int(figures[2])).isoformat()
        if words:
            month = MONTHS.index(words["month"][:3].lower()) + 1
            return date(int(words["year"]), month, int(words["day"])).isoformat()
    except ValueError:
        pass
    return ""


def read_email(node: Node, key: str, source: Source) -> str | None:
    """An e-mail address."""
    word = read_word(node, key, source)
    if word is None or EMAIL.fullmatch(word):
        return word
    source.report(node[1], problems.NO_EMAIL if says_nothing(word) else problems.EMAIL, word=word)
    return None


def read_web(node: Node, key: str, source: Source) -> str | None:
    """A web address, with https:// where the content leaves it out."""
    word = read_word(node, key, source)
    if word is None or WEB.fullmatch(word):
        return word
    full = f"https://{word}"
    if not SCHEME.match(word) and WEB.fullmatch(full):
        return full
    source.report(node[1], problems.NO_LINK if says_nothing(word) else problems.LINK, word=word)
    return None


# --- prose ------------------------------------------------------------------------------------------


def read_markdown(node: Node, key: str, source: Source) -> Prose | None:
    """Markdown as paragraphs and lists."""
    return read_with(read_prose, node, key, source)


def read_markdown_line(node: Node, key: str, source: Source) -> tuple[Span, ...] | None:
    """Markdown on one line as spans."""
    return read_with(read_line, node, key, source)


def read_with(
    read: Callable[[str], Reading[T]], node: Node, key: str, source: Source
) -> tuple[T, ...] | None:
    """What a Markdown reader makes of a text, with its complaints reported where they belong."""
    text, place = node
    if isinstance(text, str) and len(text) > MAX_PROSE:
        report_length(node, key, MAX_PROSE, source)
        return None
    is_plain = isinstance(text, str) and text not in NULLS and "rotected" not in text
    if not is_plain and read_folded(node, key, source) is None:
        return None
    if not isinstance(text, str) or is_blank(node, key, source):
        return None
    if "&" in text:
        text = check_entities(text, place, source)
    report_cut(text, key, place, source)
    if "\n" in text.strip("\n"):
        first, count = short_lines(text)
        if first:
            source.report(source.find(place, first), SHORT_LINES, count=count)
    prose, mentions, complaints = read(text)
    for fragment, kind, values in complaints:
        source.report(source.find(place, fragment), kind, **values)
    for mention in mentions:
        source.add_mention(mention, place)
    return prose or None


# --- the kinds --------------------------------------------------------------------------------------

# What stands in YAML as 94612 or yes is a text here, but not for an editor that checks with the schema.
ANY_TEXT: Schema = {"type": ["string", "number", "boolean"]}
ONE_OR_MORE: Schema = {"anyOf": [ANY_TEXT, {"type": "array", "items": or_nothing(ANY_TEXT)}]}

WORD = Kind(read_word, ANY_TEXT)
WORDS = Kind(read_words, ONE_OR_MORE)
LINES = Kind(read_lines, ONE_OR_MORE)
FLAG = Kind(read_flag, {"enum": [True, False, YES[0], NO[0]]})
DAY = Kind(read_date, {"type": "string", "format": "date", "pattern": r"^\s*\d{4}-\d\d-\d\d\s*$"})
EMAIL_ADDRESS = Kind(read_email, {"type": "string", "pattern": r"^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$"})
WEB_ADDRESS = Kind(read_web, {"type": "string"})
MARKDOWN = Kind(read_markdown, ANY_TEXT)


def joined(separator: str) -> Kind[str]:
    """The kind of a text that may be given as a list."""
    return Kind(read_joined(separator), ONE_OR_MORE)


def choice(choices: Collection[str], wrong: ProblemKind, also: Mapping[str, str] | None = None) -> Kind[str]:
    """The kind of a text that is one of a few; `wrong` is the kind of problem of any other, `also` has other words for them."""
    return Kind(read_choice(choices, wrong, also or {}), {"enum": [*choices, *(also or ())]})


def number(least: int, most: int, wrong: ProblemKind) -> Kind[int]:
    """The kind of a whole number; `wrong` is the kind of problem of any other text."""
    return Kind(
        read_number(least, most, wrong),
        {
            "anyOf": [
                {"type": "integer", "minimum": least, "maximum": most},
                {"type": "string", "pattern": r"^\s*[0-9]+\s*$"},
            ]
        },
    )


def pattern(expression: str, wrong: ProblemKind) -> Kind[str]:
    """The kind of a text that a regular expression describes; `wrong` is the kind of problem of any other."""
    return Kind(
        read_pattern(re.compile(expression), wrong),
        {"type": ["string", "integer"], "pattern": f"^\\s*({expression})\\s*$"},
    )


def many(kind: Kind[T] | Record[T]) -> Kind[tuple[T, ...]]:
    """The kind of a list, or of one item that stands for a list of one."""

    def read(node: Node, key: str, source: Source) -> tuple[T, ...] | None:
        return read_items(node, key, source, kind.read)

    return Kind(read, {"anyOf": [kind.schema, {"type": "array", "items": or_nothing(kind.schema)}]})


def or_none(kind: Kind[tuple[T, ...]]) -> Kind[tuple[T, ...]]:
    """The kind of a list that can be refused: `no` and `none` stand for an empty one, which says more than no key at all."""

    def read(node: Node, key: str, source: Source) -> tuple[T, ...] | None:
        return () if node[0] in REFUSED else kind.read(node, key, source)

    return Kind(read, {"anyOf": [kind.schema, *({"const": each} for each in (False, NO[0], REFUSED[-1]))]})
