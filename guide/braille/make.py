"""An edition in braille: BRF, which every embosser and braille display reads, and PEF, which says what it is."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from guide.braille.blocks import SECTION, Block
from guide.braille.cells import SPACE
from guide.braille.compose import Composer
from guide.braille.liblouis import CELLS, braille_of
from guide.braille.pages import USUAL, Binder, Bound, Page, Places, Sheet, settled
from guide.frozen import frozen
from guide.language.words import Words
from guide.model import Edition, Guide
from guide.seal import BLANK, sealed

ASCII = " a1b'k2l`cif/msp\"e3h9o6r~djg>ntq,*5<-u8v.%{$+x!&;:4|0z7(_?w}#y)="  # a sign for each cell, as embossers read it
PEF = "http://www.daisy.org/ns/2008/pef"


@frozen
class Wanted:
    """How an edition is wanted in braille."""

    sheet: Sheet = USUAL
    contracted: bool | None = None  # None: as is usual in the language


AS_USUAL = Wanted()


@frozen
class Volume:
    """An edition in braille: its pages as cells."""

    title: str
    language: str
    sheet: Sheet
    pages: tuple[tuple[str, ...], ...]


def wanted_by(edition: Edition) -> Wanted:
    """How an edition wants its braille."""
    return Wanted(sheet=Sheet(cells=edition.cells, lines=edition.lines), contracted=edition.contracted)


def make_volume(guide: Guide, words: Words, wanted: Wanted = AS_USUAL) -> Volume:
    """The pages of a guide: the title, the contents, then its sections. GuideError where there is no braille for its language."""
    binder = Binder(wanted.sheet, braille_of(guide.language, wanted.contracted))

    def bound(places: Places) -> Bound:
        def page_of(place: str) -> str:
            return str(places[place]) if place in places else ""

        composer = Composer(guide, words, page_of)
        front = binder.title_pages(composer.title_page())
        front += contents(composer, binder, places, len(front) + 1)
        body, found = binder.pages(composer.body(), len(front) + 1, guide.title)
        return [*front, *body], found

    pages, _ = settled(bound)
    return Volume(
        title=guide.title,
        language=guide.language,
        sheet=wanted.sheet,
        pages=tuple(map(tuple, pages)),
    )


def contents(composer: Composer, binder: Binder, places: Places, first: int) -> list[Page]:
    """The pages of the contents."""
    depth = binder.sheet.lines - 1
    title = composer.words.contents
    lines = [*binder.lines(Block(title, SECTION)), ""]
    for entry in composer.contents():
        lines += binder.entry(entry, places.get(entry.place, 1))
    chunks = [lines[start : start + depth] for start in range(0, len(lines), depth)]
    return [
        [binder.head(title if number else "", first + number), *chunk] for number, chunk in enumerate(chunks)
    ]


# --- files ------------------------------------------------------------------------------------------


def as_brf(volume: Volume, mark: str) -> str:
    """The pages as signs of ASCII, each ended by a form feed; the mark stands in the last line of the first page."""
    return "".join("\r\n".join(page) + "\r\n\f" for page in signs(volume, mark))


def signs(volume: Volume, mark: str) -> Iterator[list[str]]:
    """Yield the lines of each page as signs."""
    for number, page in enumerate(volume.pages):
        lines = [ascii_of(line) for line in page]
        if number == 0:
            lines += [""] * (volume.sheet.lines - 1 - len(lines)) + [mark]  # its foot is empty
        yield lines


def ascii_of(cells: str) -> str:
    """Cells as signs of ASCII."""
    return "".join(ASCII[ord(each) - CELLS] for each in cells).rstrip()


def as_pef(volume: Volume, mark: str) -> str:
    """The pages as PEF 2008-1; the mark is its identifier."""
    head = "".join(
        f"<dc:{name}>{escape(text)}</dc:{name}>"
        for name, text in (
            ("format", "application/x-pef+xml"),
            ("identifier", mark),
            ("title", volume.title),
            ("language", volume.language),
        )
    )
    sheet = volume.sheet
    pages = "\n".join(f"<page>\n{rows(page)}</page>" for page in volume.pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<pef version="2008-1" xmlns="{PEF}"><head><meta xmlns:dc="http://purl.org/dc/elements/1.1/">{head}</meta></head>\n'
        f'<body><volume cols="{sheet.cells}" rows="{sheet.lines}" rowgap="0" duplex="true"><section>\n{pages}\n'
        "</section></volume></body></pef>\n"
    )


def rows(page: tuple[str, ...]) -> str:
    """The rows of a page."""
    return "".join(f"<row>{line.rstrip(SPACE)}</row>\n" for line in page)


WRITERS = {"brf": as_brf, "pef": as_pef}  # by the endings of files


def file_of(volume: Volume, ending: str) -> bytes:
    """The file of an ending, with its seal."""
    return sealed(WRITERS[ending](volume, BLANK))
