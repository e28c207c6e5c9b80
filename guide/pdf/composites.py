"""Composite glyphs added to a TrueType file: several glyphs at their places as one (OpenType 1.9, glyf, loca, hmtx, maxp)."""

import struct
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from guide.pdf.encoding import Parts, Placed, Shape

Tables: TypeAlias = dict[str, bytes]  # of a font file, by their tags

WORDS, OFFSETS, MORE = (
    0x0001,
    0x0002,
    0x0020,
)  # flags of a component: its place is two words, and an offset; more follow
MOST = 0xFFFF


def add_composites(
    program: bytes, composites: Mapping[Parts, int], glyphs: Mapping[int, int]
) -> tuple[bytes, dict[Shape, int]]:
    """(the font file with a further glyph for each composite, {glyph or composite: its number there}).

    `composites` maps ((glyph, x, y), ...) to how far the pen moves; `glyphs` maps the glyphs of these to their numbers
    in the file.
    """
    tables = read_tables(program)
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    places = read_places(tables, count)
    outlines, metrics = bytearray(tables["glyf"]), read_metrics(tables, count)
    numbers: dict[Shape, int] = {glyph: number for glyph, number in glyphs.items()}
    most_parts = 0
    for place, (parts, advance) in enumerate(composites.items()):
        placed = [(glyphs[glyph], x, y) for glyph, x, y in parts]
        drawn = [part for part in placed if places[part[0]] != places[part[0] + 1]]  # a space has no outline
        outline = composite(drawn, tables["glyf"], places)
        outlines += outline
        places.append(len(outlines))
        metrics.append((advance, struct.unpack_from(">h", outline, 2)[0] if outline else 0))
        most_parts = max(most_parts, len(drawn))
        numbers[parts] = count + place
    tables["glyf"] = bytes(outlines)
    write_places(tables, places)
    write_metrics(tables, metrics)
    tables["maxp"] = with_limits(tables["maxp"], count + len(composites), most_parts)
    return write_file(program[:4], tables), numbers


def composite(parts: Sequence[Placed], outlines: bytes, places: Sequence[int]) -> bytes:
    """The outline of glyphs at their places, b"" where none is drawn."""
    if not parts:
        return b""
    boxes = []
    for glyph, x, y in parts:
        left, bottom, right, top = struct.unpack_from(">4h", outlines, places[glyph] + 2)
        boxes.append((left + x, bottom + y, right + x, top + y))
    lefts, bottoms, rights, tops = zip(*boxes)
    data = struct.pack(">5h", -1, min(lefts), min(bottoms), max(rights), max(tops))
    for place, (glyph, x, y) in enumerate(parts):
        flags = WORDS | OFFSETS | (MORE if place + 1 < len(parts) else 0)
        data += struct.pack(">2H2h", flags, glyph, x, y)
    return data + b"\0" * (-len(data) % 4)


# --- tables -----------------------------------------------------------------------------------------


def read_tables(program: bytes) -> Tables:
    """{tag: bytes} of a font file."""
    (count,) = struct.unpack_from(">H", program, 4)
    tables = {}
    for place in range(count):
        tag, _, start, length = struct.unpack_from(">4s3I", program, 12 + 16 * place)
        tables[tag.decode()] = program[start : start + length]
    return tables


def read_places(tables: Tables, count: int) -> list[int]:
    """Where each outline begins, and where the last one ends."""
    (long,) = struct.unpack_from(">h", tables["head"], 50)
    if long:
        return list(struct.unpack_from(f">{count + 1}I", tables["loca"]))
    return [2 * half for half in struct.unpack_from(f">{count + 1}H", tables["loca"])]


def write_places(tables: Tables, places: Sequence[int]) -> None:
    """The places in the long form."""
    tables["loca"] = struct.pack(f">{len(places)}I", *places)
    tables["head"] = tables["head"][:50] + struct.pack(">h", 1) + tables["head"][52:]


def read_metrics(tables: Tables, count: int) -> list[tuple[int, int]]:
    """[(advance, left side bearing)] of each glyph."""
    (long,) = struct.unpack_from(">H", tables["hhea"], 34)
    metrics = [struct.unpack_from(">Hh", tables["hmtx"], 4 * place) for place in range(long)]
    bearings = struct.unpack_from(f">{count - long}h", tables["hmtx"], 4 * long)
    return metrics + [(metrics[-1][0], bearing) for bearing in bearings]


def write_metrics(tables: Tables, metrics: Sequence[tuple[int, int]]) -> None:
    tables["hmtx"] = b"".join(struct.pack(">Hh", *pair) for pair in metrics)
    tables["hhea"] = tables["hhea"][:34] + struct.pack(">H", len(metrics))


def with_limits(maxp: bytes, count: int, parts: int) -> bytes:
    """The table of limits for so many glyphs, the largest of them made of so many."""
    points, contours, composite_points, composite_contours = struct.unpack_from(">4H", maxp, 6)
    elements, depth = struct.unpack_from(">2H", maxp, 28)
    points = min(MOST, max(composite_points, parts * max(points, composite_points)))
    contours = min(MOST, max(composite_contours, parts * max(contours, composite_contours)))
    return (
        maxp[:4]
        + struct.pack(">H", count)
        + maxp[6:10]
        + struct.pack(">2H", points, contours)
        + maxp[14:28]
        + struct.pack(">2H", max(elements, parts), depth + 1)
    )


def write_file(version: bytes, tables: Tables) -> bytes:
    """A font file of these tables (OpenType 1.9, table directory)."""
    count = len(tables)
    step = 1 << count.bit_length() - 1
    head = version + struct.pack(">4H", count, 16 * step, step.bit_length() - 1, 16 * (count - step))
    start, entries, body = 12 + 16 * count, [], []
    for tag, data in sorted(tables.items()):
        padded = data + b"\0" * (-len(data) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        entries.append(struct.pack(">4s3I", tag.encode(), total, start, len(data)))
        body.append(padded)
        start += len(padded)
    return head + b"".join(entries + body)
