"""Bytes as text: encodings, and characters that nobody can see."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.reading.source import Source
from guide.reading.text import (
    UNSEEN,
    find_unseen,
    fold,
    has_unseen,
    piles,
    read_text,
    text_of,
    without_unseen,
)
from tests.random_texts import ANY


def read(data, tmp_path):
    """The text of a file with these bytes, and its problems without the path."""
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    source = Source(path, tmp_path)
    text = read_text(path, source)
    return text, [str(problem).removeprefix(str(path)) for problem in source.problems]


@pytest.mark.parametrize(
    "data, text",
    [
        (b"caf\xc3\xa9", "caf\u00e9"),
        (b"\xef\xbb\xbftitle", "title"),  # a byte order mark is no character of the text
        (b"cafe\xcc\x81", "caf\u00e9"),  # composed
        (b"a\r\nb\rc", "a\nb\nc"),
        ("\uf0b7\tone\n\uf0a7 two".encode(), "\u2022\tone\n\u2022 two"),  # Word's dots
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645".encode(),
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),  # Persian
    ],
)
def test_good_bytes(data, text, tmp_path):
    """UTF-8 becomes text, composed, with lines that end alike."""
    assert read(data, tmp_path) == (text, [])


@pytest.mark.parametrize(
    "data, told",
    [
        (
            b"a\ncaf\xe9\n",
            ":2:4: byte E9 is not UTF-8, so the file was probably saved in another encoding;"
            " save it again as UTF-8 and look at this line",
        ),
        (b"\xc3\xa9\xff", ":1:2: byte FF is not UTF-8"),
        (b"\xed\xa0\x80", ":1:1: byte ED is not UTF-8"),  # a surrogate
        ("a".encode("utf-16"), ": this file is saved as UTF-16; save it again as UTF-8"),
        (b"\xfe\xff\x00a", ": this file is saved as UTF-16; save it again as UTF-8"),
        (
            b"a\n b\0c\0",
            ":2:3: the character U+0000 CONTROL CHARACTER cannot be seen (and 1 more);"
            " delete it, or type the line again",
        ),
        ("x\u200by".encode(), ":1:2: the character U+200B ZERO WIDTH SPACE cannot be seen"),
        (
            "x\u202ey".encode(),
            ":1:2: the character U+202E RIGHT-TO-LEFT OVERRIDE turns the direction of the text",
        ),
        ("a\u200db".encode(), ":1:2: the character U+200D ZERO WIDTH JOINER cannot be seen"),
        ("a\u2028b".encode(), ":1:2: the character U+2028 LINE SEPARATOR cannot be seen"),
        (b"\x1b[0m", ":1:1: the character U+001B CONTROL CHARACTER cannot be seen"),
    ],
)
def test_bad_bytes(data, told, tmp_path):
    """What is no text is told with its place."""
    text, problems = read(data, tmp_path)
    assert text is None
    assert len(problems) == 1
    assert problems[0].startswith(told)


def test_each_kind_of_unseen_character_is_told_once(tmp_path):
    """A file full of them is still two lines."""
    _, problems = read("\u200b\u200b\u00ad\u200b".encode(), tmp_path)
    assert [problem.split(" ")[3] for problem in problems] == ["U+200B", "U+00AD"]


@given(st.text(ANY))
def test_the_quick_look_misses_nothing(text):
    """The look at the bytes that are not ASCII says yes wherever there is a character to refuse."""
    assert has_unseen(text.encode()) or find_unseen(text.removeprefix("\ufeff")) is None


@given(st.text(st.characters(blacklist_categories=["Cc", "Cf", "Cs"])))
def test_characters_that_are_seen_pass(text):
    """Nothing but controls and format characters is refused, save a few that draw nothing."""
    refused = UNSEEN.search(text)
    assert refused is None or unicodedata.category(refused.group()[0]) in (
        "Lo",
        "Mn",
        "Cn",
        "Co",
        "So",
        "Zl",
        "Zp",
    )


@pytest.mark.parametrize(
    "character, told",
    [
        ("\ue000", "U+E000 PRIVATE USE cannot be seen"),
        ("\U0010fffd", "U+10FFFD PRIVATE USE"),
        ("\ufdd0", "U+FDD0 NOT A CHARACTER"),
        ("\u0378", "U+0378 NOT A CHARACTER"),
        ("\uffa0", "U+FFA0"),
        ("\u2800", "U+2800"),
        ("a" + "\u0301" * 9, "U+0301"),
    ],
)
def test_what_draws_nothing_or_too_much_is_told_by_its_number(character, told, tmp_path):
    """Private use, no characters at all, and marks that pile up."""
    assert told in read(f"a{character}b".encode(), tmp_path)[1][0]


# Words that their languages write with many marks, NFD where that makes more: nothing is wrong with them.
MANY_MARKS = {
    "Vietnamese": unicodedata.normalize("NFD", "Việt ngữ ở trường"),
    "Hebrew": "בְּרֵאשִׁ֖ית שִּׁ֑֔",
    "Arabic": "ٱللَّهِ ٱلرَّحۡمَـٰنِ شَيۡـًٔا ۚ",
    "Hindi": "हिंदी ज़िंदगी क्षत्रिय",
    "Thai": "ผู้ที่ไม่ได้น้ำ",
    "Lao": "ຜູ້ທີ່",
    "Tibetan": "བསྒྲུབས་ ཧྐྵྨླྺྲྱུྃ",
    "Burmese": "မြွှုံ့ ကျွန်ုပ်တို့",
    "Khmer": "ស្ត្រី ខ្ញុំ",
    "Khmer with ends of words": "ស្ត្រី\u200bខ្ញុំ\u200b។",
    "Bengali": "স্ত্রীর",
    "Tamil": "ஸ்ரீ",
    "Keycaps": "1\ufe0f\u20e3 2\ufe0f\u20e3",
    "Syriac": "ܡܶܠܬ݂ܳܐ",
    "Maldivian": "ދިވެހިބަސް",
    "Yoruba": unicodedata.normalize("NFD", "ọ̀rọ̀ ẹ́"),
}


@pytest.mark.parametrize("text", MANY_MARKS.values(), ids=MANY_MARKS)
def test_marks_of_languages_pass(text, tmp_path):
    """Each script piles up as many as it needs."""
    assert find_unseen(text) is None and read(text.encode(), tmp_path)[1] == []


@pytest.mark.parametrize(
    "letter, mark",
    [
        ("a", "\u0301"),
        ("ب", "\u064e"),
        ("न", "\u0941"),
        ("א", "\u05b0"),
        ("ก", "\u0e34"),
        ("ཀ", "\u0f71"),
        ("က", "\u1030"),
        ("ক", "\u0981"),
        ("ж", "\u0488"),
        ("中", "\u20dd"),
        ("한", "\u0302"),
        ("𑀓", "\U00011038"),
        ("ب", "\u064e\u200d"),
        ("न", "\u0941\u0902\u0301"),
    ],
)
@pytest.mark.parametrize("many", [11, 30, 250])
def test_marks_that_pile_up_are_told_in_every_script(letter, mark, many, tmp_path):
    """They are drawn across the lines above; hundreds of them break programs that read the file."""
    text = f"So {letter}{mark * many}{letter}"
    (problem,) = read(text.encode(), tmp_path)[1]
    marks = many * len(mark.replace("\u200d", ""))
    assert f"{marks} marks stand on one letter, the first of them U+{ord(mark[0]):04X}" in problem
    assert not [*piles(without_unseen(text))]


def test_signs_that_are_no_marks_may_follow_each_other(tmp_path):
    """Dots, dashes and signs take room of their own."""
    assert read("……——。。。 ।।।।।। ★★★★★★ ؟؟؟؟؟؟".encode(), tmp_path)[1] == []


def test_a_joiner_is_judged_by_its_neighbours_though_they_are_ascii(tmp_path):
    """The quick look leaves ASCII out, and must not take what stands beyond it for neighbours."""
    assert read("\u6307a\u200db\u6307".encode(), tmp_path)[1]


@given(st.text(" \n\tab\u00a0"))
def test_folding(text):
    """A folded text is one line of words; no-break spaces stay."""
    assert fold(text).replace("\u00a0", "_").split(" ") == (text.replace("\u00a0", "_").split() or [""])


@pytest.mark.parametrize(
    "data, what",
    [
        (b"{\\rtf1\\ansi title: Food}", "a document in Rich Text (RTF)"),
        (b"PK\x03\x04\x14\x00word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\x00xl/workbook.xml", "an Excel spreadsheet"),
        (b"PK\x03\x04\x14\x00\xe3", "a packed file (ZIP, Word, spreadsheet)"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old Word or Excel file"),
        (b"%PDF-1.7", "a PDF"),
    ],
)
def test_a_file_of_another_program_is_named(data, what):
    """Whoever saved it from Word is told that, and not of a byte."""
    source = Source(Path("a.yaml"), Path("."))
    assert text_of(data, source) is None
    (problem,) = source.problems
    assert f"this is {what}, not a text file" in problem.message and "plain text" in problem.hint
