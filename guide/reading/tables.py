"""Tables as spreadsheets save them: UTF-8, or what Excel writes instead; commas, semicolons or tabs between the cells."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from guide.expressions import expression
from guide.problems import reading as kinds
from guide.reading.source import Source
from guide.reading.text import fold, read_bytes, text_of

SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # what their files begin with
SEPARATORS = ",;\t"
OF_UTF_8 = expression(rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}")  # a letter beyond ASCII


def read_table_text(path: Path, source: Source) -> str | None:
    """The text of a table, with a warning where it is not UTF-8; None with the reason reported where it is no text."""
    data = read_bytes(path, source)
    if data is None:
        return None
    if data.startswith(SPREADSHEETS):
        source.report(None, kinds.SPREADSHEET)
        return None
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return text_of(data.decode("utf-16", "replace").encode(), source)
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return text_of(from_windows(data, error.start, source), source)
    return text_of(data, source)


def from_windows(data: bytes, place: int, source: Source) -> bytes:
    """The bytes as UTF-8, where they are those of Windows, with a warning; as they are where they may be anything."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return data
    if OF_UTF_8.search(data):  # a file put together from two
        return data
    start = data.rfind(b"\n", 0, place) + 1
    word = data[start:place].decode("cp1252") + text[place:].split("\n")[0]
    source.report(
        None, kinds.WINDOWS_TEXT, line=data.count(b"\n", 0, place) + 1, text=word_at(word, place - start)
    )
    return text.encode()


def word_at(line: str, place: int) -> str:
    """The word of a line that a place is in."""
    return re.split(r"[,;\t\s\"]", line[:place])[-1] + re.split(r"[,;\t\s\"]", line[place:])[0]


def separator_of(text: str) -> str:
    """What stands between the cells of a table, by its first line."""
    first = text.split("\n", 1)[0]
    return max(SEPARATORS, key=first.count)


def head_and_rows(text: str) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """(names of the columns as they are compared, rows below them), each row with the line on which it begins."""
    reader = csv.reader(io.StringIO(text), delimiter=separator_of(text))
    head = [fold(cell).casefold() for cell in next(reader, [])]

    def rows() -> Iterator[tuple[int, list[str]]]:
        line = reader.line_num + 1
        for row in reader:
            yield line, row
            line = reader.line_num + 1

    return head, rows()
