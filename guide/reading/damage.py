"""What texts suffer on their way from web pages and tables: entities of HTML, hidden addresses, an end that was cut off."""

import re

from guide.expressions import expression
from guide.problems import reading as kinds
from guide.reading.source import Node, Place, Source, Value
from guide.reading.text import find_unseen, fold, report_unseen, without_unseen

HIDDEN_EMAIL = expression(r"\[\s*email[\s\u00a0]protected\s*\]", re.IGNORECASE)
ENTITY = expression(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
# What columns of tables hold, and one less, since a space at the end is often taken away.
CUT_LENGTHS = frozenset(
    most - less
    for most in (
        200,
        250,
        255,
        256,
        300,
        400,
        500,
        511,
        512,
        1000,
        1023,
        1024,
        1500,
        2000,
        2047,
        2048,
        3000,
        4000,
        4095,
        4096,
        5000,
        8000,
        8192,
        10000,
        16384,
        32000,
        32767,
        32768,
    )
    for less in (0, 1)
)
ENDED = expression(r"[.!?:;)\]\"'\u2019\u201d\u00bb\u2026\u0964\u3002\u061f\u06d4]\s*$|://\S+$|@\S+$|\d$")
ITEM = expression(r"\s*(?:[-*+\u2022]|\d+[.)])\s")  # of a list, which ends as it likes
SHORT_LINE = 60  # characters; one of a list, too
UNFINISHED = expression(
    r"(?:,|-|\b(?:a|an|and|are|as|at|by|for|from|in|is|of|on|or|our|that|the|their|to|who|will|with|you|your))\s*$"
)

# What tables say where they have nothing to say; in a name the first may be a name.
NO_VALUES = frozenset(
    (
        "na|n.a|n.a.|not applicable|not available|not provided|not specified|not given|not known|unknown|nil|nan|undefined|no data|no value|"
        "none given|none listed|none provided|none specified|empty|blank"
    ).split("|")
)
SURE_NO_VALUES = frozenset(
    ("n/a", "#n/a", "n / a", "(n/a)", "n/a.", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!")
)

NOTHING = NO_VALUES | SURE_NO_VALUES | {"none", "no", "-"}
LONGEST_NOTHING = max(map(len, NOTHING))


# --- entities ---------------------------------------------------------------------------------------


def meaning_of(entity: str) -> str:
    """The characters that an entity of HTML stands for, itself if it is none."""
    from html import entities, unescape  # only what came from a web page needs it

    return unescape(entity) if entity[1] == "#" else entities.html5.get(entity[1:], entity)


def decode_entities(text: str, key: str, place: Place, source: Source) -> str:
    """The text with the characters that its entities stand for, reported; without those that nobody can see."""
    first, whole = "", text
    while text != (
        decoded := ENTITY.sub(lambda match: meaning_of(match[0]), text)
    ):  # some are written twice over: &amp;amp;
        first = first or next(match[0] for match in ENTITY.finditer(text) if meaning_of(match[0]) != match[0])
        text = decoded
    if not first:
        return text
    check_entities(whole, place, source)
    said = meaning_of(first).strip() or "a space"
    source.report(source.find(place, first), kinds.ENTITY, key=key, entity=first, said=said)
    return without_unseen(text)


def check_entities(text: str, place: Place, source: Source) -> str:
    """The text without the entities that stand for characters that nobody can see, reported; Markdown decodes the others."""

    def check(match: re.Match[str]) -> str:
        unseen = find_unseen(meaning_of(match[0]))
        if unseen:
            report_unseen(unseen, 0, source.find(place, match[0]), source)
        return "" if unseen else match[0]

    return ENTITY.sub(check, text)


# --- texts that are not whole -----------------------------------------------------------------------


def report_cut(text: str, key: str, place: Place, source: Source) -> None:
    """Report a text that ends where a table's column was full: at a round number of characters, and not as a sentence ends."""
    text = text.strip("\n")
    if len(text) not in CUT_LENGTHS or ENDED.search(text):
        return
    *before, last = text.split("\n")
    if ". " in (last if ITEM.match(last) or before and len(last) < SHORT_LINE else text) or UNFINISHED.search(
        text
    ):
        source.report(place, kinds.CUT_OFF, key=key, count=len(text))


def is_hidden_email(value: Value) -> bool:
    """Whether a list is what YAML makes of `[email protected]`."""
    if not isinstance(value, list) or len(value) != 1:
        return False
    word = value[0][0]
    return isinstance(word, str) and fold(word.replace("\u00a0", " ")).lower() == "email protected"


def report_hidden(node: Node, fragment: str, source: Source) -> None:
    """Report `[email protected]`, which stands on web pages where an address was hidden."""
    source.report(source.find(node[1], fragment), kinds.HIDDEN_EMAIL)


def says_nothing(text: str) -> bool:
    """Whether a text is one of the words that tables have where they have no address."""
    return len(text) <= LONGEST_NOTHING and text.lower() in NOTHING
