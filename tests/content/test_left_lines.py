"""Lines that nobody has translated."""

import pytest

from guide.content.left_lines import has_words, left_lines, written
from guide.content.translation_checks import check_translations
from guide.content.translation_text import READERS, read_again
from tests.content.translated import guide_in

SOURCE = "They can drive you.\n\nThey offer:\n- a hot meal\n- Naloxone"


def test_lines_of_the_source_are_found():
    assert list(left_lines(SOURCE, "Pueden llevarlo.\n\nThey offer:\n- comida\n- Naloxone")) == [
        "They offer:"
    ]
    assert list(left_lines(SOURCE, "Pueden llevarlo.\n\nOfrecen:\n- comida")) == []


@pytest.mark.parametrize(
    "line, has",
    [
        ("They offer:", True),
        ("Vancouver Coastal Health", False),
        ("HIV/AIDS", False),
        ("773-471-0111", False),
        ("See [[night-shelter]]", False),
        ("Mo-Fr 9 am-5 pm", False),
        ("请致电咨询", True),
        ("California", False),
    ],
)
def test_names_and_numbers_may_stay(line, has):
    assert has_words(line) is has


@pytest.mark.parametrize("kind", READERS)
def test_a_text_is_written_as_it_was_read(kind):
    assert written(read_again("Comida y cama", kind), kind) == "Comida y cama"


def test_check_names_the_line(content, tmp_path):
    text = guide_in(tmp_path).listings[0].summary
    content("translations/es/1-food.yaml", f"listings:\n  kitchen:\n    summary: {text}\n")
    found = [
        each.message
        for each in check_translations(guide_in(tmp_path), tmp_path)
        if each.name == "untranslated-line"
    ]
    assert found == [f"Community Kitchen: a line of summary is not translated to Spanish: {text}"]
