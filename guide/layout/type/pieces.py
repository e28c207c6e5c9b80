"""Texts in pieces, each of which is shown in one face if one has it."""

import re
from functools import cache

from guide.expressions import expression
from guide.language.scripts import IDEOGRAPHIC, LEFTWARD, needs_rules, within


def pieces(text: str) -> list[str]:
    """What is shown in one face if it can be: words of a leftward script with their marks of punctuation, runs of
    ideographs with theirs, and all that stands between spaces and these."""
    return (_words_of_scripts() if needs_rules(text) else WORDS).findall(text)


WORDS = expression(r"\s+|\S+")


@cache
def _words_of_scripts() -> re.Pattern[str]:
    leftward, ideographic = within(LEFTWARD), within(IDEOGRAPHIC)
    return re.compile(
        rf"\s+|[^\w\s]*[{leftward}](?:[{leftward}\u200c\u200d]|[^\w\s])*"
        rf"|[\u2018\u201c]*[{ideographic}](?:[{ideographic}]|[\u2014\u2018-\u201d\u2026\u00b7])*"
        rf"|(?:(?![{leftward}{ideographic}]|[\u2018\u201c]+[{ideographic}])\S)+"
    )
