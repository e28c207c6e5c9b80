import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.layout.fonts import Glyph
from guide.pdf.encoding import PRIVATE, Encoding, Fragments, place, runs_leftward
from tests.pdf.samples import face

TOKENS = re.compile(rb"\((?:[^()\\]|\\.)*\)|-?[\d.]+(?=[\[(])|\[|\]TJ|-?[\d.]+ Ts", re.DOTALL)
ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
ATKINSON = face()
NOTO = face("NotoSans-Regular")


def fragments(which=ATKINSON, size=10):
    return Fragments(Encoding(which), size)


def shown(line, encoding):
    """(text, how far the pen goes in thousandths of an em) of a fragment, read as a PDF reader does."""
    text, pen = "", 0
    for token in TOKENS.findall(b"(" + line + b")"):
        if token.startswith(b"("):
            data = ESCAPED.sub(lambda match: b"\r" if match[1] == b"r" else match[1], token[1:-1])
            for at in range(0, len(data), 2):
                glyph, part = encoding.pairs[int.from_bytes(data[at : at + 2], "big")]
                text += part
                pen += encoding.advances[glyph] * 1000 / encoding.face.units_per_em
        elif not token.endswith((b"Ts", b"TJ", b"[")):
            pen -= float(token)
    return text, pen


def test_plain_text_is_its_own_utf_16():
    assert fragments().line("ill ill") == "ill ill".encode("utf-16-be")


def test_what_would_end_a_string_is_escaped():
    assert b"\x00\\(" in fragments().line("(i)")
    assert b"\x00\\\\" in fragments().line("\\")


def test_kerning_moves_the_pen():
    some = fragments()
    text, pen = shown(some.line("AVATAR"), some.encoding)
    assert text == "AVATAR"
    assert pen == pytest.approx(ATKINSON.width("AVATAR") * 1000)
    assert b")" in some["AVATAR"]


@given(st.lists(st.text(st.sampled_from(sorted(map(chr, NOTO.coverage - {32})))), max_size=5))
def test_any_words_are_read_back_at_their_width(words):
    some = fragments(NOTO)
    line = " ".join(words)
    if any(map(runs_leftward, words)):
        return
    text, pen = shown(some.line(line), some.encoding)
    assert text == line
    widths = [NOTO.width(word) for word in words if word] + [NOTO.width(" ")] * line.count(" ")
    assert pen == pytest.approx(sum(widths) * 1000, abs=0.1)


def test_spaces_at_either_end_and_side_by_side_are_kept():
    some = fragments()
    assert shown(some.line(" a  b "), some.encoding)[0] == " a  b "


def test_other_glyphs_take_private_codes():
    encoding = Encoding(NOTO)
    astral = next(character for character in sorted(NOTO.coverage) if character > 0xFFFF)
    word = "a" + chr(astral) + "x\u0301"
    line = Fragments(encoding, 10).line(word)
    assert shown(line, encoding)[0] == word
    private = [encoding.pairs[code][1] for code in encoding.pairs if code in PRIVATE]
    assert chr(astral) in private


def test_a_private_character_does_not_take_the_code_of_another_glyph():
    class Private:
        name, units_per_em = "Private", 1000

        class font:
            get_nominal_glyph = staticmethod(lambda code: code % 1000)
            get_glyph_h_advance = staticmethod(lambda glyph: 500)

    encoding = Encoding(Private)
    encoding[7, "ligature"]
    encoding[0xE000 % 1000, "\ue000"]
    assert encoding.pairs == {0xE000: (7, "ligature"), 0xE001: (0xE000 % 1000, "\ue000")}


def test_codes_beyond_the_private_area_avoid_characters():
    encoding = Encoding(ATKINSON)
    for number in range(len(PRIVATE) + 2049):
        encoding[5, f"{number:05}"]
    assert len(encoding.pairs) == len(PRIVATE) + 2049
    assert 0xFFFD in encoding.pairs


def test_a_glyph_that_is_missing_is_an_error():
    with pytest.raises(ValueError, match="AtkinsonHyperlegibleNext-Regular has no glyph for '免'"):
        fragments().line("免")


def test_arabic_is_shown_in_logical_order():
    some = fragments(face("arabic"), 14)
    line = "خدمات الصحة مُحَمَّد 24 لا"
    text, pen = shown(some.line(line), some.encoding)
    assert text == line
    last = some.encoding.face.width("لا") * 1000
    assert pen == pytest.approx(last, abs=1)  # the last word stands at the left end


def test_devanagari_reads_as_its_words():
    some = fragments(face("devanagari"))
    line = "हिन्दी विद्यार्थी क्षेत्र स्ट्रीट"
    text, pen = shown(some.line(line), some.encoding)
    assert text == line
    assert pen == pytest.approx(sum(some.encoding.face.width(word) for word in re.split("( )", line)) * 1000, abs=1)


def test_glyphs_above_the_baseline_rise_and_come_back():
    class Raised:
        name, units_per_em = "Raised", 1000

        @staticmethod
        def shape(word):
            return tuple(Glyph(ord(letter), letter, 500, 0, 100 if letter == "b" else 0) for letter in word)

        class font:
            get_nominal_glyph = staticmethod(lambda code: code)
            get_glyph_h_advance = staticmethod(lambda glyph: 500)

    assert Fragments(Encoding(Raised), 20)["ab"] == b"\0a)]TJ 2 Ts[(\0b)]TJ 0 Ts[("


@pytest.mark.parametrize(
    ("word", "leftward"),
    [
        ("abc", False),
        ("", False),
        ("24", False),
        ("بيت", True),
        ("(بيت", True),
        ("שלום", True),
        ("中文", False),
        ("aبيت", False),
    ],
)
def test_direction_of_a_word(word, leftward):
    assert runs_leftward(word) is leftward


def test_a_cluster_deals_its_text_out_to_its_glyphs():
    base_and_mark = (Glyph(1, "e\u0301", 500, 0, 0), Glyph(2, "", 0, -100, 50))
    assert [(each.glyph, each.text, each.x, each.y) for each in place(base_and_mark, False)] == [
        (1, "e", 0, 0),
        (2, "\u0301", 400, 50),
    ]


def test_clusters_that_run_leftward_are_turned_round():
    glyphs = (Glyph(3, "c\u0301", 0, 20, 0), Glyph(2, "", 300, 0, 0), Glyph(1, "a", 200, 0, 0))
    placed = [(each.glyph, each.text, each.x) for each in place(glyphs, True)]
    assert placed == [(1, "a", 300), (2, "c", 0), (3, "\u0301", 20)]
