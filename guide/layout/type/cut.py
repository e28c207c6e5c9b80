"""Texts that are cut to fit a line, with dots for what is left out."""

from bisect import bisect_left
from collections.abc import Sequence

from guide.language.both import beginning, in_a_row
from guide.layout.type.setter import Setter

ELLIPSIS = "\u2026"
CUT_ENDS = " ,;:\u060c\u3001\uff0c"  # marks that no dots follow


def cut_to_fit(text: str, room: float, size: float, setter: Setter, bold: bool = False) -> str:
    """A text that fits, cut at a word where it is too long, and within its first word where that is."""
    if setter.width(text, size, bold) <= room:
        return text

    def is_over(end: int) -> bool:
        return setter.width(beginning(text, end).rstrip(CUT_ENDS) + ELLIPSIS, size, bold) > room

    characters = in_a_row(text)
    words = [place for place, character in enumerate(characters) if character == " "]
    letters = range(1, words[0] if words else len(characters))
    choices: tuple[Sequence[int], ...] = (words, letters)
    for ends in choices:  # measured at a few places only: a text may be thousands of letters long
        fitting = bisect_left(ends, True, key=is_over)
        if fitting:
            return beginning(text, ends[fitting - 1]).rstrip(CUT_ENDS) + ELLIPSIS
    return text[:1] + ELLIPSIS
