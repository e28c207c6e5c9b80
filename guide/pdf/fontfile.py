"""A face embedded as a Type0 font (ISO 32000-1, 9.7): its subset, widths, and what its codes mean."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from struct import calcsize, unpack_from
from typing import NamedTuple

import uharfbuzz as hb

from guide.layout.type.fonts import Face
from guide.pdf.backend import File
from guide.pdf.composites import add_composites
from guide.pdf.encoding import Encoding, Shape, parts_of
from guide.pdf.syntax import Decimals, array, name

SYMBOLIC = 4  # font descriptor flags
ITALIC = 64
STEM = 80  # StemV is asked for, and in no table; the stem of a regular face
CMAP_BLOCK = 100  # entries
TABLES = (
    "glyf",
    "loca",
    "head",
    "hhea",
    "hmtx",
    "maxp",
    "cvt ",
    "fpgm",
    "prep",
)  # all that a CIDFontType2 needs

CMAP_HEAD = b"""/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
"""
CMAP_FOOT = b"endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"


class Embedded(NamedTuple):
    """A face as it stands in a file: the glyphs that it shows, and its streams packed."""

    name: bytes  # with the six capitals of a subset
    descriptor: Mapping[str, bytes | float]
    length: int  # of the program, unpacked
    program: bytes
    widths: bytes
    glyph_map: bytes
    to_unicode: bytes


def embed(file: File, encoding: Encoding) -> bytes:
    """Write a face with the glyphs it has shown; the reference of its font, b"12 0 R"."""
    return write_face(file, embedded(encoding, file.pack))


def embedded(encoding: Encoding, pack: Callable[[bytes], bytes]) -> Embedded:
    """A face with the glyphs it has shown; `pack` packs its streams."""
    shown = dict.fromkeys(glyph for glyph, _ in encoding.pairs.values())
    program, numbers = subset(encoding.face, {number for glyph in shown for number, _, _ in parts_of(glyph)})
    new_glyphs: dict[Shape, int] = {glyph: number for glyph, number in numbers.items()}
    composites = {glyph: encoding.advances[glyph] for glyph in shown if not isinstance(glyph, int)}
    if composites:
        program, new_glyphs = add_composites(program, composites, numbers)
    tagged = name(f"{tag(program)}+{encoding.face.name}")
    glyphs = {code: new_glyphs[glyph] for code, (glyph, _) in encoding.pairs.items()}
    return Embedded(
        name=tagged,
        descriptor=descriptor(encoding.face, tagged),
        length=len(program),
        program=pack(program),
        widths=widths(encoding),
        glyph_map=pack(glyph_map(glyphs)),
        to_unicode=pack(to_unicode({code: text for code, (_, text) in encoding.pairs.items()})),
    )


def write_face(file: File, face: Embedded) -> bytes:
    """Write a face; the reference of its font, b"12 0 R"."""
    program = file.add_packed(face.program, {"Length1": face.length})
    descendant: dict[str, bytes | float] = {
        "Type": b"/Font",
        "Subtype": b"/CIDFontType2",
        "BaseFont": face.name,
        "CIDSystemInfo": b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        "FontDescriptor": file.add_dictionary({**face.descriptor, "FontFile2": program}),
        "DW": 1000,
        "W": face.widths,
        "CIDToGIDMap": file.add_packed(face.glyph_map),
    }
    font = {
        "Type": b"/Font",
        "Subtype": b"/Type0",
        "BaseFont": face.name,
        "Encoding": b"/Identity-H",
        "DescendantFonts": array([file.add_dictionary(descendant)]),
        "ToUnicode": file.add_packed(face.to_unicode),
    }
    return file.add_dictionary(font)


def subset_input(face: Face, kept: Iterable[str]) -> hb.SubsetInput:
    """What is common to all subsets of a face: no hints, and these tables alone; the glyphs are still to be said."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
    dropped = set(face.font.face.table_tags) - set(kept)
    wanted.drop_table_tag_set.update({int.from_bytes(table.encode(), "big") for table in dropped})
    return wanted


def subset(face: Face, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
    """(the font file with these glyphs alone, {glyph: its number there})."""
    wanted = subset_input(face, TABLES)
    wanted.glyph_set.update(glyphs)
    plan = hb.SubsetPlan(face.font.face, wanted)
    return plan.execute().blob.data, plan.old_to_new_glyph_mapping


def subset_of_texts(face: Face, texts: str) -> bytes:
    """The font file with the glyphs of these characters alone, which it tells itself: it has a table of characters."""
    wanted = subset_input(face, (*TABLES, "cmap"))
    wanted.unicode_set.update(map(ord, texts))
    return bytes(hb.subset(face.font.face, wanted).blob.data)


def tag(program: bytes) -> str:
    """Six capitals that stand for a subset (9.6.4), from its bytes."""
    digest = int.from_bytes(hashlib.md5(program, usedforsecurity=False).digest(), "big")
    return "".join(chr(ord("A") + digest // 26**place % 26) for place in range(6))


def descriptor(face: Face, tagged: bytes) -> dict[str, bytes | float]:
    """The entries of the font descriptor (9.8.1); lengths in thousandths of an em."""
    scale = 1000 / face.units_per_em
    ascent, descent = field(face, "hhea", ">2h", 4)
    (angle,) = field(face, "post", ">i", 4, (0,))
    box = field(face, "head", ">4h", 36)
    (version,) = field(face, "OS/2", ">H", 0, (0,))
    (capital,) = field(face, "OS/2", ">h", 88, (ascent,)) if version >= 2 else (ascent,)
    return {
        "Type": b"/FontDescriptor",
        "FontName": tagged,
        "Flags": SYMBOLIC | (ITALIC if angle else 0),
        "FontBBox": array(b"%d" % round(edge * scale) for edge in box),
        "ItalicAngle": round(angle / 65536, 2),
        "Ascent": round(ascent * scale),
        "Descent": round(descent * scale),
        "CapHeight": round(capital * scale),
        "StemV": STEM,
    }


def field(
    face: Face, tag: str, form: str, offset: int, missing: tuple[int, ...] | None = None
) -> tuple[int, ...]:
    """Numbers in a table of a face; others where it ends before them, as a table does that is not there."""
    data = face.font.face.reference_table(tag).data
    if missing is not None and len(data) < offset + calcsize(form):
        return missing
    return unpack_from(form, data, offset)


def runs(codes: Iterable[int]) -> list[list[int]]:
    """Sorted codes in lists that count up by one."""
    ordered = enumerate(sorted(codes))
    return [[code for _, code in run] for _, run in groupby(ordered, lambda pair: pair[1] - pair[0])]


def widths(encoding: Encoding) -> bytes:
    """The array W (9.7.4.3): for each run of codes the widths of their glyphs."""
    scale, decimals = 100_000 / encoding.face.units_per_em, Decimals()
    width = {
        code: decimals[round(encoding.advances[glyph] * scale)] for code, (glyph, _) in encoding.pairs.items()
    }
    return array(b"%d%s" % (run[0], array(width[code] for code in run)) for run in runs(width))


def glyph_map(glyphs: Mapping[int, int]) -> bytes:
    """The stream CIDToGIDMap: two bytes for every code up to the last."""
    mapped = bytearray(2 * (max(glyphs) + 1))
    for code, glyph in glyphs.items():
        mapped[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return bytes(mapped)


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """The CMap of {code: text}: ranges where texts count up as the codes do, single entries elsewhere.

    Neither side of a range crosses a high byte, and no block has more than 100 entries (Adobe Technical Note 5014).
    """
    ranges, singles = [], []
    for first, count in text_runs(texts):
        target = texts[first].encode("utf-16-be").hex().encode()
        if count > 1:
            ranges.append(b"<%04X><%04X><%s>\n" % (first, first + count - 1, target))
        else:
            singles.append(b"<%04X><%s>\n" % (first, target))
    return b"".join([CMAP_HEAD, *blocks(b"bfrange", ranges), *blocks(b"bfchar", singles), CMAP_FOOT])


def text_runs(texts: Mapping[int, str]) -> list[tuple[int, int]]:
    """(first code, count) for each run of codes whose texts count up with them."""
    found: list[tuple[int, int]] = []
    for code in sorted(texts):
        text = texts[code]
        if found:
            first, count = found[-1]
            begins = texts[first]
            follows = (
                code == first + count and len(text) == len(begins) == 1 and ord(text) == ord(begins) + count
            )
            if follows and code & 0xFF and ord(text) & 0xFF and ord(text) <= 0xFFFF:
                found[-1] = (first, count + 1)
                continue
        found.append((code, 1))
    return found


def blocks(operator: bytes, entries: Sequence[bytes]) -> Iterator[bytes]:
    """The entries in blocks of at most a hundred."""
    for start in range(0, len(entries), CMAP_BLOCK):
        some = entries[start : start + CMAP_BLOCK]
        yield b"%d begin%s\n%send%s\n" % (len(some), operator, b"".join(some), operator)
