"""Which languages the panel has, which it leaves out, and that this is told."""

import pytest

from guide import model
from guide.errors import Mark
from guide.language.words import ENGLISH
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.parts import panel
from guide.layout.parts.panel import lacking_script, panel_languages, without_face, without_words
from guide.layout.type.fonts import default_stacks
from guide.model import Edition


@pytest.fixture
def guide(maker):
    def make(*languages):
        mark = Mark(maker.guide().mark.path, 7, 1)
        help_ = model.LanguageHelp(phone=maker.phone("800-555-0199"), languages=languages, mark=mark)
        return maker.guide(maker.section(maker.listing(summary="a house")), language_help=help_)

    return make


@pytest.fixture
def khmer(monkeypatch):
    """Persian words are Khmer for this test: a script that is nowhere on this machine."""
    monkeypatch.setattr(
        panel, "lacking_script", lambda guide, code: "Khmr" if code == "fa" else lacking_script(guide, code)
    )


def made(guide, **edition):
    return lay_out([Version(guide, ENGLISH, default_stacks())], Edition(name="x", **edition), guide)


def test_a_language_without_words_is_told_where_it_is_named(guide):
    """In guide.yaml, or in the edition that names it; the panel has the others."""
    given = guide("es", "xx", "en")
    assert panel_languages(given) == ("es",) and without_words(given) == ["xx"]
    (problem,) = [each for each in made(given).problems if each.name == "panel-language"]
    assert problem.mark.line == 7 and "has no xx" in problem.message and "take xx out" in problem.hint
    mark = Mark(given.mark.path, 3, 1)
    (problem,) = [
        each
        for each in made(guide("es"), language_help=("yy", "zh"), mark=mark).problems
        if each.name == "panel-language"
    ]
    assert problem.mark == mark and "has no yy" in problem.message


def test_a_language_without_a_face_is_told_with_what_brings_it(guide, khmer):
    given = guide("es", "fa")
    assert panel_languages(given) == ("es",) and without_face(given) == [("fa", "Khmr")]
    done = made(given)
    (problem,) = [each for each in done.problems if each.name == "panel-language"]
    assert "no face has its letters" in problem.message and "apt install fonts-noto-core" in problem.hint
    assert not [each for each in done.said if "panel of languages" in each]


def test_where_nobody_has_named_it_the_build_says_so(guide, khmer):
    """No warning: nothing that was asked for is missing."""
    done = made(guide())
    assert not [each for each in done.problems if each.name == "panel-language"]
    (said,) = [each for each in done.said if "panel of languages" in each]
    assert "Persian" in said and "without" in said and "fonts-noto-core" in said


def test_a_leaflet_says_it_too(guide, khmer):
    names = [each.name for each in made(guide("fa"), format="trifold-letter").problems]
    assert names.count("panel-language") == 1


def test_without_a_number_nothing_is_missing(maker):
    assert without_words(maker.guide(), ("xx",)) == [] and without_face(maker.guide()) == []
