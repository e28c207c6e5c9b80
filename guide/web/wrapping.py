"""Text in lines for the body of a message: of scripts without spaces between words too, whose letters take two places each."""

from collections.abc import Iterator
from textwrap import wrap
from unicodedata import combining, east_asian_width

from guide.language.scripts import is_spaceless

WIDE = ("W", "F")  # letters of Chinese, Japanese and Korean, and their marks


def wrapped(text: str, width: int, language: str, first: str = "", then: str = "") -> list[str]:
    """A text in lines, behind `first` and below it behind `then`; a word that is longer than a line stays whole."""
    if not any(map(is_close, text)):
        return wrap(
            text,
            width,
            initial_indent=first,
            subsequent_indent=then,
            break_long_words=False,
            break_on_hyphens=False,
        )
    lines, begun = [first], False
    for piece in pieces_of(text.replace("\n", " "), language):
        if begun and places(lines[-1] + piece.rstrip(" ")) > width:
            lines.append(then)
        lines[-1] += piece
        begun = True
    return [each.rstrip(" ") for each in lines]


def pieces_of(text: str, language: str) -> Iterator[str]:
    """Yield what stays together: words with the spaces behind them, addresses and numbers, single letters of Chinese."""
    from guide.language.unicode import line_ends  # ICU takes a while to load

    start = 0
    for end in line_ends(text, language):
        if end == len(text) or text[end - 1] == " " or is_close(text[end - 1]) or is_close(text[end]):
            yield text[start:end]
            start = end


def places(text: str) -> int:
    """How many places a text takes where each Latin letter takes one."""
    return sum(2 if east_asian_width(each) in WIDE else not combining(each) for each in text)


def is_close(character: str) -> bool:
    """Whether a line may end beside a letter without a space."""
    return character > "\u0e00" and (is_spaceless(character) or east_asian_width(character) in WIDE)
