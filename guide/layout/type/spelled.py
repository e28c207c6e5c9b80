"""Abbreviations within a text as pieces of their own, each with what it stands for: "IL", which is heard as "Illinois"."""

import re
from collections.abc import Iterator
from functools import cache

from guide.layout.pages import Text, run_width
from guide.layout.tags import Tag


def spelled(item: Text, leftward: bool) -> Iterator[Text]:
    """Yield a text in pieces, those that its tag spells out below tags of their own; nothing moves.

    `leftward`: it will be turned round with its page, so that x counts from the right. Words that run leftward stay whole.
    """
    tag, text = item.tag, item.text
    if tag is None or not tag.spells or item.leftward:
        yield item
        return
    full, at = dict(tag.spells), 0
    for match in pattern(tag.spells).finditer(text):
        for start, end, own in (
            (at, match.start(), tag),
            (*match.span(), Tag("Span", tag, full=full[match[0]])),
        ):
            if end > start:
                yield piece(item, start, end, own, leftward)
        at = match.end()
    if at < len(text):
        yield piece(item, at, len(text), tag, leftward)


def piece(item: Text, start: int, end: int, tag: Tag, leftward: bool) -> Text:
    """What stands between two offsets of a text, at its place."""
    _, x, y, text, face, size, colour, runs_leftward = item
    shown = text[start:end]
    before = run_width(text[:start], face, size) if start else 0
    x += item.width - before - run_width(shown, face, size) if leftward else before
    return Text(tag, x, y, shown, face, size, colour, runs_leftward)


@cache
def pattern(spells: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """What finds abbreviations as whole words; those in capitals, as of states, behind a comma or alone."""
    words = (
        (r"(?:^|(?<=, ))" if short.isupper() else r"(?<!\w)") + re.escape(short) + r"(?!\w)"
        for short, _ in spells
    )
    return re.compile("|".join(words))
