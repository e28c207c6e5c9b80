"""Texts in capitals as they would be written: abbreviations from the source's own mixed-case text stay."""

import re
from collections.abc import Mapping

from guide.content.checks.casing import ABBREVIATIONS, calm
from guide.expressions import expression

ANY_WORD = expression(r"[^\W\d_]+")
SENTENCE = 60  # letters: what is longer is a sentence, not a name


def without_capitals(text: str, forms: Mapping[str, str], known: frozenset[str]) -> str:
    """A text in capitals as a name, or as sentences where it is long."""
    calmed = calm(text, forms, known)
    if len(text) <= SENTENCE:
        return calmed[:1].upper() + calmed[1:]
    kept = known | ABBREVIATIONS | {word for word in forms if forms[word] == word}
    lowered = ANY_WORD.sub(
        lambda match: forms.get(match[0], match[0] if match[0] in kept else match[0].lower()), text
    )
    return re.sub(r"(^|[.!?]\s+|\n\s*)([^\W\d_])", lambda match: match[1] + match[2].upper(), lowered)
