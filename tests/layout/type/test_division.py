"""Long words are divided at the ends of lines in narrow columns, where the style says so."""

from dataclasses import replace

import pytest

from guide.layout.tags import Tag
from guide.layout.type.division import break_address, divisions
from guide.layout.type.fonts import SOFT_HYPHEN, default_stacks
from guide.layout.type.inline import Anchor, Inline, Link
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style, style_for

TAG = Tag("P")
LETTER = make_style("letter", "#000000", default_stacks())


def setter(language="es", hyphenation=True):
    return Setter(replace(style_for(LETTER, language), hyphenation=hyphenation), 2)


def texts(lines):
    return ["".join(fragment.text for fragment in line) for line in lines]


TEXT = "Los administradores internacionalmente responsables colaboran extraordinariamente"


def test_a_word_is_divided_where_its_language_allows_it():
    """With a soft hyphen, which is drawn as a hyphen and read as none."""
    lines = texts(setter().lines((Inline(TEXT, TAG),), 12, 130))
    assert any(line.endswith(SOFT_HYPHEN) for line in lines)
    assert "".join(line.rstrip(SOFT_HYPHEN) if line.endswith(SOFT_HYPHEN) else line for line in lines) == TEXT


@pytest.mark.parametrize("measure, hyphenation", [(130, False), (300, True)])
def test_not_without_being_asked_nor_in_wide_columns(measure, hyphenation):
    assert SOFT_HYPHEN not in "".join(
        texts(setter(hyphenation=hyphenation).lines((Inline(TEXT, TAG),), 12, measure))
    )


def test_names_figures_links_and_bold_words_stay_whole():
    """Who copies a number or looks for a name needs it in one piece."""
    own = setter()
    link = Link(Anchor("listing:a"), "")
    for inline in (Inline(TEXT.title(), TAG), Inline(TEXT, TAG, True), Inline(TEXT, TAG, link=link)):
        assert SOFT_HYPHEN not in "".join(texts(own.lines((inline,), 12, 130)))
    assert list(divisions("1234567890123", "es")) == [] and list(divisions("corto", "es")) == []


def test_a_language_without_patterns_is_left_alone():
    assert list(divisions("extraordinariamente", "zz")) == []
    assert ("extraordinaria", "mente") in list(divisions("extraordinariamente", "es"))


def test_the_hyphen_is_drawn():
    """By the face's own hyphen, whose text is the soft one."""
    face = LETTER.regular.main
    *_, last = face.shape("extra" + SOFT_HYPHEN)
    assert last.text == SOFT_HYPHEN and last.id == face.shape("-")[0].id
    assert face.width("extra" + SOFT_HYPHEN) == pytest.approx(face.width("extra-"))


@pytest.mark.parametrize(
    "word, language, divided",
    [
        ("information", "en", True),
        ("(information),", "en", True),
        ("Information", "en", False),
        ("help", "en", False),
        ("12345678", "en", False),
        ("information", "zxx", False),
    ],
)
def test_where_a_word_may_be_divided(word, language, divided):
    """The longest left part first; names, figures and short words stay whole."""
    found = list(divisions(word, language))
    lengths = [len(left) for left, _ in found]
    assert bool(found) is divided and lengths == sorted(lengths, reverse=True)
    assert all(left + right == word for left, right in found)


def test_an_address_ends_lines_behind_its_signs():
    assert break_address("https://www.a.org/b?c@d") == ["https://", "www.", "a.", "org/", "b?c@", "d"]
