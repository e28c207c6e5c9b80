"""The faces of a guide, and what is said of its languages."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from guide.language.words import ENGLISH, words_in
from guide.layout.editions import versions
from guide.layout.editions.versions import Version, stacks_of
from guide.layout.type.fonts import default_stacks
from guide.model import GuideStyle


@pytest.mark.parametrize("language", ["en", "en-GB", "ar"])
def test_a_guide_is_set_in_the_shipped_faces_of_its_language(maker, language):
    """In stacks of its own: what was set before leaves nothing in them."""
    guide = maker.guide(maker.section(maker.listing()), language=language)
    expected = default_stacks("en" if language.startswith("en") else language)
    for own, shipped in zip(stacks_of(guide), expected):
        assert own is not shipped and own.main.name == shipped.main.name


def test_faces_of_its_own_come_first(maker, half_em):
    style = GuideStyle(regular=str(half_em), bold=str(half_em))
    guide = replace(maker.guide(maker.section(maker.listing())), style=style)
    for own, shipped in zip(stacks_of(guide), default_stacks()):
        assert own.main.name == half_em.stem and own.width("\u017b", 12) == shipped.width("\u017b", 12)


@pytest.mark.parametrize("checked, count", [(True, 0), (False, 1)])
def test_words_that_nobody_has_checked_are_told(monkeypatch, checked, count):
    """Once for each language but English."""
    from guide.language import files

    monkeypatch.setattr(files, "fixed_words", lambda language: SimpleNamespace(checked=checked))
    given = [Version(None, words, None) for words in (ENGLISH, words_in("es"))]
    said = list(versions.unchecked_words(given))
    assert len(said) == count and all("Spanish" in each for each in said)


def test_japanese_in_chinese_shapes_is_said(maker, with_faces):
    """With what brings the face; not where there is one, nor of other languages."""
    guides = [maker.guide(maker.section(maker.listing()), language=each) for each in ("ja", "zh", "en")]
    (said,) = versions.other_shapes(Version(guide, ENGLISH, stacks_of(guide)) for guide in guides)
    assert "Japanese" in said and "apt install fonts-ipafont-gothic" in said
    with_faces("Jpan")
    assert [*versions.other_shapes(Version(guide, ENGLISH, stacks_of(guide)) for guide in guides)] == []


def test_text_below_clear_print_is_said():
    """It begins at 12 points."""
    (said,) = versions.size_said(11.5)
    assert "text of 11.5 pt" in said and "12 pt" in said
    assert versions.size_said(12) == ()
