"""Font files: whole, or one line that says what is wrong with them."""

import random
import struct
from pathlib import Path

import pymupdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from guide.build import build_guide
from guide.errors import Mark
from guide.layout.tags import Tag
from guide.layout.type.face_check import trouble_of, wrong_sums
from guide.layout.type.fonts import Face
from guide.layout.type.style_check import check_style
from guide.model import GuideStyle
from guide.pdf.composites import read_tables, write_file
from guide.pdf.writer import render_pdf
from tests.pdf.samples import document, page, text
from tests.thorough import first_quick

FONTS = Path(__file__).resolve().parents[3] / "fonts"
WORDS = "Help them: AVATAR, 24 hours (Tuesday)"


@pytest.fixture(scope="module")
def whole(half_em):
    return half_em.read_bytes()


def problems_of(path):
    return check_style(GuideStyle(regular=str(path)))


def with_table(data, tag, content):
    """The font file with another table, or without it, its sums right."""
    tables = read_tables(data)
    tables.pop(tag, None)
    made = bytearray(write_file(data[:4], tables | ({tag: content} if content is not None else {})))
    head = made.find(b"head") + 8
    start, length = struct.unpack_from(">2I", made, head)
    if length > 12 and head > 8:
        made[start + 8 : start + 12] = bytes(4)
        struct.pack_into(
            ">I",
            made,
            head - 4,
            sum(struct.unpack(f">{-(-length // 4)}I", made[start : start + -(-length // 4) * 4]))
            & 0xFFFFFFFF,
        )
        total = sum(struct.unpack(f">{len(made) // 4}I", made)) & 0xFFFFFFFF
        struct.pack_into(">I", made, start + 8, (0xB1B0AFBA - total) & 0xFFFFFFFF)
    return bytes(made)


@pytest.mark.parametrize("path", first_quick(sorted(FONTS.glob("*.ttf")), 6), ids=lambda path: path.name)
def test_the_shipped_faces_are_whole(path):
    data = path.read_bytes()
    assert trouble_of(data) is None and wrong_sums(data) == []


def said_of(data):
    """What is said of a file that cannot be printed with."""
    kind, values = trouble_of(data)
    return kind.at(Mark(Path("a.ttf")), **values).message


@pytest.mark.parametrize(
    "start, told",
    [
        (b"OTTO", "CFF outlines"),
        (b"ttcf", "collection of several"),
        (b"wOFF", "packed for the web"),
        (b"wOF2", "packed for the web"),
        (b"%!PS", "not a font file"),
        (b"", "not a font file"),
        (b"\x89PNG", "not a font file"),
        (b"\0\1\0\0\0", "too short"),
        (b"\0\1\0\0\0\1", "cut off"),
    ],
)
def test_other_kinds_are_named(start, told):
    assert told in said_of(start)


@pytest.mark.parametrize("tag", ["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"])
def test_a_table_that_is_needed(whole, tag):
    """It has to be there, and to be long enough."""
    assert f"no table {tag}" in said_of(with_table(whole, tag, None))
    assert "broken" in said_of(with_table(whole, tag, b""))
    assert "broken" in said_of(with_table(whole, tag, read_tables(whole)[tag][:9]))


@pytest.mark.parametrize("tags", [["post"], ["OS/2"], ["name"], ["post", "OS/2", "name"]])
def test_a_face_prints_without_tables_that_nothing_needs(half_em, tmp_path, tags):
    """As programs leave them that make faces for the web."""
    font = TTFont(half_em)
    for tag in tags:
        del font[tag]
    font.save(tmp_path / "a.ttf")
    assert not problems_of(tmp_path / "a.ttf") or {each.name for each in problems_of(tmp_path / "a.ttf")} == {
        "face-coverage"
    }
    assert read_by_both(pdf_with(tmp_path / "a.ttf")) == [WORDS, WORDS]


def patched(data, tag, offset, form, *numbers):
    content = bytearray(read_tables(data)[tag])
    struct.pack_into(form, content, offset % len(content), *numbers)
    return with_table(data, tag, bytes(content))


@pytest.mark.parametrize(
    "tag, offset, form, number, told",
    [
        ("head", 12, ">I", 0, "head"),
        ("head", 18, ">H", 0, "head"),
        ("head", 18, ">H", 20000, "head"),
        ("head", 50, ">h", 7, "head"),
        ("maxp", 4, ">H", 0, "no glyphs"),
        ("maxp", 4, ">H", 60000, "width for every glyph"),
        ("hhea", 34, ">H", 0, "width for every glyph"),
        ("hhea", 34, ">H", 60000, "width for every glyph"),
        ("loca", 4, ">H", 0xFFFF, "points beside"),
        ("loca", -2, ">H", 0xFFFF, "points beside"),
        ("glyf", 0, ">h", 9999, "outline of its glyph 0"),
        ("glyf", 0, ">h", -1, "outline of its glyph 0"),
        ("cmap", 0, ">2H", 0, "no character"),
    ],
)
def test_measures_that_cannot_be(whole, tag, offset, form, number, told):
    """With sums that are right, so that nothing else tells."""
    data = patched(whole, tag, offset, form, *[number] * (2 if form == ">2H" else 1))
    assert told in said_of(data)


def test_composites_that_hold_each_other(whole):
    """A glyph that is made of itself never ends."""
    outline = struct.pack(">5h", -1, 0, 0, 9, 9) + struct.pack(">2H2h", 3, 0, 0, 0)
    (count,) = struct.unpack_from(">H", read_tables(whole)["maxp"], 4)
    data = with_table(
        with_table(whole, "glyf", outline),
        "loca",
        struct.pack(f">{count + 1}H", 0, *[len(outline) // 2] * count),
    )
    assert "outline of its glyph 0" in said_of(data)


def test_a_wrong_sum_is_told(half_em, tmp_path):
    """A warning that names the table: what is printed may still be right."""
    data = bytearray(half_em.read_bytes())
    start = data.index(read_tables(bytes(data))["glyf"])
    data[start + 14] ^= 1
    (tmp_path / "a.ttf").write_bytes(data)
    found = [each for each in problems_of(tmp_path / "a.ttf") if each.name == "face-damaged"]
    assert found and found[0].level == "warning" and "glyf" in found[0].message


def pdf_with(path):
    root = Tag("Document")
    return render_pdf(document(page(text(Tag("P", root), WORDS, face=Face(path))), root=root))


def read_by_both(data):
    """The text of a file as PDFium and as MuPDF read it."""
    with pymupdf.open(stream=data) as read:
        mupdf = read[0].get_text()
        read[0].get_pixmap()
    pdfium = pypdfium2.PdfDocument(data)
    pdfium[0].render()
    return [" ".join(each.split()) for each in (pdfium[0].get_textpage().get_text_range(), mupdf)]


def damage(data, chance):
    """A font file with one damage of the kinds that discs, mail and careless programs do."""
    tables = read_tables(data)
    tag = chance.choice(sorted(tables))
    content = bytearray(tables[tag])
    place = chance.randrange(len(content))
    way = chance.randrange(6)
    if way == 0:
        return data[: chance.randrange(len(data))]
    if way == 1:
        return with_table(data, tag, None)
    if way == 2:
        return with_table(data, tag, bytes(content[:place]))
    if way == 3:
        content[place : place + 40] = bytes(len(content[place : place + 40]))
    for _ in range((1, 1, 1, 1, 1, 30)[way]):
        content[chance.randrange(min(len(content), 60) if way == 4 else len(content))] = chance.randrange(256)
    if chance.random() < 0.5:  # the sums as they were
        return data.replace(tables[tag], bytes(content))
    return with_table(data, tag, bytes(content))


@pytest.mark.slow
def test_damaged_faces_are_told_or_print(tmp_path):
    """150 damages: a line, or a file that two readers open and read the same text in; never a crash."""
    whole, told = (FONTS / "AtkinsonHyperlegibleNext-Regular.ttf").read_bytes(), 0
    for seed in range(150):
        path = tmp_path / f"{seed}.ttf"
        path.write_bytes(damage(whole, random.Random(seed)))
        problems = [each for each in problems_of(path) if each.name != "face-coverage"]
        told += bool(problems)
        assert all(str(each).count("\n") == 0 and each.hint for each in problems)
        if any(each.level == "error" for each in problems):
            continue
        read = read_by_both(pdf_with(path))
        assert problems or not Face(path).covers(WORDS) or read == [WORDS, WORDS], seed
    assert 75 < told < 150


def test_a_face_without_figures_and_latin_letters_prints(make_face, tmp_path):
    """As the faces of many scripts are: the shipped ones show the rest."""
    face = make_face("Ethiopic", "\u1230\u120b\u121d ")
    (tmp_path / "guide.yaml").write_text(
        "title: \u1230\u120b\u121d\nedition: {date: 2026-04-01}\n", encoding="utf-8"
    )
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "a.yaml").write_text(
        "title: \u1230\u120b\u121d\nlistings:\n  - {id: a, name: Peace \u1230\u120b\u121d 24, phones: 212-868-3411}\n",
        encoding="utf-8",
    )
    (tmp_path / "own.ttf").write_bytes(face.read_bytes())
    (tmp_path / "style.yaml").write_text("faces: {regular: own.ttf, bold: own.ttf}\n", encoding="utf-8")
    with pymupdf.open(stream=build_guide(tmp_path).pdf) as read:
        assert "Peace \u1230\u120b\u121d 24" in "".join(page.get_text() for page in read)
