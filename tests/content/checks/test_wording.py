"""Words: how hard they are to read."""

import pytest

from guide.content.checks import check_guide
from guide.content.checks.wording import SENTENCE_END, count_syllables, reading_grade, split_sentences
from tests.content.checks.samples import GUIDE, TODAY


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


def test_an_abbreviation_is_told_once_a_guide(load):
    """Where it comes first, with how often it comes; explained anywhere, it is explained."""
    text = "title: Food\nlistings:\n" + "".join(
        f"  - id: l{n}\n    name: Help {'ABCDE'[n]}\n    description: We offer MAT.\n" for n in range(4)
    )

    def found_in(food):
        return check_guide(load(guide=GUIDE, food=food).guide, TODAY)

    found = [each for each in found_in(text) if each.name == "abbreviation"]
    assert [each.message for each in found] == ['Help A: "MAT" is not explained, here and in 3 more places']
    explained = text + "  - id: x\n    name: Help X\n    description: Medication for addiction (MAT).\n"
    assert "abbreviation" not in {each.name for each in found_in(explained)}
    off = text.replace("MAT.\n", "MAT.\n    checks_off:\n      - {name: abbreviation, reason: We know.}\n", 1)
    (left,) = [each for each in found_in(off) if each.name == "abbreviation"]
    assert left.message == 'Help B: "MAT" is not explained, here and in 2 more places'


@pytest.mark.parametrize("stop", ["։ ", "۔ ", "। ", "።", "៕", "။ ", "。", ". "])
def test_sentences_end_as_their_script_has_it(stop):
    """Two of twenty words are none of forty."""
    text = stop.join([" ".join(["ab"] * 20)] * 2)
    assert max(len(each.split()) for each in SENTENCE_END.split(text)) == 20
