"""Braille read again by liblouis, as somebody with the other grade in mind would not: line by line, in letters."""

import pytest

from guide.braille.cells import SPACE
from guide.braille.liblouis import braille_of, is_here, text_of

needs_liblouis = pytest.mark.skipif(not is_here(), reason="liblouis is not on this computer")


def read_back(volume, contracted=None):
    """The lines of a volume in letters; those of one text are one line where they go on."""
    braille = braille_of(volume.language, contracted)
    return [text_of(line.strip(SPACE), braille.usual) for page in volume.pages for line in page if line]
