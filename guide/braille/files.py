"""The files of braille: BRF, which every embosser and braille display reads, and PEF, which says what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from guide.braille.cells import SPACE
from guide.braille.liblouis import CELLS
from guide.braille.make import Book, Pages
from guide.braille.pages import Sheet
from guide.seal import BLANK, sealed

ASCII = " a1b'k2l`cif/msp\"e3h9o6r~djg>ntq,*5<-u8v.%{$+x!&;:4|0z7(_?w}#y)="  # a sign for each cell, as embossers read it
PEF = "http://www.daisy.org/ns/2008/pef"
ENDINGS = ("brf", "pef")
VOLUME = "-v"  # behind the name of a file, before the number of its volume


def files_of(book: Book, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) of the files of an edition: a BRF for each volume, and a PEF with all of them."""
    yield from ((f"{name}{which}.brf", data) for which, data in parts_of(book).items())
    yield f"{name}.pef", pef_of(book)


def parts_of(book: Book) -> dict[str, bytes]:
    """{what is behind the name: its bytes} of the BRF of each volume: nothing where there is one."""
    several = len(book.volumes) > 1
    return {
        f"{VOLUME}{number}" if several else "": brf_of(pages, book.sheet)
        for number, pages in enumerate(book.volumes, 1)
    }


def file_of(book: Book, ending: str) -> bytes:
    """The one file of an ending, with all volumes in it."""
    return pef_of(book) if ending == "pef" else brf_of(book.pages, book.sheet)


def brf_of(pages: Pages, sheet: Sheet) -> bytes:
    """Pages as BRF, with its seal."""
    return sealed(as_brf(pages, sheet, BLANK))


def pef_of(book: Book) -> bytes:
    """An edition as PEF, with its seal."""
    return sealed(as_pef(book, BLANK))


def as_brf(pages: Pages, sheet: Sheet, mark: str) -> str:
    """The pages as signs of ASCII, each ended by a form feed; the mark stands in the last line of the first page."""
    return "".join("\r\n".join(page) + "\r\n\f" for page in signs(pages, sheet, mark))


def signs(pages: Pages, sheet: Sheet, mark: str) -> Iterator[list[str]]:
    """Yield the lines of each page as signs."""
    for number, page in enumerate(pages):
        lines = [ascii_of(line) for line in page]
        if number == 0:
            lines += [""] * (sheet.lines - 1 - len(lines)) + [mark]  # its foot is empty
        yield lines


def ascii_of(cells: str) -> str:
    """Cells as signs of ASCII."""
    return "".join(ASCII[ord(each) - CELLS] for each in cells).rstrip()


def as_pef(book: Book, mark: str) -> str:
    """All volumes as PEF 2008-1; the mark is its identifier."""
    head = "".join(
        f"<dc:{name}>{escape(text)}</dc:{name}>"
        for name, text in (
            ("format", "application/x-pef+xml"),
            ("identifier", mark),
            ("title", book.title),
            ("language", book.language),
        )
    )
    volumes = "\n".join(volume(pages, book.sheet) for pages in book.volumes)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<pef version="2008-1" xmlns="{PEF}"><head><meta xmlns:dc="http://purl.org/dc/elements/1.1/">{head}</meta></head>\n'
        f"<body>{volumes}</body></pef>\n"
    )


def volume(pages: Pages, sheet: Sheet) -> str:
    """A volume of PEF."""
    inside = "\n".join(f"<page>\n{rows(page)}</page>" for page in pages)
    size = f'cols="{sheet.cells}" rows="{sheet.lines}" rowgap="0" duplex="true"'
    return f"<volume {size}><section>\n{inside}\n</section></volume>"


def rows(page: Iterable[str]) -> str:
    """The rows of a page."""
    return "".join(f"<row>{line.rstrip(SPACE)}</row>\n" for line in page)
