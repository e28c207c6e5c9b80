"""The parts that tables of keys are made of: each kind of value knows how it is read and what its schema is.

A reader takes a node, the key it stands under and the source; it returns the value, or None where the content
gives none or a wrong one, which it reports.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from guide.problems import reading as kinds
from guide.reading.damage import (
    HIDDEN_EMAIL,
    check_entities,
    decode_entities,
    is_hidden_email,
    report_cut,
    report_hidden,
    says_nothing,
)
from guide.reading.prose import read_line, read_prose
from guide.reading.syntax import report_odd_space
from guide.reading.text import fold

MAX_WORD, MAX_PROSE = 3_000, 50_000  # characters of a text on one line, and of one with paragraphs
NULLS = ("null", "~", "Null", "NULL")
YES, NO = ("yes", "true"), ("no", "false")
EMAIL = re.compile(r"[^\s@<>()\[\],;:\"]+@[^\s@<>()\[\],;:\"/]+\.[^\s@<>()\[\],;:\"/.]{2,}")
WEB = re.compile(r"https?://[^\s/?#@]+\.[^\s/?#@.]+([/?#]\S*)?", re.IGNORECASE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d+(/|$))", re.IGNORECASE)
DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: how it is read, and its JSON Schema."""

    read: Callable
    schema: dict


@dataclass(frozen=True, slots=True)
class Field:
    """One key: its kind and what it is for."""

    key: str
    kind: object  # a Kind or a Record
    doc: str
    required: bool = False
    also: str = ""  # what else people call it, to guess what they meant

    @property
    def schema(self):
        """The JSON Schema of the value."""
        return self.kind.schema if self.required else or_nothing(self.kind.schema)


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys, and what is made of its values."""

    name: str  # "a listing"
    fields: tuple
    make: Callable  # of the values by key, the place and the source
    readers: dict = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "readers", {each.key: each.kind.read for each in self.fields})

    def read(self, node, key, source):
        """What the mapping makes; None if it is not a mapping."""
        pairs, place = node
        if pairs.__class__ is not tuple:
            wanted = "keys of its own below it, such as " + ", ".join(list(self.readers)[:3])
            return report_type(node, key or self.name, wanted, source)
        values = {}
        for (name, name_place), value_node in pairs:
            read = self.readers.get(name) if name.__class__ is str else None
            if read is None:
                report_unknown(name, name_place, self, source)
            elif not is_blank(value_node, name, source) and name not in values:
                value = read(value_node, name, source)
                if value is not None:
                    values[name] = value
        if len(values) < len(pairs):
            report_duplicates(pairs, source)
        for each in self.fields:
            if each.required and each.key not in values:
                report_missing(each, pairs, place, self, source)
        return self.make(values, place, source)

    def meant(self, name):
        """The key that somebody who wrote another name may have meant, "" if that cannot be guessed."""
        names = {each.key: each.key for each in self.fields}
        names |= {also: each.key for each in self.fields for also in each.also.split()}
        return names.get(closest(name, names), "")

    @property
    def schema(self):
        """The JSON Schema of the mapping."""
        properties = {each.key: {"description": each.doc, **each.schema} for each in self.fields}
        required = [each.key for each in self.fields if each.required]
        needed = {"required": required} if required else {}
        return {
            "title": self.name,
            "type": "object",
            "properties": properties,
            **needed,
            "additionalProperties": False,
        }


def or_nothing(schema):
    """The schema of a value that may also be left empty: nothing after the colon."""
    if isinstance(schema.get("type"), list):
        return {**schema, "type": [*schema["type"], "null"]}
    return {"anyOf": [*(schema["anyOf"] if list(schema) == ["anyOf"] else [schema]), {"type": "null"}]}


def is_blank(node, key, source):
    """Whether there is no value; one of spaces of any kind, which would print as nothing, is kept to be told."""
    value = node[0]
    if value.__class__ is not str or value and not value.isspace():
        return False
    if value:
        source.add_blank(key, node[1])
    return True


# --- what can be wrong with a mapping ---------------------------------------------------------------


def report_type(node, key, wanted, source):
    """Report a value of the wrong type; or the space in it that YAML does not take for one."""
    if node[0].__class__ is str and report_odd_space(source.line_at(node[1]), node[1].line, source):
        return
    found = {str: "a text", list: "a list", tuple: "a group of keys"}[node[0].__class__]
    source.report(node[1], kinds.WRONG_TYPE, key=key, found=found, wanted=wanted)


def report_unknown(name, place, record, source):
    """Report a key that the record does not have, with the nearest one that it has."""
    if not isinstance(name, str):
        source.report(place, kinds.KEY_NO_WORD)
        return
    if not name.isascii() and report_odd_space(source.line_at(place), place.line, source):
        return
    near = "" if source.is_full else record.meant(name)
    keys = ", ".join(record.readers)
    source.report(place, kinds.UNKNOWN_KEY, record=record.name, name=name, near=near, keys=keys)


def closest(word, words):
    """The most similar of the words, "" if none is near."""
    squeezed = {each.replace("_", "").replace("-", "").lower(): each for each in words}
    plain = re.sub(r"[-_ ]", "", word).lower()
    from difflib import get_close_matches  # only a mistake needs it

    matches = get_close_matches(plain[:100], squeezed, n=1, cutoff=0.7)
    return squeezed[matches[0]] if matches else ""


def report_duplicates(pairs, source):
    """Report every key that the mapping has a second time."""
    lines = {}
    for (name, place), _ in pairs:
        if not isinstance(name, str):
            continue
        if name in lines:
            source.report(place, kinds.DUPLICATE_KEY, name=name, line=lines[name])
        lines.setdefault(name, place.line + 1)


def report_missing(missing, pairs, place, record, source):
    """Report a required key that is missing or empty, unless its value was refused already."""
    for (name, name_place), (value, _) in pairs:
        if name == missing.key:
            if value == "" or value.__class__ is str and value.isspace():
                source.report(name_place, kinds.NOTHING_AFTER, name=name)
            return
    source.report(place, kinds.MISSING, record=record.name, key=missing.key)


# --- texts ------------------------------------------------------------------------------------------


def read_word(node, key, source):
    """The text on one line, None if it is none, or is far too long."""
    if node[0].__class__ is str and len(node[0]) > MAX_WORD:
        return report_length(node, key, MAX_WORD, source)
    return read_folded(node, key, source)


def read_folded(node, key, source):
    """A text of any length on one line, None if it is none."""
    text, place = node
    if text.__class__ is not str:
        if is_hidden_email(text):
            return report_hidden(node, "", source)
        return report_type(node, key, "one text; in double quotes if it begins with [ or {", source)
    if is_blank(node, key, source):
        return None
    if text[:1] == "-" and report_odd_space(
        source.line_at(place), place.line, source
    ):  # an item of a list was meant
        return None
    if text in NULLS:
        source.report(place, kinds.NULL, text=text)
        return None
    if "rotected" in text:
        hidden = HIDDEN_EMAIL.search(text)
        if hidden:
            return report_hidden(node, hidden.group(), source)
    if "&" in text:
        text = decode_entities(text, key, place, source)
    report_cut(text, key, place, source)
    return fold(text).strip() or None


def report_length(node, key, most, source):
    """Report a text that is longer than anybody writes by hand: to set it would take too long."""
    source.report(node[1], kinds.TOO_LONG, key=key, count=len(node[0]), most=most)


def read_words(node, key, source):
    """The texts of a list, or a single text, as a tuple."""
    return read_items(node, key, source, read_word)


def read_items(node, key, source, read):
    """What `read` makes of each item of a list, or of a single value, as a tuple; None if nothing is left."""
    value, _ = node
    if value.__class__ is not list or is_hidden_email(value):
        item = read(node, key, source)
        return None if item is None else (item,)
    items = (read(each, key, source) for each in value if not is_blank(each, key, source))
    return tuple(item for item in items if item is not None) or None


def read_lines(node, key, source):
    """The lines of a text, or the texts of a list."""
    text, place = node
    if text.__class__ is str and "\n" in text:
        lines = [(line, place) for line in text.split("\n")]
        return read_words((lines, place), key, source)
    return read_words(node, key, source)


def read_joined(separator):
    """A reader of a text, or of a list whose texts are joined."""

    def read(node, key, source):
        words = read_words(node, key, source)
        return words and separator.join(words)

    return read


def read_flag(node, key, source):
    """True or False for yes or no."""
    word = read_word(node, key, source)
    if word is None:
        return None
    if word.lower() in YES + NO:
        return word.lower() in YES
    source.report(node[1], kinds.YES_OR_NO, key=key, word=word)
    return None


def read_choice(choices, wrong, also):
    """A reader of one of a few words, or of another word for one of them."""

    def read(node, key, source):
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


def read_pattern(pattern, wrong):
    """A reader of a text that a regular expression describes."""

    def read(node, key, source):
        word = read_word(node, key, source)
        if word is None or pattern.fullmatch(word):
            return word
        source.report(node[1], wrong, word=word, key=key)
        return None

    return read


def read_number(least, most, wrong):
    """A reader of a whole number."""

    def read(node, key, source):
        word = read_word(node, key, source)
        if word is None:
            return None
        if word.isdecimal() and word.isascii() and least <= int(word[:9]) <= most:
            return int(word)
        source.report(node[1], wrong, key=key, word=word, least=least, most=most)
        return None

    return read


def read_date(node, key, source):
    """A date written as year, month and day."""
    word = read_word(node, key, source)
    if word is None:
        return None
    try:
        if DATE.fullmatch(word):
            return date.fromisoformat(word)
    except ValueError:
        pass
    source.report(node[1], kinds.DATE, word=word)
    return None


def read_email(node, key, source):
    """An e-mail address."""
    word = read_word(node, key, source)
    if word is None or EMAIL.fullmatch(word):
        return word
    source.report(node[1], kinds.NO_EMAIL if says_nothing(word) else kinds.EMAIL, word=word)
    return None


def read_web(node, key, source):
    """A web address, with https:// where the content leaves it out."""
    word = read_word(node, key, source)
    if word is None or WEB.fullmatch(word):
        return word
    full = f"https://{word}"
    if not SCHEME.match(word) and WEB.fullmatch(full):
        return full
    source.report(node[1], kinds.NO_LINK if says_nothing(word) else kinds.LINK, word=word)
    return None


# --- prose ------------------------------------------------------------------------------------------


def read_markdown(node, key, source):
    """Markdown as paragraphs and lists."""
    return read_with(read_prose, node, key, source)


def read_markdown_line(node, key, source):
    """Markdown on one line as spans."""
    return read_with(read_line, node, key, source)


def read_with(read, node, key, source):
    """What a Markdown reader makes of a text, with its complaints reported where they belong."""
    text, place = node
    if text.__class__ is str and len(text) > MAX_PROSE:
        return report_length(node, key, MAX_PROSE, source)
    is_plain = text.__class__ is str and text not in NULLS and "rotected" not in text
    if not is_plain and read_folded(node, key, source) is None:
        return None
    if is_blank(node, key, source):
        return None
    if "&" in text:
        text = check_entities(text, place, source)
    report_cut(text, key, place, source)
    prose, mentions, complaints = read(text)
    for fragment, kind, values in complaints:
        source.report(source.find(place, fragment), kind, **values)
    for mention in mentions:
        source.add_mention(mention, place)
    return prose or None


# --- the kinds --------------------------------------------------------------------------------------

# What stands in YAML as 94612 or yes is a text here, but not for an editor that checks with the schema.
ANY_TEXT = {"type": ["string", "number", "boolean"]}
ONE_OR_MORE = {"anyOf": [ANY_TEXT, {"type": "array", "items": or_nothing(ANY_TEXT)}]}

WORD = Kind(read_word, ANY_TEXT)
WORDS = Kind(read_words, ONE_OR_MORE)
LINES = Kind(read_lines, ONE_OR_MORE)
FLAG = Kind(read_flag, {"enum": [True, False, YES[0], NO[0]]})
DAY = Kind(read_date, {"type": "string", "format": "date", "pattern": r"^\s*\d{4}-\d\d-\d\d\s*$"})
EMAIL_ADDRESS = Kind(read_email, {"type": "string", "pattern": r"^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$"})
WEB_ADDRESS = Kind(read_web, {"type": "string"})
MARKDOWN = Kind(read_markdown, ANY_TEXT)


def joined(separator):
    """The kind of a text that may be given as a list."""
    return Kind(read_joined(separator), ONE_OR_MORE)


def choice(choices, wrong, also=None):
    """The kind of a text that is one of a few; `wrong` is the kind of problem of any other, `also`, a dict, has other words."""
    return Kind(read_choice(choices, wrong, also or {}), {"enum": [*choices, *(also or ())]})


def number(least, most, wrong):
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


def pattern(expression, wrong):
    """The kind of a text that a regular expression describes; `wrong` is the kind of problem of any other."""
    return Kind(
        read_pattern(re.compile(expression), wrong),
        {"type": ["string", "integer"], "pattern": f"^\\s*({expression})\\s*$"},
    )


def many(kind):
    """The kind of a list, or of one item that stands for a list of one."""

    def read(node, key, source):
        return read_items(node, key, source, kind.read)

    return Kind(read, {"anyOf": [kind.schema, {"type": "array", "items": or_nothing(kind.schema)}]})
