"""Texts that old programs garbled, and texts that only look so."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guide.content.checks.mending import LEADS, OLD_CODES, is_suspect, mend_all, mend_mojibake

WORDS = (
    "caf\u00e9",
    "ni\u00f1o",
    "don\u2019t",
    "d\u0142ugi",
    "\u201cyes\u201c",
    "a \u2013 b",
    "\u20ac 5",
    "MONTR\u00c9AL",
    "\u00fcber",
    "a\u2026",
    "\u2022 tea",
    "S\u00e3o",
)


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("codec", ["cp1252", "cp437", "cp850", "mac_roman"])
@pytest.mark.parametrize("times", [1, 2])
def test_what_was_read_in_another_encoding_is_mended(text, codec, times):
    """Once or twice over: each comes back as it was written, and the quick look sees it."""
    garbled = text
    for _ in range(times):
        try:
            garbled = garbled.encode().decode(codec)
        except UnicodeDecodeError:
            pytest.skip("not every byte is a character there")
    if any("\x7f" <= character < "\xa0" for character in garbled):
        pytest.skip("refused when it is read")
    assert mend_mojibake(garbled) == text
    assert is_suspect(garbled)


@pytest.mark.parametrize(
    "garbled, text",
    [
        ("G\u00c7\u00d6", "\u2019"),
        ("a G\u00c7\u00f4 b", "a \u2013 b"),
        ("G\u00c7\u00a3x", "\u201cx"),
        ("G\u00c7\u00f3 tea", "\u2022 tea"),
        ("caf+\u00ac", "caf\u00e9"),
        ("\u0102\u00a9t\u0102\u00a9", "\u00e9t\u00e9"),
        ("\u00d0\u00bf\u00d1\u20ac\u00d0\u00b8\u00d0\u00b2", "\u043f\u0440\u0438\u0432"),
        ("\u00c3 la carte", "\u00e0 la carte"),
        ("x\u00e2\u20ac y", "x\u201d y"),
        ("\u00ef\u00bb\u00bfFood", "Food"),
        ("\u0420\u0457\u0421\u0402\u0420\u0451\u0420\u0406", "\u043f\u0440\u0438\u0432"),
        ("\u00f0\u0178\u02dc\u20ac", "\U0001f600"),
    ],
)
def test_other_ways_to_garble(garbled, text):
    """Best fits of Windows, a space in place of a no-break one, a last byte that has no character."""
    assert mend_mojibake(garbled) == text
    assert is_suspect(garbled)


@given(
    st.text(
        "abc GeE?-&<>\\nrt\u00c3\u00c2\u00e2\u20ac\u2122\u00a9\u00e9\ufb01\u00ac+\u00ed\u0420\u0421\u0402",
        max_size=12,
    )
)
def test_the_quick_look_misses_nothing(text):
    """Whatever would be mended is seen by the one look for all."""
    assert mend_all(text) == text or is_suspect(text)


@example("\u00e2\u015b\u00a0")
@given(st.text(st.characters(max_codepoint=0x17F, categories=["Ll", "Zs", "Po"]), max_size=30))
def test_small_letters_and_marks_are_no_dirt(text):
    """No word in small Latin letters is taken for a garbled one."""
    text = text.replace("?", "").replace("\u017f", "")
    assert mend_mojibake(text) == text


def test_three_small_letters_that_could_be_a_garbled_one():
    """They are those of a word."""
    assert mend_mojibake("\u00e1\u015f\u0105") == "\u00e1\u015f\u0105"


def test_with_what_a_wrong_reading_begins():
    """The characters as which the old code pages show the first bytes of what UTF-8 writes of Western texts."""
    firsts = (0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xE1, 0xE2, 0xEF, 0xF0)
    assert "".join(sorted({bytes([byte]).decode(code) for code in OLD_CODES for byte in firsts})) == LEADS
