"""What was to be filled in later, and what must never be printed again."""

import re
from collections.abc import Iterator

from guide.content.checks.base import Check, Finding, Subject
from guide.content.checks.phones import RETIRED
from guide.errors import ERROR, WARNING
from guide.expressions import expression

# One quick look for all; what each is, is asked only where it finds something.
SUSPECT = expression(
    r"(?<![a-z])(?:tb[dac]|(?-i:TODO)|fixme|x{3,}|lorem ipsum|change ?me|\?{3,}|_{4,})(?![a-z])"
    r"|(?<![a-z0-9-])example\.(?:com|org|net|edu)|\[(?:insert|your|name|phone|address|date)\b|<(?:insert|your)\b"
    r"|#{2,}\w[\w -]*#{2,}|@@\w+@@|%%\w+%%|\{\{[^{}]*\}\}|<<[^<>]+>>|\u00ab\w+_\w+\u00bb|\$\{\w+\}|\[object object\]|\*\|\w+\|\*",
    re.IGNORECASE,
)
MADE_UP = expression(r"\+1\d{3}55501\d\d")
NEEDLES = (
    "tbd",
    "tba",
    "tbc",
    "todo",
    "fixme",
    "xxx",
    "lorem",
    "change me",
    "changeme",
    "???",
    "____",
    "example.",
    "[insert",
    "[your",
    "[name",
    "[phone",
    "[address",
    "[date",
    "<insert",
    "<your",
    "##",
    "@@",
    "%%",
    "{{",
    "<<",
    "${",
    "object]",
    "\u00ab",
    "*|",
)
STARTER = (
    "the first section",
    "say here, in a sentence or two, what the listings",
    "the first listing",
    "shows what can be written",
    "write here what they do, in plain words.",
    "an example of a topic",
    "the second section",
    "the second listing",
    "is mentioned by the first",
    "a listing stands in one section. where people would",
    "the name of your clinic",
    "how the listings were chosen, and by whom.",
)  # beginnings of texts in guide/starter, in small letters
SHOWN = 40  # letters of a text


def find_placeholders(subject: Subject) -> Iterator[Finding]:
    """Words and numbers that stand in for others."""
    there = any(needle in subject.whole for needle in NEEDLES)  # a hundred times faster than the pattern
    for owner, mark, texts in subject.owned_texts if there else ():
        for key, text in texts:
            match = SUSPECT.search(text)
            if match:
                yield Finding(
                    mark,
                    f'{owner}: "{shorten(text, match)}" in {key} was to be filled in',
                    "write what belongs there, or leave the key out",
                )
    for owner, mark, phone, _ in subject.phones:
        if MADE_UP.fullmatch(phone.e164):
            yield Finding(
                mark,
                f"{owner}: {phone.number} is a number for films and examples",
                "write the number that people call",
            )


def find_starter(subject: Subject) -> Iterator[Finding]:
    """Words with which a guide begins that was made by the command new, once for each listing or section."""
    there = [phrase for phrase in STARTER if phrase in subject.whole]
    for owner, mark, texts in subject.owned_texts if there else ():
        found = (text for _, text in texts if text.strip().lower().startswith(tuple(there)))
        if text := next(found, ""):
            yield Finding(
                mark,
                f'{owner}: "{first_words(text)}" is what a new guide begins with',
                "write your own words, or delete it",
            )


def first_words(text: str) -> str:
    """The beginning of a text."""
    words = text.strip().splitlines()[0]
    return words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "..."


def shorten(text: str, match: re.Match[str]) -> str:
    """The words around what was found."""
    start, end = max(0, match.start() - 20), match.end() + 20
    words = text[start:end].replace("\n", " ").strip()
    return f"{'...' if start else ''}{words}{'...' if end < len(text) else ''}"


def find_retired(subject: Subject) -> Iterator[Finding]:
    """The number of the suicide prevention line that 988 replaced."""
    for owner, mark, texts in subject.owned_texts if "273" in subject.whole else ():
        if any("273" in text and RETIRED.search(text) for _, text in texts):
            yield Finding(mark, f"{owner}: the crisis line 1-800-273-8255 (TALK) is 988 now", "write 988")


PLACEHOLDER_CHECKS = (
    Check(
        "starter-text",
        WARNING,
        "words with which a guide begins that was made by `make-guide new`",
        "services: [An example of a topic]",
        find_starter,
    ),
    Check(
        "placeholder",
        ERROR,
        "words or numbers that stand in for others: TBD, xxx, lorem ipsum, example.com, 555-0100 to "
        "555-0199, and [email protected] from a web page",
        "phones: 312-555-0142",
        find_placeholders,
    ),
    Check(
        "retired-line",
        ERROR,
        "the crisis line 1-800-273-8255, which is 988 now",
        "phones: 800-273-8255",
        find_retired,
    ),
)
