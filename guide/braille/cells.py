"""Texts in cells: words as the language writes them in braille, addresses of the web letter by letter, numbers undivided."""

from collections.abc import Iterator
from functools import lru_cache

from guide.braille.liblouis import CELLS, Braille, cells_of
from guide.expressions import expression

SPACE = chr(CELLS)
TIED = "\ue000"  # a space at which no line ends
DOT_5 = chr(CELLS + 0b10000)
GOES_ON = DOT_5  # at the end of a line: what is divided goes on without a space
ADDRESS = r"\S*(?:https?://|www\.|@|\w\.(?:org|com|net|gov|edu|info|us|ca|uk|mx|es|fr|de|eu|io|co)\b)\S*"
NUMBER = r"\S*\+?\(?\d[\d() .\u2013-]{4,}\d\S*"
WHOLE = expression(f"({ADDRESS}|{NUMBER})")
IS_ADDRESS = expression(ADDRESS)


@lru_cache(50_000)
def in_cells(text: str, braille: Braille) -> str:
    """A text in cells; in the braille of no language do contractions stand in addresses."""
    return SPACE.join(filter(None, pieces(text, braille)))


def pieces(text: str, braille: Braille) -> Iterator[str]:
    """Yield the pieces of a text in cells: words, then an address or a number, then words."""
    for place, piece in enumerate(WHOLE.split(text)):
        piece = piece.strip()
        if not piece:
            continue
        if place % 2 and IS_ADDRESS.fullmatch(piece):
            yield cells_of(piece, braille.letters).strip(SPACE)
        elif place % 2:
            yield cells_of(piece, braille.letters).strip(SPACE).replace(SPACE, TIED)
        else:
            yield cells_of(piece, braille.usual).strip(SPACE)


def wrapped(cells: str, width: int, first: int, others: int) -> list[str]:
    """Lines of a text with their indents; a word that is longer than a line is divided, and dot 5 says that it goes on."""
    lines: list[str] = []
    line = SPACE * first
    is_empty = True
    for word in filter(None, cells.split(SPACE)):
        room = width - len(line) - (not is_empty)
        if len(word) <= room:
            line += word if is_empty else SPACE + word
            is_empty = False
            continue
        if not is_empty:
            lines.append(line)
            line = SPACE * others
        while len(line) + len(word) > width:
            cut = width - len(line) - 1
            lines.append(line + word[:cut] + GOES_ON)
            word, line = word[cut:], SPACE * others
        line, is_empty = line + word, False
    if not is_empty:
        lines.append(line)
    return [each.replace(TIED, SPACE).rstrip(SPACE) for each in lines]
