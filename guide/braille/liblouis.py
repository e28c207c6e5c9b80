"""liblouis, the library that knows the braille of each language, where this computer has it.

It is called in this process, and no other place knows it. Cells are characters from U+2800; a space is one without dots.
"""

import ctypes
from collections.abc import Iterator
from ctypes.util import find_library
from functools import lru_cache
from pathlib import Path

from guide.errors import GuideError, Mark
from guide.frozen import frozen
from guide.language.scripts import base_language
from guide.problems.braille import NO_LIBLOUIS, NO_TABLE, NO_TABLES

CELLS = 0x2800  # the cell without dots; the six dots are the six lowest bits
SIX = 0x3F
DOTS, UNICODE, NO_UNDEFINED = 4, 64, 128  # modes of the library
SILENT = 60_000  # level of what it logs
SEVERAL = 8  # cells that a character may take at most, and a few more
NAMES = ("louis", "liblouis")
PLACES = (
    "/opt/homebrew/lib/liblouis.dylib",
    "/usr/local/lib/liblouis.dylib",
)  # of Homebrew, where no search looks


@frozen
class Braille:
    """The braille of one language: as a reader learns it first, letter by letter, and as it is usual."""

    letters: str  # the name of a table: no word is shortened
    usual: str  # contracted, or the same where it is asked for or there is no other
    addresses: str  # of the web and of mail
    language: str = ""
    repeats: bool = True  # a number has its sign again behind a hyphen, a colon or a slash

    @property
    def is_contracted(self) -> bool:
        """Whether words are shortened."""
        return self.usual != self.letters


# {language: (letter by letter, contracted)}; what is not named here is looked for in the library.
TABLES = {
    "am": ("ethio-g1.ctb", "ethio-g1.ctb"),
    "ar": ("ar-ar-g1.utb", "ar-ar-g2.ctb"),
    "de": ("de-g1.ctb", "de-g2.ctb"),
    "en": ("en-ueb-g1.ctb", "en-ueb-g2.ctb"),
    "es": ("es-g1.ctb", "es-g2.ctb"),
    "fr": ("fr-bfu-comp6.utb", "fr-bfu-g2.ctb"),
    "ko": ("ko-g1.ctb", "ko-g2.ctb"),
    "pl": ("Pl-Pl-g1.utb", "Pl-Pl-g1.utb"),
    "pt": ("pt-pt-g1.utb", "pt-pt-g2.ctb"),
    "ru": ("ru-litbrl.ctb", "ru-litbrl.ctb"),
    "uk": ("uk.utb", "uk.utb"),
    "vi": ("vi-vn-g0.utb", "vi-vn-g2.ctb"),
    "zh": ("zhcn-g1.ctb", "zhcn-g1.ctb"),
}
SHORT = frozenset(("de", "en", "fr", "ko"))  # languages whose braille is usually contracted
SHORT_ADDRESSES = frozenset(("en",))  # languages that shorten them within a text too: UEB, 10.12.3
ONE_SIGN = frozenset(("fr", "ko"))  # languages in which the sign of a number holds behind a hyphen too
WHOLE = (
    "en-ueb-g1.ctb"  # a table with every sign of an address, which others borrow; no library is without it
)
UNUSUAL = frozenset(("ja",))  # the library's only table is not the one that people read


@lru_cache(1)
def library() -> ctypes.CDLL:
    """The library; raises GuideError where this computer has none, with how to get it."""
    there = (each for each in PLACES if Path(each).exists())
    for name in (*filter(None, map(find_library, NAMES)), *there):
        try:
            found = ctypes.CDLL(name)
        except OSError:
            continue
        found.lou_findTable.restype = ctypes.c_char_p
        found.lou_setLogLevel(SILENT)
        return found
    raise GuideError([NO_LIBLOUIS.at(Mark(Path("braille")))])


def is_here() -> bool:
    """Whether this computer has the library."""
    try:
        library()
    except GuideError:
        return False
    return True


@lru_cache
def braille_of(language: str, contracted: bool | None = None) -> Braille:
    """The braille of a language, contracted or not or as is usual in it; GuideError where the library knows none."""
    code = base_language(language)
    contracted = code in SHORT if contracted is None else contracted
    for letters, short in candidates(code):
        if is_table(letters):
            usual = short if contracted and is_table(short) else letters
            addresses = usual if code in SHORT_ADDRESSES else letters
            return Braille(
                letters=letters, usual=usual, addresses=addresses, language=code, repeats=code not in ONE_SIGN
            )
    if not is_table(WHOLE):
        raise GuideError([NO_TABLES.at(Mark(Path("braille")))])
    raise GuideError([NO_TABLE.at(Mark(Path("braille")), language=language)])


def candidates(code: str) -> Iterator[tuple[str, str]]:
    """Yield the tables of a language: those that are known, then those that the library finds."""
    if code in TABLES:
        yield TABLES[code]
    if code in UNUSUAL:
        return
    found = [library().lou_findTable(f"language:{code} grade:{grade}".encode()) for grade in (1, 2)]
    first, second = (each.decode() if each else "" for each in found)
    if first or second:
        yield first or second, second or first


def is_table(name: str) -> bool:
    """Whether the library has a table, and can use it."""
    return bool(name) and bool(library().lou_checkTable(name.encode()))


@lru_cache(50_000)
def cells_of(text: str, table: str) -> str:
    """A text in cells of six dots."""
    found = called(library().lou_translateString, text, table, DOTS | UNICODE | NO_UNDEFINED)
    return "".join(chr(CELLS + (ord(each) & SIX)) for each in found)


def text_of(cells: str, table: str) -> str:
    """Cells in letters again."""
    return called(library().lou_backTranslateString, cells, f"unicode.dis,{table}", 0)


def called(function: "ctypes._NamedFuncPointer", text: str, table: str, mode: int) -> str:
    """What a function of the library makes of a text."""
    size = library().lou_charSize()
    wide = "utf-32-le" if size == 4 else "utf-16-le"
    given = text.encode(wide)
    room = len(given) // size * SEVERAL + 64
    made = ctypes.create_string_buffer(room * size)
    length, most = ctypes.c_int(len(given) // size), ctypes.c_int(room)
    data = ctypes.create_string_buffer(given, max(len(given), 1))
    done = function(table.encode(), data, ctypes.byref(length), made, ctypes.byref(most), None, None, mode)
    if not done:
        raise GuideError([NO_TABLE.at(Mark(Path("braille")), language=table)])
    return made.raw[: most.value * size].decode(wide)
