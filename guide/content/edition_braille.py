"""The keys of an edition that say how it is wanted in braille."""

from guide.problems import editions as kinds
from guide.reading.fields import Field
from guide.reading.kinds import FLAG, number

CELLS, LINES, VOLUME_PAGES = (32, 60), (15, 40), (20, 999)  # the fewest and the most
IN_BRAILLE = (
    Field(
        "contracted",
        FLAG,
        "For braille: yes shortens words, no writes letter by letter; what is usual in the language if it is not given.",
        also="grade contractions",
    ),
    Field(
        "cells",
        number(*CELLS, kinds.CELLS),
        "For braille: cells in a line, from 32 to 60; 40 if it is not given.",
    ),
    Field(
        "volume_pages",
        number(*VOLUME_PAGES, kinds.VOLUME_PAGES),
        "For braille: about how many pages a volume has, from 20 to 999; 80 if it is not given.",
        also="volume volumes",
    ),
    Field(
        "lines",
        number(*LINES, kinds.LINES),
        "For braille: lines on a page, from 15 to 40; 25 if it is not given.",
    ),
)
