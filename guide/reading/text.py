"""Bytes become text that can be printed: UTF-8, composed (NFC), with nothing in it that cannot be seen."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from guide.errors import Mark
from guide.expressions import expression
from guide.problems import reading as kinds
from guide.problems.kind import and_more
from guide.reading.source import Place, Source

MAX_BYTES = 16_000_000

BOM = "\ufeff"  # before a text, to tell that it is UTF-8
BOMS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
PACKED = (  # names in the list of what is in it
    (b"word/document.xml", "a Word document"),
    (b"xl/workbook.xml", "an Excel spreadsheet"),
    (b"opendocument.spreadsheet", "a LibreOffice spreadsheet"),
    (b"opendocument.text", "a LibreOffice document"),
)
OTHER_PROGRAMS = (
    (b"{\\rtf", "a document in Rich Text (RTF)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"<!DOCTYPE", "a web page"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
)
PRINTABLE = bytes(range(0x20, 0x7F)) + b"\t\n\r"

# Joiners stay where scripts need them (Persian, Hindi, emoji): between two characters that are not Latin.
BEYOND_LATIN = "[^\x00-\u02ff]"
# People who write Thai, Lao, Burmese and Khmer put a space of no width where a word ends.
SPACELESS = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f]"
UNSEEN = expression(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029"  # controls
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction
    "\u00ad\u034f\u115f\u1160\u180e\u2060-\u2065\u206a-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffc\U0001d173-\U0001d17a"
    "\ue000-\uf8ff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"  # private, and no characters at all
    f"|(?<!{SPACELESS})\u200b(?!{SPACELESS})"
    f"|(?<!{BEYOND_LATIN})[\u200c\u200d]|[\u200c\u200d](?!{BEYOND_LATIN})"
)
# Marks that stand on a letter, one on the other: more than any language writes are drawn across the lines above.
MAYBE_MARKS = expression(r"[^\x00-\u02ff\w\s]{4,}")  # a look that misses none: no mark is a letter
MARK_KINDS, JOINERS = ("Mn", "Me"), "\u200c\u200d"
MOST_MARKS = 5  # Hebrew of the Bible; the others below have scripts and marks that go with all letters, by their first and last
MOST_MARKS_OF = (
    (0x0300, 0x036F, 3),
    (0x0483, 0x0489, 3),
    (0x0F00, 0x0FFF, 10),
    (0x1000, 0x109F, 7),
    (0x1AB0, 0x1AFF, 3),
    (0x1DC0, 0x1DFF, 3),
    (0x20D0, 0x20FF, 3),
    (0xAA60, 0xAA7F, 7),
    (0xFE20, 0xFE2F, 3),
)
DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
UNNAMED = {"Co": "PRIVATE USE", "Cn": "NOT A CHARACTER", "Cs": "HALF A CHARACTER"}
SYMBOLS = expression(
    "[\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc]"
)  # Word's dots in the fonts Symbol and Wingdings, which are characters of no other
SYMBOLS_BYTES = expression(b"\xef\x82[\xa7\xa8\xb7]|\xef\x83[\x98\xbc]")
RUNS = expression("  +")
ODD_SPACE = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"  # seen as a space, but none to YAML


def read_text(path: Path, source: Source) -> str | None:
    """The file's text, or None with the reason reported."""
    data = read_bytes(path, source)
    return None if data is None else text_of(data, source)


def text_of(data: bytes, source: Source) -> str | None:
    """The text of a file's bytes, or None with the reason reported."""
    text = decode(data, source)
    if text and SYMBOLS_BYTES.search(data):
        text = SYMBOLS.sub("\u2022", text)
        data = text.encode()
    if text is None or has_unseen(data) and not check_unseen(text, source):
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def read_bytes(path: Path, source: Source) -> bytes | None:
    """The file's bytes, unless it is missing, unreadable or far too large to have been written by hand."""
    try:
        if not path.is_file():
            source.report(None, kinds.NO_FILE if path.exists() else kinds.MISSING_FILE)
            return None
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not one that a file can have"
        source.report(None, kinds.UNREADABLE, reason=reason)
        return None
    if len(data) > MAX_BYTES:
        source.report(None, kinds.TOO_LARGE, most=MAX_BYTES // 1_000_000)
        return None
    return data


def decode(data: bytes, source: Source) -> str | None:
    """The bytes as UTF-8, with or without a byte order mark; None where they are anything else."""
    what = other_program(data)
    if what:
        source.report(None, kinds.OTHER_PROGRAM, what=what)
        return None
    for bom, encoding in BOMS:
        if data.startswith(bom):
            source.report(None, kinds.ENCODING, encoding=encoding)
            return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig")
        line, column = good.count("\n"), len(good) - good.rfind("\n") - 1
        source.report(Place(error.start, line, column), kinds.ENCODING_BYTE, byte=data[error.start])
        return None


def other_program(data: bytes) -> str:
    """What a file is that another program has saved under the name of a text file, "" for none."""
    if data.startswith(b"PK\x03\x04"):
        return next((what for name, what in PACKED if name in data), "a packed file (ZIP, Word, spreadsheet)")
    return next((what for begins, what in OTHER_PROGRAMS if data.startswith(begins)), "")


def has_unseen(data: bytes) -> bool:
    """Whether there may be a character to refuse: a look at the few bytes that are not plain ASCII."""
    rest = data.removeprefix(b"\xef\xbb\xbf").translate(None, PRINTABLE)
    if (
        b"\xe2\x80\x8c" in rest or b"\xe2\x80\x8d" in rest
    ):  # joiners are judged by their neighbours, which may be ASCII
        return True
    beyond = rest.decode("utf-8")
    return bool(rest) and (find_unseen(beyond) is not None or any(map(is_unknown, set(beyond))))


def piles(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each run of more marks on a letter than its script has, with the joiners between them."""
    for found in MAYBE_MARKS.finditer(text):
        at = found.start()
        for is_mark, characters in groupby(found.group(), _may_pile):
            run = "".join(characters)
            marks = [character for character in run if character not in JOINERS]
            if is_mark and marks and len(marks) > most_marks(marks[0]):
                yield at, at + len(run)
            at += len(run)


def _may_pile(character: str) -> bool:
    return unicodedata.category(character) in MARK_KINDS or character in JOINERS


def most_marks(mark: str) -> int:
    """How many marks stand on a letter at most where the first is this one."""
    return next((most for first, last, most in MOST_MARKS_OF if first <= ord(mark) <= last), MOST_MARKS)


def find_unseen(text: str) -> str | None:
    """The first character that cannot be seen, or marks that pile up; None where there are none."""
    found = UNSEEN.search(text)
    return found[0] if found else next((text[start:end] for start, end in piles(text)), None)


def without_unseen(text: str) -> str:
    """The text without what cannot be seen, and without marks that pile up."""
    text = UNSEEN.sub("", text)
    for start, end in reversed([*piles(text)]):
        text = text[:start] + text[end:]
    return text


def is_unknown(character: str) -> bool:
    """Whether Unicode has no such character: nobody can say what would be printed."""
    return unicodedata.category(character) == "Cn"


def check_unseen(text: str, source: Source) -> bool:
    """Report the characters that nobody can see, the first of each kind; whether the text may be used."""
    seen: set[str] = set()
    unknown = "".join(filter(is_unknown, set(text)))
    for match in (
        re.finditer(f"{UNSEEN.pattern}|[{re.escape(unknown)}]", text) if unknown else UNSEEN.finditer(text)
    ):
        character = match.group()
        if character[0] not in seen:
            seen.add(character[0])
            source.text = text
            more = text.count(character) - 1 if len(character) == 1 else 0
            report_unseen(character, more, source.place_at(match.start()), source)
    for start, end in piles(text):
        if text[start] not in seen:
            seen.add(text[start])
            source.text = text
            report_unseen(text[start:end], 0, source.place_at(start), source)
    return not seen


def report_unseen(character: str, more: int, place: Place | Mark, source: Source) -> None:
    """Report one character that cannot be seen, by its number and name; or marks piled up on a letter, by their first."""
    if len(character) > 1:
        marks = [mark for mark in character if mark not in JOINERS]
        source.report(place, kinds.PILED_MARKS, count=len(marks), character=name_character(marks[0]))
        return
    kind = kinds.TURNS_TEXT if character in DIRECTION else kinds.UNSEEN
    source.report(place, kind, character=name_character(character), more=and_more(more))


def name_character(character: str) -> str:
    """ "U+200B ZERO WIDTH SPACE"."""
    return f"U+{ord(character):04X} {unicodedata.name(character, UNNAMED.get(unicodedata.category(character), 'CONTROL CHARACTER'))}"


def fold(text: str) -> str:
    """The text on one line: every run of spaces and line ends is one space, none at either end."""
    text = text.replace("\n", " ").replace("\t", " ")
    if "  " in text:
        text = RUNS.sub(" ", text)
    return text.strip(" ")
