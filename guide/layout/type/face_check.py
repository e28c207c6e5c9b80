"""Whether a font file is whole: its kind, its tables, their measures and their sums (OpenType 1.9, ISO/IEC 14496-22).

Readers of fonts and of PDF pass over damage without a word, and print a wrong glyph or none.
"""

import sys
from array import array
from collections.abc import Iterator, Mapping
from struct import error as StructError
from struct import unpack_from
from typing import Literal, TypeAlias

import uharfbuzz as hb

from guide.problems import layout as kinds
from guide.problems.kind import Trouble

NEEDED_TABLES = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp")
STARTS = (b"\0\1\0\0", b"true")
OTHER_STARTS = (
    (b"OTTO", kinds.CFF_FACE),
    (b"ttcf", kinds.FACES_IN_ONE),
    (b"wOF2", kinds.WOFF2_FACE),
    (b"wOFF", kinds.WOFF_FACE),
)
MAGIC = 0x5F0F3CF5  # in the table head
SUM_OF_FILE = 0xB1B0AFBA
SUM_FIELD = slice(8, 12)  # of the table head: makes the file come out at that sum
EMS = range(16, 16385)
FEWEST_BYTES = {"head": 54, "hhea": 36, "maxp": 32, "loca": 4}
HEADER = 10  # bytes of an outline before its contours
OFFSETS, SCALE, MORE, TWO_SCALES, MATRIX = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080  # flags of a component
MOST_NESTED = 16
FORBIDDEN = (
    0x0002 | 0x0100 | 0x0200
)  # bits of fsType in the table OS/2: no embedding, no subsets, no outlines

Tables: TypeAlias = Mapping[str, bytes]  # by tag


class Broken(Exception):
    """A font file that cannot be printed with; the message says why."""


def may_be_embedded(data: bytes) -> bool:
    """Whether the makers of a face let its outlines stand in a PDF (fsType); one that does not say so may."""
    return not int.from_bytes(hb.Face(data).reference_table("OS/2").data[8:10], "big") & FORBIDDEN


def is_whole(data: bytes) -> bool:
    """Whether every table that a font file names lies inside it (OpenType, table directory)."""
    count = int.from_bytes(data[4:6], "big")
    entries = [data[12 + 16 * place : 28 + 16 * place] for place in range(count)]
    return bool(entries) and all(
        len(entry) == 16
        and int.from_bytes(entry[8:12], "big") + int.from_bytes(entry[12:16], "big") <= len(data)
        for entry in entries
    )


def trouble_of(data: bytes) -> Trouble | None:
    """What is wrong with a font file, or None for one that can be printed with."""
    for start, kind in OTHER_STARTS:
        if data.startswith(start):
            return kind, {}
    if not data.startswith(STARTS):
        return kinds.NO_FONT, {}
    try:
        _check(data)
    except Broken as broken:
        return kinds.BROKEN_FACE, {"reason": str(broken)}
    except StructError:
        return kinds.BROKEN_FACE, {"reason": "one of its tables is too short"}
    return None


def wrong_sums(data: bytes) -> list[str]:
    """The tables of a whole font file whose sums are wrong, "" for the file as such."""
    wrong = [
        tag
        for tag, (expected, content) in _directory(data).items()
        if _sum(_without_sum(tag, content)) != expected
    ]
    whole = bytes(data) + bytes(-len(data) % 4)
    return wrong or ([""] if _sum(whole) != SUM_OF_FILE else [])


def _check(data: bytes) -> None:
    tables = {tag: content for tag, (_, content) in _directory(data).items()}
    for tag in NEEDED_TABLES:
        if tag not in tables:
            raise Broken(f"it has no table {tag}")
        if len(tables[tag]) < FEWEST_BYTES.get(tag, 1):
            raise Broken(f"its table {tag} is too short")
    (count,) = unpack_from(">H", tables["maxp"], 4)
    _check_measures(tables, count)
    _check_outlines(tables["glyf"], _places(tables, count))
    _check_characters(data, count)


def _directory(data: bytes) -> dict[str, tuple[int, bytes]]:
    """{tag: (sum, bytes)} of the tables."""
    (count,) = unpack_from(">H", data, 4)
    tables = {}
    for place in range(count):
        if len(data) < 28 + 16 * place:
            raise Broken("its table directory is cut off")
        tag, expected, start, length = unpack_from(">4s3I", data, 12 + 16 * place)
        if start + length > len(data):
            raise Broken("it is cut off")
        tables[tag.decode("latin-1")] = expected, data[start : start + length]
    return tables


def _without_sum(tag: str, content: bytes) -> bytes:
    """A table as its sum is taken: head without the sum of the file in it."""
    return content[: SUM_FIELD.start] + bytes(4) + content[SUM_FIELD.stop :] if tag == "head" else content


def _sum(content: bytes) -> int:
    return sum(_numbers("I", content + bytes(-len(content) % 4))) & 0xFFFFFFFF


def _numbers(kind: Literal["H", "I"], content: bytes) -> "array[int]":
    """Big-endian numbers, "H" of two bytes or "I" of four."""
    numbers = array(kind, content[: len(content) // array(kind).itemsize * array(kind).itemsize])
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _check_measures(tables: Tables, count: int) -> None:
    (em,) = unpack_from(">H", tables["head"], 18)
    (magic,) = unpack_from(">I", tables["head"], 12)
    if magic != MAGIC or em not in EMS:
        raise Broken("its table head says nothing that can be")
    if count < 2:
        raise Broken("it has no glyphs")
    (wide,) = unpack_from(">H", tables["hhea"], 34)
    if not 1 <= wide <= count or len(tables["hmtx"]) < 2 * (wide + count):
        raise Broken("its table hmtx does not have a width for every glyph")


def _places(tables: Tables, count: int) -> list[int]:
    """Where each outline begins in glyf, and where the last one ends."""
    (long,) = unpack_from(">h", tables["head"], 50)
    if long not in (0, 1):
        raise Broken("its table head says nothing that can be")
    places = list(_numbers("I" if long else "H", tables["loca"])[: count + 1])
    places = places if long else [2 * place for place in places]
    if len(places) < count + 1 or places != sorted(places) or places[-1] > len(tables["glyf"]):
        raise Broken("its table loca points beside the outlines")
    return places


def _check_outlines(outlines: bytes, places: list[int]) -> None:
    """Raise Broken for an outline that does not hold what it says; how a contour runs is left to the sums."""
    parts = {}
    for glyph, (start, end) in enumerate(zip(places, places[1:])):
        if start == end:
            continue
        (contours,) = unpack_from(">h", outlines, start)
        if contours < 0:
            parts[glyph] = list(_components(outlines[start + HEADER : end], glyph, len(places) - 1))
        elif end - start < HEADER or contours and not _is_outline(outlines[start + HEADER : end], contours):
            raise _broken_glyph(glyph)
    for glyph in parts:
        if _nested(glyph, parts, MOST_NESTED) >= MOST_NESTED:
            raise _broken_glyph(glyph)


def _broken_glyph(glyph: int) -> Broken:
    return Broken(f"the outline of its glyph {glyph} is damaged")


def _is_outline(content: bytes, contours: int) -> bool:
    """Whether contours count up their points, and there is room for what comes after these."""
    if len(content) < 2 * contours + 2:
        return False
    ends = list(_numbers("H", content[: 2 * contours]))
    (hints,) = unpack_from(">H", content, 2 * contours)
    return ends == sorted(ends) and 2 * contours + 2 + hints < len(content)


def _components(content: bytes, glyph: int, count: int) -> Iterator[int]:
    """Yield the glyphs that a composite one is made of."""
    at, flags = 0, MORE
    while flags & MORE:
        if at + 4 > len(content):
            raise _broken_glyph(glyph)
        flags, part = unpack_from(">2H", content, at)
        if part >= count:
            raise _broken_glyph(glyph)
        yield part
        at += (
            4
            + (4 if flags & OFFSETS else 2)
            + (2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0)
        )


def _nested(glyph: int, parts: Mapping[int, list[int]], most: int) -> int:
    """How many composites stand in each other from this glyph on, up to the most."""
    if glyph not in parts or not most:
        return 0
    return 1 + max(_nested(part, parts, most - 1) for part in parts[glyph])


def _check_characters(data: bytes, count: int) -> None:
    face = hb.Face(data)
    font = hb.Font(face)
    if not face.unicodes:
        raise Broken("it says of no character which glyph shows it")
    if ord(" ") not in face.unicodes:
        raise Broken("it has no space")
    if any((font.get_nominal_glyph(code) or 0) >= count for code in face.unicodes):
        raise Broken("its table cmap names glyphs that it does not have")
