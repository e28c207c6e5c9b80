"""Where a word may be divided at the end of a line: by the rules of its language, and in addresses."""

from collections.abc import Iterator
from functools import cache
from typing import Protocol

from guide.expressions import expression

LEAST_LETTERS = 8  # of a word that is divided
LETTERS = expression(r"(\W*)(\w+)(\W*)")
ADDRESS = expression(r"[^/.@]*[/.@]+|[^/.@]+")


class Hyphenator(Protocol):
    """The patterns of a language."""

    def positions(self, word: str) -> list[int]:
        """Before which letters a word may be divided."""


def divisions(word: str, language: str) -> Iterator[tuple[str, str]]:
    """(left, right) of every place where a word may be divided at the end of a line, the longest left part first."""
    match = LETTERS.fullmatch(word)
    if not match or len(match[2]) < LEAST_LETTERS or not match[2].isalpha() or match[2][0].isupper():
        return  # names and figures stay whole
    dictionary = _hyphenator(language)
    if dictionary is None:
        return
    for place in reversed(dictionary.positions(match[2])):
        yield match[1] + match[2][:place], match[2][place:] + match[3]


@cache
def _hyphenator(language: str) -> Hyphenator | None:
    """The patterns of a language, None where there are none."""
    import pyphen  # few editions divide words

    found = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=found, left=3, right=3) if found else None


def break_address(text: str) -> list[str]:
    """A web or e-mail address in pieces that a line may end after: behind slashes, dots and the at sign."""
    return ADDRESS.findall(text)
