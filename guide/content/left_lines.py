"""Lines of a translation that are still in the language of the guide."""

import re
from collections.abc import Iterator
from typing import Any

from guide.content.unit_texts import PROSE, ROWS, SPANS
from guide.content.units import PAGE_PROSE
from guide.expressions import expression
from guide.language.scripts import needs_rules
from guide.reading.page_text import to_page_markdown
from guide.reading.prose import to_markdown, write_line

WORD = expression(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
LEAST = 4  # letters of a line in a script without spaces


def left_lines(source: str, translation: str) -> Iterator[str]:
    """Yield the lines of a translation that stand in the source as they are; lines of names and numbers may."""
    known = {line.strip() for line in source.split("\n")}
    for line in translation.split("\n"):
        if line.strip() in known and has_words(line):
            yield line.strip()


def has_words(line: str) -> bool:
    """Whether a line is more than a name: it has words, and one behind the first begins with a small letter."""
    words: list[str] = WORD.findall(re.sub(r"\[\[.*?\]\]|\(\S+\)|<\S+>|\S+@\S+|https?:\S+", " ", line))
    if needs_rules(line):
        return sum(map(len, words)) >= LEAST
    return any(word[0].islower() and len(word) > 2 for word in words[1:])


def written(value: Any, kind: str) -> str:
    """A translated text as it is written."""
    if kind == PROSE:
        return to_markdown(value)
    if kind == PAGE_PROSE:
        return to_page_markdown(value)
    if kind == SPANS:
        return write_line(value)
    return "\n".join(value) if kind == ROWS else str(value)
