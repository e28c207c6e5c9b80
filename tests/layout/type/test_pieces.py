"""Texts in the pieces that go to a face each."""

import pytest

from guide.layout.type.pieces import pieces


@pytest.mark.parametrize(
    "text, expected",
    [
        ("two words", ["two", " ", "words"]),
        ("اتصل (VANDU) الآن", ["اتصل", " ", "(VANDU)", " ", "الآن"]),
        ("打988“免费”（或）", ["打", "988", "“免费”（或）"]),
        ("“免费”", ["“免费”"]),
        ("ภาษาไทย 1", ["ภาษาไทย", " ", "1"]),
    ],
)
def test_words_of_a_script_stay_whole(text, expected):
    """With their marks; nothing is lost."""
    assert pieces(text) == expected and "".join(pieces(text)) == text
