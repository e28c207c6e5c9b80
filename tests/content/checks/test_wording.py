"""Words: how hard they are to read."""

import pytest

from guide.content.checks.wording import count_syllables, reading_grade, split_sentences


def test_the_grade_is_that_of_the_formula():
    """0.39 words a sentence + 11.8 syllables a word - 15.59."""
    text = "The cat sat on the mat. It was happy."
    assert reading_grade(text) == pytest.approx(0.39 * 9 / 2 + 11.8 * 10 / 9 - 15.59)
    assert reading_grade("") == 0


@pytest.mark.parametrize(
    "word, count",
    [
        ("cat", 1),
        ("people", 2),
        ("make", 1),
        ("table", 2),
        ("started", 2),
        ("helped", 1),
        ("houses", 2),
        ("free", 1),
        ("counseling", 3),
    ],
)
def test_syllables(word, count):
    assert count_syllables(word) == count


def test_sentences_do_not_end_at_titles():
    """A full stop after Dr or U.S. ends no sentence."""
    assert split_sentences("Ask Dr. Hill. She is in the U.S. Navy now! Call.") == [
        "Ask Dr. Hill",
        "She is in the U.S. Navy now",
        "Call.",
    ]
