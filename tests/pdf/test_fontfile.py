import io
import re

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from guide.layout.tags import Tag
from guide.pdf import writer
from guide.pdf.encoding import Encoding, Fragments
from guide.pdf.fontfile import descriptor, glyph_map, runs, subset, tag, to_unicode, widths
from tests.pdf.reading import parse_cmap
from tests.pdf.samples import document, face, page, text

SCALARS = st.integers(1, 0x10FFFF).filter(lambda code: not 0xD800 <= code < 0xE000)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=3)


@given(st.dictionaries(st.integers(1, 0xFFFF), TEXTS, max_size=300))
def test_to_unicode_is_read_back(texts):
    assert parse_cmap(to_unicode(texts)) == texts


@given(st.integers(1, 0xFDFF), st.integers(1, 600))
def test_ranges_stay_within_a_high_byte(first, count):
    texts = {code: chr(code) for code in range(first, first + count) if not 0xD800 <= code < 0xE000}
    cmap = to_unicode(texts)
    assert parse_cmap(cmap) == texts
    for begin, end, target in re.findall(rb"<(....)><(....)><(....)>", cmap):
        assert begin[:2] == end[:2]
        assert int(target, 16) % 256 + int(end, 16) - int(begin, 16) < 256


def test_blocks_hold_a_hundred_entries():
    texts = {code: "ab" for code in range(1, 600, 2)} | {
        code: chr(code) for code in range(601, 1400) if code % 3
    }
    for count, _, block in re.findall(rb"(\d+) begin(bf\w+)\n(.*?)end\2", to_unicode(texts), re.DOTALL):
        assert int(count) == len(block.splitlines()) <= 100


def test_surrogate_pairs():
    assert b"<E000><d842dfb7>" in to_unicode({0xE000: "\U00020bb7"})


def test_nothing_unused_is_mapped():
    assert parse_cmap(to_unicode({65: "A"})) == {65: "A"}


def test_runs():
    assert runs([5, 1, 2, 9, 3]) == [[1, 2, 3], [5], [9]]
    assert runs([]) == []


def test_widths_are_those_of_the_glyphs():
    encoding = Encoding(face())
    Fragments(encoding).line("bad cab")
    assert widths(encoding) == b"[32[%d] 97[%d %d %d %d]]" % tuple(
        round(face().width(letter) * 1000) for letter in " abcd"
    )


def test_glyph_map_reaches_the_last_code():
    assert glyph_map({1: 2, 3: 0x104}) == b"\0\0\0\2\0\0\1\4"


def test_a_subset_has_the_glyphs_and_only_what_a_pdf_needs():
    glyphs = {glyph.id for glyph in face().shape("Help")}
    program, new = subset(face(), glyphs)
    made = hb.Face(program)
    assert made.glyph_count == 1 + len(glyphs)
    assert set(new) == glyphs | {0}
    assert not {"GSUB", "GPOS", "name", "cmap", "OS/2"} & set(made.table_tags)
    assert len(program) < 3000


def test_the_tag_of_a_subset_is_six_capitals_from_its_bytes():
    assert re.fullmatch("[A-Z]{6}", tag(b"one"))
    assert tag(b"one") == tag(b"one") != tag(b"two")


def test_the_descriptor_measures_in_thousandths():
    entries = descriptor(face(), b"/X")
    assert 500 < entries["CapHeight"] < entries["Ascent"] < 1500
    assert entries["Descent"] < 0
    assert entries["Flags"] == 4


@pytest.mark.parametrize("name", ["AtkinsonHyperlegibleNext-Bold", "NotoSans-Regular"])
def test_a_face_in_a_file(name):
    root = Tag("Document")
    words = text(Tag("P", root), "Help them", face=face(name))
    reader = PdfReader(io.BytesIO(writer.render_pdf(document(page(words), root=root))))
    (font,) = reader.pages[0]["/Resources"]["/Font"].values()
    (descendant,) = font["/DescendantFonts"]
    described = descendant["/FontDescriptor"]
    assert font["/BaseFont"] == descendant["/BaseFont"] == described["/FontName"]
    assert font["/BaseFont"].endswith("+" + name)
    assert described["/FontFile2"]["/Length1"] == len(described["/FontFile2"].get_data())
    assert hb.Face(described["/FontFile2"].get_data()).glyph_count == 1 + len(set("Help them"))
