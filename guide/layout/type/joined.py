"""Texts in two languages within a line: joined into one, and taken apart."""

import re
from collections.abc import Iterable

from guide.language.words import SLASH, plain
from guide.layout.pages import Tag
from guide.layout.type.inline import Fragment, Inline

SENTENCE = re.compile(r"[^ ] .*[.?!:\u061f\u0964]$|[\u3002\uff1f]$")  # not "No.", which is a word alone


def joint(first: str) -> str:
    """What stands between a text and the same in another language: a space behind a sentence, else a slash."""
    return " " if SENTENCE.search(first) else " / "


def joined(text: str) -> str:
    """A text in two languages as it stands on a line."""
    first, slash, second = text.partition(SLASH)
    return first + joint(first) + plain(second) if slash else text


def apart(fragments: Iterable[tuple[Inline, str]], language: str) -> list[Fragment]:
    """Fragments with words of two languages taken apart, those of the second tagged with its code."""
    found = []
    for inline, text in fragments:
        first, slash, second = text.partition(SLASH)
        if not slash:
            found.append(Fragment(inline, text))
            continue
        tag = inline.tag and Tag("Span", inline.tag, language=language)
        found += [
            Fragment(inline, first + joint(first)),
            Fragment(inline._replace(tag=tag, apart=True), plain(second)),
        ]
    return found
