"""Values that are not what they should be, but tell what was meant: an address on one line, two e-mail addresses in one text."""

import re

from guide.expressions import expression
from guide.problems import content as kinds
from guide.problems.kind import ProblemKind
from guide.problems.reading import EMAIL_IN_WORDS
from guide.reading.damage import says_nothing
from guide.reading.fields import Kind
from guide.reading.kinds import EMAIL as ONE_EMAIL
from guide.reading.source import Node, Source
from guide.reading.text import fold

TO_COME = frozenset(("tba", "tbd", "tbc", "to be announced", "to be determined", "pending", "coming soon"))
AT = expression(r"(\S+)\s*[\[(]?\s*\bat\b\s*[\])]?\s*(\S+\.\S+)", re.IGNORECASE)
BETWEEN = expression(r"\s*(?:[,;|/]|\s(?:or|and)\s)\s*")
ADDRESS = expression(
    r"(?P<street>.+?)"
    r"(?:,\s*(?P<unit>(?:(?:Suite|Ste|Apt|Unit|Room|Rm|Floor)\b\.?|#)\s*[^,]+))?"
    r",\s*(?P<city>[^,\d]+?),?\s+(?P<state>[A-Z]{2})\.?"
    r"(?:,?\s+(?P<code>\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d))?(?:,?\s*(?:USA|US|Canada))?",
)


def stands_for_nothing(node: Node, key: str, source: Source) -> bool:
    """Whether a value is n/a, TBA or the like, which is left out and told."""
    text = fold(node[0]).strip() if isinstance(node[0], str) else ""
    if not text or not (says_nothing(text) or text.lower().rstrip(".") in TO_COME):
        return False
    source.report(node[1], kinds.LEFT_OUT, key=key, word=text)
    return True


def one_address(kind: Kind[str], more: str) -> Kind[str]:
    """The kind of one e-mail or web address; `more` is the key under which others of them stand."""

    def read(node: Node, key: str, source: Source) -> str | None:
        several = texts_of(node)
        if len(several) > 1 and (isinstance(node[0], list) or all(map(ONE_EMAIL.fullmatch, several))):
            found = {
                "key": key,
                "first": several[0],
                "more": more,
                "rest": " and ".join(f"- {each}" for each in several[1:]),
            }
            source.report(node[1], kinds.SEVERAL_ADDRESSES, **found)
            return None
        if stands_for_nothing(node, key, source):
            return None
        word = fold(node[0]).strip() if isinstance(node[0], str) else ""
        at = AT.fullmatch(word) if more == "emails" and "@" not in word else None
        if at:
            source.report(node[1], EMAIL_IN_WORDS, word=word, meant=f"{at[1]}@{at[2]}")
            return None
        return kind.read(node, key, source)

    return Kind(read, kind.schema)


def texts_of(node: Node) -> list[str]:
    """The texts of a list, or the parts of a text that is divided by commas and the like."""
    value = node[0]
    if isinstance(value, str):
        return BETWEEN.split(value.strip())
    return [text.strip() for text, _ in value if isinstance(text, str)] if isinstance(value, list) else []


def split_address(node: Node) -> str:
    """The keys of an address that was written as a text or a list of lines, one behind the other; "" where they are not clear."""
    value = node[0]
    lines = [value] if isinstance(value, str) else [text for text, _ in value if isinstance(text, str)]
    match = ADDRESS.fullmatch(", ".join(filter(None, (fold(line).strip(" ,") for line in lines))))
    if not match:
        return ""
    street = "po_box" if match["street"].lower().replace(".", "").startswith("po box") else "address_1"
    names = (
        (street, "street"),
        ("address_2", "unit"),
        ("city", "city"),
        ("state_province", "state"),
        ("postal_code", "code"),
    )
    return ", ".join(f"{key}: {match[name]}" for key, name in names if match[name])


def report_address(node: Node, key: str, source: Source, kind: ProblemKind = kinds.ADDRESS_AS_TEXT) -> bool:
    """Report an address that was written as a text or a list, with its parts; whether they are clear, and may be repeated."""
    parts = split_address(node) if source.is_quotable else ""
    if parts:
        source.report(node[1], kind, key=key, parts=parts)
    return bool(parts)
