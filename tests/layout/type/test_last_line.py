"""No last line of one character or two."""

import pytest

from guide.layout.type.fonts import default_stacks
from guide.layout.type.inline import Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style, style_for


def broken(text, measure, language="zh"):
    """The lines of a text, each as it is read."""
    setter = Setter(style_for(make_style("letter", "#000000", default_stacks(language)), language), 1)
    lines = setter.lines((Inline(text, None),), 10, measure)
    return ["".join(part for _, part in line) for line in lines]


@pytest.mark.parametrize("language", ["zh", "ja"])
@pytest.mark.parametrize("length", range(4, 26))
def test_a_last_line_has_three_characters(language, length):
    """However long the paragraph is; none is lost."""
    text = "一二三四五六七八九十" * 3
    text = text[:length] + "。"
    lines = broken(text, 70, language)
    assert "".join(lines) == text and (len(lines) == 1 or len(lines[-1]) >= 3)


@pytest.mark.slow
def test_what_stands_behind_a_space_is_a_word_of_its_own():
    """And no space is lost."""
    assert "".join(broken("一二三四五 六", 55)).split() == ["一二三四五", "六"]
    assert broken("건강 안내", 400, "ko") == ["건강 안내"]


def test_a_line_that_is_too_narrow_has_what_it_can():
    assert "".join(broken("一二三四", 15)) == "一二三四"
