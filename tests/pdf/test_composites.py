"""Glyphs that are made of others, in a font file."""

import io

import pytest
from fontTools.ttLib import TTFont

from guide.pdf.composites import add_composites, read_tables, write_file


@pytest.fixture(scope="module")
def program(make_face):
    """A face of three glyphs with outlines, half an em wide each, and a space without."""
    path = make_face("Composites", "abc")
    font = TTFont(path)
    return path.read_bytes(), {name: font.getGlyphID(name) for name in font.getGlyphOrder()}


def opened(data):
    return TTFont(io.BytesIO(data))


def test_a_composite_draws_its_parts_at_their_places(program):
    """Read back by another library: parts, box, and how far the pen moves."""
    data, numbers = program
    a, b = numbers["u0061"], numbers["u0062"]
    parts = ((a, 0, 0), (b, 200, -50))
    made, found = add_composites(data, {parts: 700}, {a: a, b: b})
    font = opened(made)
    name = font.getGlyphName(found[parts])
    glyph = font["glyf"][name]
    assert glyph.isComposite() and font["hmtx"][name] == (700, 0)
    assert [(font.getGlyphID(part.glyphName), part.x, part.y) for part in glyph.components] == list(parts)
    assert (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax) == (0, -50, 500, 300)


def test_the_glyphs_that_were_there_stay(program):
    data, numbers = program
    a = numbers["u0061"]
    made, found = add_composites(data, {((a, 10, 0),): 500}, {a: a})
    before, after = opened(data), opened(made)
    assert found[a] == a and found[((a, 10, 0),)] == len(before.getGlyphOrder())
    assert after["maxp"].numGlyphs == before["maxp"].numGlyphs + 1
    for name in before.getGlyphOrder():
        number = before.getGlyphID(name)
        assert after["glyf"][after.getGlyphName(number)] == before["glyf"][name]
        assert after["hmtx"][after.getGlyphName(number)] == before["hmtx"][name]


def test_limits_are_high_enough_for_the_largest(program):
    data, numbers = program
    a = numbers["u0061"]
    made, _ = add_composites(data, {tuple((a, 100 * n, 0) for n in range(5)): 900}, {a: a})
    limits = opened(made)["maxp"]
    assert (limits.maxComponentElements, limits.maxComponentDepth) == (5, 1)
    assert limits.maxCompositePoints >= 15 and limits.maxCompositeContours >= 5


def test_a_file_is_written_as_it_was_read(program):
    """Each table with its bytes, and sums that are right."""
    data, _ = program
    tables = read_tables(data)
    again = write_file(data[:4], tables)
    assert (
        read_tables(again) == tables
        and opened(again).reader.tables.keys() == opened(data).reader.tables.keys()
    )
    TTFont(io.BytesIO(again), checkChecksums=2)
