"""Braille read again by liblouis, as somebody with the other grade in mind would not: line by line, in letters."""

from functools import cache

import pytest

from guide.braille.cells import SPACE, in_cells
from guide.braille.files import ascii_of
from guide.braille.liblouis import braille_of, is_here, text_of

needs_liblouis = pytest.mark.skipif(not is_here(), reason="liblouis is not on this computer")


def lines_of(pages, language, contracted=None):
    """The lines of pages in letters; those of one text are one line where they go on."""
    braille = braille_of(language, contracted)
    return [text_of(line.strip(SPACE), braille.usual) for page in pages for line in page if line]


def read_back(book, contracted=None):
    """The lines of a book in letters."""
    return lines_of(book.pages, book.language, contracted)


@cache
def written(text, language="en"):
    """A text as it may stand in files of braille, BRF and PEF: shortened, and letter by letter."""
    cells = {in_cells(text, braille_of(language, contracted)) for contracted in (True, False)}
    return {*cells, *map(ascii_of, cells)}


def said_in(data, text):
    """Whether a text is in the bytes of a file of braille, wherever its lines end."""
    whole = data.decode()
    joined = "".join(whole.split())
    return any(each in whole or "".join(each.replace(SPACE, "").split()) in joined for each in written(text))
