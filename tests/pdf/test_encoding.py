import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.layout.type.fonts import Glyph
from guide.pdf.encoding import JOINERS, PRIVATE, Encoding, Fragments, LeftwardWords, clusters
from tests.pdf.samples import face

TOKENS = re.compile(rb"\((?:[^()\\]|\\.)*\)|-?[\d.]+(?=[\[(])|\[|\]TJ|-?[\d.]+ Ts", re.DOTALL)
ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
ATKINSON = face()
NOTO = face("NotoSans-Regular")


def unescaped(data):
    """The bytes of a string as they are meant."""
    return ESCAPED.sub(lambda match: b"\r" if match[1] == b"r" else match[1], data)


def fragments(which=ATKINSON):
    return Fragments(Encoding(which))


def leftward(line):
    """(text in the order in which it is read, how far the pen goes, encoding) of an Arabic line."""
    words = LeftwardWords(Encoding(face("arabic")))
    letters, pen = letters_of(words.line(line), words.encoding)
    return "".join(letters)[::-1], pen, words.encoding


def shown(line, encoding):
    """(text, how far the pen goes in thousandths of an em) of a fragment, read as a PDF reader does."""
    letters, pen = letters_of(line, encoding)
    return "".join(letters), pen


def letters_of(line, encoding):
    """(the texts of its codes, how far the pen goes) of a fragment."""
    letters, pen = [], 0
    for token in TOKENS.findall(b"(" + line + b")"):
        if token.startswith(b"("):
            data = unescaped(token[1:-1])
            for at in range(0, len(data), 2):
                glyph, part = encoding.pairs[int.from_bytes(data[at : at + 2], "big")]
                letters.append(part)
                pen += encoding.advances[glyph] * 1000 / encoding.face.units_per_em
        elif not token.endswith((b"Ts", b"TJ", b"[")):
            pen -= float(token)
    return letters, pen


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
    line = Fragments(encoding).line(word)
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


def width_of(line):
    """How wide a line is, in thousandths of an em."""
    arabic = face("arabic")
    shaped = (glyph for word in re.split("( )", line) for glyph in arabic.shape(word, True))
    return sum(glyph.advance for glyph in shaped) * 1000 / arabic.units_per_em


def test_arabic_is_shown_as_it_is_seen():
    """From left to right: read back letter by letter it is what was written."""
    line = "خدمات الصحة مُحَمَّد لا"
    text, pen, _ = leftward(line)
    assert text == line
    assert pen == pytest.approx(width_of(line), abs=1)


def test_a_letter_with_its_dots_is_one_code():
    _, _, encoding = leftward("بيت")
    assert {text for _, text in encoding.pairs.values()} == {"ب", "ي", "ت", " "}


@pytest.mark.parametrize(
    "word", ["خانه\u200cها", "می\u200cخواهم", "ه\u200d", "\u200cه", "می\u200cهای\u200cها"]
)
def test_a_joiner_is_read_with_a_letter_beside_it(word):
    """It is read where it is written, and the word is as wide as its letters."""
    text, pen, encoding = leftward(word)
    assert text == word
    assert pen == pytest.approx(width_of(word), abs=1)
    assert all(len(each) > 1 or each not in JOINERS for _, each in encoding.pairs.values())


def test_brackets_turn_round_in_a_line_that_runs_leftward():
    _, _, encoding = leftward("(")
    _, (glyph, text) = encoding.pairs.values()
    assert text == "(" and glyph == encoding.face.font.get_nominal_glyph(ord(")"))


def test_devanagari_reads_as_its_words():
    some = fragments(NOTO)
    line = "हिन्दी विद्यार्थी क्षेत्र स्ट्रीट"
    text, pen = shown(some.line(line), some.encoding)
    assert text == line
    assert pen == pytest.approx(sum(NOTO.width(word) for word in re.split("( )", line)) * 1000, abs=1)


def test_a_vowel_that_stands_before_its_consonant_is_one_code_with_it():
    some = fragments(NOTO)
    some.line("कि")
    assert "कि" in {text for _, text in some.encoding.pairs.values()}


def test_glyphs_that_follow_each_other_stand_alone():
    assert clusters((Glyph(1, "a", 500, 0, 0), Glyph(2, "b", 400, 0, 0))) == [
        (1, "a", 0, 500),
        (2, "b", 500, 400),
    ]


def test_a_mark_stands_on_its_letter_in_a_composite():
    base_and_mark = (Glyph(1, "e\u0301", 500, 0, 0), Glyph(2, "", 0, -100, 50))
    assert clusters(base_and_mark) == [(((1, 0, 0), (2, 400, 50)), "e\u0301", 0, 500)]


def test_a_glyph_that_is_moved_is_a_composite_of_one():
    assert clusters((Glyph(1, "a", 500, 0, 0), Glyph(2, "b", 400, 10, 100))) == [
        (1, "a", 0, 500),
        (((2, 10, 100),), "b", 500, 400),
    ]


@pytest.mark.parametrize(
    "which, line, leftward",
    [(ATKINSON, "AVA", False), (NOTO, "\u0928\u093f", False), (face("arabic"), "\u0645\u0631", True)],
)
def test_what_a_word_is_shown_with_is_known(which, line, leftward):
    """Each pair has a code when the word is encoded, and there are no others but that of the space."""
    words = (LeftwardWords if leftward else Fragments)(Encoding(which))
    space = {*words.encoding}
    words.line(line)
    assert words.pairs(line) == {*words.encoding} - space


def test_a_code_is_direct_where_it_is_the_character_itself():
    """It is chosen then, whatever came before; any other has to be the next that is free."""
    encoding, glyph = Encoding(ATKINSON), ATKINSON.font.get_nominal_glyph(ord("a"))
    assert encoding.direct((glyph, "a")) == b"\0a" and (glyph, "a") in encoding
    assert encoding.direct((glyph, "b")) == b"" and (glyph, "b") not in encoding
    code = encoding[glyph, "b"]
    assert encoding.direct((glyph, "b")) == code != b""
